from __future__ import annotations

import io
import json

from verify.check.outcome import FileReport, Report, Said, Voice
from verify.model.finding import Finding, Problem, Related
from verify.model.span import Span
from verify.report import json as whole
from verify.report import jsonl, quotes, wire

FINDING = Finding(
    "a/b.md", "names/inconsistent-spelling", "warning", 0.97, "“Lee” is spelt “Leigh”", "Use one.",
    11, 14, 2, 4, 2, 7, "Lee", ("Leigh",), True, "0123456789abcdef",  # noqa: FBT003
    (Related("a/b.md", 1, 6, 1, 2, "first spelt so"),),
)  # fmt: skip
ANN = Said(3, 8, 1, 4, "direct", "“Nö”", "Ann Lee", "mayor", Span(9, 12), "person", Span(13, 17), 0.93)
NOBODY = Said(20, 25, 2, 1, "mixed", "“x”", "", "", None, None, None, 0.5, needs_none="slogan")
REPORT = Report(
    (
        FileReport(
            "a/b.md",
            "x",
            (FINDING,),
            (Voice("Ann Lee", "mayor", 1, 1),),
            99,
            "Höhe",
            (ANN, NOBODY),
            ("note",),
        ),
    ),
    (Problem("c.md", "no such file or folder"),),
    "0.1.0",
    1,
)


def lines(text: str) -> list[object]:
    return [json.loads(line) for line in text.splitlines()]


def test_one_finding_a_line_with_the_keys_of_the_contract() -> None:
    stream = io.StringIO()
    jsonl.write(REPORT, stream)
    assert lines(stream.getvalue()) == [
        {
            "path": "a/b.md", "rule": "names/inconsistent-spelling", "severity": "warning",
            "confidence": 0.97, "message": "“Lee” is spelt “Leigh”", "advice": "Use one.",
            "start": 11, "end": 14, "line": 2, "column": 4,
            "end_line": 2, "end_column": 7, "text": "Lee", "fixes": ["Leigh"], "safe": True,
            "fingerprint": "0123456789abcdef",
            "related": [
                {"path": "a/b.md", "start": 1, "end": 6, "line": 1, "column": 2, "message": "first spelt so"}
            ],
        }
    ]  # fmt: skip
    assert "“Lee”" in stream.getvalue()


def test_the_whole_report_in_one_object() -> None:
    stream = io.StringIO()
    whole.write(REPORT, stream)
    values = json.loads(stream.getvalue())
    assert list(values) == ["schema", "version", "files", "problems"]
    assert values["schema"] == 1
    assert values["problems"] == [{"where": "c.md", "message": "no such file or folder"}]
    (file,) = values["files"]
    assert [file[key] for key in ("path", "headline", "words", "notes")] == ["a/b.md", "Höhe", 99, ["note"]]
    assert file["voices"] == [{"name": "Ann Lee", "title": "mayor", "quotes": 1, "words": 1}]
    assert file["findings"][0]["fixes"] == ["Leigh"]


def test_one_quote_a_line_with_the_keys_of_the_contract() -> None:
    stream = io.StringIO()
    quotes.write_jsonl(REPORT, stream)
    assert lines(stream.getvalue()) == [
        {
            "path": "a/b.md", "start": 3, "end": 8, "kind": "direct", "text": "“Nö”",
            "speaker": {"name": "Ann Lee", "title": "mayor", "start": 9, "end": 12, "type": "person"},
            "cue": {"start": 13, "end": 17}, "confidence": 0.93,
        },
        {
            "path": "a/b.md", "start": 20, "end": 25, "kind": "mixed", "text": "“x”",
            "speaker": None, "cue": None, "confidence": 0.5, "needs_none": "slogan",
        },
    ]  # fmt: skip


def test_quotes_in_one_object() -> None:
    stream = io.StringIO()
    quotes.write_json(REPORT, stream)
    values = json.loads(stream.getvalue())
    assert [quote["start"] for quote in values["files"][0]["quotes"]] == [3, 20]


def test_controls_are_escaped_so_that_no_terminal_and_no_reader_of_lines_obeys_them() -> None:
    said = "a\x9b31m \u202eb\u2028c\x85d é “"
    written = wire.encoded({"text": said})
    assert json.loads(written) == {"text": said}
    assert len(written.splitlines()) == 1
    assert all(character.isprintable() for character in written)
    assert "é “" in written
