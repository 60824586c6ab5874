"use strict";
// All that pages say becomes text, by `make`: nothing here makes markup of a string.
(() => {
  const ROWS = 50; // of a list, on the screen at once
  const BARS = 10; // of a chart, before "more" is asked for
  const LINES = 1500; // of a page, before "more" is asked for
  const PARTS = 8; // files of the folder that are kept
  const MOST_YEARS = 60;
  const GROUPS = {
    header: "Header",
    text: "Text",
    blocks: "Headings, figures, tables",
    after: "Notes, author, tags",
    out: "Left out",
    unread: "Unread prose",
    none: "Not judged",
  };
  const LABELS = { year: "Year", language: "Language", layout: "Layout", kind: "Kind", warning: "Warning", field: "Without" };

  const at = (id) => document.getElementById(id);
  const data = (id) => JSON.parse(at(id).textContent);
  const run = data("run");
  const column = run.columns;
  const articles = data("articles");
  const failures = data("failures");
  const digits = new Intl.NumberFormat("en");
  const collator = new Intl.Collator("en", { numeric: true });
  const count = (number, thing) => `${digits.format(number)} ${thing}${number === 1 ? "" : "s"}`;
  const percent = (part, whole) => {
    const share = whole ? (100 * part) / whole : 0;
    if (part && share < 1) return "<1%";
    return `${part < whole ? Math.min(99, Math.round(share)) : Math.round(share)}%`;
  };

  /** An element; strings among the children are text. */
  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) {
      if (typeof value === "function") element.addEventListener(key, value);
      else if (value !== null && value !== undefined && value !== false) element.setAttribute(key, value === true ? "" : value);
    }
    element.append(...children.filter((child) => child !== null && child !== undefined));
    return element;
  }

  const sum = (counts) => Object.values(counts).reduce((total, number) => total + number, 0);
  const isAddress = (text) => typeof text === "string" && /^https?:\/\//i.test(text);
  const link = (url) => make("a", { href: url, rel: "noreferrer noopener", target: "_blank" }, url);
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase();

  const languages = (() => {
    try {
      const names = new Intl.DisplayNames(["en"], { type: "language" });
      return (code) => names.of(code);
    } catch {
      return (code) => code;
    }
  })();
  function languageName(code) {
    try {
      return languages(code);
    } catch {
      return code; // it is none
    }
  }

  // What articles are counted and chosen by: each gives the values of a row, "" for none.

  const codeOf = (warning) => warning.split(" ", 1)[0];
  const has = (row, key) => Math.floor(row[column.has] / 2 ** run.keys.indexOf(key)) % 2 === 1;
  const VALUES = {
    year: (row) => [(row[column.date] || "").slice(0, 4)],
    language: (row) => [row[column.language] || ""],
    layout: (row) => [row[column.layout] || ""],
    kind: (row) => [row[column.kind] || ""],
    warning: (row) => [...new Set(row[column.warnings].map(codeOf))],
    field: (row) => run.keys.filter((key) => !has(row, key)),
  };

  function counted(group) {
    const counts = new Map();
    for (const row of articles) for (const value of VALUES[group](row)) counts.set(value, (counts.get(value) || 0) + 1);
    return counts;
  }

  function nameOf(group, value) {
    if (value === "") return group === "year" ? "no date" : "none";
    return group === "language" ? languageName(value) : value;
  }

  /** What all sources begin with, up to a slash: it tells nothing. */
  const folder = (() => {
    let common = articles.length > 1 ? articles[0][column.source] : "";
    for (const row of articles) while (common && !row[column.source].startsWith(common)) common = common.slice(0, -1);
    return common.slice(0, common.lastIndexOf("/") + 1);
  })();

  const byNumber = (counts) => [...counts].sort((one, other) => other[1] - one[1] || collator.compare(one[0], other[0]));

  // The choice: by bars and by words.

  const chosen = new Map();
  let words = [];
  let hay = null;

  function choose(group, value) {
    if (value === null || chosen.get(group) === value) chosen.delete(group);
    else chosen.set(group, value);
    for (const button of document.querySelectorAll("button[data-group]")) {
      button.setAttribute("aria-pressed", String(chosen.get(button.dataset.group) === button.dataset.value));
    }
    list.choices();
    list.filter();
  }

  function matches(row, number) {
    for (const [group, value] of chosen) if (!VALUES[group](row).includes(value)) return false;
    return words.every((word) => hay[number].includes(word));
  }

  const SEARCHED = ["headline", "authors", "blog", "kind", "date", "language", "layout", "url", "source"];
  function search(text) {
    words = fold(text).split(/\s+/).filter(Boolean);
    hay = hay || articles.map((row) => fold(SEARCHED.map((name) => row[column[name]] || "").join("\n")));
    list.filter();
  }

  // Pictures

  function bar(group, value, number, whole, said) {
    const filled = make("span", { class: "filled" });
    filled.style.width = `${whole ? (100 * number) / whole : 0}%`;
    const inner = [
      make("span", { class: "name" }, make("bdi", {}, nameOf(group, value))),
      make("span", { class: "track", "aria-hidden": "true" }, filled),
      make("span", { class: "number" }, said),
    ];
    return { inner, filled };
  }

  function toggle(group, value, attributes, ...children) {
    const press = () => {
      choose(group, value);
      if (chosen.has(group)) at("list").scrollIntoView({ block: "start" });
    };
    return make("button", { type: "button", "data-group": group, "data-value": value, "aria-pressed": "false", click: press, ...attributes }, ...children);
  }

  function chart(title, note, bars, most = BARS) {
    const id = `chart-${title.toLowerCase().replace(/\W+/g, "-")}`;
    const items = bars.map((each) => make("li", {}, each));
    const body = make("ul", { class: "bars" }, ...items);
    const section = make("section", { class: "chart", "aria-labelledby": id }, make("h3", { id }, title), note ? make("p", { class: "quiet" }, note) : null);
    section.append(bars.length ? body : make("p", { class: "quiet" }, "None."));
    if (items.length > most) {
      const rest = items.slice(most);
      const show = (all) => rest.forEach((item) => item.classList.toggle("more", !all));
      const more = make("button", { type: "button", class: "plain", "aria-expanded": "false" }, `${rest.length} more`);
      more.addEventListener("click", () => {
        const all = more.getAttribute("aria-expanded") === "false";
        more.setAttribute("aria-expanded", String(all));
        more.textContent = all ? "Fewer" : `${rest.length} more`;
        show(all);
      });
      show(false);
      section.append(more);
    }
    return section;
  }

  function barsOf(group, shades) {
    const counts = byNumber(counted(group));
    const most = Math.max(1, ...counts.map(([, number]) => number));
    return counts.map(([value, number]) => {
      const { inner, filled } = bar(group, value, number, most, digits.format(number));
      if (shades) filled.dataset.shade = shades(value);
      return toggle(group, value, { class: "bar", title: group === "warning" ? run.warnings[value] : null }, ...inner);
    });
  }

  function fieldBars() {
    const lacking = counted("field");
    const shares = run.keys.map((key) => [key, articles.length - (lacking.get(key) || 0)]);
    return shares.map(([key, number]) => {
      const { inner } = bar("field", key, number, articles.length, percent(number, articles.length));
      if (number === articles.length) return make("span", { class: "bar" }, ...inner);
      const said = `${key}: ${percent(number, articles.length)}; list the ${count(articles.length - number, "article")} without it`;
      return toggle("field", key, { class: "bar", "aria-label": said, title: said }, ...inner);
    });
  }

  /** Columns of years, each divided by language. */
  function years(shades) {
    const table = new Map();
    for (const row of articles) {
      const [year] = VALUES.year(row);
      const [shade] = VALUES.language(row).map(shades);
      const column = table.get(year) || [0, 0, 0, 0, 0];
      column[shade] += 1;
      table.set(year, column);
    }
    const known = [...table.keys()].filter(Boolean).sort();
    const all = known.length && known.at(-1) - known[0] < MOST_YEARS ? Array.from({ length: known.at(-1) - known[0] + 1 }, (_, more) => String(Number(known[0]) + more)) : known;
    const total = (year) => (table.get(year) || []).reduce((one, other) => one + other, 0);
    const most = Math.max(1, ...[...table.keys()].map(total));
    const columns = [...(table.has("") ? [""] : []), ...all].map((year) => {
      const stack = make("span", { class: "stack", "aria-hidden": "true" });
      stack.style.height = `${(100 * total(year)) / most}%`;
      (table.get(year) || []).forEach((number, shade) => {
        const piece = make("span", { "data-shade": shade });
        piece.style.flexGrow = number;
        if (number) stack.append(piece);
      });
      const said = `${nameOf("year", year)}: ${count(total(year), "article")}`;
      const label = make("span", { class: "year", "aria-hidden": "true" }, make("span", { class: "century" }, year.slice(0, -2)), year.slice(-2) || "none");
      const number = make("span", { class: "number", "aria-hidden": "true" }, total(year) ? digits.format(total(year)) : "");
      const inner = [make("span", { class: "room", "aria-hidden": "true" }, number, stack), label];
      const column = total(year) ? toggle("year", year, { class: "column", "aria-label": said, title: said }, ...inner) : make("span", { class: "column", title: said }, ...inner);
      return make("li", {}, column);
    });
    const section = chart("Articles a year", null, []);
    section.classList.add("wide");
    section.lastChild.replaceWith(make("ol", { class: columns.length > 14 ? "years many" : "years" }, ...columns));
    return section;
  }

  function drawCharts() {
    const order = byNumber(counted("language")).map(([value]) => value);
    const shades = (value) => Math.min(order.indexOf(value), 4);
    const kinds = (counts) => {
      const most = Math.max(...Object.values(counts));
      return byNumber(Object.entries(counts)).map(([kind, number]) => make("span", { class: "bar" }, ...bar("", kind, number, most, digits.format(number)).inner));
    };
    const fields = chart("Fields", "Share of the records that have each", fieldBars(), Infinity);
    fields.classList.add("double");
    at("charts").append(
      years(shades),
      chart("Languages", null, barsOf("language", shades)),
      chart("Layouts", null, barsOf("layout")),
      chart("Kinds", null, barsOf("kind")),
      fields,
      chart("Warnings", "Articles with each warning", barsOf("warning")),
    );
    if (sum(run.failed)) at("charts").append(chart("Failed", "Pages that gave no record and should have", kinds(run.failed)));
    if (sum(run.skipped)) at("charts").append(chart("Skipped", "Pages of archives that are no articles", kinds(run.skipped)));
  }

  function drawNumbers() {
    const warned = articles.filter((row) => row[column.warnings].length).length;
    const said = (counts) => byNumber(Object.entries(counts)).map(([kind, number]) => `${digits.format(number)} ${kind}`).slice(0, 3).join(", ");
    const tile = (name, number, note, tone) => make("div", { class: number && tone ? `tile ${tone}` : "tile" }, make("dt", {}, name), make("dd", {}, digits.format(number), note ? make("small", {}, note) : null));
    at("numbers").append(
      tile("Articles", articles.length, `from ${count(run.files, "file")}`),
      tile("Failed", sum(run.failed), said(run.failed), "bad"),
      tile("Skipped", sum(run.skipped), said(run.skipped)),
      tile("With warnings", warned, articles.length ? `${percent(warned, articles.length)} of the articles` : "", "warn"),
    );
    at("made").textContent = `Version ${run.version}, ${run.made.slice(0, 10)} ${run.made.slice(11, 16)} UTC`;
    if (run.without_lines) {
      const all = run.without_lines === articles.length;
      const them = all ? "These articles come" : `${count(run.without_lines, "article")} come${run.without_lines === 1 ? "s" : ""}`;
      at("remark").textContent = `${them} from records that were made earlier: the lines of their pages are not shown, and pages that failed then are not counted.`;
      at("remark").hidden = false;
    }
  }

  // A list: sorted once for each column, filtered as somebody types, drawn a page at a time.

  class List {
    constructor(place, thing, rows, columns, accepts) {
      Object.assign(this, { thing, rows, columns, accepts, page: 0, sorted: null, up: true });
      this.order = rows.map((_, number) => number);
      this.shown = this.order;
      this.status = make("p", { role: "status", class: "quiet" });
      this.chips = make("div", { class: "chips" });
      this.body = make("tbody");
      this.heads = columns.map((each, number) => make("th", { scope: "col", class: each.name }, make("button", { type: "button", click: () => this.sort(number) }, each.label)));
      const caption = make("caption", { class: "unseen" }, thing);
      this.table = make("table", {}, caption, make("thead", {}, make("tr", {}, ...this.heads)), this.body);
      this.pages = make("nav", { class: "pages", "aria-label": `Pages of ${thing}` });
      place.append(this.chips, this.status, make("div", { class: "sheet" }, this.table), this.pages);
      this.draw();
    }

    sort(number) {
      this.up = this.sorted === number ? !this.up : !this.columns[number].down;
      this.sorted = number;
      const keys = this.rows.map(this.columns[number].key);
      const way = this.up ? 1 : -1;
      const empty = (key) => key === null || key === undefined || key === "";
      const compare = typeof keys.find((key) => !empty(key)) === "number" ? (a, b) => a - b : collator.compare;
      this.order = this.rows.map((_, each) => each).sort((one, other) => {
        const [a, b] = [keys[one], keys[other]];
        return empty(a) - empty(b) || (empty(a) ? 0 : way * compare(a, b)) || one - other;
      });
      this.heads.forEach((head, each) => {
        if (each === number) head.setAttribute("aria-sort", this.up ? "ascending" : "descending");
        else head.removeAttribute("aria-sort");
      });
      this.filter();
    }

    filter() {
      this.shown = this.accepts ? this.order.filter((number) => this.accepts(this.rows[number], number)) : this.order;
      this.page = 0;
      this.draw();
    }

    choices() {
      const chip = ([group, value]) => make("button", { type: "button", class: "chip", click: () => choose(group, null) }, `${LABELS[group]}: `, make("bdi", {}, nameOf(group, value)), make("span", { "aria-hidden": "true" }, " ×"), make("span", { class: "unseen" }, " (remove)"));
      this.chips.replaceChildren(...[...chosen].map(chip));
    }

    go(page) {
      this.page = page;
      this.draw();
      this.table.scrollIntoView({ block: "start" });
    }

    draw() {
      const first = this.page * ROWS;
      const numbers = this.shown.slice(first, first + ROWS);
      this.body.replaceChildren(...numbers.map((number) => make("tr", {}, ...this.columns.map((each) => make("td", { class: each.name }, ...each.cell(this.rows[number], number))))));
      const of = this.shown.length < this.rows.length ? ` (of ${digits.format(this.rows.length)})` : "";
      const range = numbers.length < this.shown.length ? `, ${digits.format(first + 1)} to ${digits.format(first + numbers.length)} shown` : "";
      this.status.textContent = `${count(this.shown.length, this.thing)}${of}${range}`;
      this.table.hidden = !numbers.length;
      this.drawPages(Math.ceil(this.shown.length / ROWS));
    }

    drawPages(last) {
      this.pages.hidden = last < 2;
      const turn = (name, page) => make("button", { type: "button", disabled: page < 0 || page >= last, click: () => this.go(page) }, name);
      const field = make("input", { type: "number", min: 1, max: last, value: this.page + 1, "aria-label": `Page, of ${last}` });
      field.addEventListener("change", () => this.go(Math.min(last, Math.max(1, Math.round(Number(field.value)) || 1)) - 1));
      this.pages.replaceChildren(turn("Previous", this.page - 1), make("span", {}, "Page ", field, ` of ${digits.format(last)}`), turn("Next", this.page + 1));
    }
  }

  const text = (name) => (row) => [row[column[name]] || make("span", { class: "none" }, "none")];
  const LIST = [
    { name: "date", label: "Date", down: true, key: (row) => row[column.date], cell: text("date") },
    {
      name: "headline",
      label: "Article",
      key: (row) => row[column.headline],
      cell: (row, number) => [
        make("a", { href: `#read=${number}`, dir: "auto", lang: row[column.language] }, row[column.headline] || "(no headline)"),
        make("span", { class: "under" }, row[column.authors] ? make("bdi", {}, row[column.authors]) : null, row[column.authors] ? " · " : null, make("bdi", { title: folder ? row[column.source] : null }, row[column.source].slice(folder.length))),
      ],
    },
    { name: "kind", label: "Kind", key: (row) => row[column.kind], cell: text("kind") },
    { name: "language", label: "Language", key: (row) => row[column.language], cell: (row) => [row[column.language] ? languageName(row[column.language]) : make("span", { class: "none" }, "none")] },
    { name: "layout", label: "Layout", key: (row) => row[column.layout], cell: text("layout") },
    { name: "letters", label: "Letters", key: (row) => row[column.letters], cell: (row) => [digits.format(row[column.letters])] },
    { name: "warnings", label: "Warnings", down: true, key: (row) => row[column.warnings].length, cell: (row) => row[column.warnings].map((warning) => make("span", { class: "tag warn", title: run.warnings[codeOf(warning)] }, warning)) },
  ];
  const FAILED = [
    { name: "source", label: "Page", key: (row) => row[0], cell: (row) => [make("bdi", {}, row[0]), isAddress(row[3]) ? make("span", { class: "under" }, link(row[3])) : null] },
    { name: "kind", label: "Kind", key: (row) => row[1], cell: (row) => [make("span", { class: "tag bad" }, row[1])] },
    { name: "reason", label: "Reason", key: (row) => row[2], cell: (row) => [make("bdi", {}, row[2])] },
  ];
  let list = null;

  function drawLists() {
    const field = make("input", { type: "search", id: "search", autocomplete: "off", spellcheck: "false", placeholder: "Headline, author, address, file …", input: () => search(field.value) });
    at("articles-here").append(make("div", { class: "search" }, make("label", { for: "search" }, "Search the list"), field));
    list = new List(at("articles-here"), "article", articles, LIST, matches);
    if (!failures.length) return;
    at("failed").hidden = false;
    if (run.unnamed) at("failures-here").append(make("p", { class: "notice" }, `The first ${digits.format(failures.length)} are listed; ${digits.format(run.unnamed)} more are counted above.`));
    new List(at("failures-here"), "failure", failures, FAILED);
  }

  // Articles: in the report itself, or in files of the folder beside it.

  const parts = new Map();
  const waiting = new Map();
  window.carnegieReport = (number, texts) => waiting.set(number, texts);

  function loaded(number) {
    if (!parts.has(number)) {
      if (parts.size >= PARTS) parts.delete(parts.keys().next().value);
      const script = make("script", { src: `${run.folder}/${run.parts[number][0]}` });
      const promise = new Promise((done, failed) => {
        script.addEventListener("load", () => (waiting.has(number) ? done(waiting.get(number)) : failed(new Error("empty"))));
        script.addEventListener("error", () => failed(new Error("missing")));
      }).finally(() => {
        waiting.delete(number);
        script.remove();
      });
      promise.catch(() => parts.delete(number));
      parts.set(number, promise);
      document.head.append(script);
    }
    return parts.get(number);
  }

  async function detailOf(number) {
    if (run.folder === null) return JSON.parse(at(`article-${number}`).textContent);
    const part = run.parts.findLastIndex(([, first]) => first <= number);
    const texts = await loaded(part);
    return JSON.parse(texts[number - run.parts[part][1]]);
  }

  // One article: its record, and the lines of its page.

  const isEmpty = (value) => value === null || value === undefined || value === "" || (typeof value === "object" && !Object.keys(value).length);

  function shown(key, value, language) {
    if (key === "metadata" && typeof value === "string") return make("pre", { tabindex: 0, "aria-label": "metadata", dir: "auto" }, value);
    if (Array.isArray(value)) {
      const long = key === "body";
      return make(long ? "div" : "ul", { class: long ? "prose" : null }, ...value.map((each) => (long ? make("p", { dir: "auto", lang: language }, String(each)) : make("li", { dir: "auto" }, shown("", each, language)))));
    }
    if (value !== null && typeof value === "object") {
      const said = Object.entries(value).filter(([, each]) => !isEmpty(each));
      return make("dl", { class: "inner" }, ...said.map(([name, each]) => make("div", {}, make("dt", {}, name), make("dd", {}, shown(name, each, language)))));
    }
    if (isAddress(value)) return link(value);
    return make("span", { dir: "auto" }, String(value));
  }

  function pointer(witness, where) {
    if (typeof where !== "number") return make("span", { class: "witness" }, `${witness}, ${where}`);
    const go = () => {
      const line = at(`line-${where}`);
      if (!line) return;
      at("lines").dataset.show = "all";
      at("show-all").checked = true;
      line.scrollIntoView({ block: "center" });
      line.focus({ preventScroll: true });
    };
    return make("button", { type: "button", class: "witness", click: go }, `${witness}, line ${where}`);
  }

  function recordPane(detail) {
    const { record, fields } = detail;
    const empty = Object.keys(record).filter((key) => isEmpty(record[key]));
    const rows = Object.entries(record).filter(([key, value]) => !isEmpty(value) && key !== "warnings" && key !== "source").map(([key, value]) => {
      const [witness, where, others] = fields[key] || [null, null, []];
      return make("div", {},
        make("dt", {}, key, witness ? pointer(witness, where) : null, ...others.map(([name, place]) => make("span", { class: "differs" }, "differs: ", pointer(name, place)))),
        make("dd", {}, shown(key, value, record.language)));
    });
    return make("section", { class: "pane", "aria-labelledby": "record-title" },
      make("h2", { id: "record-title" }, "Record"),
      make("div", { class: "scroll", tabindex: 0, role: "region", "aria-labelledby": "record-title" },
        make("dl", { class: "record" }, ...rows),
        empty.length ? make("p", { class: "quiet" }, `Empty: ${empty.join(", ")}`) : null));
  }

  function lineItem([role, rule, said], number, language) {
    const group = role === null ? "none" : run.roles[role] || "none";
    return make("li", { id: `line-${number}`, "data-group": group, tabindex: -1 },
      make("span", { class: "at" }, String(number)),
      make("span", { class: "role" }, role || "not judged", rule ? make("span", { class: "rule" }, rule) : null),
      make("span", { class: "said", dir: "auto", lang: language }, said));
  }

  /** How much of the page went where: a strip in the order of the page, and the sums. */
  function balance(lines) {
    const letters = Object.fromEntries(Object.keys(GROUPS).map((group) => [group, 0]));
    const stretches = [];
    for (const [role, , said] of lines) {
      const group = role === null ? "none" : run.roles[role] || "none";
      letters[group] += said.length;
      if (stretches.at(-1)?.[0] === group) stretches.at(-1)[1] += said.length;
      else stretches.push([group, said.length]);
    }
    const whole = sum(letters);
    const strip = make("div", { class: "strip", "aria-hidden": "true" }, ...stretches.map(([group, length]) => {
      const piece = make("span", { "data-group": group });
      piece.style.flexGrow = length;
      return piece;
    }));
    const sums = Object.entries(GROUPS).filter(([group]) => letters[group]).map(([group, name]) => make("li", { "data-group": group }, `${name} `, make("b", {}, percent(letters[group], whole))));
    return make("div", { class: "balance" }, strip, make("ul", { "aria-label": `Shares of the ${count(whole, "letter")} on the page` }, ...sums));
  }

  function linesPane(detail) {
    const heading = make("h2", { id: "lines-title" }, "Lines of the page");
    if (detail.lines === null) {
      return make("section", { class: "pane", "aria-labelledby": "lines-title" }, heading, make("p", { class: "notice" }, "This record was made earlier, so the lines of its page are not known. To see them, read the page again with --report, or with --explain."));
    }
    const { lines, record } = detail;
    const items = make("ol", { id: "lines", class: "lines", "data-show": "all" }, ...lines.slice(0, LINES).map((line, number) => lineItem(line, number, record.language)));
    const radio = (value, name) => {
      const input = make("input", { type: "radio", name: "show", id: `show-${value}`, checked: value === "all", change: () => (items.dataset.show = value) });
      return make("label", {}, input, name);
    };
    const choice = make("fieldset", { class: "choice" }, make("legend", { class: "unseen" }, "Lines to show"), radio("all", "All"), radio("in", "In the record"), radio("out", "Left out"));
    const scroll = make("div", { class: "scroll", tabindex: 0, role: "region", "aria-labelledby": "lines-title" }, items);
    if (lines.length > LINES) {
      const more = make("button", { type: "button" }, `Show the other ${count(lines.length - LINES, "line")}`);
      more.addEventListener("click", () => {
        items.append(...lines.slice(LINES).map((line, number) => lineItem(line, LINES + number, record.language)));
        more.remove();
        at(`line-${LINES}`).focus();
      });
      scroll.append(more);
    }
    return make("section", { class: "pane", "aria-labelledby": "lines-title" }, make("div", { class: "head" }, heading, choice), scroll);
  }

  function articleNav(number) {
    const place = list.shown.indexOf(number);
    const step = (name, other) => (other === undefined ? make("span", { class: "none" }, name) : make("a", { href: `#read=${other}` }, name));
    return make("nav", { class: "steps", "aria-label": "Articles" },
      make("a", { href: "#", class: "back" }, "All articles"),
      make("span", { class: "quiet" }, place < 0 ? "" : `${digits.format(place + 1)} of ${digits.format(list.shown.length)}`),
      step("Previous", place > 0 ? list.shown[place - 1] : undefined),
      step("Next", place >= 0 ? list.shown[place + 1] : undefined));
  }

  let reading = null;
  async function read(number) {
    reading = number;
    const row = articles[number];
    const language = row[column.language];
    const title = make("h1", { tabindex: -1, dir: "auto", lang: language }, row[column.headline] || "(no headline)");
    const about = [row[column.authors], row[column.date], row[column.kind], language && languageName(language), row[column.layout]].filter(Boolean);
    const meta = make("p", { class: "meta" }, ...about.flatMap((each, place) => [place ? " · " : "", make("bdi", {}, each)]));
    const warnings = row[column.warnings].map((warning) => make("li", {}, make("span", { class: "tag warn" }, warning), ` ${run.warnings[codeOf(warning)] || ""}`));
    const panes = make("div", { class: "panes", "aria-busy": "true" });
    at("reader").replaceChildren(articleNav(number), title, meta, make("p", { class: "source" }, make("bdi", {}, row[column.source])), warnings.length ? make("ul", { class: "warnings", "aria-label": "Warnings" }, ...warnings) : "", panes);
    show("reader", row[column.headline]);
    title.focus({ preventScroll: true });
    try {
      const detail = await detailOf(number);
      if (reading !== number) return;
      if (detail.lines !== null) panes.before(balance(detail.lines));
      panes.append(recordPane(detail), linesPane(detail));
    } catch {
      const folder = run.folder === null ? "" : decodeURIComponent(run.folder);
      if (reading === number) panes.append(make("p", { class: "notice", role: "alert" }, `This article cannot be shown. The folder ${folder} belongs beside this file, and cannot be read, or is another report's.`));
    }
    panes.removeAttribute("aria-busy");
  }

  function show(id, title) {
    for (const each of ["overview", "reader"]) at(each).hidden = each !== id;
    document.title = title ? `${title} · Report of carnegie-extract` : "Report of carnegie-extract";
    window.scrollTo(0, 0);
  }

  function route() {
    const asked = /^#read=(\d+)$/.exec(location.hash);
    if (asked && articles[Number(asked[1])]) {
      read(Number(asked[1]));
      return;
    }
    const left = reading;
    reading = null;
    show("overview");
    const link = left === null ? null : document.querySelector(`a[href="#read=${left}"]`);
    at("reader").replaceChildren();
    if (left === null) return;
    const place = link && at("overview").contains(link) ? link : at("articles-title");
    place.focus({ preventScroll: true });
    place.scrollIntoView({ block: "center" });
  }

  drawNumbers();
  drawLists();
  drawCharts();
  window.addEventListener("hashchange", route);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && reading !== null) location.hash = "";
  });
  route();
})();
