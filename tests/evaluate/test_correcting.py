"""Real Word files corrected, judged by LibreOffice: accepted the target, rejected the original, checked again nothing."""

import random
from dataclasses import replace

import pytest

from graph_service.checking.finding import Finding, Fix, Place, Severity
from graph_service.correcting.correct import correct
from graph_service.correcting.corrected import Checked
from graph_service.reading.changes import Changes, view
from tests.correcting.composed import NOW, Bench, texts
from tests.correcting.office import judge
from tests.evaluate.conftest import SHARED

FILES = ("seeds/wtdc22-iap24a13-res85-fr.docx", "corpus/docx/T-RES-T.1-2016-E.docx")
JOBS = (("accept", "tracked"), ("accept", "clean"), ("reject", "tracked"), ("reject", "given"))


@pytest.fixture(scope="module")
def bench(register, lexicons):
    return Bench(register, lexicons)


def corrected(name, checked, again):
    data = (SHARED / name).read_bytes()
    made = {
        kind: correct(data, name=name, checked=checked, again=again, author="A. Corrector", at=NOW, accept=accept)
        for kind, accept in (("tracked", False), ("clean", True))
    }
    return made, {kind: one.data for kind, one in made.items()} | {"given": data}


def judged(folder, files):
    for kind, data in files.items():
        (folder / f"{kind}.docx").write_bytes(data)
    saved = judge(folder, [(verb, folder / f"{kind}.docx") for verb, kind in JOBS])
    return {job: texts(file.read_bytes()) for job, file in zip(JOBS, saved, strict=True)}


@pytest.mark.parametrize("name", FILES)
def test_a_real_file_is_mended(bench, tmp_path, name):
    check = bench.checker(name)
    made, files = corrected(name, check(files_data(name)), check)
    assert made["tracked"].applied
    assert made["tracked"].refused == ()
    assert texts(files["tracked"]) == texts(files["clean"]) != texts(files["given"])
    assert texts(files["tracked"], Changes.ORIGINAL) == texts(files["given"], Changes.ORIGINAL)
    told = judged(tmp_path, files)
    assert told["accept", "tracked"] == told["accept", "clean"]
    assert told["reject", "tracked"] == told["reject", "given"]
    again = check(files["clean"])
    assert not [finding for finding in again.reports[0].findings if finding.fix and finding.fix.apply]


def files_data(name):
    return (SHARED / name).read_bytes()


@pytest.mark.parametrize(
    "name", [*sorted(file.relative_to(SHARED).as_posix() for file in SHARED.glob("*/docx/*.docx")), FILES[0]]
)
def test_words_anywhere_are_changed_with_proof(bench, name):
    checked = with_changes_anywhere(bench.checked(files_data(name), [], name), random.Random(7))
    made, files = corrected(name, checked, lambda data: bench.checked(data, [], name))
    assert len(made["tracked"].applied) > len(checked.reports[0].findings) // 2
    assert {one.key for one in made["tracked"].refused} <= {"field", "control", "structure", "formula", "moved"}
    assert texts(files["tracked"]) == texts(files["clean"])
    assert texts(files["tracked"], Changes.ORIGINAL) == texts(files["given"], Changes.ORIGINAL)


def with_changes_anywhere(checked: Checked, chance: random.Random) -> Checked:
    """Findings that change some words of every second paragraph."""
    document = checked.documents[0]
    findings = tuple(one for paragraph in document.paragraphs if (one := change_in(paragraph, document.doc, chance)))
    return replace(checked, reports=(replace(checked.reports[0], findings=findings), *checked.reports[1:]))


def change_in(paragraph, doc, chance):
    stands = view(paragraph, Changes.FINAL)
    if len(stands.text) < 12 or chance.random() < 0.5:
        return None
    first = chance.randrange(len(stands.text) - 8)
    last = min(len(stands.text), first + chance.randrange(3, 40))
    words = stands.text[first:last]
    start, end = stands.offsets[first], stands.offsets[last - 1] + 1
    changed = chance.choice(
        [words[:2] + "ÉX " + words[2:], words.replace(words[1:3], "Zz"), words[:1] + words[3:], "other"]
    )
    if not words.strip() or changed.strip() == words.strip():
        return None
    place = Place(
        locator=paragraph.locator,
        start=start + paragraph.offset,
        end=end + paragraph.offset,
        text=paragraph.text[start:end],
    )
    fix = Fix(text=changed, apply=True, at=place)
    return Finding(
        rule="undated", severity=Severity.ERROR, message="changed", doc=doc, places=(place,), iri="", fix=fix
    )
