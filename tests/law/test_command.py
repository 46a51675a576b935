"""`waymark law`: whole answers on standard output, or every fault on standard error."""

import io
import json
import subprocess
import sys

import pytest

from waymark.law.command import main
from waymark.law.facts import FACTS
from waymark.law.processes import PROCESSES
from waymark.law.rules import RULES

KEYS = [
    "rule",
    "state",
    "started",
    "due",
    "act_by",
    "late_from",
    "met_on",
    "days",
    "holder",
    "strength",
    "source",
    "verify",
    "exemptions",
    "says",
]


def run(*argv, given: bytes | str = b""):
    """The exit code, standard output and the lines of standard error."""
    data = given.encode() if isinstance(given, str) else given
    out, err = io.StringIO(), io.StringIO()
    code = main(argv, io.BytesIO(data), out, err)
    return code, out.getvalue(), err.getvalue().splitlines()


def refused(*argv, given: bytes | str = b""):
    code, out, faults = run(*argv, given=given)
    assert (code, out) == (2, "")
    return faults


# due


def test_lines_are_counted_in_the_order_given():
    given = "2026-11-23,W,6\n2026-06-14,T,0\n2026-01-05,ASAP,0\n2027-02-15,B,0\n"

    assert run("due", "-", given=given) == (
        0,
        "2026-11-23,W,6,2027-01-04\n2026-06-14,T,0,2026-06-15\n"
        "2026-01-05,ASAP,0,\n2027-02-15,B,0,2027-02-14\n",
        [],
    )


@pytest.mark.parametrize(
    "given",
    [
        b"start,mode,n\n2026-01-05,W,6\n",
        b"\xef\xbb\xbfstart,mode,n\r\n2026-01-05,W,6\r\n",
        b"\xef\xbb\xbf2026-01-05,W,6",
        b"\n\r\n  \nstart,mode,n\n\n2026-01-05,W,6\n\n",
        b'"2026-01-05",W,"6"\r\n',
    ],
)
def test_a_heading_blank_lines_and_windows_files_are_read(given):
    assert run("due", "-", given=given) == (0, "2026-01-05,W,6,2026-02-16\n", [])


def test_nothing_in_is_nothing_out():
    assert run("due", "-") == (0, "", [])


def test_a_file_is_read_by_its_name(tmp_path):
    file = tmp_path / "days.csv"
    file.write_bytes(b"2026-01-05,W,6\n")

    assert run("due", str(file))[1] == "2026-01-05,W,6,2026-02-16\n"


def test_a_file_that_is_not_there_is_named(tmp_path):
    [fault] = refused("due", str(tmp_path / "none.csv"))

    assert fault.endswith("none.csv cannot be read: No such file or directory.")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (b"2026-1-05,W,6", "start must be a date written YYYY-MM-DD"),
        (b"20260105,W,6", "start must be a date written YYYY-MM-DD"),
        (b"2026-02-30,W,6", "not a day in the calendar"),
        (b"1899-12-31,W,6", "must be in the years 1900 to 2200"),
        (b"2200-12-31,W,6", "The due day must be in the years 1900 to 2200"),
        (b"2026-01-05,w,6", "mode must be one of W, D0"),
        (b"2026-01-05, W,6", "mode must be one of W, D0"),
        (b"2026-01-05,W,six", "n must be a whole number from 0 to 9999"),
        (b"2026-01-05,W,-1", "n must be a whole number from 0 to 9999"),
        (b"2026-01-05,W,10000", "n must be a whole number from 0 to 9999"),
        (b"2026-01-05,W,1.0", "n must be a whole number from 0 to 9999"),
        (b"2026-01-05,D1,0", "n must be 1 or more for D1"),
        (b"2026-01-05,M1,0", "n must be 1 or more for M1"),
        (b"2026-01-05,WD1,0", "n must be 1 or more for WD1"),
        (b"2026-01-05,B,1", "n must be 0 for B"),
        (b"2026-01-05,NOW,1", "n must be 0 for NOW"),
        (b"2026-01-05,ASAP,1", "n must be 0 for ASAP"),
        (b"2035-01-05,WD0,1", "needs the bank holidays of 2035"),
        (b"2026-01-05,W", "three fields, not 2"),
        (b"2026-01-05,W,6,", "three fields, not 4"),
        (b'"2026-01-05,W,6', "look at its quotation marks"),
        (b"\xff,W,6", "not UTF-8"),
    ],
)
def test_a_bad_line_is_named_with_a_sentence(line, says):
    [fault] = refused("due", "-", given=b"2026-01-05,W,6\n" + line + b"\n")

    assert fault.startswith("line 2: ")
    assert says in fault
    assert fault.endswith(".")


def test_every_bad_line_is_named_in_order():
    given = b"x,W,6\n2026-01-05,W,6\n\xff\nstart,mode,n\n"

    faults = refused("due", "-", given=given)
    assert [fault.split(":")[0] for fault in faults] == ["line 1", "line 3", "line 4"]


def test_a_heading_after_the_first_line_is_a_bad_line():
    [fault] = refused("due", "-", given="start,mode,n\nstart,mode,n\n")

    assert fault.startswith("line 2")


# list


def listed(*argv):
    code, out, _ = run("list", *argv, "--format", "json")
    assert code == 0
    return json.loads(out)


def test_every_rule_is_listed_by_its_id():
    rules = listed()

    assert [rule["id"] for rule in rules] == list(RULES)
    assert {"verify", "source", "limit", "in_force_from"} <= rules[0].keys()


def test_the_rules_of_a_process_are_its_own_and_those_it_borrows():
    process = PROCESSES["phase-transfer"]
    ids = {rule["id"] for rule in listed("--process", process.key)}

    own = {rule.id for rule in RULES.values() if rule.process == process.key}
    assert ids == own | set(process.borrows)


def test_every_process_is_listed_with_its_steps():
    processes = listed("--what", "processes")

    assert [process["key"] for process in processes] == list(PROCESSES)
    assert all(process["steps"] and process["rules"] for process in processes)
    assert len(listed("--what", "processes", "--process", "ceasing")) == 1


def test_every_kind_of_event_is_listed_with_its_meaning():
    events = {event["kind"]: event for event in listed("--what", "events")}

    assert "ehc-needs-assessment" in events["request-received"]["processes"]
    some = listed("--what", "events", "--process", "ceasing")
    assert {"ceasing-notice-sent"} <= {event["kind"] for event in some}


def test_every_fact_is_listed_with_an_example():
    assert [fact["name"] for fact in listed("--what", "facts")] == list(FACTS)
    of_one = listed("--what", "facts", "--process", "phase-transfer")
    assert "transfer-phase" in {fact["name"] for fact in of_one}


@pytest.mark.parametrize("what", ["rules", "processes", "events", "facts"])
def test_a_table_has_a_line_for_each(what):
    code, out, _ = run("list", "--what", what)

    assert code == 0
    assert len(out.splitlines()) == len(listed("--what", what)) + 1


def test_a_table_shows_limits_in_short():
    lines = run("list")[1].splitlines()
    limits = {line.split()[0]: line for line in lines}

    assert " W 6 " in limits["A03"]
    assert " EarlierOf(FixedDay(2, 15); W 12) " in limits["P01"]
    assert " then T 0 " in limits["D08"]
    assert " WithStep " in limits["A15"]


def test_an_unknown_process_is_refused():
    [fault] = refused("list", "--process", "nonsense")

    assert fault.startswith("--process: This must be one of ehc-needs-assessment")


# read


CASE = {
    "process": "ehc-needs-assessment",
    "facts": {"young-person": False},
    "events": [{"kind": "request-received", "on": "2026-01-05"}],
}


def with_events(*events, **more):
    return json.dumps(CASE | {"events": list(events)} | more)


def event(kind, on, **more):
    return {"kind": kind, "on": on} | more


def readings(given, today="2026-03-02"):
    code, out, faults = run("read", "-", "--today", today, given=given)
    assert (code, faults) == (0, [])
    return {reading["rule"]: reading for reading in json.loads(out)}


def test_a_case_is_read_in_rule_order_with_all_its_keys():
    found = readings(json.dumps(CASE))

    order = [rule for rule in RULES if rule in found]
    assert list(found) == order
    assert all(list(reading) == KEYS for reading in found.values())


def test_a_late_decision_is_read_with_its_days():
    late = readings(json.dumps(CASE))["A03"]

    assert late["state"] == "overdue"
    assert (late["started"], late["due"]) == ("2026-01-05", "2026-02-16")
    assert (late["act_by"], late["late_from"]) == ("2026-02-16", "2026-02-17")
    assert (late["met_on"], late["days"]) == (None, 56)
    assert (late["holder"], late["strength"]) == ("local authority", "must")
    assert "legislation.gov.uk" in late["source"]
    assert late["exemptions"][0]["code"] == "EX-A"
    assert set(late["exemptions"][0]["conditions"][0]) == {"says", "met"}


def test_a_case_file_may_carry_a_byte_order_mark_and_no_facts():
    case = {"process": CASE["process"], "events": CASE["events"]}

    assert readings(b"\xef\xbb\xbf" + json.dumps(case).encode())


def test_a_correction_is_read():
    given = with_events(
        event("request-received", "2026-01-19", id="a"),
        event("request-received", "2026-01-05", replaces="a"),
    )

    assert readings(given)["A03"]["due"] == "2026-02-16"


def test_a_meeting_arranged_for_a_day_counts_back_from_it():
    arranged = event("review-meeting-arranged", "2026-01-05", arranged_for="2026-02-20")
    made = event("plan-first-made", "2025-03-10")
    given = with_events(made, arranged, process="annual-review")

    assert readings(given)["R05"]["due"] == "2026-02-06"


@pytest.mark.parametrize(
    ("given", "path", "says"),
    [
        (b"{", "line 1", "not JSON"),
        (b'{\n"process": x}', "line 2", "not JSON"),
        (b'{\n"process": "\xff"}', "line 2", "not UTF-8"),
        (b"[" * 100_000, "line 1", "nested too deeply"),
        (b"[]", "line 1", "A case is an object"),
        (json.dumps(CASE | {"process": "nonsense"}), "process", "must be one of"),
        (json.dumps(CASE | {"proces": 1}), "proces", "Only these names"),
        (json.dumps(CASE | {"facts": []}), "facts", "must be an object"),
        (json.dumps(CASE | {"facts": {"shoe": 1}}), "facts.shoe", "no such fact"),
        (json.dumps(CASE | {"events": {}}), "events", "must be a list"),
        (with_events("x"), "events[0]", "An event is an object"),
        (with_events(event("x", "2026-01-05")), "events[0].kind", "There is no kind"),
        (with_events(event(3, "2026-01-05")), "events[0].kind", "There is no kind"),
        (
            with_events(CASE["events"][0], event("decided-to-assess", "5 Jan")),
            "events[1].on",
            "must be a day written YYYY-MM-DD",
        ),
        (
            with_events(event("request-received", "1899-12-31")),
            "events[0].on",
            "not in the years",
        ),
        (
            with_events(event("request-received", "2026-01-05", arranged_for="soon")),
            "events[0].arranged_for",
            "must be a day",
        ),
        (
            with_events(event("request-received", "2026-01-05", id=5)),
            "events[0].id",
            "must be text",
        ),
        (
            with_events(event("request-received", "2026-01-05", at="noon")),
            "events[0].at",
            "Only these names",
        ),
        (
            with_events(CASE["events"][0], event("decided-to-assess", "2026-01-01")),
            "events[1].on",
            "comes before request-received on 5 January 2026",
        ),
    ],
)
def test_a_bad_case_is_named_by_its_path(given, path, says):
    [fault] = refused("read", "-", "--today", "2026-03-02", given=given)

    assert fault.startswith(f"{path}: ")
    assert says in fault
    assert fault.endswith(".")


def test_every_fault_of_a_case_is_named():
    given = with_events(event("x", "y"), facts={"shoe": 1}, process="nonsense")

    faults = refused("read", "-", "--today", "2026-03-02", given=given)
    paths = [fault.split(":")[0] for fault in faults]
    assert paths == ["process", "facts.shoe", "events[0].kind", "events[0].on"]


def test_a_day_to_read_on_must_be_a_day():
    [fault] = refused("read", "-", "--today", "tomorrow", given=json.dumps(CASE))

    assert fault.startswith("--today: This must be a day written YYYY-MM-DD")


# Starting


def test_without_a_verb_the_use_is_shown(capsys):
    assert main([]) == 2
    assert "due|list|read" in capsys.readouterr().err


def test_help_is_no_fault(capsys):
    assert main(["--help"]) == 0
    assert "due|list|read" in capsys.readouterr().out


def test_a_closed_pipe_is_written_to_no_more(tmp_path):
    class Closed(io.StringIO):
        def flush(self):
            raise BrokenPipeError

        def fileno(self):
            return file.fileno()

    with (tmp_path / "pipe").open("w") as file:
        assert main(["list"], stdout=Closed()) == 0


def test_standard_output_and_input_are_the_usual_ones(capsys, monkeypatch):
    given = io.TextIOWrapper(io.BytesIO(b"2026-01-05,W,6\n"))
    monkeypatch.setattr(sys, "stdin", given)

    assert main(["due", "-"]) == 0
    assert capsys.readouterr().out == "2026-01-05,W,6,2026-02-16\n"


def test_a_reader_who_has_seen_enough_is_no_fault():
    script = (
        "import sys; from waymark.law.command import main; sys.exit(main(['list']))"
    )
    command = [sys.executable, "-S", "-c", script]

    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as program:
        program.stdout.close()
        assert program.stderr.read() == b""
    assert program.returncode == 0


STARTS = """
import sys
from waymark.__main__ import run
sys.argv = ["waymark", "law", *sys.argv[1:]]
code = run()
loaded = {name.split(".")[0] for name in sys.modules}
outside = loaded - set(sys.stdlib_module_names) - {"waymark", "__main__", "__mp_main__"}
print(sorted(name for name in outside if not name.startswith("_")), file=sys.stderr)
sys.exit(code)
"""


@pytest.mark.parametrize(
    "argv", [["due", "-"], ["list"], ["read", "-", "--today", "2026-03-02"]]
)
def test_the_law_starts_with_the_standard_library_alone(argv):
    given = "2026-01-05,W,6\n" if argv[0] == "due" else json.dumps(CASE)

    done = subprocess.run(
        [sys.executable, "-S", "-c", STARTS, *argv],
        input=given,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout
    assert done.stderr == "[]\n"


def test_counting_days_does_not_load_the_rules():
    script = (
        "import sys; import waymark.law.command; "
        "assert 'waymark.law.rules' not in sys.modules"
    )

    subprocess.run([sys.executable, "-S", "-c", script], check=True)
