"""Says who a source is: the mention that the copy names, and the fullest name it stands for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from verify.lexicon.grammar import DETERMINERS, KIN, PREPOSITIONS
from verify.lexicon.sources import BODIES, DOCUMENTS, GROUPS, PLURAL_EXCEPTIONS
from verify.lexicon.words import is_word
from verify.mark.narration import Word
from verify.mark.near import slips
from verify.mark.offices import FORMAL, ROLES, offices_in, words_of
from verify.mark.phrases import Phrase
from verify.model.article import Article
from verify.model.marks import Gender, Mention, Speaker, SpeakerType

_SINGULAR: dict[str, Gender] = {"he": "m", "she": "f", "him": "m", "her": "f", "his": "m"}
_CUT = frozenset(
    "of for with from at in on to by about as who which that whose and or after before during under inside "
    "near over against".split()
) | {",", "(", "—", "–"}  # fmt: skip
_REACH = 12
_MEMORY = 600
_LONG_NAME = 5
_WORD = 14
_LAST_BODIES = 2
_SUBJECT, _SUBJECT_WORDS = 60, 5
_INTRODUCED = 2_000
_ALONE = (
    r"(?<![,—–(] )(?<!\bas )(?<!\bis )(?<!\bwas )(?<!\bbecame )"
    r"\b(?:[Aa]n?|[Oo]ne|[Aa]nother|[Hh]is|[Hh]er|[Tt]heir) (?:[a-z-]+ ){{0,3}}?{noun}\b(?!,? [A-Z])"
)
"""Somebody brought in by a noun, in no apposition or predicate of a name and in front of none."""


class _Place(NamedTuple):
    """A person named in the narration: where, who, and whether as a subject may be."""

    start: int
    entity: int
    leads: bool


class Speakers:
    """Resolves sources one after the other; what was resolved earlier helps with what comes later.

    Made anew for each article and fed in the order of the text.
    """

    def __init__(self, article: Article) -> None:
        self._text = article.text
        self._mentions = article.mentions
        self._starts = [mention.start for mention in article.mentions]
        self._entities = article.entities
        self._entity_of = [-1] * len(self._mentions)
        for number, entity in enumerate(self._entities):
            for index in entity.mentions:
                self._entity_of[index] = number
        self._sentences = [sentence.start for sentence in article.sentences]
        self._narrated = _narrated(article, self._entity_of, self._sentences)
        self._resolved: dict[int, list[tuple[int, int]]] = {}
        self._last_body: Speaker | None = None

    def speaker(self, words: Sequence[Word], phrase: Phrase) -> tuple[Speaker, float]:
        """The speaker for a source's words, and how sure the name is (1 where the copy gives it)."""
        head = words[phrase.first]
        if phrase.first == phrase.last and head.low in _SINGULAR:
            return self._person(head)
        if phrase.first == phrase.last and head.low in ("they", "it", "we", "i", "you", "who", "one"):
            return self._plural(head)
        mention = self._named(words, phrase)
        if mention is not None:
            return self._by_name(mention), 1.0
        word = words[head_index(words, phrase)]
        entity = self._misspelt(word)
        if entity >= 0:
            self._remember(word.start, entity)
            found = self._entities[entity]
            return Speaker(found.name, word.start, word.end, "person", found.title, entity), 0.85
        return self._described(words, phrase)

    def hear(self, words: Sequence[Word], phrase: Phrase) -> None:
        """Take note of somebody who speaks in the narration, so that a pronoun further on may mean them."""
        body = self._last_body
        heard, _ = self.speaker(words, phrase)
        if heard.entity < 0:
            self._last_body = body

    # -- names ---------------------------------------------------------------------------------

    def _named(self, words: Sequence[Word], phrase: Phrase) -> int | None:
        """The mention that is the head of the phrase ("Lee" in "Springfield mayor Ann Lee of Ohio")."""
        start, end = words[phrase.first].start, words[phrase.last].end
        low = bisect_left(self._starts, start)
        high = bisect_right(self._starts, end - 1)
        if low and self._mentions[low - 1].end > start:
            low -= 1
        if low == high:
            return None
        head_end = end
        for word in words[phrase.first + 1 : phrase.last + 1]:
            if word.low in _CUT and not any(
                _with_title(self._mentions[i]) < word.start < self._mentions[i].end for i in range(low, high)
            ):
                head_end = word.start
                break
        for index in range(high - 1, low - 1, -1):
            mention = self._mentions[index]
            if mention.start >= head_end:
                continue
            tail = self._text[mention.end : head_end].strip()
            if tail in ("", ".", ",") or tail.isdigit() or tail.startswith(("(", ", ")):
                return index
            if tail.isalpha() and tail.islower() and not is_word(tail):
                return index  # "Lee siad": a misspelt cue is no part of the name
        return None

    def _misspelt(self, word: Word) -> int:
        """The person whose family name the word is by all but one slip, or -1 ("Kowalcyzk")."""
        if len(word.text) < _LONG_NAME or not word.text[:1].isupper() or is_word(word.low):
            return -1
        alike = [
            number
            for number, entity in enumerate(self._entities[:_MEMORY])
            if entity.kind == "person" and entity.given and slips(entity.family, word.text) == 1
        ]
        return alike[0] if len(alike) == 1 else -1

    def _by_name(self, index: int) -> Speaker:
        mention = self._mentions[index]
        number = self._entity_of[index]
        entity = self._entities[number] if number >= 0 else None
        self._remember(mention.start, number)
        speaker = Speaker(
            entity.name if entity else mention.name,
            mention.start,
            mention.end,
            entity.kind if entity else mention.kind,
            (entity.title if entity else "") or mention.title,
            number,
        )
        if speaker.type != "person":
            self._last_body = speaker
        return speaker

    def _remember(self, at: int, entity: int) -> None:
        if entity >= 0 and self._entities[entity].kind == "person":
            sentence = bisect_right(self._sentences, at) - 1
            self._resolved.setdefault(sentence, []).append((at, entity))

    # -- pronouns ------------------------------------------------------------------------------

    def _person(self, word: Word) -> tuple[Speaker, float]:
        """Whom "he" or "she" stands for: the nearest sentence's leading person of that gender."""
        entity, sure = self._antecedent(word.start, _SINGULAR[word.low])
        if entity < 0:
            return Speaker("", word.start, word.end, "person"), 0.3
        self._remember(word.start, entity)
        found = self._entities[entity]
        return Speaker(found.name, word.start, word.end, "person", found.title, entity), sure

    def _antecedent(self, at: int, gender: Gender) -> tuple[int, float]:
        """The person a pronoun at this offset stands for, as (entity, how sure), or (-1, 0).

        Sentence by sentence backwards, the first that names a fitting person in a leading place decides:
        whoever spoke there, else its subject (Centering, Grosz, Joshi and Weinstein 1995).
        """
        here = bisect_right(self._sentences, at) - 1
        fallback = (-1, 0.0)
        for back in range(_REACH):
            sentence = here - back
            if sentence < 0:
                break
            spoke = [
                entity
                for start, entity in self._resolved.get(sentence, [])
                if start < at and gender in ("", self._entities[entity].gender or gender)
            ]
            named = [
                place
                for place in self._narrated.get(sentence, [])
                if place.start < at and gender in ("", self._entities[place.entity].gender or gender)
            ]
            sure = 0.97 - 0.04 * back
            if spoke:
                rivals = {place.entity for place in named} - {spoke[-1]}
                return spoke[-1], max(0.5, sure - (0.1 if rivals else 0.0))
            if back and not named and self._opens_with_somebody(sentence):
                return fallback
            carries_on = self._opens_with_pronoun(sentence)
            leading = [place for place in named if place.leads]
            if leading and not carries_on:
                rivals = {place.entity for place in named} - {leading[0].entity}
                return leading[0].entity, max(0.5, sure - (0.12 if rivals else 0.0))
            if named and fallback[0] < 0 and not carries_on:
                known = [place for place in named if self._entities[place.entity].gender == gender]
                fallback = (known or named)[0].entity, max(0.5, sure - 0.25)
        return fallback

    def _opens_with_pronoun(self, sentence: int) -> bool:
        """Whether the sentence carries on about somebody, so that the names in it are not its subject."""
        start = self._sentences[sentence]
        return self._text[start : start + 4].lower().startswith(("he ", "she "))

    def _opens_with_somebody(self, sentence: int) -> bool:
        """Whether the sentence has a subject without a name, whom a pronoun takes up ("A spokesman …")."""
        start = self._sentences[sentence]
        words = self._text[start : start + _SUBJECT].split()[:_SUBJECT_WORDS]
        if words[:1] not in (["A"], ["An"], ["One"], ["Another"]):
            return False
        return any(word.strip(",").lower() in ROLES for word in words[1:])

    def _plural(self, word: Word) -> tuple[Speaker, float]:
        """Whom "they" or "it" stands for: the body or group that spoke last, else nobody."""
        last = self._last_body
        acted = self._acted(word.start) if word.low == "it" else -1
        if acted >= 0 and last is None:
            body = self._entities[acted]
            return Speaker(body.name, word.start, word.end, "organisation", body.title, acted), 0.65
        if word.low in ("they", "it") and last is not None:
            return Speaker(last.name, word.start, word.end, last.type, last.title, last.entity), 0.7
        kind: SpeakerType = "group" if word.low in ("they", "we") else "unnamed"
        return Speaker("", word.start, word.end, kind), 0.4

    # -- descriptions --------------------------------------------------------------------------

    def _described(self, words: Sequence[Word], phrase: Phrase) -> tuple[Speaker, float]:
        """A speaker without a name: an office that the article gives to somebody, a body, a group."""
        start, end = words[phrase.first].start, words[phrase.last].end
        noun = head_noun(words, phrase)
        article = words[phrase.first].low
        definite = article == "the" or (article in ("his", "her", "their") and noun not in KIN)
        if definite or (words[phrase.first].text[:1].isupper() and article not in DETERMINERS):
            entity, sure = self._holder(words, phrase, noun)
            if entity >= 0:
                self._remember(start, entity)
                found = self._entities[entity]
                return Speaker(found.name, start, end, "person", found.title, entity), sure
            body = self._body(start, noun)
            if body >= 0:
                return Speaker(self._entities[body].name, start, end, "organisation", "", body), 0.85
            if noun in BODIES and self._last_body is not None and self._last_body.type == "organisation":
                last = self._last_body
                return Speaker(last.name, start, end, last.type, last.title, last.entity), 0.6
        kind = noun_type(noun, article)
        speaker = Speaker(" ".join(self._text[start:end].split()), start, end, kind)
        if kind in ("organisation", "group"):
            self._last_body = speaker
        return speaker, 0.95

    def _holder(self, words: Sequence[Word], phrase: Phrase, noun: str) -> tuple[int, float]:
        """The person to whom the article gives this office or part, and how sure that is; (-1, 0) for nobody.

        An office that the article gives to one person is that person; otherwise "the senator" takes
        up whoever led the sentences before, as a pronoun would.
        """
        at = words[phrase.first].start
        found: dict[int, int] = {}
        for index in self._earlier(at):
            mention = self._mentions[index]
            number = self._entity_of[index]
            if number >= 0 and mention.title and _names_office(mention.title, noun):
                found[number] = index
        if len(found) == 1:
            return next(iter(found)), 0.9
        person_noun = noun in FORMAL or noun in ROLES or _stands_for_one(words, phrase)
        possessed = any(word.low in ("’s", "'s") for word in words[phrase.first : phrase.last])
        # "His lawyer" is hardly he; "the mayor's strategist" may be whoever led, but no relative.
        if not person_noun or (noun in KIN if possessed else words[phrase.first].low != "the"):
            return (max(found, key=lambda number: found[number]), 0.7) if found else (-1, 0.0)
        if noun not in FORMAL and self._introduced(at, noun):
            return -1, 0.0
        entity, sure = self._antecedent(at, "")
        if entity >= 0 and (not found or entity in found) and self._may_hold(entity, noun):
            return entity, min(sure, 0.75)
        return (max(found, key=lambda number: found[number]), 0.7) if found else (-1, 0.0)

    def _introduced(self, at: int, noun: str) -> bool:
        """Whether somebody came in by this noun alone ("a driver", "his lawyer") and is named by nobody."""
        if not noun.isalpha():
            return False
        alone = re.compile(_ALONE.format(noun=noun))
        return alone.search(self._text, max(0, at - _INTRODUCED), at) is not None

    def _body(self, at: int, noun: str) -> int:
        """The body named before with this noun at an end of its name ("the command", "the commission")."""
        for index in reversed(self._earlier(at)):
            number = self._entity_of[index]
            if number >= 0 and self._entities[number].kind == "organisation":
                named = self._entities[number].name.lower().split()
                if noun in (named[0], named[-1]) and len(named) > 1:
                    return number
        return -1

    def _acted(self, at: int) -> int:
        """The body that leads the sentence before an offset, or the one before that; -1 for none."""
        here = bisect_right(self._sentences, at) - 1
        found = -1
        for index in reversed(self._earlier(at)):
            mention = self._mentions[index]
            back = here - (bisect_right(self._sentences, mention.start) - 1)
            if back > _LAST_BODIES or (back > 1 and found >= 0):
                break
            number = self._entity_of[index]
            if back and number >= 0 and not mention.quoted and self._entities[number].kind == "organisation":
                found = number
        return found

    def _earlier(self, at: int) -> range:
        """The mentions before an offset, as far back as a reader remembers."""
        end = bisect_left(self._starts, at)
        return range(max(0, end - _MEMORY), end)

    def _may_hold(self, entity: int, noun: str) -> bool:
        """Whether the copy gives the person the office that the noun names; other nouns may be anyone's."""
        mentions = self._entities[entity].mentions[:_MEMORY]
        held = {office for index in mentions for office in offices_in(self._mentions[index].title)}
        return noun not in FORMAL or FORMAL[noun] in held


def _stands_for_one(words: Sequence[Word], phrase: Phrase) -> bool:
    """Whether the words take up somebody by origin or age: "the Italian", "the 19-year-old"."""
    if words[phrase.first].low != "the":
        return False
    last = words[phrase.last]
    if last.low.endswith("-year-old"):
        return True
    return phrase.last == phrase.first + 1 and last.text.istitle() and not last.low.endswith("s")


def _names_office(title: str, noun: str) -> bool:
    """Whether a title holds the noun, abbreviated or spelt out ("Sen." for a senator)."""
    return noun in words_of(title) or (noun in FORMAL and FORMAL[noun] in offices_in(title))


def _with_title(mention: Mention) -> int:
    """Where a mention starts, the title before it included ("Secretary of State" belongs to the name)."""
    return min(mention.start, mention.title_span.start) if mention.title_span else mention.start


def head_noun(words: Sequence[Word], phrase: Phrase) -> str:
    """The noun that the phrase is about ("spokesman" in "a spokesman for the governor")."""
    return words[head_index(words, phrase)].low


def head_index(words: Sequence[Word], phrase: Phrase) -> int:
    """The place of the word that the phrase is about."""
    last = phrase.first
    for index in range(phrase.first, phrase.last + 1):
        if index > phrase.first and words[index].low in _CUT:
            break
        last = index
    return last


def noun_type(noun: str, determiner: str) -> SpeakerType:
    """What kind of speaker a common noun names."""
    if noun in DOCUMENTS:
        return "document"
    if noun in BODIES:
        return "organisation"
    if noun in GROUPS or (
        noun.endswith("s")
        and not noun.endswith("ss")
        and noun not in PLURAL_EXCEPTIONS
        and determiner not in ("a", "an")
    ):
        return "group"
    return "unnamed"


def _narrated(
    article: Article, entity_of: Sequence[int], sentences: Sequence[int]
) -> dict[int, list[_Place]]:
    """Per sentence, the people whom the narration names in it."""
    found: dict[int, list[_Place]] = {}
    text = article.text
    for index, mention in enumerate(article.mentions):
        number = entity_of[index]
        if number < 0 or mention.quoted or article.entities[number].kind != "person":
            continue
        start = _with_title(mention)
        if mention.title_span is None and text.endswith(("the ", "The ", "a ", "an "), 0, start):
            continue  # "the Lee campaign" is about a campaign
        before = text[max(0, start - _WORD) : start].lower().split()
        owns = text.startswith(("’s", "'s", "’ ", "' "), mention.end)
        leads = not owns and not (before and before[-1] in PREPOSITIONS)
        sentence = bisect_right(sentences, mention.start) - 1
        found.setdefault(sentence, []).append(_Place(mention.start, number, leads))
    return found
