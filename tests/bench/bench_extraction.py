"""Extraction beside eyecite, in each language, of texts of growing length, and of texts made to be slow."""

import random
import re
import resource
import time

from graph_service.citing import scanned
from graph_service.citing.extract import Extractor
from graph_service.citing.marker import read_marker
from graph_service.lexicon.load import load_lexicons
from graph_service.reading.read import read_documents
from graph_service.register.load import load_register
from tests.bench.measuring import ROOT, SHARED, Row, in_turn, ratio

COMPOSED = [ROOT / "tests" / "citing" / folder for folder in ("composed", "heldout")]
PASSAGES = [SHARED / "gold" / "excerpts"]
MILLION = 1_000_000
SLOW = {
    "brackets": "Resolution 5 ((",
    "digits": "12 34.567/8 ",
    "words of kinds": "Resolution ",
    "words and numbers": "Resolution 5,",
    "quotation marks": 'Resolution 5 "a ',
    "provisions": "No. 118 (Article 21) ",
    "words that look back": "was established by Resolution 5 which ",
    "number first": "第5号决议、",
    "prefixes": "وبالقرار 5 ",
}


def run():
    register, lexicons = load_register(ROOT / "data"), load_lexicons()
    bench = Bench(register, lexicons)
    if (SHARED / "corpus").is_dir():
        yield beside_eyecite(bench)
    for lang in ("en", "fr", "es", "ru", "zh", "ar"):
        for what, folders in (("passages of real texts", PASSAGES), ("composed", COMPOSED)):
            if lines := lines_of(lang, folders):
                yield in_language(bench, f"{what}, {lang}", varied(lines, MILLION // 2))
    yield from lengths(bench)
    yield from slow(bench)
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield Row("memory of all that, at most", f"{used:.0f} MiB")


def in_language(bench, what, text):
    read, first, again = bench.rates(text)
    return Row(
        f"{what}, {len(text) / first[1]:.0f} characters a reference, million characters a second",
        f"{first[0]:.2f}, with reading {1 / (1 / read + 1 / first[0]):.2f}, once more {again[0]:.2f}",
    )


def beside_eyecite(bench):
    from eyecite import get_citations

    file = SHARED / "corpus" / "pp18-final-acts.akn.xml"
    documents = bench.read(file, file.name)
    text = "\n".join(paragraph.text for document in documents for paragraph in document.paragraphs)
    get_citations("410 U.S. 113")
    bench.extract(documents)
    ours, theirs = in_turn(lambda: bench.extract(documents), lambda: get_citations(text), rounds=3)
    return Row(
        "extraction from PP-18, eyecite's default tokenizer = 1", f"{ratio(theirs, ours)} as fast ({ours:.2f} s)"
    )


def lengths(bench):
    """Seconds for a million characters must not grow with the length; one line is one paragraph."""
    for what, join, sizes in (("paragraphs", "\n", (1, 2, 4, 8)), ("one line", " ", (1, 2, 4))):
        rates = []
        for size in sizes:
            text = join.join(varied(lines_of("en", COMPOSED), size * MILLION).splitlines())
            read, first, _ = bench.rates(text, again=False)
            rates.append(f"{1 / (1 / read + 1 / first[0]):.2f}")
        yield Row(
            f"English in {what}, {', '.join(map(str, sizes))} million characters: million a second", ", ".join(rates)
        )


def slow(bench):
    cases = {name: lambda n, unit=unit: unit * (n // len(unit)) for name, unit in SLOW.items()}
    cases["lists of a thousand"] = lambda n: (f"Resolutions {', '.join(map(str, range(1000)))}. ") * (n // 5000)
    cases["a list without its word"] = lambda n: f"第{'、'.join(map(str, range(n // 6)))}、、5号决议"
    for name, make in cases.items():
        (_, short, _), (_, long, _) = (bench.rates(make(n), again=False) for n in (50_000, 200_000))
        yield Row(
            f"{name}: of four times the length, million characters a second",
            f"{long[0]:.3f}, {ratio(long[0], short[0])} that of the shorter",
        )


class Bench:
    def __init__(self, register, lexicons):
        self.register, self.lexicons = register, lexicons
        self.extractor = Extractor(register, lexicons)

    def read(self, source, name):
        return read_documents(source, name=name, register=self.register, lexicons=self.lexicons)

    def extract(self, documents):
        """The number of references, nothing known from before."""
        scanned._known.clear()
        read_marker.cache_clear()
        return self.extract_again(documents)

    def extract_again(self, documents):
        return sum(len(self.extractor.mentions(document)) for document in documents)

    def rates(self, text, *, again=True):
        """Million characters a second of reading, of extraction with the references found, and of doing that again."""
        size = len(text) / MILLION
        began = time.process_time()
        documents = self.read(text.encode(), "text.txt")
        read = time.process_time() - began
        out = []
        for work in (self.extract, self.extract_again) if again else (self.extract,):
            began = time.process_time()
            found = work(documents)
            out.append((size / (time.process_time() - began), max(found, 1)))
        return size / read, out[0], out[-1]


def lines_of(lang, folders):
    files = sorted(file for folder in folders for file in folder.rglob(f"{lang}-*.txt"))
    return [line for file in files for line in file.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]


def varied(lines, size):
    """The lines over and over, each time with other numbers, so that hardly a paragraph is twice."""
    chance = random.Random(lines[0])
    out, length = [], 0
    while length < size:
        for line in lines:
            out.append(_NUMBER.sub(lambda match: str(int(match[0]) + chance.randint(0, 9)), line))
            length += len(out[-1]) + 1
    return "\n".join(out)[:size]


_NUMBER = re.compile(r"(?<![\d/.-])[1-9]\d{1,2}(?!\d)")
