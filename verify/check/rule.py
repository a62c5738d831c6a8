"""What a rule is, and the decorators that make one."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct

from verify.model.article import Article
from verify.model.finding import Flag, Severity
from verify.store.archive import Archive
from verify.store.facts import Story

Scope = Literal["article", "archive"]
ArticleCheck = Callable[..., Iterator[Flag]]


class Rule(Struct, frozen=True):
    """A check with its name and standing; made by a decorator or from data, never registered.

    `check` takes (article) or, for scope "archive", (story, archive); with `options` set it takes an
    instance of that frozen class as its last argument. `page` is the Markdown file beside the rule;
    of a rule made from data it is the file with the data, and `written` writes the page.
    `points` are those of the house style that it reads: it runs where the article's profile settles one.
    `yields_to` are those whose rules mark the same slips: where one of them has, this one is not heard.
    `former` are ids that it had before: settings and allowances that use one still hold.
    """

    id: str
    check: ArticleCheck
    summary: str
    severity: Severity
    needs: frozenset[str]
    since: str
    page: Path
    advice: str = ""
    scope: Scope = "article"
    default: bool = True
    options: type[Any] | None = None
    points: frozenset[str] = frozenset()
    yields_to: frozenset[str] = frozenset()
    former: tuple[str, ...] = ()
    written: Callable[[], str] | None = None

    def read_page(self) -> str:
        """The text of its page; raises OSError where the file cannot be read."""
        return self.written() if self.written else self.page.read_text(encoding="utf-8")

    @property
    def family(self) -> str:
        """The folder it lives in: the part of the id before the slash."""
        return self.id.partition("/")[0]


def rule(  # noqa: PLR0913 - as many as a rule has sides; all by name
    *,
    severity: Severity,
    since: str,
    needs: Iterable[str] = (),
    advice: str = "",
    default: bool = True,
    options: type[Any] | None = None,
    points: Iterable[str] = (),
    yields_to: Iterable[str] = (),
    former: Iterable[str] = (),
) -> Callable[[Callable[..., Iterator[Flag]]], Rule]:
    """Make a rule of a generator that takes an Article and yields flags."""
    return partial(
        _rule, severity=severity, since=since, needs=needs, advice=advice, default=default, options=options,
        scope="article", points=points, yields_to=yields_to, former=former,
    )  # fmt: skip


def archive_rule(
    *,
    severity: Severity,
    since: str,
    needs: Iterable[str] = (),
    advice: str = "",
    default: bool = True,
    options: type[Any] | None = None,
    yields_to: Iterable[str] = (),
    former: Iterable[str] = (),
) -> Callable[[Callable[..., Iterator[Flag]]], Rule]:
    """Make a rule of a generator that takes a Story and the Archive and yields flags.

    Its flags' spans count into the source of the story, as the facts' spans do.
    """
    return partial(
        _rule, severity=severity, since=since, needs=needs, advice=advice, default=default, options=options,
        scope="archive", points=(), yields_to=yields_to, former=former,
    )  # fmt: skip


def _rule(  # noqa: PLR0913 - as many as a rule has sides; all by name
    check: Callable[..., Iterator[Flag]],
    *,
    severity: Severity,
    since: str,
    needs: Iterable[str],
    advice: str,
    default: bool,
    options: type[Any] | None,
    scope: Scope,
    points: Iterable[str],
    yields_to: Iterable[str],
    former: Iterable[str],
) -> Rule:
    """The id is the path: `rules/titles/inconsistent_title.py` is titles/inconsistent-title.

    A file that lies in no package holds a family: `tide` in `house_rules.py` is house-rules/tide. Such a
    rule has no page but its docstring.
    """
    file = Path(sys.modules[check.__module__].__file__ or "")
    *_, family, name = ("", *check.__module__.split("."))
    alone = not family
    if alone:
        family, name = file.stem, check.__name__
    doc = inspect.getdoc(check) or ""
    summary = doc.partition("\n")[0]
    points = frozenset(points)
    return Rule(
        id=f"{family}/{name}".replace("_", "-"),
        check=check,
        summary=summary,
        severity=severity,
        needs=frozenset(needs) | ({"profile"} if points else set()),
        since=since,
        page=file if alone else file.with_suffix(".md"),
        advice=advice,
        scope=scope,
        default=default,
        options=options,
        points=points,
        yields_to=frozenset(yields_to),
        former=tuple(former),
        written=partial("# {}\n\n{}\n".format, f"{family}/{name}".replace("_", "-"), doc) if alone else None,
    )


__all__ = ["Archive", "Article", "Flag", "Rule", "Story", "archive_rule", "rule"]
