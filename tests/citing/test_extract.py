"""What whole paragraphs name, in the forms that real documents print: one table of text and names."""

import pytest

from graph_service.citing.extract import extract
from graph_service.reading.read import read_documents

STARTS = {
    "en": "The notes of the group on trees and on the shade of the garden.",
    "fr": "Les notes du groupe sur les arbres et sur l'ombre du jardin.",
    "es": "Las notas del grupo sobre los árboles y sobre la sombra del jardín.",
}
NAMES = [
    # A basic text that speaks of itself: its own provisions, those "above" too
    ("en", "The heron is elected as Nos. 54 to 56 of this Constitution say.", ["CS No. 54", "CS No. 56"]),
    ("en", "The tasks of No. 79 of the Constitution, those in Nos. 151 to 154 above and in No. 193 of this Convention.",
     ["CS No. 79", "CV No. 151", "CV No. 154", "CV No. 193"]),
    ("en", "the list referred to in No. 86 of this Convention for the heron", ["CV No. 86"]),
    ("fr", "Le héron est élu selon le numéro 54 de la présente Constitution.", ["CS No. 54"]),
    ("es", "La garza es elegida según el número 28 del presente Convenio.", ["CV No. 28"]),
    ("en", "Article 8 of the Constitution (Geneva, 1992) and Article 49 of that Constitution",
     ["CS Art. 8 1992", "CS Art. 49"]),
    # Markers with a month by name, with the days of a meeting, with the year first
    ("en", "WTSC Resolution No. 1 (Helsinki, March 1-12, 1993)", ["WTSC 1 1993"]),
    ("en", "Resolution 29 (Johannesburg, 21-30 October 2008) of WTSA", ["WTSA 29 2008"]),
    ("fr", "la Résolution 1 de la CMNT (Helsinki, 1er-12 mars 1993)", ["WTSC 1 1993"]),
    ("es", "la Resolución 1 de la CMNT (Helsinki, 1-12 de marzo de 1993)", ["WTSC 1 1993"]),
    ("en", "Recommendation ITU-T X.9999 (2016-11) and Recommendation ITU-T X.9998 (June 2012)",
     ["ITU-T X.9999 2016", "ITU-T X.9998 2012"]),
    ("en", "Resolution 900 (24 May 2019)", ["Council 900"]),
    # Lists and parts
    ("fr", "la Résolution N° 1, Section 8, de la CMNT (Helsinki, 1993)", ["WTSC 1 1993"]),
    ("en", "UNGA Resolutions 70/1, on the garden of all, and 70/125, on its review",
     ["UNGA 70/1", "UNGA 70/125"]),
    ("en", "Resolutions 71 (Rev. Dubai, 2018), on the garden, and 77 (Rev. Dubai, 2018), on its hours",
     ["PP 71 2018", "PP 77 2018"]),
    ("en", "Resolutions 70/1, on the garden of 2016, and 12 herons", ["UNGA 70/1"]),
    # Bodies
    ("en", "Human Rights Council Resolution 20/8 and Economic and Social Council Resolution 2012/24",
     ["HRC 20/8", "ECOSOC 2012/24"]),
    ("fr", "que, par sa Résolution 807, la Conférence mondiale des radiocommunications a planté des arbres", ["WRC 807"]),
    ("es", "que el Consejo plantó árboles en su Resolución 12", ["Council 12"]),
    # Numbers that Recommendations had, and tags in front of them
    ("en", "Recommendation ITU-T F.32 (10/1995) (previously F.96)", ["ITU-T F.32 1995", "ITU-T F.96"]),
    ("en", "[X.690]	Recommendation ITU-T X.690 (2002), the code of trees", ["ITU-T X.690", "ITU-T X.690 2002"]),
    ("en", "[ITU-T X.732.x] stands for several", []),
    # The plan of the Union beside the financial one, and the plan that a cited edition has set
    ("en", "the ITU strategic plan and financial plan for 2020-2023", ["ITU Strategic Plan 2020-2023"]),
    ("en", "Resolution 71 (Rev. Busan, 2014) sets it. The garden is told of in the annual report on the strategic plan.",
     ["PP 71 2014", "ITU Strategic Plan 2016-2019"]),
    ("en", "the strategic plan for 2020-2023 and the ITU Strategic Plan for Human Resources", ["ITU Strategic Plan 2020-2023"]),
    ("fr", "le plan stratégique pour 2020-2023 et le plan stratégique de l'UIT pour les ressources humaines",
     ["ITU Strategic Plan 2020-2023"]),
    ("es", "el plan estratégico para 2020-2023 y el plan estratégico de la UIT para los recursos humanos",
     ["ITU Strategic Plan 2020-2023"]),
]  # fmt: skip


@pytest.mark.parametrize("lang, text, names", NAMES)
def test_a_text_names(lang, text, names, register, lexicons):
    data = f"{STARTS[lang]}\n{text}\n".encode()
    document = read_documents(data, name="text.txt", register=register, lexicons=lexicons)[0]
    found = [" ".join(_parts(one)) for one in extract(document, register, lexicons)]
    assert found == names


def _parts(mention):
    year = [str(mention.marker.year)] if mention.marker.year else []
    return [mention.body, mention.number, *year]


def test_a_provision_of_the_text_itself_is_marked(register, lexicons):
    data = b"The heron sits as No. 28 of this Convention and Article 8 of the Constitution say.\n"
    document = read_documents(data, name="text.txt", register=register, lexicons=lexicons)[0]
    assert [one.is_self for one in extract(document, register, lexicons)] == [True, False]


def test_a_draft_resolution_that_quotes_a_basic_text_is_not_that_text(register, lexicons):
    data = (
        b"RESOLUTION XXX (Council 2010)\nTrees\nThe ITU Council,\nconsidering\n"
        b"a) that No. 146 of the ITU Constitution plants a tree;\n"
        b"b) that the herons are in conformity with this Constitution and the Convention,\n"
    )
    document = read_documents(data, name="text.txt", register=register, lexicons=lexicons)[0]
    assert [one.is_self for one in extract(document, register, lexicons)] == [False]


def test_the_number_of_a_page_is_none_of_a_resolution(register, lexicons):
    data = b"RES999-1\nRESOLUTION 999 (REV.WRC-19)\nTrees\nThe World Radiocommunication Conference (Sharm el-Sheikh, 2019),\n"
    document = read_documents(data, name="text.txt", register=register, lexicons=lexicons)[0]
    assert [one.number for one in extract(document, register, lexicons)] == ["999", "999"]


PAPERS = [
    ("Report of the Telecommunication Standardization Advisory Group", "WTSA 18"),
    ("Rapport du Groupe consultatif pour le développement des télécommunications", "WTDC 18"),
    ("Informe del Grupo Asesor de Normalización de las Telecomunicaciones", "WTSA 18"),
    ("Отчет Консультативной группы по стандартизации электросвязи", "WTSA 18"),
    ("تقرير الفريق الاستشاري لتقييس الاتصالات", "WTSA 18"),
    ("电信标准化顾问组的报告", "WTSA 18"),
    ("Report of TSAG and TDAG on the heron", "PP 18"),
    ("Report of the Radiocommunication Advisory Group", "PP 18"),
]
WORDS = {"О": "Резолюция 18", "ت": "القرار 18", "电": "第18号决议", "I": "la Resolución 18"}


@pytest.mark.parametrize(("head", "name"), PAPERS)
def test_a_paper_of_an_advisory_group_cites_its_assembly(head, name, register, lexicons):
    text = f"{head}\n{WORDS.get(head[0], 'Resolution 18')}\n"
    document = read_documents(text.encode(), name="text.txt", register=register, lexicons=lexicons)[0]
    assert [f"{one.body} {one.number}" for one in extract(document, register, lexicons)] == [name]
