"""An event as it is drawn: nothing of an account is lost, nothing is told by colour alone."""

from dataclasses import replace
from datetime import date

import pytest
from rich.console import Console

from makers import KARSA, a_figure, a_statement, an_article, an_event
from rashomon.cli.panel import CLIP, SENTENCES, Panels
from rashomon.cli.tree import INSIDE, LINES, Tree
from rashomon.record import (
    Corroboration,
    Disagreement,
    Position,
    Related,
    RolledFigure,
    Sayer,
    Saying,
    Series,
    Source,
)
from rashomon.store.search import Hit


def drawn(renderable, width=100) -> str:
    console = Console(width=width, no_color=True, legacy_windows=False)
    with console.capture() as capture:
        console.print(renderable)
    return capture.get()


def panels(*told) -> Panels:
    """Panels over pairs of an article and its statements."""
    statements = {one.id: one for _, ones in told for one in ones}
    return Panels(statements, {article.id: article for article, _ in told}, {KARSA.id: KARSA})


@pytest.fixture
def told():
    courier = an_article("In Karsa up to 12 soldiers deserted.")
    post = an_article("The army denied that 1,000 soldiers deserted.", file="post.txt", outlet="Delta Post")
    upto = a_figure(12, "up to 12", 9, low=None, best=None, qualifier="at_most")
    first = a_statement(courier, figures=(upto,))
    army = Sayer("the army", "official", "The army", 0, 8)
    second = a_statement(
        post, figures=(a_figure(1000, "1,000", 21),), factuality="denied", chain=(Sayer("Delta Post", "outlet"), army)
    )
    return (courier, [first]), (post, [second])


def compared(first, second, **more):
    positions = (
        Position("up to 12 soldiers", (first.id,), ("Hill Courier",)),
        Position("1,000 soldiers", (second.id,), ("Delta Post",)),
    )
    given = {
        "places": (KARSA.id,),
        "figures": (RolledFigure("soldiers", "deserted", None, 12, 1000, "ucdp-like 1"),),
        "disagreements": (Disagreement("figure", "How many deserted: up to 12 or 1,000.", positions),),
    }
    return an_event(first, second, **(given | more))


def cells(text: str) -> list[list[str]]:
    """The lines of the drawing, each as the cells that stand in it."""
    return [[cell.strip() for cell in line.strip("│ ").split("│")] for line in text.splitlines()]


def test_accounts_stand_side_by_side(told):
    (_, (first,)), (_, (second,)) = told
    text = drawn(panels(*told).panel(compared(first, second), {first.id: 5}))
    lines = [" ".join(cell) for cell in cells(text)]
    assert lines[0].startswith("╭─  Desertions in Karsa  ─")
    assert lines[1] == "Karsa, Norland · time unknown · 2 origins, 2 articles"
    assert ["Hill Courier", "Delta Post"] in cells(text), "those worth most first"
    assert ["≠ how many", "≠ “up to 12” soldiers deserted [1]", "≠ “1,000” soldiers deserted"] in cells(text)
    assert ["what", "defect, desert [1]", "defect, desert [denied]"] in cells(text), "what is denied says so in words"
    assert cells(text).count(["← the army [2]"]) == 2, "a line of chain below each value"
    assert "[1] Hill Courier" in text
    assert "karsa.txt 0–36" in text
    assert "Delta Post ← the army  [denied]" in text
    assert lines.index("In Karsa up to 12 soldiers deserted.") < lines.index(
        "The army denied that 1,000 soldiers deserted."
    )
    assert "≠ How many deserted: up to 12 or 1,000." in lines
    assert [line.split() for line in lines[-3:-1]] == [
        "together, by ucdp-like 1 low best high".split(),
        "soldiers deserted – 12 1,000".split(),
    ]
    assert lines[-1].endswith("defect, desert  ─╯")


def test_a_value_that_is_not_at_odds_has_no_mark(told):
    (_, (first,)), (_, (second,)) = told
    text = drawn(panels(*told).panel(compared(first, second, disagreements=()), {}))
    assert "≠" not in text
    assert "“up to 12” soldiers deserted" in text


@pytest.mark.parametrize(("width", "beside"), [(60, 1), (80, 2), (120, 3), (200, 5)])
def test_as_many_accounts_beside_each_other_as_fit(width, beside):
    articles = [an_article("In Karsa 12 soldiers deserted.", outlet=f"Outlet {n}", file=f"{n}.txt") for n in range(5)]
    pairs = [(article, [a_statement(article)]) for article in articles]
    text = drawn(panels(*pairs).panel(an_event(*(s for _, (s,) in pairs)), {}), width)
    named = [sum(cell in {a.outlet for a in articles} for cell in line) for line in cells(text)]
    assert max(named) == beside
    assert sum(named) == 5, "nobody is left out"
    assert max(map(len, text.splitlines())) <= width


def test_how_well_it_is_told(told):
    (_, (first,)), (_, (second,)) = told
    sources = (Source("Delta Post", "party", "Norland", True), Source("Hill Courier", "outlet", None, False))
    graded = Corroboration("against-interest", "a party says so that would rather not", sources, ("the army",))
    text = drawn(panels(*told).panel(compared(first, second, corroboration=graded), {first.id: 5}))
    assert ["source", "outlet", "a party: Norland, against its interest"] in cells(text)
    assert "corroboration: against-interest – a party says so that would rather not; denied by the army" in text


def test_figures_over_time_and_those_that_are_no_rivals(told):
    (_, (first,)), (_, (second,)) = told
    three, eight = (replace(first.figures[0], text=text, low=n, best=n, high=n) for n, text in ((3, "3"), (8, "8")))
    first = replace(first, figures=(three,))
    rise = Series(
        "soldiers",
        "killed",
        "people",
        (
            Saying("Hill Courier", "Hill Courier", date(2021, 5, 3), three, True, (first.id,)),
            Saying("Hill Courier", "Hill Courier", date(2021, 5, 4), eight, False, ("later",)),
        ),
        (Related("people", "killed", "part of"), Related("soldiers", "injured", "other outcome")),
    )
    event = an_event(first, second, series=(rise,))
    text = " ".join(" ".join(cell) for cell in cells(drawn(panels(told[0], told[1]).panel(event, {}), 160)))
    assert "over time: soldiers killed: “3” Hill Courier, 3 May 2021 → “8” Hill Courier, 4 May 2021" in text
    assert "no rivals, as they are part of people killed: soldiers killed" in text
    assert "no rivals, as they count different people: soldiers injured; soldiers killed" in text


def test_the_best_account_comes_first(told):
    (_, (first,)), (_, (second,)) = told
    event = an_event(first, second)
    for best in (first, second):
        text = drawn(panels(*told).panel(event, {best.id: 5}))
        assert min(text.index(one.evidence.text) for one in (first, second)) == text.index(best.evidence.text)


def test_a_reprinted_sentence_is_drawn_once(told):
    (courier, (first,)), _ = told
    copy = replace(courier, id="copy", file="copy.txt", outlet="Vell Herald")
    again = replace(first, id="again", article=copy.id, chain=(Sayer("Vell Herald", "outlet"), *first.chain))
    event = an_event(first)
    account = replace(event.accounts[0], reprints=1, statements=(first.id, again.id), articles=(courier.id, copy.id))
    event = replace(event, statements=account.statements, accounts=(account,))
    text = drawn(panels((courier, [first]), (copy, [again])).panel(event, {}))
    assert text.count("In Karsa up to 12 soldiers deserted.") == 1
    assert "Vell Herald ← Hill Courier" in text
    assert "copy.txt 0–36" in text
    assert ["source", "in Vell Herald; 1 reprint"] in cells(text)


def test_a_long_sentence_is_clipped_around_its_trigger():
    article = an_article("Before " * 100 + "many deserted " + "after " * 100)
    statement = a_statement(article)
    text = drawn(panels((article, [statement])).panel(an_event(statement), {}))
    assert "many deserted" in " ".join(text.replace("│", "").split())
    assert text.count("…") == 2
    assert len(text) < len(article.text) + 800
    assert len(article.text) > CLIP


def test_sentences_that_are_not_drawn_are_counted():
    article = an_article("He deserted. " * 9)
    statements = []
    for n in range(5):
        article_n = an_article(f"Man {n} deserted.")
        statements.append((article_n, a_statement(article_n)))
    article = replace(article, id="all")
    ones = [replace(one, article=article.id) for _, one in statements]
    text = drawn(panels((article, ones)).panel(an_event(*ones), {ones[4].id: 9}))
    assert text.count("deserted.") == SENTENCES
    assert "Man 4 deserted." in text, "the best ones are drawn"
    assert "and 2 more sentences" in text


def hit(statement, worth, **more):
    event = replace(an_event(statement), id=more.pop("id"), **more)
    return Hit(event, worth, {statement.id: worth})


def test_parts_are_drawn_inside_the_whole(told):
    (courier, (first,)), _ = told
    whole = hit(first, 5, id="whole", title="The offensive")
    inner = [hit(first, 4, id=f"part {n}", title=f"Part {n}", part_of="whole") for n in range(INSIDE + 1)]
    better = hit(first, 9, id="better", title="The best answer", part_of="whole")
    others = [replace(whole.event, id=f"other {n}", title=f"Other {n}", part_of="whole") for n in range(LINES)]
    hits = [better, whole, *inner]
    tree = Tree(hits, [one.event for one in hits] + others)
    assert tree.outer == [better, whole], "what answers better than the whole stands for itself"
    text = drawn(tree.panel(whole, panels((courier, [first]))))
    assert text.count("╭") == 1 + INSIDE
    assert f"also part of it: {LINES + 2} events" in text, (
        "the hit too many, the better one, and those that do not answer"
    )
    assert f"Part {INSIDE}  time unknown  1 origin" in text
    assert "and 2 more" in text
    assert "part of: The offensive" in drawn(tree.panel(better, panels((courier, [first]))))


@pytest.mark.parametrize("width", [30, 60, 100])
def test_it_fits_any_width(told, width):
    (_, (first,)), (_, (second,)) = told
    text = drawn(panels(*told).panel(an_event(first, second), {}), width)
    assert max(map(len, text.splitlines())) == width
