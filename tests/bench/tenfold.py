"""The register's tables made several times as long: each text again under other numbers, the same every time."""

import csv
import re
import shutil
from pathlib import Path

STEP = 10_000
"""What is added to a number in the first copy, twice that in the second, and so on; no body has as many texts."""
NUMBERED = ("editions", "titles", "in_force")
_PATH = re.compile(r"^((?:pp|wtdc|wtsa|ra|wrc|council|wcit|wtpf)/[a-z]+/)([0-9]+)(?=/|$)")


def tenfold(data, folder, times=10):
    """Write the tables of a data folder into another one with every numbered text `times` times."""
    shutil.copytree(data, folder)
    for name in NUMBERED:
        lengthen(folder / f"{name}.csv", times, lambda row, at: row | {"number": str(int(row["number"]) + at * STEP)})
    lengthen(folder / "documents.csv", times, document)
    lengthen(folder / "sources.csv", times, lambda row, at: row | {"id": source(row["id"], at)})
    for table in sorted((folder / "citations").glob("*.csv")):
        for at in range(1, times):
            fields, rows = read(table)
            write(table.with_name(f"{source(table.stem, at)}.csv"), fields, [mention(row, at) for row in rows])
    return folder


def lengthen(table: Path, times, copied):
    fields, rows = read(table)
    write(table, fields, [*rows, *(copied(row, at) for at in range(1, times) for row in rows)])


def source(name, at):
    return f"copy-{at}-{name}"


def document(row, at):
    again = {name: source(row[name], at) for name in ("source", "file")}
    return row | again | {"instrument": renamed(row["instrument"], at)}


def mention(row, at):
    return row | {name: renamed(row[name], at) for name in ("instrument", "edition")}


def renamed(path, at):
    return _PATH.sub(lambda found: f"{found[1]}{int(found[2]) + at * STEP}", path)


def read(table):
    with table.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        return reader.fieldnames, list(reader)


def write(table, fields, rows):
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fields, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
