// Quels acteurs sont reliés à Wikidata ?
MATCH (a:Actor)-[:MENTIONED_IN]->(d:Document)
WHERE a.wikidata IS NOT NULL
RETURN a.name AS acteur, a.wikidata AS wikidata, count(DISTINCT d) AS documents
ORDER BY documents DESC, wikidata
