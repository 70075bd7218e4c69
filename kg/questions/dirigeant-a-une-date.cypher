// Qui dirigeait une organisation à une date ?
MATCH (p:Entity)<-[:SUBJECT]-(c:Claim {relation: 'leads'})-[:OBJECT]->(:Entity {id: $organisation}),
      (c)-[:STATED_IN]->(d:Document)
WHERE c.certainty <> 'negated' AND c.tense IS NULL AND d.published IS NOT NULL
WITH p, min(d.published) AS premiere, max(d.published) AS derniere, count(DISTINCT d) AS documents
WHERE premiere <= date($date)
RETURN p.name AS dirigeant, premiere, derniere, derniere >= date($date) AS couvre_la_date, documents
ORDER BY derniere DESC, dirigeant
