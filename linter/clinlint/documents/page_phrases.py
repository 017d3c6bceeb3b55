"""Words that are page furniture wherever they stand: share labels, telephone lists, "Read more", cookie notices.

Every pattern must match a whole block of text, so that a sentence which merely contains such words is left
alone. The phrases are those that site builders put around articles, in English and in the languages that
clinic pages are translated from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from clinlint.documents.telephones import is_mail_address, is_telephone

LONGEST = 400
"""Blocks with more code points than this are never furniture by their words alone."""

_EDGES = " \t\r\n\f\v\u00a0\u200b\ufeff•·‣◦▪|*–—-«»‹›<>→←↑↓▸►…"
_NETWORKS = frozenset(
    ("facebook", "twitter", "x", "whatsapp", "linkedin", "pinterest", "telegram", "reddit", "instagram", "youtube")
    + ("tiktok", "messenger", "google", "plus", "tumblr", "viber", "bluesky", "threads", "mastodon", "flipboard")
    + ("email", "e-mail", "mail", "sms", "vk", "xing")
)
_JOINTS = frozenset({"and", "or", "ve", "y", "und", "et"})
_WORD = re.compile(r"[\w-]+")
_LONGEST_NAMES = 90
_LONGEST_WITH_NAMES = 180
"""No pattern with names of networks matches more code points than this."""

# In the tables a line is a pattern, for text with single spaces; words in capitals stand for these patterns,
# and NAMES (at most once in a line) for names of social networks.
_WORDS = {
    "ENTRY": r"(?:article|post|page|story|content|entry|video|link|blog)",
    "ENTRIES": r"(?:articles?|posts?|pages?|stories|contents?|news|blogs?|blog posts|videos|topics)",
    "HOME": r"(?:home(?: ?page)?|ana ?sayfa|inicio|startseite|you are here:?(?: home)?)",
    "LETTER": r"(?:newsletter|bulletin|mailing list|updates|channel)",
    "THESE": r"(?:these|this|our|the following)",
    "NOW": r"(?: (?:now|today|online|here|with us))?",
}

_WITH_NAMES = {
    "share-labels": r"""
        (?:share|tweet|pin|post|send|save)(?: this| the| it)?(?: ENTRY)? (?:on|via|to|with|by|in) NAMES[.!:]?
        (?:click to )?share(?: this)?:? (?:on )?NAMES(?: \(opens in new window\))?
        NAMES share
        NAMES(?:['’]?[td][ae])? payla[sş]
        compartir en NAMES
        auf NAMES teilen
        partager sur NAMES
        """,
    "follow-us": r"""
        (?:follow|find|like|join) us (?:on|at|via) (?:NAMES|social media) ?[:!.]?
        s[ií]guenos en NAMES
        NAMES(?:['’]?[td][ae])? (?:bizi )?takip edin
        """,
}

_WHOLE = {
    "share-labels": r"""
        (?:share|tweet|pin) (?:this|it)(?: ENTRY)? ?[:!]?
        (?:print|e-?mail|like) this ENTRY ?[:!]?
        share(?: with(?: your)? friends)? ?:?
        (?:\d+ )?shares
        tweet
        retweet
        copy link
        (?:bunu |bu yazıyı )?payla[sş](?:ın)? ?:?
        compartir ?:?
        teilen ?:?
        partager ?:?
        """,
    "follow-us": r"""
        follow us ?[:!.]?
        bizi takip edin
        s[ií]guenos
        """,
    "read-more": r"""
        (?:read|learn|see|view|show|load|find out|discover) more ?:?
        (?:continue|keep) reading
        read (?:the )?(?:full|whole|entire|rest of (?:the|this)) ?ENTRY
        view (?:all|more) ENTRIES
        see all(?: ENTRIES)?
        click here(?: (?:for|to) (?:more|read).{0,60})?
        (?:read also|also read|read next|you may also read) ?:.{0,140}
        devam[ıi]n[ıi] oku(?:yun)?
        devam[ıi]
        leer m[aá]s
        ver m[aá]s
        weiterlesen
        mehr (?:lesen|erfahren)
        lire la suite
        читать далее
        """,
    "related-heading": r"""
        (?:our |the )?most (?:popular|read|viewed|recent|shared|commented)(?: ENTRIES)? ?:?
        (?:our |the )?(?:related|similar|recommended|suggested|recent|latest|other|more) ENTRIES(?: for you)? ?:?
        (?:our |the )?(?:popular|featured|trending) ENTRIES(?: this (?:week|month))? ?:?
        trending(?: now)? ?:?
        you (?:may|might|will) also (?:like|enjoy|be interested in|want to read)(?: THESE)?(?: ENTRIES)? ?[:.!]*
        people also (?:like|read|viewed)(?: THESE)?(?: ENTRIES)? ?[:.!]*
        (?:if you liked this|recommended for you|related|(?:read|up) next|more like this) ?:?
        more (?:from|on) (?:our|the|this) (?:blog|site|website|author|category) ?:?
        from (?:our|the) blog ?:?
        (?:ilgili|benzer|son|diğer|popüler) (?:yazılar|makaleler|içerikler|haberler|konular) ?:?
        en çok okunanlar ?:?
        bunlar(?:ı)? da (?:beğenebilirsiniz|ilginizi çekebilir) ?:?
        (?:artículos|entradas|noticias) (?:relacionad[oa]s|recientes|populares) ?:?
        (?:también )?te puede (?:interesar|gustar) ?:?
        (?:ähnliche|weitere|beliebte) (?:artikel|beiträge) ?:?
        articles (?:similaires|récents|populaires|connexes) ?:?
        (?:auch interessant|(?:zum )?weiterlesen|schon gelesen\?|lesetipps?) ?:?
        mehr zum thema(?: (?:auf|bei) .{1,30})? ?:?
        (?:empfehlungen (?:aus der|der) redaktion|das könnte (?:sie|dich) auch interessieren) ?:?
        (?:sur le même (?:sujet|thème)|à lire (?:aussi|également)|voir aussi) ?:?
        (?:(?:te|le|les) (?:puede|podría) interesar|lea también|notas relacionadas|más (?:noticias|sobre el tema)) ?:?
        (?:leggi anche|potrebbe interessarti(?: anche)?|articoli correlati) ?:?
        (?:leia (?:também|mais)|veja também|artigos relacionados) ?:?
        (?:zobacz (?:też|także|również)|czytaj (?:też|także|więcej)|polecamy) ?:?
        (?:lees ook|lees verder|gerelateerde artikelen|lue myös|läs (?:också|mer)) ?:?
        """,
    "comment-form": r"""
        (?:leave|post|write|add|submit) (?:a|your|another) (?:comment|reply) ?[.!:]?(?: ?cancel reply)?
        cancel reply
        (?:post|submit) comment
        (?:\d{1,5}|no) comments?(?: (?:yet|so far))?
        comments? ?\(\d{1,5}\)
        comments are closed\.?
        be the first to comment[.!]?
        save my name,? e-?mail,?.{0,100}
        your e-?mail (?:address )?will not be (?:published|shared)\.?(?: ?required fields are marked ?\*?)?
        required fields are marked ?\*?
        (?:schreibe?n?|hinterlass(?:e|en)?)(?: sie)?(?: uns)?(?: jetzt)? (?:einen|deinen|ihren) kommentar ?!?
        kommentar (?:verfassen|schreiben|hinterlassen|abgeben)
        (?:laisser|laissez|écrire|publier|ajouter|poster) un commentaire(?: annuler la réponse)?
        (?:deja|escribe) (?:tu|su) comentario
        deix[ea] (?:um|seu|o seu) comentário
        lascia un commento(?: annulla risposta)?
        (?:geef|laat) een reactie(?: achter)?
        (?:dodaj|napisz) (?:komentarz|odpowiedź)
        (?:оставить|добавить) комментарий
        bir (?:yanıt|cevap|yorum) yaz(?:ın)?
        yorum (?:yap|yaz)(?:ın)?
        deja (?:un comentario|una respuesta)
        """,
    "cookie": r"""
        (?:we|(?:this|our) (?:web ?)?site) uses? (?:\w+ ){0,3}?cookies\b.{0,350}
        (?:accept|allow|reject|decline|manage) (?:all |necessary )?cookies?(?: settings)?
        cookie (?:policy|settings|preferences|notice)
        çerez politikası
        .{0,80}\bçerezler(?:i)? kullan.{0,120}
        by continuing to (?:use|browse) (?:this|our|the) (?:web ?)?site.{0,250}
        """,
    "copyright": r"""
        (?:©|\(c\)|copyright(?: ?(?:©|\(c\)))?) ?(?:copyright ?)?\d{4}\b.{0,200}
        (?:copyright ?)?©.{0,200}
        .{0,150}\b(?:all rights (?:are )?reserved|tüm hakları saklıdır|todos los derechos reservados)\.?
        """,
    "newsletter": r"""
        (?:subscribe|sign up|register)(?: now| today)? (?:to|for) (?:our|the)(?: \w+){0,2} LETTER ?[!.:]?
        join our (?:newsletter|mailing list) ?[!.:]?
        (?:our )?newsletter(?:[ -]sign[ -]?up)? ?:?
        subscribe(?: now)?
        bültenimize (?:abone|kayıt) olun ?[!.]?
        suscr[ií]bete(?: a nuestr[oa] \w+)? ?[!.]?
        """,
    "call-to-action": r"""
        (?:book|make|request|schedule|arrange) (?:an?|your) (?:free |online )?(?:appointment|consultation)NOW ?!*
        (?:book|call|apply) (?:now|today|online) ?!*
        (?:contact|call|reach|whatsapp) usNOW ?[!:]*
        (?:get|request) (?:a|your) (?:free )?(?:quote|consultation|call ?back|offer)NOW ?!*
        (?:free|online) (?:consultation|appointment|quote) ?!*
        get in touch(?: with us)? ?[!:]*
        send us a message ?!*
        ask (?:our|your) (?:doctors?|experts?|specialists?)NOW ?!*
        hemen ara(?:yın)?
        bizi arayın
        (?:online )?randevu al(?:ın)?
        bize ulaşın
        whatsapp (?:hattı|line)
        reserv[ae]r? (?:una )?cita
        pida (?:su )?cita
        ll[aá]menos
        """,
    "navigation": r"""
        (?:back|go|return) to (?:the )?(?:top|home ?page|blog)
        skip to (?:main )?(?:content|navigation)
        (?:previous|next|older|newer) ENTRIES ?(?::.{0,140})?
        home ?page
        ana ?sayfa
        startseite
        site ?map
        privacy (?:policy|notice)
        terms (?:of (?:use|service)|(?:and|&) conditions)
        about us
        log ?(?:in|out)
        sign in
        toggle navigation
        (?:main|mobile) menu
        jump to (?:section|content)
        print (?:page|friendly)
        rate this (?:article|page|post)
        was this (?:article|page|information|content) helpful(?: to you)? ?\??(?: ?[,/|]? ?(?:yes|no)\b)*
        \d{1,2} ?-?min(?:ute)?s?\.? read
        HOME(?: ?(?:[»›>→|]|::)[^»›>→|]{1,80}){1,8}
        HOME(?: /[^/]{1,80}){2,8}
        (?:tags|posted in|filed under|tagged(?: with)?) ?:.{1,200}
        """,
    "embedded": r"""
        (?:view|see) this post on (?:instagram|facebook|threads|x|twitter)
        a post shared by .{1,120}
        (?:sieh dir diesen beitrag|voir cette publication|ver esta publicación) (?:auf|sur|en) (?:instagram|facebook)
        ein beitrag geteilt von .{1,120}
        (?:une publication partagée par|una publicación compartida (?:por|de)) .{1,120}
        bu gönderiyi instagram['’]da gör(?:üntüle)?
        (?:empfohlener redaktioneller|externer|empfohlener externer) inhalt
        an dieser stelle (?:findest du|findet ihr|finden sie) (?:einen )?externen? inhalte? .{0,350}
        ich bin (?:damit )?einverstanden, dass mir (?:dieser )?externe inhalte? .{0,40}angezeigt werden.{0,300}
        (?:wait|please wait) \d+ seconds? to continue\.?
        """,
    "contents": r"""
        (?:table of contents|in this article|on this page|içindekiler) ?:?
        """,
    "advertisement": r"""
        advertisements?
        (?:the )?(?:story|article|text) continues (?:below|after)(?: (?:the |this )?(?:ad|advertisement|video|picture))?
        sponsored(?: content)?
        reklam
        publicidad
        anzeige
        """,
}


def furniture(text: str) -> str | None:
    """The sort of page furniture that a block of text is when its words alone give it away, else None.

    Sorts are ``share-labels``, ``follow-us``, ``read-more``, ``related-heading``, ``comment-form``, ``cookie``,
    ``copyright``, ``newsletter``, ``call-to-action``, ``navigation``, ``embedded``, ``contents``, ``advertisement``,
    ``phone`` and ``e-mail``.
    A number that stands in a sentence ("Call 999 …") or under a name ("Poison control: …") is none.
    """
    if len(text) > LONGEST:
        return None
    core = " ".join(text.strip(_EDGES).split())
    if not core:
        return None
    if is_telephone(core):
        return "phone"
    if is_mail_address(core):
        return "e-mail"
    for sort, pattern in _with_names() if len(core) <= _LONGEST_WITH_NAMES else ():
        found = pattern.fullmatch(core)
        if found and all(_are_networks(names) for names in found.groups() if names is not None):
            return sort
    if is_network_name(core) and len(_WORD.findall(core)) > 1:
        return "share-labels"
    whole = _whole().fullmatch(core)
    return tuple(_WHOLE)[whole.lastindex - 1] if whole and whole.lastindex else None


def is_network_name(text: str) -> bool:
    """True for the bare name of a social network: a share button where others stand beside it, else a word."""
    return len(text) <= _LONGEST_NAMES and _are_networks(text)


def _are_networks(text: str) -> bool:
    words = [word.lower() for word in _WORD.findall(text)]
    return any(word in _NETWORKS for word in words) and all(word in _NETWORKS or word in _JOINTS for word in words)


def _patterns(table: str) -> Iterator[str]:
    for line in table.split("\n"):
        pattern = line.strip()
        for word, meaning in _WORDS.items():
            pattern = pattern.replace(word, meaning)
        if pattern:
            yield pattern


@cache
def _with_names() -> tuple[tuple[str, re.Pattern[str]], ...]:
    names = rf"([\w ,/|·&+.-]{{1,{_LONGEST_NAMES}}}?)"
    return tuple(
        (sort, re.compile("|".join(_patterns(table)).replace("NAMES", names), re.IGNORECASE))
        for sort, table in _WITH_NAMES.items()
    )


@cache
def _whole() -> re.Pattern[str]:
    return re.compile("|".join(f"({'|'.join(_patterns(table))})" for table in _WHOLE.values()), re.IGNORECASE)
