"""Network addresses as they are written in headers, and whom a limit per address counts."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from fastapi import Request

Address = IPv4Address | IPv6Address
HOME_BITS = 64  # of an IPv6 address: one household or office has all that follow


def address_of(written: str) -> Address | None:
    """Read an address, with or without a port; an IPv4 address in IPv6 clothes is itself. None if it is none."""
    host = written.partition("]")[0].removeprefix("[") if written.startswith("[") else written
    host = host.partition(":")[0] if host.count(":") == 1 else host
    try:
        found = ip_address(host.partition("%")[0])
    except ValueError:
        return None
    return found.ipv4_mapped or found if isinstance(found, IPv6Address) else found


def caller(request: Request) -> str:
    """Return whom limits per address count: an IPv4 address, or the /64 of an IPv6 address."""
    host = request.client.host if request.client else ""
    found = address_of(host)
    return str(ip_network((found, HOME_BITS), strict=False)) if isinstance(found, IPv6Address) else str(found or host)
