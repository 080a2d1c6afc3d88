"""A store is named by a folder or an address."""

import pytest

from graph_service.graph.store_name import is_remote


@pytest.mark.parametrize(
    ("store", "expected"),
    [("http://127.0.0.1:1/sparql", True), ("https://a:b@x/q,https://x/u", True), ("store", False)],
)
def test_an_address_is_told_from_a_folder(store: str, *, expected: bool) -> None:
    assert is_remote(store) is expected
