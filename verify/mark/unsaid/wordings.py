"""Quoted words that are there as words: terms, glosses, names, slogans, signs, sayings, nicknames."""

from __future__ import annotations

from itertools import pairwise

from verify.mark.unsaid.setting import Setting
from verify.model.marks import NeedsNone

_WORDS = frozenset(
    """abbreviation acronym adjective buzzword epithet euphemism expression expressions initials jargon label
    labels letter letters moniker noun phrase phrases prefix pronoun pronouns suffix syllable tag term terms
    title verb word words name names category heading""".split()
)
_LIKE = frozenset("like such as of is was are were being for including".split())
_DUBBED = frozenset("dubbed termed so-called styled defined coined".split())
_NAMED = frozenset(
    "called named titled entitled labeled labelled designated designates known christened".split()
)
_GLOSSES = frozenset("means meaning meant literally translates translated translation roughly".split())
_SHORT = frozenset("spelled spelt pronounced abbreviated".split())
_MOTTOS = frozenset("slogan slogans motto mottos mottoes mantra hashtag hashtags tagline catchphrase".split())
_SLOGANS = _MOTTOS | frozenset(
    """mantras taglines catchphrases jingle chant chants cry cries shout shouts refrain watchword""".split()
)
_CHORUSES = frozenset("chant chants cries shouts chorus choruses".split())
_SLOGANS_AFTER = frozenset("chant chants slogan motto mantra hashtag mentality pledge banner".split())
_SAYINGS = frozenset("adage maxim proverb aphorism axiom cliché cliche".split())
_SAYING_AFTER = frozenset("saying adage proverb maxim".split())
_THINGS = frozenset(
    """sign signs banner banners t-shirt t-shirts shirt shirts tee hat hats cap caps poster posters placard
    placards sticker stickers plaque plaques billboard billboards graffiti inscription jersey jerseys mug mugs
    badge badges button buttons headstone gravestone tombstone marquee chalkboard whiteboard screen label
    labels tattoo tattoos sweatshirt sweatshirts hoodie hoodies flag flags mural murals license pin pins
    pennant pennants envelope box folder plate plates
    bedsheet bedsheets scoreboard""".split()
)
_WRITTEN = frozenset(
    """read reads reading say says said saying emblazoned with marked bearing bore bears proclaim proclaimed
    proclaiming proclaims declare declared declares declaring stamped printed inscribed labeled labelled
    painted spelling spelled scrawled""".split()
)
_PRODUCTS = frozenset(
    """ship boat vessel yacht ferry tanker submarine trawler tug tugboat schooner sloop frigate liner lifeboat
    barge plane jet bomber balloon rocket spacecraft satellite probe rover capsule locomotive robot telescope
    supercomputer app software device gadget drug perfume beer ale lager whisky whiskey cocktail burger
    sandwich dish doll storm operation codename codenamed code-named horse racehorse mascot ride rollercoaster
    restaurant pub nightclub cottage villa startup chatbot drone sculpture model variant""".split()
)
_NICKNAMES = frozenset("nicknamed nickname nicknames aka alias monikers moniker".split())
_FOREIGN = (
    "ish",
    "ese",
    "ian",
    "ean",
    "ch",
    "ic",
    "ew",
    "in",
    "ili",
    "ni",
    "ai",
    "lu",
    "an",
    "du",
    "di",
    "sh",
)
_ARTICLES = frozenset(("the", "a", "an"))
_AS = (["short", "for"], ["stands", "for"], ["known", "as"], ["so", "called"], ["billed", "as"])
_SO = frozenset(("so-called", "self-styled", "defined", "coined"))
_KINDS_OF_WORD = frozenset(
    "term word phrase slang acronym expression euphemism abbreviation shorthand".split()
)
_OLD = frozenset("the a an old common popular local family this that favorite favourite goes".split())
_SUBJECTS = frozenset("he she they i we you who it what critics".split())
_PERSONAL = frozenset("him her them it us me you".split())
_NAMERS = frozenset("he she they we".split())
_CALLING = frozenset("calls called call dubbed named".split())
_JOINING = frozenset("and but or so when while as that because if what said says who which where".split())
_PLACING = frozenset("on in at near outside along over above by of the from".split())
_NEAR, _REACH = 4, 8
_LONGEST_TERM, _LONGEST_SLOGAN, _LONGEST_NAME = 6, 14, 6
_PASSIVE = frozenset(
    "is are was were be been being often sometimes also commonly now once usually formally".split()
)


def wording(seen: Setting, *, said: bool) -> NeedsNone:
    """Which kind of words as words they are, as far as their neighbours tell; "" where they tell nothing."""
    return (
        _written(seen, said=said)
        or _nickname(seen)
        or _named(seen)
        or _as_words(seen, said=said)
        or _phrased(seen, said=said)
    )


def _written(seen: Setting, *, said: bool) -> NeedsNone:
    """Words on a sign, a shirt or a label."""
    reach = seen.before[-_REACH:]
    thing = next((at for at in range(len(reach) - 1, -1, -1) if _thing(reach[at])), -1)
    if thing >= 0 and any(word in _WRITTEN for word in reach[thing + 1 :]) and not _speaker(seen, thing):
        return "sign"
    if len(seen.words) > _LONGEST_SLOGAN:
        return ""
    if seen.next in _THINGS and (len(seen.words) > 1 or not said):
        return "sign"
    return "sign" if not said and thing >= 0 and not seen.glue.strip() and len(reach) - thing <= _NEAR else ""


def _thing(word: str) -> bool:
    return word in _THINGS or (word[:2] == "T-" and word.lower() in _THINGS)


def _speaker(seen: Setting, thing: int) -> bool:
    """Whether somebody speaks between the thing and the words: “held a sign and he said, …”."""
    placed = False
    for word in seen.before[-_REACH:][thing + 1 :]:
        if word.lower() in _SUBJECTS - {"it", "what", "who"} or (word[:1].isupper() and not placed):
            return True
        placed = word in _PLACING or (placed and word[:1].isupper())  # "signs on Fourth Street read"
    return False


def _nickname(seen: Setting) -> NeedsNone:
    last = seen.last
    if last in _NICKNAMES and not seen.glue.strip(" ,:"):
        return "nickname"
    if last in ("is", "was", "of", "as", "him", "her") and seen.low[-2:-1] and seen.low[-2] in _NICKNAMES:
        return "nickname"
    if last in _PERSONAL and seen.low[-2:-1] == ["for"] and seen.low[-3:-2] and seen.low[-3] in _NICKNAMES:
        return "nickname"  # "a nickname for him: “the Badger”"
    name = seen.words[1:] if seen.words[0].lower() in _ARTICLES else seen.words
    if last == "as" and "known" in seen.low[-_REACH:-2] and name[:1] and name[0][:1].isupper():
        return "nickname"  # "known to fans as “the Badger”"
    return ""


def _named(seen: Setting) -> NeedsNone:
    """The name of a ship, a product or an operation."""
    if not seen.titled or len(seen.words) > _LONGEST_NAME:
        return ""
    low = seen.low
    if len(seen.words) > 1 and low[-1:] and low[-1] in _CALLING and low[-2:-1] and low[-2] in _NAMERS:
        # "a red he calls “Sunday Blood”", but not "and he called “Mr. Speaker”"
        return "name" if low[-3:-2] and low[-3] not in _JOINING else ""
    if low[-2:] in (["the", "name"], ["named", "him"], ["named", "her"], ["named", "it"]):
        return "name"
    if low and low[-1] in _NAMED | _DUBBED:
        low = low[:-1]
    return "name" if low and low[-1] in _PRODUCTS and not seen.glue.strip(" ,") else ""


def _as_words(seen: Setting, *, said: bool) -> NeedsNone:
    """A term, an abbreviation or a gloss."""
    low = seen.low
    if (
        low[-1:]
        and low[-1] in _ARTICLES
        and len(low) > 1
        and (low[-2] in _DUBBED | _NAMED or low[-2] == "as")
    ):
        low = low[:-1]
    last = low[-1] if low else ""
    if len(seen.words) > _LONGEST_TERM or seen.glue.strip(" ,("):
        return ""
    glossed = last in _GLOSSES or (last in ("as", "to", "for") and low[-2:-1] and low[-2] in _GLOSSES)
    if _foreign(seen) or (glossed and not said):
        return "gloss"
    naming = last in _SO or (last in _DUBBED | _NAMED and _passive(low, seen.before, said=said))
    if naming or last in _SHORT or low[-2:] in _AS:
        return "name" if seen.titled and len(seen.words) > 1 and last not in _SO and last != "for" else "term"
    if _explained(seen, said=said):
        return "term"
    if last in _LIKE:
        last = next((word for word in reversed(low[-_NEAR:]) if word not in _LIKE), "")
    return "term" if last in _WORDS and not (said and (last == "words" or len(seen.words) > 2)) else ""


def _explained(seen: Setting, *, said: bool) -> bool:
    """Whether the copy goes on to say what the words mean, or what kind of word they are."""
    after = seen.after
    if after[:2] in (["stands", "for"], ["is", "short"]) or (
        after[:1] in (["means"], ["meaning"]) and not said
    ):
        return True
    return after[:1] in (["is"], ["was"], ["a"], ["an"], ["the"]) and not _KINDS_OF_WORD.isdisjoint(
        after[1 : _NEAR + 1]
    )


def _passive(low: list[str], before: list[str], *, said: bool) -> bool:
    """Whether "called" names a thing ("a tool called “the claw”") rather than being what somebody said."""
    if len(low) < 2:
        return False
    ahead = low[-2]
    person = before[len(low) - 2][:1].isupper() and low[-3:-2] not in (["a"], ["an"])
    if ahead in _SUBJECTS or person or "what" in low[-_REACH:]:
        return ahead in _PASSIVE and not said
    return not said or low[-3:-2] in (["a"], ["an"])


def _foreign(seen: Setting) -> bool:
    """Whether the words tell what a foreign word means: “Portuguese for “longing””."""
    before = seen.before
    return (
        len(before) > 1 and before[-1] == "for" and before[-2][:1].isupper() and before[-2].endswith(_FOREIGN)
    )


def _phrased(seen: Setting, *, said: bool) -> NeedsNone:
    """A slogan, a chant or a saying."""
    if len(seen.words) > _LONGEST_SLOGAN:
        return ""
    low = seen.low[-_NEAR:]
    if seen.last in _MOTTOS or (seen.last == "of" and low[-2:-1] and low[-2] in _CHORUSES):
        return "slogan"
    old = any(first in _OLD and second == "saying" for first, second in pairwise(low))
    if old and (low[-1:] == ["saying"] or "old" in low):
        return "saying"
    if said:
        return ""
    if not _SLOGANS.isdisjoint(low) or seen.next.lower() in _SLOGANS_AFTER:
        return "slogan"
    told = seen.after[:1] in (["is"], ["as"], ["goes"], ["was"]) or low[-1:] == ["goes"]
    if old or not _SAYINGS.isdisjoint(low) or (told and not _SAYING_AFTER.isdisjoint(seen.after[:_NEAR])):
        return "saying"
    return ""
