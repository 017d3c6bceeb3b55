"""What readers wrote below an article, and lists of videos inside it, are not the article's."""

from __future__ import annotations

import pytest

from clinlint.documents.html import read_markup
from clinlint.model.document import Role
from clinlint.model.source import Source

PROSE = "<p>A hernia is a gap in a muscle that lets tissue through, and most of them need an operation one day.</p>" * 4
SAID = "My uncle had this for years and never went to see anybody, which I would not advise to anyone of you here."


def body(content: str, *, above: str = PROSE) -> list[str]:
    markup = f"<!doctype html><html lang=en><title>Hernia</title><body><h1>Hernia</h1>{above}{content}</body></html>"
    document = read_markup(Source.from_text(markup, name="page.html", media_type="text/html"), markup)
    return [block.text for block in document.blocks if block.role is Role.BODY]


@pytest.mark.parametrize(
    "content",
    [
        f"<h2>2 Comments</h2><p><b>Tom says:</b></p><p>{SAID}</p><p><a href=#r>Reply</a></p>",
        f"<h3>Yorumlar (3)</h3><p>Ali, 3 gün önce</p><p>{SAID}</p><p>{SAID}</p>",
        f"<h3>Kommentare</h3><p>Jana, vor 2 Tagen</p><p>{SAID}</p>",
        f"<h3>Comentarios (1)</h3><p>Luis dijo:</p><p>{SAID}</p>",
        f"<h3>4 thoughts on Hernia</h3><p>Ann, May 3 at 10:15</p><p>{SAID}</p>",
        f"<div id=comments><h3>Say it</h3><ol class=commentlist><li><p>{SAID}</p></li></ol></div>",
        f"<div id=disqus_thread><p>{SAID}</p></div>",
        f"<section class=yorumlar><p>{SAID}</p></section>",
    ],
)
def test_comments_of_readers_are_left_out(content: str) -> None:
    assert SAID not in "\n".join(body(content))


def test_a_heading_below_the_comments_is_looked_at_again() -> None:
    content = f"<h2>2 Comments</h2><p>Tom says:</p><p>{SAID}</p><h2>When to call</h2>{PROSE}"
    assert "When to call" in body(content)


@pytest.mark.parametrize("content", [f"<h2>Comments</h2><p>{SAID}</p>", f"<h2>Remarks</h2><p>{SAID}</p>"])
def test_remarks_of_the_author_are_not_comments(content: str) -> None:
    assert SAID in body(content)


def test_a_count_of_comments_above_the_article_hides_nothing() -> None:
    above = "<p>2 Comments</p><p>Published 3 days ago</p>"
    assert SAID in body(f"<p>{SAID}</p>{PROSE}", above=above)


def test_a_list_of_videos_inside_the_text_is_not_the_article_s() -> None:
    titles = ["How it is done", "The day before", "The day after", "Back at work"]
    cards = "".join(
        f"<div><div>{title}</div><div>0{n}:29</div><div>Now playing</div></div>" for n, title in enumerate(titles)
    )
    shown = body(f"<div class=player>{cards}</div>{PROSE}")
    assert not set(titles) & set(shown)


def test_times_of_day_in_a_text_are_no_videos() -> None:
    table = "<table><tr><td>Breakfast</td><td>08:30</td></tr><tr><td>Lunch</td><td>12:30</td></tr></table>"
    shown = body(f"<h2>Meals</h2>{table}<p>Take it at 08:30, 12:30 and 19:30 with water.</p>")
    assert {"Breakfast", "08:30", "Lunch", "12:30", "Take it at 08:30, 12:30 and 19:30 with water."} <= set(shown)
