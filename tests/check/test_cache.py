"""An article that is the same is not read again, and the report is the same to the byte."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path

import pytest
from msgspec.structs import replace

from verify.check import cache
from verify.check.select import Wishes
from verify.check.setup import Source
from verify.cli.going import queue_of, run
from verify.config.load import Loaded, load
from verify.config.schema import Settings
from verify.plugin.desk import Desk, arrange
from verify.plugin.imprint import Imprint
from verify.plugin.manager import Plugins

Verify = Callable[..., subprocess.CompletedProcess[bytes]]
STORIES = {
    "a.txt": (
        "ROCK HARBOR, Nov. 3, 2025 — Defense Minister Odran Fell recieved the the envoy.\n\n"
        "“We are glad,” he said.\n"
    ),
    "b.txt": (
        "PORT ELLERY, Nov. 4, 2025 — Finance Minister Odran Fell left the town by ship.\n\n"
        "“I am glad,” he said.\n"
    ),
    "c.md": (
        "---\ntitle: Ferry\n---\n\n<!-- verify: ignore typos/misspelling -- dialect -->\n"
        "The goverment spoke.\n"
    ),
    "d.html": "<head><meta charset=latin1></head><p>Caf\u00e9 Lune was was shut.</p>\n",
}


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    for name, copy in STORIES.items():
        (folder / name).write_bytes(copy.encode("latin-1" if name.endswith("html") else "utf-8"))
    return folder


def check(verify: Verify, *more: str, form: str = "json") -> bytes:
    done = verify("check", *more, "--format", form, "--exit-zero")
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout


def proof(value: bytes) -> bytes:
    return blake2b(value, digest_size=16).digest()


def entries(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and len(path.parent.name) == 2)


@pytest.mark.usefixtures("news")
def test_cold_warm_and_with_workers_the_report_is_the_same(verify: Verify, tmp_path: Path) -> None:
    plain = check(verify, "news")
    assert b"titles/inconsistent-title-across-articles" in plain
    cold = check(verify, "news", "--cache-dir", "kept")
    assert len(entries(tmp_path / "kept")) == len(STORIES)
    warm = check(verify, "news", "--cache-dir", "kept")
    several = check(verify, "news", "--cache-dir", "kept", "--jobs", "2")
    assert plain == cold == warm == several
    assert check(verify, "news", form="text") == check(verify, "news", "--cache-dir", "kept", form="text")
    assert (tmp_path / "kept" / ".gitignore").read_text(encoding="utf-8").endswith("\n*\n")


def test_the_copy_itself_and_findings_across_articles_are_not_kept(verify: Verify, news: Path) -> None:
    check(verify, "news", "--cache-dir", "kept")
    held = b"".join(path.read_bytes() for path in entries(news.parent / "kept"))
    assert b"typos/misspelling" in held
    assert b"across-articles" not in held
    assert b"left the town by ship" not in held


def desk_with(folder: Path, *select: str) -> Desk:
    plugins, loaded, wishes = Plugins(()), Loaded(Settings()), Wishes(select=select)
    desk = arrange(plugins, loaded, wishes)
    return Desk(desk.setup, (), desk.again, cache.Cache(str(folder), Imprint(plugins, desk.setup).at))


def found(desk: Desk, *paths: str) -> list[tuple[str, str]]:
    queue = queue_of(paths, desk, Loaded(Settings()), {"stdin_filename": ""})
    return [(one.rule, one.text) for one in run(queue, desk).findings]


def test_what_changes_the_findings_changes_the_key(news: Path, tmp_path: Path) -> None:
    kept, article = tmp_path / "kept", str(news / "a.txt")
    slip, doubled = ("typos/misspelling", "recieved"), ("typos/doubled-word", "the the ")
    assert found(desk_with(kept, "typos/misspelling"), article) == [slip]
    assert found(desk_with(kept, "typos/doubled-word"), article) == [doubled]
    assert len(entries(kept)) == 2
    assert found(desk_with(kept, "typos/misspelling"), article) == [slip]
    assert len(entries(kept)) == 2
    (news / "a.txt").write_text("Nothing is wrong here.\n", encoding="utf-8")
    assert found(desk_with(kept, "typos/misspelling"), article) == []


def test_a_run_over_one_article_does_not_spoil_one_over_several(news: Path, tmp_path: Path) -> None:
    rule = "titles/inconsistent-title-across-articles"
    one, both = [str(news / "a.txt")], [str(news / "a.txt"), str(news / "b.txt")]
    assert found(desk_with(tmp_path / "kept", rule), *one) == []
    first = found(desk_with(tmp_path / "kept", rule), *both)
    assert [name for name, _ in first] == [rule]
    assert found(desk_with(tmp_path / "kept", rule), *both) == first
    assert found(desk_with(tmp_path / "kept", rule), *one) == []


@pytest.mark.parametrize("spoilt", [b"", b"\x00" * 40, None])
def test_a_broken_entry_is_found_anew(spoilt: bytes | None, news: Path, tmp_path: Path) -> None:
    kept, article = tmp_path / "kept", str(news / "a.txt")
    expected = found(desk_with(kept, "typos"), article)
    (entry,) = entries(kept)
    whole = entry.read_bytes()
    # Without words of its own: an entry that is whole, and of another make.
    other = b"\x81\xa1a\x01"
    entry.write_bytes(proof(other) + other if spoilt is None else spoilt)
    assert found(desk_with(kept, "typos"), article) == expected
    assert entry.read_bytes()[:16] != b"\x00" * 16
    assert len(entry.read_bytes()) == len(whole)


def test_an_entry_that_is_there_is_used(news: Path, tmp_path: Path) -> None:
    kept, article = tmp_path / "kept", str(news / "a.txt")
    found(desk_with(kept, "typos"), article)
    (entry,) = entries(kept)
    changed = entry.read_bytes()[16:].replace(b"recieved", b"RECIEVED")
    entry.write_bytes(proof(changed) + changed)
    assert ("typos/misspelling", "RECIEVED") in found(desk_with(kept, "typos"), article)


def test_a_folder_that_cannot_be_used_changes_nothing(verify: Verify, news: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert check(verify, str(news), "--cache-dir", "file") == check(verify, str(news))


@pytest.mark.usefixtures("news")
def test_the_settings_name_it_and_the_command_line_may_do_without(verify: Verify, tmp_path: Path) -> None:
    (tmp_path / "verify.toml").write_text('cache-dir = ".kept"\n', encoding="utf-8")
    check(verify, "news", "--no-cache")
    assert not (tmp_path / ".kept").exists()
    values = json.loads(check(verify, "news"))
    assert len(entries(tmp_path / ".kept")) == len(values["files"])


def test_the_oldest_entries_go_first(news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = tmp_path / "kept"
    found(desk_with(kept, "typos"), str(news / "a.txt"))
    (oldest,) = entries(kept)
    monkeypatch.setattr(cache, "_MOST", oldest.stat().st_size + 1)
    found(desk_with(kept, "typos"), str(news / "b.txt"))
    assert oldest not in entries(kept)


def test_settings_of_a_folder_change_the_key_of_its_articles_alone(news: Path, tmp_path: Path) -> None:
    (news / "far").mkdir()
    (news / "far" / "z.txt").write_text("The the ferry left on Monday.\n", encoding="utf-8")
    settings = news / "far" / "verify.toml"
    settings.write_text('ignore = ["typos"]\n', encoding="utf-8")
    article = (news / "far" / "z.txt").as_posix()

    def of_the_folder() -> list[str]:
        plugins = Plugins(())
        desk = arrange(plugins, load(str(news)), Wishes())
        desk = replace(desk, cache=cache.Cache(str(tmp_path / "kept"), Imprint(plugins, desk.setup).at))
        report = run((Source(article), Source(str(news / "a.txt"))), desk)
        return [one.rule for one in report.findings if one.path == article]

    assert of_the_folder() == []
    assert len(entries(tmp_path / "kept")) == 2
    settings.write_text("", encoding="utf-8")
    assert of_the_folder() == ["typos/doubled-word"]
    assert of_the_folder() == ["typos/doubled-word"]
    assert len(entries(tmp_path / "kept")) == 3
