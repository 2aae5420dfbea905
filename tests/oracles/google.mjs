// structured-data-testing-tool with its preset for Google. It is given pages, never addresses.

import { answer, asPage, require } from "./offline.mjs";

const { structuredDataTest } = require("structured-data-testing-tool");
const { Google } = require("structured-data-testing-tool/presets");

await answer(async (item) => {
  const page = typeof item === "string" ? item : asPage(item);
  const { failed, warnings } = await structuredDataTest(page, { presets: [Google] }).catch((error) => {
    if (error.res) return error.res;
    throw error;
  });
  return [...failed, ...warnings].map(({ test, error }) => `${test}: ${error?.message ?? "failed"}`);
});
