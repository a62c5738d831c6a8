"""`verify --version`: the version of the product and of every plugin."""

from __future__ import annotations


def lines() -> str:
    """One line for the product, one for each plugin installed."""
    from verify import __version__
    from verify.plugin.installed import installed

    names = (f"verify {__version__}", *dict.fromkeys(f"  {plugin}" for plugin in installed()))
    return "\n".join(names) + "\n"
