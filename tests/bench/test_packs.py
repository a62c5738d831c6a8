"""What the rules of a house cost: a pack of 13,000 words or patterns, and plugins that do nothing."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from itertools import islice, product
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

MAIN = "from verify.cli.main import main; main()"
SYLLABLES = ("ba", "den", "fi", "gor", "hal", "jun", "ker", "lo", "mis", "nav", "or", "pel", "ru", "sti")
COUNT = 13_000


def invented() -> list[str]:
    return ["".join(parts) for parts in islice(product(SYLLABLES, repeat=4), COUNT)]


PACKS: dict[str, Callable[[list[str]], str]] = {
    "none": lambda _: "",
    "words": lambda words: "words = [\n" + "".join(f'"{word}",\n' for word in words) + "]\n",
    "instead": lambda words: "[rule.instead]\n" + "".join(f'"{word} {word}" = "{word}"\n' for word in words),
    "patterns": lambda words: (
        "patterns = [\n" + "".join(f"'\\b{word}(?:s|ed)?\\b',\n" for word in words) + "]\n"
    ),
}


@pytest.mark.benchmark(group="pack")
@pytest.mark.parametrize("name", PACKS)
def test_a_pack(
    benchmark: BenchmarkFixture, paragraphs: Callable[[int], list[str]], tmp_path: Path, name: str
) -> None:
    (tmp_path / "story.txt").write_text("\n\n".join(paragraphs(750)), encoding="utf-8")
    (tmp_path / "verify.toml").write_text("", encoding="utf-8")
    if written := PACKS[name](invented()):
        (tmp_path / "rules").mkdir()
        text = f'[[rule]]\nid = "house/words"\n{written}'
        (tmp_path / "rules" / "house.toml").write_text(text, encoding="utf-8")
    _measure(benchmark, tmp_path, None)


@pytest.mark.benchmark(group="plugins")
@pytest.mark.parametrize("count", [0, 1, 10])
def test_idle_plugins(
    benchmark: BenchmarkFixture, paragraphs: Callable[[int], list[str]], tmp_path: Path, count: int
) -> None:
    (tmp_path / "story.txt").write_text("\n\n".join(paragraphs(100)), encoding="utf-8")
    site = tmp_path / "site"
    site.mkdir()
    for number in range(count):
        info = site / f"idle{number}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: idle{number}\nVersion: 1.0\n")
        (info / "entry_points.txt").write_text(f"[verify]\nidle = idle{number}\n")
        (site / f"idle{number}.py").write_text(
            "from verify import hookimpl\n\n\n@hookimpl\ndef verify_rules():\n    return ()\n"
        )
    _measure(benchmark, tmp_path, site)


def _measure(benchmark: BenchmarkFixture, folder: Path, site: Path | None) -> None:
    path = f"import sys; sys.path.insert(0, {str(site)!r}); " if site else ""

    def start() -> int:
        command = [sys.executable, "-c", path + MAIN, "check", "--exit-zero", "story.txt"]
        return subprocess.run(command, cwd=folder, check=False, capture_output=True).returncode

    assert benchmark.pedantic(start, rounds=15 if benchmark.enabled else 1, warmup_rounds=1) == 0  # type: ignore[no-untyped-call]
