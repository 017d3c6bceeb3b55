# ruff: noqa: E501 - markup reads better unbroken
"""What stands among an article's paragraphs and speaks of something else: other pages, who wrote it, what is above it."""

from __future__ import annotations

import pytest

from clinlint.documents.html import read_markup
from clinlint.model.document import BlockKind, Role
from clinlint.model.source import Source

SHOWN = {BlockKind.TITLE, BlockKind.META, BlockKind.ALT}
FIRST = (
    "A sprained ankle is a ligament that was stretched too far, and most of them heal without an operation at all. " * 4
)
LAST = "Ice and rest help during the first two days, and slow walking keeps the joint from stiffening any further. " * 2
BY = "<p>By Ada Linn</p>"


def read(main: str, *, head: str = "", title: str = "Sprained Ankle: what helps") -> list[str]:
    page = f"<!doctype html><html lang=en><title>{title}</title>{head}<body>{main}<footer>Porttown Clinic</footer></body></html>"
    document = read_markup(Source.from_text(page, name="page.html", media_type="text/html"), page)
    return [block.text for block in document.blocks if block.role is Role.BODY and block.kind not in SHOWN]


def between(piece: str) -> list[str]:
    """What of ``piece`` is read as text of the article around it."""
    texts = read(f"<main><h1>Sprained Ankle</h1>{BY}<div><p>{FIRST}</p>{piece}<p>{LAST}</p></div></main>")
    assert {FIRST.strip(), LAST.strip()} <= set(texts)
    return [text for text in texts if text not in {"Sprained Ankle", FIRST.strip(), LAST.strip()}]


def below(piece: str, *, head: str = "") -> list[str]:
    texts = read(f"<main><h1>Sprained Ankle</h1>{BY}<div><p>{FIRST}</p><p>{LAST}</p>{piece}</div></main>", head=head)
    assert {FIRST.strip(), LAST.strip()} <= set(texts)
    return [text for text in texts if text not in {"Sprained Ankle", FIRST.strip(), LAST.strip()}]


@pytest.mark.parametrize(
    "piece",
    [
        "<p><a href=/a>Ten minutes of stairs a day keep old ankles young, a study from Porttown says</a></p>",
        "<p><strong>Read more: <a href=/a>How stairs help</a></strong></p>",
        "<p>[See also: <a href=/a>How stairs help</a>]</p>",
        "<p>Lesen Sie auch: <a href=/a>Treppen helfen</a></p>",
        "<p>À lire aussi » <a href=/a>Les escaliers</a></p>",
        "<p>Te puede interesar: <a href=/a>Subir escaleras</a></p>",
        "<p>Ayrıca bakınız: <a href=/a>Merdiven çıkmak</a></p>",
    ],
)
def test_a_paragraph_that_leads_to_another_page_is_not_the_article_s(piece: str) -> None:
    assert between(piece) == []


@pytest.mark.parametrize(
    "piece",
    [
        "<p><a href=/a>Find a pharmacy</a></p>",
        "<p><a href=/a>Check if you need an X-ray</a></p>",
        "<p>See also: the section on fractures, which need a cast for about six weeks.</p>",
        "<p>Read <a href=/a>how stairs help</a> before you start, and ask your physiotherapist about the right shoes.</p>",
        "<p><a href=#ice>How to use ice and heat so that the skin of your foot is not hurt by either</a></p>",
        "<p><a href=/a>The ankle is the joint that is hurt most often in sports that are played with a ball.</a></p>",
        "<ul><li><a href=/a>Exercises for the first days after a sprain, with pictures of each step</a></li></ul>",
    ],
)
def test_links_that_the_author_set_are(piece: str) -> None:
    assert between(piece)


@pytest.mark.parametrize(
    "piece",
    [
        "<div class=author-bio><h4><a href=/ada>Ada Linn</a></h4><p>Ada has written about joints since 2004 and likes long walks.</p></div>",
        "<h3>About the author</h3><p>She has written about joints since 2004.</p>",
        "<section><h3>Über die Autorin</h3><p>Schreibt seit 2004 über Gelenke und geht gern wandern.</p></section>",
        "<p><em>Ada Linn is a nurse and runs the clinic's own paper.</em></p>",
        "<p>Max Orr is a health reporter for the Porttown Gazette.</p><p>Contact Max Orr at m.orr@gazette.example</p>",
        "<p>Follow Ada Linn on Twitter</p>",
    ],
)
def test_notes_on_the_author_are_not_the_article_s(piece: str) -> None:
    assert [text for text in below(piece) if text != "Ada Linn"] == []


def test_the_author_named_in_the_head_is_known() -> None:
    note = "<p>Bea Moss works at the hospital of Porttown.</p>"
    assert below(note, head='<meta name=author content="Bea Moss">') == []
    assert below(note) == ["Bea Moss works at the hospital of Porttown."]


@pytest.mark.parametrize(
    "piece",
    [
        "<p>Professor Karl Weiss is a surgeon who has repaired some four hundred ankles.</p>",
        "<p>Contact your doctor at once if the foot turns cold.</p>",
        "<h2>About the operation</h2><p>It takes an hour.</p>",
    ],
)
def test_people_and_places_in_the_text_are(piece: str) -> None:
    assert below(piece)


def test_who_is_written_about_is_no_author_though_the_page_says_the_name() -> None:
    texts = read(f"<main><h1>Ada Linn</h1>{BY}<p>Ada Linn is a nurse.</p><p>{FIRST}</p><p>{LAST}</p></main>")
    assert "Ada Linn is a nurse." in texts


@pytest.mark.parametrize(
    "header",
    [
        "<header><h1>Sprained Ankle</h1><p>What the first two days decide, and why a cast is hardly ever needed any more.</p></header>",
        "<div><h1>Sprained Ankle</h1></div><div class=teaser><p>What the first two days decide, and why a cast is hardly ever needed any more.</p></div>",
        "<div><h1>Sprained Ankle</h1><p>3 May 2024</p></div><h2>What the first two days decide, and why a cast is hardly ever needed any more.</h2>",
    ],
)
def test_the_summary_below_the_headline_is_read(header: str) -> None:
    texts = read(f"{header}<div class=text><p>{FIRST}</p><p>{LAST}</p></div>")
    assert "What the first two days decide, and why a cast is hardly ever needed any more." in texts


def test_lines_beside_the_only_paragraph_are_read() -> None:
    texts = read(
        f"<main><h1>Sprained Ankle</h1><p>Rest first.</p><blockquote>{FIRST}</blockquote><p>Then walk.</p></main>"
    )
    assert {"Rest first.", "Then walk."} <= set(texts)


def test_contents_named_so_are_told_from_the_sections_they_lead_to() -> None:
    sections = "".join(
        f"<h2>Part {n}</h2><div id=TOC_TITLE_{n}><p>{sentence} as every nurse in Porttown will tell you, told in full.</p></div>"
        for n, sentence in enumerate(FIRST.split(",")[:2] * 2, 1)
    )
    texts = read(f"<main><h1>Sprained Ankle</h1><p>{FIRST}</p>{sections}</main>")
    assert sum("told in full" in text for text in texts) == 4


def test_a_word_of_a_menu_heads_no_article() -> None:
    texts = read(f"<div><p>Newsletter</p><p>Contact</p><h1>Sprained Ankle</h1><p>{FIRST}</p><p>{LAST}</p></div>")
    assert FIRST.strip() in texts


def test_a_heading_that_repeats_a_part_of_the_title_is_not_the_headline() -> None:
    title = "The Cold Foot starts to thaw: seven days of rest"
    page = f"<main><h1>Tho Cold Foot starts to thaw: seven days of rest</h1><p>{LAST}</p><h2>The Cold Foot</h2><p>{FIRST}</p></main>"
    assert LAST.strip() in read(page, title=title)


def test_a_page_s_own_elements_are_read_by_their_names() -> None:
    menu = "<site-navigation-item><div><p>Our doctors and how you can reach them all through the year.</p></div></site-navigation-item>"
    assert "Our doctors" not in "".join(read(f"{menu}<main><h1>Sprained Ankle</h1><p>{FIRST}</p><p>{LAST}</p></main>"))
    assert between("<p>A <glossary-term>ligament</glossary-term> holds two bones.</p>") == [
        "A ligament holds two bones."
    ]


TITLES = ["Ten minutes of stairs keep old ankles young", "What the shoe tells the nurse", "Four taxis and a broken toe"]


def linked(tag: str, *, where: str = "/a") -> str:
    return "".join(f"<{tag}><a href={where}{n}>{title}</a></{tag}>" for n, title in enumerate(TITLES))


@pytest.mark.parametrize(
    "piece",
    [
        f"<ul>{linked('li')}</ul>",
        f"<h3>From the Gazette</h3><ul>{linked('li')}</ul>",
        linked("p"),
        "".join(
            f"<div class=c><h3><a href=/a{n}>{title}</a></h3><p>A man of forty told the Gazette how it went, and why he would"
            " do the same again if it were not for the price of the taxi, which nobody had told him in advance.</p></div>"
            for n, title in enumerate(TITLES)
        ),
        "".join(
            f"<h4><a href=/a{n}>{title}</a></h4><p>A man of forty told the Gazette.</p>"
            for n, title in enumerate(TITLES)
        ),
    ],
)
def test_titles_and_excerpts_in_a_row_are_other_pages(piece: str) -> None:
    assert below(piece) == []


@pytest.mark.parametrize(
    "piece",
    [
        f"<h2>Sources</h2><ul>{linked('li')}</ul>",
        f"<p>These pages tell you more:</p><ul>{linked('li')}</ul>",
        f"<ul>{linked('li', where='#s')}</ul>",
        "<ul><li><a href=/ice>Ice</a></li><li><a href=/rest>Rest</a></li><li><a href=/shoe>Good shoes</a></li></ul>",
    ],
)
def test_lists_of_links_that_the_author_announced_or_named_shortly_are_the_article_s(piece: str) -> None:
    assert len(below(piece)) >= 3


@pytest.mark.parametrize(
    "line",
    [
        "PUBLISHED: May 8, 2023 at 11:30 p.m. | UPDATED: May 9, 2023 at 12:21 a.m.",
        "Par Luc Petit le 14.09.2020 à 11h46",
        "Mia Moser, 02.02.2022",
        "By Jose de la Cruz",
        "© GETTY IMAGES / ADA LINN",
        "Crédits photos : Ada Linn",
        "版权所有：某某医院",
        "View this post on Instagram",
        "A post shared by Ada Linn (@ada.linn) on Jun 16, 2019 at 7:30am PDT",
        "An dieser Stelle findest du einen externen Inhalt von Instagram, der den Artikel ergänzt.",
    ],
)
def test_dates_names_signs_and_embedded_posts_are_not_the_article_s(line: str) -> None:
    assert between(f"<p>{line}</p>") == []


@pytest.mark.parametrize(
    "line",
    [
        "The sign came at 5 p.m. on 3 May 2023.",
        "By the third day most people walk again.",
        "On 3 May 2023 Ada Linn came home",
        "A post shared the pain between both feet.",
        "Crédit et patience aident le pied",
        "ICP is the pressure inside the skull.",
    ],
)
def test_sentences_with_the_same_words_are(line: str) -> None:
    assert between(f"<p>{line}</p>") == [line]


def test_text_below_a_sign_under_a_picture_is_no_foot_of_the_page() -> None:
    sign = "<figure><img alt=x><div>© Bild: ADA LINN</div></figure>"
    last = "Walk on grass first, and then on the stairs."
    assert last in read(f"<main><h1>Sprained Ankle</h1><div><p>{FIRST}</p>{sign}<p>{last}</p></div></main>")


SAID = "My uncle had this for years and never went to see anybody, which I would not advise to anyone of you here. "


@pytest.mark.parametrize(
    "comments",
    [
        f"<div class=comments>{f'<p>{SAID * 3}</p>' * 9}</div>",
        "<h2>9 Comments</h2><ol>"
        + f"<li><p>{SAID * 3}</p><p>Comment by Tom — 17.07, 2011 @ 13:04</p></li>" * 9
        + "</ol>",
        "<h5>留言列表 (9)</h5><ul>" + f"<li>#1 at 10:28</li><li>{SAID * 3}</li>" * 9 + "</ul>",
    ],
)
def test_comments_longer_than_the_article_are_not_it(comments: str) -> None:
    texts = read(f"<main><h1>Sprained Ankle</h1><div><p>{FIRST}</p><p>{LAST}</p></div>{comments}</main>")
    assert FIRST.strip() in texts
    assert SAID.strip() not in " ".join(texts)


def test_a_cookie_banner_longer_than_the_article_is_not_it() -> None:
    banner = f"<div class=cookie-banner>{'<p>Storing this is needed for statistics and for nothing else at all, we promise.</p>' * 20}</div>"
    texts = read(f"<main><h1>Sprained Ankle</h1><div><p>{FIRST}</p></div></main>{banner}")
    assert texts == ["Sprained Ankle", FIRST.strip()]


def test_a_newsletter_s_link_heads_nothing() -> None:
    texts = read(f"<div><a href=/n><div>Newsletter</div></a></div><main><h1>Sprained Ankle</h1><p>{LAST}</p></main>")
    assert LAST.strip() in texts


def test_what_stands_beside_the_headline_s_own_article_is_not_it() -> None:
    live = f"<div class=direct><h2>Live</h2>{f'<p>{SAID * 2}</p>' * 20}</div>"
    own = f"<article><header><h1>Sprained Ankle</h1></header><div><p>{FIRST * 3}</p><p>{LAST}</p></div></article>"
    texts = read(f"<div>{own}</div><div>{live}</div>")
    assert texts == ["Sprained Ankle", (FIRST * 3).strip(), LAST.strip()]


def test_an_article_element_around_the_headline_alone_says_nothing() -> None:
    texts = read(f"<article><h1>Sprained Ankle</h1></article><div><p>{FIRST}</p><p>{LAST}</p></div>")
    assert LAST.strip() in texts


def test_sections_below_headings_that_are_links_are_the_article_s_when_they_are_most_of_it() -> None:
    shoes = "".join(f"<h2><a href=/shop{n}>Shoe {n} of Porttown</a></h2><p>{LAST}</p>" for n in range(4))
    assert read(f"<main><h1>Sprained Ankle</h1><div><p>{FIRST}</p>{shoes}</div></main>").count(LAST.strip()) == 4
