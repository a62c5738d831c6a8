"""Where words in quotation marks stand: the words themselves, and those of the sentence just around them."""

from __future__ import annotations

from msgspec import Struct

from verify.lexicon.cues import cue_forms
from verify.lexicon.late import late
from verify.model.marks import Quotation

_WORD = late(r"[^\W_]+(?:[’'-][^\W_]+)*")
_SMALL = frozenset(
    "a an and as at but by for from in into is it nor of off on or out over per the to up vs with".split()
)
_BEFORE, _AFTER = 160, 60
_LONGEST_TITLE = 14
_STOP = late(r"[.!?…][”\"’')]* (?=[\[(“\"‘']*[A-Z0-9]|\Z)|[\n;]")
_ABBREVIATED = late(r"(?:\b[A-Z][a-z]{0,3}|\b[a-z]\.[a-z])\.$")
_ABBREVIATION = 5
"""Letters before its point, and the one that shows that no word goes on there."""
_BESIDE = late(
    r"(?:“[^“”\n]{1,80}”|\"[^\"\n]{1,80}\"|''[^'\n]{1,80}''|‘[^‘’\n]{1,80}’)"
    r"(?: \([^()\n]{1,20}\))?(?:,? (?:and|or|and then|but also|to|&) |, )$"
)
_MOST_BESIDE = 4
_REACH = 12
_PLAIN = frozenset(
    """said says say told tells tell calls call wrote writes write spoke claims argues added adds asks
    according warns insists""".split()
)
_NOUNS = frozenset(
    """address addresses answer answers attack attacks
    bark blast blasts blog blogs brand brands challenge
    challenges charge charges cheer cheers chime comment comments cries cry demand demands email emails e-mail
    e-mails estimate estimates express fault faults fear fears figure figures find finds hope hopes issue
    issues
    joke jokes label labels laugh laughs message messages name names nod note notes object offer offers order
    orders pledge pledges point points post posts praise press presses project projects promise promises
    question questions quote quotes rail rant read reads reason reasons record release releases remark remarks
    report reports rip scream shout shouts show shows sign signs slam smile smiles snap sob state states talk
    talks tease term terms text texts tweet tweets vent voice voices volunteer vow vows welcome whisper wonder
    worries worry""".split()
)
"""Verbs of saying that stand in copy as nouns more often than not."""
_TRIM = "“”\"‘’'` ,"


class Setting(Struct, frozen=True):
    """A quotation as seen by somebody who asks whether anybody said it.

    `words` are those inside the marks; `before` those of its sentence that lead up to it, the nearest last,
    other quotations in a row with it left out; `after` those that follow up to the end of the sentence;
    `glue` is what stands between the word before and the opening mark, `stuck` what stands between the
    closing mark and the word after; `edges` the one character on either side of the marks.
    """

    inner: str
    words: list[str]
    before: list[str]
    after: list[str]
    glue: str
    stuck: str
    edges: str

    @property
    def low(self) -> list[str]:
        """The words before, in lower case."""
        return [word.lower() for word in self.before]

    @property
    def next(self) -> str:
        """The word right after the closing mark and one space, or nothing."""
        return self.after[0] if self.after and self.stuck == " " else ""

    @property
    def last(self) -> str:
        """The word before, in lower case, or nothing."""
        return self.before[-1].lower() if self.before else ""

    @property
    def titled(self) -> bool:
        """Whether the words are written as a title is: capitals but for the small words."""
        words = self.words
        if not words or len(words) > _LONGEST_TITLE or not _capital(words[0]):
            return False
        return all(_capital(word) or word.lower() in _SMALL for word in words)

    @property
    def stopped(self) -> bool:
        """Whether the words end as a sentence does."""
        return self.inner[-1:] in ".?!…"

    def cued(self, reach: int = _REACH) -> bool:
        """Whether a verb of saying or naming stands among the last words before, or a plain one after."""
        cues = cue_forms()
        said = any(word in cues and word not in _NOUNS for word in self.low[-reach:])
        return said or not _PLAIN.isdisjoint(self.after)


def setting(text: str, quotation: Quotation) -> Setting:
    """The quotation with the words around it, at most a line of them on each side."""
    inner = text[quotation.start : quotation.end].strip(_TRIM)
    lead = _sentence(text[max(0, quotation.start - _BEFORE) : quotation.start])
    for _ in range(_MOST_BESIDE):
        beside = _BESIDE.search(lead)
        if beside is None:
            break
        lead = lead[: beside.start()]
    before = list(_WORD.finditer(lead))
    tail = text[quotation.end : quotation.end + _AFTER]
    stop = _STOP.search(tail)
    after = list(_WORD.finditer(tail[: stop.start()] if stop else tail))
    return Setting(
        inner,
        _WORD.findall(inner),
        [match.group() for match in before],
        [match.group() for match in after],
        lead[before[-1].end() :] if before else lead,
        tail[: after[0].start()] if after else "",
        (text[quotation.start - 1 : quotation.start] or "\n") + (tail[:1] or "\n"),
    )


def _sentence(lead: str) -> str:
    """What is left of the words before when the sentences before are cut off."""
    cut = 0
    for stop in _STOP.finditer(lead):
        if not _ABBREVIATED.search(lead[max(0, stop.start() - _ABBREVIATION) : stop.start() + 1]):
            cut = stop.end()
    return lead[cut:]


def _capital(word: str) -> bool:
    return word[:1].isupper() or word[:1].isdigit() or word[1:2].isupper()
