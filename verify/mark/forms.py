"""Words that have more than one accepted form, and the one that the copy chose: US or U.S., -ise or -ize."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from verify.lexicon.late import late
from verify.lexicon.varieties import spellings
from verify.mark.order import Marker
from verify.model.article import Article
from verify.model.document import Block
from verify.model.finding import Elsewhere


class Form(Struct, frozen=True, order=True):
    """A place where the copy had a choice, and the variant that it chose.

    `subject` is the word or matter that has several forms: an abbreviation without its points ("US", "Dr"),
    "variety" (variants "us" and "gb"), "-ize" ("ize" and "ise"), "date" or "percent". `quoted` places
    stand in quotation marks: there the words are somebody else's.
    """

    start: int
    end: int
    subject: str
    variant: str
    quoted: bool = False


_BODIES = ("US", "UN", "UK", "EU")
_POINTED = late(r"[A-Z]\.(?:[A-Z]\.){1,4}(?![A-Za-z0-9])")
# Fixed names that keep their own form whatever the house does.
_FIXED = late(
    r" (?:Airways|Bancorp|Bank\b|Cellular|Foods|Highway|Magazine|News|Open\b|Route|Steel|Weekly|Women|Watch"
    r"|Dispatch|Independence Party|Comics|\d)|\$|&|/[A-Z]|:? [A-Z]{2,}\b"
)
_NOT_BODIES = frozenset(("AM", "PM", "USA", "USS", "PS"))
_PERCENT = late(r"%|per ?cent\b")
_TITLE = late(r"(Mrs?|Ms|Dr|Prof|Rev|Gov|Sen|Rep|Sgt|Lt|Capt|Col|Gen)(\.?) (?=[A-Z][a-z])")
_CAPITALS = late(r"[A-Z]{2,5}")
_WORD = late(r"[a-z]{4,}")
_GOES_ON = late(r"[\w@]|[./]\w")
_DEFENSE_TITLE = late(r" (?:secretar|minist|department|chief)")
_ABBREVIATED_MONTHS = frozenset((1, 2, 8, 9, 10, 11, 12))
_DATE_VARIANTS = {
    "month-abbreviated": "Nov. 4",
    "month-short": "Nov 4",
    "month-full": "November 4",
    "day-month": "4 November",
    "iso": "2025-11-04",
}
_DATE_AS_NAME = late(
    r"(?:th)?(?:,? \d{4},?)? (?:attack|massacre|riot|insurrection|committee|commission|movement|protest|coup"
    r"|uprising)",
    re.IGNORECASE,
)
_NOTE = late(
    r"(?:Correction|Clarification|Editor[’']s note|An earlier version|This (?:article|story) has been)\b",
    re.IGNORECASE,
)
_SHORT = 80
_RELATED = 4
_ENDS = ".?!:;,…”\"’')—"


def forms(article: Article) -> tuple[Form, ...]:
    """The choices of form in the running copy, in the order of the text.

    Headlines, captions, credits and furniture are left out: they follow other rules, or other houses.
    """
    text = article.text
    blocks = [block for block in article.zoned("body", "list") if _prose(text, block)]
    found = [*_abbreviations(text, blocks), *_varieties(text, blocks), *_dates(article, blocks)]
    found += [*_percents(text, blocks), *_titles(text, blocks)]
    return tuple(sorted(replace(form, quoted=article.quoted(form.start, form.end)) for form in found))


class Mixture(Struct, frozen=True):
    """One subject in two variants: the places of the rarer, and of the commonest."""

    subject: str
    rare: tuple[Form, ...]
    common: tuple[Form, ...]


def grouped(forms: Iterable[Form]) -> Mapping[str, Mapping[str, list[Form]]]:
    """The forms that stand in the reporter's own words, by subject and variant."""
    found: dict[str, dict[str, list[Form]]] = {}
    for form in forms:
        if not form.quoted:
            found.setdefault(form.subject, {}).setdefault(form.variant, []).append(form)
    return found


def beside(rare: Sequence[Form], common: Sequence[Form], said: str) -> tuple[Elsewhere, ...]:
    """What to look at beside the first of the rarer forms: the commoner one, and more of the rarer."""
    first = common[0]
    others = (Elsewhere((form.start, form.end), "and here") for form in rare[1 : _RELATED + 1])
    return (Elsewhere((first.start, first.end), said), *others)


def mixture(subject: str, variants: Mapping[str, list[Form]]) -> Mixture | None:
    """The mixture of a subject, or None; of two variants equally common the one met later counts as rare."""
    ranked = sorted(filter(None, variants.values()), key=lambda places: (-len(places), places[0].start))
    if len(ranked) < 2:
        return None
    return Mixture(subject, tuple(ranked[1]), tuple(ranked[0]))


def _prose(text: str, block: Block) -> bool:
    """Whether a paragraph is running copy: no sub-heading, no correction, not set in capitals."""
    if block.end - block.start < _SHORT and text[block.end - 1] not in _ENDS:
        return False
    if _NOTE.match(text, block.start):
        return False
    words = text[block.start : block.end]
    return not (words.isupper() or sum(map(str.isupper, words[:_SHORT])) > len(words[:_SHORT]) // 2)


def _abbreviations(text: str, blocks: list[Block]) -> Iterator[Form]:
    """Abbreviations with their points, and those without that could have some."""
    keys = set(_BODIES)
    for block in blocks:
        for match in _POINTED.finditer(text, block.start, block.end):
            key = match[0].replace(".", "")
            if text[match.start() - 1 : match.start()].isalnum() or _fixed(text, match, block, key):
                continue
            keys.add(key)
            yield Form(match.start(), match.end(), key, "points")
    keys -= _NOT_BODIES
    for block in blocks:
        for match in _CAPITALS.finditer(text, block.start, block.end):
            if match[0] not in keys:
                continue
            before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
            if match.start() > block.start and (before.isalnum() or before in "@#&_./$"):
                continue
            if after.isalnum() or after in ("_", "@") or _fixed(text, match, block, match[0]):
                continue
            if text[match.end() : match.end() + 2][1:].isalnum() and after == ".":
                continue
            yield Form(match.start(), match.end(), match[0], "none")


def _titles(text: str, blocks: list[Block]) -> Iterator[Form]:
    """Titles before a name that are abbreviated with a point, and without."""
    for block in blocks:
        for match in _TITLE.finditer(text, block.start, block.end):
            before = text[match.start() - 1] if match.start() > block.start else " "
            if not (before.isalnum() or before in ".’'"):
                yield Form(match.start(), match.end() - 1, match[1], "points" if match[2] else "none")


def _fixed(text: str, match: re.Match[str], block: Block, key: str) -> bool:
    """Whether the letters belong to a name that has its own form, to somebody's initials, or to a shout."""
    if key in _NOT_BODIES or _FIXED.match(text, match.end(), block.end):
        return True
    after = text[match.end() : match.end() + 2]
    if key not in _BODIES and after[:1] == " " and after[1:].isupper():
        return True  # "A.G. Sulzberger"
    before = text[max(block.start, match.start() - 30) : match.start()].split(" ")
    last = before[-2] if len(before) > 1 and not before[-1] else ""
    named = key == "UK" and last.istitle() and last != "The"  # "Cancer Research UK"
    return len(last) > 1 and last.isalpha() and (last.isupper() or named)


def _varieties(text: str, blocks: list[Block]) -> Iterator[Form]:
    """Words whose spelling is American or British; names keep theirs, so capitals do not count."""
    known = spellings()
    here = known.keys() & set(_WORD.findall(text))
    if not here:
        return
    for block in blocks:
        for match in _WORD.finditer(text, block.start, block.end):
            if match[0] not in here or _GOES_ON.match(text, match.end(), block.end):
                continue
            before = text[match.start() - 1] if match.start() > block.start else " "
            if before.isalnum() or before in "@#/._’'&=":
                continue
            variety = known[match[0]].variety
            if match[0] == "defense" and _DEFENSE_TITLE.match(text, match.end()):
                continue  # British copy, too, spells an American office so.
            if variety in ("us", "gb", "ise"):
                yield Form(match.start(), match.end(), "variety", "us" if variety == "us" else "gb")
            if variety in ("ise", "ize"):
                yield Form(match.start(), match.end(), "-ize", variety)


def _dates(article: Article, blocks: list[Block]) -> Iterator[Form]:
    """Dates with a day; a month that is never abbreviated tells only whether month or day comes first."""
    if not article.dates:
        return
    starts = [block.start for block in blocks]
    for date in article.dates:
        index = bisect_right(starts, date.start) - 1
        variant = _DATE_VARIANTS.get(date.form)
        if variant is None or date.day is None or index < 0 or date.end > blocks[index].end:
            continue
        if _DATE_AS_NAME.match(article.text, date.end) or (date.month, date.day, date.year) == (9, 11, 2001):
            continue
        if _signature(article.text, date.start, date.end, blocks[index]):
            continue
        if date.form == "month-full" and date.month not in _ABBREVIATED_MONTHS:
            variant = "month first"
        yield Form(date.start, date.end, "date", variant)


def _signature(text: str, start: int, end: int, block: Block) -> bool:
    """Whether a date signs a post ("(@desk) Nov. 3, 2025"), or is all that its paragraph holds."""
    before = text[max(block.start, start - 3) : start]
    return before.endswith((") ", ">", '"', "=")) or (start == block.start and end >= block.end - 1)


def _percents(text: str, blocks: list[Block]) -> Iterator[Form]:
    """Percentages after figures, with the sign or the word; a sign in brackets may always stand."""
    for block in blocks:
        for match in _PERCENT.finditer(text, block.start, block.end):
            before = text[max(block.start, match.start() - 2) : match.start()]
            spelled = match[0] != "%" and before[:1].isdigit() and before.endswith((" ", "\u00a0", "-"))
            if not (spelled or before[-1:].isdigit()):
                continue
            if match[0] == "%" and text[match.end() : match.end() + 1] in (")", "]"):
                continue
            if not text.endswith(" of 1 ", block.start, match.start()):
                yield Form(match.start(), match.end(), "percent", match[0])


MARKER = Marker(provides="forms", run=forms, needs=frozenset(("quotations", "dates")))
