"""The lists of GeoNames that come with the package."""

from __future__ import annotations

from kg.geonames import cities, countries, regions


def test_every_number_stands_for_one_place() -> None:
    """No city, region or country shares its id with another."""
    features = [*cities(), *regions(), *countries().values()]
    assert len({feature.id for feature in features}) == len(features)


def test_cities_lie_in_known_countries_and_regions_too() -> None:
    """What a city names as its country and region can be looked up in turn."""
    known = {region.region for region in regions()}
    assert {city.country for city in cities()} <= set(countries())
    lost = [city for city in cities() if city.region not in known]
    assert len(lost) < len(cities()) / 50
    assert {region.country for region in regions()} <= set(countries())


def test_cities_have_coordinates_on_earth() -> None:
    """Degrees of WGS 84."""
    for city in cities():
        assert city.latitude is not None
        assert city.longitude is not None
        assert abs(city.latitude) <= 90
        assert abs(city.longitude) <= 180
