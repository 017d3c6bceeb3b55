"""Titles and abbreviations of other languages, and what a machine made of them, each with its English."""

from __future__ import annotations

import re
from dataclasses import dataclass

from clinlint.api import Confidence


@dataclass(frozen=True, slots=True)
class Debris:
    """One title or abbreviation: what to write for it and why it is odd."""

    pattern: str
    english: str
    language: str
    meaning: str
    confidence: Confidence = Confidence.HIGH


_MEDIUM = Confidence.MEDIUM

# Prof. Dr., Assoc. Prof. Dr. and Dr. med. are used in English and are not here.
TITLES = (
    Debris(r"Uzm\.? ?Dr\.?(?: ?Dr\.?)?", "Dr", "Turkish", "uzman doktor, a specialist"),
    Debris(r"O[Pp]r?\. ?(?:D[Rr]\.?|MD\b)", "Dr", "Turkish", "operatör doktor, a surgeon"),
    Debris(r"Kiss\.? ?Dr\.?", "Dr", "Turkish", "Op. (operatör, a surgeon) was read as öp, “kiss”"),
    Debris(r"(?:Exp|Expert)\. ?Dr\.?", "Dr", "Turkish", "Uzm. (uzman, a specialist) was read as “expert”"),
    Debris(r"(?:Spec|Sp|Spc)\. ?Dr\.?", "Dr", "Turkish", "Uzm. (uzman) means a specialist", _MEDIUM),
    Debris(r"Specialist Specialist(?: Dr\.?)?", "Specialist", "Turkish", "uzman and Uzm. both became “specialist”"),
    Debris(r"Yrd\.? ?Do[çc]\.?(?: ?Dr\.?)?", "Assistant Professor", "Turkish", "yardımcı doçent"),
    Debris(r"(?:Doç\.?|Doc\.) ?Dr\.?", "Associate Professor", "Turkish", "doçent, an associate professor"),
    Debris(r"(?:Dr\.? )?(?:Öğr|Ogr)\. ?(?:Üyesi|Uyesi|Gör\.?)", "Assistant Professor", "Turkish", "öğretim üyesi"),
    Debris(r"Arş\. ?Gör\.?(?: ?Dr\.?)?", "Research Assistant", "Turkish", "araştırma görevlisi"),
    Debris(
        r"(?:Dr\.? )?(?:Instructor|Lecturer|Teaching|Education|Faculty|Teacher)'?s? (?:Its )?Member(?= [A-ZÇĞİÖŞÜ]\w)",
        "Assistant Professor",
        "Turkish",
        "öğretim üyesi, a teaching post",
        _MEDIUM,
    ),
    Debris(r"(?:Uzm\.? ?)?(?:Psk|Dyt|Fzt|Ecz|Odyo)\.(?= ?[A-ZÇĞİÖŞÜ])", "", "Turkish", "an abbreviated profession"),
    Debris(r"(?:Chefarzt|Oberarzt|Oberärztin|Chefärztin|Fachärztin|Facharzt) Dr\.?", "Dr", "German", "a senior doctor"),
    Debris(r"Dra\.(?= ?[A-ZÁÉÍÓÚÑ])", "Dr", "Spanish or Portuguese", "doctora, a woman doctor"),
    Debris(r"D(?:ott|tt)\.(?:ssa\.?)?(?= ?[A-Z])", "Dr", "Italian", "dottore, doctor"),
    Debris(r"(?:[kd]\.m\.n\.|[KD]\.M\.N\.)(?=[\s,]|$)", "PhD", "Russian", "a doctor's research degree"),
)

ABBREVIATIONS = (
    Debris(r"bzw\.", "or", "German", "beziehungsweise, “or” or “respectively”"),
    Debris(r"z\. ?B\.", "e.g.", "German", "zum Beispiel, “for example”"),
    Debris(r"d\. ?h\.", "i.e.", "German", "das heißt, “that is”"),
    Debris(r"u\. ?a\.(?= ?[^\W\d_])", "among others", "German", "unter anderem, “among others”", _MEDIUM),
    Debris(r"u\. ?U\.", "possibly", "German", "unter Umständen, “possibly”"),
    Debris(r"i\. ?d\. ?R\.", "usually", "German", "in der Regel, “usually”"),
    Debris(r"v\. ?a\.(?= [a-z])", "above all", "German", "vor allem, “above all”", _MEDIUM),
    Debris(r"(?:ggf|ggfs|evtl)\.", "possibly", "German", "gegebenenfalls or eventuell, “if need be”"),
    Debris(r"usw\.", "etc.", "German", "und so weiter, “and so on”"),
    Debris(r"(?:sog|sogen)\.(?= [A-Za-z“\"„])", "so-called", "German", "sogenannt, “so-called”"),
    Debris(r"(?:inkl|exkl)\.", "incl.", "German", "inklusive, “including”"),
    Debris(r"bspw\.", "e.g.", "German", "beispielsweise, “for example”"),
    Debris(r"p\. ?ej\.", "e.g.", "Spanish", "por ejemplo, “for example”"),
    Debris(r"EE\. ?UU\.", "US", "Spanish", "Estados Unidos, the United States"),
    Debris(r"c\.-?[àa]-?d\.", "i.e.", "French", "c'est-à-dire, “that is”"),
    Debris(r"p\. ?ex\.", "e.g.", "French or Portuguese", "“for example”"),
    Debris(r"vb\.", "etc.", "Turkish", "ve benzeri, “and the like”"),
    Debris(r"(?:örn|Örn)\.", "e.g.", "Turkish", "örneğin, “for example”"),
    Debris(r"v\.b\.", "etc.", "Turkish", "ve benzeri, “and the like”"),
    Debris(r"i t\. ?[dp]\.", "etc.", "Russian", "и т. д., “and so on”"),
    Debris(r"ecc\.", "etc.", "Italian", "eccetera, “and so on”"),
    Debris(r"bijv\.|d\.w\.z\.", "e.g.", "Dutch", "bijvoorbeeld, “for example”"),
)


def compiled(entries: tuple[Debris, ...]) -> re.Pattern[str]:
    """One pattern for all entries; group ``dN`` is entry number N."""
    return re.compile(r"(?<![\w.-])(?:" + "|".join(f"(?P<d{n}>{e.pattern})" for n, e in enumerate(entries)) + ")")
