// Opens a page from the disk or from this machine in Chromium, without a network, and does what a list of steps on
// standard input says.
// Prints what each step saw, as JSON.
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const { executable, axe, modules, url, home, steps } = JSON.parse(readFileSync(0, "utf-8"));
const { default: puppeteer } = await import(createRequire(modules).resolve(modules));
const browser = await puppeteer.launch({
  executablePath: executable, userDataDir: `${home}/profile`, args: ["--no-sandbox"], headless: true,
});
try {
  const page = await browser.newPage();
  const told = [], requests = [];
  page.on("console", message => told.push(message.text()));
  page.on("pageerror", error => told.push(String(error)));
  page.on("request", request => requests.push(request.url()));
  const seen = [];
  let shown = [];
  const acts = {
    open: async ({ width = 1100, height = 900, dark = false, script = true, today }) => {
      await page.setViewport({ width, height });
      await page.setJavaScriptEnabled(script);
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }]);
      if (today) {
        await page.evaluateOnNewDocument(day => {
          const Clock = Date;
          globalThis.Date = class extends Clock {
            constructor(...values) { values.length ? super(...values) : super(`${day}T12:00:00`); }
          };
        }, today);
      }
      await page.goto(url);
    },
    type: async ({ text }) => {
      await page.$eval("#words", field => { field.value = ""; });
      await page.focus("#words");
      await page.keyboard.type(text);
    },
    choose: async ({ field, value }) => { await page.select(`#${field}`, value); },
    press: async ({ keys }) => { for (const key of keys) await page.keyboard.press(key); },
    look: () => page.evaluate(() => {
      const shown = element => element.getClientRects().length > 0;
      const texts = selector => [...document.querySelectorAll(selector)].filter(shown)
        .map(element => element.innerText.trim());
      return {
        titles: texts(".topic h2"),
        files: [...document.querySelectorAll(".file a")].filter(shown).map(link => link.getAttribute("href")),
        count: texts("#count").join(""),
        alarms: texts(".alarm"),
        search: shown(document.getElementById("search")),
        focus: document.activeElement.id || document.activeElement.getAttribute("href") || "",
        wide: document.documentElement.scrollWidth > window.innerWidth,
        text: document.body.innerText,
      };
    }),
    media: async ({ name }) => { await page.emulateMediaType(name); },
    axe: async () => {
      // Past the page's own policy: axe is put in from outside.
      await page.evaluate(readFileSync(axe, "utf-8"));
      const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations", "incomplete"] }));
      const short = list => list.map(({ id, nodes }) => [id, ...nodes.slice(0, 3).map(node => node.html)]);
      return { violations: short(found.violations), incomplete: short(found.incomplete), passes: found.passes.length };
    },
    click: async ({ selector }) => { await page.click(selector); },
    follow: async ({ selector }) => {
      const href = await page.$eval(selector, link => link.href);
      const before = requests.length;
      await page.$eval(selector, link => link.click());
      await new Promise(done => setTimeout(done, 1500));
      return { href, requests: requests.slice(before) };
    },
    // As an editor saves: whole, under another name first.
    save: async ({ path, text }) => {
      writeFileSync(`${path}~`, text);
      renameSync(`${path}~`, path);
    },
    // A preview: wait for a state of it, and if asked for, for pages that were not there the last time.
    until: async ({ state, fresh = false }) => {
      for (let tries = 0; tries < 1200; tries++) {
        const found = await page.evaluate(() => {
          const texts = selector => [...document.querySelectorAll(selector)]
            .filter(element => element.getClientRects().length > 0).map(element => element.innerText.trim());
          return {
            state: document.body.dataset.state,
            sources: [...document.querySelectorAll("#sheets img")].map(image => image.getAttribute("src")),
            painted: [...document.querySelectorAll("#sheets img")].every(image => image.complete && image.naturalWidth > 0),
            words: [...document.querySelectorAll("#sheets img")].map(image => image.alt),
            status: texts("#status").join(""),
            older: texts("#older").join(""),
            findings: texts(".finding"),
            title: texts("h1").join(""),
            wide: document.documentElement.scrollWidth > window.innerWidth,
          };
        });
        if (found.state === state && !(fresh && found.sources.some(source => shown.includes(source)))) {
          shown = found.sources;
          return found;
        }
        await new Promise(done => setTimeout(done, 50));
      }
      throw new Error(`the preview never came to be ${state}`);
    },
    picture: async ({ path, full = true }) => { await page.screenshot({ path, fullPage: full }); },
  };
  for (const { act, ...how } of steps) seen.push((await acts[act](how)) ?? null);
  console.log(JSON.stringify({ seen, told, requests }));
} finally {
  await browser.close();
}
