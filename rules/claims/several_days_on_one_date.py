"""A visit, summit or strike of several days that the copy puts on a single date."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from verify import Article, Elsewhere, Flag, rule
from verify.lexicon.late import late

_EVENT = (
    "visit|trip|tour|summit|conference|congress|convention|meetings?|sessions?|talks|negotiations|stay|swing"
    "|exercises?|drills?|manoeuvres|maneuvers|strike|walkout|stoppage|festival|fair|forum|symposium|retreat|seminar|workshop|hearing"
    "|mission|pilgrimage|vigil|ceasefire|cease-fire|truce|tournament|rally|march|sit-in|boycott|holiday"
)
_LENGTH = late(
    r"(?:(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2})-(?:day|week|night)|week-?long|month-?long"
    r"|(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (?:days|weeks) of)"
    rf"(?P<between>(?:,? [a-z][\w’'-]{{1,20}}){{0,3}}) (?:{_EVENT})\b"
)
_SIGNS = (
    "-day ",
    "-week ",
    "-night ",
    "long ",
    "-day,",
    "-week,",
    "-night,",
    "long,",
    " days of",
    " weeks of",
)
"""What every such length holds or is followed by; it takes less time to look for than the length."""
# Between the event and its date only a place or company may stand: with a verb, the date is the verb's.
_WORD = (
    r"(?: (?!(?:on|that|which|who|where|when|starting|beginning|from|ending|until|due|set|before|after|then"
    r"|but|or|and(?! [A-Z])|I|he|she|it|we|they|is|are|was|were|be|been|has|have|had|will|would|said|says"
    r"|told|met|spoke|made|gave|took|held|went|came|left|saw|won|led|ran|sat|began|wrote|died"
    r"|[a-z’'-]{2,20}ed)\b)"
)
_PLACE = (
    r"(?:(?= (?:to|in|at|of|with|for|by|between|across|around|near|outside|inside|about|over|among|along)\b)"
    rf"{_WORD}[\w’'.&-]{{1,25}}){{1,8}}?)?"
)
_HELD = (
    r"(?:,? (?:was|were|is|are|will be|to be|being) (?:held|staged|hosted)|,? held"
    r"|,? (?:takes|took|taking) place)"
)
# These two are asked about few stories, and take long to compile: re does that when they are first used.
_BEFORE_DATE = late(rf"{_PLACE}(?P<held>{_HELD}{_PLACE})? on \Z")
_DETERMINER = r"(?:(?:a|an|the|his|her|their|its|[A-Z][\w’'-]*[’']s?)(?: [\w’'-]+){0,2} )"
_FRAME = late(
    rf"(?:\b(?:[Dd]uring|[Tt]hroughout) {_DETERMINER}?"
    r"|\b(?:made|makes?|making|paid|pays?|paying|held|holds?|holding|hosted|hosts?|hosting|staged|stages?|staging"
    rf"|conducted|conducts?|conducting) {_DETERMINER}?"
    rf"|(?P<subject>(?:\A|[.!?]\s))(?:A|An|The|His|Her|Their|Its|[A-Z][\w’'-]*[’']s?)(?: [\w’'-]+){{0,2}} )\Z"
)
_GOES_ON = late(
    r" ?[-–—] ?(?:\d|[A-Z])"
    r"|,? (?:to|through|thru|until|till|and|or|&) (?:\d|[A-Z][a-z]+day|[A-Z][a-z]{2,8}\.? \d)"
    r"|, \d{1,2}\b(?!\d)|, (?:when|the (?:first|second|third|last|final|opening|closing) day)"
)
_VERB_FOLLOWS = late(r",? (?:is|was|were|will|came|comes|follow|mark|drew|brought)")
_REACH_BACK = 90
_REACH_ON = 170


@rule(
    severity="warning",
    since="0.1",
    needs={"dates", "quotations"},
    advice="Say when it began, or give both the first and the last day.",
)
def several_days_on_one_date(article: Article) -> Iterator[Flag]:
    """Something that lasts several days is put on one date."""
    text = article.text
    dates = [date for date in article.dates if date.day is not None]
    starts = [date.start for date in dates]
    if not dates or not any(sign in text for sign in _SIGNS):
        return
    for block in article.zoned("body", "list", "caption"):
        for event in _LENGTH.finditer(text, block.start, block.end):
            index = bisect_right(starts, event.end())
            if index == len(dates) or dates[index].end > min(block.end, event.end() + _REACH_ON):
                continue
            date = dates[index]
            way = _BEFORE_DATE.match(text[event.end() : date.start])
            frame = _FRAME.search(text[max(block.start, event.start() - _REACH_BACK) : event.start()])
            if way is None or (frame is None and not way["held"]):
                continue
            if _GOES_ON.match(text, date.end, block.end) or article.quoted(*event.span()):
                continue
            subject = frame is not None and frame["subject"] is not None and not way["held"]
            if subject and not _VERB_FOLLOWS.match(text, date.end, block.end):
                continue  # "The three-day visit to Oslo on Nov. 4, …": the date may belong to what follows.
            day = text[date.start : date.end]
            yield Flag(
                (event.start(), date.end),
                f"“{event[0]}” lasts longer than the one day, {day}, that it is put on",
                related=(Elsewhere((date.start, date.end), "the one day"),),
                confidence=0.9,
            )
