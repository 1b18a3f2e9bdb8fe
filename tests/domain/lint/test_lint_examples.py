"""Each rule of cards, by good examples and bad ones."""

from __future__ import annotations

import pytest

from aws_flash.domain.bundle import BundledNote
from aws_flash.domain.lint.finding import Rule
from tests.domain.lint.written import basic, choice, gap, note, reversed_pair, rules

LONG = "which is a thing that goes on and on without any need at all for so many of them " * 2
PLAIN = ("Network ACLs", "Security groups", "Route tables")

BAD: list[tuple[Rule, BundledNote]] = [
    (Rule.TWO_FACTS, basic("What is a role and what is a user?")),
    (Rule.TWO_FACTS, basic("What is AWS CloudTrail and its primary purpose?")),
    (Rule.TWO_FACTS, basic("Which pool signs in? Which gives credentials?")),
    (Rule.TWO_FACTS, basic("Which header?", "X-Forwarded-For tells the client. Port 443 is open.")),
    (Rule.LONG_ANSWER, basic("What is it like in a VPC?", LONG)),
    (Rule.LONG_QUESTION, basic(f"What does a key do, {LONG}?")),
    (Rule.LONG_QUESTION, choice(f"What does a key do, {LONG}{LONG}?", "+This", "That", "Those")),
    (Rule.LONG_SET, basic("What does it read in an account?", "Logs, flows, names and calls")),
    (Rule.LONG_SET, basic("Name the parts.", "<ul><li>a<li>b<li>c<li>d</ul>")),
    (Rule.LONG_SET, gap("It reads {{c1::logs, flows, names and calls}} in your account.")),
    (Rule.YES_NO, basic("Is a security group stateful?", "Yes, it is.")),
    (Rule.YES_NO, basic("Does an SCP grant permissions?", "It only limits them.")),
    (Rule.YES_NO, basic("True or false: an SCP grants permissions.", "False")),
    (Rule.GUESSABLE, basic("Which feature blocks public access in S3?", "S3 Block Public Access")),
    (Rule.GUESSABLE, basic("SAML needs no AWS cred___ in the call?", "credentials")),
    (Rule.GUESSABLE, gap("The {{c1::KMS}} key is kept in the KMS service.")),
    (Rule.GUESSABLE, gap("Access goes to an {{c1::identity pool}} in the account.")),
    (Rule.GUESSABLE, choice("Such a set of rights is an", "+identity", "role", "pool")),
    (Rule.GUESSABLE, choice("What are the parts?", "+Two keys", "One token", "No secret")),
    (
        Rule.GUESSABLE,
        choice("Which rule lets replies to clients leave?", "+A rule for replies", "None", "Tags"),
    ),
    (Rule.PRONOUN, basic("What does it do?")),
    (Rule.PRONOUN, basic("Which of these services is the fastest?")),
    (Rule.PRONOUN, reversed_pair("STS call: GetSessionToken", "It gives keys to the caller")),
    (Rule.WHAT_ABOUT, basic("What about the sessions of a role?")),
    (Rule.WHAT_ABOUT, basic("Explain the encryption of EBS.")),
    (Rule.ABSOLUTE_WORD, basic("How is traffic on the link kept?", "It is always encrypted")),
    (Rule.ABSOLUTE_WORD, choice("Which is so of the link?", "+It may be", "It never is", "It was")),
    (Rule.NO_SOURCE, note("basic", ("Question", "Which?"), ("Answer", "This"), provenance=None)),
    (Rule.NO_CHECKED_ON, note("basic", ("Question", "Who?"), ("Answer", "I"), provenance=None)),
    (Rule.NO_REASON, choice("Which?", "+This", "That", reasons=["It is so.", ""])),
    (Rule.NOT_PARALLEL, choice("What do you do?", "+Encrypting it", "Copying it", "A role")),
    (Rule.NOT_PARALLEL, choice("How long?", "+12 hours", "36 hours", "Half a day at most")),
    (Rule.NOT_PARALLEL, choice("What?", "+Keys", "Tags", f"A role {LONG}")),
    (Rule.RIGHT_NOT_SAID, choice("Which stay with you?", "+Data", "+Users", "Buildings")),
    (Rule.RIGHT_NOT_SAID, choice("Which stays? Choose two.", "+Data", "Users", "Buildings")),
    (Rule.RIGHT_NOT_SAID, choice("Which stays with you?", "Data", "Users", "Buildings")),
    (Rule.RETIRED_NAME, basic("Where does a customer master key live?")),
    (Rule.RETIRED_NAME, basic("How does a client speak to S3?", "Over SSL")),
    (Rule.RETIRED_NAME, basic("What does AWS GuardDuty read?", "Flow logs")),
    (Rule.BROKEN_CLOZE, gap("A role has no hole.")),
    (Rule.BROKEN_CLOZE, gap("A role is {{c1::taken on and {{c2::left}}.")),
    (Rule.BROKEN_CLOZE, gap("A role is {{c1:taken on}}, a user {{c2::signs in}}.")),
    (Rule.BROKEN_CLOZE, gap("A role is {{c1::}} by whoever may.")),
    (Rule.BROKEN_CLOZE, basic("A role is {{c1::taken on}}.")),
    (Rule.NO_ALT_TEXT, basic('Which layer is it?<img src="layers.svg">')),
]

GOOD: list[tuple[Rule, BundledNote]] = [
    (Rule.TWO_FACTS, basic("Cognito: which pool signs users in, which hands out credentials?")),
    (Rule.TWO_FACTS, basic("Which sizes may be tested?", "All. The list has no limit on size.")),
    (Rule.TWO_FACTS, basic("Two limits?", "Call: set by the caller. Role: set by its owner.")),
    (
        Rule.TWO_FACTS,
        basic("Why so?", "A customer might take another's ID. The vendor keeps track."),
    ),
    (Rule.TWO_FACTS, basic("What may a session of a role do, and what one of a user?")),
    (Rule.TWO_FACTS, basic("Which?", "In e.g. RDS Custom you keep the host and its shell.")),
    (
        Rule.TWO_FACTS,
        basic("What is the difference?", "One gives keys. In contrast, two asks for."),
    ),
    (Rule.LONG_ANSWER, basic("In which Region?", "us-east-1")),
    (Rule.LONG_ANSWER, basic("What is the sum?", r"\(" + "a + " * 40 + r"b\)")),
    (Rule.LONG_QUESTION, basic("[Direct Connect] VLAN standard?", "802.1Q")),
    (Rule.LONG_QUESTION, choice(f"You have this, {LONG}. Which?", "+This one", "That", "Those")),
    (Rule.LONG_QUESTION, basic("What does this return?<br>" + "x = f(1)<br>" * 40)),
    (Rule.LONG_SET, basic("Three parts?", "An access key ID, a secret key and a token")),
    (Rule.LONG_SET, basic("What?", "A role, once taken on, gives keys that last, if asked, a day")),
    (Rule.YES_NO, basic("Is the group stateful or stateless?", "Stateful")),
    (Rule.YES_NO, basic("Which traffic does a new group let in?", "No traffic")),
    (Rule.YES_NO, basic("Can you name the port of HTTPS?", "443")),
    (Rule.GUESSABLE, basic("User pool or identity pool: which signs in?", "The user pool")),
    (Rule.GUESSABLE, basic("Where does EBS encryption take place?", "On the host of the instance")),
    (Rule.GUESSABLE, gap("In the account it hands out {{c1::an AWS credential}} for a while.")),
    (Rule.GUESSABLE, basic("What is the intersection of the sets s and q?", "s & q")),
    (Rule.GUESSABLE, basic("Does a role in the account expire?", "No. A role does not expire.")),
    (Rule.GUESSABLE, gap("There are ACM and its {{c1::ACME}} endpoint.")),
    (Rule.GUESSABLE, choice("Such a set of rights is a", "+role", "user", "key")),
    (Rule.GUESSABLE, choice("What are the parts?", "+Two keys", "Some tokens", "Many secrets")),
    (Rule.PRONOUN, basic("How does a key policy protect its key?")),
    (Rule.PRONOUN, basic("Why is it important to rotate keys?")),
    (Rule.PRONOUN, basic('Which layer is this?<img src="a.svg" alt="Five layers">')),
    (Rule.PRONOUN, choice("Which of these needs a role?", "+A trail", "A key", "A tag")),
    (Rule.WHAT_ABOUT, basic("Explain why a role needs a trust policy.")),
    (Rule.ABSOLUTE_WORD, basic("Which?", "It is always encrypted", "No exception exists.")),
    (Rule.ABSOLUTE_WORD, choice("Which?", "+It always is", "It never is", reasons=["By design."])),
    (Rule.NO_SOURCE, basic("Which?")),
    (Rule.NO_CHECKED_ON, basic("Which?")),
    (Rule.NO_REASON, choice("Which?", "+This", "That")),
    (Rule.NOT_PARALLEL, choice("Which layer keeps them apart?", *PLAIN)),
    (Rule.NOT_PARALLEL, choice("How long are they kept?", "+12 hours", "36 hours", "Never")),
    (Rule.RIGHT_NOT_SAID, choice("What stays? Choose two.", "+Data", "+Users", "Buildings")),
    (Rule.RIGHT_NOT_SAID, choice("Which two tasks stay?", "+Data", "+Users", "Buildings")),
    (Rule.RIGHT_NOT_SAID, choice("Which stays?", "+Data", "Users", "Buildings")),
    (Rule.RETIRED_NAME, basic("What was a customer master key renamed to?", "KMS key")),
    (Rule.RETIRED_NAME, basic("Which file holds an SSL certificate?", "A SSL/TLS bundle")),
    (Rule.RETIRED_NAME, basic("Why not build on Cognito Sync?", "Its client is archived.")),
    (Rule.BROKEN_CLOZE, gap("A role is {{c1::taken on}}, a user {{c2::signs in::verb}}.")),
    (Rule.BROKEN_CLOZE, gap('The policy says {{c1::{"Effect": "Deny"}}}.')),
    (Rule.NO_ALT_TEXT, basic('Which layer?<img src="layers.svg" alt="Five layers">')),
]


@pytest.mark.parametrize(("rule", "bad"), BAD)
def test_a_bad_card_is_found(rule: Rule, bad: BundledNote) -> None:
    assert rule in rules(bad)


@pytest.mark.parametrize(("rule", "good"), GOOD)
def test_a_good_card_is_left_alone(rule: Rule, good: BundledNote) -> None:
    assert rule not in rules(good)
