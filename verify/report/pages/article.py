"""One article as the page shows it: paragraphs cut into runs, notes beside them, speakers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from verify.check.outcome import FileReport, Said
from verify.model.finding import SEVERITIES, Finding, Related
from verify.model.span import Span
from verify.report.excerpt import around
from verify.report.pages.index import Index, Passage, article_id
from verify.report.pages.paragraphs import Paragraph, paragraphs
from verify.report.pages.places import Places
from verify.report.pages.segments import Layer, Stint, Stretch, stints, within
from verify.report.pages.speakers import Speaker, speakers

_EXCERPT = 72
Cut = tuple[Paragraph, tuple[Stint, ...]]


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
    """All that the page shows of an article.

    `voices` holds the speaker of each quote; `tinted` are the numbers of those that stand in the copy.
    """

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
    tinted: frozenset[int]
    passages: tuple[str, ...]
    remarks: tuple[str, ...]


def article(file: FileReport, number: int, index: Index, rules: Mapping[str, str], first: int) -> ArticlePage:
    """Lay out one article; `rules` says by id what the page of a rule is called, `first` counts notes."""
    name = article_id(number)
    spoken = tuple(one for one in file.said if one.spoken)
    heard = speakers(spoken)
    voices = {quote: speaker for speaker in heard for quote in speaker.quotes}
    passages = index.passages(file.path)
    cut = _cut(file, spoken, passages) if file.copy else []
    runs = [(stint, run) for _, stints in cut for stint in stints for run in stint.runs]
    marked = {finding for _, run in runs for finding in run.findings}
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
    shown = tuple(_shown(cut, notes))
    return ArticlePage(
        id=name,
        path=file.path,
        headline=file.headline,
        titled=any(one.title for one in shown),
        words=file.words,
        counts=counts(file),
        notes=notes,
        outside=tuple(note for note in notes if not note.mark),
        paragraphs=shown,
        speakers=heard,
        voices=tuple(voices[quote] for quote in range(len(spoken))),
        tinted=frozenset(stint.quote for stint, _ in runs),
        passages=tuple(passage.id for passage in passages),
        remarks=file.notes,
    )


def _cut(file: FileReport, spoken: Sequence[Said], passages: Sequence[Passage]) -> list[Cut]:
    """The paragraphs of the article, each with its words cut into runs."""
    copy = file.copy
    if copy is None:
        return []
    places = Places(copy)
    layers: tuple[tuple[Layer, list[tuple[Span, ...]]], ...] = (
        ("quote", [places.of(one.start, one.end) for one in spoken]),
        ("finding", [places.of(one.start, one.end) for one in file.findings]),
        ("place", [passage.spans for passage in passages]),
    )
    stretches = [
        Stretch(span.start, span.end, layer, at)
        for layer, found in layers
        for at, spans in enumerate(found)
        for span in spans
    ]
    blocks = list(paragraphs(copy))
    return [
        (paragraph, tuple(stints(copy.text, paragraph, here)))
        for paragraph, here in zip(blocks, within(stretches, blocks), strict=True)
    ]


def _shown(cut: Sequence[Cut], notes: Sequence[Note]) -> Iterator[Shown]:
    """The paragraphs, each with the notes whose words begin in it; the first headline is the article's."""
    told: set[int] = set()
    titled = False
    for paragraph, stints_ in cut:
        new = {finding for stint in stints_ for run in stint.runs for finding in run.findings} - told
        told |= new
        title = paragraph.zone == "headline" and not titled
        titled = titled or title
        yield Shown(paragraph.zone, title, stints_, tuple(notes[at] for at in sorted(new)))


def counts(file: FileReport) -> dict[str, int]:
    """How many findings of each severity an article has, the gravest first."""
    found = Counter(finding.severity for finding in file.findings)
    return {severity: found[severity] for severity in reversed(SEVERITIES)}


def _links(finding: Finding, index: Index) -> tuple[Link, ...]:
    return tuple(Link(one.message, _place(one, finding.path), index.target(one)) for one in finding.related)


def _place(one: Related, here: str) -> str:
    line = f"line\N{NO-BREAK SPACE}{one.line}"
    return line if one.path == here else f"{one.path}, {line}"


def _excerpt(finding: Finding, source: str) -> tuple[str, str, str]:
    """The line of the source for what stands in the markup."""
    shown = around(source, finding.start, finding.end, finding.start - finding.column + 1, _EXCERPT)
    return shown.before, shown.words, shown.after
