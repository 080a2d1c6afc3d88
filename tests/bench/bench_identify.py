"""Identifiers: how many a second, all those of the records, and the first one, with which the words are compiled."""

import csv
import time

from graph_service.citing.identify import Identifier, identify
from graph_service.lexicon.load import load_lexicons
from graph_service.register.load import load_register
from tests.bench.measuring import ROOT, SHARED, Row, command, in_turn

MILLISECONDS = 1000


def run():
    register, lexicons = load_register(ROOT / "data"), load_lexicons()
    began = time.perf_counter()
    Identifier(register, lexicons).identify("ITU-T G.711 (11/1988)")
    yield Row("the first, words of Latin script compiled", f"{(time.perf_counter() - began) * MILLISECONDS:.0f} ms")
    with (ROOT / "tests" / "citing" / "identify_forms.csv").open(encoding="utf-8", newline="") as file:
        forms = [row["input"] for row in csv.DictReader(file)]
    for form in forms:
        identify(form, register, lexicons)
    (seconds,) = in_turn(lambda: [identify(form, register, lexicons) for form in forms])
    yield Row(f"{len(forms)} forms of the literature, six languages", f"{len(forms) / seconds:.0f} a second")
    if list(SHARED.glob("corpus/relaton-data-itu-*.tar.xz")):
        yield records(register, lexicons)
    seconds, memory = command("identify", "ITU-T G.711 (11/1988)")
    yield Row("the command with one identifier, whole process", f"{seconds:.2f} s, {memory:.0f} MiB")


def records(register, lexicons):
    from tests.evaluate.relaton import records as all_records

    texts = [text for record in all_records() for text in record.identifiers]
    began = time.perf_counter()
    for text in texts:
        identify(text, register, lexicons)
    seconds = time.perf_counter() - began
    return Row(f"{len(texts)} identifiers of the records", f"{seconds:.1f} s, {len(texts) / seconds:.0f} a second")
