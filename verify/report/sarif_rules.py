"""The rules that ran as SARIF describes them: those of the house, and those of each plugin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from verify.lexicon.late import late
from verify.model.finding import Severity
from verify.report.report import Described

LEVEL: Mapping[Severity, str] = MappingProxyType({"error": "error", "warning": "warning", "info": "note"})
"""What SARIF calls each severity."""

_GRAVE = {"error": "error", "warning": "warning", "info": "recommendation"}
_OURS = "verify"
_LONGEST = 1024
"""More characters of a description are not shown."""
_WHY = late(r"^## Why it matters\n+((?:.+\n)+)", re.MULTILINE)
_PLUGIN = late(r"(\S+) (\S+)(?: (\(.*\)))?", re.DOTALL)


class Toolbox:
    """The rules of a run, with the place of each: in the list of the house, or in that of a plugin."""

    def __init__(self, rules: Iterable[Described]) -> None:
        self.rules: list[dict[str, Any]] = []
        self.extensions: list[dict[str, Any]] = []
        self._places: dict[str, dict[str, Any]] = {}
        plugins: dict[str, int] = {}
        for rule in rules:
            if rule.plugin == _OURS:
                self._places[rule.id] = {"ruleIndex": len(self.rules)}
                self.rules.append(_descriptor(rule))
                continue
            number = plugins.setdefault(rule.plugin, len(plugins))
            if number == len(self.extensions):
                self.extensions.append({**_named(rule.plugin), "rules": []})
            theirs = self.extensions[number]["rules"]
            place = {"id": rule.id, "index": len(theirs), "toolComponent": {"index": number}}
            self._places[rule.id] = {"rule": place}
            theirs.append(_descriptor(rule))

    def reference(self, rule: str) -> dict[str, Any]:
        """What a result says of its rule beside the id; nothing for one that is not described."""
        return self._places.get(rule, {})


def _named(plugin: str) -> dict[str, str]:
    """Name and version of a plugin ("verify-example 0.1.0"), as the loader shows them."""
    found = _PLUGIN.fullmatch(plugin)
    if not found:
        return {"name": plugin}
    name, version, entry = found.groups()
    return {"name": f"{name} {entry}" if entry else name, "version": version}


def _descriptor(rule: Described) -> dict[str, Any]:
    page = rule.words()
    why = _WHY.search(page)
    whole = f"{rule.summary} {why[1]}" if why else rule.summary
    help_ = {"text": page, "markdown": page} if page else {"text": rule.advice or _short(rule.summary)}
    return {
        "id": rule.id,
        "name": _name(rule.id),
        "shortDescription": {"text": _short(rule.summary)},
        "fullDescription": {"text": _short(whole)},
        "help": help_,
        "defaultConfiguration": {"level": LEVEL[rule.usual]},
        "properties": {
            "tags": [rule.family],
            # A rule that is on by default is right nine times in ten; of the others each page tells.
            "precision": "high" if rule.default else "medium",
            "problem.severity": _GRAVE[rule.severity],
        },
    }


def _name(rule: str) -> str:
    """The id as viewers show names: typos/doubled-word is DoubledWord."""
    return "".join(word.capitalize() for word in rule.rpartition("/")[2].split("-"))


def _short(words: str) -> str:
    """The words on one line, cut where they are longer than is shown; never empty."""
    words = " ".join(words.split()) or "No description."
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"
