"""How each model is trained: stanza’s own trainers, in phases, with the sizes and rates that we give them."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from training.onward import known_words, weights_of

MODELS = ("tokenize", "mwt", "lemma", "pos", "depparse", "ner")

_MODULES = {
    "tokenize": "stanza.models.tokenizer",
    "mwt": "stanza.models.mwt_expander",
    "lemma": "stanza.models.lemmatizer",
    "pos": "stanza.models.tagger",
    "depparse": "stanza.models.parser",
    "ner": "stanza.models.ner_tagger",
}


class Phase(NamedTuple):
    """A stretch of training: what its trainer is told, and what is to be made for it before."""

    arguments: Sequence[str]
    before: Callable[[Path], None] | None = None


def saved(out: Path, name: str) -> Path:
    """Where the best model of a kind lies, as its trainer saves it."""
    return out / "saved" / f"{name}.pt"


def train(name: str, out: Path) -> None:
    """Trains one model from the data in `out`; phases that are done are not gone through again.

    A phase that was cut off goes on from the best model that it had saved.
    """
    (out / "saved").mkdir(exist_ok=True)
    for number, phase in enumerate(_PHASES[name](out)):
        done = out / "saved" / f"{name}.{number}.done"
        if done.exists():
            continue
        if phase.before:
            phase.before(out)
        _go(name, out, [*_common(name, out), *phase.arguments])
        (out / "saved" / f"{name}_checkpoint.pt").unlink(missing_ok=True)
        done.touch()


def _go(name: str, out: Path, arguments: Sequence[str]) -> None:
    trainer = importlib.import_module(_MODULES[name])
    before = saved(out, name)
    if name in ("tokenize", "pos") and before.exists():
        with weights_of(trainer, before):
            trainer.main(list(arguments))
    elif name == "depparse" and before.exists():
        with known_words(trainer, before):
            trainer.main([*arguments, "--continue_from", str(before)])
    elif name == "ner" and before.exists():
        trainer.main([*arguments, "--finetune"])
    else:
        trainer.main(list(arguments))


def _common(name: str, out: Path) -> list[str]:
    given = ["--mode", "train", "--shorthand", "en_news", "--seed", "1234"]
    given += ["--save_dir", str(out / "saved"), "--save_name", f"{name}.pt"]
    if name not in ("lemma", "ner"):
        given += ["--lang", "en"]
    return given


def _files(out: Path, train: str, dev: str) -> list[str]:
    return ["--train_file", str(out / "data" / train), "--eval_file", str(out / "data" / dev)]


def _vectors(out: Path) -> list[str]:
    return ["--wordvec_pretrain_file", str(out / "data" / "glove.pt")]


def _tokenize(out: Path) -> list[Phase]:
    data = out / "data"
    files = [
        *("--txt_file", str(data / "train.txt"), "--label_file", str(data / "train.toklabels")),
        *("--dev_txt_file", str(data / "dev.txt"), "--dev_label_file", str(data / "dev.toklabels")),
        *("--dev_conll_gold", str(data / "tok-dev.gold.conllu")),
        *("--mwt_json_file", str(data / "dev-mwt.json")),
        *("--conll_file", str(out / "tokenize.dev.conllu")),
    ]
    pace = "--use_mwt --max_seqlen 300 --steps 2000 --eval_steps 400 --report_steps 100"
    return [Phase([*files, *pace.split()])]


def _mwt(out: Path) -> list[Phase]:
    gold = ["--gold_file", str(out / "data" / "mwt-dev.gold.conllu")]
    size = "--max_dec_len 20 --num_epoch 8 --hidden_dim 50 --emb_dim 32".split()
    return [Phase([*_files(out, "mwt-train.conllu", "mwt-dev.in.conllu"), *gold, *size])]


def _lemma(out: Path) -> list[Phase]:
    given = ["--output_file", str(out / "lemma.dev.conllu"), "--dict_only"]
    return [Phase([*_files(out, "lemma-train.conllu", "dev-third.conllu"), *given])]


def _pos(out: Path) -> list[Phase]:
    sizes = (
        "--share_hid --hidden_dim 128 --num_layers 2 --char_hidden_dim 64 --char_emb_dim 32 "
        "--word_emb_dim 50 --word_cutoff 3 --transformed_dim 50 --deep_biaff_hidden_dim 128 "
        "--tag_emb_dim 20 --dropout 0.33 --word_dropout 0.2 --batch_size 50 "
        "--eval_interval 250 --fix_eval_interval --no_second_optim --log_step 50"
    )
    told = [*_files(out, "train.conllu", "dev-third.conllu"), *_vectors(out), *sizes.split()]
    return [
        Phase([*told, *"--lr 3e-3 --max_steps 2500".split()]),
        Phase([*told, *"--lr 1e-3 --max_steps 1500".split()]),
        Phase([*told, *"--lr 3e-4 --max_steps 1000".split()]),
        Phase([*told, *"--lr 1e-3 --max_steps 6000".split()]),
        Phase([*told, *"--lr 3e-4 --max_steps 3000".split()]),
        Phase([*told, *"--lr 1e-4 --max_steps 1000".split()]),
    ]


def _depparse(out: Path) -> list[Phase]:
    from training.tags import tagged

    sizes = (
        "--char_emb_dim 0 --no_ufeats --hidden_dim 160 --num_layers 2 --word_emb_dim 50 "
        "--word_cutoff 3 --tag_emb_dim 32 --transformed_dim 50 --deep_biaff_hidden_dim 128 "
        "--dropout 0.33 --word_dropout 0.2 --optim adam --beta2 0.95 --no_second_optim "
        "--batch_size 1000 --eval_interval 200 --max_steps_before_stop 2000 --log_step 50"
    )
    told = [*_vectors(out), *sizes.split()]
    gold = _files(out, "train.conllu", "dev-third.conllu")
    by_model = _files(out, "train.tagged.conllu", "dev-third.tagged.conllu")
    return [
        Phase([*gold, *told, *"--lr 3e-3 --max_steps 3600".split()]),
        Phase([*by_model, *told, *"--lr 1e-3 --max_steps 1600".split()], tagged),
    ]


def _ner(out: Path) -> list[Phase]:
    sizes = (
        "--hidden_dim 128 --char_hidden_dim 48 --char_emb_dim 24 --word_emb_dim 50 --dropout 0.4 "
        "--word_dropout 0.1 --emb_finetune_known_only"
    )
    pace = (
        "--optim adam --lr 2e-3 --lr_decay 0.6 --patience 2 --batch_size 32 --max_steps 9000 "
        "--eval_interval 500 --max_steps_no_improve 2500 --log_step 100"
    )
    files = _files(out, "ner-train.json", "ner-dev.json")
    return [Phase([*files, *_vectors(out), *sizes.split(), *pace.split()])]


_PHASES: dict[str, Callable[[Path], list[Phase]]] = {
    "tokenize": _tokenize,
    "mwt": _mwt,
    "lemma": _lemma,
    "pos": _pos,
    "depparse": _depparse,
    "ner": _ner,
}
