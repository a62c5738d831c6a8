"""A rule made of a table: the same value as one written in Python, with a page that is written for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import repeat
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from verify.check.bounds import CutShort
from verify.check.rule import Rule
from verify.model.article import Article
from verify.model.document import Block
from verify.model.finding import Flag
from verify.packs.page import page, summary
from verify.packs.patterns import PATIENCE, Patterns
from verify.packs.table import Table
from verify.packs.words import Words

_EXACT = {"smart": None, "exact": True, "ignore": False}


class Options(Struct, frozen=True):
    """What the settings may say of a rule of a pack."""

    exceptions: tuple[str, ...] = ()
    """Words and phrases in which nothing is flagged, beside those of the pack."""
    quotes: bool | None = None
    """Whether quotations are read too; left out, as the pack says."""


class _Place(NamedTuple):
    start: int
    end: int
    fixes: tuple[str, ...] | None


class _Search:
    """What the rule looks for; the look-up tables are made when the first article comes."""

    def __init__(self, table: Table) -> None:
        exact = _EXACT[table.case]
        self.table = table
        self.forms = (*repeat(None, len(table.words)), *table.instead.values())
        self.words = Words((*table.words, *table.instead), exact=exact)
        pairs = (*((pattern, None) for pattern in table.patterns), *table.replace.items())
        self.patterns = Patterns(pairs, exact=exact)
        self.exceptions = Words(table.except_, exact=False)

    def places(self, article: Article, slow: list[str]) -> list[_Place]:
        """Every place of a word or pattern in the zones of the rule; of those that overlap the first."""
        text = article.text
        found = []
        for start, end, number in self.words.found(text):
            block = article.block_at(start)
            if block and block.zone in self.table.zones and end <= block.end:
                forms = self.forms[number]
                entry = self.words.entries[number]
                fixes = None if forms is None else _set_like(text[start:end], entry, forms)
                if not fixes or text[start:end] not in fixes:
                    found.append(_Place(start, end, fixes))
        if self.patterns.patterns:
            blocks = list(article.zoned(*self.table.zones))
            for start, end, _, instead in self.patterns.found(text, blocks, slow):
                if instead != text[start:end]:
                    found.append(_Place(start, end, None if instead is None else (instead,)))
        return sorted(found, key=lambda place: (place.start, -place.end, place.fixes or ()))


def made(table: Table, where: Path) -> Rule:
    """The rule of a table of the pack at this path."""
    return Rule(
        id=table.id,
        check=partial(_check, _Search(table)),
        summary=summary(table),
        severity=table.severity,
        needs=frozenset(("quotations",)),
        since=table.since,
        page=where,
        advice=table.advice,
        default=table.default,
        options=Options,
        written=partial(page, table),
    )


def unmet(rule: Rule, copies: Iterable[str]) -> tuple[str, ...]:
    """The words and patterns of a pack's rule that stand in none of the texts; of any other rule none."""
    search = rule.check.args[0] if isinstance(rule.check, partial) else None
    if not isinstance(search, _Search):
        return ()
    words, patterns = set(range(len(search.words.entries))), set(range(len(search.patterns.patterns)))
    for copy in copies:
        words -= {found.entry for found in search.words.found(copy)}
        whole = (Block("body", 0, len(copy)),)
        patterns -= {number for _, _, number, _ in search.patterns.found(copy, whole, [])}
    named = (search.patterns.patterns[number][0] for number in sorted(patterns))
    return (*(search.words.entries[number] for number in sorted(words)), *named)


def _check(search: _Search, article: Article, options: Options) -> Iterator[Flag]:
    slow: list[str] = []
    table = search.table
    quotes = table.quotes if options.quotes is None else options.quotes
    reached, spared = 0, None
    for place in search.places(article, slow):
        if place.start < reached or (not quotes and article.quoted(place.start, place.end)):
            continue
        if spared is None:
            spared = _spared(article.text, search.exceptions, options.exceptions)
        if any(start <= place.start and place.end <= end for start, end in spared):
            continue
        reached = place.end
        word = article.text[place.start : place.end]
        fixes = place.fixes or ()
        yield Flag((place.start, place.end), _message(table, word, fixes), fixes=fixes, safe=table.safe)
    if slow:
        named = " and ".join(f"{pattern!r:.60}" for pattern in slow)
        more = "; the patterns after them were not tried" if len(slow) > 2 else ""
        raise CutShort(f"a pattern ran for longer than {PATIENCE:g} s: {named}{more}")


def _spared(text: str, exceptions: Words, more: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where nothing is flagged: in the exceptions of the pack and of the settings."""
    every = (exceptions, Words((word for word in more if any(map(str.isalnum, word))), exact=False))
    return [(start, end) for words in every for start, end, _ in words.found(text)]


def _message(table: Table, word: str, fixes: tuple[str, ...]) -> str:
    shown = " ".join(word.split())
    instead = fixes[0] if fixes else ""
    if not table.message:
        rest = f", but the house writes “{instead}”" if instead else " is not the style of the house"
        return f"“{shown}”{rest}"
    # Replaced one after the other, and never read as a format: a word may hold braces of its own.
    before, found, after = table.message.partition("{word}")
    parts = [part.replace("{instead}", instead) for part in (before, after)]
    return shown.join(parts) if found else parts[0]


def _like(word: str, entry: str, form: str) -> str:
    """The form with the capitals of the word; an entry that has capitals says itself how they are."""
    if word.islower() or not entry.islower() or not form:
        return form
    if word.isupper() and sum(map(str.isalpha, word)) > 1:
        return form.upper()
    return form[0].upper() + form[1:] if word[0].isupper() else form


def _set_like(word: str, entry: str, forms: str | list[str]) -> tuple[str, ...]:
    each = (forms,) if isinstance(forms, str) else forms
    return tuple(_like(word, entry, form) for form in each)
