"""The laws of the build record, tried on whole small sites: incremental equals clean byte for byte, a second build writes nothing, every remake has a reason."""

from __future__ import annotations

import dataclasses
import os
import typing
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from hypothesis import HealthCheck, Phase, settings

from sitegen.common.records import fields_of, optional, variants
from sitegen.site.facts import Facts
from sitegen.site.model import KINDS
from sitegen.site.settings import Settings
from tests.laws_builds import FIGURES, SOAK
from tests.laws_edits import PLACES
from tests.laws_machine import Builds
from tests.laws_site import Place, accepted, put

EXAMPLES = int(os.environ.get("SITEGEN_LAW_EXAMPLES", "3"))
STEPS = int(os.environ.get("SITEGEN_LAW_STEPS", "10"))


def models_of(model: type) -> set[type]:
    """Give a model and every model inside it."""
    found = {model}
    for field in fields_of(model):
        kind = optional(field.kind)
        for inner in (kind, *typing.get_args(kind)):
            for nested in variants(inner).values() or (inner,):
                if dataclasses.is_dataclass(nested) and isinstance(nested, type) and hasattr(nested, "CALLED") and nested not in found:
                    found |= models_of(nested)
    return found


def test_every_field_of_every_model_has_an_edit_that_is_accepted_and_changes_it() -> None:
    alone = {("VideoSection", "type")}  # no other section has a title and a file or a link
    every = {(model.__name__, field.name) for top in (Settings, Facts, *KINDS.values()) for model in models_of(top) for field in fields_of(model)}
    assert every - alone - {(place.model, place.way[-1]) for place in PLACES if any(accepted(place, value) for value in place.values)} == set()


TestBuilds = Builds.TestCase
TestBuilds.settings = settings(
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    max_examples=EXAMPLES,
    stateful_step_count=STEPS,
    deadline=None,
    print_blob=True,
    suppress_health_check=list(HealthCheck),
    derandomize=not SOAK,
)


@pytest.fixture
def machine() -> Iterator[Builds]:
    """A site that has been built."""
    machine = Builds()
    machine.begin(seed=1)
    machine.check()
    yield machine
    machine.teardown()


def test_each_kind_of_edit_in_turn(machine: Builds) -> None:
    tour: list[Callable[[], object]] = [
        partial(machine.edit_a_body, word="[[articles]]"),
        machine.time_passes,
        partial(machine.edit_with_the_same_size_and_the_time_put_back, what="text", anew=False),
        partial(machine.edit_with_the_same_size_and_the_time_put_back, what="template", anew=True),
        partial(machine.edit_with_the_same_size_and_the_time_put_back, what="picture", anew=False),
        machine.add_an_item,
        partial(machine.swap_two_items, kind="testimonials"),
        partial(machine.change_what_is_said_in_a_video, video="talk", ending="vtt", words="We talk less now, and we know"),
        partial(machine.change_what_is_said_in_a_video, video="bo", ending="txt", words="We talk less now, and we know"),
        partial(machine.swap_two_items, kind="articles"),
        machine.remove_an_item,
        machine.rename_an_item,
        partial(machine.edit_a_list, place=next(p for p in PLACES if p.way == ("sections",)), how="turn round"),
        partial(machine.override_a_template, template="templates/partials/quote.html"),
        partial(machine.override_a_template, template="templates/css/20-base.css"),
        partial(machine.override_a_template, template="templates/words/en.yaml"),
        machine.take_an_override_away,
        partial(machine.an_optional_template_appears_or_goes, holder="templates/partials/footer.html"),
        partial(machine.an_optional_template_appears_or_goes, holder="templates/partials/footer.html"),
        machine.swap_two_pictures,
        partial(machine.change_a_file, how="rename"),
        *[machine.the_next_date_in_the_files_comes_and_goes] * 9,
        partial(machine.another_day, days=-40),
        machine.touch_everything,
        partial(machine.vandalise_output, how="change"),
        partial(machine.vandalise_output, how="delete all"),
        partial(machine.damage_the_cache, how="noise"),
        partial(machine.the_folder_is_elsewhere, how="copied"),
        machine.another_computer_goes_on,
        machine.all_cores_build,
        partial(machine.a_build_is_killed, step=60, back=False),
        partial(machine.a_build_is_killed, step=90, back=True),
        partial(machine.a_build_runs_out_of_room, room=3_000, back=False),
        partial(machine.something_is_saved_during_a_build, phase="pictures", what="picture", back=True),
        partial(machine.something_is_saved_during_a_build, phase="render", what="file", back=True),
        partial(machine.a_consent_is_withdrawn_and_the_cache_deleted, how="withdrawn"),
        partial(machine.a_consent_is_withdrawn_and_the_cache_deleted, how="deleted"),
    ]
    for edit in tour:
        edit()
        machine.the_laws_hold()


SWEPT = [place for place in PLACES if any(accepted(place, value) for value in place.values)]
FEWER = [place for place in SWEPT if place.model == "Settings"] + SWEPT[::40]


def test_each_field_edited_alone(machine: Builds) -> None:
    """In the soak all places and values; else every setting, and a few of the others."""
    for place in SWEPT if SOAK else FEWER:
        edit_alone(machine, place)


def edit_alone(machine: Builds, place: Place) -> None:
    values = place.values if SOAK else [next(value for value in reversed(place.values) if accepted(place, value))]
    for value in values:
        machine.take_back()
        if put(machine.fronts[place.file], place.way, value):
            FIGURES["edits"] += 1
            FIGURES["edit each field alone"] += 1
            machine.save(place.file)
            machine.check()


def test_every_remake_has_a_reason_in_words(machine: Builds) -> None:
    made = machine.record(machine.workshop()).made
    assert {one.reason for one in made.values()} == {"it is new"}
    machine.bodies["content/testimonials/anna.md"] += "More.\n"
    machine.save("content/testimonials/anna.md")
    machine.check()
    made = machine.record(machine.workshop()).made
    assert made["/testimonials/anna/"].reason == "item testimonials/anna changed"
    assert made["/services/team/"].reason.endswith("changed")
    assert made["/services/one/"].reason == "it is new"
