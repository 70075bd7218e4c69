// The queries that give what is on screen, to copy.

import { button, byId, copyable, element, table } from "./elements.js";
import { answersCypher, cypher, prefixes } from "./sparql.js";
import { word } from "./words.js";

export function withPrefixes(query) {
  const used = Object.entries(prefixes()).filter(([name]) => new RegExp(`\\b${name}:`).test(query) && !query.includes(`PREFIX ${name}:`));
  return [...used.map(([name, iri]) => `PREFIX ${name}: <${iri}>`), query].join("\n");
}

export function showQueries(sparql, query) {
  byId("queries").querySelector("div").replaceChildren(
    element("h3", {}, "SPARQL"), copyable(withPrefixes(sparql), word("copy"), word("copied")),
    element("h3", {}, "Cypher"), copyable(query, word("copy"), word("copied")),
    answersCypher() ? running(query) : "");
}

// A button that asks Neo4j, and the answer.
function running(query) {
  const told = element("div", { class: "answer" });
  const run = button(word("run"), async () => {
    try {
      const { columns, rows } = await cypher(query);
      told.replaceChildren(table(columns, rows.map((row) => row.map((cell) => (cell == null ? "" : typeof cell === "object" ? JSON.stringify(cell) : String(cell))))));
    } catch (error) {
      told.replaceChildren(element("p", { class: "error" }, error.message));
    }
  });
  return element("div", {}, run, told);
}
