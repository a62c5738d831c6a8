"""Why a plugin cannot be used, in one line that says what to do about it."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from verify.config.suggest import did_you_mean
from verify.model.finding import SEVERITIES

_HERE = Path(__file__).parent


def words_of(error: BaseException) -> str:
    """What was raised, where, and for the commonest what helps."""
    said = " ".join(str(error).split())[:300] or "no message"
    if isinstance(error, ModuleNotFoundError) and error.name:
        said += f'; install "{error.name.partition(".")[0]}" into the environment of verify'
    return f"{type(error).__name__}: {said}{_place(error)}"


def _place(error: BaseException) -> str:
    """The innermost line of the plugin itself."""
    if isinstance(error, SyntaxError):
        return ""  # Its message names the line.
    found, trace = "", error.__traceback__
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if not name.startswith("<") and Path(name).parent != _HERE and "importlib" not in name:
            found = f" ({Path(name).name}, line {trace.tb_lineno})"
        trace = trace.tb_next
    return found


def hook_faults(plugin: object, marked: Callable[[str], bool]) -> Iterator[str]:
    """What is wrong with the hooks of a plugin; `marked` says which names in it bear the mark of a hook."""
    from verify.plugin import hookspecs

    specs = {name: spec for name, spec in vars(hookspecs).items() if name.startswith("verify_")}
    hooks = 0
    for name in sorted(dir(plugin)):
        if not marked(name):
            if name in specs and inspect.isroutine(getattr(plugin, name)):
                yield f"{name} is not marked with @hookimpl, and would never be called"
            continue
        hooks += 1
        if name not in specs:
            yield f'there is no hook "{name}"{did_you_mean(name, specs)}'
            continue
        known = list(inspect.signature(specs[name]).parameters)
        for argument in _required(getattr(plugin, name)):
            if argument not in known:
                takes = f"{name}({', '.join(known)})"
                yield f'{takes} has no argument "{argument}"{did_you_mean(argument, known)}'
    if not hooks:
        yield "it has no hook: mark its functions with @hookimpl (from verify import hookimpl)"


def _required(call: Callable[..., Any]) -> Iterator[str]:
    """The arguments that a hook cannot be called without."""
    for parameter in inspect.signature(call).parameters.values():
        if parameter.default is parameter.empty and parameter.kind not in (
            parameter.VAR_POSITIONAL,
            parameter.VAR_KEYWORD,
        ):
            yield parameter.name


def rule_fault(rule: Any) -> str:  # noqa: ANN401 - its author may have put anything into a Rule
    """What is wrong with a rule that was made by hand, or nothing."""
    if not isinstance(rule.id, str) or rule.id.count("/") != 1 or not all(rule.id.split("/")):
        return f"a rule is called {rule.id!r:.60}; an id is a family and a name, such as house/plain-words"
    if not callable(rule.check):
        return f'the check of rule "{rule.id}" cannot be called'
    if rule.severity not in SEVERITIES:
        return f'the severity of rule "{rule.id}" is {rule.severity!r:.40}; there are error, warning and info'
    if not isinstance(rule.needs, frozenset) or not all(isinstance(mark, str) for mark in rule.needs):
        return f'the needs of rule "{rule.id}" are no frozenset of marks'
    texts = (rule.summary, rule.advice, rule.since)
    return (
        "" if all(isinstance(text, str) for text in texts) else f'the texts of rule "{rule.id}" are no texts'
    )
