"""Verify, a linter for news copy: every name that a rule or a plugin may import, and nothing else."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from verify.check.builtin import rules_in
    from verify.check.rule import Rule, archive_rule, rule
    from verify.lexicon.offered import Lexicon
    from verify.mark.order import Engine, Marker, NoEngine
    from verify.model.article import Article
    from verify.model.document import Block, Document, Zone
    from verify.model.finding import Elsewhere, Finding, Flag, Judgement, Problem
    from verify.model.marks import Date, Entity, Mention, Number, Quotation, Quote, Sentence, Speaker, Token
    from verify.model.profile import Profile, ProfileFile
    from verify.model.roster import Identified, Post, Preference, Record
    from verify.model.span import Piece, SourceMap, Span
    from verify.model.supplied import Difference, Held, Passage
    from verify.plugin.hookspecs import hookimpl
    from verify.read.decode import decode
    from verify.read.fragment import proof, set_html, set_text
    from verify.read.galley import Galley
    from verify.read.reader import Reader, Unreadable
    from verify.report.report import FileReport, Report, Reporter
    from verify.store.archive import Archive
    from verify.store.facts import Fact, Story, Told

__version__ = "0.1.0"

_HOMES = {
    "verify.check.rule": ("Rule", "archive_rule", "rule"),
    "verify.check.builtin": ("rules_in",),
    "verify.lexicon.offered": ("Lexicon",),
    "verify.mark.order": ("Engine", "Marker", "NoEngine"),
    "verify.model.article": ("Article",),
    "verify.model.document": ("Block", "Document", "Zone"),
    "verify.model.finding": ("Elsewhere", "Finding", "Flag", "Judgement", "Problem"),
    "verify.model.marks": (
        "Date", "Entity", "Mention", "Number", "Quotation", "Quote", "Sentence", "Speaker", "Token",
    ),
    "verify.model.profile": ("Profile", "ProfileFile"),
    "verify.model.roster": ("Identified", "Post", "Preference", "Record"),
    "verify.model.span": ("Piece", "SourceMap", "Span"),
    "verify.model.supplied": ("Difference", "Held", "Passage"),
    "verify.plugin.hookspecs": ("hookimpl",),
    "verify.read.decode": ("decode",),
    "verify.read.fragment": ("proof", "set_html", "set_text"),
    "verify.read.galley": ("Galley",),
    "verify.read.reader": ("Reader", "Unreadable"),
    "verify.report.report": ("FileReport", "Report", "Reporter"),
    "verify.store.archive": ("Archive",),
    "verify.store.facts": ("Fact", "Story", "Told"),
}  # fmt: skip
_HOME = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "Archive", "Article", "Block", "Date", "Difference", "Document", "Elsewhere", "Engine", "Entity",
    "Fact", "FileReport", "Finding", "Flag", "Galley", "Held", "Identified", "Judgement", "Lexicon",
    "Marker", "Mention", "NoEngine", "Number", "Passage", "Piece", "Post", "Preference", "Problem",
    "Profile", "ProfileFile", "Quotation", "Quote", "Reader", "Record", "Report", "Reporter", "Rule",
    "Sentence", "SourceMap", "Span", "Speaker", "Story", "Token", "Told", "Unreadable", "Zone",
    "archive_rule", "decode", "hookimpl", "proof", "rule", "rules_in", "set_html", "set_text",
]  # fmt: skip


def __getattr__(name: str) -> Any:  # noqa: ANN401 - the names are typed above, under TYPE_CHECKING
    """Import a public name when it is first used, so that `verify --version` loads almost nothing."""
    if name in _HOME:
        # Kept, so that this is asked once for each name and not once for each rule that imports it.
        found = globals()[name] = getattr(import_module(_HOME[name]), name)
        return found
    raise AttributeError(f"module 'verify' has no attribute {name!r}")
