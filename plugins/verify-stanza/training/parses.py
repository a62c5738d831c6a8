"""The parses of annotated articles, kept on disk: to parse takes minutes, to learn from parses seconds."""

from __future__ import annotations

from pathlib import Path

import msgspec
from verify_stanza.parsed import marker
from verify_stanza.trees import Tree

from verify.mark.order import mark, plan
from verify.mark.quotations import MARKER as QUOTATIONS
from verify.mark.sentences import MARKER as SENTENCES
from verify.read.formats import TEXT as READER


def parses(text: Path, models: Path, kept: Path) -> tuple[Tree, ...]:
    """The trees of an article, parsed with the models of a folder where they are not kept yet."""
    place = kept / f"{text.stem}.msgpack"
    if not place.exists():
        markers = [QUOTATIONS, SENTENCES, marker(models)]
        article = mark(READER.read(text.name, text.read_bytes()), plan(markers, ["parsed"]))
        kept.mkdir(parents=True, exist_ok=True)
        draft = place.with_suffix(".draft")
        draft.write_bytes(msgspec.msgpack.encode(article.mark("parsed")))
        draft.replace(place)
    return msgspec.msgpack.decode(place.read_bytes(), type=tuple[Tree, ...])
