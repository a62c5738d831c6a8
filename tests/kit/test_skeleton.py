"""What `verify new` writes works as it is, and nothing is ever written over."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Verify = Callable[..., subprocess.CompletedProcess[bytes]]


def test_a_new_rule_works_as_it_is(verify: Verify, tmp_path: Path) -> None:
    run = verify("new", "rule", "names/my-rule")
    assert run.stdout == b"wrote names/__init__.py\nwrote names/my_rule.py\nwrote names/my_rule.md\n"
    run = verify("test")
    assert run.stdout.decode() == "ok      names/my-rule  4 blocks\n1 rule: 4 blocks as expected\n"
    assert (run.stderr, run.returncode) == (b"", 0)
    again = verify("new", "rule", "names/another")
    assert again.stdout == b"wrote names/another.py\nwrote names/another.md\n"
    assert (tmp_path / "names" / "another.md").is_file()


def test_no_file_is_written_over_nor_are_the_others_then_written(verify: Verify, tmp_path: Path) -> None:
    (tmp_path / "desk" / "house").mkdir(parents=True)
    (tmp_path / "desk" / "house" / "my_rule.md").write_text("mine")
    run = verify("new", "rule", "house/my-rule", "--in", "desk")
    assert run.stderr == b"verify: desk/house/my_rule.md: is there already, and is not written over\n"
    assert run.returncode == 2
    assert [path.name for path in (tmp_path / "desk" / "house").iterdir()] == ["my_rule.md"]


@pytest.mark.parametrize("name", ["my-rule", "House/x", "a/b/c", "../x", "house/", "a_b/c", "1/2"])
def test_a_name_that_is_none_is_told(verify: Verify, tmp_path: Path, name: str) -> None:
    run = verify("new", "rule", name)
    assert run.stderr.decode().startswith(f'verify: "{name}" is no name for a rule: ')
    assert (run.returncode, list(tmp_path.iterdir())) == (2, [])


def test_a_plugin_gets_its_next_rule_into_its_package(verify: Verify, tmp_path: Path) -> None:
    assert verify("new", "plugin", "verify-night-desk").returncode == 0
    plugin = tmp_path / "verify-night-desk"
    run = verify("new", "rule", "night-desk/second", cwd=plugin)
    assert run.stdout.decode().splitlines() == [
        "wrote src/verify_night_desk/night_desk/second.py",
        "wrote src/verify_night_desk/night_desk/second.md",
    ]
    run = verify("test", cwd=plugin)
    assert run.stdout.decode().endswith("2 rules: 8 blocks as expected\n")
    assert verify("new", "plugin", "night-desk").returncode == 2


@pytest.mark.slow
def test_a_new_plugin_is_found_and_its_tests_pass(verify: Verify, tmp_path: Path) -> None:
    verify("new", "plugin", "desk")
    plugin = tmp_path / "verify-desk"
    info = plugin / "src" / "verify_desk-0.1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: verify-desk\nVersion: 0.1.0\n")
    (info / "entry_points.txt").write_text("[verify]\ndesk = verify_desk.hooks\n")
    env = os.environ | {"PYTHONPATH": str(plugin / "src"), "VERIFY_DISABLE_PLUGINS": "verify-example"}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"], cwd=plugin, env=env,
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert "7 passed" in done.stdout, done.stdout
    style = subprocess.run(
        [sys.executable, "-m", "ruff", "check", "--isolated", "."], cwd=plugin, capture_output=True,
        text=True, check=False, timeout=60,
    )  # fmt: skip
    assert style.returncode == 0 or "No module named ruff" in style.stderr, style.stdout


def test_a_new_pack_without_settings_says_how_it_is_read(verify: Verify, tmp_path: Path) -> None:
    run = verify("new", "pack", "post")
    assert (run.stdout, run.returncode) == (b"wrote rules/post.toml\n", 0)
    assert run.stderr.decode() == (
        "A pack is read where a verify.toml lies beside rules/ (verify init writes one), "
        "or where “packs” in the settings names it.\n"
    )
    (tmp_path / "verify.toml").touch()
    assert verify("new", "pack", "other").stderr == b""


def test_a_new_pack_works_beside_the_settings(verify: Verify, tmp_path: Path) -> None:
    (tmp_path / "verify.toml").touch()
    (tmp_path / "a.txt").write_text(
        "The cranes stand 12 kms from the pier, which they utilise.\n", encoding="utf-8"
    )
    assert verify("new", "pack", "post").stdout == b"wrote rules/post.toml\n"
    run = verify("test", "rules/post.toml")
    assert run.stdout.decode() == (
        "ok      post/plain-words  3 blocks\n"
        "ok      post/distances  2 blocks\n"
        "2 rules: 5 blocks as expected\n"
    )
    assert (run.stderr, run.returncode) == (b"", 0)
    assert verify("test").stdout == run.stdout
    assert verify("test", "rules").stdout == run.stdout
    found = verify("check", "a.txt", "--format", "jsonl").stdout.decode()
    assert [line.split('"rule": "')[1].split('"')[0] for line in found.splitlines()] == [
        "post/distances",
        "post/plain-words",
    ]
    assert verify("new", "pack", "post").returncode == 2
    assert verify("new", "pack", "../post").returncode == 2
