"""The Cypher that is sent: constants, and functions of quoted names of the vocabulary.

Text never becomes part of a statement: all of it goes in as parameters.  Only the node that is
looked up by its id has a label, and it comes first: on an empty store, Neo4j would plan to go
through all nodes of a label that it has seen few of; ArcadeDB begins with what is written first.
"""

from __future__ import annotations

LOCK = "MERGE (lock:WriteLock {id: 'graph'}) SET lock.turn = coalesce(lock.turn, 0) + 1"
"""Makes writers take turns: what is merged depends on what others have written.

Neo4j lets the second wait; ArcadeDB lets one of two fail, and both are sound.
"""

DIGESTS = """
MATCH (document:Document) WHERE document.digest IS NOT NULL
RETURN document.id AS id, document.digest AS digest"""

# What documents say: read.

DOCUMENTS = """
UNWIND $ids AS id MATCH (document:Document {id: id}) RETURN properties(document) AS properties"""

MENTIONS = """
UNWIND $ids AS id
MATCH (:Document {id: id})<-[mention:MENTIONED_IN]-(entity)
RETURN id AS document, entity.id AS entity, properties(mention) AS properties"""

CLAIMS = """
UNWIND $ids AS id
MATCH (:Document {id: id})<-[:STATED_IN]-(claim)-[:SUBJECT]->(subject)
OPTIONAL MATCH (claim)-[:OBJECT]->(object)
OPTIONAL MATCH (claim)-[:ATTRIBUTED_TO]->(speaker)
RETURN id AS document, subject.id AS subject, object.id AS object, speaker.id AS speaker,
       properties(claim) AS properties"""

# What was taken out.

RETRACTIONS = """
MATCH (trace:Retraction)
RETURN trace.retracted AS document, trace.`when` AS `when`, trace.why AS why ORDER BY document"""

FORGET_RETRACTIONS = "MATCH (trace:Retraction) DELETE trace"

NOTE_RETRACTIONS = """
UNWIND $rows AS row
CREATE (:Retraction {retracted: row.document, `when`: row.when, why: row.why})"""

# What documents say: removed and written.

MENTIONED_ENTITIES = """
UNWIND $ids AS id
MATCH (:Document {id: id})<-[:MENTIONED_IN]-(entity)
RETURN DISTINCT entity.id AS id"""

STATED_FACTS = """
UNWIND $ids AS id
MATCH (:Document {id: id})<-[:STATED_IN]-(claim)-[:SUBJECT]->(subject)
OPTIONAL MATCH (claim)-[:OBJECT]->(object)
RETURN DISTINCT subject.id AS subject, claim.relation AS relation, object.id AS object"""

DELETE_CLAIMS = """
UNWIND $ids AS id MATCH (:Document {id: id})<-[:STATED_IN]-(claim) DETACH DELETE claim"""

DELETE_DOCUMENTS = "UNWIND $ids AS id MATCH (document:Document {id: id}) DETACH DELETE document"

CREATE_DOCUMENTS = "UNWIND $rows AS row CREATE (document:Document {id: row.id}) SET document += row"

CREATE_MENTIONS = """
UNWIND $rows AS row
MATCH (entity:Entity {id: row.entity})
MATCH (document:Document {id: row.document})
CREATE (entity)-[mention:MENTIONED_IN]->(document)
SET mention = row.properties"""

CREATE_CLAIMS = """
UNWIND $rows AS row
MATCH (subject:Entity {id: row.subject})
MATCH (document:Document {id: row.document})
CREATE (claim:Claim {id: row.id})
SET claim += row.properties
CREATE (claim)-[:SUBJECT]->(subject)
CREATE (claim)-[:STATED_IN]->(document)"""

LINK_OBJECTS = """
UNWIND $rows AS row
MATCH (claim:Claim {id: row.id})
MATCH (object:Entity {id: row.object})
CREATE (claim)-[:OBJECT]->(object)"""

LINK_SPEAKERS = """
UNWIND $rows AS row
MATCH (claim:Claim {id: row.id})
MATCH (speaker:Entity {id: row.speaker})
CREATE (claim)-[:ATTRIBUTED_TO]->(speaker)"""

# Entities, merged from what documents say of them.

ENTITIES = """
UNWIND $ids AS id
MATCH (entity:Entity {id: id})
RETURN entity.id AS id, entity.type AS type, entity.name AS name, entity.aliases AS aliases,
       entity.geonames AS geonames, entity.precision AS precision,
       entity.countryCode AS countryCode, entity.regionCode AS regionCode,
       entity.latitude AS latitude, entity.longitude AS longitude,
       entity.wikidata AS wikidata, entity.knownAs AS knownAs, entity.formerly AS formerly"""

VIEWS = """
UNWIND $ids AS id
MATCH (:Entity {id: id})-[mention:MENTIONED_IN]->()
RETURN id, mention.type AS type, mention.name AS name, mention.aliases AS aliases,
       mention.geonames AS geonames, mention.precision AS precision,
       mention.countryCode AS countryCode, mention.regionCode AS regionCode,
       mention.latitude AS latitude, mention.longitude AS longitude,
       mention.wikidata AS wikidata, mention.knownAs AS knownAs, mention.formerly AS formerly,
       count(*) AS documents"""

UPDATE_ENTITIES = "UNWIND $rows AS row MATCH (entity:Entity {id: row.id}) SET entity += row"

PLACE_ENTITIES = """
UNWIND $rows AS row
MATCH (entity:Entity {id: row.id})
SET entity.location = CASE WHEN row.latitude IS NULL THEN NULL
    ELSE point({latitude: row.latitude, longitude: row.longitude}) END"""
"""The coordinates again as a point, for `point.distance`."""

DELETE_ENTITIES = "UNWIND $ids AS id MATCH (entity:Entity {id: id}) DETACH DELETE entity"

VALUES = """
UNWIND $ids AS id
MATCH (:Entity {id: id})<-[:SUBJECT]-(claim)
WHERE claim.value IS NOT NULL AND claim.certainty = $certainty
RETURN DISTINCT id, claim.relation AS relation, claim.value AS value"""


def create_entities(labels: str) -> str:
    """Creates entities of one class."""
    return f"UNWIND $rows AS row CREATE (entity{labels} {{id: row.id}}) SET entity += row"


def change_labels(added: str, removed: str) -> str:
    """Gives entities the labels of another class."""
    change = "".join(
        (f" SET entity{added}" * bool(added), f" REMOVE entity{removed}" * bool(removed))
    )
    return f"UNWIND $ids AS id MATCH (entity:Entity {{id: id}}){change}"


PROPERTIES = """
UNWIND $ids AS id MATCH (entity:Entity {id: id}) RETURN properties(entity) AS properties"""

RENAME_ENTITIES = """
UNWIND $ids AS id MATCH (entity:Entity {id: id}) SET entity.id = 'old ' + id"""


def move_relationships(relationship: str) -> tuple[str, str]:
    """Copy the relationships of one type from renamed entities to those created again."""
    return (
        f"""
UNWIND $ids AS id
MATCH (old:Entity {{id: 'old ' + id}})-[given:{relationship}]->(other)
MATCH (entity:Entity {{id: id}})
CREATE (entity)-[copy:{relationship}]->(other)
SET copy = properties(given)""",
        f"""
UNWIND $ids AS id
MATCH (old:Entity {{id: 'old ' + id}})<-[given:{relationship}]-(other)
MATCH (entity:Entity {{id: id}})
CREATE (entity)<-[copy:{relationship}]-(other)
SET copy = properties(given)""",
    )


DELETE_RENAMED = """
UNWIND $ids AS id MATCH (old:Entity {id: 'old ' + id}) DETACH DELETE old"""

# Facts, one relationship each, and what is derived from them.

SUPPORT = """
UNWIND $ids AS id
MATCH (claim:Claim {id: id})-[:STATED_IN]->(document)
MATCH (claim)-[:SUBJECT]->(subject)
MATCH (claim)-[:OBJECT]->(object)
RETURN id, subject.id AS subject, object.id AS object, claim.certainty AS certainty,
       claim.time AS time, document.id AS document, document.published AS published,
       coalesce(document.copyOf, document.id) AS source"""


def known_relationships(relationship: str, names: str) -> str:
    """What is kept in the list property `names` of relationships between two entities."""
    return f"""
UNWIND $rows AS row
MATCH (:Entity {{id: row.subject}})-[known:{relationship}]->(:Entity {{id: row.object}})
RETURN row.subject AS subject, row.object AS object, known.{names} AS names"""


def write_relationships(relationship: str) -> str:
    """Writes the one relationship of this type between two entities."""
    return f"""
UNWIND $rows AS row
MATCH (subject:Entity {{id: row.subject}})
MATCH (object:Entity {{id: row.object}})
MERGE (subject)-[written:{relationship}]->(object)
SET written = row.properties"""


def delete_relationships(relationship: str) -> str:
    """Deletes the relationship of this type between two entities."""
    return f"""
UNWIND $rows AS row
MATCH (:Entity {{id: row.subject}})-[gone:{relationship}]->(:Entity {{id: row.object}})
DELETE gone"""


def event_pairs(doer: str, struck: str) -> str:
    """Who did and who suffered events."""
    return f"""
UNWIND $ids AS id
MATCH (event:Entity {{id: id}})-[:{doer}]->(subject)
MATCH (event)-[:{struck}]->(object)
WHERE subject.id <> object.id
RETURN DISTINCT id AS event, subject.id AS subject, object.id AS object"""


def events_of(roles: str) -> str:
    """The events in which entities have one of these roles."""
    return f"""
UNWIND $ids AS id
MATCH (:Entity {{id: id}})<-[:{roles}]-(event)
RETURN DISTINCT event.id AS id"""


def attacks(doer: str, struck: str, event: str, subjects: str, objects: str) -> str:
    """How sure it is that events, subjects and objects are what makes an attack.

    `subjects` and `objects` are labels, one of which the end must have: "`Actor`|`Place`".
    """
    return f"""
UNWIND $rows AS row
MATCH (event:Entity {{id: row.event}})-[done:{doer}]->(subject:Entity {{id: row.subject}})
MATCH (event)-[suffered:{struck}]->(object:Entity {{id: row.object}})
WHERE event:{event} AND subject:{subjects} AND object:{objects}
RETURN row.event AS event, row.subject AS subject, row.object AS object,
       done.certainty AS done, suffered.certainty AS suffered"""
