"""Read saved pages of the Carnegie Endowment for International Peace.

from carnegie_extract import extract

article = extract(open("page.html", "rb").read())
"""

from carnegie_extract.article import Article, Author, Block, Image, Marker, Note
from carnegie_extract.errors import (
    AlreadyExtracted,
    BinaryInput,
    BotChallenge,
    Crashed,
    Damaged,
    EmptyInput,
    Encrypted,
    ExtractionError,
    Feed,
    HomePage,
    InstitutionalPage,
    ListPage,
    NeedsLibrary,
    NoArticle,
    NotAnArticle,
    NotAPage,
    NotFoundPage,
    NotHtml,
    OtherSite,
    OutOfMemory,
    PersonPage,
    ProgrammePage,
    SearchPage,
    Sitemap,
    TimedOut,
    TooDeep,
    TooLarge,
    TooNested,
    TopicPage,
    UnreadableFile,
    UnreadablePage,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from carnegie_extract.pipeline import extract

__version__ = "0.1.0"

__all__ = [
    "AlreadyExtracted",
    "Article",
    "Author",
    "BinaryInput",
    "Block",
    "BotChallenge",
    "Crashed",
    "Damaged",
    "EmptyInput",
    "Encrypted",
    "ExtractionError",
    "Feed",
    "HomePage",
    "Image",
    "InstitutionalPage",
    "ListPage",
    "Marker",
    "NeedsLibrary",
    "NoArticle",
    "NotAPage",
    "NotAnArticle",
    "NotFoundPage",
    "NotHtml",
    "Note",
    "OtherSite",
    "OutOfMemory",
    "PersonPage",
    "ProgrammePage",
    "SearchPage",
    "Sitemap",
    "TimedOut",
    "TooDeep",
    "TooLarge",
    "TooNested",
    "TopicPage",
    "UnreadableFile",
    "UnreadablePage",
    "extract",
]


def __getattr__(name: str) -> object:
    """`extract` is imported when it is asked for: `command` has something to do first."""
    if name != "extract":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from carnegie_extract.pipeline import extract

    globals()[name] = extract
    return extract
