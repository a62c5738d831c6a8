"""Findings and quotes as the plain values that JSON is made of: the names of the keys are a contract."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec.structs import asdict

from verify.check.outcome import Called, FileReport, Named, Place, Report, Said
from verify.lexicon.late import late
from verify.model.finding import Finding

_ENCODER = msgspec.json.Encoder()
_ESCAPED = late("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""Controls that JSON allows as they are, and that a terminal or a splitter of lines obeys."""


def encoded(value: object, indent: int = 0) -> str:
    """The value as JSON, letters as they are and every control escaped; on one line without an indent."""
    try:
        written = msgspec.json.format(_ENCODER.encode(value), indent=indent).decode()
    except UnicodeEncodeError:
        import json

        # Half a letter, from the name of a file.
        written = json.dumps(value, ensure_ascii=False, indent=indent or None)
    if written.isprintable():
        return written
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", written)


def portable(value: object) -> str:
    """As `encoded`, in lines, and without half a pair of surrogates, which strict readers refuse."""
    return encoded(value, indent=2).encode("utf-8", "replace").decode("utf-8") + "\n"


def finding(one: Finding) -> dict[str, Any]:
    """One finding; `known` is there only, and true, where the run tells known findings from new ones."""
    values = {
        "path": one.path,
        "rule": one.rule,
        "severity": one.severity,
        "confidence": one.confidence,
        "message": one.message,
        "advice": one.advice,
        "start": one.start,
        "end": one.end,
        "line": one.line,
        "column": one.column,
        "end_line": one.end_line,
        "end_column": one.end_column,
        "text": one.text,
        "fixes": list(one.fixes),
        "safe": one.safe,
        "fingerprint": one.fingerprint,
        "related": [
            {
                "path": r.path,
                "start": r.start,
                "end": r.end,
                "line": r.line,
                "column": r.column,
                "message": r.message,
            }
            for r in one.related
        ],
    }
    return {**values, "known": True} if one.known else values


def quote(path: str, one: Said) -> dict[str, Any]:
    """One quote; `needs_none` is there only for words that need no speaker, and says why."""
    speaker = None
    if one.mention is not None:
        start, end = one.mention
        speaker = {
            "name": one.speaker,
            "title": one.title,
            "start": start,
            "end": end,
            "type": speaker_type(one),
        }
    values = {
        "path": path,
        "start": one.start,
        "end": one.end,
        "kind": one.kind,
        "text": one.text,
        "speaker": speaker,
        "cue": {"start": one.cue.start, "end": one.cue.end} if one.cue else None,
        "confidence": one.confidence,
    }
    return {**values, "needs_none": one.needs_none} if one.needs_none else values


def person(path: str, one: Named) -> dict[str, Any]:
    """One person, body or place, with every form of the name."""
    first = one.first
    return {
        "path": path,
        "kind": one.kind,
        "name": one.name,
        "given": one.given,
        "family": one.family,
        "title": one.title,
        "roles": list(one.roles),
        "affiliations": list(one.affiliations),
        "age": one.age,
        "pronoun": one.pronoun,
        "mentions": one.mentions,
        "first": {**_place(Place(first.start, first.end, first.line, first.column)), "text": first.words},
        "forms": [_form(form) for form in one.forms],
    }


def _form(one: Called) -> dict[str, Any]:
    return {"text": one.text, "count": len(one.places), "places": [_place(place) for place in one.places]}


def _place(one: Place) -> dict[str, int]:
    return asdict(one)


def speaker_type(one: Said) -> str | None:
    """What the speaker is: a place that speaks stands for the body that governs it."""
    return "organisation" if one.type == "place" else one.type


def file(one: FileReport) -> dict[str, Any]:
    """One article with all that was found in it."""
    return {
        "path": one.path,
        "headline": one.headline,
        "words": one.words,
        "findings": [finding(f) for f in one.findings],
        "voices": [
            {"name": v.name, "title": v.title, "quotes": v.quotes, "words": v.words} for v in one.voices
        ],
        "notes": list(one.notes),
    }


def problems(report: Report) -> list[dict[str, str]]:
    """The work that was not done."""
    return [{"where": problem.where, "message": problem.message} for problem in report.problems]
