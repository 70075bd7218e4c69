// Quelles attaques sans auteur ressemblent à celles d'un acteur ?
// Les attaques et leurs traits ; kg ask compare celles sans auteur à celles de $acteur : même genre,
// même lieu, même pays, même arme ou cible, un point chacun, deux au moins (étape « similar »).
MATCH (e:Attack)
OPTIONAL MATCH (e)-[:PERPETRATOR|CLAIMED_BY]->(a:Entity)
OPTIONAL MATCH (e)-[:OCCURRED_IN]->(p:Place)
OPTIONAL MATCH (e)<-[:SUBJECT]-(w:Claim)
WHERE w.relation IN ['weapon', 'target'] AND w.value IS NOT NULL AND w.certainty <> 'negated'
RETURN DISTINCT e.id AS evenement_id, e.name AS evenement, e.type AS type, a.id AS auteur_id,
       p.id AS lieu_id, p.name AS lieu, p.countryCode AS pays, w.value AS trait
ORDER BY evenement_id, auteur_id, lieu_id, trait
