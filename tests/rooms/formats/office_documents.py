"""Two documents to make office files of: one that strains them, one from real words."""

from datetime import date

from waymark.formats.document import (
    Abbreviation,
    Callout,
    Cell,
    Divider,
    Document,
    Emphasis,
    Figure,
    Foreign,
    Heading,
    Idea,
    InLanguage,
    ItemList,
    Language,
    LineBreak,
    Link,
    Moment,
    Paragraph,
    Picture,
    Quote,
    Stop,
    Strong,
    Table,
    Term,
    TermList,
    TimeLine,
    Words,
)

ENGLISH = Language("en-GB")
ARABIC = Language("ar", "rtl")
WELSH = Language("cy")
ADDRESS = "https://send.southend.example/routemaps/ehc-needs-assessment/"
BRIDGE = Picture(
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 340 160" width="340" height="160">'
    b'<rect width="340" height="160" fill="#e8f1f4"/>'
    b'<path d="M10 120 Q170 10 330 120" fill="none" stroke="#0b5270" stroke-width="12"/>'
    b'<circle cx="170" cy="66" r="16" fill="#ffc930" stroke="#16232e" stroke-width="4"/>'
    b'<text x="170" y="148" font-family="Arial" font-size="16" text-anchor="middle" fill="#16232e">home and school</text>'
    b"</svg>",
    "image/svg+xml",
    "A bridge between home and school, with a person in the middle",
)


def words(text: str) -> tuple[Words]:
    return (Words(text),)


def says(text: str) -> Paragraph:
    return Paragraph(words(text))


def items(*texts: str) -> ItemList:
    return ItemList(tuple((says(each),) for each in texts))


def cell(text: str, heads: str = "", **spans: int) -> Cell:
    return Cell((says(text),), heads, **spans)


WIDE = Table(
    words("Who does what, and by which day"),
    (
        (
            cell("", "column"),
            cell("The council", "column", columns=2),
            cell("You", "column", columns=2),
        ),
        (
            cell("Step", "column"),
            cell("Does", "column"),
            cell("Within", "column"),
            cell("Can do", "column"),
            cell("Telephone", "column"),
        ),
    ),
    (
        (
            cell("Request", "row"),
            cell("Confirms that the request has arrived"),
            cell("5 working days"),
            Cell((says("Keep a copy."), items("Note the day", "Note who answered"))),
            cell("01702 000 000"),
        ),
        (
            cell("Decision", "row", rows=2),
            cell("Tells the family whether it will assess", rows=2),
            cell("6 weeks"),
            cell("Ask for mediation", rows=2),
            cell("01702 000 001"),
        ),
        (cell("16 weeks if it says no"), cell("01702 000 002")),
        (
            cell("Plan", "row"),
            cell("Sends the final plan with Donaudampfschifffahrtsgesellschaft in it"),
            cell("20 weeks"),
            cell("Appeal to the tribunal"),
            cell("01702 000 003"),
        ),
    ),
)

LINE = TimeLine(
    "The way to a decision",
    (
        Stop(
            words("You ask for an assessment"),
            "done",
            "Done",
            (Moment(date(2025, 11, 24), words("24 November 2025")),),
            number=1,
        ),
        Stop(
            words("The council decides whether to assess"),
            "late",
            "Late",
            (Words("by "), Moment(date(2026, 1, 5), words("5 January 2026"))),
            (
                says("The council must tell you what it has decided, and why."),
                items(
                    "If it says yes, it asks six kinds of people for advice.",
                    "If it says no, you can appeal.",
                ),
                says("Keep the letter."),
            ),
            (
                Stop(
                    words("Ask for mediation"),
                    "branch",
                    "If the council says no",
                    words("within 2 months"),
                    (says("You need a certificate before you can appeal."),),
                    (
                        Stop(
                            words("Appeal to the tribunal"),
                            "branch",
                            "If mediation changes nothing",
                        ),
                    ),
                ),
            ),
            number=2,
        ),
        Stop(
            words("People give advice"),
            "next",
            "Next",
            words("within 6 weeks"),
            number=3,
        ),
        Stop(words("The final plan"), "open", "", words("by 13 April 2026"), number=4),
    ),
)

STRAINED = Document(
    title="Everything & more: <a document> that strains",
    language=ENGLISH,
    blocks=(
        Heading(1, words("Everything & more: <a document> that strains"), "top"),
        Paragraph(words("Words that open the document, in larger letters."), "lead"),
        Paragraph(
            (
                Words("The "),
                Abbreviation("EHCP", "education, health and care plan"),
                Words(" is "),
                Strong(words("a legal document")),
                Words(". It says "),
                Emphasis(words("what help")),
                Words(" is needed. Read "),
                Link(
                    "https://www.legislation.gov.uk/ukpga/2014/6/section/36",
                    (Words("section "), Strong(words("36"))),
                ),
                Words(", go to "),
                Link("#table", words("the table")),
                Words(", write to "),
                Link("mailto:send@southend.example", words("send@southend.example")),
                Words(" or call "),
                Link("tel:+441702000000", words("01702 000 000")),
                Words(". In Welsh it is "),
                Foreign(WELSH, words("cynllun datblygu unigol")),
                Words(", in Arabic "),
                Foreign(ARABIC, words("خطة التعليم")),
                Words(". An "),
                Abbreviation("EHCP", "education, health and care plan"),
                Words(" is kept under review."),
            )
        ),
        Paragraph(
            (
                Words("Civic Centre"),
                LineBreak(),
                Words("Victoria Avenue"),
                LineBreak(),
                Words("Southend-on-Sea"),
            )
        ),
        Heading(2, words("Lists inside lists")),
        ItemList(
            (
                (
                    says("The first, with a second paragraph."),
                    says("It goes on here, under the words and not under the bullet."),
                    items("inside", "also inside"),
                ),
                (
                    says("The second."),
                    ItemList(
                        (
                            (says("four"), ItemList(((says("deep"),),), ordered=True)),
                            (says("five"),),
                        ),
                        ordered=True,
                        start=4,
                    ),
                ),
                (says("The third."),),
            )
        ),
        ItemList(
            tuple(
                (says(f"Number {n} of the list that counts past nine"),)
                for n in range(8, 12)
            ),
            ordered=True,
            start=8,
        ),
        Heading(2, words("The route line")),
        LINE,
        Heading(2, words("A wide table"), "table"),
        WIDE,
        Heading(3, words("Words set apart")),
        Callout("note", (says("A note of one paragraph."),)),
        says("Words between."),
        Callout(
            "warning",
            (
                Heading(4, words("Time limits matter")),
                says(
                    "You have two months, and a long enough sentence here to run over to a second line of the box."
                ),
                items("from the day of the letter", "not from the day you opened it"),
                says("After that, ask for advice."),
            ),
        ),
        Callout("help", (says("Call SENDIASS on 01702 000 000. It is free."),)),
        Heading(2, words("A letter to copy")),
        Quote(
            (
                says("Dear council,"),
                says(
                    "I am asking for an EHC needs assessment under section 36 of the Children and Families Act 2014."
                ),
                items("My child's school report", "A letter from the doctor"),
                says("Yours faithfully"),
            )
        ),
        Heading(2, words("Another language")),
        InLanguage(
            ARABIC,
            (
                Heading(3, words("طلب التقييم")),
                Paragraph(
                    (
                        Words("يمكنك أن تطلب التقييم "),
                        Strong(words("بنفسك")),
                        Words(" في "),
                        Foreign(ENGLISH, words("Southend")),
                        Words("."),
                    )
                ),
                items("اكتب رسالة", "احتفظ بنسخة"),
                Table(
                    words("المواعيد"),
                    ((cell("الخطوة", "column"), cell("المدة", "column")),),
                    ((cell("القرار", "row"), cell("ستة أسابيع")),),
                ),
            ),
        ),
        Heading(2, words("A picture")),
        Figure(BRIDGE, words("The bridge, drawn for this test.")),
        Heading(2, words("Words explained")),
        TermList(
            (
                Term(
                    (words("SENCO"), words("Special educational needs co-ordinator")),
                    (says("The teacher who leads on special educational needs."),),
                ),
                Term(
                    (words("Annual review"),),
                    (says("A meeting once a year."), items("before it", "after it")),
                ),
            )
        ),
        Divider(),
        Idea(BRIDGE, (says("You can ask for help."), says("Somebody will answer."))),
        Idea(BRIDGE, (says("You can bring a friend."),)),
        Heading(2, words("The end")),
        says("Long words: " + "rechtsschutzversicherungsgesellschaften" * 4 + "."),
    ),
    address=ADDRESS,
    made_on=date(2026, 1, 13),
    stands_behind="Written by the Waymark test suite from nothing but its own words.",
    publisher="Southend-on-Sea City Council",
)
