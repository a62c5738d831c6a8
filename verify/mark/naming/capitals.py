"""Runs of capitalised words: the raw stuff of which names are made."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from verify.lexicon.late import late

UPPER = "A-ZÀ-ÖØ-ÞĀ-ɏḀ-ỿ"
"""The capitals, for use between brackets; of the rarer Latin letters, both cases: compiling is slow else."""
_ABBREVIATED = (
    "Govs?|Sens?|Reps?|Lt|Gen|Col|Maj|Capt|Cmdr|Sgt|Cpl|Pvt|Adm|Brig|Supt|Insp|Det|Rev|Fr|Msgr|Hon|"
    "Mrs?|Messrs|Ms|Mx|Drs?|Profs?|Pres|Atty|Asst|Amb|Dist|Dep|Jr|Sr|St|Ste|Ft|Mt|Coun|Const|Ald"
)
_LETTERS = r"[^\W\d_]"
_PLAIN = rf"[{UPPER}]{_LETTERS}*(?:[’'‘ʼ&][{UPPER}]{_LETTERS}*)*"
WORD = (
    rf"(?:(?:{_ABBREVIATED})\.|(?:[{UPPER}]\.)+(?:-[{UPPER}]\.)*"
    rf"|(?:[aAeE]l|[uU]l|[aA]n|[aA]s|[aA]r|[aA]t|[aA]d|[aA]z)-{_PLAIN}(?:-{_LETTERS}+)*"
    rf"|{_PLAIN}(?:-{_LETTERS}+(?:[’']{_LETTERS}{{2,}})?)*)"
)
_SPACE = r"[ \u00a0\n]{1,2}"
_PARTICLE = r"(?:d(?:e(?:l(?:la|a)?|r|n)?|i|as?|os?|u)|l[ae]|v(?:an|o[nm])|zu|b(?:int?|en)|ibn|te[nr]|y|e)"
_NICKNAME = rf"(?:[“\"‘][{UPPER}][^“”\"‘’()\n]{{1,20}}[”\"’]|'[{UPPER}][^“”\"‘’'()\n]{{1,20}}')"
_PLAINLY = rf"\([{UPPER}][a-z]{{1,12}}\)"
_JOIN = (
    rf"{_SPACE}(?:(?:{_PARTICLE}{_SPACE}){{1,3}}|(?:of|for|on)(?:{_SPACE}the)?{_SPACE}|&{_SPACE}"
    rf"|(?:{_NICKNAME}|{_PLAINLY}){_SPACE})?|,{_SPACE}(?=[JS]r\.)"
)
_NEXT = rf"(?=[{UPPER}]|[aeu][dlnrstz]-)"
_TICKER = rf"\.[{UPPER}]{{1,2}}(?!\w)"
"""What shows that the letters before it are the code of a share and no part of the firm's name ("HBF.N")."""
_AT_A_GLANCE = "[A-Z][a-z]+(?=[ ,])"
"""Most words are no more than this."""
_CHAIN = late(
    # What a run begins with goes first: it tells at once that nothing begins at most letters.
    rf"(?=[{UPPER}abdeiltuvyz])(?<![\w@#/&])(?:(?:{_PARTICLE}{_SPACE}){{1,3}}{_NEXT})?"
    rf"(?:(?:{_AT_A_GLANCE}|{WORD}(?!\w|{_TICKER}))(?:(?:{_JOIN}){_NEXT})?){{1,15}}"
)
_WORDS = late(rf"({_AT_A_GLANCE}|{WORD}(?!\w))|{_NICKNAME}|{_PLAINLY}")


_INNER = late(rf"[“\"‘'(]([{UPPER}][^\W\d_]{{1,20}})[”\"’')]")


class Word(Struct, frozen=True):
    """A capitalised word with what stands between it and the one before in its run."""

    text: str
    start: int
    end: int
    gap: str


def nickname(name: str) -> str:
    """The word in marks or brackets inside a name: Robert “Buddy” Lee, Thomas (Tom) Lee; or nothing."""
    found = _INNER.search(name)
    return found[1] if found else ""


def chains(text: str, start: int, end: int) -> Iterator[list[Word]]:
    """The runs of capitalised words in text[start:end], particles and "of the" between them allowed."""
    for match in _CHAIN.finditer(text, start, end):
        whole, at = match[0], match.start()
        if " " not in whole and "\n" not in whole and "\u00a0" not in whole:
            # One word, as most runs are: words of a run are joined by spaces.
            yield [Word(whole, at, match.end(), "")]
            continue
        words: list[Word] = []
        for found in _WORDS.finditer(text, at, match.end()):
            if found[1] is None:
                continue
            words.append(Word(found[1], found.start(), found.end(), text[at : found.start()]))
            at = found.end()
        yield words
