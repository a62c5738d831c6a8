"""Distances abroad in one unit, in a house that gives two."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify import Article, Block, Flag, rule
from verify.lexicon.late import late

from .prose import written

_DISTANCE = late(
    r"(?<![\w.,$£€-])(?P<figure>\d{1,3}(?:,\d{3}|\d{0,2})(?:\.\d{1,2})?)[ \u00a0-]?"
    r"(?P<unit>miles?|kilomet(?:er|re)s?|km)\b(?! (?:an|per) hour|[ -]?per[ -]hour)"
)
_MILES, _KM = late(r"\bmiles?\b"), late(r"(?:\b|\d)(?:kilomet(?:er|re)s?|km)\b")
_RATIO = 1.609344
_REACH = 45
_ABROAD = late(
    r"\b(?:Afghanistan|Albania|Algeria|Angola|Argentin|Armenia|Australia|Austria|Azerbaijan|Bangladesh"
    r"|Belarus|Belgium|Bolivia|Bosnia|Brazil|Britain|Bulgaria|Burma|Cambodia|Cameroon|Canada|Chad|Chile"
    r"|China|Chinese|Colombia|Congo|Croatia|Cuba|Cyprus|Denmark|Ecuador|Egypt|El Salvador|England"
    r"|Eritrea|Estonia|Ethiopia|Finland|France|French|Gaza|German|Ghana|Greece|Greek|Greenland|Guatemala"
    r"|Haiti|Honduras|Hungary|Iceland|India(?!na)|Indonesia|Iran|Iraq|Ireland|Israel|Ital(?:y|ian)"
    r"|Ivory Coast|Jamaica|Japan|Kazakhstan|Kenya|Kosovo|Kuwait|Laos|Latvia|Lebanon|Liberia|Libya"
    r"|Lithuania|Malawi|Malaysia|Mali|Mauritania|Mexico(?<!New Mexico)|Moldova|Mongolia|Morocco"
    r"|Mozambique|Myanmar|Namibia|Nepal|Netherlands|New Zealand|Nicaragua|Niger(?:ia)?|North Korea"
    r"|Norway|Oman|Pakistan|Palestin|Panama|Paraguay|Peru|Philippines|Poland|Portugal|Qatar|Romania"
    r"|Russia|Rwanda|Saudi|Scotland|Senegal|Serbia|Singapore|Slovakia|Slovenia|Somalia|South Africa"
    r"|South Korea|South Sudan|Spain|Spanish|Sri Lanka|Sudan|Sweden|Switzerland|Syria|Taiwan|Tanzania"
    r"|Thailand|Tunisia|Turkey|Turkish|Uganda|Ukrain|Uruguay|Uzbekistan|Venezuela|Vietnam|Wales|Yemen"
    r"|Zambia|Zimbabwe)"
)
_AT_HOME = late(
    r"\b(?:Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Hawaii|Idaho"
    r"|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota"
    r"|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York"
    r"|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina"
    r"|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Wisconsin|Wyoming|Washington)\b"
)


@rule(
    severity="info",
    since="0.1",
    needs={"quotations"},
    points={"numbers.convert"},
    advice="Give the distance in the other unit as well, in brackets.",
)
def missing_conversion(article: Article) -> Iterator[Flag]:
    """A distance in a story from abroad stands in miles or kilometers alone."""
    text = article.text
    done = False
    abroad: dict[int, bool] = {}
    for found in written(article, _DISTANCE):
        block = article.block_at(found.start())
        if block is None:
            continue
        miles = found["unit"].startswith("mile")
        near = text[max(block.start, found.start() - _REACH) : min(block.end, found.end() + _REACH)]
        if (_KM if miles else _MILES).search(near):
            done = True  # The story converts: what it repeats later need not be.
            continue
        if block.start not in abroad:
            abroad[block.start] = _abroad(text, block)
        if not done and abroad[block.start]:
            yield Flag(
                found.span(), _message(miles), fixes=(_both(article, found, miles=miles),), confidence=0.9
            )


def _abroad(text: str, block: Block) -> bool:
    """Whether a paragraph speaks of another country, and of no American state."""
    return (
        _ABROAD.search(text, block.start, block.end) is not None
        and _AT_HOME.search(text, block.start, block.end) is None
    )


def _message(miles: bool) -> str:  # noqa: FBT001 - one of two units
    return f"the distance stands in {'miles' if miles else 'kilometers'} alone"


def _both(article: Article, found: re.Match[str], *, miles: bool) -> str:
    """The distance with the other unit, rounded as finely as the one given, to two figures at least."""
    figure = found["figure"].replace(",", "")
    value = float(figure) * (_RATIO if miles else 1 / _RATIO)
    fine = max(2, len(figure.replace(".", "").strip("0")))
    rounded = float(f"{value:.{fine}g}")
    other = f"{rounded:,.0f}" if rounded.is_integer() else f"{rounded:,}"
    british = article.profile.words.spelling in ("gb", "oxford")
    unit = ("kilometres" if british else "kilometers") if miles else "miles"
    return f"{found[0]} ({other} {unit})"
