"""The parts that come with the product, under the same names as a plugin's hooks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path

from verify.check.rule import Rule
from verify.mark.order import Marker
from verify.model.article import Article
from verify.model.finding import Problem
from verify.model.profile import ProfileFile
from verify.read.formats import READERS
from verify.read.reader import Reader
from verify.report.formats import REPORTERS
from verify.report.report import Reporter
from verify.store.facts import Fact

_MARKERS = (
    "sentences", "quotations", "names", "people", "identified", "vocabulary", "narration", "quotes",
    "indirect", "sourced", "statements", "dossiers", "numbers", "dates", "days", "forms",
)  # fmt: skip
_PROFILES = ("ap", "reuters", "bbc", "guardian", "nyt-like")


def verify_readers() -> Iterable[Reader]:
    """Plain text, Markdown and HTML; NITF, NewsML-G2 and feeds."""
    return READERS


def verify_markers() -> Iterator[Marker | Problem]:
    """Every mark that the built-in rules need."""
    for name in _MARKERS:
        module = f"verify.mark.{name}"
        try:
            yield import_module(module).MARKER
        except Exception as error:  # noqa: BLE001 - one broken file must not take the others along
            yield Problem(module, f"cannot be imported: {type(error).__name__}: {error}")


def verify_rules() -> Iterator[Rule | Problem]:
    """The rules of the house."""
    from verify.check.builtin import rules

    return rules()


def verify_reporters() -> Iterable[Reporter]:
    """Text and a page for people, JSON for machines, and what the servers of others read."""
    return REPORTERS


def verify_profiles() -> Iterator[ProfileFile]:
    """The house styles whose guides many desks follow."""
    folder = Path(__file__).parent.parent / "profiles"
    return (ProfileFile(name, folder / f"{name}.toml") for name in _PROFILES)


def verify_facts(article: Article) -> Iterable[Fact]:
    """What the built-in archive rules ask of earlier articles."""
    from verify.store.remember import facts

    return facts(article)
