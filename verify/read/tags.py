"""Cuts HTML into tags, comments and words, each with its place; hostile pages cost no more than others.

The parser of the standard library loses its place in characters, changes from one release of Python
to the next, and takes the square of the time for some pages that never close what they open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from verify.lexicon.late import late

Kind = Literal["words", "open", "close", "comment", "raw"]

RAW = frozenset(
    "script style template svg noscript math iframe object canvas audio video select textarea title "
    "noembed noframes".split()
)
"""Elements whose content is not the words of the page; it is handed over uncut."""

_TAG = late(r"<(/?)([A-Za-z][^\s/>]*+)((?:[^>=\"']++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+|[\"'])*+)>")
_SHORT_TAG = late(r"<(/?)([A-Za-z][^\s/<>]*+)([^<>]*+)>")
"""For the rest of a page once a tag was found that never ends."""
_ATTRIBUTE = late(r"([^\s\"'<>/=]++)(?:\s*+=\s*+(\"[^\"]*+\"|'[^']*+'|[^\s\"'=<>`]++))?")


class Token(NamedTuple):
    """A piece of a page: source[start:end]; a tag has a name, and the place of what is inside it.

    For a tag the inside is its attributes, for a comment its words, for a raw element its content.
    """

    kind: Kind
    start: int
    end: int
    name: str = ""
    inner_start: int = 0
    inner_end: int = 0
    attributes: str = ""


def tokens(source: str, start: int, end: int) -> Iterator[Token]:
    """Yield the tokens of source[start:end], in order and without gaps."""
    tag = _TAG
    unclosed: set[str] = set()
    at = start
    while at < end:
        begin = source.find("<", at, end)
        if begin < 0:
            yield Token("words", at, end)
            return
        if begin > at:
            yield Token("words", at, begin)
        at = begin
        after = source[at + 1 : at + 3]
        if after[:1] in ("!", "?"):
            token = _declaration(source, at, end, unclosed)
        else:
            found = tag.match(source, at, end)
            named = after.removeprefix("/")[:1]
            if not found and tag is _TAG and named.isascii() and named.isalpha():
                tag = _SHORT_TAG
                found = tag.match(source, at, end)
            token = _element(found, source, end, unclosed) if found else None
        if token is None:
            # A "<" that opens nothing is a word like any other.
            stop = source.find("<", at + 1, end)
            token = Token("words", at, stop if stop >= 0 else end)
        yield token
        at = token.end


def attributes(written: str) -> dict[str, str]:
    """Return the attributes of a tag, names in lower case; of two with one name the first holds."""
    found: dict[str, str] = {}
    for name, value in _ATTRIBUTE.findall(written):
        found.setdefault(name.lower(), value[1:-1] if value[:1] in ("'", '"') else value)
    return found


def _declaration(source: str, at: int, end: int, unclosed: set[str]) -> Token | None:
    """A comment, or what stands between <! or <? and the next >."""
    if source.startswith("<!--", at) and "-->" not in unclosed:
        # <!--> and <!---> are whole comments.
        stop = source.find("-->", at + 2, end)
        if stop >= 0:
            return Token("comment", at, stop + 3, "", min(at + 4, stop), stop)
        unclosed.add("-->")
    if ">" not in unclosed:
        stop = source.find(">", at, end)
        if stop >= 0:
            return Token("comment", at, stop + 1, "!", at + 2, stop)
        unclosed.add(">")
    return None


def _element(found: re.Match[str], source: str, end: int, unclosed: set[str]) -> Token:
    name = found[2].lower()
    start, stop = found.span()
    if found[1]:
        return Token("close", start, stop, name, *found.span(3))
    if name in RAW and name not in unclosed and not found[3].endswith("/"):
        closing = re.compile(rf"</(?i:{name})[^>]*+>?").search(source, stop, end)
        if closing:
            return Token("raw", start, closing.end(), name, stop, closing.start(), found[3])
        unclosed.add(name)
    return Token("open", start, stop, name, *found.span(3), found[3])
