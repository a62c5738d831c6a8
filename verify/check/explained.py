"""One quote of an article with the choice of its speaker, for those who ask why."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from verify.check.examine import marked, opened
from verify.check.mishaps import Mishap, describe, problems
from verify.check.outcome import Said
from verify.check.page import Page
from verify.check.setup import Setup, Source, draw_up
from verify.check.voices import said, told
from verify.lexicon.holding import added
from verify.mark.reasons import Reasons, reasons
from verify.model.article import Article
from verify.model.finding import Problem

_NEAREST = 3


class Explained(Struct, frozen=True):
    """A quote, and why its speaker is its speaker; the reasons count into the text of `article`."""

    page: Page
    article: Article
    said: Said
    reasons: Reasons


def explained(source: Source, setup: Setup, line: int, column: int = 0) -> Explained | Problem:
    """The quote at a place of the article, and why it was given to whom it was given.

    Without a column (0) it is the first quote that starts on the line, else the one that runs over it.
    Where there is none the problem names the nearest.
    """
    mishaps: list[Mishap] = []
    plan = draw_up(setup, many=False)
    with setup.watch() as watch:
        document = opened(source, setup, watch)
        if isinstance(document, Problem):
            return document
        with added(setup.words_at(source.path)):
            article = marked(document, plan.markers, mishaps, watch, setup.identifiers)
    for problem in (*plan.problems, *problems(mishaps)):
        return problem
    page = Page.of(document)
    quotes = tuple(said(article, page))
    number = _at(quotes, page, line, column)
    if number is None:
        return Problem(document.path, _nothing(quotes, page, line, column))
    try:
        with added(setup.words_at(source.path)):
            why = reasons(article, told(article)[number])
    except Exception as error:  # noqa: BLE001 - the marks may be a plugin's, and unlike ours
        return Problem(document.path, f"the quote cannot be explained: {describe(error)}")
    return Explained(page, article, quotes[number], why)


def _at(quotes: Sequence[Said], page: Page, line: int, column: int) -> int | None:
    """The index of the quote meant by a place: the one it lies in, else the next on its line."""
    starts = [number for number, one in enumerate(quotes) if one.line == line and one.column >= column]
    ends = [page.lines.place(max(one.start, one.end - 1)) for one in quotes]
    over = [
        number
        for number, one in enumerate(quotes)
        if (one.line, one.column) <= (line, column or 1) <= ends[number]
        or (not column and one.line <= line <= ends[number][0])
    ]
    # Of quotes inside one another the inner one is meant.
    inner = sorted(over, key=lambda number: -quotes[number].start)
    return next(iter((*inner, *starts) if column else (*starts, *inner)), None)


def _nothing(quotes: Sequence[Said], page: Page, line: int, column: int) -> str:
    """That no quote is there, and where the nearest are."""

    def far(one: Said) -> tuple[int, int]:
        last = page.lines.place(max(one.start, one.end - 1))[0]
        return min(abs(one.line - line), abs(last - line)), abs(one.column - column) if column else 0

    near = sorted(sorted(quotes, key=far)[:_NEAREST], key=lambda one: one.start)
    places = ", ".join(f"{one.line}:{one.column}" for one in near)
    place = f"at {line}:{column} or after it on the line" if column else f"on line {line}"
    return f"there is no quote {place}" + (f"; the nearest: {places}" if places else ", nor anywhere else")
