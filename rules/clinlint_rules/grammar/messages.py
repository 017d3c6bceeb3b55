"""What an editor is told about a word."""

from __future__ import annotations

from clinlint_rules.grammar.spelling.verdict import Kind, Verdict


def spelling_message(word: str, verdict: Verdict) -> str:
    """One or two sentences: what is odd about the word, and what to do."""
    if verdict.kind is Kind.SLIP:
        return f"“{word}” is misspelt; “{verdict.meant[0]}” is probably meant."
    if verdict.kind is Kind.JOINED:
        return f"“{word}” looks like “{verdict.meant[0]}” without its space."
    meant = f" Is “{verdict.meant[0]}” meant?" if verdict.meant else " Compare the source text."
    return (
        f"“{word}” is in no word list and not built like a medical term or the name of a medicine; machine translation "
        f"makes such words up.{meant} If it is right, 'clinlint words add {word}' accepts it."
    )


def abbreviation_message(short: str) -> str:
    """What is wrong with an abbreviation that the text does not explain."""
    return (
        f"“{short}” is hardly known and never explained here; machine translation keeps the source's abbreviations. "
        "Write it out the first time, or use the English one."
    )
