"""Says who a source is: the mention that the copy names, and the fullest name it stands for."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from verify.lexicon.cues import cue_forms
from verify.lexicon.grammar import DETERMINERS, GENITIVES, KIN, OWNERS, PASTS, PRONOUNS
from verify.lexicon.late import late
from verify.lexicon.sources import BODIES, DOCUMENTS, NOBODY
from verify.lexicon.words import is_word
from verify.mark.naming.bodies import BODY_OF
from verify.mark.naming.honours import HONOURS
from verify.mark.naming.near import slips
from verify.mark.naming.offices import is_post, names_one
from verify.mark.narration import QUOTE, Word
from verify.mark.pairs.turns import ANSWERS, ASKS
from verify.mark.syntax.phrases import Phrase
from verify.mark.syntax.subjects import before
from verify.mark.who.aged import of_age
from verify.mark.who.author import author
from verify.mark.who.cast import Cast, with_title
from verify.mark.who.families import namesake, relative
from verify.mark.who.holders import holder
from verify.mark.who.interviewed import by_initials, foremost
from verify.mark.who.nouns import CUT, head_index, head_noun, noun_type
from verify.mark.who.plurals import group, thing
from verify.mark.who.pronouns import SINGULAR, Conversation
from verify.mark.who.things import body
from verify.mark.who.together import apposed_together, together
from verify.mark.who.wording import apposed, wording
from verify.model.article import Article
from verify.model.marks import Speaker, SpeakerType

_MEMORY = 600
_PARTY = late(r"[RDIL]-[A-Z]")
"""The party and place behind a name ("Ann Lee, R-Harbor Vale, …"), which are nobody."""
_TICKER = late(r"<?[A-Z0-9]{1,6}\.[A-Z]{1,2}>?")
"""The code of a share that wire copy sets behind the name of a firm ("Harbor Freight Corp HBF.N said")."""
_LONG_NAME = 5
_OTHERS = frozenset(
    """campaign party state city country nation regime government administration police court jury parliament
    congress senate house cabinet church school university college hospital team family embassy army military
    navy force""".split()
)
"""Bodies of a kind that the body which spoke last is hardly of, where its name does not say so."""
_PLURAL = ("they", "it", "we", "i", "you", "who", "one")
_CONTRACTED = late(r"(he|she|they|it|we|i|you|who)[’'](?:ve|d|ll)\Z")
_ASKS = (" asked", " asks", " wanted to know")
"""What makes somebody without a name the one who asks: a pronoun further on is whoever answers."""
_RELATIVE = frozenset(("which", "that", "whom", "whose"))
_ONE = DETERMINERS - {"many", "several", "some", "few", "most", "both", "other", "others", "these", "those"}


class Speakers:
    """Resolves sources one after the other; what was resolved earlier helps with what comes later.

    Made anew for each article and fed in the order of the text.
    """

    def __init__(self, article: Article) -> None:
        self._article = article
        self._cast = Cast(article)
        self._talk = Conversation(self._cast)
        self._interviewed: int | None = None

    def speaker(self, words: Sequence[Word], phrase: Phrase) -> tuple[Speaker, float]:
        """The speaker for a source's words, and how sure the name is (1 where the copy gives it)."""
        head = words[phrase.first]
        if head.low in NOBODY and (head.low != "no" or phrase.last > phrase.first):
            return Speaker("", head.start, words[phrase.last].end, "unnamed"), 0.2
        if _PARTY.match(head.text):
            owner = self._relative(words, phrase.first)
            if owner is not None:
                return owner, 0.95
        if phrase.first == phrase.last and head.low in _RELATIVE:
            return Speaker("", head.start, head.end, "unnamed"), 0.3
        if phrase.first == phrase.last and (alone := self._alone(words, phrase.first)):
            return alone
        mention = self._named(words, phrase)
        both = together(self._cast, words, phrase, mention)
        if both is not None:
            return self._place(both, both.start, both.end), 0.9
        if mention is not None:
            meant = namesake(self._cast, words, phrase, self._cast.mentions[mention])
            if meant >= 0:
                return self._place(self._talk.speaker(meant), head.start, words[phrase.last].end), 0.85
            return self._by_name(mention)
        word = words[head_index(words, phrase)]
        entity = self._misspelt(word.text)
        if entity >= 0:
            return self._place(self._talk.speaker(entity), word.start, word.end), 0.85
        return self._described(words, phrase)

    def _alone(self, words: Sequence[Word], at: int) -> tuple[Speaker, float] | None:
        """Whom a pronoun stands for, or the label of one who asks or answers; None for any other word."""
        head = words[at]
        if head.low in (*ASKS, *ANSWERS) and _labels(words, at):
            return self._talking(head)
        if head.text.isupper() and _labels(words, at) and (entity := by_initials(self._cast, head.text)) >= 0:
            return self._place(self._talk.speaker(entity), head.start, head.end), 0.85
        if pronoun := _CONTRACTED.match(head.low):
            head = replace(head, low=pronoun[1])
            words = (*words[:at], head, *words[at + 1 :])
        if head.low in SINGULAR:
            return self._person(head)
        if head.low in ("it", "they") and (taken_up := _teller(words, at)) is not None:
            told, sure = self.speaker(words, taken_up)
            return (self._place(told, head.start, head.end), min(sure, 0.9)) if told.name else None
        return self._plural(words, at) if head.low in _PLURAL else None

    def _talking(self, label: Word) -> tuple[Speaker, float]:
        """Who asks or answers behind "Q:" and "A:": answers come from the one whom the interview is about."""
        if label.low in ASKS:
            return Speaker("", label.start, label.end, "unnamed"), 0.3
        if self._interviewed is None:
            self._interviewed = foremost(self._cast, label.start)
        if self._interviewed < 0:
            return Speaker("", label.start, label.end, "person"), 0.3
        return self._place(self._talk.speaker(self._interviewed), label.start, label.end), 0.8

    def hear(self, words: Sequence[Word], phrase: Phrase) -> None:
        """Take note of somebody who speaks in the narration, so that a pronoun further on may mean them."""
        before = self._talk.body, self._talk.people
        heard, _ = self.speaker(words, phrase)
        if heard.entity < 0 and heard.type != "document":
            self._talk.body, self._talk.people = before

    def recall(self, speaker: Speaker) -> None:
        """Take note of somebody already resolved, so that a pronoun further on may mean them."""
        if speaker.name:
            self._place(speaker, speaker.start, speaker.end)

    def _place(self, found: Speaker, start: int, end: int) -> Speaker:
        """The speaker with the place of the words that name them here, remembered."""
        speaker = Speaker(found.name, start, end, found.type, found.title, found.entity)
        if speaker.type in ("person", "unnamed"):
            self._talk.remember(start, speaker)
        elif speaker.name:
            self._talk.hold(speaker)
        return speaker

    # -- names ---------------------------------------------------------------------------------

    def _named(self, words: Sequence[Word], phrase: Phrase) -> int | None:
        """The mention that is the head of the phrase ("Lee" in "Springfield mayor Ann Lee of Ohio")."""
        cast = self._cast
        start, end = words[phrase.first].start, words[phrase.last].end
        inside = cast.inside(start, end)
        if not inside:
            return None
        head_end = end
        for at in range(phrase.first + 1, phrase.last + 1):
            word = words[at]
            if word.low in CUT and not any(self._holds(i, words, at, phrase) for i in inside):
                head_end = word.start
                break
        for index in reversed(inside):
            mention = cast.mentions[index]
            if mention.start >= head_end:
                continue
            tail = cast.text[mention.end : head_end].strip()
            if tail in ("", ".", ",") or tail.isdigit() or tail.startswith(("(", ", ")):
                return index
            if tail.isalpha() and tail.islower() and not is_word(tail):
                return index  # "Lee siad": a misspelt cue is no part of the name
            if _TICKER.fullmatch(tail) or all(part in HONOURS for part in tail.replace(",", " ").split()):
                return index
            verb = tail.partition(" ")[0]
            if with_title(mention) == start and (verb in PASTS or (verb.endswith("ed") and verb.islower())):
                return index  # "Lee restricted comments", "Lee stepped up her attacks"
        return None

    def _holds(self, index: int, words: Sequence[Word], joint: int, phrase: Phrase) -> bool:
        """Whether a mention, its title included, goes over the joint words[joint]."""
        mention = self._cast.mentions[index]
        start = with_title(mention)
        if start < words[joint].start < mention.end:
            return True
        if words[joint].low == "of" and mention.end == words[phrase.last].end and mention.given:
            # "Director of Government Affairs Ann Lee"
            inside = [word for word in words[joint + 1 : phrase.last] if word.start < mention.start]
            capital = all(word.text[:1].isupper() or word.low in DETERMINERS for word in inside)
            before = words[joint - 1]
            return bool(inside) and capital and before.text[:1].isupper() and is_post(before.low)
        # "Food and Drug Administration Commissioner Ann Lee"
        titled = joint < phrase.last and start == words[joint + 1].start < mention.start
        return titled and not self._cast.inside(words[phrase.first].start, start) and _in_title(words, joint)

    def _misspelt(self, word: str) -> int:
        """The person whose family name the word is by all but one slip, or -1 ("Kowalcyzk")."""
        if len(word) < _LONG_NAME or not word[:1].isupper() or is_word(word.lower()):
            return -1
        alike = [
            number
            for number, entity in enumerate(self._cast.entities[:_MEMORY])
            if entity.kind == "person" and entity.given and slips(entity.family.lower(), word.lower()) == 1
        ]
        return alike[0] if len(alike) == 1 else -1

    def _by_name(self, index: int) -> tuple[Speaker, float]:
        mention = self._cast.mentions[index]
        entity = self._cast.entities[mention.entity]
        if entity.kind == "person" and not entity.given and entity.family == mention.name:
            number = self._misspelt(mention.name)
            if number >= 0:
                return self._place(self._talk.speaker(number), mention.start, mention.end), 0.85
        found = Speaker(entity.name, 0, 0, entity.kind, entity.title or mention.title, mention.entity)
        sure = 0.9 if self._cast.shared(mention) else 1.0
        return self._place(found, mention.start, mention.end), sure

    # -- pronouns ------------------------------------------------------------------------------

    def _person(self, word: Word) -> tuple[Speaker, float]:
        """Whom "he" or "she" stands for."""
        found, sure = self._talk.person(word.start, SINGULAR[word.low])
        if found is None:
            return Speaker("", word.start, word.end, "person"), 0.3
        return self._place(found, word.start, word.end), sure

    def _plural(self, words: Sequence[Word], at: int) -> tuple[Speaker, float]:
        """Whom "they", "it", "we", "I" or "who" stands for, where the copy tells."""
        word = words[at]
        found: Speaker | None = None
        sure = 0.0
        if word.low == "it":
            found, sure = thing(self._cast, self._talk, word.start)
        elif word.low == "they":
            found, sure = group(self._cast, self._talk, word.start)
        elif word.low == "i":
            found, sure = author(self._article, self._cast), 0.8
        elif word.low == "who":
            found, sure = self._relative(words, at), 0.95
        if word.low == "one":
            return Speaker(word.text, word.start, word.end, "unnamed"), 0.6  # one of those just spoken of
        if found is not None and word.low == "i":
            # No "he" further on means the writer.
            return Speaker(found.name, word.start, word.end, "person", found.title, found.entity), sure
        if found is not None:
            return self._place(found, word.start, word.end), sure
        kind: SpeakerType = "group" if word.low in ("they", "we") else "unnamed"
        return Speaker("", word.start, word.end, kind), 0.4

    def _relative(self, words: Sequence[Word], at: int) -> Speaker | None:
        """The person whose name stands right before "who", or before a party and place."""
        before = at - 2 if at and words[at - 1].low == "," else at - 1
        if before < 0 or not words[before].text:
            return None
        named = self._named(words, Phrase(before, before))
        return self._by_name(named)[0] if named is not None else None

    # -- descriptions --------------------------------------------------------------------------

    def _described(self, words: Sequence[Word], phrase: Phrase) -> tuple[Speaker, float]:
        """A speaker without a name: an office that the article gives to somebody, a body, a group."""
        start, end = words[phrase.first].start, words[phrase.last].end
        noun = head_noun(words, phrase)
        article = words[phrase.first].low
        aged, sure = of_age(self._cast, start, end) if words[phrase.first].low == "the" else (-1, 0.0)
        if aged >= 0:
            return self._place(self._talk.speaker(aged), start, end), sure
        beside = apposed(self._cast, start, end)
        if beside is not None:
            both = apposed_together(self._cast, beside)
            return (self._place(both, start, end), 0.9) if both else self._by_name(beside)
        if article in ("his", "her") and noun in KIN and phrase.last == phrase.first + 1:
            owner, _ = self._talk.person(start, SINGULAR[article])
            kin = relative(self._cast, owner.entity, noun) if owner and owner.entity >= 0 else -1
            if kin >= 0:
                return self._place(self._talk.speaker(kin), start, end), 0.75
        if article in ("his", "her") and noun in BODIES - DOCUMENTS and phrase.last == phrase.first + 1:
            owner, sure = self._talk.person(start, SINGULAR[article])
            if owner is not None and owner.name:
                # "her office": the governor's, whoever else has an office
                its = Speaker(f"{owner.name}’s {noun}", start, end, "organisation")
                return self._place(its, start, end), min(sure, 0.75)
        definite = article == "the" or (article in ("his", "her", "their") and noun not in KIN)
        if definite or (words[phrase.first].text[:1].isupper() and article not in DETERMINERS):
            found, sure = holder(self._cast, self._talk, words, phrase, noun)
            if found is not None:
                return self._place(found, start, end), sure
            owned = any(words[at].low in GENITIVES for at in range(phrase.first, head_index(words, phrase)))
            named, sure = body(self._cast, start, noun, kinds=not owned)
            if named >= 0 and _fits(self._cast.words_of(named), words[phrase.first : phrase.last + 1]):
                name = self._cast.entities[named].name
                return self._place(Speaker(name, 0, 0, "organisation", "", named), start, end), sure
            last = self._talk.organisation
            named_so = words[head_index(words, phrase)].text.islower() and article == "the"
            taken_up = noun in BODIES - DOCUMENTS - _OTHERS and named_so and not owned
            if taken_up and last is not None and last.entity >= 0:
                return self._place(last, start, end), 0.6
        bare = article == "the" and phrase.last == phrase.first + 1
        met = self._talk.nameless(start, noun) if bare and names_one(noun) else None
        if met is not None and (len(met.name.split()) > len(("the", noun)) or met.name[:4].lower() == "one "):
            again = replace(met, start=start, end=end)
            self._talk.remember(start, again, noun)
            return again, 0.75
        name, sure = wording(self._cast, words, phrase, noun)
        kind = noun_type(noun, article)
        speaker = Speaker(name, start, end, kind)
        if kind in ("organisation", "group", "document"):
            self._talk.hold(speaker)
        elif names_one(noun) and article in _ONE and not self._cast.text.startswith(_ASKS, end):
            self._talk.remember(start, speaker, noun)
        return speaker, sure


def _fits(named: Sequence[str], words: Sequence[Word]) -> bool:
    """Whether the names in front of a noun for a body are in the name of the body ("the Lee campaign")."""
    inside = (word for word in words[1:] if word.text[:1].isupper())
    return all(word.low in named or word.low in GENITIVES for word in inside)


def _in_title(words: Sequence[Word], joint: int) -> bool:
    """Whether a title begins before this joint: "Food and Drug Administration Commissioner Ann Lee"."""
    before = words[joint - 1]
    if not before.text[:1].isupper() or words[joint + 1].text.islower():
        return False
    return before.low in BODY_OF if words[joint].low == "for" else words[joint].low == "and"


def _teller(words: Sequence[Word], at: int) -> Phrase | None:
    """Who says something of themselves: the office in "the office said it was “surprised”", or None."""
    verb = at - 2 if at > 1 and words[at - 1].low == "that" else at - 1
    if verb < 1 or cue_forms().get(words[verb].low) not in (("say", "finite"), ("say", "base")):
        return None
    found = before(words, verb)
    nobody = found is None or words[found.first].low in PRONOUNS or words[found.last].low in OWNERS
    return None if nobody else found


def _labels(words: Sequence[Word], at: int) -> bool:
    """Whether the word is the label of a turn: a colon follows, and the words of somebody."""
    return at + 2 < len(words) and words[at + 1].low == ":" and words[at + 2].low == QUOTE
