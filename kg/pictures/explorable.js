// A network to explore: drag and zoom, search a name, click a link to read its sentences.

const byId = (id) => document.getElementById(id);
const told = JSON.parse(byId("data").textContent);

function element(name, text, ...children) {
  const made = document.createElement(name);
  made.textContent = text;
  made.append(...children);
  return made;
}

const picture = globalThis.cytoscape({
  container: byId("network"),
  elements: told.elements,
  maxZoom: 3,
  style: [
    { selector: "node", style: {
      label: "data(label)", "background-color": "data(color)", width: "data(size)", height: "data(size)", "font-size": 15,
      color: "#333", "text-valign": "bottom", "text-margin-y": 3, "text-outline-color": "#fff", "text-outline-width": 2 } },
    { selector: "edge", style: {
      width: "data(width)", "line-color": "data(color)", "line-style": "data(line)", "curve-style": "bezier",
      "target-arrow-shape": "triangle", "target-arrow-color": "data(color)", "arrow-scale": 0.8 } },
    { selector: ":selected", style: {
      "background-color": "#000", "line-color": "#000", "target-arrow-color": "#000", label: "data(label)", "font-size": 15,
      "text-background-color": "#fff", "text-background-opacity": 0.9 } },
  ],
  layout: { name: "cose", animate: false, randomize: false, nodeDimensionsIncludeLabels: true,
    nodeRepulsion: () => 7000, idealEdgeLength: () => 70 },
});

function show(heading, claims) {
  const shown = claims.map((claim) => element("div", "",
    element("strong", claim.fact), element("div", claim.note), element("blockquote", claim.sentence)));
  byId("told").replaceChildren(element("h3", heading), ...shown);
}

picture.on("tap", "edge", (event) => show(event.target.data("label"), event.target.data("claims")));
picture.on("tap", "node", (event) => {
  const edges = event.target.connectedEdges();
  show(event.target.data("name"), edges.map((edge) => edge.data("claims")).flat());
});

for (const node of picture.nodes()) byId("names").append(element("option", node.data("name")));
byId("search").addEventListener("change", () => {
  const wanted = byId("search").value;
  const found = picture.nodes().filter((node) => node.data("name") === wanted);
  picture.elements().unselect();
  if (!found.length) return;
  found.select().emit("tap");
  picture.zoom(1);
  picture.center(found);
});
