"""Spanish: months, conjunctions and stop words. No labels: no edition in it is known."""

from carnegie_extract.words.languages.language import Language

SPANISH = Language(
    code="es",
    months=(
        "enero|ene",
        "febrero|feb",
        "marzo|mar",
        "abril|abr",
        "mayo|may",
        "junio|jun",
        "julio|jul",
        "agosto|ago",
        "septiembre|setiembre|sept|sep",
        "octubre|oct",
        "noviembre|nov",
        "diciembre|dic",
    ),
    stop_words=("el", "los", "las", "del", "no", "una", "para", "en", "es", "y", "que"),
    weekdays=("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
    conjunctions=("y", "e"),
    particles=("de", "del", "la", "las", "los"),
    ordinals=("º",),
    date_links=("de",),
    language_names=("Español",),
    reprints=("este artículo se publicó originalmente",),
)
