"""French texts."""

from .article import Author, Bullets, Card, Piece, Quotation
from .chrome import Chrome

CHROME = Chrome(
    by="Par",
    published="Publié le",
    copied="Lien copié",
    about_one="À propos de l’auteur",
    about_many="À propos des auteurs",
    notes="Notes",
    more="Autres publications :",
    disclaimer="Carnegie ne prend pas de position institutionnelle ; ce texte n’engage que son auteur.",
    newsletter="Recevez les analyses de",
    blurb="Une courte lettre chaque semaine, nos textes récents et rien d’autre.",
    subscribe="S’abonner",
    learn_more="En savoir plus",
    download="Télécharger le PDF",
    credit="Source : Getty",
    rights="Tous droits réservés.",
    speakers="Intervenants",
    menu=("Recherche", "Analyses", "Experts", "Événements", "À propos"),
    teasers=(
        Card(
            "Commentaire",
            None,
            "Le bac ne passe plus",
            "Quarante minutes de traversée unissaient deux villes ; puis vint la taxe.",
            "Apolline Garrigue",
        ),
        Card(
            "Commentaire",
            None,
            "Compter les gens",
            "Recenser est simple, jusqu’à ce qu’on demande qui l’on recense.",
            "Mamadou Le Tallec",
        ),
    ),
)

GARRIGUE = Author(
    "Apolline Garrigue",
    "apolline-garrigue",
    "Chercheuse",
    "Apolline Garrigue étudie les ports, le fret et ceux qui l’assurent.",
)
TALLEC = Author("Mamadou Le Tallec", "mamadou-le-tallec", "Chercheur associé")

BAC = Piece(
    headline="Le bac, la dette et l’habitude",
    dek="Personne ne gagne d’argent avec cette traversée ; personne n’ose y mettre fin.",
    authors=(GARRIGUE, TALLEC),
    topics=("Économie", "Société"),
    regions=("Europe", "Méditerranée"),
    blocks=(
        "Le bac part à six heures, presque vide : deux camions, une institutrice, le facteur.~~Le "
        "billet coûte ce qu’il coûtait il y a dix ans, faute de quelqu’un pour le recalculer.",
        "Sur le papier, la ligne est *déficitaire*. « Nous transportons de l’air et des "
        "obligations », plaisante le capitaine ; un tiers des frais revient à la commune, un tiers "
        "à la région — et le reste à une dette que nul ne compte rembourser.",
        "Trois raisons de ne rien changer :",
        Bullets(
            (
                "**l’habitude**, car le village vit à l’heure du bac ;",
                "**la peur**, car celui qui signera restera dans les mémoires ;",
                "**l’espoir**, car un pont est promis pour le 20{sup:e} anniversaire.",
            )
        ),
        Quotation("On ne ferme pas une porte derrière laquelle quelqu’un attend encore le courrier."),
        "La phrase est gravée sur un banc de l’embarcadère, et nul ne sait de qui elle est.",
        "Cela tient.",
        "À chaque saison, pourtant, il devient plus coûteux de fermer la ligne que de "
        "l’entretenir.{br}C’est peut-être là tout son secret.",
    ),
)
