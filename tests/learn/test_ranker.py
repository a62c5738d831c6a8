"""Weights learnt from a small annotated corpus."""

from __future__ import annotations

import json
import math
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("scipy")

from verify.learn import fitting, ranker

# Each attribution is numbered: {1Source:…} {1Cue:…} {1Content:…}; words outside braces are in none.
_ARTICLES = {
    "bridge": (
        "Bridge shut\n\n{1Content:“The bridge is shut,”} {1Source:Susan Lund} {1Cue:said}.\n\n"
        "{2Content:“It opens in May,”} {2Source:Peter Hall} {2Cue:said}. The choir sang “Blue Water” twice."
    ),
    "ferry": (
        "Ferry late\n\n{1Content:“The ferry is late,”} {1Source:Anna Berg} {1Cue:said}.\n\n"
        "{2Source:Karl Dahl} {2Cue:said}, {2Content:“It sails at nine.”}\n\nShe wrote “Winter Salt” in 1998."
    ),
    "harbor": (
        "Harbor vote\n\n{1Content:“We have time,”} {1Source:Maren Holt} {1Cue:said}.\n\n"
        "{2Source:Paul Whitlock} {2Cue:said}, {2Content:“We have none.”}\n\nThe band played “Harbor Lights.”"
    ),
}


def annotated(copy: str) -> tuple[str, str]:
    """The plain copy, and its stand-off annotation."""
    text = ""
    marks: list[str] = []
    relations: dict[str, list[str]] = {}
    for piece in re.split(r"(\{[^{}]*\})", copy):
        match = re.fullmatch(r"\{(\d)(\w+):(.*)\}", piece)
        if match is None:
            text += piece
            continue
        number, role, words = match.groups()
        name = f"T{len(marks) + 1}"
        marks.append(f"{name}\t{role} {len(text)} {len(text) + len(words)}\t{words}")
        relations.setdefault(number, []).append(f"{role}:{name}")
        text += words
    events = [f"E{number}\t{' '.join(roles)}" for number, roles in relations.items()]
    return text, "\n".join([*marks, *events, ""])


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    for folder in ("text", "gold"):
        (tmp_path / folder).mkdir()
    for name, copy in _ARTICLES.items():
        text, gold = annotated(copy)
        (tmp_path / "text" / f"{name}.txt").write_text(text, encoding="utf-8")
        (tmp_path / "gold" / f"{name}_0a1b.ann").write_text(gold, encoding="utf-8")
    return tmp_path


def learn(corpus: Path, out: str, *more: str, seed: str = "0") -> subprocess.CompletedProcess[str]:
    folders = (corpus / "text", corpus / "gold")
    return subprocess.run(
        [sys.executable, "-m", "verify.learn.ranker", *folders, "--out", corpus / out, *more],
        env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip


def test_weights_are_learnt_and_the_same_on_a_second_run(corpus: Path) -> None:
    runs = [learn(corpus, "one.json", seed="1"), learn(corpus, "two.json", seed="2")]
    assert [run.returncode for run in runs] == [0, 0]
    assert (corpus / "one.json").read_bytes() == (corpus / "two.json").read_bytes()
    learnt: dict[str, Any] = json.loads((corpus / "one.json").read_text(encoding="utf-8"))
    assert runs[0].stderr == f"9 quotations, {len(learnt)} weights\n"
    assert list(learnt) == sorted(learnt)
    assert all(math.isfinite(value) and value for value in learnt.values())
    # What the three articles show: words in capitals alone had no speaker, names beside "said" had spoken.
    assert learnt["none titled True"] > 0 > learnt["none titled False"]
    assert learnt["kind name"] > 0


def test_fewer_articles_may_be_asked_for(corpus: Path) -> None:
    run = learn(corpus, "one.json", "--articles", "1")
    assert run.stderr.startswith("3 quotations, ")


def test_without_articles_nothing_is_written(corpus: Path) -> None:
    for path in (corpus / "gold").iterdir():
        path.unlink()
    run = learn(corpus, "one.json")
    assert run.returncode != 0
    assert "Traceback" not in run.stderr
    assert not (corpus / "one.json").exists()


def test_an_example_knows_which_candidates_are_right(corpus: Path) -> None:
    found = ranker.examples(corpus / "text" / "harbor.txt", corpus / "gold" / "harbor_0a1b.ann")
    assert len(found) == 3
    for rows, priors, truth in found:
        assert len(rows) == len(priors) == len(truth)
        assert any(truth)
        assert priors[0] == 0
    # The song is nobody's; the two quotes are somebody's.
    assert [truth[0] for _, _, truth in found] == [False, False, True]


def test_a_quotation_outside_the_gold_is_nobodys(corpus: Path) -> None:
    (corpus / "gold" / "harbor_0a1b.ann").write_text("", encoding="utf-8")
    found = ranker.examples(corpus / "text" / "harbor.txt", corpus / "gold" / "harbor_0a1b.ann")
    assert [truth[0] for _, _, truth in found] == [True] * 3


def test_attributions_with_parts_apart(tmp_path: Path) -> None:
    path = tmp_path / "a.ann"
    path.write_text(
        "T1\tSource 3 7\tHolt\nT2\tCue 8 12\tsaid\nT3\tContent 14 20;30 36\tapart\n"
        "T4\tAttribution 8 12\tsaid\n"
        "#1\tNote T1\tseen\nE1\tAttribution:T4 Source:T1 Cue:T2 Content:T3 Content:T9\n",
        encoding="utf-8",
    )
    (roles,) = fitting.attributions(path)
    assert roles == {
        "Source": [(3, 7)],
        "Cue": [(8, 12)],
        "Content": [(14, 20), (30, 36)],
        "Attribution": [(8, 12)],
    }


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [((0, 5), (3, 9), 2), ((0, 5), (5, 9), 0), ((0, 5), (7, 9), -2), ((0, 9), (3, 5), 2)],
)
def test_overlap(one: tuple[int, int], other: tuple[int, int], shared: int) -> None:
    assert fitting.overlap(one, other) == fitting.overlap(other, one) == shared


def test_fitting_prefers_what_was_right() -> None:
    example: fitting.Example = ([["none"], ["beside"], ["far"]], [0.0, 0.0, 0.0], [False, True, False])
    learnt = fitting.fit([example] * 20, strength=5, rare=3, least=0.005)
    assert learnt["beside"] > 0 > max(learnt["none"], learnt["far"])


def test_rare_features_are_left_out() -> None:
    example: fitting.Example = ([["none"], ["beside", "rare"]], [0.0, 0.0], [False, True])
    plain: fitting.Example = ([["none"], ["beside"]], [0.0, 0.0], [False, True])
    assert "rare" not in fitting.fit([example] * 2 + [plain] * 4, strength=5, rare=3, least=0.005)
