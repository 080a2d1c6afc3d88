"""The words of comments in every language that findings are told in."""

import re
from dataclasses import asdict

import pytest
import yaml

from graph_service.checking.telling import languages
from graph_service.correcting.remarks import FILE, load_words
from graph_service.errors import ProblemError


def test_every_language_of_messages_has_all_words():
    raw = yaml.safe_load(FILE.read_text("utf-8"))
    assert set(raw) == set(languages())
    for lang, words in raw.items():
        assert list(words) == list(raw["en"]), lang
        assert list(words["reasons"]) == list(raw["en"]["reasons"]), lang
        fields = {key: re.findall(r"\{\w+\}", value) for key, value in words.items() if key != "reasons"}
        assert fields == {key: re.findall(r"\{\w+\}", value) for key, value in raw["en"].items() if key != "reasons"}


def test_every_reason_is_given_by_the_code_and_no_other():
    code = "".join(file.read_text("utf-8") for file in FILE.parent.glob("*.py"))
    for key in load_words("en").reasons:
        assert f'"{key}"' in code


def test_a_language_without_words_is_told_in_english():
    assert asdict(load_words("xx")) == asdict(load_words("en"))


def test_a_wrong_file_is_named(tmp_path):
    file = tmp_path / "words.yaml"
    file.write_text("en: {proposed: x}", "utf-8")
    with pytest.raises(ProblemError) as error:
        load_words("en", file)
    assert error.value.problem.where == "words.yaml"
