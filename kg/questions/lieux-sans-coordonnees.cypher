// Quels lieux n'ont pas été localisés ?
MATCH (p:Place)-[:MENTIONED_IN]->(d:Document)
WHERE p.geonames IS NULL
RETURN p.name AS lieu, p.id AS lieu_id, count(DISTINCT d) AS documents
ORDER BY documents DESC, lieu_id
