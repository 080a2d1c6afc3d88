"""Clauses, items, annexes and footnotes run into the end of a paragraph, as conversions leave them."""

import pytest

HEAD = "The Plenipotentiary Conference (Dubai, 2018),\n"
RUN_IN = {
    "a heading at the end of the last item": (
        "recognizing\na)\tthat trees grow;\nb)\tthat they shade, having noted\na)\tResolution 7;",
        [("recognizes.2", "b)\tthat they shade, "), ("notes", "having noted")],
        2,
    ),
    "a verb with who is addressed": (
        "resolves\n1\tto plant;\n2\tto water, instructs the Director of the Bureau\n1\tto report;",
        [("resolves.2", "2\tto water, "), ("instructs", "instructs the Director of the Bureau")],
        2,
    ),
    "a verb with all it governs": (
        "resolves\nto plant trees, invites all members to help, encourages towns to follow.",
        [
            ("resolves.1", "to plant trees, "),
            ("invites.1", "invites all members to help, "),
            ("encourages.1", "encourages towns to follow."),
        ],
        1,
    ),
    "a list with its items": (
        "noting\nthe report, resolves to instruct the Secretary-General 1 to plant; 2 to water, in particular; 3 to report,",
        [
            ("notes.1", "the report, "),
            ("resolves", "resolves to instruct the Secretary-General "),
            ("resolves.1", "1 to plant; "),
            ("resolves.2", "2 to water, in particular; "),
            ("resolves.3", "3 to report,"),
        ],
        1,
    ),
    "an annex in capitals": (
        "resolves\nto update the annex as needed. ANNEX TO RESOLUTION 34 (REV. DUBAI, 2018) Atlantis The island sank.",
        [
            ("resolves.1", "to update the annex as needed. "),
            ("annex-1", "ANNEX TO RESOLUTION 34 (REV. DUBAI, 2018) Atlantis The island sank."),
        ],
        1,
    ),
    "a footnote under a rule": (
        "noting\nthe trees1 of the towns; __________ 1 These include oaks.",
        [("notes.1", "the trees1 of the towns; "), ("footnote-1", "__________ 1 These include oaks.")],
        1,
    ),
    "a footnote in brackets": (
        "noting\nthe trees [footnote: These include oaks.] of the towns;",
        [("notes.1", "the trees "), ("footnote-1", "[footnote: These include oaks.]"), ("notes.1", " of the towns;")],
        1,
    ),
}


@pytest.mark.parametrize("text, regions, line", RUN_IN.values(), ids=RUN_IN.keys())
def test_what_is_run_in_is_a_region_of_its_own(read, text, regions, line):
    paragraph = read(HEAD + text).paragraphs[1 + line]
    assert [(one.part, paragraph.text[one.start : one.end]) for one in paragraph.regions] == regions


LEFT = {
    "a participle in a sentence": "resolves\nto plant trees, taking into account the views of towns, recognizing that space is scarce;",
    "a reference to another text's clause": "noting\nResolution 5 and, in particular, instructs the Director thereof, on shade;",
    "a reference to a clause above": "resolves\nto act, bearing in mind recognizing c) above;",
    "a verb of a list that goes on": "noting\na)\tthat the forum, in its report, recommends that towns plant trees;\nb)\tthe rest,",
}


@pytest.mark.parametrize("text", LEFT.values(), ids=LEFT.keys())
def test_what_only_looks_like_a_clause_opens_none(read, text):
    for paragraph in read(HEAD + text).paragraphs[2:]:
        assert len(paragraph.regions) == 1
