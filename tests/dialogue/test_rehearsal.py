"""A rehearsal, turn by turn: what is asked, played, explained and offered, without a model."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from waymark.content import letter
from waymark.content.library import Library, load
from waymark.content.schema import AgeBand, Nation, Status
from waymark.content.starter import Turns
from waymark.dialogue.rehearsal import phrases, talks, typed
from waymark.dialogue.rehearsal.heard import Elsewhere, Heard
from waymark.dialogue.rehearsal.moves import Rehearsal
from waymark.dialogue.rehearsal.pages import Page
from waymark.dialogue.rehearsal.place import Place, Step
from waymark.nlu import choices
from waymark.serving.words import MOST_BUTTONS, _buttons, answer
from waymark.settings import ROOT

STARTERS = sorted(load(ROOT / "content").starters)


class Practice:
    """A rehearsal that remembers where it stands, as the tracker does."""

    def __init__(self, library: Library, **known: Any) -> None:
        self.library = library
        self.place: Place | None = None
        self.known = {"nation": None, "age": None, "last_answer": None} | known

    def hear(self, heard: Heard) -> Any:
        page = Rehearsal(self.library, self.place, **self.known).hear(heard)
        if isinstance(page, Page):
            self.place = page.place
        elif page is None and self.place:
            self.place = replace(self.place, waiting=False)
        return page

    def press(self, value: str) -> Page:
        return _page(self.hear(Heard(pressed=("rehearsal", value))))

    def type(self, words: str, intent: str = "nlu_fallback", **heard: Any) -> Any:
        return self.hear(Heard(words=words, intent=intent, **heard))


def _page(found: Any) -> Page:
    assert isinstance(found, Page)
    return found


def titles(page: Page) -> list[str]:
    return [button["title"] for button in page.buttons]


def leads(page: Page) -> list[str]:
    return [button["payload"] for button in page.buttons]


@pytest.fixture
def practice(library: Library) -> Practice:
    return Practice(library)


@pytest.fixture
def playing(practice: Practice) -> Practice:
    """At the question what the child might do, after something has happened, at 14 or 15."""
    practice.press("after/14_15")
    return practice


@pytest.mark.parametrize("reaction", talks.REACTIONS)
@pytest.mark.parametrize("key", STARTERS)
def test_every_turn_of_every_starter_can_be_played(
    practice: Practice, key: str, reaction: str
) -> None:
    """The child speaks, two replies follow, and either choice shows both with their reasons."""
    turn = getattr(practice.library.starters[key].replies, reaction)
    practice.press(key)
    asked = practice.press(reaction)
    assert turn.child in asked.text and turn.better in asked.text and turn.worse in asked.text
    assert turn.why not in asked.text and turn.why_not not in asked.text
    for reply in ("first", "second"):
        told = practice.press(f"{reaction}/{reply}")
        assert all(words in told.text
                   for words in (turn.better, turn.why, turn.worse, turn.why_not))


@pytest.mark.parametrize("key", STARTERS)
def test_every_starter_can_be_opened_ended_and_taken_away(practice: Practice, key: str) -> None:
    """The opening, the end and the take-away are those of the file, whole."""
    starter = practice.library.starters[key]
    opened = practice.press(key)
    assert all(line in opened.text for line in (*starter.when, *starter.opening))
    assert starter.close in practice.press("close").text
    kept = practice.press("take_away").text
    assert all(line in kept for line in (*starter.take_away, *starter.not_to_say))
    assert "NSPCC" in kept or practice.library.services[starter.services[0]].name in kept


@pytest.mark.parametrize("key", STARTERS)
def test_the_order_of_the_replies_is_mixed_and_stays(key: str) -> None:
    """Within a starter the better reply stands now first, now second, always the same."""
    order = [talks.better_first(key, name) for name in talks.REACTIONS]
    assert set(order) == {True, False}
    assert order == [talks.better_first(key, name) for name in talks.REACTIONS]


def test_nobody_is_told_that_they_were_wrong() -> None:
    """The words around the replies judge nobody, whichever is chosen."""
    ours = " ".join(words for name, words in vars(phrases).items()
                    if name.isupper() and name != "WELCOME")
    assert not set(re.findall("[a-z]+", ours.lower())) & {
        "wrong", "bad", "mistake", "incorrect", "sadly", "unfortunately", "should"}
    assert "wrong" not in phrases.WELCOME.replace("Nothing can go wrong here.", "")


def test_the_explanation_names_which_was_chosen(playing: Practice) -> None:
    """The chosen reply stands first, and the kinder phrase before the one that closes the door."""
    turn = playing.library.starters["after/14_15"].replies.anger
    better = "first" if talks.better_first("after/14_15", "anger") else "second"
    worse = {"first": "second", "second": "first"}[better]
    helped = playing.press(f"anger/{better}").text
    assert helped.index(turn.better) < helped.index(turn.worse) and phrases.NATURAL not in helped
    closed = playing.press(f"anger/{worse}").text
    assert closed.index(turn.worse) < closed.index(turn.better) and phrases.NATURAL in closed


def test_the_buttons_are_few_and_short(practice: Practice) -> None:
    """No page has more than eight buttons, and every one of the rehearsal's own is short."""
    steps = ["start", "after", "age/14_15", "tears", "tears/first", "close", "take_away",
             "carry_on", "other_age", "other_talk", "before/8_10", "anger", "stop", "carry_on"]
    for value in steps:
        page = practice.press(value)
        assert len(page.buttons) <= MOST_BUTTONS
        assert all(len(b["title"]) <= 24 for b in page.buttons if "rehearsal:" in b["payload"])
        assert all(choices.read(payload) for payload in leads(page))


def test_reactions_not_yet_played_come_first(playing: Practice) -> None:
    """After a turn the others are offered, those that were not played before those that were."""
    playing.press("silence")
    playing.press("silence/first")
    playing.press("tears")
    page = playing.press("tears/second")
    assert titles(page)[:4] == ["Gets angry", "Says everyone does it", "You looked at my phone",
                                "Says nothing"]
    assert titles(page)[4:] == ["How to end the talk", "The take-away", "Stop practising"]


def test_who_has_played_all_five_hears_it(playing: Practice) -> None:
    """After the fifth reaction the parent is told that they have tried them all."""
    told = [playing.press(f"{name}/first").text for name in talks.REACTIONS]
    assert [phrases.ALL_PLAYED in text for text in told] == [False] * 4 + [True]


def test_what_is_known_is_not_asked(library: Library) -> None:
    """With the age and a fitting answer known the opening comes at once, and says what it took."""
    practice = Practice(library, age=AgeBand.FROM_14, last_answer="happened/child_sent")
    page = practice.type("help me practise", "rehearsal")
    assert practice.place and practice.place.step is Step.REACTION
    assert "after something has happened (14 or 15)" in page.text
    assert {"A different talk", "A different age"} <= set(titles(page))


def test_what_is_not_known_is_asked_one_thing_at_a_time(practice: Practice) -> None:
    """First which talk, then the age, then the opening."""
    assert phrases.WHICH_TALK in practice.type("help me practise", "rehearsal").text
    assert phrases.HOW_OLD in practice.press("asking").text
    assert practice.library.starters["asking/8_10"].opening[0] in practice.press("age/8_10").text


@pytest.mark.parametrize(("last", "taken"), [
    ("happened/child_sent", "after"), ("happened/image_spreading", "after"),
    ("talk/boys_and_asking", "asking"), ("happened/child_shared_someone_else", "asking"),
    ("law/asking_for_nudes", "asking"), ("talk/send_children", "special_needs"),
    ("talk/how_to_start", "before"), ("figures/national", None), (None, None),
])
def test_the_last_answer_suggests_the_talk(
    library: Library, last: str | None, taken: str | None
) -> None:
    """The talk is the one that fits what was just spoken about; without one we ask."""
    assert talks.fitting(library, last) == taken


def test_a_talk_that_was_taken_can_be_changed(library: Library) -> None:
    """"A different talk" asks again, and the age is kept."""
    practice = Practice(library, age=AgeBand.FROM_11, last_answer="happened/child_sent")
    practice.type("help me practise", "rehearsal")
    assert phrases.WHICH_TALK in practice.press("other_talk").text
    assert "special needs (11 to 13)" in practice.press("special_needs").text


def test_the_starter_note_stands_once_at_the_beginning(playing: Practice) -> None:
    """Text that nobody has approved says so in the opening, and not again at every turn."""
    opened = playing.press("after/14_15").text
    assert playing.library.starters["after/14_15"].status is Status.STARTER
    assert opened.count(letter.STARTER) == 1
    for value in ("tears", "tears/first", "close", "take_away", "stop", "carry_on"):
        assert letter.STARTER not in playing.press(value).text


@pytest.mark.parametrize("words", ["he is 140", "she's 18", "19", "my son is 21"])
def test_an_adult_is_asked_about_again_kindly(practice: Practice, words: str) -> None:
    """An age of 18 or more, or an impossible one, is asked again, with the way for adults."""
    practice.press("before")
    page = practice.type(words, "tell_age")
    assert page.text == phrases.ADULT and "answer:law/over_18" in leads(page)
    assert titles(page)[:5] == ["Under 8", "8 to 10", "11 to 13", "14 or 15", "16 or 17"]
    assert practice.place and practice.place.step is Step.AGE


@pytest.mark.parametrize(("words", "band", "years"), [
    ("14", "14_15", 14), ("fourteen", "14_15", 14), ("she's 9", "8_10", 9), ("year 8", "11_13", 12),
    ("he is only 7", "under_8", 7), ("about 17 i think", "16_17", 17),
    ("under 8", "under_8", 7), ("8 to 10", "8_10", 8), ("14 or 15", "14_15", 14),
])
def test_an_age_can_be_typed(practice: Practice, words: str, band: str, years: int) -> None:
    """A number, a word or a school year is enough, and the exact age is passed on."""
    practice.press("before")
    page = practice.type(words, "tell_age")
    assert (page.place.age, page.years) == (band, years)


@pytest.mark.parametrize(("words", "reaction"), [
    ("she'd cry", "tears"), ("probably burst into tears", "tears"), ("angry", "anger"),
    ("he'd kick off", "anger"), ("she would shout at me", "anger"), ("nothing", "silence"),
    ("he won't talk", "silence"), ("just shrug", "silence"), ("everyone does it", "everyone_does_it"),
    ("she'd say it's normal", "everyone_does_it"), ("you looked at my phone", "looked_at_phone"),
    ("that I've been through his phone", "looked_at_phone"), ("the second one", "anger"),
    ("3", "tears"), ("last one", "looked_at_phone"),
])
def test_a_reaction_can_be_typed(playing: Practice, words: str, reaction: str) -> None:
    """Plain words, or a place in the list, for what a child does play that turn."""
    page = playing.type(words)
    assert playing.place and playing.place.reaction == reaction
    assert getattr(playing.library.starters["after/14_15"].replies, reaction).child in page.text


@pytest.mark.parametrize(("words", "number"), [
    ("the first one", 0), ("1", 0), ("2", 1), ("I'd say the second", 1), ("a", 0),
    ("the last one please", 1), ("number two", 1),
])
def test_a_reply_can_be_typed(playing: Practice, words: str, number: int) -> None:
    """A number or a place chooses one of the two replies."""
    playing.press("tears")
    turn = playing.library.starters["after/14_15"].replies.tears
    shown = (turn.better, turn.worse) if talks.better_first("after/14_15", "tears") \
        else (turn.worse, turn.better)
    text = playing.type(words, "choose").text
    other = shown[1 - number]
    assert text.index(shown[number]) < text.index(other)


@pytest.mark.parametrize("words", [
    "I'd tell her I love her and we will sort it out", "you're not in trouble with me, ok?",
    "I would just hug him", "'I am so sorry this happened to you'", "I'm not angry, come here",
])
def test_own_words_are_thanked_and_not_judged(playing: Practice, words: str) -> None:
    """A parent's own version is thanked for; the better one is shown, the worse one is not."""
    playing.press("tears")
    turn = playing.library.starters["after/14_15"].replies.tears
    text = playing.type(words).text
    assert text.startswith(phrases.THANKS) and turn.better in text and turn.why in text
    assert turn.worse not in text and turn.why_not not in text and words not in text


def test_a_reply_that_was_typed_off_is_that_reply(playing: Practice) -> None:
    """Typing the words of a reply chooses it."""
    playing.press("tears")
    turn = playing.library.starters["after/14_15"].replies.tears
    assert playing.type(turn.worse).text.startswith(phrases.NATURAL)


@pytest.mark.parametrize(("step", "words"), [
    ("tears", "is it illegal?"), ("tears", "can you tell me if she will get a criminal record"),
    ("tears", "she just told me she sent it to her teacher"),
    ("", "is it illegal?"), ("", "what if he cries?"), ("", "will the police take her phone"),
])
def test_a_question_in_the_middle_is_passed_on(playing: Practice, step: str, words: str) -> None:
    """What has an answer gets it, and "carry on" comes back to where we were."""
    if step:
        playing.press(step)
    assert playing.type(words, "law", verdict={"kind": "answer", "label": "law/x"}) is None
    page = playing.type("carry on practising", "rehearsal")
    assert "after something has happened (14 or 15)" in page.text
    assert page.place.step is (Step.REPLY if step else Step.REACTION)


def test_danger_told_in_plain_words_is_never_played_with(playing: Practice) -> None:
    """With danger in a message its answer comes, not the next turn of a play."""
    assert playing.type("she'd cry", danger=True) is None


@pytest.mark.parametrize("words", [
    "she is crying and says she wants to die", "he'd shout that he will kill himself",
    "she said nothing for two days and now I found out that a man has pictures of her",
    "he is angry because someone wants money",
])
def test_a_story_is_no_move(words: str) -> None:
    """Words like "crying" in a message that tells something serious play nothing."""
    assert typed.reaction(words) is None


@pytest.mark.parametrize("words", ["stop", "that's enough", "Stop practising", "ok enough now",
                                   "I'm done", "can we stop here please"])
def test_stopping_is_easy_and_leads_to_help(playing: Practice, words: str) -> None:
    """A few words end it anywhere; what comes next, people and the way back are there."""
    playing.press("anger")
    page = playing.type(words)
    assert page.text == phrases.STOPPED
    assert {"choice:people", "rehearsal:take_away", "rehearsal:carry_on",
            "answer:happened/child_sent"} <= set(leads(page))


@pytest.mark.parametrize("words", ["how do I stop him sending more", "that's enough to go to the police"])
def test_a_sentence_about_stopping_stops_nothing(words: str) -> None:
    """Only plain words to us end a rehearsal."""
    assert typed.command(words) is None


@pytest.mark.parametrize(("words", "value"), [
    ("how do I end it", "close"), ("the take-away", "take_away"), ("what not to say", "take_away"),
    ("a different talk please", "other_talk"), ("wrong age", "other_age"), ("go on", "carry_on"),
    ("another one", "another"),
])
def test_the_other_steps_can_be_typed(words: str, value: str) -> None:
    """What stands on a button can be said in plain words."""
    assert typed.command(words) == value


def test_another_one_plays_what_was_not_played(playing: Practice) -> None:
    """"Another one" takes the next reaction that is still to come."""
    playing.press("silence/first")
    assert playing.type("another one") and playing.place
    assert playing.place.reaction == "anger"


def test_after_two_misses_others_may_answer(playing: Practice) -> None:
    """What we do not follow is asked again once; the second time in a row it is passed on."""
    first = playing.type("flibber the wotsit")
    assert first.text.startswith(phrases.MISSED) and first.place.step is Step.REACTION
    assert playing.type("grommet sideways") is None


def test_a_miss_offers_what_may_have_been_asked(playing: Practice) -> None:
    """Likely answers stand beside the choices, so that a question half understood is not lost."""
    verdict = {"kind": "offer", "candidates": [["police/dbs_check", 0.3], ["law/forwarding", 0.01]]}
    page = playing.type("um the checks thing", verdict=verdict)
    assert "answer:police/dbs_check" in leads(page) and "answer:law/forwarding" not in leads(page)
    assert leads(page)[-1] == "rehearsal:stop"


def test_where_they_live_chooses_who_can_help(library: Library) -> None:
    """The take-away names services of the nation alone, and says them again when it is told."""
    practice = Practice(library, nation=Nation.SCOTLAND)
    practice.press("before/11_13")
    text = practice.press("take_away").text
    found = [library.services[key] for key in library.starters["before/11_13"].services]
    assert all((service.name in text) == (Nation.SCOTLAND in service.nations) for service in found)
    assert practice.type("we live in scotland", "tell_nation").text == text


def test_another_age_told_changes_the_words(playing: Practice) -> None:
    """"She's 9 actually" opens the talk for that age."""
    playing.known["age"] = AgeBand.FROM_8
    assert "(8 to 10)" in playing.type("she's 9 actually", "tell_age").text


def test_a_number_after_the_end_shows_what_stood_there(playing: Practice) -> None:
    """After stopping, "2" is the second of the buttons, even where that is an answer."""
    playing.press("stop")
    found = playing.type("2", "choose")
    assert found == Elsewhere("answer:happened/child_sent")
    assert playing.type("crying", "nlu_fallback") is None


def test_practising_again_after_the_end_goes_on_there(playing: Practice) -> None:
    """After stopping, "help me practise" comes back to the same talk; a new one is not far."""
    playing.press("stop")
    assert phrases.WHAT_MIGHT in playing.type("help me practise", "rehearsal").text
    playing.press("stop")
    assert phrases.WHICH_TALK in playing.type("practise a different one", "rehearsal").text


def test_a_talk_can_be_named_at_once(library: Library) -> None:
    """"Practise asking, he's autistic" needs no question about which talk."""
    practice = Practice(library, age=AgeBand.FROM_14)
    assert "special needs" in practice.type("practise with my autistic son", "rehearsal").text
    other = Practice(library, age=AgeBand.FROM_14)
    assert "asking" in other.type("rehearse the chat about asking for pics", "rehearsal").text


def test_without_starters_there_are_people(library: Library) -> None:
    """Content without any starter ends in somebody to talk to."""
    practice = Practice(replace(library, starters={}))
    page = practice.type("help me practise", "rehearsal")
    assert page.text == phrases.NOTHING and "choice:people" in leads(page)


def test_a_talk_without_a_starter_for_the_age_asks_for_another(library: Library) -> None:
    """A file that is taken away leaves no dead end: the ages that are there are offered."""
    fewer = {key: value for key, value in library.starters.items() if key != "after/14_15"}
    page = Practice(replace(library, starters=fewer)).press("after/14_15")
    assert phrases.HOW_OLD in page.text and "rehearsal:age/14_15" not in leads(page)


def test_a_starter_that_is_taken_away_in_the_middle_breaks_nothing(playing: Practice) -> None:
    """Staff may delete a file while somebody practises it: another age is offered."""
    playing.press("tears")
    fewer = {key: value for key, value in playing.library.starters.items() if key != "after/14_15"}
    playing.library = replace(playing.library, starters=fewer)
    assert phrases.HOW_OLD in playing.type("you are not in trouble").text
    assert phrases.HOW_OLD in playing.press("carry_on").text
    assert phrases.WHAT_MIGHT in playing.press("age/11_13").text


@pytest.mark.parametrize("value", ["tears", "anger/first", "close", "take_away", "carry_on",
                                   "nonsense", "age/99", "stop", "after/99", "other_age"])
def test_an_old_button_never_breaks(practice: Practice, value: str) -> None:
    """A button whose rehearsal is long forgotten begins one, or ends kindly."""
    assert practice.press(value).buttons


def said(place: Place) -> dict[str, Any]:
    return {"event": "bot", "metadata": {"waymark": {"rehearsal": place.as_metadata()}}}


USER = {"event": "user", "text": "x"}
PLACE = Place(Step.REPLY, "after", "14_15", "tears", ("anger",), ("rehearsal:stop",), missed=True)


def test_the_place_is_read_back_from_what_was_said() -> None:
    """What our words carry is enough to know where we were."""
    assert Place.of([USER, said(PLACE), USER]) == PLACE
    assert Place.of([USER, USER]) is None


def test_what_was_said_since_ends_the_waiting() -> None:
    """After another answer, or another day, typed words are no move any more."""
    other = {"event": "bot", "metadata": {"waymark": {"answer": "law/forwarding"}}}
    for since in (other, {"event": "session_started"}):
        assert Place.of([said(PLACE), USER, since, USER]) == replace(PLACE, waiting=False)


def test_urgent_help_to_this_message_does_not_end_the_waiting() -> None:
    """Help comes first; what was asked may follow."""
    urgent = {"event": "bot", "metadata": {"waymark": {"urgent": ["blackmail"]}}}
    assert Place.of([said(PLACE), USER, urgent]) == PLACE


def test_starting_over_forgets_the_rehearsal() -> None:
    """After a restart there is nothing to carry on with."""
    assert Place.of([said(PLACE), {"event": "restart"}, USER]) is None


def test_what_we_keep_holds_no_words_of_the_parent(playing: Practice) -> None:
    """The place carries names of steps alone."""
    playing.press("tears")
    playing.type("I'd tell Alfie that I love him")
    assert playing.place and "Alfie" not in repr(playing.place.as_metadata())


def test_the_reactions_are_those_of_a_starter() -> None:
    """Every turn that staff write can be played, and none is missing."""
    assert set(talks.REACTIONS) == set(Turns.__fields__)


@pytest.mark.parametrize("practising", [None, "now", "paused"])
def test_practising_pushes_out_no_next_answer(library: Library, practising: str | None) -> None:
    """Below every answer stand its next ones, at most eight buttons, and the way to practise."""
    unsure = {"kind": "answer", "confidence": 0.6, "also": list(library.answers)[:2]}
    for key, found in library.answers.items():
        for verdict in ({}, unsure):
            said = answer(library, key, {"practising": practising}, verdict)
            payloads = [button["payload"] for button in said["buttons"]]
            assert len(payloads) <= MOST_BUTTONS
            assert {f"answer:{name}" for name in found.next} <= set(payloads)
            if practising:
                assert payloads[-1] == "rehearsal:carry_on"


def test_answers_about_talking_offer_to_practise(library: Library) -> None:
    """Answers with starters, and those on talking, offer it; where it fits, with its talk."""
    for key, found in library.answers.items():
        payloads = [b["payload"] for b in answer(library, key, {}, {})["buttons"]]
        plain = _buttons(library, library.words(key, None, None), [], None, "answer")
        ours = [p for p in payloads if p.startswith("rehearsal:")]
        wanted = bool(found.starters) or found.topic == "talk"
        assert ours == ([f"rehearsal:{talks.fitting(library, key) or 'start'}"]
                        if wanted and len(plain) < MOST_BUTTONS else [])
