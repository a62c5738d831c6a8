"""Tags as the tagger gives them, so that the parser learns from what it will be handed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from training.treebank import Sentence, read, written

_TEXT, _UPOS, _XPOS = 1, 3, 4
_BATCH = 100
_DROPOUT = 0.2
"""On the text that it learnt from, the tagger is right too often; with so much forgotten at random it errs
about as often as on text that it does not know."""


def tagged(out: Path) -> None:
    """Writes the data of the parser with the tags of the tagger, unless that is done."""
    for name, dropout in (("train", _DROPOUT), ("dev-third", 0.0)):
        target = out / "data" / f"{name}.tagged.conllu"
        if not target.exists():
            sentences = list(read(out / "data" / f"{name}.conllu"))
            target.write_text(written(_retagged(sentences, out, dropout)), "utf-8")


def _retagged(sentences: list[Sentence], out: Path, dropout: float) -> Iterator[Sentence]:
    import torch
    from stanza.models.common.pretrain import Pretrain
    from stanza.models.pos.trainer import Trainer

    torch.manual_seed(1234)
    pretrain = Pretrain(str(out / "data" / "glove.pt"))
    trainer = Trainer(pretrain=pretrain, model_file=str(out / "saved" / "pos.pt"), device="cpu")
    if dropout:
        _forgetful(trainer.model, dropout)
    right = words = 0
    todo = iter(sentences)
    while batch := list(islice(todo, _BATCH)):
        for one, tags in zip(batch, _tags(trainer, pretrain, batch), strict=True):
            right += sum(row[_UPOS] == tag[0] for row, tag in zip(one.words, tags, strict=True))
            words += len(tags)
            yield _with_tags(one, tags)
    print(f"{100 * right / words:.2f} % of the tags are right")  # noqa: T201 - progress of a script


def _forgetful(model: Any, dropout: float) -> None:  # noqa: ANN401 - stanza has no types
    """Keep dropout on while the model predicts, and less of it than when it learnt."""
    import torch

    for part in model.modules():
        if isinstance(part, torch.nn.Dropout):
            part.p = dropout
    model.worddrop.dropprob = dropout / 4
    model.eval = model.train


def _tags(trainer: Any, pretrain: Any, batch: Iterable[Sentence]) -> list[list[tuple[str, str]]]:  # noqa: ANN401
    from stanza.models.common.doc import Document
    from stanza.models.pos.data import Dataset

    rows = [[{"id": (at,), "text": row[_TEXT]} for at, row in enumerate(one.words, 1)] for one in batch]
    data = Dataset(Document(rows), trainer.args, pretrain, vocab=trainer.vocab, evaluation=True)
    found: list[list[tuple[str, str]]] = []
    for each in data.to_loader(batch_size=_BATCH):
        found += ([(tag[0], tag[1]) for tag in sentence] for sentence in trainer.predict(each))
    return found


def _with_tags(sentence: Sentence, tags: list[tuple[str, str]]) -> Sentence:
    given = iter(tags)
    rows = []
    for row in sentence.rows:
        if row[0].isdigit():
            upos, xpos = next(given)
            rows.append((*row[:_UPOS], upos, xpos, *row[_XPOS + 1 :]))
        else:
            rows.append(row)
    return Sentence(tuple(rows), sentence.document, sentence.paragraph)
