"""Finds who stands as the subject of a cue: the words before it, or after it where it is inverted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from verify.lexicon.cues import PHRASAL, cue_forms
from verify.mark.narration import QUOTE, STOP, Word

PRONOUNS = frozenset("he she they it i we you who".split())
_DETERMINERS = frozenset(
    "the a an his her their its our my this that these those some many several most both another other "
    "others one two three four five six seven eight nine ten dozens hundreds thousands few all each every "
    "no any either neither half more".split()
)
_FINITE = frozenset("was were is are am has have had will would could can may might must should did does do".split())
_PLURAL_DETERMINERS = frozenset(
    "some many several most both others all few two three four five six one another this that".split()
)
_AUXILIARIES = frozenset(
    "has had have having was were is are am be been being would will could can may might must should did does do "
    "also then later again recently once still never not n't n’t always often sometimes even only just "
    "now soon already first further ’s ’d ’ve ’ll 's publicly reportedly to ever".split()
)
_MODALS = frozenset("will would can could may might must should did does do to not n't n’t".split())
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight".split()
)
_BOUNDARIES = frozenset(
    ("that and but or nor as when while because if where after before since although though so whether "
     "than until unless yet then whom whose how why what").split()
) | {",", ";", ":", "—", "–", "-", "--", "(", ")", QUOTE, STOP, "“", "”", '"', "..."}  # fmt: skip
_RELATIVES = frozenset(("who", "which"))
PREPOSITIONS = frozenset(
    "in on at during by with after before from of for to about against among amid over under into "
    "since despite without within through outside inside near behind beyond via per like between asked".split()
)
_SUBORDINATORS = frozenset(
    "when while although though because if since as where until once unless whether".split()
)
_OPENERS = frozenset(
    "even just shortly soon long only afterward afterwards later earlier still meanwhile instead finally moments "
    "minutes hours days weeks months years not once nearly almost more however".split()
)
_PASTS = frozenset(
    """became began bore bought brought broke built came caught chose did drew drove fell felt fled flew fought
    found gave got grew had held kept knew laid led left lost made meant met paid put ran rose sat saw sent
    shook shot slept sold spent spoke stood stole struck swore taught thought threw took understood went won
    wore wrote was were is are has""".split()
)
"""Past forms that no ending gives away; after a name they begin the predicate."""
_JOINERS = frozenset(("and", "but", "so", "yet", "then", "or", "nor"))
_PARTERS = frozenset((",", "—", "–", "-", "--", "(", ")"))
_CLAUSE_ENDS = frozenset((STOP, QUOTE, ";", ":"))
_TIMES = frozenset("last this next earlier later that one two three the".split())
_SPANS = frozenset(
    "week month year day night morning afternoon evening weekend spring summer fall autumn winter weeks months "
    "years days hours minutes time".split()
)
_NP_STOPS = _BOUNDARIES | _RELATIVES | {".", "!", "?", "…"}
_LONGEST = 40


class Phrase(NamedTuple):
    """A stretch of narration, words[first] up to and with words[last], that names a source."""

    first: int
    last: int


def is_cue(words: Sequence[Word], index: int) -> bool:
    """Whether the word is a cue verb here, and not the noun of the same form ("the report", "his claims")."""
    low = words[index].low
    form = cue_forms().get(low)
    if form is None:
        return False
    if low in PHRASAL and (index + 1 >= len(words) or words[index + 1].low not in PHRASAL[low]):
        return False
    before = words[index - 1].low if index else STOP
    if before in _DETERMINERS and before not in _PLURAL_DETERMINERS:
        return False
    if before in ("’s", "'s") and form[1] != "ing" and not (index > 1 and words[index - 2].low in PRONOUNS):
        return False
    if form[1] == "base":
        return _base_is_verb(words, index, before)
    return not (low.endswith("s") and form[1] == "finite" and before in PREPOSITIONS)


def _base_is_verb(words: Sequence[Word], index: int, before: str) -> bool:
    """Whether a bare form ("report", "state") is the verb of a plural, a pronoun or an auxiliary here."""
    if before in _MODALS or before in ("i", "we", "they", "you", "who"):
        return True
    if before in _AUXILIARIES and index > 1:
        before = words[index - 2].low
    if before in ("two", "three", "four", "both", "others", "some", "many", "people", "police"):
        return True
    return before.endswith("s") and len(before) > 3 and before.isalpha() and before not in _DAYS


def starts_phrase(word: Word) -> bool:
    """Whether a noun phrase can start here: a name, a pronoun or a determiner."""
    if word.low in PRONOUNS or word.low in _DETERMINERS:
        return True
    return word.text[:1].isupper() and word.low not in _BOUNDARIES and word.low not in PREPOSITIONS


def before(words: Sequence[Word], cue: int) -> Phrase | None:
    """The subject of the cue verb words[cue], where it stands before it in the same sentence."""
    at = cue - 1
    floor = max(-1, cue - _LONGEST)
    if cue and words[at].low == "to":
        return _infinitive(words, cue)
    while at > floor and (words[at].low in _AUXILIARIES or words[at].low in _DAYS or _adverb(words[at])):
        at -= 1
    if at <= floor:
        return None
    low = words[at].low
    if low in (STOP, QUOTE):
        return clause_subject(words, cue)
    if low in ("and", "but", "or", "then") or cue_forms().get(words[cue].low, ("", ""))[1] == "ing":
        return clause_subject(words, cue)
    if low in _RELATIVES or (low == "that" and at and not is_cue(words, at - 1) and words[at - 1].low != STOP):
        return _antecedent(words, at)
    if low == "," or low in ("—", "–", "-", "--", ")"):
        return _past_apposition(words, at) or clause_subject(words, cue)
    return _ending_at(words, at, floor)


def _infinitive(words: Sequence[Word], cue: int) -> Phrase | None:
    """The subject that an infinitive shares with the verb of saying before it, or with its sentence."""
    for index in range(cue - 2, max(-1, cue - _LONGEST), -1):
        if words[index].low == STOP:
            break
        form = cue_forms().get(words[index].low)
        if form == ("say", "finite") and words[index].text.islower() and is_cue(words, index):
            return before(words, index)
    return clause_subject(words, cue)


def _adverb(word: Word) -> bool:
    return word.low.endswith("ly") and len(word.low) > 4 and word.text.islower()


def _antecedent(words: Sequence[Word], relative: int) -> Phrase | None:
    """Whom a "who" stands for: the phrase before it, or itself where there is none."""
    at = relative - 1
    if at >= 0 and words[at].low == ",":
        at -= 1
    if at < 0 or words[at].low in _NP_STOPS:
        return Phrase(relative, relative)
    return _ending_at(words, at, max(-1, relative - _LONGEST))


def _past_apposition(words: Sequence[Word], comma: int) -> Phrase | None:
    """The phrase that the appositions ending at this comma belong to ("Smith, the mayor, said").

    The clause is cut at its commas; introductions ("On Monday,", "Asked about it,") are passed over,
    and the first piece that is a phrase is the subject.
    """
    start = comma
    while start > 0 and words[start - 1].low not in _CLAUSE_ENDS and comma - start < _LONGEST:
        start -= 1
        if words[start].low in _JOINERS and start > 0 and words[start - 1].low in (",", STOP, QUOTE):
            start += 1
            break
    pieces: list[tuple[int, int]] = []
    first = start
    for index in range(start, comma + 1):
        if index == comma or words[index].low in _PARTERS:
            if index > first:
                pieces.append((first, index))
            first = index + 1
    places = False
    fallback: Phrase | None = None
    for number, (first, end) in enumerate(pieces):
        begin = first
        while begin < end and (words[begin].low in _JOINERS or _adverb(words[begin])):
            begin += 1
        if begin < end and not introduces(words, begin):
            if places and end - first <= 2:
                # "In Ames, Iowa, Smith said": the state belongs to the introduction.
                places = False
                continue
            if not (starts_phrase(words[begin]) or words[end - 1].text[:1].isupper() or bare_plural(words, begin)):
                continue
            phrase = whole_phrase(words, begin, end)
            if phrase is not None and (phrase.last + 1 >= end or words[phrase.last + 1].low in PREPOSITIONS):
                following = pieces[number + 1] if number + 1 < len(pieces) else None
                if following and words[begin].low in _DETERMINERS and _full_name(words, end - 1, *following):
                    return Phrase(following[0], following[1] - 1)
                return phrase
            # "The council voted, its leader, Ann Lee, said": a piece with a verb of its own is no subject.
            fallback = fallback or phrase
        places = begin < end and _ends_in_place(words, begin, end)
    return fallback


def _full_name(words: Sequence[Word], before: int, first: int, end: int) -> bool:
    """Whether words[first:end] name in full whom the description before them describes ("its leader, Ann Lee,")."""
    return (
        end - first > 1
        and words[before].text.islower()
        and all(word.text[:1].isupper() and word.low not in _DETERMINERS for word in words[first:end])
    )


def _ends_in_place(words: Sequence[Word], first: int, end: int) -> bool:
    """Whether an introduction ends with the name of a town, so that its state may follow ("In Ames, Iowa,")."""
    last = words[end - 1]
    return words[first].low in ("in", "at", "near", "outside") and last.text[:1].isupper() and last.low not in _DAYS


def introduces(words: Sequence[Word], index: int) -> bool:
    """Whether an introduction starts here, and not the subject: "On Monday", "Asked about it", "Last week"."""
    low = words[index].low
    return (
        (low in PREPOSITIONS and low != "of")
        or low in _SUBORDINATORS
        or low in _DAYS
        or (low in _OPENERS and index + 1 < len(words) and (
            words[index + 1].low == "," or introduces(words, index + 1)))
        or (low in _TIMES and index + 1 < len(words) and words[index + 1].low in _SPANS)
        or ((low in cue_forms() or low.endswith(("ing", "ed"))) and len(low) > 4 and not _inner_capital(words, index))
    )


def _inner_capital(words: Sequence[Word], index: int) -> bool:
    """Whether the word is written with a capital though no sentence starts there."""
    return words[index].text[:1].isupper() and index > 0 and words[index - 1].low not in (STOP, QUOTE)


def _ending_at(words: Sequence[Word], last: int, floor: int) -> Phrase | None:
    """The noun phrase whose last word is words[last]."""
    if words[last].low in PRONOUNS:
        return Phrase(last, last)
    first = last
    while first - 1 > floor and words[first - 1].low not in _NP_STOPS:
        previous = words[first - 1]
        if previous.low in PRONOUNS or previous.low in _FINITE or (previous.text.islower() and is_cue(words, first - 1)):
            break
        first -= 1
    stop = words[first - 1].low if first - 1 > floor else STOP
    if stop in _RELATIVES and first <= last and words[first].low not in PRONOUNS and not starts_phrase(words[first]):
        return _antecedent(words, first - 1)
    while first < last and (words[first].low in _AUXILIARIES or _adverb(words[first])):
        first += 1
    if not starts_phrase(words[first]) and words[first].low not in PREPOSITIONS and not words[last].text[:1].isupper():
        for index in range(first + 1, last):
            if words[index].low in PREPOSITIONS and starts_phrase(words[index + 1]):
                first = index + 1
                break
    if words[first].low in PREPOSITIONS and words[first].low != "of":
        # "In Ohio Smith said": the phrase after the introduction.
        for index in range(last, first, -1):
            if words[index].low in PRONOUNS or words[index].low in _DETERMINERS:
                return Phrase(index, last)
        start = last
        while start - 1 > first and words[start - 1].text[:1].isupper():
            start -= 1
        return Phrase(start, last) if start > first else None
    if words[first].low in _NP_STOPS or words[last].low in PREPOSITIONS or not _phrase(words, first, last):
        return None
    return Phrase(first, last)


def _phrase(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether words[first..last] can be a noun phrase at all, and not the rest of some clause."""
    return (
        starts_phrase(words[first])
        or words[last].text[:1].isupper()
        or bare_plural(words, last)
        or modifies_name(words, first)
        or first == last
    )


def after(words: Sequence[Word], cue: int) -> Phrase | None:
    """The subject that follows an inverted cue ("said Smith, who …"), or None."""
    first = cue + 1
    while first < len(words) and (_adverb(words[first]) or words[first].low in _DAYS):
        first += 1
    if first >= len(words):
        return None
    word = words[first]
    if word.low in ("him", "her", "them", "that", "this", "there", "it") or word.low in PREPOSITIONS:
        return None
    if not (starts_phrase(word) or bare_plural(words, first) or modifies_name(words, first)):
        return None
    if word.low in PRONOUNS:
        return Phrase(first, first)
    last = first
    limit = min(len(words), first + 18)
    while last + 1 < limit:
        low = words[last + 1].low
        if low in _NP_STOPS or low in _DAYS:
            break
        if low in _AUXILIARIES and low not in ("’s", "'s", "first", "to", "only", "once", "now"):
            # "said the plan would fail": the words after the cue are what was said, not who said it.
            return None if low not in ("not",) else Phrase(first, last)
        if low in PREPOSITIONS and low not in ("of", "for", "with", "from", "at", "in"):
            break
        last += 1
    named = _named_after(words, last) if word.low in _DETERMINERS else None
    return named or Phrase(first, last)


def _named_after(words: Sequence[Word], last: int) -> Phrase | None:
    """The name that follows a description and its comma ("his daughter, Ann Lee, a welder")."""
    if last + 2 >= len(words) or words[last + 1].low != ",":
        return None
    end = last + 2
    while end < len(words) and words[end].text[:1].isupper() and words[end].low not in _DAYS:
        end += 1
    return Phrase(last + 2, end - 1) if _full_name(words, last, last + 2, end) else None


def modifies_name(words: Sequence[Word], first: int) -> bool:
    """Whether lower-case words lead up to a name here ("former Springfield mayor Ann Lee")."""
    for word in words[first : first + 6]:
        if word.low in _NP_STOPS or (word.low in PREPOSITIONS and word.low != "of") or word.low in _AUXILIARIES:
            return False
        if word.text[:1].isupper():
            return word.low not in _DAYS
    return False


def bare_plural(words: Sequence[Word], index: int) -> bool:
    low = words[index].low
    return low.isalpha() and low.endswith("s") and len(low) > 4 and low not in PREPOSITIONS


def clause_subject(words: Sequence[Word], cue: int) -> Phrase | None:
    """The subject of the sentence that holds words[cue], for a verb that shares it ("Smith rose and said")."""
    start = cue
    while start > 0 and words[start - 1].low != STOP:
        start -= 1
    at = start
    while at < cue and (words[at].low in _JOINERS or words[at].low in _PARTERS or words[at].low == QUOTE
                        or _adverb(words[at])):
        at += 1
    for _ in range(4):
        if at >= cue or not introduces(words, at):
            break
        comma = next((i for i in range(at, cue) if words[i].low == ","), -1)
        if comma < 0:
            break
        if _ends_in_place(words, at, comma) and words[comma + 1].text[:1].isupper():
            after_state = next((i for i in range(comma + 1, min(cue, comma + 4)) if words[i].low == ","), comma)
            comma = after_state
        at = comma + 1
    while at < cue and not starts_phrase(words[at]) and not bare_plural(words, at):
        at += 1
    return whole_phrase(words, at, cue)


def whole_phrase(words: Sequence[Word], first: int, limit: int) -> Phrase | None:
    """The noun phrase that starts at words[first] and ends before words[limit]."""
    if first >= limit or words[first].low in (STOP, QUOTE):
        return None
    if words[first].low in PRONOUNS:
        return Phrase(first, first)
    last = first
    forms = cue_forms()
    while last + 1 < limit:
        low = words[last + 1].low
        if low in _NP_STOPS or low in _DAYS or low in PRONOUNS:
            break
        if low in _AUXILIARIES and low not in ("’s", "'s", "first"):
            break
        if low in PREPOSITIONS and low not in ("of", "for"):
            break
        if low in forms and words[last + 1].text.islower() and is_cue(words, last + 1):
            break
        if (low in _PASTS or low.endswith(("ed", "ing"))) and words[last + 1].text.islower() and (
            last > first or words[first].text[:1].isupper()
        ):
            break
        last += 1
        if last - first > 16:
            break
    return Phrase(first, last)
