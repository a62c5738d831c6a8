"""What a rule may hand over: flags that are flags, and no more of them than anybody could read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from verify.model.finding import Elsewhere, Flag

MOST = 5_000
"""Flags of one rule on one article."""
_CHARACTERS = 4_000_000
"""Characters that they may speak of and say, all together."""

_EACH = 10_000
"""Fixes of one of them, and other places."""


class CutShort(Exception):
    """A rule stops before its end, for the reason given; what it has yielded so far stays."""


class Unfit(Exception):
    """A part of a plugin gave something else than it should."""


def bounded(flags: Any, most: int = MOST) -> Iterator[Flag]:  # noqa: ANN401 - whatever a rule gives
    """The flags of a rule on one article; raises Unfit for what is none, CutShort where there is no end."""
    try:
        each = iter(flags)
    except TypeError:
        raise Unfit(f"gave {_a(flags)}, not flags (a rule yields Flag values)") from None
    characters = 0
    for number, flag in enumerate(each):
        if number >= most:
            raise CutShort(f"it has more than {most:,} findings")
        characters += _size(flag)
        if characters > _CHARACTERS:
            raise CutShort(f"its findings hold more than {_CHARACTERS:,} characters")
        yield flag


def _size(flag: Any) -> int:  # noqa: ANN401 - as above
    """How much a flag speaks of and says; raises Unfit where it, or a part of it, is of another kind."""
    if not isinstance(flag, Flag):
        raise Unfit(f"gave {_a(flag)}, not a Flag")
    _kind(flag.message, str, "message", "text")
    _kind(flag.advice, str, "advice", "text")
    _kind(flag.safe, bool, "safe", "True or False")
    _kind(flag.fixes, tuple, "fixes", "a tuple of texts")
    _few(flag.fixes, "fixes")
    for fix in flag.fixes:
        _kind(fix, str, "fixes", "a tuple of texts")
    _kind(flag.related, tuple, "related", "a tuple of Elsewhere")
    _few(flag.related, "related places")
    _kind(flag.confidence, (int, float), "confidence", "a number")
    if not 0 <= flag.confidence <= 1:
        raise Unfit(f"gave a Flag whose confidence is {flag.confidence:g}, not from 0 to 1")
    _span(flag.span, "span")
    size = flag.span[1] - flag.span[0] + len(flag.message) + len(flag.advice)
    size += sum(map(len, flag.fixes))
    for one in flag.related:
        _kind(one, Elsewhere, "related", "a tuple of Elsewhere")
        _kind(one.message, str, "related", "a tuple of Elsewhere with texts")
        _span(one.span, "related")
        size += len(one.message)
    return size


def _few(values: tuple[object, ...], name: str) -> None:
    if len(values) > _EACH:
        raise CutShort(f"one of its findings has more than {_EACH:,} {name}")


def _kind(value: Any, kind: type | tuple[type, ...], name: str, wanted: str) -> None:  # noqa: ANN401 - as above
    if not isinstance(value, kind):
        raise Unfit(f"gave a Flag with {_a(value)} for its {name}, not {wanted}")


def _span(span: Any, name: str) -> None:  # noqa: ANN401 - as above
    if not (isinstance(span, tuple) and len(span) == 2 and all(type(end) is int for end in span)):
        raise Unfit(f"gave a Flag with {span!r:.40} for its {name}, not a start and an end in whole numbers")


def _a(value: object) -> str:
    """What kind a value is, for a message."""
    name = type(value).__name__
    return "None" if value is None else f"{'an' if name[:1].lower() in 'aeiou' else 'a'} {name}"
