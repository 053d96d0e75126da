"""The 15 facts most often got wrong: no text contradicts them, and the answers that must say them do.

Numbers are those of the fact sheet's last part. Each fact has sentences that contradict
it, so that the patterns themselves are tried too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest

from waymark.content.checks.texts import texts
from waymark.content.library import Library
from waymark.content.schema import Nation

S, NI, W = Nation.SCOTLAND, Nation.NORTHERN_IRELAND, Nation.WALES


@dataclass(frozen=True)
class Fact:
    """What must never be said (patterns), examples of it, and what must be said where."""

    number: int
    rule: str
    never: tuple[str, ...]
    wrong: tuple[str, ...]
    said: tuple[tuple[str, Nation | None, str], ...] = ()


FACTS = (
    Fact(1, "Outcome 21 is recorded; an enhanced DBS check may show it",
         (r"outcome 21\b.*\b(?:never|cannot|can't|won't|will not|does not|doesn't) (?:show|appear|be (?:shown|seen|recorded))(?!.*\b(?:basic|standard)\b)",
          r"outcome 21 (?:is not|isn't|is never) (?:recorded|kept|written)",
          r"(?<!basic or standard )(?<!basic )(?<!standard )(?:dbs )?checks? (?:will|can) never show"),
         ("Outcome 21 will never show on a DBS check.", "With Outcome 21 it cannot appear anywhere.",
          "Outcome 21 is not recorded.", "A DBS check will never show it."),
         (("police/dbs_check", None, r"(?i)enhanced"), ("police/dbs_check", None, r"(?i)unlikely"),
          ("police/outcome_21", None, r"(?i)record"))),
    Fact(2, "Outcome 21 is for England and Wales only",
         (r"(?:scotland|psni|northern ireland)\b[^.]*\b(?:uses?|gives?|record(?:s|ed)? (?:it )?as|has) outcome 21(?! as such)",
          r"outcome 21 (?:is used|applies|holds) (?:all over|across|throughout|everywhere in) the uk"),
         ("Police in Scotland use Outcome 21.", "PSNI gives Outcome 21 too.",
          "Outcome 21 applies across the UK."),
         (("police/outcome_21", S, r"Scotland"), ("police/outcome_21", NI, r"Northern Ireland"),
          ("law/scotland", None, r"Outcome 21"), ("law/northern_ireland", None, r"Outcome 21"))),
    Fact(3, "since 2024 a child in a case that is not aggravated should be recorded as a person involved",
         (r"(?:always|must be|are) recorded as (?:a )?suspects?\b", r"guidance (?:is|was) published by the npcc"),
         ("Children are recorded as suspects.", "A child must be recorded as a suspect."),
         (("police/criminal_record", None, r"(?i)person involved|outcome 21"),)),
    Fact(4, "at 16 and 17 the couple exception needs marriage, civil partnership or living together",
         (r"(?:boyfriend|girlfriend|couples?)\b[^.]*\b(?:16|17)[^.]*\b(?:is|are) (?:legal|allowed|fine)\b",
          r"(?:it is|it's) (?:legal|allowed|fine) (?:at|from) 16\b",
          r"(?:from|at) 16 (?:you|they|your child) (?:may|can) (?:send|share)"),
         ("It is legal at 16.", "From 16 they can send pictures to each other.",
          "For a couple of 16 it is allowed."),
         (("law/age_16_and_images", None, r"(?i)living together|live together"),
          ("law/age_16_and_images", S, r"(?i)established relationship"),
          ("law/age_16_and_images", NI, r"(?i)enduring|living together|live together|family"))),
    Fact(5, "an image of a child under 13 is not always referred; tell school or social care the same day",
         (r"under 13\b[^.]*\b(?:is|are) always (?:referred|reported|passed)",
          r"(?:school|schools|they) must always (?:refer|report)\b[^.]*under 13"),
         ("A child under 13 is always referred.", "Schools must always report a picture of a child under 13."),
         (("happened/under_13", None, r"(?i)same day|straight away|today"),)),
    Fact(6, "delete nothing first where there is an adult, a threat, pressure, wide sharing or a child under 13",
         (r"^(?:delete|get rid of) (?:the picture|it|everything|all)\b(?!.*\b(?:once|after|when|if|until)\b)",
          r"(?<!i'll )(?:delete|remove) (?:it|the picture|everything) (?:at once|straight away|right away|immediately|now)\b"),
         ("Delete the picture.", "Your child should delete it straight away.", "Delete everything now."),
         (("happened/should_i_delete", None, r"(?i)adult"), ("happened/should_i_delete", None, r"(?i)threat"),
          ("happened/should_i_delete", None, r"(?i)under 13"))),
    Fact(7, "Report Remove: proof of age may be asked for or is optional; it is not a must",
         (r"^(?!older pages)(?!.*\bolder pages).*(?:must|has to|have to|needs? to) (?:show|prove|give)\b[^.]*\b(?:id|age|passport)\b",
          r"id is (?:needed|required)"),
         ("They must show ID.", "Your child has to prove their age with a passport.", "ID is needed from 13."),
         (("happened/report_remove", None, r"(?i)\b(?:age|ID)\b"),)),
    Fact(8, "Report Remove under 18; StopNCII and the Revenge Porn Helpline from 18; Report Harmful Content not for nudes of children",
         (r"stopncii\b[^.]*\b(?:your child|under 18|children|teenagers?)\b(?!.*\bnot\b)",
          r"revenge porn helpline\b[^.]*\b(?:for|helps?) (?:your child|under 18|children|teenagers)",
          r"report harmful content\b[^.]*\bcan (?:take|help)[^.]*\b(?:nude|nudes|picture)\b"),
         ("StopNCII can help your child.", "The Revenge Porn Helpline helps teenagers.",
          "Report Harmful Content can take the nude down."),
         (("happened/get_it_removed", None, r"(?i)report remove"), ("happened/get_it_removed", None, r"(?i)take it down"),
          ("law/over_18", None, r"(?i)revenge porn helpline|stopncii"))),
    Fact(9, "CEOP is not for bullying, fake or hacked accounts, or emergencies",
         (r"ceop\b[^.]*\b(?:deals? with|helps? with|(?<!not )for) (?:bullying|hacked|fake accounts?|emergenc)",
          r"(?:danger now|emergency)\b[^.]*\b(?:report to|tell|call|contact) ceop"),
         ("CEOP helps with bullying.", "In an emergency, contact CEOP."),
         (("support/ceop", None, r"(?i)999"), ("support/ceop", None, r"(?i)bullying"))),
    Fact(10, "the law of 6 February 2026 is about adults; fakes of under-18s were illegal before",
         (r"(?:since|from|until) (?:6 )?february 2026[^.]*\b(?:child|under 18)[^.]*\b(?:illegal|crime|against the law)",
          r"fakes? (?:nudes? )?of (?:a child|children|under 18s) (?:became|is now|are now|has become) (?:illegal|a crime)"),
         ("Since 6 February 2026 a fake of a child is a crime.", "Fake nudes of children became illegal this year."),
         (("law/ai_deepfakes", None, r"(?i)1978|already|same law|pseudo|Protection of Children"),)),
    Fact(11, "of the Crime and Policing Act 2026 only a first part is in force; no duty to report for parents",
         (r"(?:parents?|you) (?:must|have a duty to|are required to|have to) (?:by law )?report",
          r"(?:must|have to) (?:take|remove)[^.]*within 48 hours",
          r"required by law to report\b(?!.*\bnot\b)"),
         ("Parents must by law report it.", "You have a duty to report to the police.",
          "Sites must take it down within 48 hours."),
         (("police/should_i_report", None, r"(?i)no(?:t| law| duty)"),)),
    Fact(12, "a ban on social media under 16 was announced for spring 2027; 13 is the platforms' own minimum",
         (r"(?:it is|it's) (?:illegal|against the law|a crime) for (?:a child|children|anyone) under 16 to (?:use|have|be on)",
          r"(?:children )?under 16s? are (?:now )?banned", r"ban (?:is|has been) in force"),
         ("It is against the law for anyone under 16 to use TikTok.", "Under 16s are now banned.",
          "The ban is in force."),
         (("prevent/right_age", None, r"\b13\b"), ("prevent/right_age", None, r"2027|(?i:announced|planned)"))),
    Fact(13, "the age of criminal responsibility is 12 in Scotland, 10 elsewhere",
         (r"(?:england|wales|northern ireland|uk)\b[^.]*\bage of criminal responsibility is (?:8|12|14)",
          r"scotland\b[^.]*\bage of criminal responsibility is (?:8|10|14)",
          r"scotland\b[^.]*\bunder (?:8|10)\b[^.]*\b(?:cannot|can't) (?:commit|be held)"),
         ("In Scotland the age of criminal responsibility is 8.", "In England the age of criminal responsibility is 12.",
          "In Scotland a child under 10 cannot commit a crime."),
         (("law/young_offender_age", None, r"\b10\b"), ("law/young_offender_age", S, r"\b12\b"),
          ("law/young_offender_age", NI, r"\b10\b"))),
    Fact(14, "Ofsted's nearly 90% is how often it happens to girls or their peers; police totals include adults",
         (r"(?:90%|nine in ten|9 in 10) of girls (?:have )?(?:got|had|received|been sent)\b",
          r"38,685\b(?!.*\badults?\b)[^.]*\b(?:children|teenagers|under 18s|young people)\b[^.]*\b(?:sent|committed|offended)"),
         ("90% of girls have received one.", "Nine in ten girls been sent one: 90% of girls got one.",
          "In 38,685 cases young people sent pictures.")),
    Fact(15, "contacts: Children First (not Parentline Scotland), no NSPCC hours, HSC Trusts in NI, no MOSAC",
         (r"(?<!called )(?<!called children 1st and )parentline", r"(?<!called )children 1st", r"\bmosac\b",
          r"nspcc\b[^.]*\b(?:\d{1,2} ?(?:am|pm)|24 hours|24/7|day and night)",
          r"northern ireland\b[^.]*\bcouncil'?s? (?:children's )?(?:social (?:work|services|care))"),
         ("Ring Parentline Scotland.", "The NSPCC is open until 10pm.", "MOSAC can help.",
          "In Northern Ireland ask the council's social services."),
         (("support/social_services", NI, r"(?i)trust"),)),
)


def contradicts(fact: Fact, sentence: str) -> bool:
    return any(re.search(pattern, sentence, re.IGNORECASE) for pattern in fact.never)


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: f"fact {fact.number}")
def test_no_text_contradicts(library: Library, fact: Fact) -> None:
    """No sentence of any answer, service or starter contradicts one of the 15 facts."""
    found = [f"{text.page.file}: {sentence}" for text in texts(library) if text.ours
             for sentence in text.sentences if contradicts(fact, sentence)]
    assert found == []


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: f"fact {fact.number}")
def test_a_contradiction_would_be_found(fact: Fact) -> None:
    """A sentence that contradicts the fact is found: this test of the test can fail."""
    assert [wrong for wrong in fact.wrong if not contradicts(fact, wrong)] == []


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: f"fact {fact.number}")
def test_the_fact_is_said_where_it_belongs(library: Library, fact: Fact) -> None:
    """The answers that a parent would ask for this say it, in the nation where it holds."""
    for key, nation, pattern in fact.said:
        reading = library.words(key, nation, None)
        whole = "\n".join([reading.short, *reading.do_now, *reading.do_not, reading.more])
        assert re.search(pattern, whole), f"{key} ({nation}) does not say {pattern}"
