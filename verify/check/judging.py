"""Findings shown to the judges that plugins bring, who may take them as graver, milder or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import get_args

from msgspec.structs import replace

from verify.check.bounds import Unfit
from verify.check.mishaps import Mishap, of_part
from verify.check.setup import Judge
from verify.check.watch import Watch
from verify.model.article import Article
from verify.model.finding import Finding, Judgement, Verdict

_VERDICTS = get_args(Verdict)


def judged(
    findings: Iterable[Finding],
    article: Article,
    judges: list[Judge],
    mishaps: list[Mishap],
    watch: Watch,
) -> Iterator[Finding]:
    """The findings as the first judge with a say takes each; one that fails is struck off the list."""
    for finding in findings:
        verdict = None
        for judge in tuple(judges):
            part = f"the judge of {judge.plugin}"
            try:
                verdict = _sound(watch.run(part, partial(judge.judge, finding, article)))
            except (Exception, SystemExit) as error:  # noqa: BLE001 - a judge may raise anything
                mishaps.append(of_part(part, finding.path, error))
                judges.remove(judge)
            if verdict is not None:
                break
        if verdict is None:
            yield finding
        elif verdict.severity != "off":
            yield replace(finding, severity=verdict.severity)


def _sound(verdict: object) -> Judgement | None:
    if verdict is None:
        return None
    if not isinstance(verdict, Judgement):
        raise Unfit(f"gave a {type(verdict).__name__}, not a Judgement or None")
    if verdict.severity not in _VERDICTS:
        known = ", ".join(f'"{one}"' for one in _VERDICTS)
        raise Unfit(f"gave a Judgement of {verdict.severity!r:.40}; there are {known}")
    return verdict
