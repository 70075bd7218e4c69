// Quelles communautés d'acteurs se forment, trimestre par trimestre ?
// Les liens datés entre acteurs ; kg ask y cherche les communautés (étape « communities »).
MATCH (s:Actor)<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(o:Actor), (c)-[:STATED_IN]->(d:Document)
WHERE c.certainty <> 'negated' AND s.id <> o.id
RETURN s.id AS sujet_id, s.name AS sujet, o.id AS objet_id, o.name AS objet, d.published AS publie
ORDER BY sujet_id, objet_id
