"""The author's wishes that a rule stay silent, written in comments and front matter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from verify.model.document import Allowed
from verify.model.span import Lines, Span
from verify.read.galley import Remark

_OURS = re.compile(r"\s*verify\s*:", re.IGNORECASE)
_WISH = re.compile(r"\s*verify\s*:\s*(?P<verb>[\w-]*)(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_REASON = re.compile(r"(?:^|\s)(?:--+|—|–)")
_RULE = re.compile(r"[a-z][a-z0-9-]*(?:/(?:[a-z][a-z0-9-]*|\*))?|\*|all", re.IGNORECASE)
_SHOWN = 60


class Silence(NamedTuple):
    """Rules that are to stay silent, and the reason given."""

    rules: tuple[str, ...]
    reason: str


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
    notes: list[str] = []
    lines = Lines(source)
    open_: dict[str, tuple[Span, str]] = {}
    for remark in remarks:
        match = _WISH.match(remark.words)
        if not match:
            continue
        place = Span(remark.start, remark.end)
        verb = match["verb"].lower()
        try:
            if verb == "on":
                taken_back = silence(match["rest"]).rules if _worded(match["rest"]) else tuple(open_)
                if not taken_back or not open_.keys() & set(taken_back):
                    raise Malformed("no “off” stands before this “on”")
                for rule in taken_back:
                    if rule in open_:
                        since, reason = open_.pop(rule)
                        allowed.append(Allowed(rule, since.end, remark.start, since, reason))
                continue
            asked = _asked(verb, match["rest"], remark.words)
            if verb == "off":
                for rule in asked.rules:
                    open_.setdefault(rule, (place, asked.reason))
                continue
            if verb == "ignore-file":
                extent = Span(0, len(source))
            elif remark.block < len(blocks):
                extent = blocks[remark.block]
            else:
                raise Malformed("no paragraph follows this “ignore”")
        except Malformed as error:
            notes.append(f"line {lines.place(remark.start)[0]}: {error}")
            continue
        allowed.extend(Allowed(rule, extent.start, extent.end, place, asked.reason) for rule in asked.rules)
    for rule, (since, reason) in open_.items():
        allowed.append(Allowed(rule, since.end, len(source), since, reason))
    return tuple(sorted(allowed, key=lambda wish: (wish.place, wish.rule))), tuple(notes)


def is_wish(words: str) -> bool:
    """Whether a comment speaks to this product."""
    return bool(_OURS.match(words))


def silence(words: str) -> Silence:
    """Return the rules, and the reason after “--”, that a wish names; raises Malformed."""
    match = _REASON.search(words)
    named, reason = (words[: match.start()], words[match.end() :]) if match else (words, "")
    rules = tuple(_rule(name) for name in re.split(r"[\s,;]+", named) if name)
    if not rules:
        raise Malformed("names no rule; write a rule, a family, or * for all")
    return Silence(tuple(dict.fromkeys(rules)), " ".join(reason.split()))


def _asked(verb: str, rest: str, words: str) -> Silence:
    if verb not in ("ignore", "off", "ignore-file"):
        shown = " ".join(words.split())[:_SHOWN]
        raise Malformed(f"“{shown}” is not understood; write ignore, off, on or ignore-file, and a rule")
    try:
        return silence(rest)
    except Malformed as error:
        raise Malformed(f"“verify: {verb}” {error}") from None


def _rule(name: str) -> str:
    if not _RULE.fullmatch(name):
        raise Malformed(f"“{name[:_SHOWN]}” is no rule; write a rule such as typos/doubled-word, a family, or *")
    name = name.lower().removesuffix("/*")
    return "*" if name == "all" else name


def _worded(rest: str) -> bool:
    """Whether an `on` names rules, and does not only give a reason."""
    return any(True for _ in _names(rest))


def _names(rest: str) -> Iterator[str]:
    match = _REASON.search(rest)
    yield from (rest[: match.start()] if match else rest).replace(",", " ").split()
