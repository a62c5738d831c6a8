"""The sentences of an article that can be checked: figures, dates, and what somebody is said to have said."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeVar

from verify.mark.order import Marker
from verify.model.article import Article
from verify.model.document import PROSE
from verify.model.marks import Date, Number, Sentence
from verify.model.supplied import OnFile, Statement, Verdict, gravest

if TYPE_CHECKING:
    from verify.mark.transcripts.shelf import Sources

_NEEDS = frozenset(("sentences", "numbers", "dates", "quotes", "indirect", "sourced"))
_ON_FILE: dict[Verdict, OnFile] = {"verbatim": "yes", "respelt": "yes", "absent": "no"}
_SMALL = 10


class _Placed(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


_Mark = TypeVar("_Mark", bound=_Placed)


def marker(sources: Sources | None) -> Marker:
    """The marker that also says what these sources hold of each statement."""
    if not (sources and sources.texts):
        return MARKER
    return Marker("statements", partial(_statements, sources), _NEEDS)


def _statements(sources: Sources | None, article: Article) -> tuple[Statement, ...]:
    quotes = sorted(
        (quote for quote in (*article.quotes, *article.indirect) if not quote.needs_none),
        key=lambda quote: (quote.start, quote.end),
    )
    dates = article.dates
    numbers = [one for one in article.numbers if _tells(article, one)]
    found = []
    for sentence in article.sentences:
        if article.blocks[sentence.block].zone not in PROSE:
            continue
        said = tuple(_within(quotes, sentence))
        when = tuple(_within(dates, sentence))
        figures = tuple(one for one in _within(numbers, sentence) if not _of_a_date(one, when))
        if said or figures or when:
            statement = Statement(sentence.start, sentence.end, figures, when, said)
            found.append(_on_file(sources, article, statement) if sources else statement)
    return tuple(found)


def _of_a_date(number: Number, dates: Sequence[Date]) -> bool:
    return any(number.start < date.end and number.end > date.start for date in dates)


def _tells(article: Article, number: Number) -> bool:
    """Whether a number is a figure that can be checked, and not a small one in words ("one of them")."""
    return number.value >= _SMALL or any(sign.isdigit() for sign in article.text[number.start : number.end])


def _within(marks: Sequence[_Mark], sentence: Sentence) -> Iterator[_Mark]:
    """The marks that begin in the sentence; they lie in the order of the text."""
    low = bisect_left(marks, sentence.start, key=lambda one: one.start)
    high = bisect_right(marks, sentence.end - 1, key=lambda one: one.start)
    return iter(marks[low:high])


def _on_file(sources: Sources, article: Article, one: Statement) -> Statement:
    """The statement with what the sources say of its quotes, else of its words and figures."""
    from verify.mark.transcripts.backing import Figure, backed

    numbers = {id(quote): number for number, quote in enumerate(article.quotes)}
    asked = {numbers[id(quote)] for quote in one.quotes if id(quote) in numbers}
    held = [part for part in article.sourced if part.quote in asked]
    verdict = gravest(held)
    if verdict is not None:
        passages = tuple(passage for part in held for passage in part.passages)
        return one.on(_ON_FILE.get(verdict, "differs"), passages)
    paths = [text.path for text in sources.texts]
    itself = paths.index(article.document.path) if article.document.path in paths else -1
    figures = [Figure(article.text[number.start : number.end], number.unit) for number in one.figures]
    figures += [Figure(article.text[date.start : date.end]) for date in one.dates]
    found = backed(sources, _reported(article, one), figures, itself)
    if found is None:
        return one.on("no")
    return one.on(found.on_file, (sources.passage(found.spot),) if found.spot else ())


def _reported(article: Article, one: Statement) -> str:
    """What is reported, without who reports it; where nobody is named for it, the whole sentence."""
    indirect = [quote for quote in one.quotes if quote.kind == "indirect"]
    return " ".join(article.text[quote.start : quote.end] for quote in indirect or (one,))


MARKER = Marker("statements", partial(_statements, None), _NEEDS)
