"""Who stays in copy: colleagues at the company's own domain, and never another customer of the same provider."""

from __future__ import annotations

import pytest

from app.channels.email.copies import colleagues

OURS = "sales@minamo.example"


@pytest.mark.parametrize(
    "domain",
    [
        *("gmail.com", "googlemail.com", "yahoo.co.jp", "yahoo.com", "outlook.jp", "hotmail.co.uk", "live.jp"),
        *(
            "gmx.net",
            "docomo.ne.jp",
            "ezweb.ne.jp",
            "i.softbank.jp",
            "k1.dion.ne.jp",
            "aa2.so-net.ne.jp",
            "nifty.com",
            "au.com",
        ),
        *("icloud.com", "me.com", "aol.com", "proton.me", "qq.com", "163.com", "rose.plala.or.jp"),
    ],
)
def test_at_a_providers_domain_nobody_is_a_colleague(domain: str) -> None:
    assert colleagues([f"stranger@{domain}"], of=f"Tanaka@{domain}", own=OURS) == ()


@pytest.mark.parametrize("domain", ["minato.example", "gmail.com.minato.example", "live-music.example", "me.example"])
def test_at_a_companys_domain_the_first_five_others_are(domain: str) -> None:
    there = [f"c{number}@{domain}" for number in range(7)]
    others = [f"Tanaka@{domain}", "x@other.example", OURS, *there]
    assert colleagues(others, of=f"tanaka@{domain}", own=OURS) == tuple(there[:5])
