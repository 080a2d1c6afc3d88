"""The labelled sets beside the checkout, with the least F1 below which CI fails."""

import os
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
SHARED = Path(os.environ.get("ITUGRAPH_SHARED") or ROOT.parent / "shared")


@dataclass(frozen=True)
class LabelledSet:
    name: str
    texts: tuple[str, ...]
    labels: str
    least: float


SETS = (
    LabelledSet("pp18-dev", ("corpus/pp18-final-acts.akn.xml",), "gold/pp18-dev.jsonl", 0.99),
    LabelledSet("seed, text", ("seeds/*.txt",), "gold/seed.jsonl", 1.0),
    LabelledSet("seed, Word", ("seeds/*.docx",), "gold/seed.jsonl", 1.0),
    LabelledSet("composed-dev", ("gold/composed/*.txt",), "gold/composed-dev.jsonl", 0.99),
    LabelledSet("excerpts-latin-dev", ("gold/excerpts/*.txt",), "gold/excerpts-latin-dev.jsonl", 0.97),
    LabelledSet("excerpts-other-dev", ("gold/excerpts/*.txt",), "gold/excerpts-other-dev.jsonl", 0.97),
)
CORPUS = (
    "corpus/pp18-final-acts.akn.xml",
    "seeds/*.txt",
    "seeds/*.docx",
    "gold/composed/*.txt",
    "gold/excerpts/*.txt",
    "corpus/docx/*.docx",
)


def files(patterns: tuple[str, ...]) -> list[Path]:
    return [file for pattern in patterns for file in sorted(SHARED.glob(pattern))]
