// Quels acteurs font le pont entre des communautés ?
// Les liens entre acteurs ; kg ask y cherche les communautés et les ponts (étape « bridges »).
MATCH (s:Actor)<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(o:Actor), (c)-[:STATED_IN]->(d:Document)
WHERE c.certainty <> 'negated' AND s.id <> o.id
RETURN s.id AS sujet_id, s.name AS sujet, o.id AS objet_id, o.name AS objet
ORDER BY sujet_id, objet_id
