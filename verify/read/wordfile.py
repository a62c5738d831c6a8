"""The words of a DOCX file: paragraphs of its main text, insertions that are tracked included."""

from __future__ import annotations

import io
import zlib
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from verify.model.span import SourceMap
from verify.model.supplied import Supplied
from verify.read.reader import Unreadable

SUFFIXES = (".docx",)
MOST = 64 * 1024 * 1024
"""Bytes of text and markup that are unpacked; a transcript of a day of talk has a tenth of them."""
_MAIN = "word/document.xml"
_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_DEEPEST = 500


def read(path: str, data: bytes) -> Supplied:
    """Return the words of the file, which count into themselves, a paragraph a line; raises Unreadable."""
    text = _Words().of(_unpacked(data))
    if not text.strip():
        raise Unreadable("there are no words in it")
    return Supplied(path, text, text, SourceMap.identity(len(text)))


def _unpacked(data: bytes) -> bytes:
    """The main text of the package, in memory and no larger than a text can be."""
    try:
        with ZipFile(io.BytesIO(data)) as package, package.open(_MAIN) as part:
            found = part.read(MOST + 1)
    except KeyError:
        raise Unreadable("no Word document: it has no word/document.xml") from None
    except _BROKEN as error:
        raise Unreadable(f"no Word document that can be unpacked ({error})") from None
    if len(found) > MOST:
        raise Unreadable(f"its text is larger than {MOST // 1024 // 1024} MB when unpacked")
    return found


class _Words:
    """Takes the words of w:t out of the markup; what was deleted or moved away is left out.

    So are the stops at which tabs are set, which have the name of a tab and are none.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._in_text = False
        self._skipped = 0
        self._depth = 0

    def of(self, markup: bytes) -> str:
        """The words; a document type, and with it every entity, is refused."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartDoctypeDeclHandler = _refuse
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._words
        try:
            parser.Parse(markup, True)  # noqa: FBT003 - expat's way to say that this is all
        except expat.ExpatError as error:
            raise Unreadable(f"its text is no sound XML: {error}") from None
        return "".join(self._parts)

    def _start(self, name: str, _attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise Unreadable("its markup is nested too deep")
        if self._skipped or name in _LEFT_OUT:
            self._skipped += 1
        elif name == f"{_NAMESPACE} t":
            self._in_text = True
        elif name in _SPACES:
            self._parts.append(_SPACES[name])

    def _end(self, name: str) -> None:
        self._depth -= 1
        if self._skipped:
            self._skipped -= 1
        elif name == f"{_NAMESPACE} t":
            self._in_text = False
        elif name == f"{_NAMESPACE} p":
            self._parts.append("\n")

    def _words(self, words: str) -> None:
        if self._in_text and not self._skipped:
            self._parts.append(words)


def _refuse(*_declaration: object) -> None:
    raise Unreadable("it declares a document type, which no Word document has")


_LEFT_OUT = frozenset(
    (f"{_NAMESPACE} del", f"{_NAMESPACE} moveFrom", f"{_NAMESPACE} tabs", f"{_COMPATIBILITY} Fallback")
)
_SPACES = {
    f"{_NAMESPACE} tab": "\t",
    f"{_NAMESPACE} br": "\n",
    f"{_NAMESPACE} cr": "\n",
    f"{_NAMESPACE} noBreakHyphen": "-",
}
_BROKEN = (BadZipFile, EOFError, OSError, NotImplementedError, RuntimeError, ValueError, zlib.error)
"""What unpacking may raise for a package that is damaged, locked, or packed in a way that is not known."""
