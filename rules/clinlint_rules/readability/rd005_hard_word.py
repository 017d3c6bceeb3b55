"""RD005 hard-word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from clinlint.api import Block, Confidence, Context, Finding, FixAvailability, Related, RuleMeta, Severity, rule
from clinlint_rules.readability.shared import BODY, RUNNING_TEXT

META = RuleMeta(
    code="RD005",
    name="hard-word",
    summary="a learned or long-winded word with a plain one that says the same",
    severity=Severity.INFO,
    confidence=Confidence.MEDIUM,
    mqm_type="Style/Register",
    its_type="register",
    references=(
        "https://digital.gov/guides/plain-language/words/simple-words",
        "https://service-manual.nhs.uk/content/a-to-z-of-nhs-health-writing",
    ),
    fix=FixAvailability.ALWAYS,
    kinds=RUNNING_TEXT,
    roles=BODY,
    once_a_block=True,
)


@rule(META)
def check(block: Block, context: Context) -> Iterator[Finding]:
    """A learned or long-winded word stands where a plain one says the same.

    ## Why it matters

    "Commence", "prior to" and "in the event of" are read more slowly than "start", "before" and "if", and by fewer
    people. They say nothing more. A machine picks them because dictionaries list them first.

    ## Examples

    ```bad
    Treatment ⟦commences⟧ on Monday.
    ⇒
    Treatment starts on Monday.
    ---
    Do not eat ⟦prior to⟧ the test.
    ⇒
    Do not eat before the test.
    ---
    The nurse ⟦administers⟧ the vaccine. We utilise a thin needle.
    ⇒
    The nurse gives the vaccine. We utilise a thin needle.
    ```

    ```good
    The initial dose is low, and prior illnesses matter.
    ---
    A pregnancy can be terminated up to week 24.
    ---
    The number of visits grows, and the administration is upstairs.
    ---
    Kidney failure is a kind of insufficiency.
    ```

    ## Limits

    A closed list is read (the pack `plain-words.toml`, from plain-language lists of the US government and the NHS);
    words that mean something of their own in medicine are not on it.

    ## Fix

    The plain word in the same form. Never applied by itself. A paragraph has one finding: the first word, with the
    others beside it.
    """
    findings = list(context.pack_findings(META.code, block))
    if not findings:
        return
    first, *others = findings
    related = tuple(Related(other.span, _plainer(other, context)) for other in others)
    yield replace(first, message=f"{_plainer(first, context)}, and more readers know it.", related=related)


def _plainer(finding: Finding, context: Context) -> str:
    """``“commences” says no more than “starts”``."""
    hard = " ".join(finding.span.of(context.document.text).split())
    plain = " or ".join(fix.title.removeprefix("Write ") for fix in finding.fixes)
    return f"“{hard}” says no more than {plain}"
