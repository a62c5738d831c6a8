"""Patterns that are compiled when they are first used."""

from __future__ import annotations

import re

import pytest

from verify.lexicon.late import late


def test_a_late_pattern_answers_as_a_pattern() -> None:
    pattern = late(r"(?P<word>b\w*)", re.IGNORECASE)
    assert [match["word"] for match in pattern.finditer("abc Bcd")] == ["bc", "Bcd"]
    assert pattern.search("abc", 2) is None
    assert pattern.findall("Bb ab") == ["Bb", "b"]
    assert pattern.sub("-", "ab") == "a-"
    assert (pattern.pattern, pattern.groups) == (r"(?P<word>b\w*)", 1)


def test_a_mistake_is_raised_when_the_pattern_is_used() -> None:
    broken = late("(")
    with pytest.raises(re.error):
        broken.match("a")
