"""From a configuration to the settings of one file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from clinlint.analysis.clock import today
from clinlint.config.discovery import LoadedConfiguration
from clinlint.config.globs import matches_glob
from clinlint.config.origin import Place
from clinlint.config.schema import Ignore, Override, Teasers
from clinlint.config.typed import load_record
from clinlint.config.words import accepted_words
from clinlint.errors import ConfigurationError
from clinlint.model.diagnostic import NotChecked, Severity
from clinlint.model.finding import Confidence
from clinlint.model.rule import Rule
from clinlint.packs.schema import Pack
from clinlint.run.ignores import Ignored, is_careful, needs_reason
from clinlint.run.registry import find_rule, matches, select_rules, unknown_rule
from clinlint.run.selection import GrammarSelection, flattened, means_grammar
from clinlint.run.settings import Settings

if TYPE_CHECKING:
    from datetime import date


class Resolver:
    """Gives every file its settings: the configuration's, then those of each override that names the file.

    Args:
        loaded: the run's configuration.
        installed: all rules that there are.
        day: on which ages and expiries are judged; None for the day of the run.

    Raises:
        ConfigurationError: when a selector, rule or option does not exist, or no rule is left to run.
    """

    def __init__(self, loaded: LoadedConfiguration, installed: Iterable[Rule], day: date | None = None) -> None:
        self._loaded = loaded
        self._installed = tuple(installed)
        self._known: dict[tuple[tuple[int, ...], tuple[Ignored, ...]], Settings] = {}
        self._today = day or today()
        self._check_selectors()
        self._options = self._load_options()
        self._words = accepted_words(loaded)
        self.base = self._settings(())
        if self._installed and not self.base.rules and not self.base.grammar.wanted:
            places = {str(loaded.origin(name)) for name in ("select", "ignore") if name in loaded.origins}
            raise ConfigurationError(f"select and ignore leave no rule to run ({', '.join(sorted(places))})")

    def settings(self, name: str) -> Settings:
        """The settings of the file ``name`` (a path, or the address of a page, which no override names)."""
        numbers, ignores = self.overrides(name), self._ignores(name)
        if (numbers, ignores) not in self._known:
            self._known[numbers, ignores] = replace(self._settings(numbers), ignores=ignores)
        return self._known[numbers, ignores]

    @property
    def wants_grammar(self) -> bool:
        """False when no file's settings leave a rule of LanguageTool to be reported."""
        numbers = range(len(self._loaded.values.overrides))
        return self.base.grammar.wanted or any(self._settings((number,)).grammar.wanted for number in numbers)

    def overrides(self, name: str) -> tuple[int, ...]:
        """The numbers of the overrides that name a file, in order."""
        if "://" in name:
            return ()
        return tuple(
            number
            for number, override in enumerate(self._loaded.values.overrides)
            if any(matches_glob(glob, name, self._loaded.folder) for glob in override.files)
        )

    def _ignores(self, name: str) -> tuple[Ignored, ...]:
        """The entries ``[[ignores]]`` that hold for a file today."""
        return tuple(
            Ignored(ignore.rules, ignore.fingerprint, self._ignored_by(number, ignore))
            for number, ignore in enumerate(self._loaded.values.ignores)
            if (ignore.until is None or ignore.until >= self._today)
            and (
                not ignore.files
                or ("://" not in name and any(matches_glob(glob, name, self._loaded.folder) for glob in ignore.files))
            )
        )

    def _ignored_by(self, number: int, ignore: Ignore) -> str:
        because = f": {ignore.reason}" if ignore.reason else ""
        return f"{self._loaded.place.name} (ignores, entry {number + 1}){because}"

    def expired(self) -> Iterator[NotChecked]:
        """A note on every entry ``[[ignores]]`` that no longer holds."""
        for number, ignore in enumerate(self._loaded.values.ignores):
            if ignore.until is not None and ignore.until < self._today:
                why = f"entry {number + 1} of ignores expired on {ignore.until}; renew it or take it out"
                yield NotChecked(self._loaded.place.name, why)

    def _settings(self, numbers: tuple[int, ...]) -> Settings:
        values = self._loaded.values
        chosen = values.select
        extended, ignored = [*values.extend_select], [*values.ignore]
        severities = [values.severity]
        language, source_language, teasers = values.language, values.source_language, values.teasers
        audience = values.audience
        for override in (values.overrides[number] for number in numbers):
            if "select" not in self._loaded.given:
                if override.select is not None:
                    chosen, extended = override.select, []
                extended += override.extend_select
            ignored += override.ignore
            severities.append(override.severity)
            language = self._not_given("language", language, override.language)
            source_language = self._not_given("source_language", source_language, override.source_language)
            teasers = self._not_given("teasers", teasers, override.teasers)
            audience = self._not_given("audience", audience, override.audience)
        return Settings(
            rules=self._selected(chosen, extended, ignored),
            witnesses=select_rules(self._installed, None, _own(ignored)),
            severities=self._severities(severities),
            options=self._options,
            source_language=_code(source_language),
            teasers=_flag(teasers),
            audience=audience,
            largest=values.max_characters,
            language=_code(language),
            packs=self._packs(),
            words=self._words,
            installed=self._installed,
            today=self._today,
            grammar=GrammarSelection(
                tuple(chosen) if chosen is not None else None,
                tuple(extended),
                tuple(ignored),
                flattened(severities),
            ),
            variant=language if language and "-" in language else None,
            min_confidence=Confidence[values.min_confidence.upper()],
        )

    def _packs(self) -> tuple[Pack, ...]:
        """The user's own packs; their paths are relative to the configuration's folder."""
        if not self._loaded.values.packs:
            return ()
        # Only then: a run without packs of its own, and without rules that ask the others, loads none.
        from clinlint.packs.registry import load_pack

        return tuple(load_pack(self._loaded.folder / path) for path in self._loaded.values.packs)

    def _not_given(self, name: str, base: Any, override: Any) -> Any:
        """The override's value, unless it has none or the user set another for this run."""
        return base if override is None or name in self._loaded.given else override

    def _selected(
        self, chosen: tuple[str, ...] | None, extended: Iterable[str], ignored: Iterable[str]
    ) -> tuple[Rule, ...]:
        extended, ignored = _own(extended), _own(ignored)
        chosen = _own(chosen) if chosen is not None else None
        if chosen is None:
            on = tuple(rule.meta.code for rule in self._installed if rule.meta.enabled)
            return select_rules(self._installed, (*on, *extended) if extended else None, ignored)
        return select_rules(self._installed, (*chosen, *extended), ignored)

    def _severities(self, layers: Iterable[Mapping[str, Severity]]) -> dict[str, Severity]:
        """Severities by code; later layers win, and within one the longer selector."""
        found: dict[str, Severity] = {}
        for layer in layers:
            by_length = sorted(layer.items(), key=lambda item: (item[0].upper() != "ALL", len(item[0])))
            for selector, severity in by_length:
                found.update({rule.meta.code: severity for rule in self._installed if matches(selector, rule)})
        return found

    def _check_selectors(self) -> None:
        values = self._loaded.values
        for name in ("select", "extend_select", "ignore"):
            key = name.replace("_", "-")
            given = Place(self._loaded.origin(name).name, (key,))
            place = given if name in self._loaded.given else self._loaded.place.at(key)
            self._check(getattr(values, name) or (), place)
        self._check(values.severity, self._loaded.place.at("severity"))
        for number, override in enumerate(values.overrides):
            self._check_override(override, self._loaded.place.at("overrides", str(number)))

        for number, ignore in enumerate(values.ignores):
            self._check_ignore(ignore, self._loaded.place.at("ignores", str(number)))

    def _check_ignore(self, ignore: Ignore, place: Place) -> None:
        self._check(ignore.rules, place.at("rules"))
        careful = [s for s in ignore.rules if is_careful(s) or any(map(needs_reason, self._meant(s)))]
        if (careful or not ignore.rules) and not ignore.reason.strip():
            what = f"{careful[0]} is" if careful else "a finding without its rule is"
            raise ConfigurationError(place.problem(f"{what} only ignored with a reason; add the key reason"))

    def _meant(self, selector: str) -> list[Rule]:
        return [rule for rule in self._installed if matches(selector, rule)]

    def _check_override(self, override: Override, place: Place) -> None:
        self._check(override.select or (), place.at("select"))
        self._check(override.extend_select, place.at("extend-select"))
        self._check(override.ignore, place.at("ignore"))
        self._check(override.severity, place.at("severity"))

    def _check(self, selectors: Iterable[str], place: Place) -> None:
        for selector in selectors:
            if not means_grammar(selector) and not any(matches(selector, rule) for rule in self._installed):
                raise ConfigurationError(place.problem(unknown_rule(selector, self._installed)))

    def _load_options(self) -> dict[str, Any]:
        options: dict[str, Any] = {}
        for name, table in self._loaded.values.rules.items():
            place = self._loaded.place.at("rules", name)
            try:
                rule = find_rule(name, self._installed)
            except ConfigurationError as error:
                raise ConfigurationError(place.problem(str(error))) from error
            if rule.meta.options is None:
                raise ConfigurationError(place.problem(f"{rule.meta.code} has no options"))
            options[rule.meta.code] = load_record(rule.meta.options, table, place)
        return options


def _own(selectors: Iterable[str]) -> tuple[str, ...]:
    """The selectors that mean clinlint's own rules."""
    return tuple(selector for selector in selectors if not means_grammar(selector))


def _code(language: str | None) -> str | None:
    return language.split("-")[0].lower() if language else None


def _flag(teasers: Teasers) -> bool | None:
    return teasers if isinstance(teasers, bool) else None
