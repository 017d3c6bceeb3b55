"""TY001 space-before-mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clinlint.api import (
    Applicability,
    Block,
    Confidence,
    Context,
    Edit,
    Finding,
    Fix,
    FixAvailability,
    RuleMeta,
    Severity,
    rule,
)

META = RuleMeta(
    code="TY001",
    name="space-before-mark",
    summary="space before a punctuation mark",
    severity=Severity.WARNING,
    mqm_type="Linguistic conventions/Punctuation",
    its_type="typographical",
    references=(
        "https://www.chicagomanualofstyle.org/",
        "https://design-system.service.gov.uk/",
        "https://en.wikipedia.org/wiki/Wikipedia:Manual_of_Style#Spacing",
    ),
    fix=FixAvailability.ALWAYS,
)

# A line end belongs to the text before it, so only spaces on the line count.
_SPACES = "[ \u00a0\u202f\u2009]"
_BEFORE_MARK = re.compile(
    rf"(?<=[^\W_]|[)\]”’\"'%°™®*])(?P<gap>{_SPACES}{{1,8}})"
    r"(?P<mark>[!?]{1,3}|[;,](?!,)|:(?![:)(DP/-])|\.(?![\w.]))(?=[\s)\]”’\"'*]|\Z)"
)
# " .The", " ,and": the space stands on the wrong side of the mark.
_WRONG_SIDE = re.compile(rf"(?<=[^\W\d_])(?P<gap>{_SPACES}{{1,8}})(?P<mark>[.,;!?])(?=(?P<next>[A-Z]?[a-z]{{2}}))")


@rule(META)
def check(block: Block, context: Context) -> Iterator[Finding]:
    """A space stands before a punctuation mark.

    ## Why it matters

    English sets no space before `! ? ; : , .`; the mark may even begin a line of its own. The space is a habit of other
    languages or of machine translation, which puts words and marks together one by one, and it shows that nobody read
    the page afterwards.

    ## Examples

    ```bad
    Bend the knee (slowly⟦ ⟧!)
    ⇒
    Bend the knee (slowly!)
    ---
    The bruise fades⟦ ⟧, and the skin tightens⟦ ⟧.
    ⇒
    The bruise fades, and the skin tightens.
    ---
    Who may have the injection⟦ ⟧?
    ---
    The joint is stiff in the morning⟦ ⟧.The stiffness passes.
    ⇒
    The joint is stiff in the morning. The stiffness passes.
    ---
    Signs of a low blood sugar (hypoglycaemia)⟦ ⟧:
    ```

    ```good
    Keep the wound dry ... and clean. Wait . . . then look again.
    ---
    Give .5 mg of it, a p value of .05 is a limit, and the .NET form is online.
    ---
    The mixture is 1 : 3, the ratio of boys to girls 2 : 1.
    ---
    “Does it hurt?” , a smiley :) and a file called .htaccess are other matters: see ::before.
    ---
    Type !important, press ? or ! and confirm.
    ```

    ## Limits

    Some English bodies write ` : ` after a run-in heading. A colon between two words is therefore reported as
    information only. Percent signs are left alone: the SI brochure sets a space there, most style guides do not. Blocks
    marked as another language, such as French, are not read.

    ## Fix

    The space goes, or moves behind the mark where it stands on the wrong side of it. Always safe.
    """
    text = block.text
    for match in _BEFORE_MARK.finditer(text):
        if _is_meant(text, match):
            continue
        span = block.at(*match.span("gap"))
        between_words = match["mark"] == ":" and text[match.start() - 1] != ")" and text[match.end() :].strip() != ""
        yield Finding(
            span,
            f"English has no space before “{match['mark']}”.",
            (Fix("Remove the space", (Edit(span, ""),), Applicability.SAFE),),
            confidence=Confidence.MEDIUM if between_words else None,
        )
    for match in _WRONG_SIDE.finditer(text):
        # ".htaccess" begins with a stop, "!important" with an exclamation mark; ".NET" is all capitals.
        if match["mark"] in ".!?" and not match["next"][0].isupper():
            continue
        span = block.at(*match.span("gap"))
        edits = (Edit(span, ""), Edit(block.at(match.end(), match.end()), " "))
        fix = Fix("Move the space behind the mark", edits, Applicability.SAFE)
        yield Finding(span, f"The space belongs behind the “{match['mark']}”, not before it.", (fix,))


def _is_meant(text: str, match: re.Match[str]) -> bool:
    """True for ratios, ellipses with spaces, and marks that are named ("press ? or !")."""
    mark, start, end = match["mark"], match.start(), match.end()
    following = text[end : end + 3]
    if mark == ":" and text[start - 1].isdigit() and following.strip()[:1].isdigit():
        return True
    if mark == "." and (following[:2] == " ." or following[:1] == "."):
        return True
    if mark in "!?":
        before, after = " " + text[max(0, start - 8) : start].lower(), text[end : end + 4].lower()
        return before.endswith((" press", " type", " key", " sign", " mark", " or", " and")) or after == " or "
    # "“Why?” , he": a mark that follows a closed quotation is another matter; "5' ," is none either.
    return mark in ",;" and text[start - 1] in "”’\"'" and text[start - 2 : start - 1] in ("?", "!")
