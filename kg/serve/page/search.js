// A field with completion over all names (the ARIA combobox pattern).

import { element } from "./elements.js";
import { className, search } from "./sparql.js";
import { word } from "./words.js";

let made = 0;

export function combobox(label, onchoose) {
  const id = `names-${made++}`;
  const list = element("ul", { id, role: "listbox", hidden: true });
  const input = element("input", {
    type: "search", role: "combobox", autocomplete: "off", spellcheck: "false", "aria-autocomplete": "list",
    "aria-expanded": "false", "aria-controls": id, "aria-label": word(label), placeholder: word(label),
  });
  let found = [], active = -1, waiting = null;

  const show = () => {
    list.replaceChildren(...found.map((each, n) =>
      element("li", {
        role: "option", id: `${id}-${n}`, "aria-selected": String(n === active),
        onmousedown: (event) => { event.preventDefault(); choose(n); },
      },
      element("span", { class: "name" }, each.name),
      each.name === each.label ? null : element("span", { class: "label" }, each.label),
      element("span", { class: "type" }, className(each.type)))));
    if (!found.length && input.value.trim())
      list.append(element("li", { class: "nothing" }, word("nothing")));
    list.hidden = !input.value.trim();
    input.setAttribute("aria-expanded", String(!list.hidden));
    if (active >= 0) input.setAttribute("aria-activedescendant", `${id}-${active}`);
    else input.removeAttribute("aria-activedescendant");
    list.children[active]?.scrollIntoView({ block: "nearest" });
  };
  const close = () => { found = []; active = -1; list.hidden = true; input.setAttribute("aria-expanded", "false"); };
  const choose = (n) => {
    const chosen = found[n];
    if (!chosen) return;
    input.value = chosen.label;
    close();
    onchoose(chosen);
  };
  const look = async () => {
    waiting?.abort();
    waiting = new AbortController();
    const words = input.value.trim();
    if (!words) return close();
    try {
      found = await search(words, waiting.signal);
    } catch (error) {
      if (error.name === "AbortError") return;
      found = [];
    }
    active = found.length ? 0 : -1;
    show();
  };
  input.addEventListener("input", look);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    const moves = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in moves && found.length) {
      active = (active + moves[event.key] + found.length) % found.length;
      show();
      event.preventDefault();
    } else if (event.key === "Enter") {
      event.preventDefault();
      choose(active);
    } else if (event.key === "Escape") close();
  });
  return element("div", { class: "combobox" }, input, list);
}
