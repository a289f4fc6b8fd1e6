  // Values: whole numbers are `bigint`, other numbers `number`, so that both are written as they were.

  const isTable = (value) =>
    typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
  const isDate = (value) => value instanceof TomlDate;
  const isPlain = (value) => !Array.isArray(value) && !isTable(value);
  const table = (entries = {}) => Object.assign(Object.create(null), entries);

  const sort = (value) => {
    if (typeof value === "string") return "text";
    if (typeof value === "bigint") return "whole";
    if (typeof value === "number") return "number";
    if (typeof value === "boolean") return "truth";
    if (isDate(value)) return "date";
    return Array.isArray(value) ? "list" : "table";
  };

  const dayOf = (date) => date.toISOString().slice(0, 10);
  const isDay = (text) => /^\d{4}-\d{2}-\d{2}$/.test(text);
  const isRealDay = (text) => {
    const date = isDay(text) ? new Date(`${text}T00:00:00Z`) : new Date(NaN);
    return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
  };
  const day = (text) => new TomlDate(text);

  // What was typed, as a value of the kind that the field takes. Text that is none stays text, so that
  // it is kept, and `check` says what is wrong with it.
  const typedValue = (node, text) => {
    const number = ["whole", "number", "either"].includes(node.kind);
    if (number && /^[+-]?\d+$/.test(text)) return BigInt(text);
    if (number && /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text)) return Number(text);
    if (number && text === "nan") return NaN;
    if (node.kind === "date" && isRealDay(text)) return day(text);
    if (node.kind === "truth" && ["true", "false"].includes(text)) return text === "true";
    return text;
  };
