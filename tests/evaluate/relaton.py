"""The bibliographic records beside the checkout: identifiers, type and date of each, read once a run."""

import functools
import re
import tarfile
from dataclasses import dataclass

import yaml

from tests.evaluate.sets import SHARED

ARCHIVE = "corpus/relaton-data-itu-*.tar.xz"
_SECTION = re.compile(rb"^(docidentifier|date|ext):\n(?:[ -].*\n?)+", re.MULTILINE)


@dataclass(frozen=True)
class Record:
    """One record: its file, the identifiers of its type ITU, what it says it is, and when it was published."""

    file: str
    identifiers: tuple[str, ...]
    doctype: str
    published: str


@functools.cache
def records() -> tuple[Record, ...]:
    """Every record of the archive, in the order of the archive."""
    (archive,) = SHARED.glob(ARCHIVE)
    with tarfile.open(archive) as opened:
        return tuple(
            _record(member.name, opened.extractfile(member).read())
            for member in opened
            if "/data/" in member.name and member.isfile()
        )


def _record(name: str, content: bytes) -> Record:
    """A record, of which only the parts that are wanted are parsed: the rest is 95 % of it."""
    wanted = b"".join(
        match[0] if match[0].endswith(b"\n") else match[0] + b"\n" for match in _SECTION.finditer(content)
    )
    data = yaml.load(wanted, Loader=yaml.CSafeLoader)
    return Record(
        file=name.rpartition("/")[2],
        identifiers=tuple(one["content"] for one in data["docidentifier"] if one["type"] == "ITU"),
        doctype=data["ext"]["doctype"]["content"],
        published=str(data["date"][0]["at"]),
    )
