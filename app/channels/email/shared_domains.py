"""Domains where anybody may have an address, so that two addresses there say nothing of each other."""

from __future__ import annotations

import re

NAMES = (
    "gmail.com googlemail.com icloud.com me.com mac.com msn.com ymail.com rocketmail.com aol.com aim.com"
    " proton.me protonmail.com pm.me tutanota.com tuta.com tuta.io fastmail.com fastmail.fm hey.com mail.com zoho.com"
    " zohomail.com hushmail.com duck.com mozmail.com privaterelay.appleid.com"
    " au.com i.softbank.jp nifty.com willcom.com uqmobile.jp rakumail.jp excite.co.jp infoseek.jp livedoor.com"
    " goo.jp ybb.jp plala.or.jp asahi-net.or.jp tcp-ip.or.jp"
    " web.de t-online.de freenet.de orange.fr wanadoo.fr free.fr sfr.fr laposte.net libero.it virgilio.it wp.pl"
    " seznam.cz mail.ru bk.ru inbox.ru list.ru rambler.ru ukr.net"
    " qq.com foxmail.com 163.com 126.com 139.com 189.cn yeah.net sina.com sina.cn sohu.com aliyun.com"
    " naver.com daum.net hanmail.net nate.com rediffmail.com"
    " comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net"
    " btinternet.com sky.com ntlworld.com"
)
DOMAINS = frozenset(NAMES.split())
# names that a provider has in many countries; ne.jp is for network services (docomo, ezweb, softbank, biglobe, ocn …)
MANY = re.compile(r"(?:.+\.)?(?:(?:yahoo|hotmail|live|outlook|gmx|yandex)\.[a-z]{2,3}(?:\.[a-z]{2})?|[^.]+\.ne\.jp)")


def is_shared(domain: str) -> bool:
    """Say whether anybody can get an address at the domain (in lower case) or the one it is below."""
    parts = domain.split(".")
    return bool(MANY.fullmatch(domain)) or any(".".join(parts[at:]) in DOMAINS for at in range(len(parts)))
