"""Finds the noun phrase that ends at a word, and whom a "who" stands for."""

from __future__ import annotations

from collections.abc import Sequence

from verify.lexicon.given import is_given
from verify.lexicon.grammar import (
    AUXILIARIES,
    DETERMINERS,
    FINITE,
    JOINERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
)
from verify.lexicon.sources import GROUPS
from verify.mark.naming.offices import names_one
from verify.mark.narration import QUOTE, STOP, Word
from verify.mark.syntax.phrases import (
    NP_STOPS,
    Phrase,
    can_be_phrase,
    introduces,
    is_adverb,
    is_cue,
    starts_phrase,
)

_LONGEST = 40
_LONGEST_OBJECT = 6
_TOWARDS = frozenset(("to", "from", "by", "with", "against"))
"""Prepositions that part the phrase before them from the one that a "who" behind them stands for."""
_BEFORE_ARTICLES = frozenset(
    "all both half such many not only just even than past onto up down off ,".split()
)
"""What may stand before an article inside a phrase, beside prepositions."""
_AT = frozenset(("at", "in", "on", "from", "with", "near"))
_OBJECTS = frozenset(("him", "her", "them", "me", "us"))
_PARTICLES = frozenset("out up off down around over in on back away".split())


def ending_at(words: Sequence[Word], last: int, floor: int = -1) -> Phrase | None:
    """The noun phrase whose last word is words[last]; it does not reach down to words[floor]."""
    if words[last].low in PRONOUNS:
        return Phrase(last, last)
    floor = max(floor, last - _LONGEST)
    if words[last].low in _OBJECTS and last - 1 > floor and words[last - 1].low in PREPOSITIONS:
        around = ending_at(words, last - 2, floor)  # "a person close to her said"
        return around and Phrase(around.first, last)
    first = _reach_back(words, last, floor)
    stop = words[first - 1].low if first - 1 > floor else STOP
    if stop in PRONOUNS and words[first].low.endswith("ed") and first < last:
        first += 1  # "They passed out leaflets that said": the verb and its particle are no part of it
        while first < last and words[first].low in _PARTICLES:
            first += 1
    if stop in RELATIVES and not starts_phrase(words[first]):
        return antecedent(words, first - 1)
    while first < last and (words[first].low in AUXILIARIES or is_adverb(words[first])):
        first += 1
    first = _past_introduction(words, first, last)
    if words[first].low in PREPOSITIONS and words[first].low != "of":
        return _behind_preposition(words, first, last)
    if (
        first > 1
        and words[first - 2].low in RELATIVES
        and words[first - 1].text.islower()
        and first - 2 > floor
    ):
        return antecedent(words, first - 2)  # "a woman who answered the phone said"
    no_noun = words[first].low in NP_STOPS or words[last].low in PREPOSITIONS
    if no_noun:
        return None
    if not can_be_phrase(words, first, last):
        first = _past_adjective(words, first)
        if first < 0:
            return None
    return Phrase(_with_partner(words, first), last)


def antecedent(words: Sequence[Word], relative: int) -> Phrase | None:
    """Whom a "who" stands for: the phrase before it, or itself where there is none."""
    at = relative - 1
    if at >= 0 and words[at].low in PREPOSITIONS:
        return Phrase(relative, relative)  # "to which he said": of whom that is said is another matter
    if at >= 0 and words[at].low in JOINERS:
        # "Lee, who lost, and who called …": both clauses have one antecedent.
        inside = range(at, max(-1, at - _LONGEST), -1)
        earlier = next((i for i in inside if words[i].low in RELATIVES or words[i].low == "whose"), -1)
        return antecedent(words, earlier) if earlier >= 0 else Phrase(relative, relative)
    if at >= 0 and words[at].low == ",":
        at -= 1
    if at < 0 or words[at].low in NP_STOPS:
        return Phrase(relative, relative)
    floor = max(-1, relative - _LONGEST)
    found = ending_at(words, at, floor)
    if found is not None and words[relative].low in ("which", "that"):
        found = _thing(words, found, floor)
    if found is None:
        # "It did not satisfy the union, which …": the phrase behind the verb
        inside = range(at - 1, max(floor, at - _LONGEST_OBJECT), -1)
        opens = next((i for i in inside if words[i].low in DETERMINERS), -1)
        return Phrase(opens, at) if opens >= 0 else Phrase(relative, relative)
    if not words[at].text[:1].isupper():
        inside = range(found.last - 1, found.first, -1)
        cut = next((i for i in inside if words[i + 1].low in DETERMINERS and _parts(words, i, at)), -1)
        return Phrase(cut + 1, found.last) if cut >= 0 else found
    # "a blow to Ann Lee, who": only the name behind the preposition
    inside = range(found.last - 1, found.first, -1)
    cut = next((i for i in inside if words[i].low in PREPOSITIONS and words[i].low not in ("of", "for")), -1)
    somebody = cut < 0 or (words[relative].low == "who" and _works_there(words, cut))
    return found if somebody else Phrase(cut + 1, found.last)


def _parts(words: Sequence[Word], index: int, last: int) -> bool:
    """Whether a "who" behind words[last] stands for no more than what stands behind words[index]."""
    low = words[index].low
    if low == "of":
        # "the dismay of the man, who"
        return names_one(words[last].low) and not names_one(words[index - 1].low)
    # "Critics include the owner, who": before an article inside a phrase stands a verb, or what goes with it.
    return low in _TOWARDS or (low not in PREPOSITIONS and low not in JOINERS and low not in _BEFORE_ARTICLES)


def _works_there(words: Sequence[Word], joint: int) -> bool:
    """Whether a body or place is named only to tell whom one means: "a professor at Harbor College who"."""
    noun = words[joint - 1].low
    human = names_one(noun) or noun in GROUPS or (noun.endswith("s") and names_one(noun[:-1]))
    name = words[joint + 2 if words[joint + 1].low in DETERMINERS else joint + 1]
    return human and not is_given(name.text) and words[joint].low in _AT


def _thing(words: Sequence[Word], found: Phrase, floor: int) -> Phrase:
    """What a "which" stands for behind a name: a report in "a report by its head, Ann Lee, which"."""
    somebody = is_given(words[found.first].text) and found.last > found.first
    if not somebody or found.first - 2 <= floor or words[found.first - 1].low != ",":
        return found
    thing = ending_at(words, found.first - 2, floor)
    if thing is None:
        return found
    inside = range(thing.first + 1, thing.last)
    cut = next((i for i in inside if words[i].low in ("by", "from", "of")), thing.last + 1)
    return Phrase(thing.first, cut - 1)


def _reach_back(words: Sequence[Word], last: int, floor: int) -> int:
    """How far back the words before words[last] can belong to it: up to a pronoun, a verb or an edge."""
    first = last
    while first - 1 > floor and words[first - 1].low not in NP_STOPS:
        previous = words[first - 1]
        verb = previous.low in FINITE or (previous.text.islower() and is_cue(words, first - 1))
        if verb or previous.low in PRONOUNS:
            break
        first -= 1
    return first


def _past_adjective(words: Sequence[Word], first: int) -> int:
    """Where a phrase begins in front of the comma between its adjectives ("the tall, bearded man"), or -1."""
    opens = first - 3
    if opens < 0 or words[first - 1].low != "," or words[opens].low not in DETERMINERS:
        return -1
    alone = opens == 0 or words[opens - 1].low in (STOP, QUOTE, ",")
    return opens if alone and words[first - 2].text.islower() else -1


def _past_introduction(words: Sequence[Word], first: int, last: int) -> int:
    """Where the phrase begins, if the words in front of it are none of its own ("…bolted from the mayor")."""
    if starts_phrase(words[first]) or words[first].low in PREPOSITIONS or words[last].text[:1].isupper():
        return first
    inside = range(first + 1, last)
    return next(
        (i + 1 for i in inside if words[i].low in PREPOSITIONS and starts_phrase(words[i + 1])), first
    )


def _behind_preposition(words: Sequence[Word], first: int, last: int) -> Phrase | None:
    """The phrase behind an introduction with no comma ("In Ohio Smith said")."""
    for index in range(last, first, -1):
        if words[index].low in PRONOUNS or words[index].low in DETERMINERS:
            return Phrase(index, last)
    start = last
    while start - 1 > first and words[start - 1].text[:1].isupper():
        start -= 1
    return Phrase(start, last) if start > first else None


def _with_partner(words: Sequence[Word], first: int) -> int:
    """Where a phrase begins with those who speak as one: Ned in "Ned and Ruth Barlow said"."""
    if first < 2 or words[first - 1].low != "and" or not words[first].text[:1].isupper():
        return first
    partner = first - 1
    while partner > 0 and words[partner - 1].text[:1].isupper():
        partner -= 1
    opens = partner == 0 or words[partner - 1].low in (STOP, QUOTE)
    return partner if partner < first - 1 and opens and not introduces(words, partner) else first
