"""XML that any reader takes: what it forbids, and what a terminal would obey, is replaced."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, TextIO

from verify.lexicon.late import late

if TYPE_CHECKING:
    # Imported where it is used: every check asks for all reporters, and this takes longer than all of them.
    from xml.etree.ElementTree import Element


def legal(text: str) -> str:
    """The text with a replacement character for each that has no place in XML."""
    return text if text.isascii() and text.isprintable() else _forbidden().sub("\ufffd", text)


@cache
def _forbidden() -> re.Pattern[str]:
    return late("[^\t\n\r -~\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def root(tag: str, **attributes: object) -> Element:
    """The element that holds all others."""
    from xml.etree.ElementTree import Element

    return Element(tag, _legal(attributes))


def below(parent: Element, tag: str, text: str = "", **attributes: object) -> Element:
    """A new element at the end of its parent."""
    from xml.etree.ElementTree import SubElement

    element = SubElement(parent, tag, _legal(attributes))
    element.text = legal(text) or None
    return element


def write(top: Element, stream: TextIO) -> None:
    """Write the elements, each on a line of its own."""
    from xml.etree.ElementTree import ElementTree, indent

    indent(top)
    stream.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    ElementTree(top).write(stream, encoding="unicode")
    stream.write("\n")


def _legal(attributes: dict[str, object]) -> dict[str, str]:
    return {name: legal(str(value)) for name, value in attributes.items()}
