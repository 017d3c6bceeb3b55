"""Words that are page furniture wherever they stand: share labels, telephone lists, "Read more", cookie notices.

Every pattern must match a whole block of text, so that a sentence which merely contains such words is left
alone. The phrases are those that site builders put around articles, in English and in the languages that
clinic pages are translated from.
"""

from __future__ import annotations

import re

LONGEST = 400
"""Blocks with more code points than this are never furniture by their words alone."""

_EDGES = " \t\r\n\f\v\u00a0\u200b\ufeff•·‣◦▪|*–—-«»‹›<>→←↑↓▸►…"
_NETWORK = (
    r"(?:facebook|twitter|x|whatsapp|linkedin|linked in|pinterest|telegram|reddit|instagram|youtube|tiktok|messenger|"
    r"google ?(?:\+|plus)?|tumblr|viber|bluesky|threads|mastodon|flipboard|e-?mail|sms|vk|xing)"
)
_NETWORKS = rf"{_NETWORK}(?:(?:\s*[,|/·&+]\s*|\s+(?:and\s+|or\s+|ve\s+|y\s+)?){_NETWORK})*"
_THING = r"(?:article|post|page|story|content|entry|video|link|blog)"
_THINGS = r"(?:articles?|posts?|pages?|stories|contents?|news|blogs?|blog posts|videos|topics)"
_WHEN = r"(?:\s+(?:now|today|online|here|with us))?"

# Words in brackets are what a label may add; "core" is the text without its outer marks and arrows.
_SORTS: tuple[tuple[str, str], ...] = (
    (
        "share-labels",
        rf"(?:share|tweet|pin|post|send|save)(?:\s+(?:this|the|it))?(?:\s+{_THING})?(?:\s+(?:on|via|to|with|by|in)\s+{_NETWORKS})[.!:]?"
        rf"|(?:share|tweet|pin)\s+(?:this|it)(?:\s+{_THING})?\s*[:!]?|(?:print|e-?mail|like)\s+this\s+{_THING}\s*[:!]?"
        rf"|share(?:\s+with(?:\s+your)?\s+friends)?\s*:?|shares|\d+\s+shares|share:?\s+{_NETWORKS}|tweet|retweet|copy link"
        rf"|click to share(?:\s+on\s+{_NETWORK})?(?:\s*\(opens in new window\))?"
        rf"|{_NETWORK}\s+share|{_NETWORK}(?:['’]?(?:ta|te|da|de))?\s+payla[sş]|payla[sş](?:ın)?\s*:?|(?:bunu|bu yazıyı)\s+payla[sş](?:ın)?"
        rf"|compart[ie]r?(?:\s+en\s+{_NETWORKS})?|(?:auf\s+{_NETWORK}\s+)?teilen|partager(?:\s+sur\s+{_NETWORKS})?"
        rf"|(?:facebook|twitter|whatsapp|linkedin|pinterest|instagram)(?:(?:\s*[,|/·]\s*|\s+){_NETWORK})+",
    ),
    (
        "follow-us",
        rf"(?:follow|find|like|join)\s+us(?:\s+(?:on|at|via)\s+(?:{_NETWORKS}|social media))\s*[:!.]?|follow us\s*[:!.]?"
        rf"|{_NETWORK}(?:['’]?(?:ta|te|da|de))?\s+(?:bizi\s+)?takip edin|bizi takip edin|s[ií]guenos(?:\s+en\s+{_NETWORKS})?",
    ),
    (
        "read-more",
        rf"(?:read|learn|see|view|show|load|find out|discover)\s+more\s*:?|(?:continue|keep)\s+reading"
        rf"|read\s+(?:the\s+)?(?:full|whole|entire|rest of (?:the|this))\s*{_THING}?|view\s+(?:all|more)\s+{_THINGS}|see\s+all(?:\s+{_THINGS})?"
        r"|click\s+here(?:\s+(?:for|to)\s+(?:more|read).{0,60})?"
        r"|(?:read\s+also|also\s+read|read\s+next|you\s+may\s+also\s+read)\s*:.{0,140}"
        r"|devam[ıi]n[ıi]\s+oku(?:yun)?|devam[ıi]|leer\s+m[aá]s|ver\s+m[aá]s|weiterlesen|mehr\s+(?:lesen|erfahren)|lire\s+la\s+suite|читать\s+далее",
    ),
    (
        "related-heading",
        rf"(?:(?:our|the)\s+)?(?:most\s+(?:popular|read|viewed|recent|shared|commented)|trending(?:\s+now)?|(?:related|similar|recommended|suggested|"
        rf"recent|latest|popular|featured|trending|other|more)\s+{_THINGS})(?:\s+(?:this\s+week|this\s+month|for\s+you))?\s*:?"
        rf"|you\s+(?:may|might|could|will)\s+also\s+(?:like|enjoy|be\s+interested\s+in|want\s+to\s+read)(?:\s+(?:these|this|our|the\s+following))?(?:\s+{_THINGS})?\s*[:.!]*"
        rf"|(?:if\s+you\s+liked\s+this|people\s+also\s+(?:read|viewed))\s*:?|recommended\s+for\s+you\s*:?|related\s*:?|(?:read|up)\s+next\s*:?"
        rf"|more\s+(?:from|on)\s+(?:our|the|this)\s+(?:blog|site|website|author|category)\s*:?|from\s+(?:our|the)\s+blog\s*:?|more\s+like\s+this\s*:?"
        r"|(?:ilgili|benzer|son|diğer|popüler)\s+(?:yazılar|makaleler|içerikler|haberler|konular)\s*:?|en\s+çok\s+okunanlar\s*:?|bunlar(?:ı)?\s+da\s+(?:beğenebilirsiniz|ilginizi\s+çekebilir)"
        r"|(?:artículos|entradas|noticias)\s+(?:relacionad[oa]s|recientes|populares)\s*:?|(?:también\s+)?te\s+puede\s+(?:interesar|gustar)\s*:?"
        r"|(?:ähnliche|verwandte|weitere|beliebte)\s+(?:artikel|beiträge)\s*:?|articles\s+(?:similaires|récents|populaires|connexes)\s*:?",
    ),
    (
        "comment-form",
        r"(?:leave|post|write|add|submit)\s+(?:a|your|an?other)\s+(?:comment|reply)\s*[.!:]?(?:\s*cancel\s+reply)?|cancel\s+reply|(?:post|submit)\s+comment"
        r"|(?:\d{1,5}|no)\s+comments?(?:\s+(?:yet|so\s+far))?|comments?\s*\(\d{1,5}\)|comments\s+are\s+closed\.?|be\s+the\s+first\s+to\s+comment[.!]?"
        r"|your\s+e-?mail\s+(?:address\s+)?will\s+not\s+be\s+(?:published|shared)\.?(?:\s*required\s+fields\s+are\s+marked\s*\*?)?"
        r"|required\s+fields\s+are\s+marked\s*\*?|save\s+my\s+name,?\s+e-?mail,?.{0,100}"
        r"|bir\s+(?:yanıt|cevap|yorum)\s+(?:yazın|yaz)|yorum\s+(?:yap(?:ın)?|yaz(?:ın)?)|deja\s+(?:un\s+comentario|una\s+respuesta)",
    ),
    (
        "cookie",
        r"(?:we|this\s+(?:web\s?)?site|our\s+(?:web\s?)?site)\s+uses?\s+(?:\w+\s+){0,3}?cookies\b.{0,350}"
        r"|(?:accept|allow|reject|decline|manage)\s+(?:all\s+|necessary\s+)?cookies?(?:\s+settings)?|cookie\s+(?:policy|settings|preferences|notice)"
        r"|by\s+continuing\s+to\s+(?:use|browse)\s+(?:this|our|the)\s+(?:web\s?)?site.{0,250}|çerez\s+politikası|.{0,80}çerezler(?:i)?\s+kullan.{0,120}",
    ),
    (
        "copyright",
        r"(?:©|\(c\)|copyright(?:\s*(?:©|\(c\)))?)\s*(?:copyright\s*)?\d{4}.{0,200}|(?:©|copyright\s*©).{0,200}"
        r"|.{0,150}\ball\s+rights\s+(?:are\s+)?reserved\.?|.{0,100}tüm\s+hakları\s+saklıdır\.?|.{0,100}todos\s+los\s+derechos\s+reservados\.?",
    ),
    (
        "newsletter",
        r"(?:subscribe|sign\s+up|register)(?:\s+now|\s+today)?(?:\s+(?:to|for)\s+(?:our|the)(?:\s+\w+){0,2}\s+(?:newsletter|bulletin|mailing\s+list|updates|youtube\s+channel|channel))\s*[!.:]?"
        r"|join\s+our\s+(?:newsletter|mailing\s+list)\s*[!.:]?|(?:our\s+)?newsletter\s*:?|newsletter\s+sign[\s-]?up|bültenimize\s+(?:abone|kayıt)\s+olun\s*[!.]?"
        r"|suscr[ií]bete(?:\s+a\s+nuestr[oa]\s+\w+)?\s*[!.]?|subscribe(?:\s+now)?",
    ),
    (
        "call-to-action",
        rf"(?:book|make|request|schedule|arrange)\s+(?:an?|your)\s+(?:free\s+|online\s+)?(?:appointment|consultation){_WHEN}\s*!*|(?:book|call|apply)\s+(?:now|today|online)\s*!*"
        rf"|(?:contact|call|reach|whatsapp)\s+us{_WHEN}\s*[!:]*|(?:get|request)\s+(?:a|your)\s+(?:free\s+)?(?:quote|consultation|call\s?back|offer){_WHEN}\s*!*"
        r"|(?:free|online)\s+(?:consultation|appointment|quote)\s*!*|get\s+in\s+touch(?:\s+with\s+us)?\s*[!:]*|send\s+(?:us\s+)?a?\s*message\s*!*"
        r"|hemen\s+ara(?:yın)?|bizi\s+arayın|(?:online\s+)?randevu\s+al(?:ın)?|bize\s+ulaşın|whatsapp\s+(?:hattı|line)|reserv[ae]r?\s+(?:una\s+)?cita|pida\s+(?:su\s+)?cita|ll[aá]menos",
    ),
    (
        "navigation",
        rf"(?:back|go|return)\s+to\s+(?:the\s+)?(?:top|home\s?page|blog)|skip\s+to\s+(?:main\s+)?(?:content|navigation)|(?:previous|next|older|newer)\s+{_THINGS}\s*(?::.{{0,140}})?"
        r"|home\s?page|ana\s?sayfa|startseite|site\s?map|privacy\s+(?:policy|notice)|terms\s+(?:of\s+(?:use|service)|(?:and|&)\s+conditions)"
        r"|about\s+us|log\s?(?:in|out)|sign\s+in|toggle\s+navigation|(?:main|mobile)\s+menu|jump\s+to\s+(?:section|content)|table\s+of\s+contents\s*:?|in\s+this\s+article\s*:?|on\s+this\s+page\s*:?|içindekiler\s*:?"
        r"|was\s+this\s+(?:article|page|information)\s+helpful\s*\??|rate\s+this\s+(?:article|page|post)|print\s+(?:page|friendly)"
        r"|(?:home(?:\s?page)?|ana\s?sayfa|inicio|startseite|you\s+are\s+here:?\s*\w*)(?:\s*(?:[»›>→|/]|::)\s*[^»›>→|/]{1,80}){1,8}"
        r"|(?:tags|posted\s+in|filed\s+under|tagged(?:\s+with)?)\s*:.{1,200}|\d{1,2}\s*-?\s*min(?:ute)?s?\.?\s+read",
    ),
    ("advertisement", r"advertisements?|sponsored(?:\s+content)?|reklam|publicidad|anzeige"),
)
_COMPILED = tuple((sort, re.compile(f"(?:{pattern})", re.IGNORECASE | re.DOTALL)) for sort, pattern in _SORTS)

# A bare number counts only in the shape of a telephone number: with a country code, a leading 0 and an area
# code, or an area code apart. Dates, ranges of years, thousands and codes have other shapes.
_SEPARATOR = r"[ \u00a0\u202f./-]{0,2}"
_NUMBER = (
    r"(?:\+[ \u00a0]?\(?[ \u00a0]?\d{1,3}[ \u00a0]?\)?(?:[ \u00a0./()-]{0,3}\d{1,4}){2,6}"
    rf"|\(?0[ \u00a0]?\(?\d{{2,4}}\)?(?:[ \u00a0()-]{{1,2}}\d{{2,4}}){{2,4}}|0\d(?:[ .\u00a0]\d\d){{4}}|0\d{{9,10}}"
    rf"|(?:1{_SEPARATOR})?\(\d{{3}}\){_SEPARATOR}\d{{3}}{_SEPARATOR}\d{{4}}|(?:1[-. ])?\d{{3}}[-.]\d{{3}}[-.]\d{{4}}"
    r"|444[ \u00a0]?\d(?:[ \u00a0]?\d){3})"
)
_NUMBERS = re.compile(rf"(?:[tfmw][.:]\s*)?{_NUMBER}(?:\s*(?:[,/|;&–]|-|and|or|ve)?\s+{_NUMBER}){{0,6}}", re.IGNORECASE)
_LABEL = (
    r"(?:tel(?:ephone|efon)?|phones?(?:\s+(?:number|no))?|telephone\s+(?:number|no)|fax|faks|mobile|gsm|cell|cep(?:\s+tel(?:efonu)?)?|whats\s?app(?:\s+line)?|"
    r"call\s+(?:us(?:\s+(?:now|today|on|at))*|now|center|centre)|contact(?:\s+us)?|hotline|appointments?(?:\s+line)?|teléfono|téléphone|"
    r"randevu(?:\s+hattı)?|bize\s+ulaşın|bizi\s+arayın|hemen\s+arayın|reach\s+us(?:\s+(?:on|at))?)"
)
_LABELLED = re.compile(
    rf"(?:(?:our\s+)?{_LABEL}(?:\s*(?:/|&|and)\s*{_LABEL})?\s*(?:(?:no|nr)\b)?\s*[.:–-]{{0,2}}\s*)"
    r"(?P<digits>[+(\d][\d \u00a0\u202f./()+,;&|-]{5,80})",
    re.IGNORECASE,
)
_FEWEST_DIGITS = 7
_NETWORK_NAME = re.compile(_NETWORK, re.IGNORECASE)
_LONGEST_NAME = 20
_MAIL = re.compile(r"(?:e-?mail|e-?posta|correo)\s*:?\s*[\w.+-]{1,64}@[\w.-]{1,100}", re.IGNORECASE)


def furniture(text: str) -> str | None:
    """The sort of page furniture that a block of text is when its words alone give it away, else None.

    Sorts are ``share-labels``, ``follow-us``, ``read-more``, ``related-heading``, ``comment-form``, ``cookie``,
    ``copyright``, ``newsletter``, ``call-to-action``, ``navigation``, ``advertisement``, ``phone`` and ``e-mail``.
    A number that stands in a sentence ("Call 999 …") or under a name ("Poison control: …") is none.
    """
    if len(text) > LONGEST:
        return None
    core = text.strip(_EDGES)
    if not core:
        return None
    if _is_phone(core):
        return "phone"
    if _MAIL.fullmatch(core):
        return "e-mail"
    for sort, pattern in _COMPILED:
        if pattern.fullmatch(core):
            return sort
    return None


def opens_related(text: str) -> bool:
    """True for a heading after which titles and excerpts of other articles follow."""
    return furniture(text) == "related-heading"


def is_network_name(text: str) -> bool:
    """True for the bare name of a social network: a share button where others stand beside it, else a word."""
    return len(text) <= _LONGEST_NAME and bool(_NETWORK_NAME.fullmatch(text.strip(_EDGES)))


def _is_phone(text: str) -> bool:
    labelled = _LABELLED.fullmatch(text)
    if labelled:
        return sum(c.isdigit() for c in labelled["digits"]) >= _FEWEST_DIGITS
    return bool(_NUMBERS.fullmatch(text)) and sum(c.isdigit() for c in text) >= _FEWEST_DIGITS
