"""What the elements of a page are for, by their tags, roles and classes."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from verify.lexicon.late import late
from verify.model.document import Zone
from verify.read.tags import attributes as read_attributes

BLOCKS = frozenset(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li "
    "main menu nav ol optgroup option p pre search section summary table tbody td tfoot th thead tr "
    "ul".split()
)
"""Elements that begin on a line of their own; all others stand inside one."""
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
CLOSED_BY: dict[str, frozenset[str]] = {
    "li": frozenset(("li",)),
    "dt": frozenset(("dt", "dd")),
    "dd": frozenset(("dt", "dd")),
    "td": frozenset(("td", "th")),
    "th": frozenset(("td", "th")),
    "tr": frozenset(("tr", "td", "th")),
}
"""Which open elements the start of another ends, where a page leaves out the end."""
BOUNDS = frozenset("ul ol dl menu table".split())
"""Elements that an end left out does not reach beyond."""

_TAGS: dict[str, Zone] = {
    **dict.fromkeys(HEADINGS, "headline"),
    **dict.fromkeys(("li", "dd", "dt", "td", "th"), "list"),
    "figcaption": "caption",
    "caption": "caption",
    "pre": "code",
    "code": "code",
    "samp": "code",
    "kbd": "code",
    "time": "byline",
}
_FURNITURE = frozenset("nav aside footer button menu dialog label".split())
_ROLES = frozenset(
    "navigation contentinfo complementary search dialog alertdialog menu menubar toolbar tablist".split()
)
_WORDS = frozenset(
    "share shares sharing social related newsletter newsletters promo promos promotion comments "
    "sidebar breadcrumb breadcrumbs nav navbar navigation menu footer advert adverts advertisement "
    "advertisements sponsored sponsor recirc recirculation recommended recommendations trending "
    "outbrain taboola subscribe subscription paywall cookie cookies consent gdpr toolbar pagination "
    "signup popup modal mostread mostpopular readmore seealso moreon".split()
)
_ADS = frozenset(("ad", "ads", "advert"))
_NEGATED = frozenset("has have with no not without is show hide".split())
_APART = frozenset(
    "twitter-tweet instagram-media tiktok-embed fb-post reddit-card sr-only visually-hidden "
    "screen-reader-text visuallyhidden screenreader-only u-hidden".split()
)
"""Classes of posts set in from elsewhere, and of words for screen readers only."""
_PART = late(r"[A-Za-z][a-z]+|[A-Z]+(?![a-z])|[a-z]+")
_UNSEEN = late(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


class Effect(Struct, frozen=True):
    """What an element makes of the words in it."""

    zone: Zone | None = None
    hard: bool = False
    """Furniture by its tag or role, or unseen."""
    soft: bool = False
    """Furniture by the name of its class, which may mean something else."""
    article: bool = False
    story: bool = False
    """The body of the article itself, said to be so."""
    main: bool = False
    banner: bool = False
    """The head of the site, where no article is around it."""


_NONE = Effect()
_PLAIN: dict[str, Effect] = {tag: Effect(zone=zone) for tag, zone in _TAGS.items()}
_PLAIN |= dict.fromkeys(_FURNITURE, Effect(hard=True))
_PLAIN |= {
    "article": Effect(article=True),
    "main": Effect(main=True),
    "header": Effect(banner=True),
    "form": Effect(soft=True),
}


@lru_cache(maxsize=2048)
def effect(tag: str, written: str) -> Effect:
    """Return what an element, with its attributes as they are written, makes of the words in it."""
    plain = _PLAIN.get(tag, _NONE)
    if not written:
        return plain
    attributes = read_attributes(written)
    unseen = "hidden" in attributes or attributes.get("aria-hidden") == "true"
    role = attributes.get("role", "")
    if unseen or role in _ROLES or _UNSEEN.search(attributes.get("style", "")):
        return replace(plain, hard=True)
    if role == "main":
        plain = replace(plain, main=True)
    elif role == "article":
        plain = replace(plain, article=True)
    elif role == "banner":
        plain = replace(plain, banner=True)
    properties = attributes.get("itemprop", "").split()
    if "articleBody" in properties:
        plain = replace(plain, story=True)
    named = _named(attributes.get("class", "")[:500] + " " + attributes.get("id", "")[:100])
    if tag in ("html", "body", "main", "article"):
        return plain
    zone = plain.zone
    if attributes.get("rel") == "author" or "author" in properties:
        zone = "byline"
    elif zone in (None, "list", "byline"):
        zone = named.zone or zone
    return replace(plain, zone=zone, soft=plain.soft or named.soft, hard=plain.hard or named.hard)


def _named(classes: str) -> Effect:
    """What the names of classes and of an id say: share-bar, c-byline, article__caption."""
    zone: Zone | None = None
    soft = False
    for token in classes.split():
        if token in _APART:
            return Effect(hard=True)
        parts = [part.lower() for part in _PART.findall(token)]
        if not parts or _NEGATED.intersection(parts):
            continue
        ends = {parts[0], parts[-1]}
        if ends & _WORDS or "".join(parts) in _WORDS or (ends & _ADS and len(parts) < 4):
            soft = True
        elif "byline" in parts or "bylines" in parts or parts[-1] in ("dateline", "timestamp", "pubdate"):
            zone = "byline"
        elif parts[-1] in ("credit", "credits", "copyright"):
            zone = "credit"
        elif "caption" in parts:
            zone = zone or "caption"
    return Effect(zone=zone, soft=soft)
