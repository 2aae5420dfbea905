// What VS Code's own service for JSON says of a file while somebody writes it: the file's own "$schema" is followed, on the
// disk and nowhere else. Reads {uri, text, at} and answers {diagnostics, completions, hovers}, one of the latter two a place.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const require = createRequire(`${process.env.CLAIMKIT_EDITOR_MODULES}/of-tests.js`);
const { getLanguageService, TextDocument } = require("vscode-json-languageservice");

const { uri, text, at } = JSON.parse(readFileSync(0, "utf-8"));
const service = getLanguageService({
  schemaRequestService: async (address) => readFileSync(fileURLToPath(address), "utf-8"),
  workspaceContext: { resolveRelativePath: (path, resource) => new URL(path, resource).toString() },
});
service.configure({ validate: true });
const document = TextDocument.create(uri, "json", 1, text);
const parsed = service.parseJSONDocument(document);
const flat = (said) => (typeof said === "string" ? said : said.value);

const diagnostics = await service.doValidation(document, parsed);
const completions = [];
const hovers = [];
for (const offset of at) {
  const position = document.positionAt(offset);
  const list = await service.doComplete(document, position, parsed);
  completions.push(list.items.map((item) => item.label));
  const hover = await service.doHover(document, position, parsed);
  hovers.push(hover ? [hover.contents].flat().map(flat).join("\n") : "");
}
const where = ({ range, message }) => ({ message, words: document.getText(range) });
process.stdout.write(JSON.stringify({ diagnostics: diagnostics.map(where), completions, hovers }));
