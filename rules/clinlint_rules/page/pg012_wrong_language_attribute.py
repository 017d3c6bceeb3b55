"""PG012 wrong-language-attribute."""

from __future__ import annotations

from collections.abc import Iterator

from clinlint.api import BlockKind, Confidence, Context, Document, Finding, Role, RuleMeta, Severity, rule
from clinlint_rules.page.facts import facts
from clinlint_rules.page.languages import language_of

META = RuleMeta(
    code="PG012",
    name="wrong-language-attribute",
    summary="page whose lang attribute names another language than its text",
    severity=Severity.WARNING,
    mqm_type="Design and markup/Markup",
    its_type="markup",
    languages=("*",),
    references=(
        "https://www.w3.org/WAI/WCAG22/Understanding/language-of-page (WCAG 3.1.1)",
        "https://www.w3.org/International/questions/qa-html-language-declarations",
        "https://developers.google.com/search/docs/specialty/international/localized-versions",
    ),
)

_READ = 4_000
"""Characters that are enough to tell a language."""


@rule(META)
def check(document: Document, context: Context) -> Iterator[Finding]:
    """The lang attribute is missing, or names another language than the text is written in.

    ## Why it matters

    A screen reader reads English with Turkish sounds, browsers offer to translate English into English, and search
    engines show the page to the wrong people. `lang="tr"` left on an English page is the commonest trace of a
    translated site.

    ## Examples

    ```bad html
    ⟦<html lang="tr">⟧<head><title>Gout</title></head><body><h1>Gout</h1>
    <p>Gout comes in attacks and is very painful for most of the people who have it. The pain is often in the big toe,
    and it begins at night. You should see a doctor if you have a fever with it.</p></body></html>
    ---
    ⟦<html lang="en">⟧<head><title>Gut</title></head><body><h1>Gut</h1>
    <p>Gut hastalığı ani ataklar ile gelir ve çok ağrılı bir hastalıktır. Ağrı daha çok ayak baş parmağında olur ve gece
    başlar, bazen başka bir eklemde. Ateş de varsa bir doktora gitmek için beklemeyin.</p></body></html>
    ---
    ⟦<html>⟧<head><title>Gout</title></head><body><h1>Gout</h1>
    <p>Gout comes in attacks and is very painful for most of the people who have it. The pain is often in the big toe,
    and it begins at night. You should see a doctor if you have a fever with it.</p></body></html>
    ```

    ```good html
    <html lang="en-GB"><head><title>Gout</title></head><body><h1>Gout</h1>
    <p>Gout comes in attacks and is very painful for most of the people who have it. The pain is often in the big toe,
    and it begins at night. You should see a doctor if you have a fever with it.</p></body></html>
    ---
    <html lang="tr"><head><title>Gut</title></head><body><h1>Gut</h1>
    <p>Gut hastalığı ani ataklar ile gelir ve çok ağrılı bir hastalıktır. Ağrı daha çok ayak baş parmağında olur ve gece
    başlar, bazen başka bir eklemde. Ateş de varsa bir doktora gitmek için beklemeyin.</p></body></html>
    ---
    <p lang="tr">Gut hastalığı ani ataklar ile gelir.</p>
    ```

    ## Limits

    The language is told by its commonest words or its script, for texts of 30 words and more. A missing attribute
    is shown as information.

    ## Fix

    None.
    """
    known = facts(context)
    if known is None:
        return
    element = known.page.first("html")
    kinds = {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING}
    blocks = (b for b in context.blocks(roles=frozenset({Role.BODY})) if b.kind in kinds and "lang" not in b.attrs)
    spoken = language_of(" ".join(block.text for block in blocks)[:_READ])
    if spoken is None or element is None:
        return
    declared = (element.get("lang") or element.get("xml:lang")).replace("_", "-").partition("-")[0].lower()
    if not declared:
        message = f'The page does not say its language; write <html lang="{spoken}">.'
        yield Finding.in_markup(element.span, message, confidence=Confidence.MEDIUM)
    elif declared != spoken:
        yield Finding.in_markup(
            element.span,
            f'The page says that it is in “{declared}”, and its text is in “{spoken}”; write lang="{spoken}".',
        )
