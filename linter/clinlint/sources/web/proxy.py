"""The proxy that the environment names, for those who ask for it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.request import getproxies, proxy_bypass

from clinlint.errors import SourceError
from clinlint.sources.web.addresses import is_allowed, is_of_machine

if TYPE_CHECKING:
    import httpcore
    import httpx

    from clinlint.sources.web.connection import Deadline


def proxy_for(url: httpx.URL) -> httpcore.Proxy | None:
    """The proxy for an address, by ``HTTP_PROXY``, ``HTTPS_PROXY``, ``ALL_PROXY`` and ``NO_PROXY``.

    Raises:
        SourceError: when the environment names one that is no http or https address.
    """
    import httpcore
    import httpx

    proxies = getproxies()
    named = proxies.get(url.scheme) or proxies.get("all")
    if not named or proxy_bypass(url.host):
        return None
    try:
        address = httpx.URL(named if "://" in named else f"http://{named}")
    except (httpx.InvalidURL, ValueError):
        raise SourceError("the environment names a proxy that is no address; mend HTTP_PROXY and HTTPS_PROXY") from None
    if address.scheme not in ("http", "https") or not address.host:
        raise SourceError("the environment names a proxy that is neither http nor https; clinlint knows no other kind")
    login = (address.username, address.password) if address.userinfo else None
    return httpcore.Proxy(str(address.copy_with(username=None, password=None)), auth=login)


def check_target(url: httpx.URL, deadline: Deadline, *, allow_private: bool) -> None:
    """Refuses a host whose name leads, from here, to a private address; the proxy resolves it again.

    Raises:
        SourceError: when it does.
    """
    from clinlint.sources.web.connection import addresses_of, private_address

    if allow_private and not is_of_machine(url.host):
        return
    try:
        addresses = addresses_of(url.host, url.port or 80, deadline)
    except SourceError:
        # Behind a proxy, names are often known to the proxy alone.
        deadline.left()
        return
    for address in addresses:
        if not is_allowed(address, private=allow_private):
            raise private_address(str(url), url.host, address)
