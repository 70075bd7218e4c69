// The queries of the page.  What stands in them comes through `iri`, and nothing else from outside.

import { idOf, iri, relationshipType } from "./sparql.js";

export const NEIGHBOURS = 40;
const values = (things) => things.map(iri).join(" ");

// The links of a thing with its neighbours, those of the most claims first.
export const links = (thing, first = 0) => `SELECT ?s ?p ?o ?certainty (COUNT(DISTINCT ?claim) AS ?claims)
       (MIN(?day) AS ?first) (MAX(?day) AS ?last)
WHERE {
  { SELECT ?other (COUNT(?c) AS ?weight) WHERE {
      { ?c rdf:subject ${iri(thing)} ; rdf:object ?other } UNION
      { ?c rdf:object ${iri(thing)} ; rdf:subject ?other }
      FILTER (isIRI(?other) && ?other != ${iri(thing)})
    } GROUP BY ?other ORDER BY DESC(?weight) ?other LIMIT ${NEIGHBOURS} OFFSET ${Number(first)} }
  { ?claim rdf:subject ${iri(thing)} ; rdf:object ?other BIND (${iri(thing)} AS ?s) BIND (?other AS ?o) } UNION
  { ?claim rdf:object ${iri(thing)} ; rdf:subject ?other BIND (?other AS ?s) BIND (${iri(thing)} AS ?o) }
  ?claim rdf:predicate ?p ; fa:certainty ?certainty ; fa:inDocument ?document .
  OPTIONAL { ?claim fa:time ?time }
  OPTIONAL { ?document dcterms:issued ?issued }
  BIND (STR(COALESCE(?time, ?issued)) AS ?day)
}
GROUP BY ?s ?p ?o ?certainty`;

export const linksCypher = (thing) => `MATCH (a:Entity {id: ${JSON.stringify(idOf(thing))}})-[r]-(b:Entity)
RETURN startNode(r).name AS subject, type(r) AS relation, endNode(r).name AS object,
       r.certainty AS certainty, size(r.claims) AS claims, r.first AS first, r.last AS last
ORDER BY claims DESC LIMIT ${NEIGHBOURS}`;

export const neighbourCount = (thing) => `SELECT (COUNT(DISTINCT ?other) AS ?count) WHERE {
  { ?c rdf:subject ${iri(thing)} ; rdf:object ?other } UNION
  { ?c rdf:object ${iri(thing)} ; rdf:subject ?other }
  FILTER (isIRI(?other) && ?other != ${iri(thing)})
}`;

export const things = (list) => `SELECT ?thing (SAMPLE(?name) AS ?label) (GROUP_CONCAT(DISTINCT STR(?class)) AS ?classes) WHERE {
  VALUES ?thing { ${values(list)} }
  ?thing rdfs:label ?name ; a ?class
} GROUP BY ?thing`;

export const otherNames = (thing) => `SELECT DISTINCT (STR(?called) AS ?name) WHERE {
  { ${iri(thing)} rdfs:label ?called } UNION { ${iri(thing)} skos:altLabel ?called } UNION { ${iri(thing)} fa:knownAs ?called }
} ORDER BY ?name LIMIT 30`;

const EVIDENCE = `?claim fa:certainty ?certainty ; fa:sentence ?sentence ; fa:quote ?quote ;
         fa:start ?start ; fa:end ?end ; fa:inDocument ?document .
  OPTIONAL { ?claim fa:time ?time }
  OPTIONAL { ?claim fa:speaker ?speaker OPTIONAL { ?speaker rdfs:label ?speaking } }
  OPTIONAL { ?document dcterms:title ?title }
  OPTIONAL { ?document dcterms:issued ?issued }
  OPTIONAL { ?document schema:url ?url }
  OPTIONAL { ?document schema:text ?text
             BIND (IF(?start > 600, ?start - 600, 0) AS ?from)
             BIND (SUBSTR(?text, 1 + ?from, ?end - ?from + 600) AS ?around) }`;

// The claims of a link, the surest and the newest first.
export const claims = (s, p, o, first = 0) => `SELECT DISTINCT * WHERE {
  ?claim rdf:subject ${iri(s)} ; rdf:predicate ${iri(p)} ; rdf:object ${iri(o)} ;
         ${EVIDENCE.slice("?claim ".length)}
} ORDER BY ?certainty DESC(?issued) ?claim LIMIT 21 OFFSET ${Number(first)}`;

export const claimsCypher = (s, p, o) => `MATCH (c:Claim {relation: ${JSON.stringify(relation(p))}})-[:SUBJECT]->({id: ${JSON.stringify(idOf(s))}})
MATCH (c)-[:OBJECT]->({id: ${JSON.stringify(idOf(o))}})
MATCH (c)-[:STATED_IN]->(d:Document)
RETURN c.sentence, c.quote, c.certainty, c.time, d.title, d.published, d.url
ORDER BY d.published DESC`;
const relation = (p) => p.slice(p.lastIndexOf("#") + 1);

// Who touches whom among so many: one step of the search for a path.
export const step = (list) => `SELECT DISTINCT ?a ?b WHERE {
  VALUES ?a { ${values(list)} }
  { ?claim rdf:subject ?a ; rdf:object ?b } UNION { ?claim rdf:object ?a ; rdf:subject ?b }
  ?claim fa:certainty ?certainty .
  FILTER (isIRI(?b) && ?certainty != fa:negated)
} LIMIT 20000`;

export const between = (a, b) => `SELECT ?s ?p ?o ?certainty (COUNT(DISTINCT ?claim) AS ?claims)
       (MIN(?day) AS ?first) (MAX(?day) AS ?last)
WHERE {
  VALUES (?s ?o) { (${iri(a)} ${iri(b)}) (${iri(b)} ${iri(a)}) }
  ?claim rdf:subject ?s ; rdf:object ?o ; rdf:predicate ?p ; fa:certainty ?certainty ; fa:inDocument ?document .
  OPTIONAL { ?claim fa:time ?time }
  OPTIONAL { ?document dcterms:issued ?issued }
  BIND (STR(COALESCE(?time, ?issued)) AS ?day)
}
GROUP BY ?s ?p ?o ?certainty`;

export const pathCypher = (a, b) => `MATCH p = shortestPath((a:Entity {id: ${JSON.stringify(idOf(a))}})-[*..6]-(b:Entity {id: ${JSON.stringify(idOf(b))}}))
RETURN p`;

// The events of things, with day and place.
export const events = (list) => `SELECT ?event (SAMPLE(?name) AS ?label) (MIN(?when) AS ?day) (SAMPLE(?placed) AS ?place)
       (SAMPLE(?lat) AS ?latitude) (SAMPLE(?long) AS ?longitude)
WHERE {
  { SELECT DISTINCT ?event WHERE {
      VALUES ?thing { ${values(list)} }
      { ?c rdf:subject ?event ; rdf:object ?thing } UNION { ?c rdf:object ?event ; rdf:subject ?thing }
      UNION { ?event a fa:Event FILTER (?event = ?thing) }
      ?event a fa:Event
    } LIMIT 500 }
  ?event rdfs:label ?name .
  OPTIONAL { ?d rdf:subject ?event ; rdf:predicate fa:onDate ; rdf:object ?date BIND (STR(?date) AS ?when) }
  OPTIONAL { ?l rdf:subject ?event ; rdf:predicate fa:occurredIn ; rdf:object ?spot .
             ?spot rdfs:label ?placed OPTIONAL { ?spot schema:latitude ?lat ; schema:longitude ?long } }
} GROUP BY ?event ORDER BY ?day`;
