"""Which machines may be asked: those of the public internet and no others.

An address that somebody typed, or that another server sent us on to, must not reach
the council's own network through us.
"""

import ipaddress

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


def is_public(address: Address) -> bool:
    """True for an address of the public internet.

    Private, loopback, link-local, shared, reserved and multicast addresses are not,
    also where they are wrapped in an address of version 6.
    """
    if isinstance(address, ipaddress.IPv6Address):
        wrapped = _wrapped(address)
        if wrapped is not None:
            return is_public(wrapped)
        if address.is_site_local:
            return False
    return address.is_global and not (
        address.is_multicast or address.is_reserved or address.is_unspecified
    )


_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")


def _wrapped(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The address of version 4 inside one of version 6, if it holds one."""
    if address.ipv4_mapped:
        return address.ipv4_mapped
    if address.sixtofour:
        return address.sixtofour
    if address.teredo:
        return address.teredo[1]
    if address in _TRANSLATED:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return None
