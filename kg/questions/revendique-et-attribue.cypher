// Quelles attaques sont revendiquées par l'un et attribuées à un autre ?
MATCH (r:Entity)<-[:CLAIMED_BY]-(e:Event)-[p:PERPETRATOR]->(a:Entity)
WHERE r.id <> a.id
RETURN e.name AS evenement, e.id AS evenement_id, r.name AS revendique_par, a.name AS attribue_a,
       p.certainty AS certitude
ORDER BY evenement_id, revendique_par, attribue_a
