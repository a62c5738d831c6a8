"""What this plugin gives to verify; the entry point in pyproject.toml names this file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from verify import hookimpl

if TYPE_CHECKING:
    from verify import Article, Lexicon, Mention, Reader, Record, Reporter, Rule


@hookimpl
def verify_rules() -> Iterable[Rule]:
    """The rules of the house."""
    # Imported when asked for: `verify quotes` needs no rule, and starts sooner without.
    from verify_example.house.exclamation_mark import exclamation_mark

    return (exclamation_mark,)


@hookimpl
def verify_readers() -> Iterable[Reader]:
    """The format of the desk's own system: slugs, and a line for each."""
    from verify_example.slugged import READER

    return (READER,)


@hookimpl
def verify_reporters() -> Iterable[Reporter]:
    """The format `tally`."""
    from verify_example.tally import REPORTER

    return (REPORTER,)


@hookimpl
def verify_lexicons(language: str) -> Iterable[Lexicon]:
    """Words of the coast, whatever the variety of English."""
    if language != "en":
        return ()
    from verify_example.carrow import LEXICON

    return (LEXICON,)


@hookimpl
def verify_identify(mention: Mention, article: Article) -> Record | None:
    """Whoever is in the county's register."""
    from verify_example.register import identify

    return identify(mention, article)
