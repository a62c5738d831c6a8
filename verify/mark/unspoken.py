"""Tells words in quotation marks that nobody needs to have said: titles, scare quotes, slogans, terms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify.model.marks import NeedsNone, Quotation

_SPEECH: NeedsNone = ""
_FRAGMENT, _LONGEST_TERM, _LONGEST_SLOGAN = 2, 6, 12
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_SMALL = frozenset("a an and as at but by for from in into of on or the to vs with is it".split())
_TERM_BEFORE = re.compile(
    r"(?:\b(?:so-called|called|known as|dubbed|nicknamed|termed|labell?ed|titled|entitled|named|"
    r"branded|the (?:words?|term|phrase|slogan|expression|motto|mantra|hashtag|acronym|label|name|nickname|"
    r"tag|letters?)|words? like|"
    r"terms? like|phrases? like|meaning|means|reading|marked|stamped|emblazoned|chant(?:s|ed|ing)? of|"
    r"cries of|shouts of|pronounced|spelled|short for|stands for))[\s,:]*$",
    re.IGNORECASE,
)
_WORK_BEFORE = re.compile(
    r"(?:\b(?:book|novel|film|movie|documentary|song|single|album|show|series|sitcom|play|musical|opera|poem|essay|"
    r"memoir|podcast|programme|program|episode|painting|column|article|report|magazine|hit|ballad|anthem|drama|comedy|"
    r"game|exhibition|sculpture|photograph|speech|paper|study|campaign|ad|host of|"
    r"on (?:ABC|CBS|NBC|CNN|Fox|BBC|PBS|HBO)’?'?s?|"
    r"[’']s)(?:, called| called| titled| is| was|,)?)[\s,:]*$",
    re.IGNORECASE,
)
_SLOGAN_BEFORE = re.compile(
    r"\b(?:signs?|banners?|shirts?|hats?|caps?|posters?|placards?|stickers?|slogan|motto)\b[^.]{0,40}$",
    re.IGNORECASE,
)

_WORK_NEAR = re.compile(
    r"\b(?:book|novel|film|movie|documentary|song|single|album|series|play|musical|opera|poem|essay|memoir|podcast|"
    r"painting|column|article|exhibition|op-ed|editorial|report|paper)\b[^.“”\"]{0,40}$",
    re.IGNORECASE,
)
_WORK_VERB = re.compile(
    r"\b(?:read|reads|reading|reread|wrote|watched|saw|seen|sang|sings|played|plays|directed|starred in|"
    r"stars in|published|performed|recorded|released)\s*$",
    re.IGNORECASE,
)
_DETERMINER = re.compile(
    r"\b(?:the|a|an|its|his|her|their|these|those|any|some|such|under|of)\s*$", re.IGNORECASE
)
_NOUN_AFTER = re.compile(
    r" (?!(?:and|or|but|to|in|on|of|as|for|by|with|that|when|while|is|was|are|were|at|from|because|if|he|she|"
    r"it|they|"
    r"said|says|after|before|over|about|between|among)\b)[a-z]{3,}"
)
_SIGN_BEFORE = re.compile(
    r"\b(?:signs?|banners?|T-shirts?|shirts?|hats?|caps?|posters?|placards?|stickers?|plaques?|billboards?)\b"
    r"[^.“”\"]{0,50}\b(?:reads?|reading|sa(?:ys?|id|ying)|saying|emblazoned|with|marked|bearing|proclaim(?:ed|ing|s)?)[\s,:]*$",
    re.IGNORECASE,
)


def unspoken(text: str, quotation: Quotation, *, headline: bool, said: bool) -> NeedsNone:
    """Why the quotation needs no speaker, or "" where it is speech.

    `said` tells that a cue plainly gives it to somebody; otherwise the form of the words and those just
    before them decide.
    """
    inner = text[quotation.start : quotation.end].strip("“”\"‘’' ")
    words = _WORD.findall(inner)
    if headline:
        return "headline"
    if not words:
        return "term"
    lead = text[max(0, quotation.start - 60) : quotation.start]
    plain = next(_plainly(text, quotation, words, lead), _SPEECH)
    if plain or said:
        return plain
    return next(_doubtfully(inner, words, lead), _SPEECH)


def _plainly(text: str, quotation: Quotation, words: list[str], lead: str) -> Iterator[NeedsNone]:
    """Readings so plain that a cue beside them does not matter."""
    if _nickname(text, quotation, words):
        yield "nickname"
    if _SIGN_BEFORE.search(lead):
        yield "slogan"
    if _titled(words) and (
        (len(words) > _FRAGMENT and _WORK_NEAR.search(lead)) or (len(words) > 1 and _WORK_VERB.search(lead))
    ):
        yield "title-of-work"
    if len(words) <= _FRAGMENT and _DETERMINER.search(lead) and _NOUN_AFTER.match(text, quotation.end):
        yield "scare-quote"


def _doubtfully(inner: str, words: list[str], lead: str) -> Iterator[NeedsNone]:
    """Readings of words that no cue gives to anybody."""
    if _SLOGAN_BEFORE.search(lead) and len(words) <= _LONGEST_SLOGAN:
        yield "slogan"
    if (
        _titled(words)
        and (len(words) > 1 or _WORK_BEFORE.search(lead))
        and (inner[-1:] not in ".;" or _WORK_BEFORE.search(lead))
    ):
        yield "title-of-work"
    if _TERM_BEFORE.search(lead) and len(words) <= _LONGEST_TERM:
        yield "term"
    if len(words) <= _FRAGMENT + 1 and inner[-1:] not in ".?!":
        yield "scare-quote"


def _titled(words: list[str]) -> bool:
    """Whether the words are written as a title is: capitals but for the small words."""
    if len(words) > 12:
        return False
    return words[0][:1].isupper() and all(
        word[:1].isupper() or word[:1].isdigit() or word.lower() in _SMALL for word in words
    )


def _nickname(text: str, quotation: Quotation, words: list[str]) -> bool:
    """Whether the words stand between a given and a family name: Robert “Bobby” Lee."""
    stopped = text[quotation.end - 2 : quotation.end - 1] in ",.?!"
    before = re.search(r"[A-Z][\w.’'-]* $", text[max(0, quotation.start - 25) : quotation.start])
    after = re.match(r" [A-Z][\w’'-]+", text[quotation.end : quotation.end + 25])
    return bool(before and after and len(words) <= 3 and words[0][:1].isupper() and not stopped)
