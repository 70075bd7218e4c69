// Quelles attaques ont eu lieu près d'une ville, entre deux dates ?
// Les attaques localisées et datées ; kg ask garde celles à moins de $rayon_km, entre $du et $au, et
// donne la distance (étape « around »).  Dans Neo4j : point.distance(v.location, p.location) / 1000
MATCH (v:Place {id: $ville}), (e:Attack)-[:OCCURRED_IN]->(p:Place)
WHERE v.latitude IS NOT NULL AND p.latitude IS NOT NULL
MATCH (e)<-[:SUBJECT]-(t:Claim {relation: 'onDate'})
WHERE t.certainty <> 'negated'
RETURN DISTINCT e.name AS evenement, e.id AS evenement_id, p.name AS lieu, t.value AS date,
       v.latitude AS latitude_ville, v.longitude AS longitude_ville, p.latitude AS latitude,
       p.longitude AS longitude
ORDER BY date, evenement_id, lieu
