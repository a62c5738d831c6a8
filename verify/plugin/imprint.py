"""What tells the desk of one run from that of another: whatever may change what is found in an article."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from importlib import import_module
from pathlib import Path

import msgspec

from verify import __version__
from verify.check.select import Wishes
from verify.check.setup import Setup
from verify.check.worker import roster
from verify.config.load import Loaded
from verify.plugin.manager import Plugins


def imprint(plugins: Plugins, setup: Setup, loaded: Loaded, wishes: Wishes, people: Iterable[str]) -> bytes:
    """A digest of versions, code, settings, wishes, people files and profiles.

    Code counts with the size and time of its files, so that whoever writes a rule sees what it does.
    """
    told = [
        __version__,
        sys.version,
        *(str(plugin) for plugin in plugins.found),
        str(loaded.path.absolute() if loaded.path else Path.cwd()),
        _plain((roster(setup), sorted(setup.marks), setup.keep_said)),
        _plain([(one.rule.id, one.severity, one.options) for one in setup.chosen]),
        _plain((loaded.settings, wishes)),
        _plain(setup.house.profiles if setup.house else ()),
    ]
    held = blake2b("\0".join(told).encode("utf-8", "surrogateescape"), digest_size=20)
    for file in (*(loaded.folder / name for name in loaded.settings.people), *map(Path, people)):
        held.update(f"\0{file}\0".encode("utf-8", "surrogateescape"))
        held.update(file.read_bytes() if file.is_file() else b"")
    packages = {one.entry.module.partition(".")[0] for one in plugins.found}
    for module in ("verify", "verify.rules", *sorted(packages)):
        for line in _files(module):
            held.update(line.encode("utf-8", "surrogateescape"))
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
