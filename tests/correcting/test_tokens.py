"""The smallest replacements between two texts, at the borders of words."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.correcting.tokens import hunks

# old, new, what goes and what comes, in order
CASES = [
    ("Résolution 98 (Genève, 2022) de", "Résolution 98 (Rév. Genève, 2022) de", [("", "Rév. ")]),
    ("Programme Connect 2020", "Programme Connect 2030", [("2020", "2030")]),
    ("Resolution 64 (Busan, 2014)", "Resolution 64 (Rev. Dubai, 2018)", [("Busan", "Rev. Dubai"), ("2014", "2018")]),
    ("Resolution 140 (Rev. Antalya, 2006)", "Resolution 140 (Antalya, 2006)", [("Rev. ", "")]),
    ("Resolution 2 of the", "Resolution 2 (Rev. Hammamet, 2016) of the", [("", " (Rev. Hammamet, 2016)")]),
    ("(WRC-19)", "(Rev.WRC-23)", [("", "Rev."), ("19", "23")]),
    ("ITU-R SA.364-6", "ITU-R SA.364-7", [("6", "7")]),
    ("Рез. 71 (Пусан, 2014 г.)", "Рез. 71 (Пересм. Дубай, 2018 г.)", [("Пусан", "Пересм. Дубай"), ("2014", "2018")]),
    ("第64号决议（2014年，釜山）", "第64号决议（2018年，迪拜，修订版）", [("2014", "2018"), ("釜山", "迪拜，修订版")]),
    ("（2022年，布加勒斯特）", "（2022年，布加勒斯特，修订版）", [("", "，修订版")]),
    ("2022年布加勒斯特修订版", "2022年布加勒斯特", [("修订版", "")]),
    ("القرار 64 (المراجَع في بوسان، 2014)", "القرار 64 (المراجَع في دبي، 2018)", [("بوسان", "دبي"), ("2014", "2018")]),
    ("القرار ٦٤ (٢٠١٤)", "القرار ٦٤ (٢٠١٨)", [("٢٠١٤", "٢٠١٨")]),
    ("no\u00a0break\u2011sign old", "no break-sign new", [("old", "new")]),
    ("RÉSOLUTION 85 (KIGALI, 2022)", "RÉSOLUTION 85 (RÉV. KIGALI, 2022)", [("", "RÉV. ")]),
    ("the same", "the same", []),
    ("", "all new", [("", "all new")]),
    ("all gone", "", [("all gone", "")]),
]


@pytest.mark.parametrize(("old", "new", "changes"), CASES, ids=[case[0] or "empty" for case in CASES])
def test_only_what_differs_is_replaced(old, new, changes):
    assert [(old[one.start : one.end], one.text) for one in hunks(old, new)] == changes


WORDS = st.lists(
    st.sampled_from(["Rev.", "Dubai", "2018", "(", ")", ", ", " ", "-", "决议", "修订版", "في", "Genève"]), max_size=14
)


@given(WORDS, WORDS)
def test_the_replacements_make_the_new_text(old, new):
    before, after = "".join(old), "".join(new)
    made = before
    for one in reversed(hunks(before, after)):
        made = made[: one.start] + one.text + made[one.end :]
    assert made == after


@given(WORDS, WORDS)
def test_replacements_are_in_order_and_apart(old, new):
    found = hunks("".join(old), "".join(new))
    assert all(one.end < other.start for one, other in pairwise(found))
    assert all(one.text or one.start < one.end for one in found)
