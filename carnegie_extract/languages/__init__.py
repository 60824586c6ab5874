"""One readable table of labels, landmarks and months per language: add a file, add a line here."""

from carnegie_extract.languages.ar import ARABIC
from carnegie_extract.languages.en import ENGLISH
from carnegie_extract.languages.fr import FRENCH
from carnegie_extract.languages.hi import HINDI
from carnegie_extract.languages.language import Language
from carnegie_extract.languages.ru import RUSSIAN
from carnegie_extract.languages.uk import UKRAINIAN
from carnegie_extract.languages.zh import CHINESE

LANGUAGES: tuple[Language, ...] = (ENGLISH, RUSSIAN, ARABIC, CHINESE, FRENCH, HINDI, UKRAINIAN)
