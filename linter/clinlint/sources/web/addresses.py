"""Which network addresses are public, so that a page cannot send clinlint into the network it runs in."""

from __future__ import annotations

import ipaddress

_FURTHER = tuple(map(ipaddress.ip_network, ("192.88.99.0/24", "3fff::/20", "5f00::/16")))
"""Special ranges that Python's own lists do not have in every version: 6to4 relays, documentation, segment routing."""
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


_METADATA = frozenset(map(ipaddress.ip_address, ("fd00:ec2::254", "100.100.100.200")))
"""Where clouds tell their machines passwords, beside the link-local 169.254.169.254."""


def is_allowed(address: str, *, private: bool) -> bool:
    """True for an IP address that pages may be read from: a public one or, with ``private``, one of an intranet.

    Link-local addresses and others at which clouds tell their machines passwords are never allowed.
    """
    return is_public(address) or (private and not is_of_machine(address))


def is_of_machine(address: str) -> bool:
    """True for a link-local address, and for others at which a cloud speaks to its machines."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address) and ip.ipv4_mapped is not None:
        ip = ip.ipv4_mapped
    return ip.is_link_local or ip in _METADATA


def is_public(address: str) -> bool:
    """True for an IP address that belongs to the public internet.

    Loopback, private, link-local, carrier-grade NAT, multicast and reserved ranges are not public,
    nor is an IPv6 address that stands for such an IPv4 address (mapped, 6to4, NAT64).
    """
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        embedded = ip.ipv4_mapped or ip.sixtofour
        if embedded is None and ip in _NAT64:
            embedded = ipaddress.IPv4Address(int(ip) & 0xFFFF_FFFF)
        if embedded is not None:
            return is_public(str(embedded))
        if ip.is_site_local or ip.teredo is not None:
            return False
    if any(ip in network for network in _FURTHER):
        return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_link_local or ip.is_unspecified)
