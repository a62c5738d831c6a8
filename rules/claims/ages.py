"""Ages that the copy gives to people it names: "Ann Lee, 34, of Oslo" and "34-year-old Ann Lee"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from msgspec import Struct

from verify import Article, Mention
from verify.lexicon.late import late

# A figure behind a name is an age only as an aside: "Lee, 45, Berg, 42" may be shares of a poll.
_BEHIND = late(
    r"(?:, (?:aged? )?(?P<aside>\d{1,3})(?=, (?:of|who|a|an|the|was|is|has|had|said|says|told"
    r"|from|whose|and|died|lives?|works?)\b)"
    r"|, aged? (?P<aged>\d{1,3})\b(?!,\d)| is (?P<old>\d{1,3}) years old\b| \((?P<bracket>\d{2})\)(?! \())"
)
# One for each form of age, since a search that begins with fixed letters costs next to nothing.
_SIGNS = tuple(
    map(
        late,
        (r", (\d{1,3})(?=, [a-z])", r" \((\d{2})\)", r", aged (\d{1,3})", r" is (\d{1,3}) years old\b"),
    )
)
_YEARS_OLD = late(r"-year-old ")
_BEFORE = late(r"\b(?P<years>\d{1,3})-year-old (?:[a-z][a-z’'-]{1,20} ){0,2}\Z")
_OLDEST = 115
_LOOK = 60


class Age(Struct, frozen=True):
    """An age that stands beside the name of a person: where, how many years, and whose."""

    start: int
    end: int
    years: int
    entity: int


def ages(article: Article) -> Iterator[Age]:
    """The ages of people, in the order of the text (needs "names", "people", "quotations")."""
    text, mentions = article.text, article.mentions
    seen = set()
    places = [sign.span(1) for form in _SIGNS for sign in form.finditer(text)]
    for sign in _YEARS_OLD.finditer(text):
        start = sign.start()
        while start and text[start - 1].isdecimal() and sign.start() - start < 3:
            start -= 1
        places.append((start, sign.start()))
    for start, end in sorted(places):
        at = bisect_left(mentions, start, key=lambda mention: mention.start)
        found = None
        if (
            at
            and (behind := _BEHIND.match(text, mentions[at - 1].end))
            and behind.start(behind.lastgroup or 0) == start
        ):
            found = mentions[at - 1], behind.span(behind.lastgroup or 0)
        elif at < len(mentions) and mentions[at].start - end < _LOOK:
            lead = _lead(mentions[at])
            before = _BEFORE.search(text, max(0, lead - _LOOK), lead)
            if before and before.start("years") == start:
                found = mentions[at], before.span("years")
        if found is None or found[0].kind != "person" or found[0].entity < 0 or found[1] in seen:
            continue
        seen.add(found[1])
        years = int(text[slice(*found[1])])
        block = article.block_at(start)
        if not 0 < years <= _OLDEST or block is None or block.zone not in ("body", "list", "caption"):
            continue
        if not article.quoted(*found[1]):
            yield Age(*found[1], years, found[0].entity)


def _lead(mention: Mention) -> int:
    """Where the name begins, its title with it."""
    return min(mention.start, mention.title_span.start) if mention.title_span else mention.start
