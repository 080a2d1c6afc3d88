"""Sentences become documents, are read and cited by the real rooms, and checked."""

from datetime import date
from pathlib import Path

import yaml

from graph_service.checking.check import check
from graph_service.checking.dates import dates_of
from graph_service.checking.knowledge import Knowledge
from graph_service.checking.report import Report
from graph_service.checking.waivers import Waiver
from graph_service.citing.extract import citing_text
from graph_service.reading.read import read_documents
from tests.checking.composed import fact

FRAMES = yaml.safe_load((Path(__file__).parent / "frames.yaml").read_text("utf-8"))
WAIVER = "waiver: "


def document(register, lang: str, setting: str, clause: str, sentence: str) -> str:
    heading = next(dict(one.labels)[lang] for one in register.clauses if one.id == clause)
    return "\n".join([*FRAMES[setting][lang], heading, sentence]) + "\n"


def checked(register, lexicons, words: str, *, at=None, given=(), lang="en", today=date(2026, 11, 24)) -> Report:
    """The report on a plain text."""
    documents = read_documents(words.encode(), name="example.txt", register=register, lexicons=lexicons)
    citing = citing_text(documents[0], register, lexicons, source="example")
    waivers = [
        Waiver(doc="example", rule=one.removeprefix(WAIVER), reason="a reason", by="A. Editor")
        for one in given
        if one.startswith(WAIVER)
    ]
    knowledge = Knowledge(register, [fact(register, one) for one in given if not one.startswith(WAIVER)])
    dates = dates_of(citing.head, register, today=today, at=at)
    return check(citing, knowledge, dates=dates, lexicons=lexicons, lang=lang, waivers=waivers)
