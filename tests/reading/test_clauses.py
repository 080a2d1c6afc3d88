"""Which clause governs which words, in six languages: composed texts with the address of each line."""

import pytest

SIX = {
    "en": (
        "RESOLUTION 900 (Rev. Dubai, 2018)\nTrees in towns\nThe Plenipotentiary Conference (Dubai, 2018),\nrecalling further\n"
        "a)\tResolution 901;\nb)\tResolution 902,\nhaving noted\nthe report,\nresolves to instruct the Secretary-General\n1\tto act;\n"
        "2\tto report,\ninvites Member States\nto take part."
    ),
    "fr": (
        "RÉSOLUTION 900 (Rév. Dubaï, 2018)\nDes arbres en ville\nLa Conférence de plénipotentiaires (Dubaï, 2018),\nrappelant en outre\n"
        "a)\tla Résolution 901;\nb)\tla Résolution 902,\nnotant\nle rapport,\ndécide de charger le Secrétaire général\n1\td'agir;\n"
        "2\tde faire rapport,\ninvite les États Membres\nà participer."
    ),
    "es": (
        "RESOLUCIÓN 900 (Rev. Dubái, 2018)\nÁrboles en la ciudad\nLa Conferencia de Plenipotenciarios (Dubái, 2018),\nrecordando además\n"
        "a)\tla Resolución 901;\nb)\tla Resolución 902,\nobservando\nel informe,\nresuelve encargar al Secretario General\n1\tque actúe;\n"
        "2\tque informe,\ninvita a los Estados Miembros\na participar."
    ),
    "ru": (
        "РЕЗОЛЮЦИЯ 900 (Пересм. Дубай, 2018 г.)\nДеревья в городах\nПолномочная конференция (Дубай, 2018 г.),\nнапоминая далее\n"
        "a)\tРезолюцию 901;\nb)\tРезолюцию 902,\nотмечая,\nотчет,\nрешает поручить Генеральному секретарю\n1\tдействовать;\n"
        "2\tпредставить отчет,\nпредлагает Государствам-Членам\nпринять участие."
    ),
    "zh": (
        "第900号决议（2018年，迪拜，修订版）\n城市中的树木\n全权代表大会（2018年，迪拜），\n进一步忆及\n"
        "a)\t第901号决议；\nb)\t第902号决议，\n注意到\n该报告，\n做出决议，责成秘书长\n1\t采取行动；\n"
        "2\t提交报告，\n请成员国\n参加这项工作。"
    ),
    "ar": (
        "القـرار 900 (المراجَع في دبي، 2018)\nالأشجار في المدن\nإن مؤتمر المندوبين المفوضين (دبي، 2018)،\nوإذ يذكّر كذلك\n"
        " أ )\tبالقرار 901؛\nب)\tبالقرار 902،\nوإذ يلاحظ\nالتقرير،\nيقـرر أن يكلف الأمين العام\n1\tبأن يعمل؛\n"
        "2\tبأن يقدم تقريراً،\nيدعو الدول الأعضاء\nإلى المشاركة."
    ),
}
ADDRESSES = ["title", "title", "enactingFormula", "recalls", "recalls.1", "recalls.2", "notes", "notes.1", "resolves"]
ADDRESSES += ["resolves.1", "resolves.2", "invites", "invites.1"]


@pytest.mark.parametrize("lang", SIX)
def test_six_languages_give_the_same_addresses(read, lang):
    document = read(SIX[lang])
    assert document.lang == lang
    assert [one.regions[0].part for one in document.paragraphs] == ADDRESSES


PARTS_OF_A_PROPOSAL = {
    "en": ("RESOLUTION 901 (Dubai, 2018)", "Shrubs"),
    "ru": ("РЕЗОЛЮЦИЯ 901 (Дубай, 2018 г.)", "Кустарники"),
    "zh": ("第901号决议（2018年，迪拜）", "灌木"),
    "ar": ("القـرار 901 (دبي، 2018)", "الشجيرات"),
}


REASONS = {"en": "Reasons", "fr": "Motifs ", "es": "Motivos", "ru": "Основания", "zh": "理由", "ar": "الأسباب"}


@pytest.mark.parametrize("lang", SIX)
def test_reasons_for_a_proposal_are_under_none_of_its_clauses(read, lang):
    colon = "：" if lang == "zh" else ":"
    text = f"{SIX[lang]}\n{REASONS[lang]}{colon}\t901."
    assert read(text).paragraphs[-1].regions[0].clause == "body"


@pytest.mark.parametrize("operation", ["SUP\tXYZ/85A9/3", "NOC", "ADD XYZ/85A9/3"])
@pytest.mark.parametrize("lang", PARTS_OF_A_PROPOSAL)
def test_what_a_proposal_does_to_the_next_text_is_followed_by_its_title(read, lang, operation):
    text = "\n".join([SIX[lang], operation, *PARTS_OF_A_PROPOSAL[lang]])
    assert [one.regions[0].part for one in read(text).paragraphs][-2:] == ["title", "title"]


HEAD = "RESOLUTION 900 (Dubai, 2018)\nTrees\nThe Plenipotentiary Conference (Dubai, 2018),\n"
GOVERNED = {
    "a clause that comes again has its ordinal": (
        "recalling\nResolution 1,\nrecalling further\na)\tResolution 2;\nb)\tResolution 3,",
        ["recalls", "recalls.1", "recalls-2", "recalls-2.1", "recalls-2.2"],
    ),
    "a verb in running text opens nothing": (
        "recalling\na)\tthat Resolution 5 invites Member States, and notes that trees grow;\nb)\tthe view of Council,",
        ["recalls", "recalls.1", "recalls.2"],
    ),
    "an item under an item belongs to it": (
        "resolves\n1\tto plant:\ni)\toaks;\nii)\tlimes;\n2\tto water,",
        ["resolves", "resolves.1", "resolves.1", "resolves.1", "resolves.2"],
    ),
    "words run into the line": (
        "recalling\nResolution 1,\ninvites all stakeholders to plant trees under Resolution 7.",
        ["recalls", "recalls.1", "invites.1"],
    ),
    "an annex ends the clauses": (
        "resolves\nto plant trees.\nANNEX TO RESOLUTION 900 (DUBAI, 2018)\nKinds of trees\nconsidering\nOaks and limes.",
        ["resolves", "resolves.1", "annex-1", "annex-1.p1", "annex-1.p2", "annex-1.p3"],
    ),
    "footnotes after a raised sign": (
        "resolves\n1\tto act;\n¹\tSee Resolution 901 of 2018.\n2\tto go on.\n*\t5 towns took part.",
        ["resolves", "resolves.1", "footnote-1", "resolves.2", "footnote-2"],
    ),
    "a footnote numbered apart": (
        "instructs the Director\nto report to the next assembly.\n1\tSee also Resolution 8 of this conference.\nANNEX 1\nLists",
        ["instructs", "instructs.1", "footnote-1", "annex-1", "annex-1.p1"],
    ),
    "a numbered sentence below a rule is a footnote": (
        "invites the members\nto name a tree.\n_______\n1\tSee also Decision 8 of this conference.",
        ["invites", "invites.1", "invites.2", "footnote-1"],
    ),
    "the head of a page with its edition interrupts nothing": (
        "considering\na)\tthat trees grow;\nResolution 900 (Rev. Dubai, 2018)\t3\nb)\tthat they fall,",
        ["considers", "considers.1", "title", "considers.2"],
    ),
    "the head of a page interrupts nothing": (
        "considering\na)\tthat trees grow;\nResolution 900 281\nb)\tthat they fall,",
        ["considers", "considers.1", "title", "considers.2"],
    ),
    "the reasons for a proposal are body": (
        "resolves\nto plant trees.\nReasons:\tTo agree with Resolution 7.\nThey grow.",
        ["resolves", "resolves.1", "body.p1", "body.p2"],
    ),
    "a section after the operative part is body": (
        "resolves\nthat the rules below apply.\nSECTION 1\n1.1\tThe assembly meets in spring.",
        ["resolves", "resolves.1", "body.p1", "body.p2"],
    ),
    "numbered sections after an annex was named are that annex": (
        "recommends\nthat the method of Annex 1 be used.\n1 Introduction\nThe method is old.",
        ["recommends", "recommends.1", "annex-1", "annex-1.p1"],
    ),
}


@pytest.mark.parametrize("text, parts", GOVERNED.values(), ids=GOVERNED.keys())
def test_what_governs_a_line(clauses, text, parts):
    found = [regions[0] for regions in clauses(HEAD + text)][3:]
    assert found == parts


def test_a_text_without_formula_begins_with_its_clause(clauses):
    assert clauses("Study group\nconsidering\nthat trees grow,") == [("title",), ("considers",), ("considers.1",)]


def test_sentences_before_the_title_are_body(clauses):
    found = clauses("The members propose a change.\nReferences\nResolution 900\n" + HEAD + "noting\nthe report,")
    assert [regions[0] for regions in found[:3]] == ["body.p1", "title", "title"]
