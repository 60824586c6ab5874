"""One readable table of labels, landmarks and months per language: add a file, add a line here."""

from carnegie_extract.words.languages.ar import ARABIC
from carnegie_extract.words.languages.en import ENGLISH
from carnegie_extract.words.languages.es import SPANISH
from carnegie_extract.words.languages.fr import FRENCH
from carnegie_extract.words.languages.hi import HINDI
from carnegie_extract.words.languages.language import Language
from carnegie_extract.words.languages.pt import PORTUGUESE
from carnegie_extract.words.languages.ru import RUSSIAN
from carnegie_extract.words.languages.uk import UKRAINIAN
from carnegie_extract.words.languages.zh import CHINESE

LANGUAGES: tuple[Language, ...] = (
    ENGLISH,
    RUSSIAN,
    ARABIC,
    CHINESE,
    FRENCH,
    HINDI,
    UKRAINIAN,
    PORTUGUESE,
    SPANISH,
)
BY_CODE = {language.code: language for language in LANGUAGES}
