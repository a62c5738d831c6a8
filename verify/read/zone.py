"""What each paragraph is for: the one place where every reader's paragraphs get their zones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from verify.lexicon.late import late
from verify.model.document import Block, Zone
from verify.read.dateline import dateline
from verify.read.furniture import is_furniture, tail
from verify.read.matter import (
    caption_end,
    is_author_note,
    is_byline,
    is_credit,
    is_list_line,
    opens_caption,
)

Headline = Literal["given", "titled", "first"]
"""Whether the format marks a headline; else whether it must look like one or is simply the first line."""

_HEADLINE_WORDS = 30
_LEAD_WORDS = 20
_SAID = late(
    r"[”\"’'],? (?:[A-Z][\w.’'\-]+ ){0,3}(?:he |she |they )?(?:said|told|tweeted|wrote|added|announced)\b"
    r"|\b(?:said|told [A-Z]\w+)(?: (?:on |late |early )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?"
    r"[.”\"]{1,2}$"
)
_SENTENCES = late(r"[a-z0-9)”\"]{2}[.!?][”\"]? [“\"]?[A-Z]")
_TEASING = ("body", "headline", "list")
"""The zones that a format gives to teasers of other stories."""
_ENDING = 3
"""How many of the last paragraphs may say who the writer is."""
_SHORT = 400
_FEW = 8
"""More words than this make the first paragraph of prose; above it stand decks and labels."""


def zoned(text: str, blocks: Sequence[Block], *, headline: Headline = "given") -> tuple[Block, ...]:
    """Return the blocks with the zones of "body" ones refined, datelines and credits set apart.

    Page furniture is zoned, never dropped, and only where little doubt is left.
    """
    zones: list[Zone] = [block.zone for block in blocks]
    words = [text[block.start : block.end] for block in blocks]
    body = [index for index, zone in enumerate(zones) if zone == "body"]
    for index in body:
        zones[index] = _zone(words[index])
    story = [
        index
        for index, block in enumerate(blocks)
        if block.zone in _TEASING and zones[index] not in ("byline", "credit")
    ]
    for start, end in tail([(index, words[index]) for index in story]):
        for index in story[start:end]:
            zones[index] = "furniture"
    prose = [index for index in body if zones[index] == "body"]
    for index in prose[-_ENDING:]:
        if len(prose) > _ENDING and is_author_note(words[index]):
            zones[index] = "credit"
    _find_headline(words, zones, headline)
    told = (index for index in body if zones[index] == "body" and words[index].count(" ") > _FEW)
    opening = next(told, len(blocks))
    parts: list[Block] = []
    for index, block in enumerate(blocks):
        parts.extend(_parts(text, block, zones[index], opening=index <= opening))
    return tuple(parts)


def _zone(words: str) -> Zone:
    """The zone of one paragraph by its own words."""
    if len(words) <= _SHORT:
        if is_furniture(words):
            return "furniture"
        if is_byline(words):
            return "byline"
        if is_credit(words):
            return "credit"
    if opens_caption(words) or caption_end(words):
        return "caption"
    return "list" if is_list_line(words) else "body"


def _find_headline(words: Sequence[str], zones: list[Zone], headline: Headline) -> None:
    """Zone the first line of the story as its headline where it reads like one."""
    if headline == "given" or "headline" in zones:
        return
    first, *others = [index for index, zone in enumerate(zones) if zone != "furniture"] or [-1]
    if not others or zones[first] != "body" or dateline(words[first], 0, len(words[first])):
        return
    line = words[first]
    count = line.count(" ") + 1
    ended = line.endswith((".", "!", "?", "”", '"', ":"))
    if count > _HEADLINE_WORDS or len(line) > _SHORT or (headline == "titled" and ended):
        return
    if ended and (_SAID.search(line) or (count > _LEAD_WORDS and _SENTENCES.search(line))):
        return
    zones[first] = "headline"


def _parts(text: str, block: Block, zone: Zone, *, opening: bool) -> Iterator[Block]:
    """The block under its zone, a dateline or a picture credit set apart from the words it stands with."""
    start, end = block.start, block.end
    if zone == "body":
        stop = dateline(text, start, end, opening=opening)
        if stop > start:
            yield Block("dateline", start, stop)
            start = end - len(text[stop:end].lstrip())
    elif zone == "caption":
        stop = start + caption_end(text[start:end])
        if stop > start:
            yield Block("caption", start, stop)
            zone, start = "credit", end - len(text[stop:end].lstrip())
    yield Block(zone, start, end, block.set_off)
