"""Pages for everybody: axe over all kinds in four languages, focus that is seen, nothing that moves or jumps, print."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

from tests.web.kinds import AMBIGUOUS, KINDS, MISSING
from tests.web.screens import LANGUAGES, NARROW, SHIFTS, WIDE, in_language

AXE_OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
DRAFT = """DRAFT RESOLUTION 300 (Kigali, 2022)
The World Telecommunication Development Conference (Kigali, 2022),
recalling
a) Resolution 64 (Rev. Busan, 2014) of the Plenipotentiary Conference, on access;
"""
SEEN = """() => {
  const one = document.activeElement;
  if (!one.matches(":focus")) return "";  // the browser's own calendar button within a field
  const shape = one.querySelector("rect");
  const style = getComputedStyle(one);
  const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const drawn = shape && parseFloat(getComputedStyle(shape).strokeWidth) >= 3;
  const around = one.closest(".CodeMirror-focused");
  return ring || Boolean(drawn) || Boolean(around) ? "" : one.outerHTML.slice(0, 200);
}"""


def violations(page: Page) -> list[str]:
    """The serious and critical violations that axe finds, with the places."""
    found = Axe().run(page, options=AXE_OPTIONS).response["violations"]
    return [
        f"{one['id']}: {[node['html'] for node in one['nodes'][:3]]} {one['nodes'][0]['failureSummary'][:300]}"
        for one in found
        if one["impact"] in {"serious", "critical"}
    ]


@pytest.fixture(scope="module")
def context(browser: Browser, address: str) -> Iterator[BrowserContext]:
    made = browser.new_context(base_url=address, viewport=NARROW)
    made.add_init_script(SHIFTS)
    yield made
    made.close()


@pytest.fixture(scope="module")
def one_page(context: BrowserContext) -> Iterator[Page]:
    """A page that goes from address to address: a new one for each takes as long as the test itself."""
    made = context.new_page()
    yield made
    made.close()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", [*KINDS, "missing", "ambiguous"])
def test_axe_finds_nothing_serious(one_page: Page, kind: str, lang: str) -> None:
    place = (list(KINDS).index(kind) if kind in KINDS else 0) + LANGUAGES.index(lang)
    one_page.emulate_media(color_scheme="dark" if place % 2 else "light")
    one_page.set_viewport_size(NARROW if place % 4 in {1, 2} else WIDE)
    one_page.goto(in_language({**KINDS, "missing": MISSING, "ambiguous": AMBIGUOUS}[kind], lang))
    assert violations(one_page) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_axe_finds_nothing_serious_in_a_checked_document(page: Page, lang: str) -> None:
    page.goto(in_language("/check", lang))
    page.locator("#text").fill(DRAFT)
    page.locator("form", has=page.locator("#text")).locator("button").click()
    page.locator(".finding").first.wait_for()
    assert violations(page) == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
def test_nothing_jumps_while_a_page_loads(one_page: Page, kind: str, size: ViewportSize) -> None:
    one_page.set_viewport_size(size)
    one_page.goto(KINDS[kind], wait_until="load")
    one_page.wait_for_function("document.readyState === 'complete'")
    one_page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert one_page.evaluate("window.shifts") == 0


@pytest.mark.parametrize("kind", ["start", "instrument", "stale", "graph", "check", "query", "editor", "missing"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_focus_is_seen_at_every_stop_of_the_keyboard(page: Page, kind: str, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size(WIDE)
    page.goto({**KINDS, "missing": MISSING}[kind])
    unseen: set[str] = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        unseen.add(page.evaluate(SEEN))
    assert unseen == {""}


def test_nothing_moves_for_a_reader_who_wants_no_motion(page: Page) -> None:
    duration = "getComputedStyle(document.querySelector('main button')).transitionDuration"
    page.emulate_media(reduced_motion="no-preference")
    page.goto("/")
    assert page.evaluate(duration) != "0s"
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate(duration) == "0s"


def test_a_checked_document_is_printed_without_what_is_for_the_screen(page: Page) -> None:
    page.goto("/check?lang=en")
    page.locator("#text").fill(DRAFT)
    page.locator("form", has=page.locator("#text")).locator("button").click()
    page.locator(".finding").first.wait_for()
    page.emulate_media(media="print")
    hidden = (".top", ".foot", ".take-away")
    assert [one for one in hidden if page.locator(one).first.is_visible()] == []
    assert page.locator(".finding").first.is_visible()
    assert page.locator(".take input").first.is_visible(), "what is taken and what is left is printed too"
    assert page.locator(".checked-text", has_text="Resolution 64").is_visible()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_words_of_another_language_say_which_and_keep_their_direction(page: Page, lang: str) -> None:
    page.goto(in_language("/doc/pp/res/197", lang))
    own = page.evaluate("document.documentElement.lang")
    for title in page.locator("main .title").all():
        assert title.get_attribute("lang") == "en"
        assert title.evaluate("(one) => getComputedStyle(one).direction") == "ltr"
    quotes = page.locator(".quotes dd[data-copy]").all()
    assert len(quotes) == 6
    for quote in quotes:
        wanted = "rtl" if quote.get_attribute("lang") == "ar" else "ltr"
        assert quote.evaluate("(one) => getComputedStyle(one).direction") == wanted
    assert own == lang
