// What the oracles in Node share: packages from one folder, no connection to anywhere, JSON in and JSON out.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import net from "node:net";
import { pathToFileURL } from "node:url";

const refused = () => {
  throw new Error("an oracle tried to fetch something");
};
net.Socket.prototype.connect = refused;
globalThis.fetch = refused;
console.log = console.error; // standard output is the answer's

export const require = createRequire(`${process.env.CLAIMKIT_NODE_MODULES}/of-oracles.js`);
export const load = async (name) => import(pathToFileURL(require.resolve(name)));
export const asPage = (object) =>
  `<!doctype html><title>x</title><script type="application/ld+json">${JSON.stringify(object).replace(/</g, "\\u003c")}</script>`;

/** Read what is given, answer with what is wrong with each of its `items`; a check that throws has found that. */
export async function answer(check) {
  const given = JSON.parse(readFileSync(0, "utf-8"));
  const found = [];
  for (const item of given.items) found.push(await check(item, given).catch((error) => [String(error.message)]));
  process.stdout.write(JSON.stringify(found));
}
