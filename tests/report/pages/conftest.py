"""The HTML report as a tree of elements, and runs of the whole house that it is made of."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from html.parser import HTMLParser

import pytest
from msgspec import Struct, field

from verify.check.outcome import Report
from verify.check.run import check
from verify.check.select import Wishes
from verify.check.setup import Source
from verify.config.load import load
from verify.plugin.desk import arrange
from verify.plugin.manager import Plugins
from verify.report.html import write

_VOID = {"meta", "link", "input", "hr"}


class Element(Struct, eq=False):
    """An element of the page, its children and words in their order."""

    tag: str
    attributes: dict[str, str]
    parts: list[Element | str] = field(default_factory=list)

    @property
    def classes(self) -> set[str]:
        return set(self.attributes.get("class", "").split())

    def every(self, tag: str = "", of_class: str = "") -> Iterator[Element]:
        """The elements inside this one, itself included, in the order of the page."""
        if tag in ("", self.tag) and (not of_class or of_class in self.classes):
            yield self
        for part in self.parts:
            if isinstance(part, Element):
                yield from part.every(tag, of_class)

    def by_id(self, name: str) -> Element:
        (one,) = (element for element in self.every() if element.attributes.get("id") == name)
        return one

    def text(self, *, without: frozenset[str] = frozenset()) -> str:
        """The words in it, but for those in elements of some classes."""
        return "".join(
            part if isinstance(part, str) else "" if part.classes & without else part.text(without=without)
            for part in self.parts
        )


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> has an attribute twice"
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].parts.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag, f"</{tag}> closes something else"

    def handle_data(self, data: str) -> None:
        self.open[-1].parts.append(data)


def tree(page: str) -> Element:
    """The page as a tree; whatever is not nested as it should be fails here."""
    builder = _Builder()
    builder.feed(page)
    builder.close()
    assert builder.open == [builder.root]
    return builder.root


@pytest.fixture(scope="session")
def parsed() -> Callable[[str], Element]:
    return tree


@pytest.fixture(scope="session")
def page_of() -> Callable[[Report], str]:
    def made(report: Report) -> str:
        stream = io.StringIO()
        write(report, stream)
        return stream.getvalue()

    return made


@pytest.fixture(scope="session")
def read_by_all() -> Callable[[Mapping[str, str]], Report]:
    """What the house finds in articles, with all that the HTML report needs."""

    def run(articles: Mapping[str, str]) -> Report:
        desk = arrange(
            Plugins(()), load(isolated=True), Wishes(), marks=("quotes",), keep_said=True, keep_copy=True
        )
        return check([Source(path, copy.encode()) for path, copy in articles.items()], desk.setup)

    return run
