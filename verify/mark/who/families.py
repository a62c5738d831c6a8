"""Whom of a family the copy means: "the younger Doherty", "his father"."""

from __future__ import annotations

from collections.abc import Sequence

from verify.lexicon.late import late
from verify.mark.narration import Word
from verify.mark.syntax.phrases import Phrase
from verify.mark.who.cast import Cast
from verify.mark.who.nouns import noun_gender
from verify.model.marks import Mention

_AGE = late(r",? (?:aged |who is )?(\d{1,3})\b(?! (?:years|months|times|percent|per))")
_YOUNGER, _OLDER = frozenset(("younger", "junior")), frozenset(("older", "elder", "senior"))
_CHILD = frozenset("son daughter grandson granddaughter nephew niece stepson stepdaughter".split())
_PARENTS, _CHILDREN = frozenset(("father", "mother", "dad", "mum", "mom")), frozenset(("son", "daughter"))
_SIBLINGS, _SPOUSES = frozenset(("brother", "sister")), frozenset(("husband", "wife"))
_INVERSE = {
    **dict.fromkeys(_PARENTS, _CHILDREN),
    **dict.fromkeys(_CHILDREN, _PARENTS),
    **dict.fromkeys(_SIBLINGS, _SIBLINGS),
    **dict.fromkeys(_SPOUSES, _SPOUSES),
}
"""Each relative, with what the other of the two is called."""
_BESIDE = late(
    r"(?:, \d{1,3},)? and (?:his|her) (?:[a-z-]{1,20} ){0,2}(?P<kin>[a-z-]{3,20}),? (?:Dr\. |Mrs?\. |Ms\. )?"
)
"""What stands between somebody and a relative who is named behind them ("Ann Lee and her son, Paul")."""
_LOOK, _MOST = 40, 40


def namesake(cast: Cast, words: Sequence[Word], phrase: Phrase, mention: Mention) -> int:
    """Which of two people of one family name is meant by "the younger Doherty"; -1 where it tells neither."""
    told = {word.low for word in words[phrase.first : phrase.last + 1]}
    young = bool(told & _YOUNGER)
    if young == bool(told & _OLDER) or mention.given:
        return -1
    bearers = [
        number
        for number, entity in enumerate(cast.entities)
        if entity.kind == "person" and entity.given and entity.family == mention.family
    ]
    if len(bearers) != len(("the younger", "the elder")):
        return -1
    one, other = bearers
    ages = _age(cast, one), _age(cast, other)
    if min(ages) >= 0 and ages[0] != ages[1]:
        first_younger = ages[0] < ages[1]
    elif _is_child(cast, one) != _is_child(cast, other):
        first_younger = _is_child(cast, one)
    else:
        return -1
    return one if first_younger == young else other


def _age(cast: Cast, entity: int) -> int:
    """The age that the copy puts behind the name, or -1."""
    mentions = (cast.mentions[index] for index in cast.entities[entity].mentions[:_MOST])
    found = (_AGE.match(cast.text, mention.end) for mention in mentions)
    return next((int(match[1]) for match in found if match), -1)


def _is_child(cast: Cast, entity: int) -> bool:
    """Whether the copy brings the person in as somebody's child."""
    for index in cast.entities[entity].mentions[:_MOST]:
        at = cast.mentions[index].start
        before = cast.text[max(0, at - _LOOK) : at].replace(",", "").split()
        if before and before[-1] in _CHILD:
            return True
    return cast.entities[entity].name.endswith((" Jr.", " Jr", " II", " III"))


def relative(cast: Cast, owner: int, noun: str) -> int:
    """Who "his father" is, where the copy names him together with the one who is "his"; -1 elsewhere."""
    if noun not in _INVERSE:
        return -1
    for index in cast.entities[owner].mentions[:_MOST]:
        for one, other, names in ((index - 1, index, _INVERSE[noun]), (index, index + 1, frozenset((noun,)))):
            if one < 0 or other >= len(cast.mentions):
                continue
            first, second = cast.mentions[one], cast.mentions[other]
            meant = first if other == index else second
            between = _BESIDE.fullmatch(cast.text, first.end, second.start)
            fits = meant.kind == "person" and cast.fits(meant.entity, noun_gender(noun))
            if between and between["kin"] in names and fits and meant.entity != owner:
                return meant.entity
    return -1
