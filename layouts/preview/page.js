"use strict";
(() => {
  const id = name => document.getElementById(name);
  const fill = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  const [title, facts, status, counts, list, sheets, older] =
    ["title", "facts", "status", "counts", "list", "sheets", "older"].map(id);
  let latest = 0;

  const finding = found => {
    const row = id("finding").content.cloneNode(true).firstElementChild;
    const put = (selector, text) => {
      const place = row.querySelector(selector);
      place.textContent = text;
      if (!text) (place.closest("p, pre") ?? place).remove();
    };
    row.dataset.severity = found.severity;
    put(".severity", row.querySelector(".severity").dataset[found.severity]);
    put(".code", found.code);
    put(".message", found.message);
    put(".place code", found.place);
    put(".excerpt", found.excerpt);
    put(".help span", found.help);
    return row;
  };

  // A page whose picture is the same keeps its element: nothing flickers, and no one loses their place.
  const sheet = (page, number, count) => {
    const known = [...sheets.querySelectorAll("img")].find(one => one.getAttribute("src") === page.src);
    const image = known ?? new Image(page.width, page.height);
    if (!known) image.src = page.src;
    image.alt = fill(id("pages").dataset.page, { number, count });
    return image;
  };

  const show = async state => {
    latest = state.round;
    const number = severity => state.findings.filter(found => found.severity === severity).length;
    const images = state.pages.map((page, place) => sheet(page, place + 1, state.pages.length));
    try {
      await Promise.all(images.map(image => image.decode()));
    } catch {
      return;  // they were replaced before they arrived: the next state is on its way
    }
    if (latest !== state.round) return;
    const what = state.making ? "making" : !state.older ? "current" : images.length ? "older" : "nothing";
    const changed = state.changed.length ? " " + fill(status.dataset.changed, { files: state.changed.join(", ") }) : "";
    if (state.title) title.textContent = state.title;
    facts.textContent = state.facts.join(" · ");
    status.textContent = status.dataset[what] + changed;
    counts.textContent = state.findings.length
      ? fill(counts.dataset.counts, { error: number("error"), warning: number("warning"), note: number("note") })
      : counts.dataset.none;
    list.replaceChildren(...state.findings.map(finding));
    list.hidden = !state.findings.length;  // a list of nothing is none
    older.hidden = !(state.older && images.length);
    sheets.hidden = !images.length;
    const rows = images.map(image => image.closest("li") ?? document.createElement("li"));
    images.forEach((image, place) => rows[place].replaceChildren(image));
    sheets.replaceChildren(...rows);
    document.body.dataset.state = what;
    document.body.dataset.round = state.round;
    document.title = (state.title ? state.title + " · " : "") + document.querySelector(".name").textContent;
  };

  const events = new EventSource("/events");
  events.addEventListener("message", event => show(JSON.parse(event.data)));
  events.addEventListener("error", () => {
    latest = -1;
    document.body.dataset.state = "ended";
    status.textContent = status.dataset.ended;
  });
})();
