// D'où vient un fait, de la phrase au document ?
MATCH (:Entity {id: $sujet})<-[:SUBJECT]-(c:Claim {relation: $relation})-[:STATED_IN]->(d:Document),
      (c)-[:OBJECT]->(:Entity {id: $objet})
OPTIONAL MATCH (c)-[:ATTRIBUTED_TO]->(q:Entity)
RETURN c.certainty AS certitude, c.quote AS citation, c.sentence AS phrase,
       coalesce(q.name, c.attributedTo) AS qui, c.rule AS regle, c.id AS affirmation,
       d.id AS document, d.title AS titre, d.url AS adresse, d.published AS publie,
       d.copyOf AS copie_de
ORDER BY publie, document, affirmation
