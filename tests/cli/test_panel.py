"""An event as it is drawn: nothing of an account is lost, nothing is told by colour alone."""

from dataclasses import replace

import pytest
from rich.console import Console

from makers import KARSA, a_figure, a_statement, an_article, an_event
from rashomon.cli.panel import CLIP, SENTENCES, Panels
from rashomon.cli.tree import INSIDE, LINES, Tree
from rashomon.record import Disagreement, Position, RolledFigure, Sayer
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


def test_accounts_stand_below_each_other(told):
    (_, (first,)), (_, (second,)) = told
    positions = (Position("up to 12", (first.id,), ("Hill Courier",)), Position("1,000", (second.id,), ("Delta Post",)))
    event = an_event(
        first,
        second,
        places=(KARSA.id,),
        figures=(RolledFigure("soldiers", "deserted", None, 12, 1000, "ucdp-like 1"),),
        disagreements=(Disagreement("figure", "How many deserted: up to 12 or 1,000.", positions),),
    )
    lines = [line.strip("│ ").rstrip() for line in drawn(panels(*told).panel(event, {first.id: 5})).splitlines()]
    body = "\n".join(lines)
    assert lines[0].startswith("╭─  Desertions in Karsa  ─")
    assert "Karsa, Norland · time unknown · 2 origins, 2 articles" in lines[1]
    assert lines[1].split()[-3:] == ["low", "best", "high"]
    assert lines[2] == "together, by ucdp-like 1:"
    assert lines[3].split() == "soldiers deserted – 12 1,000".split()
    assert lines.index("In Karsa up to 12 soldiers deserted.") < lines.index(
        "The army denied that 1,000 soldiers deserted."
    )
    assert "“up to 12” soldiers" in body
    assert "“1,000” soldiers" in body
    assert "Hill Courier" in body
    assert "karsa.txt 0–36" in body
    assert "Delta Post ← the army  [denied]" in body, "what is not asserted says so in words"
    assert lines[-5:-1] == ["", "≠ How many deserted", "up to 12  Hill Courier", "1,000     Delta Post"]
    assert lines[-1].endswith("defect, desert  ─╯")


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
    assert "and 1 reprint" in text


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
