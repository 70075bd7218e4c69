// What is on screen: things and links, as the queries gave them, and which of them the filters let pass.

import * as queries from "./queries.js";
import { certainties, kindOf, rows, short } from "./sparql.js";

export const nodes = new Map();
export const edges = new Map();
export const filters = { relations: new Set(), certainties: new Set(["negated"]), from: "", to: "" };
let watchers = [];

export const watch = (watcher) => watchers.push(watcher);
export const changed = () => watchers.forEach((watcher) => watcher());

const key = (row) => `${row.s} ${row.p} ${row.o}`;
const surer = (one, other) => certainties().indexOf(one) < certainties().indexOf(other) ? one : other;

// Add the rows of a query for links; each link is as sure as its surest claim.
function add(found) {
  for (const row of found) {
    const certainty = short(row.certainty), id = key(row);
    const edge = edges.get(id) ?? { id, s: row.s, p: row.p, o: row.o, certainty, claims: 0, first: row.first, last: row.last };
    edge.certainty = surer(edge.certainty, certainty);
    edge.claims += edge[certainty] ? 0 : Number(row.claims);
    edge[certainty] = true;
    if (row.first < edge.first) edge.first = row.first;
    if (row.last > edge.last) edge.last = row.last;
    edges.set(id, edge);
  }
}

async function name(list) {
  const unknown = [...new Set(list)].filter((thing) => !nodes.has(thing));
  if (!unknown.length) return;
  for (const row of await rows(queries.things(unknown))) {
    const classes = row.classes.split(" ").map(short);
    const kind = classes.map(kindOf).find((each) => each !== "Entity") ?? "Entity";
    nodes.set(row.thing, { id: row.thing, label: row.label, kind, grown: 0, all: null });
  }
}

// Add the next neighbours of a thing, which may be new.
export async function grow(thing) {
  await name([thing]);
  const node = nodes.get(thing);
  if (!node) throw new Error(thing);
  const found = await rows(queries.links(thing, node.grown));
  await name(found.flatMap((row) => [row.s, row.o]));
  add(found);
  node.grown += queries.NEIGHBOURS;
  node.all ??= Number((await rows(queries.neighbourCount(thing)))[0].count);
  changed();
}

// Add the links between each thing of a path and the next.
export async function connect(path) {
  await name(path);
  for (let n = 1; n < path.length; n++) add(await rows(queries.between(path[n - 1], path[n])));
  changed();
}

export function remove(thing) {
  nodes.delete(thing);
  for (const edge of edges.values()) if (edge.s === thing || edge.o === thing) edges.delete(edge.id);
  changed();
}

export function clear() {
  nodes.clear();
  edges.clear();
  changed();
}

const passes = (edge) =>
  !filters.relations.has(short(edge.p)) && !filters.certainties.has(edge.certainty) &&
  (!filters.from || (edge.last ?? "") >= filters.from) && (!filters.to || (edge.first ?? "") <= `${filters.to}~`);

export const shownEdges = () => [...edges.values()].filter((edge) => passes(edge) && nodes.has(edge.s) && nodes.has(edge.o));

export function shownNodes() {
  const touched = new Set(shownEdges().flatMap((edge) => [edge.s, edge.o]));
  return [...nodes.values()].filter((node) => touched.has(node.id) || node.grown);
}
