"""Pages of every kind: what the article holds, and pages that hold none."""

import contextlib
import time
from datetime import date

import pytest

from rashomon.articles.decode import decode
from rashomon.articles.guard import is_harmless
from rashomon.articles.mojibake import mend_mojibake
from rashomon.errors import PageError
from rashomon.record import content_id

from .makers import FIRST, SECOND, THIRD, html, page, paragraphs, read

HEAD = """<title>Bridges closed - The Example</title><meta property="og:title" content="Bridges closed over the river">
<meta property="og:site_name" content="The Example"><meta name="author" content="Ann Lee">
<meta property="article:published_time" content="2008-04-04T10:00:00Z">
<meta property="article:modified_time" content="2008-06-01T10:00:00Z"><link rel="canonical" href="https://example.org/a">"""


def test_a_page_gives_what_it_states_of_itself() -> None:
    article = read(
        html(f"<article><h1>Bridges closed over the river</h1>{paragraphs(FIRST, SECOND, THIRD)}</article>", HEAD),
        "html",
    )
    assert article.text == "\n\n".join((FIRST, SECOND, THIRD))
    assert (article.title, article.outlet, article.byline) == (
        "Bridges closed over the river",
        "The Example",
        ("Ann Lee",),
    )
    assert article.published is not None
    assert (article.published.earliest, article.published.basis) == (date(2008, 4, 4), "stated")
    assert (article.url, article.language) == ("https://example.org/a", "en")
    assert article.id == content_id("article", article.sha256, article.file)


def test_what_is_stated_from_outside_wins() -> None:
    article = read(
        html(paragraphs(FIRST, SECOND, THIRD), HEAD),
        "html",
        outlet="Other",
        published=date(2008, 4, 9),
        url="u",
        title="T",
    )
    assert (article.outlet, article.url, article.title) == ("Other", "u", "T")
    assert article.published is not None
    assert article.published.earliest == date(2008, 4, 9)


@pytest.mark.parametrize(
    ("head", "body", "why"),
    [
        (
            "",
            "<p>On 4 April 2008 the army came to the town, and on 7 May 2008 it left the town again.</p>",
            "days in the text",
        ),
        ("", "<footer>© 2014 Example Media</footer>", "a year in the footer"),
        ('<meta property="article:published_time" content="3008-04-04">', "", "a day to come"),
        ('<meta property="article:published_time" content="1808-04-04">', "", "a day before the web"),
    ],
)
def test_a_page_that_states_no_day_has_none(head: str, body: str, why: str) -> None:
    assert read(html(paragraphs(FIRST, SECOND, THIRD) + body, head), "html").published is None, why


@pytest.mark.parametrize(
    "data",
    ['{"@type": "NewsArticle", "publisher": {"@type": "Organization", "name": "The Example"}}',
     '[{"@graph": [{"publisher": {"name": "The Example"}}]}]'],
)  # fmt: skip
def test_the_outlet_of_linked_data(data: str) -> None:
    head = f'<script type="application/ld+json">{data}</script><script type="application/ld+json">{{broken</script>'
    assert read(html(paragraphs(FIRST, SECOND, THIRD), head), "html").outlet == "The Example"


def test_hidden_text_and_scripts_never_enter_the_text() -> None:
    hidden = (
        "<script>var secret = 'one';</script><style>.secret{}</style><noscript><p>secret two is here.</p></noscript>"
        '<p style="display: none">The secret three was told to nobody in the town at all.</p>'
        "<div hidden><p>The secret four was told to nobody in the town at all, they said.</p></div>"
        "<!-- secret five --><template><p>The secret six was told to nobody.</p></template>"
    )
    article = read(html(paragraphs(FIRST) + hidden + paragraphs(SECOND, THIRD)), "html")
    assert "secret" not in article.text
    assert article.text == "\n\n".join((FIRST, SECOND, THIRD))


def test_a_report_in_a_table_of_the_layout_or_in_several_boxes_is_whole() -> None:
    table = html(f"<table><tr><td>Menu</td><td>{paragraphs(FIRST, SECOND, THIRD)}</td></tr></table>")
    assert FIRST in read(table, "html").text
    assert THIRD in read(table, "html").text
    others = tuple(
        text.replace("on Monday", "on Friday").replace("three", "four").replace("14", "15")
        for text in (FIRST, SECOND, THIRD)
    )
    box = "<div class='chunk'><div class='body'>{}</div></div>"
    boxes = html(
        f"<main>{box.format(paragraphs(FIRST, SECOND, THIRD))}<div>advert</div>{box.format(paragraphs(*others))}</main>"
    )
    assert read(boxes, "html").text == "\n\n".join((FIRST, SECOND, THIRD, *others))


@pytest.mark.parametrize("kind", ["html", "text", "article"])
@pytest.mark.parametrize(
    "body", ["<html><body></body></html>", "<p> </p>", " \n ", "***\n\n---", "<script>x()</script>"]
)
def test_a_page_without_words_is_dropped(kind: str, body: str) -> None:
    if kind == "article" and "<" in body:
        pytest.skip("a ready article is text, whatever stands in it")
    with pytest.raises(PageError, match="no report was found") as caught:
        read(body, kind)  # type: ignore[arg-type]
    assert (caught.value.stage, caught.value.file) == ("article", "page.txt")


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 100_000 + paragraphs(FIRST, SECOND) + "</div>" * 100_000,
        "<b>" * 50_000 + paragraphs(FIRST, SECOND),
        "<table><tr><td>" * 5_000 + paragraphs(FIRST, SECOND),
        "<" * 500_000 + paragraphs(FIRST, SECOND),
        "<!-- " * 200_000 + paragraphs(FIRST, SECOND),
        f"<div class='{'a' * 2_000_000}'>{paragraphs(FIRST, SECOND)}",
    ],
    ids=["deep divs", "deep b", "deep tables", "brackets", "open comments", "long attribute"],
)
def test_a_hostile_page_ends_with_an_article_or_a_reason(body: str) -> None:
    begin = time.monotonic()
    with contextlib.suppress(PageError):
        assert FIRST in read(html(body), "html").text
    assert time.monotonic() - begin < 30
    assert read(html(paragraphs(FIRST, SECOND)), "html").text, "the next page is read as ever"


def test_a_page_that_takes_too_long_is_dropped_with_the_mend() -> None:
    endless = html("<p>word</p>" * 400_000)
    assert not is_harmless(endless)
    with pytest.raises(PageError, match="raise the setting extract_seconds"):
        read(endless, "html", seconds=0.2)
    assert read(html(paragraphs(FIRST, SECOND) + "<p></p>" * 30_000), "html").text, "a new child reads the next one"


@pytest.mark.parametrize(
    ("raw", "text", "why"),
    [
        ("café “yes” £5".encode(), "café “yes” £5", "UTF-8"),
        (b"\xef\xbb\xbfcaf\xc3\xa9", "café", "UTF-8 with its mark"),
        ("café £5".encode("utf-16"), "café £5", "UTF-16 with its mark"),
        ("plain words, no mark".encode("utf-16-le"), "plain words, no mark", "UTF-16 without its mark"),
        ("The army’s £5 “offer” was café talk for the whole day in the town.".encode("cp1252"),
         "The army’s £5 “offer” was café talk for the whole day in the town.", "Windows-1252"),
        ('<meta charset="windows-1251">Мост'.encode("cp1251"), '<meta charset="windows-1251">Мост', "declared"),
        ('<meta charset="iso-8859-1">“so”'.encode("cp1252"), '<meta charset="iso-8859-1">“so”', "as browsers do"),
        ('<meta charset="windows-1251">café'.encode(), '<meta charset="windows-1251">café', "declared wrongly"),
        ('<meta charset="no-such">caf\xe9'.encode("cp1252"), '<meta charset="no-such">café', "no such encoding"),
        ("café and the army".encode() + "’s £5".encode("cp1252"), "café and the army’s £5", "two in one page"),
        ("Мост через реку закрыт с утра, сообщил губернатор области журналистам в городе.".encode("cp1251"),
         "Мост через реку закрыт с утра, сообщил губернатор области журналистам в городе.", "told by its bytes"),
        (b"caf\xe9 \x81\x8d", "café \ufffd\ufffd", "bytes that are nothing"),
    ],
)  # fmt: skip
def test_the_encoding_is_found(raw: bytes, text: str, why: str) -> None:
    assert decode(raw) == text, why


def test_any_bytes_are_read_without_an_error() -> None:
    for first in range(256):
        assert isinstance(decode(bytes([first, 255 - first, 0x80, first]) * 3), str)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("the armyâ€™s bridge", "the army’s bridge"), ("â€œnoâ€\x9d", "“no”"), ("â€œnoâ€, he said", "“no”, he said"),
        ("2003â€“2008", "2003–2008"), ("Â£5 and Â©", "£5 and ©"), ("Ã©migrÃ©", "émigré"), ("itÃ¢â‚¬â„¢s", "it’s"),
        ("army‚Äôs", "army’s"), ("â\x80\x99s", "’s"),
        ("São Tomé", "São Tomé"), ("CAFÉ’s “CORAÇÃ”", "CAFÉ’s “CORAÇÃ”"), ("naïve – “là”", "naïve – “là”"),
        ("Ââ", "Ââ"),
    ],
)  # fmt: skip
def test_mojibake_is_mended_only_where_it_can_be_nothing_else(wrong: str, right: str) -> None:
    assert mend_mojibake(wrong) == right


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (f"{FIRST}\n\n{SECOND}", "en"),
        (
            "Die Brücken über den Fluss sind seit Montag gesperrt, sagte der Gouverneur vor Journalisten in der Stadt.",
            "de",
        ),
        ("أغلق الجنود الجسرين فوق النهر يوم الاثنين، كما قال محافظ الإقليم للصحفيين في المدينة صباح اليوم.", "ar"),
        ("Bridges closed.", "und"),
    ],
)
def test_the_language_is_told_and_no_article_is_dropped_for_it(text: str, language: str) -> None:
    article = read(text)
    assert (article.language, article.text) == (language, text)


@pytest.mark.parametrize(
    ("first", "last", "byline", "credit"),
    [
        (f"SMALLVILLE (Reuters) - {FIRST}", THIRD, (), "Reuters"),
        (f"SMALLVILLE, April 4 (AFP) – {FIRST}", THIRD, (), "Agence France-Presse"),
        (FIRST, f"{THIRD} (AP)", (), "Associated Press"),
        (FIRST, "Reuters", (), "Reuters"),
        (FIRST, "© 2008 Agence France-Presse", (), "Agence France-Presse"),
        (FIRST, "This article was first published in The Morning Example on 4 April.", (), "The Morning Example"),
        (FIRST, THIRD, ("Associated Press",), "Associated Press"),
        (FIRST, f"{THIRD} Reuters reported this.", (), None),
        ("Reuters reported on Monday that soldiers had closed both bridges over the river.", THIRD, (), None),
        (f"SMALLVILLE (Reuters) - {FIRST}", "© 2008 Agence France-Presse", (), None),
    ],
)
def test_only_a_credit_of_the_page_itself_is_one(
    first: str, last: str, byline: tuple[str, ...], credit: str | None
) -> None:
    article = read("\n\n".join((first, SECOND, last)), byline=byline)
    assert article.copied_from == credit


def test_the_agency_that_publishes_its_own_text_copies_nobody() -> None:
    assert read(f"SMALLVILLE (Reuters) - {FIRST}\n\n{SECOND}", outlet="Reuters").copied_from is None


def test_the_same_page_gives_the_same_article() -> None:
    body = html(paragraphs(FIRST, SECOND, THIRD), HEAD)
    assert read(body, "html") == read(body, "html")
    assert page(body).sha256 == read(body, "html").sha256
