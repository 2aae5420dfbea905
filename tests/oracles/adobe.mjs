// Adobe's validator of structured data: Google's documented demands, and schema.org's terms.

import { answer, asPage, load } from "./offline.mjs";

const { default: Validator } = await load("@adobe/structured-data-validator");
const { default: extractors } = await load("@marbec/web-auto-extractor");
const Extractor = extractors.default ?? extractors;

await answer(async (item, { vocabulary }) => {
  const page = typeof item === "string" ? item : asPage(item);
  const data = new Extractor({ addLocation: true, embedSource: ["rdfa", "microdata"] }).parse(page);
  const issues = await new Validator(vocabulary).validate(data);
  const errors = (data.errors ?? []).map((error) => error.message ?? String(error));
  return [
    ...errors,
    ...issues.map(({ severity, issueMessage, path = [] }) =>
      `${severity}: ${issueMessage}, in ${path.map((step) => step.property ?? step.type).join("/")}`),
  ];
});
