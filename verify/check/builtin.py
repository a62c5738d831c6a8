"""The rules of a package: a folder for each family, a file for each rule; ours, and those of a plugin."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from verify.check.rule import Rule
from verify.model.finding import Problem


def rules() -> Iterator[Rule | Problem]:
    """Every built-in rule by family and name; a file that cannot be imported is a problem, the rest stay.

    Files that have not changed since an earlier run are imported when their rule is to run.
    """
    from verify.check.listed import listed

    return listed("verify.rules")


def rules_in(package: str) -> Iterator[Rule | Problem]:
    """Every rule in the families of a package; a file that cannot be imported is a problem, the rest stay.

    A family is a package in it: `verify_desk/house/worn_phrase.py` is the rule house/worn-phrase. Packages
    that hold none, of templates for instance, do no harm.
    """
    for name in modules_in(package):
        yield from rules_of(name)


def modules_in(package: str) -> Iterator[str]:
    """The names of the modules that the families of a package consist of."""
    import pkgutil

    house = import_module(package)
    for family in sorted(pkgutil.iter_modules(house.__path__), key=lambda found: found.name):
        if not family.ispkg:
            continue
        inner = import_module(f"{house.__name__}.{family.name}")
        for file in sorted(pkgutil.iter_modules(inner.__path__), key=lambda found: found.name):
            if not file.ispkg:
                yield f"{inner.__name__}.{file.name}"


def rules_of(name: str) -> Iterator[Rule | Problem]:
    """The rules that the module of this name makes itself."""
    try:
        module = import_module(name)
    except Exception as error:  # noqa: BLE001 - one broken file must not take the others along
        yield Problem(name, f"cannot be imported: {type(error).__name__}: {error}")
        return
    # A rule that a file merely imports from its neighbour belongs to the neighbour.
    family, rule = name.replace("_", "-").split(".")[-2:]
    yield from (v for v in vars(module).values() if isinstance(v, Rule) and v.id == f"{family}/{rule}")
