// The JSON documents keep the contract of their published schemas.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import Ajv2020 from "ajv/dist/2020.js";
import { file, folder } from "./support.mjs";

const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const schema = (of) => read(new URL(`../../docs/schema/${of}.schema.json`, import.meta.url));

const validator = (of) => {
  const ajv = new Ajv2020({ allErrors: true, strict: false, validateFormats: false });
  return ajv.compile(closed(schema(of)));
};

// Readers should ignore keys that they do not know; a test should not.
const closed = (value) => {
  if (Array.isArray(value)) return value.map(closed);
  if (value === null || typeof value !== "object") return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, closed(one)]));
  if (copy.type === "object" && copy.properties) copy.additionalProperties ??= false;
  return copy;
};

for (const of of ["assessment", "plan", "drill", "comparison", "history", "portfolio"]) {
  const validate = validator(of);
  const documents = readdirSync(folder).filter((name) => name.endsWith(`.${of}.json`));
  test(`there are documents of ${of}`, () => assert.ok(documents.length > 0));
  for (const name of documents) {
    test(`${name} keeps its schema`, () => {
      validate(read(file(name)));
      assert.deepEqual(validate.errors ?? [], []);
    });
  }
}

test("a document that is wrong is refused", () => {
  const validate = validator("assessment");
  const document = read(file("meridian-freight.assessment.json"));
  for (const spoil of [
    (one) => { delete one.as_of; },
    (one) => { one.register[0].score.value = "high"; },
    (one) => { one.more = 1; },
  ]) {
    const copy = structuredClone(document);
    spoil(copy);
    assert.equal(validate(copy), false);
  }
});
