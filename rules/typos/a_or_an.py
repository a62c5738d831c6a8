"""“A” before a vowel, and “an” before a consonant."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Article, Flag, rule
from verify.lexicon.late import late
from verify.lexicon.words import zipf
from verify.model.document import PROSE

_PLACE = late(
    r"(?<![\w’'@#./&-])(?:(?:a|(?P<first>A)) (?=[aeiouhAEIOUH])|(?:a|A)n (?=[b-df-hj-np-tuv-zeoUEO]))"
    r"(?P<word>[A-Za-z]{3,})(?![\w’'/@]|\.\w)"
)
_VOWEL = late(
    r"(?i:[ai]|e(?![uw])|o(?!n(?:ce|e(?!r))|ui)|u(?:n(?!an|i(?![nmd]))|[pm]|l(?!y)|sh|r(?![aeiou])|tt)"
    r"|hour|honest|honou?r|heir)"
)
"""How words begin that are spoken with a vowel: not Europe, one and unit, but uninsured and hour."""
_CONSONANT = late(r"(?i:uni(?:on|t|que|form|vers)|use|usual|europ|one(?!r)|once)")
"""How words begin that are written with a vowel and spoken without."""
_EITHER = late(r"hour|honest|honou?r|heir|herb|homage|h(?:abit|allu|arass|ered|ero|ilar|ist|orr|otel|y)")
"""Words with an h that some speak and some do not, or that nobody speaks."""
_OTHERS = frozenset("and are for from not our that the then this thus was were will with would".split())
"""What stands behind a letter, a word of another language, or an “and” that lost its last letter."""
_FOREIGN = frozenset("al cap de del e el il la las le los per van va vamos vis voy y à".split())
_OPENING, _ENDS = "“\"‘'(", ".!?”\"’'"
_WORD_BEFORE = late(r"([^\W\d_]+) \Z")
_BACK = 20
_KNOWN, _COMMON = 2.0, 3.0
"""How common, as zipf() measures, words of English are, and those that nobody takes for a name."""


@rule(
    severity="error",
    since="0.1",
    needs={"quotations"},
    advice="Go by the sound that follows.",
)
def a_or_an(article: Article) -> Iterator[Flag]:
    """“A” stands before a vowel, or “an” before a consonant."""
    text = article.text
    for block in article.zoned("headline", *PROSE):
        for found in _PLACE.finditer(text, block.start, block.end):
            wrong = text[found.start() : found.start("word") - 1]
            if not _slip(wrong.lower(), found["word"]) or _foreign(text, block.start, found.start()):
                continue
            if found["first"] is None or _opens(text, block.start, found.start()):
                yield Flag(
                    (found.start(), found.start() + len(wrong)),
                    f"“{wrong}” stands before “{found['word']}”",
                    fixes=(f"{wrong}n" if len(wrong) == 1 else wrong[0],),
                    safe=True,
                )


def _slip(wrong: str, word: str) -> bool:
    """Whether the other article belongs before the word, by the sound with which it begins."""
    low = word.lower()
    if word.isupper() or low in _OTHERS:
        return False  # letters may be spoken one by one: "an FBI agent"
    if wrong == "a":
        return bool(_VOWEL.match(low)) and zipf(low) > _KNOWN
    if _CONSONANT.match(low):
        return True
    return low[0] not in "aeiou" and word.islower() and not _EITHER.match(low) and zipf(low) > _COMMON


def _opens(text: str, floor: int, at: int) -> bool:
    """Whether a sentence begins here, so that the capital makes no letter of it ("vitamin A in food")."""
    return at == floor or text[at - 1] in _OPENING or text[at - 2 : at - 1] in _ENDS


def _foreign(text: str, floor: int, at: int) -> bool:
    """Whether the word before is of another language, whose “a” is no article."""
    before = _WORD_BEFORE.search(text, max(floor, at - _BACK), at)
    if before is None or before[1][0].isupper():
        return False
    return before[1] in _FOREIGN or zipf(before[1]) <= _KNOWN
