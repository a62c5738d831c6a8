"""The elements of an XML file with the place of every word: lxml says what they are, the source where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct, field

from verify.lexicon.late import late
from verify.model.span import Piece, SourceMap
from verify.read.reader import Unreadable
from verify.read.xml.safe import parse

if TYPE_CHECKING:
    from lxml.etree import _Element

_TOKEN = late(
    r"<!--(?P<comment>(?:[^-]++|-(?!->))*+)-->|<!\[CDATA\[(?P<cdata>(?:[^\]]++|\](?!\]>))*+)\]\]>"
    r"|<\?(?:[^?]++|\?(?!>))*+\?>|<!DOCTYPE(?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+>"
    r"|</(?P<close>[^\s>]++)\s*+>"
    r"|<(?P<open>[^\s/>!?]++)(?:[^>\"'/]++|\"[^\"]*+\"|'[^']*+'|/(?!>))*+(?P<empty>/)?>"
    r"|(?P<words>[^<]++)"
)
_ENTITY = late(r"&(?:#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


class Words(NamedTuple):
    """A run of words as written: source[start:end], in which entities mean what they mean unless `raw`."""

    start: int
    end: int
    raw: bool = False


class Comment(NamedTuple):
    """A comment: its place, and that of what it says."""

    start: int
    end: int
    inner_start: int
    inner_end: int


class Element(Struct):
    """An element: its name without prefix, its namespace, its attributes, and what is in it, in order.

    It begins at `start` in the source, and its content stands from `inner_start` to `inner_end`;
    `prefixed` tells that its name is written with a prefix.
    """

    name: str
    space: str
    attributes: Mapping[str, str]
    start: int
    inner_start: int
    inner_end: int = 0
    prefixed: bool = False
    content: list[Element | Words | Comment] = field(default_factory=list)

    @property
    def children(self) -> Iterator[Element]:
        """The elements right below."""
        return (one for one in self.content if isinstance(one, Element))

    def all(self, *names: str) -> Iterator[Element]:
        """The elements of these names below, at any depth, none inside another."""
        for child in self.children:
            if child.name in names:
                yield child
            else:
                yield from child.all(*names)

    def first(self, *path: str) -> Element | None:
        """The first element that the names lead to, one level each."""
        here: Element | None = self
        for name in path:
            here = next((child for child in here.children if child.name == name), None) if here else None
        return here


def tree(source: str) -> Element:
    """The root element of a source; raises Unreadable for what is not well formed or does harm."""
    known = parse(source).iter("*")
    top = Element("", "", {}, 0, 0)
    opened = [top]
    for found in _TOKEN.finditer(source):
        here = opened[-1]
        kind = found.lastgroup
        if kind == "words":
            here.content.append(Words(*found.span()))
        elif kind == "cdata":
            here.content.append(Words(*found.span("cdata"), raw=True))
        elif kind == "comment":
            here.content.append(Comment(*found.span(), *found.span("comment")))
        elif kind == "close":
            here.inner_end = found.start()
            opened.pop()
        elif kind in ("open", "empty"):
            element = _element(next(known, None), found["open"], *found.span())
            here.content.append(element)
            if kind == "open":
                opened.append(element)
    root = next(top.children, None)
    if root is None or len(opened) != 1:
        raise Unreadable("XML whose elements cannot be told apart")
    return root


def _element(known: _Element | None, written: str, start: int, end: int) -> Element:
    """The element that lxml met and the source shows; the two go through the file side by side."""
    space, _, name = str(known.tag).removeprefix("{").rpartition("}") if known is not None else ("", "", "")
    if known is None or name != written.rpartition(":")[2]:
        raise Unreadable(f"XML whose elements cannot be told apart (at <{written[:40]}>)")
    attributes = {str(key).rpartition("}")[2]: str(value) for key, value in known.attrib.items()}
    return Element(name, space, attributes, start, end, end, ":" in written)


def runs(source: str, words: Words) -> Iterator[tuple[str, int, int]]:
    """The words as they read, run by run, each with its place."""
    at = words.start
    for found in () if words.raw else _ENTITY.finditer(source, words.start, words.end):
        if found.start() > at:
            yield source[at : found.start()], at, found.start()
        yield unescape(found[0]), *found.span()
        at = found.end()
    if at < words.end:
        yield source[at : words.end], at, words.end


def decoded(source: str, element: Element) -> tuple[str, SourceMap]:
    """All words in an element as they read, and the way back from them."""
    parts: list[str] = []
    pieces: list[Piece] = []
    length = 0
    for words in _all_words(element):
        for run, start, end in runs(source, words):
            parts.append(run)
            pieces.append(Piece(length, length + len(run), start, end))
            length += len(run)
    return "".join(parts), SourceMap(pieces)


def line(source: str, element: Element | None) -> str:
    """The words of an element in one line; nothing where there is no such element."""
    return " ".join(decoded(source, element)[0].split()) if element else ""


def _all_words(element: Element) -> Iterator[Words]:
    for one in element.content:
        if isinstance(one, Words):
            yield one
        elif isinstance(one, Element):
            yield from _all_words(one)
