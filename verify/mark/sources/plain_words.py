"""What each feature of a candidate says in plain English, for people who ask why a quote got its speaker."""

from __future__ import annotations

import re
from collections.abc import Callable

from verify.lexicon.late import late

PATTERNS = {
    "quote, cue, source": "a verb of saying and a source follow the quote (“…,” said Lee)",
    "quote, source, cue": "a source and a verb of saying follow the quote (“…,” Lee said)",
    "quote, source": "a source follows the quote (“…,” Lee, who laughed)",
    "source, cue, quote": "a source and a verb of saying stand before the quote (Lee said, “…”)",
    "according to": "“according to” names the source",
    "by": "“by” names the source",
    "dash": "a dash and a name follow the quote",
    "label": "a speaker’s label stands before the quote (LEE: …)",
    "name before a colon": "a name and a colon lead into the quote",
    "in somebody’s view": "“to” or “for” names whose view it is (to her, “…”)",
    "participle, main clause": "leads the clause behind a participle (calling it “…,” Lee left)",
    "subject of the sentence": "is the subject of the quote’s sentence",
    "subject of the sentence before": "is the subject of the sentence before",
    "says before": "speaks earlier in the quote’s sentence",
    "says after": "speaks later in the quote’s sentence",
    "the quotation carries on": "said the words that this quote carries on",
    "spoke before in the paragraph": "said the quote before, in the same paragraph",
    "spoke in the paragraph before": "said the quote before, in the paragraph before",
    "spoke last": "said the quote before, further up",
    "signature": "signs the quote in the line below",
    "paragraph after": "speaks in the paragraph after",
    "paragraph before": "speaks in the paragraph before",
    "paragraph before, earlier": "speaks in the paragraph before, though not last",
    "paragraph before, not saying": "acts or thinks in the paragraph before",
    "leads the paragraph before": "is the last subject of the paragraph before",
    "before a colon": "speaks in the paragraph before, which a colon ends",
    "before a colon, earlier": "speaks, though not last, in the paragraph before, which a colon ends",
    "before a colon, not saying": "acts or thinks in the paragraph before, which a colon ends",
    "leads the before a colon": "is the last subject of the paragraph before, which a colon ends",
    "two paragraphs before": "speaks two paragraphs before",
    "two paragraphs before, earlier": "speaks two paragraphs before, though not last",
    "two paragraphs before, not saying": "acts or thinks two paragraphs before",
    "leads the two paragraphs before": "is the last subject two paragraphs before",
    "reported, before": "the source stands before the cue (Lee said that …)",
    "reported, after": "the source follows the cue (“so said Lee”)",
    "reported, relative": "a relative clause (Lee, who said that …)",
    "reported, clause": "the source leads the sentence",
    "reported, near": "the source is the name nearest before the cue",
    "reported, owner": "the cue is a noun, and the source owns it (Lee’s claim that …)",
    "reported, by": "“by” behind the cue names the source",
    "reported, according": "“according to” names the source",
    "reported, label": "a label and a colon stand before the words (Lee: …)",
}
"""How a source may have come to be proposed."""

TRUST = "how far the pattern that names it can be trusted"
LAYOUT = "how the copy is laid out"
"""Readings of a candidate's prior: where a pattern gave it, and where the layout did."""

_NUMBERED = late(r"says (\d) sentences (before|after)")
_SHAPE = r"(\S+)\|(\S+)\|(\S+)"
_MADE = r"([Cc])([1sml])([,.w])"
_KIND = r"(?:he|she|i|we|they|it|who|pronoun|name|the|a|an|capital|words)"
_MARKS = {"<stop>": "nothing", "<quote>": "another quote", ",": "a comma", ":": "a colon", "w": "other words"}
_SIZES = {"1": "one word", "s": "two or three words", "m": "up to eight words", "l": "more than eight words"}
_KINDS = {
    "name": "is a name",
    "pronoun": "is a pronoun",
    "the": "is described with “the”",
    "a": "is described with “a” or “an”",
    "an": "is described with “a” or “an”",
    "capital": "begins with a capital",
    "words": "is described in plain words",
}
_STRENGTHS = {
    "say": "the cue is a verb of saying",
    "name": "the cue is a verb of judging or calling",
    "other": "the cue is no such verb",
}
_NONE = {
    "none": "some words in quotation marks have no speaker",
    "none titled True": "the words are capitalised like a title",
    "none titled False": "the words are not capitalised like a title",
    "none single True": "the quotation marks are single",
    "none single False": "the quotation marks are double",
    "none alone True": "the quote is a paragraph of its own",
    "none alone False": "the writer’s words stand around the quote",
    "none carried True": "the quote may carry on the speech of the paragraph before",
    "none carried False": "the quote does not carry on the speech of the paragraph before",
}


def pattern(why: str) -> str:
    """In plain English what proposed a source; a pattern without a reading goes by its name."""
    return _pattern(why) or why


def reading(feature: str) -> str:
    """In plain English what a feature says; a feature without a reading is shown as it is.

    Features that differ in detail alone read the same, so that their weights can be told in one sum.
    """
    return understood(feature) or feature


def understood(feature: str) -> str:
    """The reading of a feature, or nothing where it has none."""
    if feature in _NONE:
        return _NONE[feature]
    for template, read in _TEMPLATES:
        found = template.fullmatch(feature)
        if found is not None:
            return read(found)
    return ""


def _pattern(why: str) -> str:
    numbered = _NUMBERED.fullmatch(why)
    if numbered is None:
        return PATTERNS.get(why, "")
    number = "a sentence" if numbered[1] == "1" else f"{numbered[1]} sentences"
    return f"speaks {number} {numbered[2]} the quote’s"


def _place(found: re.Match[str]) -> str:
    sentences = ("in its sentence", "a sentence off", "two sentences off", "three sentences off or more")
    quotes = ("", ", a quote between", ", quotes between")
    side = "before" if found[1] == "L" else "after"
    return f"stands {side} the quote, {sentences[int(found[2])]}{quotes[int(found[3])]}"


def _far(found: re.Match[str]) -> str:
    bucket = int(found[1])
    if bucket == 0:
        return "stands next to the quote"
    if bucket < 5:
        return f"stands {_count(bucket, 'word')} from the quote"
    low = 5 * (bucket - 4)
    return f"stands {low} to {low + 4} words from the quote" if bucket < 9 else "stands far from the quote"


def _after(found: re.Match[str]) -> str:
    word = found[1]
    if word == "<stop>":
        return "begins its sentence"
    return f"comes after {_MARKS.get(word) or ('other words' if word == 'other' else f'“{word}”')}"


def _cue_at(found: re.Match[str]) -> str:
    distance = int(found[1])
    side = "before" if distance < 0 else "after"
    if abs(distance) == 1:
        return f"the cue stands right {side} the quote"
    more = " or more" if abs(distance) == 9 else ""
    return f"the cue stands {abs(distance)} words{more} {side} the quote"


def _gap(found: re.Match[str]) -> str:
    gap = int(found[1])
    return (
        "source and cue stand side by side"
        if gap < 2
        else f"{'several' if gap > 3 else gap - 1} "
        + ("word stands" if gap == 2 else "words stand")
        + " between source and cue"
    )


def _stands(found: re.Match[str]) -> str:
    before, end, after = found.groups()
    ends = {",": "ends in a comma", ".": "ends in a stop", "w": "ends without a mark"}
    return (
        f"the quote {ends.get(end, 'ends')}, with {_MARKS.get(before, f'“{before}”')} before it "
        f"and {_MARKS.get(after, f'“{after}”')} after it in its sentence"
    )


def _made(found: re.Match[str]) -> str:
    capital = "a capital" if found[1] == "C" else "a small letter"
    return f"the quote has {_SIZES[found[2]]} and begins with {capital}"


def _announced(found: re.Match[str]) -> str:
    word = found[1]
    return "no telling word comes before the quote" if word == "other" else f"“{word}” comes before the quote"


def _proposed(found: re.Match[str]) -> str:
    return f"{found[1]} hints{' or more' if int(found[1]) > 3 else ''} point to it"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _kind(found: re.Match[str]) -> str:
    return _KINDS.get(found[1]) or f"is the pronoun “{found[1]}”"


_TEMPLATES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = tuple(
    (late(template), read)
    for template, read in (
        (rf"by (.+?)(?: (?:{_SHAPE}|{_MADE}|{_KIND}))?", lambda found: _pattern(found[1])),
        (
            r"first (.+)",
            lambda found: "is what the patterns would choose by themselves" if _pattern(found[1]) else "",
        ),
        (r"sure \d+", lambda _: TRUST),
        (rf"kind ({_KIND})", _kind),
        (rf"at ([LR])([0-3])q([0-2])(?: (?:{_SHAPE}|{_KIND}))?", _place),
        (r"away .+", lambda _: "stands in another paragraph"),
        (r"far [LR]\d (\d)", _far),
        (r"after (\S+)", _after),
        (r"cue (say|name|other) \w+ (?:sc|cs)", lambda found: _STRENGTHS[found[1]]),
        (r"cue at (-?\d) \w+", _cue_at),
        (r"cue in a relative clause", lambda _: "the cue stands in a clause with “who” or “which”"),
        (r"taken up (?:True|False)", lambda _: "stands right behind another verb of saying"),
        (
            r"nearer (\d)",
            lambda found: f"{'no other' if found[1] == '0' else 'another'} cue stands nearer to the quote",
        ),
        (r"served before", lambda _: "its cue has a quote of its own already"),
        (r"hands on", lambda _: "a pronoun follows the cue (Lee said she …)"),
        (r"cue (\S+)", lambda found: f"the cue is “{found[1]}”"),
        (r"gap (\d)", _gap),
        (r"proposed (\d) times", _proposed),
        (rf"none {_SHAPE}", _stands),
        (rf"none {_MADE}", _made),
        (r"none before (\S+)", _announced),
    )
)
