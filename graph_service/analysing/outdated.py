"""The stale list: outdated references of the stored texts at a day, worked out once for each day and language."""

import json
import threading
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from graph_service.analysing.answer import Page, Window, page
from graph_service.checking.knowledge import Knowledge
from graph_service.checking.output import finding_json
from graph_service.checking.stale import StaleItem, stale
from graph_service.citing.mention import CitingText
from graph_service.graph.citing_text import citer_of
from graph_service.lexicon.lexicon import Lexicon

_MOST_LISTS = 16
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

_CELLS = (
    "locator", "start", "end", "severity", "rule", "when", "text", "message", "since", "newer", "latest", "fix",
    "apply", "certainty", "iri",
)  # fmt: skip
COLUMNS = ("citing", "citing_label", "doc", *_CELLS)
"""The columns of the stale list as a table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StaleFilter:
    """What is asked of the list; None means any.

    The body of the citing text, the rule, and the day after which the reference became outdated: with the list's own
    day that is what has changed between two days.
    """

    body: str | None = None
    rule: str | None = None
    after: date | None = None

    def fits(self, item: StaleItem) -> bool:
        """Whether a stale reference is asked for."""
        since = item.finding.since
        return (
            (self.body is None or self.body.casefold() == item.body.casefold())
            and self.rule in {None, item.finding.rule}
            and (self.after is None or (since is not None and since > self.after))
        )


class OutdatedReferences:
    """The stale lists of one version of the store. May be asked from several threads."""

    def __init__(self, texts: Sequence[CitingText], knowledge: Knowledge, lexicons: Mapping[str, Lexicon]) -> None:
        self._texts = texts
        self._knowledge = knowledge
        self._lexicons = lexicons
        self._lists: OrderedDict[tuple[date, str], _List] = OrderedDict()
        self._lock = threading.Lock()

    def at(self, day: date, lang: str = "en") -> tuple[StaleItem, ...]:
        """Return all stale references at a day, told in a language, text by text."""
        return self._list(day, lang).items

    def is_ready(self, day: date, lang: str) -> bool:
        """Whether the list of a day and language is worked out already."""
        return (day, lang) in self._lists

    def _list(self, day: date, lang: str) -> "_List":
        with self._lock:
            found = self._lists.get((day, lang))
            if found is None:
                items = stale(self._texts, self._knowledge, at=day, lexicons=self._lexicons, lang=lang)
                found = _List(tuple(self._with_node(item) for item in items))
                self._lists[day, lang] = found
                if len(self._lists) > _MOST_LISTS:
                    self._lists.popitem(last=False)
            return found

    def _with_node(self, item: StaleItem) -> StaleItem:
        """The item with the node of a document that is no edition: a list, a report."""
        if item.citing_iri:
            return item
        text = next((one for one in self._texts if one.doc == item.finding.doc), None)
        return replace(item, citing_iri=citer_of(text, self._knowledge.register).node.value) if text else item

    def page(self, day: date, lang: str, wanted: StaleFilter, window: Window) -> Page[bytes]:
        """Return a stretch of the list, narrowed by a filter, each reference as JSON."""
        listed = self._list(day, lang)
        chosen = listed.shown
        if wanted != _ALL:
            chosen = tuple(shown for item, shown in zip(listed.items, listed.shown, strict=True) if wanted.fits(item))
        return page(chosen, window, _same)

    def narrowed(self, day: date, lang: str, wanted: StaleFilter) -> tuple[StaleItem, ...]:
        """Return the references that fit a filter."""
        return tuple(filter(wanted.fits, self.at(day, lang)))


_ALL = StaleFilter()


class _List:
    """The references of a day, and each of them as JSON: made once, since writing it takes longer than all else."""

    def __init__(self, items: tuple[StaleItem, ...]) -> None:
        self.items = items
        self.shown = tuple(_encode(stale_json(item)).encode() for item in items)


def _same(shown: bytes) -> bytes:
    return shown


def stale_json(item: StaleItem) -> dict[str, Any]:
    """Return a stale reference as a finding with the text that makes it (design, section 7)."""
    return {"citing": {"iri": item.citing_iri, "label": item.label}, **finding_json(item.finding)}


def stale_row(item: StaleItem) -> tuple[str, ...]:
    """Return a stale reference as a row of COLUMNS; no cell begins like a formula of a spreadsheet program."""
    found = finding_json(item.finding)
    cells = (item.citing_iri, item.label, item.finding.doc, *(_cell(found[name]) for name in _CELLS))
    return tuple(f"'{cell}" if cell[:1] in _FORMULA else cell for cell in cells)


_FORMULA = frozenset("=+-@")


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case {"marker": marker}:
            return str(marker)
        case _:
            return str(value)
