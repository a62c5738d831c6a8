"""The words of a paragraph as HTML: quotes tinted, flagged words marked and joined to their notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from markupsafe import Markup, escape

from verify.model.finding import SEVERITIES
from verify.report.cells import neutral
from verify.report.pages.article import ArticlePage, Shown
from verify.report.pages.segments import Run, Stint


class Words:
    """Writes the words of one article, paragraph by paragraph; each name is given out once."""

    def __init__(self, page: ArticlePage) -> None:
        self._page = page
        self._named: set[str] = set()
        self._left = Counter(
            finding
            for shown in page.paragraphs
            for stint in shown.stints
            for run in stint.runs
            for finding in run.findings
        )

    def of(self, shown: Shown) -> Markup:
        """The words of the paragraph; whatever the copy holds, it comes out as text."""
        lines = shown.zone == "code"
        return Markup("").join(self._stint(stint, shown.zone, lines=lines) for stint in shown.stints)

    def _stint(self, stint: Stint, zone: str, *, lines: bool) -> Markup:
        words = Markup("").join(self._run(run, lines=lines) for run in stint.runs)
        if stint.quote >= 0:
            words = self._quote(stint.quote, words)
        return (
            words
            if stint.zone == zone
            else Markup('<span class="zone {}">{}</span>').format(stint.zone, words)
        )

    def _quote(self, number: int, words: Markup) -> Markup:
        voice = self._page.voices[number]
        name = neutral(voice.name) or "no speaker found"
        title = f"{name}, {neutral(voice.title)}" if voice.title else name
        tint = f"t{voice.tint}" if voice.tint >= 0 else "nobody"
        id_ = f"{self._page.id}-q{number + 1}"
        if id_ in self._named:
            return Markup('<span class="quote {}" title="{}">{}</span>').format(tint, title, words)
        self._named.add(id_)
        return Markup(
            '<span class="quote {}" id="{}" title="{}"><span class="vh">{}: </span>{}</span>'
        ).format(tint, id_, title, name, words)

    def _run(self, run: Run, *, lines: bool) -> Markup:
        words = escape("\n".join(map(neutral, run.text.split("\n"))) if lines else neutral(run.text))
        for number in run.places:
            words = self._called(self._page.passages[number], words, "place")
        return self._mark(run, words) if run.findings else words

    def _called(self, name: str, words: Markup, kind: str) -> Markup:
        if name in self._named:
            return words
        self._named.add(name)
        return Markup('<span class="{}" id="{}" tabindex="-1">{}</span>').format(kind, name, words)

    def _mark(self, run: Run, words: Markup) -> Markup:
        """The words as a link to the note of the gravest finding, with the numbers of those that end here."""
        notes = [self._page.notes[number] for number in run.findings]
        gravest = max(notes, key=lambda note: SEVERITIES.index(note.finding.severity))
        for note in notes:
            if note is not gravest:
                words = self._called(note.mark, words, "also")
        new = gravest.mark not in self._named
        self._named.add(gravest.mark)
        numbers = " ".join(str(note.number) for note in notes)
        more = Markup(' id="{}"').format(gravest.mark) if new else Markup("")
        if not run.text.strip():
            more += Markup(' aria-label="finding {}"').format(numbers)
        kind = gravest.finding.severity if run.text else f"{gravest.finding.severity} point"
        link = Markup('<a class="mark {}" href="#{}" data-notes="{}"{}>{}</a>').format(
            kind, gravest.id, " ".join(note.id for note in notes), more, words
        )
        return link + Markup("").join(self._ended(run))

    def _ended(self, run: Run) -> Iterator[Markup]:
        for number in run.findings:
            self._left[number] -= 1
            if not self._left[number]:
                note = self._page.notes[number]
                yield Markup('<span class="no {}" data-no="{}" data-note="{}"></span>').format(
                    note.finding.severity, note.number, note.id
                )
