"""The letters by which ITU-R and ITU-T order their texts: series, collections, and codes beside the series."""

RADIO_SERIES = frozenset(
    ["BO", "BR", "BS", "BT", "F", "IS", "M", "P", "PI", "PN", "RA", "RS", "S", "SA", "SF", "SM", "SNG", "TF", "V"]
)
"""The series of Recommendations and Reports of ITU-R, those no longer used included."""
SHARED_SERIES = frozenset("FMPSV")
"""The series of ITU-R whose letter is a series of ITU-T as well."""
COLLECTIONS = frozenset({"CD", "LS", "OL", "USB"})
"""The collections of ITU-R texts that its catalogue lists beside the series."""
CODES = frozenset({"EMC", "IMPL", "MES", "QOS", "SEC"})
"""The codes of ITU-T publications that are no Recommendations and are catalogued beside them."""
HANDBOOK_SIGN = "HDB"
FORMER_SECTOR = {"CCITT": "ITU-T", "CCIR": "ITU-R"}
"""The Sector that took over from a body of before 1993."""
