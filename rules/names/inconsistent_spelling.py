"""A name that is spelt one way throughout, and once another way."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from verify import Article, Elsewhere, Flag, rule
from verify.lexicon.cues import cue_forms
from verify.lexicon.late import late
from verify.lexicon.slips import slip_between
from verify.lexicon.words import zipf
from verify.mark.naming.capitals import UPPER
from verify.mark.naming.headlines import is_title_case
from verify.mark.naming.near import distance, slips, swapped
from verify.mark.naming.ordinary import OPENERS
from verify.mark.naming.reading import fold

from .spellings import Name, anchors, capitalised, derived, standing

_LED = r"(?:(?:de|del|della|der|den|di|da|dos|du|la|van|von|bin|ibn|al|el) ){0,2}"
_CAPITAL_BEFORE = late(rf"[{UPPER}](?:[\w’'-]*|[a-z]{{0,3}}\.)[ -]{_LED}$")
_CAPITAL_AFTER = late(rf"[ -]{_LED}[{UPPER}][\w’'-]*")
_SPEAKS = late(r",? (?:who\b|([a-z]{3,14})\b)")
_OPENS = ".!?:…;“”\"‘’'([-—–•*"
_INITIALS = 7
_VOWELS = str.maketrans(dict.fromkeys("aeiouy"))
_OFTEN = 3
"""How often a short name, or one with a near neighbour among real names, must stand in one spelling."""
_SHORT = 4
_TWICE = 8
"""Letters in a family name that may be written with two slips and still be nobody else's."""
_RARER, _FAR_RARER = 1.5, 2.0
"""How much rarer than the name a word of the dictionary, or another name, must be, as zipf() measures."""
_BACK = 40
_COMMON = 4.3
"""How common a word may be that is taken for a slip in a person's name."""
_FURTHEST = 2
"""By how many letters a word may differ from the name in length."""
_EASE = {"swapped": 0, "doubled": 1, "halved": 1, "dropped": 2, "added": 3, "beside": 4, "replaced": 5}


@rule(
    severity="error",
    since="0.1",
    needs={"names"},
    advice="Spell the name as elsewhere in the article.",
)
def inconsistent_spelling(article: Article) -> Iterator[Flag]:
    """A name is spelt otherwise than elsewhere in the article, by a slip of the keyboard."""
    places = capitalised(article)
    spelt: dict[str, set[str]] = defaultdict(set)
    for mention in article.mentions:
        if mention.kind == "person" and mention.family and mention.given:
            spelt[fold(mention.family.split()[-1])].add(mention.given.split()[0])
    by_letter = anchors(article, places)
    for word, spans in places.items():
        key, size, count = fold(word), len(word), len(spans)
        near = [
            name
            for name in by_letter.get(word[0].lower(), ())
            if (count * 2 <= name.times or count == name.times == 1)
            and abs(len(name.spelling) - size) <= _FURTHEST
            # A slip leaves the second letter or the last as it was.
            and (name.key[1] == key[1] or name.key[-1] == key[-1])
        ]
        right = [
            name
            for name in near
            if _slipped(word, key, name, spelt.get(key))
            and _stands(article, word, spans, name, full=key in spelt)
        ]
        if right:
            best = min(right, key=lambda name: (_ease(word, name), -name.times, name.first))
            yield from (_flag(word, span, best) for span in spans)


def _ease(word: str, name: Name) -> int:
    """How much care it takes to make this slip; more than one takes most."""
    slip = slip_between(fold(word), name.key)
    return _EASE[slip] if slip else len(_EASE)


def _flag(word: str, span: tuple[int, int], name: Name) -> Flag:
    right = name.spelling.upper() if word.isupper() else name.spelling
    return Flag(
        span,
        f"“{word}” is spelt “{right}” elsewhere in the article",
        fixes=(right,),
        related=(Elsewhere(name.first, f"spelt “{name.spelling}” here"),),
        confidence=0.95 if name.times > 1 else 0.85,
    )


def _slipped(word: str, key: str, name: Name, own: set[str] | None) -> bool:
    """Whether the word is the name with a slip in it, and no name of its own.

    `own` are the given names of those whom the article names in full by the word.
    """
    right = name.key
    if key == right or not _near(key, right, name) or derived(key, right):
        return False
    if word.isupper() and len(word) < _INITIALS:
        # Initials lie close together (ISIS and ISIL): only two of them swapped are surely a slip.
        return swapped(key, right)
    if own and not _in_full(word, name):
        # Two people with near names stay two: Osama and Obama, Johnson and Johnston.
        return not own.isdisjoint(name.given)
    return True


def _in_full(word: str, name: Name) -> bool:
    """Whether the slip may lie where the person is named in full, and each bare name be right."""
    sure = standing(word) == "unknown" and standing(name.spelling) in ("family", "unknown")
    return sure and name.times > 1 and not name.given


def _near(key: str, right: str, name: Name) -> bool:
    """Whether one slip parts the two, or two in a long family name."""
    if abs(len(key) - len(right)) < 2 and slips(key, right) == 1:
        return True
    return name.person and min(len(key), len(right) - 1) >= _TWICE - 1 and distance(key, right, 2) == 2


def _same_consonants(key: str, right: str) -> bool:
    """Whether two long names differ in their vowels alone: Halverson and Halvorsen, Petersen and Peterson."""
    return len(key) == len(right) and key.translate(_VOWELS) == right.translate(_VOWELS)


def _before(text: str, start: int) -> re.Match[str] | None:
    """The capitalised word right before, unless it only opens the sentence."""
    found = _CAPITAL_BEFORE.search(text, max(0, start - _BACK), start)
    return None if found is None or found.group().split()[0].lower() in OPENERS else found


def _stands(article: Article, word: str, spans: Sequence[tuple[int, int]], name: Name, *, full: bool) -> bool:
    """Whether a word that is near a name stands where that name could, and for nothing else.

    `full` says that the article names somebody in full by the word.
    """
    kind = standing(word)
    if kind == "fixed" or (name.times == 1 and spans[0] < name.first and not word.isupper()):
        return False
    text = article.text
    beside = [(_before(text, start), _CAPITAL_AFTER.match(text, end)) for start, end in spans]
    alone = not any(before or after for before, after in beside)
    if _ease(word, name) == len(_EASE):
        sure = kind == "family" and name.times > 1 and _same_consonants(fold(word), name.key)
        return alone and (sure or (kind == "unknown" and not zipf(word)))
    rarer = zipf(name.spelling) - zipf(word)
    if kind in ("family", "given"):
        # A name in its own right: only where it stands alone, and the article knows nobody of it.
        often = name.times >= _OFTEN and rarer >= _FAR_RARER
        return alone and name.times > 1 and (name.person or often)
    if kind == "word":
        return alone and all(_instead(article, word, span, name, rarer) for span in spans)
    if word.isupper() and name.times == 1:
        return not zipf(word) and rarer > 0
    if (name.person and name.times > 1) or (full and _in_full(word, name)):
        return True
    if alone or all(_hyphened(before, after) for before, after in beside):
        if name.times == 1:
            return name.person
        return len(name.spelling) > _SHORT or name.times >= _OFTEN or name.part or rarer >= _FAR_RARER
    # Beside other capitals it must be the name in its usual company: "South Koera", "Maren Holtzwatr".
    return any(
        (before and f"{before.group()}{name.spelling}" in text)
        or (after and f"{name.spelling}{after.group()}" in text)
        for before, after in beside
    )


def _hyphened(before: re.Match[str] | None, after: re.Match[str] | None) -> bool:
    """Whether other capitals are tied to a word by hyphens alone ("Asia-Pacific", "Muslim-Americans")."""
    return (before is None or before.group()[-1] == "-") and (after is None or after.group()[0] == "-")


def _instead(article: Article, word: str, span: tuple[int, int], name: Name, rarer: float) -> bool:
    """Whether a word of the dictionary has its capital because it stands for a name."""
    text, (start, end) = article.text, span
    block = article.blocks[bisect_right(article.blocks, start, key=lambda block: block.start) - 1]
    if block.zone not in ("body", "list") or is_title_case(text, block):
        return False
    if name.part and zipf(word) < _COMMON:
        speaks = _SPEAKS.match(text, end)
        if speaks and (speaks[1] is None or cue_forms().get(speaks[1], ("", ""))[1] == "finite"):
            return True
    elif rarer < _RARER:
        return False
    if name.times == 1 or not (before := text[block.start : start].rstrip()) or before[-1] in _OPENS:
        return False
    if name.part or name.times >= _OFTEN:
        return True
    usual = " ".join(before[-_BACK:].split()[-2:])  # "secretary of [State]"
    return f"{usual} {name.spelling}" in text
