"use strict";
(() => {
  const id = name => document.getElementById(name);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const [search, words, count, reset] = ["search", "words", "count", "all"].map(id);
  const choices = ["language", "layout", "paper"].filter(id);

  // Letters that no normal form takes apart, and Arabic letters that are typed one for another.
  const likes = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i",
    "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ٱ": "ا",
  };
  const plain = text => text.toLowerCase().normalize("NFKD").replace(/[\p{M}\u0640]/gu, "")
    .replace(/[ßæœøłđıىیکةٱ]/g, letter => likes[letter]);
  const split = text => plain(text).replace(/[\p{P}\p{S}]/gu, " ").split(/\s+/).filter(Boolean);
  const joined = text => plain(text).replace(/[\p{P}\p{S}]/gu, "");

  const topics = all(".topic").map(topic => {
    const found = all(".find", topic).map(one => one.textContent).join(" \n ");
    const texts = all(".text", topic).map(text => ({ text, files: all(".file", text) }));
    return { topic, texts, letters: split(found).join(" ") + " \n " + joined(found) };
  });

  const update = () => {
    const wanted = split(words.value);
    const chosen = Object.fromEntries(choices.map(name => [name, id(name).value]));
    const fits = (name, value) => !chosen[name] || chosen[name] === value;
    let shown = 0, files = 0;
    for (const { topic, texts, letters } of topics) {
      const named = wanted.every(word => letters.includes(word)) || letters.includes(joined(words.value.trim()));
      let left = 0;
      for (const { text, files: list } of texts) {
        const spoken = named && fits("language", text.dataset.language);
        for (const file of list) {
          file.hidden = !(spoken && fits("layout", file.dataset.layout) && fits("paper", file.dataset.paper));
        }
        const some = list.filter(file => !file.hidden).length;
        text.hidden = some === 0;
        left += some;
      }
      topic.hidden = left === 0;
      shown += left > 0;
      files += left;
    }
    id("topics").hidden = shown === 0;  // a list of nothing is none
    count.textContent = shown === 0 ? count.dataset.none
      : count.dataset.pattern.replace("{topics}", shown).replace("{files}", files);
  };

  // What is overdue is told by the clock of whoever reads this, never by that of the machine that made it.
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map(number => String(number).padStart(2, "0")).join("-");
  for (const due of all("time.due")) {
    if (due.dateTime < today) {
      const text = due.closest(".text");
      text.classList.add("overdue");
      text.querySelector(".facts").before(id("overdue").content.cloneNode(true));
    }
  }

  words.addEventListener("input", update);
  for (const name of choices) id(name).addEventListener("change", update);
  reset.addEventListener("click", () => {
    words.value = "";
    for (const name of choices) id(name).value = "";
    update();
    words.focus();
  });
  search.hidden = topics.length === 0;
  if (topics.length) update();
})();
