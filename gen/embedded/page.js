"use strict";
{
  const root = document.documentElement;
  const HASH = /^#(?:([a-z]{2,8})(?:-|$))?(\d{1,5})?$/;

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

  // What the hash says: a language, a code, both or neither.
  const hashed = () => {
    const [, language, code] = HASH.exec(location.hash) ?? [];
    return {language, code: code && Number(code)};
  };

  // Before anything is painted; without one of ours English is shown.
  const wanted = [
    hashed().language,
    new URLSearchParams(location.search).get("lang"),
    recall("language"),
    ...navigator.languages,
  ].map(tag => tag?.toLowerCase().split("-")[0]);
  root.dataset.language = wanted.find(tag => tag === "en" || tag === "ja") ??
    "en";
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

    const showLanguage = language => {
      root.lang = root.dataset.language = editionIn(language).lang;
      document.title = edition().querySelector("h1").textContent;
      for (const link of links)
        link.lang === root.lang ? link.setAttribute("aria-current", "true") :
          link.removeAttribute("aria-current");
      showTheme();
    };

    const rowsOf = (it, selector) => [...it.querySelectorAll(selector)];
    const holds = (row, code) =>
      code >= Number(row.dataset.first) && code <= Number(row.dataset.last);

    // To the row of the hash's code, in the language that is shown.
    const go = () => {
      const {language, code} = hashed();
      if (language && language !== root.dataset.language &&
          editions.some(it => it.lang === language))
        showLanguage(language);
      for (const row of document.querySelectorAll(".here"))
        row.classList.remove("here");
      if (code === undefined)
        return;
      const row = rowsOf(edition(), "article").find(it => holds(it, code));
      if (row.hidden) {
        const input = edition().querySelector("input");
        input.value = "";
        input.dispatchEvent(new Event("input"));
      }
      row.classList.add("here");
      row.tabIndex = -1;
      row.focus({preventScroll: true});
      row.scrollIntoView();
    };

    const plain = text => text.normalize("NFKC").toLowerCase();

    // A number asks for its row, and while it is typed for those it begins.
    const matches = (row, text, term) => /^\d+$/.test(term) ?
      holds(row, Number(term)) || row.dataset.first.startsWith(term) :
      text.includes(term);

    const makeFilter = it => {
      const filter = it.querySelector(".filter");
      const input = filter.querySelector("input");
      const output = filter.querySelector("output");
      const lines = rowsOf(it, "tbody tr[data-first]");
      const rows = rowsOf(it, "article");
      const texts = rows.map(row => plain(
        rowsOf(row, "h3, p, .record dd").map(part => part.textContent)
          .join("\n")));
      const apply = () => {
        const terms = plain(input.value).split(/\s+/).filter(Boolean);
        let found = 0;
        rows.forEach((row, i) => {
          row.hidden = lines[i].hidden =
            !terms.every(term => matches(row, texts[i], term));
          found += !row.hidden;
        });
        const {found: some, none} = output.dataset;
        output.textContent = terms.length ? (found ? some : none)
          .replace("{n}", found).replace("{all}", rows.length) : "";
        if (terms.length)
          lines[0].closest("table").scrollIntoView({block: "nearest"});
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
        const {code} = hashed();
        if (code !== undefined)
          location.hash = link.lang === "en" ? code : `${link.lang}-${code}`;
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
