CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (node:`Entity`) REQUIRE node.`id` IS UNIQUE;
CREATE CONSTRAINT document_id IF NOT EXISTS FOR (node:`Document`) REQUIRE node.`id` IS UNIQUE;
CREATE CONSTRAINT claim_id IF NOT EXISTS FOR (node:`Claim`) REQUIRE node.`id` IS UNIQUE;
CREATE INDEX entity_name IF NOT EXISTS FOR (node:`Entity`) ON (node.`name`);
CREATE INDEX entity_wikidata IF NOT EXISTS FOR (node:`Entity`) ON (node.`wikidata`);
CREATE INDEX place_geonames IF NOT EXISTS FOR (node:`Place`) ON (node.`geonames`);
CREATE INDEX place_country_code IF NOT EXISTS FOR (node:`Place`) ON (node.`countryCode`);
CREATE INDEX document_published IF NOT EXISTS FOR (node:`Document`) ON (node.`published`);
CREATE INDEX claim_certainty IF NOT EXISTS FOR (node:`Claim`) ON (node.`certainty`);
