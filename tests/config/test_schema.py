"""The JSON Schema that editors read; run this file to write what the settings are now."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path

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


if __name__ == "__main__":
    FILE.write_text(written(), encoding="utf-8")
