// Qui a attaqué ensemble ?
MATCH (a:Entity)<-[:PERPETRATOR]-(e:Event)-[:PERPETRATOR]->(b:Entity)
WHERE a.id < b.id
RETURN a.name AS un, b.name AS autre, count(DISTINCT e) AS attaques
ORDER BY attaques DESC, un, autre
