"""The hooks that a plugin may implement; the built-in parts come through the same door."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import pluggy

if TYPE_CHECKING:
    from verify.check.rule import Rule
    from verify.lexicon.offered import Lexicon
    from verify.mark.order import Engine, Marker
    from verify.model.article import Article
    from verify.model.finding import Finding, Judgement
    from verify.model.marks import Mention
    from verify.model.profile import ProfileFile
    from verify.model.roster import Record
    from verify.read.reader import Reader
    from verify.report.report import Report, Reporter
    from verify.store.facts import Fact

hookspec = pluggy.HookspecMarker("verify")
hookimpl = pluggy.HookimplMarker("verify")


@hookspec
def verify_readers() -> Iterable[Reader]:
    """Read further formats; called once, before the first file is opened."""
    return ()


@hookspec
def verify_markers() -> Iterable[Marker]:
    """Provide further marks, or ours by other means; called once, before the first file is opened."""
    return ()


@hookspec
def verify_engines() -> Iterable[Engine]:
    """Offer other ways of making marks, one of which settings may choose; called once, where they do."""
    return ()


@hookspec
def verify_rules() -> Iterable[Rule]:
    """Add rules; called once, before the first file is opened."""
    return ()


@hookspec
def verify_reporters() -> Iterable[Reporter]:
    """Add output formats; called once, before the report is written."""
    return ()


@hookspec
def verify_profiles() -> Iterable[ProfileFile]:
    """Offer house styles; called once, before the first file is opened, where the settings name one."""
    return ()


@hookspec
def verify_lexicons(language: str) -> Iterable[Lexicon]:
    """Add words of a language or variety; called once for each, before the first file is opened."""
    del language
    return ()


@hookspec(firstresult=True)
def verify_identify(mention: Mention, article: Article) -> Record | None:
    """Say who somebody is whom no people file knows; called once for each person that an article names."""
    del mention, article
    return None


@hookspec
def verify_facts(article: Article) -> Iterable[Fact]:
    """Remember more of an article for archive rules; called once an article, after its rules ran."""
    del article
    return ()


@hookspec(firstresult=True)
def verify_judge(finding: Finding, article: Article) -> Judgement | None:
    """Take a finding as graver, milder or not at all; called once for each finding of an article's rules."""
    del finding, article
    return None


@hookspec
def verify_commands(commands: Any) -> None:  # noqa: ANN401 - a click group; click stays unimported here
    """Add a command to the click group given; called once, when the command line is built."""
    del commands


@hookspec
def verify_done(report: Report) -> None:
    """Hear of a finished run, for instance to post it; called once, after the report is written."""
    del report
