"""One story in every format: the same words in the same zones, with the same facts about it."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify.check.outcome import FileReport
from verify.check.run import check
from verify.check.select import Wishes
from verify.check.setup import Source
from verify.config.load import load
from verify.model.document import Document
from verify.plugin.desk import arrange
from verify.plugin.manager import Plugins
from verify.read.choose import read

FORMATS = Path(__file__).parents[2] / "fixtures" / "formats"
READERS = Plugins(()).readers()
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


WIRE = {"dateline": "HARLOW FALLS, Vt. (Valley Wire)", "embargo": "2025-11-05T11:00:00-05:00"}
"""What only the formats of agencies say."""
NAMES = sorted(path.name for path in FORMATS.iterdir() if path.suffix != ".json")


@pytest.mark.parametrize("name", [name for name in NAMES if name != "quarry-vote.txt"])
def test_every_format_tells_the_same_story(name: str) -> None:
    document = story(name)
    assert told(document) == told(story("quarry-vote.txt"))
    assert dict(document.metadata) == FACTS | (WIRE if document.format in ("nitf", "newsml-g2") else {})
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


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "words", ["Ruth Adeyemi", "Nov. 18", "Ines", "A spokeswoman for Marlow", "6:30 a.m."]
)
def test_a_place_in_the_text_leads_to_the_same_words_in_the_source(name: str, words: str) -> None:
    document = story(name)
    start = document.text.index(words)
    span = document.to_source((start, start + len(words)))
    assert document.source[span.start : span.end] == words


SLIPS = {"newspaper": "newspapper", "would answer": "would would answer", "Tuesday, Nov. 4": "Monday, Nov. 4"}


def slipped(name: str) -> FileReport:
    """What the rules find in the story once slips are made in it; plain text cannot mark a caption as one."""
    copy = (FORMATS / name).read_text(encoding="utf-8")
    for words, slip in SLIPS.items():
        assert copy.count(words) == 1
        copy = copy.replace(words, slip)
    desk = arrange(Plugins(()), load(isolated=True), Wishes(ignore=("structure",)))
    report = check([Source(name, copy.encode())], desk.setup)
    assert report.problems == ()
    (file,) = report.files
    return file


@pytest.mark.parametrize("name", NAMES)
def test_the_same_slips_are_found_in_every_format_each_at_its_place(name: str) -> None:
    file = slipped(name)
    assert [(one.rule, one.text, one.fixes[:1]) for one in file.findings] == [
        ("typos/misspelling", "newspapper", ("newspaper",)),
        ("typos/doubled-word", "would would ", ("would ",)),
        ("claims/weekday-mismatch", "Monday, Nov. 4, 2025", ("Tuesday, Nov. 4, 2025",)),
    ]
    assert [file.source[one.start : one.end] for one in file.findings] == [one.text for one in file.findings]
