"""MT104 impossible-predicate."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from clinlint.api import (
    Block,
    Confidence,
    Context,
    Finding,
    FixAvailability,
    RuleMeta,
    Sentence,
    Severity,
    Token,
    may_be_verb,
    rule,
)
from clinlint_rules.translation.roles.word_classes import class_at, class_before

META = RuleMeta(
    code="MT104",
    name="impossible-predicate",
    summary="a disease or procedure said to be what only a person can be, or the reverse",
    severity=Severity.ERROR,
    mqm_type="Accuracy/Mistranslation",
    its_type="mistranslation",
    references=(
        "AMA Manual of Style, 11th ed., 11.1 (cases, patients and severity)",
        "https://themqm.org/error-types-2/typology/",
    ),
    fix=FixAvailability.SOMETIMES,
)

_BE = frozenset(("is", "are", "was", "were"))
_PERSONAL = frozenset(
    ("young", "elderly", "pregnant", "adolescent", "overweight", "obese", "breastfeeding", "unmarried", "married")
    + (
        "smoker",
        "smokers",
        "women",
        "men",
        "children",
        "adolescents",
        "adults",
        "female",
        "male",
        "toddlers",
        "infants",
    )
)
_OF_ILLNESS = frozenset(("severe", "mild", "acute", "advanced", "benign", "malignant", "recurrent", "refractory"))
_UNKNOWN = frozenset(("known", "understood"))
_FULLY = frozenset(("fully", "exactly", "clearly", "completely", "precisely", "definitely"))
# A sentence may well say that these are not known.
_KNOWABLE = frozenset(
    (
        "cause",
        "causes",
        "reason",
        "reasons",
        "mechanism",
        "mechanisms",
        "origin",
        "effect",
        "effects",
        "risk",
        "risks",
        "role",
    )
    + (
        "relationship",
        "link",
        "pathogenesis",
        "etiology",
        "aetiology",
        "why",
        "how",
        "factors",
        "function",
        "what",
        "trigger",
    )
    + ("triggers", "nature", "frequency", "incidence", "prevalence", "process", "pathophysiology", "purpose", "extent")
)
_GOING = frozenset(("passed", "gone", "overcome", "disappeared"))
_DONE = frozenset(("applied", "performed"))
_TRIGGERS = _PERSONAL | _UNKNOWN | _GOING | _DONE | {"patient", "patients"}


@rule(META)
def check(block: Block, context: Context) -> Iterator[Finding]:
    """A disease, symptom or procedure is given a property that only a person has, or the reverse.

    A case ending or a head noun was lost: Turkish *yaşlılarda görülür* ("is seen in the elderly") becomes "is
    elderly", *ağır hasta* ("a gravely ill patient") "a severe patient".

    ## Why it matters

    The reader cannot tell whom the statement is about, and a risk group may be lost.

    ## Examples

    ```bad
    ⟦Kidney stones are elderly⟧ and overweight.
    ---
    ⟦Severe patients⟧ need oxygen.
    ---
    ⟦Dehydration and headache are not exactly known⟧.
    ---
    ⟦The patient is applied⟧ a plaster cast for six weeks.
    ---
    How ⟦is migraine passed⟧?
    ```

    ```good
    Kidney stones are common in elderly people, and some patients are elderly.
    ---
    Patients with severe asthma need oxygen. In severe cases, patients rest.
    ---
    The causes of headache are not exactly known, nor is how dehydration leads to it.
    ---
    The cream is applied by the patient. A plaster cast is applied for six weeks.
    ---
    How is asthma treated? The stone is passed with the urine.
    ---
    The disease is young people's main worry. Breast cancer in men is rare.
    ```

    ## Limits

    Subjects are known by lists of diseases, symptoms and people. "Severe patients" is met in research papers
    and reported as a warning.

    ## Fix

    Where a pack knows the words, the sentence that was meant; otherwise none: what was lost must come back.
    """
    said = tuple(context.pack_findings(META.code, block))
    yield from said
    for sentence in context.sentences(block):
        tokens = context.tagged(sentence)
        if _TRIGGERS.isdisjoint(token.lower for token in tokens):
            continue
        taken = -1
        for number in range(len(tokens)):
            for look, why, confidence in _LOOKS:
                end = look(tokens, number) if number > taken else 0
                if end:
                    taken = end - 1
                    finding = _finding(sentence, tokens[number:end], why, confidence)
                    # A pack's entry says more about the same words.
                    if not any(finding.span.overlaps(other.span) for other in said):
                        yield finding
                    break


def _finding(sentence: Sentence, tokens: Sequence[Token], why: str, confidence: Confidence) -> Finding:
    span = sentence.at(tokens[0].start, tokens[-1].end)
    said = sentence.text[tokens[0].start : tokens[-1].end]
    return Finding(span, f"“{said}”: {why}", confidence=confidence)


def _complaint(tokens: Sequence[Token], at: int) -> int:
    """The end of a noun phrase for a disease or symptom that begins at ``at``; 0 when there is none."""
    place = at + (tokens[at].lower in {"the", "this", "these"})
    while place < len(tokens) and tokens[place].tag == "JJ" and not class_at(tokens, place, "disease", "symptom"):
        place += 1
    size = class_at(tokens, place, "disease", "symptom", "named_disease") if place < len(tokens) else 0
    return place + size if size else 0


def _opens_clause(tokens: Sequence[Token], at: int) -> bool:
    return at == 0 or tokens[at - 1].text in {",", ";", ":"} or tokens[at - 1].lower in {"and", "but", "that"}


def _disease_is_elderly(tokens: Sequence[Token], at: int) -> int:
    end = _complaint(tokens, at) if _opens_clause(tokens, at) else 0
    if not end or end + 1 >= len(tokens) or tokens[end].lower not in _BE:
        return 0
    place = end + 1 + (tokens[end + 1].lower in {"often", "usually", "mostly", "mainly", "generally"})
    if place >= len(tokens) or tokens[place].lower not in _PERSONAL:
        return 0
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    return 0 if after is not None and after.tag.startswith(("NN", "POS", "VB")) else place + 1


def _severe_patients(tokens: Sequence[Token], at: int) -> int:
    if (
        tokens[at].lower not in _OF_ILLNESS
        or at + 1 >= len(tokens)
        or tokens[at + 1].lower not in {"patient", "patients"}
    ):
        return 0
    after = tokens[at + 2] if at + 2 < len(tokens) else None
    noun_follows = after is not None and after.tag in {"NN", "NNS"} and not may_be_verb(after.lower)
    compound = after is not None and (noun_follows or after.tag == "POS" or after.text == "-")
    return 0 if compound or (at and tokens[at - 1].text in "-,") else at + 2


def _disease_not_known(tokens: Sequence[Token], at: int) -> int:
    if at or any(token.lower in _KNOWABLE for token in tokens):
        return 0
    end = _complaint(tokens, at) or at + (tokens[at].tag.startswith("NN"))
    if not end or end + 1 >= len(tokens) or tokens[end].lower not in {"and", "or"}:
        return 0
    end = _complaint(tokens, end + 1)
    words = [token.lower for token in tokens[end : end + 4]]
    if (
        end
        and len(words) == 4
        and words[0] in _BE
        and words[1] == "not"
        and words[2] in _FULLY
        and words[3] in _UNKNOWN
    ):
        return end + 4
    return 0


def _patient_is_applied(tokens: Sequence[Token], at: int) -> int:
    place = at + (tokens[at].lower in {"the", "a", "this"})
    size = class_at(tokens, place, "patient") if place < len(tokens) else 0
    verb = place + size
    if not size or verb + 2 >= len(tokens) or tokens[verb].lower not in _BE:
        return 0
    if tokens[verb + 1].lower not in _DONE or class_before(tokens, at, "procedure", "drug") < at:
        return 0
    return verb + 2 if tokens[verb + 2].tag.startswith(("DT", "NN", "JJ", "CD")) else 0


def _disease_is_passed(tokens: Sequence[Token], at: int) -> int:
    if not at or tokens[at - 1].lower not in _BE or tokens[0].lower != "how" or at > 3:
        return 0
    end = _complaint(tokens, at)
    return end + 1 if end and end < len(tokens) and tokens[end].lower in _GOING else 0


_LOOKS: tuple[tuple[Callable[[Sequence[Token], int], int], str, Confidence], ...] = (
    (_disease_is_elderly, "only people can be that; the source probably says in whom it is seen.", Confidence.HIGH),
    (_severe_patients, "an illness is severe or mild, a patient is severely or mildly ill.", Confidence.MEDIUM),
    (_disease_not_known, "these are known; the source probably speaks of the link between them.", Confidence.HIGH),
    (_patient_is_applied, "a treatment is applied to a patient, not the patient.", Confidence.HIGH),
    (_disease_is_passed, "the source asks how it goes away; in English one relieves or treats it.", Confidence.HIGH),
)
