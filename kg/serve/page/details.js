// The side: what a thing is, and the sentences behind a link.

import { button, byId, element, webLink } from "./elements.js";
import { edges, grow, nodes, remove } from "./graph.js";
import { select } from "./network.js";
import * as queries from "./queries.js";
import { certaintyName, className, localPath, relationName, rows, short } from "./sparql.js";
import { showQueries } from "./copying.js";
import { word } from "./words.js";

const PAGE = 20;
const place = () => byId("details");

export async function showThing(thing) {
  const node = nodes.get(thing);
  select(thing);
  showQueries(queries.links(thing), queries.linksCypher(thing));
  const names = (await rows(queries.otherNames(thing))).map((row) => row.name).filter((name) => name !== node.label);
  const growing = button(node.grown ? word("more") : word("grow"), async () => {
    await grow(thing);
    showThing(thing);
  });
  place().replaceChildren(
    element("h2", {}, node.label),
    element("p", { class: "soft" }, className(node.kind), node.all == null ? "" : ` · ${Math.min(node.grown, node.all)} / ${node.all} ${word("neighbours")}`),
    names.length ? element("p", {}, `${word("names")} : ${names.join(", ")}`) : null ?? "",
    element("p", { class: "buttons" },
      node.all != null && node.grown >= node.all ? null : growing,
      button(word("remove"), () => { remove(thing); place().replaceChildren(); }),
      element("a", { href: localPath(thing) }, word("page"))),
    element("h3", {}, word("keyboard")),
    element("ul", { class: "links" }, ...linksOf(thing)));
}

const linksOf = (thing) => [...edges.values()].filter((edge) => edge.s === thing || edge.o === thing)
  .sort((a, b) => b.claims - a.claims).slice(0, 100)
  .map((edge) => element("li", {}, button(sayEdge(edge), () => showLink(edge.id), { class: `plain ${edge.certainty}` })));

export const sayEdge = (edge) => `${nodes.get(edge.s)?.label} ${relationName(edge.p)} ${nodes.get(edge.o)?.label}`;

export async function showLink(id) {
  const edge = edges.get(id);
  select(id);
  showQueries(queries.claims(edge.s, edge.p, edge.o), queries.claimsCypher(edge.s, edge.p, edge.o));
  const list = element("div");
  place().replaceChildren(
    element("h2", {}, sayEdge(edge)),
    element("p", { class: "soft" }, `${edge.claims} ${word("claims")}`), list);
  await showClaims(list, edge, 0);
  place().focus({ preventScroll: true });
}

async function showClaims(list, edge, first) {
  const found = oneEach(await rows(queries.claims(edge.s, edge.p, edge.o, first)));
  list.append(...found.slice(0, PAGE).map(showClaim));
  if (!found.length && !first) list.append(element("p", {}, word("noClaims")));
  if (found.length > PAGE) {
    const more = button("…", () => { more.remove(); showClaims(list, edge, first + PAGE); });
    list.append(more);
  }
}

const oneEach = (found) => [...new Map(found.map((row) => [row.claim, row])).values()];

function showClaim(row) {
  const speaker = row.speaking ?? row.speaker;
  const facts = [
    element("strong", { class: short(row.certainty) }, certaintyName(row.certainty)),
    speaker ? `${word("according")} ${speaker}` : null,
    row.time ?? null,
  ].filter(Boolean).flatMap((each, n) => (n ? [" · ", each] : [each]));
  const article = [row.title || row.document.slice(row.document.lastIndexOf("/") + 1), row.issued].filter(Boolean).join(", ");
  return element("article", { class: "claim" },
    element("blockquote", {}, ...paragraph(row)),
    element("p", {}, ...facts),
    element("p", { class: "soft" },
      element("a", { href: localPath(row.document) }, article), " ",
      row.url ? webLink(row.url, word("source")) : null));
}

// The paragraph that holds the quote, with the quote marked; offsets count code points.
function paragraph(row) {
  if (!row.around) return marked(row.sentence, row.sentence.indexOf(row.quote), row.quote.length);
  const text = Array.from(row.around);
  const from = Number(row.start) - Number(row.from), to = Number(row.end) - Number(row.from);
  const begin = text.lastIndexOf("\n", from) + 1, stop = text.indexOf("\n", to);
  const piece = (a, b) => text.slice(a, b).join("");
  return [
    begin ? "" : Number(row.from) ? "…" : "", piece(begin, from), element("mark", {}, piece(from, to)),
    piece(to, stop < 0 ? undefined : stop),
  ];
}

const marked = (text, at, length) => at < 0 ? [text]
  : [text.slice(0, at), element("mark", {}, text.slice(at, at + length)), text.slice(at + length)];
