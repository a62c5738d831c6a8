"""`verify check --changed-since`: only what a change of the articles brought about."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

import click

from verify.check.changed import Touched, changed, to_read
from verify.check.outcome import Report
from verify.check.setup import Source
from verify.cli.going import Queue, queue_of, run
from verify.config.load import Loaded
from verify.model.finding import Problem
from verify.plugin.desk import Desk
from verify.read.history import Change, History, NoHistory, since


def changed_since(
    revision: str,
    paths: tuple[str, ...],
    desk: Desk,
    loaded: Loaded,
    options: Mapping[str, Any],
    archive: str,
) -> Report:
    """What the desk finds in the lines that were touched since the revision."""
    if "-" in paths:
        raise click.UsageError("--changed-since asks git; standard input has no history")
    queue = queue_of(paths, desk, loaded, options)
    try:
        history = since(revision, _folder(queue))
        queue, touched, blobs = _held_against(history, queue)
        before = partial(_before, history, blobs)
        checking = partial(run, archive=archive, jobs=options["jobs"])
        return changed(
            to_read(queue, touched, desk.setup),
            touched,
            before,
            lambda articles, earlier: checking(tuple(articles), desk, earlier=earlier),
        )
    except NoHistory as error:
        raise click.ClickException(f"--changed-since: {error}") from None


def _folder(queue: Queue) -> str:
    """The folder of the first article; where there is none, this one."""
    first = next((one.path for one in queue if isinstance(one, Source)), "")
    return Path(first).resolve().parent.as_posix() if first else ""


def _held_against(history: History, queue: Queue) -> tuple[Queue, Touched, dict[str, str]]:
    """The queue with articles of elsewhere as problems, the lines touched, and the blobs of before."""
    touched: dict[str, tuple[tuple[int, int], ...] | None] = {}
    blobs: dict[str, str] = {}
    ours: list[Source | Problem] = []
    for one in queue:
        place = history.place(one.path) if isinstance(one, Source) else None
        if isinstance(one, Source) and place is None:
            ours.append(Problem(one.path, f"lies outside the repository {history.top}"))
            continue
        ours.append(one)
        if isinstance(one, Problem) or place is None:
            continue
        change = history.changed.get(place, None if place in history.tracked else Change((), ""))
        if change is not None:
            touched[one.path] = change.lines if change.before else None
        if change is not None and change.before:
            blobs[one.path] = change.before
    return tuple(ours), touched, blobs


def _before(history: History, blobs: Mapping[str, str]) -> dict[str, bytes]:
    held = history.blobs(blobs.values())
    return {path: held[name] for path, name in blobs.items() if name in held}
