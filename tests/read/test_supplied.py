"""Sources as a desk supplies them: their words, places and times, and what is said of files that fail."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from verify.model.supplied import Library
from verify.read import subtitles, wordfile
from verify.read.formats import HTML, MARKDOWN
from verify.read.formats import TEXT as PLAIN
from verify.read.reader import Reader, Unreadable
from verify.read.supplied import load

READERS: tuple[Reader, ...] = (PLAIN, MARKDOWN, HTML)
SRT = """1
00:00:58,000 --> 00:01:01,500
The bridge will be shut for

2
00:01:01,500 --> 00:01:04,000 X1:40
<i>at least</i> six weeks &amp; more.
"""
VTT = """WEBVTT - Briefing

NOTE taken down
by hand

STYLE
::cue { color: white }

intro
00:58.000 --> 01:01.500 align:start
<v Karin Lindqvist>The bridge will be shut for

01:01.500 --> 01:04.000
The bridge will be shut for
<c.loud>at least six weeks.</c>
"""
NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
COMPATIBLE = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def docx(body: str, name: str = "word/document.xml", head: str = "") -> bytes:
    out = io.BytesIO()
    root = f"<w:document {NAMESPACE} {COMPATIBLE}>"
    markup = f"<?xml version='1.0'?>{head}{root}<w:body>{body}</w:body></w:document>"
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(name, markup)
    return out.getvalue()


def run(words: str) -> str:
    return f"<w:r><w:t>{words}</w:t></w:r>"


def supplied(folder: Path, **files: str | bytes) -> Library:
    for name, data in files.items():
        path = folder / name.replace("_", ".")
        path.write_bytes(data.encode() if isinstance(data, str) else data)
    return load((str(folder),), READERS)


def test_srt_gives_the_words_with_their_times_and_places() -> None:
    one = subtitles.read("a.srt", SRT.encode())
    assert one.text == "The bridge will be shut for\nat least six weeks & more.\n"
    at = one.text.index("least")
    passage = one.passage(at, at + len("least six weeks & more"))
    assert (passage.line, passage.column, passage.time) == (7, 7, "00:01:01")
    assert SRT[slice(*passage.span)] == "least</i> six weeks &amp; more"
    assert passage.place("said so").message == "said so, at 00:01:01"


def test_vtt_names_speakers_and_leaves_out_notes_styles_and_what_rolls_up() -> None:
    one = subtitles.read("a.vtt", VTT.encode())
    assert one.text == "The bridge will be shut for\nat least six weeks.\n"
    assert one.speakers == ("Karin Lindqvist",)
    assert [cue.time for cue in one.cues] == ["00:00:58", "00:01:01"]


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_ends_of_any_kind_part_the_cues(ending: str) -> None:
    one = subtitles.read("a.srt", SRT.replace("\n", ending).encode())
    assert one.text == "The bridge will be shut for\nat least six weeks & more.\n"


@pytest.mark.parametrize("text", ["", "WEBVTT\n", "1\nno time\nwords\n", "00:01 -> 00:02\nwords"])
def test_a_file_without_a_cue_is_no_subtitle(text: str) -> None:
    with pytest.raises(Unreadable, match="no subtitle with a time"):
        subtitles.read("a.srt", text.encode())


def test_a_hostile_subtitle_is_read_in_time() -> None:
    for piece in ("<", "&", "{\\", "-->", "00:", "<v ", "\n\n"):
        text = "00:01.000 --> 00:02.000\n" + piece * 200_000
        try:
            subtitles.read("a.vtt", text.encode())
        except Unreadable:
            continue


def test_docx_keeps_insertions_and_leaves_out_deletions() -> None:
    body = (
        "<w:p><w:pPr><w:tabs><w:tab w:pos='720'/><w:tab w:pos='1440'/></w:tabs></w:pPr>"
        f"{run('We will ')}<w:ins>{run('not ')}</w:ins>"
        "<w:del><w:r><w:delText>never </w:delText></w:r></w:del>"
        f"{run('close')}<w:r><w:tab/><w:t>it.</w:t></w:r></w:p>"
        f"<w:p><w:moveFrom>{run('Gone.')}</w:moveFrom>{run('Next &amp; last')}"
        f"<mc:AlternateContent><mc:Choice>{run('!')}</mc:Choice><mc:Fallback>{run('?')}</mc:Fallback>"
        "</mc:AlternateContent></w:p>"
    )
    one = wordfile.read("a.docx", docx(body))
    assert one.text == "We will not close\tit.\nNext & last!\n"
    passage = one.passage(22, 26)
    assert (passage.line, passage.column) == (2, 1)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"PK\x03\x04 no zip", "cannot|can be unpacked"),
        (docx("", name="xl/workbook.xml"), "no Word document"),
        (docx(""), "no words"),
        (docx(run("a"), head='<!DOCTYPE a [<!ENTITY b "ha">]>'), "declares a document type"),
        (docx("<w:p>"), "no sound XML"),
        (docx("<w:p>" * 600 + "</w:p>" * 600), "nested too deep"),
    ],
)
def test_a_broken_or_hostile_docx_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(Unreadable, match=message):
        wordfile.read("a.docx", data)


def test_a_zip_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wordfile, "MOST", 100_000)
    with pytest.raises(Unreadable, match="larger than"):
        wordfile.read("a.docx", docx(run("a" * 200_000)))


def test_a_folder_gives_all_that_can_be_read_in_the_order_of_paths(tmp_path: Path) -> None:
    library = supplied(
        tmp_path, c_txt="Plain.", b_md="# Title\n\n*Marked* down.", a_html="<p>A &amp; B</p>", d_srt=SRT,
        e_docx=docx(f"<w:p>{run('Word.')}</w:p>"), f_png=b"\x89PNG\r\n",
    )  # fmt: skip
    assert library.problems == ()
    assert [Path(one.path).name for one in library.texts] == ["a.html", "b.md", "c.txt", "d.srt", "e.docx"]
    page = library.texts[0]
    at = page.text.index("A")
    assert page.source[slice(*page.passage(at, at + 5).span)] == "A &amp; B"


def test_files_that_fail_are_told_one_by_one_and_the_rest_is_read(tmp_path: Path) -> None:
    library = supplied(tmp_path, a_txt=b"\x89PNG\r\n", b_srt="nothing", c_docx=b"PK", d_txt="Read.")
    assert [Path(one.path).name for one in library.texts] == ["d.txt"]
    assert [Path(problem.where).name for problem in library.problems] == ["a.txt", "b.srt", "c.docx"]


def test_a_path_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    (problem,) = load((str(tmp_path / "gone"),), READERS).problems
    assert problem.message == "no such file or folder"


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Once.")
    assert len(load((str(tmp_path), str(tmp_path / "a.txt")), READERS).texts) == 1


def test_a_plugins_reader_of_such_files_goes_before_ours(tmp_path: Path) -> None:
    def read(path: str, data: bytes) -> object:
        return PLAIN.read(path, data.replace(b"The bridge", b"Taken down: the bridge"))

    (tmp_path / "a.srt").write_text(SRT)
    readers = (*READERS, Reader("captions", (".srt",), read))  # type: ignore[arg-type]
    (one,) = load((str(tmp_path),), readers).texts
    assert "00:00:58,000" in one.text
    assert "Taken down: the bridge" in one.text
