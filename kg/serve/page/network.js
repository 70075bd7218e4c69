// The picture of the network.

import cytoscape from "./vendor/cytoscape.mjs";
import { byId } from "./elements.js";
import { shownEdges, shownNodes } from "./graph.js";
import { relationName } from "./sparql.js";
import { word } from "./words.js";

const SHAPES = { Person: "ellipse", Organisation: "round-rectangle", Country: "hexagon", Place: "round-diamond", Event: "star", Entity: "ellipse" };
const LINES = { asserted: "solid", reported: "dashed", alleged: "dashed", possible: "dotted", negated: "dotted" };
const LENGTH = 30, LARGEST = 1.25;
let picture = null;

const color = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
const cut = (text) => (text.length > LENGTH ? `${text.slice(0, LENGTH - 1)}…` : text);

const look = () => [
  { selector: "node", style: {
    label: "data(label)", "font-size": 11, color: color("ink"), "text-valign": "bottom", "text-margin-y": 4,
    "text-wrap": "wrap", "text-max-width": 110, width: 20, height: 20, "text-outline-color": color("paper"),
    "text-outline-width": 2, "border-width": 1, "border-color": color("ink") } },
  ...Object.entries(SHAPES).map(([kind, shape]) =>
    ({ selector: `node[kind="${kind}"]`, style: { shape, "background-color": color(kind.toLowerCase()) } })),
  { selector: "node[?grown]", style: { width: 30, height: 30, "font-weight": "bold", "border-width": 2 } },
  { selector: "edge", style: {
    width: "data(width)", "line-color": color("line"), "target-arrow-color": color("line"),
    "target-arrow-shape": "triangle", "arrow-scale": 0.8, "curve-style": "bezier" } },
  ...Object.entries(LINES).map(([certainty, line]) =>
    ({ selector: `edge[certainty="${certainty}"]`, style: { "line-style": line } })),
  { selector: 'edge[certainty="negated"]', style: { "line-color": color("denied"), "target-arrow-color": color("denied") } },
  { selector: "edge:selected, edge.near", style: {
    label: "data(label)", "font-size": 10, color: color("ink"), "text-rotation": "autorotate", "line-color": color("accent"),
    "target-arrow-color": color("accent"), "text-background-color": color("paper"), "text-background-opacity": 0.9 } },
  { selector: "node:selected", style: { "border-color": color("accent"), "border-width": 3 } },
];

export function start(onnode, onedge) {
  picture = cytoscape({ container: byId("network"), style: look(), minZoom: 0.15, maxZoom: 3 });
  picture.on("layoutstop", fit);
  picture.on("tap", "node", (event) => onnode(event.target.id()));
  picture.on("tap", "edge", (event) => onedge(event.target.id()));
  picture.on("mouseover", "edge", (event) => event.target.addClass("near"));
  picture.on("mouseout", "edge", (event) => event.target.removeClass("near"));
  byId("network").picture = picture;
}

export function draw() {
  const before = picture.nodes().length;
  const wanted = [
    ...shownNodes().map((node) => ({ group: "nodes", data: { id: node.id, label: cut(node.label), kind: node.kind, grown: node.grown > 0 } })),
    ...shownEdges().map((edge) => ({ group: "edges", data: {
      id: edge.id, source: edge.s, target: edge.o, label: relationName(edge.p), certainty: edge.certainty,
      width: 1 + Math.min(Math.log2(edge.claims + 1), 5) } })),
  ];
  const ids = new Set(wanted.map((each) => each.data.id));
  picture.remove(picture.elements().filter((each) => !ids.has(each.id())));
  for (const each of wanted) {
    const there = picture.getElementById(each.data.id);
    if (there.length) there.data(each.data);
    else picture.add(each);
  }
  if (picture.nodes().length !== before) arrange();
  byId("network").setAttribute("aria-label", word("networkLabel", picture.nodes().length, picture.edges().length));
  byId("hint").hidden = picture.nodes().length > 0;
}

// One thing and its neighbours stand in circles; the network of several finds its own form.
function arrange() {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const grown = picture.nodes("[?grown]");
  const common = { fit: false, animate: !still && picture.nodes().length < 150, animationDuration: 300, nodeDimensionsIncludeLabels: true };
  picture.layout(grown.length === 1
    ? { ...common, name: "concentric", concentric: (node) => (node.data("grown") ? 2 : 1), levelWidth: () => 1, minNodeSpacing: 30, spacingFactor: 1.1 }
    : { ...common, name: "cose", animate: common.animate ? "end" : false, randomize: false, nodeRepulsion: () => 20000, idealEdgeLength: () => 110 },
  ).run();
}

export function fit() {
  picture.fit(undefined, 40);
  if (picture.zoom() > LARGEST) picture.zoom(LARGEST);
  picture.center();
}
export const resize = () => picture.resize();
export const recolor = () => picture.style(look());
export const select = (id) => { picture.elements().unselect(); picture.getElementById(id).select(); };
export const image = () => picture.png({ output: "blob", full: true, scale: 2, bg: color("paper") });
