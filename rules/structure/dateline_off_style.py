"""Datelines in another form than the house style has."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Article, Flag, rule
from verify.lexicon.late import late
from verify.model.profile import Dateline

_AGENCY = late(r"\s*\((?P<name>[^()]{2,40})\)")
_DASH = late(r"\s*(?P<dash>—|–|---?|-)\s*$")
_DAY = (
    r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}(?:,? \d{4})?"
    r"|\d{1,2} (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?(?:,? \d{4})?"
)
_DATE = late(rf"[,\s]*(?:[—–-]\s*)?(?P<date>{_DAY})\s*")
_SMALL_START = late(r"\b(?:Mc|Mac|O’|O')(?=[A-Z])")


@rule(
    severity="info",
    since="0.1",
    points={"dateline.place", "dateline.date", "dateline.agency", "dateline.dash"},
    advice="Write the dateline as the house style has it.",
)
def dateline_off_style(article: Article) -> Iterator[Flag]:
    """The dateline has another form than the house style gives it."""
    style = article.profile.dateline
    for block in article.zoned("dateline"):
        words = article.text[block.start : block.end]
        if style.place == "none":
            yield Flag(
                block.span, "the house style has no datelines", advice="Say in the text where it happened."
            )
            continue
        wrong, wanted = _held(words, style)
        if wrong:
            yield Flag(
                block.span,
                f"the dateline is not as the house style has it: {', '.join(wrong)}",
                fixes=(wanted,) if wanted else (),
            )


def _held(words: str, style: Dateline) -> tuple[list[str], str]:
    """What is wrong with a dateline, and how it should read, where its parts can be told apart."""
    dash = _DASH.search(words)
    rest = words[: dash.start()] if dash else words
    agency, date = _AGENCY.search(rest), _DATE.search(rest)
    cuts = sorted(found.span() for found in (agency, date) if found)
    place = rest[: cuts[0][0]] if cuts else rest
    place = place.strip(" ,—–-")
    town, comma, region = place.partition(",")
    wrong = []
    if style.place == "capitals" and town and not _SMALL_START.sub("", town).isupper():
        wrong.append("the town is in capitals")
        town = town.upper()
    elif style.place == "plain" and town.isupper() and len(town) > 2:
        wrong.append("the town is not in capitals")
        town = town.title()
    if style.date == "never" and date:
        wrong.append("it gives no day")
    elif style.date == "required" and not date:
        wrong.append("it gives the day")
    if style.agency and (agency is None or agency["name"] != style.agency):
        wrong.append(f"it names the agency as ({style.agency})")
    if style.dash != "any" and dash and dash["dash"] != style.dash:
        wrong.append(f"it ends in {style.dash}")
    if not town or style.date == "required" or (date and style.date != "never"):
        return wrong, ""  # How a day stands in a dateline is no point of a profile.
    signed = f" ({style.agency})" if style.agency else f" ({agency['name']})" if agency else ""
    end = style.dash if style.dash != "any" else dash["dash"] if dash else ""
    return wrong, f"{town}{comma}{region}{signed} {end}".rstrip()
