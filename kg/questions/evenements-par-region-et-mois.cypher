// Combien d'événements par région et par mois ?
MATCH (e:Event)<-[:SUBJECT]-(t:Claim {relation: 'onDate'})
WHERE t.certainty <> 'negated' AND size(t.value) >= 7
MATCH (e)-[:OCCURRED_IN]->(p:Place)
WITH coalesce(p.regionCode, p.countryCode, p.name) AS region, substring(t.value, 0, 7) AS mois, e
RETURN region, mois, count(DISTINCT e) AS evenements
ORDER BY region, mois
