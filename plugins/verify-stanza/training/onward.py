"""Lets a trainer of stanza go on from a model that it saved, where it has no way of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any


@contextmanager
def weights_of(module: ModuleType, before: Path) -> Iterator[None]:
    """Let the tokenizer or the tagger start with the weights of a model of the same data and sizes."""
    import torch

    plain = module.Trainer
    held = torch.load(before, map_location="cpu", weights_only=True)

    def going_on(*arguments: Any, **more: Any) -> Any:  # noqa: ANN401 - whatever the trainer takes
        trainer = plain(*arguments, **more)
        if trainer.vocab.state_dict() != held["vocab"]:
            raise SystemExit(f"{before} was trained on other data: take it away to begin anew")
        trainer.model.load_state_dict(held["model"], strict=False)
        return trainer

    with _instead(module, "Trainer", going_on):
        yield


@contextmanager
def known_words(module: ModuleType, before: Path) -> Iterator[None]:
    """Let the parser read its data with the words that the model knows, in the model’s order."""
    import torch
    from stanza.models.pos.vocab import MultiVocab

    plain = module.DataLoader
    held = torch.load(before, map_location="cpu", weights_only=True)
    vocab = MultiVocab.load_state_dict(held["vocab"])

    def reading(*arguments: Any, **more: Any) -> Any:  # noqa: ANN401 - as above
        return plain(*arguments, **{**more, "vocab": vocab})

    with _instead(module, "DataLoader", reading):
        yield


@contextmanager
def _instead(module: ModuleType, name: str, value: object) -> Iterator[None]:
    before = getattr(module, name)
    setattr(module, name, value)
    try:
        yield
    finally:
        setattr(module, name, before)
