"""The statements of an article as the `claims` command shows them, beside what other articles have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from verify.check.outcome import Claim, Figure, FileReport, Parallel, Place, Report
from verify.check.page import Page
from verify.check.rule import Rule
from verify.check.voices import one_said
from verify.mark.transcripts.fold import folded
from verify.model.article import Article
from verify.model.finding import Finding, Flag
from verify.model.marks import Date, Number
from verify.store.archive import Archive
from verify.store.facts import Story

_WITHIN = 60
"""Days between two articles that are held beside each other."""


def claimed(article: Article, page: Page) -> Iterator[Claim]:
    """Every sentence that can be checked, led to its place in the source."""

    def place(one: tuple[int, int]) -> Place:
        span = article.document.to_source(one)
        return Place(*span, *page.lines.place(span.start))

    def figure(one: Number | Date) -> Figure:
        return Figure(article.text[one.start : one.end], place((one.start, one.end)))

    for one in article.statements:
        yield Claim(
            place=place((one.start, one.end)),
            text=article.text[one.start : one.end],
            figures=tuple(map(figure, one.figures)),
            dates=tuple(map(figure, one.dates)),
            said=tuple(one_said(article, page, quote) for quote in one.quotes),
            on_file=one.on_file,
            passages=one.passages,
        )


def _agreeing(story: Story, archive: Archive) -> Iterator[Flag]:
    """What other articles tell in the same way: a quote in the same words, an event of the same day."""
    for fact in story.of("said"):
        own = folded(fact.words)
        for told in archive.elsewhere(story, "said", fact.subject, within=_WITHIN):
            other = folded(told.fact.words)
            if own in other or other in own:
                yield Flag((fact.start, fact.end), "", related=(told.place("quotes the same words"),))
    for fact in story.of("when"):
        for told in archive.elsewhere(story, "when", fact.subject, within=_WITHIN):
            if told.fact.value == fact.value:
                yield Flag((fact.start, fact.end), "", related=(told.place("gives the same day"),))


AGREES = Rule(
    id="statements/told-elsewhere",
    check=_agreeing,
    summary="Another article tells the same.",
    severity="info",
    needs=frozenset(("quotes", "people", "dates", "days")),
    since="0.1",
    page=Path(),
    scope="archive",
)
"""No rule of the house: it finds where articles agree, which nobody has to mend."""


def with_others(report: Report) -> Report:
    """The report with what rules found across articles in the claims that they speak of, and no findings."""
    return report.with_files(_beside)


def _beside(file: FileReport) -> FileReport:
    claims = (
        replace(one, elsewhere=tuple(sorted(set(_parallels(one, file.findings))))) for one in file.claims
    )
    return replace(file, claims=tuple(claims), findings=())


def _parallels(claim: Claim, findings: Sequence[Finding]) -> Iterator[Parallel]:
    for finding in findings:
        if finding.start < claim.place.end and finding.end > claim.place.start:
            agrees = finding.rule == AGREES.id
            for other in finding.related:
                words = other.message if agrees else finding.message
                yield Parallel(other.path, other.line, other.column, agrees, words)
