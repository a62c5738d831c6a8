"""Whom sources without a name of their own stand for: strangers, pairs, relatives, ranks and origins."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Named = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("copy", "name"),
    [
        ("A neighbor from the third floor came down. [[He]] left.", "A neighbor"),
        ("The girl hid under a table. [[She]] left.", "The girl"),
        ("My father drove a cab. [[He]] left.", "My father"),
        ("Dozens of nurses sat down. [[They]] left.", "Dozens of nurses"),
        ("Two men came in. [[They]] left.", "Two men"),
        ("Tom Ray came in. The man sat down. [[He]] left.", "Tom Ray"),
        ("Tom Ray came in. A woman stood up. [[He]] left.", "Tom Ray"),
        ("A spokesman stood up. [[She]] left.", ""),
        ("The girl group sang. [[She]] left.", ""),
        ("The girl’s house burned. [[She]] left.", ""),
        ("Tom Ray and Paul Hall came. [[He]] left.", ""),
        ("Ann Lund and Paul Hall came. [[He]] left.", "Paul Hall"),
        ("By Tom Ray\n\nIt rained all day. [[He]] left.", ""),
    ],
)
def test_people_without_a_name(copy: str, name: str, named: Named) -> None:
    assert named(copy) == [name]


@pytest.mark.parametrize(
    ("copy", "name"),
    [
        ("[[Ned and Ruth Barlow]] left.", "Ned and Ruth Barlow"),
        ("[[Ann Lund]] and Paul Hall left.", "Ann Lund"),
        ("It was late, [[Ann Lund]] and Paul Hall, her aide, said.", "Ann Lund and Paul Hall"),
        ("It was late, said [[Ann Lund]] and her husband, Paul.", "Ann Lund and Paul"),
        ("It was late, said [[Ann Lund]] and Paul Hall left.", "Ann Lund"),
        ("It was late, said Tom Ray, [[Ann Lund]] and Paul Hall.", "Ann Lund"),
        ("Ann Lund met Tom Ray and [[Paul Hall]] left.", "Paul Hall"),
    ],
)
def test_two_who_speak_as_one(copy: str, name: str, named: Named) -> None:
    assert named(copy)[-1] == name


@pytest.mark.parametrize(
    ("copy", "name"),
    [
        ("Ted Lund, 61, came with Ray Lund, 30. [[the younger Lund]] left.", "Ray Lund"),
        ("Ted Lund, 61, came with Ray Lund, 30. [[the elder Lund]] left.", "Ted Lund"),
        ("Ted Lund came with his son, Ray Lund. [[the younger Lund]] left.", "Ray Lund"),
        ("Tom Ray and his son, Paul Ray, came. [[Paul Ray]] spoke. [[his father]] left.", "Tom Ray"),
        ("Tom Ray and his son, Paul Ray, came. [[Paul Ray]] spoke. [[his mother]] left.", "his mother"),
        ("Ann Lund and her husband, Max, came. [[She]] spoke. [[her husband]] left.", "Max"),
        ("Sgt. Ann Lund came. [[the officer]] left.", "Ann Lund"),
        ("Sgt. Ann Lund met an officer. [[the officer]] left.", "the officer"),
        ("Bruno Keller won in Basel. [[the Swiss]] left.", "Bruno Keller"),
        ("Bruno Keller won in Basel. [[the Swiss]] are proud.", "the Swiss"),
    ],
)
def test_whom_a_description_means(copy: str, name: str, named: Named) -> None:
    assert named(copy)[-1] == name
