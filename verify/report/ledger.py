"""Who said what, as text: a ledger speaker by speaker, or quote by quote in the order of the copy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, TextIO

from verify.check.outcome import FileReport, Report, Said
from verify.lexicon.late import late
from verify.report.cells import clip, neutral
from verify.report.counts import counted, undone
from verify.report.entries import LEAST, Entry, Row, drawn, one_line
from verify.report.paint import Line, coloured, paint, width_of

Order = Literal["speaker", "text"]
_UNSURE = 0.7
_TITLE, _CALLED, _HEADLINE = 60, 40, 80
_NAME = late(r"[\w’'-]+")
_ARTICLE = late(r"\Athe ", re.IGNORECASE)


def write(
    report: Report, stream: TextIO, *, color: bool | None = None, order: Order = "speaker", speaker: str = ""
) -> None:
    """Write who said what, article by article, and a summary; `speaker` is whom alone it was asked for."""
    paint(_lines(report, width_of(stream), order, speaker), stream, color=coloured(stream, color))


def _lines(report: Report, width: int, order: Order, speaker: str) -> Iterator[Line]:
    for file in report.files:
        if file.said:
            path = ("path", neutral(file.path))
            headline = ("", f"  {clip(neutral(file.headline), _HEADLINE)}")
            yield (path, headline) if file.headline else (path,)
            yield from drawn(_entries(file), width) if order == "speaker" else _running(file, width)
            yield ()
    yield (("", summary(report, speaker)),)


def summary(report: Report, speaker: str = "") -> str:
    """One line over all articles."""
    said = [one for file in report.files for one in file.said]
    spoken = [one for one in said if one.spoken]
    parts = [f"{counted(len(report.files), 'article')}: {_quoted(spoken) or 'no quotes'}"]
    if speaker:
        parts[0] += f" by “{clip(neutral(speaker), _CALLED)}”"
    elif spoken:
        speakers = {(file.path, voice_of(one)) for file in report.files for one in file.said if _heard(one)}
        parts[0] += f", {counted(len(speakers), 'speaker')}"
    if indirect := sum(one.kind == "indirect" for one in said):
        parts.append(f"{counted(indirect, 'indirect statement')}")
    if nobody := sum(one.spoken and not one.speaker for one in said):
        parts.append(f"{counted(nobody, 'quote')} without a speaker")
    if silent := sum(bool(one.needs_none) for one in said):
        parts.append(f"{silent:,} that {'need' if silent > 1 else 'needs'} none")
    return "; ".join((*parts, *undone(report)))


# -- speaker by speaker ------------------------------------------------------------------------


def _entries(file: FileReport) -> Iterator[Entry]:
    """The speakers in the order of their first quote, then what has no speaker, then what needs none."""
    voices: dict[int | str, list[Said]] = {}
    nobody, silent = [], []
    for one in file.said:
        if one.needs_none:
            silent.append(one)
        elif not one.speaker:
            nobody.append(one)
        else:
            voices.setdefault(voice_of(one), []).append(one)
    for said in voices.values():
        yield _speaker(said)
    if nobody:
        rows = [_row(one, f"only “{_called(one)}”" if one.called else "") for one in nobody]
        yield Entry("warning", "No speaker found", "", _counts(nobody), rows)
    if silent:
        rows = [Row(_place(one), one.needs_none.replace("-", " "), one_line(one.text)) for one in silent]
        yield Entry("words", "Needs no speaker", "", "", rows)


def voice_of(one: Said) -> int | str:
    """What tells the speakers of an article apart: who they are, else the words that they go by."""
    return one.entity if one.entity >= 0 else _ARTICLE.sub("", one.speaker, count=1).casefold()


def _heard(one: Said) -> bool:
    """Whether a speaker is known for words of their own."""
    return one.spoken and bool(one.speaker)


def _speaker(said: Sequence[Said]) -> Entry:
    first = said[0]
    title = next((one.title for one in said if one.title), "")
    kind = "" if first.type == "person" else f" ({first.type})"
    more = (f", {clip(one_line(title), _TITLE)}" if title else "") + kind
    rows = [_row(one, _mention(one)) for one in said]
    if start := first.introduced:
        rows.insert(0, Row(f"{start.line}:{start.column}", "introduced", one_line(start.words)))
    return Entry("words", clip(one_line(first.speaker), _TITLE), more, _counts(said), rows)


def _counts(said: Sequence[Said]) -> str:
    indirect = sum(one.kind == "indirect" for one in said)
    parts = (_quoted([one for one in said if one.spoken]), f"{indirect:,} indirect" if indirect else "")
    return "; ".join(filter(None, parts))


def _quoted(spoken: Sequence[Said]) -> str:
    words = sum(len(one.text.split()) for one in spoken)
    return f"{counted(len(spoken), 'quote')}, {counted(words, 'word')}" if spoken else ""


def _row(one: Said, note: str) -> Row:
    return Row(_place(one), one.kind, one_line(one.text), ", ".join(filter(None, (note, _unsure(one)))))


def _place(one: Said) -> str:
    return f"{one.line}:{one.column}"


def _unsure(one: Said) -> str:
    return "unsure" if one.speaker and one.confidence < _UNSURE else ""


def _mention(one: Said) -> str:
    """What the copy calls the speaker where that is no part of the name: "she", "the minister"."""
    named = set(_NAME.findall(one.speaker.casefold()))
    return "" if set(_NAME.findall(one.called.casefold())) <= named else _called(one)


def _called(one: Said) -> str:
    return clip(one_line(one.called), _CALLED)


# -- in the order of the copy --------------------------------------------------------------------


def _running(file: FileReport, width: int) -> Iterator[Line]:
    for one in file.said:
        kind = "" if one.needs_none else f"  {one.kind}"
        yield (("dim", f"  {_place(one)}  "), *_source(one), ("dim", kind))
        yield (("", f"    {clip(one_line(one.text), max(LEAST, width - 4))}"),)


def _source(one: Said) -> Iterable[tuple[str, str]]:
    if one.needs_none:
        return (("dim", f"{one.needs_none.replace('-', ' ')}, no speaker needed"),)
    if one.mention is None:
        return (("warning", "no speaker found"),)
    if not one.speaker:
        return (("warning", f"no name found (“{_called(one)}”)"),)
    title = f", {clip(one_line(one.title), _TITLE)}" if one.title else ""
    note = ", ".join(filter(None, (_mention(one), _unsure(one))))
    return (("words", f"{one_line(one.speaker)}{title}"), ("dim", f" ({note})" if note else ""))
