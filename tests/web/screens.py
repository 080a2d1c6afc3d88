"""In which languages and on which screens the tests look at pages, and what they watch there."""

from playwright.sync_api import ViewportSize

LANGUAGES = ("en", "fr", "ar", "zh")
NARROW = ViewportSize(width=360, height=740)
WIDE = ViewportSize(width=1280, height=900)
SHIFTS = """
window.shifts = 0;
new PerformanceObserver((list) => list.getEntries().forEach((one) => (window.shifts += one.value)))
  .observe({ type: "layout-shift", buffered: true });
"""
"""A script that adds up how far things on a page moved."""


def in_language(address: str, lang: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}lang={lang}"
