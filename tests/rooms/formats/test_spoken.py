"""Words are said as people say them, and none is lost on the way."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waymark.formats.spoken import quiet, say


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("by 13 January 2026.", "by the 13th of January, 20 26."),
        ("Tuesday 13 January 2026", "Tuesday the 13th of January, 20 26"),
        ("the 13th of January 2026", "the 13th of January, 20 26"),
        ("on the 1st May", "on the 1st of May"),
        ("13 Jan 2026", "the 13th of January, 20 26"),
        ("3 to 5 February 2026", "the 3rd to the 5th of February, 20 26"),
        ("1–12 March", "the 1st to the 12th of March"),
        ("January 2026", "January 20 26"),
        ("2026-01-13", "the 13th of January, 20 26"),
        ("13/01/2026", "the 13th of January, 20 26"),
        ("31/02/2026", "31/02/2026"),
        (
            "In 2014 and 2005, 1996, 1906, 1900, 2000",
            "In 20 14 and 2005, 19 96, 19 oh 6, 19 hundred, 2000",
        ),
        ("2025/26", "20 25 to 26"),
        ("2025-2026", "20 25 to 20 26"),
        ("2025 to 2026", "20 25 to 20 26"),
        ("at 9.30am", "at 9 30 ay m"),
        ("at 10am.", "at 10 ay m."),
        ("12pm", "12 p m"),
        ("9am–5pm", "9 ay m to 5 p m"),
        ("9am to 5pm", "9 ay m to 5 p m"),
        ("9.30am - 4.30 p.m.", "9 30 ay m to 4 30 p m"),
        ("17:30", "5 30 p m"),
        ("09:05", "9 oh 5 ay m"),
        (
            "section 36(8) of the Children and Families Act 2014",
            "section 36, subsection 8 of the Children and Families Act 20 14",
        ),
        ("s 36(8)", "section 36, subsection 8"),
        ("s.36", "section 36"),
        ("ss 36 to 50", "sections 36 to 50"),
        ("sections 36 and 37", "sections 36 and 37"),
        ("section 44(1)(b)", "section 44, subsection 1, paragraph B"),
        ("section 36A", "section 36 ay"),
        ("reg 5(1)", "regulation 5, paragraph 1"),
        ("Reg. 5(1)(a)", "Regulation 5, paragraph 1, ay"),
        ("regs 5 and 13", "regulations 5 and 13"),
        ("regulation 10(4)(a)", "regulation 10, paragraph 4, ay"),
        ("regulations 5(3) and 10", "regulations 5, paragraph 3 and 10"),
        ("para 9.45", "paragraph 9 point 45"),
        ("paras 9.1–9.3", "paragraphs 9 point 1 to 9 point 3"),
        ("paragraph 9.45 to 9.50", "paragraph 9 point 45 to 9 point 50"),
        ("SI 2014/1530", "Statutory Instrument 20 14, number 1530"),
        (
            "the SEND Regulations 2014 (SI 2014/1530)",
            "the send Regulations 20 14 (Statutory Instrument 20 14, number 1530)",
        ),
        ("Article 8", "Article 8"),
        ("schedule 27", "schedule 27"),
        ("the child's 5 days", "the child's 5 days"),
        ("Call 01702 215000.", "Call oh one seven oh two, two one five, oh oh oh."),
        ("0800 123 4567", "oh eight hundred, one two three, four five six seven"),
        ("01702215000", "oh one seven oh two, two one five, oh oh oh"),
        ("+44 1702 215000", "plus four four, one seven oh two, two one five, oh oh oh"),
        ("020 7123 4567", "oh two oh, seven one two three, four five six seven"),
        ("Call 999 or NHS 111", "Call nine nine nine or N H S one one one"),
        ("ring 111.", "ring one one one."),
        ("£12.50", "12 pounds 50"),
        ("£1", "1 pound"),
        ("£1,250", "1250 pounds"),
        ("£2.5 million", "2 point 5 million pounds"),
        ("£500k", "500 thousand pounds"),
        ("50p", "50 pence"),
        ("50%", "50 percent"),
        ("2.5%", "2.5 percent"),
        ("50–60%", "50 to 60 percent"),
        (
            "https://www.southend.gov.uk/send?x=1.",
            "W W W dot southend dot gov dot U K slash send question mark x equals 1.",
        ),
        ("southend.gov.uk", "southend dot gov dot U K"),
        ("send@southend.gov.uk,", "send at southend dot gov dot U K,"),
        ("SS2 6ER", "S S 2, 6 E R"),
        ("SS12 9AB", "S S 12, 9 ay B"),
        ("0–25", "nought to 25"),
        ("0 to 25", "nought to 25"),
        ("ages 16-25", "ages 16 to 25"),
        ("6 to 20 weeks", "6 to 20 weeks"),
        ("6–20 weeks", "6 to 20 weeks"),
        ("1:1 support", "1 to 1 support"),
        ("1-to-1", "1 to 1"),
        ("24/7", "24 7"),
        ("1/2", "1 over 2"),
        ("1,250 children", "1250 children"),
        ("16+", "16 plus"),
        ("post-16", "post-16"),
        ("2½ hours", "2 and a half hours"),
        ("EHC plan", "E H C plan"),
        ("EHCPs", "E H C P's"),
        ("an EHC needs assessment (EHCNA)", "an E H C needs assessment (E H C N ay)"),
        ("SENDIASS", "sendias"),
        ("SENCOs", "senkos"),
        ("the SENCO’s view", "the senko’s view"),
        ("CAMHS and NHS", "cams and N H S"),
        ("SEN2 return", "S E N 2 return"),
        ("SEN Support", "S E N Support"),
        ("SEND code", "send code"),
        ("GPs", "G P's"),
        ("the DfE", "the D F E"),
        ("A&E", "ay and E"),
        ("e.g. a nursery", "for example a nursery"),
        ("schools, clinics etc. They", "schools, clinics et cetera. They"),
        ("clinics etc.", "clinics et cetera."),
        ("i.e. now", "that is now"),
        ("parent/carer", "parent or carer"),
        ("and/or", "and or"),
        ("w/c 12 January", "week commencing the 12th of January"),
        ("bread & butter", "bread and butter"),
        ("KS2", "Key Stage 2"),
        ("Yr 6", "Year 6"),
        ("20 wks", "20 weeks"),
        ("p. 5", "page 5"),
        ("pp. 5–6", "pages 5 to 6"),
        ("Sections A–K", "Sections ay to K"),
        ("Section A is", "Section ay is"),
        ("Monday–Friday", "Monday to Friday"),
        ("yes – or no", "yes, or no"),
        ("no. 5", "number 5"),
        ("DCO, DMO and ICB", "D C O, D M O and I C B"),
        ("[[h@l@U]] <speak>hi</speak>", "h@l@U speak hi /speak"),
        ("H1 and H2", "H1 and H2"),
        ("year 2, 3rd term", "year 2, 3rd term"),
        ("21st 22nd", "21st 22nd"),
        ("11 December", "the 11th of December"),
        ("9.30am to 11am on 3 March.", "9 30 ay m to 11 ay m on the 3rd of March."),
        (
            "No later than 31 March 2027, say",
            "No later than the 31st of March, 20 27, say",
        ),
        ("Friday 1st January 2027", "Friday the 1st of January, 20 27"),
        ("the 3rd of May", "the 3rd of May"),
        ("1 to 5 June", "the 1st to the 5th of June"),
        (
            "12 September 2025 to 13 January 2026",
            "the 12th of September, 20 25 to the 13th of January, 20 26",
        ),
        ("00:15", "12 15 ay m"),
        ("at 12:00", "at 12 p m"),
        ("ends at 4pm. Bring", "ends at 4 p m. Bring"),
        ("Section 19", "Section 19"),
        ("section 42(3)(a)(i)", "section 42, subsection 3, paragraph ay, I"),
        ("s.19(a), s.20", "section 19, paragraph ay, section 20"),
        (
            "sections 36(8), 37 and 44(2)",
            "sections 36, subsection 8, 37 and 44, subsection 2",
        ),
        (
            "Children and Families Act 2014, section 36",
            "Children and Families Act 20 14, section 36",
        ),
        ("Equality Act 2010", "Equality Act 20 10"),
        (
            "SEND Regulations 2014, regulation 13",
            "send Regulations 20 14, regulation 13",
        ),
        ("regs. 18–21", "regulations 18 to 21"),
        ("paras 9.14, 9.15", "paragraphs 9 point 14, 9 point 15"),
        ("Chapter 9", "Chapter 9"),
        ("01702 534 793", "oh one seven oh two, five three four, seven nine three"),
        ("(01702) 534793", "oh one seven oh two, five three four, seven nine three"),
        ("01702-534793", "oh one seven oh two, five three four, seven nine three"),
        ("0300 330 1471", "oh three hundred, three three oh, one four seven one"),
        ("Text 101", "Text one oh one"),
        ("Dial 119", "Dial one one nine"),
        ("£1.00", "1 pound"),
        ("£0.50", "50 pence"),
        ("£10–£20", "10 pounds to 20 pounds"),
        ("£10,000", "10000 pounds"),
        ("£3m", "3 million pounds"),
        ("100%", "100 percent"),
        ("4.5 %", "4.5 percent"),
        ("www.ipsea.org.uk", "W W W dot ipsea dot org dot U K"),
        (
            "https://www.gov.uk/find-local-council/",
            "W W W dot gov dot U K slash find dash local dash council",
        ),
        ("http://example.org/a_b-c", "example dot org slash a underscore b dash c"),
        ("mailto:help@example.org", "help at example dot org"),
        ("first.last@nhs.net", "first dot last at N H S dot net"),
        ("CO15 1AA", "C O 15, 1 ay ay"),
        ("M1 1AE", "M 1, 1 ay E"),
        ("5-a-side", "5-a-side"),
        ("2–3 times", "2 to 3 times"),
        ("9 - 5", "9 to 5"),
        ("10,000", "10000"),
        ("1,234,567", "1234567"),
        ("3.5 hours", "3.5 hours"),
        ("6-week", "6-week"),
        ("½ a day", "half a day"),
        ("¾", "three quarters"),
        ("EHCP's", "E H C P's"),
        ("SENDCO", "sendko"),
        ("SLCN, SEMH and ASC", "S L C N, S E M H and ay S C"),
        ("PfA outcomes", "P F ay outcomes"),
        ("NHSE", "N H S E"),
        ("LGSCO", "L G S C O"),
        ("an OT and a SLT", "an O T and a S L T"),
        ("IPSEA", "ip-see-a"),
        ("HMCTS", "H M C T S"),
        ("Q&A", "Q and ay"),
        ("vs.", "versus."),
        ("eg a bus", "for example a bus"),
        ("Mr and Mrs Green", "Mister and Missis Green"),
        ("Dr Brown", "Doctor Brown"),
        ("45 mins", "45 minutes"),
        ("2 hrs", "2 hours"),
        ("3 yrs", "3 years"),
        ("5 km", "5 kilometres"),
        ("ext 204", "extension 204"),
        ("teacher/SENCO", "teacher or senko"),
        ("he/she", "he or she"),
        ("health – or care – or both", "health, or care, or both"),
        ("health—care", "health, care"),
        ("Part A", "Part ay"),
        ("A to K", "ay to K"),
        ("3 × 2", "3 times 2"),
        ("18°C", "18 degrees"),
        ("wait…", "wait."),
        ("yes → no", "yes to no"),
        ("• item", "item"),
        ("__bold__ `code`", "bold code"),
        ("{{ name }} | x", "name x"),
        ("2014/15", "20 14 to 15"),
        ("1901", "19 oh 1"),
        ("SI 2015/359", "Statutory Instrument 20 15, number 359"),
        (
            "The Special Educational Needs and Disability Regulations 2014",
            "The Special Educational Needs and Disability Regulations 20 14",
        ),
    ],
)
def test_it_is_said_as_people_say_it(written, said):
    assert say(written) == said


NAMES = "oh one two three four five six seven eight nine nought"
FIGURES = dict(zip(NAMES.split(), "01234567890", strict=True))


def digits(words: str) -> str:
    """The digits of words, those that are spelled included."""
    words = words.replace(" hundred", "00")
    return "".join(
        FIGURES.get(part, part)
        for part in re.findall(rf"\d|{'|'.join(FIGURES)}", words)
    )


plain = st.text("bcdfghjklmnpqrtvwxz", min_size=4, max_size=8)
numbers = st.one_of(
    st.dates()
    .filter(lambda d: d.year >= 1600)
    .map(lambda d: f"{d.day} {d:%B} {d.year}"),
    st.integers(0, 10**6).map(str),
    st.integers(1, 10**6).map("{:,}".format),
    st.tuples(st.integers(0, 99), st.integers(1, 99)).map(lambda p: f"{p[0]}–{p[1]}"),
    st.tuples(st.integers(1, 99), st.integers(1, 99)).map(
        lambda p: f"section {p[0]}({p[1]})"
    ),
    st.tuples(st.integers(1, 19), st.integers(1, 99)).map(
        lambda p: f"para {p[0]}.{p[1]}"
    ),
    st.integers(100, 9999).map("SI 2014/{}".format),
    st.integers(100_000, 999_999).map("01702 {}".format),
    st.integers(1, 100).map("{}%".format),
    st.integers(1, 10**5).map("£{}".format),
)


@given(st.lists(st.one_of(plain, numbers), max_size=12).map("; ".join))
def test_no_digit_and_no_word_is_lost(written):
    said = say(written)

    assert digits(said) == digits(written)
    for word in re.findall(r"[a-zA-Z]{4,}", written):
        assert word.removeprefix("para") in said.replace("paragraph", "")


@given(st.text())
def test_whatever_is_written_nothing_is_said_that_a_voice_could_obey(written):
    assert not set(say(written)) & set("[]{}<>|\\^~`*_\n\t\0")


@given(st.text("abcdefghij ", max_size=60))
def test_plain_words_are_said_as_they_are(written):
    words = written.replace("eg", "e").replace("ie", "i")

    assert say(words) == " ".join(words.split())


@given(st.text())
def test_words_of_another_language_only_lose_signs(written):
    assert set(quiet(written)) <= {*written, " "}


@pytest.mark.parametrize(
    "long", ["a" * 10**5, "1 " * 10**5, "a." * 10**5, "0 - " * 10**5, "A" * 10**5]
)
def test_long_words_are_said_in_bounded_time(long):
    assert say(long)
