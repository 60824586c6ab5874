"""Dates as the pages print them."""

from datetime import date

_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "hi": "जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
}
_ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def month(day: date, language: str) -> str:
    """The month's name, in the form it takes in a date."""
    return _MONTHS[language].split()[day.month - 1]


def short_english(iso: str) -> str:
    """``Apr 23, 2026``"""
    day = date.fromisoformat(iso)
    return f"{month(day, 'en')[:3]} {day.day}, {day.year}"


def long_english(iso: str, padded: bool = False) -> str:
    """``April 3, 2026``; with a leading zero where ``padded``."""
    day = date.fromisoformat(iso)
    number = f"{day.day:02d}" if padded else str(day.day)
    return f"{month(day, 'en')} {number}, {day.year}"


def local(iso: str, language: str) -> str:
    """The date as pages in the language print it."""
    day = date.fromisoformat(iso)
    if language == "zh":
        return f"{day.year}年{day.month}月{day.day}日"
    if language == "en":
        return short_english(iso)
    year_mark = {"ru": " г.", "uk": " р."}.get(language, "")
    text = f"{day.day} {month(day, language)} {day.year}{year_mark}"
    return text.translate(_ARABIC_DIGITS) if language == "ar" else text


def dotted(iso: str) -> str:
    """``14.02.2022``"""
    day = date.fromisoformat(iso)
    return f"{day.day:02d}.{day.month:02d}.{day.year}"
