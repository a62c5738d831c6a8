"""How often quotes of each confidence are right, counted on a small annotated article."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

pytest.importorskip("scipy")

from verify.learn import reliability
from verify.learn.reliability import Outcome

_COPY = (
    "Harbor vote\n\n“We have time to wait,” Maren Holt said.\n\n"
    "“We have none left now,” said Paul Whitlock.\n"
)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """One article with two quotes; the annotation gives both to Holt."""
    for folder in ("text", "gold"):
        (tmp_path / folder).mkdir()
    (tmp_path / "text" / "vote.txt").write_text(_COPY, encoding="utf-8", newline="")
    first, second = _COPY.index("“We have time"), _COPY.index("“We have none")
    holt = _COPY.index("Maren Holt")
    (tmp_path / "gold" / "vote_0a1b.ann").write_text(
        f"T1\tSource {holt} {holt + 10}\tMaren Holt\n"
        f"T2\tContent {first} {first + 24}\t-\nT3\tContent {second} {second + 25}\t-\n"
        "E1\tAttribution:T9 Source:T1 Content:T2\nE2\tAttribution:T9 Source:T1 Content:T3\n",
        encoding="utf-8",
    )
    labels = [
        {"path": "vote.txt", "start": first, "end": first + 24, "speaker": "Maren Holt", "type": "person"},
        {
            "path": "vote.txt",
            "start": second,
            "end": second + 25,
            "speaker": "Paul Whitlock",
            "type": "person",
        },
    ]
    (tmp_path / "labels.jsonl").write_text(
        "".join(json.dumps(one) + "\n" for one in labels), encoding="utf-8"
    )
    return tmp_path


def test_a_table_of_bands() -> None:
    found = [Outcome(share, right=share > 0.915) for share in (0.97, 0.92, 0.91, 0.3)]
    rows = reliability.table({"source right": found}).splitlines()
    assert rows[2] == "| **0.9 and more** | 66.7 % of 3 |"
    assert rows[3] == "| of these, 0.95 and more | 100.0 % of 1 |"
    assert rows[4] == "| 0.8 to 0.9 | – |"
    assert rows[-1] == "| under 0.6 | 0.0 % of 1 |"


def test_sources_and_full_names_are_counted_apart(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folders = [str(corpus / "text"), str(corpus / "gold")]
    monkeypatch.setattr(sys, "argv", ["reliability", *folders, "--names", str(corpus / "labels.jsonl")])
    assert reliability.main() == 0
    assert "| **0.9 and more** | 50.0 % of 2 | 100.0 % of 2 |" in capsys.readouterr().out


def test_the_table_takes_its_place_in_a_page(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = corpus / "page.md"
    page.write_text("before\n<!-- reliability -->\nold\n<!-- /reliability -->\nafter\n", encoding="utf-8")
    arguments = [str(corpus / "text"), str(corpus / "gold"), "--into", str(page)]
    monkeypatch.setattr(sys, "argv", ["reliability", *arguments])
    assert reliability.main() == 0
    written = page.read_text(encoding="utf-8")
    assert "old" not in written
    assert written.startswith("before\n<!-- reliability -->\n| confidence | source right |\n")
    assert written.endswith("<!-- /reliability -->\nafter\n")
