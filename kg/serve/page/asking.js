// The prepared questions, and the editor for one's own.

import { button, byId, copyable, element, table } from "./elements.js";
import { answer, prefixes, questions } from "./sparql.js";
import { word } from "./words.js";

let editor = null;

export async function showQuestions(openView) {
  const all = await questions();
  const place = element("div", { class: "asked" });
  const list = element("ul", { class: "questions" }, ...all.map((each) =>
    element("li", {}, button(each.title, () => form(each, place, openView), { class: "plain" }))));
  byId("view-questions").replaceChildren(element("h2", {}, word("prepared")), list, place);
}

function form(asked, place, openView) {
  const fields = asked.parameters.map((each) =>
    element("label", {}, `${each.name} `, element("input", { name: each.name, value: each.default ?? "", title: each.about, required: each.default == null })));
  const told = element("div", { "aria-live": "polite" });
  const given = element("form", { onsubmit: async (event) => {
    event.preventDefault();
    told.replaceChildren(word("loading"));
    const values = Object.fromEntries([...new FormData(given)].filter(([, value]) => value));
    try {
      const found = await answer(asked.key, values);
      told.replaceChildren(
        element("p", {}, `${found.rows.length} ${word("rows")}`), table(found.columns, found.rows.map((row) => row.map(say))),
        button(word("openInEditor"), () => openView("editor", found.sparql)),
        element("h3", {}, "SPARQL"), copyable(found.sparql, word("copy"), word("copied")),
        element("h3", {}, "Cypher"), copyable(asked.cypher, word("copy"), word("copied")));
    } catch (error) {
      told.replaceChildren(element("p", { class: "error" }, error.message));
    }
  } }, ...fields, element("button", {}, word("ask")));
  place.replaceChildren(element("h3", {}, asked.title), element("p", {}, asked.about), given, told);
  place.scrollIntoView({ block: "start" });
}

const say = (cell) => (cell == null ? "" : Array.isArray(cell) ? cell.join(", ") : String(cell));

export async function showEditor(query) {
  const place = byId("view-editor");
  if (!editor) {
    document.head.append(element("link", { rel: "stylesheet", href: "page/vendor/yasgui.min.css" }));
    await new Promise((resolve, reject) =>
      document.head.append(element("script", { src: "page/vendor/yasgui.min.js", onload: resolve, onerror: reject })));
    const { Yasgui } = globalThis;
    Yasgui.Yasqe.defaults.autocompleters = ["variables"];
    Yasgui.Yasqe.defaults.value = `${Object.entries(prefixes()).filter(([name]) => ["fa", "rdf", "rdfs", "entity"].includes(name)).map(([name, iri]) => `PREFIX ${name}: <${iri}>`).join("\n")}\nSELECT ?acteur ?nom WHERE {\n  ?acteur a fa:ArmedGroup ; rdfs:label ?nom\n} LIMIT 20\n`;
    editor = new Yasgui(place, {
      requestConfig: { endpoint: new URL("sparql", location.href).href, method: "POST" }, copyEndpointOnNewTab: true,
      persistenceId: null, endpointCatalogueOptions: { getData: () => [] },
    });
  }
  if (query) editor.getTab().getYasqe().setValue(query);
  editor.getTab().getYasqe().refresh();
}
