"""Front matter: what stands above a Markdown article, in YAML between --- or in TOML between +++."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from verify.lexicon.late import late
from verify.model.document import Allowed
from verify.model.span import Lines, Span
from verify.read.allow import Malformed, Silence, day, silence
from verify.read.published import iso
from verify.read.reader import Unreadable

if TYPE_CHECKING:
    from yaml.nodes import Node

_OPEN = late(r"(---|\+\+\+)[ \t]*\r?\n")
_CLOSE = {
    "---": late(r"^(?:---|\.\.\.)[ \t]*\r?$\n?", re.MULTILINE),
    "+++": late(r"^\+\+\+[ \t]*\r?$\n?", re.MULTILINE),
}
_NAMES = {
    "title": ("title", "headline"),
    "date": ("date", "published", "publishdate", "pubdate", "published_at", "datepublished"),
    "author": ("author", "authors", "byline"),
    "section": ("section", "category", "categories"),
    "publisher": ("publisher", "publication"),
}
"""Under which keys the content systems keep what a document calls by one name; the first wins."""
_TOML_VALUE = late(
    r"^[ \t]*(?P<key>title|headline|date|published)[ \t]*=[ \t]*"
    r"(?P<value>\"(?:[^\"\\\r\n]|\\.)*\"|'[^'\r\n]*'|\d[\w:.+-]*)",
    re.MULTILINE,
)
"""Those values of TOML whose places matter, where they stand on one line."""
_TOML_TABLE = late(r"^[ \t]*\[", re.MULTILINE)


class Value(Struct, frozen=True):
    """A value of front matter, with its place in the source: a string, a date, a list or a table."""

    data: Any
    place: Span


class FrontMatter(Struct, frozen=True):
    """What front matter says, where its title and date stand, and where the article begins after it."""

    metadata: dict[str, str]
    title: Span | None
    allowed: tuple[Allowed, ...]
    notes: tuple[str, ...]
    end: int
    dated: Span | None = None


def front_matter(source: str) -> FrontMatter | None:
    """Return the front matter of a source, None where it has none; raises Unreadable where it is broken."""
    opened = _OPEN.match(source)
    closed = _CLOSE[opened[1]].search(source, opened.end()) if opened else None
    if not opened or not closed:
        return None
    read = _yaml if opened[1] == "---" else _toml
    try:
        values = read(source, opened.end(), closed.start())
    except RecursionError:
        raise Unreadable("front matter: nested too deeply") from None
    if values is None:
        return None
    metadata, places = _metadata(values)
    allowed, notes = _allowed(values.get("allow"), source)
    return FrontMatter(metadata, places.get("title"), allowed, notes, closed.end(), places.get("date"))


def _metadata(values: Mapping[str, Value]) -> tuple[dict[str, str], dict[str, Span]]:
    """What the values say under the names of a document, and where each stands."""
    metadata: dict[str, str] = {}
    places: dict[str, Span] = {}
    for name, keys in _NAMES.items():
        for key in keys:
            words = _words(values[key].data) if key in values else ""
            if words:
                metadata[name] = iso(words) if name == "date" else words
                places[name] = values[key].place
                break
    return metadata, places


def _allowed(allow: Value | None, source: str) -> tuple[tuple[Allowed, ...], tuple[str, ...]]:
    """The wishes of front matter, which hold for the whole file, and a note for each that is malformed."""
    if allow is None:
        return (), ()
    allowed: list[Allowed] = []
    notes: list[str] = []
    lines = Lines(source)
    for wish in _wishes(allow):
        try:
            asked = _asked(wish.data)
        except Malformed as error:
            notes.append(f"line {lines.place(wish.place.start)[0]}: allow in front matter {error}")
        else:
            allowed += (
                Allowed(rule, 0, len(source), wish.place, asked.reason, asked.until) for rule in asked.rules
            )
    return tuple(allowed), tuple(notes)


def _yaml(source: str, _: int, end: int) -> dict[str, Value] | None:
    """The values of YAML; read as nodes, which know their places and build no objects."""
    import yaml

    try:
        # The opening line is a document marker of YAML too: with it, its places count into the file.
        top = yaml.compose(source[:end], Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f"line {mark.line + 1}: " if mark else ""
        raise Unreadable(f"front matter, {where}{error.problem or error.context or 'not YAML'}") from None
    except (yaml.YAMLError, ValueError) as error:
        raise Unreadable(f"front matter: {' '.join(str(error).split())}") from None
    if top is None:
        return {}
    if not isinstance(top, yaml.MappingNode):
        return None
    return {
        str(key.value).lower(): _node(value, 0)
        for key, value in reversed(top.value)
        if isinstance(key, yaml.ScalarNode)
    }


def _node(node: Node, depth: int) -> Value:
    """A node of YAML with its place, as deep as any key that is read here goes."""
    import yaml

    place = Span(node.start_mark.index, node.end_mark.index)
    if isinstance(node, yaml.ScalarNode):
        return Value("" if node.tag.endswith(":null") else node.value, place)
    if depth > 2:
        return Value("", place)
    if isinstance(node, yaml.SequenceNode):
        return Value([_node(item, depth + 1) for item in node.value], place)
    return Value(
        {
            str(key.value).lower(): _node(value, depth + 1)
            for key, value in node.value
            if isinstance(key, yaml.ScalarNode)
        },
        place,
    )


def _toml(source: str, start: int, end: int) -> dict[str, Value] | None:
    """The values of TOML, all at the place of the whole but for title and date, which have their own."""
    from verify.config.toml import loads

    try:
        # The line break stands for the opening line, so that messages count as the file does.
        table = loads("\n" + source[start:end])
    except ValueError as error:
        raise Unreadable(f"front matter: {error}") from None
    whole = Span(start, end)
    values = {key.lower(): _placed(value, whole) for key, value in table.items()}
    first = _TOML_TABLE.search(source, start, end)
    for found in _TOML_VALUE.finditer(source, start, first.start() if first else end):
        key = found["key"]
        if key in values and values[key].place == whole:
            values[key] = Value(values[key].data, Span(*found.span("value")))
    return values


def _placed(value: object, place: Span) -> Value:
    if isinstance(value, list):
        return Value([_placed(item, place) for item in value], place)
    if isinstance(value, dict):
        return Value({str(key).lower(): _placed(item, place) for key, item in value.items()}, place)
    return Value(value.isoformat() if hasattr(value, "isoformat") else str(value), place)


def _words(data: Any) -> str:  # noqa: ANN401 - what a value may be is said at Value
    """A value as one line: several authors one after another, a table by its name."""
    if isinstance(data, dict):
        return _words(data["name"].data) if "name" in data else ""
    if isinstance(data, list):
        return ", ".join(filter(None, (_words(item.data) for item in data)))
    return " ".join(str(data).split())


def _wishes(allow: Value) -> Iterator[Value]:
    if allow.data == "":
        return
    yield from allow.data if isinstance(allow.data, list) else [allow]


def _asked(data: Any) -> Silence:  # noqa: ANN401
    """The rules that an entry allows, its reason, and the day on which it ends."""
    if isinstance(data, dict):
        asked = silence(_words(data["rule"].data) if "rule" in data else "")
        reason = _words(data["reason"].data) if "reason" in data else asked.reason
        until = day(_words(data["until"].data)) if "until" in data else asked.until
        return Silence(asked.rules, reason, until)
    if isinstance(data, list):
        raise Malformed("holds a list in its list; write one rule an entry")
    return silence(str(data))
