"""Questions to the file."""

from __future__ import annotations

import json
from collections.abc import Collection
from pathlib import Path

from verify.store.facts import Fact, Story, Told
from verify.store.shelf import Holdings
from verify.store.sqlite.file import File

# CROSS JOIN keeps SQLite from starting with the stories. A question without days asks for all.
_TOLD = """
    SELECT path, story.day, value, start, stop, words, line, col
    FROM fact CROSS JOIN story ON story.id = fact.story
    WHERE kind = ? AND subject = ? AND fact.day BETWEEN ? AND ?
    ORDER BY fact.day DESC, fact.story DESC, number DESC
    LIMIT ?
"""
_SHARING = """
    SELECT story, count(*) AS shared FROM (
        SELECT DISTINCT subject, day, story FROM fact
        WHERE kind = 'named' AND subject IN (SELECT value FROM json_each(?)) AND day BETWEEN ? AND ?
    )
    GROUP BY story HAVING shared >= ?
    ORDER BY shared DESC, day DESC, story DESC
    LIMIT ?
"""
_STORIES = """
    SELECT id, path, story.day, kind, subject, fact.value, start, stop, words, line, col
    FROM (SELECT value AS wanted FROM json_each(?))
    CROSS JOIN story ON id = wanted CROSS JOIN fact ON fact.story = id
    ORDER BY id, number
"""
_ALWAYS = ("", "~")
"""From before the first day, where the undated lie, to after the last."""


class SqliteShelf:
    """The stories that a file holds."""

    __slots__ = ("_file",)

    def __init__(self, file: File) -> None:
        self._file = file

    def told(self, kind: str, subject: str, days: tuple[str, str] | None, most: int) -> list[Told]:
        """The facts of one kind and subject."""
        rows = self._file.rows(_TOLD, kind, subject, *(days or _ALWAYS), most)
        told = [Told(path, day, Fact(kind, subject, *rest)) for path, day, *rest in rows]
        return sorted(told, key=lambda one: (one.path, one.fact.start, one.fact.end, one.fact.value))

    def sharing(
        self, names: Collection[str], days: tuple[str, str] | None, least: int, most: int
    ) -> list[Story]:
        """The stories that hold at least `least` of these subjects of "named" facts, most first."""
        with self._file.together():
            found = self._file.rows(
                _SHARING, json.dumps(sorted(names)), *(days or _ALWAYS), max(least, 1), most
            )
            rows = self._file.rows(_STORIES, json.dumps([story for story, _ in found]))
        shared: dict[int, int] = dict(found)
        facts: dict[int, list[Fact]] = {}
        heads: dict[int, tuple[str, str]] = {}
        for story, path, day, *fact in rows:
            heads[story] = path, day
            facts.setdefault(story, []).append(Fact(*fact))
        order = sorted(heads, key=lambda story: (-shared[story], heads[story][0]))
        return [Story(*heads[story], tuple(facts[story])) for story in order]

    def holdings(self) -> Holdings:
        """What it holds, in figures."""
        with self._file.together():
            ((articles, undated, first, last),) = self._file.rows(
                "SELECT count(*), count(*) FILTER (WHERE day = ''), min(nullif(day, '')), max(day) FROM story"
            )
            facts = self._file.rows("SELECT kind, count(*) FROM fact GROUP BY kind ORDER BY kind")
            ((version,),) = self._file.rows("PRAGMA user_version")
        size = Path(self._file.path).stat().st_size
        return Holdings(articles, undated, first or "", last or "", dict(facts), size, version)
