"""Read saved pages of the Carnegie Endowment for International Peace.

from carnegie_extract import extract

article = extract(open("page.html", "rb").read())
"""

from carnegie_extract.article import Article, Author, Block, Image, Marker, Note
from carnegie_extract.errors import (
    BinaryInput,
    BotChallenge,
    EmptyInput,
    ExtractionError,
    HomePage,
    ListPage,
    NoArticle,
    NotAnArticle,
    NotAPage,
    NotFoundPage,
    NotHtml,
    OtherSite,
    PersonPage,
    ProgrammePage,
    SearchPage,
    TopicPage,
    UnreadablePage,
)
from carnegie_extract.pipeline import extract

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Author",
    "BinaryInput",
    "Block",
    "BotChallenge",
    "EmptyInput",
    "ExtractionError",
    "HomePage",
    "Image",
    "ListPage",
    "Marker",
    "NoArticle",
    "NotAPage",
    "NotAnArticle",
    "NotFoundPage",
    "NotHtml",
    "Note",
    "OtherSite",
    "PersonPage",
    "ProgrammePage",
    "SearchPage",
    "TopicPage",
    "UnreadablePage",
    "extract",
]
