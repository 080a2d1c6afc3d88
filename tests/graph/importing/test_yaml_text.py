"""YAML is read the same by the fast parser and the strict one, and what is no YAML by neither."""

import pytest

from graph_service.graph.importing import yaml_text
from graph_service.graph.importing.yaml_text import NotYamlError, decoded, is_special, parse_yaml

SAME = [
    "a: x\nb:\n- 1\n- c: y\n",
    "a: '2004-10-14'\n",
    'a: "x: y"\n',
    "a: >\n  folded\n  text\n",
    "a:\n",
    "---\na: é\n",
]


@pytest.mark.parametrize("text", SAME)
def test_both_parsers_say_the_same(text):
    assert parse_yaml(text) == yaml_text._strictly(text)


@pytest.mark.parametrize("text", ["a: &x 1\n", "a: *x\n", "a: !tag 1\n", "- !x\n", "&x a: 1\n"])
def test_tags_anchors_and_aliases_are_seen(text):
    assert is_special(text)


@pytest.mark.parametrize("text", ["a: this & that\n", "a: 2 * 3\n", "a: https://x/y!z\n", "a: now!\n"])
def test_signs_within_words_are_none(text):
    assert not is_special(text)


def test_a_byte_order_mark_is_no_part_of_the_text():
    assert decoded(b"\xef\xbb\xbfa: 1") == "a: 1"


def test_a_control_character_is_named_by_its_line():
    with pytest.raises(NotYamlError, match="line 2"):
        decoded(b"a: 1\nb: \x07\n")
