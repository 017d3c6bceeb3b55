"""Pages that a browser fills, or that stand before the article: what is there instead of text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clinlint.documents.article.page import Draft, Page
from clinlint.documents.article.verdict import Verdict
from clinlint.model.document import BlockKind, Role

_UNSHOWN = frozenset({BlockKind.TITLE, BlockKind.META, BlockKind.ALT})
_NAMES = frozenset({BlockKind.TITLE, BlockKind.HEADING})
_LITTLE = 400
"""Characters of text from which on a page is taken to hold an article."""
_NEXT_TO_NOTHING = 120
_LONGEST_NOTICE = 2_000
_ROBOTS = re.compile(
    r"(?i)checking (?:if the site|your browser)|^just a moment\W*$|verif(?:y|ying) (?:that )?you are (?:a )?human"
    r"|are you a robot|enable javascript and cookies|^attention required|unusual traffic from|ddos protection by"
    r"|complete the (?:captcha|security check)|^access (?:to this page has been )?denied\W*$"
)
_SCRIPTS = re.compile(
    r"(?i)(?:enable|turn on|requires?|without|needs?|doesn.t work properly without) javascript|javascript (?:is )?"
    r"(?:required|disabled|must be enabled)"
    r"|javascript.{0,40}\b(?:etkinleştir|aktivier|activ|habilit|erforderlich)|(?:aktivier|activ|habilit)\w*.{0,25}javascript"
)
_COOKIES = re.compile(
    r"(?i)\bcookies?\b|\bconsent\b|\bprivacy (?:policy|settings|preferences)\b|\baccept all\b"
    r"|\bçerez|\bkvkk\b|\bdatenschutz|\balle akzeptieren|\baceptar (?:todas|todo)|\btout accepter|\btümünü kabul"
)
_MISSING = re.compile(
    r"(?i)^\W*(?:error )?404\b|\b(?:page|article) (?:was |could |can)?(?:not|n[o'’]t) (?:be )?found"
    r"|\bpage (?:does not|doesn[’']t) exist|\b(?:sayfa|içerik) bulunamadı|\bseite (?:wurde )?nicht gefunden"
    r"|\bpágina no (?:encontrada|existe)|\bpage introuvable|\bpagina non trovata|страница не найдена"
)
_PASSWORD = re.compile(r"""(?i)<input\b[^>]{0,300}?\btype\s?=\s?["']?password""")
_LOGIN = re.compile(
    r"(?i)\b(?:log ?in|sign ?in|member login|giriş yap|oturum aç|anmelden|einloggen|iniciar sesión|connexion|accedi)\b"
)
_LOADING = re.compile(r"(?i)\W*(?:loading|please wait|yükleniyor|wird geladen|cargando|chargement|загрузка)\W*")
_FILLED = frozenset({"app-root", "router-outlet", "ng-app", "vue-app", "my-app", "react-app"})
"""Elements of the frameworks' own, which hold nothing before scripts have run."""
_ROOTS = frozenset(
    {"root", "app", "__next", "next", "__nuxt", "nuxt", "react", "gatsby", "svelte", "ember", "vue", "angular"}
)

_STATE = re.compile(
    r"\b(?:__next_f|__NUXT__|__INITIAL_STATE__|__PRELOADED_STATE__|__APOLLO_STATE__|__remixContext|__sveltekit_\w+)\b"
)
"""Variables from which frameworks fill a page."""
_RUN = re.compile(r"""[^"'`\\<>{}=;]{80,}+""")
_SENTENCE = re.compile(r"[^\W\d_]{2,} [^\W\d_]{2,}[.!?…](?:\s|$)")


def shown_characters(page: Page, verdicts: Sequence[Verdict]) -> int:
    """How much text a page shows that is not the page's own furniture."""
    return sum(
        len(draft.text)
        for draft, verdict in zip(page.drafts, verdicts, strict=True)
        if verdict.role is not Role.CHROME and draft.kind not in _UNSHOWN
    )


def stands_instead(page: Page, verdicts: Sequence[Verdict], markup: str) -> str | None:
    """What a whole page shows instead of an article, as a sentence with what to do; None when it holds text."""
    shown = [draft for draft in page.drafts if draft.kind not in _UNSHOWN]
    size = shown_characters(page, verdicts)
    if size >= _LITTLE:
        return None
    if any(_ROBOTS.search(draft.text) for draft in page.drafts if draft.kind is not BlockKind.META):
        return "the site answered with a check for robots and no article; save it from the browser and lint the file"
    if _share(shown, _COOKIES) > 0.5:
        return "this page shows a notice about cookies and no article; save it from the browser and lint the file"
    if any(draft.kind in _NAMES and _MISSING.search(draft.text) for draft in page.drafts):
        return "the site answered that there is no such page; check the address"
    if _PASSWORD.search(markup) and _asks_to_log_in(page, verdicts, nothing_else=size < _NEXT_TO_NOTHING):
        return "this page asks to log in and shows no article; save it from the browser, logged in, and lint the file"
    if (
        size < _NEXT_TO_NOTHING
        and "script" in page.names
        and (_has_root(page) or _asks_for_scripts(page, shown, markup) or _keeps_text(markup))
    ):
        return "this page builds its text with JavaScript; save it from the browser and lint the file"
    return None


def _asks_to_log_in(page: Page, verdicts: Sequence[Verdict], *, nothing_else: bool) -> bool:
    """True when the text, a title or a heading asks for it; beside a short article a menu or a hidden form does not."""
    return any(
        _LOGIN.search(draft.text)
        for draft, verdict in zip(page.drafts, verdicts, strict=True)
        if draft.kind in _NAMES or ((nothing_else or verdict.role is Role.BODY) and draft.kind not in _UNSHOWN)
    )


def _share(drafts: Sequence[Draft], words: re.Pattern[str]) -> float:
    """The share of the text that stands in blocks with one of the words."""
    total = sum(len(draft.text) for draft in drafts)
    return sum(len(draft.text) for draft in drafts if words.search(draft.text)) / total if total else 0.0


def _has_root(page: Page) -> bool:
    """An element that frameworks fill, and that holds nothing yet."""
    return not _FILLED.isdisjoint(page.names) or any(
        element.first == element.end and not _ROOTS.isdisjoint(element.hints) for element in page.elements
    )


def _keeps_text(markup: str) -> bool:
    """Sentences in what a framework's script keeps; a short page of such a framework has none there."""
    state = _STATE.search(markup)
    return state is not None and any(_SENTENCE.search(run[0]) for run in _RUN.finditer(markup, state.end()))


def _asks_for_scripts(page: Page, shown: Sequence[Draft], markup: str) -> bool:
    notices = (markup[start : min(end, start + _LONGEST_NOTICE)] for start, end in page.for_no_scripts)
    return any(_SCRIPTS.search(notice) for notice in notices) or any(
        _SCRIPTS.search(draft.text) or _LOADING.fullmatch(draft.text) for draft in shown
    )
