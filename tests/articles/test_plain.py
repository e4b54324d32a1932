"""Plain text saved out of a browser: what is the report, and what stands around it."""

from datetime import date

import pytest

from .makers import FIRST, SECOND, THIRD, read

REPORT = (FIRST, SECOND, THIRD)


def saved(*blocks: str) -> str:
    return "\n\n".join(blocks)


@pytest.mark.parametrize(
    ("around", "why"),
    [
        ("Related stories\n\nBakers strike in the capital\n\nRiver at its highest in ten years", "links"),
        ("Most read\n\n1\n\nBakers strike in the capital\n\n2\n\nCup final moved to May", "a numbered list of links"),
        ("Share this article\n\nFacebook\n\nTwitter\n\nEmail", "a share list, a word a line"),
        ("Share | Tweet | Email | Print", "a share list on one line"),
        ("Sign up for our newsletter and never miss a story.", "an appeal that is a full sentence"),
        ("Subscribe today for full access to every story, from £3 a month.", "a price"),
        ("Please donate. We are funded by readers. You can give £5 a month or make a one-off donation.", "an appeal"),
        ("We need you!\n\nHelp us reach our funding target: donate now.", "the call that leads in an appeal"),
        ("£19,000 - £24,000 per annum: Hill & Partners: A growing firm is looking for a cl...", "a job offer"),
        ("Jobs Board\n\nHead Gardener - Immediate Start\n\n£9 per hour: Green Fingers: Five days a we...", "jobs"),
        ("To contact the editors write to:\n\nnews@example.org", "contact lines"),
        ("www.example.org/contact", "a bare address"),
        ("By clicking 'Join' you\nagree to our\nTerms of Use.", "terms torn over lines"),
        ("© 2011 Example Media. All rights reserved.", "copyright"),
        ("Read more: Bakers strike in the capital", "a teaser with its mark"),
        ("Tags: bridges, bakers, province", "tags"),
        ("3 comments\n\nNadia says:\n\nThis is not how it was, I live there and saw it all.\n\nReply", "comments"),
        ("[video_player id=\"77\" width=\"400\" /]", "an embed code alone"),
        ("googletag.cmd.push(function() { googletag.display('x'); });", "a script that was saved as text"),
        ("Home | News | World | Sport", "a menu at the foot"),
    ],
)  # fmt: skip
def test_what_follows_the_report_is_cut_and_the_report_is_whole(around: str, why: str) -> None:
    article = read(saved("Bridges closed as town waits for news", *REPORT, around))
    assert article.text == saved(*REPORT), why
    assert article.title == "Bridges closed as town waits for news"
    assert article.cuts, "what was cut is kept with a reason"
    assert all(cut.text and cut.reason for cut in article.cuts)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Advertisement", "an advert between paragraphs"),
        ("Story continues below", "its other name"),
        ("Related: Bakers strike in the capital", "a teaser between paragraphs"),
        ("Page 2 of 3", "a page mark"),
        ("Click here to enlarge this image", "a button"),
        ("Sign up here for our daily newsletter.", "an appeal between paragraphs"),
    ],
)
def test_what_interrupts_the_report_is_cut(line: str, why: str) -> None:
    article = read(saved("Bridges closed as town waits for news", FIRST, line, SECOND, THIRD))
    assert article.text == saved(*REPORT), why


@pytest.mark.parametrize(
    ("paragraph", "why"),
    [
        ("A night of fire", "a heading inside the report"),
        ("Nobody came.", "a short sentence at the end"),
        ('The mayor asked for help: "Please donate blankets, we need you," she said.', "an appeal that is quoted"),
        ("The party is funded by donations from its members abroad, a spokesman said.", "donations as news"),
        ("Guards at the mill earn $9 per hour, half of what drivers get, and went on strike.", "a wage as news"),
        ("More than 300 people have signed up for the militia since March, its newsletter said.", "signing up as news"),
        ("He will be tried under the terms and conditions of the ceasefire, the court said.", "terms as news"),
        ("Residents contacted the police at 11:30, but nobody answered the phone.", "contacting as news"),
        ("The dead are:", "the head of a list"),
        ("Copies of the newspaper were burned in the square and its offices were closed.", "copies as news"),
        ('"We will not leave . . ."', "a quotation that trails off"),
    ],
)
def test_a_paragraph_of_the_report_is_never_lost(paragraph: str, why: str) -> None:
    inside = read(saved("Bridges closed as town waits for news", FIRST, paragraph, SECOND, THIRD))
    assert paragraph in inside.text.split("\n\n"), why
    if paragraph.endswith((".", '"')):
        behind = read(saved("Bridges closed as town waits for news", *REPORT, paragraph))
        assert paragraph in behind.text.split("\n\n"), f"{why}, as the last paragraph"


def test_the_second_half_behind_a_long_menu_is_kept() -> None:
    menu = saved(
        *(f"{word} news" for word in "world home sports local travel money".split()), "Weather", "Shop", "Log in"
    )
    article = read(saved("Bridges closed as town waits for news", *REPORT, menu, *REPORT[::-1]))
    assert article.text == saved(*REPORT, *REPORT[::-1])


def test_a_list_that_a_colon_announces_belongs_to_the_report() -> None:
    names = ("Omar the baker", "Lina the nurse", "Two drivers of the bus", "A guard at the mill")
    article = read(saved("Bridges closed as town waits for news", FIRST, "Four were named:", *names, SECOND))
    assert article.text == saved(FIRST, "Four were named:", *names, SECOND)


@pytest.mark.parametrize(
    ("head", "title", "byline", "day"),
    [
        ("Bridges closed over the river\n\nAnn Lee 4 April 2008", "Bridges closed over the river", ("Ann Lee",), 4),
        ("Bridges closed over the river\n\nBy Ann Lee and Bo de Groot in Smallville\n\nApril 4, 2008",
         "Bridges closed over the river", ("Ann Lee", "Bo de Groot"), 4),
        ("Published: Friday, 4 April 2008, 10:30 GMT\n\nBridges closed!", "Bridges closed!", (), 4),
        ("Bridges closed over the river\n\nPublished: 10:12 BST, 4 April 2008 | Updated: 14:05 BST, 5 April 2008",
         "Bridges closed over the river", (), 4),
        ("Bridges closed over the river\n\nThe north bridge on Monday. Photograph: Bo Chu/Example",
         "Bridges closed over the river", (), None),
        ("Are the bridges safe?\n\n2008-04-04", "Are the bridges safe?", (), 4),
        ("Bridges closed over the river\n\nUpdated 4 April 2008", "Bridges closed over the river", (), None),
        ("Bridges closed over the river\n\nBY ANN LEE, WRITER", "Bridges closed over the river", ("ANN LEE",), None),
        ("Home\n\nNews\n\nCup final moved to May\n\nBridges closed over the river\n\nAnn Lee\n\n4 April 2008",
         "Bridges closed over the river", ("Ann Lee",), 4),
        ("Bridges closed over the river\n\n4 April 3008", "Bridges closed over the river", (), None),
    ],
)  # fmt: skip
def test_headline_byline_and_day_leave_the_text(
    head: str, title: str, byline: tuple[str, ...], day: int | None
) -> None:
    article = read(saved(head, *REPORT))
    assert (article.title, article.byline) == (title, byline)
    assert (article.published and article.published.earliest) == (date(2008, 4, day) if day else None)
    assert article.text == saved(*REPORT)


@pytest.mark.parametrize(
    ("dateline", "day", "why"),
    [
        ("SMALLVILLE, April 4, 2008 (AFP) - ", 4, "an agency's"),
        ("NEW SMALLVILLE, Iraq, 4 April 2008 – ", 4, "with the country"),
        ("SMALLVILLE (4 April 2008) -- ", 4, "in brackets"),
        ("SMALLVILLE, April 4 (AFP) - ", None, "no year, no day"),
        ("On 4 April 2008 - ", None, "a day in a sentence"),
    ],
)
def test_a_dateline_gives_the_day_only_with_its_year(dateline: str, day: int | None, why: str) -> None:
    article = read(saved("Bridges closed over the river", f"{dateline}{FIRST}", SECOND))
    assert (article.published and article.published.earliest) == (date(2008, 4, day) if day else None), why
    assert article.text.startswith(dateline), "the dateline stays in the text"


def test_an_outlet_above_the_headline_is_the_outlet_unless_one_is_stated() -> None:
    text = saved("Smallville Daily Blogs", "Bridges closed over the river", *REPORT)
    assert read(text).outlet == "Smallville Daily Blogs"
    assert read(text, outlet="The Example").outlet == "The Example"
    assert read(text).title == "Bridges closed over the river"


def test_a_line_under_the_headline_that_is_a_sentence_stays() -> None:
    deck = "Governor says the army will stay until the river falls again"
    article = read(saved("Bridges closed over the river", deck, "By Ann Lee", *REPORT))
    assert article.text == saved(deck, *REPORT)


@pytest.mark.parametrize(
    ("torn", "whole"),
    [
        ("The governor, who had promised\n\nto open the bridges, did not come to the meeting at all.",
         "The governor, who had promised to open the bridges, did not come to the meeting at all."),
        ("The governor, who had promised\n\n2\n\nto open the bridges, did not come to the meeting at all.",
         "The governor, who had promised to open the bridges, did not come to the meeting at all."),
        ("The governor had promised to open both of\nthe bridges over the river by the evening,\n"
         "but did not come to the meeting at all, and\nnobody from his office did.\nA clerk read out a letter.",
         "The governor had promised to open both of the bridges over the river by the evening, "
         "but did not come to the meeting at all, and nobody from his office did.\n\nA clerk read out a letter."),
    ],
)  # fmt: skip
def test_lines_that_were_torn_apart_are_joined(torn: str, whole: str) -> None:
    article = read(saved("Bridges closed over the river", FIRST, torn, THIRD))
    assert article.text == saved(FIRST, whole, THIRD)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("*Morning Post*", "Morning Post"), ("**Morning Post**", "Morning Post"), ("_Morning Post_", "Morning Post"),
        (r"\$100 million", "$100 million"), ("[Morning Post](https://example.org/x)", "Morning Post"),
        ("AT&amp;T", "AT&T"), ("AT&T", "AT&T"), ("&#8217;tis", "’tis"), ("<b>Morning</b> Post", "Morning Post"),
        ("[sic]", "[sic]"), ("[the army]", "[the army]"), ("[map_embed zoom=4]", ""), ("[gallery ids=\"1,2\"]", ""),
        ("fewer than <100 men", "fewer than <100 men"), ("snake_case_name", "snake_case_name"),
        ("5 * 4 * 3", "5 * 4 * 3"), ("“quoted” ‘so’ \"here\"", "“quoted” ‘so’ \"here\""),
        ("café".replace("é", "e\u0301"), "café"), ("a\u00a0b\u200bc", "a bc"),
    ],
)  # fmt: skip
def test_leftovers_of_markup_read_as_what_they_mean(written: str, meant: str) -> None:
    article = read(saved(FIRST, f"The letter {written} was read out in the town hall on Monday evening.", THIRD))
    middle = f"The letter {meant} was read out in the town hall on Monday evening.".replace("  ", " ")
    assert article.text == saved(FIRST, middle, THIRD)


def test_the_sentence_beside_an_embed_code_stays() -> None:
    article = read(saved(FIRST, f'{SECOND} [film_embed movie="" width="4" /]'))
    assert article.text == saved(FIRST, SECOND)
    assert [cut.reason for cut in article.cuts] == ["embed code"]


def test_paragraphs_are_parted_by_one_empty_line_whatever_the_line_ends() -> None:
    article = read(f"{FIRST}  \r\n\r\n\r\n \t \r\n{SECOND}\r\n\r\n{THIRD}\t\r\n")
    assert article.text == saved(*REPORT)


def test_a_ready_article_is_not_cut() -> None:
    article = read(saved(FIRST, "Related stories"), kind="article", title="A title", language="en")
    assert article.text == saved(FIRST, "Related stories")
    assert (article.title, article.language) == ("A title", "en")
