// What is drawn first, and what is shown: the list, or an article that the address names.

function show(id, title) {
  for (const each of ["overview", "reader"]) at(each).hidden = each !== id;
  document.title = title ? `${title} · Report of carnegie-extract` : "Report of carnegie-extract";
  window.scrollTo(0, 0);
}

function route() {
  const asked = /^#read=(\d+)$/.exec(location.hash);
  if (asked && articles[Number(asked[1])]) read(Number(asked[1]));
  else showList();
}

/** The list; the focus goes back to the article that was read. */
function showList() {
  const left = reading;
  reading = null;
  if (!at("overview").hidden) return;
  at("reader").replaceChildren();
  show("overview");
  if (left === null) return;
  list.reveal(left);
  const place = document.querySelector(`a[href="#read=${left}"]`) || at("articles-title");
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
