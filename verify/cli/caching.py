"""Where `verify check` keeps what it found in articles, if it is to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click
from msgspec.structs import replace

from verify.cli.options import Command, all_of
from verify.config.load import Loaded
from verify.plugin.desk import Desk
from verify.plugin.manager import Plugins

_CACHE = (
    click.option(
        "--cache-dir",
        metavar="FOLDER",
        help="Keep here what is found in articles; those that are the same are not read again.",
    ),
    click.option("--no-cache", is_flag=True, help="Read every article, whatever the settings keep."),
)


def cached(command: Command) -> Command:
    """Whether articles that are the same are read again."""
    return all_of(_CACHE)(command)


def with_cache(desk: Desk, plugins: Plugins, loaded: Loaded, options: Mapping[str, Any]) -> Desk:
    """The desk with the cache that the options or the settings name, if they do.

    A report that shows the copy itself is made anew: no copy is kept. So is one of where the time goes.
    """
    folder = options["cache_dir"] or loaded.cache
    if (
        not folder
        or options["no_cache"]
        or desk.setup.keep_copy
        or "statements" in desk.setup.marks
        or desk.setup.timed
    ):
        return desk
    from verify.check.cache import Cache
    from verify.plugin.imprint import Imprint

    return replace(desk, cache=Cache(folder, Imprint(plugins, desk.setup).at))
