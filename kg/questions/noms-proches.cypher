// Quels noms pourraient désigner un seul acteur ?
// Les noms des personnes et des organisations ; kg ask les compare deux à deux (étape « near_names »).
// Pour décider : kg review, kg same, kg different.
MATCH (a:Entity)-[m:MENTIONED_IN]->(:Document)
WHERE a:Person OR a:Organisation
RETURN DISTINCT a.id AS acteur_id, a.name AS acteur, m.name AS nom
ORDER BY acteur_id, nom
