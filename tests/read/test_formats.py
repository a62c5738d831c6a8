"""One story in every format: the same words in the same zones, with the same facts about it."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify.model.document import Document
from verify.read import html, markdown, plain
from verify.read.choose import read

FORMATS = Path(__file__).parents[2] / "fixtures" / "formats"
READERS = (plain.READER, markdown.READER, html.READER)
FACTS = {
    "title": "Harlow Falls council puts off vote on quarry after residents’ protest",
    "date": "2025-11-05T08:15:00-05:00",
    "author": "Nadia Ferreira, Tom Okafor",
    "section": "Local",
    "publisher": "Valley Wire",
}


def story(name: str) -> Document:
    path = FORMATS / name
    return read(READERS, str(path), path.read_bytes())


def told(document: Document) -> list[tuple[str, str]]:
    """The story without the page around it; a heading is marked as one only where a format marks it."""
    return [
        (
            "body" if block.zone == "headline" and index else block.zone,
            " ".join(document.text[block.start : block.end].removeprefix("- ").split()),
        )
        for index, block in enumerate(block for block in document.blocks if block.zone != "furniture")
    ]


@pytest.mark.parametrize("name", ["quarry-vote.md", "quarry-vote-toml.md", "quarry-vote.html"])
def test_every_format_tells_the_same_story(name: str) -> None:
    document = story(name)
    assert told(document) == told(story("quarry-vote.txt"))
    assert dict(document.metadata) == FACTS
    assert document.notes == ()


def test_furniture_of_the_page_is_kept_apart_and_not_dropped() -> None:
    document = story("quarry-vote.html")
    apart = [document.text[block.start : block.end] for block in document.blocks if block.zone == "furniture"]
    assert apart == [
        "Valley Wire",
        "Local",
        "Sport",
        "Share",
        "Print",
        "Get the Valley Wire in your inbox every morning.",
        "More from Local",
        "Bridge to close for repairs",
        "© 2025 Valley Wire",
    ]


@pytest.mark.parametrize(
    "name", ["quarry-vote.txt", "quarry-vote.md", "quarry-vote-toml.md", "quarry-vote.html"]
)
@pytest.mark.parametrize(
    "words", ["Ruth Adeyemi", "Nov. 18", "Ines", "A spokeswoman for Marlow", "6:30 a.m."]
)
def test_a_place_in_the_text_leads_to_the_same_words_in_the_source(name: str, words: str) -> None:
    document = story(name)
    start = document.text.index(words)
    span = document.to_source((start, start + len(words)))
    assert document.source[span.start : span.end] == words
