"""Things are called in the reader's language, and cited as texts in a language cite them."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from graph_service.analysing.loading import load_snapshot
from graph_service.analysing.snapshot import Snapshot
from graph_service.graph.engine import open_engine
from graph_service.lexicon.lexicon import Lexicon
from graph_service.names.iri import THINGS
from graph_service.register.register import Register
from graph_service.web.naming import Namer


@pytest.fixture(scope="module")
def snapshot(store: Path) -> Snapshot:
    engine = open_engine(store, read_only=True)
    try:
        return load_snapshot(engine)
    finally:
        engine.close()


def namer(lang: str, register: Register, lexicons: Mapping[str, Lexicon], snapshot: Snapshot) -> Namer:
    return Namer(lang=lang, register=register, lexicons=lexicons, snapshot=snapshot)


@pytest.mark.parametrize(
    ("lang", "path", "name"),
    [
        ("en", "pp/res/197/pp-18", "PP Resolution 197 (Rev. Dubai, 2018)"),
        ("fr", "pp/res/197/pp-18", "PP, Résolution 197 (Rév. Dubaï, 2018)"),
        ("es", "pp/res/197", "CP, Resolución 197"),
        ("ru", "wtdc/res/37/wtdc-17", "ВКРЭ, Резолюция 37 (Пересм. Буэнос-Айрес, 2017 г.)"),
        ("zh", "pp/res/197", "PP 第197号决议"),
        ("ar", "pp/res/197", "PP، القرار 197"),
        ("fr", "conf/pp-18", "Conférence de plénipotentiaires (Dubaï, 2018)"),
        ("ar", "body/pp", "مؤتمر المندوبين المفوضين"),
        ("zh", "clause/recalls", "忆及"),
        ("en", "cs", "Constitution"),
        ("fr", "programme/connect-2030", "Programme Connect 2030"),
        ("es", "source/pp18-final-acts.akn.xml", "pp18-final-acts.akn.xml"),
    ],
)
def test_a_thing_is_named_in_the_language(
    register: Register, lexicons: Mapping[str, Lexicon], snapshot: Snapshot, lang: str, path: str, name: str
) -> None:
    assert namer(lang, register, lexicons, snapshot).of(THINGS + path) == name


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "Resolution 197 (Rev. Dubai, 2018) of the Plenipotentiary Conference"),
        ("fr", "Résolution 197 (Rév. Dubaï, 2018) de la Conférence de plénipotentiaires"),
        ("es", "Resolución 197 (Rev. Dubái, 2018) de la Conferencia de Plenipotenciarios"),
        ("ru", "Резолюция 197 (Пересм. Дубай, 2018 г.) Полномочной конференции"),
        ("ar", "القرار 197 (المراجَع في دبي، 2018) لمؤتمر المندوبين المفوضين"),
    ],
)
def test_an_edition_is_cited_as_texts_of_the_language_do(
    register: Register, lexicons: Mapping[str, Lexicon], snapshot: Snapshot, lang: str, words: str
) -> None:
    assert namer(lang, register, lexicons, snapshot).cited(THINGS + "pp/res/197/pp-18") == words
