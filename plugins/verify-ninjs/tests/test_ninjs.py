"""Items of ninjs as wires and content systems write them, read and answered."""

from __future__ import annotations

import io
import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip(
    "verify_ninjs", reason="verify-ninjs is not installed (pip install -e plugins/verify-ninjs)"
)

from verify_ninjs.annotations import REPORTER
from verify_ninjs.reader import READER, looks_like_ninjs, read_ninjs
from verify_ninjs.scan import pointers, read, scan

from verify import Document, FileReport, Finding, Report, Unreadable

STORY = Path(__file__).with_name("quarry-vote.ninjs.json")


def item(**fields: Any) -> Document:
    return read_ninjs("a.ninjs", json.dumps({"uri": "urn:a", **fields}).encode())


def zones(document: Document) -> list[tuple[str, str]]:
    return [(block.zone, document.text[block.start : block.end]) for block in document.blocks]


def test_a_story_is_read_with_its_zones_and_facts() -> None:
    document = READER.read(str(STORY), STORY.read_bytes())
    assert [zone for zone, _ in zones(document)] == [
        "headline", "byline", "dateline", "body", "body", "body", "body", "headline", "list", "list",
        "caption", "credit", "body", "credit",
    ]  # fmt: skip
    assert dict(document.metadata) == {
        "title": "Harlow Falls council puts off vote on quarry after residents’ protest",
        "author": "Nadia Ferreira and Tom Okafor",
        "date": "2025-11-05T08:15:00-05:00",
        "embargo": "2025-11-05T11:00:00-05:00",
        "section": "Local",
        "publisher": "Valley Wire",
        "dateline": "Harlow Falls",
        "uri": "urn:valleywire.example:quarry",
    }


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("Ruth Adeyemi", "Ruth Adeyemi"),
        ("Marlow & Sons", "Marlow &amp; Sons"),
        ("residents’ protest", "residents\\u2019 protest"),
        ("town hall in Harlow", "town hall in Harlow"),
    ],
)
def test_a_place_in_the_text_leads_into_the_json(words: str, written: str) -> None:
    document = READER.read(str(STORY), STORY.read_bytes())
    at = document.text.index(words)
    assert document.source[slice(*document.to_source((at, at + len(words))))] == written


def test_the_names_of_every_version_are_read() -> None:
    third = item(
        headlines=[{"role": "short", "value": "Dam"}, {"role": "main", "value": "Dam opens"}],
        bodies=[
            {"role": "main", "contentType": "text/plain", "value": "It rained."},
            {"role": "main", "contentType": "application/xhtml+xml", "value": "<p>It <b>rained</b>.</p>"},
        ],
        descriptions=[{"contentType": "text/plain", "value": "In short."}],
        subjects=[{"name": "Weather"}],
        contentCreated="2025-11-05T08:15:00Z",
        associations=[{"name": "x", "type": "picture", "headline": "DAM", "byline": "Bo Ek",
                       "descriptions": [{"value": "The dam."}]}],
    )  # fmt: skip
    assert zones(third) == [
        ("headline", "Dam opens"), ("body", "It rained."), ("caption", "In short."), ("furniture", "DAM"),
        ("caption", "The dam."), ("credit", "Bo Ek"),
    ]  # fmt: skip
    assert (third.metadata["date"], third.metadata["section"]) == ("2025-11-05T08:15:00+00:00", "Weather")
    first = item(
        body_text="One.\nStill one.\n\nTwo.",
        byline="By Ann Lee",
        associations={"more": {"type": "text", "headline": "Other", "body_text": "Another story."}},
    )
    assert zones(first) == [
        ("byline", "By Ann Lee"), ("body", "One. Still one."), ("body", "Two."),
        ("furniture", "Other"), ("furniture", "Another story."),
    ]  # fmt: skip


def test_the_story_s_own_byline_goes_before_that_of_the_item() -> None:
    document = item(body_html="<p class='byline'>By Ann Lee</p><p>It rained.</p>", byline="Ann Lee, Ostley")
    assert zones(document) == [
        ("furniture", "Ann Lee, Ostley"), ("byline", "By Ann Lee"), ("body", "It rained.")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b'{\n"uri": "a"', "line 2: not JSON: expecting"),
        (b"[1]", "is one object"),
        (b'{"uri": "urn:a"}', "without a headline"),
        (b"[" * 200_000, "not JSON that can be read"),
        (b'{"a": ' + b"9" * 10_000 + b"}", "not JSON that can be read"),
    ],
)
def test_what_is_no_item_is_told_in_a_line(data: bytes, message: str) -> None:
    with pytest.raises(Unreadable, match=message):
        read_ninjs("a.ninjs", data)


@pytest.mark.parametrize(
    ("head", "is_one"),
    [
        (STORY.read_bytes()[:2048], True),
        (b'{"uri": "x", "pubStatus": "usable", "Headline": "y"}', True),
        (b'{"name": "site", "version": "1", "headline": "x"}', False),
        (b'[{"uri": "x", "pubstatus": "usable", "headline": "y"}]', False),
        (b"", False),
    ],
)
def test_other_json_is_left_alone(head: bytes, is_one: bool) -> None:  # noqa: FBT001 - a value of the table
    assert looks_like_ninjs(head) is is_one


LETTERS = st.text(st.sampled_from('a b"\\/\n\t’\U0001f600{}[],:é'), max_size=12)
JSON = st.recursive(
    LETTERS | st.integers() | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(LETTERS, inner, max_size=3),
    max_leaves=12,
)


@given(JSON, st.booleans())
def test_every_string_of_any_json_is_found_at_its_place(value: Any, plain: bool) -> None:  # noqa: FBT001 - drawn
    source = json.dumps(value, ensure_ascii=plain, indent=1)

    def strings(one: Any) -> list[str]:
        if isinstance(one, str):
            return [one]
        inner = one.values() if isinstance(one, dict) else one if isinstance(one, list) else ()
        return [text for each in inner for text in strings(each)]

    found = [text for _, text in pointers(scan(source))]
    assert [read(source, text)[0] for text in found] == strings(value)
    for text in found:
        words, way = read(source, text)
        assert [
            json.loads(f'"{source[slice(*way.source_span(at, at + 1))]}"') for at in range(len(words))
        ] == [*words]
        assert all(a.source_end == b.source_start for a, b in pairwise(way.pieces))


def finding(document: Document, words: str) -> Finding:
    at = document.text.index(words)
    start, end = document.to_source((at, at + len(words)))
    return Finding(
        path=document.path, rule="typos/misspelling", severity="error", confidence=1.0, message="a slip",
        advice="", start=start, end=end, line=1, column=1, end_line=1, end_column=1,
        text=document.source[start:end], fixes=("vowed",), safe=True, fingerprint="ab",
    )  # fmt: skip


def answered(document: Document, one: Finding) -> dict[str, Any]:
    stream = io.StringIO()
    report = Report((FileReport(document.path, document.source, (one,)),), (), "1")
    REPORTER.write(report, stream)
    (answer,) = json.loads(stream.getvalue())["items"]
    assert isinstance(answer, dict)
    return answer


def test_an_annotation_names_the_field_the_words_and_their_place_in_it() -> None:
    html = "<p>“We \U0001f600 vowwed\nto stay,” she said.</p>"
    document = item(
        associations={"a/b": {"type": "text"}}, bodies=[{"contenttype": "text/html", "value": html}]
    )
    answer = answered(document, finding(document, "vowwed"))
    assert answer["id"] == "urn:verify:a.ninjs:ab"
    target = answer["target"]
    assert (target["source"], target["selector"]["value"]) == ("urn:a", "/bodies/0/value")
    words, place = target["selector"]["refinedBy"]
    assert html[place["start"] : place["end"]] == "vowwed" == words["exact"]
    assert words["prefix"] + words["exact"] + words["suffix"] in html
    assert [body["value"] for body in answer["body"]] == ["a slip", "error", "typos/misspelling", "vowed"]


def test_a_finding_in_another_format_is_told_with_its_place_in_the_file() -> None:
    plain = item(headline="x")
    other = finding(plain, "x")
    report = Report((FileReport("a.txt", "He vowwed.", (other,)),), (), "1")
    stream = io.StringIO()
    REPORTER.write(report, stream)
    (answer,) = json.loads(stream.getvalue())["items"]
    assert answer["target"]["selector"][1] == {
        "type": "TextPositionSelector", "start": other.start, "end": other.end
    }  # fmt: skip
