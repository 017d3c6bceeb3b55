# ruff: noqa: E501 - markup reads better unbroken
"""One made-up article set in pages as different site builders make them, for tests of extraction.

``LAYOUTS`` maps a name to the page; every page holds all of ``BODY`` and some of ``CHROME``.
"""

from __future__ import annotations

from collections.abc import Callable

TITLE = "Cold Hands in Winter"
INTRO = "Cold hands are common when the weather turns. Most of the time they are harmless and pass within minutes."
CAUSES = "Small blood vessels in the fingers narrow in the cold, so that less warm blood reaches the skin."
CARE = "Warm your hands slowly. Very hot water can burn skin that has lost its feeling."
DOCTOR = "See a doctor if a finger stays white for more than an hour, or if sores appear on the fingertips."
SIGNS = ["pale or bluish fingers", "numbness", "tingling while warming up", "stiff joints in the morning"]
TIPS = ["wear mittens instead of gloves", "keep the whole body warm", "stop smoking"]
LINKED = ["Chilblains", "Frostnip"]
HEADINGS = [
    "What causes cold hands?",
    "Signs to look for",
    "What you can do",
    "When to see a doctor",
    "Similar conditions",
]
BODY = [TITLE, INTRO, CAUSES, CARE, DOCTOR, *SIGNS, *TIPS, *LINKED, *HEADINGS]

NAV = ["Home", "Our Hospitals", "Find a Doctor", "Price List", "Careers"]
PHONE = "+44 20 7946 0321"
CRUMBS = f"Home » Health Library » {TITLE}"
BYLINE = "12 May 2024 | Reviewed by the Harbour Clinic editors"
SHARE = ["Facebook", "WhatsApp", "Copy link"]
CALL = f"Call us now to book an appointment: {PHONE}"
OTHER = ["Dry Skin in Cold Weather", "Is Swimming Good for Asthma?", "How Much Water Is Enough?"]
EXCERPT = "Cold air holds little water, and heated rooms dry the skin further. Here is what helps."
COPYRIGHT = "© 2024 Harbour Clinic. All rights reserved."
ADDRESS = "7 Quay Street, Porttown"
COOKIES = "We use cookies to improve this website. Accept all"
CHROME = [
    *NAV,
    PHONE,
    BYLINE,
    *SHARE,
    CALL,
    *OTHER,
    EXCERPT,
    COPYRIGHT,
    ADDRESS,
    COOKIES,
    "Read more",
    "Related articles",
]


def _list(items: list[str], tag: str = "ul") -> str:
    return f"<{tag}>" + "\n".join(f"<li>{item}</li>" for item in items) + f"</{tag}>"


def _links(items: list[str]) -> list[str]:
    return [f'<a href="/{number}">{item}</a>' for number, item in enumerate(items)]


def _article(
    heading: Callable[[str], str] = "<h2>{}</h2>".format,
    paragraph: Callable[[str], str] = "<p>{}</p>".format,
    bullets: Callable[[list[str]], str] = _list,
    between: str = "",
) -> str:
    return "\n".join(
        [
            paragraph(INTRO), heading(HEADINGS[0]), paragraph(CAUSES), heading(HEADINGS[1]), bullets(SIGNS), between,
            heading(HEADINGS[2]), bullets(TIPS), paragraph(CARE), heading(HEADINGS[3]), paragraph(DOCTOR),
            heading(HEADINGS[4]), bullets(_links(LINKED)),
        ]
    )  # fmt: skip


def _cards(tag: str = "div", name: str = "") -> str:
    attribute = f' class="{name}"' if name else ""
    return "".join(
        f'<{tag}{attribute}><a href="/{n}"><img src="{n}.jpg" alt="{title}"></a><h4><a href="/{n}">{title}</a></h4>'
        f"<p>{EXCERPT}</p><a href='/{n}'>Read more</a></{tag}>"
        for n, title in enumerate(OTHER)
    )


def _page(body: str, *, head: str = "", attributes: str = "") -> str:
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{TITLE} - Harbour Clinic</title>{head}'
        f"<style>p > a{{}}</style></head><body{attributes}>{body}</body></html>"
    )


def _share() -> str:
    return " ".join(_links(SHARE))


HASHED = _page(
    f"""<div class="_a1x"><div class="_q9"><a class="_z" href="/">Harbour Clinic</a>{"".join(f'<a class="_k" href="/">{n}</a>' for n in NAV)}
<span class="_p">{PHONE}</span></div></div>
<div class="_m3"><div class="_c7">{CRUMBS}</div><div class="_w2"><div class="_t4"><h1>{TITLE}</h1></div><div class="_d8">{BYLINE}</div>
<div class="_s5">{_share()}</div><div class="_b6">{_article("<h3>{}</h3>".format, '<div class="_x">{}</div>'.format)}</div>
<div class="_y1"><div>{CALL}</div></div></div><div class="_r0"><div class="_h">Related articles</div>{_cards(name="_e")}</div></div>
<div class="_f2"><div>{ADDRESS}</div><div>{COPYRIGHT}</div></div><div class="_g">{COOKIES}</div>"""
)
BARE = _page(
    f"""<ul>{"".join(f"<li>{link}</li>" for link in _links(NAV))}</ul><p>{PHONE}</p><h1>{TITLE}</h1><p>{BYLINE}</p>
{_article(between=f"<p><b>{CALL}</b></p>")}<p>{_share()}</p><h2>Related articles</h2>{_list(_links(OTHER))}<hr><p>{ADDRESS}</p><p>{COPYRIGHT}</p><p>{COOKIES}</p>"""
)
_WIDGET = '<div class="elementor-element elementor-widget elementor-widget-{0}" data-widget_type="{0}.default"><div class="elementor-widget-container">{1}</div></div>'
ELEMENTOR = _page(
    f"""<div data-elementor-type="header" class="elementor elementor-12 elementor-location-header"><section class="elementor-section">
{_WIDGET.format("nav-menu", "<nav>" + _list(_links(NAV)) + "</nav>")}{_WIDGET.format("button", f'<a href="tel:1">{PHONE}</a>')}</section></div>
<div data-elementor-type="single-post" class="elementor elementor-44 elementor-location-single"><section class="elementor-section"><div class="elementor-container"><div class="elementor-column">
{_WIDGET.format("theme-post-title", f"<h1 class='elementor-heading-title'>{TITLE}</h1>")}{_WIDGET.format("post-info", f"<ul><li>{BYLINE}</li></ul>")}
{_WIDGET.format("theme-post-content", _article(between=f'<div class="elementor-cta"><div class="elementor-cta__text">{CALL}</div></div>'))}
{_WIDGET.format("share-buttons", _share())}</div></div></section><section class="elementor-section">{_WIDGET.format("heading", "<h3>Related articles</h3>")}
{_WIDGET.format("posts", _cards("article", "elementor-post"))}</section></div>
<div data-elementor-type="footer" class="elementor elementor-location-footer"><p>{ADDRESS}</p><p>{COPYRIGHT}</p></div>""",
    attributes=' class="post-template-default single single-post no-sidebar cookies-not-set elementor-page"',
)
BOOTSTRAP = _page(
    f"""<div class="navbar navbar-expand-lg"><div class="container">{"".join(_links(NAV))}</div></div>
<div class="container"><div class="row"><div class="col-md-4"><div class="card"><div class="card-body"><h5>Book online</h5><p>{CALL}</p></div></div>
<div class="list-group">{"".join(_links(OTHER))}</div></div>
<div class="col-md-8"><ol class="breadcrumb"><li>Home</li><li>Health Library</li></ol><h1>{TITLE}</h1><small class="text-muted">{BYLINE}</small>
{_article()}<div class="btn-group">{_share()}</div></div></div></div>
<div class="bg-dark py-5"><div class="container"><div class="row"><div class="col">{ADDRESS}</div><div class="col">{PHONE}</div><div class="col">{COPYRIGHT}</div></div></div></div>"""
)
BULLETS = _page(
    f"""<div id="top">{" | ".join(_links(NAV))}</div><div id="page"><div class="h">{TITLE}</div><div class="by">{BYLINE}</div>
{_article('<div class="sub"><b>{}</b></div>'.format, "<div>{}</div>".format, lambda items: "".join(f"<div>• {item}</div>" for item in items))}
<div class="more"><div>Related articles</div>{"".join(f"<div>{link}</div>" for link in _links(OTHER))}</div></div><div id="end"><div>{ADDRESS}</div><div>{COPYRIGHT}</div></div>"""
)
BREAKS = _page(
    f"""<center>{" - ".join(_links(NAV))}</center><h1>{TITLE}</h1>
{_article("<b>{}</b><br>".format, "{}<br><br>".format, lambda items: "".join(f"- {item}<br>" for item in items) + "<br>")}
<hr><font size="1">{ADDRESS}<br>{COPYRIGHT}</font>"""
)
DEFINITIONS = _page(
    f"""<header><nav>{_list(_links(NAV))}</nav></header><main><h1>{TITLE}</h1><p>{INTRO}</p><dl><dt>{HEADINGS[0]}<dd>{CAUSES}
<dt>{HEADINGS[1]}<dd>{_list(SIGNS)}<dt>{HEADINGS[2]}<dd>{_list(TIPS)}<p>{CARE}</p><dt>{HEADINGS[3]}<dd>{DOCTOR}
<dt>{HEADINGS[4]}<dd>{_list(_links(LINKED))}</dl></main><footer>{COPYRIGHT}</footer>"""
)
NESTED_TABLES = _page(
    f"""<table width=780 align=center><tr><td colspan=3><table><tr>{"".join(f"<td>{link}</td>" for link in _links(NAV))}</tr></table></td></tr>
<tr><td width=160 valign=top><table><tr><td>{"<br>".join(_links(OTHER))}</td></tr></table></td><td><table><tr><td><font size=4><b>{TITLE}</b></font></td></tr>
<tr><td><i>{BYLINE}</i></td></tr><tr><td>{_article()}</td></tr></table></td><td width=160>{PHONE}</td></tr>
<tr><td colspan=3 align=center>{ADDRESS}<br>{COPYRIGHT}</td></tr></table>"""
)
AMP = _page(
    f"""<amp-sidebar id="sidebar1" layout="nodisplay">{_list(_links(NAV))}</amp-sidebar><article class="amp-wp-article"><header class="amp-wp-article-header">
<h1 class="amp-wp-title">{TITLE}</h1><div class="amp-wp-meta amp-wp-byline">{BYLINE}</div></header><div class="amp-wp-article-content">{_article()}</div>
<amp-social-share type="facebook">Facebook</amp-social-share></article><amp-consent><div>{COOKIES}</div></amp-consent><footer>{COPYRIGHT}</footer>"""
)
_PARTS = _article().split("<h2>")
SECTIONS = _page(
    f"""<header><a href="/">Harbour Clinic</a><nav>{"".join(_links(NAV))}</nav></header><section><h1>{TITLE}</h1>{_PARTS[0]}</section>
{"".join(f"<section><h2>{part}</section>" for part in _PARTS[1:])}<section>{_cards()}</section><section><p>{ADDRESS}</p><p>{COPYRIGHT}</p></section>"""
)
TURKISH = _page(
    f"""<div class="ustMenu">{_list(_links(NAV))}</div><div class="icerik"><div class="baslik"><h1>{TITLE}</h1></div><div class="paylas">{_share()}</div>
<div class="metin">{_article()}</div><div class="ilgiliYazilar"><h3>İlgili Yazılar</h3>{_cards(name="kutu")}</div></div>
<div class="randevuKutusu"><p>{CALL}</p></div><div class="altBilgi"><p>{ADDRESS}</p><p>{COPYRIGHT}</p></div><div id="cerezPolitikasi">{COOKIES}</div>"""
)
SPANISH = _page(
    f"""<div class="cabecera"><ul class="navegacion">{"".join(f"<li>{link}</li>" for link in _links(NAV))}</ul></div><div class="migas">{CRUMBS}</div>
<div class="contenido"><h1>{TITLE}</h1><span class="fecha">12 de mayo de 2024</span><div class="texto">{_article()}</div><div class="compartir">{_share()}</div></div>
<div class="barra-lateral"><h3>Artículos relacionados</h3>{_list(_links(OTHER))}</div><div class="pie"><p>{ADDRESS}</p><p>{COPYRIGHT}</p></div>"""
)
HERO = _page(
    f"""<header class="site-header"><div class="logo">Harbour Clinic</div>{_list(_links(NAV))}<div class="hero"><h1>{TITLE}</h1><p>{INTRO}</p></div></header>
<div class="wrap"><div class="content">{_article().replace(f"<p>{INTRO}</p>", "")}</div><div class="side"><h3>Most popular</h3>{_list(_links(OTHER))}</div></div>
<footer><p>{COPYRIGHT}</p></footer>"""
)
ASP_NET = _page(
    f"""<form method="post" action="./Article.aspx" id="aspnetForm"><input type="hidden" name="__VIEWSTATE" value="dDwt>x"><div id="ctl00_Menu1">{_list(_links(NAV))}</div>
<div id="ctl00_ContentPlaceHolder1_pnl"><span id="ctl00_lblTitle"><h1>{TITLE}</h1></span><span id="ctl00_lblDate">12.05.2024</span><div id="ctl00_lblText">{_article()}</div></div>
<div id="ctl00_Footer1"><span>{ADDRESS}</span><br><span>{COPYRIGHT}</span></div></form>"""
)
SIDEBAR_FIRST = _page(
    f"""<div class="w"><div class="l"><h4>Health Library</h4>{_list(_links(OTHER))}<h4>Contact</h4><p>{ADDRESS}</p><p>{PHONE}</p></div>
<div class="r"><h1>{TITLE}</h1>{_article()}</div></div><div class="z"><p>{COPYRIGHT}</p></div>"""
)
MEGA_MENU = _page(
    f"""<div class="mm">{"".join(f"<div><h3>{name}</h3><p>Care for every age, from the first visit to the last check, in one place.</p>{_list(_links(OTHER))}</div>" for name in NAV)}</div>
<div class="art"><h1>{TITLE}</h1>{_article()}</div><div><p>{COPYRIGHT}</p></div>"""
)


def _accordion() -> str:
    parts = []
    for number, part in enumerate(_PARTS[1:]):
        head, _, rest = part.partition("</h2>")
        parts.append(
            f'<div class="accordion-item"><button class="accordion-button" aria-expanded="false" aria-controls="p{number}">{head}'
            f'</button><div id="p{number}" class="accordion-collapse" aria-hidden="true">{rest}</div></div>'
        )
    return "".join(parts)


ACCORDION = _page(
    f"""<nav>{_list(_links(NAV))}</nav><main><h1>{TITLE}</h1><p>{INTRO}</p><div class="accordion">{_accordion()}</div>
<button>Send</button></main><footer>{COPYRIGHT}</footer>"""
)
BOLD_HEADINGS = _page(
    f"""<div class="header">{_list(_links(NAV))}</div><div class="post"><h2 class="post-title">{TITLE}</h2>
{_article("<p><strong>{}</strong></p>".format, between=f"<blockquote><p>{CALL}</p></blockquote>")}</div>
<div class="author-box"><p>Reviewed by Dr Ada Quay</p></div><div class="comments-area"><h3>2 Comments</h3><p>Thank you, this helped me a lot. I will try the mittens tomorrow.</p></div>
<div id="bottom"><p>{COPYRIGHT}</p></div>"""
)
UNCLOSED = _page(
    f"""<DIV ID=nav><UL>{"".join(f"<LI>{link}" for link in _links(NAV))}</UL></DIV><DIV><H1>{TITLE}</H1><P>{BYLINE}
{_article("<P><B>{}".format, "<P>{}".format, lambda items: "<UL>" + "".join(f"<LI>{item}" for item in items) + "</UL>")}
<P><SMALL>{COPYRIGHT}</SMALL></DIV>"""
)

LAYOUTS = {
    "hashed": HASHED, "bare": BARE, "elementor": ELEMENTOR, "bootstrap": BOOTSTRAP, "bullets": BULLETS, "breaks": BREAKS,
    "definitions": DEFINITIONS, "nested tables": NESTED_TABLES, "amp": AMP, "sections": SECTIONS, "turkish": TURKISH,
    "spanish": SPANISH, "hero": HERO, "asp.net": ASP_NET, "sidebar first": SIDEBAR_FIRST, "mega-menu": MEGA_MENU,
    "accordion": ACCORDION, "bold headings": BOLD_HEADINGS, "unclosed": UNCLOSED,
}  # fmt: skip
