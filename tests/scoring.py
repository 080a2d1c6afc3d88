"""Extracted citations against labels: what matches, what is missed, what is too much, by language, kind and field."""

import collections
import json
from dataclasses import dataclass
from pathlib import Path

_SAME_BODY = {
    ("recommendation", "WTDC"): "ITU-D",
    ("recommendation", "RA"): "ITU-R",
    ("recommendation", "WTSA"): "ITU-T",
}
FIELDS = ("clause", "locator", "place", "revised", "self")


def read_lines(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def key(row: dict) -> tuple:
    kind, body = row["kind"], row.get("body")
    body = _SAME_BODY.get((kind, body), body)
    return row["doc"], kind, body, str(row["number"]), row.get("year"), bool(row.get("deleted"))


@dataclass(frozen=True)
class Score:
    pairs: list
    missed: list
    extra: list

    @property
    def precision(self) -> float:
        return len(self.pairs) / max(1, len(self.pairs) + len(self.extra))

    @property
    def recall(self) -> float:
        return len(self.pairs) / max(1, len(self.pairs) + len(self.missed))

    @property
    def f1(self) -> float:
        return 2 * len(self.pairs) / max(1, 2 * len(self.pairs) + len(self.missed) + len(self.extra))

    def agreement(self, field: str) -> float:
        same = sum(str(gold.get(field)) == str(read.get(field)) for gold, read in self.pairs)
        return same / max(1, len(self.pairs))

    def only(self, chosen) -> "Score":
        return Score(
            [pair for pair in self.pairs if chosen(pair[0])],
            [row for row in self.missed if chosen(row)],
            [row for row in self.extra if chosen(row)],
        )


def score(gold: list[dict], read: list[dict]) -> Score:
    """Match rows of equal key, those with an equal locator first; only documents that have labels count."""
    documents = {row["doc"] for row in gold}
    waiting = collections.defaultdict(list)
    for row in read:
        if row["doc"] in documents:
            waiting[key(row)].append(row)
    pairs, missed = [], []
    for row in gold:
        found = waiting[key(row)]
        if not found:
            missed.append(row)
            continue
        found.sort(key=lambda one: str(one["locator"]) != str(row["locator"]))
        pairs.append((row, found.pop(0)))
    return Score(pairs, missed, [row for rest in waiting.values() for row in rest])
