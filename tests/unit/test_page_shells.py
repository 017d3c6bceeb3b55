"""Pages that show something else in place of an article are told, not linted as empty articles."""

from __future__ import annotations

import pytest

from clinlint import Linter
from clinlint.errors import SourceError
from clinlint.model.diagnostic import LintResult

SCRIPTED = "this page builds its text with JavaScript; save it from the browser and lint the file"
ROBOTS = "the site answered with a check for robots and no article"
COOKIES = "this page shows a notice about cookies and no article"
MISSING = "the site answered that there is no such page; check the address"
LOGIN = "this page asks to log in and shows no article"
HEAD = "<!doctype html><html lang=en><head><title>Hernia clinic</title></head>"
NOTICE = (
    "<body><div><h2>We value your privacy</h2><p>We use cookies to make this site work and to count visitors. "
    "Accept all cookies, or choose which consent you give.</p><button>Accept all</button></div></body>"
)
SHORT_WITH_LOGIN = (
    "<header><a href=/in>Log in</a><form><input type=password></form></header><main><h1>Hernia</h1><p>A hernia is a gap"
    " in a muscle that lets tissue through. It hurts when you lift something, and less when you lie down.</p></main>"
)
APP_WITH_TEXT = (
    "<body><div id=root><p>A hernia is a gap in a muscle that lets tissue through; most of them need an operation, "
    "and small ones may wait.</p></div><script src=a.js></script></body>"
)
TALK_OF_COOKIES = (
    "<body><p>Take just a moment to breathe. Cookies and sweets raise the blood sugar.</p><p>Water does not, and "
    "tea without sugar does not either, so drink them with your meals and in between.</p></body>"
)
SENTENCES = "A hernia is a gap in a muscle that lets tissue through. Most of them need an operation, others may wait."
STREAMED = f'"5:[\\"$\\",\\"p\\",null,{{\\"children\\":\\"{SENTENCES}\\"}}]\\n"'
NUXT = f'(function(a){{return {{data:[{{title:a,body:"\\u003Cp>{SENTENCES}\\u003C/p>"}}]}}}}("Hernia"))'
SHORT_BY_FRAMEWORK = (
    "<body><p>Thank you, we will call you.</p><script>self.__next_f.push([1,"
    '"5:[\\"$\\",\\"p\\",null,{\\"children\\":\\"Thank you, we will call you.\\"}]\\n"])</script></body>'
)
LONG_WITH_NOTICE = (
    "<body><article><p>" + "A hernia is a gap in a muscle. " * 20 + "</p></article><div><p>We use cookies.</p>"
    "</div><noscript>Please enable JavaScript.</noscript><script></script></body>"
)


def lint(page: str) -> LintResult:
    return Linter(languagetool="off").check_text(HEAD + page, media_type="text/html", name="page.html")


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ("<body><div id=root></div><script src=/app.js></script></body>", SCRIPTED),
        ("<body><div id=__next></div><script>start()</script></body>", SCRIPTED),
        (f"<body><script>self.__next_f.push([1,{STREAMED}])</script></body>", SCRIPTED),
        (f"<body><nav><a href=/>Home</a></nav><p>Call us.</p><script>window.__NUXT__={NUXT}</script></body>", SCRIPTED),
        ("<body><app></app><noscript>Enable JavaScript to run this app.</noscript><script></script>", SCRIPTED),
        ("<body><p>This site requires JavaScript.</p><script src=a.js></script></body>", SCRIPTED),
        ("<body><h1>Just a moment...</h1><p>Enable JavaScript and cookies to continue</p></body>", ROBOTS),
        ("<body><h2>Checking your browser before you reach the clinic</h2></body>", ROBOTS),
        ("<body><h1>Access denied</h1><p>Your request was blocked.</p></body>", ROBOTS),
        (NOTICE, COOKIES),
        ("<body><app-root></app-root><script src=main.js></script></body>", SCRIPTED),
        ("<body><div id=SITE><p>Loading…</p></div><script src=a.js></script></body>", SCRIPTED),
        ("<body><div id=page></div><noscript>Lütfen JavaScript'i etkinleştirin.</noscript><script></script>", SCRIPTED),
        ("<body><p>Bu site çerezleri kullanır. Tümünü kabul et ya da seç.</p></body>", COOKIES),
        ("<body><h1>404</h1><p>Nothing here. Try the menu.</p></body>", MISSING),
        ("<body><h1>Page not found</h1><p>The page that you look for has moved or never was.</p></body>", MISSING),
        ("<body><h2>Aradığınız sayfa bulunamadı</h2><p>Ana sayfaya dönün.</p></body>", MISSING),
        ("<body><h1>Patient portal</h1><form>Log in<input name=p type=password></form></body>", LOGIN),
    ],
)
def test_what_stands_instead_is_named(page: str, reason: str) -> None:
    with pytest.raises(SourceError) as caught:
        lint(page)
    assert str(caught.value).startswith(f"page.html: {reason}")


@pytest.mark.parametrize(
    "page",
    [
        "<body><p>A hernia is a gap in a muscle.</p></body>",
        APP_WITH_TEXT,
        SHORT_BY_FRAMEWORK,
        f"<body><p>The variable __NUXT__ holds text. {SENTENCES}</p><script>start()</script></body>",
        TALK_OF_COOKIES,
        "<body><h1>When no cause was found</h1><p>Some pain has no cause that tests show, and is real.</p>",
        f"<body><form>Log in<input type=password></form><p>{'A hernia is a gap in a muscle. ' * 20}</p>",
        LONG_WITH_NOTICE,
        SHORT_WITH_LOGIN,
    ],
)
def test_pages_with_text_are_linted(page: str) -> None:
    assert lint(page).documents


def test_a_fragment_is_never_refused() -> None:
    assert Linter(languagetool="off").check_text("<p>Just a moment</p>", media_type="text/html", name="x").documents
