"""A part that goes on for too long is stopped, wherever the bell rings, and nothing else ever is."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from time import monotonic

import pytest

from verify.check.bells import Alarm, Thrower, usual
from verify.check.watch import Overdue, Watch

OFTEN = partial(Thrower, tick=0.0005)


def for_ever() -> None:
    while True:
        pass


def busy(seconds: float) -> str:
    until = monotonic() + seconds
    while monotonic() < until:
        pass
    return "done"


@pytest.mark.parametrize("bell", [Alarm, Thrower])
def test_one_that_never_ends_is_stopped_and_the_next_runs(bell: type[Alarm | Thrower]) -> None:
    with Watch(0.1, bell=bell) as watch:
        for _ in range(2):
            with pytest.raises(Overdue, match=r"^was stopped after 0\.1 s$"):
                watch.run("never", for_ever)
            assert watch.run("quick", lambda: "done") == "done"
    assert [(part, times) for part, _, times in watch.times()] == [("never", 2), ("quick", 2)]
    assert threading.active_count() < 10


@pytest.fixture
def often_aside() -> Iterator[None]:
    """Have threads take turns so often that one that looks every half a thousandth of a second can."""
    usually = sys.getswitchinterval()
    sys.setswitchinterval(0.0001)
    yield
    sys.setswitchinterval(usually)


@pytest.mark.usefixtures("often_aside")
def test_what_is_thrown_never_arrives_after_the_part() -> None:
    stopped = 0
    with Watch(0.001, bell=OFTEN) as watch:
        for number in range(1_500):
            try:
                assert watch.run("part", partial(busy, 0.0004 + number % 5 * 0.0003)) == "done"
            except Overdue:
                stopped += 1
            for _ in range(20):
                assert number >= 0
    assert 0 < stopped < 1_500


def test_a_part_that_catches_every_exception_is_stopped_by_the_thread_too() -> None:
    def careless() -> None:
        while True:
            with suppress(Exception):
                for_ever()

    with Watch(0.05, bell=Thrower) as watch, pytest.raises(Overdue):
        watch.run("careless", careless)


def test_the_thread_rings_where_there_is_no_alarm_to_be_had() -> None:
    bells: list[object] = [usual(bool)]
    other = threading.Thread(target=lambda: bells.append(usual(bool)))
    other.start()
    other.join()
    before = signal.signal(signal.SIGALRM, signal.SIG_IGN)
    try:
        bells.append(usual(bool))
    finally:
        signal.signal(signal.SIGALRM, before)
    assert [type(one) for one in bells] == [Alarm, Thrower, Thrower]
