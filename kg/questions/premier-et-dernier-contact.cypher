// Quel est le premier et le dernier contact connu de deux acteurs ?
// Tous les contacts, dans l'ordre ; kg ask en montre le premier et le dernier (étape « extremes »).
MATCH (s:Entity)<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(o:Entity), (c)-[:STATED_IN]->(d:Document)
WHERE s.id IN [$un, $autre] AND o.id IN [$un, $autre] AND s.id <> o.id
  AND c.certainty <> 'negated' AND d.published IS NOT NULL
RETURN d.published AS publie, s.name AS sujet, c.relation AS relation, o.name AS objet,
       c.certainty AS certitude, c.sentence AS phrase, d.id AS document
ORDER BY publie, document, phrase, relation
