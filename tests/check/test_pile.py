"""Values are had back as they came, wherever they were kept meanwhile."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from verify.check.pile import Pile, each
from verify.model.finding import Problem

WORDS = [
    Problem(f"{number}.txt", "Überfahrt “gestrichen” \U0001f6a2 \ud83d" * number) for number in range(50)
]


def piled(values: list[Problem], room: int) -> Pile[Problem]:
    pile: Pile[Problem] = Pile(room)
    for value in values:
        pile.add(value, 10)
    return pile


@pytest.mark.parametrize("room", [-1, 0, 5, 10, 255, 500, 10_000])
def test_what_is_put_on_a_pile_is_had_back(room: int) -> None:
    pile = piled(WORDS, room)
    assert list(pile) == WORDS
    assert [pile[at] for at in reversed(range(50))] == WORDS[::-1]
    assert (pile[-1], pile[3:9:2], len(pile)) == (WORDS[-1], WORDS[3:9:2], 50)
    assert pile.aside == (room < 500)
    assert (pile.settled() == tuple(WORDS)) == (room >= 500)
    with pytest.raises(IndexError):
        pile[50]


def test_it_grows_while_it_is_read() -> None:
    pile = piled(WORDS[:20], 35)
    for value in WORDS[20:]:
        assert pile[5] == WORDS[5]
        pile.add(value, 10)
    assert list(pile) == WORDS


def test_its_file_has_no_name(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    pile = piled(WORDS, 0)
    assert pile.aside
    assert list(tmp_path.iterdir()) == []


def test_without_a_place_for_files_all_stays_in_memory(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "none"))
    assert piled(WORDS, 20).settled() == tuple(WORDS)


def test_what_cannot_be_written_stays_in_memory() -> None:
    pile: Pile[Callable[[], int]] = Pile(-1)
    steps: list[Callable[[], int]] = [lambda: 1, lambda: 2, lambda: 3]
    for step in steps:
        pile.add(step, 10)
    assert list(pile) == steps


class Loud(str):
    """A text of a plugin's that can be written, and not be had back."""

    __slots__ = ()

    def __reduce__(self) -> tuple[Callable[[], str], tuple[()]]:
        return gone, ()


def gone() -> str:
    raise LookupError


def test_values_of_a_plugins_own_kind_stay_in_memory() -> None:
    pile: Pile[Problem] = Pile(-1)
    values = [Problem("a.txt", "quiet"), Problem("b.txt", Loud("loud")), Problem("c.txt", "quiet")]
    for value in values:
        pile.add(value, 10)
    assert list(pile) == values
    assert (type(pile[1].message), pile.aside) == (Loud, True)


@pytest.mark.parametrize("room", [20, 10_000])
def test_a_pile_that_is_changed_is_a_pile(room: int) -> None:
    def shorter(one: Problem) -> Problem | None:
        return None if len(one.message) % 2 else Problem(one.where, one.message[:5])

    before = piled(WORDS, room).settled()
    after = each(before, shorter)
    assert list(after) == [short for one in WORDS if (short := shorter(one))]
    assert type(after) is type(before)
