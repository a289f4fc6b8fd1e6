// One browser for a file of tests, and pages that note whatever a page must not do.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before } from "node:test";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// Where `cargo test` has put the pages.
export const folder = process.env.PAGES;
assert.ok(folder, "PAGES names the folder of the pages: run `.ci/run`, or the ignored test `browser`");

export const file = (name) => resolve(folder, name);

let browser;

export const use_browser = () => {
  before(async () => {
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    });
  });
  after(() => browser.close());
};

// Notes what a page must not do. A question before leaving is one that a page may have reason for.
const watch = (page, address, leaves, faults) => {
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("request", (request) => {
    const local = request.url() === address || request.url().startsWith("blob:");
    if (!local) faults.push(`asked for ${request.url()}`);
  });
  page.on("dialog", async (dialog) => {
    const asked = leaves && dialog.type() === "beforeunload";
    if (!asked) faults.push(`dialog: ${dialog.message()}`);
    await (asked ? dialog.accept() : dialog.dismiss());
  });
};

// Opens a page, hands it to `work`, and fails when it, or another page that `work` opens beside it,
// complained, asked the network for something, or opened a dialog.
export const visit = async (name, options, work) => {
  const { width = 1280, scheme = "light", scripts = true, leaves = false } = options;
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: scheme,
    javaScriptEnabled: scripts,
    acceptDownloads: true,
  });
  const address = pathToFileURL(file(name)).href;
  const faults = [];
  context.on("page", (page) => watch(page, address, leaves, faults));
  const page = await context.newPage();
  try {
    await page.goto(address);
    await work(page, context);
    assert.deepEqual(faults, []);
  } finally {
    await context.close();
  }
};

// What axe has against a page, one line each.
export const barriers = async (page) => {
  // The policy of a page lets in no script but its own; a debugger may.
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.target.join(" ")}`));
};

// How far a page is wider than its window, in pixels.
export const overflow = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
