"""What the commands about an archive say."""

from __future__ import annotations

import json

from verify.report.cells import neutral
from verify.report.counts import counted
from verify.store.shelf import Holdings, Tally


def filed(archive: str, tally: Tally) -> str:
    """What an adding brought, in one line."""
    return (
        f"{neutral(archive)}: {counted(tally.added, 'article')} added, "
        f"{tally.replaced:,} replaced, {tally.unchanged:,} unchanged\n"
    )


def forgotten(archive: str, removed: int) -> str:
    """What was removed, in one line."""
    return f"{neutral(archive)}: {counted(removed, 'article')} removed\n"


def as_text(archive: str, held: Holdings) -> str:
    """What an archive holds, for people."""
    from rich.filesize import decimal

    days = f" from {held.first} to {held.last}" if held.first else ""
    undated = f" ({held.undated:,} without a date)" if held.undated else ""
    width = max((len(kind) for kind in held.facts), default=0)
    count = max((len(f"{number:,}") for number in held.facts.values()), default=0)
    facts = (f"    {neutral(kind):{width}}  {number:{count},}\n" for kind, number in held.facts.items())
    return (
        f"{neutral(archive)}\n"
        f"  {counted(held.articles, 'article')}{days}{undated}\n"
        f"  {counted(sum(held.facts.values()), 'fact')}\n"
        f"{''.join(facts)}"
        f"  {decimal(held.size)}, version {held.version}\n"
    )


def as_json(archive: str, held: Holdings) -> str:
    """What an archive holds, for machines; days are null where no article has a date."""
    values = {
        "path": archive,
        "version": held.version,
        "size": held.size,
        "articles": held.articles,
        "undated": held.undated,
        "first": held.first or None,
        "last": held.last or None,
        "facts": dict(held.facts),
    }
    return json.dumps(values, ensure_ascii=False, indent=2) + "\n"
