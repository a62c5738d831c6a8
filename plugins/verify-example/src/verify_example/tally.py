"""How often each rule spoke: one rule a line, the busiest first."""

from __future__ import annotations

from collections import Counter
from typing import TextIO

from verify import Report, Reporter


def write(report: Report, stream: TextIO) -> None:
    """Write the number of findings and the rule, parted by a tab."""
    counts = Counter(finding.rule for finding in report.findings)
    busiest = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    stream.writelines(f"{count}\t{rule}\n" for rule, count in busiest)


REPORTER = Reporter("tally", write)
