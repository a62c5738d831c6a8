"""Sources without a name, in stories that do not say why."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from verify import Article, Flag, rule

from .cues import PROSE, SURE

_INSIGHT = (
    r"(?:familiar with|close to|briefed on|involved in|with (?:direct |first-?hand |intimate )?knowledge of)"
)
_WHO = re.compile(
    r"\b(?:sources?|insiders?"
    rf"|(?:people|persons?|officials?|individuals?|aides?|advis[eo]rs?|executives?|diplomats?|Republicans?"
    rf"|Democrats?|lawmakers?)(?= (?:who (?:is|are|was|were) )?{_INSIGHT}))\b",
    re.IGNORECASE,
)
_SAID = (
    r"(?:said|says?|told|tells?|confirm(?:s|ed)?|reveal(?:s|ed)?|describe[ds]?|insist(?:s|ed)?|add(?:s|ed)?"
    r"|claim(?:s|ed)?|explain(?:s|ed)?)\b(?! to be\b)"
)
_SPEAKS = re.compile(
    rf"(?: (?:who (?:is|are|was|were) )?(?:{_INSIGHT}|inside|within|in|at|on|with) [^.,;:“”\"\n]{{1,60}}?)?,?"
    rf" (?:(?:have|has|had|also|now) )?{_SAID}"
)
_CITED = re.compile(r"(?:\baccording to|[,”\"] sa(?:id|ys)) (?:[A-Za-z][\w’'-]* ){0,4}$")
_RELAYED = re.compile(
    r"\b(?:in which|reports? that|reported that|story that|his|her|their|its) (?:[\w’'-]+ ){0,3}$"
)
_FIRST = re.compile(
    r"\b(?:an?|one|another|two|three|four|five|six|several|multiple|some|many|numerous|various|other) "
    r"(?:(?!(?:in|which|that|who|of|to|from|by|and) )[\w’'-]+ ){0,4}$",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"anonym|authori[sz]ed to|(?:not|being|to be|be) (?:named|identified|quoted)|on background|off the record"
    r"|unnamed|unidentified|(?:publicly|freely|openly|candidly)\b|whistle-?blower"
    r"|(?:use|using|give|withh[eo]ld|publish|reveal|disclose|keep|kept) (?:of )?(?:their|his|her|the)"
    r" (?:[a-z]{1,20} )?names?"
    r"|(?:fear|feared|fearing|afraid)\b",
    re.IGNORECASE,
)
_SINGLE = frozenset(
    """source insider aide adviser advisor official staffer operative strategist lawmaker diplomat executive
    ally confidant confidante donor associate""".split()
)
_INDEFINITE = ("a", "an", "one", "another")
_CUT = re.compile(r",| (?:of|for|from|with|who|in|inside|close|familiar|at|on|to|briefed)\b")
_HINTS = ("ource", "nsider", "familiar with", "close to", "briefed on", "involved in", "knowledge of")
"""Letters of which a paragraph must hold some, before the pattern is tried."""
_STOPS = ("", ".", "!", "?", "”", '"', ":")
_LOOK, _AHEAD = 60, 140


@rule(
    severity="warning",
    since="0.1",
    needs={"quotes", "people"},
    advice="Name the source, or say why the name is kept back and how the source comes to know.",
)
def anonymous_without_reason(article: Article) -> Iterator[Flag]:
    """A source without a name speaks, and the story nowhere says why it has none."""
    places = sorted({*_groups(article), *_single(article)})
    if places and not _REASON.search(article.text):
        start, end = places[0]
        words = article.text[start:end]
        yield Flag(
            (start, end), f"“{words}” has no name, and the story gives no reason for that", confidence=0.9
        )


def _groups(article: Article) -> Iterator[tuple[int, int]]:
    """Sources, insiders and people with knowledge, where the narration lets them speak."""
    text = article.text
    for block in article.zoned(*PROSE):
        paragraph = text[block.start : block.end]
        if not any(hint in paragraph for hint in _HINTS):
            continue
        for found in _WHO.finditer(text, block.start, block.end):
            before = text[max(block.start, found.start() - _LOOK) : found.start()]
            after = text[found.end() : min(block.end, found.end() + _AHEAD)]
            if not (_SPEAKS.match(after) or _CITED.search(before)) or after.startswith((" of", "’", "'")):
                continue
            if found[0].startswith(("S", "I")) and before.rstrip()[-1:] not in _STOPS:
                continue  # “Business Insider said”: a name
            if _RELAYED.search(before) or article.quoted(*found.span()):
                continue
            first = _FIRST.search(before)
            yield (found.start() - len(first[0]) if first else found.start()), found.end()


def _single(article: Article) -> Iterator[tuple[int, int]]:
    """One person whom a quote is given to and whom only a noun describes."""
    newcomers = sorted(
        article.mentions[entity.mentions[0]].start
        for entity in article.entities
        if entity.kind == "person" and entity.mentions
    )
    for quote in article.quotes:
        speaker = quote.speaker
        if speaker is None or speaker.type != "unnamed" or quote.quotation < 0 or quote.cue is None:
            continue
        written = article.text[speaker.start : speaker.end]
        head = _CUT.split(written, maxsplit=1)[0].split()
        if not head or head[-1].lower() not in _SINGLE or head[0].lower() not in _INDEFINITE:
            continue
        # The name may come late: in the rest of the paragraph, or in the next one.
        until = article.blocks[min(quote.block + 1, len(article.blocks) - 1)].end
        named_after = bisect_left(newcomers, speaker.end) < bisect_left(newcomers, until)
        if article.blocks[quote.block].zone in PROSE and quote.confidence >= SURE and not named_after:
            yield speaker.start, speaker.end
