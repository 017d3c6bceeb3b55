"""Words that carry a stop of their own, by what may follow them without a new sentence."""

from __future__ import annotations


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


ALWAYS_GO_ON = _words(
    "dr drs mr mrs ms mx prof assoc asst op uzm doç yrd spec rev hon messrs mme",
    "vs e.g eg i.e ie cf viz approx ca incl excl resp fig figs eq eqs nos vol vols pp ref refs chap",
)
"""Titles, and words of running text that something always follows: their stop never ends a sentence."""

GO_ON_BEFORE_NAMES = _words("al st jr sr dept u.s u.k u.n e.u d.c ph.d m.d b.sc m.sc r.n d.o gen lt sgt mt")
"""Their stop ends a sentence only before a word that opens sentences ("The", "However")."""

GO_ON_BEFORE_NUMBERS = _words(
    "etc a.m p.m am pm inc ltd co corp no nr tel ext ed eds min max avg sec art",
    "jan feb mar apr jun jul aug sept sep oct nov dec",
)
"""Their stop ends a sentence before a capital, unless it is a day's or a time zone's ("9 a.m. Monday")."""

DAYS_AND_ZONES = _words("monday tuesday wednesday thursday friday saturday sunday est edt gmt utc pst pdt cet bst")

LABELLED_BY_A_LETTER = _words(
    "vitamin vitamins hepatitis type types grade group category class stage figure table plan option part phase",
    "factor step level panel appendix protein influenza immunoglobulin section chapter site point line arm",
)
"""A single capital behind these is no initial of a name ("vitamin C. It")."""

STARTERS = _words(
    "the this that these those it its they their he she his her we our you your i in on at by with without within",
    "for from to as after before during when while where if unless although though because since however therefore",
    "moreover also but and or so then there here what which who how why a an some many most all both each every",
    "other another such no not do does did is are was were has have can could may should will patients people",
)
"""Words that commonly open a sentence and never follow an initial or a country's letters as part of a name."""
