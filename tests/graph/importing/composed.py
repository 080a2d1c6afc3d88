"""Composed Relaton records: the form is that of real ones, the publications are invented."""

import io
import tarfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

import yaml

T_DATE = "2014-12-12"


def record(docid: str, **more: object) -> bytes:
    """The YAML of one record; ``more`` are title, at, doctype, stage, page, group, edition, also, editions, supplements."""
    value: dict[str, object] = {
        "id": "x",
        "schema_version": "v1.5.6",
        "type": "standard",
        "title": [
            {"language": lang, "script": "Latn", "content": title, "type": "main"} for lang, title in _titles(more)
        ],
        "docidentifier": [{"content": docid, "type": "ITU", "primary": True}],
        "language": ["en"],
        "ext": {
            "schema_version": "v1.1.3",
            "doctype": {"content": more.get("doctype", "recommendation")},
            "flavor": "itu",
        },
    }
    if more.get("page"):
        value["source"] = [{"type": "src", "content": more["page"]}]
    if more.get("at", T_DATE):
        value["date"] = [{"type": "published", "at": more.get("at", T_DATE)}]
    if more.get("stage"):
        value["status"] = {"stage": {"content": more["stage"]}}
    if more.get("edition"):
        value["edition"] = {"content": more["edition"]}
    if more.get("group"):
        value["contributor"] = [_group(str(more["group"]))]
    for other in _words(more, "also"):
        value["docidentifier"].append({"content": other, "type": "ISO", "primary": True})  # type: ignore[attr-defined]
    relations = [_relation("hasEdition", one) for one in _words(more, "editions")]
    relations += [_relation("complementOf", one) for one in _words(more, "supplements")]
    if relations:
        value["relation"] = relations
    return ("---\n" + yaml.safe_dump(value, sort_keys=False, allow_unicode=True)).encode()


def _titles(more: Mapping[str, object]) -> list[tuple[str, str]]:
    title = more.get("title", "A composed title")
    return list(title.items()) if isinstance(title, dict) else [("en", str(title))] if title else []


def _words(more: Mapping[str, object], name: str) -> list[str]:
    found = more.get(name, ())
    assert isinstance(found, tuple)
    return [str(one) for one in found]


def _group(name: str) -> dict[str, object]:
    part = {"name": [{"content": name}], "type": "technical-committee", "subtype": "study-group"}
    organization = {"name": [{"content": "International Telecommunication Union"}], "subdivision": [part]}
    return {"role": [{"type": "author"}], "organization": organization}


def _relation(kind: str, docid: str) -> dict[str, object]:
    title = [{"language": "en", "script": "Latn", "content": f"The text called {docid}"}]
    item = {"title": title, "docidentifier": [{"content": docid, "type": "ITU", "primary": True}]}
    return {"type": kind, "bibitem": item}


LINE = {
    "itu-t-x-9001-03-2010.yaml": record("ITU-T X.9001 (03/2010)", at="2010-03-29", stage="Withdrawal", edition="1",
        page="https://www.itu.int/rec/T-REC-X.9001-201003-S", group="ITU-T Study Group 17",
        editions=("X.9001 (12/2014)", "X.9001 (2010) Amd. 1 (06/2012)"), supplements=("X Suppl. 901 (09/2011)",)),
    "itu-t-x-9001-2010-amd-1-06-2012.yaml": record("ITU-T X.9001 (2010) Amd. 1 (06/2012)", at="2012-06-15",
        doctype="recommendation-amendment", stage="Withdrawal", edition="1.1"),
    "itu-t-x-9001-12-2014.yaml": record("ITU-T X.9001 (12/2014)", stage="Published", edition="2", also=("ISO/IEC 99001",),
        title={"en": "Composed things", "fr": "Choses composées"}, supplements=("X Suppl. 901 (09/2011)",)),
    "itu-t-x-9002-y-9902-07-2016.yaml": record("ITU-T X.9002/Y.9902 (07/2016)", at="2016-07-29", stage="Published"),
    "itu-t-x-9003-05-2005.yaml": record("ITU-T X.9003 (05/2005)", at="2005-05-14", stage="Withdrawal",
        page="https://www.itu.int/rec/T-REC-X.9003-200505-W"),
    "itu-t-x-suppl-901-09-2011.yaml": record("ITU-T X Suppl. 901 (09/2011)", at="2011-09-02", stage="Published",
        doctype="recommendation-supplement"),
    "itu-r-sm-9001-0.yaml": record("ITU-R SM.9001-0", at="2011-01",
        page="https://www.itu.int/dms_pubrec/itu-r/rec/sm/R-REC-SM.9001-0-200305-S!!PDF-E.pdf"),
    "itu-r-sm-9001-1.yaml": record("ITU-R SM.9001-1", at="2015-06",
        page="https://www.itu.int/dms_pubrec/itu-r/rec/sm/R-REC-SM.9001-1-201505-I!!PDF-E.pdf"),
    "itu-r-sm-9501-1.yaml": record("ITU-R SM.9501-1", at="2012-03", doctype="technical-report",
        page="http://www.itu.int/dms_pub/itu-r/opb/rep/R-REP-SM.9501-1-2011-PDF-E.pdf"),
    "itu-r-901-2-5.yaml": record("ITU-R 901-2/5:", at="2012-01", doctype="question"),
    "itu-r-r-66-1.yaml": record("ITU-R R.66-1", at="2019-11", doctype="resolution",
        page="http://www.itu.int/dms_pub/itu-r/opb/res/R-RES-R.66-1-2019-PDF-E.pdf"),
    "itu-r-91-hdb.yaml": record("ITU-R 91.HDB", at="2009-06", doctype="handbook",
        page="http://www.itu.int/dms_pub/itu-r/opb/hdb/R-HDB-91-2005-PDF-E.pdf"),
}  # fmt: skip
"""Every sort of record, by the name of its file."""


def folder_of(place: Path, records: Mapping[str, bytes] = LINE) -> Path:
    """A folder with records, and nothing else in it."""
    place.mkdir(parents=True, exist_ok=True)
    for old in place.glob("*.yaml"):
        old.unlink()
    for name, data in records.items():
        (place / name).write_bytes(data)
    return place


def tar_of(file: Path, records: Mapping[str, bytes] = LINE, mode: str = "w:xz") -> Path:
    """An archive as the publisher makes it, with a folder and an index beside the records."""
    with tarfile.open(file, mode) as archive:
        for name, data in {"index-v2.yaml": b"- id: x\n", **records}.items():
            member = tarfile.TarInfo(f"relaton-data/data/{name}")
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return file


def zip_of(file: Path, records: Mapping[str, bytes] = LINE) -> Path:
    """The same as a zip file."""
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in records.items():
            archive.writestr(f"relaton-data/data/{name}", data)
    return file
