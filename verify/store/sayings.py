"""What was said: quotes with their speakers, under keys that another version of the words shares."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate
from zlib import crc32

from verify.lexicon.late import late
from verify.lexicon.words import is_word
from verify.mark.naming.ordinary import CALENDAR
from verify.mark.naming.reading import fold
from verify.mark.pairs.spoken import CUT, places, spoken
from verify.model.article import Article
from verify.model.marks import Mention, Quote
from verify.store.facts import Fact
from verify.store.people import full_name, fullest

LEAST = 8
"""Quotes of fewer words are not remembered; many people say the same few words."""
_RUN, _WINDOW = 4, 8
"""A key is made of four words in a row; of eight such runs in a row the one of the least number is kept.

So two quotes that share eleven words in a row share a key, wherever these stand, and most that share
fewer do (winnowing).
"""
_LONGEST = 80
"""Words of a quote that are remembered; of a longer one the stretch around each key."""
_MOST = 96
"""Keys of an article; of more, those with the least numbers, which other versions keep too."""
_SURE = 0.75
_CAPITAL = late(r"\b[A-Z][^\W\d_]{2,}")
_NEARBY, _AROUND = 6, 300
"""How many others are told of, and how far from the quote they are looked for."""


def said(article: Article) -> Iterator[Fact]:
    """The quotes of eight words and more, each under a few keys made of its words.

    The value is the speaker, and behind semicolons the family names of others in the paragraph; it is
    empty where the copy does not surely give the words to a person.
    """
    names: dict[int, str] = {}
    found = [fact for quote in article.quotes for fact in _of(article, quote, names)]
    if len(found) > _MOST:
        found = sorted(found, key=lambda fact: (fact.subject, fact.start))[:_MOST]
    yield from found


def _of(article: Article, quote: Quote, names: dict[int, str]) -> Iterator[Fact]:
    if quote.quotation < 0 or quote.needs_none or quote.end - quote.start < 3 * LEAST:
        return
    words = spoken(article.text[quote.start : quote.end])
    if len(words) - words.count(CUT) < LEAST:
        return
    name = _speaker(article, quote, names)
    value = "; ".join((name, *_nearby(article, quote))) if name else ""
    spans = list(places(article.text, quote.start, quote.end)) if len(words) > _LONGEST else []
    start, end = quote.span
    for at, number in _kept(words):
        if spans:
            first = max(0, at - _LONGEST // 2)
            start, end = spans[first][0], spans[first : first + _LONGEST][-1][1]
        yield Fact("said", f"{number:08x}", value, start, end)


def _kept(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where each run of words that is kept begins, and its number, which is the same in every process."""
    spelt = [word.encode() for word in words]
    line = b" ".join(spelt)
    starts = [0, *accumulate(len(word) + 1 for word in spelt)]
    cut = {at - back for at, word in enumerate(words) if word == CUT for back in range(_RUN)}
    runs = [at for at in range(len(words) - _RUN + 1) if at not in cut]
    numbers = [crc32(line[starts[at] : starts[at + _RUN] - 1]) for at in runs]
    least = -1
    for last, number in enumerate(numbers):
        first = max(0, last - _WINDOW + 1)
        before = least
        if least < first:
            least = min(range(first, last + 1), key=numbers.__getitem__)
        elif number < numbers[least]:
            least = last
        if least != before and last >= _WINDOW:
            yield runs[before], numbers[before]
    if numbers:
        yield runs[least], numbers[least]


def _speaker(article: Article, quote: Quote, names: dict[int, str]) -> str:
    """The person to whom the paragraph itself surely gives the words, by the fullest name, or nothing."""
    speaker = quote.speaker
    if speaker is None or speaker.type != "person" or speaker.entity < 0:
        return ""
    if quote.cue is None or quote.confidence < _SURE:
        return ""
    if not article.blocks[quote.block].span.covers(speaker.span):
        return ""
    named = _between(article, speaker.start, speaker.end)
    if all(mention.entity != speaker.entity for mention in named):
        return ""  # "he said": whom that means is a guess, if mostly a good one.
    if speaker.entity not in names:
        first = fullest(article, article.entities[speaker.entity])
        names[speaker.entity] = full_name(first) if first.given and first.family else first.name
    return names[speaker.entity]


def _nearby(article: Article, quote: Quote) -> tuple[str, ...]:
    """The family names, folded, of the other people in the paragraph around the quote.

    A capitalised word that no dictionary holds may be one too, where the article names nobody so in full.
    """
    block = article.blocks[quote.block]
    start, end = max(block.start, quote.start - _AROUND), min(block.end, quote.end + _AROUND)
    own = quote.speaker.entity if quote.speaker else -1
    people = {
        fold(mention.family or mention.given)
        for mention in _between(article, start, end)
        if mention.kind == "person" and mention.entity != own
    }
    beside = f"{article.text[start : quote.start]} {article.text[quote.end : end]}"
    own_words = article.text[quote.speaker.start : quote.speaker.end] if quote.speaker else ""
    words = (word for word in _CAPITAL.findall(beside) if word not in own_words)
    people |= {fold(word) for word in words if word.lower() not in CALENDAR and not is_word(word.lower())}
    return tuple(sorted(people - {""})[:_NEARBY])


def _between(article: Article, start: int, end: int) -> Sequence[Mention]:
    """The mentions that begin in text[start:end]."""
    first = bisect_left(article.mentions, start, key=lambda mention: mention.start)
    return article.mentions[
        first : bisect_left(article.mentions, end, first, key=lambda mention: mention.start)
    ]
