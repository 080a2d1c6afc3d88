"""What the checker makes of composed documents, counted by rule and language: found, fixed exactly, false alarms."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from graph_service.checking.certainty import reaches
from graph_service.checking.finding import Finding, Place, Severity
from graph_service.checking.knowledge import Knowledge
from graph_service.checking.report import Report
from graph_service.checking.run import Options, run
from graph_service.citing.extract import Extractor
from graph_service.reading.read import read_documents
from tests.checking.planted.compose import Composed
from tests.checking.planted.item import Expect, Item, Piece
from tests.checking.planted.setting import TODAY


@dataclass(kw_only=True)
class Tally:
    """Counts by (what was planted, language); ``failures`` tells each failure in one line."""

    planted: Counter[tuple[str, str]] = field(default_factory=Counter)
    found: Counter[tuple[str, str]] = field(default_factory=Counter)
    as_severe: Counter[tuple[str, str]] = field(default_factory=Counter)
    asked: Counter[tuple[str, str]] = field(default_factory=Counter)
    exact: Counter[tuple[str, str]] = field(default_factory=Counter)
    right: Counter[tuple[str, str]] = field(default_factory=Counter)
    alarms: Counter[tuple[str, str]] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)

    def add(self, other: "Tally") -> None:
        for name in ("planted", "found", "as_severe", "asked", "exact", "right", "alarms"):
            getattr(self, name).update(getattr(other, name))
        self.failures += other.failures


class Checker:
    """Reads, cites and checks documents as the command does."""

    def __init__(self, register, lexicons) -> None:
        self.register = register
        self.lexicons = lexicons
        self._extractor = Extractor(register, lexicons)
        self._knowledge = Knowledge(register)

    def report(self, one: Composed, source: bytes, name: str) -> Report:
        documents = read_documents(source, name=name, register=self.register, lexicons=self.lexicons)
        texts = [self._extractor.citing_text(document, source="composed") for document in documents]
        return run(texts, self._knowledge, self.lexicons, Options(today=TODAY, at=one.setting.at))[0]


def measured(one: Composed, report: Report) -> Tally:
    """Return the counts of one document; items are its paragraphs in order, the first one numbered 1."""
    tally = Tally()
    for number, item in enumerate(one.items, start=1):
        here = [
            (finding, place) for finding in report.findings for place in finding.places if place.locator == str(number)
        ]
        _count(one, item, here, tally)
    return tally


def _count(one: Composed, item: Item, here: list[tuple[Finding, Place]], tally: Tally) -> None:
    if item.is_struck:
        tally.right[item.what, one.lang] += 1
        for finding, _ in here:
            _count_alarm(one, item, Piece(text=""), finding, tally)
        return
    explained: set[int] = set()
    for start, end, piece in item.spans:
        if piece.expect:
            explained |= _count_planted(one, item, piece, [pair for pair in here if _meets(pair[1], start, end)], tally)
    tally.right[item.what, one.lang] += sum(piece.is_reference and not piece.expect for piece in item.pieces)
    for finding, place in here:
        if id(finding) not in explained and _alarms(finding):
            met = [piece for start, end, piece in item.spans if _meets(place, start, end) and piece.is_reference]
            _count_alarm(one, item, met[0] if met else Piece(text=""), finding, tally)


def _count_alarm(one: Composed, item: Item, piece: Piece, finding: Finding, tally: Tally) -> None:
    tally.alarms[item.what, one.lang] += 1
    tally.failures.append(_told("ALARM", one, item, piece, finding))


def _count_planted(
    one: Composed, item: Item, piece: Piece, here: list[tuple[Finding, Place]], tally: Tally
) -> set[int]:
    expect, key = piece.expect, (item.what, one.lang)
    assert expect is not None
    tally.planted[key] += 1
    fitting = [(finding, place) for finding, place in here if expect.rule in {finding.rule, *finding.also}]
    if not fitting:
        said = [(finding.rule, finding.severity.value, finding.message) for finding, _ in here]
        tally.failures.append(f"MISSED {one.name} {item.what}: {item.text!r} ({piece.text!r}) {said}")
        return set()
    tally.found[key] += 1
    finding = fitting[0][0]
    if finding.severity.value == expect.severity:
        tally.as_severe[key] += 1
    else:
        tally.failures.append(_told(f"SEVERITY {finding.severity} for {expect.severity}", one, item, piece, finding))
    if expect.rights:
        tally.asked[key] += 1
        if any(
            _is_exact(item, piece, right, finding, place, expect)
            for right in expect.rights
            for finding, place in fitting
        ):
            tally.exact[key] += 1
        else:
            tally.failures.append(_told(f"FIX wanted {expect.rights[0]!r}", one, item, piece, finding))
    return {id(finding) for finding, _ in fitting}


def _is_exact(item: Item, piece: Piece, right: str, finding: Finding, place: Place, expect: Expect) -> bool:
    if finding.fix is None or (expect.is_applied is not None and finding.fix.apply is not expect.is_applied):
        return False
    mended = item.text[: place.start] + finding.fix.text + item.text[place.end :]
    return mended == item.corrected(piece, right)


def _meets(place: Place, start: int, end: int) -> bool:
    return place.start < end and start < place.end


def _alarms(finding: Finding) -> bool:
    return reaches(finding.severity, Severity.WARNING)


def _told(what: str, one: Composed, item: Item, piece: Piece, finding: Finding) -> str:
    where = f"{one.name} {'draft' if one.setting.is_draft else 'adopted'} {one.setting.conference.id} at {one.setting.check}"
    fix = (finding.fix.text, finding.fix.apply) if finding.fix else None
    return f"{what} {where} {item.what}: {item.text!r} ({piece.text!r}) {finding.rule} {finding.also} {finding.severity} fix={fix} {finding.message}"


def table(tally: Tally) -> Iterator[str]:
    """Lines of a table: what was planted, by language and in all."""
    langs = sorted({lang for _, lang in [*tally.planted, *tally.right]})
    yield f"{'planted':34}{'found':>12}{'severity':>12}{'fix exact':>12}   found by language"
    for what in sorted({what for what, _ in tally.planted}):
        counts = [_sum(one, what) for one in (tally.planted, tally.found, tally.as_severe, tally.exact, tally.asked)]
        by = " ".join(f"{lang} {tally.found[what, lang]}/{tally.planted[what, lang]}" for lang in langs)
        yield f"{what:34}{counts[1]:>6}/{counts[0]:<5}{counts[2]:>6}/{counts[0]:<5}{counts[3]:>6}/{counts[4]:<5}   {by}"
    for what in sorted({what for (what, _), count in (tally.right + tally.alarms).items() if count}):
        by = " ".join(f"{lang} {tally.alarms[what, lang]}/{tally.right[what, lang]}" for lang in langs)
        yield f"alarms on: {what:30}{_sum(tally.alarms, what):>6}/{_sum(tally.right, what):<5}   {by}"
    planted, found, asked, exact = (sum(one.values()) for one in (tally.planted, tally.found, tally.asked, tally.exact))
    yield f"recall {found}/{planted}, exact {exact}/{asked}, alarms {sum(tally.alarms.values())}/{sum(tally.right.values())}"


def _sum(counter: Counter[tuple[str, str]], what: str) -> int:
    return sum(count for (name, _), count in counter.items() if name == what)


def total(tallies: Iterable[Tally]) -> Tally:
    whole = Tally()
    for one in tallies:
        whole.add(one)
    return whole
