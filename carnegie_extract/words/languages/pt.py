"""Portuguese: months, conjunctions and stop words. No labels: no edition in it is known."""

from carnegie_extract.words.languages.language import Language

PORTUGUESE = Language(
    code="pt",
    months=(
        "janeiro|jan",
        "fevereiro|fev",
        "março|mar",
        "abril|abr",
        "maio|mai",
        "junho|jun",
        "julho|jul",
        "agosto|ago",
        "setembro|set",
        "outubro|out",
        "novembro|nov",
        "dezembro|dez",
    ),
    stop_words=("o", "os", "as", "do", "da", "dos", "das", "não", "uma", "para", "em", "é", "que"),
    weekdays=(
        "segunda-feira",
        "terça-feira",
        "quarta-feira",
        "quinta-feira",
        "sexta-feira",
        "sábado",
        "domingo",
    ),
    conjunctions=("e",),
    particles=("de", "da", "do", "das", "dos"),
    ordinals=("º",),
    date_links=("de",),
    language_names=("Português",),
    reprints=("este artigo foi publicado originalmente",),
)
