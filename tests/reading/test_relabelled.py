"""Lists whose labels tell what was struck, put in, or numbered anew."""

import pytest

from graph_service.reading.changes import Changes, view

HEAD = "The Plenipotentiary Conference (Dubai, 2018),\nrecalling\n"
LISTS = {
    "one item struck": (
        "a)\tone;\nb)\ttwo;\nc)\tthree;\ndc)\tfour;\ned)\tfive,",
        ["a)\tone;", "b)\ttwo;", "c)\tfour;", "d)\tfive,"],
        ["a)\tone;", "b)\ttwo;", "c)\tthree;", "d)\tfour;", "e)\tfive,"],
    ),
    "two items struck": (
        "a)\tone;\nb)\ttwo;\nc)\tthree;\ndb)\tfour,",
        ["a)\tone;", "b)\tfour,"],
        ["a)\tone;", "b)\ttwo;", "c)\tthree;", "d)\tfour,"],
    ),
    "one item put in": (
        "a)\tone;\nb)\ttwo;\nbc)\tthree;\ncd)\tfour,",
        ["a)\tone;", "b)\ttwo;", "c)\tthree;", "d)\tfour,"],
        ["a)\tone;", "b)\tthree;", "c)\tfour,"],
    ),
    "numbers": (
        "1\tone;\n2\ttwo;\n32\tthree;\n43\tfour,",
        ["1\tone;", "2\tthree;", "3\tfour,"],
        ["1\tone;", "2\ttwo;", "3\tthree;", "4\tfour,"],
    ),
    "Arabic letters": (
        " أ )\tواحد؛\nب)\tاثنان؛\nجب)\tثلاثة،",
        [" أ )\tواحد؛", "ب)\tثلاثة،"],
        [" أ )\tواحد؛", "ب)\tاثنان؛", "ج)\tثلاثة،"],
    ),
    "the list grew at its end": (
        "1\tone;\n2\ttwo,;\n3\tthree;\n4\tfour,",
        ["1\tone;", "2\ttwo;", "3\tthree;", "4\tfour,"],
        ["1\tone;", "2\ttwo,"],
    ),
    "the list lost its end": (
        "1\tone;\n2\ttwo;,\n3\tthree,",
        ["1\tone;", "2\ttwo,"],
        ["1\tone;", "2\ttwo;", "3\tthree,"],
    ),
    "nothing changed": ("a)\tone;\nb)\ttwo,", ["a)\tone;", "b)\ttwo,"], ["a)\tone;", "b)\ttwo,"]),
    "twelve items": (
        "\n".join(f"{n}\tx;" for n in range(1, 13)),
        [f"{n}\tx;" for n in range(1, 13)],
        [f"{n}\tx;" for n in range(1, 13)],
    ),
}


def lines(document, changes):
    return [text for one in document.paragraphs[2:] if (text := view(one, changes).text)]


@pytest.mark.parametrize("text, final, original", LISTS.values(), ids=LISTS.keys())
def test_lists(read, text, final, original):
    document = read(HEAD + text)
    assert lines(document, Changes.FINAL) == final
    assert lines(document, Changes.ORIGINAL) == original


def test_the_address_counts_what_stands(read):
    paragraphs = read(HEAD + "a)\tone;\nb)\ttwo;\ncb)\tthree,").paragraphs[2:]
    assert [one.regions[0].part for one in paragraphs] == ["recalls.1", "recalls.2", "recalls.2"]


def test_a_struck_list_begins_anew_under_the_next_clause(read):
    document = read(HEAD + "a)\tone;\nba)\ttwo,\nnoting\na)\tthree;\nb)\tfour,")
    assert lines(document, Changes.FINAL)[-2:] == ["a)\tthree;", "b)\tfour,"]


def test_one_number_alone_tells_nothing(read):
    document = read(HEAD + "1\tone;\n21\ttwenty-one,")
    assert lines(document, Changes.FINAL) == ["1\tone;", "21\ttwenty-one,"]


def test_a_long_list_is_read_in_time(read):
    document = read(HEAD + "\n".join(f"{number}\titem;" for number in range(1, 3000)))
    assert not any(one.changes for one in document.paragraphs)
