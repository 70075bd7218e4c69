// Quels faits ne sont connus qu'au conditionnel ?
MATCH (s:Entity)<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(o:Entity), (c)-[:STATED_IN]->(d:Document)
WHERE c.certainty <> 'negated'
WITH s, c.relation AS relation, o, collect(DISTINCT c.certainty) AS niveaux,
     count(DISTINCT d) AS documents
WHERE NOT 'asserted' IN niveaux
RETURN s.name AS sujet, relation, o.name AS objet,
       CASE WHEN 'reported' IN niveaux THEN 'reported'
            WHEN 'alleged' IN niveaux THEN 'alleged' ELSE 'possible' END AS certitude, documents
ORDER BY sujet, relation, objet
