"""`verify models` lists, finds and fetches models, and says so where no hub can be reached."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from verify_stanza.command import models
from verify_stanza.pipeline import SHIPPED


def run(*arguments: str) -> Result:
    return CliRunner().invoke(models, arguments, standalone_mode=False)


def test_the_models_that_came_with_the_plugin_are_listed(tmp_path: Path) -> None:
    told = run("list", "--dir", str(tmp_path)).output.splitlines()
    assert told[0].startswith("shipped ")
    assert told[0].endswith(str(SHIPPED))
    assert [line.split() for line in told[1:8]] == [
        ["depparse", "news"],
        ["lemma", "news"],
        ["mwt", "news"],
        ["ner", "news"],
        ["pos", "news"],
        ["pretrain", "glove"],
        ["tokenize", "news"],
    ]
    assert told[8] == f"fetched  not there  {tmp_path}"
    assert told[9].startswith("to fetch default_fast: ")


def test_models_of_ones_own_are_listed_with_their_packages(tmp_path: Path) -> None:
    place = tmp_path / "en" / "ner" / "ontonotes.pt"
    place.parent.mkdir(parents=True)
    shutil.copy(SHIPPED / "en" / "ner" / "news.pt", place)
    (tmp_path / "resources.json").write_text(json.dumps({"en": {"ner": {"ontonotes": {}}}}), "utf-8")
    assert "ner       ontonotes" in run("list", "--dir", str(tmp_path)).output


def test_paths_are_those_that_models_takes() -> None:
    assert run("path", "--shipped").output == f"{SHIPPED}\n"
    assert Path(run("path").output.strip()).name == "resources"


def test_a_hub_that_cannot_be_reached_is_told_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Nothing listens there.
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    done = run("download", "--dir", str(tmp_path / "new"))
    assert done.return_value == 2
    told = done.output.splitlines()
    assert told[0] == f"fetching default_fast into {tmp_path / 'new'}"
    assert told[1].startswith("verify: the models cannot be fetched (ProxyError: ")
    assert told[1].endswith("The models that come with the plugin need none.")
    assert len(told) == 2
    assert not list((tmp_path / "new").glob("en/**/*.pt"))
