// Combien de victimes sont attribuées à chaque acteur, au moins et au plus ?
// Les bilans tels que dits ; kg ask les additionne par acteur (étape « victims »).
MATCH (a:Entity)<-[:PERPETRATOR]-(e:Event)
OPTIONAL MATCH (e)<-[:SUBJECT]-(c:Claim {relation: 'fatalities'})
WHERE c.certainty <> 'negated'
RETURN a.name AS acteur, a.id AS acteur_id, e.id AS evenement_id, c.value AS bilan
ORDER BY acteur_id, evenement_id, bilan
