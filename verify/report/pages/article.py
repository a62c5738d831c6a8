"""One article as the page shows it: paragraphs cut into runs, notes beside them, speakers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from verify.check.outcome import FileReport, Said
from verify.model.finding import SEVERITIES, Finding
from verify.report.excerpt import around
from verify.report.pages.index import Index, article_id
from verify.report.pages.paragraphs import Paragraph, paragraphs
from verify.report.pages.places import Places
from verify.report.pages.segments import Stint, Stretch, stints, within
from verify.report.pages.speakers import NOBODY, Speaker, speakers

_EXCERPT = 72


class Link(NamedTuple):
    """Another passage: what is said of it, where it stands, and its name in the file, if it has one."""

    message: str
    place: str
    target: str


class Note(NamedTuple):
    """A finding as a note: `mark` is the name of the marked words, empty where they are not in the text."""

    id: str
    mark: str
    number: int
    finding: Finding
    rule: str
    links: tuple[Link, ...]
    excerpt: tuple[str, str, str] | None = None

    @property
    def family(self) -> str:
        """The family of its rule."""
        return self.finding.rule.partition("/")[0]


class Shown(NamedTuple):
    """A paragraph with the notes whose words begin in it; `title` is set for the headline of the article."""

    zone: str
    title: bool
    stints: tuple[Stint, ...]
    notes: tuple[Note, ...]


class ArticlePage(NamedTuple):
    """All that the page shows of an article."""

    id: str
    path: str
    headline: str
    titled: bool
    words: int
    counts: Mapping[str, int]
    notes: tuple[Note, ...]
    outside: tuple[Note, ...]
    paragraphs: tuple[Shown, ...]
    speakers: tuple[Speaker, ...]
    voices: tuple[Speaker, ...]
    quotes: tuple[Said, ...]
    passages: tuple[str, ...]
    remarks: tuple[str, ...]


def article(file: FileReport, number: int, index: Index, rules: Mapping[str, str], first: int) -> ArticlePage:
    """Lay out one article; `rules` says by id what the page of a rule is called, `first` counts notes."""
    name = article_id(number)
    copy = file.copy
    spoken = tuple(one for one in file.said if one.spoken)
    heard = speakers(spoken)
    voices = {quote: speaker for speaker in heard for quote in speaker.quotes}
    passages = index.passages(file.path)
    stretches: list[Stretch] = []
    if copy is not None:
        places = Places(copy)
        for layer, spans in (
            ("quote", [places.of(one.start, one.end) for one in spoken]),
            ("finding", [places.of(one.start, one.end) for one in file.findings]),
            ("place", [passage.spans for passage in passages]),
        ):
            stretches += [
                Stretch(span.start, span.end, layer, at) for at, found in enumerate(spans) for span in found
            ]
    marked = {one.number for one in stretches if one.layer == "finding"}
    notes = tuple(
        Note(
            id=f"{name}-n{at + 1}",
            mark=f"{name}-m{at + 1}" if at in marked else "",
            number=first + at,
            finding=finding,
            rule=rules.get(finding.rule, ""),
            links=_links(finding, index),
            excerpt=None if at in marked else _excerpt(finding, file.source),
        )
        for at, finding in enumerate(file.findings)
    )
    told: set[int] = set()
    shown: list[Shown] = []
    blocks = list(paragraphs(copy)) if copy else []
    for paragraph, here in zip(blocks, within(stretches, blocks), strict=True):
        new = sorted({one.number for one in here if one.layer == "finding"} - told)
        told.update(new)
        title = paragraph.zone == "headline" and not any(one.title for one in shown)
        cut = tuple(stints(copy.text, paragraph, here)) if copy else ()
        shown.append(Shown(paragraph.zone, title, cut, tuple(notes[at] for at in new)))
    return ArticlePage(
        id=name,
        path=file.path,
        headline=file.headline,
        titled=any(one.title for one in shown),
        words=file.words,
        counts=counts(file),
        notes=notes,
        outside=tuple(note for note in notes if not note.mark),
        paragraphs=tuple(shown),
        speakers=heard,
        voices=tuple(voices[quote] for quote in range(len(spoken))),
        quotes=spoken,
        passages=tuple(passage.id for passage in passages),
        remarks=file.notes,
    )


def counts(file: FileReport) -> dict[str, int]:
    """How many findings of each severity an article has, the gravest first."""
    found = Counter(finding.severity for finding in file.findings)
    return {severity: found[severity] for severity in reversed(SEVERITIES)}


def _links(finding: Finding, index: Index) -> tuple[Link, ...]:
    return tuple(
        Link(
            one.message,
            f"line {one.line}" if one.path == finding.path else f"{one.path}, line {one.line}",
            index.target(one),
        )
        for one in finding.related
    )


def _excerpt(finding: Finding, source: str) -> tuple[str, str, str]:
    """The line of the source for what stands in the markup."""
    shown = around(source, finding.start, finding.end, finding.start - finding.column + 1, _EXCERPT)
    return shown.before, shown.words, shown.after


__all__ = ["NOBODY", "ArticlePage", "Link", "Note", "Paragraph", "Shown", "article", "counts"]
