"""One article read and checked in memory, and the edits that its findings offer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from verify.check.examine import marked, opened
from verify.check.run import check
from verify.check.setup import Setup, Source
from verify.fix.edits import Edit, Places, same_lines, same_words, wanted
from verify.lexicon.holding import added
from verify.mark.order import NoMarker, plan
from verify.model.article import Article
from verify.model.document import Document
from verify.model.finding import Finding, Problem
from verify.model.span import Span


class Reading(Struct, frozen=True):
    """The bytes of an article, the document that they make, and what the rules find in it."""

    data: bytes
    document: Document
    findings: tuple[Finding, ...]
    problems: frozenset[str]


def alone(setup: Setup) -> Setup:
    """The setup for reading one article by itself: its findings and nothing else."""
    return replace(setup, marks=frozenset(), memories=(), keep_said=False, keep_copy=False, elsewhere=None)


def read_through(path: str, data: bytes, setup: Setup) -> Reading | None:
    """Read and check an article; None where it cannot be read."""
    source = Source(path, data)
    document = opened(source, setup)
    if isinstance(document, Problem):
        return None
    report = check([source], setup)
    return Reading(
        data=data,
        document=document,
        findings=tuple(report.findings),
        problems=frozenset(problem.message for problem in report.problems),
    )


def edits(
    document: Document, findings: Iterable[Finding], setup: Setup, *, unsafe: bool
) -> Iterator[tuple[Finding, Edit]]:
    """The edits that the findings offer and the source allows, each with its finding.

    The words must stand in the source as they do in the text. What stands inside quotation marks keeps
    its words, whatever the rule says: a fix may change marks and spaces there, and no more.
    """
    offered = [
        (finding, words) for finding in findings if (words := wanted(finding, unsafe=unsafe)) is not None
    ]
    if not offered:
        return
    places = Places(document.map)
    article = _quoting(document, setup)
    for finding, words in offered:
        place = places.of(finding.start, finding.end)
        if place is None or document.text[place.start : place.end] != finding.text:
            continue
        if not same_lines(finding.text, words):
            continue
        if not same_words(finding.text, words) and (article is None or article.quoted(*place)):
            continue
        related = (one for one in finding.related if one.path == finding.path)
        others = tuple(Span(one.start, one.end) for one in related)
        yield (
            finding,
            Edit(finding.start, finding.end, words, finding.rule, finding.text, place, others),
        )


def _quoting(document: Document, setup: Setup) -> Article | None:
    """The article with its quotation marks paired; None where nobody can pair them."""
    try:
        with added(setup.words_at(document.path)):
            article = marked(document, plan(setup.markers, ("quotations",)), [])
    except NoMarker:
        return None
    return article if "quotations" in article.marks else None
