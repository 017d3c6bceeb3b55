"""MT103 role-reversal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clinlint.api import Block, Confidence, Context, Finding, FixAvailability, RuleMeta, Sentence, Severity, Token, rule
from clinlint_rules.translation.roles.word_classes import class_at, class_before

META = RuleMeta(
    code="MT103",
    name="role-reversal",
    summary="patient and clinician, or person and disease, have swapped their parts",
    severity=Severity.ERROR,
    mqm_type="Accuracy/Mistranslation",
    its_type="mistranslation",
    critical=True,
    references=("https://themqm.org/error-types-2/typology/",),
    fix=FixAvailability.SOMETIMES,
)

_BE = frozenset(("is", "are", "be", "was", "were", "been", "being"))
# What is done to patients and not to those who treat them.
_DONE_TO_PATIENTS = frozenset(
    ("examined", "treated", "operated", "diagnosed", "discharged", "hospitalized", "hospitalised", "cured", "healed")
    + ("anesthetized", "anaesthetized", "screened", "x-rayed", "applied")
)
_ADVISING = frozenset(("should", "must", "can", "could", "may", "to", "need", "needs"))
_OFFICIALS = frozenset(("by", "board", "court", "committee", "competence", "under", "oath", "panel"))
_TREATING = frozenset(("examine", "examines", "treat", "treats", "operate", "operates", "diagnose", "diagnoses"))
_TRIGGERS = _DONE_TO_PATIENTS | _TREATING
_SELF = frozenset(("themselves", "himself", "herself", "themself"))


@rule(META)
def check(block: Block, context: Context) -> Iterator[Finding]:
    """Patient and clinician, or person and disease, have swapped their parts.

    Turkish *doktora muayene olunmalı* is "one should be examined by a doctor"; the ending that makes the
    doctor the examiner is lost, and the doctor is examined.

    ## Why it matters

    The sentence tells the reader the opposite of what to do, or sounds absurd in the one place that tells when
    to seek help.

    ## Examples

    ```bad
    When should ⟦a dentist be examined⟧?
    ---
    If the fever lasts, ⟦a pediatrician must be examined⟧.
    ---
    In the first week ⟦the patient examines the surgeon⟧ twice.
    ```

    ```good
    When should you be examined by a dentist?
    ---
    The doctor examined the patient, and the surgeon was examined by the board.
    ---
    A doctor should be consulted, and the nurse must be informed.
    ---
    Doctors should be treated with respect. The patient sees the doctor.
    ---
    Patients who treat themselves see a doctor late.
    ```

    ## Limits

    Only the words of the sentence are known, not who is really meant; a doctor who falls ill and is treated is
    reported when the sentence gives advice.

    ## Fix

    Where a pack knows the words, the sentence turned round; otherwise none.
    """
    said = tuple(context.pack_findings(META.code, block))
    yield from said
    for sentence in context.sentences(block):
        tokens = context.tagged(sentence)
        if _TRIGGERS.isdisjoint(token.lower for token in tokens):
            continue
        for number in range(len(tokens)):
            end = _clinician_is_examined(tokens, number) or _patient_examines(tokens, number)
            if end:
                finding = _finding(sentence, tokens[number:end])
                # A pack's entry says more about the same words.
                if not any(finding.span.overlaps(other.span) for other in said):
                    yield finding
                break


def _finding(sentence: Sentence, tokens: Sequence[Token]) -> Finding:
    span = sentence.at(tokens[0].start, tokens[-1].end)
    said = sentence.text[tokens[0].start : tokens[-1].end]
    message = f"“{said}”: here the one who treats and the one who is treated have changed places."
    return Finding(span, message, confidence=Confidence.HIGH)


def _clinician_is_examined(tokens: Sequence[Token], at: int) -> int:
    """The end of ``a dentist be examined`` in advice; 0 when there is none."""
    first = at + (tokens[at].lower in {"a", "an", "the", "your"})
    size = class_at(tokens, first, "clinician") if first < len(tokens) else 0
    if not size or (first == at and tokens[at].tag == "NN" and at and tokens[at - 1].tag in {"DT", "PRP$"}):
        return 0
    place = first + size
    modal = bool(at) and tokens[at - 1].lower in _ADVISING
    while place < len(tokens) and tokens[place].tag in {"MD", "RB"}:
        modal = modal or tokens[place].lower in _ADVISING
        place += 1
    if not modal or place + 1 >= len(tokens) or tokens[place].lower != "be":
        return 0
    if tokens[place + 1].lower not in _DONE_TO_PATIENTS:
        return 0
    rest = {token.lower for token in tokens[place + 2 : place + 6]}
    if rest & _OFFICIALS or (tokens[place + 1].lower == "treated" and rest & {"with", "as", "like"}):
        return 0
    return place + 2


def _patient_examines(tokens: Sequence[Token], at: int) -> int:
    """The end of ``the patient examines the surgeon``; 0 when there is none."""
    first = at + (tokens[at].lower in {"a", "an", "the", "your"})
    size = class_at(tokens, first, "patient") if first < len(tokens) else 0
    place = first + size
    if not size or place + 1 >= len(tokens) or tokens[place].lower not in _TREATING:
        return 0
    if class_before(tokens, at, "clinician") < at or tokens[place + 1].lower in _SELF:
        return 0
    goal = place + 1 + (tokens[place + 1].tag in {"DT", "PRP$"})
    found = class_at(tokens, goal, "clinician") if goal < len(tokens) else 0
    return goal + found if found else 0
