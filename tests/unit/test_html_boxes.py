# ruff: noqa: E501 - markup reads better unbroken
"""Pieces between and below an article's paragraphs, as site builders write them: which are the article's, which the page's."""

from __future__ import annotations

import pytest

from clinlint.documents.html import read_markup
from clinlint.model.document import BlockKind, Role
from clinlint.model.source import Source

SHOWN = {BlockKind.TITLE, BlockKind.META, BlockKind.ALT}
FIRST = (
    "A frozen shoulder is a joint whose capsule has become thick and tight, so that the arm can hardly be raised. " * 3
)
LAST = "Gentle stretching several times a day keeps the joint from stiffening further, and heat eases the pain. " * 3


def body_of(piece: str, last: str = f"<p>{LAST}</p>") -> list[str]:
    """What of ``piece`` is read as text of the article that it stands in."""
    page = f"<title>Frozen Shoulder</title><body><main><h1>Frozen Shoulder</h1><div class=t><p>{FIRST}</p>{piece}{last}</div></main>"
    document = read_markup(Source.from_text(page, name="page.html", media_type="text/html"), page)
    texts = [block.text for block in document.blocks if block.role is Role.BODY and block.kind not in SHOWN]
    own = {"Frozen Shoulder", FIRST.strip(), LAST.strip()}
    assert own - {LAST.strip()} <= set(texts)
    return [text for text in texts if text not in own]


@pytest.mark.parametrize(
    "piece",
    [
        "<figure><img alt=x><figcaption>Photo by Jon Doe on Unsplash</figcaption></figure>",
        "<figure><img alt=x><figcaption>Lee Marsh/Harbour/Getty Images</figcaption></figure>",
        "<figure><img alt=x><figcaption>Image source, Getty Images</figcaption></figure>",
        "<p><em>Photo: Unsplash</em></p>",
        "<div><div>Medical Editor: Op. Dr. Deniz Er</div><div>Creation Date: 02.03.2023</div><div>Updated Date: 05.06.2024</div></div>",
        "<p>Last medically reviewed on May 6, 2024</p>",
        "<p>Medizinisch geprüft von Dr. Anna Weber</p>",
        "<p>Category: <a href=/u>Orthopaedics</a></p><p>Hits: 4512</p>",
        "<div>Was this helpful?</div>",
        "<div>See an error? <a href=/r>Report a typo</a></div>",
        "<div data-component=byline-block><div>Ivy Moss</div></div>",
        "<a class='sqs-block-button-element' href=/b>Schedule a hearing test</a>",
        "<div><div>Do you have a question?</div><div>Our specialists answer you free of charge.</div><a href=/f>Ask our doctors</a></div>",
        "<div data-component=links-block><p>More on this story</p><ul><li><a href=/1>Is stretching needed?</a></li><li><a href=/2>Ten minutes of stairs</a></li></ul></div>",
        "<div><div>Part of complete coverage on</div><div>Health in Britain</div><ul><li><a href=/1>Longer waits for hip surgery</a></li></ul></div>",
        "<section><h2>Related internet links</h2><ul><li><a href=/p>University of Porttown</a></li></ul></section>",
        "<div class=css-1><h3>Get our weekly nutrition email</h3><p>Filter out the noise and read what our doctors have to say.</p><form><input><button>SIGN UP</button></form><p>We add no strings.</p></div>",
        f"<div class=pullquote><p>“{FIRST[:60].strip()}”</p></div>",
    ],
)
def test_the_page_s(piece: str) -> None:
    assert body_of(piece) == []


@pytest.mark.parametrize(
    ("piece", "texts"),
    [
        ("<figure><img alt=x><figcaption>The capsule around the joint shrinks.</figcaption></figure>", ["The capsule around the joint shrinks."]),
        ("<figure><img alt=x><figcaption>Image by ultrasound: the torn tendon is dark.</figcaption></figure>", ["Image by ultrasound: the torn tendon is dark."]),
        (
            "<ul><li>by mouth three times a day</li><li>prepared by a pharmacist</li><li>checked on waking</li></ul>",
            ["by mouth three times a day", "prepared by a pharmacist", "checked on waking"],
        ),
        ("<p>Categories: mild, moderate, severe</p>", ["Categories: mild, moderate, severe"]),
        ("<h3>Dates: how many a day?</h3>", ["Dates: how many a day?"]),
        (
            "<aside class=tip><h3>Keep in mind</h3><p>Diabetes makes a frozen shoulder several times more likely. Tell your doctor.</p></aside>",
            ["Keep in mind", "Diabetes makes a frozen shoulder several times more likely. Tell your doctor."],
        ),
        (
            "<div class=pullquote><p>Patience is the most important part of the treatment.</p></div>",
            ["Patience is the most important part of the treatment."],
        ),
        (
            "<h2>Stages</h2><div><a class='btn' href=/b>Book an appointment</a></div><h3>Freezing</h3><p>Pain grows over weeks.</p>",
            ["Stages", "Freezing", "Pain grows over weeks."],
        ),
    ],
)  # fmt: skip
def test_the_article_s(piece: str, texts: list[str]) -> None:
    assert [text for text in texts if text not in body_of(piece)] == []


def test_a_heading_over_doctors_cards_goes_with_them() -> None:
    card = "<div class=c><img src=1.jpg alt=a><div>Op. Dr. {0}</div><div>Eye Health</div><a href=/1>Make an appointment</a></div>"
    cards = "".join(card.format(name) for name in ("Deniz Er", "Can Su"))
    assert body_of(f"<p>{LAST}</p><div><h2>Our Doctors in Eye Health</h2>{cards}</div>", "") == []


def test_two_cards_below_the_article_are_teasers() -> None:
    card = "<div class=q><h3><a href=/{0}>{0}</a></h3><p>How it comes about, and how it passes?</p></div>"
    cards = card.format("Tennis Elbow Explained") + card.format("Meniscus Tears in Runners")
    assert body_of(f"<p>{LAST}</p><div>{cards}</div>", "") == []


NAMED = [
    ("recommended-dose", "Recommended dose"),
    ("follow-up-visits", "Follow-up visits"),
    ("similar-conditions", "Similar conditions"),
    ("popular-myths", "Popular myths"),
    ("comments-on-safety", "Comments on safety"),
]


@pytest.mark.parametrize(("name", "heading"), NAMED)
@pytest.mark.parametrize("attribute", ["id", "class"])
def test_a_section_named_after_its_heading_is_the_article_s(attribute: str, name: str, heading: str) -> None:
    text = "Most people take the tablets in the morning with a glass of water and keep to the same hour."
    section = (
        f"<section {attribute}={name}><h2>{heading}</h2><p>{text}</p><ul><li>by noon at the latest</li></ul></section>"
    )
    assert body_of(section) == [heading, text, "by noon at the latest"]


@pytest.mark.parametrize(
    ("name", "heading"), [("related-articles", "Related articles"), ("latest-news", "Latest news")]
)
def test_a_section_of_links_named_after_its_heading_is_the_page_s(name: str, heading: str) -> None:
    links = "".join(f"<p><a href=/{n}>The shoulder and its {n} muscles, seen by a surgeon</a></p>" for n in range(2))
    assert body_of(f"<section id={name}><h2>{heading}</h2>{links}</section>") == []


DOCTORS = "".join(
    f"<div class=c><img src=1.jpg alt=a><div>Op. Dr. {name}</div><div>Eye Health</div><a href=/1>Make an appointment</a></div>"
    for name in ("Deniz Er", "Can Su")
)
LENS = "The lens of the eye clouds with age. An operation replaces it with a clear lens made of plastic."
SEES = "Most people see clearly again on the following day, and read without glasses after some weeks."
HOSPITAL = f"""<title>Cataract Surgery | Marmara Health</title><body><div class=hdr><a href=/i>International Patients</a><a href=tel:1>444 0 123</a></div>
<div class=bnr><h1>Cataract Surgery</h1><ul><li><a href=/>Main Page</a></li><li>Eye Health</li></ul></div>
<div class=cnt><div class=lft><ul><li><a href=/g>Glaucoma</a></li><li><a href=/s>Squint</a></li></ul><div class=frm><h3>Get Information</h3><p>Leave your number and our team will call you back.</p></div></div>
<div class=rgt><div class=info><div>Medical Editor: Op. Dr. Deniz Er</div><div>Updated Date: 05.06.2024</div></div><div class=tx><p>{LENS}</p></div>
<div class=app><div>Do you have a question?</div><div>Our specialists answer you free of charge.</div><a href=/form>Ask our doctors</a></div>
<div class=tx><h2>After the operation</h2><ul><li>use the drops as prescribed</li><li>do not rub the eye</li></ul><p>{SEES}</p></div>
<div class=tx><h2>Risks</h2><p>Infection is rare.</p></div><div class=tm><h2>Our Doctors in Eye Health</h2>{DOCTORS}</div></div></div>
<div class=ft><div>Quick Access</div><a href=/c>Careers</a></div><div class=cz><p>Sitemizde çerezler kullanılmaktadır. Detaylı bilgi için Çerez Politikamızı inceleyebilirsiniz.</p><a href=#>Kabul Et</a></div>"""


def test_a_hospital_s_page_with_boxes_between_its_sections() -> None:
    document = read_markup(Source.from_text(HOSPITAL, name="page.html", media_type="text/html"), HOSPITAL)
    assert [block.text for block in document.blocks if block.role is Role.BODY and block.kind not in SHOWN] == [
        "Cataract Surgery",
        LENS,
        "After the operation",
        "use the drops as prescribed",
        "do not rub the eye",
        SEES,
        "Risks",
        "Infection is rare.",
    ]
