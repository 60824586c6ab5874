"""Read saved pages of the Carnegie Endowment for International Peace.

from carnegie_extract import extract, extract_file

article = extract(open("page.html", "rb").read())
found = list(extract_file("crawl.warc.gz"))
"""

from carnegie_extract.base.errors import (
    AlreadyExtracted,
    BinaryInput,
    BotChallenge,
    Container,
    Crashed,
    Damaged,
    EmptyFolder,
    EmptyInput,
    Encrypted,
    ExtractionError,
    Feed,
    HomePage,
    InstitutionalPage,
    ListPage,
    NeedsLibrary,
    NoArticle,
    NoArticleInFile,
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
from carnegie_extract.base.record import Author, Block, Image, Link, Marker, Note

TYPE_CHECKING = False
if TYPE_CHECKING:
    from carnegie_extract.fields import Article
    from carnegie_extract.files import extract_file
    from carnegie_extract.pipeline import extract

__version__ = "0.1.0"

__all__ = [
    "AlreadyExtracted",
    "Article",
    "Author",
    "BinaryInput",
    "Block",
    "BotChallenge",
    "Container",
    "Crashed",
    "Damaged",
    "EmptyFolder",
    "EmptyInput",
    "Encrypted",
    "ExtractionError",
    "Feed",
    "HomePage",
    "Image",
    "InstitutionalPage",
    "Link",
    "ListPage",
    "Marker",
    "NeedsLibrary",
    "NoArticle",
    "NoArticleInFile",
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
    "extract_file",
]


def __getattr__(name: str) -> object:
    """Modules that read pages are imported only when they are needed: `command` has something to do first."""
    asked: object
    if name == "Article":
        from carnegie_extract.fields import Article

        asked = Article
    elif name == "extract":
        from carnegie_extract.pipeline import extract

        asked = extract
    elif name == "extract_file":
        from carnegie_extract.files import extract_file

        asked = extract_file
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = asked
    return asked


def __dir__() -> list[str]:
    """The names that a prompt offers."""
    return sorted({*globals(), *__all__})
