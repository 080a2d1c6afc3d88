"""Composed citing texts: adopted ones in two languages, a proposal, a list without number. No sentence of a real text."""

from dataclasses import replace
from datetime import date

from graph_service.citing.mention import Certainty, CitingText, Mention, Stretch, TextStatus
from graph_service.names.edition import Edition
from graph_service.names.instrument import Instrument
from graph_service.names.kind import Kind
from graph_service.names.marker import Marker
from graph_service.reading.document import Head

DUBAI = Marker(place="Dubai", year=2018, revised=True)
BUSAN = Marker(place="Busan", year=2014, revised=True)
SHA = "ab" * 32


def resolution(body: str, number: str) -> Instrument:
    return Instrument(kind=Kind.RESOLUTION, body=body, number=number)


def edition(body: str, number: str, key: str) -> Edition:
    return Edition(instrument=resolution(body, number), key=key)


RES_64 = Mention(
    doc="res-197", locator="rec_3", clause="recalls", part="recalls.1", lang="en",
    text="Resolution 64 (Rev. Busan, 2014)", start=3, end=35, kind=Kind.RESOLUTION, body="PP", number="64",
    marker=BUSAN, instrument=resolution("PP", "64"), edition=edition("PP", "64", "pp-14"), is_self=False,
    printed_marker="(Rev. Busan, 2014)", marker_at=Stretch(start=17, end=35), number_at=Stretch(start=14, end=16),
    enumeration=1,
)  # fmt: skip
ITEMS = (
    replace(
        RES_64, locator="longTitle_1", clause="title", part="title", text="RESOLUTION 197 (Rev. Dubai, 2018)",
        number="197", marker=DUBAI, instrument=resolution("PP", "197"), edition=edition("PP", "197", "pp-18"),
        is_self=True, start=0, end=33, marker_at=None, number_at=None,
    ),
    RES_64,
    replace(RES_64, start=40, end=72, marker_at=Stretch(start=54, end=72), number_at=Stretch(start=51, end=53)),
    replace(
        RES_64, locator="rec_4", part="recalls.2", text="Resolution 197 (Busan, 2014)", number="197", start=0, end=28,
        marker=Marker(place="Busan", year=2014, revised=False), instrument=resolution("PP", "197"),
        edition=edition("PP", "197", "pp-14"), printed_marker="(Busan, 2014)", looking_back="as amended by",
        marker_at=None, number_at=None, enumeration=2,
    ),
    replace(
        RES_64, locator="rec_5", clause="resolves", part="resolves.1", text="Resolution 99 (Dubai, 2012)", number="99",
        marker=Marker(place="Dubai", year=2012, revised=False), instrument=resolution("WTSA", "99"), body="WTSA",
        edition=edition("WTSA", "99", "wtsa-12"), body_from="sentence", cited_part="resolves 2",
        quoted_title="a composed title", binding="in accordance with", marker_at=None, number_at=None, enumeration=3,
    ),
    replace(
        RES_64, locator="rec_6", clause="instructs", part="instructs-2.1", text="No. 118 of the Constitution",
        kind=Kind.PROVISION, body="CS", number="No. 118", marker=Marker(), edition=None, printed_marker=None,
        instrument=Instrument(kind=Kind.PROVISION, body="CS", number="No. 118"), marker_at=None, number_at=None,
        edition_from=None, enumeration=4,
    ),
    replace(
        RES_64, locator="rec_7", clause="resolves", part="resolves.2", text="Connect 2030", kind=Kind.PROGRAMME,
        body="ITU", number="Connect 2030", marker=Marker(), edition=None, printed_marker=None, marker_at=None,
        instrument=Instrument(kind=Kind.PROGRAMME, body="", number="connect-2030"), number_at=None, edition_from=None,
        status=TextStatus.INSERTED, certainty=Certainty.GUESSED, enumeration=5,
    ),
    replace(RES_64, locator="rec_8", part="recalls.4", status=TextStatus.STRUCK),
    replace(
        RES_64, locator="rec_9", clause="annex", part="annex-1.p4", text="Resolution 5 (Springfield, 2011)",
        number="5", marker=Marker(place="Springfield", year=2011, revised=False), instrument=resolution("WTDC", "5"),
        body="WTDC", edition=edition("WTDC", "5", "unresolved/Springfield-2011"), marker_at=None, number_at=None,
        printed_marker="(Springfield, 2011)", enumeration=6,
    ),
    replace(
        RES_64, locator="rec_10", clause="notes", part="notes.1", text="objective D.2", kind=Kind.OBJECTIVE,
        body="ITU-D", number="D2", marker=Marker(), edition=None, printed_marker=None, marker_at=None, number_at=None,
        instrument=Instrument(kind=Kind.OBJECTIVE, body="ITU-D", number="D.2", numbering="2020-2023"),
        edition_from=None, enumeration=7,
    ),
)  # fmt: skip

ADOPTED = CitingText(
    doc="res-197", source="composed-acts.akn.xml", file="composed-acts.akn.xml", format="akn", lang="en", sha256=SHA,
    head=Head(
        instrument=resolution("PP", "197"), marker=DUBAI, title="A composed title in English", body="PP",
        conference="pp-18", dated=date(2018, 11, 16), dated_from="closing day of the conference",
    ),
    mentions=ITEMS,
)  # fmt: skip
FRENCH = replace(
    ADOPTED, source="composed-actes.docx", file="composed-actes.docx", format="docx", lang="fr",
    head=replace(ADOPTED.head, title="Un titre composé"), sha256="cd" * 32,
    mentions=tuple(replace(one, lang="fr", locator=str(nth)) for nth, one in enumerate(ITEMS[:4])),
)  # fmt: skip
PROPOSAL = replace(
    ADOPTED, doc="proposal", source="composed-proposal.txt", file="composed-proposal.txt", format="text",
    head=Head(
        instrument=resolution("WTDC", "85"), marker=Marker(place="Kigali", year=2022, revised=True), body="WTDC",
        conference="wtdc-22", proposal="XYZ/24A13/1", is_draft=True, draft_reason="it has a proposal number",
    ),
    mentions=(replace(RES_64, doc="proposal"), replace(ITEMS[6], doc="proposal")),
)  # fmt: skip
LIST = replace(
    ADOPTED, doc="list", source="composed-list.txt", file="composed-list.txt", format="text",
    head=Head(title="A composed list"), mentions=(replace(RES_64, doc="list", clause="body", part="body.p1"),),
)  # fmt: skip
OTHER = replace(
    ADOPTED, doc="res-64",
    head=replace(ADOPTED.head, instrument=resolution("PP", "64"), title="Another composed title about broadband"),
    mentions=(
        replace(
            RES_64, doc="res-64", text="Resolution 197 (Rev. Dubai, 2018)", number="197", marker=DUBAI,
            instrument=resolution("PP", "197"), edition=edition("PP", "197", "pp-18"), marker_at=None, number_at=None,
            printed_marker="(Rev. Dubai, 2018)",
        ),
        replace(
            RES_64, doc="res-64", part="resolves.1", clause="resolves", text="Resolution 71", number="71",
            marker=Marker(), instrument=resolution("PP", "71"), edition=None, marker_at=None, number_at=None,
            printed_marker=None, edition_from=None,
        ),
        replace(
            RES_64, doc="res-64", part="resolves.2", clause="resolves", text="Connect 2020", kind=Kind.PROGRAMME,
            body="ITU", number="Connect 2020", marker=Marker(), edition=None, printed_marker=None, marker_at=None,
            instrument=Instrument(kind=Kind.PROGRAMME, body="", number="connect-2020"), number_at=None,
            edition_from=None,
        ),
    ),
)  # fmt: skip
TEXTS = (ADOPTED, OTHER, FRENCH, PROPOSAL, LIST)
