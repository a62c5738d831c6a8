"""The HTML report in a real browser; skipped where neither Chromium nor its driver is installed."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from verify.check.outcome import Report
from verify.report.html import write

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
DRIVER = shutil.which("chromedriver")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (BROWSER and DRIVER), reason="needs chromium and chromedriver"),
]
AXE = Path(__file__).parent / "axe" / "axe.min.js"
ARTICLES = {
    "bridge.txt": (
        "Carrow bridge to close for a year\n\nBy Lena Moss\n\n"
        "The bridge will close on Tuesday, March 4, 2024, the city said.\n\n"
        "“We have patched this bridge for two decades,” said Marta Lindqvist, the city’s road chief.\n\n"
        "Lindqvsit said that buses would use the the north crossing. “Nobody will walk,” said Paul "
        "Okafor.\n\n"
        "“Shops will go under,” the owners fear.\n\nSign up for our newsletter\n"
    ),
    "calm.md": "---\ntitle: Ferry sails\n---\n\nThe ferry sailed, its captain, Ann Lee, said on Monday.\n",
    "<img src=x onerror=document.title='path'>.txt": (
        "<script>document.title = 'copy'</script>\n\n"
        "The mayor, Ann Lee, said <img src=//a.example/x.png onerror=document.title='copy'> on Monday. “Stop "
        "the the </p></article><b id=owned>press,” said <b onmouseover=alert(1)>Lee</b>.\n"
    ),
}
SIZES = {"desktop": (1400, 900), "phone": (390, 844)}
FOCUSED = "return document.activeElement.id"


class Page:
    """The report as it lies before an editor."""

    def __init__(self, driver: Any, file: Path) -> None:
        self.driver, self.file = driver, file

    def open(self, size: str = "desktop", scheme: str = "light") -> None:
        width, height = SIZES[size]
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        features = [
            {"name": "prefers-color-scheme", "value": scheme},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
        self.driver.get(self.file.as_uri())

    def run(self, script: str) -> Any:
        return self.driver.execute_script(script)

    def press(self, *keys: str) -> None:
        from selenium.webdriver.common.action_chains import ActionChains

        for key in keys:
            ActionChains(self.driver).send_keys(key).perform()

    def click(self, selector: str) -> None:
        self.driver.find_element("css selector", selector).click()

    def words(self, selector: str) -> list[str]:
        return [one.text for one in self.driver.find_elements("css selector", selector) if one.is_displayed()]

    def logged(self) -> list[str]:
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def requests(self) -> list[str]:
        told = (json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance"))
        return [
            one["params"]["request"]["url"] for one in told if one["method"] == "Network.requestWillBeSent"
        ]


@pytest.fixture(scope="module")
def page(
    tmp_path_factory: pytest.TempPathFactory, read_by_all: Callable[[Mapping[str, str]], Report]
) -> Iterator[Page]:
    from selenium import webdriver
    from selenium.common.exceptions import SessionNotCreatedException
    from selenium.webdriver.chrome.options import Options
    from selenium.webdriver.chrome.service import Service

    file = tmp_path_factory.mktemp("report") / "report.html"
    with file.open("w", encoding="utf-8") as stream:
        write(read_by_all(ARTICLES), stream)
    options = Options()
    options.binary_location = BROWSER or ""
    for argument in (
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--hide-scrollbars",
    ):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    try:
        driver = webdriver.Chrome(options=options, service=Service(DRIVER))
    except SessionNotCreatedException as error:
        pytest.skip(f"the browser does not start: {error.msg}")
    driver.set_script_timeout(120)
    yield Page(driver, file)
    driver.quit()


def test_hostile_copy_runs_nothing_and_nothing_is_fetched(page: Page) -> None:
    page.open()
    page.requests()
    page.open()
    page.run("for (const one of document.querySelectorAll('details')) one.open = true")
    assert page.run("return document.title").endswith("– Verify")
    assert page.run("return document.querySelectorAll('img, #owned, .story b[onmouseover]').length") == 0
    assert page.run("return document.querySelectorAll('script').length") == 1
    assert "<script>document.title = 'copy'</script>" in page.words(".story p, .story h2")
    assert [url for url in page.requests() if not url.startswith("data:")] == [page.file.as_uri()]
    assert page.logged() == []


def test_a_report_without_findings_has_nothing_to_travel(
    page: Page, read_by_all: Callable[[Mapping[str, str]], Report], tmp_path: Path
) -> None:
    calm = Page(page.driver, tmp_path / "calm.html")
    with calm.file.open("w", encoding="utf-8") as stream:
        write(read_by_all({"calm.md": ARTICLES["calm.md"]}), stream)
    calm.open()
    calm.press("j", "k", "r", "m", "f", "?")
    assert calm.words("h1, h2") == ["1 article: nothing to mark", "Ferry sails", "Keys and colours"]
    assert calm.words(".bar, .contents") == []
    assert calm.logged() == []


def test_keys_lead_from_finding_to_finding_and_round(page: Page) -> None:
    page.open()
    notes = page.run("return [...document.querySelectorAll('.note')].map((note) => note.id)")
    assert len(notes) >= 4
    seen = []
    for key in [*"jn" * len(notes)][: len(notes)]:
        page.press(key)
        seen.append(page.run(FOCUSED))
    assert seen == notes
    assert page.words("#status") == [f"{len(notes)} of {len(notes)}"]
    page.press("j")
    assert page.run(FOCUSED) == notes[0]
    page.press("k", "p")
    assert page.run(FOCUSED) == notes[-2]
    page.press("m")
    mark = page.run("return document.activeElement.dataset.notes")
    assert notes[-2] in mark.split()
    page.press("m")
    assert page.run(FOCUSED) == notes[-2]


def test_keys_open_help_and_the_page_of_the_rule_and_can_be_turned_off(page: Page) -> None:
    page.open()
    page.press("?")
    assert page.words("dialog[open] h2") == ["Keys and colours"]
    page.click("#keys-on")
    page.press("\ue00c")
    assert page.words("dialog[open]") == []
    page.press("j", "?")
    assert page.run("return document.querySelectorAll('.now, dialog[open]').length") == 0
    page.open()
    page.press("j", "r")
    assert page.words("dialog[open] h3") == ["structure/leftover-markup"]
    assert "Why it matters" in page.words("dialog[open] h4")
    page.click("dialog[open] .close")
    page.click(".note .rule-link")
    assert page.words("dialog[open] h3") == ["structure/leftover-markup"]


def test_filters_hide_notes_and_their_marks_and_articles_without_any(page: Page) -> None:
    page.open()
    before = page.words(".note .rule-link")
    page.press("f")
    assert page.run("return document.getElementById('filters').open")
    page.click("input[value=typos]")
    assert page.words(".note .rule-link") == [rule for rule in before if not rule.startswith("typos/")]
    unmarked = page.run("return [...document.querySelectorAll('a.mark.off')].map((mark) => mark.textContent)")
    assert unmarked == ["the the ", "the the "]
    assert page.words("#status")[0].endswith(f"shown of {len(before)}")
    page.click("#flagged")
    assert page.words(".story .path") == [path for path in sorted(ARTICLES) if path != "calm.md"]
    page.click("input[value=warning]")
    assert set(page.words(".note .severity")) == {"error"}
    page.click("#filters button[type=reset]")
    assert (
        page.run(
            "return new Promise((done) => setTimeout(done, 50))"
            ".then(() => document.querySelectorAll('.note[hidden]').length)"
        )
        == 0
    )
    assert page.words(".note .rule-link") == before
    assert len(page.words(".story .path")) == len(ARTICLES)


def test_a_speaker_leads_to_the_first_quote_and_a_quote_to_its_speaker(page: Page) -> None:
    page.open()
    page.click("#a2 .speakers a")
    assert page.run("return document.activeElement.title") == "Marta Lindqvist, city’s road chief"
    assert page.words("#voice") == ["Marta Lindqvist, city’s road chief"]
    page.run("document.querySelector('#a2 .quote.t1').click()")
    assert page.words("#voice") == ["Paul Okafor"]


def test_notes_stand_beside_their_words_and_on_a_phone_below(page: Page) -> None:
    place = """
      return [...document.querySelectorAll('#a2 .copy .note')].map((note) => {
        const words = document.getElementById(note.dataset.mark);
        const [box, mark] = [note, words].map((one) => one.getBoundingClientRect());
        return [box.left > mark.right, box.top >= mark.top - 1, box.top, box.bottom, box.top >= mark.bottom];
      })"""
    page.open()
    beside = page.run(place)
    assert all(right and level for right, level, *_ in beside)
    assert (
        abs(
            beside[0][2] - page.run("return document.querySelector('#a2 a.mark').getBoundingClientRect().top")
        )
        < 2
    )
    assert all(above[3] < below[2] for above, below in pairwise(beside))
    page.open("phone")
    assert all(below for *_, below in page.run(place))
    assert page.run("return document.documentElement.scrollWidth") == SIZES["phone"][0]


@pytest.mark.parametrize("size", SIZES)
def test_on_paper_notes_stand_below_and_nothing_is_folded(page: Page, size: str) -> None:
    page.open(size, "dark")
    page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    seen = "return [...document.querySelectorAll(arguments[0])].filter((one) => one.checkVisibility()).length"
    for selector in (".bar", ".contents", ".rules", "footer"):
        assert page.driver.execute_script(seen, selector) == 0
    for selector, least in (("#a2 .speakers b", 3), (".tally td", 4), ("#a2 .copy .note", 3)):
        assert page.driver.execute_script(seen, selector) >= least
    assert page.run("return getComputedStyle(document.querySelector('.copy .note')).position") == "static"
    assert page.run("return getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("state", ["read", "chosen", "help", "rule"])
def test_it_can_be_used_by_everybody(page: Page, size: str, scheme: str, state: str) -> None:
    page.open(size, scheme)
    if state == "read":
        page.run("for (const one of document.querySelectorAll('details')) one.open = true")
    else:
        page.press(*{"chosen": "jm", "help": "?", "rule": "jr"}[state])
    page.run(AXE.read_text(encoding="utf-8"))
    found = page.driver.execute_async_script(
        "const done = arguments[0];"
        "axe.run().then((told) => done(told.violations), (error) => done(String(error)))"
    )
    assert [
        (one["id"], node["html"][:200], node["failureSummary"]) for one in found for node in one["nodes"]
    ] == []


def test_without_its_script_everything_is_there_but_travel_and_filter(page: Page) -> None:
    page.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        page.open("phone")
        assert page.words(".bar") == []
        assert len(page.words(".note .message")) >= 4
        assert page.words("#a2 .speakers b") == ["Marta Lindqvist", "Paul Okafor", "the owners"]
    finally:
        page.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
