from graph_service.reading.items import Items
from graph_service.reading.labels import read_label

LETTERS = ("abcdefghijklmnopqrstuvwxyz",)


def counted(*labels):
    items = Items()
    counts = []
    for label in labels:
        items.step(read_label(f"{label} x", LETTERS) if label else None)
        counts.append(items.count)
    return counts


def test_items_are_counted_in_order():
    assert counted("a)", "b)", "c)") == [1, 2, 3]
    assert counted("a)", "b)", "f)") == [1, 2, 3]
    assert counted("b)", "b)bis", "c)") == [1, 2, 3]


def test_what_is_under_an_item_belongs_to_it():
    assert counted("1", "a)", "b)", "2", "a)") == [1, 1, 1, 2, 2]
    assert counted("1", "1.1", "1.2", "2") == [1, 1, 1, 2]
    assert counted("a)", None, "b)") == [1, 1, 2]


def test_paragraphs_without_labels_are_items():
    assert counted(None, None) == [1, 2]


def test_items_run_into_one_paragraph_begin_with_the_next_label():
    items = Items()
    text = "1 to plant 3 trees; 2 to water; 4 weeks later; 3 to rest,"
    items.step(read_label(text, LETTERS))
    assert [text[place:][:7] for place in items.run_in(text, 2, len(text), LETTERS)] == ["2 to wa", "3 to re"]
    assert items.count == 3
