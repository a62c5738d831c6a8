"""Everybody whom an article names, and where its narration brings each of them in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import chain

from msgspec import Struct

from verify.lexicon.cues import cue_forms
from verify.lexicon.grammar import PREPOSITIONS
from verify.lexicon.late import late
from verify.mark.naming.ages import age
from verify.mark.naming.beside import beside
from verify.mark.naming.christened import kinds_beside
from verify.mark.naming.offices import FORMAL, offices_in, words_of
from verify.model.article import Article
from verify.model.marks import Entity, Gender, Mention, SpeakerType

_MEMORY = 600
_INTRODUCTIONS = 3
"""Mentions of a body beside which the copy may say what it is."""
_MOST = 40
_WORD = 14
_OWNS = late(r"(?:[’']s|[’'](?= ))(?! (?:been|a|an|the|not|going|got|now|\w+ing)\b)")
"""A possessive, and not "Lee’s been" or "Lee’s running"."""
_ASKED = frozenset(("asked", "asks", "asking", "pressed", "pressing", "questioned", "questioning"))
_COMPARED = frozenset(("like", "unlike", "than", "under", "about", "against"))
"""Words before a name that only serves to tell something of others."""

TELLS = late(r"(?:,? (?:who|which)?)? ?(?:is|was|are|serves|teaches|writes|lives|works|has)\b")
"""What follows the name in a line that tells who the writer is."""
_TOPIC = ["for"]
"""All that stands before a name with which a sentence opens: "For Ann Lee, the trade was worth it"."""


class Place(Struct, frozen=True):
    """A person named in the narration: where, who, and what part the sentence gives them.

    `leads` says that they may be its subject, `aside` that the name only serves to tell something of
    others ("Ann Lee’s boat", "unlike Ann Lee"), `asked` that they are asked something there, `new` that
    the article has not named them before.
    """

    start: int
    entity: int
    leads: bool
    aside: bool
    asked: bool
    new: bool


class Cast:
    """The people, bodies and places of one article, asked by place."""

    def __init__(self, article: Article) -> None:
        self.text = article.text
        self.mentions: tuple[Mention, ...] = article.mentions
        self.entities: tuple[Entity, ...] = article.entities
        self.sentences = [sentence.start for sentence in article.sentences]
        self._blocks = [sentence.block for sentence in article.sentences]
        self._bylines = [(block.start, block.end) for block in article.zoned("byline")]
        self._starts = [mention.start for mention in article.mentions]
        self._narrated: dict[int, list[Place]] = {}
        self._words: dict[int, list[str]] = {}
        self._kinds: dict[int, frozenset[str]] = {}
        self._bodies = [
            index
            for index, mention in enumerate(self.mentions)
            if self.entities[mention.entity].kind == "organisation"
        ]
        self._namesakes: dict[str, int] = {}
        self._ages: dict[int, int] | None = None
        for mention, place in self._places():
            self._narrated.setdefault(self.sentence_at(mention.start), []).append(place)
        for entity in self.entities:
            if entity.kind == "person" and entity.family:
                self._namesakes[entity.family] = self._namesakes.get(entity.family, 0) + 1

    def sentence_at(self, at: int) -> int:
        """The number of the sentence that holds an offset."""
        return bisect_right(self.sentences, at) - 1

    def ends_paragraph(self, sentence: int) -> bool:
        """Whether a new paragraph starts after the sentence."""
        return sentence + 1 == len(self.sentences) or self._blocks[sentence] != self._blocks[sentence + 1]

    def opens_paragraph(self, sentence: int) -> bool:
        """Whether a paragraph starts with the sentence."""
        return not sentence or self.ends_paragraph(sentence - 1)

    def sentence_text(self, sentence: int, most: int) -> str:
        """The first letters of a sentence, or of what follows where it is shorter."""
        start = self.sentences[sentence]
        return self.text[start : start + most]

    def named_in(self, sentence: int, at: int) -> list[Place]:
        """The people whom the narration names in a sentence before an offset, the last few of very many."""
        places = self._narrated.get(sentence, [])
        end = bisect_left(places, at, key=lambda place: place.start)
        return places[max(0, end - _MOST) : end]

    def earlier(self, at: int) -> range:
        """The mentions before an offset, as far back as a reader remembers."""
        end = bisect_left(self._starts, at)
        return range(max(0, end - _MEMORY), end)

    def bodies_before(self, at: int) -> Iterator[int]:
        """The bodies named before an offset, as far back as a reader remembers, the last one first."""
        earlier = self.earlier(at)
        first, end = bisect_left(self._bodies, earlier.start), bisect_left(self._bodies, earlier.stop)
        return iter(dict.fromkeys(self.mentions[index].entity for index in self._bodies[first:end][::-1]))

    def ages(self) -> dict[int, int]:
        """The ages that the copy tells of people, by entity."""
        if self._ages is None:
            self._ages = {}
            for mention in self.mentions:
                if self.entities[mention.entity].kind == "person" and mention.entity not in self._ages:
                    years = age(beside(self.text, mention))
                    if years > 0:
                        self._ages[mention.entity] = years
        return self._ages

    def signs(self, at: int) -> bool:
        """Whether the name at an offset opens a last paragraph that tells who the writer is."""
        named = self.mentions[self.inside(at, at + 1)[0]]
        last = self._blocks[-1] == self._blocks[self.sentence_at(at)]
        return last and TELLS.match(self.text, named.end) is not None

    def bearers(self, at: int, noun: str) -> dict[int, int]:
        """Those to whom the copy gives an office or a part before an offset, each with the last mention."""
        found: dict[int, int] = {}
        for index in self.earlier(at):
            mention = self.mentions[index]
            if mention.title and self.kind(mention.entity) == "person" and _names_office(mention.title, noun):
                found[mention.entity] = index
        return found

    def words_of(self, entity: int) -> list[str]:
        """The words of an entity's name, in lower case."""
        words = self._words.get(entity)
        if words is None:
            words = self._words[entity] = self.entities[entity].name.lower().split()
        return words

    def kinds_of(self, entity: int) -> frozenset[str]:
        """The nouns with which the copy says what a body is ("the charity Second Helpings": "charity")."""
        kinds = self._kinds.get(entity)
        if kinds is None:
            told = (
                kinds_beside(self.text, 0, self.mentions[index].start, self.mentions[index].end)
                for index in self.entities[entity].mentions[:_INTRODUCTIONS]
            )
            kinds = self._kinds[entity] = frozenset(chain.from_iterable(told))
        return kinds

    def inside(self, start: int, end: int) -> range:
        """The mentions that share letters with text[start:end]."""
        low, high = bisect_left(self._starts, start), bisect_right(self._starts, end - 1)
        if low and self.mentions[low - 1].end > start:
            low -= 1
        return range(low, high)

    def fits(self, entity: int, gender: Gender) -> bool:
        """Whether a pronoun of this gender may mean the person; "" is any."""
        return not gender or self.entities[entity].gender in ("", gender)

    def kind(self, entity: int) -> SpeakerType:
        """What the entity is."""
        return self.entities[entity].kind

    def shared(self, mention: Mention) -> bool:
        """Whether several people of the article bear the family name that stands alone here."""
        return bool(mention.family) and not mention.given and self._namesakes.get(mention.family, 0) > 1

    def full(self, start: int, end: int) -> str:
        """The words of text[start:end], with every name in them as full as the article gives it."""
        pieces: list[str] = []
        at = start
        for index in self.inside(start, end):
            mention = self.mentions[index]
            if at <= mention.start and mention.end <= end:
                pieces += (self.text[at : mention.start], self._fuller(mention))
                at = mention.end
        pieces.append(self.text[at:end])
        return " ".join("".join(pieces).split())

    def _fuller(self, mention: Mention) -> str:
        entity = self.entities[mention.entity]
        return entity.name if len(entity.name) > len(mention.name) else mention.name

    def told_of(self) -> Iterator[Mention]:
        """The mentions of people in the story's own words."""
        return filter(self._narrates, self.mentions)

    def _narrates(self, mention: Mention) -> bool:
        """Whether the mention is a person's whom the story tells of: no byline, no words of others."""
        return (
            not mention.quoted
            and self.entities[mention.entity].kind == "person"
            and not any(start <= mention.start < end for start, end in self._bylines)
        )

    def _places(self) -> Iterator[tuple[Mention, Place]]:
        seen: set[int] = set()
        for mention in self.told_of():
            start = with_title(mention)
            if mention.title_span is None and self.text.endswith(("the ", "The ", "a ", "an "), 0, start):
                continue  # "the Lee campaign" is about a campaign
            floor = self.sentences[self.sentence_at(mention.start)]
            before = self.text[max(floor, start - _WORD) : start].lower().split()
            last = before[-1] if before else ""
            aside = last in _COMPARED or _OWNS.match(self.text, mention.end) is not None
            asked = last in _ASKED and not aside
            credited = before[-2:] == ["according", "to"]
            leads = not aside and not asked and (credited or before == _TOPIC or not _governs(last))
            new = mention.entity not in seen and bool(mention.given and mention.title) and not aside
            seen.add(mention.entity)
            yield mention, Place(mention.start, mention.entity, leads, aside, asked, new)


def _names_office(title: str, noun: str) -> bool:
    """Whether a title holds the noun, abbreviated or spelt out ("Sen." for a senator)."""
    return noun in words_of(title) or (noun in FORMAL and FORMAL[noun] in offices_in(title))


def _governs(word: str) -> bool:
    """Whether no leading subject follows the word: "praising Ann Lee", "with Ann Lee"."""
    if word in PREPOSITIONS:
        return True
    return word.endswith(("ing", "ed")) and word.isalpha() and word not in cue_forms()


def with_title(mention: Mention) -> int:
    """Where a mention starts, the title before it included ("Secretary of State" belongs to the name)."""
    return min(mention.start, mention.title_span.start) if mention.title_span else mention.start
