from __future__ import annotations

from collections.abc import Callable

import pytest

from verify.check.outcome import Report
from verify.check.rule import Rule
from verify.plugin.manager import Plugins
from verify.report.report import Reporter


def test_a_reporter_that_needs_what_no_report_carries_is_refused() -> None:
    with pytest.raises(ValueError, match=r'^format "x" needs "sauce", which no report carries$'):
        Reporter("x", lambda _report, _stream: None, needs=frozenset(("said", "sauce")))  # type: ignore[arg-type]


def test_only_the_page_for_editors_asks_for_copy_and_quotes() -> None:
    needs = {name: reporter.needs for name, reporter in Plugins(()).reporters().items() if reporter.needs}
    assert needs == {"html": {"said", "copy"}}


def test_the_report_carries_the_rules_that_ran_and_the_copy_where_it_is_kept(
    checked: Callable[..., Report], a_rule: Callable[..., Rule]
) -> None:
    report = checked({"a.txt": "A bad day"}, [a_rule()])
    assert [rule.id for rule in report.rules] == ["typos/bad-word"]
    assert [file.copy for file in report.files] == [None]
    report = checked({"a.txt": "A fine day"}, [a_rule()], keep_copy=True)
    (copy,) = (file.copy for file in report.files)
    assert copy is not None
    assert (copy.text, report.files[0].source) == ("A fine day", "A fine day")
