"""Tells words in quotation marks that nobody needs to have said: titles, scare quotes, slogans, terms."""

from __future__ import annotations

from verify.lexicon.late import late
from verify.mark.unsaid.setting import Setting, setting
from verify.mark.unsaid.wordings import wording
from verify.mark.unsaid.works import work
from verify.model.marks import NeedsNone, Quotation

_SPEECH: NeedsNone = ""
_FRAGMENT, _SCARED, _LONGEST_SCARED, _LONGEST = 2, 3, 4, 16
_UTTERANCES = frozenset(
    "remark remarks comment comments line lines quip statement claim jab insult barb tweet quote".split()
)
_NO_NOUN = frozenset(
    """and or but to in on of as for by with that when while is was are were at from because if he she it they
    said says after before over about between among than who which""".split()
)
_ONE_OF_THEM = tuple([verb, one] for verb in ("read", "reads", "said") for one in ("one", "another"))
_ONE_OF_THEM += tuple([one, verb] for verb, one in _ONE_OF_THEM)
_SIGNS = late(r"\b(?:signs|banners|placards|posters|T-shirts|shirts)\b")
_READS = (["it", "reads"], ["it", "read"], ["it", "says"])
_THING = late(
    r"\b(?:sign|banner|placard|poster|T-shirt|shirt|cap|hat|mug|plaque|sheet|sticker|button|billboard|"
    r"scoreboard|headstone|gravestone|tombstone|tattoo|blackboard|doormat|hoodie|sweatshirt)\b"
)
_NEAR = 200
_LOOK = 250
_KNOWN = frozenset("the these those its their his her".split())
_ATTRIBUTE = late(r"[\w-]=$")


def unspoken(text: str, quotation: Quotation, *, headline: bool, said: bool) -> NeedsNone:
    """Why the quotation needs no speaker, or "" where it is speech.

    `said` tells that a cue plainly gives it to somebody; otherwise the form of the words and those around
    them decide.
    """
    if headline:
        return "headline"
    if said and text.count(" ", quotation.start, quotation.end) >= _LONGEST:
        return _SPEECH
    seen = setting(text, quotation)
    if not seen.words:
        return "term"
    if seen.after[:2] in _ONE_OF_THEM and _SIGNS.search(
        text, max(0, quotation.start - _LOOK), quotation.start
    ):
        return "sign"
    if _it_reads(text, quotation, seen):
        return "sign"
    tail = text[quotation.end : quotation.end + 40]
    found = work(seen, tail, said=said) if seen.last in ("titled", "entitled") else ""
    found = found or wording(seen, said=said) or work(seen, tail, said=said)
    if not found and said and _epithet(seen):
        return "scare-quote"
    if found or said:
        return found
    if _ATTRIBUTE.search(text, max(0, quotation.start - 2), quotation.start):
        return "term"
    return "scare-quote" if _scare(seen) else _SPEECH


def _it_reads(text: str, quotation: Quotation, seen: Setting) -> bool:
    """Whether "it" that reads so is a thing just told of: "… a mug. It says “World’s Worst Boss”"."""
    reads = seen.low in _READS or [word.lower() for word in seen.after[:2]] in _READS
    low = text[max(0, quotation.start - len("it read. ")) : quotation.start].lower()
    if not reads and not low.endswith(("it read. ", "it reads. ")):
        return False
    return _THING.search(text, max(0, quotation.start - _NEAR), quotation.start) is not None


def _epithet(seen: Setting) -> bool:
    """Whether one word, held at arm's length, qualifies a noun the reader knows: the “cruising” laws of …."""
    plural = seen.next[:1].islower() and seen.next.endswith("s") and seen.after[1:2] == ["of"]
    return plural and len(seen.words) == 1 and seen.inner[:1].islower() and seen.last in _KNOWN


def _scare(seen: Setting) -> bool:
    """Whether a word or two are held at arm's length by the writer, with no verb of saying about."""
    count = len(seen.words)
    noun = seen.next[:1].islower() and seen.next not in _NO_NOUN
    if not seen.before or count > _LONGEST_SCARED or seen.inner[-1:] in "?!":
        return False
    if seen.next in _UTTERANCES or seen.last == "that":
        return False
    if seen.inner[-1:] == "." and (count > _FRAGMENT or seen.glue != " " or not seen.inner[:1].islower()):
        return False
    return (count <= _SCARED or noun) and not seen.cued()
