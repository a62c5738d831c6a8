"""Patterns that are compiled when they are first used."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from verify.lexicon.late import late

ROOT = Path(__file__).parents[2]
HOUSE = sorted(
    path.relative_to(ROOT)
    for folder in ("verify", "rules")
    for path in (ROOT / folder).rglob("*.py")
    # These rooms lie below the lexicon, and have few patterns.
    if path.relative_to(ROOT).parts[1] not in ("model", "config")
)


def test_a_late_pattern_answers_as_a_pattern() -> None:
    pattern = late(r"(?P<word>b\w*)", re.IGNORECASE)
    assert [match["word"] for match in pattern.finditer("abc Bcd")] == ["bc", "Bcd"]
    assert pattern.search("abc", 2) is None
    assert pattern.findall("Bb ab") == ["Bb", "b"]
    assert pattern.sub("-", "ab") == "a-"
    assert (pattern.pattern, pattern.groups) == (r"(?P<word>b\w*)", 1)


def test_a_mistake_is_raised_when_the_pattern_is_used() -> None:
    broken = late("(")
    with pytest.raises(re.error):
        broken.match("a")


@pytest.mark.parametrize("path", HOUSE, ids=str)
def test_no_module_compiles_a_pattern_when_it_is_imported(path: Path) -> None:
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    compiled = [
        call.lineno
        for statement in tree.body
        if not isinstance(statement, (ast.FunctionDef, ast.ClassDef))
        for call in ast.walk(statement)
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "re.compile" and not _of_bytes(call)
    ]
    assert not compiled, f"write `late(…)` on lines {compiled}"


def _of_bytes(call: ast.Call) -> bool:
    return isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, bytes)
