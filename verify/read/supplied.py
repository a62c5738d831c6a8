"""Reads the sources that a desk supplies: each file once, and each that cannot be read is told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from verify.model.finding import Problem
from verify.model.span import SourceMap
from verify.model.supplied import Library, Supplied
from verify.read import subtitles, wordfile
from verify.read.choose import read as read_article
from verify.read.decode import decode
from verify.read.files import find
from verify.read.reader import Reader, Unreadable

_LARGEST = 256 * 1024 * 1024
_TEXT = (".txt", ".text")


def load(paths: Iterable[str], readers: Sequence[Reader]) -> Library:
    """The sources under the paths: files, and those of folders with a suffix that can be read.

    Besides what the readers of articles know, subtitles and Word documents are read; where a reader of
    a plugin takes such files, it is asked.
    """
    known = {suffix for reader in readers for suffix in reader.suffixes}
    texts: list[Supplied] = []
    problems: list[Problem] = []
    for found in find(paths, {*known, *subtitles.SUFFIXES, *wordfile.SUFFIXES}):
        if isinstance(found, Problem):
            problems.append(found)
            continue
        try:
            texts.append(_read(found, readers, known))
        except OSError as error:
            problems.append(Problem(found, f"cannot be read: {(error.strerror or str(error)).lower()}"))
        except Unreadable as error:
            problems.append(Problem(found, " ".join(str(error).split())))
        except Exception as error:  # noqa: BLE001 - a plugin's reader may raise anything; the others go on
            problems.append(Problem(found, f"the reader raised {type(error).__name__}: {error}"))
    return Library(tuple(sorted(texts, key=lambda one: one.path)), tuple(problems))


def _read(path: str, readers: Sequence[Reader], known: set[str]) -> Supplied:
    file = Path(path)
    if file.stat().st_size > _LARGEST:
        raise Unreadable(f"larger than {_LARGEST // 1024 // 1024} MB")
    data = file.read_bytes()
    suffix = file.suffix.lower()
    if suffix in _TEXT:
        # Neither paragraphs nor zones are asked of a source, and making them takes most of the time.
        text = decode(data)
        return Supplied(path, text, text, SourceMap.identity(len(text)))
    if suffix not in known and suffix in subtitles.SUFFIXES:
        return subtitles.read(path, data)
    if suffix not in known and suffix in wordfile.SUFFIXES:
        return wordfile.read(path, data)
    document = read_article(readers, path, data)
    return Supplied(path, document.text, document.source, document.map)
