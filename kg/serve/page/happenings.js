// Events of the network: along the time, and on the map.

import { byId, element, svg } from "./elements.js";
import { grow, shownNodes } from "./graph.js";
import { showThing } from "./details.js";
import * as queries from "./queries.js";
import { rows } from "./sparql.js";
import { word } from "./words.js";

const WIDTH = 960, HEIGHT = 480;
let shapes = null;

const events = async () => {
  const things = shownNodes().map((node) => node.id);
  return things.length ? rows(queries.events(things)) : [];
};
const open = (event) => async () => { await grow(event); showThing(event); };
const entry = (row) => element("li", {}, element("time", {}, row.day ?? "?"), " ",
  element("button", { type: "button", class: "plain", onclick: open(row.event) }, row.label), row.place ? ` – ${row.place}` : "");

export async function showTimeline() {
  const dated = (await events()).filter((row) => row.day);
  byId("view-timeline").replaceChildren(dated.length ? strip(dated) : element("p", {}, word("noEvents")),
    element("ol", { class: "events" }, ...dated.map(entry)));
}

const moment = (day) => Date.parse(day.slice(0, 10).length < 10 ? `${day.slice(0, 4)}-${day.slice(5, 7) || "07"}-01` : day.slice(0, 10)) || Date.parse(day.slice(0, 4));

function strip(dated) {
  const times = dated.map((row) => moment(row.day));
  const low = Math.min(...times), span = Math.max(...times) - low || 1;
  const heights = new Map();
  const dots = dated.map((row, n) => {
    const x = 30 + ((times[n] - low) / span) * (WIDTH - 60), slot = Math.round(x / 8);
    heights.set(slot, (heights.get(slot) ?? 0) + 1);
    return svg("circle", { cx: x, cy: 100 - Math.min(heights.get(slot), 10) * 9, r: 4, class: "dot", onclick: open(row) }, svg("title", {}, `${row.day} ${row.label}`));
  });
  const label = (x, anchor, text) => svg("text", { x, y: 122, "text-anchor": anchor }, text);
  return svg("svg", { viewBox: `0 0 ${WIDTH} 130`, class: "strip", role: "img", "aria-label": `${dated.length} ${word("events")}` },
    svg("line", { x1: 20, x2: WIDTH - 20, y1: 104, y2: 104, class: "axis" }), ...dots,
    label(30, "start", dated[0].day), label(WIDTH - 30, "end", dated.at(-1).day));
}

const script = (name) => new Promise((resolve, reject) =>
  document.head.append(element("script", { src: `page/vendor/${name}`, onload: resolve, onerror: reject })));

async function countries() {
  if (!shapes) {
    await script("d3-array.js");
    await Promise.all([script("d3-geo.js"), script("topojson-client.js")]);
    const atlas = await (await fetch("page/vendor/countries.json")).json();
    shapes = globalThis.topojson.feature(atlas, atlas.objects.countries);
  }
  return shapes;
}

export async function showMap() {
  const [land, all] = await Promise.all([countries(), events()]);
  const located = all.filter((row) => row.latitude != null);
  byId("view-map").replaceChildren(draw(land, located),
    located.length ? element("ol", { class: "events" }, ...located.map(entry)) : element("p", {}, word("noPlaces")));
}

function draw(land, located) {
  const { d3 } = globalThis;
  const points = { type: "MultiPoint", coordinates: located.map((row) => [Number(row.longitude), Number(row.latitude)]) };
  const projection = d3.geoMercator().center([20, 25]).scale(140).translate([WIDTH / 2, HEIGHT / 2]);
  if (located.length) {
    projection.fitExtent([[120, 90], [WIDTH - 120, HEIGHT - 90]], points);
    if (!(projection.scale() < 2500)) {
      const [x, y] = d3.geoCentroid(points);
      projection.scale(2500).center([x, y]).translate([WIDTH / 2, HEIGHT / 2]);
    }
  }
  const path = d3.geoPath(projection.clipExtent([[0, 0], [WIDTH, HEIGHT]]));
  const places = Map.groupBy ? Map.groupBy(located, (row) => `${row.longitude} ${row.latitude}`) : new Map();
  const spots = [...places.values()].map((here) => {
    const [x, y] = projection([Number(here[0].longitude), Number(here[0].latitude)]);
    return svg("g", { class: "spot", onclick: open(here[0].event) },
      svg("circle", { cx: x, cy: y, r: 5 + 3 * Math.sqrt(here.length) }),
      svg("text", { x: x + 10 + 3 * Math.sqrt(here.length), y: y + 4 }, `${here[0].place ?? ""} (${here.length})`),
      svg("title", {}, here.map((row) => `${row.day ?? "?"} ${row.label}`).join("\n")));
  });
  return svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "map", role: "img", "aria-label": word("mapLabel") },
    ...land.features.map((country) => svg("path", { d: path(country) ?? "", class: "land" })), ...spots);
}
