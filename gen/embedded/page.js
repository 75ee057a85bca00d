/* SPDX-License-Identifier: MIT */
"use strict";
{
  const root = document.documentElement;
  // What each language's edition answers for: its own tag, and others.
  const languages =
    [...document.querySelectorAll("meta[name=language]")].map(meta =>
      meta.content.split(" "));
  const [[first]] = languages;
  const HASH = new RegExp(`^#(?:(${languages.map(([tag]) => tag).join("|")})` +
    "(?:-|$))?(?:(\\d{1,9})|([a-z-]+))?$");

  // A language's own tag is also the beginning of others.
  const languageOf = wanted => {
    const tag = wanted?.toLowerCase();
    return tag && languages.find(([own, ...also]) =>
      `${tag}-`.startsWith(`${own.toLowerCase()}-`) ||
      also.some(it => it.toLowerCase() === tag))?.[0];
  };

  // A page that is read from a file may have no storage.
  const recall = key => {
    try {
      return localStorage.getItem(`wsclose-${key}`);
    } catch {
      return null;
    }
  };
  const remember = (key, value) => {
    try {
      localStorage.setItem(`wsclose-${key}`, value);
    } catch {}
  };

  // What the hash says: a language, a code or the name of a section.
  const hashed = () => {
    const [, language, code, section] = HASH.exec(location.hash) ?? [];
    return {language, code: code && Number(code), section};
  };

  // Before anything is painted; without one of ours the first is shown.
  const shown = document.styleSheets[0];
  shown.insertRule(".edition { display: none; }");
  const choose = language => {
    shown.deleteRule(0);
    // What applications mean is said in English where the language has no word.
    const other = `:not([lang="${language}"])`;
    shown.insertRule(`.edition${other},
      .applications :is(h2, p, small[lang])${other},
      .applications li > span:not([lang="${language}"], [lang="${first}"]),
      .applications li:has(> span[lang="${language}"]) > span${other} {
        display: none;
      }`);
    root.dataset.language = language;
  };
  choose([
    hashed().language,
    new URLSearchParams(location.search).get("lang"),
    recall("language"),
    ...navigator.languages,
  ].map(languageOf).find(Boolean) ?? first);
  root.dataset.theme = recall("theme") ?? "";

  const start = () => {
    const editions = [...document.querySelectorAll(".edition")];
    const links = [...document.querySelectorAll(".languages a")];
    const theme = document.querySelector(".theme");
    const darkness = matchMedia("(prefers-color-scheme: dark)");
    const editionIn = language =>
      editions.find(it => it.lang === language) ?? editions[0];
    const edition = () => editionIn(root.dataset.language);

    const isDark = () =>
      root.dataset.theme ? root.dataset.theme === "dark" : darkness.matches;
    const showTheme = () => {
      theme.setAttribute("aria-pressed", isDark());
      theme.textContent = edition().dataset.dark;
    };

    // The applications stand once, and what is typed stays.
    const applications = document.querySelector(".applications");
    const showLanguage = language => {
      const typed = edition().querySelector("input").value;
      choose(editionIn(language).lang);
      if (applications)
        edition().querySelector(".answers").append(applications);
      const input = edition().querySelector("input");
      input.value = typed;
      input.dispatchEvent(new Event("input"));
      root.lang = root.dataset.language;
      document.title = edition().querySelector("h1").textContent;
      for (const link of links)
        link.lang === root.lang ? link.setAttribute("aria-current", "true") :
          link.removeAttribute("aria-current");
      showTheme();
    };

    const rowsOf = (it, selector) => [...it.querySelectorAll(selector)];
    const holds = (row, code) =>
      code >= Number(row.dataset.first) && code <= Number(row.dataset.last);

    const idIn = (language, name) =>
      editionIn(language).dataset.prefix + name;

    // To the row of the hash's code, or to its section, in the language that
    // is shown.
    const go = () => {
      const {language, code, section} = hashed();
      const it = editionIn(language ?? root.dataset.language);
      const place = section ? document.getElementById(idIn(it.lang, section)) ??
        document.getElementById(section) :
        rowsOf(it, "article").find(row => holds(row, code));
      if (section && !place)
        return;
      if (it.lang !== root.dataset.language)
        showLanguage(it.lang);
      for (const row of document.querySelectorAll(".here"))
        row.classList.remove("here");
      if (!place)
        return;
      // What applications mean is shown too, but not where a range was asked for.
      const isUsage = code !== Number(place.dataset.first) &&
        usages.some(usage => holds(usage, code));
      if (place.hidden || isUsage) {
        const input = it.querySelector("input");
        input.value = isUsage ? code : "";
        input.dispatchEvent(new Event("input"));
      }
      place.classList.add("here");
      place.tabIndex = -1;
      place.focus({preventScroll: true});
      place.scrollIntoView();
    };

    // Between two numbers a dash makes a range, elsewhere it parts words.
    // A long vowel at a word's end is written or not.
    const plain = text => text.normalize("NFKC").toLowerCase()
      .replace(/\u30fc(?![\u30a1-\u30fc])/g, "")
      .replace(/(?<=\d)[\u2010-\u2013](?=\d)/g, "-")
      .replace(/(?<!\d)-|-(?!\d)|[_\u2010-\u2013,\u3001]/g, " ");

    // A number asks for its row, and while it is typed for those it begins;
    // below the registry it may also be one of a text's.
    const matches = (row, text, term) => {
      const [, first, last = first] = /^(\d+)(?:-(\d+))?$/.exec(term) ?? [];
      if (first === undefined)
        return text.includes(term);
      if (last !== first)
        return text.includes(term) || Number(first) <= row.dataset.last &&
          Number(last) >= Math.max(first, row.dataset.first);
      return holds(row, Number(term)) || row.dataset.first.startsWith(term) ||
        /^\d{3}$/.test(term) && text.includes(term);
    };

    // What a row says, in every language.
    const sayings = row => rowsOf(row,
      "h3, p, .causes li, .record dd, [data-advised] .rules div:last-child")
      .map(part => part.textContent);
    // The name is found without its blanks too.
    const texts = rowsOf(editions[0], "article").map((row, i) =>
      plain(editions.flatMap(it => sayings(rowsOf(it, "article")[i]))
        .concat(row.querySelector(".name").textContent.replaceAll(" ", ""))
        .join("\n")));

    // What an application means by a code is found by its name too.
    const shelves = applications ? rowsOf(applications, "details") : [];
    const usages = shelves.flatMap(shelf => {
      const name = plain(shelf.firstElementChild.textContent);
      return rowsOf(shelf, "li").map(line => {
        const [first, last = first] =
          line.firstElementChild.textContent.split("\u2013");
        const text = `${name}\n${plain(line.textContent)}`;
        return {line, shelf, text, dataset: {first, last}};
      });
    });
    const findUsages = terms => {
      for (const shelf of shelves) {
        shelf.hidden = true;
        shelf.open = terms.length > 0;
      }
      let found = 0;
      for (const usage of usages) {
        const isFound = terms.every(term => matches(usage, usage.text, term));
        usage.line.hidden = !isFound;
        usage.shelf.hidden &&= !isFound;
        found += isFound;
      }
      if (applications)
        applications.hidden = !found;
      return found;
    };

    const makeFilter = it => {
      const filter = it.querySelector(".filter");
      const input = filter.querySelector("input");
      const output = filter.querySelector("output");
      const lines = rowsOf(it, "tbody tr[data-first]");
      const rows = rowsOf(it, "article");
      const apply = () => {
        const terms = plain(input.value).replace(/^\s*wsclose\s/, "")
          .split(/\s+/).filter(Boolean)
          .map(term => /^0x[\da-f]+$/.test(term) ? `${Number(term)}` : term);
        let found = 0;
        rows.forEach((row, i) => {
          row.hidden = lines[i].hidden =
            !terms.every(term => matches(row, texts[i], term));
          found += !row.hidden;
        });
        // One row is the answer, which is seen at once.
        const isAnswer = found === 1;
        const {found: some, none} = output.dataset;
        const isUsed = findUsages(terms) > 0;
        output.textContent = terms.length && (found || !isUsed) ?
          (found ? some : none).replace("{n}", found)
            .replace("{all}", rows.length) : "";
        lines[0].closest("section").hidden = !found || isAnswer;
        const entries = rows[0].closest("section");
        entries.hidden = !found;
        entries.querySelector("h2").hidden = isAnswer;
        if (terms.length)
          filter.parentElement.scrollIntoView();
      };
      input.addEventListener("input", apply);
      input.addEventListener("keydown", event => {
        const first = rows.find(row => !row.hidden);
        if (event.key === "Enter" && !event.isComposing && first)
          location.hash = first.id;
      });
      filter.hidden = false;
    };

    for (const link of links)
      link.addEventListener("click", event => {
        event.preventDefault();
        remember("language", link.lang);
        showLanguage(link.lang);
        const {code, section} = hashed();
        if ((code ?? section) !== undefined)
          location.hash = idIn(link.lang, code ?? section);
      });
    theme.addEventListener("click", () => {
      root.dataset.theme = isDark() ? "light" : "dark";
      remember("theme", root.dataset.theme);
      showTheme();
    });
    darkness.addEventListener("change", showTheme);
    // The browser has its own idea of the hash until the page is loaded.
    addEventListener("load", go);
    addEventListener("hashchange", go);

    editions.forEach(makeFilter);
    theme.hidden = false;
    showLanguage(root.dataset.language);
  };

  document.addEventListener("DOMContentLoaded", start);
}
