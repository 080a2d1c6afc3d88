"""Text folded for the grammar, with the way back to each character."""

import pytest

from graph_service.citing.normalise import fold_words, normal

FOLDED = [
    ("ITU\u2011T\u00a0Y.4000", "ITU-T Y.4000"),
    ("\u0661\u0663\u0663\u0663", "1333"),
    ("القـرار", "القرار"),
    ("المراجَع", "المراجع"),
    ("（２０２２年，迪拜）", "(2022年,迪拜)"),
    ("71、139", "71, 139"),
    ("«Connect»", '"Connect"'),
    ("co\u00adopération", "coopération"),
    ("a  b\t c", "a b c"),
    ("\ufefb", "\u0644\u0627"),
]


@pytest.mark.parametrize(("text", "folded"), FOLDED)
def test_signs_are_folded(text, folded):
    assert normal(text).text == folded


@pytest.mark.parametrize(("text", "_"), FOLDED)
def test_every_character_leads_back_to_its_own(text, _):
    found = normal(text)
    assert len(found.offsets) == len(found.text)
    assert list(found.offsets) == sorted(found.offsets)
    assert all(fold_words(text[offset])[:1] for offset in found.offsets)


def test_every_sign_of_unicode_is_folded_in_the_end():
    for code in range(0x110000):
        if not 0xD800 <= code < 0xE000:
            assert len(normal(chr(code)).text) <= 20
