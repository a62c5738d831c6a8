from __future__ import annotations

import datetime
from pathlib import Path

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from verify.config.people import load, parse, sample
from verify.config.places import Places
from verify.model.roster import Post, Preference, Record

WHOLE = """\
[[people]]
name = "Pablo  Ortiz Roa"
family = "Ortiz Roa"
forms = ["Pablito Ortiz"]
avoid = "Pablo Ortiz-Roa"
pronoun = "he"

[[people.offices]]
title = "mayor of Port Ellery"
from = 2019-01-07
to = 2023

[[people.titles]]
avoid = ["Hizzoner"]
use = "Mayor"
reason = "courtesy is for quotes"
link = "https://style.example/x"
from = "2020-02"
to = "2020-02"
"""


def told(text: str) -> list[str]:
    return [str(problem) for problem in parse(text).problems]


def test_everything_that_an_entry_may_say() -> None:
    assert parse(WHOLE).problems == ()
    assert parse(WHOLE).records == (
        Record(
            name="Pablo Ortiz Roa",
            given="Pablo",
            family="Ortiz Roa",
            forms=("Pablito Ortiz",),
            avoid=("Pablo Ortiz-Roa",),
            offices=(Post("mayor of Port Ellery", datetime.date(2019, 1, 7), datetime.date(2023, 12, 31)),),
            titles=(
                Preference(
                    "Mayor",
                    ("Hizzoner",),
                    "courtesy is for quotes",
                    "https://style.example/x",
                    datetime.date(2020, 2, 1),
                    datetime.date(2020, 2, 29),
                ),
            ),
            pronoun="he",
        ),
    )


@pytest.mark.parametrize(
    ("entry", "parts"),
    [
        ('name = "Ann Lee"', ("Ann", "Lee")),
        ('name = "Ann B. Lee"', ("Ann B.", "Lee")),
        ('name = "Ursula von der Aue"', ("Ursula", "von der Aue")),
        ('name = "Al Roe Jr."', ("Al", "Roe")),
        ('name = "Al Roe, III"', ("Al", "Roe")),
        ('name = "Noh Gil-su"\norder = "family-first"', ("Gil-su", "Noh")),
        ('name = "Ortiz Roa Pablo"\nfamily = "Ortiz Roa"\norder = "family-first"', ("Pablo", "Ortiz Roa")),
        ('name = "Maria José Roa"\ngiven = "Maria José"', ("Maria José", "Roa")),
        ('name = "Zezinho"', ("", "")),
    ],
)
def test_given_and_family_name(entry: str, parts: tuple[str, str]) -> None:
    (one,) = parse(f"[[people]]\n{entry}\n").records
    assert (one.given, one.family) == parts


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("peple = 1", 'people.toml:1:1: unknown key "peple" (did you mean "people"?)'),
        ("people = 3", "people.toml:1:1: people: expected persons, such as [[people]]"),
        ("people = [\n  3]", "people.toml:2:3: expected a person, such as [[people]], got 3"),
        ('[[people]]\nforms = ["x"]', "people.toml:1:1: name: expected a name, and there is none"),
        ("[[people]]\nname = 7", "people.toml:2:1: name: expected a name, got 7"),
        ('[[people]]\nname = "  "', "people.toml:2:1: name: expected a name, got '  '"),
        ('[[people]]\nname = "a\\u0000b"', "people.toml:2:1: name: expected a name, got 'a\\x00b'"),
        ("[[people]]\nname = 'A B'\nforms = ['x',\n 4]", "people.toml:3:1: forms: expected a list of names"),
        ("[[people]]\nname = 'A B'\nfrom = 3", 'people.toml:3:1: unknown key "from" (did you mean "forms"?)'),
        (
            "[[people]]\nname = 'A B'\norder = 'eastern'",
            'people.toml:3:1: order: expected "given-first" or "family-first", got \'eastern\'',
        ),
        ("[[people]]\nname = 'A B'\nfamily = 'C'", 'people.toml:3:1: family: "C" is no part of "A B"'),
        ("[[people]]\nname = 'A B'\noffices = 1", "people.toml:3:1: offices: expected tables"),
        ("[[people]]\nname = 'A B'\noffices = [1]", "people.toml:3:12: offices: expected tables"),
        (
            "[[people]]\nname = 'A B'\n[[people.offices]]",
            "people.toml:3:1: title: expected a title, and there",
        ),
        (
            "[[people]]\nname = 'A B'\n[[people.offices]]\ntitel = 'x'",
            'people.toml:4:1: unknown key "titel" (did you mean "title"?)',
        ),
        (
            "[[people]]\nname = 'A B'\n\n[[people.offices]]\ntitle = 'x'\nfrom = 'soon'",
            "people.toml:6:1: from: expected a date, such as 2025-01-25, \"2025-01\" or 2025, got 'soon'",
        ),
        (
            "[[people]]\nname = 'A B'\noffices = [{title = 'x', from = 2025-02-30}]",
            "people.toml:3:26: from: expected a date",
        ),
        (
            "[[people]]\nname = 'A B'\noffices = [\n  {title = 'x', to = '2025-13'},\n]",
            "people.toml:4:17: to: expected a date",
        ),
        (
            "[[people]]\nname = 'A B'\n[[people.offices]]\ntitle = 'x'\nto = 2024-01-01\nfrom = 2024-01-02",
            "people.toml:5:1: to: 2024-01-01 lies before 2024-01-02, where it begins",
        ),
        (
            "[[people]]\nname = 'A B'\n[[people.titles]]\navoid = ['x']",
            "people.toml:3:1: use: expected a title, and there is none",
        ),
        ("[[people]]\nname = 'A B'\navoid = 'a  b'", 'people.toml:3:1: "a b" is both accepted and avoided'),
        (
            "[[people]]\nname = 'A B'\n[[people]]\nname = 'C D'\nforms = ['E', 'a b']",
            'people.toml:5:15: "a b" is a form of A B too (people.toml:1:1)',
        ),
        ("[[people]]\nname = A B", "people.toml:2:8: broken TOML: "),
        ("[[people]]\nname = 'A B'\nborn = 2025-1-1", "people.toml:3:12: broken TOML: "),
    ],
)
def test_a_mistake_is_told_with_line_column_and_what_was_expected(text: str, message: str) -> None:
    first = told(text)[0]
    assert first.startswith(message)
    assert "\n" not in first


def test_what_is_right_beside_a_mistake_still_holds() -> None:
    text = """
    [[people]]
    name = "Ann Lee"
    forms = [1]
    nickname = "Annie"
    [[people.offices]]
    title = "mayor"
    from = 2025-02-30
    [[people.offices]]
    title = "governor"
    from = 2020-01-01
    [[people]]
    nane = "Bo"
    [[people]]
    name = "Cy Roe"
    """
    roster = parse(text)
    assert [one.name for one in roster.records] == ["Ann Lee", "Cy Roe"]
    assert [post.title for post in roster.records[0].offices] == ["governor"]
    assert len(roster.problems) == 5


def test_several_files_hold_together_and_each_is_read_once(tmp_path: Path) -> None:
    one, two, missing = tmp_path / "a.toml", tmp_path / "b.toml", tmp_path / "none.toml"
    one.write_bytes("\ufeff[[people]]\nname = 'Ann Lee'\n".encode())
    two.write_text("[[people]]\nname = 'Bo Roe'\nforms = ['Ann Lee']\n")
    roster = load([one, two, missing, tmp_path / "sub" / ".." / "a.toml"])
    assert {record.name for record in roster.records} == {"Ann Lee", "Bo Roe"}
    assert sorted(str(problem) for problem in roster.problems) == [
        f'{two}:3:10: "Ann Lee" is a form of Ann Lee too ({one}:1:1)',
        f"{missing}: cannot be read: no such file or directory",
    ]
    two.write_bytes(b"# caf\xe9")
    assert [str(one) for one in load([two]).problems] == [f"{two}: is not UTF-8 (byte 5)"]


@pytest.mark.parametrize("text", ["x = " + "[" * 100_000, ".".join("a" * 75_000) + " = 1"])
def test_a_file_without_bounds_is_broken(text: str) -> None:
    assert told(text) == ["people.toml: broken TOML: nested too deeply"]


def test_the_sample_holds() -> None:
    roster = parse(sample())
    assert roster.problems == ()
    first = roster.records[0]
    assert [post.title for post in first.offices] == ["secretary of defense", "secretary of war"]
    assert first.offices[1].start == datetime.date(2025, 9, 5)
    assert first.titles[0].link


PLAIN = st.one_of(st.integers(-9, 9), st.booleans(), st.dates(), st.text("ab\"'\\#[]{}=,.\n\té", max_size=6))
VALUES = st.recursive(
    PLAIN,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text("abc. ", max_size=3), inner, max_size=3)
    ),
    max_leaves=8,
)
TABLES = st.dictionaries(st.text("abc- ", min_size=1, max_size=4), VALUES, max_size=4)


@given(TABLES, st.booleans())
def test_every_key_of_any_file_has_its_place(table: dict[str, object], multiline: bool) -> None:  # noqa: FBT001
    text = tomli_w.dumps(table, multiline_strings=multiline)
    lines = text.split("\n")
    places = Places(text)
    for key in table:
        line, column = places.of((key,))
        assert lines[line - 1][column - 1 :].lstrip('["').startswith(key)
