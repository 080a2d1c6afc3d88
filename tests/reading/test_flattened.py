"""Flattened changes: what was struck and what was put in, in any language, and what is left alone."""

import pytest

from graph_service.reading.changes import Changes, view_of
from graph_service.reading.flattened import Flattened
from graph_service.reading.marks import marks_of


@pytest.fixture(scope="module")
def flattened(lexicons, register):
    return Flattened(marks_of(lexicons, register))


READ = [
    (
        "Resolution 900 (Busan, 2014Rev. Dubai, 2018)",
        "Resolution 900 (Rev. Dubai, 2018)",
        "Resolution 900 (Busan, 2014)",
    ),
    (
        "Résolution 900 (Rév. Busan, 2014Dubaï, 2018)",
        "Résolution 900 (Rév. Dubaï, 2018)",
        "Résolution 900 (Rév. Busan, 2014)",
    ),
    ("(Rev. Busan, 2014Rev. Dubai, 2018)", "(Rev. Dubai, 2018)", "(Rev. Busan, 2014)"),
    ("(Rév.Buenos Aires, 2017 Kigali, 2022)", "(Rév. Kigali, 2022)", "(Rév.Buenos Aires, 2017)"),
    ("(Kigali, 2022Buenos Aires, 2017)", "(Kigali, 2022)", "(Buenos Aires, 2017)"),
    ("(ПЕРЕСМ. ДУБАЙ, 2018 Г.БУХАРЕСТ, 2022 Г.)", "(ПЕРЕСМ. БУХАРЕСТ, 2022 Г.)", "(ПЕРЕСМ. ДУБАЙ, 2018 Г.)"),
    ("(Хаммамет, 2016 г.Пересм. Женева, 2022 г.)", "(Пересм. Женева, 2022 г.)", "(Хаммамет, 2016 г.)"),
    ("(المراجَع في دبي، 2018بوخارست، 2022)", "(المراجَع في بوخارست، 2022)", "(المراجَع في دبي، 2018)"),
    ("（20182022年，迪拜布加勒斯特，修订版）", "（2022年，布加勒斯特，修订版）", "（2018年，迪拜，修订版）"),
    ("（2018年，迪拜2022年，布加勒斯特，修订版）", "（2022年，布加勒斯特，修订版）", "（2018年，迪拜）"),
    ("(REV.CMR-1523)", "(REV.CMR-23)", "(REV.CMR-15)"),
    ("(Пересм. ВКР-15ВКР-23)", "(Пересм. ВКР-23)", "(Пересм. ВКР-15)"),
    ("(WRC-15Rev.WRC-19)", "(Rev.WRC-19)", "(WRC-15)"),
    ("Resolution 139140 (Rev. Dubai, 2018)", "Resolution 140 (Rev. Dubai, 2018)", "Resolution 139 (Rev. Dubai, 2018)"),
    ("第4748号决议（2024年，新德里）", "第48号决议（2024年，新德里）", "第47号决议（2024年，新德里）"),
    ("the Connect 20202030 Agenda", "the Connect 2030 Agenda", "the Connect 2020 Agenda"),
    ("Connect 2020Connect 2030", "Connect 2030", "Connect 2020"),
    ("plan for 2020-20232024-2027", "plan for 2024-2027", "plan for 2020-2023"),
    ("Y.9000 (06/201207/2016)", "Y.9000 (07/2016)", "Y.9000 (06/2012)"),
    ("Y.9000 (06/2012)(07/2016)", "Y.9000 (07/2016)", "Y.9000 (06/2012)"),
    ("Y.9000 (2012)(2016)", "Y.9000 (2016)", "Y.9000 (2012)"),
    ("(Rev. Busan, 2014)(Rev. Dubai, 2018)", "(Rev. Dubai, 2018)", "(Rev. Busan, 2014)"),
    ("(Хаммамет, 2016 г.)(Пересм. Женева, 2022 г.)", "(Пересм. Женева, 2022 г.)", "(Хаммамет, 2016 г.)"),
    ("(Rev.WRC-07)(Rev.WRC-23)", "(Rev.WRC-23)", "(Rev.WRC-07)"),
    ("(ВКР-03)(Пересм. ВКР-07)", "(Пересм. ВКР-07)", "(ВКР-03)"),
    ("Y.9000 (2019/06)(2021/10)", "Y.9000 (2021/10)", "Y.9000 (2019/06)"),
    ("Решение 9 (2018 г.Пересм. 2020 г.) Совета", "Решение 9 (Пересм. 2020 г.) Совета", "Решение 9 (2018 г.) Совета"),
    ("КигалийскогоБакинского плана действий", "Бакинского плана действий", "Кигалийского плана действий"),
    ("Decision 9 (modified 2018modified 2020)", "Decision 9 (modified 2020)", "Decision 9 (modified 2018)"),
    (
        "Resolution 62 (Geneva, 2012)62-1 (Geneva, 2015)",
        "Resolution 62-1 (Geneva, 2015)",
        "Resolution 62 (Geneva, 2012)",
    ),
    ("ITU-T Q.9050 (03/2019)Q.9052 (10/2020)", "ITU-T Q.9052 (10/2020)", "ITU-T Q.9050 (03/2019)"),
    ("МСЭ-T K.900 (2017 г.)K.900 (2021 г.)", "МСЭ-T K.900 (2021 г.)", "МСЭ-T K.900 (2017 г.)"),
    (
        "Recommendation ITU-D 92 (Dubai, 2014)Recommendation ITU-D 94 (Kigali, 2022)",
        "Recommendation ITU-D 94 (Kigali, 2022)",
        "Recommendation ITU-D 92 (Dubai, 2014)",
    ),
    ("Question 7/23/1", "Question 3/1", "Question 7/2"),
    ("Вопросы 6/1 и 7/23/1", "Вопросы 6/1 и 3/1", "Вопросы 6/1 и 7/2"),
    ("Recommendation ITU-R M.9036-56", "Recommendation ITU-R M.9036-6", "Recommendation ITU-R M.9036-5"),
    ("Вопрос МСЭ\u2011R 965\u201101/5", "Вопрос МСЭ\u2011R 965\u20111/5", "Вопрос МСЭ\u2011R 965\u20110/5"),
    ("ITU-R第9-78号决议", "ITU-R第9-8号决议", "ITU-R第9-7号决议"),
    ("Council Resolution 19321972", "Council Resolution 1972", "Council Resolution 1932"),
    ("理事会第19321972号决议", "理事会第1972号决议", "理事会第1932号决议"),
    ("Acuerdo 19321972 del Consejo", "Acuerdo 1972 del Consejo", "Acuerdo 1932 del Consejo"),
    ("Question 15/1113/11", "Question 13/11", "Question 15/11"),
    (
        "Recommendations ITU-T L.9024L.9050 and X.1",
        "Recommendations ITU-T L.9050 and X.1",
        "Recommendations ITU-T L.9024 and X.1",
    ),
    ("التوصيتين L.9023 وL.9024L.9050", "التوصيتين L.9023 وL.9050", "التوصيتين L.9023 وL.9024"),
    (
        "Resolution 976Resolutions 972 and 979 (Rev. Geneva, 2022)",
        "Resolutions 972 and 979 (Rev. Geneva, 2022)",
        "Resolution 976 (Rev. Geneva, 2022)",
    ),
    (
        "بالقرارين 976 و977بالقرار 979 (المراجَعينالمراجَع في جنيف، 2022)",
        "بالقرار 979 (المراجَع في جنيف، 2022)",
        "بالقرارين 976 و977 (المراجَعين في جنيف، 2022)",
    ),
    (
        "Резолюции 976Резолюций 972 и 979 (Пересм. Женева, 2022 г.)",
        "Резолюций 972 и 979 (Пересм. Женева, 2022 г.)",
        "Резолюции 976 (Пересм. Женева, 2022 г.)",
    ),
    ("Resolution 980981 (WRC-23)", "Resolution 981 (WRC-23)", "Resolution 980 (WRC-23)"),
    ("Resolución 9395 (Rev. Kigali, 2022)", "Resolución 95 (Rev. Kigali, 2022)", "Resolución 93 (Rev. Kigali, 2022)"),
    (
        "Resolutions 91 (Kigali, 2022) and 9395 (Rev. Kigali, 2022)",
        "Resolutions 91 (Kigali, 2022) and 95 (Rev. Kigali, 2022)",
        "Resolutions 91 (Kigali, 2022) and 93 (Rev. Kigali, 2022)",
    ),
    (
        "Résolutions 12, 1300 et 13001309 du Conseil",
        "Résolutions 12, 1300 et 1309 du Conseil",
        "Résolutions 12, 1300 et 1300 du Conseil",
    ),
    ("第9395号决议（2022年，基加利）", "第95号决议（2022年，基加利）", "第93号决议（2022年，基加利）"),
    ("números 5.9095.910 y 5.911", "números 5.910 y 5.911", "números 5.909 y 5.911"),
    ("第5.901A5.901B款", "第5.901B款", "第5.901A款"),
    ("Отчет МСЭ-R M.90019001-1", "Отчет МСЭ-R M.9001-1", "Отчет МСЭ-R M.9001"),
    ("Rec. ITU-R M.9001-49001-5", "Rec. ITU-R M.9001-5", "Rec. ITU-R M.9001-4"),
    ("Résolution UIT\u2011R 9\u201189\u20119", "Résolution UIT\u2011R 9\u20119", "Résolution UIT\u2011R 9\u20118"),
    (
        "Resolution ITU-R 9696-1 (Dubai, 2023)",
        "Resolution ITU-R 96-1 (Dubai, 2023)",
        "Resolution ITU-R 96 (Dubai, 2023)",
    ),
    ("the KigaliBaku Action Plan", "the Baku Action Plan", "the Kigali Action Plan"),
    (
        "Кигалийский план, ДубайскийКигалийский план",
        "Кигалийский план, Кигалийский план",
        "Кигалийский план, Дубайский план",
    ),
    ("خطة عمل كيغاليباكو", "خطة عمل باكو", "خطة عمل كيغالي"),
    ("《基加利巴库行动计划》", "《巴库行动计划》", "《基加利行动计划》"),
]


@pytest.mark.parametrize("text, final, original", READ)
def test_both_states_are_read(flattened, text, final, original):
    spans = flattened.spans(text)
    assert view_of(text, spans, Changes.FINAL).text == final
    assert view_of(text, spans, Changes.ORIGINAL).text == original
    assert all(span.guessed for span in spans)


@pytest.mark.parametrize(
    "text",
    [
        "Resolution 900 (Rev. Dubai, 2018)",
        "(Florianópolis, 2004; Johannesburg, 2008; Dubai, 2012)",
        "(Kyoto, 1994) – (Rev. Antalya, 2006)",
        "Resolutions 25 (Rev. Dubai, 2018), 71 (Rev. Bucharest, 2022)",
        "tel. +41 22 730 5111, document 20220506",
        "(Rev.WRC-2019) and WRC-2023",
        "in 2018 Geneva hosted the forum",
        "（２０１６年，哈马马特；２０２２年，日内瓦）",
        "the IoT and the WhatsApp of ITUT",
        "Question 11/11",
        "Recommendation ITU-R P.9000-12, pages 12-23, (Rev.WRC-23) and 15-16 July",
        "ITU-T X.9000-45.1 and the range 34-45",
        "law 13321372, tel. 13321372",
        "Resolution 9395 (XXV), Resolution 9395 (1999), Resolution 9395 (Ministry of Energy, 2019), in 2018 (Geneva)",
        "Nos. 9.38.1 and 9.39.1, section 5.15.10, 192.168.1.1 and 15.12.2019",
        "Recommendation ITU-R M.9393-1 and Resolution ITU-R 11-1, ISBN 978-92-61-1",
        "القرار 982والقرار 931 (المراجَع في بوخارست، 2022)",
        "Resolution 982Resolution 931 of the Council",
        "Resolution 1334 (Rev. 2015)",
    ],
)
def test_what_was_never_changed_is_left_alone(flattened, text):
    assert flattened.spans(text) == ()
