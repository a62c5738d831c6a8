"""The run that `check` and `quotes` share: the articles under the paths, one after the other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from verify.check.outcome import Report
from verify.check.run import check
from verify.cli.progress import steps
from verify.cli.streams import from_stdin
from verify.config.load import Loaded
from verify.plugin.desk import Desk, sources


def go_through(paths: tuple[str, ...], desk: Desk, loaded: Loaded, values: Mapping[str, Any]) -> Report:
    """What the desk finds in the articles under the paths, with a bar where somebody watches."""
    stdin = from_stdin(paths, values["stdin_filename"])
    queue = tuple(sources(paths, desk.setup, loaded, stdin))
    with steps(len(queue)) as each:
        return check(queue, desk.setup, each, desk.problems)
