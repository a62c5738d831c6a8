from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Verify = Callable[..., subprocess.CompletedProcess[bytes]]
SLIP = (
    "Ferry runs aground\n\nThe captain said that the the boat “will sail again,” and the crew went ashore.\n"
)
CLEAN = "Ferry runs aground\n\nThe captain, Ann Lee, said on Monday that the crew had gone ashore.\n"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "slip.txt").write_text(SLIP, encoding="utf-8")
    (tmp_path / "news" / "clean.txt").write_text(CLEAN, encoding="utf-8")
    return tmp_path / "news"


def findings(run: subprocess.CompletedProcess[bytes]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run.stdout.decode().splitlines()]


def errors(run: subprocess.CompletedProcess[bytes]) -> list[str]:
    return run.stderr.decode().splitlines()


def doubled(*more: str) -> tuple[str, ...]:
    return ("--select", "typos/doubled-word", *more)


@pytest.mark.usefixtures("copy")
def test_findings_end_with_1_and_clean_copy_with_0(verify: Verify) -> None:
    run = verify("check", *doubled("--format", "jsonl"))
    (one,) = findings(run)
    assert (run.returncode, errors(run)) == (1, [])
    assert (one["path"], one["rule"], one["text"]) == ("news/slip.txt", "typos/doubled-word", "the the ")
    at = SLIP.index("the the")
    assert (one["start"], one["end"], one["line"], one["column"]) == (
        at,
        at + 8,
        3,
        SLIP.splitlines()[2].index("the the") + 1,
    )
    assert verify("check", "news/clean.txt", *doubled()).returncode == 0


@pytest.mark.usefixtures("copy")
def test_exit_codes_follow_fail_on_and_exit_zero(verify: Verify) -> None:
    grave = doubled("--severity", "typos=info")
    assert verify("check", *grave).returncode == 0
    assert verify("check", *grave, "--fail-on", "info").returncode == 1
    assert verify("check", *doubled(), "--fail-on", "never").returncode == 0
    assert verify("check", *doubled(), "--exit-zero").returncode == 0
    assert verify("check", "none.txt", "--exit-zero").returncode == 2


def test_work_that_cannot_be_done_is_told_and_the_rest_is_done(verify: Verify, copy: Path) -> None:
    (copy / "latin.txt").write_bytes(b"Caf\xe9 society\n")
    (copy / "image.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    run = verify("check", "news", "none.txt", *doubled("--format", "jsonl"))
    assert run.returncode == 2
    assert [one["path"] for one in findings(run)] == ["news/slip.txt"]
    told = errors(run)
    assert [line.split(": ")[:2] for line in told] == [
        ["verify", "news/image.txt"], ["verify", "news/latin.txt"], ["verify", "none.txt"],
    ]  # fmt: skip
    assert told[2] == "verify: none.txt: no such file or folder"


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads every file")
def test_a_file_that_may_not_be_read(verify: Verify, copy: Path) -> None:
    (copy / "slip.txt").chmod(0)
    run = verify("check", "news")
    assert run.returncode == 2
    assert errors(run) == ["verify: news/slip.txt: permission denied"]


@pytest.mark.usefixtures("copy")
def test_a_bad_setting_is_told_and_the_rest_is_done(verify: Verify, tmp_path: Path) -> None:
    (tmp_path / "verify.toml").write_text('ignore = ["stile"]\nseverety = 1\n')
    run = verify("check", *doubled("--format", "jsonl"))
    assert (run.returncode, len(findings(run))) == (2, 1)
    assert errors(run) == [
        'verify: verify.toml: unknown key "severety" (did you mean "severity"?)',
        'verify: verify.toml: ignore: no rule or family is called "stile" (did you mean "style"?)',
    ]
    (tmp_path / "verify.toml").write_text("ignore = [\n")
    run = verify("check", *doubled("--format", "jsonl"))
    assert (run.returncode, len(findings(run))) == (2, 1)
    assert errors(run)[0].startswith("verify: verify.toml")
    assert verify("check", *doubled("--isolated")).returncode == 1


@pytest.mark.usefixtures("copy")
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (
            ("check", "--select", "typo"),
            'verify: --select: no rule or family is called "typo" (did you mean "typos"?)',
        ),
        (("check", "--frmat", "json"), "verify: No such option '--frmat'."),
        (
            ("check", "--format", "yaml"),
            'verify: Invalid value for --format: "yaml" is not one of checkstyle, github, gitlab, html, ',
        ),
        (("check", "--severity", "typos=loud"), "verify: Invalid value for '--severity'"),
        (("check", "--config", "none.toml"), "verify: none.toml: cannot be read"),
        (("chekc",), 'verify: no command is called "chekc" (did you mean "check"?)'),
        (("zzz",), 'verify: no command is called "zzz" (see verify --help)'),
        (
            ("explain", "typos/doubled"),
            'verify: no rule or family is called "typos/doubled" (did you mean "typos/doubled-word"?)',
        ),
        (("explain", "typo"), 'verify: no rule or family is called "typo" (did you mean "typos"?)'),
        (("rules", "typo"), 'verify: no family is called "typo" (did you mean "typos"?)'),
    ],
)
def test_what_is_asked_wrongly_is_one_line_and_2(
    verify: Verify, arguments: tuple[str, ...], words: str
) -> None:
    run = verify(*arguments)
    assert run.returncode == 2
    assert len(errors(run)) == 1
    assert errors(run)[0].startswith(words)


@pytest.mark.usefixtures("copy")
def test_the_summary_says_where_no_rule_ran(verify: Verify) -> None:
    run = verify("check", "--select", "foo", ".")
    assert run.returncode == 2
    assert run.stdout.decode().splitlines()[-1] == "2 articles: no rule ran; 1 problem"


def test_standard_input_has_a_name_and_is_utf_8_in_any_locale(verify: Verify) -> None:
    named = ("--stdin-filename", "desk/höhe.txt")
    run = verify(
        "check",
        "-",
        *named,
        *doubled("--format", "jsonl"),
        stdin="Höhe\r\n\r\nIt is the the “end”.\r\n".encode(),
    )
    (one,) = findings(run)
    assert (one["path"], one["start"], one["line"]) == ("desk/höhe.txt", 14, 3)
    assert verify("check", "-", *doubled(), stdin=b"\xff\xfe\0").returncode == 2
    assert errors(verify("check", "-", stdin=b"caf\xe9"))[0].startswith("verify: <stdin>: ")


def test_markdown_on_standard_input_is_read_as_its_name_says(verify: Verify) -> None:
    page = b"# Ferry\n\nIt was *the* `the the` end.\n"
    assert (
        verify("check", "-", *doubled("--stdin-filename", "a.md", "--format", "jsonl"), stdin=page).stdout
        == b""
    )


@pytest.mark.usefixtures("copy")
def test_the_report_goes_to_a_file_if_asked(verify: Verify, tmp_path: Path) -> None:
    on_screen = verify("check", *doubled("--format", "json")).stdout
    run = verify("check", *doubled("--format", "json", "--output", "out.json"))
    assert (run.stdout, run.returncode) == (b"", 1)
    assert (tmp_path / "out.json").read_bytes() == on_screen
    run = verify("check", *doubled("--output", "no/such/out.json"))
    assert (run.returncode, errors(run)) == (
        2,
        ["verify: no/such/out.json: cannot be written: no such file or directory"],
    )


def test_the_same_bytes_in_any_order_of_arguments(verify: Verify, copy: Path) -> None:
    (copy / "other.txt").write_text(SLIP.replace("captain", "harbor master"), encoding="utf-8")
    names = ["news/slip.txt", "news/clean.txt", "news/other.txt"]
    for form in ("text", "json"):
        runs = [
            verify("check", *order, "--format", form)
            for order in (names, names[::-1], ["news"], [*names, "news"])
        ]
        assert len({run.stdout for run in runs}) == 1
        assert len({run.returncode for run in runs}) == 1


@pytest.mark.usefixtures("copy")
def test_colours_only_where_they_are_wanted(verify: Verify) -> None:
    assert b"\x1b[" not in verify("check", *doubled()).stdout
    assert b"\x1b[" in verify("check", *doubled("--color")).stdout
    assert b"\x1b[" in verify("check", *doubled(), env={"FORCE_COLOR": "1"}).stdout
    assert b"\x1b[" not in verify("check", *doubled(), env={"FORCE_COLOR": "1", "NO_COLOR": "1"}).stdout
    assert b"\x1b[" not in verify("check", *doubled("--no-color"), env={"FORCE_COLOR": "1"}).stdout


@pytest.mark.usefixtures("copy")
def test_a_reader_that_goes_away_early_is_no_error(tmp_path: Path) -> None:
    command = (
        "for i in $(seq 400); do cp news/slip.txt news/$i.txt; done; "
        '{ "$0" -c "from verify.cli.main import main; main()" check news --select typos --format json;'
        " echo $? >code; } | head -n 1"
    )

    done = subprocess.run(
        ["/bin/bash", "-c", command, sys.executable],
        capture_output=True,
        cwd=tmp_path,
        check=False,
        timeout=60,
    )
    assert (done.stdout, done.stderr) == (b"{\n", b"")
    assert (tmp_path / "code").read_text() == "1\n"


def test_a_plugin_that_cannot_be_imported_is_told_with_2(verify: Verify, tmp_path: Path) -> None:
    info = tmp_path / "plugins" / "verify_odd-0.3.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: verify-odd\nVersion: 0.3\n")
    (info / "entry_points.txt").write_text("[verify]\nodd = no_such_module\n")
    (tmp_path / "a.txt").write_text(SLIP, encoding="utf-8")
    env = {"PYTHONPATH": str(tmp_path / "plugins"), "VERIFY_DISABLE_PLUGINS": ""}
    run = verify("check", *doubled("--format", "jsonl"), env=env)
    assert (run.returncode, len(findings(run))) == (2, 1)
    assert errors(run) == [
        (
            "verify: plugin verify-odd 0.3: cannot be loaded: "
            "ModuleNotFoundError: No module named 'no_such_module'; "
            'install "no_such_module" into the environment of verify'
        )
    ]
    assert "  verify-odd 0.3" in verify("--version", env=env).stdout.decode().splitlines()
    assert errors(verify("check", *doubled(), env=env | {"VERIFY_DISABLE_PLUGINS": "verify-odd"})) == []


@pytest.mark.skipif(sys.platform == "darwin", reason="the file system refuses such names")
def test_a_file_name_that_is_no_text_is_still_told_as_json(verify: Verify, tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text(SLIP, encoding="utf-8")
    (one,) = findings(verify("check", *doubled("--format", "jsonl")))
    assert one["path"] == "caf\udce9.txt"


@pytest.mark.usefixtures("copy")
def test_the_same_bytes_whatever_the_seed_of_hashes(verify: Verify) -> None:
    runs = {verify("check", "--format", "json", env={"PYTHONHASHSEED": seed}).stdout for seed in "012"}
    assert len(runs) == 1


@pytest.mark.usefixtures("copy")
def test_the_page_for_editors_is_one_file_and_the_same_each_time(verify: Verify, tmp_path: Path) -> None:
    pages = []
    for name, more in (("a.html", ("news",)), ("b.html", ("news/slip.txt", "news/clean.txt", "-j", "2"))):
        run = verify("check", *more, "--format", "html", "--output", name)
        assert (run.returncode, run.stdout, errors(run)) == (1, b"", [])
        pages.append((tmp_path / name).read_text(encoding="utf-8"))
    assert pages[0] == pages[1]
    assert "<mark" not in pages[0].split("<main")[1].split("</main>")[0]
    assert ">the the </a>" in pages[0]
    assert verify("check", "news", "--format", "html").stdout.decode() == pages[0]
