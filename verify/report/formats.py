"""The formats that come with the product: each is imported when the first report is written in it."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TextIO

from verify.report.report import Report, Reporter

_QUOTES = frozenset(("quotes",))


def _late(name: str) -> Callable[[Report, TextIO], None]:
    """What writes a report with the module of that name; a run writes one or two."""

    def write(report: Report, stream: TextIO) -> None:
        import_module(f"verify.report.{name}").write(report, stream)

    return write


TEXT = Reporter("text", _late("text"), marks=_QUOTES)
JSON = Reporter("json", _late("json"), marks=_QUOTES)
JSONL = Reporter("jsonl", _late("jsonl"))
HTML = Reporter("html", _late("html"), marks=_QUOTES, needs=frozenset(("said", "copy")))
SARIF = Reporter("sarif", _late("sarif"))
GITHUB = Reporter("github", _late("github"))
GITLAB = Reporter("gitlab", _late("gitlab"))
JUNIT = Reporter("junit", _late("junit"))
CHECKSTYLE = Reporter("checkstyle", _late("checkstyle"))
RDJSON = Reporter("rdjson", _late("rdjson"))

REPORTERS = (TEXT, JSON, JSONL, HTML, SARIF, GITHUB, GITLAB, JUNIT, CHECKSTYLE, RDJSON)
"""All of them, in the order in which help texts list them."""
