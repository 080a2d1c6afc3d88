"""Paths of things: built and parsed in one place, each other's inverse, as the design lays them down."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.names.edition import Edition
from graph_service.names.instrument import Instrument
from graph_service.names.iri import NotAPathError, edition_path, instrument_path, parse, parse_instrument
from graph_service.names.kind import Kind

PROMISED = [
    ("pp/res/197", Kind.RESOLUTION, "PP", "197", None),
    ("cs/no/118", Kind.PROVISION, "CS", "No. 118", None),
    ("cs/art/21", Kind.PROVISION, "CS", "Art. 21", None),
    ("rr/app/30B", Kind.PROVISION, "RR", "App. 30B", None),
    ("itu-t/rec/Y.4000", Kind.RECOMMENDATION, "ITU-T", "Y.4000", None),
    ("itu-r/rec/M.2083", Kind.RECOMMENDATION, "ITU-R", "M.2083", None),
    ("itu-r/q/229/5", Kind.QUESTION, "ITU-R", "229/5", None),
    ("itu-d/q/2018-2021/1-2", Kind.QUESTION, "ITU-D", "1/2", "2018-2021"),
    ("ra/res/66", Kind.RESOLUTION, "RA", "66", None),
    ("council/res/1333", Kind.RESOLUTION, "Council", "1333", None),
    ("pp-89/res/2", Kind.RESOLUTION, "PP", "2", "pp-89"),
    ("unga/res/70-1", Kind.RESOLUTION, "UNGA", "70/1", None),
    ("programme/connect-2030", Kind.PROGRAMME, "", "connect-2030", None),
    ("plan/2020-2023/objective/D.2", Kind.OBJECTIVE, "ITU-D", "D.2", "2020-2023"),
]
EDITIONS = [
    ("pp/res/197/pp-18", "pp-18"),
    ("itu-t/rec/Y.4000/2012-06/amd-1", "2012-06/amd-1"),
    ("itu-r/rec/M.2083/0", "0"),
    ("ra/res/66/ra-19", "ra-19"),
    ("council/res/1333/2016", "2016"),
    ("pp/res/197/unresolved/Nairobi-1982", "unresolved/Nairobi-1982"),
]


@pytest.mark.parametrize(("path", "kind", "body", "number", "numbering"), PROMISED)
def test_instrument_has_the_promised_path(path, kind, body, number, numbering):
    instrument = Instrument(kind=kind, body=body, number=number, numbering=numbering)
    assert instrument_path(instrument) == path
    assert parse_instrument(path) == instrument


@pytest.mark.parametrize(("path", "key"), EDITIONS)
def test_edition_path_reads_back(path, key):
    edition = parse(path)
    assert isinstance(edition, Edition)
    assert edition.key == key
    assert edition_path(edition) == path


@pytest.mark.parametrize(
    "path", ["", "pp", "pp/res", "pp/res/", "/pp/res/1", "pp/nonsense/1", "itu-r/q/229", "x/y/z/w"]
)
def test_other_paths_are_refused(path):
    with pytest.raises(NotAPathError) as refused:
        parse_instrument(path)
    assert repr(path) in str(refused.value)


@given(
    st.sampled_from([Kind.RESOLUTION, Kind.DECISION, Kind.OPINION, Kind.REPORT]),
    st.sampled_from(["PP", "WTDC", "WTSA", "RA", "WRC", "Council", "ITU-R"]),
    st.integers(1, 9999),
    st.sampled_from(["", "/pp-18", "/2016", "/unresolved/Nice-1989"]),
)
def test_every_numbered_text_reads_back(kind, body, number, key):
    instrument = Instrument(kind=kind, body=body, number=str(number))
    path = instrument_path(instrument) + key
    found = parse(path)
    assert (edition_path(found) if isinstance(found, Edition) else instrument_path(found)) == path
    assert path.isascii()
