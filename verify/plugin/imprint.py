"""What tells the desk of one run from that of another: whatever may change what is found in an article."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from importlib import import_module
from importlib.metadata import EntryPoint
from pathlib import Path

import msgspec

from verify import __version__
from verify.check.setup import Setup
from verify.check.worker import roster
from verify.lexicon.added import Added
from verify.plugin.local import Pack, PythonFile
from verify.plugin.manager import Plugins


class Imprint:
    """Digests of versions, code, rules with their options, people, words, and the profile of an article.

    Code counts with the size and time of its files, so that whoever writes a rule sees what it does; rule
    packs and Python files beside the settings count with all that they hold. Where settings differ
    from folder to folder, so do the digests.
    """

    def __init__(self, plugins: Plugins, setup: Setup) -> None:
        self._setup = setup
        self._of_setup: dict[int, tuple[Setup, bytes]] = {}
        self._of_words: dict[int, tuple[Added, bytes]] = {}
        held = blake2b(digest_size=20)
        for told in (__version__, sys.version, *map(str, plugins.found), str(Path.cwd())):
            held.update(f"{told}\0".encode("utf-8", "surrogateescape"))
        entries = [one.entry for one in plugins.found]
        for entry in entries:
            # A file of the house counts with what is in it, wherever it lies.
            if isinstance(entry, PythonFile | Pack):
                held.update(f"{entry.path}\0".encode("utf-8", "surrogateescape"))
                held.update(_digest_of(entry.path))
        packages = {entry.module.partition(".")[0] for entry in entries if isinstance(entry, EntryPoint)}
        for module in ("verify", "verify.rules", *sorted(packages)):
            for line in _files(module):
                held.update(line.encode("utf-8", "surrogateescape"))
        self._code = held.digest()

    def at(self, path: str) -> bytes:
        """The digest for the article at a path."""
        setup = self._setup.at(path)
        if id(setup) not in self._of_setup:
            self._of_setup[id(setup)] = setup, _digest(setup)
        words = setup.words_at(path)
        if id(words) not in self._of_words:
            self._of_words[id(words)] = words, blake2b(_plain(words).encode(), digest_size=20).digest()
        profile = setup.house.choose(path) if setup.house else None
        parts = (self._code, self._of_setup[id(setup)][1], self._of_words[id(words)][1])
        return blake2b(b"".join((*parts, _plain(profile).encode())), digest_size=20).digest()


def _digest_of(file: Path) -> bytes:
    """The digest of what a file holds; one that is gone holds nothing."""
    data = file.read_bytes() if file.is_file() else b""
    return blake2b(data, digest_size=20).digest()


def _digest(setup: Setup) -> bytes:
    told = (
        roster(setup),
        sorted(setup.marks),
        setup.keep_said,
        [(one.rule.id, one.severity, one.options) for one in setup.chosen],
        sorted(setup.known),
        sorted(setup.usual),
        [one.rule.id for one in setup.chosen if setup.house and setup.house.speaks_of(one.rule.points)],
    )
    held = blake2b(_plain(told).encode(), digest_size=20)
    for named in setup.files:
        below = sorted(named.rglob("*")) if named.is_dir() else [named]
        for file in below:
            held.update(f"\0{file}\0".encode("utf-8", "surrogateescape"))
            held.update(_digest_of(file))
    return held.digest()


def _plain(value: object) -> str:
    return msgspec.json.encode(value, order="deterministic", enc_hook=_as_plain).decode()


def _as_plain(value: object) -> object:
    """Tables that cannot be changed, and what a plugin's options may hold besides."""
    return dict(value) if isinstance(value, Mapping) else repr(value)


def _files(module: str) -> Iterator[str]:
    """The files of a package, or the one of a module, each with its size and time."""
    loaded = sys.modules.get(module) or import_module(module)
    homes = list(getattr(loaded, "__path__", ()))
    if not homes and loaded.__file__:
        stat = Path(loaded.__file__).stat()
        yield f"{loaded.__file__} {stat.st_size} {stat.st_mtime_ns}\n"
    for home in homes:
        for folder, below, names in os.walk(home):
            below[:] = sorted(name for name in below if name != "__pycache__")
            for name in sorted(names):
                stat = Path(folder, name).stat()
                yield f"{folder}/{name} {stat.st_size} {stat.st_mtime_ns}\n"
