from __future__ import annotations

import pytest
from msgspec import Struct

from verify.config.options import build


class Options(Struct, frozen=True):
    min_words: int = 3
    names: tuple[str, ...] = ()
    strict: bool = False


def test_options_are_built_with_defaults_for_the_rest() -> None:
    built, problems = build(Options, {"min-words": 5, "names": ["Ann"]}, "here")
    assert built == Options(5, ("Ann",))
    assert problems == ()
    assert build(Options, {}, "here") == (Options(), ())


def test_an_unknown_option_is_refused_with_a_suggestion() -> None:
    built, problems = build(Options, {"min_words": 5, "strict": True}, "here")
    assert built == Options(strict=True)
    assert [str(p) for p in problems] == ['here: unknown option "min_words" (did you mean "min-words"?)']


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({"min-words": "many"}, "here: min-words: expected a whole number, got 'many'"),
        ({"names": "Ann"}, "here: names: expected a list, got 'Ann'"),
        ({"strict": 1}, "here: strict: expected true or false, got 1"),
    ],
)
def test_a_wrong_type_says_what_was_expected(table: dict[str, object], message: str) -> None:
    built, problems = build(Options, table, "here")
    assert built == Options()
    assert [str(p) for p in problems] == [message]
