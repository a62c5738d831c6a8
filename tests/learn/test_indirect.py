"""Weights of indirect quotes learnt from a small annotated article."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

pytest.importorskip("scipy")

from verify.learn import indirect

_SAID = [
    ("Maren Holt", "said", "the harbor would open in May"),
    ("the mayor", "said", "the wall was safe"),
    ("Paul Whitlock", "said", "the stone came late"),
    ("officials", "said", "nobody was hurt"),
]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """An article in which four people are reported to say something, and nobody anything else."""
    text, lines = "Harbor vote\n\n", []
    for number, parts in enumerate(_SAID):
        for index, (role, words) in enumerate(zip(("Source", "Cue", "Content"), parts, strict=True)):
            lines.append(f"T{3 * number + index}\t{role} {len(text)} {len(text) + len(words)}\t{words}")
            text += f"{words if index else words[0].upper() + words[1:]} "
        text = f"{text[:-1]}. It rained all day.\n\n"
        roles = f"Source:T{3 * number} Cue:T{3 * number + 1} Content:T{3 * number + 2}"
        lines.append(f"E{number}\tAttribution:T99 {roles}")
    for folder in ("text", "gold"):
        (tmp_path / folder).mkdir()
    (tmp_path / "text" / "vote.txt").write_text(text, encoding="utf-8", newline="")
    (tmp_path / "gold" / "vote_0a1b.ann").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return tmp_path


def test_the_words_that_are_cues_are_learnt(corpus: Path) -> None:
    one = indirect.lesson(corpus / "text" / "vote.txt", corpus / "gold" / "vote_0a1b.ann")
    words = indirect.vocabulary([one])
    assert "said" in words
    assert "rained" not in words
    assert words == sorted(words)


def test_the_right_source_and_the_nearest_stretch_are_taught(corpus: Path) -> None:
    one = indirect.lesson(corpus / "text" / "vote.txt", corpus / "gold" / "vote_0a1b.ann")
    cues, reported = indirect.examples(one, frozenset(indirect.vocabulary([one])))
    assert [truth[0] for _, _, truth in cues] == [False] * len(_SAID)
    assert len(reported) == len(_SAID)
    for rows, priors, truth in reported:
        assert len(rows) == len(priors) == len(truth)
        assert any(truth)


def test_the_same_articles_give_the_same_weights(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = []
    for name in ("a.json", "b.json"):
        out = corpus / name
        arguments = [str(corpus / "text"), str(corpus / "gold"), "--out", str(out)]
        monkeypatch.setattr(sys, "argv", ["indirect", *arguments])
        assert indirect.main() == 0
        written.append(out.read_bytes())
    assert written[0] == written[1]
    assert set(json.loads(written[0])) == {"words", "cue", "content"}
