"""Puts the trained models where stanza looks for them, at half the size."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from training.steps import MODELS, saved

_PACKAGE = "news"
_VECTORS = "glove"
_READ_VECTORS = ("pos", "depparse", "ner")
_WORDS = 38_000
"""So many of the words with vectors are shipped; the rarest were there to be learnt with."""


def pack(out: Path, target: Path) -> None:
    """Writes `target`/resources.json and `target`/en/<processor>/news.pt, and the vectors they share."""
    for name in MODELS:
        _halve(saved(out, name), target / "en" / name / f"{_PACKAGE}.pt")
    _halve(out / "data" / "glove.pt", target / "en" / "pretrain" / f"{_VECTORS}.pt")
    (target / "resources.json").write_text(json.dumps(_resources(), indent=1) + "\n", "utf-8")


def _halve(source: Path, place: Path) -> None:
    import torch

    place.parent.mkdir(parents=True, exist_ok=True)
    held = torch.load(source, map_location="cpu", weights_only=True)
    if "emb" in held:
        held = {"vocab": _shortened(held["vocab"]), "emb": held["emb"][:_WORDS].clone()}
    elif "delta" in held["vocab"]:
        # The name tagger keeps the words with vectors a second time.
        held["vocab"]["word"] = _shortened(held["vocab"]["word"])
    torch.save(_lean(held), place)


def _shortened(vocab: dict[str, Any]) -> dict[str, Any]:
    """The first words of a vocabulary."""
    known = vocab["_id2unit"][:_WORDS]
    return {**vocab, "_id2unit": known, "_unit2id": {word: at for at, word in enumerate(known)}}


def _lean(value: Any) -> Any:  # noqa: ANN401 - whatever a trainer keeps
    """The value with half the digits, and without what only training or this machine needs."""
    import torch

    if isinstance(value, torch.Tensor):
        return value.half() if value.is_floating_point() else value
    if isinstance(value, dict):
        return {key: _config(one) if key == "config" else _lean(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_lean(one) for one in value]
    return tuple(_lean(one) for one in value) if type(value) is tuple else value


def _config(config: Any) -> Any:  # noqa: ANN401 - as above
    """The settings of a model without the places of files on the machine that trained it."""
    if not isinstance(config, dict):
        return config
    places = ("_file", "_dir", "save_name", "_path")
    return {
        key: None if key.endswith(places) and isinstance(one, str) else one for key, one in config.items()
    }


def _resources() -> dict[str, Any]:
    vectors = {"dependencies": [{"model": "pretrain", "package": _VECTORS}]}
    found: dict[str, Any] = {"lang_name": "English"}
    for name in MODELS:
        found[name] = {_PACKAGE: vectors if name in _READ_VECTORS else {}}
    found["pretrain"] = {_VECTORS: {}}
    found["packages"] = {"default": dict.fromkeys(MODELS, _PACKAGE)}
    return {"en": found}
