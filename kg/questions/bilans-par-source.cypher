// Quels sont le plus bas et le plus haut bilan de chaque événement, source par source ?
// Les bilans tels que dits ; kg ask en donne les bornes par source (étape « bounds »).
MATCH (e:Event)<-[:SUBJECT]-(c:Claim)-[:STATED_IN]->(d:Document)
WHERE c.relation IN ['fatalities', 'injured'] AND c.certainty <> 'negated'
OPTIONAL MATCH (c)-[:ATTRIBUTED_TO]->(s:Entity)
RETURN e.id AS evenement_id, e.name AS evenement, c.relation AS relation,
       coalesce(s.name, c.attributedTo, d.id) AS source, c.value AS bilan
ORDER BY evenement_id, relation, source, bilan
