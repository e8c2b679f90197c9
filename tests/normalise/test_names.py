"""Names as people write them."""

from __future__ import annotations

import pytest

from cleaner.normalise import names


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("ANN LEE", "Ann Lee"),
        ("URSULA VON DER MARLOW", "Ursula von der Marlow"),
        ("Luc MARTEL", "Luc Martel"),
        ("PK Rao", "PK Rao"),
        ("T.J. LEE", "T.J. Lee"),
        ("JEAN-LUC D'ARCY", "Jean-Luc D'Arcy"),
        ("Άννα ΝΙΚΟΛΑΟΣ", "Άννα Νικολαος"),
        ("Ann Lee Ann Lee", "Ann Lee"),
        ("Nicolas Martel C.", "Nicolas Martel C."),
        ("Ann Lee Jr.", "Ann Lee Jr."),
        ("BO LEE III", "Bo Lee III"),
    ],
)
def test_a_shouted_name_is_written_as_people_write_it(printed: str, written: str) -> None:
    """Capitals go, particles go small, initials and mixed case stay."""
    assert names.clean_person(printed) == written


@pytest.mark.parametrize("name", ["Ann Lee", "Seán Ó Briain", "Ludwig van den Berg", "李大河", "Анна Белая"])
def test_persons_read_as_persons(name: str) -> None:
    """Particles and other scripts are no obstacle."""
    assert names.is_person(name)


@pytest.mark.parametrize(
    "name", ["then", "Ann", "23 people", "The mayor of the city", "ann lee", "", "Ann Lee 3", "CEO of Harbour"]
)
def test_other_words_do_not(name: str) -> None:
    """One word, small letters and figures make no person."""
    assert not names.is_person(name)


@pytest.mark.parametrize(
    ("printed", "name"),
    [("Ann Lee @annlee", "Ann Lee"), ("Ann Lee (@ann.lee)", "Ann Lee"), ("@annlee Ann Lee", "Ann Lee")],
)
def test_a_handle_is_cut_off_and_never_out_of_the_middle(printed: str, name: str) -> None:
    """What is left stands in the text as it is."""
    assert names.clean_person(printed) == name


def test_a_possessive_names_nobody() -> None:
    """`Editor's Picks` is a rubric, and `the Numbers` no family."""
    assert not names.is_person("Editor's Picks")
    assert not names.is_person("the Numbers", single=True)


def test_the_younger_stays_with_his_name() -> None:
    """A comma before `Jr.` parts nobody."""
    assert names.split_people("Ann Lee, Jr. and Bo Day, III") == ["Ann Lee Jr.", "Bo Day III"]


def test_a_list_that_ends_in_an_and() -> None:
    """The `and` stands right before the last name."""
    assert names.follows_and("Linny and Peter", "Peter")
    assert not names.follows_and("Linny, Peter", "Peter")
