"""Finds the rule that a path or an id means: an installed one, or one in a file that no plugin offers yet."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from hashlib import blake2s
from importlib import import_module
from pathlib import Path
from types import ModuleType

from verify.check.builtin import rules_of
from verify.check.renamed import former_names
from verify.check.rule import Rule
from verify.config.suggest import did_you_mean
from verify.kit.pages import has_blocks
from verify.model.finding import Problem
from verify.packs.load import rules as pack_rules


def pages_under(paths: Iterable[str]) -> Iterator[Path | Problem]:
    """The pages of rules, and rule packs, under the paths, each once and sorted.

    A rule's file stands for its page. A pack is a TOML file that is named, or lies in rules/ beside settings.
    """
    seen: set[Path] = set()
    for path in map(Path, paths):
        if path.is_dir():
            every = (*path.rglob("*.md"), *path.rglob("*.toml"))
            found = sorted(
                one for one in every if (_is_page(one) or _is_pack(one)) and not _hidden(one, path)
            )
            if not found:
                yield Problem(
                    str(path), "holds no page of a rule (a .md file beside a .py file), and no rule pack"
                )
        elif path.suffix == ".toml" and path.is_file():
            found = [path]
        elif _is_page(path.with_suffix(".md")):
            found = [path.with_suffix(".md")]
        else:
            yield Problem(str(path), "is no rule: a rule is a .py file and a .md file of one name")
            continue
        for page in found:
            if page.resolve() not in seen:
                seen.add(page.resolve())
                yield page


def _is_page(path: Path) -> bool:
    if path.suffix != ".md" or not path.is_file() or not path.with_suffix(".py").is_file():
        return False
    return has_blocks(path.read_text(encoding="utf-8", errors="replace"))


def _is_pack(path: Path) -> bool:
    if path.suffix != ".toml":
        return False
    folder = path.resolve().parent
    return folder.name == "rules" and (folder.parent / "verify.toml").is_file()


def _hidden(page: Path, top: Path) -> bool:
    """Whether a page lies in a hidden folder, or in one of installed packages."""
    parts = page.relative_to(top).parts
    return any(part.startswith(".") or part == "site-packages" for part in parts)


def rules_of_page(page: Path, known: Iterable[Rule]) -> Iterator[Rule | Problem]:
    """The rule of a page, or those of a pack."""
    if page.suffix == ".toml":
        yield from pack_rules(page)
    else:
        yield rule_of_page(page, known)


def rule_of_page(page: Path, known: Iterable[Rule]) -> Rule | Problem:
    """The rule whose page this is, of those known, else loaded from the file beside it."""
    for rule in known:
        if rule.page.resolve() == page.resolve():
            return rule
    return load_rule(page.with_suffix(".py"))


def rule_called(name: str, known: Iterable[Rule]) -> Rule | Problem:
    """The rule with this id, or once called so, or in this file."""
    known = tuple(known)
    if name.endswith((".py", ".md")):
        path = Path(name)
        if not path.with_suffix(".py").is_file():
            return Problem(name, "no such file")
        return rule_of_page(path.with_suffix(".md"), known)
    name = former_names(known).get(name, name)
    by_id = {rule.id: rule for rule in known}
    if name not in by_id:
        return Problem("", f'no rule is called "{name}"{did_you_mean(name, by_id)}')
    return by_id[name]


def load_rule(path: Path) -> Rule | Problem:
    """The rule in a file that no plugin offers: its folder is the family, as in a plugin."""
    path = path.resolve()
    # A package of its own for each place, so that a family called "names" hides no module of that name.
    above = f"verify_trial_{blake2s(str(path.parent.parent).encode(), digest_size=6).hexdigest()}"
    if above not in sys.modules:
        package = ModuleType(above, "Rules that are tried before a plugin offers them.")
        package.__path__ = [str(path.parent.parent)]
        sys.modules[above] = package
    try:
        import_module(f"{above}.{path.parent.name}")
    except Exception as error:  # noqa: BLE001 - the author's file may raise anything
        return Problem(str(path.parent), f"cannot be imported: {type(error).__name__}: {error}")
    found = next(iter(rules_of(f"{above}.{path.parent.name}.{path.stem}")), None)
    if isinstance(found, Problem):
        return Problem(str(path), found.message)
    if found is None:
        name = f"{path.parent.name}/{path.stem}".replace("_", "-")
        return Problem(str(path), f'makes no rule called "{name}", as its place says')
    return found
