"""Subtitles, as players and transcribers write them: the words of the cues, with their times."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from verify.lexicon.late import late
from verify.model.span import Piece, SourceMap
from verify.model.supplied import Cue, Supplied
from verify.read.decode import decode
from verify.read.reader import Unreadable

SUFFIXES = (".srt", ".vtt")
_TIME = r"(?:\d{1,4}:)?[0-5]?\d:[0-5]?\d[.,]\d{1,3}"
_TIMING = late(rf"[ \t]*(?P<start>{_TIME})[ \t]*-->[ \t]*{_TIME}(?:[ \t][^\r\n]*)?$")
_LINE = late(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_MARKUP = late(
    r"<(?:v(?:\.[^\s<>]{0,80})?[ \t]+(?P<voice>[^<>\n]{1,200})|[^<>\n]{0,200})>"
    r"|&#?\w{1,12};|\{\\[^{}\n]{0,80}\}"
)


class _Line(NamedTuple):
    text: str
    start: int


def read(path: str, data: bytes) -> Supplied:
    """Return the words of SRT or WebVTT, a line for each line of a cue; raises Unreadable."""
    source = decode(data)
    text: list[str] = []
    pieces: list[Piece] = []
    cues: list[Cue] = []
    speakers: dict[str, None] = {}
    length = 0
    before: set[str] = set()
    for time, lines in _cues(source):
        shown = set()
        first = True
        for line in lines:
            runs = list(_runs(line))
            whole = "".join(words for words, *_ in runs).strip()
            shown.add(whole)
            if whole in before:
                continue  # A caption that rolls up shows its last line again.
            if first:
                cues.append(Cue(length, time))
                first = False
            for words, start, end, voice in runs:
                if voice:
                    speakers[voice] = None
                if words:
                    pieces.append(Piece(length, length + len(words), start, end))
                    text.append(words)
                    length += len(words)
            text.append("\n")
            length += 1
        before = shown
    if not cues:
        raise Unreadable("no subtitle with a time (00:01:02,000 --> 00:01:04,000) in it")
    return Supplied(path, "".join(text), source, SourceMap(pieces), tuple(cues), tuple(speakers))


def _cues(source: str) -> Iterator[tuple[str, list[_Line]]]:
    """The time and the lines of each cue; what stands between cues (numbers, notes, styles) is left out."""
    time = ""
    lines: list[_Line] = []
    for found in _LINE.finditer(source):
        line = found[0].rstrip("\r\n")
        timing = _TIMING.match(line) if "-->" in line[:200] else None
        if timing is not None or not line.strip():
            if time and lines:
                yield time, lines
            time, lines = (_clock(timing["start"]) if timing else ""), []
        elif time:
            lines.append(_Line(line, found.start()))
    if time and lines:
        yield time, lines


def _clock(time: str) -> str:
    """A time as hours, minutes and seconds."""
    hours, minutes, seconds = ("0:" * (2 - time.count(":")) + time).split(":")
    return f"{int(hours):02}:{int(minutes):02}:{int(re.split('[.,]', seconds)[0]):02}"


def _runs(line: _Line) -> Iterator[tuple[str, int, int, str]]:
    """The words of a line with their places in the source, tags left out; a tag may name who speaks."""
    at = 0
    for found in _MARKUP.finditer(line.text):
        if found.start() > at:
            yield line.text[at : found.start()], line.start + at, line.start + found.start(), ""
        words = html.unescape(found[0]) if found[0].startswith("&") else ""
        yield words, line.start + found.start(), line.start + found.end(), (found["voice"] or "").strip()
        at = found.end()
    if at < len(line.text):
        yield line.text[at:], line.start + at, line.start + len(line.text), ""
