"""All real records: read as PyYAML reads them, named as `identify` names them, every one imported, none twice."""

import tarfile

import pytest
import yaml

from graph_service.graph.importing import naming
from graph_service.graph.importing.naming import Namer
from graph_service.graph.importing.prepared import prepare
from graph_service.graph.importing.record import RecordReader
from graph_service.graph.iris import named
from graph_service.names.iri import edition_path, parse
from tests.evaluate.conftest import SHARED

ARCHIVES = sorted((SHARED / "corpus").glob("relaton-data-itu-*.tar.xz"))
SAMPLE = 23


@pytest.fixture(scope="module")
def files():
    with tarfile.open(ARCHIVES[-1]) as archive:
        members = [member for member in archive if "/data/" in member.name and member.name.endswith(".yaml")]
        return [(member.name.rpartition("/")[2], archive.extractfile(member).read()) for member in members]


@pytest.fixture(scope="module")
def records(files):
    reader = RecordReader()
    return [reader.read(data, name) for name, data in files]


def test_records_are_read_as_the_strict_parser_reads_them(files, records):
    for (name, data), ours in list(zip(files, records, strict=True))[::SAMPLE]:
        plain = yaml.load(data, Loader=yaml.CSafeLoader)
        again = RecordReader().read(yaml.safe_dump(plain, allow_unicode=True).encode(), name)
        assert again == ours, name


def test_what_is_read_at_once_is_named_as_by_identify(records, register, lexicons):
    namer = Namer(register, lexicons)
    for record in records[::SAMPLE]:
        at_once = naming._standardization(record.docid) or naming._radio(record.docid, record.doctype)
        assert at_once is None or at_once == namer._identified(record.docid, record.doctype), record.docid


def test_every_record_is_an_edition_of_its_own(records, register, lexicons):
    namer = Namer(register, lexicons)
    batch = prepare([(record, namer.name(record.docid, record.doctype)) for record in records], namer, register)
    assert batch.refused == ()
    editions = [one.edition for one in batch.prepared]
    assert len(editions) == len(set(editions)) == len(records)
    for edition in editions:
        path = edition_path(edition)
        assert named(edition).value.endswith(f"/id/{path}"), path
        assert parse(path) == edition
