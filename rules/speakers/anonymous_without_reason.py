"""Sources without a name, in stories that do not say why."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify import Article, Flag, Quote, rule
from verify.lexicon.late import late

from .cues import SURE
from .prose import PROSE
from .unnamed import INSIGHT, ONE, SPEAKS, described

_WHO = late(
    r"\b(?:sources?|insiders?"
    rf"|(?:people|persons?|officials?|individuals?|aides?|advis[eo]rs?|executives?|diplomats?|Republicans?"
    rf"|Democrats?|lawmakers?)(?= (?:who (?:is|are|was|were) )?{INSIGHT}))\b",
    re.IGNORECASE,
)
_SPEAKS = late(SPEAKS)
_CITED = late(r"(?:\baccording to|[,”\"] sa(?:id|ys)) (?:[A-Za-z][\w’'-]* ){0,4}$")
_RELAYED = late(
    r"\b(?:in which|reports? that|reported that|story that|his|her|their|its) (?:[\w’'-]+ ){0,3}$"
)
_FIRST = late(
    r"\b(?:an?|one|another|two|three|four|five|six|several|multiple|some|many|numerous|various|other) "
    r"(?:(?!(?:in|which|that|who|of|to|from|by|and) )[\w’'-]+ ){0,4}$",
    re.IGNORECASE,
)
_REASON = late(
    r"anonym|authori[sz]ed to|(?:not|being|to be|be) (?:named|identified|quoted)|on background|off the record"
    r"|unnamed|unidentified|(?:publicly|freely|openly|candidly)\b|whistle-?blower"
    r"|(?:use|using|give|withh[eo]ld|publish|reveal|disclose|keep|kept) (?:of )?(?:their|his|her|the)"
    r" (?:[a-z]{1,20} )?names?"
    r"|(?:fear|feared|fearing|afraid)\b",
    re.IGNORECASE,
)
_INDEFINITE = ("a", "an", "one", "another")
_HINTS = ("ource", "nsider", "familiar with", "close to", "briefed on", "involved in", "knowledge of")
"""Letters of which story and paragraph must hold some, before the pattern is tried."""
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
    hints = [hint for hint in _HINTS if hint in text]
    for block in article.zoned(*PROSE):
        if not any(text.find(hint, block.start, block.end) >= 0 for hint in hints):
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
    for quote in article.quotes:
        speaker = quote.speaker
        if speaker is None or speaker.type != "unnamed" or quote.cue is None:
            continue
        head = described(article.text[speaker.start : speaker.end])
        if not head or head[-1] not in ONE or head[0] not in _INDEFINITE:
            continue
        sure = article.blocks[quote.block].zone in PROSE and quote.confidence >= SURE
        if sure and not _named_after(article, quote, speaker.end):
            yield speaker.start, speaker.end


def _named_after(article: Article, quote: Quote, start: int) -> bool:
    """Whether the name may come late: somebody new is named in the rest of the paragraph, or in the next."""
    until = article.blocks[min(quote.block + 1, len(article.blocks) - 1)].end
    return any(
        start <= article.mentions[entity.mentions[0]].start < until
        for entity in article.entities
        if entity.kind == "person" and entity.mentions
    )
