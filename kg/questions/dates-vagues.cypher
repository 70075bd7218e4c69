// Quels événements n'ont pas de date au jour près ?
// Les événements et leurs dates ; kg ask garde ceux dont aucune n'est un jour (étape « vague_dates »).
MATCH (e:Event)
OPTIONAL MATCH (e)<-[:SUBJECT]-(c:Claim {relation: 'onDate'})
WHERE c.certainty <> 'negated'
RETURN DISTINCT e.name AS evenement, e.id AS evenement_id, c.value AS date
ORDER BY evenement_id, date
