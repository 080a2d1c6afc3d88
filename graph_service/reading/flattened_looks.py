"""What numbers, marks and names run together look like: a text with none of it holds no flattened change."""

import re

_LETTER = "A-ZÀ-ÞА-Я\u0620-\u06ff"
_SMALL = "a-zß-ÿа-яё"
_DASH = "\u2010-\u2014-"
_BEHIND_A_DIGIT = (
    r"\d{7}",  # 20142018
    rf"\d[{_LETTER}]",  # 14Rev.
    rf"\d{{3}}[{_SMALL}]",  # 2014rev.
    r"\d{3}\s*[гГ]\.(?:\s*[^\W\d_]|\d{4})",  # 2014 г.Пересм., 2014 г.2018
    r"/\d{2,5}/\d",  # 5/23/1
    rf"(?:(?<=[,،]\s\d)|(?<=[,،]\d)|(?<=\s\s\d))\d{{3}}\s+[{_LETTER}]",  # Buenos Aires, 2017 Kigali
    r"(?<=[\u4e00-\u9fff]\d)\d{3}\s*年\s*[,，、]",  # 釜山2018年，
    rf"\d{{3}}(?:\d\d)?(?:\s\((?=[{_LETTER}])|号)",  # 4748 (Kigali, 4748号
    r"\d{3}/\d{1,3}(?![\d/])",  # 7879/1
    r"年\s*(?:19|20)\d\d\s*年",  # 2014年2018年
)
_BEHIND_ANOTHER = (
    r"(?<=/)\d{6}",  # 06/201207
    r"(?<=\d/)(?!19|20)[12]\d[12]\d(?![\d/])",  # 28/1621
    rf"(?<=[)）])(?:\d|[A-Z]{{1,2}}\.\d|(?:[a-z]{{1,3}}[ '’])?[A-ZÀ-ÞА-Я][{_SMALL}]{{4}})",  # (2017)Q.5052, )Resolution
    r"(?<=\))\((?=[^()]{0,50}\d\d(?:/\d\d)?[^()\d]{0,6}\))",  # (Busan, 2014)(Dubai, 2018)
    rf"(?<=[{_DASH}])\d{{4}}(?!\d)",  # CMR-1519
    r"(?<=C\d)\d{3}(?!\d)",  # C1923
    r"(?<=[A-Z]\.\d)\d{5}(?!\d)",  # X.509510
    r"(?<=D\s\d)\d{3}(?![\d/-])",  # ITU-D 2123
    rf"(?<=\d[{_DASH}])(?:01|23|34|45|56|67|78|89|910|1011|1112|1213)(?!\d)",  # M.2083-01
    r"(?<=\.\d)(?:\d{1,2}[A-Z]{0,2}|[A-Z]{1,2})\d{1,2}\.\d",  # 5.1095.110
    rf"(?<=\d[{_DASH}])\d{{2,6}}[{_DASH}]\d{{1,2}}(?!\d)",  # M.1371-41371-5
    rf"(?<=[RР]\s\d)\d{{3}}[{_DASH}]\d",  # ITU-R 6969-1
    r"(?<=[\s第و和、]\d)(?:(?<!1)(?!0[012])\d{3}|\d{5})(?=\s*[(（号])",  # 6472 (Rev.
)
GLUED = re.compile(rf"[\d/)）{_DASH}](?:(?<=\d)(?:{'|'.join(_BEHIND_A_DIGIT)})|{'|'.join(_BEHIND_ANOTHER)})")
"""Two numbers or marks."""
CAMEL = re.compile(r"[a-zß-ÿа-яё][A-ZÀ-ÞА-Я]|[\u0600-\u06ff\u4e00-\u9fff]{4}|[A-ZА-Я]{8}")
"""Two names."""
