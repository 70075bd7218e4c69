// The network as a table, and as files.

import { button, byId, download, element, table } from "./elements.js";
import { nodes, shownEdges, shownNodes } from "./graph.js";
import { image } from "./network.js";
import { certaintyName, idOf, relationName, short } from "./sparql.js";
import { word } from "./words.js";

const COLUMNS = ["subject", "relation", "object", "certainty", "count", "first", "last"];
const cells = (edge) => [
  nodes.get(edge.s).label, relationName(edge.p), nodes.get(edge.o).label, certaintyName(edge.certainty),
  String(edge.claims), edge.first ?? "", edge.last ?? "",
];

export function showTable() {
  const found = shownEdges().sort((a, b) => b.claims - a.claims);
  byId("view-table").replaceChildren(
    element("p", { class: "buttons" },
      button(word("csv"), () => download("reseau.csv", "text/csv;charset=utf-8", csv([COLUMNS.map((name) => word(name)), ...found.map(cells)]))),
      button(word("graphml"), () => download("reseau.graphml", "application/xml", graphml())),
      button(word("image"), () => download("reseau.png", "image/png", image()))),
    table(COLUMNS.map((name) => word(name)), found.map(cells)));
}

// Text that a spreadsheet would take for a formula is kept from being one.
const guarded = (cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);
const csv = (lines) => `\ufeff${lines.map((line) => line.map((cell) => `"${guarded(cell).replaceAll('"', '""')}"`).join(",")).join("\r\n")}\r\n`;

const escaped = (text) => text.replace(/[^\u0009\u000a\u000d\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
  .replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
const data = (key, value) => `<data key="${key}">${escaped(String(value ?? ""))}</data>`;

function graphml() {
  const keys = [["label", "node", "string"], ["kind", "node", "string"], ["relation", "edge", "string"],
    ["certainty", "edge", "string"], ["claims", "edge", "int"], ["first", "edge", "string"], ["last", "edge", "string"]];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>', '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keys.map(([name, of, type]) => `<key id="${name}" for="${of}" attr.name="${name}" attr.type="${type}"/>`),
    '<graph edgedefault="directed">',
    ...shownNodes().map((node) => `<node id="${escaped(idOf(node.id))}">${data("label", node.label)}${data("kind", node.kind)}</node>`),
    ...shownEdges().map((edge) => `<edge source="${escaped(idOf(edge.s))}" target="${escaped(idOf(edge.o))}">${data("relation", short(edge.p))}${data("certainty", edge.certainty)}${data("claims", edge.claims)}${data("first", edge.first)}${data("last", edge.last)}</edge>`),
    "</graph>", "</graphml>", "",
  ].join("\n");
}
