"""Errors planted in right sentences of six languages are found, and the fix gives the right sentence back."""

from dataclasses import replace
from datetime import date

import pytest

from graph_service.checking.case import marker_of
from graph_service.checking.finding import Severity
from graph_service.checking.habits import Habits
from graph_service.checking.knowledge import Knowledge
from graph_service.checking.marker_print import MarkerPrinter
from graph_service.names.marker import Marker
from graph_service.register.edition_fact import Act
from graph_service.register.fact import Status
from tests.checking.reading import checked, document

SENTENCES = {
    "en": "Resolution {number} {marker} {body} and the work that followed it;",
    "fr": "la Résolution {number} {marker} {body} et les travaux menés dans ce domaine;",
    "es": "la Resolución {number} {marker} {body} y los trabajos realizados en esta esfera;",
    "ru": "Резолюцию {number} {marker} {body} и проводимую работу;",
    "zh": "{body}第{number}号决议{marker}以及有关工作；",
    "ar": "القرار {number} {marker} {body}، والأعمال المتصلة به؛",
}
DAY = date(2018, 11, 16)
BODIES = ("PP", "WTDC", "WTSA")


def lines(register, day: date):
    """Resolutions of which two editions or more are attested up to a day and nothing else is known or in doubt."""
    knowledge = Knowledge(register)
    for instrument in register.lines:
        if instrument.body in BODIES and instrument.kind.value == "resolution" and not instrument.numbering:
            acts = [fact for fact in knowledge.line(instrument) if fact.latest and fact.latest <= day]
            sure = all(fact.evidence.status is Status.ATTESTED and fact.marker_printed for fact in acts)
            if len(acts) > 1 and sure and all(fact.act is not Act.ABROGATED for fact in acts):
                yield instrument, acts


def printed(register, lexicons, lang: str, marker: Marker) -> str:
    printing = lexicons[lang].printing
    return MarkerPrinter(register=register, printing=printing, lang=lang, habits=Habits()).printed(marker, "resolution")


def sentence(lexicons, register, lang, instrument, marker) -> str:
    body = lexicons[lang].printing.of_body[instrument.body]
    return SENTENCES[lang].format(number=instrument.number, marker=printed(register, lexicons, lang, marker), body=body)


def report(register, lexicons, lang, sentences):
    words = document(
        register, lang, "adopted by the Plenipotentiary Conference (Dubai, 2018)", "recalls", "\n".join(sentences)
    )
    return words.splitlines(), checked(register, lexicons, words, at="pp-18")


def mended(lines, findings) -> dict[str, list[str]]:
    """For each line with a finding whose fix is written, the line with that fix."""
    changed = {}
    for one in findings:
        if one.fix and one.fix.apply:
            line = lines[int(one.places[0].locator) - 1]
            changed.setdefault(line, []).append(line.replace(one.places[0].text, one.fix.text))
    return changed


@pytest.mark.parametrize("lang", SENTENCES)
def test_a_stale_marker_is_found_and_the_fix_is_the_right_sentence(lang, register, lexicons):
    known = list(lines(register, DAY))
    right = [sentence(lexicons, register, lang, instrument, marker_of(acts[-1])) for instrument, acts in known]
    planted = [sentence(lexicons, register, lang, instrument, marker_of(acts[0])) for instrument, acts in known]
    words, done = report(register, lexicons, lang, planted)
    errors = [one for one in done.findings if one.severity is Severity.ERROR]
    assert len(known) > 40
    assert mended(words, errors) == {wrong: [good] for wrong, good in zip(planted, right, strict=True)}


@pytest.mark.parametrize("lang", SENTENCES)
def test_a_missing_word_of_revision_is_found_and_put_in(lang, register, lexicons):
    known = list(lines(register, DAY))
    newest = [(instrument, marker_of(acts[-1])) for instrument, acts in known]
    right = [sentence(lexicons, register, lang, instrument, marker) for instrument, marker in newest]
    planted = [
        sentence(lexicons, register, lang, instrument, replace(marker, revised=False)) for instrument, marker in newest
    ]
    words, done = report(register, lexicons, lang, planted)
    found = [one for one in done.findings if one.rule == "marker-form"]
    assert mended(words, found) == {wrong: [good] for wrong, good in zip(planted, right, strict=True)}


@pytest.mark.parametrize("lang", SENTENCES)
def test_a_right_sentence_has_no_finding_above_an_info(lang, register, lexicons):
    known = list(lines(register, DAY))
    right = [sentence(lexicons, register, lang, instrument, marker_of(acts[-1])) for instrument, acts in known]
    _, done = report(register, lexicons, lang, right)
    assert [(one.places[0].text, one.message) for one in done.findings if one.severity is not Severity.INFO] == []
    assert done.counts.read == len(known) + 1
