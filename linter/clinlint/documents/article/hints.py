"""Which elements a page's own markup calls furniture: by element, by ARIA role, by the words of class and id.

The words are those that site builders and theme authors use, in English, Turkish, Spanish and German,
since a clinic's page is named in the language of the people who built it.
"""

from __future__ import annotations

from collections.abc import Collection

from clinlint.documents.article.page import Element

_ELEMENTS = {
    "nav": "navigation",
    "footer": "footer",
    "dialog": "dialog",
    "search": "search",
    "menu": "menu",
    "amp-sidebar": "sidebar",
    "amp-consent": "consent banner",
    "amp-user-notification": "notice",
    "amp-social-share": "share buttons",
    "amp-ad": "advertisement",
    "amp-embed": "advertisement",
    "amp-sticky-ad": "advertisement",
    "amp-lightbox": "dialog",
    "amp-next-page": "links to other articles",
}
_ROLES = {
    "navigation": "navigation",
    "contentinfo": "footer",
    "search": "search",
    "dialog": "dialog",
    "alertdialog": "dialog",
    "menu": "menu",
    "menubar": "menu",
    "toolbar": "toolbar",
    "complementary": "sidebar",
    "doc-toc": "table of contents",
}
_HARD = {
    "navigation": "nav navbar navigation topnav mainnav subnav menu submenu menubar megamenu mainmenu topmenu "
    "offcanvas hamburger navegacion menü ustmenu navegación",
    "breadcrumb": "breadcrumb breadcrumbs crumb crumbs crumbtrail migas migaspan brotkrumen",
    "share buttons": "share sharing sharer shares sharebar sharebuttons sharedaddy addtoany addthis socialshare "
    "compartir paylas paylaş paylasim paylaşım teilen",
    "related articles": "related relatedposts recommended recommendations similar yarpp relacionados relacionadas "
    "ilgili benzer ähnliche",
    "sidebar": "sidebar rightbar leftbar sidecolumn aside rightcolumn barralateral kenar yanmenu seitenleiste",
    "consent banner": "cookie cookies consent gdpr kvkk cookiebar cookiebanner cerez çerez",
    "table of contents": "toc tableofcontents inhaltsverzeichnis icindekiler içindekiler",
    "byline": "byline dateline",
    "comments": "comments comment commentlist respond disqus yorum yorumlar comentarios kommentare",
    "footer": "footer sitefooter colophon altbilgi piepagina fusszeile footbar",
    "newsletter": "newsletter subscribe subscription bulten bülten boletin",
    "dialog": "popup modal lightbox",
    "page numbers": "pagination pager pagenavi",
    "skip link": "skiplink",
}
_SOFT = {
    "page header": "header masthead topbar logo branding cabecera ustbar",
    "date or byline": "meta postmeta author autor yazar date published posted updated entrymeta fecha tarih reviewer",
    "social links": "social socials follow sosyal redes",
    "call to action": "cta calltoaction callbox whatsapp wa phone tel hotline randevu cita appointment",
    "widget": "widget widgets",
    "video player": "videoplayer jwplayer vjs mejs",
    "advertisement": "ad ads advert advertisement sponsored sponsor promo promotion banner reklam publicidad",
    "tags": "tags tagcloud taglist categories etiketler etiquetas",
    "teasers": "popular trending recent latest teaser teasers",
    "search": "search searchform arama buscar",
    "login": "login signin",
    "footer": "copyright bottombar",
}
_OPENERS = frozenset({"expander", "accordion", "collapse", "collapsible", "faq", "toggle", "question"})
"""A button that opens a part of the text is that part's heading."""
_BUTTONS = frozenset({"button", "btn"})


def _by_word(groups: dict[str, str]) -> dict[str, str]:
    return {word: reason for reason, words in groups.items() for word in words.split()}


_HARD_WORDS = _by_word(_HARD)
_SOFT_WORDS = _by_word(_SOFT)
_TEXT_ELEMENTS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "tr", "dt", "dd"})
"""Elements whose id is often made from their own words (``<h2 id="social-support">``)."""


def by_markup(element: Element) -> tuple[str, bool] | None:
    """What furniture the element is, and whether its own text may speak against that; None for no furniture.

    ``True`` marks a weak hint: it counts only where the element holds no running text.
    """
    if element.name in _ELEMENTS:
        return _ELEMENTS[element.name], False
    if element.role in _ROLES:
        return _ROLES[element.role], element.role == "complementary"
    if element.name == "header" or element.role == "banner":
        return "page header", True
    if element.name == "aside":
        return "sidebar", True
    if element.name == "button" and not _OPENERS.isdisjoint(element.hints):
        return None
    if element.name in {"form", "button", "label", "fieldset", "legend"}:
        return "form", True
    if element.hints and element.name not in _TEXT_ELEMENTS:
        return by_words(element.hints)
    return None


def is_button(words: Collection[str]) -> bool:
    """True for the words of a link that looks like a button and opens no part of the text."""
    return not _BUTTONS.isdisjoint(words) and _OPENERS.isdisjoint(words)


def by_words(words: tuple[str, ...]) -> tuple[str, bool] | None:
    """What furniture the words of a class or id name, as ``by_markup`` has it."""
    builder = "elementor" in words
    for word in words:
        if word in _HARD_WORDS:
            return _HARD_WORDS[word], False
    for word in words:
        if word in _SOFT_WORDS and not (builder and word == "widget"):
            return _SOFT_WORDS[word], True
    return None
