// The words of the page, by language; and which language is spoken.

const WORDS = {
  fr: {
    skip: "Aller aux détails", search: "Chercher un acteur, un lieu, un événement", clear: "Effacer",
    network: "Réseau", path: "Chemin", timeline: "Chronologie", map: "Carte", table: "Tableau",
    questions: "Questions", editor: "SPARQL", filters: "Filtres", queries: "Requêtes de cet écran",
    hint: "Cherchez un acteur : son réseau se dessine ici. Un clic sur un nœud l'agrandit, un clic sur un lien montre les phrases.",
    relations: "Relations", certainties: "Certitude", from: "Du", to: "au", all: "toutes", none: "aucune",
    grow: "Agrandir", more: "Voisins suivants", remove: "Retirer", page: "Sa page", start: "Partir d'ici",
    fit: "Tout voir", empty: "Vider", image: "Image PNG", csv: "CSV", graphml: "GraphML",
    claims: "affirmations", names: "Aussi appelé", according: "selon", on: "le", article: "Article",
    source: "Lire l'article", noClaims: "Aucune affirmation.", nothing: "Rien ne correspond.",
    subject: "Sujet", relation: "Relation", object: "Objet", certainty: "Certitude", first: "Premier jour",
    last: "Dernier jour", count: "Affirmations", one: "Premier acteur", other: "Second acteur",
    find: "Chercher", noPath: "Aucun chemin en six pas au plus.", run: "Poser à Neo4j", copy: "Copier", copied: "Copié",
    ask: "Poser", openInEditor: "Ouvrir dans l'éditeur", noEvents: "Aucun événement daté dans ce réseau.",
    noPlaces: "Aucun événement situé dans ce réseau.", events: "événements", prepared: "Questions préparées",
    language: "English", dark: "Sombre", light: "Clair", loading: "Recherche…", rows: "lignes",
    neighbours: "voisins", steps: "pas", keyboard: "Liste des liens", shown: "Montré",
    mapLabel: "Carte des événements", networkLabel: "Réseau de {0} nœuds et {1} liens ; le tableau les donne en texte",
    required: "obligatoire", choose: "Choisissez un acteur", denied: "nié",
  },
  en: {
    skip: "Go to the details", search: "Search an actor, a place, an event", clear: "Clear",
    network: "Network", path: "Path", timeline: "Timeline", map: "Map", table: "Table",
    questions: "Questions", editor: "SPARQL", filters: "Filters", queries: "Queries of this screen",
    hint: "Search an actor: its network is drawn here. A click on a node grows it, a click on a link shows the sentences.",
    relations: "Relations", certainties: "Certainty", from: "From", to: "to", all: "all", none: "none",
    grow: "Grow", more: "More neighbours", remove: "Remove", page: "Its page", start: "Start from here",
    fit: "See all", empty: "Clear", image: "PNG image", csv: "CSV", graphml: "GraphML",
    claims: "claims", names: "Also called", according: "according to", on: "on", article: "Article",
    source: "Read the article", noClaims: "No claim.", nothing: "Nothing matches.",
    subject: "Subject", relation: "Relation", object: "Object", certainty: "Certainty", first: "First day",
    last: "Last day", count: "Claims", one: "First actor", other: "Second actor",
    find: "Search", noPath: "No path of at most six steps.", run: "Ask Neo4j", copy: "Copy", copied: "Copied",
    ask: "Ask", openInEditor: "Open in the editor", noEvents: "No dated event in this network.",
    noPlaces: "No located event in this network.", events: "events", prepared: "Prepared questions",
    language: "Français", dark: "Dark", light: "Light", loading: "Searching…", rows: "rows",
    neighbours: "neighbours", steps: "steps", keyboard: "List of links", shown: "Shown",
    mapLabel: "Map of events", networkLabel: "Network of {0} nodes and {1} links; the table gives them in words",
    required: "required", choose: "Choose an actor", denied: "denied",
  },
};

let spoken = localStorage.getItem("language") || (navigator.language.startsWith("en") ? "en" : "fr");

export const language = () => spoken;

export const word = (name, ...values) =>
  values.reduce((text, value, n) => text.replace(`{${n}}`, value), WORDS[spoken][name] ?? name);

export function speak(chosen) {
  spoken = chosen;
  localStorage.setItem("language", chosen);
  document.documentElement.lang = chosen;
  for (const each of document.querySelectorAll("[data-word]")) each.textContent = word(each.dataset.word);
}
