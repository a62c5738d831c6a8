from __future__ import annotations

import itertools
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TextIO

import click
import pytest

from verify.check.outcome import Report
from verify.cli.outputs import Output, asked_for, deliver
from verify.plugin.manager import Plugins
from verify.report.report import Reporter

Verify = Callable[..., subprocess.CompletedProcess[bytes]]
FORMATS = ("text", "json", "jsonl", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson")
KNOWN = Plugins(()).reporters()
SLIP = "Ferry runs aground\n\nThe captain said the the boat, ]]> ::100%, sank.\r\n"
SELECT = ("--select", "typos/doubled-word")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder whose articles have awkward names."""
    news = tmp_path / "news desk"
    news.mkdir()
    (news / "50% off, #1: über.txt").write_text(SLIP, encoding="utf-8", newline="")
    (news / "clean.txt").write_text("Ferry runs aground\n\nThe crew went ashore.\n", encoding="utf-8")
    (tmp_path / "out").mkdir()
    return tmp_path


@pytest.mark.usefixtures("desk")
def test_several_reports_are_those_of_several_runs(verify: Verify, tmp_path: Path) -> None:
    more = [word for name in FORMATS[1:] for word in ("--output", f"{name}=out/{name}")]
    run = verify("check", "news desk", *more)
    assert (run.returncode, run.stderr) == (1, b"")
    for name in FORMATS:
        alone = verify("check", "news desk", "--format", name)
        assert alone.stdout == (run.stdout if name == "text" else (tmp_path / "out" / name).read_bytes())
    sarif = json.loads((tmp_path / "out" / "sarif").read_bytes())
    places = [
        one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for one in sarif["runs"][0]["results"]
    ]
    assert "news%20desk/50%25%20off%2C%20%231%3A%20%C3%BCber.txt" in places


@pytest.mark.usefixtures("desk")
def test_every_format_is_the_same_from_several_processes(verify: Verify, tmp_path: Path) -> None:
    for jobs in ("1", "2"):
        (tmp_path / jobs).mkdir()
        files = [word for name in FORMATS for word in ("--output", f"{name}={jobs}/{name}")]
        assert verify("check", "news desk", *files, "-o", f"{jobs}/own", "--jobs", jobs).returncode == 1
    for name in (*FORMATS, "own"):
        assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "2" / name).read_bytes() != b""


@pytest.mark.parametrize(
    ("form", "named", "wanted"),
    [
        (None, [], [("", "text")]),
        ("json", [], [("", "json")]),
        (None, ["-"], [("", "text")]),
        (None, ["a.txt"], [("a.txt", "text")]),
        ("json", ["a.json"], [("a.json", "json")]),
        (None, ["sarif=a.sarif"], [("", "text"), ("a.sarif", "sarif")]),
        ("text", ["sarif=a", "junit=b"], [("", "text"), ("a", "sarif"), ("b", "junit")]),
        ("json", ["a.json", "sarif=a"], [("a", "sarif"), ("a.json", "json")]),
        ("json", ["a.json", "json=b.json", "-"], [("", "json"), ("a.json", "json"), ("b.json", "json")]),
        (None, ["github=-", "a.txt"], [("", "github"), ("a.txt", "text")]),
        (None, ["github=-"], [("", "github")]),
        ("github", ["github=-"], [("", "github")]),
        (None, ["./json=a", "sarif=x=y"], [("./json=a", "text"), ("x=y", "sarif")]),
        (None, [f"json={os.devnull}", f"sarif={os.devnull}"],
         [("", "text"), (os.devnull, "json"), (os.devnull, "sarif")]),
    ],
)  # fmt: skip
def test_what_is_asked_for_in_any_order(
    form: str | None,
    named: list[str],
    wanted: list[tuple[str, str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    for order in itertools.permutations(named):
        assert [(one.path, one.form) for one in asked_for(form, order, KNOWN)] == wanted


@pytest.mark.parametrize(
    ("form", "named", "message"),
    [
        ("text", ["github=-"], "two reports go to standard output: give each its own file"),
        (None, ["json=-", "sarif=-"], "two reports go to standard output: give each its own file"),
        (None, ["json=a", "sarif=./a"], "two reports go to a: give each its own file"),
        (None, ["sariff=a"], 'no format is called "sariff" (did you mean "sarif"?)'),
        (None, ["yaml=a"], 'no format is called "yaml" (a file of that name is ./yaml=a)'),
        (None, ["sarif="], '"sarif=" names no file'),
    ],
)
def test_what_cannot_be(
    form: str | None, named: list[str], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for order in itertools.permutations(named):
        with pytest.raises(click.UsageError) as refused:
            asked_for(form, order, KNOWN)
        assert message.replace("./a", "a") in refused.value.message.replace("./a", "a")


@pytest.mark.usefixtures("desk")
def test_one_report_that_cannot_be_written_costs_no_other(verify: Verify, tmp_path: Path) -> None:
    run = verify(
        "check", "news desk", *SELECT, "-o", "json=none/a.json", "-o", "sarif=out", "-o", "jsonl=a.jsonl"
    )
    assert run.returncode == 2
    assert run.stderr.decode().splitlines() == [
        "verify: none/a.json: cannot be written: no such file or directory",
        "verify: out: cannot be written: is a directory",
    ]
    assert b"typos/doubled-word" in run.stdout
    assert len((tmp_path / "a.jsonl").read_bytes().splitlines()) == 1


def test_a_reporter_that_raises_is_named_and_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_report: Report, stream: TextIO) -> None:
        stream.write("half ")
        raise ValueError("no such\nkey")

    monkeypatch.chdir(tmp_path)
    Path("kept").write_text("as it was")
    known = {**KNOWN, "broken": Reporter("broken", broken)}
    outputs = [Output("kept", "broken"), Output("new", "broken"), Output("whole", "gitlab")]
    text: dict[str, Any] = {}
    problems = deliver(outputs, known, Report((), (), "0.1.0"), text, aside=False)
    assert [one.where for one in problems] == ["format broken", "format broken"]
    assert problems[0].message.startswith(
        "cannot be written: ValueError: no such key (test_outputs.py, line "
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kept", "whole"]
    assert (Path("kept").read_text(), Path("whole").read_text()) == ("as it was", "[]\n")


@pytest.mark.usefixtures("desk")
@pytest.mark.skipif(sys.platform == "win32", reason="modes and links are others there")
def test_a_file_keeps_its_mode_and_a_link_its_aim(verify: Verify, tmp_path: Path) -> None:
    (tmp_path / "old.json").write_text("x" * 100_000)
    (tmp_path / "old.json").chmod(0o640)
    (tmp_path / "link.json").symlink_to("old.json")
    umask = os.umask(0o027)
    try:
        verify("check", "news desk", *SELECT, "-o", "json=link.json", "-o", "jsonl=new.jsonl")
    finally:
        os.umask(umask)
    assert (tmp_path / "link.json").is_symlink()
    assert json.loads((tmp_path / "old.json").read_bytes())["schema"] == 1
    assert [(tmp_path / name).stat().st_mode & 0o777 for name in ("old.json", "new.jsonl")] == [0o640, 0o640]
    assert not list(tmp_path.glob(".verify-*"))


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such device")
@pytest.mark.usefixtures("desk")
def test_a_device_is_written_and_not_replaced(verify: Verify) -> None:
    run = verify("check", "news desk", *SELECT, "-o", "json=/dev/null", "-o", "jsonl=/dev/stdout", "-q")
    assert (run.returncode, run.stderr) == (1, b"")
    assert b'"rule": "typos/doubled-word"' in run.stdout
    assert not Path("/dev/null").is_file()


@pytest.mark.usefixtures("desk")
def test_a_patch_is_the_one_thing_that_is_written(verify: Verify, tmp_path: Path) -> None:
    for more in (("-o", "sarif=a"), ("--format", "json"), ("-o", "a", "-o", "b")):
        run = verify("check", "news desk", "--diff", *more)
        assert run.returncode == 2
        assert b"--diff writes a patch, not" in run.stderr
    run = verify("check", "news desk", *SELECT, "--diff", "-o", "a.patch")
    assert (run.returncode, run.stdout) == (1, b"")
    assert (tmp_path / "a.patch").read_bytes().startswith(b"--- ")


@pytest.mark.usefixtures("desk")
def test_mended_copy_goes_to_standard_output_and_every_report_elsewhere(
    verify: Verify, tmp_path: Path
) -> None:
    run = verify("check", "-", *SELECT, "--fix", "-o", "json=a.json", stdin=SLIP.encode())
    assert run.stdout == SLIP.replace("the the", "the").encode()
    assert run.stderr.startswith(b"1 article: nothing to mark")
    assert json.loads((tmp_path / "a.json").read_bytes())["files"][0]["findings"] == []


@pytest.mark.usefixtures("desk")
def test_who_is_quoted_stands_in_the_json_whatever_rules_run(verify: Verify, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("“The ferry will sail,” Ann Lee, the captain, said on Monday.\n")
    run = verify("check", "a.txt", *SELECT, "--format", "json")
    (file,) = json.loads(run.stdout)["files"]
    assert [voice["name"] for voice in file["voices"]] == ["Ann Lee"]


def test_the_schemas_are_shown(verify: Verify) -> None:
    report, finding = (json.loads(verify("schema", *name).stdout) for name in ((), ("finding",)))
    assert report["$defs"]["finding"]["properties"] == finding["properties"]
    run = verify("schema", "quote")
    assert (run.returncode, run.stderr.count(b"\n")) == (2, 1)


def settings(folder: Path, *output: str) -> Path:
    file = folder / "verify.toml"
    file.write_text(f"root = true\noutput = {json.dumps(output)}\n", encoding="utf-8")
    return file


@pytest.mark.usefixtures("desk")
def test_reports_of_the_settings_are_those_of_the_command_line(verify: Verify, tmp_path: Path) -> None:
    wanted = verify("check", "news desk", *SELECT, "--isolated", "-o", "jsonl=-", "-o", "sarif=out/wanted")
    settings(tmp_path / "news desk", "jsonl", "sarif=verify.sarif")
    run = verify("check", "news desk", *SELECT)
    assert (run.returncode, run.stdout, run.stderr) == (1, wanted.stdout, b"")
    sarif = tmp_path / "news desk" / "verify.sarif"
    assert sarif.read_bytes() == (tmp_path / "out" / "wanted").read_bytes()


@pytest.mark.usefixtures("desk")
def test_without_one_for_standard_output_the_settings_leave_it_to_the_text(
    verify: Verify, tmp_path: Path
) -> None:
    text = verify("check", "news desk", *SELECT)
    settings(tmp_path / "news desk", "sarif=verify.sarif")
    assert verify("check", "news desk", *SELECT).stdout == text.stdout
    assert (tmp_path / "news desk" / "verify.sarif").exists()


@pytest.mark.parametrize(
    "asked",
    [
        ("--format", "jsonl"),
        ("-o", "json=out/own.json"),
        ("--statistics",),
        ("--diff",),
        ("--isolated",),
        ("--config", "other.toml"),
    ],
)
@pytest.mark.usefixtures("desk")
def test_the_command_line_goes_before_the_reports_of_the_settings(
    verify: Verify, tmp_path: Path, asked: tuple[str, ...]
) -> None:
    (tmp_path / "other.toml").write_text("output = []\n", encoding="utf-8")
    before = verify("check", "news desk", *SELECT, *asked)
    settings(tmp_path / "news desk", "json", "sarif=verify.sarif")
    after = verify("check", "news desk", *SELECT, *asked)
    assert (after.returncode, after.stdout, after.stderr) == (before.returncode, before.stdout, before.stderr)
    assert not (tmp_path / "news desk" / "verify.sarif").exists()


@pytest.mark.usefixtures("desk")
def test_the_nearest_settings_say_which_reports_there_are(verify: Verify, tmp_path: Path) -> None:
    (tmp_path / "verify.toml").write_text(
        'root = true\noutput = ["jsonl", "json=all.json"]\n', encoding="utf-8"
    )
    (tmp_path / "news desk" / "verify.toml").write_text(
        'output = ["json=../out/own.json"]\n', encoding="utf-8"
    )
    (tmp_path / ".git").mkdir()
    assert verify("check", "news desk", *SELECT).returncode == 1
    assert (tmp_path / "out" / "own.json").exists()
    assert not (tmp_path / "all.json").exists()


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ("jsonl=../away.jsonl", '"../away.jsonl" does not lie in the same repository'),
        ("jsonl=/away.jsonl", '"/away.jsonl" does not lie in the same repository'),
        ("jsonl=link/away.jsonl", '"link/away.jsonl" does not lie in the same repository'),
        ("jsonl=a\0b", '"a␀b" does not lie in the same repository'),
        ("jsnl=own.jsonl", 'no format is called "jsnl" (did you mean "jsonl"?)'),
        ("verify.txt", 'no format is called "verify.txt"'),
        ("jsonl=", '"jsonl=" names no file'),
        ("junit", "two reports go to standard output"),
        ("junit=./one.sarif", "two reports go to ./one.sarif"),
    ],
)
@pytest.mark.usefixtures("desk")
def test_what_the_settings_cannot_have_written_costs_no_other_report(
    verify: Verify, tmp_path: Path, entry: str, words: str
) -> None:
    (tmp_path / "news desk" / "link").symlink_to(tmp_path / "out")
    plain = verify("check", "news desk", *SELECT)
    settings(tmp_path / "news desk", "text", "sarif=one.sarif", entry)
    run = verify("check", "news desk", *SELECT)
    assert run.returncode == 2
    assert run.stderr.decode() == f"verify: news desk/verify.toml: output: {words}\n"
    assert run.stdout.startswith(plain.stdout.rstrip(b"\n"))
    assert (tmp_path / "news desk" / "one.sarif").exists()
    assert list((tmp_path / "out").iterdir()) == []
