"""What was found in articles before, kept on disk: an article that is the same is not read again."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

import msgspec

from verify.check.examine import Examined
from verify.check.outcome import Named, Said, Voice
from verify.check.page import Page
from verify.check.setup import Plans, Source
from verify.model.document import Allowed
from verify.model.finding import Finding
from verify.model.span import Lines
from verify.store.facts import Story

_MOST = 256_000_000
"""Bytes that a cache may take; the oldest entries go first."""
_LEFT = 0.75
_PROOF = 16
_BOM = b"\xef\xbb\xbf"


class _Entry(NamedTuple):
    """An article's pass without its source, but where that is not simply the file as UTF-8."""

    source: str | None
    findings: tuple[Finding, ...]
    raised: frozenset[str]
    allowed: tuple[Allowed, ...]
    notes: tuple[str, ...]
    headline: str
    words: int
    voices: tuple[Voice, ...]
    said: tuple[Said, ...]
    people: tuple[Named, ...]
    story: Story | None


class Cache:
    """A folder of entries, each under a digest of an article's bytes, its path and the desk's imprint for it.

    Entries are plain values, checked when they are read: one that is broken, or of another make, is none.
    A folder that cannot be read or written costs time, and nothing else. Findings of archive rules are
    not kept, only the stories that they live on.
    """

    def __init__(self, folder: str, imprint: Callable[[str], bytes]) -> None:
        self._folder = Path(folder)
        self._imprint = imprint
        self._kind = b""
        self._keys: dict[Source, str] = {}
        self._decoder = msgspec.msgpack.Decoder(_Entry)
        self._encoder = msgspec.msgpack.Encoder()
        self._written = False

    def open_for(self, drawn: Plans) -> None:
        """Get ready for a run: what is remembered of an article hangs on the plans of all."""
        self._kind = " ".join(("many" if drawn.many else "one", *sorted(drawn.across))).encode()

    def earlier(self, source: Source) -> Examined | None:
        """What was found in an article, where it is a file and the same still."""
        if source.data is not None:
            return None
        with contextlib.suppress(OSError):
            data = Path(source.path).read_bytes()
            key = self._key(source, data)
            if (one := self._read(key, source.path, data)) is not None:
                return one
            self._keys[source] = key
        return None

    def keep(self, source: Source, found: Examined) -> None:
        """Write down what was found in an article; not where something went wrong on the way."""
        key = self._keys.pop(source, None)
        if key is None or found.mishaps:
            return
        # What cannot be written as plain values (a plugin's, or half a character) is found anew each time.
        with contextlib.suppress(OSError, ValueError, TypeError):
            data = Path(source.path).read_bytes()
            if self._key(source, data) == key:
                self._write(key, self._encoder.encode(_entry(found, data)))

    def tidy(self) -> None:
        """Take out the oldest entries where there are too many."""
        if not self._written:
            return
        with contextlib.suppress(OSError):
            held = sorted((stat.st_mtime, stat.st_size, path) for path, stat in self._entries())
            size = sum(one[1] for one in held)
            limit = size if size <= _MOST else int(_LEFT * _MOST)
            for _, taken, path in held:
                if size <= limit:
                    break
                Path(path).unlink()
                size -= taken

    def _key(self, source: Source, data: bytes) -> str:
        parts = (self._imprint(source.path), self._kind, source.path.encode("utf-8", "surrogateescape"), data)
        return blake2b(b"\0".join(parts), digest_size=20).hexdigest()

    def _place(self, key: str) -> Path:
        return self._folder / key[:2] / key[2:]

    def _read(self, key: str, path: str, data: bytes) -> Examined | None:
        try:
            held = self._place(key).read_bytes()
        except OSError:
            return None
        if _proof(held[_PROOF:]) != held[:_PROOF]:
            return None
        try:
            entry = self._decoder.decode(held[_PROOF:])
            source = _text(data) if entry.source is None else entry.source
        except (msgspec.DecodeError, ValueError):
            return None
        page = Page(path, source, Lines(source))
        return Examined(page, *entry[1:-1], copy=None, claims=(), story=entry.story, mishaps=())

    def _write(self, key: str, value: bytes) -> None:
        place = self._place(key)
        if not self._written:
            self._set_up()
        place.parent.mkdir(exist_ok=True)
        draft = place.with_name(f".{key[2:]}.{os.getpid()}")
        try:
            draft.write_bytes(_proof(value) + value)
            draft.replace(place)
        except OSError:
            draft.unlink(missing_ok=True)
            raise
        self._written = True

    def _set_up(self) -> None:
        """The folder, of which git and programs that back up are told to pass it over."""
        self._folder.mkdir(parents=True, exist_ok=True)
        ignore = self._folder / ".gitignore"
        if not ignore.exists():
            ignore.write_text("# Made by verify.\n*\n", encoding="utf-8")
            tag = "Signature: 8a477f597d28d172789f06886806bc55\n"
            (self._folder / "CACHEDIR.TAG").write_text(tag, encoding="utf-8")

    def _entries(self) -> Iterator[tuple[str, os.stat_result]]:
        for room in os.scandir(self._folder):
            if len(room.name) == 2 and room.is_dir(follow_symlinks=False):
                yield from ((one.path, one.stat(follow_symlinks=False)) for one in os.scandir(room.path))


def _entry(found: Examined, data: bytes) -> _Entry:
    try:
        plain = _text(data) == found.page.source
    except ValueError:
        plain = False
    return _Entry(
        None if plain else found.page.source,
        found.findings,
        found.raised,
        found.allowed,
        found.notes,
        found.headline,
        found.words,
        found.voices,
        found.said,
        found.people,
        found.story,
    )


def _text(data: bytes) -> str:
    return data.removeprefix(_BOM).decode("utf-8")


def _proof(value: bytes) -> bytes:
    return blake2b(value, digest_size=_PROOF).digest()
