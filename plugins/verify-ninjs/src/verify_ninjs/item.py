"""One item of ninjs: its fields by name, whatever the version calls them."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from verify import SourceMap
from verify_ninjs.scan import Text, Value, read

_FORMS = ("html", "xhtml", "text")
"""The forms that a story may come in, the one that says most first."""


class Field(Struct, frozen=True):
    """A field with copy in it: what it says, the way back to the file, and whether that is HTML."""

    words: str
    way: SourceMap
    html: bool = False


class Item:
    """An item, asked by names in small letters: `versioncreated` is `versionCreated` too."""

    def __init__(self, source: str, value: dict[str, Value]) -> None:
        self._source = source
        self._fields = {name.lower(): one for name, one in value.items()}

    def field(self, *names: str) -> Field | None:
        """The first of these fields that says something."""
        for name in names:
            one = self._fields.get(name)
            if isinstance(one, Text) and (found := self._read(one)).words.strip():
                return found
        return None

    def words(self, *names: str) -> str:
        """What the first of these fields says, in one line; nothing where none does."""
        found = self.field(*names)
        return " ".join(found.words.split()) if found else ""

    def several(self, name: str) -> Iterator[Item]:
        """The items in a list, or in a table of named ones."""
        held = self._fields.get(name)
        for one in held.values() if isinstance(held, dict) else held if isinstance(held, list) else ():
            if isinstance(one, dict):
                yield Item(self._source, one)

    def copy(self, one: str, many: str) -> Field | None:
        """The copy of `body_html`, `body_text`, … or of the list `bodies`: in one form, HTML first."""
        found: dict[str, Field] = {}
        for name in self._fields:
            if name.startswith(f"{one}_") and (field := self.field(name)):
                form = name.removeprefix(f"{one}_")
                found.setdefault(form if form in _FORMS else "text", self._formed(field, form))
        for part in self.several(many):
            if field := part.field("value"):
                kind = part.words("contenttype")
                form = "html" if "html" in kind else "text"
                found.setdefault(form, self._formed(field, form))
        return next((found[form] for form in _FORMS if form in found), None)

    def headline(self) -> Field | None:
        """The headline: the one there is, or the first of several, the main one before others."""
        several = sorted(self.several("headlines"), key=lambda one: one.words("role") not in ("", "main"))
        return self.field("headline") or next((one.field("value") for one in several), None)

    def _read(self, text: Text) -> Field:
        return Field(*read(self._source, text))

    @staticmethod
    def _formed(field: Field, form: str) -> Field:
        return Field(field.words, field.way, html="html" in form)
