"""What the rules of this family share: words around a place, and places that are no prose."""

from __future__ import annotations

import re

_LONGEST_WORD = 40
_LONGEST_TOKEN = 100


def words(*lines: str) -> frozenset[str]:
    """The words of some lines, as a set."""
    return frozenset(" ".join(lines).split())


# Function words that begin a clause or a sentence; as written in lower case.
OPENERS = words(
    "a although after also an and another any are as at because before both but by can do does during each even",
    "every finally first for from furthermore generally hence he her here his how however if in instead is it its",
    "let many more moreover most my no not now of often on once one or other our over patients people she since",
    "so some sometimes such that the their then there therefore these they this those though thus to today until",
    "unfortunately usually we what when where whether which while who why will with without you your",
)

# Words with a stop of their own, after which a small letter or another mark is right.
ABBREVIATIONS = words(
    "abbr abt acad adj al alt amer anon approx apr apt assn assoc asst aug ave avg biol blvd bldg bros bull ca",
    "capt cert cf chap chem chr circ clin cm cmd co col coll comm conf cont contd corp cos ct cu dec deg",
    "dept desc diam diff dim dist div doc dr ed eds edn eng engl eq eqn eqns equiv esp est etc ev ex excl",
    "exp ext exper fab feat feb fed ff fig figs fl fn fr freq ft gen gov govt gt hon hosp hosps hr hrs ibid id",
    "illus inc incl inf inst int internat intl intro inv jan jour jr jul jun km kg lang lat lb",
    "lbs lit loc ltd mar max med mem mg mgr mi min mins misc ml mm mo mos mr mrs ms msec mt mts nat natl neg",
    "neurol no nos nov nr obs occ oct op oper orig oz pat path pedi ph pharm phys physiol pl poss pp pref",
    "prep prepd pres prev prim prob proc prof prog pron prov psych pt pts pub publ qty ref refs rel rep res resp",
    "ret rev rm sa sci sec secs sect sen sep sept ser soc sp spec spp sq sr ssp st sta stat std subsp sun",
    "supp suppl surg symp syn syst tab tbs tbsp tech tel temp th thurs tr trans tsp tue tues univ ut uzm",
    "var vers viz vol vols vs wed wk wks wt yd yr yrs zool",
)

# Last labels of host names and file names that articles name without "www" or a scheme.
_HOSTS = words(
    "academy ac ae ai am app ar at au az be bg biz blog br by ca care cat cc center centre ch city cl clinic club",
    "cn co coach com community company coop cy cz de dental design diet digital dk doctor edu education ee email",
    "es eu example expert fi fit fitness fm foundation fr global gov gr group guide guru health help hk hospital",
    "hr hu id ie il in info institute int international io ir is istanbul it jobs jp kr kz life live lk local",
    "london lt lu",
    "lv ma mba md me media medical mil mk mobi mt museum mx my name net network news ng nl no nu nz one online",
    "org organic pe ph pharmacy pk pl plus press pro ps pt pub review ro rs ru sa school science scot se sg shop",
    "si site sk so social solutions space store su support surgery systems tech technology th tips to today tr",
    "training travel tv tw ua uk university us uz vip vision vn wales web website wiki work world xyz yoga za",
    "zone",
)
_FILES = words(
    "aspx avi bmp css csv doc docx eps exe gif htm html ico ipynb java jpeg jpg js json log md mov mp3 mp4 odt",
    "ogg pdf php png ppt pptx psd py rar rtf sav sql svg tar tex tif tiff tsv ts txt wav webm webp xhtml xls xlsx",
    "xml yaml yml zip",
)
_OUTER = "()[]{}<>“”‘’\"'«»,;:!?…"
_LABELS = re.compile(r"[\w-]{1,63}(?:\.[\w-]{1,63}){1,9}\Z")
_IDENTIFIER = re.compile(r"[A-Za-z0-9]_[A-Za-z0-9]")


def word_before(text: str, at: int) -> str:
    """The letters, with hyphens and apostrophes inside, that end directly before ``at``; at most 40."""
    start = at
    while start > max(0, at - _LONGEST_WORD) and (text[start - 1].isalpha() or text[start - 1] in "’'-"):
        start -= 1
    return text[start:at].lstrip("’'-")


def word_after(text: str, at: int) -> str:
    """The letters, with hyphens and apostrophes inside, that begin at ``at``; at most 40."""
    end = at
    while end < min(len(text), at + _LONGEST_WORD) and (text[end].isalpha() or text[end] in "’'-"):
        end += 1
    return text[at:end].rstrip("’'-")


def token_around(text: str, start: int, end: int) -> str:
    """The characters up to the next white space on both sides of a place; at most 100 on each side."""
    left, right = start, end
    while left > max(0, start - _LONGEST_TOKEN) and not text[left - 1].isspace():
        left -= 1
    while right < min(len(text), end + _LONGEST_TOKEN) and not text[right].isspace():
        right += 1
    return text[left:right]


def is_technical(token: str) -> bool:
    """True for a web address, e-mail address, host, path, file name, identifier or piece of markup."""
    if any(
        sign in token for sign in ("://", "@", "\\", "::", "</", "/>", "->", "=>", "{", "}", "==", "mailto:", "doi:")
    ):
        return True
    core = token.strip(_OUTER).rstrip(".")
    if core.lower().startswith("www.") or core.startswith(("#", "--", "/", "~/", "./")) or _IDENTIFIER.search(core):
        return True
    host = core.partition("/")[0].partition(":")[0]
    if not _LABELS.match(host):
        return False
    last = host.rpartition(".")[2]
    if last.lower() in _FILES:
        return True
    # "Booking.Com" is a host, "pain.It" two words.
    return last.lower() in _HOSTS and (last.islower() or (host[0].isupper() and last.lower() not in OPENERS))


def in_technical(text: str, start: int, end: int) -> bool:
    """True when ``text[start:end]`` lies in something that ``is_technical``."""
    return is_technical(token_around(text, start, end))
