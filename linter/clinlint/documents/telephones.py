"""Telephone numbers and mail addresses that fill a block of text, as a page's contact lists have them."""

from __future__ import annotations

import re

_FEWEST_DIGITS = 7
_DIGIT = re.compile(r"\d")
_GAP = r"[ \u00a0\u202f./-]{0,2}"
# A bare number counts only in the shape of a telephone number: with a country code, with a leading 0 and an
# area code, or with the area code set apart. Dates, ranges of years, thousands and codes have other shapes.
_NUMBER = (
    r"(?:\+[ \u00a0]?\(?[ \u00a0]?\d{1,3}[ \u00a0]?\)?(?:[ \u00a0./()-]{0,3}\d{1,4}){2,6}"
    r"|\(?0[ \u00a0]?\(?\d{2,4}\)?(?:[ \u00a0()-]{1,2}\d{2,4}){2,4}|0\d(?:[ .\u00a0]\d\d){4}|0\d{9,10}"
    rf"|(?:1{_GAP})?\(\d{{3}}\){_GAP}\d{{3}}{_GAP}\d{{4}}|(?:1[-. ])?\d{{3}}[-.]\d{{3}}[-.]\d{{4}}"
    r"|444[ \u00a0]?\d(?:[ \u00a0]?\d){3})"
)
_NUMBERS = re.compile(rf"(?:[tfmw][.:] ?)?{_NUMBER}(?: ?(?:[,/|;&–-]|and|or|ve)? {_NUMBER}){{0,6}}", re.IGNORECASE)
_LABEL = (
    r"(?:tel(?:ephone|efon)?|phones?(?: (?:number|no))?|telephone (?:number|no)|fax|faks|mobile|gsm|cell|"
    r"cep(?: tel(?:efonu)?)?|whats ?app(?: line)?|call (?:us(?: (?:now|today|on|at))*|now|cent(?:er|re))|"
    r"contact(?: us)?|hotline|appointments?(?: line)?|teléfono|téléphone|randevu(?: hattı)?|bize ulaşın|"
    r"bizi arayın|hemen arayın|reach us(?: (?:on|at))?)"
)
_LABELLED = re.compile(
    rf"(?:our )?{_LABEL}(?: ?(?:/|&|and) ?{_LABEL})? ?(?:(?:no|nr)\b)? ?[.:–-]{{0,2}} ?"
    r"(?P<digits>[+(\d][\d \u00a0\u202f./()+,;&|-]{5,80})",
    re.IGNORECASE,
)
_MAIL = re.compile(r"(?:e-?mail|e-?posta|correo) ?:? ?[\w.+-]{1,64}@[\w.-]{1,100}", re.IGNORECASE)
_LONGEST = 200


def is_telephone(text: str) -> bool:
    """True when ``text`` is nothing but telephone numbers, with or without a label ("Tel: …", "Call us now …").

    Numbers of fewer than seven digits (112, 999) never count, nor does "Call" alone before one, as that is
    advice to the reader.
    """
    if len(text) > _LONGEST or len(_DIGIT.findall(text)) < _FEWEST_DIGITS:
        return False
    return bool(_NUMBERS.fullmatch(text) or _LABELLED.fullmatch(text))


def is_mail_address(text: str) -> bool:
    """True for a mail address under its label ("E-mail: …") and nothing else."""
    return len(text) <= _LONGEST and bool(_MAIL.fullmatch(text))
