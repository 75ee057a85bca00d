/* SPDX-License-Identifier: MIT */
// close-codes.html as a reader has it, in headless Chromium.
import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {after, before, test} from "node:test";
import {pathToFileURL} from "node:url";

import puppeteer from "puppeteer-core";

const PAGE = pathToFileURL("page.html").href;
const AXE = readFileSync(createRequire(import.meta.url)
  .resolve("axe-core/axe.min.js"), "utf8");
const TEXT = readFileSync("page.html", "utf8");
// The languages that there are, and what else they answer for.
const TAGS = [...TEXT.matchAll(/<meta name="language" content="([^" ]+)/g)]
  .map(([, tag]) => tag);
const ROWS = (TEXT.split("<article ").length - 1) / TAGS.length;
let browser;

before(async () => {
  browser = await puppeteer.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
  });
});

after(() => browser.close());

// Opens the page as one who reads `languages`; what it says on the console and
// asks for beside itself is kept.
async function open({after = "", languages = "en-GB,en", width = 1280,
  height = 800, theme = "light", context, script = true} = {}) {
  const page = await (context ?? await browser.createBrowserContext())
    .newPage();
  page.complaints = [];
  page.on("console", message => page.complaints.push(message.text()));
  page.on("pageerror", error => page.complaints.push(error.message));
  page.on("request", request => {
    if (!request.url().startsWith(PAGE) && request.url() !== "data:,")
      page.complaints.push(request.url());
  });
  const session = await page.createCDPSession();
  await session.send("Emulation.setUserAgentOverride", {
    userAgent: await browser.userAgent(), acceptLanguage: languages});
  await page.setViewport({width, height});
  await page.emulateMediaFeatures([
    {name: "prefers-color-scheme", value: theme}]);
  await page.setJavaScriptEnabled(script);
  await page.goto(PAGE + after);
  return page;
}

async function close(page) {
  assert.deepEqual(page.complaints, []);
  await page.close();
}

// The editions that are seen, and the document's language and title.
const shown = page => page.evaluate(() => ({
  seen: [...document.querySelectorAll(".edition")]
    .filter(it => it.checkVisibility()).map(it => it.lang),
  lang: document.documentElement.lang,
  title: document.title,
  current: document.querySelector("[aria-current]")?.lang,
}));

const ENGLISH = {seen: ["en"], lang: "en", title: "WebSocket close codes",
  current: "en"};
const JAPANESE = {seen: ["ja"], lang: "ja", title: "WebSocket クローズコード",
  current: "ja"};
const CHINESE = {seen: ["zh-Hans"], lang: "zh-Hans",
  title: "WebSocket 关闭代码", current: "zh-Hans"};

// The id of the row that has the focus, if it is in sight below the filter.
const place = page => page.evaluate(() => {
  const row = document.activeElement;
  const filter = row.closest(".edition")?.querySelector(".filter");
  const top = row.querySelector?.("h3")?.getBoundingClientRect().top;
  return top >= filter?.getBoundingClientRect().bottom && top < innerHeight ?
    row.id : `${row.tagName} ${row.id} at ${top}`;
});

// What the filter leaves, in both lists; one row alone is not listed.
const left = page => page.evaluate(() => {
  const codes = selector => [...document.querySelectorAll(selector)]
    .filter(it => it.checkVisibility()).map(it => it.dataset.first);
  const rows = codes("article"), lines = codes("tbody tr[data-first]");
  return rows.join() === lines.join() || rows.length === 1 && !lines.length ?
    rows.map(Number) : {rows, lines};
});

const said = page => page.evaluate(() =>
  [...document.querySelectorAll("output")]
    .find(it => it.checkVisibility()).textContent);

async function filter(page, text) {
  const input = await page.evaluateHandle(() =>
    [...document.querySelectorAll("input")].find(it => it.checkVisibility()));
  await input.click({count: 3});
  await page.keyboard.press("Backspace");
  await input.type(text);
}

// Where the address moves on, its event comes later.
const settle = page => page.evaluate(() =>
  new Promise(done => requestAnimationFrame(() => setTimeout(done))));

test("follows the browser's language", async () => {
  for (const [languages, expected] of [
    ["en-US,en", ENGLISH], ["ja-JP,ja,en", JAPANESE], ["ja", JAPANESE],
    ["fr,ja,en", JAPANESE], ["fr,de", ENGLISH], ["zh-CN,zh", CHINESE],
    ["zh-Hans-CN", CHINESE], ["zh-TW", ENGLISH],
    ["en,ja", ENGLISH]]) {
    const page = await open({languages});
    assert.deepEqual(await shown(page), expected, languages);
    await close(page);
  }
});

test("an address may ask for a language", async () => {
  for (const [after, languages, expected] of [
    ["?lang=ja", "en", JAPANESE], ["?lang=en", "ja", ENGLISH],
    ["?lang=ja-JP", "en", JAPANESE], ["?lang=xx", "ja", JAPANESE],
    ["?lang=zh", "ja", CHINESE], ["#zh-Hans-1006", "en", CHINESE],
    ["#ja", "en", JAPANESE], ["#en", "ja", ENGLISH],
    ["#ja-1006", "en", JAPANESE], ["?lang=ja#1006", "en", JAPANESE]]) {
    const page = await open({after, languages});
    assert.deepEqual(await shown(page), expected, after);
    await close(page);
  }
});

test("the switch keeps the place and is remembered", async () => {
  const context = await browser.createBrowserContext();
  const page = await open({after: "#1012", context});
  await page.click(".languages [lang=ja]");
  await settle(page);
  assert.deepEqual(await shown(page), JAPANESE);
  assert.equal(await place(page), "ja-1012");
  await page.click(".languages [lang=en]");
  await settle(page);
  assert.equal(await place(page), "1012");
  await page.click(".languages [lang=ja]");
  await close(page);
  const later = await open({context});
  assert.deepEqual(await shown(later), JAPANESE);
  await close(later);
});

// Each number has a row: its first code is the anchor.
const PLACES = [[1006, 1006], [3001, 3001], [3002, 3001], [0, 0], [999, 0],
  [1000, 1000], [1016, 1016], [2999, 1016], [3005, 3004], [4711, 4000],
  [5000, 5000], [65535, 5000], [100000, 5000]];

test("an anchor leads to the row of any number", async () => {
  for (const width of [1280, 360])
    for (const [languages, prefix] of [["en", ""], ["ja", "ja-"]])
      for (const [code, first] of PLACES) {
        const page = await open({after: `#${code}`, languages, width});
        assert.equal(await place(page), prefix + first, `${code} ${width}`);
        await close(page);
      }
});

test("an anchor leads to a section", async () => {
  for (const prefix of ["", "ja-"])
    for (const name of ["introduction", "ranges", "codes", "entries", "rules",
      "browser", "libraries", "see-also", "about", "practice",
      "applications"])
      // The anchor's language goes before the browser's.
      for (const own of prefix ? ["en", "ja"] : ["en"]) {
        const page = await open({after: `#${prefix}${name}`, languages: own});
        const [id, top] = await page.evaluate(() => {
          const it = document.activeElement;
          return [it.id, it.getBoundingClientRect().top];
        });
        assert.equal(id, (name === "applications" ? "" : prefix) + name);
        assert.ok(top >= 0 && top < 800, `${id} at ${top}`);
        // The filter is whole, or not there at all.
        const filter = await page.evaluate(() =>
          [...document.querySelectorAll(".filter")]
            .find(it => it.checkVisibility()).getBoundingClientRect().top);
        assert.ok(filter >= 0 || filter < -60, `filter at ${filter}`);
        await close(page);
      }
  const page = await open({after: "#browser"});
  await page.click("footer [lang=ja]");
  await settle(page);
  assert.deepEqual(await shown(page), JAPANESE);
  assert.equal(await page.evaluate(() => document.activeElement.id),
    "ja-browser");
  await close(page);
});

test("a changed anchor is followed, a strange one is not", async () => {
  const page = await open({after: "#1000"});
  for (const [code, first] of PLACES) {
    await page.evaluate(hash => location.hash = hash, code);
    await settle(page);
    assert.equal(await place(page), String(first));
  }
  for (const hash of ["x", "1006x", "-1", "9999999999", "ja-x", "xx-1006", "%", "constructor"])
    await page.evaluate(it => location.hash = it, hash);
  await settle(page);
  assert.deepEqual(await shown(page), ENGLISH);
  await page.click(".glance a[href='#1009']");
  await settle(page);
  assert.equal(await place(page), "1009");
  await close(page);
});

// The rows that say when to connect again.
const advised = page => page.evaluate(() =>
  [...document.querySelectorAll("article[data-advised]")]
    .filter(it => it.checkVisibility()).map(it => Number(it.dataset.first)));

test("the filter", async () => {
  const page = await open();
  assert.equal((await left(page)).length, ROWS);
  assert.equal(await said(page), "");
  for (const [text, rows] of [
    ["1006", [1006]], ["１００６", [1006]], ["3002", [3001]],
    ["65535", [5000]], ["300", [0, 3000, 3001, 3003, 3004, 3008, 3009]],
    ["proxy", [1006, 1014, 3008]], ["PROXY", [1006, 1014, 3008]],
    ["going_away", [1001]], ["going-away", [1001]],
    ["GoingAway", [1001]], ["1006,", [1006]],
    ["WSCLOSE_GOING_AWAY", [1001]], ["3001-3002", [3001]],
    ["3001–3002", [3001]], ["1014-3000", [1014, 1015, 1016, 3000]],
    ["502", [0, 1014]], ["reconnect", await advised(page)],
    ["away going", [1001]], ["leo tietz", [3000]], ["2025-07", [1012, 1013,
      1014]], ["such text", [1003, 1007]], ["zebra", []]]) {
    await filter(page, text);
    assert.deepEqual(await left(page), rows, text);
    assert.equal(await said(page), rows.length ?
      `${rows.length} of ${ROWS} rows` :
      "No row has this. A number leads to its row, from 0 to 65535.");
  }
  await filter(page, "zebra");
  assert.equal(await page.evaluate(() =>
    [...document.querySelectorAll("thead, #entries")]
      .filter(it => it.closest("#codes, #entries")?.checkVisibility() &&
        it.checkVisibility()).length), 0);
  await filter(page, "1013");
  await page.keyboard.press("Enter");
  await settle(page);
  assert.equal(await place(page), "1013");
  // An anchor that the filter hides is shown.
  await page.evaluate(() => location.hash = "1006");
  await settle(page);
  assert.equal(await place(page), "1006");
  assert.equal((await left(page)).length, ROWS);
  await close(page);
});

// The lines of applications that are seen.
const usages = page => page.evaluate(() =>
  [...document.querySelectorAll(".applications li")]
    .filter(it => it.checkVisibility())
    .map(it => it.closest("details").querySelector("small").textContent +
      " " + it.textContent));

test("the filter finds what applications mean", async () => {
  const page = await open();
  assert.deepEqual(await usages(page), []);
  await filter(page, "4004");
  const found = await usages(page);
  assert.ok(found.some(it => it.startsWith("discord-gateway 4004 ")));
  for (const line of found) {
    const [, first, last = first] = / (\d+)(?:\u2013(\d+))? /.exec(line);
    assert.ok(first <= 4004 && 4004 <= last, line);
  }
  for (const words of ["obs-websocket 4009", "obs AuthenticationFailed"]) {
    await filter(page, words);
    const [line, ...more] = await usages(page);
    assert.match(line, /^obs-websocket 4009 .*AuthenticationFailed/);
    assert.deepEqual(more, []);
    assert.equal(await said(page), "");
  }
  await filter(page, "zebra");
  assert.deepEqual(await usages(page), []);
  await close(page);
});

test("an anchor shows what applications mean", async () => {
  for (const prefix of ["", "ja-"]) {
    const page = await open({after: `#${prefix}4004`});
    assert.equal(await place(page), `${prefix}4000`);
    assert.ok((await usages(page))
      .some(it => it.startsWith("discord-gateway 4004 ")));
    // A range is not its first code.
    for (const code of ["1006", "4000"]) {
      await page.evaluate(hash => location.hash = hash, prefix + code);
      await settle(page);
      assert.equal(await place(page), prefix + code);
      assert.deepEqual(await usages(page), []);
    }
    await close(page);
  }
});

// What a reader sees of a line, in the words of one language.
const seen = (page, name, code) => page.evaluate((id, first) =>
  [...document.querySelectorAll(".applications li")]
    .find(it => it.checkVisibility() &&
      it.closest("details").querySelector("small").textContent === id &&
      it.firstElementChild.textContent === first)?.innerText, name, code);

test("what applications mean is said in one language", async () => {
  const page = await open();
  await filter(page, "discord-gateway 4004");
  for (const [lang, line] of [
    ["en", "4004 Wrong token Authentication failed Reconnect: never"],
    ["ja", "4004 認証の失敗 Authentication failed 再接続: しない"],
    ["zh-Hans", "4004 Wrong token Authentication failed 重新连接: 不重连"]]) {
    await page.click(`header [lang=${lang}]`);
    await settle(page);
    assert.equal((await seen(page, "discord-gateway", "4004"))
      .replaceAll(/\s+/g, " "), line);
  }
  await close(page);
});

test("the filter in Japanese", async () => {
  const page = await open({languages: "ja"});
  for (const [text, rows] of [
    ["プロキシ", [1006, 1014, 3008]], ["ﾌﾟﾛｷｼ", [1006, 1014, 3008]],
    ["過負荷", [1011, 1013]],
    ["Try Again", [1013]], ["1006", [1006]], ["再接続", await advised(page)],
    ["認可が必要", [3000]], ["1006、", [1006]]]) {
    await filter(page, text);
    assert.deepEqual(await left(page), rows, text);
    assert.equal(await said(page), `${ROWS} 行中 ${rows.length} 行`);
  }
  await close(page);
});

test("Japanese has lines further apart", async () => {
  for (const [languages, height] of [["en", 1.6], ["ja", 1.8]]) {
    const page = await open({languages});
    const [line, font] = await page.evaluate(() => {
      const paragraph = [...document.querySelectorAll(".edition > p")]
        .filter(it => it.checkVisibility()).at(-1);
      const {lineHeight, fontSize} = getComputedStyle(paragraph);
      return [parseFloat(lineHeight), parseFloat(fontSize)];
    });
    assert.ok(Math.abs(line / font - height) < 0.01, languages);
    await close(page);
  }
});

// The words that people come with, in any language, and what they then see.
const SEARCHES = [["idle", 1006], ["nginx", 1006], ["ping", 1006],
  ["reload", 1001], ["crash", 1006], ["token", 1008], ["deploy", 1012],
  ["timeout", 1006], ["rate limit", 1013], ["missed ping", 1011],
  ["expired", 1008], ["max payload", 1009], ["0x3ee", 1006],
  ["再起動", 1012], ["タイムアウト", 1006], ["認証", 3000], ["heartbeat", 1006],
  ["shutdown", 1012],
  ["プロキシー", 1006], ["プロキシ", 1006], ["サーバ", 1001], ["リロード", 1001],
  ["トークン", 1008], ["令牌", 1008], ["部署", 1012], ["负载均衡", 1006]];

test("a word finds the code in every language", async () => {
  for (const languages of TAGS) {
    const page = await open({languages});
    for (const [word, code] of SEARCHES) {
      await filter(page, word);
      const rows = await left(page);
      assert.ok(rows.includes?.(code), `${languages} ${word}: ${rows}`);
    }
    await filter(page, "プロキシー");
    const long = await left(page);
    await filter(page, "プロキシ");
    assert.deepEqual(await left(page), long);
    await close(page);
  }
});

// Where parts of what is seen end, from the top of the screen.
const bottoms = (page, ...selectors) => page.evaluate(all => all.map(selector =>
  [...document.querySelectorAll(selector)].findLast(it => it.checkVisibility())
    ?.getBoundingClientRect().bottom), selectors);

const SCREENS = [{width: 1280, height: 900}, {width: 390, height: 844}];

test("the first screen has title, sentence, filter and table", async () => {
  for (const languages of TAGS)
    for (const {width, height} of SCREENS) {
      const page = await open({languages, width, height});
      const ends = await bottoms(page, "h1", ".lead", ".filter",
        "tr[data-first='1001']");
      assert.deepEqual(ends, ends.toSorted((a, b) => a - b));
      assert.ok(ends.at(-1) <= height, `${languages} ${width}: ${ends}`);
      await close(page);
    }
});

test("the whole answer to a code is on the first screen", async () => {
  for (const languages of TAGS)
    for (const {width, height} of SCREENS)
      for (const code of ["1001", "1006", "1011", "4004"])
        for (const typed of [true, false]) {
          const page = await open({languages, width, height,
            after: typed ? "" : `#${code}`});
          if (typed)
            await filter(page, code);
          const ends = await page.evaluate(number => {
            const it = [...document.querySelectorAll("article")].find(row =>
              row.checkVisibility() && row.dataset.first <= number &&
              row.dataset.last >= number);
            const top = it.closest(".answers").querySelector(".filter")
              .getBoundingClientRect().bottom;
            return [top, it.querySelector("h3").getBoundingClientRect().top,
              ...[...it.querySelectorAll(".meaning, .causes, .rules > div")]
                .map(part => part.getBoundingClientRect().bottom)];
          }, Number(code));
          assert.ok(ends[0] <= ends[1] && Math.max(...ends) <= height,
            `${languages} ${width} ${code} ${typed}: ${ends}`);
          await close(page);
        }
});

test("the bar of an entry is on the screen", async () => {
  const page = await open({width: 390, after: "#1006"});
  const [left, shadow] = await page.$eval(".here", it =>
    [it.getBoundingClientRect().left, getComputedStyle(it).boxShadow]);
  for (const [, x] of shadow.matchAll(/(-\d+)px 0px 0px/g))
    assert.ok(left + Number(x) >= 0, `${left} ${shadow}`);
  await close(page);
});

test("what the filter finds is in sight", async () => {
  for (const width of [1280, 360]) {
    const page = await open({after: "#4000", width});
    await filter(page, "frame");
    assert.ok(await page.evaluate(() => {
      const line = [...document.querySelectorAll("tbody tr[data-first]")]
        .find(it => it.checkVisibility()).getBoundingClientRect();
      const filter = document.querySelector(".filter").getBoundingClientRect();
      return line.top >= filter.bottom && line.bottom <= innerHeight;
    }));
    await close(page);
  }
});

const paper = page => page.evaluate(() =>
  getComputedStyle(document.documentElement).backgroundColor);

test("light and dark", async () => {
  const context = await browser.createBrowserContext();
  const light = await open({context});
  const dark = await open({context, theme: "dark"});
  const papers = [await paper(light), await paper(dark)];
  assert.notEqual(...papers);
  await light.bringToFront();
  await light.click(".theme");
  assert.equal(await paper(light), papers[1]);
  await close(dark);
  await light.reload();
  assert.equal(await paper(light), papers[1]);
  assert.equal(await light.$eval(".theme", it => it.ariaPressed), "true");
  await light.click(".theme");
  assert.equal(await paper(light), papers[0]);
  await close(light);
});

test("without JavaScript all languages are read", async () => {
  for (const id of ["1006", "ja-1006"]) {
    const page = await open({after: `#${id}`, script: false});
    // The test's own functions still run.
    assert.deepEqual((await shown(page)).seen, TAGS);
    assert.ok(await page.evaluate(it => {
      const top = document.getElementById(it).getBoundingClientRect().top;
      return top >= 0 && top < 200;
    }, id));
    assert.equal(await page.evaluate(() =>
      [...document.querySelectorAll(".filter, .theme")]
        .filter(it => it.checkVisibility()).length), 0);
    assert.equal(await page.evaluate(() =>
      [...document.querySelectorAll("noscript p")]
        .filter(it => it.checkVisibility()).length), TAGS.length);
    await close(page);
  }
});

test("no page scrolls sideways", async () => {
  for (const languages of TAGS)
    for (const width of [320, 360, 412, 600, 740, 768, 1024, 1920]) {
      const page = await open({languages, width});
      assert.equal(await page.evaluate(() => {
        const before = scrollX;
        scrollTo(1000, 0);
        return scrollX - before;
      }), 0, `${languages} ${width}`);
      await close(page);
    }
});

test("every stop of the Tab key is seen", async () => {
  const page = await open();
  const stops = [];
  for (let i = 0; i < TAGS.length + 6; i++) {
    await page.keyboard.press("Tab");
    stops.push(await page.evaluate(() => {
      const it = document.activeElement, style = getComputedStyle(it);
      return [it.textContent || it.tagName, style.outlineStyle,
        parseFloat(style.outlineWidth) >= 2].join(" ");
    }));
  }
  const names = await page.$$eval("header .languages a",
    links => links.map(it => `${it.textContent} solid true`));
  assert.equal(names.length, TAGS.length);
  assert.deepEqual(stops, [...names,
    "Dark mode solid true", "INPUT solid true", "Codes solid true",
    "0–999 solid true", "1000 solid true", "1001 solid true"]);
  await close(page);
});

test("the example runs", async () => {
  for (const languages of TAGS) {
    const page = await open({languages});
    const source = await page.evaluate(() =>
      [...document.querySelectorAll("pre")]
        .find(it => it.checkVisibility()).textContent);
    const opened = [], logged = [], delays = [];
    new Function("WebSocket", "setTimeout", "console", "Math", source)(
      class {
        constructor() {
          opened.push(this);
        }
      },
      (run, delay) => delays.push([run, delay]),
      {log: (...it) => logged.push(it)},
      Object.create(Math, {random: {value: () => 0.5}}));
    assert.equal(opened.length, 1);
    // Closes the newest socket; how long it then waits before the next one.
    const wait = code => {
      opened.at(-1).onclose({code, reason: "r", wasClean: false});
      assert.deepEqual(logged.pop(), [code, "r", false]);
      if (!delays.length)
        return undefined;
      const [[run, delay]] = delays.splice(0);
      run();
      return delay;
    };
    const waits = [2500, 5000, 10000, 20000, 40000, 40000, 40000, 40000, 40000,
      40000];
    assert.deepEqual(waits.map(() => wait(1006)), waits);
    assert.equal(opened.length, 1 + waits.length);
    opened.at(-1).onopen();
    assert.equal(wait(1006), 2500);
    assert.equal(wait(1012), 17500);
    const before = opened.length;
    for (const code of [1000, 1001, 1005, 1013, 3000, 4000])
      assert.equal(wait(code), undefined, code);
    assert.equal(opened.length, before);
    await close(page);
  }
});

test("axe finds nothing", async () => {
  for (const languages of TAGS)
    for (const theme of ["light", "dark"])
      for (const width of [1280, 360]) {
        const page = await open({languages, theme, width, after: "#1006"});
        await page.evaluate(AXE);
        const {violations, passes} = await page.evaluate(() =>
          axe.run({resultTypes: ["violations"]}));
        assert.deepEqual(violations.map(it =>
          `${it.id}: ${it.nodes.map(node => node.html).join(" ")}`), [],
        `${languages} ${theme} ${width}`);
        assert.ok(passes.some(it => it.id === "color-contrast"));
        await close(page);
      }
});

test("on paper it is light, whole and without controls", async () => {
  for (const pressed of [false, true]) {
    const page = await open({theme: pressed ? "light" : "dark", width: 700});
    if (pressed)
      await page.click(".theme");
    assert.notEqual(await paper(page), "rgb(255, 254, 251)");
    await page.emulateMediaType("print");
    assert.equal(await paper(page), "rgb(255, 255, 255)");
    assert.equal(await page.evaluate(() =>
      getComputedStyle(document.documentElement).color), "rgb(29, 28, 26)");
    assert.equal(await page.evaluate(() =>
      [...document.querySelectorAll(".banner, .filter")]
        .filter(it => it.checkVisibility()).length), 0);
    assert.equal((await left(page)).length, ROWS);
    await close(page);
  }
});
