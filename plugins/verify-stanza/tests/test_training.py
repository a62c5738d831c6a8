"""Treebanks and names are laid out as stanza’s trainers read them."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from training.prepare import _contractions, _merged, _running
from training.treebank import lean, read, text_of, written
from training.variety import Names, curled, renamed, shouted, straightened

TREES = """\
# newdoc id = tide
# newpar
# text = "It's Lee's," she said.
1\t"\t"\tPUNCT\t``\t_\t4\tpunct\t_\tSpaceAfter=No
2-3\tIt's\t_\t_\t_\t_\t_\t_\t_\t_
2\tIt\tit\tPRON\tPRP\tCase=Nom\t4\tnsubj\t_\t_
3\t's\tbe\tAUX\tVBZ\tMood=Ind\t4\tcop\t_\t_
4-5\tLee's\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
4\tLee\tLee\tPROPN\tNNP\tNumber=Sing\t9\tccomp\t_\t_
5\t's\t's\tPART\tPOS\t_\t4\tcase\t_\t_
6\t,\t,\tPUNCT\t,\t_\t4\tpunct\t_\tSpaceAfter=No
7\t"\t"\tPUNCT\t''\t_\t4\tpunct\t_\t_
8\tshe\tshe\tPRON\tPRP\tCase=Nom\t9\tnsubj\t_\t_
9\tsaid\tsay\tVERB\tVBD\tMood=Ind\t0\troot\t_\tSpaceAfter=No
10\t.\t.\tPUNCT\t.\t_\t9\tpunct\t_\tEntity=(1)

# newpar
# text = It rained
1\tIt\tit\tPRON\tPRP\t_\t2\tnsubj\t_\t_
2\trained\train\tVERB\tVBD\t_\t0\troot\t_\t_

"""


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    path = tmp_path / "tide.conllu"
    path.write_text(TREES, encoding="utf-8")
    return path


def test_what_nobody_learns_is_left_out_and_the_rest_is_written_as_it_was(bank: Path, tmp_path: Path) -> None:
    made = tmp_path / "lean.conllu"
    made.write_text(written(lean(one) for one in read(bank)), "utf-8")
    assert "Case=Nom" not in made.read_text("utf-8")
    assert "Entity" not in made.read_text("utf-8")
    assert [text_of(one) for one in read(made)] == ["\"It's Lee's,\" she said. ", "It rained "]
    assert [(one.document, one.paragraph) for one in read(made)] == [(True, True), (False, True)]


def test_marks_are_curled_by_the_side_they_stand_on_and_made_straight_again(bank: Path) -> None:
    first = next(iter(read(bank)))
    assert text_of(curled(first)) == "“It’s Lee’s,” she said. "
    assert straightened(curled(first)) == first


def test_ends_of_tokens_contractions_and_sentences_are_labelled_letter_by_letter(
    bank: Path, tmp_path: Path
) -> None:
    _running(tmp_path, "train", list(read(bank)))
    text = (tmp_path / "train.txt").read_text("utf-8")
    labels = (tmp_path / "train.toklabels").read_text("utf-8")
    assert text == "\"It's Lee's,\" she said. \n\nIt rained\n"
    assert labels == "1" + "0003" + "0" + "00003" + "1" + "1" + "0" + "001" + "0" + "0001" + "2" + "0" + (
        "\n\n" + "01" + "0" + "000002" + "\n\n"
    )


def test_contractions_are_handed_over_unexpanded(bank: Path, tmp_path: Path) -> None:
    _contractions(tmp_path, "mwt", list(read(bank)))
    lines = (tmp_path / "mwt.in.conllu").read_text("utf-8").splitlines()
    assert lines[1].split("\t") == ["2", "It's", *"_______", "MWT=Yes"]
    assert len(lines) == 9


def test_names_are_learnt_on_tokens_and_not_on_their_pieces() -> None:
    tagged = (("Lee", "B-PER"), ("'s", "O"), ("boat", "O"))
    assert _merged(tagged, [("Lee’s", 2), ("boat", 1)]) == (("Lee's", "B-PER"), ("boat", "O"))


def test_other_names_take_the_place_of_names_and_nothing_else_changes() -> None:
    pytest.importorskip("faker")
    sentence = (("Ann", "B-PER"), ("Lee", "I-PER"), ("left", "O"), ("Paris's", "B-LOC"), (".", "O"))
    made = renamed(sentence, Names(1, size=40), Random(2))
    assert [word for word, tag in made if tag == "O"][-2:] == ["left", "."]
    assert [tag for _, tag in made if tag.startswith("B-")] == ["B-PER", "B-LOC"]
    assert [word for word, tag in made if tag.endswith("LOC")][-1].endswith("'s")
    assert made == renamed(sentence, Names(1, size=40), Random(2))


def test_headlines_have_capitals() -> None:
    assert shouted((("the", "O"), ("vote", "O")), Random(0)) in (
        (("The", "O"), ("Vote", "O")),
        (("THE", "O"), ("VOTE", "O")),
    )
