// Sur quels événements les auteurs ou les bilans se contredisent-ils ?
// Auteurs et bilans ; kg ask garde ceux qui ne peuvent être vrais ensemble (étape « contradictions »).
MATCH (e:Event)<-[:SUBJECT]-(c:Claim)-[:STATED_IN]->(d:Document)
WHERE c.relation IN ['perpetrator', 'fatalities', 'injured'] AND c.certainty <> 'negated'
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN e.id AS evenement_id, e.name AS evenement, c.relation AS relation,
       coalesce(o.name, c.value) AS objet, c.certainty AS certitude, d.id AS document,
       d.published AS publie
ORDER BY evenement_id, relation, publie, document, objet
