"""Update text: what looks like SPARQL inside a literal stays a literal."""

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store

from graph_service.graph.inserting import clear_and_insert, delete_data, insert_data

A, G = NamedNode("http://example.org/a"), NamedNode("http://example.org/g")
NASTY = Literal('"} ; DROP ALL #\n\\\t\u0085 end')


def test_quads_go_where_they_belong() -> None:
    quads = {Quad(A, A, A), Quad(A, A, NASTY, G), Quad(A, A, Literal("x", language="fr"))}
    store = Store()
    store.update(insert_data(quads))
    assert set(store) == quads


def test_nothing_is_inserted_for_nothing() -> None:
    store = Store()
    store.update(insert_data([]))
    store.update(clear_and_insert(G, []))
    assert list(store) == []


def test_many_quads_are_shared_out_over_blocks_and_operations() -> None:
    quads = {Quad(A, A, Literal(str(number)), G) for number in range(12_345)} | {Quad(A, A, A)}
    text, store = insert_data(quads), Store()
    assert text.count("INSERT DATA") == 3
    assert max(block.count("\n") for block in text.split("GRAPH")) < 1010
    store.update(text)
    assert set(store) == quads
    store.update(delete_data(quads))
    assert set(store) == set()


def test_a_blank_node_stays_one_over_all_blocks() -> None:
    node, store = BlankNode("b"), Store()
    store.update(insert_data(Quad(node, A, Literal(str(number)), G) for number in range(12_345)))
    assert len({quad.subject for quad in store}) == 1
