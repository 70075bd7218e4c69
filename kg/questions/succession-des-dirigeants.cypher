// Qui a dirigé une organisation, dans quel ordre, et avec quels intervalles sans chef connu ?
// kg ask y ajoute les jours entre la dernière mention d'un chef et la première du suivant (étape « succession »).
MATCH (p:Entity)<-[:SUBJECT]-(c:Claim {relation: 'leads'})-[:OBJECT]->(:Entity {id: $organisation}),
      (c)-[:STATED_IN]->(d:Document)
WHERE c.certainty <> 'negated' AND c.tense IS NULL AND d.published IS NOT NULL
RETURN p.name AS dirigeant, min(d.published) AS premiere, max(d.published) AS derniere,
       count(DISTINCT d) AS documents
ORDER BY premiere, dirigeant
