// Quel est le plus court chemin entre deux acteurs, et quelles phrases le portent ?
// Les liens du graphe ; kg ask y cherche le chemin de $un à $autre (étape « path »).
// Dans Neo4j : MATCH p = shortestPath((a:Entity {id: $un})-[*..6]-(b:Entity {id: $autre})) RETURN p
MATCH (s:Entity)<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(o:Entity), (c)-[:STATED_IN]->(d:Document)
WHERE c.certainty <> 'negated' AND s.id <> o.id
RETURN s.id AS sujet_id, s.name AS sujet, c.relation AS relation, o.id AS objet_id, o.name AS objet,
       c.certainty AS certitude, c.sentence AS phrase, d.id AS document
ORDER BY sujet_id, relation, objet_id, document
