"""Real files, real rules: read, checked, corrected, and checked again, in six languages and four formats."""

from dataclasses import replace
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
import yaml

from graph_service.checking.finding import Severity
from graph_service.correcting.correct import correct
from graph_service.correcting.corrected import Checked
from graph_service.errors import Code, ProblemError
from tests.correcting.composed import NOW, texts
from tests.correcting.word import word_file

DRAFTS = yaml.safe_load((Path(__file__).parent / "languages.yaml").read_text("utf-8"))
OLD, NEW = "Resolution 64 (Busan, 2014)", "Resolution 64 (Rev. Dubai, 2018)"


def as_word(lines: list[str]) -> bytes:
    """Each word a run of its own, as Word leaves them."""
    runs = [
        [f'<w:r><w:t xml:space="preserve">{escape(word)} </w:t></w:r>' for word in line.split(" ")] for line in lines
    ]
    return word_file("".join(f"<w:p>{''.join(line)}</w:p>" for line in runs))


FORMATS = {
    "docx": as_word,
    "txt": lambda lines: "\n".join(lines).encode(),
    "html": lambda lines: f"<html><body>{''.join(f'<p>{line}</p>' for line in lines)}</body></html>".encode(),
}


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("lang", DRAFTS)
def test_a_draft_in_each_language_is_mended(bench, lang, suffix):
    lines, becomes = DRAFTS[lang]["lines"], DRAFTS[lang]["becomes"]
    data, name = FORMATS[suffix](lines), f"draft.{suffix}"
    check = bench.checker(name)
    checked = check(data)
    made = correct(data, name=name, checked=checked, again=check, author="A", at=NOW, accept=True)
    if suffix == "docx":
        assert [line.rstrip() for line in texts(made.data)] == [*lines[:-1], becomes]
    else:
        assert made.data == FORMATS[suffix]([*lines[:-1], becomes])
    assert made.refused == ()
    again = check(made.data)
    assert not [finding for finding in again.reports[0].findings if finding.fix and finding.fix.apply]


@pytest.mark.parametrize("lang", DRAFTS)
def test_what_is_corrected_twice_is_the_same(bench, lang):
    data, check = FORMATS["txt"](DRAFTS[lang]["lines"]), bench.checker("draft.txt")
    once = correct(data, name="draft.txt", checked=check(data), again=check, author="A", at=NOW)
    twice = correct(once.data, name="draft.txt", checked=check(once.data), again=check, author="A", at=NOW)
    assert twice.data == once.data
    assert twice.applied == ()


def test_a_fix_that_a_second_check_would_make_again_is_left_and_said(bench):
    data = f"recalling {OLD}\nand Resolution 139 (Busan, 2014)\n".encode()
    fixes = [
        {"find": OLD, "text": NEW},
        {"find": "Resolution 139 (Busan, 2014)", "text": "Resolution 139 (Rev. Dubai, 2018)"},
    ]
    stubborn = [{"find": NEW, "text": "Resolution 64 (Rev. Bucharest, 2022)"}]
    made = correct(
        data,
        name="a.txt",
        checked=bench.checked(data, fixes, "a.txt"),
        again=lambda new: bench.checked(new, stubborn, "a.txt"),
        author="A",
        at=NOW,
    )
    assert [one.key for one in made.refused] == ["again"]
    assert made.data.decode() == f"recalling {OLD}\nand Resolution 139 (Rev. Dubai, 2018)\n"


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_file_that_does_not_read_as_the_target_is_not_handed_over(bench, suffix):
    data, name = FORMATS[suffix](["first", f"recalling {OLD}", "last"]), f"a.{suffix}"
    checked = bench.checked(data, [{"find": OLD, "text": NEW}], name)

    def broken(_: bytes) -> Checked:
        return replace(checked, reports=tuple(replace(one, findings=()) for one in checked.reports))

    with pytest.raises(ProblemError) as error:
        correct(data, name=name, checked=checked, again=broken, author="A", at=NOW)
    assert error.value.problem.code is Code.REFUSED
    assert "proof" in error.value.problem.what


def test_a_lost_paragraph_is_noticed(bench):
    data = f"first\nrecalling {OLD}\nlast\n".encode()
    checked = bench.checked(data, [{"find": OLD, "text": NEW}], "a.txt")
    with pytest.raises(ProblemError) as error:
        correct(
            data,
            name="a.txt",
            checked=checked,
            again=lambda new: bench.checked(new[:-5], [], "a.txt"),
            author="A",
            at=NOW,
        )
    assert "paragraphs" in error.value.problem.what


def test_findings_without_a_place_are_passed_over(bench):
    data = f"recalling {OLD}\n".encode()
    checked = bench.checked(data, [{"find": OLD, "text": NEW}], "a.txt")
    lapsed = replace(checked.reports[0].findings[0], rule="waiver-lapsed", severity=Severity.INFO, fix=None)
    lapsed = replace(lapsed, places=(replace(lapsed.places[0], locator="", start=0, end=0, text=""),))
    checked = replace(checked, reports=(replace(checked.reports[0], findings=(*checked.reports[0].findings, lapsed)),))
    made = correct(
        data, name="a.txt", checked=checked, again=lambda new: bench.checked(new, [], "a.txt"), author="A", at=NOW
    )
    assert made.data.decode() == f"recalling {NEW}\n"


def test_a_place_whose_words_are_others_is_refused(bench):
    data = f"recalling {OLD}\n".encode()
    checked = bench.checked(data, [{"find": OLD, "text": NEW}], "a.txt")
    finding = checked.reports[0].findings[0]
    moved = replace(finding, places=(replace(finding.places[0], start=1, end=1 + len(OLD)),))
    checked = replace(checked, reports=(replace(checked.reports[0], findings=(moved,)),))
    made = correct(
        data, name="a.txt", checked=checked, again=lambda new: bench.checked(new, [], "a.txt"), author="A", at=NOW
    )
    assert [one.key for one in made.refused] == ["place"]
    assert made.data == data
