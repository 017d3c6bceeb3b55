"""Which of LanguageTool's rules are reported: their codes are not known before they speak."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from clinlint.model.diagnostic import Severity
from clinlint.model.rule import Family, RuleMeta

FAMILY = Family.GRAMMAR.value
ALL = "ALL"


def means_grammar(selector: str) -> bool:
    """True for ``LT`` and for selectors of single rules, such as ``LT:HE_VERB_AGR``.

    Whether there is such a rule is known to LanguageTool alone.
    """
    return selector.upper() == FAMILY or selector.upper().startswith(f"{FAMILY}:")


def means_code(selector: str, code: str) -> bool:
    """True when a selector means the rule of LanguageTool with this code."""
    upper = selector.upper()
    return upper == ALL or (means_grammar(upper) and code.upper().startswith(upper))


@dataclass(frozen=True, slots=True)
class GrammarSelection:
    """The selectors that concern grammar.

    Attributes:
        chosen: what was selected; None for everything that is on by default.
        extended: what was selected beside that.
        ignored: what was left out.
        severities: by selector; later ones win.
    """

    chosen: tuple[str, ...] | None = None
    extended: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = field(default_factory=dict)

    @property
    def wanted(self) -> bool:
        """False when no rule of LanguageTool can be reported, so that it need not be asked."""
        if any(selector.upper() in (ALL, FAMILY) for selector in self.ignored):
            return False
        return self.chosen is None or any(
            selector.upper() == ALL or means_grammar(selector) for selector in (*self.chosen, *self.extended)
        )

    def reports(self, meta: RuleMeta) -> bool:
        """True when findings of this rule are reported."""
        if any(means_code(selector, meta.code) for selector in self.ignored):
            return False
        named = [s for s in (*(self.chosen or ()), *self.extended) if means_code(s, meta.code)]
        if not meta.enabled:
            return any(len(selector) > len(FAMILY) and selector.upper() != ALL for selector in named)
        return self.chosen is None or bool(named)

    def severity(self, meta: RuleMeta) -> Severity | None:
        """The configured severity of this rule; None for its own."""
        found = [severity for selector, severity in self.severities.items() if means_code(selector, meta.code)]
        return found[-1] if found else None


def flattened(layers: Iterable[Mapping[str, Severity]]) -> dict[str, Severity]:
    """Severities by selector in order: later layers win, and within one the longer selector."""
    found: dict[str, Severity] = {}
    for layer in layers:
        for selector, severity in sorted(layer.items(), key=lambda item: (item[0].upper() != ALL, len(item[0]))):
            found.pop(selector, None)
            found[selector] = severity
    return found
