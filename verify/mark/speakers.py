"""Says who a source is: the mention that the copy names, and the fullest name it stands for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from verify.lexicon.sources import BODIES, DOCUMENTS, GROUPS, PLURAL_EXCEPTIONS
from verify.mark.narration import Word
from verify.mark.subjects import Phrase
from verify.model.article import Article
from verify.model.marks import Entity, Gender, Mention, Speaker, SpeakerType

_SINGULAR: dict[str, Gender] = {"he": "m", "she": "f", "him": "m", "her": "f", "his": "m"}
_CUT = frozenset(
    "of for with from at in on to by about as who which that whose and or after before during under inside "
    "near over against".split()
) | {",", "(", "—", "–"}  # fmt: skip
_REACH = 12


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
        self._narrated = _narrated(self._mentions, self._entity_of, self._entities, self._sentences)
        self._resolved: dict[int, list[tuple[int, int]]] = {}
        self._last_body: Speaker | None = None
        self._quoted = [(q.start, q.end) for q in article.quotations.spans if q.level == 0]

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
        return self._described(words, phrase)

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
                self._mentions[i].start < word.start < self._mentions[i].end for i in range(low, high)
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
        return None

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
        here = bisect_right(self._sentences, at) - 1
        rivals: set[int] = set()
        for back in range(_REACH):
            sentence = here - back
            if sentence < 0:
                break
            people = [
                (start, entity)
                for start, entity in self._narrated.get(sentence, []) + self._resolved.get(sentence, [])
                if start < at and self._entities[entity].gender in ("", gender)
            ]
            if not people:
                continue
            people.sort()
            known = [pair for pair in people if self._entities[pair[1]].gender == gender]
            chosen = (known or people)[0][1]
            spoke = [entity for start, entity in self._resolved.get(sentence, []) if start < at]
            if spoke and self._entities[spoke[-1]].gender in ("", gender):
                chosen = spoke[-1]
            rivals = {entity for _, entity in people} - {chosen}
            sure = 0.97 if not rivals else 0.85
            return chosen, max(0.5, sure - 0.04 * back)
        return -1, 0.0

    def _plural(self, word: Word) -> tuple[Speaker, float]:
        """Whom "they" or "it" stands for: the body or group that spoke last, else nobody."""
        last = self._last_body
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
        if article in ("the", "his", "her", "their") or words[phrase.first].text[:1].isupper():
            entity = self._holder(words, phrase, noun)
            if entity >= 0:
                self._remember(start, entity)
                found = self._entities[entity]
                return Speaker(found.name, start, end, "person", found.title, entity), 0.85
        kind = noun_type(noun, article)
        speaker = Speaker(" ".join(self._text[start:end].split()), start, end, kind)
        if kind in ("organisation", "group"):
            self._last_body = speaker
        return speaker, 0.95

    def _holder(self, words: Sequence[Word], phrase: Phrase, noun: str) -> int:
        """The person to whom the article gives the office or description, or -1 where not just one."""
        at = words[phrase.first].start
        found: dict[int, int] = {}
        for index in range(bisect_left(self._starts, at)):
            mention = self._mentions[index]
            number = self._entity_of[index]
            if number >= 0 and mention.title and noun in mention.title.lower().replace(".", "").split():
                found[number] = index
        if len(found) > 1:
            # The one named last holds the floor.
            return max(found, key=lambda number: found[number])
        return next(iter(found), -1)


def head_noun(words: Sequence[Word], phrase: Phrase) -> str:
    """The noun that the phrase is about ("spokesman" in "a spokesman for the governor")."""
    last = phrase.first
    for index in range(phrase.first, phrase.last + 1):
        if index > phrase.first and words[index].low in _CUT:
            break
        last = index
    return words[last].low


def noun_type(noun: str, determiner: str) -> SpeakerType:
    """What kind of speaker a common noun names."""
    if noun in DOCUMENTS:
        return "document"
    if noun in BODIES:
        return "organisation"
    if noun in GROUPS or (noun.endswith("s") and noun not in PLURAL_EXCEPTIONS and determiner not in ("a", "an")):
        return "group"
    return "unnamed"


def _narrated(
    mentions: Sequence[Mention],
    entity_of: Sequence[int],
    entities: Sequence[Entity],
    sentences: Sequence[int],
) -> dict[int, list[tuple[int, int]]]:
    """Per sentence, the people whom the narration names in it: (start, entity)."""
    found: dict[int, list[tuple[int, int]]] = {}
    for index, mention in enumerate(mentions):
        number = entity_of[index]
        if number >= 0 and not mention.quoted and entities[number].kind == "person":
            found.setdefault(bisect_right(sentences, mention.start) - 1, []).append((mention.start, number))
    return found
