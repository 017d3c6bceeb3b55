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
from clinlint.sources.web.fetching import Fetched
from clinlint.sources.web.found import Found, moment
from clinlint.sources.web.polite import PoliteFetcher

USER, PASSWORD = "CLINLINT_WORDPRESS_USER", "CLINLINT_WORDPRESS_PASSWORD"
"""The environment variables with a user's name and an application password."""
_A_PAGE = 50
_KEPT = ("id", "link", "date_gmt", "modified_gmt", "status", "type", "slug", "lang", "title", "excerpt", "content")


def pages_of_wordpress(fetcher: PoliteFetcher, url: str, *, drafts: bool = False) -> Iterator[Found]:
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
    for kind in ("posts", "pages"):
        yield from _of_kind(fetcher, bases, kind, headers, drafts=drafts)


def _of_kind(
    fetcher: PoliteFetcher, bases: list[str], kind: str, headers: Mapping[str, str], *, drafts: bool
) -> Iterator[Found]:
    number, last = 1, 1
    while number <= last:
        query = {"per_page": str(_A_PAGE), "page": str(number), "orderby": "id", "order": "asc"}
        if drafts:
            query |= {"status": "publish,future,draft,pending,private", "context": "edit"}
        fetched = _fetched(fetcher, bases, kind, urlencode(query), headers)
        for post in _posts(fetched.data, fetched.url):
            data = json.dumps({key: post[key] for key in _KEPT if key in post}, ensure_ascii=False, indent=1)
            yield Found(str(post["link"]), moment(post.get("modified_gmt")), data.encode())
        told = fetched.headers.get("x-wp-totalpages", "1")
        last = int(told) if told.isdigit() and len(told) < 7 else number
        number += 1


def _fetched(fetcher: PoliteFetcher, bases: list[str], kind: str, query: str, headers: Mapping[str, str]) -> Fetched:
    """The answer at the first of the bases; one that is not there is left out from then on."""
    while True:
        place = f"{bases[0]}/{kind}"
        try:
            url = f"{place}{'&' if '?' in place else '?'}{query}"
            return fetcher.get(url, headers=headers, accept={"application/json": ""})
        except AnswerError as error:
            if error.status == 404 and len(bases) > 1:
                del bases[0]
                continue
            raise SourceError(_told(place, error.status)) from None


def _posts(data: bytes, name: str) -> list[Mapping[str, Any]]:
    try:
        posts = json.loads(data)
    except ValueError:
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
