"""Who is called what in the file: names for articles and passages, so that all can be linked to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from verify.check.outcome import FileReport
from verify.model.finding import Related
from verify.model.span import Span
from verify.report.pages.places import Places


class Passage(NamedTuple):
    """A passage that a finding speaks of, and where it stands in the text."""

    id: str
    spans: tuple[Span, ...]


class Index:
    """The passages that findings of all articles refer to; names are made of numbers, never of words."""

    def __init__(self, files: Sequence[FileReport]) -> None:
        self._articles = {file.path: article_id(number) for number, file in enumerate(files)}
        self._passages: dict[str, dict[tuple[int, int], Passage]] = {}
        wanted: dict[str, set[tuple[int, int]]] = {}
        for related in _related(files):
            wanted.setdefault(related.path, set()).add((related.start, related.end))
        for file in files:
            if file.copy is None or file.path not in wanted or not file.copy.text.strip():
                continue
            places = Places(file.copy)
            name = self._articles[file.path]
            found = ((span, places.of(*span)) for span in sorted(wanted[file.path]))
            self._passages[file.path] = {
                span: Passage(f"{name}-p{number}", spans)
                for number, (span, spans) in enumerate(found)
                if spans
            }

    def passages(self, path: str) -> tuple[Passage, ...]:
        """The passages of one article, in the order of its source."""
        return tuple(self._passages.get(path, {}).values())

    def target(self, related: Related) -> str:
        """What to link to for a related passage: itself, else its article; nothing for one not shown."""
        passage = self._passages.get(related.path, {}).get((related.start, related.end))
        return passage.id if passage else self._articles.get(related.path, "")


def article_id(number: int) -> str:
    """The name of an article in the file."""
    return f"a{number + 1}"


def _related(files: Iterable[FileReport]) -> Iterable[Related]:
    return (related for file in files for finding in file.findings for related in finding.related)
