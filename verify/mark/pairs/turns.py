"""Turns of a transcript or an interview: a label, a colon, and without marks the words of whom it names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from msgspec import Struct

from verify.lexicon.given import is_given, is_surname
from verify.lexicon.grammar import DAYS
from verify.lexicon.late import late
from verify.lexicon.words import is_word
from verify.model.article import Article
from verify.model.document import PROSE, Block
from verify.model.marks import Quotation

_TURN = late(
    r"(?<![^\n])(?:(?P<letter>[QA])\."
    r"|(?P<label>[A-Z][\w’'-]*\.?(?:[ \u00a0][A-Z][\w’'-]*\.?){0,3})(?: ?\([^()\n]{1,40}\))?:)"
    r"[ \u00a0\n]+(?=[A-Z0-9“\"‘'(\[…])"
)
"""A line that opens with the label of a speaker: "LEE: We shall see.", "Lee (by phone): Yes.", "Q. Why?"."""
ASKS, ANSWERS = frozenset(("q", "question")), frozenset(("a", "answer"))
"""Labels of an interview that name nobody."""
_PARTS = frozenset(
    """caller chair chairman chairwoman clerk counsel court host interpreter interviewer judge moderator
    operator presenter reporter speaker translator voice witness""".split()
)
"""What a transcript calls speakers whom it does not name."""
_TITLES = frozenset(
    """capt chief col det dr gen gov governor judge justice lt mayor minister miss mr mrs ms mx officer
    president prof rep representative rev secretary sen senator sgt sir""".split()
)
"""Words before a name in a label: "MR. ROE:"."""
_LEAST = 3
"""So many turns make a transcript; fewer may be a list, or a heading."""
_MORE = 6
"""Paragraphs without a label that an answer may go on for."""


class _Turn(Struct, frozen=True):
    """A line that may open somebody's turn: whose, where it begins, and where the words do."""

    block: int
    label: str
    at: int
    start: int


def turns(article: Article, marked: frozenset[int]) -> Iterator[list[Quotation]]:
    """The turns of each transcript in an article, a quotation each; `marked` are places of opening marks.

    A transcript is a run of paragraphs, or lines, with labels, of which two at least differ and one comes
    again, and all name a person, a part in the talk ("HOST"), or ask and answer ("Q:", "A:"). The words
    begin behind the label; those that have marks of their own are quotations already. An answer may go on
    in paragraphs without a label: they are chained to it, as those of a quotation that runs on.
    """
    runs = list(_runs(article))
    heard = {_folded(turn.label) for run in runs if _is_talk(article.text, run) for turn in run}
    if not heard:
        return
    for run in runs:
        for turn, following in zip_longest(run, run[1:]):
            # A lone turn, behind what the writer puts in between, is known by its label.
            if turn.start not in marked and _folded(turn.label) in heard:
                yield _words(article, turn, following)


def _words(article: Article, turn: _Turn, following: _Turn | None) -> list[Quotation]:
    """The words of a turn, up to the next one, a quotation for each paragraph."""
    last = turn.block
    if following and following.block > turn.block:
        last = following.block - 1
    spans = [(block.start, block.end) for block in article.blocks[turn.block : last + 1]]
    spans[0] = (turn.start, spans[0][1])
    if following and following.block == turn.block:
        spans[0] = (turn.start, turn.start + len(article.text[turn.start : following.at].rstrip()))
    return [
        Quotation(
            start, end, at, closed=at == last, chain=-1 if at == turn.block else 0, set_off=True,
        )
        for at, (start, end) in enumerate(spans, turn.block)
    ]  # fmt: skip


def _runs(article: Article) -> Iterator[list[_Turn]]:
    """The lines with labels, those together that follow one another."""
    run: list[_Turn] = []
    for turn in _lines(article):
        if run and not _follows(article, run[-1], turn):
            yield run
            run = []
        run.append(turn)
    if run:
        yield run


def _follows(article: Article, one: _Turn, other: _Turn) -> bool:
    """Whether a turn comes next in the talk: at once, or behind paragraphs that an answer takes."""
    between = article.blocks[one.block + 1 : other.block]
    if not between:
        return True
    asked = _folded(one.label) in ANSWERS and _folded(other.label) in ASKS
    return asked and len(between) <= _MORE and all(_goes_on(article.text, block) for block in between)


def _goes_on(text: str, block: Block) -> bool:
    """Whether a paragraph may be more of an answer: whole sentences, and no aside in brackets."""
    return block.zone in PROSE and text[block.end - 1] in ".?!…”\"’'" and text[block.start] not in "([“\"‘'"


def _lines(article: Article) -> Iterator[_Turn]:
    """Every line with a label."""
    for number, block in enumerate(article.blocks):
        if block.zone in PROSE and not block.set_off and _may_hold(article.text, block):
            for found in _TURN.finditer(article.text, block.start, block.end):
                yield _Turn(number, found["letter"] or found["label"], found.start(), found.end())


def _may_hold(text: str, block: Block) -> bool:
    """Whether a paragraph has what every label ends with: a quick way past most."""
    return (
        text.find(":", block.start, block.end) >= 0
        or text.find("Q.", block.start, block.end) >= 0
        or text.find("A.", block.start, block.end) >= 0
    )


def _is_talk(text: str, talk: Sequence[_Turn]) -> bool:
    """Whether labels are those of people who talk with one another, and not of a table or a list."""
    often = Counter(_folded(turn.label) for turn in talk)
    if len(talk) < _LEAST or len(often) < 2 or max(often.values()) < 2:
        return False
    if often.keys() & ASKS and often.keys() & ANSWERS:
        return True
    others = often.keys() - {_folded(turn.label) for turn in talk if _may_speak(turn.label)}
    if len(others) > 1 or len(others) == len(often):
        return False
    # One of them may be the paper that asks: "Post: Did he call?".
    asked = sum(_folded(turn.label) in others and "?" in _line(text, turn) for turn in talk)
    return 2 * asked >= sum(often[other] for other in others)


def _line(text: str, turn: _Turn) -> str:
    end = text.find("\n", turn.start)
    return text[turn.start : end if end >= 0 else len(text)]


def _folded(label: str) -> str:
    """Whose label it is: a speaker may have a full name first ("ANN LEE:", then "LEE:")."""
    return label.rsplit(maxsplit=1)[-1].casefold().rstrip(".")


def _may_speak(label: str) -> bool:
    """Whether the label is a person's, by the names that there are, or by being no word at all."""
    words = [word.strip(".") for word in label.split()]
    first, last = words[0].casefold(), words[-1].casefold()
    if last in _PARTS or first in _PARTS or last in DAYS:
        return last not in DAYS
    if len(words) > 1 and first in _TITLES:
        return True
    known = is_given(first) or is_surname(last) or not (is_word(last) or len(last) == 1)
    return known and (len(words) > 1 or not is_word(last) or (is_surname(last) and label.isupper()))
