"""English texts."""

from .article import (
    Author,
    Break,
    Bullets,
    Card,
    Figure,
    Heading,
    Newsletter,
    Outlet,
    Piece,
    PullQuote,
    Quotation,
    Table,
    Video,
)
from .chrome import Chrome

CHROME = Chrome(
    by="By",
    published="Published on",
    copied="Link Copied",
    about_one="About the Author",
    about_many="About the Authors",
    notes="Notes",
    more="More Work from",
    disclaimer=(
        "Carnegie does not take institutional positions on public policy issues; what is said "
        "here is the author’s own and commits nobody else at the institution."
    ),
    newsletter="Get more news and analysis from",
    blurb="A short letter with our newest pieces, once a week, and nothing else.",
    subscribe="Subscribe",
    learn_more="Learn More",
    download="Download PDF",
    credit="Source: Getty",
    rights="All rights reserved.",
    speakers="Event Speakers",
    menu=("Research", "Emissary", "Politika", "About", "Experts", "Events", "Donate"),
    teasers=(
        Card(
            "Commentary",
            "Carnegie Politika",
            "Why the Ferry Stopped Running",
            "A route of forty minutes kept two towns married for a century. Then came the tariff.",
            "Olwen Farrar",
        ),
        Card(
            "Paper",
            None,
            "A Ledger for the Upper Atmosphere",
            "Balloons are cheap, rules are scarce, and nobody keeps the register of what floats.",
            "Teodor Lindqvist-Okafor",
        ),
        Card(
            "Podcast Episode",
            "Emissary",
            "The Interpreter’s Chair",
            "Two retired interpreters remember what was lost, and found, between languages.",
            "Maribel Quint",
        ),
        Card(
            "Commentary",
            None,
            "When a Census Becomes a Quarrel",
            "Counting people is simple until someone asks what they should be counted as.",
            "Hamza Ridley",
        ),
    ),
)

FARRAR = Author(
    "Olwen Farrar",
    "olwen-farrar",
    "Fellow, Coasts and Commerce Program",
    "Olwen Farrar is a fellow in the Coasts and Commerce Program, where she studies harbors, "
    "freight, and the people who insure both.",
)
PELL = Author(
    "Jonas A. Pell",
    "jonas-a-pell",
    "Senior Fellow, Rivers Initiative",
    "Jonas A. Pell is a senior fellow in the Rivers Initiative.~~His last book was a history of "
    "flood gauges.",
)
ACHTER = Author(
    "Ines Achterberg",
    "ines-achterberg",
    "Nonresident Scholar, Rivers Initiative",
    "Ines Achterberg is a hydrologist and a nonresident scholar in the Rivers Initiative.",
)
QUINT = Author("Maribel Quint", "maribel-quint", "Senior Editor, Emissary")
RIDLEY = Author("Hamza Ridley", "hamza-ridley", "Fellow, Energy and Climate")
BRACK = Author("Tove Brackenbury", "tove-brackenbury", "Nonresident Fellow")
SUNDER = Author("Anil Sunderam", "anil-sunderam", "Director, Grid Resilience Project")
OKAFOR = Author("Teodor Lindqvist-Okafor", "teodor-lindqvist-okafor", "Fellow")
VOSS = Author("Greta Voss")
TALBOT = Author("Emeka Talbot Jr.")

PORTS = Piece(
    headline="The Quiet Ports Nobody Bothered to Close",
    dek="Small harbors on the Black Sea survived the war because they were forgotten. Their "
    "revival will depend on who remembers them first.",
    authors=(FARRAR,),
    topics=("Trade", "Security", "Economy"),
    regions=("Black Sea", "Romania", "Ukraine"),
    blocks=(
        "A harbor that handles four ships a week is not worth a missile.~~That, in one sentence, "
        "is how a dozen small ports along the western shore came through the fighting with their "
        "cranes upright and their ledgers nearly empty.",
        "The harbor masters are not proud of it. “We were saved by our own insignificance,” one of "
        "them told me over tea, and then he asked that I not print the name of his town—"
        "insignificance, he said, is a thing you can lose.",
        "Traders have begun to notice. A [survey of freight brokers]"
        "(https://example.org/brokers/survey-2025.pdf) found that one broker in three had sent at "
        "least one cargo through a port it had never used before. **Most of them meant to do it "
        "again.**",
        Break(),
        "By the end of the summer, the queue outside the largest of these harbors was six ships "
        "long. By the standards of Rotterdam this is nothing; by the standards of a town with one "
        "bakery it is an invasion.",
        Card(
            "Podcast Episode",
            "Carnegie Politika",
            "What the Pilot Knew",
            "A river pilot explains why charts lie, and why everyone needs them anyway.",
            "Maribel Quint",
        ),
        "What happens next is a matter of dredging.~~A channel that is seven meters deep admits a "
        "coaster; at nine meters it admits the ships that make a port pay. Two meters of mud "
        "separate a fishing village from a *terminal*, and somebody has to pay for moving it.",
        "Three answers are on the table:",
        Bullets(
            (
                "The state pays, and expects **gratitude** at the next election.",
                "A trader pays, and expects to be *first in line* for the next thirty years.",
                "Nobody pays, and the mud stays where it is.",
            )
        ),
        Newsletter(
            "Carnegie Politika",
            "New writing on the region, sent on Thursdays to people who read on Fridays.",
        ),
        "None of these is foolish. The third is the cheapest, and it has a long record of "
        "success.{br}The first has been tried twice in living memory, and both times the dredger "
        "was sold before the channel was finished.",
        "It will not last.",
        "Insignificance, after all, is a policy that works only for as long as nobody writes about "
        "it. The ports that want to stay small should hope for a quiet year; the ports that want "
        "to grow should start counting their mud & their friends in the ministry.{zwsp}",
    ),
)

RIVERS = Piece(
    headline="Counting the Water: Why Shared Rivers Should Be Measured Before They Are Divided",
    dek="Treaties split rivers into shares.~A share of what, exactly, is a question that most of "
    "them leave to the next drought.",
    authors=(PELL, ACHTER),
    topics=("Climate Change", "Foreign Policy"),
    regions=("Central Asia", "South Asia"),
    blocks=(
        Heading("Introduction"),
        "Every treaty on a shared river contains a number, and almost every such number is wrong. "
        "It was wrong on the day of signing, because the gauge had been read in a wet decade; it "
        "has grown more wrong since, because the decade ended.[^1]",
        "This paper argues for a modest change of order. Before the parties divide a river, they "
        "should agree on how to measure it, and they should go on measuring it together after the "
        "ink is dry. *Measurement is cheaper than mistrust.* It is also, as the second part of the "
        "paper shows, a good deal cheaper than concrete.",
        "The argument rests on three findings:",
        Bullets(
            (
                "**Gauges disagree.** On five of the nine rivers studied, the upstream and the "
                "downstream party publish flows that differ by more than a tenth.[^2]",
                "**Disagreement pays.** A party that reads low can claim a shortage, and a party "
                "that reads high can deny one.",
                "**Joint gauges are believed.** Where both parties read the same instrument, "
                "complaints fell by half within *three* seasons.",
            )
        ),
        Figure("Figure 1: Published flows of nine shared rivers, upstream and downstream readings"),
        Heading("How a Gauge Becomes an Argument"),
        "A gauge is a stick in the water. Somebody reads it, somebody writes the reading down, and "
        "somebody else converts a depth into a volume by means of a curve that was drawn, in many "
        "cases, before the readers were born.[^3] Each step is honest and each step adds a doubt.",
        PullQuote("Each step is honest and each step adds a doubt."),
        "By the time the number reaches a minister it has no doubts left at all.",
        Heading("The curve", 4),
        "Curves age. A flood moves the bed, a bridge narrows the channel, a farmer takes gravel "
        "from the bank, and the same depth now means a different volume. On the 3{sup:rd} of the "
        "rivers we studied, the curve had not been drawn afresh for thirty-one years, although the "
        "river had moved its bed twice.",
        Heading("The reader", 4),
        "Readers age too. We spoke with eleven of them.~~Most live beside their gauge, most are "
        "paid by the reading, and none had ever met a colleague from the other bank. One kept a "
        "second notebook with what he called the real numbers[^4]—he would not show it to us.",
        Break(),
        Heading("What It Would Cost"),
        "A pair of automatic stations with satellite links costs about as much as a kilometer of "
        "rural road. They measure depth, temperature, and dissolved gases such as CO{sub:2}; the "
        "water itself, H{sub:2}O and little else, is the easy part. The hard part is a rule on who "
        "may look at the data and when.",
        Figure("Figure 2: Cost of a joint gauge compared with other works on the same river"),
        "We propose such a rule in four steps.",
        Bullets(
            (
                "Both parties choose the site together.",
                "Both parties hold a key to the cabinet.",
                "Readings are published after one hour, to everyone, for good.[^5]",
                "A quarrel about a reading goes to an engineer from a third country before it goes "
                "to a diplomat from either.",
            ),
            ordered=True,
        ),
        PullQuote("Readings are published after one hour, to everyone, for good."),
        "The fourth step is the one that negotiators dislike. It takes a decision away from them, "
        "and it gives it to a person in rubber boots. We think that this is its merit.",
        Heading("Conclusion"),
        "Rivers will go on falling and rising whatever the treaties say. What the parties can "
        "choose is whether they learn of it from the same instrument, on the same day, or from "
        "each other’s press offices a month later.",
        Heading("Acknowledgments"),
        "The authors thank the gauge readers, who asked not to be named, and the three reviewers, "
        "who did not ask but are not named either.",
        "*Update (March 12, 2026): The number of rivers with a joint gauge was corrected from four "
        "to three.*",
    ),
    notes=(
        "For the wet decade and what it did to the numbers, see Ines Achterberg, “Gauges and "
        "Grudges,” *Journal of Imaginary Hydrology* 12, no. 3 (2019): 41–67.",
        "Flows are compared month by month. Yearly sums hide the quarrel, because the errors of "
        "spring and autumn cancel out.",
        "Ibid., 52. The oldest curve still in use dates from 1938; "
        "[the original drawing](https://example.org/archive/curve-1938) hangs in a canteen.",
        "Interview with a gauge reader, September 2025.",
        "“For good” means that a reading, once published, may be corrected but not removed.~~The "
        "correction is published next to it.",
    ),
)

GRID = Piece(
    headline="Can a Small Grid Survive a Long Winter?",
    dek="Four scholars on transformers, neighbors, and the arithmetic of the coldest week.",
    authors=(QUINT, RIDLEY, BRACK, SUNDER),
    topics=("Energy", "Security"),
    regions=("Europe", "Moldova"),
    blocks=(
        "Electric grids are built for the worst hour of the worst day. What if the worst day lasts "
        "a week? Three specialists sat down with our editor to talk about it. The conversation has "
        "been shortened and put in order.",
        "**Maribel Quint:** Let us begin with the simple question. How many hours are there "
        "between an inconvenience and a disaster?",
        "**Hamza Ridley:** Fewer than people hope. A house with good walls loses a degree every "
        "two hours.~~A hospital counts in minutes. The grid itself, oddly, is the patient part: "
        "it can stand dark for a month and start again, provided that nobody has stolen the oil "
        "out of the transformers.",
        Break(),
        "**Tove Brackenbury:** I would put it differently. The disaster is not the dark. The "
        "disaster is the moment when *everyone switches the heater on at once*.",
        Card(
            "Article",
            None,
            "The Transformer That Crossed Six Borders",
            "It weighs two hundred tons, it is older than the state, and it is on its way.",
            "Anil Sunderam",
        ),
        "**Maribel Quint:** So the neighbors matter more than the fuel?",
        "**Anil Sunderam:** Neighbors *are* fuel. An interconnector of modest size is worth a "
        "power station that never needs coal—as long as your neighbor’s cold week is not the same "
        "week as yours. Last year it was the same week.",
        "That is why I keep asking ministers for boring things: spare parts, a shared warehouse, a "
        "telephone number that somebody answers at night.",
        Video(),
        Break(),
        "**Hamza Ridley:** And blankets. I am serious. It is the cheapest reserve there is.",
        "**Tove Brackenbury:** Agreed.",
    ),
)

MAP = Piece(
    headline="The Map on the Classroom Wall",
    dek="School maps change more slowly than borders, and there is some wisdom in that.",
    authors=(OKAFOR,),
    topics=("Education", "Political Reform"),
    regions=("Caucasus",),
    blocks=(
        Outlet("Source: *The Harbor Gazette*"),
        "There is a map in a village school that shows three countries which no longer exist and "
        "omits two that do. The teacher has been offered a new one every year since she began. She "
        "has always said that next year would be better.",
        "Her reason is not nostalgia.~~The children, she explains, learn more from a map that is "
        "wrong: they have to ask why. “A correct map is a poster,” she says. “A wrong map is a "
        "lesson.”",
        "Ministries see it another way. A map is a claim, and a claim that hangs in a classroom is "
        "a claim with the stamp of the state upon it. Two neighbors have exchanged three notes of "
        "protest over the color of a single valley in an atlas for the *fourth grade*.",
        "Perhaps the quarrel would be smaller if both sides printed the date of the map in letters "
        "as large as the title.",
    ),
)

FELLOWSHIP = Piece(
    headline="Carnegie Announces Fellowship for Young Mapmakers",
    dek="Six places a year for people who draw what others argue about.",
    topics=("Education",),
    regions=("United States",),
    blocks=(
        "**WASHINGTON**—The institution will open a fellowship for young mapmakers this autumn. "
        "Six fellows a year will each spend ten months on a single sheet, together with scholars "
        "of the region that the sheet shows.",
        "“A map is the shortest report we know how to write,” said the program’s founding director "
        "at a small ceremony. “It is high time that we asked people who can draw.”",
        "Applications are open to anyone under thirty-five. No degree is required; a folder of six "
        "maps is. The first fellows will be named in June.",
        "For further information, write to the press office.",
    ),
)

CABLE = Piece(
    headline="Who Repairs the Cable?",
    dek="A conversation on ships, splices, and the law of the deep sea.",
    authors=(FARRAR, OKAFOR),
    topics=("Technology", "Security"),
    regions=("Arctic", "Europe"),
    blocks=(
        "There are fewer ships that can mend a cable on the sea floor than there are oceans to "
        "mend it in, or so it feels to the people who wait for them. When two cables part in the "
        "same week, somebody must decide whose messages go first.",
        "Join us for a talk about the fleet, its flag states, and the contracts that say who is "
        "served in which order. Questions from the audience are welcome.~~Coffee will be served.",
    ),
)

SMALL_THINGS = Piece(
    headline="A Letter From the Ministry of Small Things",
    dek="One clerk’s memorandum says more about reform than the program it was written for.",
    authors=(BRACK,),
    topics=("Political Reform",),
    regions=("Eastern Europe",),
    blocks=(
        "Reform programs are written at the top and read at the bottom. Rarely does anything "
        "travel the other way. Last spring something did: a memorandum of two pages by a clerk in "
        "a district office, addressed to nobody in particular.",
        "It is worth quoting at some length:",
        Quotation(
            "We have received four handbooks on serving the citizen, and we have one chair for the "
            "citizen to sit on. I respectfully ask that the fifth handbook be a chair."
        ),
        "The memorandum was copied, passed on, and finally read aloud in parliament. The chair "
        "arrived in the same week.",
        "What makes it remarkable is its **scale**. The clerk does not ask for a strategy, a "
        "council, or a budget line.~~He asks for a chair, and he can say who will sit on it.",
        PullQuote("He asks for a chair, and he can say who will sit on it."),
        "By that measure, most of what is called reform has yet to start.",
    ),
)

DEMURRAGE = Piece(
    headline="What Ships Pay to Wait",
    dek="The price of a day at anchor tells you which port is about to be in trouble.",
    authors=(FARRAR,),
    topics=("Trade",),
    regions=("Black Sea",),
    blocks=(
        "A ship at anchor costs money by the hour, and the sum is written down somewhere. Put the "
        "sums of a year side by side and a pattern appears, long before the ministries admit to "
        "it.",
        "The table below gives the fee for a ship of middling size.",
        Table(
            (
                ("Port", "Spring", "Autumn"),
                ("Saltmarsh", "$9,400", "$12,800"),
                ("Old Quay", "$7,100", "$7,300"),
                ("Saint Verity", "$11,000", "$19,500"),
            )
        ),
        "Saint Verity is the case to watch. Its fee nearly doubled within half a year although not "
        "a single berth was lost.",
        "The cause turned out to be a tug.~~There had been two; one was sold, and the other needs its sleep.",
    ),
)

LIGHTHOUSE = Piece(
    headline="The Lighthouse Keepers’ Union Has a Point",
    dek="Automation saved money. It also put out the only light that could be argued with.",
    authors=(BRACK,),
    topics=("Technology", "Economy"),
    regions=("North Sea",),
    blocks=(
        "The last keeper left in March, and the lamp has not failed since. That is the argument "
        "for automation, and it is a good one.",
        "The argument against it is harder to put in a table. A keeper sees the trawler that drags "
        "its anchor; a sensor sees *the lamp*. When the coast guard counted the calls it no longer "
        "received, it found that nearly all of them had come from eleven people.",
        "Eleven people are not expensive.",
    ),
)

SEED_BANK = Piece(
    headline="What a Seed Bank Owes Its Depositors",
    dek="Gene banks were built on a handshake. The handshake now needs a contract.",
    authors=(PELL,),
    topics=("Food Security", "Foreign Policy"),
    regions=("Middle East", "North Africa"),
    blocks=(
        "A country that sends its seeds abroad for safekeeping expects them back. For forty years "
        "the expectation was enough, because nobody had ever asked for a withdrawal.",
        "Then somebody asked. The bank counted its jars and found that it could return the seeds, "
        "but not the *right to sell what grew from them*: a company had registered two of the "
        "lines in the meantime.~~The file runs to nine hundred pages.",
        "By any fair reading the company did nothing forbidden. The fault lies with a form from "
        "1981 that has a box for the name of the plant and none for the name of its owner.",
        "A better form would fit on one page.",
    ),
)

VISAS = Piece(
    headline="The Visa Line as Foreign Policy",
    dek="How long people wait at a consulate is a message, whether or not anybody sends it.",
    authors=(RIDLEY, QUINT),
    topics=("Migration", "Foreign Policy"),
    regions=("South Asia", "Gulf"),
    blocks=(
        "Nobody in the capital decided that the wait should be fourteen months. A clerk retired, a "
        "printer broke, a form grew by a page, and the line grew with it.",
        "The people in the line have drawn their own conclusion. In a poll of two thousand "
        "applicants, most said that the wait was intended, and one in five could name the grudge "
        "that it was meant to repay.",
        "Policy, in the end, is what it looks like from the pavement. A second printer would cost "
        "less than the smallest of the cultural programs that are meant to repair the damage.",
    ),
)

BRIDGES = Piece(
    headline="Half a Bridge Is a Kind of Border",
    dek="Two towns built toward each other for nine years and then stopped.",
    authors=(VOSS, ACHTER, TALBOT),
    topics=("Infrastructure", "Security"),
    regions=("Balkans",),
    blocks=(
        "From the eastern bank the bridge looks finished. From the western bank it looks finished "
        "as well. Only from a boat can one see the gap, which is eleven meters wide and has been "
        "the subject of two arbitrations.",
        "Each town built to the middle of the river. They disagreed, it turned out, about where "
        "the middle was.~~Both used good instruments, and both were right: the river had moved.",
        "The children of the two towns have strung a rope across, with a basket for letters. It is "
        "the only part of the project that came in under budget.",
    ),
)

ISLAND = Piece(
    headline="An Island With Two Clocks",
    dek="What a dispute over summer time says about self-government.",
    authors=(OKAFOR,),
    topics=("Political Reform",),
    regions=("Mediterranean",),
    blocks=(
        "For five months of the year the island’s two harbors keep different time. The ferry "
        "company prints both hours in its timetable, the church rings neither, and the schools "
        "have settled on the sun.",
        "Visitors find it charming. Residents find it tiring, but they vote for it each time they "
        "are asked, because the mainland would like it abolished.",
        "There is a lesson here for anyone who drafts a statute of autonomy: people will bear a "
        "good deal of nuisance for the sake of a nuisance that is *theirs*.",
    ),
)

ARCHIVE = Piece(
    headline="Opening the Archive a Drawer at a Time",
    dek=None,
    authors=(QUINT,),
    topics=("Civil Society",),
    regions=("Latin America",),
    blocks=(
        "When the new government promised to open the archive, everyone imagined a door. What came "
        "was a drawer: forty folders on the third Tuesday of each month, read at a table under a "
        "lamp, pencils only.",
        "It was mocked at first. Then the readers noticed that a drawer can be read to the end. By "
        "the second year they had an index, and by the third a court had used it.",
        "Slow is not always a polite word for no.",
    ),
)

FERRIES = Piece(
    headline="Freight, Ferries, and the Price of Neutrality",
    dek="A small state earns its keep by carrying everybody’s cargo. That is harder than it looks.",
    authors=(FARRAR, PELL),
    topics=("Trade", "Europe’s Neighborhood"),
    regions=("Baltic Sea",),
    blocks=(
        "Neutral states are often described as if they stood still. In fact they are always in "
        "motion, and mostly in the motion of other people’s goods.",
        "**The arithmetic is plain.**~~A ferry that sails half empty loses money; a ferry that "
        "sails full of one neighbor’s trucks loses the other neighbor’s patience. The line between "
        "the two is about sixty percent, says a captain who has spent his life on it.",
        Heading("A Ledger With Two Columns"),
        "Every autumn the ministry publishes what was carried, for whom, and at what price.{br}"
        "Nobody obliges it to. The habit began after the 2{sup:nd} strike, when the dockers asked "
        "to see the books and the owners, for once, had nothing to hide.",
        Bullets(
            (
                "*Timber* goes west, as it has since the age of sail.",
                "*Machines* go east, with more paper than ever.",
                "*Fish* go both ways & are the only cargo that quarrels.",
            )
        ),
        Quotation(
            "We carry what is paid for and lawful, in that order on weekdays and in the other "
            "order on Sundays."
        ),
        Card(
            "Commentary",
            None,
            "The Dockers’ Second Strike",
            "How a quarrel about gloves ended with open books.",
            "Emeka Talbot Jr.",
        ),
        "So wrote the company’s founder to his insurers in 1911. By now the order has settled, and "
        "the insurers send their own inspector.",
        "It works.",
        "Whether it will go on working depends less on the neighbors than on the price of waiting. "
        "A state that carries for everyone must above all be *on time*… and the new customs rules "
        "add nine hours to every crossing.",
    ),
)

GRANARIES = Piece(
    headline="Granaries of Last Resort: Public Grain Reserves After the Price Shock",
    dek="Reserves are expensive until the day they are cheap.",
    authors=(RIDLEY, SUNDER),
    topics=("Food Security", "Economy"),
    regions=("North Africa", "South Asia"),
    blocks=(
        "A full granary is the least popular item in any budget. It earns nothing, it attracts "
        "mice, and its usefulness can be shown only by a calamity that its owner would rather not "
        "have.",
        Heading("Summary of Findings"),
        Bullets(
            (
                "Reserves that are run by a board of *four* or fewer release grain two weeks "
                "sooner than those with a larger one.",
                "Selling a tenth of the stock each year keeps the mice, the moths, and the auditors content.",
                "Countries which publish their stock pay less for insurance; those which hide it "
                "pay more than they save.",
            )
        ),
        Heading("Why Boards Are Slow"),
        "The board of a reserve meets when prices are high, which is to say when every member has "
        "a cousin with something to sell. By convention the chair speaks last. By then there is "
        "rarely anything left to decide.",
        "A rule would serve better than a meeting.~~“Open the doors when bread costs a quarter "
        "more than last year” is a sentence that anybody can check.",
        "The report closes with a model statute in nine articles.",
    ),
)

SAVINGS = Piece(
    headline="Why Savings Gluts End in Harbors",
    dek="Money that cannot be spent at home tends to be poured into concrete by the sea.",
    authors=(Author("Lionel Marchetti-Wu", "lionel-marchetti-wu"),),
    topics=("Banks", "Rebalancing", "Infrastructure"),
    blocks=(
        Heading("The Puzzle"),
        "Suppose that a country saves more than it can use. The textbook says that the rest of the "
        "world will borrow the difference. What the textbook leaves out is that the money likes a "
        "view of the water.",
        Quotation(
            "Of the twelve container terminals opened in the last decade, seven have never been "
            "full, and three have never been open on a Monday."
        ),
        "The passage comes from an auditor’s report that was withdrawn on the day it appeared. I "
        "do not know whether its count is right. I do know the pattern[, as I wrote earlier]"
        "(https://example.org/earlier): credit looks for collateral, collateral looks for land, "
        "and the land that is easiest to value lies flat beside a harbor.",
        Heading("What Would Change It"),
        Bullets(
            (
                "**Wages.** Households that earn more save a smaller share. This is the slow road, "
                "and it is the only one that stays open.{br}{br}It is also the road every plan "
                "names first and funds last.",
                "**Banks.** A bank that may fail lends with more care than one that may not.",
                "**Patience.** A harbor that is built too early is not wrong forever.",
            )
        ),
        "Put these three together and the glut shrinks by itself. Leave one out and it moves "
        "elsewhere—usually down the coast.",
        "*This post grew out of a talk to a room of patient engineers.*",
    ),
)

BAKERS = Piece(
    headline="The Bakers of the Old Market",
    dek="What the price of a flat loaf tells about a subsidy nobody admits to.",
    authors=(Author("Salma Rourke", "salma-rourke"), BRACK),
    topics=("Political Economy", "Civil Society"),
    blocks=(
        "At four in the morning the old market has one light, and under it stands a man with a "
        "scale. He weighs each loaf before it leaves the oven.~~Two grams too many, and he tears "
        "off a corner and eats it.",
        "The grams are a policy. Flour is sold to bakers at a price that has not changed for "
        "twelve years, bread is sold at a price that has not changed for ten, and between the two "
        "lies the weight of the loaf, which changes all the time.",
        "By noon everybody in the quarter knows the day’s weight. Nobody has ever seen it written down.",
    ),
)

DACHAS = Piece(
    headline="The Politics of the Garden Plot",
    dek="Millions of families feed themselves from six hundred square meters. The state has begun "
    "to count the cucumbers.",
    authors=(Author("Arkady Fenwick", "arkady-fenwick"),),
    topics=("Society",),
    blocks=(
        "The garden plot is the one institution that every government of the last hundred years "
        "has left alone, each for a reason of its own. It asked for nothing, it voted for nobody, "
        "and it kept people busy until October.",
        "That is changing. A new register asks owners to say what they grow and how much of it "
        "they sell. The forms are short, the fines are small—and the anger is out of all "
        "proportion.",
        "By asking, the state has broken a silence from which it profited more than the gardeners did.",
    ),
)

TRAINS = Piece(
    headline="Night Trains to Nowhere in Particular",
    dek="A sleeper service lives on because no one wants to be the one to cancel it.",
    authors=(
        Author("Kira Dunmore", "kira-dunmore"),
        Author("Stanislav Pryce", "stanislav-pryce"),
    ),
    topics=("Transport",),
    blocks=(
        "The train leaves at 23:40 with nine passengers and a conductor who knows them by name. It "
        "has made a loss on every journey since the border moved, and it has not missed one.",
        "Officials on both sides describe it as a *technical matter*. Technical matters, in this "
        "part of the world, are the things that still work.",
        "Nobody has signed anything.",
        "By the logic of the ministries the service should have ended four years ago. By the logic "
        "of the nine passengers it is the last thing that the two countries do together, and they "
        "mean to ride it until the wheels come off.",
    ),
)

SHORT_WAVE = Piece(
    headline="Short Wave, Long Memory",
    dek="Radio is back in the mountains, and so are the people who used to jam it.",
    authors=(QUINT,),
    topics=("Media", "Security"),
    regions=("Central Asia", "Tajikistan"),
    blocks=(
        "The receiver on the shelf had not been switched on for twenty years.~~When the mobile "
        "towers went silent in the spring, the old woman dusted it, turned the dial with two "
        "fingers, and found a voice reading the price of apricots.",
        "Short wave needs no tower, no contract, and no permission from the valley below.~ It "
        "carries badly at noon and beautifully at night. For a district of nine villages it has "
        "become, once again, the newspaper.",
        "What interests the authorities is who pays. Three answers are heard in the bazaar:",
        Bullets(
            (
                "a cooperative of orchard owners, who want buyers;",
                "a schoolmaster, who wants an audience;",
                "someone abroad, who wants both.",
            )
        ),
        "By July the jammers had been taken out of storage—or so people say, since a jammer sounds "
        "much like a thunderstorm.",
        "The apricots sold well.",
    ),
)
