"""Two words with a comma, a stop or a closing mark between them, or nothing, where a space belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from verify import Article, Block, Flag, rule
from verify.lexicon.formation import fused
from verify.lexicon.given import is_given, is_surname
from verify.lexicon.late import late
from verify.lexicon.slips import mended
from verify.lexicon.words import common_among, is_common, zipf
from verify.mark.vocabulary import accepted
from verify.model.document import PROSE

_MARK = late(r"[,;.?!:)”\"](?=[^\W\d_“\"]|[“\"]\w)")
_JOINT = late(
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
_LINKED = late(r"(?<=[^\W_])[.,!?;:]+(?=@\w{2}|#[^\W\d_]{2}|https?://)")
"""A handle, a hashtag or a link right behind a stop."""
_WORDS_AROUND = late(r"[^\s@#]*$"), late(r"\S{1,30}")
_CERTAIN = late(r"[a-z][,;][a-z“]|[,.?!]”[a-z]")
"""Two words apart by a comma, or by a curly mark, which says on which side it belongs."""
_SUM = late(r"(?<![\w.,-])((?:US|A|C|NZ|HK|S)?[$£€¥]?\d[\d.,]{0,12})([mbt]r?illion)\b")
_MAYBE_FUSED = late(
    r"\b(?:(?:of|the|and|be|that|with|was|are|ha|it|not|from)[a-z]{3,}|[a-z]{4,}(?:of|the|and|that|was|are))\b"
)
_PLAIN_WORD = late(r"(?<=[ “\"])[a-z]+(?=[ .,;:?!”\"])")
_NO_PROSE = frozenset("/@#=_{}<>&\\|$+*[]")
"""Marks of links, handles, markup and formulas."""
_LEFT = late(r"[^\W_]*(?:[’'-][^\W_]+)*$")
_RIGHT = late(r"[^\W_]+(?:[’'-][^\W_]+)*")
_DOMAINS = frozenset("Com Org Net Gov Edu Co Uk Eu Tv Io Me Ai Inc Js".split())
_TITLES = frozenset("Mr Mrs Ms Dr Sen Rep Gov Gen".split())
_SHORTENED = frozenset("Sen Sens Rep Reps Gov Govs Pres Gen Col Lt Sgt Capt Prof Rev Supt".split())
"""Titles whose stop a space follows before the name."""
_STARTER, _USUAL = 3.7, 5.5
"""How common a word is that may begin a sentence after a name ("Smith.Polls"), and one that is no name."""
_ASIDE = 5
"""In so short a bracket stands part of a word: “(re)elected”."""
_REACH = 40
_LEAST, _LONG = 3, 5
"""Letters of a name behind such a stop: of one that the story has elsewhere, and of one that it has not."""
_FREE = late(r"(?<![\w.@#/])[A-Z][a-z]{2,30}(?![\w@/]|\.[A-Za-z])")


class Options(Struct, frozen=True):
    """What the desk may set."""

    quotes: bool = True
    """Also read between quotation marks: nobody speaks without spaces."""
    sums: bool = True
    """Also want a space in sums such as “$3million”."""


class _Names:
    """The capitalised words of a text that stand free in it; they are gathered once they are asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._free: frozenset[str] | None = None

    def part(self, first: str, second: str) -> bool:
        """Whether two capitalised words joined by a stop are a name, or a title, and the next sentence."""
        if second in _DOMAINS or not (first.isalpha() and first[:1].isupper() and len(first) >= _LEAST):
            return False
        if first in _SHORTENED:
            return True
        if self._free is None:
            self._free = frozenset(_FREE.findall(self._text))
        second, *owns = re.split("[’']", second)
        free = first in self._free
        if owns and len(second) >= _LONG and (free or (is_surname(first) and not is_given(first))):
            return True  # "Lindqvist.Okaforr's plan": one whom the story names nowhere else opens a sentence
        known = free or is_surname(first) or is_given(first) or is_common(first.lower())
        return known and second in self._free and len(second) >= _LEAST


class _Joint(Struct, frozen=True, order=True):
    """Words with no space between: text[start:end] are the words, the space belongs at `at`.

    What is flagged is text[first:last]: the mark after which the space belongs, or the words run together.
    """

    start: int
    at: int
    end: int
    first: int
    last: int


@rule(
    severity="error",
    since="0.1",
    needs={"quotations", "vocabulary"},
    advice="Put the space in.",
    options=Options,
)
def missing_space(article: Article, options: Options) -> Iterator[Flag]:
    """The space between two words is missing."""
    text = article.text
    fusions = {word: at for word, at in _fusions(text).items() if not accepted(word, article.vocabulary)}
    names = _Names(text)
    for block in article.zoned("headline", *PROSE):
        joints = [*_marked(text, block, names), *_linked(text, block)]
        if options.sums:
            sums = _SUM.finditer(text, block.start, block.end)
            joints += [_run_together(found.start(), found.start(2), found.end()) for found in sums]
        if fusions:
            joints += _fused(text, block, fusions)
        for one in sorted(joints):
            at = one.at
            if not options.quotes and article.quoted(at, at):
                continue
            yield Flag(
                (one.first, one.last),
                f"a space is missing in “{text[one.start : one.end]}”",
                fixes=(f"{text[one.first : at]} {text[at : one.last]}",),
                safe=_CERTAIN.search(text, at - 2, at + 1) is not None and not article.quoted(at, at),
                confidence=0.95,
            )


def _run_together(start: int, at: int, end: int) -> _Joint:
    return _Joint(start, at, end, start, end)


def _fusions(text: str) -> dict[str, int]:
    """The words in the text that are two run together, with the length of the first."""
    words = set(_MAYBE_FUSED.findall(text))
    pairs = {word: fused(word) for word in words - common_among(words)}
    return {word: len(pair[0]) for word, pair in pairs.items() if pair and not mended(word)}


def _fused(text: str, block: Block, fusions: dict[str, int]) -> Iterator[_Joint]:
    for match in _PLAIN_WORD.finditer(text, block.start, block.end):
        if match[0] in fusions:
            yield _run_together(match.start(), match.start() + fusions[match[0]], match.end())


def _linked(text: str, block: Block) -> Iterator[_Joint]:
    """The joints before a handle, a hashtag or a link."""
    before, after = _WORDS_AROUND
    for mark in _LINKED.finditer(text, block.start, block.end):
        first = before.search(text, max(block.start, mark.start() - _REACH), mark.start())
        last = after.match(text, mark.end(), block.end)
        if first and last and "/" not in first[0]:
            yield _Joint(first.start(), mark.end(), last.end(), mark.start(), mark.end())


def _marked(text: str, block: Block, names: _Names) -> Iterator[_Joint]:
    """The joints of the block at a mark of punctuation."""
    straight, counted = 0, block.start
    for mark in _MARK.finditer(text, block.start, block.end):
        # A straight mark closes what was opened before it in the paragraph; counted on, never anew.
        straight, counted = straight + text.count('"', counted, mark.start()), mark.start()
        match = _JOINT.match(text, mark.start(), block.end)
        joint = _joint(text, block, match, names, inside=straight % 2 == 1) if match else None
        if joint:
            yield joint


def _joint(text: str, block: Block, match: re.Match[str], names: _Names, *, inside: bool) -> _Joint | None:
    """The words joined by the mark, unless it is part of an abbreviation, a name, a link or a file."""
    mark, at = match[0], match.end()
    before, after = (
        text[max(block.start, at - _REACH) : match.start()],
        text[at : min(block.end, at + _REACH)],
    )
    token = before.rsplit(None, 1)[-1] + mark + after.split(None, 1)[0]
    if _NO_PROSE.intersection(token) or "www." in token:
        return None
    stops = len(before) - len(before.rstrip(".,?!")) if mark in ("”", '"') else 0
    opens = 1 if mark in (",", ";") and after[0] in ("“", '"') else 0
    if mark == '"' and not inside:
        return None
    if opens and after[0] == '"' and (inside or text.find('"', at + 1, block.end) < 0):
        return None
    left, right = _LEFT.search(before, 0, len(before) - stops), _RIGHT.match(after, opens)
    if (
        left is None
        or right is None
        or not _apart(mark, left[0], right[0], before, after[right.end() :], names)
    ):
        return None
    return _Joint(match.start() - stops - len(left[0]), at, at + right.end(), match.start(), at)


def _apart(mark: str, first: str, second: str, before: str, rest: str, names: _Names) -> bool:
    """Whether the words around the mark are two, not one name or abbreviation."""
    if mark == ".":
        return _sentence_ends(first, second, before, rest) or names.part(first, second)
    if mark in ("?", "!", ":"):
        return first.islower() and first.isalpha()
    if mark == ")":
        opened = before.rfind("(")
        return opened >= 0 and len(before) - opened > _ASIDE and not before[opened - 1 : opened].isalnum()
    return True


def _sentence_ends(first: str, second: str, before: str, rest: str) -> bool:
    """Whether a full stop between the two can only end a sentence."""
    initial = before[-len(first) - 1 : -len(first)] == "." or (len(first) == 1 and not first.isdigit())
    if not first or initial or second in _DOMAINS:
        return False
    if second in _TITLES:
        return rest.startswith(". ")
    if rest[:1] == "." and rest[1:2].isalpha():
        return False
    if first.islower() or first.isdigit():
        return True
    word = re.split("[’']", second)[0].lower()
    often = zipf(word) if is_common(word) else 0.0
    return often >= _USUAL or (often >= _STARTER and not is_surname(word) and not is_given(word))
