"""What is known of an authority."""

from __future__ import annotations

from collections import Counter

from waymark.places import Authority, authorities, find


def of(said: str) -> Authority:
    authority = find(said).authority
    assert authority is not None
    return authority


def test_all_authorities_of_the_uk_are_known() -> None:
    """153 in England, 32 in Scotland, 22 in Wales, 11 councils and five Trusts in Northern Ireland."""
    councils = {a.gss: a.nation for a in authorities() if a.gss}
    assert Counter(councils.values()) == {
        "England": 153, "Scotland": 32, "Wales": 22, "Northern Ireland": 11,
    }
    assert len([a for a in authorities() if not a.gss]) == 5


def test_every_authority_has_what_a_parent_needs() -> None:
    """A name, a nation, a police force, and a web address with where it was read."""
    for authority in authorities():
        assert authority.name and authority.official_name and authority.nation
        assert authority.police_force and authority.url_source
        assert authority.url.startswith("https://")


def test_labels_differ() -> None:
    """No two authorities are offered under the same words."""
    labels = Counter(authority.label for authority in authorities())
    assert not [label for label, count in labels.items() if count > 1]


def test_in_northern_ireland_the_trust_runs_childrens_services() -> None:
    """The address is that of the Trust; elsewhere there is none."""
    derry = of("Derry")
    assert derry.trust == derry.childrens_services_body == "Western HSC Trust"
    assert derry.url == of("Western HSC Trust").url
    assert not any(a.trust for a in authorities() if a.nation != "Northern Ireland")
    assert all(a.trust for a in authorities() if a.nation == "Northern Ireland")


def test_a_split_council_has_a_row_for_each_trust() -> None:
    """The same council is in one Trust at one end and in another at the other."""
    dungannon, cookstown = of("Dungannon"), of("Cookstown")
    assert dungannon.gss == cookstown.gss
    assert (dungannon.trust, cookstown.trust) == ("Southern HSC Trust", "Northern HSC Trust")


def test_counties_can_be_told() -> None:
    """Cheshire and Cumbria, as counties of today or of before, pick out their councils."""
    cheshire = {a.name for a in authorities() if a.county == "Cheshire"}
    assert cheshire == {"Cheshire East", "Cheshire West and Chester", "Halton", "Warrington"}
    before = {a.name for a in authorities() if "Cumbria" in a.former_counties}
    assert before == {"Cumberland", "Westmorland and Furness"}


def test_police_forces_are_those_of_the_place() -> None:
    """Force and council belong together."""
    assert of("Crewe").police_force == "Cheshire Constabulary"
    assert of("Kendal").police_force == "Cumbria Constabulary"
    assert of("Fife").police_force == "Police Scotland"
    assert of("Derry").police_force == "Police Service of Northern Ireland"
    assert of("Wrexham").police_force == "North Wales Police"


def test_a_childrens_trust_is_named() -> None:
    """Where a trust runs the services for an English council it is named."""
    assert of("Birmingham").childrens_services_body == "Birmingham Children's Trust"
    assert of("Leeds").childrens_services_body == ""
