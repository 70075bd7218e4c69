// Qui dit quoi d'une attaque ?
MATCH (:Entity {id: $evenement})<-[:SUBJECT]-(c:Claim)-[:STATED_IN]->(d:Document)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
OPTIONAL MATCH (c)-[:ATTRIBUTED_TO]->(q:Entity)
RETURN c.relation AS relation, coalesce(o.name, c.value) AS objet, c.certainty AS certitude,
       coalesce(q.name, c.attributedTo) AS qui, c.sentence AS phrase, d.id AS document,
       d.published AS publie
ORDER BY publie, document, relation, objet
