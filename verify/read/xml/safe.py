"""XML that can do no harm: nothing is fetched, nothing is expanded, and nothing too large is taken in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verify.lexicon.late import late
from verify.read.reader import Unreadable

if TYPE_CHECKING:
    from lxml.etree import _Element

_LONGEST = 10_000_000
"""Code points between two tags, or in one: what libxml2 takes at most."""
_BLANK = 2048
"""Blank characters that may stand before the root without being told as an error."""
_PROLOG = late(
    r"\s*+(?:<\?(?:[^?]++|\?(?!>))*+\?>\s*+|<!--(?:[^-]++|-(?!->))*+-->\s*+)*+"
    r"(?:<!DOCTYPE\s++(?P<named>[^\s\[>]++)(?:[^\[>\"']++|\"[^\"]*+\"|'[^']*+')*+(?P<inside>\[)?)?"
)
_DECLARATION = late(r"\s*<\?xml\s[^>]{0,200}?\?>")
_AFTER = late(
    r"[^>]*+>\s*+(?:<\?(?:[^?]++|\?(?!>))*+\?>\s*+|<!--(?:[^-]++|-(?!->))*+-->\s*+)*+<(?P<root>[^\s/>]++)"
)
_ROOT = late(r"<(?P<root>[^\s/>!?]++)")


def root_of(head: bytes) -> str:
    """The name of the root element, without prefix, as the first bytes of a file tell it; else nothing."""
    # UTF-16 is ASCII with a NUL beside each letter, as far as names of elements go.
    text = head.replace(b"\0", b"").decode("latin-1").removeprefix("ÿþ").removeprefix("þÿ")
    text = text.removeprefix("ï»¿")
    prolog = _PROLOG.match(text)
    if not prolog:
        return ""
    named = prolog["named"]
    after = None if prolog["inside"] else (_AFTER if named else _ROOT).match(text, prolog.end())
    return ((after["root"] if after else named) or "").rpartition(":")[2]


def parse(source: str) -> _Element:
    """The root element of a source; raises Unreadable with the line of what is wrong.

    A document type may be named, and is not looked up; one that declares anything, an entity first of
    all, is refused unread.
    """
    prolog = _PROLOG.match(source)
    if prolog and prolog["inside"]:
        raise Unreadable(
            f"line {_line(source, prolog.start('inside'))}: XML that declares entities or elements of its own"
            " is not read; take the [ … ] out of its DOCTYPE"
        )
    _refuse_giants(source)
    from lxml import etree

    # The encoding was settled when the source was decoded: what the file says of it must not confuse lxml.
    declaration = _DECLARATION.match(source)
    start = declaration.end() if declaration else 0
    start += len(source[start : start + _BLANK]) - len(source[start : start + _BLANK].lstrip())
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(source[start:].encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        line = _line(source, start) + (error.lineno or 1) - 1
        words = " ".join((error.msg or "not well formed").split()).partition(", line ")[0]
        raise Unreadable(f"line {line}: not well-formed XML: {words}") from None


def _refuse_giants(source: str) -> None:
    """Raise for a stretch without a tag that libxml2 would not take, before a copy of it is made."""
    if len(source) <= _LONGEST:
        return
    at = 0
    while at >= 0:
        after = source.find("<", at + 1)
        if (after if after >= 0 else len(source)) - at > _LONGEST:
            where = f"line {_line(source, at)}"
            raise Unreadable(f"{where}: an element of more than {_LONGEST:,} characters is not read")
        at = after


def _line(source: str, at: int) -> int:
    return source.count("\n", 0, at) + 1
