"""The page of a rule of a pack, written from its table; its examples are tests like those of any page."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice

from verify.packs.table import Table

_SHOWN = 20
_OPTIONS = """\
- `exceptions` (none): words and phrases in which nothing is flagged.
- `quotes`: whether quotations are read too."""


def summary(table: Table) -> str:
    """One sentence that says what the rule finds."""
    if table.summary:
        return table.summary
    if table.instead or table.replace:
        return "Words stand for which the house writes others."
    return "Words stand that the house does not write."


def page(table: Table) -> str:
    """The page in Markdown."""
    return "\n\n".join(_parts(table)) + "\n"


def _parts(table: Table) -> Iterator[str]:
    yield f"# {table.id}"
    yield summary(table)
    why = [table.reason.strip(), f"See <{table.link}>." if table.link else ""]
    if any(why):
        yield "## Why it matters"
        yield "\n\n".join(part for part in why if part)
    yield "## What it looks for"
    yield "\n".join(_entries(table))
    yield _scope(table)
    for title, examples in (("Flagged", table.flagged), ("Not flagged", table.silent)):
        if examples:
            yield f"## {title}"
            yield "\n\n".join(f"```article\n{example.strip()}\n```" for example in examples)
    yield "## Options"
    yield _OPTIONS


def _entries(table: Table) -> Iterator[str]:
    entries = chain(
        (f"“{word}”" for word in table.words),
        (f"“{word}” → {_or(forms)}" for word, forms in table.instead.items()),
        (f"`{pattern}`" for pattern in table.patterns),
        (f"`{pattern}` → `{template}`" for pattern, template in table.replace.items()),
    )
    yield from (f"- {entry}" for entry in islice(entries, _SHOWN))
    every = len(table.words) + len(table.instead) + len(table.patterns) + len(table.replace)
    if every > _SHOWN:
        yield f"- and {every - _SHOWN:,} more"


def _or(forms: str | list[str]) -> str:
    listed = (forms,) if isinstance(forms, str) else forms
    return " or ".join(f"“{form}”" if form else "take it out" for form in listed)


def _scope(table: Table) -> str:
    where = ", ".join(table.zones)
    quotes = "quotations included" if table.quotes else "quotations left alone"
    fix = " The fix may be made unread." if table.safe else ""
    since = f" The house holds it since {table.since}." if table.since else ""
    spared = (
        f" Nothing is flagged in: {', '.join(f'“{word}”' for word in table.except_)}."
        if table.except_
        else ""
    )
    return f"It reads: {where}; {quotes}.{spared}{fix}{since}"
