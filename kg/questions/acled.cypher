// Que contiennent les données, dans la disposition d'ACLED ?
// Tout ce qui est dit des événements ; kg ask en fait une ligne par événement (étape « acled »).
MATCH (e:Event)<-[:SUBJECT]-(c:Claim)-[:STATED_IN]->(d:Document)
WHERE c.certainty <> 'negated'
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN e.id AS evenement_id, e.type AS type, c.relation AS relation, o.id AS objet_id,
       coalesce(o.name, c.value) AS objet, c.certainty AS certitude, c.sentence AS phrase,
       d.id AS document, d.published AS publie, o.latitude AS latitude, o.longitude AS longitude,
       o.precision AS precision, o.countryCode AS pays, o.regionCode AS region
ORDER BY evenement_id, relation, document, objet
