"""Where an article first names somebody, led back to the source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from verify.check.outcome import Introduction
from verify.check.page import Page
from verify.model.article import Article
from verify.model.document import PROSE
from verify.model.marks import Mention
from verify.model.span import Span


class Introductions:
    """Answers for one article where the narration names somebody first.

    A headline or a quotation may use the name before; a reader is introduced to it in the story.
    """

    def __init__(self, article: Article, page: Page) -> None:
        self._article, self._page = article, page
        self._prose = [block.span for block in article.zoned(*PROSE)]

    def of(self, mentions: Sequence[Mention]) -> Introduction | None:
        """The first of these mentions in the narration, else the first of all; None where there are none."""
        first = next(self._told(mentions), None) or next(iter(mentions), None)
        if first is None:
            return None
        title = first.title_span or first.span
        whole = Span(min(first.start, title.start), max(first.end, title.end))
        start, end = self._article.document.to_source(whole)
        words = self._article.text[whole.start : whole.end]
        return Introduction(start, end, *self._page.lines.place(start), words)

    def _told(self, mentions: Iterable[Mention]) -> Iterator[Mention]:
        return (mention for mention in mentions if not mention.quoted and _inside(mention.start, self._prose))


def _inside(at: int, spans: Sequence[Span]) -> bool:
    """Whether the place lies in one of the spans, which are in order and apart."""
    before = bisect_right(spans, at, key=lambda span: span.start) - 1
    return before >= 0 and at < spans[before].end
