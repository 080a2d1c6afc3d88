"""What the generator knows: conferences and lines of editions, read from the tables by itself."""

import csv
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

BODIES = ("PP", "WTDC", "WTSA")
"""The bodies whose markers name a place."""
LISTED = (*BODIES, "WRC")
_FIRST_WRC = 1993
KINDS = ("resolution", "decision")
ATTESTED = "attested"


@dataclass(frozen=True, kw_only=True)
class Met:
    """A conference: where and when it met."""

    id: str
    body: str
    place: str
    year: int
    opens: date
    closes: date


@dataclass(frozen=True, kw_only=True)
class Edition:
    """One act on an instrument, with the conference that did it."""

    body: str
    kind: str
    number: str
    conference: Met
    revised: bool
    abrogated: bool
    sure: bool
    attested: bool
    titles: tuple[tuple[str, str], ...]

    @property
    def instrument(self) -> tuple[str, str, str]:
        return self.body, self.kind, self.number

    @property
    def day(self) -> date:
        return self.conference.closes

    def title(self, lang: str) -> str | None:
        return dict(self.titles).get(lang)


class Facts:
    """The tables of a register's folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._tables: dict[str, list[dict[str, str]]] = {}

    def rows(self, table: str) -> list[dict[str, str]]:
        if table not in self._tables:
            self._tables[table] = self._read(table)
        return self._tables[table]

    def _read(self, table: str) -> list[dict[str, str]]:
        with (self._folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    @cached_property
    def conferences(self) -> dict[str, Met]:
        return {
            row["id"]: Met(
                id=row["id"],
                body=row["body"],
                place=row["place"],
                year=int(row["year"]),
                opens=date.fromisoformat(row["opens"]),
                closes=date.fromisoformat(row["closes"]),
            )
            for row in self.rows("conferences")
            if row["opens"] and row["closes"]
        }

    def held(self, body: str) -> list[Met]:
        return sorted((one for one in self.conferences.values() if one.body == body), key=lambda one: one.closes)

    @cached_property
    def lines(self) -> dict[tuple[str, str, str], list[Edition]]:
        """The acts on each instrument of a conference, oldest first; numbers of one conference alone are left out."""
        titles = self._titles()
        found: dict[tuple[str, str, str], list[Edition]] = defaultdict(list)
        for row in self.rows("editions"):
            if row["body"] == "WRC" and int(row["year"]) < _FIRST_WRC:
                continue
            if row["body"] in LISTED and row["kind"] in KINDS and not row["numbering"] and not row["revision"]:
                found[row["body"], row["kind"], row["number"]].append(self._edition(row, titles))
        return {key: sorted(acts, key=lambda one: one.day) for key, acts in found.items()}

    def _edition(self, row: dict[str, str], titles: dict[tuple[str, str, str, str], list[tuple[str, str]]]) -> Edition:
        instrument = row["body"], row["kind"], row["number"]
        return Edition(
            body=row["body"],
            kind=row["kind"],
            number=row["number"],
            conference=self.conferences[row["conference"]],
            revised=row["revised"] == "true",
            abrogated=row["act"] == "abrogated",
            sure=row["status"] == ATTESTED and row["marker_certainty"] == "printed",
            attested=row["status"] == ATTESTED,
            titles=tuple(titles[(*instrument, row["key"])]),
        )

    def _titles(self) -> dict[tuple[str, str, str, str], list[tuple[str, str]]]:
        found: dict[tuple[str, str, str, str], list[tuple[str, str]]] = defaultdict(list)
        for row in self.rows("titles"):
            if row["status"] == ATTESTED:
                found[row["body"], row["kind"], row["number"], row["key"]].append((row["lang"], row["title"]))
        return found

    @cached_property
    def cities(self) -> dict[tuple[str, str], str]:
        """The name of a city in a language, as markers print it."""
        rows = [row for row in self.rows("names") if row["subject"].startswith("place/") and row["use"] == "marker"]
        return {(row["subject"].removeprefix("place/"), row["lang"]): row["form"] for row in reversed(rows)}

    @cached_property
    def gone(self) -> dict[tuple[str, str, str], date]:
        """The instruments that are attested to have been taken away, with the day."""
        found: dict[tuple[str, str, str], date] = {}
        for row in self.rows("replacements"):
            body, kind, number, *_ = [*row["from_edition"].split("/"), "", "", ""]
            word = {"res": "resolution", "dec": "decision"}.get(kind)
            if word and row["kind"] == "suppressed" and row["status"] == ATTESTED and row["since"] in self.conferences:
                found[body.upper(), word, number] = self.conferences[row["since"]].closes
        return found

    @cached_property
    def doubtful(self) -> set[tuple[str, str, str]]:
        """The instruments of which an end is told but not attested with its day."""
        told: set[tuple[str, str, str]] = set()
        for row in self.rows("replacements"):
            body, kind, number, *_ = [*row["from_edition"].split("/"), "", "", ""]
            word = {"res": "resolution", "dec": "decision"}.get(kind)
            if word and (body.upper(), word, number) not in self.gone:
                told.add((body.upper(), word, number))
        return told

    @cached_property
    def closed(self) -> set[tuple[str, str]]:
        """The conferences whose list of one kind is complete."""
        return {
            (row["subject"].removeprefix("conference/"), row["kind"])
            for row in self.rows("coverage")
            if row["aspect"] == "adopted and revised" and row["closed"] == "yes"
        }

    @cached_property
    def articles(self) -> list[tuple[str, str, int]]:
        """Basic text, Article and the plain numbers that it holds, one a row."""
        found = []
        for row in self.rows("provisions"):
            if row["first"].isdecimal() and row["last"].isdecimal() and row["text"] in {"CS", "CV"}:
                found += [(row["text"], row["article"], n) for n in range(int(row["first"]), int(row["last"]) + 1)]
        return found
