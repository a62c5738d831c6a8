"""A paragraph as its writer speaks it: the words outside quotation marks, a place held for each quote."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Iterator, Sequence
from operator import attrgetter

from msgspec import Struct

from verify.lexicon.late import late
from verify.mark.order import Marker
from verify.model.article import Article
from verify.model.marks import Quotation, Sentence, Token

QUOTE, STOP = "<quote>", "<stop>"
_START = attrgetter("start")
_LONGEST_LABEL, _LONGEST_NICKNAME = 5, 30
_BEFORE_NAME = late(r"[A-Z][\w.’'-]*(?<![’']s) $")
_AFTER_NAME = late(r" (?![A-Z][a-z]+day\b)[A-Z][\w’'-]+")
_LETTERS = frozenset(("q", "a"))
"""Labels of turns that a point may end in place of a colon."""
_AS_WRITTEN = frozenset(("WHO", "IT", "US", "Will"))
"""Acronyms and a name that would be pronouns and an auxiliary in lower case."""


class Word(Struct, frozen=True, gc=False):
    """One step of the narration: a token, a held place for a quotation, or the end of a sentence.

    `low` is the token in lower case (acronyms such as WHO as they are), QUOTE or STOP;
    `quotation` the index of the quotation, or -1.
    """

    low: str
    text: str
    start: int
    end: int
    quotation: int = -1


class Paragraph(Struct, frozen=True):
    """The narration of one block, and where in it each of its quotations stands.

    A nickname in a name (Robert “Bobby” Lee) is left out of the words: `nicknames` are the quotations that
    are nothing else.
    """

    block: int
    words: tuple[Word, ...]
    quotes: tuple[int, ...]
    nicknames: tuple[int, ...] = ()


def spoken(quotations: Sequence[Quotation]) -> list[int]:
    """The quotations that narration steps over: all outermost ones."""
    return [index for index, quotation in enumerate(quotations) if quotation.level == 0]


def narration(article: Article) -> tuple[Paragraph, ...]:
    """The narration of every block that has sentences, in the order of the text."""
    return tuple(_paragraphs(article))


def paragraphs(article: Article) -> tuple[Paragraph, ...]:
    """The narration of the article: that which the mark holds, where somebody asked for it."""
    made: tuple[Paragraph, ...] | None = article.marks.get("narration")
    return narration(article) if made is None else made


def _paragraphs(article: Article) -> Iterator[Paragraph]:
    quotations = article.quotations.spans
    outer: dict[int, list[int]] = {}
    for index in spoken(quotations):
        outer.setdefault(quotations[index].block, []).append(index)
    by_block: dict[int, list[Sentence]] = {}
    for sentence in article.sentences:
        by_block.setdefault(sentence.block, []).append(sentence)
    for block, sentences in by_block.items():
        inside = outer.get(block, [])
        nicknames = frozenset(index for index in inside if nickname(article.text, quotations[index]))
        yield _paragraph(block, sentences, inside, quotations, nicknames)


def _paragraph(
    block: int,
    sentences: list[Sentence],
    inside: list[int],
    quotations: Sequence[Quotation],
    nicknames: frozenset[int],
) -> Paragraph:
    words: list[Word] = []
    quotes: list[int] = []
    ahead = deque(inside)
    for sentence in sentences:
        tokens = sentence.tokens
        at = 0
        while at < len(tokens):
            start = tokens[at].start
            while ahead and quotations[ahead[0]].end <= start:
                ahead.popleft()
            quotation = quotations[ahead[0]] if ahead else None
            if quotation is None or quotation.start > start:
                # What the writer says up to the next quotation, in one go.
                end = len(tokens) if quotation is None else _first_from(quotation.start, tokens, at)
                words += _words(tokens[at:end])
                at = end
                continue
            if ahead[0] not in nicknames and (not quotes or words[quotes[-1]].quotation != ahead[0]):
                words.extend(_label(tokens, at))
                if (size := _lettered(words)) and (quotation.set_off or len(words) == size):
                    words[-size:] = _letter(words[-size])
                quotes.append(len(words))
                words.append(Word(QUOTE, "", quotation.start, quotation.end, ahead[0]))
            at = _first_from(quotation.end, tokens, at)
        if words and words[-1].low != STOP:
            words.append(Word(STOP, "", sentence.end, sentence.end))
    return Paragraph(block, tuple(words), tuple(quotes), tuple(sorted(nicknames)))


def _first_from(place: int, tokens: Sequence[Token], at: int) -> int:
    """The first token from tokens[at] on that does not begin before a place of the text."""
    return bisect_left(tokens, place, at, key=_START)


def _words(tokens: Sequence[Token]) -> Iterator[Word]:
    """The words of some tokens."""
    texts, starts, ends = zip(*tokens, strict=True)
    lows = map(str.lower if _AS_WRITTEN.isdisjoint(texts) else _low, texts)
    return map(Word, lows, texts, starts, ends)


def nickname(text: str, quotation: Quotation) -> bool:
    """Whether the quotation stands between a given and a family name: Robert “Bobby” Lee."""
    inner = text[quotation.start + 1 : min(quotation.end - 1, quotation.start + _LONGEST_NICKNAME)]
    if quotation.end - quotation.start > _LONGEST_NICKNAME or not inner[:1].isupper() or inner[-1:] in ",.?!":
        return False
    before = _BEFORE_NAME.search(text[max(0, quotation.start - 25) : quotation.start])
    return bool(before and inner.count(" ") <= 2 and _AFTER_NAME.match(text, quotation.end))


def _low(text: str) -> str:
    return text if text in _AS_WRITTEN else text.lower()


def _label(tokens: Sequence[Token], mark: int) -> list[Word]:
    """The label of a speaker just inside an opening mark ("LEE: We shall see."), no part of the quote."""
    end = mark + 1
    while end < len(tokens) and end - mark < _LONGEST_LABEL and tokens[end].text.isupper():
        end += 1
    if end == mark + 1 or end >= len(tokens) or tokens[end].text != ":":
        return []
    return [Word(text.lower(), text, start, stop) for text, start, stop in tokens[mark + 1 : end + 1]]


def _lettered(words: Sequence[Word]) -> int:
    """How many words at the end are a letter with a point that a turn begins with ("Q."), and its stop."""
    if words and words[-1].low[:-1] in _LETTERS:
        return 1 if words[-1].low[-1] == "." else 0
    ended = len(words) > 2 and words[-1].low == STOP and words[-2].low == "."
    return 3 if ended and words[-3].low in _LETTERS else 0


def _letter(label: Word) -> tuple[Word, Word]:
    """The label of a turn as one with a colon: "Q." as "Q:"."""
    end = label.start + 1
    return Word(label.low[0], label.text[0], label.start, end), Word(":", ":", end, end + 1)


MARKER = Marker("narration", narration, frozenset(("sentences", "quotations")))
