"""The path of an article as other programs look for it: from the folder that the check runs in."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath


def relative(path: str) -> str:
    """The path, from here where it lies below; with one slash between its parts and no dot for a part."""
    if Path(path).is_absolute():
        here = os.path.relpath(path)
        path = path if here.startswith(os.pardir) else here
    return PurePosixPath(path.replace(os.sep, "/")).as_posix()


def uri(path: str) -> str:
    """The path as a reference that a URI may hold, every other byte of its UTF-8 percent-encoded."""
    from urllib.parse import quote

    path = relative(path)
    if Path(path).is_absolute():
        return Path(path).as_uri()
    # A colon in the first part would read as a scheme: it is encoded like all that is not plain.
    return quote(path.encode("utf-8", "surrogateescape"), safe="/")
