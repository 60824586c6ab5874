"""What stands above a headline: the type label, the blog's name or its logo."""

from carnegie_extract.flow import Flow, is_json
from carnegie_extract.header_line import DIGIT, key_label
from carnegie_extract.landmarks import is_box_label, is_button, is_credit, is_type_label
from carnegie_extract.page import Page
from carnegie_extract.parts import tokens
from carnegie_extract.text import key

LONGEST_LABEL = 60
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
            "EUWatch",
            "Eurasia Outlook",
            "中国金融市场",
            "ديوان",
            "صدى",
        ),
    )
)


def labels_before(flow: Flow, headline: int, chrome: frozenset[int]) -> tuple[str | None, str | None]:
    """The type label and the blog's name that stand above a headline: "Commentary", "Diwan"."""
    after: list[str] = []
    for at in range(headline - 1, max(headline - 7, -1), -1):
        block = flow[at]
        if at in chrome or block.kind == "button":
            continue
        if (
            block.kind == "figure"
            or is_json(block)
            or len(block.text) > 200
            or block.box is not flow[headline].box
        ):
            break
        for text in reversed(tokens(block)):
            if is_type_label(text) and key(text) not in BLOGS:
                blog = next((name for name in after if _can_be_blog(name)), None)
                return key_label(text), blog
            after.insert(0, text)
    return None, None


def blog_logo(page: Page) -> str | None:
    """The name of a blog that stands as its logo above the headline, outside of menus."""
    assert page.headline is not None
    for at in range(page.headline - 1, -1, -1):
        block = page.flow[at]
        if block.kind == "text" and block.box is None and key(block.text) in BLOGS:
            return block.text
    return None


def _can_be_blog(text: str) -> bool:
    return (
        0 < len(text) <= LONGEST_LABEL
        and not is_credit(text)
        and not is_button(text)
        and not is_box_label(text)
        and DIGIT.search(text) is None
    )
