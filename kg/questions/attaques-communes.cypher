// Qui a attaqué ensemble ?
MATCH (a:Entity)<-[:OBJECT]-(c1:Claim {relation: 'perpetrator'})-[:SUBJECT]->(e:Event),
      (b:Entity)<-[:OBJECT]-(c2:Claim {relation: 'perpetrator'})-[:SUBJECT]->(e),
      (c1)-[:STATED_IN]->(d:Document)<-[:STATED_IN]-(c2)
WHERE a.id < b.id AND c1.certainty <> 'negated' AND c2.certainty <> 'negated'
RETURN a.name AS un, b.name AS autre, count(DISTINCT e) AS attaques
ORDER BY attaques DESC, un, autre
