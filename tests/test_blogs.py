"""Which name of a page is a blog's: centers and programs stand in the same place."""

import pytest
from small_pages import DATE, PARAGRAPHS, current, legacy, read

from carnegie_extract.words.carnegie import BLOGS, is_carnegie_name

CENTERS = [
    "Carnegie Europe",
    "Carnegie California",
    "Carnegie Russia Eurasia Center",
    "Carnegie Berlin Russia Eurasia Center",
    "مركز مالكوم كير–كارنيغي للشرق الأوسط",
    "مركز مالكوم كير - كارنيغي للشرق الأوسط",
    "مركز كارنيغي للشرق الأوسط",
    "كارنيغي أوروبا",
    "كارنيغي الهند",
    "كارنيغي الصين",
    "كارنيغي كاليفورنيا",
    "مركز كارنيغي لروسيا وأوراسيا",
    "مؤسسة كارنيغي للسلام الدولي",
    "Карнеги Европа",
    "Карнеги Индия",
    "Карнеги Китай",
    "Карнеги Калифорния",
    "Берлинский центр Карнеги",
    "Центр Карнеги по изучению России и Евразии",
    "Фонд Карнеги за международный мир",
    "Карнегі Європа",
    "Карнегі Індія",
    "Карнегі Китай",
    "Карнегі Каліфорнія",
    "Берлінський центр Карнегі",
    "卡内基中国",
    "卡内基欧洲",
    "卡内基印度",
    "卡内基加州",
    "卡内基中东中心",
    "卡内基莫斯科中心",
    "卡内基俄罗斯与欧亚中心",
    "卡内基国际和平研究院",
    "कार्नेगी इंडिया",
    "कार्नेगी यूरोप",
    "कार्नेगी चाइना",
    "कार्नेगी चीन",
    "कार्नेगी कैलिफ़ोर्निया",
]


def blog(name: str, *, link: str = "", above: bool = True, label: str = "Commentary") -> object:
    """The blog of a page that prints a name beside its label."""
    shown = f'<a href="{link}">{name}</a>' if link else f"<span>{name}</span>"
    line = f"<div><span>{label}</span>{shown}</div>"
    header = f'<p>By <a href="/people/ann-lee">Ann Lee</a></p>{DATE}'
    if above:
        return read(current(f"<main>{PARAGRAPHS}</main>", over=line, header=header))["blog"]
    return read(current(f"<main>{PARAGRAPHS}</main>", over="", header=line + header))["blog"]


@pytest.mark.parametrize("name", CENTERS)
def test_a_center_is_not_a_blog_in_any_language(name: str) -> None:
    assert is_carnegie_name(name)
    assert blog(name) is None
    assert blog(name, link="/somewhere") is None
    assert blog(name, above=False) is None


@pytest.mark.parametrize("name", ["Carnegie Patagonia", "Carnegie Institute of Salt", "Карнеги Юг"])
def test_a_new_name_with_carnegie_in_it_is_not_a_blog(name: str) -> None:
    assert blog(name, link="/somewhere") is None


@pytest.mark.parametrize("name", ["American Statecraft", "Harbors of the World", "Technology and Salt"])
@pytest.mark.parametrize("above", [True, False])
def test_a_program_without_a_link_is_not_a_blog(name: str, above: bool) -> None:
    assert blog(name, above=above) is None
    assert blog(name, above=above, link="/programs/salt") is None


@pytest.mark.parametrize("above", [True, False])
def test_a_name_that_leads_to_its_own_place_is_a_blog(above: bool) -> None:
    assert blog("Tide Tables", above=above, link="/tide-tables") == "Tide Tables"
    assert blog("Tide Tables", above=above, link="/topics/tides") is None


@pytest.mark.parametrize("name", sorted(BLOGS))
@pytest.mark.parametrize("link", ["", "/x"])
def test_a_known_blog_is_one(name: str, link: str) -> None:
    assert blog(name.title(), link=link) == name.title()


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("Ann Lee | Op-Ed | Harbor Gazette", "Ann Lee"),
        ("Ann Lee | Op-Ed", "Ann Lee"),
        ("Ann Lee and Bo Ray | Op-Ed", "Ann Lee and Bo Ray"),
    ],
)
def test_an_author_beside_the_label_is_not_a_blog(line: str, byline: str) -> None:
    spans = "".join(f"<span>{text}</span>" for text in line.replace(" | ", "| | |").split("|"))
    record = read(legacy(header=f"<p>{spans}</p>{DATE}"))
    assert (record["blog"], record["byline"], record["type"], record["dek"]) == (None, byline, "op-ed", None)


@pytest.mark.parametrize("end", ["gl9v", "a1b2/"])
def test_an_address_of_2011_tells_an_old_page(end: str) -> None:
    header = f"<p><span>Ann Lee</span> | <span>Op-Ed</span> | <span>Harbor Gazette</span></p>{DATE}"
    page = current(PARAGRAPHS, header=header, over="").replace("/_next/", "/assets/")
    old = page.replace("/research/2026/05/harbor-lights", f"/2013/02/20/harbor-lights/{end}")
    assert (read(page)["layout"], read(page)["byline"]) == ("site-2024", None)
    assert (read(old)["layout"], read(old)["byline"]) == ("legacy-publication", "Ann Lee")


LOGO = '<div id="blogHeader"><a href="/x"><img src="/b.png" alt="{}"></a><p>Notes on what the sea brings.</p></div>'


@pytest.mark.parametrize("name", ["Strategic Europe", "Diwan", "Eurasia Outlook", "ديوان"])
def test_a_logo_names_the_blog(name: str) -> None:
    assert read(legacy(over=LOGO.format(name)))["blog"] == name
    assert read(legacy(over=LOGO.format(name) + LOGO.format(name)))["blog"] == name


@pytest.mark.parametrize(
    "page",
    [
        legacy(over=LOGO.format("Diwan") + LOGO.format("Sada")),
        legacy(over=LOGO.format("Tide Tables")),
        legacy(over=f"<nav>{LOGO.format('Diwan')}</nav>"),
        legacy(over=f"<ul><li>{LOGO.format('Diwan')}</li></ul>"),
        legacy(after=LOGO.format("Diwan")),
        legacy(PARAGRAPHS + LOGO.format("Diwan")),
    ],
    ids=["two", "unknown", "menu", "list", "below", "in the text"],
)
def test_logos_that_name_no_blog(page: str) -> None:
    assert read(page)["blog"] is None


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/diwan/69021", "Diwan"),
        ("/diwan/?fa=59012", "Diwan"),
        ("/strategiceurope/?fa=59012", "Strategic Europe"),
        ("/europe/strategic-europe/2026/04/harbor-lights", "Strategic Europe"),
        ("/ru/russia-eurasia/politika/2026/04/harbor-lights", "Carnegie Politika"),
        ("/politika/88012", "Carnegie Politika"),
        ("/emissary/2025/03/harbor-lights?lang=en", "Emissary"),
        ("/chinafinancialmarkets/79641", "China Financial Markets"),
        ("/china-financial-markets/79641", "China Financial Markets"),
        ("/eurasiaoutlook/?fa=57100", "Eurasia Outlook"),
        ("/2019/05/03/diwan", None),
        ("/2019/05/03/sada/harbor", None),
        ("/tide-tables/4711", None),
        ("/diwans/4711", None),
        ("/posts/2026/04/emissary", None),
    ],
)
def test_an_address_names_the_blog(path: str, name: str | None) -> None:
    assert read(legacy().replace("/2019/05/03/harbor-lights-pub-123", path))["blog"] == name


def test_what_the_page_prints_goes_before_logo_and_address() -> None:
    page = legacy(over=f"{LOGO.format('Sada')}<p>Emissary</p>").replace("/2019/05/03/", "/diwan/2019/05/03/")
    assert read(page)["blog"] == "Emissary"
    assert read(page.replace("<p>Emissary</p>", ""))["blog"] == "Sada"
