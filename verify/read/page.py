"""Walks the source of a page and sets its blocks; what each is for is known only at the end."""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct

from verify.lexicon.late import late
from verify.model.document import Zone
from verify.read.galley import Galley
from verify.read.markup import BLOCKS, BOUNDS, CLOSED_BY, HEADINGS, VOID, Effect, effect
from verify.read.tags import Token, attributes, tokens

_RUN = late(
    r"(?P<plain>(?:[^& \t\n\r\f\u00ad\x00]++| (?![ \t\n\r\f]))++)"
    r"|(?P<space>[ \t\n\r\f]++)"
    r"|(?P<entity>&(?:\#(?:[0-9]{1,7}|[xX][0-9A-Fa-f]{1,6})|[A-Za-z][A-Za-z0-9]{1,31});?)"
    r"|(?P<unseen>[\u00ad\x00]++)|(?P<mark>&)"
)
_SOFT_HYPHEN = "\u00ad"
_NEAR = 64
"""How far up an end tag looks for its start past elements left open: no page nests so many in a line."""


class Place(NamedTuple):
    """Where in the page a block stands: all that decides about its zone but its words."""

    zone: Zone = "body"
    hard: bool = False
    soft: bool = False
    article: int = -1
    """The number of the outermost <article> around it."""
    story: bool = False
    main: bool = False
    banner: bool = False
    """In the head of the site, and in no article."""
    mute: bool = False
    """In a word or two of a line that are not shown."""
    heading: str = ""
    set_off: bool = False
    """In a block quotation."""


class Page(Struct, frozen=True):
    """What was met on a page beside its words: the place of each block, scripts and names."""

    first: int
    places: list[Place]
    scripts: list[tuple[int, int]]
    metas: list[dict[str, str]]
    title: tuple[int, int] | None


def walk(galley: Galley, start: int, end: int) -> Page:
    """Set the words of source[start:end], and return what else is there."""
    walker = _Walk(galley)
    for token in tokens(galley.source, start, end):
        walker.take(token)
    walker.flush()
    return Page(walker.first, walker.places, walker.scripts, walker.metas, walker.title)


class _Walk:
    """The elements that are open, and the block that is being set."""

    def __init__(self, galley: Galley) -> None:
        self.first = len(galley.blocks)
        self.places: list[Place] = []
        self.scripts: list[tuple[int, int]] = []
        self.metas: list[dict[str, str]] = []
        self.title: tuple[int, int] | None = None
        self._galley = galley
        self._open: list[tuple[str, Place]] = []
        self._counts: dict[str, int] = {}
        self._here = Place()
        self._block: Place | None = None
        self._tally: dict[Zone, int] = {}
        self._articles = 0
        self._broken = False

    def take(self, token: Token) -> None:
        """Take the next token of the page."""
        if token.kind == "words":
            if not self._here.mute:
                self._words(token.start, token.end)
        elif token.kind == "open":
            self._begin(token)
        elif token.kind == "close":
            self._finish(token.name)
        elif token.kind == "comment":
            if not token.name:
                source = self._galley.source
                self._galley.remark(token.start, token.end, source[token.inner_start : token.inner_end])
        elif token.name == "title":
            self.title = self.title or (token.inner_start, token.inner_end)
        elif token.name == "script" and "ld+json" in token.attributes:
            self.scripts.append((token.inner_start, token.inner_end))

    def flush(self) -> None:
        """End the block."""
        if self._block is None and self._galley.empty:
            self._galley.close("body")
            return
        tally, self._tally = self._tally, {}
        place, self._block = self._block, None
        self._broken = False
        zone: Zone = max(tally, key=tally.__getitem__) if tally else "body"
        if self._galley.close(zone, set_off=(place or self._here).set_off) >= 0:
            self.places.append((place or self._here)._replace(zone=zone))

    def _begin(self, token: Token) -> None:
        name = token.name
        if name == "br":
            self._break(token)
            return
        if name in VOID:
            if name == "meta":
                self.metas.append(attributes(token.attributes))
            elif name == "hr":
                self.flush()
            return
        found = effect(name, token.attributes)
        # A credit inside a caption is set apart as if it stood in a line of its own.
        name = f"{name}*" if found.zone == "credit" and name not in BLOCKS else name
        if name in BLOCKS or name.endswith("*"):
            self.flush()
            self._imply_ends(name)
        if token.attributes.endswith("/") and name not in BLOCKS:
            return
        self._open.append((name, self._here))
        self._counts[name] = self._counts.get(name, 0) + 1
        self._here = self._inside(name, found)

    def _inside(self, name: str, found: Effect) -> Place:
        """Where the words of an element stand."""
        here = self._here
        article = here.article
        if found.article and article < 0:
            article = self._articles
            self._articles += 1
        inner = found.article or found.story or found.main
        block = name in BLOCKS
        zone = here.zone
        if name in ("p", "blockquote") and zone == "list" and not self._counts.get("li"):
            # A cell that holds paragraphs is there for the look of the page.
            zone = "body"
        if found.zone and (zone != "headline" or found.zone == "byline"):
            zone = found.zone
        return Place(
            zone=zone,
            hard=here.hard or (found.hard and not (name == "footer" and self._counts.get("blockquote"))),
            # What stands around the article by its class does not reach into it.
            soft=(found.soft and block) or (here.soft and not inner),
            article=article,
            story=here.story or found.story,
            main=here.main or found.main,
            banner=(here.banner or found.banner) and article < 0,
            mute=here.mute or (found.hard and not block),
            heading=name if name in HEADINGS else here.heading,
            set_off=here.set_off or name == "blockquote",
        )

    def _imply_ends(self, name: str) -> None:
        """End what the start of a block ends: a paragraph, or the item before in its list."""
        ended = CLOSED_BY.get(name, frozenset())
        depth = 0
        while depth < min(len(self._open), _NEAR):
            depth += 1
            opened = self._open[-depth][0]
            if opened == "p" or opened in ended:
                self._drop(depth)
                depth = 0
            elif opened in BOUNDS or (opened in BLOCKS and not ended):
                return

    def _finish(self, name: str) -> None:
        if name == "p" and not self._counts.get("p"):
            self.flush()
        if not self._counts.get(name):
            name = f"{name}*"
            if not self._counts.get(name):
                return
        block = name in BLOCKS or name.endswith("*")
        if block:
            self.flush()
        for depth in range(1, len(self._open) + 1):
            opened = self._open[-depth][0]
            if opened == name:
                self._drop(depth)
                return
            if not block and (opened in BLOCKS or depth >= _NEAR):
                return

    def _drop(self, depth: int) -> None:
        """End the innermost elements."""
        for _ in range(depth):
            opened, self._here = self._open.pop()
            self._counts[opened] -= 1

    def _break(self, token: Token) -> None:
        """A line break; two of them part paragraphs."""
        if self._broken:
            self.flush()
        elif not self._galley.empty:
            self._galley.set("\n", token.start, token.end)
            self._broken = True

    def _words(self, start: int, end: int) -> None:
        galley = self._galley
        source = galley.source
        if self._here.zone == "code" and self._counts.get("pre"):
            galley.set(source[start:end], start, end)
            self._met(end - start)
            return
        for run in _RUN.finditer(source, start, end):
            kind = run.lastgroup
            first, last = run.span()
            if kind == "space" or (kind == "plain" and source[first] == " " and galley.spaced):
                if kind == "space":
                    if not galley.spaced:
                        galley.set(" ", first, last)
                    continue
                first += 1
            if kind == "unseen" or first == last:
                continue
            words = source[first:last]
            if kind == "entity":
                words = _entity(words)
                if words == _SOFT_HYPHEN:
                    continue
            galley.set(words, first, last)
            if not words.isspace():
                self._met(last - first)

    def _met(self, length: int) -> None:
        """Count words for the zone that they stand in; the first of a block say where it stands."""
        self._broken = False
        if self._block is None:
            self._block = self._here
        zone = self._here.zone
        self._tally[zone] = self._tally.get(zone, 0) + length


def _entity(written: str) -> str:
    """The characters that an entity stands for; what is none stands for itself."""
    from html import unescape

    return unescape(written)
