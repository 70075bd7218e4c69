// Quels acteurs sont actifs dans plusieurs pays ?
// Les pays (ISO 3166) de chaque acteur ; kg ask garde ceux qui en ont plusieurs (étape « countries »).
MATCH (a:Actor)-[:OPERATES_IN|BASED_IN|CONTROLS|DEPLOYS_TO]->(p:Place)
WHERE p.countryCode IS NOT NULL
RETURN DISTINCT a.id AS acteur_id, a.name AS acteur, p.countryCode AS code
ORDER BY acteur_id, code
UNION
MATCH (a:Actor)<-[:PERPETRATOR]-(:Event)-[:OCCURRED_IN]->(p:Place)
WHERE p.countryCode IS NOT NULL
RETURN DISTINCT a.id AS acteur_id, a.name AS acteur, p.countryCode AS code
ORDER BY acteur_id, code
