"""IRIs, paths, other spellings of paths, and what people write, become the thing that they name."""

import pytest

from graph_service.citing.naming import alias_of, named, named_thing, nearest, path_in
from graph_service.errors import Code, ProblemError
from graph_service.names.edition import Edition
from graph_service.names.iri import THINGS, edition_path, instrument_path


def path_of(thing):
    return edition_path(thing) if isinstance(thing, Edition) else instrument_path(thing)


NAMED = [
    (f"{THINGS}pp/res/197", "pp/res/197"), (f"{THINGS}pp/res/197/pp-18", "pp/res/197/pp-18"),
    ("http://localhost:8000/id/pp/res/197.ttl", "pp/res/197"), ("http://localhost:8000/doc/pp/res/197/pp-18.html?at=pp-18#x", "pp/res/197/pp-18"),
    ("/id/pp/res/197", "pp/res/197"), ("pp/res/197", "pp/res/197"), ("pp/res/197/", "pp/res/197"), ("pp/resolution/197", "pp/res/197"),
    ("PP/Res/197", "pp/res/197"), ("res/197", "pp/res/197"), ("pp/res/197/2018", "pp/res/197/pp-18"), ("pp/res/197/dubai-2018", "pp/res/197/pp-18"),
    ("itu-t/rec/Y.4000/2012-06", "itu-t/rec/Y.4000/2012-06"), ("itu-t/rec/y.4000", "itu-t/rec/Y.4000"), ("itu-r/rec/m.2083-0", "itu-r/rec/M.2083/0"),
    ("itu-r/q/229-5/5", "itu-r/q/229/5/5"), ("itu-d/q/2018-2021/1-2", "itu-d/q/2018-2021/1-2"), ("unga/res/70/1", "unga/res/70-1"),
    ("constitution/article/21", "cs/art/21"), ("cs/no/118", "cs/no/118"), ("pp-89/res/2", "pp-89/res/2"), ("council/res/1333/2016", "council/res/1333/2016"),
    ("programme/connect-2030", "programme/connect-2030"), ("plan/2020-2023/objective/D.2", "plan/2020-2023/objective/D.2"),
    ("PP Res. 197", "pp/res/197"), ("Rés. 71 (Rév. Dubaï, 2018)", "pp/res/71/pp-18"), ("Y.4000/Y.2060", "itu-t/rec/Y.4000"), ("A/RES/70/1", "unga/res/70-1"),
    ("Connect 2030", "programme/connect-2030"), ("ITU-T G.989.2 (2013) Amd. 1 (04/2016)", "itu-t/rec/G.989.2/2013/amd-1"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "path"), NAMED)
def test_a_thing_is_named(text, path, register, lexicons):
    assert path_of(named(text, register, lexicons)) == path


@pytest.mark.parametrize(("text", "path"), NAMED)
def test_its_path_names_it_again(text, path, register, lexicons):
    assert named(path, register, lexicons) == named(text, register, lexicons)


@pytest.mark.parametrize(
    ("path", "canonical"),
    [
        ("pp/resolution/197", "pp/res/197"), ("pp/resolutions/197/pp-18", "pp/res/197/pp-18"), ("PP/res/197", "pp/res/197"),
        ("pp/decision/5", "pp/dec/5"), ("wtpf/opinion/2", "wtpf/op/2"), ("itu-t/recommendation/X.509", "itu-t/rec/X.509"),
        ("itu-t/rec/v.22bis", "itu-t/rec/V.22bis"), ("itu-t/rec/h.imp323", "itu-t/rec/H.Imp323"), ("itut/rec/G.711", "itu-t/rec/G.711"),
        ("itu-r/report/M.2410-0", "itu-r/rep/M.2410/0"), ("itu-r/rec/BO.600-1", "itu-r/rec/BO.600/1"), ("itu-r/q/229-5/5", "itu-r/q/229/5/5"),
        ("itu-d/question/1/1", "itu-d/q/1-1"), ("rr/appendix/30b", "rr/app/30B"), ("constitution/number/118", "cs/no/118"),
        ("cv/article/17", "cv/art/17"), ("unga/resolution/70/1", "unga/res/70-1"), ("conference/PP-18", "conf/pp-18"), ("body/PP", "body/pp"),
    ],
)  # fmt: skip
def test_another_spelling_is_an_alias(path, canonical):
    assert alias_of(path) == canonical
    assert alias_of(canonical) is None


@pytest.mark.parametrize(
    "path", ["pp/res/197", "itu-t/rec/Y.4000/2012-06", "nothing", "nothing/of/the/kind", "", "res/50", "res/197"]
)
def test_a_canonical_path_and_no_path_have_no_alias(path):
    assert alias_of(path) is None


def test_a_path_without_body_is_an_alias_where_one_text_has_it(register):
    assert alias_of("res/197", register) == "pp/res/197"
    assert alias_of("resolution/197", register) == "pp/res/197"
    assert alias_of("res/50", register) is None


@pytest.mark.parametrize("text", ["res/50", "resolution/50", "Res. 50", "第50号决议"])
def test_an_ambiguous_name_gives_the_choices(text, register, lexicons):
    with pytest.raises(ProblemError) as caught:
        named(text, register, lexicons)
    assert caught.value.problem.code is Code.AMBIGUOUS
    assert {"wtdc/res/50", "wtsa/res/50"} <= set(caught.value.problem.choices)


@pytest.mark.parametrize(
    "text", ["blah blah", "70/1", "foo/res/5", "programme/foo", "conf/pp-19", "ISO 9001", "WTSA-21", ""]
)
def test_what_names_nothing_is_not_found(text, register, lexicons):
    for name in (named, named_thing):
        with pytest.raises(ProblemError) as caught:
            name(text, register, lexicons)
        assert caught.value.problem.code is Code.NOT_FOUND


@pytest.mark.parametrize(
    ("text", "near"),
    [("Connect 2031", "Connect 2030"), ("PP Resolution 19x", "PP Resolution 197"), ("Tunis Agend", "Tunis Agenda")],
)
def test_the_nearest_names_are_offered(text, near, register, lexicons):
    assert near in nearest(text, register)
    with pytest.raises(ProblemError) as caught:
        named(text, register, lexicons)
    assert near in caught.value.problem.choices


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("PP-18", "conf/pp-18"), ("WTSA-20", "conf/wtsa-20"), ("WTSA 2022", "conf/wtsa-20"), ("WRC 2019", "conf/wrc-19"), ("conf/pp-18", "conf/pp-18"),
        (f"{THINGS}conf/pp-18", "conf/pp-18"), ("ВКРЭ-22", "conf/wtdc-22"), ("AMNT-16", "conf/wtsa-16"), ("WTDC (Kigali, 2022)", "conf/wtdc-22"),
        ("Plenipotentiary Conference (Dubai, 2018)", "conf/pp-18"), ("Conférence de plénipotentiaires (Dubaï, 2018)", "conf/pp-18"),
        ("PP", "body/pp"), ("body/pp", "body/pp"), ("the Radiocommunication Assembly", "body/ra"), ("Council", "body/council"), ("CCITT", "body/ccitt"),
        ("Conférence mondiale des radiocommunications", "body/wrc"), ("全权代表大会", "body/pp"), ("مؤتمر المندوبين المفوضين", "body/pp"),
        ("ITU-T", "sector/itu-t"), ("sector/itu-d", "sector/itu-d"), ("CS", "cs"), ("Radio Regulations", "rr"), ("Устав", "cs"), ("ITU", "body/itu"),
        ("Connect 2030", "programme/connect-2030"), ("PP Res. 197", "pp/res/197"), ("pp/resolution/197", "pp/res/197"), ("CS 118", "cs/no/118"),
    ],
)  # fmt: skip
def test_bodies_and_conferences_are_named_too(text, path, register, lexicons):
    assert named_thing(text, register, lexicons) == path


def test_every_conference_is_named_by_its_id_and_path(register, lexicons):
    for conference in register.conferences:
        assert named_thing(f"conf/{conference}", register, lexicons) == f"conf/{conference}"
        assert named_thing(conference.upper(), register, lexicons) == f"conf/{conference}"


def test_every_body_is_named_by_its_names_in_each_language(register, lexicons):
    wrong = [
        (name.form, found)
        for name in register.names_of_kind("body")
        if (found := named_thing(name.form, register, lexicons)) != named_thing(name.subject, register, lexicons)
    ]
    assert wrong == []


def test_every_line_of_the_register_is_named_by_its_path_and_by_its_words(register, lexicons):
    for instrument in register.lines:
        path = instrument_path(instrument)
        assert named(path, register, lexicons) == instrument
        if instrument.numbering is None:
            assert named(str(instrument), register, lexicons) == instrument


@pytest.mark.parametrize(
    ("text", "path"),
    [("pp/res/197", "pp/res/197"), ("PP Res. 197", None), ("70/1", None), ("https://example.org/x", None)],
)
def test_words_and_paths_are_told_apart(text, path):
    assert path_in(text) == path
