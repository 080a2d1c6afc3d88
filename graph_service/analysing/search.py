"""Search in titles of all languages and in names: an index of trigrams in memory, for any part of a word."""

import itertools
import sqlite3
import threading
import weakref
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from graph_service.analysing.answer import Page, Ref, Window, page
from graph_service.analysing.snapshot import Snapshot

_SHORTEST = 3
"""Letters that a trigram needs; shorter words, as Chinese ones are, are looked for in all texts."""
_MOST_WORDS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An instrument whose name or title has all the words: the text that has them, its language, the edition."""

    instrument: Ref
    edition: Ref | None
    text: str
    lang: str


@dataclass(frozen=True, slots=True)
class _Entry:
    """A searched text; ``rank`` sorts names before titles, newer titles before older ones."""

    rank: int
    work: str
    edition: str | None
    text: str
    lang: str


class SearchIndex:
    """The searchable texts of a snapshot. May be asked from several threads."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._entries = tuple(_entries(snapshot))
        self._folded = tuple(entry.text.casefold() for entry in self._entries)
        self._joined = "\n".join(self._folded)
        self._starts = tuple(itertools.accumulate((len(text) + 1 for text in self._folded), initial=0))
        self._lock = threading.Lock()
        self._database = sqlite3.connect(":memory:", check_same_thread=False)
        weakref.finalize(self, self._database.close)  # an index that is dropped closes what it opened
        self._database.execute("CREATE VIRTUAL TABLE texts USING fts5(text, tokenize='trigram case_sensitive 1')")
        self._database.executemany("INSERT INTO texts(rowid, text) VALUES (?, ?)", enumerate(self._folded))

    def search(self, words: str, window: Window, lang: str | None = None) -> Page[Hit]:
        """Return the instruments that have all words in one text; names first, each instrument once."""
        wanted = [word for word in words.casefold().split() if word][:_MOST_WORDS]
        best: dict[str, _Entry] = {}
        for entry in sorted(self._matching(wanted), key=lambda one: (one.rank, len(one.text))):
            if lang in {None, "", entry.lang} and entry.work not in best:
                best[entry.work] = entry
        return page(tuple(best.values()), window, self._hit)

    def close(self) -> None:
        """Let go of the index."""
        self._database.close()

    def _matching(self, words: list[str]) -> Iterator[_Entry]:
        if not words:
            return
        long = [word for word in words if len(word) >= _SHORTEST]
        rows = self._rows(long) if long else self._scanned(words[0])
        for row in rows:
            if all(word in self._folded[row] for word in words):
                yield self._entries[row]

    def _scanned(self, word: str) -> Iterator[int]:
        """Yield the rows that have a word of any length: all texts are looked through as one."""
        found = self._joined.find(word)
        while found >= 0:
            row = bisect_right(self._starts, found) - 1
            yield row
            found = self._joined.find(word, self._starts[row + 1])

    def _rows(self, words: list[str]) -> list[int]:
        quoted = " AND ".join('"' + word.replace('"', '""') + '"' for word in words)
        with self._lock:
            found = self._database.execute("SELECT rowid FROM texts WHERE texts MATCH ?", (quoted,))
            return [row for (row,) in found]

    def _hit(self, entry: _Entry) -> Hit:
        return Hit(
            instrument=self._snapshot.ref(entry.work),
            edition=self._snapshot.ref(entry.edition) if entry.edition else None,
            text=entry.text,
            lang=entry.lang,
        )


def _entries(snapshot: Snapshot) -> Iterator[_Entry]:
    for work in snapshot.works.values():
        yield _Entry(0, work.iri, None, work.label, "en")
        for age, iri in enumerate(reversed(work.editions)):
            node = snapshot.editions[iri]
            for lang, title in node.titles:
                yield _Entry(1 + age, work.iri, iri, title, lang)
