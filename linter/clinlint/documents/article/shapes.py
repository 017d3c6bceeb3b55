"""Lines that are page furniture by their words or shape alone, wherever they stand."""

from __future__ import annotations

import re
from enum import Enum

from clinlint.documents.article.page import Draft
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
    OTHER = "words of page furniture"


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
    r"(?:(?:medically |fact[- ]|clinically |last |first |originally )?"
    r"(?:written|reviewed|authored|checked|approved|edited|posted|published|updated|prepared|translated)"
    r"(?: on| by|:)|by:? (?:dr|prof|the )|by [A-Z]\w+ [A-Z]|author:|reviewer:|last (?:updated?|review(?:ed)?)|"
    r"date:|yazar:|yayın tarihi|güncelle(?:me|nme) tarihi|por (?:el )?dra?\b|publicado|actualizado)",
    re.IGNORECASE,
)
_READING_TIME = re.compile(r"^(?:reading time:? )?(?:about )?\d{1,2}[ -]min(?:ute)?s?(?: read)?\.?$", re.IGNORECASE)
_CRUMB = re.compile(r"\s*[»›>→❯]\s*|\s+/\s+|\s*::\s*")
_START = re.compile(
    r"(?:home(?:page)?|start(?: page)?|main page|you are here:?.*|ana ?sayfa|inicio|startseite)$", re.IGNORECASE
)
_SHARE_MARKS = frozenset(
    {"share", "tweet", "pin", "facebook", "twitter", "whatsapp", "linkedin", "pinterest", "telegram", "reddit"}
    | {"instagram", "copy", "paylaş", "compartir"}
)
_SHARE_WORDS = _SHARE_MARKS | frozenset(
    {"post", "x", "youtube", "tiktok", "messenger", "email", "e-mail", "mail", "print", "link", "send", "by", "via"}
    | {"on", "to", "it", "this", "article", "page", "save", "bluesky", "threads", "mastodon", "viber", "tumblr"}
    | {"follow", "us"}
)
_WORD = re.compile(r"[\w'-]+")
_CALL = re.compile(
    r"\b(?:call us|contact us|reach us|call now|call today|call our|contact our|free consultation|free quote|book (?:now|your|an?)\b"
    r"|make an appointment|request an appointment|get an offer|appointment line|write to us|whatsapp|bizi arayın|hemen ara"
    r"|randevu|llámenos|llame|pida (?:su )?cita)",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(
    r"(?:^|\W)©|\bcopyright\b.{0,20}\d{4}|\ball rights reserved\b|tüm hakları saklıdır|todos los derechos",
    re.IGNORECASE,
)
_COOKIE_NOTICE = re.compile(r"\b(?:we|this (?:web)?site|our (?:web)?site|by continuing|accept|kullan)", re.IGNORECASE)
_MORE = re.compile(
    r"(?:read more|continue reading|read (?:the )?(?:full )?(?:article|post|story)|learn more|view all|see all|devamını oku|devamı"
    r"|leer más|ver más|weiterlesen)[ \u00a0.…»›>→]*$",
    re.IGNORECASE,
)
_CONTENTS = re.compile(
    r"(?:table of )?contents|in this (?:article|page|guide)|on this page|jump to(?: section)?|quick navigation|içindekiler|"
    r"(?:tabla de )?contenidos?|índice|inhaltsverzeichnis",
    re.IGNORECASE,
)
_RELATED = re.compile(
    r"(?:related|similar|recommended|suggested|recent|latest|popular|featured|other|more|most (?:read|popular|viewed|recent))"
    r" (?:posts?|articles?|news|blogs?(?: posts?)?|stories|content|contents|reading|topics from|from (?:our|the) \w+)"
    r"|most (?:read|popular|viewed)|you (?:may|might) also (?:like|be interested in|enjoy|want to read).*|read (?:next|also)|up next|"
    r"keep reading|more (?:like this|from .{1,40})|from (?:our|the) blog|(?:what to )?read next|previous (?:post|article)|next (?:post|article)|"
    r"related|categories|archives|our (?:departments|doctors|services)|quick links|useful links|"
    r"ilgili (?:yazılar|makaleler|içerikler)|benzer (?:yazılar|içerikler)|son yazılar|diğer yazılar|en çok okunanlar|popüler yazılar|"
    r"(?:artículos|entradas|noticias) (?:relacionad[oa]s|recientes|populares)|también te puede interesar|te puede interesar|"
    r"ähnliche (?:artikel|beiträge)",
    re.IGNORECASE,
)
_COMMENTS = re.compile(
    r"leave (?:a|your) (?:comment|reply)|(?:\d{1,4} )?comments?(?: \(\d+\))?|(?:post|write|add) a comment|join the (?:discussion|conversation)|"
    r"yorum(?:lar| yap(?:ın)?)?|bir yanıt yazın|deja (?:un comentario|una respuesta)|comentarios",
    re.IGNORECASE,
)
_NEWSLETTER = re.compile(
    r"(?:subscribe|sign up)\b.{0,60}\b(?:newsletter|updates|e-?mails?|bulletin)\b.{0,60}|(?:our |join our )?newsletter|follow us(?: on.{0,40})?|"
    r"bültene? (?:abone|kayıt).{0,30}|suscr[íi]bete.{0,60}",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"skip to (?:main )?content|back to top|privacy policy|terms of (?:use|service)|contact us|about (?:us|the author)|log ?in|sign ?in|"
    r"advertisement|sponsored|menu|search|close|submit|send|tags?:.{0,200}|categor(?:y|ies):.{0,200}|posted in.{0,100}|listen to this article|"
    r"enable javascript.{0,40}|was this (?:article|page|information) helpful\??|rate this (?:article|page)|share this.{0,30}|share (?:on|via|with).{0,30}",
    re.IGNORECASE,
)
_LABELS = re.compile(
    r"^[\W\d_]*(?:(?:tel|phone|telephone|call|fax|whatsapp|mobile|gsm|telefon|teléfono|e-?mail|us|now|24/7|hotline|or)\b[\W\d_]*)*$",
    re.IGNORECASE,
)
_COPYRIGHT_MARKS = ("©", "copyright", "rights reserved", "hakları", "derechos")
_CRUMB_MARKS = frozenset("»›>→❯/:")
_NEVER = frozenset({BlockKind.TITLE, BlockKind.META, BlockKind.CODE, BlockKind.ALT})
_LONGEST, _CALL_LINE, _SHORT_LINE, _LABEL, _TAIL = 300, 250, 120, 60, 60
"""Characters: no line of furniture is longer; a call to action; a label or date; a bare link; where "Read more" stands."""
_EDGES = " \t\u00a0:;.,!|·•–—-»›→…↓↑▾▼▲"


def furniture_of(draft: Draft) -> Furniture | None:
    """What furniture a block is by its words or shape; None for text that may be the article's."""
    text = draft.text.strip()
    size = len(text)
    if not text or size > _LONGEST or draft.kind in _NEVER:
        return None
    lower = text.lower()
    figures = any(character.isdigit() for character in text)
    if size <= _SHORT_LINE and (found := _short(text, lower, figures)):
        return found
    if draft.kind is not BlockKind.HEADING:
        if size <= _SHORT_LINE and _is_dated(text, figures):
            return Furniture.DATE
        if ("cookie" in lower or "çerez" in lower) and _COOKIE_NOTICE.search(text):
            return Furniture.COOKIES
    if any(mark in lower for mark in _COPYRIGHT_MARKS) and _COPYRIGHT.search(text):
        return Furniture.COPYRIGHT
    if _MORE.search(text, max(0, size - _TAIL)) and not (draft.links == 0 and size > _LABEL and text.endswith(".")):
        return Furniture.MORE
    return _long(text, figures)


def _short(text: str, lower: str, figures: bool) -> Furniture | None:
    core = text.strip(_EDGES)
    for pattern, found in _WHOLE_LINES:
        if pattern.fullmatch(core):
            return found
    words = _WORD.findall(lower)
    if words and _SHARE_MARKS.intersection(words) and _SHARE_WORDS.issuperset(words):
        return Furniture.SHARE
    if not figures:
        return None
    if _READING_TIME.match(text):
        return Furniture.DATE
    phone = _PHONE.search(text)
    if phone and _LABELS.match(text[: phone.start()] + " " + text[phone.end() :]):
        return Furniture.PHONE
    return None


_WHOLE_LINES = (
    (_CONTENTS, Furniture.CONTENTS),
    (_RELATED, Furniture.RELATED),
    (_COMMENTS, Furniture.COMMENTS),
    (_NEWSLETTER, Furniture.NEWSLETTER),
    (_OTHER, Furniture.OTHER),
)


def _long(text: str, figures: bool) -> Furniture | None:
    if figures and len(text) <= _CALL_LINE and _CALL.search(text) and _PHONE.search(text):
        return Furniture.CALL
    if _CRUMB_MARKS.isdisjoint(text):
        return None
    parts = _CRUMB.split(text)
    if len(parts) > 2 and len(text) <= 300 and not text.endswith("."):
        if _START.match(parts[0].strip()) or (len(parts) > 3 and all(len(part) <= 40 for part in parts)):
            return Furniture.BREADCRUMB
    elif len(parts) == 2 and _START.match(parts[0].strip()):
        return Furniture.BREADCRUMB
    return None


def _is_dated(text: str, figures: bool) -> bool:
    date = _DATE.search(text) if figures else None
    byline = _BYLINE.match(text)
    if byline and not text.endswith(".") and (date or len(text) <= 90):
        return True
    if date is None or text.endswith((".", "!", "?", ":")):
        return False
    rest = _DATE.sub("", text).strip(_EDGES)
    return (
        not rest
        or bool(_BYLINE.match(rest))
        or (date.start() == 0 and text[date.end() :].lstrip()[:1] in {"|", "·", "•", "-", "–", "/"})
    )
