"""TOML as hostile input: tomllib, with the bounds that it does not set itself."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from verify.model.finding import Problem

_DEEP_KEY = re.compile(r"^[^\n=\"']*(?:\.[^\n=\"'.]*){64}", re.MULTILINE)
_DEEP = "nested too deeply"
_LARGE = "a number is too large"
_LARGEST = 2**63


def read(path: Path) -> dict[str, Any] | Problem:
    """Return the table of a TOML file, or why there is none, with the place where it is broken."""
    try:
        return loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        return Problem(str(path), f"cannot be read: {error.strerror}")
    except UnicodeDecodeError as error:
        return Problem(str(path), f"is not UTF-8 (byte {error.start:,})")
    except tomllib.TOMLDecodeError as error:
        return broken(path, str(error))


def broken(path: object, message: str) -> Problem:
    """A TOML error in words of ours, its place put where an editor can jump to it."""
    what, found, place = message.partition(" (at line ")
    if not found:
        return Problem(str(path), f"broken TOML: {message}")
    line, column = re.findall(r"\d+", place)[:2]
    return Problem(f"{path}:{line}:{column}", f"broken TOML: {what[:1].lower()}{what[1:]}")


def loads(text: str) -> dict[str, Any]:
    """Return the table of a TOML text; raises tomllib.TOMLDecodeError where it is broken or boundless."""
    if _DEEP_KEY.search(text):
        # tomllib keeps a table for each dot of a key and a path to each: a long one fills the memory.
        raise tomllib.TOMLDecodeError(_DEEP)
    try:
        table = tomllib.loads(text)
        _bounded(table)
    except RecursionError:
        raise tomllib.TOMLDecodeError(_DEEP) from None
    except tomllib.TOMLDecodeError:
        raise
    except ValueError:
        # Of Python itself, which reads no decimal number of more than 4,300 digits.
        raise tomllib.TOMLDecodeError(_LARGE) from None
    return table


def _bounded(value: object) -> None:
    """Refuse whole numbers beyond 64 bits, as TOML 1.0 asks: Python could not even print the longest."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            _bounded(item)
    elif isinstance(value, int) and not -_LARGEST <= value < _LARGEST:
        raise tomllib.TOMLDecodeError(_LARGE)
