"""Pages in a real browser: no error, no other host, as wide as the screen, usable by keyboard alone."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from docx import Document
from playwright.sync_api import Browser, Page, expect

from tests.web.kinds import KINDS
from tests.web.screens import LANGUAGES, NARROW, WIDE, in_language


class Watch:
    """What a page complains of, and which hosts it asks."""

    def __init__(self, page: Page) -> None:
        self.said: list[str] = []
        self.hosts: set[str] = set()
        page.on("console", lambda message: self.said.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("request", lambda request: self.hosts.add(urlsplit(request.url).netloc))


@pytest.fixture(scope="module")
def unscripted(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(base_url=address, viewport=NARROW, java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_quiet_fits_a_small_screen(page: Page, address: str, kind: str) -> None:
    watch = Watch(page)
    place = list(KINDS).index(kind)
    page.emulate_media(color_scheme="dark" if place % 3 else "light", reduced_motion="reduce")
    for lang in LANGUAGES:
        page.goto(in_language(KINDS[kind], lang))
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"], lang
        assert page.evaluate("document.documentElement.dir") == ("rtl" if lang == "ar" else "ltr")
    page.set_viewport_size({"width": 320, "height": 600})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert watch.said == []
    assert watch.hosts <= {urlsplit(address).netloc}


def test_by_keyboard_alone_from_a_number_to_a_citing_text_and_back(page: Page) -> None:
    page.set_viewport_size(WIDE)
    page.goto("/")
    tab_to(page, "#q")
    page.keyboard.type("PP Res. 197")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?**")
    tab_to_link(page, "PP Resolution 197")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("PP Resolution 197")
    tab_to_link(page, "PP Resolution 101 (Rev. Dubai, 2018)")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("PP Resolution 101 (Rev. Dubai, 2018)")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("PP Resolution 197")


def test_the_first_stop_of_the_keyboard_leads_to_the_content(page: Page) -> None:
    page.goto("/stale")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_suggestions_come_while_typing_and_are_taken_by_keyboard(page: Page) -> None:
    page.set_viewport_size(WIDE)
    page.goto("/about")
    page.locator("#top-q").press_sequentially("Internet of Th")
    options = page.get_by_role("option")
    expect(options.first).to_be_visible()
    page.keyboard.press("ArrowDown")
    assert page.get_by_role("option", selected=True).count() == 1
    page.keyboard.press("Enter")
    page.wait_for_url("**/doc/**")


def tab_to(page: Page, selector: str) -> None:
    tab_until(page, f"document.activeElement.matches({selector!r})")


def tab_to_link(page: Page, words: str) -> None:
    tab_until(
        page, f"document.activeElement.matches('main a') && document.activeElement.textContent.trim() === {words!r}"
    )


def tab_until(page: Page, condition: str) -> None:
    for _ in range(150):
        page.keyboard.press("Tab")
        if page.evaluate(condition):
            return
    pytest.fail(f"no way by keyboard: {condition}")


CONTENT = {
    "instrument": "PP Resolution 71",
    "graph": "PP 197",
    "path": "Resolution 71",
    "chain": "PP Resolution 200",
    "stale": "A later edition existed already",
    "query": "PP Resolution 71",
    "check": "Paste it here",
}


@pytest.mark.parametrize("kind", CONTENT)
def test_the_main_content_is_there_without_script(unscripted: Page, kind: str) -> None:
    unscripted.goto(KINDS[kind])
    assert CONTENT[kind] in unscripted.locator("main").inner_text()


def test_the_graph_is_drawn_and_can_be_made_larger(page: Page) -> None:
    page.set_viewport_size(WIDE)
    page.goto(KINDS["graph"])
    drawing = page.locator("svg[data-graph]")
    before = float(drawing.get_attribute("width") or 0)
    page.get_by_role("button", name="Larger").click()
    assert float(drawing.get_attribute("width") or 0) > before
    page.get_by_label("Only outdated references").check()
    assert "only-outdated" in (drawing.get_attribute("class") or "")
    with page.expect_download() as download:
        page.get_by_role("button", name="PNG").click()
    assert download.value.path().read_bytes().startswith(b"\x89PNG")


def test_a_word_file_is_checked_and_comes_back_corrected(page: Page, tmp_path: Path) -> None:
    page.set_viewport_size(WIDE)
    file = tmp_path / "draft.docx"
    written = Document()
    written.add_paragraph("DRAFT RESOLUTION 300 (Kigali, 2022)")
    written.add_paragraph("The World Telecommunication Development Conference (Kigali, 2022),")
    written.add_paragraph("recalling")
    written.add_paragraph("a) Resolution 64 (Rev. Busan, 2014) of the Plenipotentiary Conference, on access;")
    written.save(str(file))
    page.goto("/check?lang=en")
    page.locator("#file").set_input_files(file)
    page.locator("form", has=page.locator("#file")).locator("summary").click()
    page.locator("#file-draft").select_option("wtdc-22")
    page.locator("form", has=page.locator("#file")).get_by_role("button", name="Check it").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("draft.docx")
    finding = page.locator(".finding", has_text="Resolution 64 (Rev. Dubai, 2018)")
    assert finding.get_by_role("checkbox").is_checked()
    assert page.locator(".mark", has_text="Resolution 64 (Rev. Busan, 2014)").count() == 1
    with page.expect_download() as download:
        page.get_by_role("button", name="Corrected document").click()
    corrected = Document(str(download.value.path()))
    markup = corrected.element.xml
    assert download.value.suggested_filename == "draft-corrected.docx"
    assert "Dubai" in "".join(part for part in markup.split("<w:ins ")[1:])
    assert "Busan" in "".join(part for part in markup.split("<w:del ")[1:])


def test_the_editor_leaves_room_for_its_buttons_on_a_small_screen(page: Page) -> None:
    page.set_viewport_size(NARROW)
    page.goto("/editor")
    page.get_by_role("button", name="Ask").click()
    page.wait_for_url("**/editor?**query=**")
    expect(page.locator("main table")).to_be_visible()
