"""Which acronym stands for which body: "Coastal News Agency (CNA)"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from verify.mark.naming.reading import fold
from verify.model.marks import Mention

_SHORTEST = 3


def acronyms(mentions: Sequence[Mention]) -> dict[str, str]:
    """The short form of each body that the copy explains: "Coastal News Agency (CNA)"."""
    short = _initials(mentions)
    for full, behind in pairwise(mentions):
        if full.kind == behind.kind == "organisation" and behind.start - full.end == len(" ("):
            initials = "".join(word[0] for word in full.name.replace("-", " ").split() if word[0].isupper())
            if behind.name.isupper() and behind.name in initials:
                short[fold(behind.name)] = fold(full.name)
    return short


def _initials(mentions: Sequence[Mention]) -> dict[str, str]:
    """The acronyms that are the initials of one body named in full in the article."""
    bodies = {mention.name for mention in mentions if mention.kind == "organisation"}
    acronyms = {name for name in bodies if name.isupper() and len(name) >= _SHORTEST}
    if not acronyms:
        return {}
    full: dict[str, set[str]] = {}
    for name in bodies - acronyms:
        full.setdefault("".join(word[0] for word in name.split() if word[0].isupper()), set()).add(fold(name))
    return {fold(name): next(iter(full[name])) for name in acronyms if len(full.get(name, ())) == 1}
