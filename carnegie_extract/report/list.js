// The lists of articles and of failures, and what is chosen from the first: by bars and by words.

const ROWS = 50; // on the screen at once

const chosen = new Map(); // a value for each group that a bar of was chosen
let words = [];
let hay = null; // what is searched of each article, folded once
let list = null;

const LABELS = {
  year: "Year",
  language: "Language",
  layout: "Layout",
  kind: "Kind",
  warning: "Warning",
  field: "Without",
};
const SEARCHED = ["headline", "authors", "blog", "kind", "date", "layout", "url", "source", "warnings"];

function choose(group, value) {
  if (value === null || chosen.get(group) === value) chosen.delete(group);
  else chosen.set(group, value);
  for (const button of document.querySelectorAll("button[data-group]")) {
    button.setAttribute("aria-pressed", String(chosen.get(button.dataset.group) === button.dataset.value));
  }
  at("chips").replaceChildren(...[...chosen].map(chip));
  list.filter();
}

/** What is chosen, as a button that takes the choice back. */
function chip([group, value]) {
  const name = [`${LABELS[group]}: `, make("bdi", {}, nameOf(group, value))];
  const cross = [make("span", { "aria-hidden": "true" }, " ×"), make("span", { class: "unseen" }, " (remove)")];
  const click = () => {
    choose(group, null);
    (at("chips").firstChild || at("search")).focus();
  };
  return make("button", { type: "button", class: "chip", click }, ...name, ...cross);
}

/** Case and accents do not count. */
const fold = (text) => text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase();

/** What a row shows, of which words are found: a language by its name, as the column has it. */
function searched(row) {
  return [...SEARCHED.map((name) => row[column[name]] || ""), languageName(row[column.language])];
}

function search(text) {
  words = fold(text).split(/\s+/).filter(Boolean);
  hay = hay || articles.map((row) => fold(searched(row).join("\n")));
  list.filter();
}

function matches(number) {
  for (const [group, value] of chosen) if (!VALUES[group](articles[number]).includes(value)) return false;
  return words.every((word) => hay[number].includes(word));
}

/** Rows in a table: sorted once for each column, filtered as somebody types, drawn a page at a time. */
class List {
  constructor(place, thing, rows, columns, accepts = () => true) {
    Object.assign(this, { thing, rows, columns, accepts, page: 0, sorted: null, up: true });
    this.order = [...rows.keys()];
    this.shown = this.order;
    this.status = make("p", { role: "status", class: "quiet" });
    this.heads = columns.map(({ name, label }, number) => {
      const button = make("button", { type: "button", click: () => this.sort(number) }, label);
      return make("th", { scope: "col", role: "columnheader", class: name }, button);
    });
    // The roles are those of the elements, which lose them where a narrow screen shows no table.
    const caption = make("caption", { class: "unseen" }, `List of ${thing}s`);
    const head = make("thead", { role: "rowgroup" }, make("tr", { role: "row" }, ...this.heads));
    this.body = make("tbody", { role: "rowgroup" });
    this.table = make("table", { role: "table" }, caption, head, this.body);
    this.pages = make("nav", { class: "pages", "aria-label": `List of ${thing}s` }, ...this.turns());
    this.sheet = make("div", { class: "sheet" }, this.table);
    place.append(this.status, this.sheet, this.pages);
    this.draw();
  }

  /** By a column; by the same again, the other way. Rows without a value come last either way. */
  sort(number) {
    this.up = this.sorted === number ? !this.up : !this.columns[number].down;
    this.sorted = number;
    const keys = this.rows.map(this.columns[number].key);
    const way = this.up ? 1 : -1;
    const isEmpty = (key) => key === null || key === "";
    const isNumber = typeof keys.find((key) => !isEmpty(key)) === "number";
    const compare = this.columns[number].compare || (isNumber ? (one, other) => one - other : collator.compare);
    this.order = [...this.rows.keys()].sort((one, other) => {
      const [a, b] = [keys[one], keys[other]];
      return isEmpty(a) - isEmpty(b) || (isEmpty(a) ? 0 : way * compare(a, b)) || one - other;
    });
    this.heads.forEach((head) => head.removeAttribute("aria-sort"));
    this.heads[number].setAttribute("aria-sort", this.up ? "ascending" : "descending");
    this.filter();
  }

  filter() {
    this.shown = this.order.filter((number) => this.accepts(number));
    this.page = 0;
    this.draw();
  }

  /** Turn to the page with a row. */
  reveal(number) {
    const place = this.shown.indexOf(number);
    if (place < 0) return;
    this.page = Math.floor(place / ROWS);
    this.draw();
  }

  /** Turn to a page, or to the one nearest to it that there is. */
  go(page) {
    this.page = Math.max(0, Math.min(page, Math.ceil(this.shown.length / ROWS) - 1));
    const focused = document.activeElement; // browsers take the focus from a button that is disabled, sooner or later
    this.draw();
    if (focused.disabled) this.field.focus();
    this.table.scrollIntoView({ block: "start" });
  }

  draw() {
    const first = this.page * ROWS;
    const numbers = this.shown.slice(first, first + ROWS);
    this.body.replaceChildren(...numbers.map((number) => this.row(number)));
    const of = this.shown.length < this.rows.length ? ` (of ${digits.format(this.rows.length)})` : "";
    const isPart = numbers.length < this.shown.length;
    const range = isPart ? `, ${digits.format(first + 1)} to ${digits.format(first + numbers.length)} shown` : "";
    this.status.textContent = count(this.shown.length, this.thing) + of + range;
    this.sheet.hidden = !numbers.length;
    this.drawPages(Math.ceil(this.shown.length / ROWS));
  }

  row(number) {
    const cells = this.columns.map(({ name, cell }) =>
      make("td", { role: "cell", class: name }, ...cell(this.rows[number], number)),
    );
    return make("tr", { role: "row" }, ...cells);
  }

  /** What turns the pages: it stays when the rows change, and keeps the focus. */
  turns() {
    const turn = (name, by) => make("button", { type: "button", click: () => this.go(this.page + by) }, name);
    const asked = () => Math.round(Number(this.field.value)) || 1;
    this.previous = turn("Previous", -1);
    this.next = turn("Next", 1);
    this.field = make("input", { type: "number", min: 1, change: () => this.go(asked() - 1) });
    this.of = make("span");
    return [this.previous, make("span", {}, "Page ", this.field, this.of), this.next];
  }

  drawPages(last) {
    this.pages.hidden = last < 2;
    this.of.textContent = ` of ${digits.format(last)}`;
    this.field.max = last;
    this.field.value = this.page + 1;
    this.field.ariaLabel = `Page, of ${last}`;
    this.previous.disabled = this.page === 0;
    this.next.disabled = this.page >= last - 1;
  }
}

// The columns: `key` is what they are sorted by, the greatest first where `down`; `cell` is what is shown.

const byCharacters = (one, other) => (one < other ? -1 : Number(one > other)); // much quicker than a collator

const plain = (name, show = (value) => value) => ({
  name,
  key: (row) => row[column[name]],
  cell: (row) => [row[column[name]] ? show(row[column[name]]) : none()],
});
const LIST = [
  { ...plain("date"), label: "Date", down: true, compare: byCharacters },
  { ...plain("headline"), label: "Article", cell: articleCell },
  { ...plain("kind"), label: "Kind" },
  { ...plain("language", languageName), label: "Language" },
  { ...plain("layout"), label: "Layout" },
  { ...plain("characters"), label: "Characters", cell: (row) => [digits.format(row[column.characters])] },
  { name: "warnings", label: "Warnings", down: true, key: (row) => row[column.warnings].length, cell: warningsCell },
];
const FAILED = [
  { name: "source", label: "Page", key: ([source]) => source, cell: failureCell },
  { name: "kind", label: "Kind", key: ([, kind]) => kind, cell: ([, kind]) => [tag("bad", kind)] },
  { name: "reason", label: "Reason", key: ([, , reason]) => reason, cell: ([, , reason]) => [make("bdi", {}, reason)] },
];

/** What all sources begin with, up to a slash: it tells nothing. */
const folder = (() => {
  let common = articles.length > 1 ? articles[0][column.source] : "";
  for (const row of articles) while (!row[column.source].startsWith(common)) common = common.slice(0, -1);
  return common.slice(0, common.lastIndexOf("/") + 1);
})();

function articleCell(row, number) {
  const [headline, authors, source] = ["headline", "authors", "source"].map((name) => row[column[name]]);
  const file = make("bdi", { title: folder ? source : null }, source.slice(folder.length));
  return [
    make("a", { href: `#read=${number}`, dir: "auto", lang: row[column.language] }, headline || "(no headline)"),
    make("span", { class: "under" }, ...(authors ? [make("bdi", {}, authors), " · "] : []), file),
  ];
}

function warningsCell(row) {
  return row[column.warnings].map((warning) => tag("warn", warning, run.warnings[codeOf(warning)]));
}

function failureCell([source, , , url]) {
  return [make("bdi", {}, source), isAddress(url) ? make("span", { class: "under" }, link(url)) : null];
}

function drawLists() {
  const field = make("input", {
    type: "search",
    id: "search",
    autocomplete: "off",
    spellcheck: "false",
    placeholder: "Headline, author, language, address …",
    input: () => search(field.value),
  });
  at("articles-here").append(
    make("div", { class: "search" }, make("label", { for: "search" }, "Search the list"), field),
    make("div", { class: "chips", id: "chips" }),
  );
  list = new List(at("articles-here"), "article", articles, LIST, matches);
  if (!failures.length) return;
  at("failed").hidden = false;
  if (run.unnamed) {
    const listed = `The first ${digits.format(failures.length)} are listed; `;
    const others = `${digits.format(run.unnamed)} more are counted above.`;
    at("failures-here").append(make("p", { class: "notice" }, listed + others));
  }
  new List(at("failures-here"), "failure", failures, FAILED);
}
