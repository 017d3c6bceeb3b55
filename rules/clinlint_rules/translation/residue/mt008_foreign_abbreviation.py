"""MT008 foreign-abbreviation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clinlint.api import Block, Context, Finding, RuleMeta, Severity, rule
from clinlint_rules.translation.residue.letters import words

META = RuleMeta(
    code="MT008",
    name="foreign-abbreviation",
    summary="abbreviation whose letters are not in the words that it stands for",
    severity=Severity.WARNING,
    mqm_type="Terminology/Wrong term",
    its_type="terminology",
    references=(
        "A. S. Schwartz, M. A. Hearst, Identifying abbreviation definitions in biomedical text (2003)",
        "AMA Manual of Style, 11th edition, 13.11",
    ),
)

_SHORT = re.compile(r"(?<=[a-z] )\((?P<short>[A-ZÇĞİÖŞÜ]{2,6})\)(?! ?[(\[])")
_PHRASE = re.compile(r"[^\W\d_][\w’'/-]*(?:,? [\w’'/-]+){0,9} \Z")
_LONGEST_PHRASE = 160
_PLAIN = re.compile(r"[a-z][a-z’'-]{2,}\Z")
_ROMAN = re.compile(r"[IVXLC]+\Z")
# Latin directions, chemical symbols, and abbreviations that English took from another word or language.
_SETTLED = words(
    "ad ae afaik ag aka al apap apgar asa asl au bid bis ca cd cl co cr cu dpt ec ect ekg ena fe gi hab hba hg hiv "
    "hib hrt id im inh iv kcl la lb li lp mg "
    "mmr mn na nacl nad naco nb ni np npo ns nsaid nsaids od om on os pap pb "
    "or hr rr ci sd se iqr auc po prn pt qd qid rda ro rx sb sc se sl sn sos ssri ssris stat tb tid tsh ud ui vit wc "
    "who zn usd eur gbp usa us uk eu un ie ussr "
    "ema fda nhs cdc eua ich gmp otc nos nec gold dsm icd nyha kg lbs oz ml pc pm am bc ce do pa np rn md phd dds"
)
_NOT_A_NAME = words(
    "one two three stage grade see table figure eg ie for of the and or in to with by from was were is are has have"
)
_WIDER = 4


@rule(META)
def check(block: Block, context: Context) -> Iterator[Finding]:
    """An abbreviation in brackets has letters that the words before it do not have.

    The engine translates the term and leaves its abbreviation as the source has it: Turkish *bilgisayarlı tomografi
    (BT)* becomes "computed tomography (BT)", French *carcinome à cellules de Merkel (CCM)* "Merkel carcinoma (CCM)".

    ## Why it matters

    The reader looks the abbreviation up, and finds another disease or nothing: in English, BT is no scan.

    ## Examples

    ```bad
    The scan of choice is computed tomography (⟦BT⟧) with contrast.
    ---
    It is an infection of the upper airways (⟦SYE⟧) in children.
    ---
    Weight is judged by the body mass index (⟦VKI⟧) of the patient.
    ```

    ```good
    Computed tomography (CT), magnetic resonance imaging (MRI) and an electrocardiogram (EKG) are done.
    ---
    Patients with acute coronary syndrome (ACS) and C-reactive protein (CRP) above the limit were seen.
    ---
    It was founded by the Society for Paediatric Oncology (GPOH) in Germany (DE).
    ---
    Take it twice a day (BID) by mouth (PO), for the fourth nerve (IV) and for sodium (NA).
    ---
    See an ear, nose and throat (ENT) doctor; the price is high (USD), the risk is lower (OR).
    ```

    ## Limits

    Only capitals in brackets behind plain words in small letters are judged, since institutions keep the abbreviation
    of their own language. It is enough that a word begins with the first letter and the others follow somewhere.

    ## Fix

    None: the English abbreviation has to be looked up, or the term written out.
    """
    text = block.text
    for match in _SHORT.finditer(text):
        short = match["short"]
        lead = text[max(0, match.start() - _LONGEST_PHRASE) : match.start()]
        phrase = _PHRASE.search(lead)
        if phrase is None:
            continue
        said = re.split(r"[ /,-]+", phrase.group().strip())
        near = said[-(len(short) + _WIDER) :]
        if short.lower() in _SETTLED or _ROMAN.match(short) or not _is_term(said):
            continue
        # "transesophageal (tranz-ih-sof-uh-JEE-ul) echo (TEE)": the term begins before an earlier bracket.
        if lead[: phrase.start()].rstrip().endswith(")") or _in_order(short.lower(), [word.lower() for word in near]):
            continue
        span = block.at(*match.span("short"))
        message = (
            f"“{short}” does not abbreviate “{_term(said)}”: it seems to be the abbreviation of the source "
            "language. Write the English one, or the term in full."
        )
        yield Finding(span, message)


def _term(said: list[str]) -> str:
    """The last words before the bracket, at most three, from behind any function word."""
    last = said[-3:]
    while len(last) > 1 and last[0].lower() in _NOT_A_NAME:
        last = last[1:]
    return " ".join(last)


def _is_term(said: list[str]) -> bool:
    """True when the last word before the bracket is a plain one: no name, number or function word."""
    return len(said) > 1 and bool(_PLAIN.match(said[-1])) and said[-1] not in _NOT_A_NAME


def _in_order(letters: str, said: list[str]) -> bool:
    """True when a word begins with the first letter, and the others follow in order from there on."""
    for number, word in enumerate(said):
        if word.startswith(letters[0]):
            rest = iter("".join(said[number:]))
            if all(letter in rest for letter in letters):
                return True
    return False
