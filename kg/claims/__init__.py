"""From a parsed document and its entities to claims, each with certainty, speaker and date."""
