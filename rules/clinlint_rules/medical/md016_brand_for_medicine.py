"""MD016 brand-for-medicine."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clinlint.api import Block, BlockKind, Confidence, Context, Document, Finding, Role, RuleMeta, Severity, rule
from clinlint_rules.medical.medicines import brands

META = RuleMeta(
    code="MD016",
    name="brand-for-medicine",
    summary="brand without the medicine's name, or brand and name as if they were two medicines",
    severity=Severity.WARNING,
    mqm_type="Terminology/Wrong term",
    its_type="terminology",
    references=(
        "https://www.who.int/teams/health-product-and-policy-standards/inn (WHO, International Nonproprietary Names)",
        "https://service-manual.nhs.uk/content/a-to-z-of-nhs-health-writing (NHS: medicines, generic names first)",
        "https://www.fda.gov/drugs/buying-using-medicine-safely (FDA: acetaminophen under many names)",
    ),
)

_CAPITALISED = re.compile(r"(?<![\w-])[A-Z][A-Za-z]{3,20}(?![\w-])")
_JOINED = re.compile(
    r"^(?:®|™)?(?:,? (?:and|or|with|plus|as well as)| \+| and/or) (?:a |the )?(?=(?P<name>[a-z][a-z -]{3,30}))"
)
_READ = frozenset(BlockKind) - {BlockKind.CODE, BlockKind.META}


@rule(META)
def check(document: Document, context: Context) -> Iterator[Finding]:
    """A brand stands without the medicine's name, or beside it as if the two were different medicines.

    ## Why it matters

    Brands change from country to country: a reader in London finds no Parol. Who takes Tylenol *and* acetaminophen
    takes a double dose of one medicine, a common cause of liver failure.

    ## Examples

    ```bad
    Take ⟦Tylenol and acetaminophen⟧ for the pain.
    ---
    ⟦Nurofen or ibuprofen⟧ can be given for the fever.
    ---
    For the pain, ⟦Parol⟧ helps.
    ```

    ```good
    Take acetaminophen (Tylenol) for the pain.
    ---
    Ibuprofen (Nurofen, Advil) can be given for the fever, or Nurofen syrup for children.
    ---
    Take Tylenol (acetaminophen) or ibuprofen for the pain.
    ```

    ## Limits

    A list of some eighty brands that hold the same everywhere. A brand whose medicine is named somewhere in the article
    is left alone; one whose medicine is not is shown as information.

    ## Fix

    None: the name has to be checked for the reader's country.
    """
    lower = document.text.lower()
    known = brands()
    seen: set[str] = set()
    for block in context.blocks(roles=frozenset({Role.BODY})):
        if block.kind not in _READ:
            continue
        for match in _CAPITALISED.finditer(block.text):
            brand = match.group().lower()
            if brand not in known:
                continue
            twice = _named_twice(block, match, known[brand])
            if twice is not None:
                yield twice
            elif brand not in seen and not any(name in lower for name in known[brand]):
                seen.add(brand)
                yield Finding(
                    block.at(match.start(), match.end()),
                    f"“{match.group()}” is a brand, unknown elsewhere; name the medicine: {known[brand][0]}.",
                    confidence=Confidence.MEDIUM,
                )


def _named_twice(block: Block, brand: re.Match[str], names: tuple[str, ...]) -> Finding | None:
    joined = _JOINED.match(block.text[brand.end() : brand.end() + 60])
    if joined is None:
        return None
    name = next((name for name in names if joined["name"].startswith(name)), None)
    if name is None:
        return None
    return Finding(
        block.at(brand.start(), brand.end() + joined.end() + len(name)),
        f"{brand.group()} is {name}: who takes both takes a double dose. Write “{name} ({brand.group()})”.",
    )
