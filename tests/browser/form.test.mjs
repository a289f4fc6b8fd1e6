// The form: profiles are opened, filled in, checked and saved, and nothing gets lost on the way.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { parse } from "smol-toml";
import { barriers, file, overflow, use_browser, visit } from "./support.mjs";

use_browser();

const scratch = mkdtempSync(join(tmpdir(), "form-"));
after(() => rmSync(scratch, { recursive: true }));

const examples = ["minimal", "meridian-freight", "lantern-newsroom", "northgate-bank"];
const example = (name) => new URL(`../../profiles/${name}.toml`, import.meta.url);

// The value of a text, in words that can be compared: whole numbers stay apart from others, and dates
// from times.
const value = (text) =>
  JSON.parse(JSON.stringify(parse(text, { integersAsBigInt: true }), (_, one) => (typeof one === "bigint" ? `${one}n` : one)));

// What the program has against a text: the message of each problem.
let texts = 0;
const check = (text) => {
  assert.ok(process.env.BLACKSTART, "BLACKSTART names the program");
  texts += 1;
  const path = join(scratch, `${texts}.toml`);
  writeFileSync(path, text);
  const args = ["check", path, "--message-format", "json", "--problems-only"];
  const ran = spawnSync(process.env.BLACKSTART, args, { encoding: "utf8" });
  assert.ok(ran.status !== null && ran.stdout.startsWith("{"), ran.stderr);
  const problems = JSON.parse(ran.stdout).files.flatMap((one) => one.problems);
  assert.equal(ran.status === 0, problems.length === 0, ran.stderr);
  return problems.map((one) => one.message);
};

const pick = (page, name, text) =>
  page.locator('input[type="file"]').setInputFiles({ name, mimeType: "application/toml", buffer: Buffer.from(text) });

// Puts a text into the form, and waits until it is there.
const fill = async (page, text, name = "sample.toml") => {
  await pick(page, name, text);
  await page.locator("#state b", { hasText: name }).waitFor();
};

const save = async (page) => {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: /^Save / }).click(),
  ]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
};

// Messages of the summary, of a part of the page.
const messages = (root) =>
  root.locator("[data-message]").evaluateAll((all) => all.map((one) => one.getAttribute("data-message")));
const said = (page) => messages(page.locator("#problems"));

const card = (page, name) =>
  page.locator("details.card", { has: page.locator("summary :is(h3, h4)", { hasText: new RegExp(`^${name}`) }) });

// A card with everything in it in sight.
const opened = async (one) => {
  await one.evaluate((element) => { element.open = true; });
  await one.locator(".body").waitFor();
  await one.locator("details").evaluateAll((all) => all.forEach((more) => { more.open = true; }));
  // Its title may change from here on.
  return one.page().locator(`#${await one.getAttribute("id")}`);
};
const open = (page, name) => opened(card(page, name).first());

// Messages of the innermost field round a control that has any.
const beside = (control) =>
  control.evaluate((one) => {
    for (let at = one.closest(".field"); at; at = at.parentElement?.closest(".field, .card-list")) {
      const found = Array.from(at.querySelectorAll("[data-message]"), (line) => line.dataset.message);
      if (found.length > 0) return found;
    }
    return [];
  });

// A field by the words of its label, whether it is needed or not.
const field = (root, label) => root.getByLabel(new RegExp(`^${label}( needed)?$`));

// Leaves a field with another text in it.
const write = async (control, text) => {
  await control.fill(text);
  await control.blur();
};

const SAMPLE = `format = 1

[organization]
name = "Acme"
home = "DE"
currency = "EUR"

[[region]]
country = "RU"
staff = 40
devices = { android = 0.5, ios = 0.5 }

[[region]]
country = "TR"
staff = 20

[[channel]]
id = "chat"
name = "The chat"
vendor = "whatsapp"
regions = ["RU", "TR"]

  [[channel.data]]
  kind = "content"
  stored_in = ["US"]

  [channel.requests]
  stance = "resist"
  reviewed = 2026-04-30

[[channel]]
id = "mail"
name = "The mail"
vendor = "email-saas"

[[activity]]
id = "support"
name = "Support line"
mtpd = "24h"
rto = "4h"
mbco = 0.5
impact = [0, 2, 3, 4]
channel = "chat"

  [[activity.fallback]]
  channel = "mail"

  [activity.switchover]
  decides = ["boss"]

[[activity]]
id = "orders"
name = "Order desk"
channels = [{ id = "chat", share = 0.5 }, { id = "mail", share = 0.5 }]

[[contact]]
id = "boss"
name = "The boss"

[[measure]]
id = "own-radio"
cost = 5000

  [[measure.effect]]
  kind = "retest"

[[announced]]
region = "RU"
scenario = "network-block"
stage = "enacted"

[[acceptance]]
finding = "stale-test:support:RU"
reason = "Later"
owner = "CIO"
until = 2027-03-31
`;

// Opening and saving.

for (const name of examples) {
  test(`${name} is saved as it was opened`, () =>
    visit(`form-${name}.html`, {}, async (page) => {
      assert.deepEqual(await said(page), []);
      const saved = await save(page);
      assert.equal(saved.name, `${name}.toml`);
      assert.deepEqual(value(saved.text), value(readFileSync(example(name), "utf8")));
      assert.equal(saved.text.split("\n")[0], "#:schema ./blackstart.schema.json");
      assert.deepEqual(check(saved.text), []);
    }));

  test(`${name} is picked, changed and saved`, () =>
    visit("form.html", {}, async (page) => {
      const text = readFileSync(example(name), "utf8");
      await fill(page, text, `${name}.toml`);
      const before = value(text);
      await write(field(page.locator("#organisation"), "Name"), "Renamed & \"quoted\"");
      const first = await opened(page.locator("#organisation details.card").first());
      await write(field(first, "Staff"), "1234");
      await page.getByRole("button", { name: "Add an activity" }).click();
      const added = page.locator("#activities details.card").last();
      await write(field(added, "Id"), "added-here");
      await write(field(added, "Channel"), before.channel[0].id);
      assert.deepEqual(await said(page), []);
      const saved = await save(page);
      const now = value(saved.text);
      assert.deepEqual(check(saved.text), []);
      before.organization.name = "Renamed & \"quoted\"";
      before.region[0].staff = "1234n";
      before.activity.push({ id: "added-here", channel: before.channel[0].id });
      assert.deepEqual(now, before);
    }));
}

test("a file that is dropped on the page is opened", () =>
  visit("form.html", {}, async (page) => {
    const transfer = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], "dropped.toml"));
      return transfer;
    }, SAMPLE);
    await page.dispatchEvent("main", "dragover", { dataTransfer: transfer });
    assert.ok(await page.locator("body.dropping").count());
    await page.dispatchEvent("main", "drop", { dataTransfer: transfer });
    await page.locator("#state b", { hasText: "dropped.toml" }).waitFor();
    assert.deepEqual(await said(page), []);
  }));

test("the preview shows what is saved, and it can be copied", () =>
  visit("form-meridian-freight.html", {}, async (page, context) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.locator("#preview summary").click();
    const shown = await page.locator("#preview pre").textContent();
    await page.getByRole("button", { name: "Copy as TOML" }).click();
    await page.locator("[data-kind=saved]").waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const saved = await save(page);
    assert.equal(shown, saved.text);
    assert.equal(copied, saved.text);
    assert.match(saved.text, /\n\[\[channel\]\]\nid = "wa-dispatch"\nname = /);
    assert.match(saved.text, /\n  \[\[channel\.data\]\]\n  kind = "content"\n  stored_in = \["US"\]\n/);
    assert.match(saved.text, /\n  \[channel\.requests\]\n  stance = "resist"\n/);
    assert.match(saved.text, /\ndevices = \{ managed = 0\.6, android = 0\.8, ios = 0\.2 \}\n/);
    assert.match(saved.text, /\nchannels = \[\{ id = "teams", share = 0\.7 \}, /);
    assert.match(saved.text, /\n  tested = 2026-02-01\n/);
  }));

// Problems.

const organisation = (page) => page.locator("#organisation");
const inCard = (name, label, text) => async (page) => {
  const control = field(await open(page, name), label).first();
  await write(control, text);
  return control;
};
const choose = (name, label, option) => async (page) => {
  const control = field(await open(page, name), label).first();
  await control.selectOption(option);
  return control;
};

// Each spoils one field of the sample, and returns the control whose field must say so.
const SPOILED = {
  "missing-key": inCard("The chat", "Vendor", ""),
  "missing-key of a region": inCard("Turkey", "Staff", ""),
  "wrong-type of a number": inCard("Turkey", "Staff", "forty"),
  "wrong-type of a share": inCard("Support line", "MBCO", "half"),
  "wrong-type of a broken number": inCard("Support line", "Tier", "1.5"),
  "out-of-range of a share": inCard("Support line", "MBCO", "60"),
  "out-of-range of a count": inCard("Russia", "Staff", "-1"),
  "out-of-range of a tier": inCard("Support line", "Tier", "5"),
  "wrong-length": async (page) => {
    await write(field(organisation(page), "Currency"), "EURO");
    return field(organisation(page), "Currency");
  },
  "wrong-length of a name": inCard("The boss", "Name", "x".repeat(81)),
  "wrong-length of a list of numbers": async (page) => {
    const one = (await open(page, "Support line")).getByLabel("after a month");
    await write(one, "");
    return one;
  },
  "bad-character": inCard("The boss", "Name", "a\u202eb"),
  "bad-span": inCard("Support line", "MTPD", "24 hours"),
  "bad-span of nothing": inCard("Support line", "MTPD", "0h"),
  "bad-span of a phone": inCard("Russia", "Phone life", "36m"),
  "bad-date": inCard("The chat", "Reviewed", "30.4.2026"),
  "bad-date of no calendar": inCard("The chat", "Reviewed", "2026-02-30"),
  "future-date": inCard("The chat", "Reviewed", "2099-01-01"),
  "implausible-date": inCard("Network block", "Effective", "1927-01-15"),
  "bad-id": inCard("The boss", "Id", "The Boss"),
  "unknown-vendor": inCard("The mail", "Vendor", "carrier-pigeon"),
  "unknown-country": async (page) => {
    await write(field(organisation(page), "Home"), "Atlantis");
    return field(organisation(page), "Home");
  },
  "unknown-country in a list": async (page) => {
    const one = field(await open(page, "The chat"), "Stored in");
    await one.fill("Atlantis");
    await one.press("Enter");
    return one;
  },
  "unknown-node": async (page) => {
    const one = field(await open(page, "The chat"), "Depends on");
    await one.fill("moon-base");
    await one.press("Enter");
    return one;
  },
  "unknown-region": inCard("Network block", "Region", "Iran"),
  "unknown-scenario": inCard("Network block", "Scenario", "flood"),
  "unknown-channel": inCard("Support line", "Channel", "pigeon"),
  "unknown-contact": async (page) => {
    const one = field(await open(page, "Support line"), "Tells");
    await one.fill("nobody-at-all");
    await one.press("Enter");
    return one;
  },
  "unknown-measure": async (page) => {
    const one = field(await open(page, "own-radio"), "Requires");
    await one.fill("pace");
    await one.press("Enter");
    return one;
  },
  "duplicate-id": inCard("The mail", "Id", "chat"),
  "duplicate-id of a region": inCard("Turkey", "Country", "RU"),
  "channel-or-channels": inCard("Support line", "Channel", ""),
  "fallback-is-primary": inCard("Support line", "Channel", "mail"),
  "rto-above-mtpd": inCard("Support line", "RTO", "2d"),
  "impact-falls": async (page) => {
    const one = (await open(page, "Support line")).getByLabel("after a week");
    await write(one, "1");
    return one;
  },
  "shares-not-one": inCard("Order desk", "Share", "0.7"),
  "devices-not-one": inCard("Russia", "iOS", "0.9"),
  "measure-incomplete": choose("own-radio", "Kind", "reduce-hit"),
  "bad-finding": inCard("stale-test", "Finding", "single vendor in Russia"),
  "deputy-decides": async (page) => {
    const one = field(await open(page, "Support line"), "Deputy");
    await one.fill("The boss");
    await one.press("Enter");
    return one;
  },
};

test("the form says what check says, beside the field and in the summary", (t) =>
  visit("form.html", {}, async (page) => {
    for (const [what, spoil] of Object.entries(SPOILED)) {
      await t.test(what, async () => {
        await fill(page, SAMPLE);
        assert.deepEqual(await said(page), []);
        const control = await spoil(page);
        const shown = await said(page);
        const around = await beside(control);
        const saved = await save(page);
        const found = check(saved.text);
        assert.ok(found.length > 0, saved.text);
        assert.deepEqual([...shown].sort(), [...found].sort());
        assert.ok(around.length > 0 && around.every((one) => found.includes(one)), JSON.stringify({ around, found }));
        const notice = await page.locator("[data-kind=saved]").innerText();
        assert.match(notice, new RegExp(`check will find ${found.length} problems? in it`));
      });
    }
  }));

test("what the knowledge base knows of vendors, scenarios and sources is judged as check does", () =>
  visit("form.html", {}, async (page) => {
    const vendor = 'vendor = "whatsapp"';
    assert.ok(SAMPLE.includes(vendor));
    await fill(page, SAMPLE.replace(vendor, 'vendor = "pstn-bridge"'), "phone.toml");
    const shown = await said(page);
    assert.ok(shown.some((one) => /does not carry text/.test(one)), String(shown));
    assert.deepEqual([...shown].sort(), [...check((await save(page)).text)].sort());
    await fill(page, SAMPLE.replace('scenario = "network-block"', 'scenario = "block"'), "alias.toml");
    assert.deepEqual(await said(page), []);
    assert.deepEqual(check((await save(page)).text), []);
    const own = readFileSync(new URL("../bad/own-vendor.toml", import.meta.url), "utf8");
    await fill(page, own, "own.toml");
    const told = await said(page);
    assert.ok(told.some((one) => /has no source .?our-lawyer/.test(one)), String(told));
    assert.deepEqual([...told].sort(), [...check((await save(page)).text)].sort());
  }));

test("a field with a problem is marked, described by it, and found from the summary", () =>
  visit("form-meridian-freight.html", {}, async (page) => {
    await page.locator("#channels details.card").nth(2).evaluate((one) => { one.open = true; });
    const vendor = field(page.locator("#channels details.card").nth(2), "Vendor");
    await write(vendor, "watsapp");
    assert.equal(await vendor.getAttribute("aria-invalid"), "true");
    const ids = (await vendor.getAttribute("aria-describedby")).split(" ");
    const described = await Promise.all(ids.map((id) => page.locator(`#${id}`).innerText()));
    assert.match(described.join("\n"), /the knowledge base has no vendor watsapp/);
    assert.equal(await page.locator("#problems h2").innerText(), "1 problem");
    await page.locator("#channels details.card").nth(2).evaluate((one) => { one.open = false; });
    await page.locator("#problems a").click();
    assert.ok(await vendor.evaluate((one) => document.activeElement === one && one.checkVisibility()));
    await page.getByRole("button", { name: /did you mean whatsapp/ }).click();
    assert.equal(await vendor.inputValue(), "whatsapp");
    assert.equal(await vendor.getAttribute("aria-invalid"), null);
    assert.deepEqual(await said(page), []);
  }));

test("every problem of a bad file is shown, and each leads to its place", () =>
  visit("form.html", {}, async (page) => {
    for (const name of ["wrong-types", "contacts", "duplicate-ids", "unknown-keys", "missing-keys", "measures", "numbers"]) {
      const text = readFileSync(new URL(`../bad/${name}.toml`, import.meta.url), "utf8");
      await fill(page, text, `${name}.toml`);
      const shown = await said(page);
      const found = check((await save(page)).text);
      assert.deepEqual([...shown].sort(), [...found].sort(), name);
      for (const link of await page.locator("#problems a").all()) {
        const message = await link.locator("xpath=..").getAttribute("data-message");
        await link.click();
        const around = await page.locator(":focus").evaluate((one) => {
          const parts = [];
          for (let at = one; at; at = at.parentElement?.closest(".field, .stray, .fields, .card-list")) parts.push(at);
          return parts.flatMap((part) => Array.from(part.querySelectorAll("[data-message]"), (line) => line.dataset.message));
        });
        assert.ok(around.includes(message), `${name}: ${message}`);
      }
    }
  }));

// Names.

test("vendors and countries are typed by name", () =>
  visit("form.html", {}, async (page) => {
    await fill(page, SAMPLE);
    for (const [label, typed, id] of [
      ["The chat", "Microsoft Teams", "microsoft-teams"],
      ["The chat", "teams", "microsoft-teams"],
      ["The chat", "WHATSAPP", "whatsapp"],
    ]) {
      const vendor = field(await open(page, label), "Vendor").first();
      await write(vendor, typed);
      assert.equal(await vendor.inputValue(), id);
    }
    const chat = await open(page, "The chat");
    assert.equal(await chat.locator(".known").first().innerText(), "WhatsApp");
    const home = field(organisation(page), "Home");
    for (const [typed, code] of [["Russia", "RU"], ["netherlands", "NL"], ["UK", "GB"], ["de", "DE"]]) {
      await write(home, typed);
      assert.equal(await home.inputValue(), code);
    }
    const stored = field(chat, "Stored in");
    await stored.fill("Ireland, Singapore");
    await stored.press("Enter");
    assert.match(await chat.locator(".tokens").first().innerText(), /US\s+United States\s+×\s+IE\s+Ireland\s+×\s+SG\s+Singapore/);
    const scenario = field(await open(page, "Network block"), "Scenario");
    await write(scenario, "throttling");
    const channel = field(await open(page, "Support line"), "Channel").first();
    await write(channel, "The chat");
    assert.equal(await channel.inputValue(), "chat");
    const { text } = await save(page);
    assert.deepEqual(check(text), []);
    assert.deepEqual(value(text).channel[0].data[0].stored_in, ["US", "IE", "SG"]);
  }));

test("an id that is renamed is renamed wherever it is used", () =>
  visit("form.html", {}, async (page) => {
    await fill(page, SAMPLE);
    await write(field(await open(page, "The chat"), "Id").first(), "messenger");
    await write(field(await open(page, "The boss"), "Id").first(), "head");
    assert.deepEqual(await said(page), []);
    const now = value((await save(page)).text);
    assert.equal(now.activity[0].channel, "messenger");
    assert.equal(now.activity[1].channels[0].id, "messenger");
    assert.deepEqual(now.activity[0].switchover.decides, ["head"]);
  }));

// Nothing is lost.

test("keys that nobody knows are kept, shown and written back", () =>
  visit("form.html", {}, async (page) => {
    const text = SAMPLE
      .replace("format = 1\n", 'format = 1\ncolour = { red = 1, deep = [1.0, { at = 2026-01-02 }] }\n')
      .replace('vendor = "email-saas"\n', 'vendor = "email-saas"\nnickname = """two\nlines"""\n');
    await fill(page, text);
    const shown = await said(page);
    assert.deepEqual([...shown].sort(), check(text).sort());
    assert.equal(shown.length, 2);
    await write(field(organisation(page), "Name"), "Other");
    const expected = value(text);
    expected.organization.name = "Other";
    assert.deepEqual(value((await save(page)).text), expected);
    await page.getByRole("button", { name: "Take out colour" }).click();
    assert.equal("colour" in value((await save(page)).text), false);
  }));

test("comments are counted, and it is said that they go", () =>
  visit("form.html", {}, async (page) => {
    await fill(page, `#:schema ./blackstart.schema.json\n# one\n${SAMPLE}name2 = "# none" # two\n# three\n`);
    const notice = page.locator("[data-kind=comments]");
    assert.match(await notice.innerText(), /^This file has 3 lines of comments\. Saving from here drops them\./);
    await fill(page, SAMPLE, "other.toml");
    assert.equal(await notice.count(), 0);
  }));

test("a file that cannot be read is refused, with the place, and what is there stays", () =>
  visit("form.html", {}, async (page) => {
    await fill(page, SAMPLE);
    const fault = page.locator("[data-kind=fault]");
    for (const [text, expected] of [
      ["format = 1\nhome = DE\n", /^bad\.toml was not opened\. line 2, column 8: .*\n+2 \| home = DE/],
      ["a = 1\na = 2\n", /line 2, column 1: /],
      [`x = ${"[".repeat(17)}`, /line 1, column 21: tables or lists stand inside each other more than 16 levels deep/],
      ["# only this\n\n", /the file holds nothing but white space and comments/],
      [Buffer.from("a = 1\nname = \"caf\xe9\"\n", "latin1"), /not UTF-8 text: byte 18 on line 2 is 0xe9/],
      ["x".repeat((1 << 20) + 1), /the file has 1,048,577 bytes; at most 1 MiB \(1,048,576 bytes\) is read/],
    ]) {
      await pick(page, "bad.toml", text);
      await fault.filter({ hasText: "bad.toml" }).waitFor();
      await assert.doesNotReject(page.waitForFunction(
        ([source, flags]) => new RegExp(source, flags).test(document.querySelector("[data-kind=fault]")?.innerText ?? ""),
        [expected.source, expected.flags], { timeout: 3000 },
      ), String(expected));
    }
    assert.deepEqual(value((await save(page)).text), value(SAMPLE));
  }));

test("a date that no calendar has is not moved to another day", () =>
  visit("form.html", {}, async (page) => {
    const text = SAMPLE.replace("reviewed = 2026-04-30", "reviewed = 2026-02-30");
    await fill(page, text);
    assert.deepEqual(await said(page), ["`2026-02-30` is not a date"]);
    const saved = await save(page);
    assert.match(saved.text, /\n {2}reviewed = 2026-02-30\n/);
    await fill(page, saved.text, "again.toml");
    assert.equal(await field(await open(page, "The chat"), "Reviewed").inputValue(), "2026-02-30");
  }));

test("what is not saved is not replaced without a question", () =>
  visit("form.html", {}, async (page) => {
    await fill(page, SAMPLE);
    await write(field(organisation(page), "Name"), "Kept");
    await pick(page, "other.toml", SAMPLE);
    const question = page.locator("[data-kind=question]");
    await question.waitFor();
    assert.ok(await question.evaluate((one) => document.activeElement === one));
    await question.getByRole("button", { name: "Keep what is here" }).click();
    assert.equal(await page.locator("h1").innerText(), "Kept");
    await pick(page, "other.toml", SAMPLE);
    await page.getByRole("button", { name: "Open other.toml" }).click();
    await page.locator("h1", { hasText: "Acme" }).waitFor();
  }));

test("leaving is questioned after changes, and not after saving", () =>
  visit("form.html", { leaves: true }, async (page) => {
    const asked = [];
    page.on("dialog", (dialog) => asked.push(dialog.type()));
    await page.reload();
    assert.deepEqual(asked, []);
    await write(field(organisation(page), "Name"), "Kept");
    await page.reload();
    assert.deepEqual(asked, ["beforeunload"]);
    await page.getByRole("button", { name: "Go on" }).click();
    await save(page);
    await page.reload();
    assert.deepEqual(asked, ["beforeunload"]);
    assert.equal(await page.getByRole("button", { name: "Go on" }).count(), 0);
  }));

test("work in progress is kept, offered again, and discarded on request", () =>
  visit("form.html", {}, async (page, context) => {
    await write(field(organisation(page), "Name"), "Work in progress");
    await page.waitForFunction(() => localStorage.length === 1);
    const later = await context.newPage();
    await later.goto(page.url());
    const day = await later.evaluate(() => {
      const now = new Date();
      return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((one) => String(one).padStart(2, "0")).join("-");
    });
    const offer = later.locator(".notice", { hasText: `Go on with what you had on ${day}?` });
    assert.match(await offer.innerText(), /Work in progress, profile\.toml/);
    await offer.getByRole("button", { name: "Go on" }).click();
    assert.equal(await later.locator("h1").innerText(), "Work in progress");
    await write(field(organisation(later), "Home"), "DE");
    await later.waitForFunction(() => JSON.parse(Object.values(localStorage)[0]).text.includes('home = "DE"'));
    const third = await context.newPage();
    await third.goto(page.url());
    await third.getByRole("button", { name: "Discard it" }).click();
    assert.equal(await third.evaluate(() => localStorage.length), 0);
    assert.equal(await third.locator("h1").innerText(), "A new profile");
  }));

test("what is taken out can be put back, and the focus stays near", () =>
  visit("form.html", {}, async (page) => {
    await fill(page, SAMPLE);
    const focused = () => page.evaluate(() => document.activeElement.textContent);
    await (await open(page, "The mail")).getByRole("button", { name: "Take out this channel" }).click();
    assert.equal(await focused(), "Put it back");
    assert.equal(value(await preview(page)).channel.length, 1);
    await page.keyboard.press("Enter");
    assert.deepEqual(value(await preview(page)), value(SAMPLE));
    await (await open(page, "Support line")).getByRole("button", { name: "Take out this fallback" }).click();
    assert.equal(value(await preview(page)).activity[0].fallback, undefined);
    await page.getByRole("button", { name: "Put it back" }).click();
    assert.deepEqual(value(await preview(page)), value(SAMPLE));
    await page.getByRole("button", { name: "Add a contact" }).click();
    assert.equal(await page.evaluate(() => document.activeElement.labels[0].textContent.split(" ")[0]), "Id");
  }));

const preview = async (page) => {
  await page.locator("#preview").evaluate((one) => { one.open = true; });
  await page.waitForTimeout(200);
  return page.locator("#preview pre").textContent();
};

test("lists, choices, spans, rates and empty lists are written as they were said", () =>
  visit("form.html", {}, async (page) => {
    await fill(page, SAMPLE);
    const support = await open(page, "Support line");
    await support.getByLabel(/^voice/).check();
    await support.getByLabel(/^text/).check();
    await support.getByLabel(/^RU/).first().check();
    await write(support.getByLabel("each hour"), "250.5");
    await write(field(support, "MBCO"), "80 %");
    const orders = await open(page, "Order desk");
    await orders.getByLabel("One for each time").check();
    for (const [label, number] of [["first hour", "0"], ["first day", "10"], ["first week", "20"], ["after that", "20"]]) {
      await write(orders.getByLabel(label), number);
    }
    const turkey = await open(page, "Turkey");
    await turkey.getByLabel(/None, and that is known/).check();
    await write(field(turkey, "Partners"), "1,250");
    const chat = await open(page, "The chat");
    await field(chat, "Notifies customer").selectOption("No");
    await field(chat, "Exit plan").selectOption("Yes");
    const saved = await save(page);
    const now = value(saved.text);
    assert.deepEqual(now.activity[0].needs, ["voice", "text"]);
    assert.deepEqual(now.activity[0].regions, ["RU"]);
    assert.equal(now.activity[0].loss_per_hour, 250.5);
    assert.equal(now.activity[0].mbco, 0.8);
    assert.deepEqual(now.activity[1].loss_per_hour, ["0n", "10n", "20n", "20n"]);
    assert.deepEqual(now.region[1].elections, []);
    assert.equal(now.region[1].partners, "1250n");
    assert.equal(now.channel[0].requests.notifies_customer, false);
    assert.deepEqual(now.channel[0].contract, { exit_plan: true });
    await field(chat, "Exit plan").selectOption("Not said");
    assert.equal("contract" in value((await save(page)).text).channel[0], false);
  }));

test("a key that no table of the page knows has a field all the same", async () => {
  const text = readFileSync(file("form.html"), "utf8");
  const [, json] = /<script type="application\/json" id="data">(.*?)<\/script>/s.exec(text);
  const data = JSON.parse(json);
  const channel = data.schema.definitions.Channel;
  channel.properties.shoe_size = { type: ["integer", "null"], minimum: 1, maximum: 60, description: "Of the operator." };
  channel.properties.mood = { enum: ["good", "bad", null], type: ["string", "null"] };
  data.schema.properties.weather = { type: ["object", "null"], additionalProperties: false, properties: { rain: { type: "boolean" } } };
  const name = join(scratch, "form.html");
  writeFileSync(name, text.replace(json, () => JSON.stringify(data).replaceAll("<", "\\u003c")));
  await visit(name, {}, async (page) => {
    await fill(page, SAMPLE);
    const chat = await open(page, "The chat");
    await write(field(chat, "Shoe size"), "43");
    await field(chat, "Mood").selectOption("good");
    await field(page.locator("#more"), "Rain").selectOption("Yes");
    const now = value((await save(page)).text);
    assert.equal(now.channel[0].shoe_size, "43n");
    assert.equal(now.channel[0].mood, "good");
    assert.equal(now.weather.rain, true);
  });
});

// Everybody.

test("the keyboard alone fills in a profile and saves it", () =>
  visit("form.html", {}, async (page) => {
    const labelled = () =>
      page.evaluate(() => {
        const now = document.activeElement;
        return now.labels?.[0]?.textContent ?? now.textContent;
      });
    const go = async (wanted) => {
      for (let steps = 0; steps < 60; steps += 1) {
        await page.keyboard.press("Tab");
        if (wanted.test(await labelled())) return;
      }
      assert.fail(`never came to ${wanted}`);
    };
    await page.keyboard.press("Tab");
    assert.equal(await labelled(), "Skip to the form");
    await page.keyboard.press("Enter");
    for (const [label, text] of [
      [/^Name/, "Acme"], [/^Home/, "Germany"], [/^Country/, "Russia"], [/^Staff/, "40"], [/^Id/, "chat"],
      [/^Vendor/, "WhatsApp"], [/^Id/, "support"], [/^Channel/, "chat"],
    ]) {
      await go(label);
      await page.keyboard.type(text);
    }
    await page.keyboard.press("Tab");
    assert.equal(await page.locator("#problems h2").innerText(), "No problems");
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Control+s")]);
    const text = readFileSync(await download.path(), "utf8");
    assert.equal(download.suggestedFilename(), "profile.toml");
    assert.deepEqual(check(text), []);
    assert.deepEqual(value(text), value(readFileSync(example("minimal"), "utf8")));
  }));

test("a new form says what it needs, and calls nothing wrong that was not begun", () =>
  visit("form.html", {}, async (page) => {
    assert.equal(await page.locator("#problems h2").innerText(), "What is needed");
    assert.equal(await page.locator('[aria-invalid="true"], .problem').count(), 0);
    assert.equal(await page.locator("#problems li").count(), 8);
    await field(organisation(page), "Name").focus();
    await field(organisation(page), "Home").focus();
    await page.locator(".problem", { hasText: "organization has no name" }).waitFor();
    const saved = await save(page);
    assert.deepEqual((await said(page)).sort(), check(saved.text).sort());
  }));

const hostile = "<img src=x onerror=alert(1)><script>alert(1)</script>";

test("text of people acts nowhere", () =>
  visit("form.html", {}, async (page) => {
    const text = SAMPLE
      .replaceAll(/name = "The (\w+)"/g, `name = '${hostile} $1'`)
      .replace('name = "Acme"', `name = '${hostile}'`)
      .replace('vendor = "email-saas"', `vendor = '${hostile}'\n'${hostile}' = "javascript:alert(1)"\nregions = ['${hostile}']`)
      .replace('home = "DE"', `home = "\\u202eDE"`)
      .replace('kind = "content"', `kind = '${hostile}'`);
    await fill(page, text, "<b>bold.toml");
    for (const one of await page.locator("details").all()) await one.evaluate((element) => { element.open = true; });
    await page.locator("details.card .body").last().waitFor();
    const found = await page.evaluate(() => ({
      scripts: document.scripts.length,
      foreign: document.querySelectorAll("img, iframe, object, embed, form, base, link, video, audio").length,
      handlers: Array.from(document.querySelectorAll("*")).filter((one) =>
        Array.from(one.attributes).some((attribute) => attribute.name.startsWith("on") || attribute.name === "style"),
      ).length,
      links: Array.from(document.querySelectorAll("[href]"), (one) => one.getAttribute("href")).filter((href) => !href.startsWith("#")),
      turned: /[\u202a-\u202e\u2066-\u2069]/.test(document.body.innerText),
    }));
    assert.deepEqual(found, { scripts: 3, foreign: 0, handlers: 0, links: [], turned: false });
    assert.equal(await page.locator("h1").textContent(), hostile);
    assert.deepEqual([...(await said(page))].sort(), check((await save(page)).text).sort());
  }));

const looks = { light: { width: 1280 }, dark: { width: 1280, scheme: "dark" }, phone: { width: 320 } };

for (const [look, options] of Object.entries(looks)) {
  test(`the form has no barrier with everything open and much of it wrong, ${look}`, () =>
    visit("form-lantern-newsroom.html", options, async (page) => {
      const [head, ...blocks] = readFileSync(example("lantern-newsroom"), "utf8").split(/\n(?=\[\[)/);
      const first = (kind) => blocks.find((block) => block.startsWith(`[[${kind}]]`)) ?? "";
      const kinds = ["region", "channel", "activity", "contact", "acceptance"];
      const text = [head, ...kinds.map(first)].join("\n").replace("format = 1\n", "format = 1\nodd = 1\n");
      const spoiled = text.replaceAll(/vendor = "[^"]+"/g, 'vendor = "teems"').replaceAll('"DE"', '"XX"');
      await fill(page, `${spoiled}\n[[channel]]\nid = "b"\naccounts = 1\n`, "spoiled.toml");
      await page.locator("details").evaluateAll((all) => all.forEach((one) => { one.open = true; }));
      await page.locator("details.card .body").last().waitFor();
      await page.locator("details").evaluateAll((all) => all.forEach((one) => { one.open = true; }));
      await page.getByRole("button", { name: "Take out this channel" }).last().click();
      assert.ok((await said(page)).length > 3);
      assert.deepEqual(await barriers(page), []);
      assert.equal(await overflow(page), 0, "wider than the window");
    }));

  test(`a new form has no barrier, ${look}`, () =>
    visit("form.html", options, async (page) => {
      assert.deepEqual(await barriers(page), []);
      assert.equal(await overflow(page), 0, "wider than the window");
    }));
}

test("fifty channels and fifty activities are no burden", () =>
  visit("form.html", {}, async (page) => {
    const text = readFileSync(example("meridian-freight"), "utf8");
    const [head, ...blocks] = text.split(/\n(?=\[\[)/);
    const many = (kind) => {
      const own = blocks.filter((block) => block.startsWith(`[[${kind}]]`));
      return Array.from({ length: 50 }, (_, index) =>
        own[index % own.length].replace(/id = "([^"]+)"/, (_, id) => `id = "${id}${index < own.length ? "" : `-${index}`}"`));
    };
    const others = blocks.filter((block) => !/^\[\[(channel|activity)\]\]/.test(block));
    const large = [head, ...others, ...many("channel"), ...many("activity")].join("\n");
    await fill(page, large, "large.toml");
    assert.equal(await page.locator("#channels details.card").count(), 50);
    const one = await open(page, "Driver dispatch");
    const name = field(one.first(), "Name").first();
    await name.focus();
    await page.keyboard.type("abcdefghij");
    await page.locator("#contents a", { hasText: "abcdefghij" }).first().waitFor();
  }));

test("without scripts the page says what it needs", () =>
  visit("form.html", { scripts: false }, async (page) => {
    assert.match(await page.locator("main").innerText(), /This form needs scripts/);
    assert.equal(await page.getByRole("button").count(), 0);
  }));
