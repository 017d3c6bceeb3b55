"""Finds rules through the entry-point group ``clinlint.rules`` and selects among them."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from functools import cache

from clinlint.errors import ConfigurationError, RuleDefinitionError
from clinlint.model.rule import Rule
from clinlint.plugins import offered

ENTRY_POINT_GROUP = "clinlint.rules"


@cache
def installed_rules() -> tuple[Rule, ...]:
    """All installed rules in order of code.

    Every entry point names a callable that returns rules; clinlint's own come the same way.

    Raises:
        RuleDefinitionError: when a plug-in cannot be loaded, or two rules share a code or a name.
    """
    found: dict[str, tuple[Rule, str]] = {}
    for entry, rules in offered(ENTRY_POINT_GROUP, "rules"):
        for rule in rules:
            for key in (rule.meta.code, rule.meta.name):
                if key in found:
                    raise RuleDefinitionError(f"{key!r} is defined twice: by {found[key][1]!r} and by {entry.value!r}")
                found[key] = (rule, entry.value)
    return tuple(sorted({id(rule): rule for rule, _ in found.values()}.values(), key=lambda r: r.meta.code))


def find_rule(name: str, rules: Iterable[Rule]) -> Rule:
    """The rule with this code or name.

    Raises:
        ConfigurationError: when there is none, with the nearest names.
    """
    rules = tuple(rules)
    for rule in rules:
        if name.upper() == rule.meta.code or name.lower() == rule.meta.name:
            return rule
    if any(matches(name, rule) for rule in rules):
        raise ConfigurationError(f"{name!r} stands for several rules; 'clinlint rules {name}' lists them.")
    raise ConfigurationError(unknown_rule(name, rules))


def unknown_rule(name: str, rules: Iterable[Rule]) -> str:
    """One sentence for a rule or family that does not exist."""
    known = [key for rule in rules for key in (rule.meta.code, rule.meta.name)]
    near = difflib.get_close_matches(name.upper(), known, 1) or difflib.get_close_matches(name.lower(), known, 1)
    hint = f"did you mean {near[0]}?" if near else "'clinlint rules' lists them."
    return f"there is no rule or family {name!r}; {hint}"


def matches(selector: str, rule: Rule) -> bool:
    """True when ``selector`` (``ALL``, a family, a code, the beginning of codes, a name) means ``rule``."""
    if selector.lower() == rule.meta.name or selector.upper() == "ALL":
        return True
    return bool(selector) and rule.meta.code.startswith(selector.upper())


def _chooses(selector: str, rule: Rule) -> bool:
    """As ``matches``; a rule that is off by default has to be named: its family does not choose it."""
    named = selector.upper() in (rule.meta.code, "ALL") or selector.lower() == rule.meta.name
    return matches(selector, rule) and (rule.meta.enabled or named)


def select_rules(
    rules: Iterable[Rule], select: Iterable[str] | None = None, ignore: Iterable[str] = ()
) -> tuple[Rule, ...]:
    """The rules that ``select`` names (all that are on by default when None), less ``ignore``.

    Raises:
        ConfigurationError: when a selector matches no rule at all.
    """
    rules = tuple(rules)
    chosen, left_out = (tuple(select) if select is not None else None), tuple(ignore)
    for selector in (*(chosen or ()), *left_out):
        if not any(matches(selector, rule) for rule in rules):
            raise ConfigurationError(unknown_rule(selector, rules))
    return tuple(
        rule
        for rule in rules
        if (rule.meta.enabled if chosen is None else any(_chooses(s, rule) for s in chosen))
        and not any(matches(s, rule) for s in left_out)
    )
