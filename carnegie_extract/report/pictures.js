// The numbers on top, and the pictures, whose bars choose what the list shows.

const CLICK = "Click a bar to list its articles. Failed pages are listed at the end.";
const BARS = 10; // of a chart, before "more" is asked for
const MOST_YEARS = 60; // in a row, with those in which nothing appeared
const OTHERS = 7; // the languages before have a color each

function drawNumbers() {
  const warned = articles.filter((row) => row[column.warnings].length).length;
  const share = articles.length ? [`${percent(warned, articles.length)} of the articles`] : [];
  at("numbers").append(
    tile(jump("#list", "Articles"), articles.length, [`from ${count(run.files, "file")}`]),
    tile(failures.length ? jump("#failed", "Failed") : "Failed", sum(run.failed), kindsOf(run.failed), "bad"),
    tile("Skipped", sum(run.skipped), kindsOf(run.skipped)),
    tile("With warnings", warned, share, "warn"),
  );
  at("made").textContent = `Version ${run.version}, ${run.made.slice(0, 10)} ${run.made.slice(11, 16)} UTC`;
  if (run.without_lines) remarkEarlier();
}

const jump = (href, text) => make("a", { href }, text);

function tile(name, number, note, tone) {
  return make(
    "div",
    { class: number && tone ? `tile ${tone}` : "tile" },
    make("dt", {}, name),
    make("dd", {}, digits.format(number), make("small", {}, ...note)),
  );
}

function kindsOf(counts) {
  return byNumber(Object.entries(counts)).flatMap(([kind, number], place) => [
    place ? ", " : "",
    make("span", {}, `${digits.format(number)} ${kind}`),
  ]);
}

function remarkEarlier() {
  const some = `${count(run.without_lines, "article")} come${run.without_lines === 1 ? "s" : ""}`;
  const them = run.without_lines === articles.length ? "These articles come" : some;
  at("remark").textContent =
    `${them} from records that were made earlier: the lines of their pages are not shown, ` +
    "and pages that failed then are not counted.";
  at("remark").hidden = false;
}

function drawCharts() {
  if (articles.length) drawChartsOfArticles();
  if (sum(run.failed)) at("charts").append(chart("Failed", "Pages that gave no record", barsOfKinds(run.failed)));
  if (sum(run.skipped)) {
    at("charts").append(chart("Skipped", "Pages of archives that are not articles", barsOfKinds(run.skipped)));
  }
}

function drawChartsOfArticles() {
  const order = byNumber(counted("language")).map(([value]) => value);
  const shadeOf = (language) => Math.min(order.indexOf(language), OTHERS);
  const names = order.slice(0, OTHERS).map((language) => nameOf("language", language));
  if (order.length > OTHERS) names.push("other languages");
  at("charts").append(
    yearsChart(shadeOf, names),
    chart("Languages", null, barsOf("language", shadeOf)),
    chart("Layouts", null, barsOf("layout")),
    chart("Kinds", "Types of article, in one list for all languages", barsOf("kind")),
    fieldsChart(),
    chart("Warnings", "Articles with each warning", barsOf("warning")),
  );
  at("charts").before(make("p", { class: "quiet screen" }, CLICK));
}

function chart(title, note, bars, most = BARS) {
  const id = `chart-${title.toLowerCase().replace(/\W+/g, "-")}`;
  const items = bars.map((bar) => make("li", {}, bar));
  const section = make(
    "section",
    { class: "chart", "aria-labelledby": id },
    make("h3", { id }, title),
    note ? make("p", { class: "quiet" }, note) : null,
    bars.length ? make("ul", { class: "bars" }, ...items) : make("p", { class: "quiet" }, "None."),
  );
  if (items.length > most) section.append(moreButton(items.slice(most)));
  return section;
}

/** What shows and hides the rest of a chart. */
function moreButton(rest) {
  const button = make("button", { type: "button", class: "plain", click: () => show(!isOpen()) });
  const isOpen = () => button.getAttribute("aria-expanded") === "true";
  const show = (all) => {
    button.setAttribute("aria-expanded", String(all));
    button.textContent = all ? "Fewer" : `${rest.length} more`;
    for (const item of rest) item.classList.toggle("more", !all);
  };
  show(false);
  return button;
}

/** What is in a bar: its name, how far it is filled, and its number. */
function filling(name, number, whole, figure, shade = null) {
  const filled = make("span", { class: number ? "filled" : null, "data-shade": shade });
  filled.style.width = `${whole ? (100 * number) / whole : 0}%`;
  return [
    make("span", { class: "name" }, make("bdi", {}, name)),
    make("span", { class: "track", "aria-hidden": "true" }, filled),
    make("span", { class: "number" }, figure),
  ];
}

/** A button that chooses the articles with a value, and leads to their list. */
function chooser(group, value, attributes, ...children) {
  const click = () => {
    choose(group, value);
    if (chosen.has(group)) at("list").scrollIntoView({ block: "start" });
  };
  const state = { "data-group": group, "data-value": value, "aria-pressed": "false" };
  return make("button", { type: "button", click, ...state, ...attributes }, ...children);
}

function barsOf(group, shadeOf = () => null) {
  const counts = byNumber(counted(group));
  const most = counts.length ? counts[0][1] : 0;
  return counts.map(([value, number]) => {
    const inner = filling(nameOf(group, value), number, most, digits.format(number), shadeOf(value));
    const title = group === "warning" ? run.warnings[value] : null;
    return chooser(group, value, { class: "bar", title }, ...inner);
  });
}

function barsOfKinds(counts) {
  const kinds = byNumber(Object.entries(counts));
  return kinds.map(([kind, number]) =>
    make("span", { class: "bar" }, ...filling(kind, number, kinds[0][1], digits.format(number))),
  );
}

function fieldsChart() {
  const lacking = counted("field");
  const bars = run.keys.map((key) => {
    const without = lacking.get(key) || 0;
    const share = percent(articles.length - without, articles.length);
    const inner = filling(key, articles.length - without, articles.length, share);
    if (!without) return make("span", { class: "bar" }, ...inner);
    const label = `${key}: ${share}; list the ${count(without, "article")} without it`;
    return chooser("field", key, { class: "bar", "aria-label": label, title: label }, ...inner);
  });
  const hint = make("span", { class: "screen" }, " Click a field to list the articles without it.");
  const note = make("span", {}, "Share of the records that have each field.", hint);
  const section = chart("Fields", note, bars, Infinity);
  section.classList.add("double");
  return section;
}

/** Columns of years, each divided by language, whose names are those of the shades. */
function yearsChart(shadeOf, names) {
  const years = countedByYear(shadeOf);
  const most = Math.max(...[...years.values()].map(sum));
  const columns = inARow([...years.keys()]).map((year) =>
    make("li", { "data-year": year }, yearColumn(year, years.get(year) || [], most, names)),
  );
  const legend = names.map((name, shade) =>
    make("li", {}, make("span", { class: "swatch", "data-shade": shade }), make("bdi", {}, name)),
  );
  const section = chart("Articles per year", null, []);
  section.classList.add("wide");
  section.lastChild.remove();
  section.append(
    make("ul", { class: "legend", "aria-hidden": "true" }, ...legend), // each column says it in words
    make("ol", { class: "years" }, ...columns),
  );
  return section;
}

/** Of each year, the number of articles of each shade. */
function countedByYear(shadeOf) {
  const years = new Map();
  for (const row of articles) {
    const [year] = VALUES.year(row);
    const [language] = VALUES.language(row);
    if (!years.has(year)) years.set(year, Array(OTHERS + 1).fill(0));
    years.get(year)[shadeOf(language)] += 1;
  }
  return years;
}

/** The years in order, and those between them; "" comes first. */
function inARow(years) {
  const known = years.filter(Boolean).sort();
  const [first, last] = [Number(known[0]), Number(known.at(-1))];
  if (!(last - first < MOST_YEARS)) return years.sort();
  const all = Array.from({ length: last - first + 1 }, (_, more) => String(first + more));
  return years.includes("") ? ["", ...all] : all;
}

function yearColumn(year, numbers, most, names) {
  const total = sum(numbers);
  const stack = make("span", { class: "stack" });
  stack.style.height = `${(100 * total) / most}%`;
  numbers.forEach((number, shade) => {
    const piece = make("span", { "data-shade": shade });
    piece.style.flexGrow = number;
    if (number) stack.append(piece);
  });
  const number = make("span", { class: "number" }, total ? digits.format(total) : "");
  const inner = [
    make("span", { class: "room", "aria-hidden": "true" }, number, stack),
    make("span", { class: "year", "aria-hidden": "true" }, nameOf("year", year)),
  ];
  if (!total) return make("span", { class: "column" }, ...inner);
  const parts = names.map((name, shade) => [name, numbers[shade]]).filter(([, part]) => part);
  const shares = parts.map(([name, part]) => `${name} ${digits.format(part)}`).join(", ");
  const label = `${nameOf("year", year)}: ${count(total, "article")} (${shares})`;
  return chooser("year", year, { class: "column", "aria-label": label, title: label }, ...inner);
}
