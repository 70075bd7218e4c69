// The client of the server: queries, search, and what the terms of the ontology are called.

import { language } from "./words.js";

let known = null;

async function json(address, options) {
  const response = await fetch(address, options);
  if (!response.ok) throw new Error((await response.text()).trim());
  return response.json();
}

// The rows of a SELECT, each cell as its text.
export async function rows(query) {
  const answer = await json("sparql", {
    method: "POST",
    headers: { "Content-Type": "application/sparql-query", Accept: "application/sparql-results+json" },
    body: query,
  });
  return answer.results.bindings.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cell.value])));
}

export const search = (words, signal) => json(`search?q=${encodeURIComponent(words)}`, { signal });
export const cypher = (query) => json("cypher", { method: "POST", body: JSON.stringify({ query }) });
export const answersCypher = () => known.cypher;
export const questions = () => json("questions.json");
export const answer = (key, given) =>
  json(`questions/${encodeURIComponent(key)}?${new URLSearchParams(given)}`);

export async function loadTerms() {
  known = await json("terms.json");
}

// An IRI as SPARQL writes it; refused if it could end the IRI and begin something else.
export function iri(text) {
  if (/[\u0000-\u0020<>"{}|^`\\]/.test(text)) throw new Error(`no IRI: ${text}`);
  return `<${text}>`;
}

export const short = (term) => term.slice(Math.max(term.lastIndexOf("#"), term.lastIndexOf("/")) + 1);

const called = (part, term) => known[part][short(term)]?.[language()] ?? short(term);
export const relationName = (term) => called("relations", term);
export const certaintyName = (term) => called("certainties", term);
export const className = (name) => called("classes", name);
export const kindOf = (name) => known.classes[short(name)]?.kind ?? "Entity";
export const relationshipType = (term) => known.relations[short(term)]?.cypher ?? "";
export const certainties = () => Object.keys(known.certainties);
export const prefixes = () => known.prefixes;
export const idOf = (thing) => decodeURIComponent(thing.slice(`${known.base}entity/`.length));
export const iriOf = (id) => `${known.base}entity/${encodeURIComponent(id).replaceAll("%3A", ":").replaceAll(".", "%2E")}`;
export const localPath = (thing) => thing.startsWith(known.base) ? thing.slice(known.base.length) : null;
