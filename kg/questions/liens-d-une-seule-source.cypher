// Quels liens entre acteurs ne tiennent qu'à une source ?
MATCH (s:Actor)<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(o:Actor), (c)-[:STATED_IN]->(d:Document)
WHERE c.certainty <> 'negated'
WITH s, c.relation AS relation, o, count(DISTINCT coalesce(d.copyOf, d.id)) AS sources,
     min(coalesce(d.copyOf, d.id)) AS source
WHERE sources = 1
RETURN s.name AS sujet, relation, o.name AS objet, source
ORDER BY sujet, relation, objet
