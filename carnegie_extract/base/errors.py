"""Why a page gives no record.

ExtractionError
├── NotAPage            the bytes hold no web page and no text of one
│   ├── EmptyInput      nothing, or white space
│   ├── BinaryInput     a picture, a PDF, an archive ...
│   ├── Container       what a page stands in, where the page itself was wanted
│   ├── NotHtml         text, but neither HTML nor the plain text of an article
│   └── AlreadyExtracted records of this tool
├── UnreadablePage      the parser gave up
│   ├── TooNested       more elements in each other than it can take
│   ├── TimedOut        reading took longer than a page may
│   ├── OutOfMemory     reading took more memory than a process may
│   └── Crashed         the process that read it ended
├── NoArticleInFile     a file of many pages, none of which is an article
├── UnreadableFile      what the page stands in can't be read
│   ├── EmptyFolder     it holds nothing that can be a page
│   ├── TooLarge        more bytes than a page may have
│   ├── TooDeep         containers in containers in containers
│   ├── Damaged         cut off, or its bytes make no sense
│   ├── Encrypted
│   └── NeedsLibrary    the installation lacks the library that reads this form
├── BotChallenge        the answer of a bot filter instead of the page
├── OtherSite           a page of another publisher
└── NotAnArticle        a Carnegie page of another kind
    ├── ListPage
    ├── PersonPage
    ├── ProgrammePage
    ├── TopicPage
    ├── SearchPage
    ├── HomePage
    ├── Feed            RSS, Atom, JSON Feed, OPML: parts of many articles, or addresses of such
    ├── Sitemap         a list of addresses
    ├── InstitutionalPage  about the Endowment itself: privacy, jobs, contact, history, donations ...
    ├── NotFoundPage
    └── NoArticle       no sign of an article, or one without its headline
"""


class ExtractionError(Exception):
    """A page that gives no record; `str()` is one line with the page and the reason.

    `kind` is a stable code for programs, `source` the name of the page, `reason` what was missing.
    """

    kind = "error"
    url: str | None = None
    """The page's address, where its container gives one."""

    def __init__(self, reason: str, source: str | None = None) -> None:
        super().__init__(reason, source)
        self.reason = reason
        self.source = source

    def __str__(self) -> str:
        return self.reason if self.source is None else f"{self.source}: {self.reason}"

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.reason!r}, {self.source!r})"


class NotAPage(ExtractionError):
    kind = "not-a-page"


class EmptyInput(NotAPage):
    kind = "empty"


class BinaryInput(NotAPage):
    kind = "binary"


class Container(NotAPage):
    kind = "container"


class NotHtml(NotAPage):
    kind = "not-html"


class AlreadyExtracted(NotAPage):
    kind = "already-extracted"


class UnreadablePage(ExtractionError):
    kind = "unreadable"


class TooNested(UnreadablePage):
    kind = "too-nested"


class TimedOut(UnreadablePage):
    kind = "timeout"


class OutOfMemory(UnreadablePage):
    kind = "out-of-memory"


class Crashed(UnreadablePage):
    kind = "crashed"


class UnreadableFile(ExtractionError):
    kind = "unreadable-file"


class EmptyFolder(UnreadableFile):
    kind = "empty-folder"


class TooLarge(UnreadableFile):
    kind = "too-large"


class TooDeep(UnreadableFile):
    kind = "too-deep"


class Damaged(UnreadableFile):
    kind = "damaged"
    tainted = False
    """What was read right before the damage may be wrong too."""


class Encrypted(UnreadableFile):
    kind = "encrypted"


class NeedsLibrary(UnreadableFile):
    kind = "needs-library"


class NoArticleInFile(ExtractionError):
    kind = "no-article-in-file"


class BotChallenge(ExtractionError):
    kind = "bot-challenge"


class OtherSite(ExtractionError):
    kind = "other-site"


class NotAnArticle(ExtractionError):
    kind = "not-an-article"


class ListPage(NotAnArticle):
    kind = "list-page"


class PersonPage(NotAnArticle):
    kind = "person-page"


class ProgrammePage(NotAnArticle):
    kind = "programme-page"


class TopicPage(NotAnArticle):
    kind = "topic-page"


class SearchPage(NotAnArticle):
    kind = "search-page"


class HomePage(NotAnArticle):
    kind = "home-page"


class Feed(NotAnArticle):
    kind = "feed"


class Sitemap(NotAnArticle):
    kind = "sitemap"


class InstitutionalPage(NotAnArticle):
    kind = "institutional-page"


class NotFoundPage(NotAnArticle):
    kind = "not-found"


class NoArticle(NotAnArticle):
    kind = "no-article"
