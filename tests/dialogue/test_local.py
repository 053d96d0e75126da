"""Where a family lives, and the help near them: the rules of the dialogue, without a model."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from waymark.content.library import Library
from waymark.content.programme import Programme
from waymark.content.schema import Nation
from waymark.dialogue.local import moves, page, say
from waymark.dialogue.local.moves import Move, Talk
from waymark.dialogue.local.state import Home, asked, home_of, in_passing, nation_before
from waymark.nlu import choices, decision, home, told
from waymark.nlu.home import Place
from waymark.places import Authority, authorities

TODAY = date(2026, 11, 23)
EAST, WEST, KENDAL, STOKE = "E06000049", "E06000050", "E06000064", "E06000021"
GLASGOW, BELFAST, LISBURN, WREXHAM = "S12000049", "N09000003", "N09000007-SE", "W06000006"


def council(code: str) -> Authority:
    return next(one for one in authorities() if one.code == code)


# What a message says of a place.

@pytest.mark.parametrize(("text", "codes"), [
    ("Crewe", [EAST]), ("we're in Kendal", [KENDAL]), ("CW1 2AB", [EAST]), ("cw1", [EAST]),
    ("cheshire west", [WEST]), ("BT1", [BELFAST]), ("glasgow", [GLASGOW]),
    ("kendel", [KENDAL]), ("it's kendal btw", [KENDAL]), ("no, Stoke", [STOKE]),
    ("not Crewe, Stoke", [STOKE]), ("what about crewe", [EAST]), ("lisburn", [LISBURN]),
    ("we moved to Stoke last year", [STOKE]), ("sorry I meant Wrexham", [WREXHAM]),
    ("Bangor", ["N09000011", "W06000002"]), ("Bangor, county down", ["N09000011"]),
    ("my postcode is BT1", [BELFAST]), ("Newcastle upon Tyne", ["E08000021"]),
])
def test_a_message_that_is_only_a_place_tells_where_they_live(text: str, codes: list[str]) -> None:
    """A place alone is the home, whatever small words stand around it."""
    found = home.read(text)
    assert found is not None and found.told and list(found.codes) == codes
    assert found.alone, "nothing else is asked for"


@pytest.mark.parametrize("text", [
    "police in crewe took his phone", "kendal police took his phone", "help in crewe",
    "he lives in Leeds with his dad", "is it the same in edinburgh",
])
def test_a_place_in_passing_is_not_the_home(text: str) -> None:
    """A place that is only named is noted, and not relied on."""
    found = home.read(text)
    assert found is not None and found.codes and not found.told


@pytest.mark.parametrize("text", [
    "we're in Kendal. The police took his phone", "we live in Reading and she's 12",
    "I'm in Walsall, will he get a criminal record",
])
def test_a_home_beside_a_question_is_not_the_whole_message(text: str) -> None:
    """Where they live is remembered, and what they ask is still a question."""
    found = home.read(text)
    assert found is not None and found.home and not found.alone


@pytest.mark.parametrize(("text", "wide", "is_nation"), [
    ("and in Scotland?", False, True), ("wales", False, True), ("London", True, False),
])
def test_a_nation_is_told_from_a_big_area(text: str, wide: bool, is_nation: bool) -> None:
    """A whole nation changes the words; a city of many boroughs must be asked about."""
    found = home.read(text)
    assert found is not None and (found.wide, found.is_nation) == (wide, is_nation)


@pytest.mark.parametrize("text", ["I live in France now", "we live abroad", "jersey",
                                  "we're stationed overseas"])
def test_a_home_abroad_is_only_that(text: str) -> None:
    """Outside the UK we keep that it is outside, not which country."""
    found = home.read(text)
    assert found is not None and home.entities(found) == {"authority": "abroad"}


@pytest.mark.parametrize("text", ["she met a man in Leeds", "thanks", "I think he is abroad",
                                  "a big deal", "will she get a record", "send help", ""])
def test_other_words_are_no_place(text: str) -> None:
    """Ordinary messages and other people's places name no place of the family's."""
    assert home.read(text) is None


@pytest.mark.parametrize("text", [
    "CW1 2AB", "we live at SW1A 1AA", "Crewe", "we're in Kendal", "Bangor", "I live in France now",
    "kendel", "my postcode is CW99 9ZZ", "London", "we moved to Stoke last year",
])
def test_nothing_that_was_typed_is_kept(text: str) -> None:
    """Entities and parse data hold codes and the name of a nation, never a word of the message."""
    found = home.read(text)
    assert found is not None
    kept = str(found.as_dict() | home.entities(found)).lower()
    for word in ("cw1", "2ab", "sw1", "1aa", "crewe", "kend", "bangor", "france", "cw99", "9zz",
                 "london", "stoke"):
        assert word not in kept


# What it does to a decision.

ASKS = decision.Decision(decision.ANSWER, "police/phone_seized", 0.9, 1.0,
                         (("police/phone_seized", 0.9),))
WEAK = decision.Decision(decision.OFFER, "law/forwarding", 0.1, 1.0, (("law/forwarding", 0.1),))
NEAR = decision.Decision(decision.OFFER, "support/local", 0.35, 1.0, (("support/local", 0.35),))
NOT_OURS = decision.Decision(decision.UNSURE, "not_ours/sleep", 0.9, 0.1, WEAK.candidates)
GIBBERISH = decision.Decision(decision.SMALL_TALK, "small_talk/gibberish", 0.9, 1.0, ())
THANKS = decision.Decision(decision.SMALL_TALK, "small_talk/thanks", 0.9, 1.0, ())
NATION = decision.Decision(decision.FLOW, "tell_nation", 0.9, 1.0, ())
TOLD = decision.Decision(decision.FLOW, "tell_place", 0.9, 1.0, ())


@pytest.mark.parametrize(("text", "verdict", "label"), [
    ("Kendal", WEAK, "tell_place"),
    ("Kendal", GIBBERISH, "tell_place"),
    ("Kendal", NATION, "tell_place"),
    ("Kendal", ASKS, "tell_place"),
    ("deal", THANKS, "small_talk/thanks"),
    ("CW99 9ZZ", GIBBERISH, "tell_place"),
    ("and in Scotland?", WEAK, "tell_nation"),
    ("scotland", TOLD, "tell_nation"),
    ("London", NATION, "tell_place"),
    ("is it the same in edinburgh", NATION, "tell_nation"),
    ("police in crewe took his phone", ASKS, "police/phone_seized"),
    ("we're in Kendal. The police took his phone", ASKS, "police/phone_seized"),
    ("the kids and I are living near Kendal now", WEAK, "tell_place"),
    ("we live in Leeds and she won't sleep", NOT_OURS, "not_ours/sleep"),
    ("wibbleton", TOLD, None),
    ("a village called Wobbleham", TOLD, "tell_place"),
])
def test_a_place_settles_what_a_message_does(
    text: str, verdict: decision.Decision, label: str | None
) -> None:
    """A place alone is told; a question in which a place is named keeps its answer."""
    assert told.settle(verdict, home.read(text), text).label == label


def test_help_nearby_is_shown_rather_than_offered() -> None:
    """With a place named, or half certain, the local help is an answer."""
    crewe = home.read("help in crewe")
    assert told.settle(NEAR, crewe, "help in crewe").kind == decision.ANSWER
    assert told.settle(NEAR, None, "some help").kind == decision.OFFER
    foreign = replace(NEAR, ours=0.6)
    assert told.settle(foreign, crewe, "logs in crewe").kind == decision.OFFER
    likely = replace(NEAR, confidence=0.7)
    assert told.settle(likely, None, "help near me").kind == decision.ANSWER


def test_help_asked_for_in_a_place_makes_it_the_home() -> None:
    """"Help in Crewe" is remembered; "police in Crewe" is not."""
    crewe = home.read("help in crewe")
    assert told.rely(replace(NEAR, kind=decision.ANSWER), crewe) == crewe
    assert told.rely(ASKS, home.read("police in crewe took his phone")) is None


# Buttons.

@pytest.mark.parametrize("code", [one.code for one in authorities()])
def test_every_authority_has_a_button(code: str) -> None:
    """The code of every council, part of one and Trust can be pressed, and sets the home."""
    payload = choices.place_button("x", code)["payload"]
    assert choices.read(payload) == ("place", code)
    assert choices.step_of(("place", code)) == "tell_place"
    assert home.entities(home.of_code(code) or Place(""))["authority"] == code


@pytest.mark.parametrize("text", ["place:", "place:crewe", "place:E06000049;DROP", "place:E0 6",
                                  "Place:E06000049", "place:E06000049\nmore", "place:../x"])
def test_only_a_code_is_a_place_button(text: str) -> None:
    """Other words after `place:` are only words."""
    assert choices.read(text) is None


def test_an_unknown_code_is_no_place() -> None:
    """A code that looks right and stands for nothing is not taken for a home."""
    assert home.of_code("X99999999") is None


# The home in the slots.

@pytest.mark.parametrize(("value", "nation", "codes"), [
    (None, None, []), (EAST, None, [EAST]), (EAST, "England", [EAST]), (EAST, "Scotland", []),
    ("W06000022,E06000046", None, ["W06000022", "E06000046"]),
    ("W06000022,E06000046", "Wales", ["W06000022"]),
    ("W06000022,E06000046", "Scotland", ["W06000022", "E06000046"]),
    ("unknown", "England", []), ("abroad", None, []), ("nonsense", None, []),
])
def test_the_home_is_read_from_the_slots(
    value: str | None, nation: str | None, codes: list[str]
) -> None:
    """A nation told later rules out a home elsewhere, and chooses between namesakes."""
    found = home_of({"authority": value, "nation": nation})
    assert [one.code for one in found.possible] == codes
    assert found.abroad == (value == "abroad") and found.wide == (value == "unknown")


# The events.

def user(text: str, **parse: Any) -> dict[str, Any]:
    place = home.read(text)
    found = {"place": place.as_dict()} if place else {}
    return {"event": "user", "text": text, "parse_data": found | parse}


def bot(**said: Any) -> dict[str, Any]:
    return {"event": "bot", "metadata": {"waymark": said}}


UNREAD = {"intent": {"name": "nlu_fallback"}, "decision": {"kind": "unsure", "label": None}}
SURE = {"intent": {"name": "law"}, "decision": ASKS.as_dict()}
MORE = {"intent": {"name": "more"}, "decision": {"kind": "flow", "label": "more"}}
YES = {"intent": {"name": "small_talk"}, "decision": {"kind": "small_talk",
                                                      "label": "small_talk/affirm"}}
ASK = bot(answer="support/local", asked="place")


@pytest.mark.parametrize(("question", "message", "due"), [
    (ASK, user("Street", **UNREAD), True),
    (ASK, user("hope", **UNREAD), True),
    (ASK, user("battle", **SURE), True),
    (ASK, user("wibbleton", **UNREAD), True),
    (ASK, user("more", **MORE), False),
    (ASK, user("what is the law on this", **SURE), False),
    (ASK, user("I really do not know what you mean by that", **UNREAD), False),
    (ASK, user("street?", **SURE), False),
    (ASK, user("I'm not sure", **UNREAD | {"decision": {"kind": "unsure", "label": "deny"}}),
     False),
    (ASK, user("yes", **YES), False),
    (bot(asked="this_place"), user("yes", **YES), True),
    (ASK, user("hope", **UNREAD, urgent=[{"kind": "immediate_danger"}]), False),
    (bot(answer="law/forwarding"), user("Street", **UNREAD), False),
    (ASK, user("Crewe", intent={"name": "tell_place"}, decision=TOLD.as_dict()), False),
])
def test_a_place_that_we_asked_for_is_taken_as_one(
    question: dict[str, Any], message: dict[str, Any], due: bool
) -> None:
    """Who was asked where they live may say "Street"; other steps and questions stay theirs."""
    assert moves.due([question, message]) is due


def test_it_is_taken_once() -> None:
    """After the reply to it nothing else is said to the same message."""
    events = [ASK, user("Street", **UNREAD), {"event": "action", "name": moves.ACTION}, bot(x=1)]
    assert not moves.due(events) and moves.done(events)
    assert not moves.done(events[:2])


def test_yes_means_the_place_we_asked_about() -> None:
    """"Do you live in Cheshire East?" "Yes."""
    events = [user("police in crewe took his phone", **SURE), bot(asked="this_place"),
              user("yes", **YES)]
    assert (moves.meant(events) or Place("")).codes == (EAST,)


def test_a_message_that_we_did_not_ask_for_is_read_with_care() -> None:
    """"Hope" is a place only for who was asked."""
    assert moves.meant([bot(answer="law/forwarding"), user("hope", **UNREAD)]) is None
    assert moves.meant([ASK, user("hope", **UNREAD)]) is not None
    assert moves.meant([ASK, user("how", **UNREAD)]) is None


def test_what_was_named_in_passing_is_remembered_until_a_home_is_told() -> None:
    """The last place in passing is asked about; a told home or a new start ends that."""
    passing = user("police in crewe took his phone")
    assert (in_passing([passing, user("hi")]) or council(WEST)).code == EAST
    assert in_passing([passing, user("we live in Stoke")]) is None
    assert in_passing([passing, {"event": "restart"}]) is None


def test_asked_is_about_our_last_words_before_the_message() -> None:
    """Urgent help that is said meanwhile does not change what was asked."""
    assert asked([ASK, user("hope"), bot(urgent=["immediate_danger"])]) == "place"
    assert not asked([ASK, user("x"), bot(answer="law/forwarding"), user("hope")])


def test_the_nation_before_is_that_of_the_last_turn() -> None:
    """What the latest message changed does not count."""
    slot = {"event": "slot", "name": "nation", "value": "Wales"}
    assert nation_before([slot, user("glasgow"), slot | {"value": "Scotland"}]) is Nation.WALES
    assert nation_before([user("glasgow"), slot]) is None


# The next move.

LAW = Talk("law/is_it_a_crime", asked=False, before=None, now=Nation.SCOTLAND)


@pytest.mark.parametrize(("text", "chosen", "talk", "move"), [
    ("glasgow", None, LAW, Move.AGAIN),
    ("glasgow", None, replace(LAW, asked=True), Move.HELP),
    ("glasgow", None, replace(LAW, before=Nation.SCOTLAND), Move.HELP),
    ("glasgow", None, replace(LAW, last_answer="support/local"), Move.HELP),
    ("glasgow", None, replace(LAW, last_answer=None), Move.HELP),
    ("glasgow", ("place", GLASGOW), LAW, Move.HELP),
    ("Kendal", None, replace(LAW, now=Nation.ENGLAND), Move.HELP),
    ("Kendal", None, replace(LAW, before=Nation.SCOTLAND, now=Nation.ENGLAND), Move.AGAIN),
    ("I live in France now", None, LAW, Move.HELP),
    ("CW99 9ZZ", None, LAW, Move.NO_POSTCODE),
    ("wibbleton", None, LAW, Move.UNKNOWN),
    ("", ("choice", "somewhere_else"), LAW, Move.ASK),
    ("", ("place", "X99999999"), LAW, Move.UNKNOWN),
])
def test_what_follows_a_place(
    library: Library, text: str, chosen: tuple[str, str] | None, talk: Talk, move: Move
) -> None:
    """An answer that differs by nation is said again; else the local help; never a dead end."""
    assert moves.move(home.read(text), chosen, talk, library) is move


# The page.

@pytest.mark.parametrize("code", [one.code for one in authorities()])
def test_every_family_finds_help(library: Library, code: str) -> None:
    """Each page has the council or Trust, the police, 999, the NSPCC and when it was checked."""
    one = council(code)
    text = page.page(library, one, today=TODAY)
    for part in (one.url, one.police_force, "999", "NSPCC Helpline: 0808 800 5000",
                 "22 November 2026", one.trust or " ".join(one.official_name.split())):
        assert part in text
    assert len(text) <= 4096, "fits one chat message"


NUMBERS = {"HSC-B": "028 9050 7000", "HSC-N": "0300 123 4333", "HSC-SE": "0300 100 0300",
           "HSC-S": "0800 783 7745", "HSC-W": "028 7131 4090"}


@pytest.mark.parametrize("code", NUMBERS)
def test_a_trust_has_its_own_number_only(library: Library, code: str) -> None:
    """A family in Derry is not sent to the Gateway team of Belfast."""
    text = page.page(library, council(code), today=TODAY)
    assert [n for n in NUMBERS.values() if n in text] == [NUMBERS[code]]


def test_numbers_in_doubt_are_not_shown(library: Library) -> None:
    """Past its date, or with numbers and Trusts not equally many, no number is given."""
    service, trust = library.services["ni_gateway"], council("HSC-W")
    assert page.gateway_number(service, trust, TODAY) == NUMBERS["HSC-W"]
    assert page.gateway_number(service, trust, date(2099, 1, 1)) == ""
    fewer = service.copy(update={"reach": service.reach[1:]})
    assert page.gateway_number(fewer, trust, TODAY) == ""


@pytest.mark.parametrize(("code", "keys"), [
    (WEST, {"cheshire_west_youth_workers", "cheshire_west_can_we_talk", "cheshire_safer_schools",
            "cheshire_peer_mentors"}),
    (EAST, {"cheshire_safer_schools", "cheshire_peer_mentors"}),
    ("E06000006", {"cheshire_safer_schools", "cheshire_peer_mentors"}),
    ("E06000007", {"cheshire_safer_schools", "cheshire_peer_mentors"}),
    ("E06000063", {"cumbria_digital_media"}), (KENDAL, {"cumbria_digital_media"}),
    (WREXHAM, {"north_wales_school_officers"}), (GLASGOW, set()), (BELFAST, set()), (STOKE, set()),
])
def test_programmes_are_named_where_they_run(library: Library, code: str, keys: set[str]) -> None:
    """A family is told what runs where they live, with the year, and nothing else."""
    found = page.programmes(library, council(code), TODAY)
    assert {one.key for one in found} == keys
    text = page.page(library, council(code), today=TODAY)
    for one in library.programmes.values():
        assert (one.what in text) == (one.key in keys)
        assert one.key not in keys or f"as reported in {one.reported}" in text


def test_a_programme_past_its_date_is_not_shown(library: Library) -> None:
    """What nobody has asked about for too long is left out, the page stays."""
    after = max(one.check_again for one in library.programmes.values()).replace(year=2099)
    assert page.programmes(library, council(WEST), after) == []
    text = page.page(library, council(WEST), today=after)
    assert "isitok" not in text and "Cheshire Constabulary" in text and "0808" not in text


def test_a_place_that_is_misspelt_is_refused(library: Library) -> None:
    """A programme for a council that does not exist is a fault, with a hint."""
    one = next(iter(library.programmes.values()))
    with pytest.raises(ValueError, match="did you mean Cheshire East"):
        Programme(**one.dict() | {"authorities": ("Chesire East",)})
    with pytest.raises(ValueError, match="does not say where"):
        Programme(**one.dict() | {"authorities": (), "police_forces": ()})


@pytest.mark.parametrize(("nation", "own"), [
    (None, ""), (Nation.WALES, "meic"), (Nation.SCOTLAND, "children_first"),
    (Nation.NORTHERN_IRELAND, "ni_out_of_hours"), (Nation.ENGLAND, "victim_support"),
])
def test_who_does_not_say_gets_help_all_the_same(
    library: Library, nation: Nation | None, own: str
) -> None:
    """Without a town there are the NSPCC and the services of the nation, or of all nations."""
    text = say.untold(library, nation, TODAY)
    assert "NSPCC" in text
    if own:
        assert library.services[own].name in text
    else:
        assert "Gateway" not in text and "Children First" not in text


# The answer with its buttons.

GENERAL = {"text": "Start with the NSPCC.", "waymark": {"answer": "support/local"}, "buttons": [
    {"title": "Tell me more", "payload": "choice:more"},
    *({"title": str(n), "payload": f"answer:support/{n}"} for n in range(6)),
    {"title": "Carry on practising", "payload": "rehearsal:carry_on"}]}
QUESTION = {"text": "Where do you live?"}


def payloads(response: dict[str, Any]) -> list[str]:
    return [button["payload"] for button in response["buttons"]]


def test_the_local_help_can_be_changed(library: Library) -> None:
    """Beside the local help stands "Somewhere else", and a way back to practising."""
    found = payloads(say.here(GENERAL, library, council(EAST), TODAY))
    assert found[-1] == "choice:somewhere_else" and "rehearsal:carry_on" in found
    assert len(found) == len(set(found)) <= 8


def test_the_question_has_ways_out(library: Library) -> None:
    """Asked where they live, a parent may press a nation, or that they would rather not say."""
    found = say.ask(GENERAL, QUESTION, None, None)
    assert found["text"].startswith(GENERAL["text"]) and found["text"].endswith(QUESTION["text"])
    assert payloads(found)[:5] == ["choice:england", "choice:wales", "choice:scotland",
                                   "choice:northern_ireland", "choice:rather_not_say"]
    assert found["waymark"]["asked"] == "place" and len(found["buttons"]) <= 8
    assert "choice:wales" not in payloads(say.ask(GENERAL, QUESTION, Nation.WALES, None))


def test_a_place_in_passing_is_asked_about(library: Library) -> None:
    """"Do you live in Cheshire East?", with yes first and other ways beside it."""
    found = say.ask(GENERAL, QUESTION, None, council(EAST))
    assert "Do you live in Cheshire East?" in found["text"]
    assert payloads(found)[:3] == [f"place:{EAST}", "choice:somewhere_else",
                                   "choice:rather_not_say"]


def test_namesakes_are_told_apart() -> None:
    """Of several places each has a button, in words that tell it from the others."""
    both = Home.of("W06000022,E06000046", None)
    found = say.which(GENERAL, both, QUESTION)
    assert [b["title"] for b in found["buttons"][:-1]] == ["Newport (Wales)", "Isle of Wight"]
    many = Home.of(",".join(one.code for one in authorities()[:12]), None)
    assert len(say.which(GENERAL, many, QUESTION)["buttons"]) <= 8


def test_an_answer_with_a_place_leads_to_the_help_there() -> None:
    """"Help near Cheshire East" stands first below an answer to "police in Crewe ...\""""
    found = say.near(GENERAL, council(EAST))
    assert found["buttons"][0] == {"title": "Help near Cheshire East", "payload": f"place:{EAST}"}
    assert payloads(found)[-1] == "rehearsal:carry_on" and len(found["buttons"]) == 8
