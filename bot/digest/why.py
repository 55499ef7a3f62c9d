"""Says of a digest why each of its stories is there, and what of the chat's categories was left out, by which rule.

The rules and the categories are those of today.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from bot.digest.filtering import Filtering
from bot.digest.languages import Aside, aside_of
from bot.digest.shared import WINDOW_LIMIT
from bot.filters.matching import ruleset
from bot.filters.reasons import InArticles, InNames, dropped_by, kept_by
from bot.filters.tastes import Palate, move
from bot.models.articles import Article, CategoryPath
from bot.models.chats import Chat
from bot.models.digests import MAX_HEADLINES, SentDigest
from bot.models.filters import Rule
from bot.models.reasons import LeftOut, LeftOutFor, Reasons, ToldWhy
from bot.store import Store
from bot.store.digests import NO_MORE
from bot.summaries.service import SummaryService


def category_of(article: Article, followed: Sequence[CategoryPath]) -> CategoryPath | None:
    """The category that the chat follows and the article is of, the deepest one; None for none any more."""
    found = (path for path in followed if any(category[: len(path)] == path for category in article.categories))
    return max(found, key=len, default=None)


async def reasons_of(digest: SentDigest, chat: Chat, *, store: Store, summaries: SummaryService) -> Reasons:
    """Why the digest of this chat is as it is."""
    shown = {article.id: article for article in await store.articles.many([story.article_id for story in digest.told])}
    followed = await store.chats.subscriptions(chat.key)
    offered = [
        article
        for path in followed
        for article in await store.articles.window(
            path, after_id=digest.after_id, upto_id=digest.upto_id, limit=WINDOW_LIMIT
        )
    ]
    stories = _stories((*shown.values(), *offered))
    rules = [saved.rule for saved in await store.filters.of(chat.key)]
    articles = [article for versions in stories.values() for article in versions]
    filtering = Filtering(store, summaries)
    words, names = await filtering.lookups(articles, ruleset(frozenset(rules)), language=chat.summary_language)
    palate = Palate(await store.tastes.of(chat.key))
    told = tuple(
        ToldWhy(
            article=article,
            category=category_of(article, followed) or next(iter(article.categories), None),
            publishers=story.publishers,
            rules=tuple(kept_by(stories[article.story_id], rules, words=words, names=names)),
            tastes=tuple(palate.touched(stories[article.story_id])),
        )
        for story in digest.told
        if (article := shown.get(story.article_id)) is not None
    )
    aside = aside_of(chat, {article.language for article in shown.values()}, translates=summaries.translates)
    untold = {story: versions for story, versions in stories.items() if story not in _ids(shown.values())}
    by_settings = await _by_settings(untold, chat, store=store, translates=summaries.translates)
    counts = Counter(story.category for story in told)
    full = {category for category, count in counts.items() if count > MAX_HEADLINES}
    beyond = {
        story: LeftOutFor.ROOM if category_of(versions[0], followed) in full else LeftOutFor.THEN
        for story, versions in untold.items()
    }
    left_out = _left_out(untold, rules, by_settings, beyond, words=words, names=names)
    return Reasons(told=_as_shown(told, aside), left_out=left_out, languages_first=bool(aside.languages))


def _as_shown(told: Iterable[ToldWhy], aside: Aside) -> tuple[ToldWhy, ...]:
    """The stories in the order of the digest: by category, what is read first, then as tastes move them."""
    by_category: dict[CategoryPath | None, list[ToldWhy]] = defaultdict(list)
    for story in told:
        by_category[story.category].append(story)

    def key(story: ToldWhy) -> tuple[bool, float]:
        return aside.holds(story.article), -story.publishers - move(story.tastes)

    return tuple(story for stories in by_category.values() for story in sorted(stories, key=key))


def _ids(articles: Iterable[Article]) -> set[str]:
    return {article.story_id for article in articles}


def _stories(articles: Iterable[Article]) -> dict[str, list[Article]]:
    """The stories with their articles, the newest first, each once."""
    stories: dict[str, list[Article]] = defaultdict(list)
    each = {article.id: article for article in articles}.values()
    for article in sorted(each, key=lambda one: (one.published_at, one.id), reverse=True):
        stories[article.story_id].append(article)
    return stories


async def _by_settings(
    stories: Mapping[str, Sequence[Article]], chat: Chat, *, store: Store, translates: bool
) -> dict[str, LeftOutFor]:
    """Why these stories are not told, other than by rules; those are missing for which there was no room, if at all."""
    languages = {article.language for versions in stories.values() for article in versions}
    aside = aside_of(chat, languages, translates=translates)
    sent = await store.digests.already_sent(chat.key, list(stories))
    found = dict.fromkeys(sent, LeftOutFor.TOLD)
    if aside.left_out:
        unread = [story for story, versions in stories.items() if all(map(aside.holds, versions))]
        found |= dict.fromkeys(unread, LeftOutFor.LANGUAGE)
    return found | {story: LeftOutFor.MUTED for story, upto_id in sent.items() if upto_id == NO_MORE}


def _left_out(
    stories: Mapping[str, Sequence[Article]],
    rules: Sequence[Rule],
    by_settings: Mapping[str, LeftOutFor],
    beyond: Mapping[str, LeftOutFor],
    *,
    words: InArticles,
    names: InNames,
) -> tuple[LeftOut, ...]:
    left: dict[Rule | LeftOutFor, list[Article]] = defaultdict(list)
    for story, versions in stories.items():
        reason: Rule | LeftOutFor | None = by_settings.get(story)
        if reason is None or reason is LeftOutFor.LANGUAGE:
            reason = dropped_by(versions, rules, words=words, names=names) or reason or beyond[story]
        left[reason].append(versions[0])
    return tuple(LeftOut(reason=reason, articles=tuple(articles)) for reason, articles in left.items())
