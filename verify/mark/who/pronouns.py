"""Whom "he" and "she" stand for: who speaks in an article, and whom a pronoun takes up."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from verify.lexicon.cues import cue_forms
from verify.lexicon.late import late
from verify.mark.naming.offices import FORMAL, names_one
from verify.mark.who import openings
from verify.mark.who.cast import Cast, Place, with_title
from verify.mark.who.nouns import noun_gender
from verify.mark.who.strangers import Stranger, stranger
from verify.model.marks import Gender, Speaker

SINGULAR: dict[str, Gender] = {"he": "m", "she": "f", "him": "m", "her": "f", "his": "m"}
"""Pronouns for one person, with the gender that they tell."""
_REACH, _FAR_REACH = 12, 40
_BESIDE = 2
"""Sentences within which a pronoun takes up somebody without a name, who has not spoken."""
_MOST = 40
_ASKING = 40
"""Letters from whoever asks to whoever is asked."""
_BESIDE_CLAUSE = late(r"\b(?:when|after|as|while|before|because)(?: [A-Z][\w.]{1,15})? \Z")
"""What leads up to somebody who speaks only in a clause beside the main one."""
_MANY = frozenset(
    "police team staff crew band family group council board committee panel jury coalition".split()
)
"""Bodies of which copy may say "they"."""
_OFFICE = late(r"\b[Tt]he (?:[a-z-]{1,20} )?([a-z]{3,20})\b")
_LONGEST_LEAD = 90
_TELLS = late(r"[^.,;“”\"]{3,60}? (?:told|tells|asked|asks|informed|warned|assured|reminded) (him|her)\b")
_OPENING = 16
"""Sentences by which a story names whoever it began with."""


class Heard(Struct, frozen=True):
    """Somebody who said something: where, who, the gender that the words tell; without a name, the noun."""

    at: int
    speaker: Speaker
    gender: Gender
    noun: str = ""


Found = tuple[Speaker | None, float]
"""Whom a pronoun stands for, or nobody, and how sure that is."""
_UNKNOWN: Found = (None, 0.0)


class _Look(Struct, frozen=True):
    """A sentence looked back at, so many before the pronoun: who speaks, is named and leads in it."""

    sentence: int
    back: int
    spoke: list[Heard]
    named: list[Place]
    leading: list[Place]

    def sure(self, less: float) -> float:
        """How sure somebody of this sentence is, the less the further back it stands."""
        return max(0.5, 0.97 - 0.04 * self.back - less)

    def rivals(self, entity: int) -> bool:
        """Whether the sentence names anybody else whom the pronoun may mean."""
        return any(place.entity != entity for place in self.named)


def _several(name: str) -> bool:
    """Whether a body is told of as several people: "the police", "Rivers Without Borders"."""
    last = name.rpartition(" ")[2].lower()
    return last in _MANY or (last.endswith("s") and not last.endswith(("ss", "’s", "'s")))


class Conversation:
    """Who has spoken so far in an article, and whom a pronoun means that comes next."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._spoke: dict[int, list[Heard]] = {}
        self.body: Speaker | None = None
        self.people: Speaker | None = None
        self.organisation: Speaker | None = None

    def hold(self, speaker: Speaker) -> None:
        """Take note of a body, a group or a document that speaks."""
        self.body = speaker
        if speaker.type == "group" or (speaker.type == "organisation" and _several(speaker.name)):
            self.people = speaker
        if speaker.type == "organisation":
            self.organisation = speaker

    def remember(self, at: int, speaker: Speaker, noun: str = "") -> None:
        """Take note of a person who speaks at an offset; of one without a name the noun is told."""
        gender = noun_gender(noun)
        if speaker.type == "person" and speaker.entity >= 0:
            gender = self._cast.entities[speaker.entity].gender
        heard = self._spoke.setdefault(self._cast.sentence_at(at), [])
        if not heard or heard[-1].at != at:
            heard.append(Heard(at, speaker, gender, noun))

    def nameless(self, at: int, noun: str) -> Speaker | None:
        """Whoever spoke last before an offset and was called by this noun, whatever stood beside it."""
        here = self._cast.sentence_at(at)
        for sentence in range(here, max(-1, here - _REACH), -1):
            for heard in reversed(self._spoke.get(sentence, [])[-_MOST:]):
                if heard.noun == noun and heard.at < at:
                    return heard.speaker
        return None

    def person(self, at: int, gender: Gender) -> Found:
        """The person whom a pronoun at this offset stands for, and how sure that is.

        Sentence by sentence backwards, the first that names a fitting person in a leading place decides:
        whoever spoke there, else its subject (Centering, Grosz, Joshi and Weinstein 1995).
        """
        here = self._cast.sentence_at(at)
        fallback = nameless = _UNKNOWN
        for back in range(min(_REACH, here + 1)):
            look = self._look(here - back, back, at, gender)
            found = self._speaking(look)
            if found is None and back and not look.leading:
                met, ends = self._met(look.sentence, gender, back)
                if met is not None and met.new and fallback[0] is None:
                    return met.speaker, 0.6
                if met is not None and nameless[0] is None:
                    nameless = met.speaker, 0.5
                if ends:
                    break
            found = found or self._in_office(look, gender)
            if found is None and not openings.with_somebody_known(self._cast, look.sentence):
                found = self._subject(look, gender)
                if found is None and look.named and fallback[0] is None:
                    fallback = self._named_beside(look, gender)
                    found = fallback if self._alone(look, gender) else None
            if found is not None:
                return found
        if fallback[0] is None and nameless[0] is None:
            long_ago = self._long_ago(here, gender)
            return (long_ago, 0.5) if long_ago is not None else self._to_come(at, gender)
        return fallback if fallback[0] is not None else nameless

    def _look(self, sentence: int, back: int, at: int, gender: Gender) -> _Look:
        """What a sentence tells of people whom the pronoun may mean."""
        spoke = [
            heard
            for heard in self._spoke.get(sentence, [])[-_MOST:]
            if heard.at < at
            and not self._tells(heard, gender)
            and gender in ("", heard.gender or gender)
            and (heard.speaker.entity >= 0 or heard.gender or back <= 1)
        ]
        cast = self._cast
        named = [place for place in cast.named_in(sentence, at) if cast.fits(place.entity, gender)]
        return _Look(sentence, back, spoke, named, [place for place in named if place.leads])

    def _speaking(self, look: _Look) -> Found | None:
        """Whoever speaks in a sentence, is asked something there, or comes in as its paragraph ends."""
        asked = [place for place in look.named if place.asked]
        if asked and look.back and all(asked[-1].start - heard.at < _ASKING for heard in look.spoke):
            return self.speaker(asked[-1].entity), look.sure(0.1)
        fresh = look.back and look.named and look.named[-1].new and self._cast.ends_paragraph(look.sentence)
        aside = fresh and openings.with_a_clause_beside(self._cast, look.sentence)
        if fresh and (aside or not (look.leading or look.spoke)):
            return self.speaker(look.named[-1].entity), look.sure(0.15)
        if not look.spoke:
            return None
        chief = self._chief(look.spoke, look.leading)
        return chief, look.sure(0.1 if look.rivals(chief.entity) else 0.0)

    def _in_office(self, look: _Look, gender: Gender) -> Found | None:
        """The person whose office a sentence without any name is about ("The coroner adjourned")."""
        if look.named or not (look.back == 1 or self._cast.opens_paragraph(look.sentence)):
            return None
        start = self._cast.sentences[look.sentence]
        for match in _OFFICE.finditer(self._cast.text, start, start + _LONGEST_LEAD):
            noun = match[1]
            bearers = self._cast.bearers(start, noun) if noun in FORMAL or names_one(noun) else {}
            if len(bearers) == 1 and self._cast.fits(entity := next(iter(bearers)), gender):
                return self.speaker(entity), look.sure(0.2)
        return None

    def _subject(self, look: _Look, gender: Gender) -> Found | None:
        """Whoever leads a sentence; nobody where two do; or the one of whose things it tells."""
        if self._two_alike(look.leading, gender):
            return _UNKNOWN
        if look.leading:
            first = (self._surely(look.named, gender) or look.leading)[0].entity
            return self.speaker(first), look.sure(0.12 if look.rivals(first) else 0.0)
        if not look.named or not self._may_tell_of(look):
            return None
        topic = self._topic(look.named, gender)
        return (topic, look.sure(0.2)) if topic is not None else None

    def _may_tell_of(self, look: _Look) -> bool:
        """Whether a sentence may be about the person whose thing it tells of first."""
        if look.back:
            return self._cast.opens_paragraph(look.sentence)
        return look.named[0].start == self._cast.sentences[look.sentence]

    def _named_beside(self, look: _Look, gender: Gender) -> Found:
        """Whoever is named in a sentence without leading it, best of all somebody of the gender told."""
        known = [place for place in look.named if self._cast.entities[place.entity].gender == gender]
        return self.speaker((known or look.named)[0].entity), look.sure(0.25)

    def _alone(self, look: _Look, gender: Gender) -> bool:
        """Whether the sentence just before names one person and is about nobody ("There was Ann Lee")."""
        first = look.named[0]
        known = self._cast.entities[first.entity].gender == gender and not first.aside
        one = look.back == 1 and known and not look.rivals(first.entity)
        return one and openings.with_nobody(self._cast, look.sentence)

    def _long_ago(self, here: int, gender: Gender) -> Speaker | None:
        """The only one of this gender who has spoken so far, further back than one looks for a name."""
        spoke = {
            heard.speaker.entity: heard.speaker
            for sentence in range(max(0, here - _FAR_REACH), max(0, here - _REACH + 1))
            for heard in self._spoke.get(sentence, [])[-_MOST:]
            if gender and heard.speaker.type == "person" and heard.gender in ("", gender)
        }
        return next(iter(spoke.values())) if len(spoke) == 1 and -1 not in spoke else None

    def _to_come(self, at: int, gender: Gender) -> Found:
        """The person whom a story names after it has begun with a pronoun ("“I knew,” she says.")."""
        cast = self._cast
        opening = range(min(cast.sentence_at(at) + _REACH, _OPENING, len(cast.sentences)))
        first = next(
            (named[0] for sentence in opening if (named := cast.named_in(sentence, len(cast.text)))), None
        )
        if first is None or first.start < at or first.start not in cast.sentences or cast.signs(first.start):
            return _UNKNOWN
        fits = gender and cast.entities[first.entity].gender == gender
        return (self.speaker(first.entity), 0.55) if fits else _UNKNOWN

    def speaker(self, entity: int) -> Speaker:
        """A person of the article as a speaker, without a place."""
        found = self._cast.entities[entity]
        return Speaker(found.name, 0, 0, "person", found.title, entity)

    def _tells(self, heard: Heard, gender: Gender) -> bool:
        """Whether somebody without a name tells another something, who is then meant: "A man told him …"."""
        if heard.speaker.entity >= 0:
            return False
        told = _TELLS.match(self._cast.text, heard.at, heard.at + _LONGEST_LEAD)
        return self._cast.text.endswith(" by ", 0, heard.at) or (
            told is not None and SINGULAR[told[1]] == gender
        )

    def _chief(self, spoke: list[Heard], leading: list[Place]) -> Speaker:
        """Of those who speak in a sentence the last, but for one whose words another only reports."""
        last = spoke[-1]
        if leading and leading[0].start < last.at and leading[0].entity != last.speaker.entity:
            between = self._cast.text[leading[0].start : last.at]
            _, that, rest = between.rpartition(" that ")
            if _BESIDE_CLAUSE.search(between):
                return self.speaker(leading[0].entity)  # "Lee laughed when Roe read him the statement"
            said = cue_forms().get(between.split()[-1], ("", "")) == ("say", "finite")
            if ((that and "," not in rest) or said) and not any(mark in between for mark in '“”"'):
                return self.speaker(leading[0].entity)
        return last.speaker

    def _met(self, sentence: int, gender: Gender, back: int) -> tuple[Stranger | None, bool]:
        """The person without a name who leads a sentence, if a pronoun fits, and whether the search ends."""
        met = stranger(self._cast, sentence) if back <= _BESIDE else None
        if met is not None and (met.many or (gender and met.gender not in ("", gender))):
            return None, not met.sure and openings.with_somebody_new(self._cast, sentence)
        return met, openings.with_somebody_new(self._cast, sentence)

    def _topic(self, named: Sequence[Place], gender: Gender) -> Speaker | None:
        """The one person of whose things a sentence tells ("In Lee’s own view, the trouble began …")."""
        first = named[0]
        alone = all(place.entity == first.entity for place in named)
        known = self._cast.entities[first.entity].gender == gender
        return self.speaker(first.entity) if alone and known and first.aside else None

    def _surely(self, named: Sequence[Place], gender: Gender) -> list[Place]:
        """Whom a pronoun surely fits, where it may fit whoever leads ("Tam Li heard from Ann Lee, who")."""
        if not gender or self._cast.entities[named[0].entity].gender:
            return []
        last = named[-1]
        end = self._cast.mentions[self._cast.inside(last.start, last.start + 1)[0]].end
        told_of = self._cast.text.startswith(", who ", end)
        return [last] if told_of and self._cast.entities[last.entity].gender == gender else []

    def _two_alike(self, leading: Sequence[Place], gender: Gender) -> bool:
        """Whether two people lead a sentence as one, each of whom the pronoun may mean as well."""
        cast = self._cast
        if len(leading) < len(("Ann", "Paul")) or not gender:
            return False
        one, other = leading[:2]
        if {cast.entities[one.entity].gender, cast.entities[other.entity].gender} != {gender}:
            return False
        first = cast.mentions[cast.inside(one.start, one.start + 1)[0]]
        second = cast.mentions[cast.inside(other.start, other.start + 1)[0]]
        return one.entity != other.entity and cast.text[first.end : with_title(second)] == " and "
