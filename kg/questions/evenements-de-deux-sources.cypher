// Quels événements sont connus par deux sources indépendantes au moins ?
MATCH (e:Event)<-[:SUBJECT]-(c:Claim)-[:STATED_IN]->(d:Document)
WHERE c.certainty <> 'negated'
WITH e, count(DISTINCT coalesce(d.copyOf, d.id)) AS sources, count(DISTINCT d) AS documents
WHERE sources >= 2
RETURN e.name AS evenement, e.id AS evenement_id, sources, documents
ORDER BY sources DESC, evenement_id
