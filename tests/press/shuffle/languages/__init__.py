"""The seven languages of the sites, with words invented for the press."""

from .arabic import ARABIC
from .chinese import CHINESE
from .english import ENGLISH
from .french import FRENCH
from .hindi import HINDI
from .language import Language
from .russian import RUSSIAN
from .ukrainian import UKRAINIAN

LANGUAGES = {
    language.code: language for language in (ENGLISH, RUSSIAN, ARABIC, CHINESE, FRENCH, HINDI, UKRAINIAN)
}

__all__ = ["LANGUAGES", "Language"]
