"""Names of the institution: its sites, its centers, its blogs; and the networks that people share on."""

import re

from carnegie_extract.base.quick import pattern
from carnegie_extract.base.text import fold, key
from carnegie_extract.words.addresses import read_address
from carnegie_extract.words.agencies import is_agency

BLOGS = frozenset(
    map(
        key,
        (
            "Carnegie Politika",
            "Politika",
            "Diwan",
            "Emissary",
            "Strategic Europe",
            "China Financial Markets",
            "Sada",
            "Judy Dempsey's Strategic Europe",
            "Judy Dempsey’s Strategic Europe",
            "EUWatch",
            "Eurasia Outlook",
            "中国金融市场",
            "ديوان",
            "صدى",
        ),
    )
)
CENTERS = frozenset(
    map(
        key,
        (
            "Carnegie Endowment",
            "Carnegie Endowment for International Peace",
            "Carnegie Europe",
            "Carnegie India",
            "Carnegie China",
            "Carnegie California",
            "Carnegie Russia Eurasia Center",
            "Carnegie Russia Eurasia",
            "Carnegie Moscow Center",
            "Carnegie Middle East Center",
            "Malcolm H. Kerr Carnegie Middle East Center",
            "Carnegie-Tsinghua Center",
            "Carnegie–Tsinghua Center",
            "Carnegie-Tsinghua Center for Global Policy",
            "Carnegie–Tsinghua Center for Global Policy",
        ),
    )
)
"""Centers stand where a blog's name stands, and are none: docs/pages.md#the-header."""
NETWORKS = frozenset(
    map(
        key,
        (
            "Facebook",
            "Twitter",
            "X",
            "LinkedIn",
            "WhatsApp",
            "Telegram",
            "WeChat",
            "Reddit",
            "Bluesky",
        ),
    )
)
"""Sharing links carry these names alone."""

_HOSTS = (
    ".carnegieendowment.org",
    ".carnegie-mec.org",
    ".carnegieeurope.eu",
    ".carnegie.ru",
    ".carnegiemoscow.org",
    ".carnegieindia.org",
    ".carnegietsinghua.org",
    ".ceip.org",
)
_NAMES = (
    r"(?:the )?carnegie endowment(?: for international peace)?(?: \(ceip\))?",
    r"(?:malcolm h\. kerr )?carnegie (?:middle east|moscow|(?:berlin )?russia eurasia) center",
    r"carnegie[ –-]tsinghua(?: center(?: for global policy)?)?",
    r"carnegie (?:europe|india|china|california|africa|politika|middle east|russia eurasia)",
    r"(?:\w+ центр|фонд|центр) карнеги(?: за международный мир)?(?: - carnegie)?",
    r"фонд карнегі(?: за міжнародний мир)?",
    r"(?:مركز|مؤسسة) (?:مالكوم كير )?[–-]? ?كارنيغي(?: للشرق الأوسط| للسلام الدولي| أوروبا)?",
    r"卡[内內]基(?:国际和平(?:基金会|研究院)|国际和平|基金会|中国|[–-]?清华(?:全球政策)?中心)",
    r"(?:कार्नेगी|कारनेगी) (?:इंडिया|एंडोमेंट.{0,40})",
)
"""The Endowment, its centers and its blogs that carry its name, whole."""
_NAME = pattern("|".join(_NAMES), re.I)

_SITE_AT_END = pattern(rf"\s?(?:[|–—]|\s-\s)\s?(?:{'|'.join(_NAMES)})\s?\Z", re.I)
_LONGEST_RIGHTS = 120
_YEAR = r"(?:19|20)\d\d"
_RIGHTS = pattern(
    rf"(?:©|\(c\)\s*{_YEAR}|copyright[\s:]*(?:©|\(c\)|{_YEAR}))|.*(?:{_YEAR}\s*©|©\s*{_YEAR})", re.I
)
_NOT_A_HOLDER = pattern(
    r"©|\(c\)|copyright|all rights reserved|все права защищены|tous droits réservés|جميع الحقوق محفوظة|版权所有|"
    r"[\d\s.,:;|–-]+",
    re.I,
)
_OWN_RIGHTS = pattern(rf"(?:{'|'.join(_NAMES)}|carnegie\Z)", re.I)
_COPYRIGHT = pattern(rf"©[\s\d,–-]*(?:{'|'.join(_NAMES)})(?:[.。].{{0,60}})?", re.I)


def is_carnegie_address(url: str) -> bool:
    """Whether `url` leads to one of the Endowment's sites."""
    address = read_address(url)
    return address is not None and f".{address.host}".endswith(_HOSTS)


def is_carnegie_name(name: str) -> bool:
    """Whether `name` is that of the Endowment or one of its centers, and nothing more."""
    return _NAME.fullmatch(fold(name)) is not None


def ends_with_site(title: str) -> int:
    """Where the Endowment's name begins at the end of a title, with what divides it from the rest; -1 without."""
    match = _SITE_AT_END.search(title)
    return match.start() if match is not None else -1


def is_copyright(text: str) -> bool:
    """Whether a line is the Endowment's copyright, and not another's for a reprint."""
    return _COPYRIGHT.fullmatch(text) is not None


def is_copyright_of_another(text: str) -> bool:
    """Whether a short line is the copyright of somebody who is neither the Endowment nor a photo agency."""
    if len(text) > _LONGEST_RIGHTS or _RIGHTS.match(text) is None:
        return False
    holder = fold(_NOT_A_HOLDER.sub(" ", text))
    return bool(holder) and not is_agency(holder) and _OWN_RIGHTS.match(holder) is None
