"""Read saved pages of the Carnegie Endowment for International Peace.

from carnegie_extract import extract

article = extract(open("page.html", "rb").read())
"""

import gc

# Nothing that is imported is garbage, and to look for it takes as long as to read a page.
_collects = gc.isenabled()
gc.disable()

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
    HomePage,
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
    TimedOut,
    TooDeep,
    TooLarge,
    TooNested,
    TopicPage,
    UnreadableFile,
    UnreadablePage,
)
from carnegie_extract.pipeline import extract

if _collects:
    gc.enable()

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
    "HomePage",
    "Image",
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
    "TimedOut",
    "TooDeep",
    "TooLarge",
    "TooNested",
    "TopicPage",
    "UnreadableFile",
    "UnreadablePage",
    "extract",
]
