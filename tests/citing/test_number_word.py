"""What the grammar of languages that put the number first reads beside the number: quoted titles, Articles."""

import pytest

from graph_service.citing.extract import extract
from graph_service.reading.read import read_documents


def mentions(text, register, lexicons):
    document = read_documents(f"忆及\na)\t{text}；\n".encode(), name="text.txt", register=register, lexicons=lexicons)[
        0
    ]
    return extract(document, register, lexicons)


@pytest.mark.parametrize("text, title", [
    ("全权代表大会第139号决议（2018年，迪拜，修订版），题为“弥合数字鸿沟”", "弥合数字鸿沟"),
    ("题为“弥合数字鸿沟”的全权代表大会第139号决议（2018年，迪拜，修订版）", "弥合数字鸿沟"),
    ("全权代表大会第139号决议（2018年，迪拜，修订版）以及“智慧城市”计划", None),
])  # fmt: skip
def test_a_quoted_title_stands_after_or_before(text, title, register, lexicons):
    assert [one.quoted_title for one in mentions(text, register, lexicons)] == [title]


def test_what_a_title_names_stands_in_it(register, lexicons):
    text = (
        "全权代表大会第139号决议（2018年，迪拜，修订版），题为“审查世界电信发展大会第30号决议（2014年，迪拜，修订版）”"
    )
    assert [one.inside_title_of for one in mentions(text, register, lexicons)] == [None, "pp/res/139"]


def test_the_article_that_a_number_is_of(register, lexicons):
    found = mentions("《组织法》第21条第118和119款的规定", register, lexicons)
    assert [(one.number, one.article) for one in found] == [
        ("Art. 21", None),
        ("No. 118", "Art. 21"),
        ("No. 119", "Art. 21"),
    ]


@pytest.mark.parametrize("body", ["", "全权代表大会"])
@pytest.mark.parametrize("text, numbers", [
    ("第169号和第170号决议（2010年，瓜达拉哈拉）", ["169", "170"]),
    ("第169和170号决议（2010年，瓜达拉哈拉）", ["169", "170"]),
    ("第169号、第170号和第171号决议（2010年，瓜达拉哈拉）", ["169", "170", "171"]),
    ("第169 号及第170 号决议（2010年，瓜达拉哈拉）", ["169", "170"]),
])  # fmt: skip
def test_each_number_of_a_list_may_bear_its_sign(body, text, numbers, register, lexicons):
    found = mentions(body + text, register, lexicons)
    assert [(one.number, one.marker.year) for one in found] == [(number, 2010) for number in numbers]


def test_a_range_whose_numbers_bear_their_signs(register, lexicons):
    found = mentions("第101号至第103号决议（2010年，瓜达拉哈拉，修订版）", register, lexicons)
    assert [(one.number, one.range) for one in found] == [("101", "101-103"), ("103", "101-103")]
