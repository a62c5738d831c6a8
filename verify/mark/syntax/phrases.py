"""Tells in the narration what is a cue, and what can be a noun phrase, without a parser."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from verify.lexicon.cues import PHRASAL, cue_forms
from verify.lexicon.grammar import (
    ALONE,
    AUXILIARIES,
    BOUNDARIES,
    DAYS,
    DETERMINERS,
    FINITE,
    GENITIVES,
    MODALS,
    OPENERS,
    OWNERS,
    PARTERS,
    PASTS,
    PLURAL_DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SPANS,
    SUBORDINATORS,
    TIMES,
)
from verify.lexicon.sources import BODIES
from verify.lexicon.words import is_word
from verify.mark.narration import QUOTE, STOP, Word

NP_STOPS = BOUNDARIES | RELATIVES | {QUOTE, STOP, ".", "!", "?", "…"}
"""Where a noun phrase ends at the latest."""
_LONGEST_SENTENCE = 400
"""Words that are looked through for the start of a sentence; copy has none as long."""
_LONGEST_PHRASE, _LONGEST_ASIDE, _LONGEST_INTERRUPTION, _LONGEST_PERCEIVED = 16, 5, 12, 7
PERCEIVING = frozenset("hear hears heard saw watch watched".split())
"""Verbs after which a bare form is what somebody is heard or seen to do."""
_NO_NAMES = frozenset(
    """even just only meanwhile instead finally not however nearly almost likewise similarly moreover
    furthermore therefore nevertheless nonetheless besides indeed afterward afterwards later earlier shortly
    here""".split()
)
"""Adverbs that have a capital only from their place at the head of a sentence."""
_NO_NOUNS = frozenset(("said", "told", "says", "wrote", "asked"))
"""Cues that are no nouns: behind "’s" they are what a firm says ("McDonald’s said"), or "has said"."""
_PHRASAL_PREPOSITIONS = frozenset(
    ("next", "thanks", "due", "prior", "owing", "ahead", "because", "according")
)
_SEVERAL = PLURAL_DETERMINERS - {"one", "another", "this", "that", "all"}
_WHEN = frozenset(("when", "if", "until", "unless", "though", "although"))
PLACES = frozenset(("here", "there", "elsewhere", "outside", "inside", "nearby"))
"""Adverbs that open an introduction together with a preposition ("Here in Ohio, …")."""
_ARTICLES = OWNERS | {"the", "a", "an"}
_NOUN_MARKS = _ARTICLES | GENITIVES | {"this"}
"""Words right behind which a form in "-ing" is a noun, or belongs to one."""
_PLURAL_GENITIVES = frozenset(("’", "'"))
_NO_ADVERBS = frozenset(
    "family rally supply reply assembly monopoly anomaly bully homily tally elderly daily weekly".split()
)
"""Nouns that end as adverbs do."""
_NOT = frozenset(("not", "n’t", "n't", "never"))
_SILENCE = frozenset("reply respond comment elaborate answer".split())
"""What somebody says nothing by not doing."""
_NO_CUE = ("", "base")
_GOING = frozenset(("goes", "went"))
_GOING_ON = frozenset((QUOTE, STOP, ",", ":", ".", "to", "saying", "in", "about"))
"""What follows "went on" where it tells of speech; "went on strike" does not."""


class Phrase(Struct, frozen=True):
    """A stretch of narration, words[first] up to and with words[last], that names a source."""

    first: int
    last: int


def sentence_start(words: Sequence[Word], at: int) -> int:
    """The index of the first word of the sentence that holds words[at]."""
    floor = max(0, at - _LONGEST_SENTENCE)
    while at > floor and words[at - 1].low != STOP:
        at -= 1
    return at


def is_cue(words: Sequence[Word], index: int) -> bool:
    """Whether the word is a cue verb here, and not the noun of the same form ("the report", "his claims")."""
    low = words[index].low
    form = cue_forms().get(low)
    if form is None:
        return False
    if not _has_particle(words, index):
        return False
    before = words[index - 1].low if index else STOP
    if before in DETERMINERS and before not in PLURAL_DETERMINERS:
        return before == "her" and low in _NO_NOUNS  # "a person close to her said"
    if index > 1 and words[index - 2].low in _ARTICLES and is_adverb(words[index - 1]):
        return False  # "the recently released report"
    if low.endswith("s") and form[1] == "finite" and _is_plural(words, index, before):
        return False
    if (before in _NOT and low in _SILENCE) or (before in _WHEN and low.endswith(("ed", "told"))):
        return False  # "told Congress when asked about it": whoever is asked says nothing there
    owned = before in GENITIVES or (before in _PLURAL_GENITIVES and words[index - 2].low.endswith("s"))
    if owned and form[1] != "ing" and not (index > 1 and words[index - 2].low in PRONOUNS):
        return low in _NO_NOUNS
    if form[1] == "base":
        return _base_is_verb(words, index, before)
    return True


def _has_particle(words: Sequence[Word], index: int) -> bool:
    """Whether a word that only its particle makes one of saying has it ("fired back", "went on to say")."""
    low = words[index].low
    if low in PHRASAL and (index + 1 >= len(words) or words[index + 1].low not in PHRASAL[low]):
        return False
    return not (low in _GOING and index + 2 < len(words) and words[index + 2].low not in _GOING_ON)


def _is_plural(words: Sequence[Word], index: int, before: str) -> bool:
    """Whether a form in "-s" is a noun: "the two remarks", "the biggest challenges", "in reports"."""
    return (
        before in _SEVERAL or before in PREPOSITIONS or before.endswith("est") or _interrupted(words, index)
    )


def _interrupted(words: Sequence[Word], index: int) -> bool:
    """Whether an attribution stands right behind the word: "Cost estimates, he added, were …"."""
    if index + 3 >= len(words) or words[index + 1].low != "," or words[index + 2].low not in PRONOUNS:
        return False
    return cue_forms().get(words[index + 3].low) == ("say", "finite")


def _base_is_verb(words: Sequence[Word], index: int, before: str) -> bool:
    """Whether a bare form ("report", "state") is the verb of a plural, a pronoun or an auxiliary here."""
    if before in MODALS or before in ("i", "we", "they", "you", "who"):
        return True
    if before in AUXILIARIES and index > 1:
        before = words[index - 2].low
        if before in MODALS:
            return True
    if _perceived(words, index):
        return True
    if before == "police" and words[index - 2].low in ("a", "an"):
        return False  # "a police report"
    if before in ("two", "three", "four", "both", "others", "some", "many", "people", "police"):
        return True
    if words[index].low == "say" and (before in BODIES or before in ("prosecution", "defence")):
        return True  # as British copy has it: "The prosecution say …"
    plural = before.endswith("s") and not before.endswith("ss") and len(before) > 3 and before.isalpha()
    return plural and before not in DAYS


def _perceived(words: Sequence[Word], verb: int) -> bool:
    """Whether somebody hears or sees the subject of a bare infinitive: "Witnesses heard the driver shout"."""
    for index in range(verb - 2, max(-1, verb - _LONGEST_PERCEIVED), -1):
        if words[index].low in PERCEIVING:
            opens = words[index + 1]
            return starts_phrase(opens) or opens.low in ("him", "her", "them")
        if words[index].low in NP_STOPS or words[index].low in PREPOSITIONS:
            break
    return False


def starts_phrase(word: Word) -> bool:
    """Whether a noun phrase can start here: a name, a pronoun or a determiner."""
    if word.low in PRONOUNS or word.low in DETERMINERS:
        return True
    return (
        word.text[:1].isupper()
        and word.low not in BOUNDARIES
        and word.low not in PREPOSITIONS
        and word.low not in _NO_NAMES
    )


def bare_plural(words: Sequence[Word], index: int) -> bool:
    """Whether the word can be a plural that stands without a determiner ("officials said")."""
    low = words[index].low
    return low.isalpha() and low.endswith("s") and len(low) > 4 and low not in PREPOSITIONS


def modifies_name(words: Sequence[Word], first: int) -> bool:
    """Whether lower-case words lead up to a name here ("former Springfield mayor Ann Lee")."""
    for word in words[first : first + 6]:
        if word.low in NP_STOPS or (word.low in PREPOSITIONS and word.low != "of"):
            return False
        if word.low in AUXILIARIES and word.text.islower():
            return False
        if word.text[:1].isupper():
            return word.low not in DAYS
    return False


def is_adverb(word: Word) -> bool:
    """Whether the word is an adverb by its ending ("angrily")."""
    low = word.low
    return low.endswith("ly") and len(low) > 4 and low not in _NO_ADVERBS and word.text.islower()


def introduces(words: Sequence[Word], index: int) -> bool:
    """Whether an introduction starts here, not the subject: "On Monday", "Asked about it", "Last week"."""
    low = words[index].low
    return (
        (low in PREPOSITIONS and (low != "of" or words[index].text == "Of"))
        or low in SUBORDINATORS
        or low in DAYS
        or (low in _PHRASAL_PREPOSITIONS and words[min(index + 1, len(words) - 1)].low in ("to", "of"))
        or (low in PLACES and index + 1 < len(words) and words[index + 1].low in PREPOSITIONS)
        or _dates(words, index)
        or (
            low in OPENERS
            and index + 1 < len(words)
            and (words[index + 1].low == "," or introduces(words, index + 1))
        )
        or (low in TIMES and index + 1 < len(words) and words[index + 1].low in SPANS)
        or (
            (low.endswith(("ing", "ed")) or cue_forms().get(low, _NO_CUE)[1] != "base")
            and len(low) > 4
            and not _inner_capital(words, index)
            and (words[index].text.islower() or is_word(low.rpartition("-")[2]))
        )
    )


def _dates(words: Sequence[Word], index: int) -> bool:
    """Whether words say how long before or after something was: "Eight years ago", "A few days later"."""
    first = index + 1 if words[index].low in ("a", "an", "some", "just", "only", "nearly") else index
    stop = min(len(words) - 1, first + 3)
    span = next((at for at in range(first, stop) if words[at].low in SPANS), -1)
    return span > index and words[span + 1].low in ("ago", "earlier", "later", "before", "after")


def _inner_capital(words: Sequence[Word], index: int) -> bool:
    """Whether the word is written with a capital though no sentence starts there."""
    return words[index].text[:1].isupper() and index > 0 and words[index - 1].low not in (STOP, QUOTE)


def can_be_phrase(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether words[first..last] can be a noun phrase at all, and not the rest of some clause."""
    return (
        starts_phrase(words[first])
        or words[last].text[:1].isupper()
        or bare_plural(words, last)
        or modifies_name(words, first)
        or words[last].low in ALONE
    )


def past_aside(words: Sequence[Word], at: int, floor: int = -1) -> int:
    """Where the words before a verb go on in front of an aside in its middle ("has in the past said")."""
    for index in range(at, max(floor + 1, at - _LONGEST_ASIDE), -1):
        if words[index].low in PREPOSITIONS and words[index - 1].low in ("has", "have", "had"):
            return index - 2
        if not words[index].text.islower():
            break
    return at


def past_interruption(words: Sequence[Word], mark: int) -> int:
    """The place of the "who" before what words[mark] closes off ("who, on a call Friday, said"), or -1."""
    floor = max(0, mark - _LONGEST_INTERRUPTION)
    first = next((i for i in range(mark - 1, floor, -1) if words[i].low == words[mark].low), -1)
    return first - 1 if first > 0 and words[first - 1].low in RELATIVES else -1


def relative_subject(words: Sequence[Word], cue: int) -> int:
    """The place of the "who" that is the subject of words[cue] ("Lee, who also called it …"), or -1.

    Of a thing it is "which" or "that" ("a banner that said …").
    """
    at = cue - 1
    while at > 0 and (words[at].low in AUXILIARIES or is_adverb(words[at])):
        at -= 1
    at = past_interruption(words, at) if words[at].low in PARTERS else past_aside(words, at)
    return at if at >= 0 and (words[at].low in RELATIVES or words[at].low == "that") else -1


def _describes(words: Sequence[Word], last: int) -> bool:
    """Whether a participle behind words[last] belongs to a noun still to come ("a visibly tired Lee")."""
    return words[last].low in ("a", "an", "the") or is_adverb(words[last])


def _is_noun(words: Sequence[Word], at: int) -> bool:
    """Whether what ends like a participle is the noun of its phrase ("the timing of it", "its building")."""
    return words[at].low.endswith("ing") and words[at - 1].low in _NOUN_MARKS


def _noun_must_follow(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether no verb can come next ("The recently | released report", "A | Sunday paper")."""
    if last > first and is_adverb(words[last]):
        last -= 1
    return words[last].low in _ARTICLES


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
        if low in NP_STOPS or low in PRONOUNS:
            break
        if _noun_must_follow(words, first, last) and low not in FINITE and low not in PREPOSITIONS:
            last += 1
            continue
        if low in DAYS or (low in AUXILIARIES and low not in ("’s", "'s", "first")):
            break
        if low in PREPOSITIONS and low not in ("of", "for"):
            break
        if low in forms and words[last + 1].text.islower() and is_cue(words, last + 1):
            break
        if (
            (low in PASTS or low.endswith(("ed", "ing")))
            and words[last + 1].text.islower()
            and (last > first or words[first].text[:1].isupper())
            and not _is_noun(words, last + 1)
            and not (_describes(words, last) and words[min(last + 2, limit - 1)].text[:1].isupper())
        ):
            break
        last += 1
        if last - first > _LONGEST_PHRASE:
            break
    return Phrase(first, last)
