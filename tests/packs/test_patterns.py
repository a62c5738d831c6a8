from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.model.document import Block
from verify.packs.patterns import Patterns, fault, letters, openings, template_fault

PATTERNS = (
    r"\butilise\b", r"\butili[sz]e(?:s|d)?\b", r"colou?rs?", r"(?:very|quite) unique", r"\d+ ?kms\b",
    r"in order(?! to)", r"a{2}bc", r"(foo|bar)baz+", r"x|yyyy", r"(?i:abc)d", r"ab*cde", r"St\. Marys",
    r"\x41bcd", r"[(]a|b[)]", r"foo\(a\|b\)", r"(?:(?:ab)|c)def?", r"ab+?cd", r"^The end$", r"na\u00efve",
    r"(?x) a b c", r"foo(?:x[(]a|b)",
)  # fmt: skip


def found(
    text: str, *patterns: str | tuple[str, str], exact: bool | None = None
) -> list[tuple[str, str | None]]:
    pairs = [(one, None) if isinstance(one, str) else one for one in patterns]
    slow: list[str] = []
    blocks = [Block("body", 0, len(text))]
    matches = list(Patterns(pairs, exact=exact).found(text, blocks, slow))
    assert slow == []
    return [(text[match.start : match.end], match.instead) for match in matches]


@pytest.mark.parametrize("pattern", PATTERNS)
@given(data=st.data())
def test_what_a_pattern_matches_holds_its_letters(pattern: str, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(pattern, fullmatch=True))
    assert letters(pattern) in text.casefold()
    if letters(pattern):
        assert len(letters(pattern)) > 0


def test_letters_are_found_where_they_are_sure() -> None:
    assert letters(r"\butilise(?:s|d)?\b") == "utilise"
    assert letters(r"colou?rs") == "colo"
    assert letters(r"(?:very|quite) unique") == " unique"
    assert letters("one|other") == letters("(?x)a b") == letters(r"\d+") == ""


def test_matches_with_what_to_put_there() -> None:
    assert found("5 kms and 6 KMS", (r"(\d+) kms\b", r"\1 km")) == [("5 kms", "5 km"), ("6 KMS", "6 km")]
    assert found("a State, a state", "State") == [("State", None)]
    assert found("a State, a state", "state") == [("State", None), ("state", None)]
    assert found("a State, a state", "state", exact=True) == [("state", None)]
    assert found("the the end", r"\b(\w+) \1\b") == [("the the", None)]
    assert found("nothing", "x*") == []


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"\butilise\b", ""),
        ("(?<=the )end", ""),
        (r".{1,80}one.{1,80}two.{1,80}three.{1,80}", ""),
        (r"\p{L}{4}(?:[{}]{2000}){2}", ""),
        ("(", "is no pattern: missing ) at position 1"),
        ("(?:(?:a{1000}){1000}){1000}", "has more than 10,000 parts, its repetitions written out"),
        ("a{99999999999}", "has more than 10,000 parts, its repetitions written out"),
        ("a" * 1001, "is longer than 1,000 characters"),
    ],
)
def test_patterns_that_cannot_be_used(pattern: str, expected: str) -> None:
    assert fault(pattern) == expected


def test_what_is_deeply_nested_is_no_pattern() -> None:
    assert fault("(" * 490 + "a" + ")" * 490).startswith(("is no pattern: ", ""))


def test_a_template_that_names_no_group() -> None:
    assert template_fault("(a)", r"\1") == ""
    assert template_fault("(a)", r"\2").startswith("cannot stand instead: ")


def test_a_pattern_that_runs_too_long_is_given_up_and_the_others_are_not() -> None:
    text = "a" * 5000 + "! The end."
    slow: list[str] = []
    patterns = Patterns([(r"(?:a|aa)+$", None), ("end", None)])
    matches = list(patterns.found(text, [Block("body", 0, len(text))], slow))
    assert [text[match.start : match.end] for match in matches] == ["end"]
    assert slow == [r"(?:a|aa)+$"]


PIECES = st.lists(
    st.sampled_from(
        (r"\b", r"\B", "a", "Ab", "é", " ", "-", "(?:s|ed)?", "(x,y)", "(", ")", "?", "+", "*", "{2}", "[ab]",
         "|", ".", r"\d", r"\.", r"\x41", "(?i)", "(?!b)", "^", "$", "’", "ſ")
    ),
    max_size=7,
).map("".join)  # fmt: skip


@given(st.lists(PIECES, max_size=6))
def test_what_is_told_of_many_patterns_at_a_glance_is_so_of_each(patterns: list[str]) -> None:
    glances = openings(tuple(patterns))
    assert len(glances) == len(patterns)
    for pattern, opening in zip(patterns, glances, strict=True):
        if opening:
            assert (fault(pattern), letters(pattern)) == ("", opening)


def test_plain_patterns_are_told_at_a_glance_and_no_others() -> None:
    plain = (r"\butilise(?:s|d)?\b", "Port Ellery", r"kms(?: off)?\b", "na\u00efve")
    assert openings(plain) == ("utilise", "port ellery", "kms", "na\u00efve")
    assert openings((r"\d+ kms", "one|other", "", "kms?", "(a)b")) == ("", "", "", "", "")
    assert openings(("two\nlines", "plain")) == openings(("a" * 1_001, "plain")) == ("", "")
    assert openings(()) == ()
