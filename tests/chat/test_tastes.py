"""More and less of a kind of story: pressed at a digest, listed and forgotten in `/filters`."""

from __future__ import annotations

from bot.models.buttons.digest_presses import Like, OfferLikes, TakeBackLike
from bot.models.buttons.filter_presses import ForgetTaste
from bot.models.buttons.presses import encode
from bot.models.filters import MAX_WEIGHT, Lesson, TasteKind
from tests.chat.rig import Rig, labels, text
from tests.chat.test_digest_buttons import a_digest


async def test_what_a_press_learns_is_said_taken_back_and_listed(rig: Rig) -> None:
    await a_digest(rig)
    await rig.presses("Less of this")
    shown = await rig.presses("👎 Less like…")
    assert labels(shown) == ["👎 Cup final", "👎 Talks go on", "👎 Bridge opens"]
    answer = await rig.presses("👎 Cup final")
    things = "Sport, News of Sport, final"
    assert text(answer).startswith(f"👎 Stories like “Cup final” come lower now: {things}. None is hidden.")
    assert labels(answer) == ["🔕 Mute this story", "↩️ Undo"]
    assert text(await rig.presses("↩️ Undo")) == "Taken back ✓"
    assert await rig.store.tastes.of((await rig.chat()).key) == []
    await rig.presses("👎 Cup final")
    why = text(await rig.says("/why"))
    assert "Cup final — News of Sport · 👎 −1 (Sport −1, News of Sport −1, “final” −1)" in why
    assert "👍 and 👎 count as sources" in why
    await rig.presses("👍 More like…")
    assert labels(await rig.presses("👍 Bridge opens")) == ["↩️ Undo"]
    shown = await rig.says("/filters")
    assert "From your 👍 and 👎 I learnt 7 things." in text(shown)
    assert {"❌ 👎 Sport −1", "❌ 👎 “final” −1", "❌ 👍 “Bridge” +1", "🧹 Forget all 👍 and 👎"} <= set(labels(shown))
    assert "learnt 6 things" in text(await rig.presses("❌ 👎 Sport −1"))
    assert "no filters" in text(await rig.presses("🧹 Forget all 👍 and 👎"))


async def test_an_undo_leaves_what_no_press_could_move(rig: Rig) -> None:
    await a_digest(rig)
    key, tastes = (await rig.chat()).key, rig.store.tastes
    source = Lesson(kind=TasteKind.SOURCE, value="News of Sport", key="news of sport")
    for _ in range(MAX_WEIGHT):
        await tastes.learn(key, [source], more=False, now=rig.clock.now())
    before = [(taste.lesson, taste.weight) for taste in await tastes.of(key)]
    like = encode(Like(article_id=3, more=False))
    answer = await rig.presses(like)
    assert labels(answer) == ["🔕 Mute this story", "↩️ Undo"]
    await rig.presses("↩️ Undo")
    assert [(taste.lesson, taste.weight) for taste in await tastes.of(key)] == before
    for _ in range(MAX_WEIGHT):
        await rig.presses(like)
    assert labels(await rig.presses(like)) == ["🔕 Mute this story"]


async def test_buttons_of_what_is_gone_say_so(rig: Rig) -> None:
    message = await rig.says("/settings")
    message.keyboard[0][0]["callback_data"] = encode(OfferLikes(upto_id=99, more=True))
    assert text(await rig.presses(encode(OfferLikes(upto_id=99, more=True)))).startswith("I no longer know")
    for gone in (Like(article_id=99, more=True), TakeBackLike(article_id=99, more=True), ForgetTaste(taste_id=9)):
        message.keyboard[0][0]["callback_data"] = encode(gone)
        await rig.presses(encode(gone))
    assert await rig.store.tastes.of((await rig.chat()).key) == []
