// Quelles alliances sont devenues hostiles ?
MATCH (s:Actor)<-[:SUBJECT]-(f:Claim)-[:OBJECT]->(o:Actor), (f)-[:STATED_IN]->(d:Document)
WHERE f.relation IN ['alliedWith', 'supports', 'trains'] AND f.certainty <> 'negated'
  AND d.published IS NOT NULL
WITH CASE WHEN s.id < o.id THEN s.id ELSE o.id END AS a,
     CASE WHEN s.id < o.id THEN o.id ELSE s.id END AS b, d.published AS jour
WITH a, b, min(jour) AS allies_depuis
MATCH (x:Actor {id: a})<-[:SUBJECT|OBJECT]-(h:Claim)-[:SUBJECT|OBJECT]->(y:Actor {id: b}),
      (h)-[:STATED_IN]->(e:Document)
WHERE h.relation IN ['opposes', 'kills', 'arrests'] AND h.certainty <> 'negated'
  AND e.published > allies_depuis
RETURN x.name AS un, y.name AS autre, allies_depuis, h.relation AS hostilite,
       min(e.published) AS hostiles_depuis
ORDER BY hostiles_depuis, un, autre, hostilite
