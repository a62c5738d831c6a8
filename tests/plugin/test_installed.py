"""Plugins are looked for where importlib.metadata would find them."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from verify.plugin.installed import installed


def _names() -> list[str]:
    return [one.name for one in installed() if one.distribution == "verify-tide"]


@pytest.mark.parametrize("suffix", [".dist-info", ".egg-info"])
def test_a_plugin_is_found_in_a_folder(suffix: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VERIFY_DISABLE_PLUGINS", raising=False)
    info = tmp_path / f"verify_tide-1.0{suffix}"
    info.mkdir()
    name = "METADATA" if suffix == ".dist-info" else "PKG-INFO"
    (info / name).write_text("Metadata-Version: 2.1\nName: verify-tide\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[other]\nx = y\n\n[verify]\ntide = tide_rules\n")
    monkeypatch.syspath_prepend(tmp_path)
    assert _names() == ["tide"]


def test_a_plugin_is_found_in_an_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VERIFY_DISABLE_PLUGINS", raising=False)
    with zipfile.ZipFile(tmp_path / "tide.whl", "w") as wheel:
        wheel.writestr("verify_tide-1.0.dist-info/METADATA", "Name: verify-tide\nVersion: 1.0\n")
        wheel.writestr("verify_tide-1.0.dist-info/entry_points.txt", "[verify]\ntide = tide_rules\n")
    monkeypatch.syspath_prepend(tmp_path / "tide.whl")
    assert _names() == ["tide"]


def test_where_there_is_none_the_library_is_not_even_imported(tmp_path: Path) -> None:
    # -S and an own path: nothing but the standard library and the house can be found.
    house = Path(__file__).parents[2]
    code = (
        f"import sys; sys.path += [{str(house)!r}, {str(tmp_path / 'missing')!r}]\n"
        "from verify.plugin.installed import installed\n"
        "print(installed(), 'importlib.metadata' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert done.stdout == "() False\n"
