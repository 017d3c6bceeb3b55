"""RD011 term-drift."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from clinlint.api import Block, Context, Document, Finding, RuleMeta, Severity, Span, rule
from clinlint_rules.readability.consistency import drift, english_text

META = RuleMeta(
    code="RD011",
    name="term-drift",
    summary="two words for one thing in one article",
    severity=Severity.INFO,
    mqm_type="Terminology/Inconsistent use of terminology",
    its_type="inconsistency",
    references=(
        "https://digital.gov/guides/plain-language/words/same-term",
        "https://service-manual.nhs.uk/content/a-to-z-of-nhs-health-writing",
    ),
    once_a_block=True,
)

# Words for one thing, from plain to learned. Not here: words that are alike but mean two things (illness, disease).
_SETS: tuple[tuple[str, ...], ...] = (
    ("doctor", "physician"),
    ("leg cramp|muscle cramp|cramp", "contraction"),
    ("high blood pressure", "hypertension"),
    ("low blood pressure", "hypotension"),
    ("heart attack", "myocardial infarction"),
    ("womb", "uterus"),
    ("flu", "influenza"),
    ("kidney stone", "nephrolithiasis|renal calculus|renal calculi"),
    ("gallstone", "cholelithiasis"),
    ("high blood sugar", "hyperglycaemia|hyperglycemia"),
    ("low blood sugar", "hypoglycaemia|hypoglycemia"),
    ("painkiller", "analgesic"),
    ("swelling", "oedema|edema"),
    ("itching", "pruritus"),
    ("stitch", "suture"),
    ("X-ray", "roentgen|radiogram"),
    ("collarbone", "clavicle"),
    ("shin bone", "tibia"),
    ("thigh bone", "femur"),
    ("kneecap", "patella"),
    ("shoulder blade", "scapula"),
    ("windpipe", "trachea"),
    ("eardrum", "tympanic membrane"),
    ("nosebleed", "epistaxis"),
    ("chickenpox", "varicella"),
    ("whooping cough", "pertussis"),
    ("shingles", "herpes zoster|zona"),
    ("slipped disc", "herniated disc|disc hernia"),
    ("keyhole surgery", "laparoscopy|laparoscopic surgery"),
    ("baby teeth|milk teeth", "deciduous teeth"),
    ("eye pressure", "intraocular pressure"),
    ("tummy", "abdomen"),
    ("food pipe", "oesophagus|esophagus"),
    ("miscarriage", "spontaneous abortion"),
)
_LOWER = tuple(tuple(forms.lower() for forms in group) for group in _SETS)
# Where these words stand, the second name of the set is another thing.
_OTHER_TOPIC = {"contraction": re.compile(r"\b(?:labou?r|pregnan|birth|womb|uter|heart)", re.IGNORECASE)}
_FEWEST_USUAL = 2
_AND_SO_ON = 3


def _pattern(forms: str) -> str:
    return "(?:" + forms.replace(" ", r"[ \s]") + ")(?:e?s)?"


@lru_cache(maxsize=256)
def _names_of(numbers: tuple[int, ...]) -> re.Pattern[str]:
    """The names of some sets; a pattern of all sets takes some milliseconds for a page."""
    names = (f"(?P<s{number}_{at}>{_pattern(forms)})" for number in numbers for at, forms in enumerate(_SETS[number]))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(names)})(?![\w-])", re.IGNORECASE)


@rule(META)
def check(document: Document, context: Context) -> Iterator[Finding]:
    """The article calls one thing by two names.

    ## Why it matters

    Readers who meet a second word look for a second thing. A translation drifts where the machine translates each
    sentence for itself: `doctor` here, `physician` there. One thing keeps one name.

    ## Examples

    ```bad
    See a doctor if it hurts. The doctor looks at the leg. Your ⟦physician⟧ may send you to a ward.
    ---
    A heart attack comes fast. Call for help at once: a heart attack is an emergency. After a ⟦myocardial
    infarction⟧ you take tablets.
    ---
    Leg cramps last a minute. Muscle cramps come at night. In some people ⟦contractions⟧ wake them up.
    ```

    ```good
    High blood pressure (hypertension) is common. High blood pressure harms the heart. Hypertension needs treatment.
    ---
    See a doctor if it hurts. The Royal College of Physicians agrees with the doctor.
    ---
    A physician assistant works with a doctor. The doctor sees you later.
    ---
    The uterus is large. The uterus heals fast.
    ```

    ## Limits

    A closed list of names is read. Where the article puts the two names beside each other once, it has said that they
    are one, and nothing is reported. At least two uses of one name must stand on the page.

    ## Fix

    None: which name is better depends on the readers; the plain one is for patients.
    """
    drifting = _may_drift(document.text)
    if not drifting:
        return
    found: dict[int, dict[int, list[tuple[Span, str]]]] = {}
    explained: set[int] = set()
    for block in english_text(document, context):
        last: dict[int, tuple[int, int]] = {}
        for match in _names_of(drifting).finditer(block.text):
            number, place = map(int, (match.lastgroup or "s0_0")[1:].split("_"))
            if _is_other(block, match):
                continue
            found.setdefault(number, {}).setdefault(place, []).append((block.at(*match.span()), match.group()))
            before = last.get(number)
            if before is not None and before[0] != place and _is_beside(block.text, before[1], match.start()):
                explained.add(number)
            last[number] = (place, match.end())
    for number, places in found.items():
        usual = max(map(len, places.values()))
        if len(places) < 2 or number in explained or _is_another_topic(number, document) or usual < _FEWEST_USUAL:
            continue
        forms = {" ".join(uses[0][1].lower().split()): [span for span, _ in uses] for uses in places.values()}
        yield drift(forms, "“{rare}” and “{usual}” ({count} times) are one thing: call it by one name all through.")


def _may_drift(text: str) -> tuple[int, ...]:
    """The sets of which two names may stand in ``text``; in most articles there is none."""
    # A pattern takes these letters for i and s where capitals and small letters are alike.
    same = text.replace("İ", "i").replace("ı", "i").replace("ſ", "s")
    words = " ".join(same.lower().split())
    return tuple(
        number
        for number, group in enumerate(_LOWER)
        if sum(any(form in words for form in forms.split("|")) for forms in group) > 1
    )


def _is_another_topic(number: int, document: Document) -> bool:
    return any((topic := _OTHER_TOPIC.get(form)) and topic.search(document.text) for form in _SETS[number])


def _is_other(block: Block, match: re.Match[str]) -> bool:
    """A name ("College of Physicians") or part of another term ("physician assistant")."""
    text = match.group()
    inside = block.text[: match.start()].rstrip()[-1:] not in ("", ".", "!", "?", ":", "•", "“", "(")
    if text[0].isupper() and text[1:2].islower() and inside:
        return True
    following = block.text[match.end() : match.end() + 12].lower().split()
    return bool(following) and following[0].strip(".,") in {"assistant", "assistants", "associate", "vaccine", "virus"}


def _is_beside(text: str, end: int, start: int) -> bool:
    """Whether the two stand beside each other as names of one thing: "high blood pressure (hypertension)"."""
    words = text[end:start].split()
    return len(words) <= _AND_SO_ON and not re.search(r"[.!?;]", text[end:start])
