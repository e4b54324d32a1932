"""A place is given as all articles together know it, and one that no build has gathered yet as its articles do."""

from dataclasses import replace

from makers import KARSA, an_article
from rashomon.record import Reading
from rashomon.store import Store


def test_places_by_id(address):
    vell = replace(KARSA, id="place-vell", name="Vell", names=("Vell",))
    with Store(address).writer() as writer:
        for n, names in enumerate((("Karsa",), ("Karsa", "Qarsa"))):
            article = an_article(file=f"{n}.txt")
            writer.add(article, Reading(article.id, (), (), (), (replace(KARSA, names=names),)), f"page {n}")
        with writer.views() as view:
            writer.put_places(view.places())
        article = an_article(file="late.txt")
        writer.add(article, Reading(article.id, (), (), (), (vell,)), "late")
    with Store(address).view() as view:
        known = replace(KARSA, names=("Karsa", "Qarsa"))
        assert view.places_by_id([vell.id, "nowhere", KARSA.id]) == {KARSA.id: known, vell.id: vell}
        assert view.places_by_id([]) == {}


def test_the_mark_is_another_one_after_every_change(address):
    article, store = an_article(), Store(address)
    seen = []
    with store.writer() as writer:
        writer.add(article, Reading(article.id, (), ()), "fingerprint")
        with store.view() as view:
            seen.append(view.mark())
        with writer.views():
            pass
        with store.view() as view:
            seen += [view.mark(), view.mark()]
        writer.add(article, Reading(article.id, (), ()), "fingerprint")
        with store.view() as view:
            seen.append(view.mark())
    assert seen[1] == seen[2]
    assert len(set(seen)) == 3
