"""The articles handed out to several processes, one at a time each; what comes back is what one would find.

Workers are started afresh, not forked off: a copy of a process in which a thread runs (a plugin's, or the
progress bar's) may wait for a lock for ever, and one way is enough for all systems. Each has a pipe of its
own and shares no lock with the others, so that one that dies takes nothing along but the article it had.
"""

from __future__ import annotations

import gc
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Self

from msgspec import Struct

from verify.check.examine import Examined, examine
from verify.check.setup import Plans, Setup, Source
from verify.check.worker import roster, work
from verify.model.finding import Problem

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

_PATIENCE = 2.0
"""Seconds that a worker without work is given to leave by itself."""
_GONE = object()
"""What is heard of a worker that died."""


class Workers(Struct, frozen=True):
    """How many processes examine the articles (1: this one alone), and how each arranges the same setup.

    The number may be asked for, once it is known which articles are left to examine.
    `arrange` travels to them: a function of a module, or a partial of one with plain values.
    """

    number: int | Callable[[Sequence[Source]], int] = 1
    arrange: Callable[[], Setup] | None = None


ALONE = Workers()


class Lost(Struct, frozen=True):
    """An article whose worker died over it."""

    problem: Problem


def examined_by(
    workers: Workers, sources: Sequence[Source], plans: Plans
) -> Generator[tuple[int, Examined | Problem | Lost]]:
    """Each source's number and what was found in it, as soon as it is known; handed out in their order."""
    queue = deque(enumerate(sources))
    wanted = workers.number if isinstance(workers.number, int) else workers.number(sources)
    number = min(wanted, len(sources))
    if workers.arrange is not None and number > 1:
        yield from _handed_out(queue, number, workers.arrange, plans)
    # Alone, or left alone: where no worker could be set up, the work is done here.
    while queue:
        at, source = queue.popleft()
        yield at, examine(source, *plans.of(source.path))


class _Worker:
    """One process, our end of the pipe to it, and the article that it has in hand."""

    def __init__(self, process: SpawnProcess, pipe: Connection) -> None:
        self.process = process
        self.pipe = pipe
        self.in_hand: tuple[int, Source] | None = None

    def hand(self, queue: deque[tuple[int, Source]]) -> bool:
        """Give the next article, if there is one; where the process is gone, it stays in the queue."""
        if not queue:
            return False
        # A worker reads its pipe whenever it has nothing in hand: neither side can block the other.
        try:
            self.pipe.send(queue[0][1])
        except OSError:
            return False
        self.in_hand = queue.popleft()
        return True

    def end(self, *, patiently: bool) -> None:
        """See the process off: without a pipe it leaves by itself."""
        self.pipe.close()
        if not patiently:
            self.process.kill()
        self.process.join(_PATIENCE)
        if self.process.exitcode is None:
            self.process.kill()
            self.process.join()

    def ending(self) -> str:
        """How the process came to its end, in words."""
        code = self.process.exitcode or 0
        if code >= 0:
            return f"the worker that had it ended with exit code {code}"
        name = next((one.name for one in signal.Signals if one == -code), f"signal {-code}")
        why = " (was there no memory left?)" if name == "SIGKILL" else ""
        return f"the worker that had it was ended by {name}{why}"


class _Crew:
    """The workers at work, and those who have nothing left to do; none outlives the crew."""

    def __init__(self, arrange: Callable[[], Setup], plans: Plans) -> None:
        self._arrange, self._plans = arrange, plans
        self._leaving: list[_Worker] = []
        self.at_work: dict[Connection, _Worker] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        for worker in (*self._leaving, *self.at_work.values()):
            worker.end(patiently=kind is None)

    def hire(self) -> None:
        """Start one more, who says when the desk is arranged; nobody, where the system gives no process."""
        if worker := _started(self._arrange, self._plans):
            self.at_work[worker.pipe] = worker

    def dismiss(self, worker: _Worker) -> None:
        """Let a worker go."""
        del self.at_work[worker.pipe]
        worker.pipe.close()
        self._leaving.append(worker)

    def answers(self) -> Iterator[tuple[_Worker, object]]:
        """Wait until somebody answers; _GONE is said of those who died, None of what cannot travel."""
        from multiprocessing.connection import wait

        ready = wait(list(self.at_work))
        for worker in [worker for pipe, worker in self.at_work.items() if pipe in ready]:
            try:
                answer = worker.pipe.recv()
            except (EOFError, OSError):
                del self.at_work[worker.pipe]
                worker.end(patiently=True)
                answer = _GONE
            except Exception:  # noqa: BLE001 - a plugin's values may be sent, and yet not be had here
                answer = None
            yield worker, answer


def _handed_out(
    queue: deque[tuple[int, Source]], number: int, arrange: Callable[[], Setup], plans: Plans
) -> Iterator[tuple[int, Examined | Problem | Lost]]:
    """What workers find in the articles of the queue; some are left there only if no worker is."""
    expected = roster(plans.setup)
    with _Crew(arrange, plans) as crew:
        for _ in range(number):
            crew.hire()
        while crew.at_work:
            for worker, answer in crew.answers():
                had, worker.in_hand = worker.in_hand, None
                if had is None:
                    # The first answer says what the desk looks like; one that came out otherwise is not ours.
                    if answer is not _GONE and not (answer == expected and worker.hand(queue)):
                        crew.dismiss(worker)
                    continue
                number, source = had
                if answer is _GONE:
                    yield number, Lost(Problem(source.path, worker.ending()))
                    if queue:
                        crew.hire()
                    continue
                # The next article goes out first: nobody shall wait for what is done with this one.
                if not worker.hand(queue):
                    crew.dismiss(worker)
                found = (
                    answer
                    if isinstance(answer, (Examined, Problem))
                    else examine(source, *plans.of(source.path))
                )
                yield number, found


def _started(arrange: Callable[[], Setup], plans: Plans) -> _Worker | None:
    """A new worker, who says when the desk is arranged; none where the system gives no process."""
    from multiprocessing import get_context

    context = get_context("spawn")
    try:
        ours, theirs = context.Pipe()
    except OSError:
        return None
    more = {"many": plans.many, "across": plans.across, "thresholds": gc.get_threshold()}
    process = context.Process(target=work, args=(theirs, arrange), kwargs=more, daemon=True)
    try:
        with _unheard():
            process.start()
    except Exception:  # noqa: BLE001 - no process is to be had, or a plugin's entry cannot travel
        ours.close()
        return None
    finally:
        theirs.close()
    return _Worker(process, ours)


@contextmanager
def _unheard() -> Iterator[None]:
    """Let what is started not hear Ctrl-C, which a terminal sends to all: this process ends the others."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    from multiprocessing.resource_tracker import ensure_running

    # It is started with every first worker, and would let Ctrl-C in again.
    ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
