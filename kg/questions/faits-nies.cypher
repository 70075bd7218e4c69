// Quels faits sont niés, par qui, et combien de documents les affirment ?
MATCH (s:Entity)<-[:SUBJECT]-(c:Claim {certainty: 'negated'})-[:STATED_IN]->(d:Document)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
OPTIONAL MATCH (c)-[:ATTRIBUTED_TO]->(q:Entity)
OPTIONAL MATCH (s)<-[:SUBJECT]-(y:Claim)-[:OBJECT]->(o), (y)-[:STATED_IN]->(f:Document)
WHERE y.relation = c.relation AND y.certainty <> 'negated'
RETURN s.name AS sujet, c.relation AS relation, coalesce(o.name, c.value) AS objet,
       coalesce(q.name, c.attributedTo) AS nie_par, c.sentence AS phrase, d.id AS document,
       count(DISTINCT f) AS affirme_par
ORDER BY document, sujet, relation, objet
