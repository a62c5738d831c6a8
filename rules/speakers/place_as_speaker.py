"""Capitals, states and buildings that speak."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Article, Flag, Speaker, rule
from verify.lexicon.late import late

_BUILDINGS = frozenset(
    (
        "White House", "Kremlin", "Pentagon", "Downing Street", "Number 10", "No. 10", "Whitehall",
        "Capitol Hill", "Blue House", "Foggy Bottom", "Buckingham Palace", "Élysée", "Elysee", "Vatican",
        "Élysée Palace", "Elysee Palace", "Quai d’Orsay", "Quai d'Orsay", "Zhongnanhai", "Wall Street",
        "Fleet Street", "Scotland Yard",
    )
)  # fmt: skip

_PART_OF_MORE = late(
    r"(?:\b[A-Z][\w.’'-]*, "
    r"|\b(?:in|at|on|of|over|above|across|along|near|outside|inside|behind|under)(?: the)? )\Z"
)
"""“Salem, New Hampshire, …”, “a banner over Fourth Street read …”: somebody or something else speaks."""
_SUPPOSED = late(r"\b(?:hopes?|hoped|wish|if|imagine|until)\b[^.!?]{0,30}\Z")
"""“I hope that one day America says”: nothing has been said yet."""
_LOOK = 40


@rule(
    severity="warning",
    since="0.1",
    needs={"quotes"},
    advice="Name the person or the document that said it.",
)
def place_as_speaker(article: Article) -> Iterator[Flag]:
    """Quoted words are given to a capital, a state or a building."""
    for quote in article.quotes:
        if quote.needs_none or quote.speaker is None or quote.cue is None:
            continue
        if quote.confidence < 0.7 or article.blocks[quote.block].zone not in ("body", "list", "caption"):
            continue
        place = _place(article, quote.speaker)
        if place:
            start = min(quote.speaker.start, quote.cue.start)
            end = max(quote.speaker.end, quote.cue.end)
            near = end - start <= len(place) + 25 and not quote.span.overlaps((start, end))
            span = (start, end) if near else quote.speaker.span
            yield Flag(span, f"{place} cannot speak: no person or document stands behind these words")


def _place(article: Article, speaker: Speaker) -> str:
    """The place that the copy itself names as the speaker, or an empty string."""
    written = article.text[speaker.start : speaker.end].removeprefix("the ").removeprefix("The ")
    if speaker.type != "place" and written not in _BUILDINGS:
        return ""
    before = article.text[max(0, speaker.start - _LOOK) : speaker.start]
    return "" if _PART_OF_MORE.search(before) or _SUPPOSED.search(before) else written
