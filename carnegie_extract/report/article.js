// An article: its record, and the lines of its page.

const LINES = 1500; // of a page, before "more" is asked for
const PARTS = 8; // files of the folder that are kept
const GROUPS = {
  header: "Header",
  text: "Text",
  blocks: "Headings, figures, tables",
  after: "Notes, author, tags",
  out: "Left out",
  unread: "Unread prose",
  none: "Not judged",
};
const groupOf = (role) => run.roles[role] || "none";

let reading = null; // the number of the article that is shown

async function read(number) {
  reading = number;
  const row = articles[number];
  const panes = make("div", { class: "panes", "aria-busy": "true" });
  const title = articleTitle(row);
  at("reader").replaceChildren(articleNav(number), title, ...aboutArticle(row), panes);
  show("reader", row[column.headline]);
  title.focus({ preventScroll: true });
  try {
    const detail = await detailOf(number);
    if (reading !== number) return;
    if (detail.lines !== null) panes.before(balance(detail.lines));
    panes.append(recordPane(detail), linesPane(detail));
  } catch {
    if (reading === number) panes.append(cannotShow());
  }
  panes.removeAttribute("aria-busy");
}

// Where it is: in the report itself, or in a file of the folder beside it.

async function detailOf(number) {
  if (run.folder === null) return data(`article-${number}`);
  const part = run.parts.findLastIndex(([, first]) => first <= number);
  const texts = await loaded(part);
  return JSON.parse(texts[number - run.parts[part][1]]);
}

const parts = new Map(); // promises of their articles
const waiting = new Map(); // what scripts have handed over that just ran
window.carnegieReport = (number, texts) => waiting.set(number, texts);

function loaded(number) {
  if (!parts.has(number)) {
    if (parts.size >= PARTS) parts.delete(parts.keys().next().value);
    parts.set(number, load(number));
  }
  return parts.get(number);
}

async function load(number) {
  const script = make("script", { src: `${run.folder}/${run.parts[number][0]}` });
  try {
    await new Promise((done, failed) => {
      script.addEventListener("load", done);
      script.addEventListener("error", failed);
      document.head.append(script);
    });
    if (!waiting.has(number)) throw new Error("another report's");
    return waiting.get(number);
  } catch (error) {
    parts.delete(number); // it may be there the next time
    throw error;
  } finally {
    waiting.delete(number);
    script.remove();
  }
}

function cannotShow() {
  const name = run.folder === null ? "" : decodeURIComponent(run.folder);
  const text =
    `This article cannot be shown: the folder ${name}, which belongs beside this file, ` +
    "is missing, or belongs to another report.";
  return make("p", { class: "notice", role: "alert" }, text);
}

// What stands above it.

function articleNav(number) {
  const place = list.shown.indexOf(number);
  const position = place < 0 ? "" : `${digits.format(place + 1)} of ${digits.format(list.shown.length)}`;
  const step = (name, other) =>
    other === undefined ? make("span", { class: "none" }, name) : make("a", { href: `#read=${other}` }, name);
  return make(
    "nav",
    { class: "steps", "aria-label": "Articles" },
    make("a", { href: "#", class: "back" }, "All articles"),
    make("span", { class: "quiet" }, position),
    step("Previous", place < 0 ? undefined : list.shown[place - 1]),
    step("Next", place < 0 ? undefined : list.shown[place + 1]),
  );
}

function articleTitle(row) {
  const attributes = { tabindex: -1, dir: "auto", lang: row[column.language] };
  return make("h1", attributes, row[column.headline] || "(no headline)");
}

function aboutArticle(row) {
  const language = row[column.language] && languageName(row[column.language]);
  const about = [row[column.authors], row[column.date], row[column.kind], language, row[column.layout]].filter(Boolean);
  const warnings = row[column.warnings].map((warning) =>
    make("li", {}, tag("warn", warning), ` ${run.warnings[codeOf(warning)] || ""}`),
  );
  return [
    make("p", { class: "meta" }, ...about.flatMap((each, place) => [place ? " · " : "", make("bdi", {}, each)])),
    make("p", { class: "source" }, make("bdi", {}, row[column.source])),
    warnings.length ? make("ul", { class: "warnings", "aria-label": "Warnings" }, ...warnings) : "",
  ];
}

/** How much of the page went where: a strip in the order of the page, and the sums. */
function balance(lines) {
  const characters = Object.fromEntries(Object.keys(GROUPS).map((group) => [group, 0]));
  const strip = make("div", { class: "strip", "aria-hidden": "true" });
  for (const [role, , text] of lines) {
    const group = groupOf(role);
    characters[group] += text.length;
    if (strip.lastChild?.dataset.group !== group) strip.append(make("span", { "data-group": group }));
    strip.lastChild.style.flexGrow = Number(strip.lastChild.style.flexGrow) + text.length;
  }
  const whole = sum(characters);
  const sums = Object.keys(GROUPS)
    .filter((group) => characters[group])
    .map((group) => [group, make("b", {}, percent(characters[group], whole))])
    .map(([group, share]) => make("li", { "data-group": group }, `${GROUPS[group]} `, share));
  const label = `Shares of the ${count(whole, "character")} on the page`;
  return make("div", { class: "balance" }, strip, make("ul", { "aria-label": label }, ...sums));
}

// The two panes.

/** A region of its own that scrolls, by keys, too. */
function pane(id, title, beside, ...children) {
  const region = { class: "scroll", tabindex: 0, role: "region", "aria-labelledby": id };
  return make(
    "div",
    { class: "pane" },
    make("div", { class: "head" }, make("h2", { id }, title), beside),
    make("div", region, ...children),
  );
}

function recordPane({ record, fields }) {
  const empty = Object.keys(record).filter((key) => isEmpty(record[key]));
  const rows = Object.entries(record)
    .filter(([key, value]) => !isEmpty(value) && key !== "warnings" && key !== "source")
    .map(([key, value]) => recordRow(key, value, fields[key] || [null, null, []], record.language));
  return pane(
    "record-title",
    "Record",
    null,
    make("dl", { class: "record" }, ...rows),
    empty.length ? make("p", { class: "quiet" }, `Empty: ${empty.join(", ")}`) : null,
  );
}

function recordRow(key, value, [witness, where, others], language) {
  const differ = others.map(([name, place]) => make("span", { class: "differs" }, "differs: ", pointer(name, place)));
  return make(
    "div",
    {},
    make("dt", {}, key, witness ? pointer(witness, where) : null, ...differ),
    make("dd", {}, valueOf(key, value, language)),
  );
}

const isEmpty = (value) => value === null || value === "" || (typeof value === "object" && !Object.keys(value).length);

function valueOf(key, value, language) {
  if (key === "metadata" && typeof value === "string") {
    // Each string by itself: else the marks between two Arabic ones would run from right to left.
    const pieces = value.split(/("(?:[^"\\]|\\.)*")/).map((piece, at) => (at % 2 ? make("bdi", {}, piece) : piece));
    return make("pre", { tabindex: 0, role: "region", "aria-label": "metadata", dir: "ltr" }, ...pieces);
  }
  if (key === "body" && Array.isArray(value)) {
    const paragraphs = value.map((each) => make("p", { dir: "auto", lang: language }, String(each)));
    return make("div", { class: "prose" }, ...paragraphs);
  }
  if (Array.isArray(value)) {
    return make("ul", {}, ...value.map((each) => make("li", {}, valueOf("", each, language))));
  }
  if (value !== null && typeof value === "object") {
    const pairs = Object.entries(value).filter(([, each]) => !isEmpty(each));
    const rows = pairs.map(([name, each]) =>
      make("div", {}, make("dt", {}, name), make("dd", {}, valueOf(name, each, language))),
    );
    return make("dl", { class: "inner" }, ...rows);
  }
  return isAddress(value) ? link(value) : make("div", { dir: "auto" }, String(value));
}

/** A witness, and where it looked: a button if that is a line. */
function pointer(witness, where) {
  if (typeof where !== "number") return make("span", { class: "witness" }, `${witness}, ${where}`);
  const click = () => goToLine(where);
  return make("button", { type: "button", class: "witness", click }, `${witness}, line ${where}`);
}

function goToLine(number) {
  const line = at(`line-${number}`);
  if (!line) return;
  at("lines").dataset.show = "all";
  at("show-all").checked = true;
  line.scrollIntoView({ block: "center" });
  line.focus({ preventScroll: true });
}

function linesPane({ lines, record }) {
  if (lines === null) {
    const text =
      "This record was made earlier, so the lines of its page are not known. " +
      "To see them, read the page again with --report, or with --explain.";
    return pane("lines-title", "Lines of the page", null, make("p", { class: "notice" }, text));
  }
  const items = lines.slice(0, LINES).map((line, number) => lineItem(line, number, record.language));
  const all = make("ol", { id: "lines", class: "lines", "data-show": "all" }, ...items);
  const more = lines.length > LINES ? moreLines(lines, record.language) : null;
  return pane("lines-title", "Lines of the page", lineChoice(all), all, more);
}

function lineItem([role, rule, text], number, language) {
  return make(
    "li",
    { id: `line-${number}`, "data-group": groupOf(role), tabindex: -1 },
    make("span", { class: "at" }, String(number)),
    make("span", { class: "role" }, role || "not judged", rule ? make("span", { class: "rule" }, rule) : null),
    make("span", { class: "text", dir: "auto", lang: language }, text),
  );
}

function moreLines(lines, language) {
  const more = make("button", { type: "button" }, `Show the other ${count(lines.length - LINES, "line")}`);
  more.addEventListener("click", () => {
    at("lines").append(...lines.slice(LINES).map((line, number) => lineItem(line, LINES + number, language)));
    more.remove();
    at(`line-${LINES}`).focus();
  });
  return more;
}

function lineChoice(lines) {
  const radio = (value, name) => {
    const change = () => (lines.dataset.show = value);
    const input = { type: "radio", name: "show", id: `show-${value}`, checked: value === "all", change };
    return make("label", {}, make("input", input), name);
  };
  return make(
    "fieldset",
    { class: "choice" },
    make("legend", { class: "unseen" }, "Lines to show"),
    radio("all", "All"),
    radio("in", "In the record"),
    radio("out", "Left out"),
  );
}
