"""Two words with a comma, a stop or a closing mark between them, or nothing, where a space belongs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from verify import Article, Flag, rule
from verify.lexicon.formation import fused
from verify.lexicon.given import is_given, is_surname
from verify.lexicon.words import common, zipf

_MARK = re.compile(r"[,;.?!:)”\"](?=[^\W\d_“\"]|[“\"]\w)")
_JOINT = re.compile(
    r"""
      (?<=[^\W\d_])[,;](?=[^\W\d_]{2}|[aI][ ]|[“"]\w)      # exercises,known   said,"We
    | (?<=[a-z\d%])[.?!](?=[A-Z][a-z])                     # end.The
    | (?<=[a-z]{2}):(?=[A-Z][a-z])                         # added:The
    | (?<=[a-z\d][.,?!])[”"](?=[^\W\d_]{2}|I[ ])           # go,”he said
    | (?<=[^\W\d_])”(?=[a-z]{2})                           # “deal”with
    | (?<=[^\W\d_]{2})\)(?=[a-z]{2})                       # (Reuters)reported
    """,
    re.VERBOSE,
)
_SUM = re.compile(r"(?<![\w.,-])((?:US|A|C|NZ|HK|S)?[$£€¥]?\d[\d.,]{0,12})([mbt]r?illion)\b")
_FUSED = re.compile(r"\b(?:(?:of|the|and|is|be|that|with|was|are|ha|it|to|not|from)[a-z]{3,}|[a-z]{4,}(?:of|the|and|to|is|that|was|are))\b")
_COPY = frozenset(("headline", "body", "list", "caption"))
_NO_PROSE = frozenset("/@#=_{}<>&\\|$+*[]")
"""Marks of links, handles, markup and formulas."""
_LEFT = re.compile(r"[^\W_]*(?:[’'-][^\W_]+)*$")
_RIGHT = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_DOMAINS = frozenset("Com Org Net Gov Edu Co Uk Eu Tv Io Me Ai Inc Js".split())
_TITLES = frozenset("Mr Mrs Ms Dr Sen Rep Gov Gen".split())
_STARTER = 3.7
"""How common a word is that may begin a sentence after a name ("Clinton.They", but "Clinton.Doe")."""
_ASIDE = 5
"""In so short a bracket stands part of a word: “(re)elected”."""
_REACH = 40


@dataclass(frozen=True, slots=True)
class Options:
    """What the desk may set."""

    quotes: bool = True
    """Also read between quotation marks."""
    sums: bool = True
    """Also want a space in sums such as “$3million”."""


class _Joint(NamedTuple):
    """A mark without the space after it: `text[start:end]` are the words around, the space belongs at `at`."""

    start: int
    at: int
    end: int


@rule(
    severity="error",
    since="0.1",
    needs={"quotations"},
    advice="Put the space in.",
    options=Options,
)
def missing_space(article: Article, options: Options) -> Iterator[Flag]:
    """The space between two words is missing."""
    for start, at, end in _joints(article, options):
        block = bisect_right(article.blocks, start, key=lambda block: block.start) - 1
        if block < 0 or article.blocks[block].zone not in _COPY or end > article.blocks[block].end:
            continue
        if article.quoted(start, end) and not options.quotes and article.quoted(at, at + 1):
            continue
        words, fix = article.text[start:end], f"{article.text[start:at]} {article.text[at:end]}"
        yield Flag((start, end), f"A space is missing in “{words}”", fixes=(fix,), confidence=0.95)


def _joints(article: Article, options: Options) -> list[_Joint]:
    text = article.text
    found = []
    for mark in _MARK.finditer(text):
        match = _JOINT.match(text, mark.start())
        joint = _joint(text, match) if match else None
        if joint:
            found.append(joint)
    if options.sums:
        found += [_Joint(m.start(), m.start(2), m.end()) for m in _SUM.finditer(text)]
    odd = {word: fused(word) for word in set(_FUSED.findall(text)) - common()}
    if any(odd.values()):
        for match in re.finditer(r"(?<=[ “\"])[a-z]+(?=[ .,;:?!”\"])", text):
            pair = odd.get(match[0])
            if pair:
                found.append(_Joint(match.start(), match.start() + len(pair[0]), match.end()))
    return sorted(found)


def _joint(text: str, match: re.Match[str]) -> _Joint | None:
    """The words joined by the mark, unless it is part of an abbreviation, a name, a link or a file."""
    mark, at = match[0], match.end()
    line = text.rfind("\n", 0, at) + 1
    before, after = text[max(line, at - _REACH) : match.start()], text[at : at + _REACH]
    token = before.split(" ")[-1] + mark + after.split(None, 1)[0]
    if _NO_PROSE.intersection(token) or "www." in token:
        return None
    stops = len(before) - len(before.rstrip(".,?!")) if mark in ("”", '"') else 0
    opens = 1 if mark in (",", ";") and after[0] in "“\"" else 0
    left, right = _LEFT.search(before, 0, len(before) - stops), _RIGHT.match(after, opens)
    if left is None or right is None:
        return None
    first, second = left[0], right[0]
    if '"' in (mark, after[0] if opens else ""):
        # A straight mark closes only what was opened in its paragraph.
        closes = text.count('"', line, match.start() if mark == '"' else at) % 2 == 1
        if closes != (mark == '"'):
            return None
    rest = after[right.end() :]
    if mark == "." and not _sentence_ends(first, second, before, rest):
        return None
    if mark in "?!:" and not (first.islower() and first.isalpha()):
        return None
    if mark == ")" and _part_of_word(before):
        return None
    return _Joint(match.start() - stops - len(first), at, at + right.end())


def _sentence_ends(first: str, second: str, before: str, rest: str) -> bool:
    """Whether a full stop between the two can only end a sentence."""
    if second in _DOMAINS or before[-len(first) - 1 : -len(first)] == "." or (len(first) < 2 and not first.isdigit()):
        return False
    if second in _TITLES:
        return rest.startswith(". ")
    if rest[:1] == "." and rest[1:2].isalpha():
        return False
    if first.islower() or first.isdigit():
        return True
    word = re.split("[’']", second)[0].lower()
    return word in common() and zipf(word) >= _STARTER and not is_surname(word) and not is_given(word)


def _part_of_word(before: str) -> bool:
    """Whether the bracket that closes opened inside a word, or holds but a part of one."""
    opened = before.rfind("(")
    return opened < 0 or len(before) - opened <= _ASIDE or before[opened - 1 : opened].isalnum()
