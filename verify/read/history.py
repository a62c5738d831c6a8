"""What has changed since a revision, as git knows it: which lines of which files, and what stood there."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

_FILE = re.compile(rb"^diff --git |^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.MULTILINE)
_FROM_OUTSIDE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_DIFF_OPTS")
"""What git tells its hooks, and would hear from us where we ask of another repository."""
_QUIETLY = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
_PLAIN = (
    "--no-color", "--no-ext-diff", "--no-textconv", "--no-relative", "--ignore-submodules", "--find-renames",
    "--diff-filter=AMR",
)  # fmt: skip
"""What keeps the patch the same whatever the user has told git to do for people."""


class NoHistory(Exception):
    """Why nothing can be said of what has changed, in one line."""


class Change(NamedTuple):
    """The lines of a file that are new or changed, as (first, after the last), and the blob it was before."""

    lines: tuple[tuple[int, int], ...]
    before: str


class History(Struct, frozen=True):
    """A repository held against one of its revisions.

    `changed` are the files that are not what they were there, by their path in the repository; one that
    is neither there nor tracked is new.
    """

    top: str
    changed: Mapping[str, Change]
    tracked: frozenset[str]

    def place(self, path: str) -> str | None:
        """The path of a file in the repository; None where it lies outside."""
        place, top = Path(os.path.realpath(path)), Path(self.top)
        return place.relative_to(top).as_posix() if place.is_relative_to(top) else None

    def blobs(self, names: Iterable[str]) -> dict[str, bytes]:
        """The content of blobs; of those that a partial clone lacks there is none."""
        wanted = sorted(set(names))
        out = _git(self.top, "cat-file", "--batch", stdin="".join(f"{name}\n" for name in wanted).encode())
        held, at = {}, 0
        for name in wanted:
            end = out.find(b"\n", at)
            _, kind, *size = out[at:end].split(b" ")
            at = end + 1
            if kind == b"blob":
                stop = at + int(size[0])
                held[name] = out[at:stop]
                at = stop + 1
        return held


def since(revision: str, folder: str) -> History:
    """What has changed in the repository of a folder since it left the revision; raises NoHistory.

    As in a pull request, that is since the last commit which the revision and HEAD have in common, and
    what is not committed yet counts too.
    """
    top = os.fsdecode(_git(folder or ".", "rev-parse", "--show-toplevel").removesuffix(b"\n"))
    base = _common(top, _commit(top, revision))
    raw = _git(top, "diff", *_PLAIN, "--raw", "-z", "--no-abbrev", base, "--")
    patch = _git(top, "diff", *_PLAIN, "--patch", "--text", "-U0", "--inter-hunk-context=0", base, "--")
    files, lines = list(_files(raw)), list(_lines(patch))
    if len(files) != len(lines):
        raise NoHistory("the files changed while git looked at them; try again")
    changed = {path: Change(tuple(spans), before) for (path, before), spans in zip(files, lines, strict=True)}
    tracked = map(os.fsdecode, _git(top, "ls-files", "-z").split(b"\0"))
    return History(top, changed, frozenset(tracked))


def _commit(top: str, revision: str) -> str:
    """The commit that a revision names: nothing that git would take for an option."""
    if not revision.strip() or revision.startswith("-") or "\0" in revision:
        raise NoHistory(f'"{revision}" is no revision')
    try:
        return _git(top, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}").decode().strip()
    except NoHistory:
        raise NoHistory(f'"{revision}" is no commit of this repository (is it fetched?)') from None


def _common(top: str, commit: str) -> str:
    """The last commit in common with HEAD; the commit itself where there is none, or no HEAD yet."""
    try:
        return _git(top, "merge-base", commit, "HEAD").decode().split()[0]
    except NoHistory:
        return commit


def _files(raw: bytes) -> Iterator[tuple[str, str]]:
    """Each changed file with the blob that it was, empty for a new one."""
    fields = iter(raw.split(b"\0"))
    for field in fields:
        if not field:
            return
        _, _, before, _, status = field.split(b" ")
        path = next(fields)
        if status.startswith(b"R"):
            path = next(fields)
        yield os.fsdecode(path), "" if status == b"A" else before.decode()


def _lines(patch: bytes) -> Iterator[list[tuple[int, int]]]:
    """For each file of a patch the lines that are new in it; no line of the copy begins as ours do."""
    spans: list[tuple[int, int]] | None = None
    for met in _FILE.finditer(patch):
        if met[1] is None:
            if spans is not None:
                yield spans
            spans = []
        elif spans is not None:
            first, count = int(met[1]), int(met[2] or 1)
            spans.append((first, first + count))
    if spans is not None:
        yield spans


def _git(folder: str, *arguments: str, stdin: bytes = b"") -> bytes:
    program = shutil.which("git")
    if program is None:
        raise NoHistory("git is not installed, or not found")
    outside = {name: value for name, value in os.environ.items() if name not in _FROM_OUTSIDE}
    # A monitor of the file system is a program that the repository names: none is started for this.
    command = [program, "-C", folder, "-c", "core.fsmonitor=false", *arguments]
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and nothing that git would take for an option
            command, input=stdin, capture_output=True, check=False, env=outside | _QUIETLY
        )
    except OSError as error:
        raise NoHistory(f"git cannot be run: {(error.strerror or str(error)).lower()}") from None
    if done.returncode:
        words = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise NoHistory(words[0].removeprefix("fatal: ") if words else f"git {arguments[0]} failed")
    return done.stdout
