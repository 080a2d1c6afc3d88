"""Relations are cut out of a record's text where they stand in a plain list, and only there."""

import pytest
import yaml

from graph_service.graph.importing.record_text import cut
from tests.graph.importing.composed import LINE

HEAD = "a: 1\nrelation:\n- type: x\n  b: 1\n- type: y\n  b:\n  - c\n"


@pytest.mark.parametrize("text", [HEAD, f"{HEAD}z: 2\n", LINE["itu-t-x-9001-03-2010.yaml"].decode()])
def test_the_parts_say_what_the_whole_says(text):
    parts = cut(text)
    whole = yaml.safe_load(text)
    assert parts is not None
    assert [yaml.safe_load(item)[0] for item in parts.items] == whole["relation"]
    assert yaml.safe_load(parts.rest) == {name: value for name, value in whole.items() if name != "relation"}


def test_a_text_without_relations_is_its_own_rest():
    parts = cut("a: 1\n")
    assert parts is not None
    assert (parts.rest, parts.items) == ("a: 1\n", ())


@pytest.mark.parametrize(
    "text",
    ["a: 1\nrelation: [x]\n", "a: 1\nrelation:\n  - type: x\n", f"{HEAD}relation:\n- type: z\n", "a: 1\nrelation: x\n"],
    ids=["flow", "indented", "twice", "no list"],
)
def test_anything_else_is_not_cut(text):
    assert cut(text) is None
