"""The engine behind the command line: chosen, found wanting, with models of its own and of others."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from verify_stanza.engine import markers
from verify_stanza.pipeline import SHIPPED, pipeline
from verify_stanza.straight import straight

from verify import Article, NoEngine

STORY = """\
Quarry vote is put off

By Hanne Brook

The council of Ostley put off its vote on the quarry on Monday, and its chair, Pell Arden, a retired \
surveyor, said that the county had lost the papers.

“We had no choice,” Arden told reporters. “I’d have voted.”

Two members of the board, both of them farmers, argued that the road would not bear the trucks.
"""


def verify(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    code = "from verify.cli.main import main; raise SystemExit(main())"
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
        env={"PATH": "/usr/bin:/bin", **environment},
    )


def lines(done: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    assert done.returncode in (0, 1), done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "quarry.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def test_nothing_heavy_is_imported_before_the_engine_is_chosen(story: Path) -> None:
    code = (
        "import sys; from verify.cli.app import app\n"
        f"app(['check', {str(story)!r}, '--isolated', '--exit-zero'], standalone_mode=False)\n"
        "print(sorted({'torch', 'stanza'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.splitlines()[-1:] == ["[]"], done.stderr


def test_who_said_what_by_option_setting_and_in_several_processes(story: Path) -> None:
    quoted = verify("quotes", str(story), "--format", "jsonl", "--engine", "stanza")
    told = [
        (one["kind"], one["text"], one["speaker"]["name"], STORY[slice(*_place(one["speaker"]))])
        for one in lines(quoted)
    ]
    assert told == [
        (
            "indirect",
            "that the county had lost the papers.",
            "Pell Arden",
            "its chair, Pell Arden, a retired surveyor",
        ),
        ("direct", "“We had no choice,”", "Pell Arden", "Arden"),
        ("direct", "“I’d have voted.”", "Pell Arden", "Arden"),
        (
            "indirect",
            "that the road would not bear the trucks.",
            "Two members of the board, both of them farmers",
            "Two members of the board, both of them farmers",
        ),
    ]
    story.with_name("verify.toml").write_text('engine = "stanza"\n', encoding="utf-8")
    assert verify("quotes", str(story), "--format", "jsonl").stdout == quoted.stdout
    other = story.with_name("other.txt")
    shutil.copy(story, other)
    alone = verify("quotes", str(story), str(other), "--format", "jsonl", "--jobs", "1")
    assert verify("quotes", str(story), str(other), "--format", "jsonl", "--jobs", "2").stdout == alone.stdout


def _place(speaker: dict[str, Any]) -> tuple[int, int]:
    return speaker["start"], speaker["end"]


def test_models_that_are_missing_are_told_with_the_way_to_them(story: Path, tmp_path: Path) -> None:
    with pytest.raises(NoEngine, match=r"there are no models in .*none: verify models download"):
        markers(tmp_path / "none")
    done = verify("check", str(story), "--engine", "stanza", "--models", str(tmp_path / "none"))
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert line == (
        'verify: --engine: the engine "stanza" cannot be had: there are no models in '
        f"{tmp_path / 'none'}: verify models download"
    )


def test_models_laid_out_and_labelled_as_the_official_ones_are_read(tmp_path: Path) -> None:
    import torch

    resources: dict[str, Any] = {"default_fast": {}}
    vectors = {"dependencies": [{"model": "pretrain", "package": "conll17"}]}
    for kind in ("tokenize", "mwt", "pos", "lemma", "depparse", "ner"):
        package = "ontonotes_nocharlm" if kind == "ner" else "combined_nocharlm"
        place = tmp_path / "en" / kind / f"{package}.pt"
        place.parent.mkdir(parents=True)
        held = torch.load(SHIPPED / "en" / kind / "news.pt", weights_only=True)
        torch.save(_relabelled(held) if kind == "ner" else held, place)
        resources[kind] = {package: vectors if kind in ("pos", "depparse", "ner") else {}}
        resources["default_fast"][kind] = package
    (tmp_path / "en" / "pretrain").mkdir()
    shutil.copy(SHIPPED / "en" / "pretrain" / "glove.pt", tmp_path / "en" / "pretrain" / "conll17.pt")
    resources |= {"lang_name": "English", "pretrain": {"conll17": {}}}
    packages = {"default_fast": resources.pop("default_fast")}
    (tmp_path / "resources.json").write_text(json.dumps({"en": {**resources, "packages": packages}}), "utf-8")
    text = "Ann Lee moved to London."
    assert pipeline(tmp_path).read([text]) == pipeline(SHIPPED).read([text])


def _relabelled(held: Any) -> Any:
    """The tagger of names with the labels of OntoNotes."""
    names = {"PER": "PERSON", "LOC": "GPE"}

    def renamed(value: Any) -> Any:
        if isinstance(value, str):
            head, dash, kind = value.partition("-")
            return f"{head}{dash}{names.get(kind, kind)}"
        if isinstance(value, dict):
            return {renamed(key): renamed(one) for key, one in value.items()}
        if isinstance(value, list | tuple):
            return type(value)(map(renamed, value))
        return value

    held["vocab"]["tag"] = renamed(held["vocab"]["tag"])
    return held


def test_every_word_of_the_parse_stands_where_it_says(marked: Callable[..., Article]) -> None:
    article = marked(STORY, "parsed")
    for tree in article.mark("parsed"):
        at = tree.start
        for node in tree.nodes:
            assert node.start >= at
            assert straight(article.text[node.start : node.end]) == node.text
            at = node.end
        assert at <= tree.end


def test_a_quote_of_several_sentences_is_parsed_one_by_one(marked: Callable[..., Article]) -> None:
    text = "“It rained. We left. We shall be back,” said Ann Lee, 52, of Gov. Arden’s staff. She smiled."
    trees = marked(text, "parsed").mark("parsed")
    assert [text[tree.start : tree.end] for tree in trees] == [
        "“It rained.",
        "We left.",
        "We shall be back,” said Ann Lee, 52, of Gov. Arden’s staff.",
        "She smiled.",
    ]


def test_a_long_text_is_read_in_parts_and_one_without_an_end_is_cut(marked: Callable[..., Article]) -> None:
    endless = "and so on " * 700
    article = marked(f"{STORY * 40}\n\n{endless}", "parsed")
    assert len(article.text) > 15_000
    trees = article.mark("parsed")
    assert max(len(tree.nodes) for tree in trees) <= 130
    covered = sum(node.end - node.start for tree in trees for node in tree.nodes)
    assert covered > 0.99 * sum(map(len, article.text.split())) - 200


@pytest.mark.parametrize("text", ["", "\n\n", "“", "…", "”\u200b“ .", "🙂 " * 40, "a" * 3000])
def test_odd_texts_are_marked_all_the_same(text: str, marked: Callable[..., Article]) -> None:
    article = marked(text, "parsed", "quotes", "indirect")
    assert article.quotes is not None
