"""Which words are page furniture on their own, and which sentences only look like it."""

from __future__ import annotations

import pytest

from clinlint.documents.page_phrases import furniture, is_network_name

FURNITURE = {
    "share-labels": [
        "Share on facebook",
        "Tweet",
        "Share this post",
        "Facebook | Twitter",
        "Share via WhatsApp and e-mail",
        "Paylaş",
    ],
    "follow-us": ["Follow us on Instagram", "Follow us!", "Find us on Facebook and YouTube"],
    "phone": [
        "+ (90) 555 123 45 67",
        "Tel: 0212 555 01 23",
        "(212) 555-0199",
        "Phone: +44 20 7946 0000 / +44 20 7946 0001",
    ]
    + ["• 0212 555 01 23", "Call us now: 0800 555 01 23", "444 5 123"],
    "e-mail": ["E-mail: info@clinic.example"],
    "read-more": ["Read More »", "Continue reading →", "Read more…", "Devamını oku", "Read also: Sleep in old age"],
    "related-heading": [
        "Most Popular:",
        "You might also like...",
        "Related posts",
        "Recent articles",
        "Benzer yazılar",
    ],
    "comment-form": ["Leave a comment", "Your email address will not be published", "3 Comments", "Post comment"],
    "cookie": ["We use cookies to make this site better.", "Accept all cookies", "Cookie policy"],
    "copyright": ["© 2024 A Clinic", "All rights reserved", "Copyright © 2020 A Clinic. All rights reserved."],
    "navigation": ["Back to top", "Home > Health > Knee", "« Previous post", "Privacy policy", "5 min read"],
    "newsletter": ["Subscribe to our newsletter", "Newsletter"],
    "call-to-action": ["Book an appointment", "Make an appointment today!", "Contact us", "Call now"],
    "contents": ["In this article"],
    "advertisement": ["Story continues below", "Article continues after this advertisement", "Advertisement"],
}

PROSE = [
    "Call 999",
    "Call 1-800-4-CANCER (1-800-422-6237)",
    "Call 1-800-555-0199.",
    "Poison control: 1-800-555-0199",
    "Share your plan on Facebook with friends.",
    "Share a room with the baby.",
    "You might also like to try a cold compress.",
    "Read more about the knee in our leaflet.",
    "Most popular treatments",
    "Popular remedies",
    "Related conditions",
    "Book an appointment with your doctor if the pain lasts.",
    "Follow us to the ward.",
    "Copyright law protects the leaflet.",
    "01.02.2024",
    "01/02/2024 - 05/03/2024",
    "2019-2020",
    "10 000 000",
    "0.05-0.10",
    "T: 3.14159265",
    "120/80 mmHg",
    "Menu",
    "Facebook",
    "Home exercises",
    "Cookies are high in sugar.",
    "",
    "   ",
    "»",
]


@pytest.mark.parametrize(("sort", "text"), [(sort, text) for sort, texts in FURNITURE.items() for text in texts])
def test_words_alone_give_furniture_away(sort: str, text: str) -> None:
    assert furniture(text) == sort
    assert furniture(f" \u00a0{text}\t") == sort


@pytest.mark.parametrize("text", PROSE)
def test_prose_is_left_alone(text: str) -> None:
    assert furniture(text) is None


def test_headings_that_open_a_list_of_other_articles() -> None:
    assert furniture("You may also like") == "related-heading"
    assert furniture("Read more") != "related-heading"


def test_a_bare_network_name_counts_only_with_others() -> None:
    assert is_network_name("WhatsApp")
    assert furniture("WhatsApp") is None
