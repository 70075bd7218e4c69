// Que dit un document ?
MATCH (:Document {id: $document})<-[:STATED_IN]-(c:Claim)-[:SUBJECT]->(s:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
OPTIONAL MATCH (c)-[:ATTRIBUTED_TO]->(q:Entity)
RETURN s.name AS sujet, c.relation AS relation, coalesce(o.name, c.value) AS objet,
       c.certainty AS certitude, coalesce(q.name, c.attributedTo) AS qui, c.time AS quand,
       c.sentence AS phrase, c.start AS debut
ORDER BY debut, sujet, relation, objet
