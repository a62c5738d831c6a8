"""Lines with styles, written plainly or in colour."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TextIO

Line = tuple[tuple[str, str], ...]
"""A line as (style, text) pieces; the style is empty for plain words."""

_WIDTH = 100
_STYLES = {
    "path": "bold",
    "error": "bold red",
    "warning": "yellow",
    "info": "cyan",
    "rule": "dim",
    "words": "bold",
    "carets": "red",
    "advice": "green",
    "dim": "dim",
    "gone": "red",
    "new": "green",
}


def coloured(stream: TextIO, wish: bool | None) -> bool:  # noqa: FBT001 - three answers: yes, no, as it comes
    """Whether to use colours: as wished, else as the environment says, else on a terminal."""
    if wish is not None:
        return wish
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def width_of(stream: TextIO) -> int:
    """The width to write for: the terminal's, or a page's where there is none."""
    if not stream.isatty():
        return _WIDTH
    import shutil

    return max(40, shutil.get_terminal_size().columns)


def paint(lines: Iterable[Line], stream: TextIO, *, color: bool) -> None:
    """Write the lines; the library for colours is loaded only where there are any."""
    if not color:
        stream.writelines("".join(text for _, text in line).rstrip() + "\n" for line in lines)
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(
        file=stream,
        force_terminal=True,
        color_system="standard",
        no_color=False,
        highlight=False,
        soft_wrap=True,
        width=_WIDTH,  # lines are never broken, but a terminal that says it has none would get nothing
    )
    for line in lines:
        text = Text.assemble(*((piece, _STYLES.get(style, "")) for style, piece in line))
        text.rstrip()
        console.print(text)
