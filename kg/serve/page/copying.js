// The queries that give what is on screen, to copy.

import { byId, copyable, element } from "./elements.js";
import { prefixes } from "./sparql.js";
import { word } from "./words.js";

export function withPrefixes(query) {
  const used = Object.entries(prefixes()).filter(([name]) => new RegExp(`\\b${name}:`).test(query) && !query.includes(`PREFIX ${name}:`));
  return [...used.map(([name, iri]) => `PREFIX ${name}: <${iri}>`), query].join("\n");
}

export function showQueries(sparql, cypher) {
  byId("queries").querySelector("div").replaceChildren(
    element("h3", {}, "SPARQL"), copyable(withPrefixes(sparql), word("copy"), word("copied")),
    element("h3", {}, "Cypher"), copyable(cypher, word("copy"), word("copied")));
}
