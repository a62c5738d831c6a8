"""Changes to the file."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

from verify.store.shelf import Kept, Tally
from verify.store.sqlite.file import File

_FACT = "INSERT INTO fact VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


class SqliteKeeper:
    """Puts stories into a file, and takes them out."""

    __slots__ = ("_file",)

    def __init__(self, file: File) -> None:
        self._file = file

    def holds(self, path: str, digest: bytes) -> bool:
        """Whether the story of this path is kept, and was made of the very same."""
        return self._digest(path) == digest

    def add(self, stories: Iterable[Kept]) -> Tally:
        """Keep these stories, each in the place of the one that its path had."""
        tally = Tally()
        with self._file.together():
            for kept in stories:
                tally += self._add(kept)
        return tally

    def paths(self) -> list[str]:
        """The paths of all stories, in order."""
        return [path for (path,) in self._file.rows("SELECT path FROM story ORDER BY path")]

    def remove(self, paths: Iterable[str]) -> int:
        """Forget the stories with these paths; how many there were."""
        with self._file.together():
            return sum(self._forget(number_of(path)) for path in paths)

    def _add(self, kept: Kept) -> Tally:
        path, day, facts = kept.story.path, kept.story.date, kept.story.facts
        known = self._digest(path)
        if known == kept.digest:
            return Tally(unchanged=1)
        story = number_of(path)
        if known is not None:
            self._forget(story)
        self._file.change("INSERT INTO story VALUES (?, ?, ?, ?)", story, path, day, kept.digest)
        self._file.insert(_FACT, [(story, number, day, *fact) for number, fact in enumerate(facts)])
        return Tally(added=1) if known is None else Tally(replaced=1)

    def _digest(self, path: str) -> bytes | None:
        rows = self._file.rows("SELECT digest FROM story WHERE path = ?", path)
        return rows[0][0] if rows else None

    def _forget(self, story: int) -> int:
        self._file.change("DELETE FROM fact WHERE story = ?", story)
        return self._file.change("DELETE FROM story WHERE id = ?", story)


def number_of(path: str) -> int:
    """The id of a story: 64 bits of its path.

    Were two of 100,000 paths ever to meet in one, which happens once in billions of archives, the second
    would be refused, not mixed with the first.
    """
    return int.from_bytes(blake2b(path.encode(), digest_size=8).digest(), "big", signed=True)
