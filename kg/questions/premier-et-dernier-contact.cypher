// Quel est le premier et le dernier contact connu de deux acteurs ?
// Tous les contacts, dans l'ordre ; kg ask en montre le premier et le dernier (étape « extremes »).
MATCH (a:Entity {id: $un})<-[:SUBJECT|OBJECT]-(c:Claim)-[:SUBJECT|OBJECT]->(b:Entity {id: $autre}),
      (c)-[:STATED_IN]->(d:Document), (c)-[:SUBJECT]->(s:Entity), (c)-[:OBJECT]->(o:Entity)
WHERE c.certainty <> 'negated' AND d.published IS NOT NULL
RETURN d.published AS publie, s.name AS sujet, c.relation AS relation, o.name AS objet,
       c.certainty AS certitude, c.sentence AS phrase, d.id AS document
ORDER BY publie, document, phrase, relation
