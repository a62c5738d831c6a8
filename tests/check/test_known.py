"""Two hundred edits of a small archive: what was known stays known, and the one new slip is told."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from verify.check.known import Trace, Verdict, compared, traces
from verify.check.outcome import Report
from verify.check.rule import Rule
from verify.check.run import check
from verify.check.select import Wishes
from verify.check.setup import Setup, Source
from verify.config.load import Loaded
from verify.config.schema import Settings
from verify.plugin.desk import arrange
from verify.plugin.manager import Plugins

STORIES = {
    "harbor/ferry.txt": """\
Ferry runs aground off Port Ellery

PORT ELLERY — A ferry with 140 people on board ran aground near the the old lighthouse on Monday evening.

Nobody was hurt, the harbor office said in a statment shortly after eight o’clock, and all passengers were
brought ashore by the pilots.

The line’s director, Ann Lee, said the ship had recieved a new engine only last month.

Two tugs are to pull it free at the next high tide, which is expected early on Wednesday.
""",
    "council/bridge.md": """\
# Carrow bridge to close for a year

The goverment in the state capital has agreed to pay for half of the work, the city council heard on Tuesday.

- Buses will use the north crossing until the the new deck is in place.
- Shops on the river front are to be be given help with their rent.

Paul Okafor, the mayor, said the city had no other choice after the engineers told him what they had found.
""",
    "council/school.html": """\
<html><body><h1>School to reopen in spring</h1>
<p>The primary school on Mill Street will reopen in April, the board said after a delay of two years.</p>
<p>Dana Whitlow, who leads the board, thanked the <em>goverment</em> for the money and all for waiting.</p>
<p>Some rooms will not be ready untill the summer, the builders told the board on Thursday.</p>
</body></html>
""",
}
NEAR = (
    ("old lighthouse", "ancient lighthouse"),
    ("shortly after", "just after"),
    ("the state capital", "the capital"),
    ("thanked the", "also thanked the"),
    ("until the", "till the"),
    ("a new engine", "an engine"),
)
"""Words beside a slip, and what an editor makes of them."""
SLIPS = ("ocurred", "seperate", "definately", "occassion", "wich")


@pytest.fixture(scope="module")
def setup() -> Setup:
    wishes = Wishes(select=("typos/misspelling", "typos/doubled-word"))
    return arrange(Plugins(()), Loaded(Settings()), wishes).setup


def run(stories: Mapping[str, str], setup: Setup) -> tuple[Report, list[Trace]]:
    report = check([Source(path, copy.encode()) for path, copy in stories.items()], setup)
    assert report.problems == ()
    return report, [trace for file in report.files for trace in traces(file, file.path)]


def edited(stories: Mapping[str, str], dice: random.Random) -> tuple[dict[str, str], str]:
    """The stories after some edits that make nothing wrong, and one that does: its slip."""
    after = dict(stories)
    for edit in dice.sample((moved, renamed, mended, beside, longer), dice.randint(1, 3)):
        path = dice.choice(sorted(after))
        after = edit(after, path, dice)
    path = dice.choice(sorted(after))
    paragraphs = after[path].split("\n\n" if path.endswith(("txt", "md")) else "\n")
    at = max(range(len(paragraphs)), key=lambda number: len(paragraphs[number]) * dice.random())
    words = paragraphs[at].split(" ")
    spots = [n for n in range(2, len(words)) if words[n].isalpha() and words[n - 1].isalpha()]
    slip = dice.choice(SLIPS)
    words.insert(dice.choice(spots), slip)
    paragraphs[at] = " ".join(words)
    after[path] = ("\n\n" if path.endswith(("txt", "md")) else "\n").join(paragraphs)
    return after, slip


def moved(stories: dict[str, str], path: str, dice: random.Random) -> dict[str, str]:
    mark = "\n" if path.endswith("html") else "\n\n"
    head, *body = stories[path].rstrip("\n").split(mark)
    tail = body[-1:] if path.endswith("html") else []
    body = body[: len(body) - len(tail)]
    dice.shuffle(body)
    return stories | {path: mark.join([head, *body, *tail]) + "\n"}


def renamed(stories: dict[str, str], path: str, dice: random.Random) -> dict[str, str]:
    folder = dice.choice(("archive/2024/", "", "news/"))
    return {
        (folder + "new-" + one.rpartition("/")[2] if one == path else one): copy
        for one, copy in stories.items()
    }


def mended(stories: dict[str, str], path: str, dice: random.Random) -> dict[str, str]:
    wrong, right = dice.choice((("the the", "the"), ("goverment", "government"), ("statment", "statement")))
    return stories | {path: stories[path].replace(wrong, right)}


def beside(stories: dict[str, str], path: str, dice: random.Random) -> dict[str, str]:
    return stories | {path: stories[path].replace(*dice.choice(NEAR))}


def longer(stories: dict[str, str], path: str, _: random.Random) -> dict[str, str]:
    if path.endswith("html"):
        return stories | {
            path: stories[path].replace("<p>", "<p>A first paragraph was added here.</p>\n<p>", 1)
        }
    return stories | {path: "A new first line\n\n" + stories[path]}


def test_the_stories_hold_slips_of_old(setup: Setup) -> None:
    report, _ = run(STORIES, setup)
    assert Counter(one.text for one in report.findings) == {
        "the the ": 2, "statment": 1, "recieved": 1, "goverment": 2, "be be ": 1, "untill": 1,
    }  # fmt: skip


@pytest.mark.parametrize("tens", range(20))
def test_of_an_edit_exactly_the_new_slip_is_new(tens: int, setup: Setup) -> None:
    known = Counter(run(STORIES, setup)[1])
    for number in range(10 * tens, 10 * tens + 10):
        after, slip = edited(STORIES, random.Random(number))  # noqa: S311 - dice, no secret
        report, found = run(after, setup)
        verdict = compared(found, known)
        new = [one.text for one, is_known in zip(report.findings, verdict.known, strict=True) if not is_known]
        assert new == [slip], (number, after)
        assert len(found) - 1 + sum(verdict.left.values()) == known.total()


def trace(text: str, before: str = "", after: str = "", path: str = "a.txt", rule: str = "typos/x") -> Trace:
    return Trace(path, rule, text, before, after)


def test_equal_findings_are_counted_and_those_in_their_own_file_are_the_known_ones() -> None:
    one = trace("bad", "a", "day")
    copied = one._replace(path="0.txt")
    assert compared([copied, one], {one: 1}).known == (False, True)
    assert compared([copied, one], {one: 2}).known == (True, True)
    assert compared([one], {one: 3}).left == {one: 2}
    assert compared([copied], {one: 1}).known == (True,)


def test_the_same_words_among_others_are_new() -> None:
    old = trace("goverment", "also asked the", "in the state capital")
    assert compared([trace("goverment", "a loan from the", "of a neighboring country")], {old: 1}).known == (
        False,
    )
    assert compared([old._replace(rule="names/x")], {old: 1}).known == (False,)
    assert compared([old._replace(before="then he begged the")], {old: 1}).known == (True,)


def test_a_long_passage_is_known_wherever_it_stands_and_though_a_word_was_mended() -> None:
    quote = "“We have patched this bridge for two decades, and the patchs no longer hold,”"
    old = trace(quote, "Ann Lee said:", "She left.")
    now = trace(quote.replace("patchs", "patches"), "", "Nobody answered.")
    assert compared([now], {old: 1}) == Verdict((True,), {})
    other = trace("“We have said all that we want to say about a bridge,”", "Ann Lee said:", "She left.")
    assert compared([other], {old: 1}).known == (False,)


def test_of_two_that_are_alike_the_liker_takes_the_entry() -> None:
    old = trace("bad", "one two three four", "five six seven eight")
    near = trace("bad", "one two three four", "five six seven nine")
    far = trace("bad", "one two three four", "five x y z")
    assert compared([far, near], {old: 1}).known == (False, True)


def test_thousands_of_like_findings_are_not_compared_each_with_each() -> None:
    known = {trace("bad", f"w{number}", "x"): 1 for number in range(2000)}
    found = [trace("bad", f"v{number}", "x") for number in range(2000)]
    assert not any(compared(found, known).known)
    assert all(compared(list(known), known).known)


def test_neighbouring_paragraphs_items_and_tags_are_no_part_of_the_place(
    checked: Callable[..., Report], a_rule: Callable[..., Rule], setup: Setup
) -> None:
    def around(copy: str, path: str = "a.txt", **more: Any) -> list[tuple[str, str]]:
        (file,) = checked({path: copy}, [a_rule()], **more).files
        return [(one.before, one.after) for one in traces(file, path)]

    assert around("Head\n\nA bad\nday in town.\n\nTail\n") == [("A", "day in town.")]
    assert around("- x\n- a bad day\n- y\n") == [("- a", "day")]
    page = "<p>x</p><p>a <b class=y>bad</b> day<br>z</p>"
    assert around(page, "a.html", readers=setup.readers) == [("a", "day")]
