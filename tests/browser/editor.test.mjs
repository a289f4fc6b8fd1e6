// The schema of the profile is what editors judge by: examples pass, and each bad sample fails.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import Ajv from "ajv";
import { parse, TomlDate } from "smol-toml";

const at = (path) => new URL(`../../${path}`, import.meta.url);
const schema = JSON.parse(readFileSync(at("docs/schema/profile.schema.json"), "utf8"));
const validate = new Ajv({ allErrors: true, strict: false, validateFormats: false }).compile(schema);

// Editors take a date of TOML for text in the form of a date.
const plain = (value) => {
  if (value instanceof TomlDate) return value.toISOString();
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]));
};

const judge = (folder, name) => {
  validate(plain(parse(readFileSync(at(`${folder}/${name}`), "utf8"))));
  return validate.errors ?? [];
};

const files = (folder) => readdirSync(at(folder)).filter((name) => name.endsWith(".toml"));

for (const name of files("profiles")) {
  test(`${name} passes`, () => assert.deepEqual(judge("profiles", name), []));
}

for (const name of files("tests/editor")) {
  test(`${name} fails`, () => assert.notDeepEqual(judge("tests/editor", name), []));
}

test("there are samples of both kinds", () => {
  assert.ok(files("profiles").length > 4 && files("tests/editor").length > 14);
});

test("ids that are known are offered", () => {
  const text = JSON.stringify(schema);
  for (const word of ['"whatsapp"', '"network-block"', '"RU"']) assert.ok(text.includes(word), word);
});
