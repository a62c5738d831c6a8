"""Finds the people, bodies and places that an article names."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from verify.lexicon.given import is_given, is_surname
from verify.mark.capitals import Word, chains
from verify.mark.kinds import Kind, Reading, fold, read_run
from verify.mark.order import Marker
from verify.mark.ordinary import OPENERS
from verify.mark.places import PLACES
from verify.mark.same import join
from verify.mark.titles import title_after, title_before
from verify.model.article import Article
from verify.model.document import Block
from verify.model.marks import Mention
from verify.model.span import Span

_SKIPPED = frozenset(("code", "furniture"))
_BEFORE_OPENING = " \u00a0\n\"“”‘’'([—–-*•_"
_SPOKE = (
    "said|says|told|tells|added|adds|asked|asks|wrote|writes|tweeted|tweets|argued|argues|replied|responded|"
    "explained|noted|insisted|continued|warned|concluded|recalled|acknowledged|admitted|claimed|declared|joked"
)
SPOKE_AFTER = re.compile(rf"(?:,? (?:who|also|then|later|has|had))? (?:{_SPOKE})\b")
SPOKE_BEFORE = re.compile(rf"(?:{_SPOKE}|according to) $")
_TITLE_CASE = 0.6


class _Run(NamedTuple):
    """A run of capitals with its block, and whether its first word had to have a capital anyway."""

    words: list[Word]
    block: Block
    forced: bool


def _runs(article: Article) -> Iterator[_Run]:
    text = article.text
    for block in article.blocks:
        if block.zone in _SKIPPED:
            continue
        for words in chains(text, block.start, block.end):
            at = words[0].start
            if at > block.start and text[at - 1] in '“"‘':
                yield _Run(words, block, forced=True)
                continue
            back = at - 1
            while back >= block.start and text[back] in _BEFORE_OPENING:
                back -= 1
            yield _Run(words, block, forced=back < block.start or text[back] in ".!?:…;")


def _title_case(text: str, block: Block) -> bool:
    """Whether most longer words of the block have a capital, as in an American headline."""
    words = [word for word in text[block.start : block.end].split() if len(word) > 3 and word[0].isalpha()]
    return bool(words) and sum(word[0].isupper() for word in words) > _TITLE_CASE * len(words)


class _Name(NamedTuple):
    """A name on its way to becoming a mention."""

    start: int
    end: int
    kind: Kind
    given: str
    family: str
    title: Span | None


def names(article: Article) -> tuple[Mention, ...]:
    """Every person, body and place named, in the order of the text; `entity` tells who is who."""
    text = article.text
    found: list[_Name] = []
    later: list[tuple[_Run, Reading]] = []
    headlines: list[_Run] = []
    families: dict[str, str] = {}
    givens: set[str] = set()
    capitals: dict[int, bool] = {}
    for run in _runs(article):
        block = run.block
        if block.start not in capitals:
            short = block.zone == "headline" or block.end - block.start < 150  # noqa: PLR2004 - a line of heading
            capitals[block.start] = short and _title_case(text, block)
        if capitals[block.start] and len(run.words) > 0:
            headlines.append(run)
            continue
        for reading in read_run(run.words, forced=run.forced):
            if _label(text, block, reading):
                word = reading.words[0]
                found.append(_Name(word.start, word.end, "person", "", word.text.title(), None))
                families.setdefault(fold(word.text), word.text.title())
            elif reading.kind != "unsure":
                name = _settle(text, block, reading)
                found.append(name)
                if name.kind == "person" and name.family:
                    families[fold(name.family)] = name.family
                    if name.given:
                        givens.add(name.given.split()[0])
            elif (by := _by_neighbours(text, block, reading)) is not None:
                found.append(by)
                if by.family:
                    families[fold(by.family)] = by.family
                if by.given:
                    givens.add(by.given.split()[0])
            else:
                later.append((run, reading))
    bare = {fold(reading.words[0].text) for _, reading in later if len(reading.words) == 1}
    for run, reading in later:
        words = reading.words
        last = fold(words[-1].text)
        if len(words) in (2, 3) and last not in families and last in bare and not reading.ordinary:
            families[last] = words[-1].text
            givens.add(words[0].text)
    for run, reading in later:
        known = _known(text, run.block, reading, families, givens)
        if known is not None:
            found.append(known)
    for run in headlines:
        found.extend(_in_headline(text, run, families, givens))
    found.sort()
    return join(_mentions(article, found))


def _label(text: str, block: Block, reading: Reading) -> bool:
    """Whether the word is a speaker's label in a transcript ("DOE: …")."""
    word = reading.words[0]
    return (
        len(reading.words) == 1
        and text[word.end : word.end + 1] == ":"
        and word.text.isupper()
        and len(word.text) > 2  # noqa: PLR2004 - "Q:", "AP:"
        and word.start - block.start < 2  # noqa: PLR2004 - a quotation mark may stand before it
        and is_surname(word.text)
    )


def _settle(text: str, block: Block, reading: Reading) -> _Name:
    """A reading that is sure of its kind, with the title around it."""
    kind: Kind = "person" if reading.kind == "unsure" else reading.kind
    first, last = reading.words[0], reading.words[-1]
    start = first.start - len(first.gap) if reading.led else first.start
    title = None
    if kind == "person":
        title = _title(text, block, start, last.end)
    return _Name(start, last.end, kind, reading.given, reading.family, title)


def _title(text: str, block: Block, start: int, end: int) -> Span | None:
    return title_before(text, block.start, start) or title_after(text, end, block.end)


def _by_neighbours(text: str, block: Block, reading: Reading) -> _Name | None:
    """A reading that is unsure by its words, made a person by the title or the verb beside it."""
    words = reading.words
    first, last = words[0], words[-1]
    if len(words) > 3:  # noqa: PLR2004 - longer runs are bodies and titles of works
        return None
    title = title_before(text, block.start, first.start)
    if title is None and not reading.ordinary:
        if len(words) > 1:
            title = title_after(text, last.end, block.end)
        if title is None:
            spoke = SPOKE_AFTER.match(text, last.end) or SPOKE_BEFORE.search(
                text, first.start - 14, first.start
            )
            if not spoke or not (len(words) > 1 or reading.surname or is_given(last.text)):
                return None
    elif title is None:
        return None
    if len(words) == 1 and not reading.surname and is_given(last.text):
        return _Name(first.start, last.end, "person", last.text, "", title)
    given = " ".join(word.text for word in words[:-1])
    return _Name(first.start, last.end, "person", given, last.text, title)


def _known(
    text: str, block: Block, reading: Reading, families: dict[str, str], givens: set[str]
) -> _Name | None:
    """An unsure reading that repeats a name which the article gave elsewhere."""
    words = reading.words
    last = words[-1]
    key = fold(last.text)
    if key in families:
        start = last.start - len(last.gap) if " " in families[key] else last.start
        if len(words) == 1:
            lead = words[0]
            if " " in families[key] and not lead.gap:
                return None
            return _Name(start, last.end, "person", "", families[key], _title(text, block, start, last.end))
        if len(words) > 3:  # noqa: PLR2004
            return None
        first = words[0]
        if first.text.lower() in OPENERS or reading.ordinary or fold(first.text) in families:
            return _Name(
                last.start, last.end, "person", "", families[key], _title(text, block, last.start, last.end)
            )
        given = " ".join(word.text for word in words[:-1])
        return _Name(
            first.start, last.end, "person", given, families[key], _title(text, block, first.start, last.end)
        )
    if len(words) == 1 and last.text in givens and not reading.ordinary:
        return _Name(last.start, last.end, "person", last.text, "", None)
    return None


def _in_headline(text: str, run: _Run, families: dict[str, str], givens: set[str]) -> Iterator[_Name]:
    """The names in a line where nearly every word has a capital: those that the story below bears out."""
    words = run.words
    index = 0
    while index < len(words):
        word = words[index]
        pair = (
            words[index : index + 2] if index + 1 < len(words) and not words[index + 1].gap.strip() else None
        )
        found: _Name | None = None
        key = fold(word.text)
        if pair is not None:
            found = _pair_in_headline(pair, families, givens)
        step = 1 if found is None else 2
        if found is not None:
            pass
        elif key in families and " " not in families[key]:
            found = _Name(word.start, word.end, "person", "", families[key], None)
        elif word.text in PLACES:
            found = _Name(word.start, word.end, "place", "", "", None)
        elif word.text in givens:
            found = _Name(word.start, word.end, "person", word.text, "", None)
        if found is not None and found.kind == "person":
            found = found._replace(title=title_before(text, run.block.start, found.start))
        if found is not None:
            yield found
        index += step


def _pair_in_headline(pair: list[Word], families: dict[str, str], givens: set[str]) -> _Name | None:
    first, second = pair
    if first.text in givens and fold(second.text) in families:
        return _Name(first.start, second.end, "person", first.text, families[fold(second.text)], None)
    if f"{first.text} {second.text}" in PLACES:
        return _Name(first.start, second.end, "place", "", "", None)
    reading = next(iter(read_run(pair, forced=False)), None)
    if reading is None or reading.kind != "person" or len(reading.words) < len(pair) or not reading.surname:
        return None
    return _Name(first.start, second.end, "person", reading.given, reading.family, None)


def _mentions(article: Article, found: Sequence[_Name]) -> list[Mention]:
    text = article.text
    outer = [span for span in article.quotations.spans if span.level == 0]
    starts = [span.start for span in outer]
    mentions = []
    for name in found:
        at = bisect_right(starts, name.start) - 1
        words = text[name.start : name.end]
        mentions.append(
            Mention(
                name.start,
                name.end,
                words if "\n" not in words and "  " not in words else " ".join(words.split()),
                name.kind,
                name.given,
                name.family,
                "" if name.title is None else " ".join(text[name.title.start : name.title.end].split()),
                name.title,
                at >= 0 and name.start < outer[at].end,
            )
        )
    return mentions


MARKER = Marker("names", names, frozenset(("sentences", "quotations")))
