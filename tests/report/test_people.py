"""People as text, JSON and tables: the shapes are a contract."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from verify.check.outcome import Called, FileReport, Introduction, Named, Place, Report
from verify.model.finding import Problem
from verify.report.cells import cells
from verify.report.people import summary, write_csv, write_json, write_jsonl, write_text

ANN = Named(
    kind="person", name="Ann Lee", given="Ann", family="Lee", title="mayor",
    roles=("a nurse", "a pilot, once"), affiliations=("D-Mo.", "Harbor Institute"), age=34, pronoun="she",
    first=Introduction(20, 33, 3, 1, "Mayor Ann\nLee"),
    forms=(
        Called("Mayor Ann Lee", (Place(26, 33, 3, 7),)),
        Called("Lee", tuple(Place(100 * line, 100 * line + 3, line, 5) for line in range(5, 13))),
    ),
)  # fmt: skip
BODY = Named(
    kind="organisation", name="Harbor Institute", given="", family="", title="", roles=(), affiliations=(),
    age=None, pronoun="", first=Introduction(40, 56, 3, 21, "Harbor Institute"),
    forms=(Called("Harbor Institute", (Place(40, 56, 3, 21),)),),
)  # fmt: skip


def report(*people: Named, path: str = "a/b.md", problems: tuple[Problem, ...] = ()) -> Report:
    return Report(
        (FileReport(path, "", (), headline="Ferry sails", people=people),), problems, "1", len(problems)
    )


def text(*people: Named, **options: object) -> str:
    stream = io.StringIO()
    write_text(report(*people), stream, **options)  # type: ignore[arg-type]
    return stream.getvalue()


def rows(*people: Named, path: str = "a/b.md") -> list[dict[str, str]]:
    stream = io.StringIO(newline="")
    write_csv(report(*people, path=path), stream)
    return list(csv.DictReader(io.StringIO(stream.getvalue(), newline=""), strict=True))


def test_as_text() -> None:
    assert text(ANN, BODY) == (
        "a/b.md  Ferry sails\n"
        "  Ann Lee, mayor  9 mentions, aged 34, she\n"
        "    3:1   introduced  Mayor Ann Lee\n"
        "          role        a nurse\n"
        "          role        a pilot, once\n"
        "          of          D-Mo.; Harbor Institute\n"
        "    3:7   called      Mayor Ann Lee\n"
        "    5:5   called      Lee  (8 times, also 6:5, 7:5, 8:5, 9:5, 10:5, …)\n"
        "  Harbor Institute (organisation)  1 mention\n"
        "    3:21  introduced  Harbor Institute\n"
        "    3:21  called      Harbor Institute\n"
        "\n"
        "1 article: 1 person, 1 body\n"
    )


@pytest.mark.parametrize(
    ("people", "name", "words"),
    [
        ((), "", "1 article: nobody named"),
        ((), "Poe", "1 article: nobody named by “Poe”"),
        ((ANN, ANN, BODY, BODY), "", "1 article: 2 people, 2 bodies"),
        ((replace(BODY, kind="place"),), "", "1 article: 1 place"),
    ],
)
def test_the_summary(people: tuple[Named, ...], name: str, words: str) -> None:
    assert summary(report(*people), name) == words
    assert text(*people, name=name).splitlines()[-1] == words


def test_the_summary_tells_what_was_not_done() -> None:
    assert summary(report(ANN, problems=(Problem("x", "y"),))).endswith("; 1 file could not be read")


def test_one_object_a_line() -> None:
    stream = io.StringIO()
    write_jsonl(report(ANN, BODY), stream)
    ann, body = map(json.loads, stream.getvalue().splitlines())
    assert ann == {
        "path": "a/b.md",
        "kind": "person",
        "name": "Ann Lee",
        "given": "Ann",
        "family": "Lee",
        "title": "mayor",
        "roles": ["a nurse", "a pilot, once"],
        "affiliations": ["D-Mo.", "Harbor Institute"],
        "age": 34,
        "pronoun": "she",
        "mentions": 9,
        "first": {"start": 20, "end": 33, "line": 3, "column": 1, "text": "Mayor Ann\nLee"},
        "forms": [
            {
                "text": "Mayor Ann Lee",
                "count": 1,
                "places": [{"start": 26, "end": 33, "line": 3, "column": 7}],
            },
            {
                "text": "Lee",
                "count": 8,
                "places": [
                    {"start": 100 * line, "end": 100 * line + 3, "line": line, "column": 5}
                    for line in range(5, 13)
                ],
            },
        ],
    }
    assert (body["kind"], body["age"], body["pronoun"], body["roles"]) == ("organisation", None, "", [])
    assert list(body) == list(ann)


def test_one_object_for_all() -> None:
    stream = io.StringIO()
    write_json(report(ANN, problems=(Problem("x.txt", "is missing"),)), stream)
    whole = json.loads(stream.getvalue())
    assert list(whole) == ["version", "files", "problems"]
    assert [(file["path"], file["headline"], len(file["people"])) for file in whole["files"]] == [
        ("a/b.md", "Ferry sails", 1)
    ]
    assert whole["problems"] == [{"where": "x.txt", "message": "is missing"}]


def test_one_row_each() -> None:
    ann, body = rows(ANN, BODY)
    assert ann == {
        "path": "a/b.md", "line": "3", "column": "1", "start": "20", "end": "33", "kind": "person",
        "name": "Ann Lee", "given": "Ann", "family": "Lee", "title": "mayor",
        "roles": "a nurse; a pilot, once", "affiliations": "D-Mo.; Harbor Institute", "age": "34",
        "pronoun": "she", "mentions": "9",
        "forms": "Mayor Ann Lee (1); Lee (8)", "introduced": "Mayor Ann Lee",
    }  # fmt: skip
    assert (body["age"], body["roles"], body["name"]) == ("", "", "Harbor Institute")


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t=", "＝", "\n@"])
def test_no_cell_is_a_formula(first: str) -> None:
    evil = f"{first}HYPERLINK(0)"
    one = replace(
        ANN, name=evil, given=evil, family=evil, title=evil, roles=(evil,), affiliations=(evil,),
        first=replace(ANN.first, words=evil), forms=(Called(evil, ANN.forms[0].places),),
    )  # fmt: skip
    (row,) = rows(one, path=evil)
    for column in (
        "path",
        "name",
        "given",
        "family",
        "title",
        "roles",
        "affiliations",
        "introduced",
        "forms",
    ):
        assert row[column].startswith(f"'{first.strip()}HYPERLINK(0)")


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_copy_is_one_row_of_harmless_cells(words: str, name: str) -> None:
    for row in rows(replace(ANN, name=name, roles=(words,)), BODY):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row.values())
        assert not any(ord(c) < 32 or 127 <= ord(c) < 160 for cell in row.values() for c in cell)


def test_nothing_in_the_copy_reaches_the_terminal_as_an_order() -> None:
    evil = "a\x1b[31m\x07\x9b2J\u202eb\tc\x7f"
    one = replace(ANN, name=evil, title=evil, roles=(evil,), affiliations=(evil,), forms=(Called(evil, ()),))
    one = replace(one, first=replace(ANN.first, words=evil), forms=(Called(evil, ANN.forms[0].places),))
    plain = text(one, name=evil)
    assert not any(c in plain for c in "\x1b\x07\x9b\u202e\x7f\t")


def test_no_line_is_wider_than_the_page() -> None:
    long = "so very 船 " * 400
    one = replace(ANN, name=long, title=long, roles=(long,), affiliations=(long,))
    lines = text(replace(one, forms=(Called(long, ANN.forms[1].places),)), name=long).splitlines()
    assert all(cells(line) <= 100 for line in lines)
    assert sum("…" in line for line in lines) >= 4
