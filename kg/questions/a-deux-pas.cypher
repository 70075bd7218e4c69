// Qui est à deux pas d'un acteur, par des faits au moins aussi sûrs que demandé ?
WITH CASE $certitude
       WHEN 'asserted' THEN ['asserted']
       WHEN 'reported' THEN ['asserted', 'reported']
       WHEN 'alleged' THEN ['asserted', 'reported', 'alleged']
       ELSE ['asserted', 'reported', 'alleged', 'possible'] END AS niveaux
MATCH (a:Entity {id: $acteur})-[r1]-(b:Actor)-[r2]-(c:Actor)
WHERE r1.claims IS NOT NULL AND r1.certainty IN niveaux AND a.id <> b.id
  AND r2.claims IS NOT NULL AND r2.certainty IN niveaux AND c.id <> a.id AND c.id <> b.id
RETURN DISTINCT b.name AS par, c.name AS vers
ORDER BY par, vers
