"""Puts together the run behind the ledger of claims."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from msgspec.structs import replace

from verify.check.claimed import AGREES
from verify.check.select import Chosen, Wishes
from verify.check.setup import Setup
from verify.config.load import Loaded
from verify.plugin.desk import Desk, arrange
from verify.plugin.installed import Installed
from verify.plugin.manager import Plugins

_ACROSS = (
    "quotes/quote-told-differently-across-articles", "quotes/same-words-two-speakers-across-articles",
    "claims/dates-disagree-across-articles", "titles/inconsistent-title-across-articles",
)  # fmt: skip
"""The rules that hold a statement, and who makes it, against those of other articles."""


def arrange_ledger(plugins: Plugins, loaded: Loaded, supplied: Iterable[str]) -> Desk:
    """The setup of a run that gathers statements and holds them against sources and other articles."""
    sources = tuple(supplied)
    line = Wishes(select=_ACROSS)
    desk = arrange(plugins, loaded, line, marks=("statements",), profile="", supplied=sources)
    made: dict[int, tuple[Setup, Setup]] = {}

    def agreeing(setup: Setup) -> Setup:
        if id(setup) not in made:
            chosen = (*setup.chosen, Chosen(AGREES, AGREES.severity))
            made[id(setup)] = (
                setup,
                replace(setup, chosen=chosen, memories=plugins.memories(), elsewhere=None),
            )
        return made[id(setup)][1]

    elsewhere = desk.setup.elsewhere
    setup = agreeing(desk.setup)
    if elsewhere:
        setup = replace(setup, elsewhere=lambda path: agreeing(elsewhere(path)))
    return replace(desk, setup=setup, again=partial(_again, plugins.found, loaded, sources))


def _again(found: tuple[Installed, ...], loaded: Loaded, supplied: tuple[str, ...]) -> Setup:
    return arrange_ledger(Plugins(found), loaded, supplied).setup
