"""Findings become replacements: in the words as they stand, without touching what is struck."""

import re

import pytest

from graph_service.correcting.edits import edited, edits_of, final
from graph_service.correcting.remarks import refused
from graph_service.reading.changes import Changes, view

# the text with struck words in [-...-] and inserted ones in [+...+], find, fix, the same text after
CASES = [
    ("see Resolution 64 (Busan, 2014) here", "Resolution 64 (Busan, 2014)", "Resolution 64 (Rev. Dubai, 2018)", "see Resolution 64 (Rev. Dubai, 2018) here"),
    ("see Res. 98 ([-Hammamet, 2016-][+Genève, 2022+])", "Res. 98 (Hammamet, 2016Genève, 2022)", "Res. 98 (Rév. Genève, 2022)", "see Res. 98 ([-Hammamet, 2016-]Rév. [+Genève, 2022+])"),
    ("第98号决议（[-2016年，哈马马特-][+2022年，日内瓦+]）", "第98号决议（2016年，哈马马特2022年，日内瓦）", "第98号决议（2022年，日内瓦，修订版）", "第98号决议（[-2016年，哈马马特-][+2022年，日内瓦+]，修订版）"),
    ("Res. 64 (Bu[-xx-]san, 2014)", "Res. 64 (Buxxsan, 2014)", "Res. 64 (Dubai, 2018)", "Res. 64 ([-xx-]Dubai, 2018)"),
]  # fmt: skip


def source_of(marked: str) -> str:
    for sign, tag in (("[-", "<del>"), ("-]", "</del>"), ("[+", "<ins>"), ("+]", "</ins>")):
        marked = marked.replace(sign, tag)
    return f"<html><body><p>{marked}</p></body></html>"


def plain(marked: str) -> str:
    return re.sub(r"\[[-+]|[-+]\]", "", marked)


@pytest.mark.parametrize(("marked", "find", "fix", "after"), CASES)
def test_the_words_as_they_stand_are_changed(bench, marked, find, fix, after):
    checked = bench.checked(source_of(marked).encode(), [{"find": find, "text": fix}], "a.html")
    edits = edits_of(checked)
    paragraph = checked.documents[0].paragraphs[0]
    assert edited(paragraph, edits.replacements) == plain(after)
    assert (
        final(paragraph, edits.replacements)
        == view(bench.checked(source_of(after).encode(), [], "a.html").documents[0].paragraphs[0], Changes.FINAL).text
    )
    struck = [(change.start, change.end) for change in paragraph.changes if change.change == "struck"]
    assert not [
        1 for one in edits.replacements for cut in one.cut for span in struck if cut[0] < span[1] and span[0] < cut[1]
    ]


def test_two_findings_of_the_same_words_share_their_replacement_and_their_fate(bench):
    data = b"see Resolutions 64 and 65 (Busan, 2014)\n"
    fixes = [
        {"find": "Resolutions 64 and 65 (Busan, 2014)", "text": "Resolutions 64 and 65 (Rev. Dubai, 2018)"},
        {"find": "65 (Busan, 2014)", "text": "65 (Rev. Dubai, 2018)", "rule": "overtaken-since"},
    ]
    edits = edits_of(bench.checked(data, fixes, "a.txt"))
    assert len(edits.replacements) == 2
    assert len(edits.applied) == 2
    left = edits.without([refused(edits.applied[1], "1", "field")])
    assert left.replacements == ()
    assert {one.id for one in left.refused} == set(edits.applied)


def test_words_that_read_so_already_are_said(bench):
    edits = edits_of(
        bench.checked(b"see Resolution 64\n", [{"find": "Resolution 64", "text": "Resolution 64"}], "a.txt")
    )
    assert [one.key for one in edits.refused] == ["same"]
