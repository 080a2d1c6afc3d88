"""``itugraph validate``: the same words by both validators, exit code 1 and the node where a rule is broken."""

import json
import shutil

from pyoxigraph import Store

FAULT = """
PREFIX itu: <https://w3id.org/itu-xref/ont#>
PREFIX id: <https://w3id.org/itu-xref/id/>
INSERT DATA { <https://w3id.org/itu-xref/id/pp/res/197/pp-18> itu:cites <https://w3id.org/itu-xref/id/pp/res/41/pp-18> }
"""


def test_both_validators_print_the_same(itugraph, store):
    fast, reference = (
        itugraph("validate", "--store", store, "--format", "json", *more) for more in ((), ("--reference",))
    )
    assert fast.code == reference.code == 0
    assert json.loads(fast.out) == json.loads(reference.out)
    assert "conforms" in fast.err


def test_a_broken_rule_names_the_node_and_the_mend(itugraph, store, tmp_path):
    copy = tmp_path / "store"
    shutil.copytree(store, copy)
    opened = Store(str(copy))
    opened.update(FAULT)
    opened.flush()
    del opened
    table = itugraph("validate", "--store", str(copy))
    assert table.code == 1
    assert "EdgeHasCitation" in table.out
    (row,) = json.loads(itugraph("validate", "--store", str(copy), "--format", "json").out)["results"]
    assert row["node"].endswith("pp/res/197/pp-18")
    assert "state the citation or take the edge away" in row["message"]
