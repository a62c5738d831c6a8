"""The parts that come with the product, handed over through the same hooks as a plugin's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from verify.check.rule import Rule
from verify.mark.order import Marker
from verify.model.article import Article
from verify.model.finding import Problem
from verify.model.profile import ProfileFile
from verify.plugin.hookspecs import hookimpl
from verify.read.reader import Reader
from verify.report.report import Reporter
from verify.store.facts import Fact

_READERS = ("plain", "markdown", "html")
_OF_XML = ("NITF", "NEWSML", "FEED")
_MARKERS = (
    "sentences", "quotations", "names", "people", "identified", "vocabulary", "narration", "quotes",
    "indirect", "sourced", "statements", "dossiers", "numbers", "dates", "days", "forms",
)  # fmt: skip
_PROFILES = ("ap", "reuters", "bbc", "guardian", "nyt-like")
_REPORTERS = ("text", "json", "jsonl", "html", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson")


@hookimpl
def verify_readers() -> Iterator[Reader | Problem]:
    """Plain text, Markdown and HTML; NITF, NewsML-G2 and feeds."""
    yield from _parts("read", _READERS, "READER")
    for name in _OF_XML:
        yield from _parts("read", ("xml.readers",), name)


@hookimpl
def verify_markers() -> Iterator[Marker | Problem]:
    """Every mark that the built-in rules need."""
    return _parts("mark", _MARKERS, "MARKER")


@hookimpl
def verify_rules() -> Iterator[Rule | Problem]:
    """The rules of the house."""
    from verify.check.builtin import rules

    return rules()


@hookimpl
def verify_reporters() -> Iterator[Reporter | Problem]:
    """Text and a page for people, JSON for machines, and what the servers of others read."""
    return _parts("report", _REPORTERS, "REPORTER")


@hookimpl
def verify_profiles() -> Iterator[ProfileFile]:
    """The house styles whose guides many desks follow."""
    folder = Path(__file__).parent.parent / "profiles"
    return (ProfileFile(name, folder / f"{name}.toml") for name in _PROFILES)


@hookimpl
def verify_facts(article: Article) -> Iterable[Fact]:
    """What the built-in archive rules ask of earlier articles."""
    from verify.store.remember import facts

    return facts(article)


def _parts(room: str, names: Iterable[str], constant: str) -> Iterator[Any]:
    """The part of each file of a room; a file that cannot be imported is a problem, the rest stay."""
    for name in names:
        module = f"verify.{room}.{name}"
        try:
            yield getattr(import_module(module), constant)
        except Exception as error:  # noqa: BLE001 - one broken file must not take the others along
            yield Problem(module, f"cannot be imported: {type(error).__name__}: {error}")
