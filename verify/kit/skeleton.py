"""The files of a new rule, pack or plugin: complete, with a page that holds, for the author to change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Template

from verify import __version__
from verify.lexicon.late import late
from verify.model.finding import Problem

_TEMPLATES = Path(__file__).parent / "templates"
_RULE = late(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*/[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_NAME = late(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_FIRST = "worn-phrase"


def new_rule(name: str, folder: str) -> Mapping[Path, str] | Problem:
    """The files of a new rule, by their path; in a plugin they go into its package, else into the folder.

    `folder` is where the family lies or is to lie; empty, it is the package of the plugin here, or here.
    """
    if not _RULE.fullmatch(name):
        return Problem("", f'"{name}" is no name for a rule: write family/name in small letters and hyphens')
    top = Path(folder) if folder else _package_here()
    files = dict(_rule(name, top))
    family = top / _file(name.partition("/")[0]) / "__init__.py"
    if family.exists():
        del files[family]
    return files


def new_pack(name: str, folder: str) -> Mapping[Path, str] | Problem:
    """The file of a new rule pack, by its path: in rules/, where packs beside the settings are found."""
    name = name.removesuffix(".toml")
    if not _NAME.fullmatch(name):
        return Problem("", f'"{name}" is no name for a pack: write it in small letters and hyphens')
    path = Path(folder) / "rules" / f"{name}.toml"
    return {path: _filled("pack.toml", {"family": name, "file": path.as_posix()})}


def new_plugin(name: str, folder: str) -> Mapping[Path, str] | Problem:
    """The files of a new plugin, by their path, in a folder verify-NAME."""
    name = name.removeprefix("verify-")
    if not _NAME.fullmatch(name):
        return Problem("", f'"{name}" is no name for a plugin: write it in small letters and hyphens')
    distribution, package = f"verify-{name}", f"verify_{_file(name)}"
    top = Path(folder) / distribution
    values = {"distribution": distribution, "package": package, "name": name, "family": name}
    values["version"] = ".".join(__version__.split(".")[:2])
    source = top / "src" / package
    plan = {
        top / "pyproject.toml": "pyproject.toml",
        top / "README.md": "readme.md",
        top / "tests" / f"test_{_file(name)}.py": "test.py",
        source / "__init__.py": "package.py",
        source / "hooks.py": "hooks.py",
    }
    files = {path: _filled(template, values) for path, template in plan.items()}
    files[source / "py.typed"] = ""
    return {**files, **dict(_rule(f"{name}/{_FIRST}", source))}


def write(files: Mapping[Path, str]) -> Problem | None:
    """Write all the files, or none where one of them is there already."""
    for path in files:
        if path.exists() or path.is_symlink():
            return Problem(path.as_posix(), "is there already, and is not written over")
    for path, text in files.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except OSError as error:
            message = (error.strerror or str(error)).lower()
            return Problem(path.as_posix(), f"cannot be written: {message}")
    return None


def _rule(name: str, top: Path) -> Iterator[tuple[Path, str]]:
    family, _, own = name.partition("/")
    values = {"id": name, "function": _file(own), "family": family}
    folder = top / _file(family)
    yield folder / "__init__.py", _filled("family.py", values)
    yield folder / f"{_file(own)}.py", _filled("rule.py", values)
    yield folder / f"{_file(own)}.md", _filled("rule.md", values)


def _filled(template: str, values: Mapping[str, str]) -> str:
    return Template((_TEMPLATES / f"{template}.txt").read_text(encoding="utf-8")).substitute(values)


def _file(name: str) -> str:
    return name.replace("-", "_")


def _package_here() -> Path:
    """The package of the plugin whose folder we stand in; without one, here."""
    packages = sorted(hooks.parent for hooks in Path("src").glob("*/hooks.py"))
    return packages[0] if len(packages) == 1 else Path()
