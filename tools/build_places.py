"""Cuts the open data on places to what waymark/places needs.

    python3 tools/build_places.py authorities.csv places.csv ni_outcode_hsc_trust.csv

Writes authorities.csv, names.csv, outcodes.csv, sectors.csv, sector_digits.csv and districts.csv
into waymark/places/data/. What people keep by hand there (short_names.csv, abroad.csv,
ordinary.csv) is not touched. Sources and licences: waymark/places/data/README.md.
"""

import collections
import csv
import os
import re
import sys

DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "waymark", "places", "data")

# A neighbour with less than this share of an outcode or sector is left out; one in another
# nation, where the law differs, stays down to the smaller share.
SHARE, SHARE_ABROAD = 0.02, 0.005

# Four councils lie in two Trusts each, along the districts of before 2015 (general knowledge).
# For each: its gss, and per Trust the letter for the row and the part of the council.
HALVES = {
    "N09000004": {"Northern": "Ballymoney, Coleraine and Moyle", "Western": "Limavady"},
    "N09000007": {"South Eastern": "Lisburn", "Belfast": "Castlereagh"},
    "N09000009": {"Northern": "Cookstown and Magherafelt", "Southern": "Dungannon"},
    "N09000010": {"Southern": "Newry and Mourne", "South Eastern": "Down"},
}
LETTERS = {"Belfast": "B", "Northern": "N", "South Eastern": "SE", "Southern": "S", "Western": "W"}
# Towns and old districts in the second half of their council; the others are in the first.
SECOND_HALF = {
    "N09000004": "limavady|dungiven|ballykelly",
    "N09000007": "castlereagh|dundonald|carryduff",
    "N09000009": "dungannon|dungannon and south tyrone|fivemiletown|coalisland|ballygawley|aughnacloy",
    "N09000010": "down|saintfield|killyleagh|dundrum|downpatrick|crossgar|castlewellan|"
                 "ballynahinch|ardglass|newcastle",
}
# Where an outcode crosses into a split council, the Trust of that corner (general knowledge).
CORNERS = {
    ("bt5", "N09000007"): "Belfast", ("bt6", "N09000007"): "Belfast",
    ("bt23", "N09000007"): "Belfast", ("bt23", "N09000010"): "South Eastern",
    ("bt24", "N09000007"): "South Eastern", ("bt25", "N09000007"): "South Eastern",
    ("bt25", "N09000010"): "South Eastern", ("bt29", "N09000007"): "South Eastern",
    ("bt67", "N09000007"): "South Eastern", ("bt78", "N09000009"): "Southern",
}
# Poleglass and Twinbrook came to Belfast City Council in 2015 and stayed with the other Trust:
# in BT17 the council does not tell the Trust, so both are offered.
TWO_TRUSTS = {"bt17": ["HSC-B", "HSC-SE"]}

# Web addresses that the source has wrong (general knowledge, to be opened and checked).
MENDED = {"E06000040": ("https://www.rbwm.gov.uk/", "general knowledge")}

FORMER_COUNTIES = (
    "Avon|Bedfordshire|Berkshire|Buckinghamshire|Cheshire|Cleveland|Cumbria|Dorset|Humberside|"
    "Northamptonshire|Central|Grampian|Lothian|Strathclyde|Tayside|Clwyd|Dyfed|Gwent|"
    "Mid Glamorgan|South Glamorgan|West Glamorgan"
)
KINDS = {
    "authority": "authority", "authority_alias": "authority", "district": "district",
    "former_district": "district", "ceremonial_county": "county", "former_county": "county",
    "county_name": "county", "place": "place",
}
RANK = ["authority", "county", "district", "place"]
# Hamlets without a known population that are called like a street, a station or any spot at all.
NO_PLACE = re.compile(
    r"^the |\b(street|road|lane|avenue|airport|station|square|terrace|po boxes)$|"
    r"^(central|non geographic|cornwall districts|greater london|city of london arena)$|\d"
)
AUTHORITY_COLUMNS = [
    "code", "gss", "name", "official_name", "nation", "region", "county", "former_counties",
    "police_force", "url", "url_source", "childrens_services_body", "trust", "part",
]


def main(authorities_file, places_file, trusts_file):
    authorities = list(read(authorities_file))
    places = list(read(places_file))
    trust_of = {r["outcode"].lower(): r["hsc_trust"].replace(" HSC Trust", "")
                for r in read(trusts_file)}
    write("authorities.csv", AUTHORITY_COLUMNS, authority_rows(authorities))
    write("names.csv", ["key", "kind", "code", "population"],
          name_rows(places, authorities, trust_of))
    outcodes = with_short(shares(places, "outcode", trust_of))
    sectors = shares(places, "sector", trust_of)
    write("outcodes.csv", ["outcode", "code", "share"], share_rows(outcodes))
    write("sectors.csv", ["sector", "code", "share"], share_rows(split(sectors, outcodes)))
    write("sector_digits.csv", ["outcode", "digits"], digit_rows(sectors, outcodes))
    write("districts.csv", ["district", "gss"], district_rows(places))


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def write(name, columns, rows):
    with open(os.path.join(DATA, name), "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)


def fold(text):
    """Lower case, dots and commas and apostrophes dropped, hyphens to blanks, & to and."""
    text = re.sub(r"[-/]", " ", text.lower().replace("&", " and "))
    text = re.sub(r"[.,'’()]", "", text)
    return " ".join(re.sub(r"\bsaint\b", "st", text).split())


def authority_rows(authorities):
    """One row for each authority; two for a council that lies in two Trusts."""
    pages = {r["name"].replace(" HSC Trust", ""): r for r in authorities if not r["gss_code"]}
    for row in authorities:
        if not row["gss_code"]:
            trust = row["name"].replace(" HSC Trust", "")
            yield authority(row, "HSC-" + LETTERS[trust], row, trust, "")
        elif row["nation"] != "Northern Ireland":
            yield authority(row, row["gss_code"], row, "", "")
        elif row["gss_code"] in HALVES:
            for trust, part in HALVES[row["gss_code"]].items():
                code = row["gss_code"] + "-" + LETTERS[trust]
                yield authority(row, code, pages[trust], trust, part)
        else:
            trust = row["childrens_services_body"].replace(" HSC Trust", "")
            yield authority(row, row["gss_code"], pages[trust], trust, "")


def authority(row, code, page, trust, part):
    trust = trust and trust + " HSC Trust"
    former = [re.sub(r" \(.*| County$", "", f) for f in row["former_authorities"].split("; ")]
    former = [f for f in former if re.fullmatch(FORMER_COUNTIES, f)]
    return [
        code, row["gss_code"], row["name"].strip(), row["official_name"].strip(), row["nation"],
        row["region"], row["ceremonial_county"], "; ".join(former), row["police_force"],
        *MENDED.get(row["gss_code"], (page["url"].replace("http://", "https://"), page["url_source"])), trust or row["childrens_services_body"], trust, part,
    ]


def code(gss, trust=""):
    """The row of an authority: that of the half in this Trust where it has two."""
    return gss + "-" + LETTERS[trust] if gss in HALVES else gss


def name_rows(places, authorities, trust_of):
    """Every name with the authorities that it may mean; the strongest kind of each wins."""
    found = {}
    for row in places:
        if row["type"] in KINDS and is_name(row):
            for one in codes_of_place(row, trust_of):
                add(found, row["key"], KINDS[row["type"]], one, row["population"])
    for row in authorities:
        for one in codes_of_authority(row):
            for name in own_names(row):
                add(found, fold(name), "authority", one, "")
    named = {key for key, one in found if found[key, one][0] == "authority"}
    for (key, one), (kind, population) in sorted(found.items()):
        if kind != "county" or key not in named:
            yield [key, kind, one, population or ""]


def is_name(row):
    if row["type"] == "place" and not int(row["population"] or 0):
        return len(row["key"]) > 2 and not NO_PLACE.search(row["key"])
    return not re.search(r"^central$|^city of london arena$|\d", row["key"])


def add(found, key, kind, one, population):
    before = found.get((key, one), (kind, 0))
    kind = min(kind, before[0], key=RANK.index)
    found[key, one] = (kind, max(int(population or 0), before[1]))


def own_names(row):
    last, comma, first = row["name"].partition(", ")
    turned = [f"{first} {last}", last] if comma and first.endswith(" of") else []
    trust = [row["name"].replace(" HSC", ""), row["alt_names"]] if not row["gss_code"] else []
    return [row["name"], row["official_name"], *turned, *trust]


def codes_of_authority(row):
    gss = row["gss_code"]
    if not gss:
        return ["HSC-" + LETTERS[row["name"].replace(" HSC Trust", "")]]
    return [code(gss, trust) for trust in HALVES[gss]] if gss in HALVES else [gss]


def codes_of_place(row, trust_of):
    """The row or rows for a place: in a split council by its outcode or its name."""
    gss, outcode = row["gss_code"], row["outcode"].lower()
    if outcode in TWO_TRUSTS:
        return TWO_TRUSTS[outcode]
    if gss not in HALVES:
        return [gss]
    if KINDS[row["type"]] in ("authority", "county"):
        return [code(gss, trust) for trust in HALVES[gss]]
    return [code(gss, trust_of_place(gss, outcode, row["key"], trust_of))]


def trust_of_place(gss, outcode, key, trust_of):
    first, second = HALVES[gss]
    if not outcode:
        return second if re.fullmatch(SECOND_HALF[gss], key) else first
    trust = CORNERS.get((outcode, gss), trust_of[outcode])
    return trust if trust in HALVES[gss] else first


def shares(places, type_, trust_of):
    """For each outcode or sector the rows of authorities in it, the largest share first."""
    found = collections.defaultdict(dict)
    for row in places:
        if row["type"] == type_ and row["gss_code"]:
            outcode = row["outcode"].lower()
            trust = trust_of_place(row["gss_code"], outcode, "", trust_of) \
                if row["gss_code"] in HALVES else ""
            found[row["key"].upper()][code(row["gss_code"], trust)] = float(row["share"])
    for key in found:
        two = TWO_TRUSTS.get(key.split()[0].lower())
        found[key] = dict.fromkeys(two, 0.5) if two else without_specks(found[key])
    return found


def without_specks(parts):
    ranked = sorted(parts.items(), key=lambda part: -part[1])
    nation = ranked[0][0][0]
    return {one: share for one, share in ranked
            if share >= (SHARE if one[0] == nation else SHARE_ABROAD) or one == ranked[0][0]}


def with_short(outcodes):
    """Adds what people say in London: EC1 for all of EC1A, EC1M and so on."""
    short = collections.defaultdict(collections.Counter)
    for outcode, parts in outcodes.items():
        if re.fullmatch(r"[A-Z]+[0-9][A-Z]", outcode) and outcode[:-1] not in outcodes:
            short[outcode[:-1]].update(parts)
    for outcode, parts in short.items():
        whole = sum(parts.values())
        outcodes[outcode] = without_specks({one: part / whole for one, part in parts.items()})
    return outcodes


def split(sectors, outcodes):
    """The sectors that say something else than their outcode."""
    return {key: parts for key, parts in sectors.items()
            if list(parts) != list(outcodes[key.split()[0]])}


def share_rows(found):
    for key, parts in sorted(found.items()):
        for one, share in parts.items():
            yield [key, one, f"{share:.2f}" if len(parts) > 1 else "1"]


def digit_rows(sectors, outcodes):
    """The digits of the sectors of each outcode; EC1 has none of its own."""
    digits = {outcode: set() for outcode in outcodes}
    for key in sectors:
        outcode, digit = key.split()
        digits[outcode].add(digit)
    return [[outcode, "".join(sorted(found))] for outcode, found in sorted(digits.items())]


def district_rows(places):
    """The lower-tier and former districts, each with the authority over it."""
    return sorted({(r["district_code"], r["gss_code"]) for r in places
                   if r["district_code"] and r["district_code"] != r["gss_code"]})


if __name__ == "__main__":
    main(*sys.argv[1:])
