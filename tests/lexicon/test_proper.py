"""Names of days, months and lands with a slip in them, and words that only look like one."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.lexicon.proper import proper_slips


def told(text: str) -> dict[str, str]:
    once = [word for word, count in Counter(re.findall(r"[^\W\d_]+", text)).items() if count == 1]
    return {word: slip.words[0] for word, slip in proper_slips(once, text)}


@pytest.mark.parametrize(
    ("text", "word", "fix"),
    [
        ("The council met on Wendesday to vote.", "Wendesday", "Wednesday"),
        ("The council will meet next Thurday.", "Thurday", "Thursday"),
        ("It was cold in Febuary, he said.", "Febuary", "February"),
        ("It rained from Septmber on.", "Septmber", "September"),
        ("They left on Novmber 3.", "Novmber", "November"),
        ("Marhc was dry.", "Marhc", "March"),
        ("She moved to Califronia.", "Califronia", "California"),
        ("She lives in Spokane, Wahsington.", "Wahsington", "Washington"),
        ("A Rusian envoy came.", "Rusian", "Russian"),
        ("Many Amercans voted.", "Amercans", "Americans"),
        ("The Gernan team won.", "Gernan", "German"),
        ("The Swedissh yard closed.", "Swedissh", "Swedish"),
        ("The ship left Spian again.", "Spian", "Spain"),
        ("He sailed to Ohio. Amercan crews stayed.", "Amercan", "American"),
        ("In Janaury Mayor Berg left.", "Janaury", "January"),
        ("The Untied States voted.", "Untied", "United"),
        ("The United Sates voted.", "Sates", "States"),
        ("He flew to New Yrok.", "Yrok", "York"),
        ("South Koera agreed.", "Koera", "Korea"),
        ("Noth Korea agreed.", "Noth", "North"),
    ],
)
def test_a_slip_in_the_name_of_a_day_or_a_land(text: str, word: str, fix: str) -> None:
    assert told(text) == {word: fix}


@pytest.mark.parametrize(
    "text",
    [
        "Wednesday, February and California are spelt so.",
        "A laptop was untied, and the Untied Knot, a pub, closed.",
        "The Sates of a country.",
        "Rusia came, and Rusia left.",
        "Ola Rusia spoke to Febuary Berg.",
        "The Amercan Falls are low.",
        "Ms. Germna left, and J. Egytpian stayed.",
        "The Italia and the Columbia were moored beside the Philippine ship.",
        "The NOVMBER of a WENDESDAY.",
        "Frances Green and Susan Marsh met Marco Greene and Jeremy Neal.",
        "Iraq, Iran, Mali, Niger and the Americas.",
        "Ucraina and Egyptean are two letters away or another slip.",
    ],
)
def test_another_word_stays(text: str) -> None:
    assert told(text) == {}


def test_copy_full_of_candidates_and_words_without_end_are_left_alone() -> None:
    slips = [f"{word[:at]}{word[at]}{word[at:]}" for word in ("Pennsylvania", "Massachusetts", "California",
        "Connecticut", "Switzerland") for at in range(1, len(word))]  # fmt: skip
    assert told(f"She went to {slips[0]} again.") == {slips[0]: "Pennsylvania"}
    assert told("; ".join(f"in {word}" for word in slips)) == {}
    assert told(f"She met Ame{'r' * 100_000}ican.") == {}


_PIECES = (
    "Untied",
    "States",
    "Sates",
    "Marhc",
    "New",
    "Yrok",
    "Janaury",
    "Rusian",
    "met",
    "in",
    ".",
    "’s",
    "é1",
)


@given(st.lists(st.sampled_from(_PIECES), max_size=12).map(" ".join))
def test_whatever_is_found_stands_in_the_text(text: str) -> None:
    for word, fix in told(text).items():
        assert word in text
        assert fix not in ("", word)
        assert fix[0] == word[0]
