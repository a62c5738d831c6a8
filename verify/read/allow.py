"""The author's wishes that a rule stay silent, written in comments and front matter."""

from __future__ import annotations

import contextlib
import datetime
import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from verify.lexicon.late import late
from verify.model.document import Allowed
from verify.model.span import Lines, Span
from verify.read.galley import Remark

_WISH = late(r"\s*verify\s*:\s*(?P<verb>[\w-]*)(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_REASON = late(r"(?:^|\s)(?:--+|—|–)")
_UNTIL = late(r"(?:^|(?<=[\s,;]))until(?![\w/-])[\s:]*", re.IGNORECASE)
_DAY = late(r"\d{4}-\d\d-\d\d")
_RULE = late(r"[a-z][a-z0-9-]*(?:/(?:[a-z][a-z0-9-]*|\*))?|\*|all", re.IGNORECASE)
_SHOWN = 60


class Silence(Struct, frozen=True):
    """Rules that are to stay silent, the reason given, and the last day on which they are."""

    rules: tuple[str, ...]
    reason: str
    until: str = ""


class Malformed(ValueError):
    """A wish that says no rule, or that cannot be understood; its text says what to write instead."""


def wishes(
    remarks: Iterable[Remark], blocks: Sequence[Span], source: str
) -> tuple[tuple[Allowed, ...], tuple[str, ...]]:
    """Return what the comments of a document allow, and a note for each that is not understood.

    `ignore` holds for the block that the comment stands in, or the next; `off` until the `on` that
    takes it back, or to the end; `ignore-file` for the whole file.
    """
    allowed: list[Allowed] = []
    malformed: list[tuple[int, Malformed]] = []
    off: dict[str, tuple[Span, Silence]] = {}
    for remark in remarks:
        wish = _WISH.match(remark.words)
        if wish:
            try:
                allowed += _granted(remark, wish["verb"].lower(), wish["rest"], blocks, off, len(source))
            except Malformed as error:
                malformed.append((remark.start, error))
    allowed += (_allowed(rule, at.end, len(source), at, asked) for rule, (at, asked) in off.items())
    lines = Lines(source) if malformed else None
    notes = tuple(f"line {lines.place(at)[0]}: {error}" for at, error in malformed if lines)
    return tuple(sorted(allowed, key=lambda wish: (wish.place, wish.rule))), notes


def _granted(
    remark: Remark,
    verb: str,
    rest: str,
    blocks: Sequence[Span],
    off: dict[str, tuple[Span, Silence]],
    length: int,
) -> list[Allowed]:
    """What one comment allows; `off` holds the rules that are silent where it stands."""
    place = Span(remark.start, remark.end)
    if verb == "on":
        return _taken_back(remark, rest, off)
    if verb not in ("ignore", "off", "ignore-file"):
        shown = " ".join(remark.words.split())[:_SHOWN]
        raise Malformed(f"“{shown}” is not understood; write ignore, off, on or ignore-file, and a rule")
    asked = silence(rest)
    if verb == "off":
        for rule in asked.rules:
            off.setdefault(rule, (place, asked))
        return []
    if verb == "ignore" and remark.block >= len(blocks):
        raise Malformed("no paragraph follows this “ignore”")
    start, end = blocks[remark.block] if verb == "ignore" else (0, length)
    return [_allowed(rule, start, end, place, asked) for rule in asked.rules]


def _allowed(rule: str, start: int, end: int, place: Span, asked: Silence) -> Allowed:
    return Allowed(rule, start, end, place, asked.reason, asked.until)


def _taken_back(remark: Remark, rest: str, off: dict[str, tuple[Span, Silence]]) -> list[Allowed]:
    """The stretches that an `on` ends: those of the rules that it names, or all."""
    named = _REASON.split(rest, maxsplit=1)[0].strip()
    rules = [rule for rule in (silence(rest).rules if named else tuple(off)) if rule in off]
    if not rules:
        raise Malformed("no “off” stands before this “on”")
    ended = []
    for rule in rules:
        since, asked = off.pop(rule)
        ended.append(_allowed(rule, since.end, remark.start, since, asked))
    return ended


def silence(words: str) -> Silence:
    """Return the rules, the day after “until”, and the reason after “--” of a wish; raises Malformed."""
    match = _REASON.search(words)
    named, reason = (words[: match.start()], words[match.end() :]) if match else (words, "")
    end = _UNTIL.search(named)
    until = day(named[end.end() :]) if end else ""
    named = named[: end.start()] if end else named
    rules = tuple(_rule(name) for name in re.split(r"[\s,;]+", named) if name)
    if not rules:
        raise Malformed("names no rule; write a rule, a family, or * for all")
    return Silence(tuple(dict.fromkeys(rules)), " ".join(reason.split()), until)


def day(word: str) -> str:
    """Return the day on which a wish ends, as 2027-01-31; raises Malformed for what is none."""
    word = word.strip()
    # Python reads further forms, which do not sort as days do.
    with contextlib.suppress(ValueError):
        if _DAY.fullmatch(word):
            return datetime.date.fromisoformat(word).isoformat()
    raise Malformed(f"“{word[:_SHOWN]}” is no day; write until and a day such as 2027-01-31")


def _rule(name: str) -> str:
    if not _RULE.fullmatch(name):
        raise Malformed(
            f"“{name[:_SHOWN]}” is no rule; write a rule such as typos/doubled-word, a family, or *"
        )
    name = name.lower().removesuffix("/*")
    return "*" if name == "all" else name
