"""Posts and pages of a WordPress site through its REST interface (``/wp-json/wp/v2``)."""

from __future__ import annotations

import json
import os
from base64 import b64encode
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlencode, urlsplit

from clinlint.errors import SourceError
from clinlint.sources.web.failures import AnswerError
from clinlint.sources.web.fetching import Fetched, checked
from clinlint.sources.web.found import Batch, Found, in_turn, moment
from clinlint.sources.web.polite import PoliteFetcher

USER, PASSWORD = "CLINLINT_WORDPRESS_USER", "CLINLINT_WORDPRESS_PASSWORD"
"""The environment variables with a user's name and an application password."""
_A_PAGE = 50
_KEPT = ("id", "link", "date_gmt", "modified_gmt", "status", "type", "slug", "lang", "title", "excerpt", "content")


def pages_of_wordpress(fetcher: PoliteFetcher, url: str, *, drafts: bool = False) -> Iterator[Batch]:
    """The posts and pages of the site at ``url``, each with its content; drafts too when asked for.

    Drafts need a user and an application password in the environment, which are sent over https alone (or to a
    private address that may be read).

    Raises:
        SourceError: when the site has no such interface, or the password is missing or not accepted.
    """
    parts = urlsplit(url)
    root = f"{parts.scheme}://{parts.netloc}{parts.path.partition('/wp-json')[0].rstrip('/')}"
    # Sites with plain permalinks know the second form alone.
    bases = [f"{root}/wp-json/wp/v2", f"{root}/?rest_route=/wp/v2"]
    headers = _login(fetcher, parts.scheme) if drafts else {}
    return in_turn(_of_kind(fetcher, bases, kind, headers, drafts=drafts) for kind in ("posts", "pages"))


def _of_kind(
    fetcher: PoliteFetcher, bases: list[str], kind: str, headers: Mapping[str, str], *, drafts: bool
) -> Iterator[Batch]:
    number = 1
    total: int | None = None
    seen: set[str] = set()
    while True:
        query = {"per_page": str(_A_PAGE), "page": str(number), "orderby": "id", "order": "asc"}
        if drafts:
            query |= {"status": "publish,future,draft,pending,private", "context": "edit"}
        fetched = _fetched(fetcher, bases, kind, urlencode(query), headers, first=number == 1)
        posts = _posts(fetched.data, fetched.url) if fetched is not None else []
        if fetched is None or not posts:
            yield Batch()
            return
        found = [_found(post, bases[0]) for post in posts]
        new = [page for page in found if page.url not in seen]
        seen.update(page.url for page in new)
        before, total = total, _number(fetched, "x-wp-total")
        yield Batch(new, max(0, (total or 0) - len(seen)))
        if before is not None and total is not None and total < before:
            # Something was taken away meanwhile, and what came after it has moved to the page before.
            number = max(1, number - 1)
            continue
        last = _number(fetched, "x-wp-totalpages")
        # Without that header, which some servers in between take away, the end is where nothing new comes.
        if not new if last is None else number >= last:
            return
        number += 1


def _found(post: Mapping[str, Any], base: str) -> Found:
    data = json.dumps({key: post[key] for key in _KEPT if key in post}, ensure_ascii=False, indent=1)
    link = str(post["link"])
    try:
        link = str(checked(link, link))
    except SourceError:
        # A site that is set up badly gives no whole address; this one leads to the post as well.
        link = f"{base.partition('/wp-json/')[0].partition('/?')[0]}/?p={post.get('id', '')}"
    return Found(link, moment(post.get("modified_gmt")), data.encode())


def _number(fetched: Fetched, header: str) -> int | None:
    told = fetched.headers.get(header, "")
    return int(told) if told.isascii() and told.isdigit() and len(told) < 9 else None


def _fetched(
    fetcher: PoliteFetcher, bases: list[str], kind: str, query: str, headers: Mapping[str, str], *, first: bool
) -> Fetched | None:
    """The answer at the first of the bases; one that is not there is left out from then on. None after the last."""
    while True:
        place = f"{bases[0]}/{kind}"
        try:
            url = f"{place}{'&' if '?' in place else '?'}{query}"
            return fetcher.get(url, headers=headers, accept={"application/json": ""})
        except AnswerError as error:
            if error.status == 404 and first and len(bases) > 1:
                del bases[0]
                continue
            if error.status in (400, 404) and not first:
                # WordPress's answer to a page that is no more.
                return None
            raise SourceError(_told(place, error.status)) from None


def _posts(data: bytes, name: str) -> list[Mapping[str, Any]]:
    try:
        posts = json.loads(data)
    except (ValueError, RecursionError):
        raise SourceError(f"{name}: the answer is no JSON; the site has no WordPress interface here") from None
    if not isinstance(posts, list) or not all(isinstance(post, dict) and post.get("link") for post in posts):
        raise SourceError(f"{name}: the answer is no list of WordPress posts")
    return posts


def _login(fetcher: PoliteFetcher, scheme: str) -> Mapping[str, str]:
    user, password = os.environ.get(USER, ""), os.environ.get(PASSWORD, "")
    if not user or not password:
        raise SourceError(
            f"drafts need a WordPress user and an application password: set {USER} and {PASSWORD} in the environment"
        )
    if scheme != "https" and not fetcher.connections.allow_private:
        raise SourceError("the application password is sent over https alone; give the site's https address")
    return {"Authorization": "Basic " + b64encode(f"{user}:{password}".encode()).decode("ascii")}


def _told(place: str, status: int) -> str:
    if status in (401, 403):
        return f"{place}: the site does not accept the user or the application password (status {status})"
    if status == 404:
        return f"{place}: the site has no WordPress interface here (status 404); lint its pages or its sitemap instead"
    return f"{place}: the server answers with status {status}; try again later"
