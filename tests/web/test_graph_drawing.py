"""The drawing of a graph: names that fit into their boxes in every script, as a browser draws them."""

import pytest
from playwright.sync_api import Page

WIDTHS = """() => [...document.querySelectorAll("svg[data-graph] .box")].map((box) => [
  box.querySelector("text").textContent,
  box.querySelector("rect").getBBox().width - box.querySelector("text").getBBox().width,
])"""


@pytest.mark.parametrize("lang", ["en", "fr", "ru", "ar", "zh"])
def test_a_name_fits_into_its_box(page: Page, lang: str) -> None:
    page.goto(f"/graph?of=pp/res/64&lang={lang}")
    room = page.evaluate(WIDTHS)
    assert "PP 64" in [label for label, _ in room]
    assert any(label.endswith("…") for label, _ in room)
    assert [label for label, left in room if left < 0] == []
