"""Names of files, addresses and document symbols."""

import pytest

from graph_service.citing.identify import identified
from graph_service.citing.identifying.files import read_file_name
from graph_service.errors import ProblemError

LANGUAGES = {"E": "en", "F": "fr", "S": "es", "R": "ru", "C": "zh", "A": "ar"}


@pytest.mark.parametrize(
    ("name", "canonical"),
    [
        ("T-REC-T.4-200307-I", "ITU-T T.4 (07/2003)"), ("T-REC-T.4-200307-S", "ITU-T T.4 (07/2003)"),
        ("T-REC-T.4-200307-I!!PDF-E", "ITU-T T.4 (07/2003)-E"), ("T-REC-T.4-200307-I!!MSW-F.docx", "ITU-T T.4 (07/2003)-F"),
        ("T-REC-T.4-200307-I!!PDF-S.pdf", "ITU-T T.4 (07/2003)-S"), ("T-REC-H.264-201905-I-E", "ITU-T H.264 (05/2019)-E"),
        ("T-REC-G.989.2-201604-I!Amd1!PDF-E", "ITU-T G.989.2 Amd. 1 (04/2016)-E"),
        ("T-REC-X.736-199610-I!Amd1-Cor1", "ITU-T X.736 Amd. 1 Cor. 1 (10/1996)"),
        ("T-REC-G.722.2-200406-S!AnnC-Err1", "ITU-T G.722.2 Annex C Err. 1 (06/2004)"),
        ("T-REC-Z.100-202106-I!AnnF3", "ITU-T Z.100 Annex F3 (06/2021)"), ("T-REC-V.42-200011-S!App6", "ITU-T V.42 App. VI (11/2000)"),
        ("T-REC-X.712-199610-I!Crs", "ITU-T X.712 Cor. (10/1996)"), ("T-REC-Y.Sup60-202110-S", "ITU-T Y Suppl. 60 (10/2021)"),
        ("T-REC-M.Sup4.5-197212-W", "ITU-T M Suppl. 4.5 (12/1972)"), ("T-REC-Q.500SerSup2-198811-I", "ITU-T Q-500 Suppl. 2 (11/1988)"),
        ("T-REC-X.51bis-198811-I", "ITU-T X.51bis (11/1988)"), ("T-REC-D.700R-202403-I", "ITU-T D.700R (03/2024)"),
        ("T-REC-Q.400-Q.490-198811-I", "ITU-T Q.400-Q.490 (11/1988)"), ("T-REC-H.Imp323-201203-I", "ITU-T H.Imp323 (03/2012)"),
        ("R-REC-BO.600-1-198607-S!!PDF-E", "ITU-R BO.600-1 (07/1986)-E"), ("R-REC-SM.1448-0-200005-I!Cor1!PDF-E.pdf", "ITU-R SM.1448-0 Cor. 1 (05/2000)-E"),
        ("R-REP-SM.2486-1-2024-PDF-E.pdf", "ITU-R Report SM.2486-1 (2024)-E"), ("R-REP-M.2410-2017", "ITU-R Report M.2410 (2017)"),
        ("R-RES-R.9-7-2023-PDF-E.pdf", "RA Resolution 9-7 (2023)-E"), ("R-RES-R.75-2023-PDF-E", "RA Resolution 75 (2023)-E"),
        ("T-RES-T.50-2022-PDF-R", "WTSA Resolution 50 (2022)-R"), ("R-HDB-58-2012-OAS-PDF-E.pdf", "ITU-R Handbook 58 (2012)-E"),
        ("R-QUE-SG05.229-5-2019", "ITU-R Question 229-5/5 (2019)"), ("T-SP-OB.1088-2015-PDF-E", "ITU OB 1088 (2015)-E"),
        ("https://www.itu.int/rec/T-REC-G.711-198811-I/en", "ITU-T G.711 (11/1988)"),
        ("http://www.itu.int/dms_pub/itu-r/opb/rep/R-REP-SM.2157-2009-PDF-E.pdf", "ITU-R Report SM.2157 (2009)-E"),
        ("https://www.itu.int/rec/dologin_pub.asp?lang=f&id=T-REC-G.711-198811-I!!PDF-F&type=items", "ITU-T G.711 (11/1988)-F"),
        ("A/RES/70/1", "UNGA Resolution 70/1"), ("S/RES/1244 (1999)", "UNSC Resolution 1244 (1999)"), ("E/RES/2021/28", "ECOSOC Resolution 2021/28"),
    ],
)  # fmt: skip
def test_a_file_name_names_its_text(name, canonical, register, lexicons):
    found = identified(name, register, lexicons)
    assert found.canonical == canonical
    assert identified(canonical, register, lexicons).canonical == canonical


@pytest.mark.parametrize(
    "name", ["G.711", "ITU-T G.711", "T-REC", "T-FOO-G.711-198811", "https://www.itu.int/", "A/72/492", "C16/43"]
)
def test_what_is_no_file_name_is_left_to_others(name):
    assert read_file_name(name, name, LANGUAGES) is None


@pytest.mark.parametrize("name", ["T-REC-G.711-198811-I!Foo1", "T-REC-Foo-198811-I", "R-REP-Foo-2020"])
def test_a_file_name_of_parts_unknown_is_refused(name):
    with pytest.raises(ProblemError, match="is no"):
        read_file_name(name, name, LANGUAGES)
