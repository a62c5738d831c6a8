"""People who speak together: "Ned and Ruth Barlow said", "said Ann Lee and her husband, Carl"."""

from __future__ import annotations

from collections.abc import Sequence

from verify.lexicon.late import late
from verify.mark.narration import QUOTE, STOP, Word
from verify.mark.syntax.phrases import Phrase, is_cue
from verify.mark.who.cast import Cast, with_title
from verify.model.marks import Mention, Speaker

_AND = late(
    r"(?: \([\w.-]{1,9}\)|, \d{1,3},)?,? (?:and|&) "
    r"(?:(?:his|her|their) (?:[a-z-]{1,20} ){0,2}[a-z-]{1,20},? )?"
)
"""What stands between the names of two people who speak together."""
_OPENS = frozenset((QUOTE, STOP, ",", ":", "—", "–", "-", "--", "and", "but"))
"""What stands before two people who are the subject of their sentence."""
_CLOSES = late(r"[.,;:]|\s*\Z|\s(?:in|at|on|of|from|who|after|before|when|as)\b")
"""What stands behind two people who follow their cue."""
_LONGEST = 80


def together(cast: Cast, words: Sequence[Word], phrase: Phrase, index: int | None) -> Speaker | None:
    """The two people who speak together here, where the phrase names both, or one beside the other.

    `index` is the mention that the phrase is about, or None where it is about no single one.
    """
    pair = _inside(cast, words, phrase)
    if pair is None and index is not None and phrase.first and cast.mentions[index].kind == "person":
        pair = _before(cast, words, phrase, index)
        if pair is None and (words[phrase.first - 1].low == "," or is_cue(words, phrase.first - 1)):
            pair = _behind(cast, index)
    return _speaker(cast, pair)


def apposed_together(cast: Cast, index: int) -> Speaker | None:
    """The two people of an apposition of which the mention is the first ("The ministers, Ann Lee and …")."""
    return _speaker(cast, _behind(cast, index))


def _speaker(cast: Cast, pair: tuple[Mention, Mention] | None) -> Speaker | None:
    """The two as one source, where they are two and no third is named before them."""
    if pair is None or pair[0].entity == pair[1].entity or _several(cast, pair[0]):
        return None
    one, other = (cast.entities[mention.entity] for mention in pair)
    both = one.given if one.family == other.family and one.given and other.given else one.name
    start = with_title(pair[0])
    return Speaker(f"{both} and {other.name}", start, pair[1].end, "group")


def _inside(cast: Cast, words: Sequence[Word], phrase: Phrase) -> tuple[Mention, Mention] | None:
    """The pair of which both stand in the phrase, with nothing but a title before them."""
    inside = cast.inside(words[phrase.first].start, words[phrase.last].end)
    if len(inside) != len(("Ann", "Paul")):
        return None
    one, other = (cast.mentions[index] for index in inside)
    if one.kind != "person" or other.kind != "person" or with_title(one) > words[phrase.first].start:
        return None
    return (one, other) if _AND.fullmatch(cast.text, one.end, with_title(other)) else None


def _before(cast: Cast, words: Sequence[Word], phrase: Phrase, index: int) -> tuple[Mention, Mention] | None:
    """The pair of which the phrase names the second, where the first opens the clause."""
    mention = cast.mentions[index]
    if not index:
        return None
    first = cast.mentions[index - 1]
    start = with_title(first)
    near = first.kind == "person" and not first.quoted and mention.start - start < _LONGEST
    if not near or not _AND.fullmatch(cast.text, first.end, with_title(mention)):
        return None
    at = phrase.first
    while at > 0 and words[at - 1].start >= start and words[at - 1].low not in (QUOTE, STOP):
        at -= 1
    return (first, mention) if at == 0 or words[at - 1].low in _OPENS else None


def _behind(cast: Cast, index: int) -> tuple[Mention, Mention] | None:
    """The pair of which the mention is the first, and which ends its piece of the clause."""
    if index + 1 >= len(cast.mentions):
        return None
    mention, other = cast.mentions[index], cast.mentions[index + 1]
    near = other.kind == "person" and other.end - mention.start < _LONGEST
    if not near or not _AND.fullmatch(cast.text, mention.end, with_title(other)):
        return None
    return (mention, other) if _CLOSES.match(cast.text, other.end) else None


def _several(cast: Cast, first: Mention) -> bool:
    """Whether a third name stands before the two ("Ann Lee, Paul Roe and Carl Poe")."""
    start = with_title(first)
    return cast.text.endswith(", ", 0, start) and any(
        cast.mentions[index].end == start - 2 for index in cast.inside(max(0, start - 3), start)
    )
