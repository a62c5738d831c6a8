"""Scores packed models on the test parts, which nothing was learnt from, with stanza’s own scorers."""

from __future__ import annotations

from pathlib import Path

import click
from verify_stanza.pipeline import built

from training.treebank import Sentence, lean, read, text_of, written
from training.variety import straightened

_COLUMNS = ("Tokens", "Sentences", "Words", "UPOS", "XPOS", "Lemmas", "UAS", "LAS")


def score(ud: Path, out: Path, models: Path) -> None:
    """Tells how well packed models do from raw text on each treebank, and on names in the test of UNER."""
    for bank in ("ewt", "gum"):
        told = trees(ud / bank / f"en_{bank}-ud-test.conllu", models, out)
        click.echo(f"{bank}: " + "  ".join(f"{name} {value:.2f}" for name, value in told.items()))
    names(out, models)


def trees(gold: Path, models: Path, out: Path) -> dict[str, float]:
    """The F1 of each column, from raw text with straight quotation marks, as the engine hands it over."""
    from stanza.models.common.utils import ud_scores

    sentences = [straightened(lean(one)) for one in read(gold)]
    right, made = out / "gold.conllu", out / "made.conllu"
    right.write_text(written(sentences), "utf-8")
    parsed = built(models, split=True)(_running(sentences))
    made.write_text(f"{parsed:C}\n\n", "utf-8")
    found = ud_scores(str(right), str(made))
    return {name: 100 * found[name].f1 for name in _COLUMNS}


def names(out: Path, models: Path) -> None:
    """The F1 of names, on the tokens of the test."""
    from stanza.models import ner_tagger

    vectors = models / "en" / "pretrain" / "glove.pt"
    data = ["--eval_file", str(out / "data" / "ner-test.json"), "--wordvec_pretrain_file", str(vectors)]
    place = ["--save_dir", str(models / "en" / "ner"), "--save_name", "news.pt"]
    ner_tagger.main(["--mode", "predict", "--shorthand", "en_news", *data, *place])


def _running(sentences: list[Sentence]) -> str:
    text = ""
    for one in sentences:
        text += ("\n\n" if one.paragraph and text else "") + text_of(one)
    return text
