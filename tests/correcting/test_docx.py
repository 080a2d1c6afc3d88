"""Hard places in Word files: each case corrected, accepted, rejected, and judged by LibreOffice."""

from collections import Counter

import pytest
from lxml import etree

from graph_service.reading.changes import Changes
from tests.correcting.composed import cases, data_of, loaded, texts
from tests.correcting.office import judge
from tests.correcting.word import parts_of

FILES = cases()


@pytest.fixture(scope="module")
def corrected(bench):
    """Each case's file, with tracked changes and clean, by its name."""
    made = {}
    for file in FILES:
        case = loaded(file)
        data = data_of(case)
        made[file.stem] = (
            case,
            data,
            bench.corrected(data, case["fixes"]),
            bench.corrected(data, case["fixes"], accept=True),
        )
    return made


@pytest.fixture(scope="module")
def judged(corrected, tmp_path_factory):
    """What LibreOffice reads in each case when all changes are accepted or rejected; it writes a header twice."""
    folder = tmp_path_factory.mktemp("office")
    for name, (_, _, tracked, _) in corrected.items():
        (folder / f"{name}.docx").write_bytes(tracked.data)
    made = iter(judge(folder, [(verb, folder / f"{name}.docx") for name in corrected for verb in JOBS]))
    return {name: {verb: next(made).read_bytes() for verb in JOBS} for name in corrected}


JOBS = ("accept", "reject", "open")


@pytest.mark.parametrize("name", [file.stem for file in FILES])
def test_accepted_it_reads_as_the_target(corrected, name):
    case, _, tracked, clean = corrected[name]
    assert texts(tracked.data) == case["accepted"]
    assert texts(clean.data) == case["accepted"]


@pytest.mark.parametrize("name", [file.stem for file in FILES])
def test_rejected_it_reads_as_before(corrected, name):
    _, data, tracked, _ = corrected[name]
    assert texts(tracked.data, Changes.ORIGINAL) == texts(data, Changes.ORIGINAL)


@pytest.mark.parametrize("name", [file.stem for file in FILES])
def test_each_fix_is_applied_commented_or_left_with_its_reason(corrected, name):
    case, _, tracked, _ = corrected[name]
    applied = [fix for fix in case["fixes"] if fix.get("apply", True)]
    left = [one.key for one in tracked.refused]
    assert left == ([case["left"]] if "left" in case else [])
    assert len(tracked.applied) == len(applied) - len(left)
    assert len(tracked.commented) == len(case["fixes"]) - len(tracked.applied)


@pytest.mark.parametrize("name", [file.stem for file in FILES])
def test_only_the_parts_that_must_are_changed(corrected, name):
    _, data, tracked, _ = corrected[name]
    before, after = parts_of(data), parts_of(tracked.data)
    changed = {part for part in before if before[part] != after[part]}
    allowed = {"word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels", "word/comments1.xml"}
    allowed |= {f"word/{part}1.xml" for part in ("header", "footer", "footnotes", "endnotes")}
    assert changed <= allowed
    assert list(after)[: len(before)] == list(before)


@pytest.mark.parametrize("name", [file.stem for file in FILES])
def test_other_peoples_changes_stay(corrected, name):
    _, data, tracked, _ = corrected[name]
    assert others(tracked.data) == others(data)


def others(data: bytes) -> list[tuple[str, str, str | None, str]]:
    """The changes of other people in document order, neighbours of one kind, author and date as one, with their words."""
    found: list[tuple[str, str, str | None, str]] = []
    for name, content in sorted(parts_of(data).items()):
        if name.endswith(".xml"):
            for element in etree.fromstring(content).iter(
                "{*}ins", "{*}del", "{*}moveFrom", "{*}moveTo", "{*}rPrChange"
            ):
                author, day = (
                    element.get(f"{{{element.nsmap['w']}}}author"),
                    element.get(f"{{{element.nsmap['w']}}}date"),
                )
                if author == "A. Corrector":
                    continue
                row = (etree.QName(element).localname, author, day, words_of(element))
                if found and row[0] == "rPrChange" and found[-1] == row:
                    continue
                if found and row[0] != "rPrChange" and found[-1][:3] == row[:3]:
                    row = (*row[:3], found.pop()[3] + row[3])
                found.append(row)
    return found


def words_of(element) -> str:
    """The words in an element, but not those that we put in."""
    ours = {node for mark in element.iter("{*}ins") if "A. Corrector" in mark.values() for node in mark.iter()}
    return "".join(node.text or "" for node in element.iter("{*}t", "{*}delText") if node not in ours)


@pytest.mark.parametrize("name", [file.stem for file in FILES])
def test_the_numbers_of_changes_are_unique(corrected, name):
    _, _, tracked, _ = corrected[name]
    numbers = Counter()
    for part, content in parts_of(tracked.data).items():
        if part.endswith(".xml"):
            for element in etree.fromstring(content).iter(
                "{*}ins", "{*}del", "{*}rPrChange", "{*}bookmarkStart", "{*}moveTo"
            ):
                numbers[element.get(f"{{{element.nsmap['w']}}}id")] += 1
    assert [number for number, count in numbers.items() if count > 1] == []


@pytest.mark.parametrize("name", [file.stem for file in FILES])
def test_libreoffice_accepts_to_the_target(corrected, judged, name):
    assert set(texts(judged[name]["accept"])) == set(corrected[name][0]["accepted"])


@pytest.mark.parametrize("name", [file.stem for file in FILES])
def test_libreoffice_rejects_to_the_original(corrected, judged, name):
    assert set(texts(judged[name]["reject"])) == set(texts(corrected[name][1], Changes.ORIGINAL))


@pytest.mark.parametrize("name", [file.stem for file in FILES])
def test_libreoffice_shows_changes_and_comments(corrected, judged, name):
    case, _, tracked, _ = corrected[name]
    shown = parts_of(judged[name]["open"])
    assert told(judged[name]["open"]) == told(tracked.data) >= len(case["fixes"])
    changes = b"".join(content for part, content in shown.items() if part.startswith("word/"))
    assert (b'w:author="A. Corrector"' in changes) == bool(case["fixes"])


def told(data: bytes) -> int:
    """How many comments of ours a file has."""
    return sum(content.count(b"stale-at-adoption]") for part, content in parts_of(data).items() if "comments" in part)
