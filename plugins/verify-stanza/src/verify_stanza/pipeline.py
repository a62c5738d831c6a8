"""The pipeline of stanza: built once a process, when the first article is read, on one thread."""

from __future__ import annotations

import gc
import json
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from verify import NoEngine
from verify_stanza.trees import Named, Node

SHIPPED = Path(__file__).parent / "models"
"""The models that come with the plugin."""
PROCESSORS = ("tokenize", "mwt", "pos", "lemma", "depparse", "ner")
KINDS = {
    **dict.fromkeys(("PER", "PERSON"), "person"),
    "ORG": "organisation",
    **dict.fromkeys(("LOC", "GPE", "FAC"), "place"),
}
"""The labels of names, ours and those of the official models; others are of no use to a newsroom."""
_SWEEP = 64
"""After so many texts the cycles that stanza’s documents are made of are swept up."""
Parsed = tuple[tuple[Node, ...], tuple[Named, ...]]


def checked(models: Path | None) -> Path:
    """The folder of the models, or NoEngine with the way to what is missing; nothing heavy is imported."""
    for module in ("torch", "stanza"):
        if find_spec(module) is None:
            raise NoEngine(f'{module} is not installed: pip install "verify-copy[stanza]"')
    folder = models or SHIPPED
    if not (folder / "resources.json").is_file():
        way = "verify models download" if models else 'pip install --force-reinstall "verify-copy[stanza]"'
        raise NoEngine(f"there are no models in {folder}: {way}")
    return folder


@cache
def pipeline(folder: Path) -> Pipeline:
    """The pipeline with the models of a folder, which is built when it first reads."""
    return Pipeline(folder)


class Pipeline:
    """Reads sentences with stanza; what comes back are plain values, so that nothing of it is kept."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._run: Any = None
        self._read = 0

    def read(self, sentences: Sequence[str]) -> list[Parsed]:
        """Each sentence parsed, the places of its words counted from its own start.

        The sentences must be one line each and as long as `straight` leaves them.
        """
        if self._run is None:
            self._run = built(self._folder)
        lead = [len(sentence) - len(sentence.lstrip()) for sentence in sentences]
        text = "\n\n".join(sentence.strip() for sentence in sentences)
        document = self._run(text)
        found = _sorted_out(document, [sentence.strip() for sentence in sentences], lead)
        self._read += 1
        if self._read % _SWEEP == 0:
            del document
            gc.collect()
        return found


def built(folder: Path, *, split: bool = False) -> Any:  # noqa: ANN401 - stanza has no types
    """The pipeline of stanza, on one thread and without the network.

    It takes each paragraph for one sentence, unless it is to `split` them itself.
    """
    import stanza
    import torch
    from stanza.models.common.foundation_cache import FoundationCache

    torch.set_num_threads(1)
    known = FoundationCache()
    for vectors in sorted((folder / "en" / "pretrain").glob("*.pt")):
        # Stored as half the size; the layers that read them need whole numbers again.
        held = known.load_pretrain(str(vectors))
        held._emb = held.emb.float()  # noqa: SLF001 - stanza has no other way in
    return stanza.Pipeline(
        "en",
        dir=str(folder),
        package="default_fast" if _has(folder, "default_fast") else "default",
        processors=",".join(PROCESSORS),
        download_method=None,
        use_gpu=False,
        tokenize_no_ssplit=not split,
        tokenize_max_seqlen=1000,
        foundation_cache=known,
        logging_level="ERROR",
    )


def _has(folder: Path, package: str) -> bool:
    resources = json.loads((folder / "resources.json").read_bytes())
    return package in resources.get("en", {}).get("packages", {})


def _sorted_out(document: Any, texts: Sequence[str], lead: Sequence[int]) -> list[Parsed]:  # noqa: ANN401
    """The parsed sentences put to the texts that they were read from."""
    starts = []
    at = 0
    for text in texts:
        starts.append(at)
        at += len(text) + 2
    held: list[tuple[list[Node], list[Named]]] = [([], []) for _ in texts]
    number = 0
    for sentence in document.sentences:
        first = sentence.tokens[0].start_char
        while number + 1 < len(starts) and starts[number + 1] <= first:
            number += 1
        nodes, names = held[number]
        back = starts[number] - lead[number]
        base = len(nodes)
        nodes += _nodes(sentence, back, base)
        names += (
            Named(one.start_char - back, one.end_char - back, KINDS[one.type])
            for one in sentence.ents
            if one.type in KINDS
        )
    return [(tuple(nodes), tuple(names)) for nodes, names in held]


def _nodes(sentence: Any, back: int, base: int) -> Iterator[Node]:  # noqa: ANN401 - stanza has no types
    for token in sentence.tokens:
        at = token.start_char
        for word in token.words:
            # The pieces of "Lee's" stand one behind the other, where they make up the token.
            end = at + len(word.text) if len(token.words) > 1 else token.end_char
            end = min(end, token.end_char)
            head = base + word.head - 1 if word.head else -1
            yield Node(
                word.text, word.lemma or word.text, word.upos, word.deprel, head, at - back, end - back
            )
            at = end
