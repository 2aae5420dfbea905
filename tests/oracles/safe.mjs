// jsonld.js in safe mode: what would be lost on the way to triples is a problem. Contexts are given, none is fetched.

import { answer, load } from "./offline.mjs";

const { default: jsonld } = await load("jsonld");

await answer(async (document, { contexts }) => {
  const documentLoader = async (address) => {
    if (!(address in contexts)) throw new Error(`no context ${address}`);
    return { contextUrl: null, documentUrl: address, document: contexts[address] };
  };
  try {
    await jsonld.toRDF(document, { safe: true, base: null, documentLoader });
    return [];
  } catch (error) {
    const { event = {} } = error.details ?? {};
    return [`${event.message ?? error.message} ${JSON.stringify(event.details ?? {})}`];
  }
});
