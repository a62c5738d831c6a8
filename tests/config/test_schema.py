"""The JSON Schema that editors read; run this file to write what the settings are now."""

from __future__ import annotations

import json
import re
import tomllib
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from verify.config.load import load
from verify.config.sample import SAMPLE
from verify.config.schema import EXPECTED, as_json_schema

FILE = Path(str(resources.files("verify.config") / "verify.schema.json"))


def written() -> str:
    return json.dumps(as_json_schema(), ensure_ascii=False, indent=2) + "\n"


def test_the_schema_that_is_shipped_is_that_of_the_settings() -> None:
    assert FILE.read_text(encoding="utf-8") == written(), (
        "to write it anew: python tests/config/test_schema.py"
    )


def test_every_key_is_described_and_others_are_refused() -> None:
    schema = json.loads(FILE.read_text(encoding="utf-8"))
    for name in ("Settings", "Place"):
        table = schema["$defs"][name]
        assert table["additionalProperties"] is False
        for key, value in table["properties"].items():
            assert key in EXPECTED
            assert value["description"].endswith("."), key
    assert set(schema["$defs"]["Settings"]["properties"]) == set(EXPECTED)


def settings_of_the_documents(root: Path) -> list[dict[str, Any]]:
    """The settings that the README shows, and the sample with its comments taken for settings."""
    readme = (root / "README.md").read_text(encoding="utf-8")
    section = readme.partition("\n## Settings\n")[2].partition("\n## ")[0]
    shown = re.findall(r"^```toml\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)
    lines = [line.removeprefix("# ") for line in SAMPLE.splitlines() if "=" in line or line.startswith("# [")]
    return [tomllib.loads(text) for text in (*shown, "\n".join(lines))]


def test_the_schema_takes_what_the_documents_show(root: Path) -> None:
    check = Draft202012Validator(json.loads(FILE.read_text(encoding="utf-8")))
    tables = settings_of_the_documents(root)
    assert len(tables) > 3
    assert [error.message for table in tables for error in check.iter_errors(table)] == []


@pytest.mark.parametrize(
    "text",
    [
        "selekt = []",
        'fail-on = "fatal"',
        'severity = {typos = "grave"}',
        "[[paths]]\nroot = true",
        "people = 3",
    ],
)
def test_the_schema_refuses_what_the_command_refuses(text: str, tmp_path: Path) -> None:
    check = Draft202012Validator(json.loads(FILE.read_text(encoding="utf-8")))
    (tmp_path / "verify.toml").write_text(text)
    assert (
        len(list(check.iter_errors(tomllib.loads(text))))
        == len(load(config=str(tmp_path / "verify.toml")).problems)
        == 1
    )


if __name__ == "__main__":
    FILE.write_text(written(), encoding="utf-8")
