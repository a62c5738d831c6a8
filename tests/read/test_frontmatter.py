"""Front matter in YAML and TOML, and the dates in it."""

from __future__ import annotations

import pytest

from verify.read.frontmatter import front_matter
from verify.read.published import iso
from verify.read.reader import Unreadable


def test_yaml() -> None:
    source = """---
title:  Mayor says no
Date: 2025-11-03 10:00:00 -0500
authors:
- Ida Crane
- name: Jon de Vries
  email: x@y.example
categories: [Local, Politics]
draft: true
---
Lead.
"""
    found = front_matter(source)
    assert found is not None
    assert found.metadata == {
        "title": "Mayor says no",
        "date": "2025-11-03T10:00:00-05:00",
        "author": "Ida Crane, Jon de Vries",
        "section": "Local, Politics",
    }
    assert source[slice(*(found.title or ()))].strip() == "Mayor says no"
    assert source[found.end :] == "Lead.\n"


def test_toml() -> None:
    source = """+++
author = "Ida Crane"
date = 2025-11-03T10:00:00Z
title = 'Mayor says no'
[params]
title = 'Not this'
+++
Lead.
"""
    found = front_matter(source)
    assert found is not None
    assert found.metadata == {
        "title": "Mayor says no",
        "date": "2025-11-03T10:00:00+00:00",
        "author": "Ida Crane",
    }
    assert source[slice(*(found.title or ()))] == "'Mayor says no'"
    assert source[found.end :] == "Lead.\n"


@pytest.mark.parametrize(
    "source", ["Lead.\n", "---\nLead.\n", "---\nLead only.\n---\nMore.\n", " ---\na: b\n---\n", "--- x\n"]
)
def test_rules_across_the_page_are_no_front_matter(source: str) -> None:
    assert front_matter(source) is None


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("---\ntitle: a: b\n---\n", r"front matter, line 2: mapping values are not allowed here"),
        ("---\ntitle: *x\n---\n", r"front matter, line 2: found undefined alias"),
        ("+++\nx = \n+++\n", r"front matter: Invalid value \(at line 2, column 5\)"),
        ("+++\n" + "a." * 3000 + "b = 1\n+++\n", r"front matter: nested too deeply"),
        ("---\na: " + "[" * 3000 + "\n---\n", r"front matter: nested too deeply"),
        ("---\na: \x07\n---\n", r"front matter: unacceptable character"),
    ],
)
def test_broken_front_matter_is_said_in_one_line(source: str, message: str) -> None:
    with pytest.raises(Unreadable, match=message) as error:
        front_matter(source)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2025-11-03", "2025-11-03"),
        ("2025-1-3", "2025-01-03"),
        ("2025-11-03T10:00:00.000Z", "2025-11-03T10:00:00+00:00"),
        ("2025-11-03 10:00 +0100", "2025-11-03T10:00:00+01:00"),
        ("Nov. 3, 2025", "2025-11-03"),
        ("Monday, November 3rd, 2025 at noon", "2025-11-03"),
        ("3 November 2025", "2025-11-03"),
        ("Mon, 03 Nov 2025 10:00:00 GMT", "2025-11-03"),
        ("3/11/2025", "3/11/2025"),
        ("2025-02-30", "2025-02-30"),
        ("sometime  in 2025", "sometime in 2025"),
        ("", ""),
    ],
)
def test_dates(written: str, date: str) -> None:
    assert iso(written) == date
