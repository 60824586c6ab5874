// What the file holds, and how it is made into elements, numbers and names.
// All that pages say becomes text, by `make`: nothing here makes markup of a string.

const at = (id) => document.getElementById(id);
const data = (id) => JSON.parse(at(id).textContent);
const run = data("run");
const column = run.columns;
const articles = data("articles");
const failures = data("failures");

const digits = new Intl.NumberFormat("en");
const collator = new Intl.Collator("en", { numeric: true });
const count = (number, thing) => `${digits.format(number)} ${thing}${number === 1 ? "" : "s"}`;
const sum = (counts) => Object.values(counts).reduce((total, number) => total + number, 0);
const byNumber = (counts) =>
  [...counts].sort((one, other) => other[1] - one[1] || collator.compare(one[0], other[0]));

/** Never 0% of some, and never 100% of not quite all. */
function percent(part, whole) {
  const share = whole ? (100 * part) / whole : 0;
  if (part && share < 1) return "<1%";
  return `${part < whole ? Math.min(99, Math.round(share)) : Math.round(share)}%`;
}

/** An element: functions among the attributes listen to events, strings among the children are text. */
function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (typeof value === "function") element.addEventListener(key, value);
    else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(key, value === true ? "" : value);
    }
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

const isAddress = (text) => typeof text === "string" && /^https?:\/\//i.test(text);
const link = (url) => make("a", { href: url, rel: "noreferrer noopener", target: "_blank" }, url);
const tag = (tone, text, title) => make("span", { class: `tag ${tone}`, title }, text);
const none = () => make("span", { class: "none" }, "none");

const languages = "DisplayNames" in Intl ? new Intl.DisplayNames(["en"], { type: "language" }) : null;
function languageName(code) {
  try {
    return languages.of(code);
  } catch {
    return code; // it is none, or the browser knows no names
  }
}

// What articles are counted and chosen by: each gives the values of a row, "" for none.

const codeOf = (warning) => warning.split(" ", 1)[0];
const has = (row, key) => Math.floor(row[column.has] / 2 ** run.keys.indexOf(key)) % 2 === 1;
const VALUES = {
  year: (row) => [/^\d{4}/.exec(row[column.date])?.[0] || ""],
  language: (row) => [row[column.language] || ""],
  layout: (row) => [row[column.layout] || ""],
  kind: (row) => [row[column.kind] || ""],
  warning: (row) => [...new Set(row[column.warnings].map(codeOf))],
  field: (row) => run.keys.filter((key) => !has(row, key)),
};

/** How many articles have each value. */
function counted(group) {
  const counts = new Map();
  for (const row of articles) {
    for (const value of VALUES[group](row)) counts.set(value, (counts.get(value) || 0) + 1);
  }
  return counts;
}

function nameOf(group, value) {
  if (value === "") return group === "year" ? "no date" : "not stated";
  return group === "language" ? languageName(value) : value;
}
