from __future__ import annotations

import io
import json
from collections.abc import Callable

from verify.check.outcome import Report
from verify.check.rule import Rule
from verify.report.statistics import writer

COPY = "A bad day in a town by the sea with a sad end.\n"


def drawn(form: str, report: Report) -> str:
    stream = io.StringIO()
    writer(form)(report, stream)
    return stream.getvalue()


def test_rules_and_families_are_counted_most_first(
    checked: Callable[..., Report], a_rule: Callable[..., Rule]
) -> None:
    rules = [a_rule(), a_rule("sad", "typos/sad-word"), a_rule("a", "style/letter", severity="info")]
    report = checked({"a.txt": COPY, "b.txt": COPY.replace("sad", "bad")}, rules)
    assert drawn("text", report) == (
        "                  findings  in 1,000 words\n"
        "style                   12          461.54\n"
        "  style/letter          12          461.54\n"
        "typos                    4          153.85\n"
        "  typos/bad-word         3          115.38\n"
        "  typos/sad-word         1           38.46\n"
        "2 articles: 4 warnings, 12 info in 26 words, 615.38 in 1,000\n"
    )
    values = json.loads(drawn("json", report))
    assert values["statistics"]["severities"] == {"error": 0, "warning": 4, "info": 12}
    assert [family["family"] for family in values["statistics"]["families"]] == ["style", "typos"]
    assert values["statistics"]["families"][1]["rules"][1] == {
        "rule": "typos/sad-word", "findings": 1, "per_1000_words": 38.46,
    }  # fmt: skip


def test_nothing_found_and_nothing_read(checked: Callable[..., Report], a_rule: Callable[..., Rule]) -> None:
    assert drawn("text", checked({"a.txt": "Fine.\n"}, [a_rule()])) == "1 article: nothing to mark\n"
    empty = json.loads(drawn("json", checked({}, [a_rule()])))
    assert (empty["statistics"]["per_1000_words"], empty["statistics"]["families"]) == (0, [])
