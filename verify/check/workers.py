"""The articles handed out to several processes, one at a time each; what comes back is what one would find.

A worker is a copy of this process (forked off), which is ready at once, where nothing speaks against it: on
Linux, with nothing but the house at work, and while no thread runs, since a copy of a process in which one
does may wait for a lock for ever. Elsewhere it is started afresh, and arranges the same desk again. Each has
a pipe of its own and shares no lock with the others, so that one that dies takes nothing along but the
article it had.
"""

from __future__ import annotations

import gc
import signal
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Self

from msgspec import Struct

from verify.check.examine import Examined, examine
from verify.check.setup import Plans, Setup, Source
from verify.check.worker import drawn, roster, work
from verify.model.finding import Problem

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

_PATIENCE = 2.0
"""Seconds that a worker without work is given to leave by itself."""
_GLANCE = 0.5
"""Seconds after which the process that waits for answers looks up."""
_GONE = object()
"""What is heard of a worker that died."""


class Workers(Struct, frozen=True):
    """How many processes examine the articles (1: this one alone), and how each arranges the same setup.

    The number may be asked for, once it is known which articles are left to examine.
    `arrange` travels to them: a function of a module, or a partial of one with plain values.
    `copies` says that nothing is at work here that a copy of this process could not bear: a plugin's
    connection, or a library with threads.
    """

    number: int | Callable[[Sequence[Source]], int] = 1
    arrange: Callable[[], Setup] | None = None
    copies: bool = False


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
        crew = _Crew(workers.arrange, plans, copies=workers.copies)
        yield from _handed_out(queue, number, crew, plans)
    # Alone, or left alone: where no worker could be set up, the work is done here.
    while queue:
        at, source = queue.popleft()
        yield at, examine(source, *plans.of(source.path))


class _Worker:
    """One process, our end of the pipe to it, and the article that it has in hand."""

    def __init__(self, process: BaseProcess, pipe: Connection) -> None:
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

    def __init__(self, arrange: Callable[[], Setup], plans: Plans, *, copies: bool) -> None:
        self._arrange, self._plans, self._copies = arrange, plans, copies
        self._leaving: list[_Worker] = []
        self.at_work: dict[Connection, _Worker] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        for worker in (*self._leaving, *self.at_work.values()):
            worker.end(patiently=kind is None)

    def hire(self) -> None:
        """Start one more, who says when the desk is arranged; nobody, where the system gives no process."""
        if self._copies and copyable():
            # A copy has the ends of all pipes that are open here, and must not keep those of others open.
            worker = _begun("fork", lambda: self._plans, tuple(self.at_work))
        else:
            worker = _begun("spawn", partial(drawn, self._arrange, self._plans.many, self._plans.across))
        if worker:
            self.at_work[worker.pipe] = worker

    def dismiss(self, worker: _Worker) -> None:
        """Let a worker go."""
        del self.at_work[worker.pipe]
        worker.pipe.close()
        self._leaving.append(worker)

    def answers(self) -> Iterator[tuple[_Worker, object]]:
        """Wait until somebody answers; _GONE is said of those who died, None of what cannot travel."""
        from multiprocessing.connection import wait

        # A Ctrl-C that comes just before the system is asked to wait is noticed when it has done so.
        while not (ready := wait(list(self.at_work), _GLANCE)):
            pass
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
    queue: deque[tuple[int, Source]], number: int, crew: _Crew, plans: Plans
) -> Iterator[tuple[int, Examined | Problem | Lost]]:
    """What workers find in the articles of the queue; some are left there only if no worker is."""
    expected = roster(plans.setup)
    with crew:
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


def copyable() -> bool:
    """Whether this process may be copied as it is: Linux, and no thread runs in it but this one."""
    try:
        # Python knows of its own threads; the system also of those that a library has started.
        return sys.platform == "linux" and len(list(Path("/proc/self/task").iterdir())) == 1
    except OSError:
        return False


def _begun(
    way: Literal["fork", "spawn"], draw: Callable[[], Plans], others: tuple[Connection, ...] = ()
) -> _Worker | None:
    """A new worker, who says when the desk is arranged; none where the system gives no process."""
    from multiprocessing import get_context

    context: Any = get_context(way)
    try:
        ours, theirs = context.Pipe()
    except OSError:
        return None
    inherited = (*others, ours) if way == "fork" else ()
    process = context.Process(target=work, args=(theirs, draw, gc.get_threshold(), inherited), daemon=True)
    try:
        with _unheard(way):
            process.start()
    except Exception:  # noqa: BLE001 - no process is to be had, or a plugin's entry cannot travel
        ours.close()
        return None
    finally:
        theirs.close()
    return _Worker(process, ours)


@contextmanager
def _unheard(way: Literal["fork", "spawn"]) -> Iterator[None]:
    """Let what is started not hear Ctrl-C, which a terminal sends to all: this process ends the others."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    if way == "spawn":
        from multiprocessing.resource_tracker import ensure_running

        # It is started with the first worker of this kind, and would let Ctrl-C in again.
        ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
