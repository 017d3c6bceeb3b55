"""Lines that are page furniture by their words or shape alone, wherever they stand.

The words are ``page_phrases``'; here are the shapes (dates, bylines, breadcrumbs, cards that end in "Read
more", calls with a telephone number) and the bare labels that only a whole page has.
"""

from __future__ import annotations

import re
from enum import Enum

from clinlint.documents.article.continuation import PAGE_COUNT
from clinlint.documents.article.page import Draft
from clinlint.documents.page_phrases import furniture
from clinlint.model.document import BlockKind


class Furniture(Enum):
    """What a line of furniture is; the value is the reason that reports give."""

    PHONE = "phone number"
    DATE = "date or byline"
    BREADCRUMB = "breadcrumb"
    SHARE = "share buttons"
    CALL = "call to action"
    COPYRIGHT = "copyright line"
    COOKIES = "cookie notice"
    MORE = "link to another article"
    CONTENTS = "table of contents"
    RELATED = "heads other articles"
    COMMENTS = "comments"
    NEWSLETTER = "newsletter"
    VIDEO = "length of a video"
    OTHER = "words of page furniture"


_SORTS = {
    "share-labels": Furniture.SHARE,
    "follow-us": Furniture.SHARE,
    "read-more": Furniture.MORE,
    "related-heading": Furniture.RELATED,
    "comment-form": Furniture.COMMENTS,
    "cookie": Furniture.COOKIES,
    "copyright": Furniture.COPYRIGHT,
    "newsletter": Furniture.NEWSLETTER,
    "call-to-action": Furniture.CALL,
    "contents": Furniture.CONTENTS,
    "phone": Furniture.PHONE,
    "e-mail": Furniture.PHONE,
}
_PHONE = re.compile(r"(?<![\w.])\(?\+?\(?\d(?:[ .\-/()\u00a0]{0,3}\d){6,14}(?!\w)")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?|ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık"
    r"|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)"
)
_DATE = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?\.?[ \u00a0](?:de[ ])?{_MONTH}\.?,?[ \u00a0](?:de[ ])?\d{{4}}"
    rf"|{_MONTH}\.?[ \u00a0]\d{{1,2}}(?:st|nd|rd|th)?,?[ \u00a0]\d{{4}}"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2})\b",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:(?:(?:last )?medically |fact[- ]|clinically |last |first |originally )?"
    r"(?:written|reviewed|authored|checked|approved|edited|posted|published|updated|prepared|translated)"
    r"(?: on| by|:)|by:? (?:dr|prof|the )|author:|reviewer:"
    r"|by (?-i:[A-ZÀ-ÞĞİŞ]\w+ (?:(?:de|la|van|von|der|di|al|bin) ){0,2}[A-ZÀ-ÞĞİŞ])"
    r"|last (?:updated?|review(?:ed)?)|date:|medical (?:editor|reviewer|author):|yazar:|tıbbi editör"
    r"|(?:yayın(?:lanma)?|oluştur(?:ul)?ma) tarihi"
    r"|güncelle(?:me|nme) tarihi|por (?:el )?dra?\b|publicado|actualizado|revisado por"
    r"|(?:medizinisch |fachlich )?(?:geprüft|überprüft|geschrieben|verfasst) von|(?:veröffentlicht|aktualisiert) am)",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\d [ap]\.m\.$", re.IGNORECASE)
_SIGNED = re.compile(
    r"(?:(?:by|von|par|por|di|door|av) )?(?-i:(?:[A-ZÀ-ÞĞİŞ][\w.'’-]*(?:[ ,]{1,2}|$)){2,4})"
    r"(?:(?:le|am|on|el|il) ?)?(?:[àa]t? ?)?(?:\d{1,2}[:.h]\d{2}(?: ?uhr| ?[ap]\.?m\.?)?)?",
    re.IGNORECASE,
)
"""A name beside the date: "Mia Moser, 02.02.2022", "Par Luc Petit le 14.09.2020 à 11h46"."""
_IN_LISTS = re.compile(
    r"[^:]{0,30}:|(?:[\w ]{0,30} )?(?:by (?:the |our |dra?\b)|(?:by|on|von|por) (?-i:[A-ZÀ-ÞĞİŞ]))", re.IGNORECASE
)
"""What a byline looks like among the items of a list, where "checked by a nurse" or "prepared on ice" is advice."""
_DATE_LABEL = re.compile(
    r"(?:[\w-]+ ){0,3}(?:date|updated?|created|published|reviewed|modified|tarihi|datum|aktualisierung|fecha) ?:",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"(?:(?:photo(?:graph)?|image|picture|illustration|video|foto(?:ğraf|grafía)?|görsel|bild)s? ?"
    r"(?:credits?|sources?|courtesy|by|von|kaynağı|quelle|rechte|nachweis)\b ?[:,]?.{1,80}"
    r"|(?:photo|foto(?:ğraf)?)s? ?[:©] ?.{1,60}|crédits? ?(?:photos? ?:?|:) .{1,80}|credits?: .{1,80}"
    r"|(?:.{0,80}(?:[/,|:©(]|[-–—] )\s?)?(?:getty(?: images)?|shutterstock|i ?stock(?:photo)?|adobe ?stock"
    r"|unsplash|pexels|pixabay|alamy|depositphotos|dreamstime|freepik|reuters"
    r"|science photo library|(?:ap|afp|epa) ?photo)"
    r"(?: ?[/,|] ?.{1,30}| via .{1,40}|\.com| stock photo)?\)?)",
    re.IGNORECASE,
)
_TAGGED = re.compile(
    r"(?:categor(?:y|ies)|labels?|topics?|kategori(?:ler|en?)?|etiket(?:ler)?|schlagwörter|themen|temas|etiquetas)"
    r" ?: ?.{1,100}",
    re.IGNORECASE,
)
_CRUMB = re.compile(r"\s*[»›>→❯]\s*|\s+/\s+|\s*::\s*")
_CRUMB_MARKS = frozenset("»›>→❯/:")
_START = re.compile(
    r"(?:home(?: ?page)?|start(?: page)?|main page|you are here:?.*|ana ?sayfa|inicio|startseite)$", re.IGNORECASE
)
_FIGURE = re.compile(r"\d")
_WORD = re.compile(r"[\w'-]+")
_SHARE_MARKS = frozenset(
    {"share", "tweet", "pin", "facebook", "twitter", "whatsapp", "linkedin", "pinterest", "telegram", "reddit"}
    | {"instagram", "copy", "paylaş", "compartir"}
)
_SHARE_WORDS = _SHARE_MARKS | frozenset(
    {"post", "x", "youtube", "tiktok", "messenger", "email", "e-mail", "mail", "print", "link", "send", "by", "via"}
    | {"on", "to", "it", "this", "article", "page", "save", "bluesky", "threads", "mastodon", "viber", "tumblr"}
    | {"follow", "us"}
)
_CALL = re.compile(
    r"\b(?:(?:call|contact|reach|write to) us|call (?:now|today|our)|contact our|free (?:consultation|quote)"
    r"|book (?:now|your|an?)\b|(?:make|request) an appointment|get an offer|appointment line|whatsapp"
    r"|bizi arayın|hemen ara|randevu|llámenos|llame|pida (?:su )?cita)",
    re.IGNORECASE,
)
_COOKIE_NOTICE = re.compile(r"\b(?:we|(?:this|our) (?:web ?)?site|by continuing|accept|kullan)", re.IGNORECASE)
_RIGHTS = re.compile(
    r"©|版[权權]所有|ICP ?[备備证證]|無断転載|무단 ?전재|\bcopyright\b.{0,20}\d{4}|\ball rights reserved\b",
    re.IGNORECASE,
)
_RESERVED = re.compile(
    r"版[权權]所有|ICP|無断転載|무단|\b(?:19|20)\d{2}\b|\bcopyright\b|\brights?\b|\bhak(?:kı|ları)|\bderechos\b|\brechte\b|\bdroits\b",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\b(?:(?:read|learn|view|see) (?:more|all)|continue reading|read (?:the )?(?:full )?(?:article|post|story)"
    r"|devamını oku|devamı|leer más|ver más|weiterlesen)[ \u00a0.…»›>→]*$",
    re.IGNORECASE,
)
_LABELS = (
    (
        Furniture.CONTENTS,
        re.compile(r"contents|contenidos?|índice|inhaltsverzeichnis|in this (?:page|guide)", re.IGNORECASE),
    ),
    (
        Furniture.COMMENTS,
        re.compile(
            r"(?:\d{1,4} |all )?(?:readers?[’'] |user |leser-?)?"
            r"(?:comments?|yorum(?:lar)?|comentarios?|kommentare?|commentaires?|commenti|комментари\w+|komentarze|reacties|kommentarer"
            r"|留言(?:列表|板)?|(?:网友|網友)?[評评][論论]|コメント(?:一覧)?|댓글)"
            r"(?: ?[(\[（]\d{1,4}[)\]）])?|join the (?:discussion|conversation)"
            r"|\d{1,4} (?:responses?|thoughts?|replies) (?:to|on) .{1,60}",
            re.IGNORECASE,
        ),
    ),
    (Furniture.OTHER, PAGE_COUNT),
    (
        Furniture.VIDEO,
        re.compile(
            r"(?:\d{1,2}:)?\d{1,2}:\d{2}(?: ?[-–] ?(?:source|quelle|fuente|kaynak) ?:? .{1,30})?", re.IGNORECASE
        ),
    ),
    (Furniture.OTHER, re.compile(r"now playing|(?:hide|show) caption|[\[(]?\+?[\])]? ?enlarge", re.IGNORECASE)),
    (Furniture.RELATED, re.compile(r"categories|archives|(?:quick|useful) links|previous|next", re.IGNORECASE)),
    (
        Furniture.RELATED,
        re.compile(
            r"(?:read )?more (?:on|about) this (?:story|topic|subject)|part of (?:complete|full|our) coverage.{0,30}"
            r"|related (?:(?:internet|external|web) )?(?:links?|topics|content|coverage|reading|stories)|read this next"
            r"|(?:from )?around the web|in other news|mehr zum thema|lesen sie auch|das könnte (?:sie|dich) (?:auch )?"
            r"interessieren|(?:ayrıca|bunları da) okuyun|(?:à )?lire aussi|leggi anche|le[ae] también|читайте также",
            re.IGNORECASE,
        ),
    ),
    (
        Furniture.OTHER,
        re.compile(
            r"was this helpful\??|(?:see|spot|notice|found) an? (?:error|mistake|typo)\b.{0,40}"
            r"|report an? (?:typo|error|mistake)\b.{0,30}|how we reviewed this (?:article|page)"
            r"|(?:we respect your privacy|your privacy is important to us)"
            r"|(?:hits|views|okunma|aufrufe|zugriffe)(?: sayısı)? ?: ?[\d.,]+|[\d.,]+k? (?:views|likes|okunma|aufrufe)",
            re.IGNORECASE,
        ),
    ),
    (
        Furniture.OTHER,
        re.compile(r"menu|search|close|submit|send|log ?in|about the author|enable javascript.{0,40}", re.IGNORECASE),
    ),
)
_CREDITED = frozenset({BlockKind.PARAGRAPH, BlockKind.CAPTION})
_NEVER = frozenset({BlockKind.TITLE, BlockKind.META, BlockKind.CODE, BlockKind.ALT})
_EDGES = " \t\u00a0:;.,!|·•–—-»«›‹→←…↓↑▾▼▲"
_LONGEST, _CALL_LINE, _SHORT_LINE, _LABEL, _TAIL = 400, 250, 120, 60, 60
"""Characters: no furniture is longer; a call to action; a date or label; a bare link; where "Read more" stands."""


def furniture_of(draft: Draft) -> Furniture | None:
    """What furniture a block is by its words or shape; None for text that may be the article's."""
    text = draft.text.strip()
    size = len(text)
    if not text or size > _LONGEST or draft.kind in _NEVER:
        return None
    sort = furniture(text)
    # Articles list the addresses of advice centres; the page's own stand outside the article anyway.
    if sort is not None and not (sort == "e-mail" and draft.kind is BlockKind.LIST_ITEM):
        return _signed(text) if sort == "copyright" else _SORTS.get(sort, Furniture.OTHER)
    lower = text.lower()
    figures = _FIGURE.search(text) is not None
    if size <= _SHORT_LINE and (found := _short(draft, text, lower, figures)):
        return found
    if "cookie" in lower and draft.kind is not BlockKind.HEADING and _COOKIE_NOTICE.search(text):
        return Furniture.COOKIES
    if size <= _CALL_LINE and _RIGHTS.search(text):
        return _signed(text)
    if _MORE.search(text, max(0, size - _TAIL)) and not (draft.links == 0 and size > _LABEL and text.endswith(".")):
        return Furniture.MORE
    if figures and size <= _CALL_LINE and _CALL.search(text) and _PHONE.search(text):
        return Furniture.CALL
    return Furniture.BREADCRUMB if _is_breadcrumb(text) else None


def _signed(text: str) -> Furniture:
    """The line of a page's owner; a sign without a year or a word of rights names who took a picture."""
    return Furniture.COPYRIGHT if _RESERVED.search(text) else Furniture.OTHER


def _short(draft: Draft, text: str, lower: str, figures: bool) -> Furniture | None:
    core = text.strip(_EDGES)
    for found, pattern in _LABELS:
        if found is Furniture.VIDEO and draft.kind is not BlockKind.PARAGRAPH:
            continue
        if len(core) <= _LABEL and pattern.fullmatch(core):
            return found
    words = _WORD.findall(lower)
    # One network's name alone may be a word of the text; as a link it is a button.
    if (
        words
        and _SHARE_MARKS.intersection(words)
        and _SHARE_WORDS.issuperset(words)
        and (len(words) > 1 or draft.links)
    ):
        return Furniture.SHARE
    if draft.kind in _CREDITED and _CREDIT.fullmatch(core) and text[-1:] not in ".!?;":
        return Furniture.OTHER
    if draft.links and draft.kind in _CREDITED and _TAGGED.fullmatch(core):
        return Furniture.OTHER
    if draft.kind is not BlockKind.HEADING and _is_dated(text, figures, draft.kind):
        return Furniture.DATE
    return None


def _is_breadcrumb(text: str) -> bool:
    if _CRUMB_MARKS.isdisjoint(text) or text.endswith("."):
        return False
    parts = _CRUMB.split(text)
    return len(parts) > 1 and _START.match(parts[0].strip()) is not None


def _is_dated(text: str, figures: bool, kind: BlockKind) -> bool:
    date = _DATE.search(text) if figures else None
    byline = _BYLINE.match(text)
    if byline and date is None and kind is BlockKind.LIST_ITEM and not _IN_LISTS.match(text):
        return False
    if byline and (not text.endswith(".") or _CLOCK.search(text)) and (date or len(text) <= 90):
        return True
    if date is None or (text.endswith((".", "!", "?", ":")) and not _CLOCK.search(text)):
        return False
    rest = " ".join(_DATE.sub("", text).strip(_EDGES).split())
    return (
        not rest
        or bool(_SIGNED.fullmatch(rest))
        or bool(_BYLINE.match(rest))
        or bool(_DATE_LABEL.fullmatch(rest + ":"))
        or (date.start() == 0 and text[date.end() :].lstrip()[:1] in {"|", "·", "•", "-", "–", "/"})
    )
