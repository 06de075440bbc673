// Previews as a writer sees them: the draft's own words, the network's own fold, grid, card and cover.

import assert from "node:assert/strict";
import { test } from "node:test";
import { violations } from "./support/axe.js";
import { numbers, strangeAt, text as madeUp } from "./support/drafts.js";
import { drawn, report } from "./support/page.js";
import { panel } from "./support/panel.js";
import { stage } from "./support/stage.js";

const on = stage();

const ALL = [
  "x", "linkedin", "facebook", "instagram", "threads", "bluesky", "mastodon", "tiktok", "pinterest", "tumblr", "nextdoor",
  "google-business", "reddit", "telegram", "youtube", "whatsapp", "discord",
];
const LONG = "Thank you Lyon. 412 of you came to the repair workshop on Saturday, and 287 coats went home with their owners. "
  + "The question we heard most: can cashmere be darned? It can, with a thread thinner than the knit. #Repair";
const picture = (name, width, height) =>
  [`/made/${name}.svg`, `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="teal"/></svg>`];
const FILES = Object.fromEntries([picture("wide", 1200, 630), picture("tall", 600, 1200), picture("square", 900, 900), picture("slight", 300, 200)]);
const photo = (name, alt = "A coat") => ({ src: `/made/${name}.svg`, alt });

/** A page with one widget, `draft` in it, and `networks` chosen. */
async function show(t, draft, { networks = ALL, context, attributes = "" } = {}) {
  const { text, ...rest } = draft;
  const body = `<textarea id="text"></textarea><draft-lens for="text" lang="en" brand="Maison Marius" handles="@maisonmarius" networks="${networks.join(" ")}" ${attributes}></draft-lens>`;
  const script = `const field = document.querySelector("#text"); field.value = ${JSON.stringify(text)};
    document.querySelector("draft-lens").draft = ${JSON.stringify(rest)};`;
  const page = await on.open(t, body, { script, files: FILES, context });
  await drawn(page);
  return page;
}

const preview = (page) => panel(page).lens.locator("[part~=preview]");

async function choose(page, network) {
  await panel(page).lens.locator(`[part~=network][data-network="${network}"]`).click();
  await drawn(page);
}

/** Puts a text into the field, lone surrogates included. */
async function type(page, text) {
  const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  await page.evaluate((units) => {
    const field = document.querySelector("#text");
    field.value = units.map((unit) => String.fromCharCode(unit)).join("");
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }, units);
  await drawn(page);
}

/** What stands as the post's text, of all posts where it is a thread. */
const shownText = (page) => panel(page).text.evaluateAll((texts) => texts.map((text) => text.textContent).join(""));

test("every network shows a preview of its own name, and the text of it once", async (t) => {
  const page = await show(t, { text: "Hello Lyon." });
  for (const network of ALL) {
    await choose(page, network);
    assert.equal(await preview(page).count(), 1, network);
    assert.equal(await preview(page).getAttribute("data-network"), network);
    assert.equal(await shownText(page), "Hello Lyon.", network);
  }
  assert.deepEqual(page.faults, []);
});

test("whatever is typed, the text of each preview is made of the draft's characters in their order", async (t) => {
  const page = await show(t, { text: "" });
  const next = numbers(2026);
  for (let round = 0; round < 12; round += 1) {
    const text = madeUp(next, round < 9 ? 12 : 90);
    await type(page, text);
    if (text.trim() === "") continue;
    // As the field holds it: a lone surrogate reads as U+FFFD.
    const whole = text.toWellFormed?.() ?? text;
    for (const network of ALL) {
      await choose(page, network);
      for (const fold of await preview(page).locator(".more").all()) await fold.click();
      const shown = await shownText(page);
      assert.equal(strangeAt(shown, whole), -1, `${network}: ${JSON.stringify(shown)} of ${JSON.stringify(whole)}`);
      assert.ok(shown.trim().length > 0 || whole.trim().length < 4, `${network} shows nothing of ${JSON.stringify(whole)}`);
    }
  }
  assert.deepEqual(page.faults, []);
});

test("the fold hides what the report says, opens on click, and closes again", async (t) => {
  const page = await show(t, { text: LONG });
  const { networks } = await report(page);
  const folded = networks.filter(({ foldAt }) => foldAt !== null);
  assert.ok(folded.length >= 4, `only ${folded.map(({ network }) => network)} fold`);
  for (const { network, foldAt } of folded) {
    await choose(page, network);
    const more = preview(page).locator(".more");
    assert.equal(await shownText(page), LONG.slice(0, foldAt).trimEnd(), network);
    assert.equal(await more.getAttribute("aria-expanded"), "false");
    await more.click();
    await drawn(page);
    assert.equal((await shownText(page)).length, LONG.length, network);
    await more.click();
    await drawn(page);
    assert.equal(await shownText(page), LONG.slice(0, foldAt).trimEnd(), network);
  }
});

test("the fold of one network stays closed when another’s was opened, and a desk shows more than a phone", async (t) => {
  const page = await show(t, { text: LONG });
  await choose(page, "linkedin");
  const onPhone = (await shownText(page)).length;
  await preview(page).locator(".more").click();
  await choose(page, "instagram");
  assert.equal(await preview(page).locator(".more").getAttribute("aria-expanded"), "false");
  await panel(page).button("Desktop width").click();
  await choose(page, "linkedin");
  const onDesk = (await shownText(page)).length;
  assert.ok(onDesk > onPhone, `${onDesk} on a desk, ${onPhone} on a phone`);
});

test("what is too long is marked from the very character on", async (t) => {
  const text = `${"Coats. ".repeat(40)}And one more.`;
  const page = await show(t, { text }, { networks: ["x", "bluesky"] });
  for (const { network, overflowAt } of (await report(page)).networks.filter(({ fits }) => !fits)) {
    await choose(page, network);
    const marked = await preview(page).locator(".too-much").evaluateAll((parts) => parts.map((part) => part.textContent).join(""));
    assert.equal(marked, text.slice(overflowAt ?? 280), network);
  }
});

test("one to seven pictures stand in the network’s grid, none beyond what it takes, and what is left out is said", async (t) => {
  const names = ["wide", "tall", "square"];
  for (const [count, shown] of [[1, { x: 1, linkedin: 1, instagram: 1 }], [2, { x: 2, facebook: 2 }], [3, { x: 3, bluesky: 3, linkedin: 3 }],
    [4, { x: 4, bluesky: 4, mastodon: 4, facebook: 4 }], [7, { x: 4, mastodon: 4, linkedin: 5, bluesky: 7, instagram: 7, "google-business": 1 }]]) {
    const media = Array.from({ length: count }, (_, index) => photo(names[index % 3]));
    const page = await show(t, { text: "Coats.", media });
    for (const [network, expected] of Object.entries(shown)) {
      await choose(page, network);
      const tiles = preview(page).locator(".tile");
      assert.equal(await tiles.count(), expected, `${network}, ${count} pictures`);
      const note = await panel(page).lens.locator(".note.wrong").allTextContents();
      const takes = { x: 4, mastodon: 4, "google-business": 1 }[network] ?? 10;
      assert.equal(note.some((line) => line.includes(String(count - takes))), count > takes, `${network}: ${note}`);
    }
    if (count === 7) {
      await choose(page, "linkedin");
      assert.equal(await preview(page).locator(".rest-of").textContent(), "+2");
    }
    assert.deepEqual(page.faults, []);
    await page.close();
  }
});

test("pictures keep their place in the grid: no tile is empty, overlaps another or leaves the post", async (t) => {
  for (const count of [2, 3, 4]) {
    const page = await show(t, { text: "Coats.", media: Array.from({ length: count }, (_, index) => photo(["tall", "wide", "square"][index % 3])) });
    for (const network of ["x", "linkedin", "facebook", "bluesky", "mastodon", "tumblr", "nextdoor", "reddit"]) {
      await choose(page, network);
      const boxes = await preview(page).locator(".tile").evaluateAll((tiles) => tiles.map((tile) => tile.getBoundingClientRect().toJSON()));
      const post = await preview(page).boundingBox();
      for (const [index, box] of boxes.entries()) {
        assert.ok(box.width > 60 && box.height > 60, `${network}, ${count}: ${JSON.stringify(box)}`);
        assert.ok(box.left >= post.x - 1 && box.right <= post.x + post.width + 1, `${network}, ${count}: out of the post`);
        for (const other of boxes.slice(index + 1)) {
          const across = Math.min(box.right, other.right) - Math.max(box.left, other.left);
          const down = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
          assert.ok(across < 1 || down < 1, `${network}, ${count}: two tiles overlap`);
        }
      }
    }
    await page.close();
  }
});

test("a single picture keeps its proportion up to the network’s crop, and the crop is called approximate", async (t) => {
  const page = await show(t, { text: "A coat.", media: [photo("tall")] });
  const ratios = { x: 0.75, linkedin: 0.8, instagram: 0.75, bluesky: 0.563, mastodon: 0.5, "google-business": 1.333, tiktok: 0.5625 };
  await page.waitForFunction(() => document.querySelector("draft-lens").shadowRoot.querySelector(".picture").style.getPropertyValue("--ratio") === "0.500");
  for (const [network, ratio] of Object.entries(ratios)) {
    await choose(page, network);
    await page.waitForFunction(() => document.querySelector("draft-lens").shadowRoot.querySelector(".picture").style.getPropertyValue("--ratio") === "0.500");
    const { width, height } = await preview(page).locator(".picture").boundingBox();
    assert.ok(Math.abs(width / height - ratio) < 0.02, `${network}: ${width} × ${height}`);
    const notes = (await panel(page).lens.locator(".notes").textContent()).includes("how it crops pictures");
    assert.equal(notes, !["bluesky", "mastodon"].includes(network), network);
  }
});

test("a picture that does not load, one without address and a video without still have a stand-in that says so", async (t) => {
  const media = [{ src: "/made/nowhere.svg", alt: "Lost" }, { alt: null }, { kind: "video" }];
  const page = await show(t, { text: "Coats.", media }, { networks: ["facebook"] });
  await panel(page).lens.locator(".stand-in").nth(2).waitFor();
  assert.deepEqual(await panel(page).lens.locator(".stand-in").allTextContents(), ["This picture does not load", "Your picture", "Your video"]);
  assert.equal(await preview(page).locator(".badge", { hasText: "No description" }).count(), 2);
  assert.equal(await preview(page).locator(".play").count(), 1);
  assert.ok((await preview(page).boundingBox()).height > 200);
  assert.ok(page.faults.every((fault) => fault.includes("404")), page.faults.join());
});

test("a card is large, small or without picture as the page asks, Facebook’s is small for a small picture, Mastodon’s for one that is not wide", async (t) => {
  const link = { url: "https://www.example.fr/repair", title: "How we darn cashmere", description: "Forty quiet minutes.", image: "/made/wide.svg" };
  const sizes = async (network, draft) => {
    const page = await show(t, draft, { networks: [network] });
    const card = preview(page).locator(".link-card");
    await page.waitForTimeout(100);
    const { width, y, height } = await card.boundingBox();
    const title = await card.locator("strong").boundingBox();
    assert.ok(title.height > 10 && title.y >= y && title.y + title.height <= y + height + 1, `${network}: its title is cut`);
    const image = (await card.locator(".picture").count()) ? (await card.locator(".picture").boundingBox()).width : 0;
    await page.close();
    return image / width;
  };
  for (const network of ["x", "linkedin", "facebook", "threads", "bluesky", "mastodon"]) {
    assert.ok(await sizes(network, { text: "Look", link }) > 0.95, network);
  }
  assert.ok(await sizes("mastodon", { text: "Look", link: { ...link, image: "/made/square.svg" } }) < 0.4);
  assert.ok(await sizes("x", { text: "Look", link: { ...link, card: "small" } }) < 0.4);
  // Where the page's wish does not count, the card stays large, and its words stay in sight.
  assert.ok(await sizes("bluesky", { text: "Look", link: { ...link, card: "small" } }) > 0.95);
  assert.ok(await sizes("facebook", { text: "Look", link: { ...link, image: "/made/slight.svg" } }) < 0.45);
  assert.equal(await sizes("linkedin", { text: "Look", link: { ...link, image: "" } }), 0);
});

test("a card without title, or with no web address, is told and the preview stands", async (t) => {
  for (const [link, says] of [[{ url: "https://example.fr/x" }, /no title/], [{ url: "htp:/nowhere now" }, /no web address/], [{ url: "javascript:alert(1)" }, /no web address/]]) {
    const page = await show(t, { text: "Look", link }, { networks: ["linkedin"] });
    assert.match((await panel(page).lens.locator(".note.wrong").allTextContents()).join(), says);
    assert.equal(await shownText(page), "Look");
    assert.equal(await preview(page).locator("a").count(), 0);
    assert.deepEqual(page.faults, []);
    await page.close();
  }
});

test("a handle with spaces is told, and stands in the preview as it was given", async (t) => {
  const page = await show(t, { text: "Hello", author: { name: "Maison Marius", handle: "maison marius" } }, { networks: ["x"] });
  assert.match((await panel(page).lens.locator(".note.wrong").allTextContents()).join(), /no spaces.*maison marius/);
  assert.match(await preview(page).locator("header").textContent(), /@maison marius/);
});

test("a poll and a quote stand where the network has them, without votes, and are missed aloud where it has none", async (t) => {
  const draft = { text: "Which one?", poll: { options: ["Navy wool", "Sand linen"] }, quote: { name: "Zoé", handle: "zoe", text: "Pockets?" } };
  const page = await show(t, draft);
  for (const [network, poll, quote] of [["x", 2, 1], ["linkedin", 2, 1], ["bluesky", 0, 1], ["instagram", 0, 0]]) {
    await choose(page, network);
    assert.equal(await preview(page).locator(".poll li").count(), poll, network);
    assert.equal(await preview(page).locator(".quote").count(), quote, network);
    const notes = await panel(page).lens.locator(".notes").textContent();
    assert.equal(notes.includes("no poll"), poll === 0, `${network}: ${notes}`);
  }
  await choose(page, "x");
  assert.doesNotMatch(await preview(page).locator(".poll").textContent(), /\d/);
});

test("a cover hides text and picture on Mastodon, pictures on X, opens on click, and closes for another network", async (t) => {
  const page = await show(t, { text: "What the moths left.", sensitive: "Moths", media: [photo("square")] });
  await choose(page, "mastodon");
  assert.equal(await panel(page).text.count(), 0);
  assert.match(await preview(page).locator(".cover").textContent(), /^Moths/);
  await preview(page).getByRole("button", { name: "Show" }).click();
  await drawn(page);
  assert.equal(await shownText(page), "What the moths left.");
  await choose(page, "x");
  assert.equal(await shownText(page), "What the moths left.");
  assert.equal(await preview(page).locator(".covered .cover").count(), 1);
  await choose(page, "linkedin");
  assert.equal(await preview(page).locator(".cover").count(), 0);
});

test("a text cut by three hyphens is a thread of posts that are together the text; elsewhere it is one post", async (t) => {
  const parts = ["First, the coats.\n", "\nThen the buttons.\n", "\nAnd the thread."];
  const page = await show(t, { text: parts.join("---"), media: [photo("wide")] });
  await choose(page, "x");
  assert.equal(await preview(page).count(), 3);
  assert.deepEqual((await panel(page).text.allTextContents()).map((text) => text.trim()), parts.map((part) => part.trim()));
  assert.deepEqual(await preview(page).locator(".place").allTextContents(), ["1/3", "2/3", "3/3"]);
  assert.equal(await preview(page).locator(".tile").count(), 1);
  await choose(page, "linkedin");
  assert.equal(await preview(page).count(), 1);
});

test("the post that is answered stands above, with nothing that is not known of it", async (t) => {
  const page = await show(t, { text: "At ten.", replyTo: { name: "Zoé", handle: "zoe", text: "When?" } }, { networks: ["x", "linkedin"] });
  await choose(page, "x");
  assert.equal(await preview(page).locator(".answered").textContent(), "Zoé @zoeWhen?");
  const [theirs, ours] = [await preview(page).locator(".answered").boundingBox(), await preview(page).locator(".said").boundingBox()];
  assert.ok(theirs.y + theirs.height <= ours.y + 1);
  await choose(page, "linkedin");
  assert.equal(await preview(page).locator(".answered").count(), 0);
});

test("right-to-left text, answers and cards run right to left in a left-to-right panel", async (t) => {
  const text = "شكرا لكم. جاء 412 منكم إلى الورشة https://example.fr #إصلاح";
  const page = await show(t, { text, poll: { options: ["معطف", "قميص"] }, quote: { name: "زوي", text: "هل لها جيوب؟" } });
  for (const network of ALL) {
    await choose(page, network);
    assert.equal(await panel(page).text.first().evaluate((element) => element.matches(":dir(rtl)")), true, network);
    for (const other of await preview(page).locator(".poll li, .theirs").all()) {
      assert.equal(await other.evaluate((element) => element.matches(":dir(rtl)")), true, network);
    }
    assert.equal(await preview(page).evaluate((element) => element.matches(":dir(ltr)")), true, network);
  }
});

test("no style attribute is written but the picture’s own proportion, so that the strict policy holds", async (t) => {
  const page = await show(t, { text: LONG, media: [photo("wide"), photo("tall")], link: { url: "https://example.fr", title: "T" } });
  for (const network of ALL) {
    await choose(page, network);
    const styles = await panel(page).lens.locator("[style]").evaluateAll((all) => all.map((one) => one.getAttribute("style")));
    assert.ok(styles.every((style) => /^(--ratio: [\d.]+;)?$/.test(style)), styles.join());
  }
  assert.deepEqual(page.faults, []);
});

test("what changes where: fold, cut and plain words of every chosen network in one table", async (t) => {
  const text = `${LONG} @anna https://example.fr/repair ${"And more. ".repeat(12)}`;
  const page = await show(t, { text });
  await panel(page).button("What changes where").click();
  const rows = await panel(page).lens.locator("[part~=changes] tbody tr").evaluateAll((rows) =>
    Object.fromEntries(rows.map((row) => [row.querySelector("th").textContent, [...row.querySelectorAll("td")].map((cell) => cell.textContent)])));
  assert.equal(Object.keys(rows).length, ALL.length);
  assert.match(rows.LinkedIn[0], /^to “….*”$/);
  assert.equal(rows.LinkedIn[1], "nothing");
  assert.match(rows.X[1], /^−\d+, from “/);
  assert.match(rows.LinkedIn[2], /@anna/);
  assert.match(rows.Instagram[2], /https:\/\/example\.fr\/repair/);
  assert.equal(rows.X[2], "–");
});

test("the link elsewhere: Google’s result and a card with the page’s own words", async (t) => {
  const link = { url: "https://www.example.fr/atelier/repair?x=1", title: "How we darn cashmere", description: "Forty quiet minutes." };
  const page = await show(t, { text: "Look", link }, { networks: ["x"] });
  await panel(page).button("The link elsewhere").click();
  const result = panel(page).lens.locator("[part~=search-result]");
  assert.equal(await result.locator(".crumbs").textContent(), "https://example.fr › atelier › repair");
  assert.equal(await result.locator(".found").textContent(), link.title);
  assert.equal(await result.locator(".description").textContent(), link.description);
  assert.equal(await panel(page).lens.locator("[data-network=card] strong").textContent(), link.title);
});

test("light and dark previews keep text readable against their ground", async (t) => {
  for (const colorScheme of ["light", "dark"]) {
    const page = await show(t, { text: "Hello https://example.fr #Lyon" }, { context: { colorScheme } });
    for (const network of ALL) {
      await choose(page, network);
      const contrasts = await preview(page).evaluate((post) => {
        const channels = (color) => color.match(/[\d.]+/g).slice(0, 3).map((part) => (color.startsWith("color(") ? Number(part) : Number(part) / 255));
        const light = (color) => channels(color).map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)).reduce((sum, c, index) => sum + c * [0.2126, 0.7152, 0.0722][index], 0);
        const ground = light(getComputedStyle(post).backgroundColor);
        return [...post.querySelectorAll(".text, .text .link, .by strong")].map((element) => {
          const ink = light(getComputedStyle(element).color);
          return (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05);
        });
      });
      assert.ok(contrasts.length >= 2 && contrasts.every((contrast) => contrast >= 4.5), `${network}, ${colorScheme}: ${contrasts}`);
    }
    await page.close();
  }
});

test("at 280 pixels nothing is wider than the panel", async (t) => {
  const page = await show(t, { text: LONG, media: [photo("wide"), photo("tall")], poll: { options: ["Navy wool", "Sand"] } }, { context: { viewport: { width: 280, height: 800 } } });
  for (const network of ALL) {
    await choose(page, network);
    const widths = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    assert.ok(widths[0] <= widths[1], `${network}: ${widths}`);
  }
});

test("axe-core finds nothing in previews with all their parts, light and dark", async (t) => {
  const draft = {
    text: `${LONG} @anna https://example.fr/repair`, media: [photo("wide"), photo("tall", null), { kind: "video", alt: "The bench" }], sensitive: true,
    poll: { question: "Which?", options: ["Navy wool", "Sand"] }, quote: { name: "Zoé", handle: "zoe", text: "Pockets?" }, replyTo: "When?",
    link: { url: "https://example.fr/repair", title: "How we darn", description: "Quietly." }, scheduledAt: "2026-11-27T09:30:00+01:00",
  };
  for (const colorScheme of ["light", "dark"]) {
    const page = await show(t, draft, { context: { colorScheme } });
    await page.evaluate(() => {
      document.querySelector("#text").ariaLabel = "Text";
      document.body.append(Object.assign(document.createElement("main"), { ariaLabel: "All" }));
      document.querySelector("main").append(...document.querySelectorAll("textarea, draft-lens"), Object.assign(document.createElement("h1"), { textContent: "Post" }));
      document.querySelector("main").prepend(document.querySelector("h1"));
    });
    await panel(page).button("What changes where").click();
    await panel(page).button("The link elsewhere").click();
    for (const network of ["x", "linkedin", "instagram", "mastodon", "tiktok", "pinterest", "tumblr", "reddit"]) {
      await choose(page, network);
      assert.deepEqual(await violations(page), [], `${network}, ${colorScheme}`);
    }
    await page.close();
  }
});
