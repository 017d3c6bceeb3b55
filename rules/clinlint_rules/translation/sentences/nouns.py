"""Singular and plural nouns, as far as agreement needs them."""

from __future__ import annotations

from clinlint.api import Token, known_tag

# End in -s and take a singular verb all the same.
_SINGULAR_IN_S = frozenset(
    ("shingles", "measles", "mumps", "rabies", "rickets", "hives", "diabetes", "herpes", "news", "series", "species")
    + ("means", "lens", "gallows", "aids", "physics", "genetics", "orthopedics", "pediatrics", "obstetrics", "ethics")
    + ("statistics", "mathematics", "economics", "politics", "electronics", "gymnastics", "athletics", "aerobics")
    + ("sports", "goods", "arms", "lice", "states", "headquarters", "piles", "always", "perhaps", "bends", "yes")
    + ("dynamics", "kinetics", "mechanics", "robotics", "aesthetics", "optics", "acoustics", "hydraulics", "thrombus")
)
_SINGULAR_ENDINGS = ("ss", "us", "is", "ics", "ous", "ps", "eps", "as", "’s", "'s")
_PLURAL_ENDINGS = ("oids", "omas", "ions", "ists", "ents", "ants", "ors", "ers", "cies", "ties", "ments", "gies")
_MEDICAL_PLURALS = ("nias", "omas", "oids", "dules", "cules")
_IRREGULAR_PLURALS = frozenset(("people", "children", "women", "men", "teeth", "feet", "patients"))


def is_plural(token: Token) -> bool:
    """True for a noun that is certainly plural: a known singular with -s, or an irregular one."""
    word = token.lower
    if word in _IRREGULAR_PLURALS:
        return True
    if word.endswith(_MEDICAL_PLURALS) and word not in _SINGULAR_IN_S and len(word) > 5:
        return True
    if not token.tag.startswith("NNS") or not word.endswith("s") or word in _SINGULAR_IN_S:
        return False
    if word.endswith(_SINGULAR_ENDINGS) and not word.endswith(("cramps", "lumps", "steps", "groups", "hips", "lips")):
        return False
    singulars = [word[:-1]]
    if word.endswith("ies"):
        singulars.append(f"{word[:-3]}y")
    elif word.endswith("es"):
        singulars.append(word[:-2])
    return any(known_tag(s).startswith("NN") for s in singulars) or word.endswith(_PLURAL_ENDINGS)


def is_plural_in_title(token: Token) -> bool:
    """True for a capitalised word of a heading that is a plural in lower case: ``Varicose Veins``."""
    return token.tag.startswith("NNP") and is_plural(token._replace(text=token.lower, tag="NNS"))


def is_singular(token: Token) -> bool:
    """True for a noun that the lexicon knows as a singular, and that does not look like a plural."""
    word = token.lower
    return token.tag == "NN" and known_tag(word) == "NN" and not word.endswith("s") and word not in _BOTH


# The same in both numbers, or a singular that stands for many.
_BOTH = frozenset(
    (
        "sheep",
        "fish",
        "deer",
        "aircraft",
        "offspring",
        "data",
        "media",
        "bacteria",
        "criteria",
        "staff",
        "family",
        "team",
    )
    + ("group", "team", "police", "public", "majority", "rest", "half", "lot", "number", "couple", "percent", "crew")
    + ("young", "old", "elderly", "sick", "poor", "rich", "disabled", "few", "many", "other", "same", "one", "two")
    + ("phenomena", "genera", "ova", "diagnoses", "people", "cattle", "committee", "government", "population")
)
