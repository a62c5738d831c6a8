"""Puts together the run that fills an archive."""

from __future__ import annotations

from msgspec.structs import replace

from verify import __version__
from verify.check.select import Wishes
from verify.config.load import Loaded
from verify.plugin.desk import Desk, arrange
from verify.plugin.local import Pack, PythonFile
from verify.plugin.manager import Plugins
from verify.store.remember import MARKS


def arrange_filing(plugins: Plugins, loaded: Loaded) -> Desk:
    """The setup of a run that fills an archive: no rules, and every mark that archive rules live on."""
    across = [rule for _, rule in plugins.rules() if rule.scope == "archive"]
    marks = MARKS.union(*(rule.needs for rule in across))
    desk = arrange(plugins, loaded, Wishes(), marks=marks, with_rules=False)
    return replace(desk, setup=replace(desk.setup, memories=plugins.memories()))


def edition(plugins: Plugins) -> str:
    """Who reads: this version, and the plugins that may have a part in what is remembered."""
    loaded = [load for load in plugins.loads if load.well and not isinstance(load.plugin.entry, Pack)]
    entries = (load.plugin.entry for load in loaded)
    files = (entry.digest() for entry in entries if isinstance(entry, PythonFile))
    return "\n".join((f"verify {__version__}", *sorted(load.name for load in loaded), *sorted(files)))
