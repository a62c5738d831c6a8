"""The comma before the last item of a simple series, against the house style."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify import Article, Flag, rule
from verify.lexicon.late import late
from verify.mark.naming.places import PLACES

from .prose import written

_ITEM = r"[\w’'-]{2,24}"
_ENDS = (
    r"(?=[.;)?!,—]|$|\s(?:in|of|on|for|to|from|at|with|by|as|during|after|before|because|since|across|among"
    r"|against|between|over|under|within|without|towards?|into|onto|through|along|is|are|was|were|have|has|had|will|would|who|that|when|while)\b)"
)
_KEPT = late(
    rf"(?P<first>{_ITEM}), (?P<middle>(?:{_ITEM}, ){{0,4}}?)(?P<second>{_ITEM}(?: {_ITEM})?)"
    rf"(?P<comma>,) (?P<and>and|or) (?P<last>{_ITEM}(?: {_ITEM})?){_ENDS}"
)
_OMITTED = late(
    rf"(?P<first>{_ITEM}), (?P<middle>(?:{_ITEM}, ){{0,4}}?)(?P<second>{_ITEM})(?P<comma>)"
    rf" (?P<and>and|or) (?P<last>{_ITEM}){_ENDS}"
)
_NO_ITEM = frozenset(
    """
    a an the this that these those he she it they we you i who whom which what when where why how if as than
    but so yet and or nor not only then thus too also again still even just perhaps maybe however though
    although therefore instead meanwhile moreover otherwise indeed say says said yes no well now once twice
    finally first second third later earlier ago today tomorrow yesterday
    especially particularly including like such
    is are was were be been being am has have had do does did will would can could may might must shall should
    him her them us me my his its their our your there here nothing everything anything something
    etc more most less least all both each every some any none one two jr sr inc
    in of on for to from at with by into onto about after before over under against between during
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december
    """.split()
)


@rule(
    severity="warning",
    since="0.1",
    needs={"quotations"},
    points={"words.series-comma"},
    advice="Set the commas of a series as the house style has them.",
)
def series_comma_off_style(article: Article) -> Iterator[Flag]:
    """A simple series has a comma before its last item that the house leaves out, or lacks one it sets."""
    omitted = article.profile.words.series_comma == "omitted"
    for found in written(article, _KEPT if omitted else _OMITTED):
        if not _series(found):
            continue
        head, tail = found[0][: found.start("comma") - found.start()], f" {found['and']} {found['last']}"
        right = head + tail if omitted else f"{head},{tail}"
        said = "has no comma before the last" if omitted else "has a comma before the last"
        message = f"in a simple series the house style {said} item"
        yield Flag(found.span(), message, fixes=(right,), confidence=0.9)


def _series(found: re.Match[str]) -> bool:
    """Whether the parts are items of one kind: no adverb or pronoun, and no state behind its town."""
    items = [found["first"], *found["middle"].rstrip(", ").split(", "), found["second"], found["last"]]
    items = [item for item in items if item]
    for item in items:
        words = item.split(" ")
        if any(word.lower().removesuffix("’s") in _NO_ITEM for word in words) or words[0].endswith("ly"):
            return False
        if item in PLACES:
            return False
    return len({item[:1].isupper() for item in items[1:]}) == 1
