// Qu'est-ce qui a été retiré, et pourquoi ?
MATCH (r:Retraction)
RETURN r.retracted AS document, r.`when` AS quand, r.why AS pourquoi
ORDER BY quand, document
