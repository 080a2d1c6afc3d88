"""A longer run: ``python -m tests.checking.planted --seeds 0:200 --langs en,fr --word``, with each failure on a line."""

import argparse
import sys
from pathlib import Path

from graph_service.lexicon.load import load_lexicons
from graph_service.register.load import load_register
from tests.checking.planted.compose import composed
from tests.checking.planted.facts import Facts
from tests.checking.planted.measure import Checker, Tally, measured, table
from tests.checking.planted.word_file import word_file
from tests.checking.planted.words import LANGS, PLAIN, VARIED

DATA = Path(__file__).parents[3] / "data"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", default="0:50", help="first and last seed, the last one left out")
    parser.add_argument("--langs", default=",".join(LANGS))
    parser.add_argument("--plain", action="store_true", help="the plain typography of each language")
    parser.add_argument("--tracked", action="store_true", help="drafts with open changes; their text is flattened")
    parser.add_argument("--word", action="store_true", help="as Word files")
    parser.add_argument("--failures", type=int, default=60, help="how many failures are told at most")
    parser.add_argument("--only", default="", help="tell the failures of this kind alone")
    said = parser.parse_args()
    checker, facts = Checker(load_register(DATA), load_lexicons()), Facts(DATA)
    whole = Tally()
    first, last = map(int, said.seeds.split(":"))
    for lang in said.langs.split(","):
        for seed in range(first, last):
            one = composed(facts, lang, seed, kind=PLAIN if said.plain else VARIED, tracked=said.tracked)
            one = one if said.word else one.flattened()
            source, suffix = (word_file(one), "docx") if said.word else (one.text.encode(), "txt")
            whole.add(measured(one, checker.report(one, source, f"{one.name}.{suffix}")))
    told = [line for line in whole.failures if said.only in line]
    print("\n".join(told[: said.failures]))
    print("\n".join(table(whole)))
    return 1 if whole.failures else 0


if __name__ == "__main__":
    sys.exit(main())
