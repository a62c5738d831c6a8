"""Compiled patterns are the same whether they were kept or not, and whatever becomes of the file."""

from __future__ import annotations

import os
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import verify
from verify.lexicon.compiled import Drawer
from verify.lexicon.late import _Late

SOME = [
    (rf"(?P<first>\w{{{number}}}) (?i:straße)[^\W\d]", number % 2 * re.IGNORECASE) for number in range(20)
]


def late_patterns() -> Iterator[tuple[str, int]]:
    """The source of every late pattern that a module of the house holds, alone or in a table."""
    house = pkgutil.walk_packages(verify.__path__, "verify.")
    rules = pkgutil.walk_packages(import_module("verify.rules").__path__, "verify.rules.")
    for found in (*house, *rules):
        if found.name == "verify.__main__" or found.name.startswith("verify.learn"):
            continue
        for value in vars(import_module(found.name)).values():
            yield from (one.source for one in _inside(value))


def _inside(value: object) -> Iterator[_Late]:
    if isinstance(value, _Late):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _inside(one)
    elif isinstance(value, (tuple, list)):
        for one in value:
            yield from _inside(one)


def filled(place: Path) -> None:
    drawer = Drawer(place)
    for source in SOME:
        drawer.take(*source)
    drawer.keep()


def test_every_pattern_of_the_house_comes_back_as_it_was(tmp_path: Path) -> None:
    sources = sorted(set(late_patterns()))
    assert len(sources) > 500
    place = tmp_path / "deep" / "patterns"
    drawer = Drawer(place)
    for source in sources:
        assert drawer.take(*source) == re.compile(*source), source
    drawer.keep()
    again = Drawer(place)
    assert len(again.held) == len(sources)
    for source in sources:
        # Patterns are the same where their code is, says CPython.
        pattern = again.take(*source)
        assert pattern == re.compile(*source), source
        assert pattern.groupindex == re.compile(*source).groupindex


def test_groups_have_their_names(tmp_path: Path) -> None:
    filled(tmp_path / "patterns")
    match = Drawer(tmp_path / "patterns").take(*SOME[3]).search("of the STRASSE, abc Straßen")
    assert match
    assert (match["first"], match.lastgroup, match.span()) == ("abc", "first", (16, 27))


def test_a_pattern_that_is_none_is_told_as_ever(tmp_path: Path) -> None:
    with pytest.raises(re.error, match="unterminated subpattern"):
        Drawer(tmp_path / "patterns").take("(", 0)


def test_a_few_new_patterns_are_not_worth_writing(tmp_path: Path) -> None:
    filled(tmp_path / "patterns")
    before = (tmp_path / "patterns").stat().st_mtime_ns
    drawer = Drawer(tmp_path / "patterns")
    drawer.take("new", 0)
    drawer.keep()
    assert (tmp_path / "patterns").stat().st_mtime_ns == before
    assert [path.name for path in tmp_path.iterdir()] == ["patterns"]


@pytest.mark.parametrize("damage", ["cut", "byte", "nothing", "python", "shape"])
def test_a_file_that_is_not_ours_is_not_used(
    tmp_path: Path, damage: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "patterns"
    filled(place)
    data = place.read_bytes()
    if damage == "cut":
        place.write_bytes(data[: len(data) // 2])
    elif damage == "byte":
        place.write_bytes(data[:500] + bytes([data[500] ^ 1]) + data[501:])
    elif damage == "nothing":
        place.write_bytes(b"")
    elif damage == "shape":
        from zlib import crc32

        place.write_bytes(crc32(b"\x93abc").to_bytes(4, "big") + b"\x93abc")
    else:
        monkeypatch.setattr(sys, "version", "4.0.0")
    drawer = Drawer(place)
    assert not drawer.held
    assert drawer.take(*SOME[0]) == re.compile(*SOME[0])


def test_numbers_that_are_no_pattern_are_not_believed(tmp_path: Path) -> None:
    filled(tmp_path / "patterns")
    drawer = Drawer(tmp_path / "patterns")
    other = drawer.held[SOME[1]]
    drawer.held[SOME[0]] = type(other)(other.flags, b"\xff" * 40, other.groups, other.names)
    assert drawer.take(*SOME[0]) == re.compile(*SOME[0])


def _check(article: Path, caches: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "verify", "check", "--no-color", str(article)],
        capture_output=True,
        check=False,
        env={**os.environ, "XDG_CACHE_HOME": caches, "LOCALAPPDATA": caches},
    )


@pytest.mark.skipif(sys.platform == "darwin", reason="caches have one fixed place there")
def test_a_run_leaves_its_patterns_to_the_next(tmp_path: Path) -> None:
    article = tmp_path / "story.txt"
    article.write_text("HARTWELL — The council voted on on Tuesday, said Mayor Ada Lindqvist.\n", "utf-8")
    first = _check(article, str(tmp_path / "caches"))
    (place,) = (tmp_path / "caches" / "verify").glob("patterns-*")
    left = place.read_bytes()
    second = _check(article, str(tmp_path / "caches"))
    assert (first.stdout, first.stderr, first.returncode) == (second.stdout, b"", second.returncode)
    assert place.read_bytes() == left
    nowhere = _check(article, os.devnull)
    assert (nowhere.stdout, nowhere.stderr) == (first.stdout, b"")
