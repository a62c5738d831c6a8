"""People without a name whom a sentence has as its subject: "A man", "My father", "Dozens of nurses"."""

from __future__ import annotations

from msgspec import Struct

from verify.lexicon.cues import cue_forms
from verify.lexicon.grammar import AUXILIARIES, FINITE, KIN, PASTS, PREPOSITIONS, RELATIVES
from verify.lexicon.late import late
from verify.lexicon.sources import BODIES, DOCUMENTS, GROUPS, MEN, WOMEN
from verify.mark.naming.offices import FORMAL, names_one
from verify.mark.who.cast import Cast
from verify.mark.who.nouns import noun_gender
from verify.model.marks import Gender, Speaker

_START = 90
_PHRASE = late(
    r"(?P<how>(?:Dozens|Hundreds|Scores|Thousands|A (?:group|couple|handful|number|crowd)) of"
    r"|(?:An?|One|Another|The|This|These|Those|My|Our|His|Her|Their|Several|Some|Many|Two|Three|Four|Five"
    r"|Six|(?:(?:Mr|Ms|Mrs|Dr)\. )?(?:[A-Z][\w-]{1,20} ){0,2}[A-Z][\w-]{1,20}[’']s)\b)"
    r"(?P<words>(?: [a-z][\w-]{0,20}(?:[’']s)?){1,4}+)(?P<after>[,.]?)"
)
"""How a sentence opens whose subject is somebody without a name, and the words behind it in lower case."""
_BARE = late(r"(?P<how>)(?P<words>[A-Z][a-z]{3,20}s(?: [a-z][\w-]{0,20}){0,3}+)(?P<after>[,.]?)")
"""A plural that opens a sentence without an article ("Protesters sat down")."""
_ASKS = late(r" (?:asked|asks) ")
"""Whoever asks is not whom a pronoun behind it means: that is whoever answers."""
_OWN = frozenset(("My", "Our"))
_NEW = frozenset(("a", "an", "one", "another"))
_UNTOLD = frozenset("others many some several most both people police crowd audience".split())
"""Words of `GROUPS` that tell nothing of who they are, or are no plural by their form."""
_PAST = PASTS | frozenset(
    """lay drank ate hung cut hurt shut spun swam tore woke burst clung cast bled shone shrank strode spat
    dived knelt leapt sits stands walks runs comes goes lives lies waits looks wants""".split()
)
"""Forms that begin the predicate behind a noun phrase, though no ending gives them away."""
_WORD = late(r" ?([\w-]+|.|\Z)")
_FOLLOWS = AUXILIARIES | FINITE | _PAST | PREPOSITIONS | RELATIVES | {"and", "that", ",", ".", ""}


class Stranger(Struct, frozen=True):
    """Somebody without a name: the words for them, and whom they can be.

    `sure` says that they can be nobody of the other sex ("a woman", but not "a spokesman"), `many` that
    they are several, `new` that the copy has not spoken of them before ("a man") or that they cannot be
    anybody else whom it names ("my father").
    """

    speaker: Speaker
    gender: Gender
    sure: bool
    many: bool
    new: bool


def stranger(cast: Cast, sentence: int) -> Stranger | None:
    """Whoever leads a sentence of the narration without a name, or None."""
    start = cast.sentences[sentence]
    match = _PHRASE.match(cast.text, start, start + _START) or _BARE.match(cast.text, start, start + _START)
    if match is None or _ASKS.search(cast.text, start, start + _START):
        return None
    how = match["how"]
    at = match.start("words")
    words = match["words"].split()
    for number, word in enumerate(words):
        at = cast.text.index(word, at) + len(word)
        last = number + 1 == len(words)
        behind = (match["after"] or _next(cast.text, at)) if last else words[number + 1]
        many = _is_many(word.lower(), how)
        if (many or _is_one(word, how)) and _ends(behind):
            if word in FORMAL and behind in RELATIVES:
                break  # "a president who ordered it": any such president
            speaker = Speaker(cast.full(start, at), 0, 0, "group" if many else "unnamed")
            return Stranger(
                speaker,
                noun_gender(word),
                word in MEN or word in WOMEN,
                many,
                how.lower() in _NEW or how in _OWN,
            )
        if word in PREPOSITIONS or word in AUXILIARIES or word in _PAST:
            break
    return None


def _is_one(word: str, how: str) -> bool:
    """Whether the noun, behind its article, is one human being."""
    if how.endswith(("’s", "'s")):
        return False  # "Lee’s wife": whose name the copy may have told
    if how in _OWN and word not in KIN:
        return names_one(word)
    return names_one(word) or word.endswith(("man", "woman")) or noun_gender(word) != ""


def _is_many(word: str, how: str) -> bool:
    """Whether the noun is several human beings."""
    if how.lower() in _NEW or word in BODIES or word in DOCUMENTS:
        return False
    return (
        (word in GROUPS and word not in _UNTOLD)
        or word.endswith(("men", "women"))
        or (word.endswith("s") and names_one(word[:-1]))
    )


def _ends(word: str) -> bool:
    """Whether a phrase ends before this word."""
    return word in _FOLLOWS or word in cue_forms() or word.endswith(("ed", "ly", "ing"))


def _next(text: str, at: int) -> str:
    """The word that follows an offset, or what stands there in place of one."""
    match = _WORD.match(text, at)
    return match[1] if match else ""
