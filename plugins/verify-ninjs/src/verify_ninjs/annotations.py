"""Findings as Web Annotations that name the field of the item, its words and their place in it."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache, partial
from typing import Any, TextIO
from urllib.parse import quote

from verify import FileReport, Finding, Report, Reporter, SourceMap, Unreadable
from verify_ninjs.scan import Text, pointers, read, scan

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_POINTER = "http://tools.ietf.org/rfc/rfc6901"
_AROUND = 32
"""How many characters before and after the words help to find them again."""


def write(report: Report, stream: TextIO) -> None:
    """Write one page of annotations."""
    items = [one for file in report.files if file.findings for one in _annotations(file, report.version)]
    page = {"@context": _CONTEXT, "type": "AnnotationPage", "items": items}
    json.dump(page, stream, ensure_ascii=True, indent=2)
    stream.write("\n")


def _annotations(file: FileReport, version: str) -> Iterator[dict[str, Any]]:
    fields = _Fields(file.source)
    for finding in file.findings:
        yield {
            "id": f"urn:verify:{quote(finding.path, safe='')}:{finding.fingerprint}",
            "type": "Annotation",
            "motivation": "editing" if finding.fixes else "commenting",
            "generator": {"type": "Software", "name": "verify", "schema:softwareVersion": version},
            "body": list(_bodies(finding)),
            "target": {"source": fields.uri or finding.path, "selector": fields.selector(finding)},
        }


def _bodies(finding: Finding) -> Iterator[dict[str, str]]:
    told = [("commenting", finding.message), ("commenting", finding.advice)]
    told += [("classifying", finding.severity), ("tagging", finding.rule)]
    for purpose, value in told:
        if value:
            yield {"type": "TextualBody", "purpose": purpose, "value": value}
    for fix in finding.fixes[:1]:
        yield {"type": "TextualBody", "purpose": "editing", "value": fix}


class _Fields:
    """The fields of a file by their place; none where it is no ninjs."""

    def __init__(self, source: str) -> None:
        self._source = source
        # Findings come in the order of the file: the field of the last one is most often that of the next.
        self._read = lru_cache(maxsize=1)(partial(read, source))
        self._fields: list[tuple[str, Text]] = []
        self.uri = ""
        try:
            value = scan(source)
        except Unreadable:
            return
        self._fields = sorted(pointers(value), key=lambda one: one[1])
        for pointer, text in self._fields:
            if pointer == "/uri":
                self.uri = read(source, text)[0]

    def selector(self, finding: Finding) -> dict[str, Any] | list[dict[str, Any]]:
        """Where the finding stands: in a field, or else in the file."""
        number = bisect_right(self._fields, finding.start, key=lambda one: one[1].start) - 1
        if number < 0 or finding.end > self._fields[number][1].end:
            return _in(self._source, finding.start, finding.end)
        pointer, text = self._fields[number]
        words, way = self._read(text)
        start, end = _inside(way, finding.start), _inside(way, finding.end)
        return {
            "type": "FragmentSelector",
            "conformsTo": _POINTER,
            "value": pointer,
            "refinedBy": _in(words, start, end),
        }


def _inside(way: SourceMap, offset: int) -> int:
    """The offset in the words of a field to which an offset in the file belongs."""
    pieces = way.pieces
    number = bisect_right(pieces, offset, key=lambda piece: piece.source_start) - 1
    if number < 0:
        return 0
    piece = pieces[number]
    return min(piece.text_start + offset - piece.source_start, piece.text_end)


def _in(words: str, start: int, end: int) -> list[dict[str, Any]]:
    return [
        {
            "type": "TextQuoteSelector",
            "exact": words[start:end],
            "prefix": words[max(0, start - _AROUND) : start],
            "suffix": words[end : end + _AROUND],
        },
        {"type": "TextPositionSelector", "start": start, "end": end},
    ]


REPORTER = Reporter("annotations", write)
