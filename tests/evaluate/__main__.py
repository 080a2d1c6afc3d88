"""`make evaluate`: scores by language, kind and field, errors in a file, gains and losses against the last commit.

Fails where a set falls below its floor. `python -m tests.evaluate --accept` takes the corpus as it is read now.
"""

import csv
import subprocess
import sys
from pathlib import Path

from graph_service.citing.extract import Extractor
from graph_service.citing.rows import line
from graph_service.lexicon.load import load_lexicons
from graph_service.reading.read import read_documents
from graph_service.register.load import load_register
from tests.evaluate.sets import CORPUS, ROOT, SETS, SHARED, files
from tests.scoring import FIELDS, read_lines, score

OUT = ROOT / "evaluation"
SNAPSHOT = Path(__file__).parent / "snapshot.csv"
COLUMNS = ("file", "doc", "locator", "kind", "body", "number", "place", "year", "clause", "deleted")


class Reader:
    def __init__(self):
        self.register = load_register(ROOT / "data")
        self.lexicons = load_lexicons()
        self.extractor = Extractor(self.register, self.lexicons)
        self.known = {}

    def lines(self, file):
        if file not in self.known:
            documents = read_documents(file, name=file.name, register=self.register, lexicons=self.lexicons)
            self.known[file] = [line(one) for document in documents for one in self.extractor.mentions(document)]
        return self.known[file]


def figures(name, found):
    print(f"{name:38} precision {found.precision:.3f}  recall {found.recall:.3f}  F1 {found.f1:.3f}")


def scored(reader, one, errors):
    gold = read_lines(SHARED / one.labels)
    found = score(gold, [row for file in files(one.texts) for row in reader.lines(file)])
    figures(one.name, found)
    for title, part in (
        ("", lambda row: row["doc"][:2] if row["doc"][2] == "-" else "en"),
        ("  ", lambda row: row["kind"]),
    ):
        for group in sorted({part(row) for row in gold}):
            only = found.only(lambda row, group=group, part=part: part(row) == group)
            if len({part(row) for row in gold}) > 1:
                figures(f"  {title}{group}", only)
    print("    " + "  ".join(f"{field} {found.agreement(field):.3f}" for field in FIELDS))
    for what, rows in (("missed", found.missed), ("too much", found.extra)):
        errors += [{"set": one.name, "what": what} | row for row in rows]
    return found.f1 >= one.least


def snapshot(reader):
    rows = []
    for file in files(CORPUS):
        for row in reader.lines(file):
            rows.append({"file": file.name} | {name: str(row.get(name) or "") for name in COLUMNS[1:]})
    return rows


def as_table(rows):
    return {tuple(row[name] for name in COLUMNS) for row in rows}


def committed():
    done = subprocess.run(
        ["git", "show", f"HEAD:{SNAPSHOT.relative_to(ROOT).as_posix()}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return as_table(csv.DictReader(done.stdout.splitlines())) if done.returncode == 0 else set()


def write(path, columns, rows):
    path.parent.mkdir(exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n", extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)


def main(arguments):
    if not SHARED.is_dir():
        sys.exit(
            f"make evaluate reads the real texts in {SHARED}, which is not there; set ITUGRAPH_SHARED to their folder"
        )
    reader, errors = Reader(), []
    fallen = [one.name for one in SETS if not scored(reader, one, errors)]
    write(
        OUT / "errors.csv",
        ("set", "what", "doc", "locator", "kind", "body", "number", "place", "year", "deleted", "text"),
        errors,
    )
    now, before = snapshot(reader), committed()
    gained, lost = sorted(as_table(now) - before), sorted(before - as_table(now))
    print(f"\nCorpus: {len(now)} citations; against the last commit {len(gained)} gained, {len(lost)} lost")
    for sign, rows in (("+", gained), ("-", lost)):
        for row in rows[:40] if before else ():
            print(" ", sign, *row)
    if "--accept" in arguments:
        write(SNAPSHOT, COLUMNS, sorted(now, key=lambda row: tuple(row[name] for name in COLUMNS)))
    print(f"Errors: {OUT.name}/errors.csv ({len(errors)} rows)")
    if fallen:
        sys.exit(f"below their floor: {', '.join(fallen)}")


main(sys.argv[1:])
