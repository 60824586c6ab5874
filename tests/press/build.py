"""From a piece to a page: the facts that a site adds, with sensible defaults."""

from .article import HOME, Author, Image, Piece, asset

CENTERS: dict[str, tuple[str, str]] = {
    "en": ("Carnegie Endowment for International Peace", "dc"),
    "ru": ("Carnegie Russia Eurasia Center", ""),
    "ar": ("Malcolm H. Kerr Carnegie Middle East Center", ""),
    "zh": ("Carnegie China", ""),
}


def people(authors: tuple[Author, ...]) -> tuple[str | None, ...]:
    """Addresses of the authors' pages on today's site; outside authors have none."""
    return tuple(f"/people/{author.slug}" if author.slug else None for author in authors)


def experts(authors: tuple[Author, ...], base: str = "/experts") -> tuple[str | None, ...]:
    """Addresses of the authors' pages on the sites before 2024."""
    return tuple(
        f"{base}/{100 + sum(map(ord, author.slug)) % 1900}" if author.slug else None for author in authors
    )


def picture(name: str, credit: str | None, alt: str | None = None) -> Image:
    """A hero image."""
    return Image(asset(f"{name}.jpg"), alt, credit)


def address(path: str) -> str:
    """A page's address on today's site."""
    return f"{HOME}/{path}"


def metadata(
    piece: Piece,
    kind: str,
    language: str = "en",
    blog: str | None = None,
    authors: tuple[str, ...] | None = None,
    event: bool = False,
    short: bool = False,
) -> dict[str, object]:
    """The block that a 2026 page shows; ``short`` leaves out what some pages leave out."""
    center, affiliation = CENTERS.get(language, CENTERS["en"])
    names = [a.name for a in piece.authors] if authors is None else list(authors)
    block: dict[str, object] = {"authors": names, "type": kind}
    if blog:
        block["blog"] = blog
    block["centerAffiliationAll"] = affiliation
    block["centers"] = [center]
    if not short:
        block["collections"] = []
    block["englishNewsletterAll"] = ""
    if event:
        block["eventCollection"] = []
    block["nonEnglishNewsletterAll"] = ""
    block["primaryCenter"] = center
    block["programAffiliation"] = ""
    if not short:
        block["programs"] = ["Coasts and Commerce"]
        block["projects"] = []
    block["regions"] = list(piece.regions)
    block["topics"] = list(piece.topics)
    return block
