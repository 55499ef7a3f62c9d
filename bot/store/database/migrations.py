"""The database's schema, as steps that are only ever appended: an applied step is never edited.

A step calls nothing of the program but the copies in `migrations_frozen`, so that it does the same for ever. Every
released schema has a file in `tests/store/fixtures`, which the tests open with the code of today.

Times are microseconds since 1970 in UTC; JSON columns hold what pydantic makes of `bot.models`.
"""

from __future__ import annotations

from array import array

from bot.store.database import Database, Migrations
from bot.store.database.migrations_frozen import (
    COUNTER,
    COUNTERS,
    address_key,
    blocks_of,
    index_all,
    number_digests,
    with_names,
)

migrations = Migrations("tidings")


@migrations()
def m001_first_shape(db: Database) -> None:
    db.executescript(
        """
        -- Where articles come from. A source that left stays as long as its articles do (gone = 1).
        CREATE TABLE sources (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL,
            kind TEXT NOT NULL,
            location TEXT NOT NULL,
            category TEXT,
            language TEXT,
            link TEXT,
            origin TEXT NOT NULL CHECK (origin IN ('file', 'added')),
            enabled INTEGER NOT NULL DEFAULT 1,
            gone INTEGER NOT NULL DEFAULT 0,
            etag TEXT,
            last_modified TEXT,
            next_check_at INTEGER NOT NULL,
            checked_at INTEGER,
            failures INTEGER NOT NULL DEFAULT 0,
            last_error TEXT
        ) STRICT;
        CREATE UNIQUE INDEX sources_name ON sources (name) WHERE gone = 0;
        CREATE INDEX sources_location ON sources (location);
        CREATE INDEX sources_due ON sources (next_check_at) WHERE gone = 0 AND enabled = 1;

        -- Folders of posts: what tells a changed file from an unchanged one.
        CREATE TABLE files (
            source_id INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
            path TEXT NOT NULL,
            size INTEGER NOT NULL,
            mtime_ns INTEGER NOT NULL,
            problem TEXT,
            PRIMARY KEY (source_id, path)
        ) STRICT, WITHOUT ROWID;

        -- AUTOINCREMENT: ids are never used twice, and a chat's cursor is such an id.
        CREATE TABLE articles (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            source_id INTEGER NOT NULL REFERENCES sources (id),
            key TEXT NOT NULL,
            fingerprint TEXT NOT NULL,
            url TEXT,
            title TEXT NOT NULL,
            authors TEXT NOT NULL,
            text TEXT NOT NULL,
            blocks TEXT NOT NULL,
            language TEXT NOT NULL,
            published_at INTEGER NOT NULL,
            seen_at INTEGER NOT NULL,
            thumbnail_url TEXT,
            story_id TEXT NOT NULL,
            pushable INTEGER NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX articles_key ON articles (source_id, key);
        CREATE INDEX articles_url ON articles (url) WHERE url IS NOT NULL;
        CREATE INDEX articles_published ON articles (published_at);
        CREATE INDEX articles_seen ON articles (seen_at);

        -- Kept by bot.store.search: a trigger may not touch a virtual table under trusted_schema=OFF.
        CREATE VIRTUAL TABLE articles_text USING fts5 (
            title, text, content='articles', content_rowid='id', tokenize='trigram'
        );

        CREATE TABLE categories (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            parent_id INTEGER REFERENCES categories (id),
            path TEXT NOT NULL UNIQUE,
            path_key TEXT NOT NULL,
            name_key TEXT NOT NULL
        ) STRICT;
        CREATE INDEX categories_parent ON categories (parent_id);
        CREATE INDEX categories_path_key ON categories (path_key);
        CREATE INDEX categories_name_key ON categories (name_key);

        -- An article's own categories have a position; their parents stand here too, without one.
        CREATE TABLE article_categories (
            category_id INTEGER NOT NULL REFERENCES categories (id),
            article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
            position INTEGER,
            PRIMARY KEY (category_id, article_id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX article_categories_article ON article_categories (article_id);

        CREATE TABLE chats (
            chat_id INTEGER NOT NULL,
            thread_id INTEGER NOT NULL,
            kind TEXT NOT NULL,
            title TEXT NOT NULL,
            ui_language TEXT NOT NULL,
            summary_language TEXT NOT NULL,
            zone TEXT NOT NULL,
            mode TEXT NOT NULL,
            schedule TEXT NOT NULL,
            next_digest_at INTEGER,
            cursor INTEGER NOT NULL,
            last_digest_at INTEGER,
            format TEXT NOT NULL,
            pictures INTEGER NOT NULL,
            active INTEGER NOT NULL,
            paused_until INTEGER,
            strikes INTEGER NOT NULL DEFAULT 0,
            struck_at INTEGER,
            PRIMARY KEY (chat_id, thread_id)
        ) STRICT;
        CREATE INDEX chats_due ON chats (next_digest_at) WHERE active = 1 AND next_digest_at IS NOT NULL;
        CREATE INDEX chats_instant ON chats (cursor) WHERE active = 1 AND mode = 'instant';

        CREATE TABLE subscriptions (
            chat_id INTEGER NOT NULL,
            thread_id INTEGER NOT NULL,
            category_id INTEGER NOT NULL REFERENCES categories (id),
            PRIMARY KEY (chat_id, thread_id, category_id),
            FOREIGN KEY (chat_id, thread_id) REFERENCES chats (chat_id, thread_id) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX subscriptions_category ON subscriptions (category_id);

        -- Not bound to articles or chats: a story stays sent when its article is purged.
        CREATE TABLE sent_stories (
            chat_id INTEGER NOT NULL,
            thread_id INTEGER NOT NULL,
            story_id TEXT NOT NULL,
            article_id INTEGER NOT NULL,
            sent_at INTEGER NOT NULL,
            PRIMARY KEY (chat_id, thread_id, story_id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX sent_stories_at ON sent_stories (sent_at);

        -- What is sent; the same digest to a thousand chats is one row.
        CREATE TABLE payloads (
            hash TEXT PRIMARY KEY,
            body TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        -- turn, place: a message's place in its chat's queue. turn grows with every message, and the
        -- pieces a message was split into share it; place tells these apart.
        CREATE TABLE outbox (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            dedupe_key TEXT NOT NULL UNIQUE,
            kind TEXT NOT NULL,
            chat_id INTEGER NOT NULL,
            thread_id INTEGER NOT NULL,
            payload_hash TEXT NOT NULL REFERENCES payloads (hash),
            turn INTEGER NOT NULL,
            place INTEGER NOT NULL,
            part INTEGER NOT NULL,
            priority INTEGER NOT NULL,
            not_before INTEGER NOT NULL,
            expires_at INTEGER,
            edit_message_id INTEGER,
            reply_to INTEGER,
            state TEXT NOT NULL CHECK (state IN ('pending', 'sending', 'unknown', 'sent', 'dead')),
            attempts INTEGER NOT NULL DEFAULT 0,
            ambiguous INTEGER NOT NULL DEFAULT 0,
            lease_owner TEXT,
            message_id INTEGER,
            last_error TEXT,
            created_at INTEGER NOT NULL,
            settled_at INTEGER
        ) STRICT;
        CREATE INDEX outbox_queue ON outbox (priority, turn, place) WHERE state IN ('pending', 'unknown');
        CREATE INDEX outbox_chat ON outbox (chat_id, thread_id, kind, turn, place)
            WHERE state IN ('pending', 'sending', 'unknown');
        CREATE INDEX outbox_expiry ON outbox (expires_at)
            WHERE state IN ('pending', 'unknown') AND expires_at IS NOT NULL;
        CREATE INDEX outbox_sending ON outbox (lease_owner) WHERE state = 'sending';
        CREATE INDEX outbox_settled ON outbox (settled_at) WHERE state IN ('sent', 'dead');
        CREATE INDEX outbox_payload ON outbox (payload_hash);

        CREATE TABLE pictures (
            key TEXT PRIMARY KEY,
            width INTEGER NOT NULL,
            height INTEGER NOT NULL,
            path TEXT NOT NULL,
            file_id TEXT
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE picture_urls (
            url TEXT PRIMARY KEY,
            key TEXT NOT NULL REFERENCES pictures (key) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX picture_urls_key ON picture_urls (key);
        CREATE TABLE picture_failures (
            url TEXT PRIMARY KEY,
            until_at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE summaries (
            key TEXT PRIMARY KEY,
            body TEXT NOT NULL,
            made_at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX summaries_made ON summaries (made_at);

        CREATE TABLE facts (
            name TEXT PRIMARY KEY,
            value TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        """
    )


@migrations()
def m002_counters(db: Database) -> None:
    db.executescript(
        """
        CREATE TABLE counters (
            name TEXT PRIMARY KEY,
            value INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        """
    )


@migrations()
def m003_stories(db: Database) -> None:
    db.executescript(
        """
        ALTER TABLE articles ADD COLUMN development INTEGER NOT NULL DEFAULT 0;
        -- Up to which article the chat was told the story: what came later may be told as new.
        ALTER TABLE sent_stories ADD COLUMN upto_id INTEGER NOT NULL DEFAULT 0;

        -- What new articles are compared with. story: the id of the article that began it; sketch: its numbers.
        CREATE TABLE story_sketches (
            article_id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
            story INTEGER NOT NULL,
            told_at INTEGER NOT NULL,
            development INTEGER NOT NULL,
            sketch BLOB NOT NULL
        ) STRICT;
        CREATE INDEX story_sketches_story ON story_sketches (story) WHERE story <> article_id;

        -- By which sketches are found: LSH bands and rare terms, week by week, so that old weeks go at once.
        CREATE TABLE story_keys (
            week INTEGER NOT NULL,
            key INTEGER NOT NULL,
            article_id INTEGER NOT NULL,
            PRIMARY KEY (week, key, article_id)
        ) STRICT, WITHOUT ROWID;

        -- In how many articles a term stands; terms share the rows of a table that does not grow for ever.
        CREATE TABLE story_terms (
            term INTEGER PRIMARY KEY,
            articles INTEGER NOT NULL
        ) STRICT;
        """
    )


@migrations()
def m004_source_states(db: Database) -> None:
    db.executescript(
        """
        -- trouble: the key of the text that last_error begins with. moved_from: the address the owner named, where
        -- permanent redirects have led location away from it.
        ALTER TABLE sources ADD COLUMN trouble TEXT;
        ALTER TABLE sources ADD COLUMN articles_per_day REAL;
        ALTER TABLE sources ADD COLUMN moved_from TEXT;
        CREATE INDEX sources_moved_from ON sources (moved_from) WHERE moved_from IS NOT NULL;
        """
    )


@migrations()
def m005_pages_and_versions(db: Database) -> None:
    db.executescript(
        """
        -- Articles whose feed gives a teaser: when their pages are read (NULL: they were, or never again), and whether
        -- an article's text is its page's (taken).
        CREATE TABLE page_readings (
            article_id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
            teaser TEXT NOT NULL,
            due_at INTEGER,
            tries INTEGER NOT NULL DEFAULT 0,
            taken INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        CREATE INDEX page_readings_due ON page_readings (due_at) WHERE due_at IS NOT NULL;

        -- url_key: what the variants of an address have in common. version_at: when this version was made, if it says.
        ALTER TABLE articles ADD COLUMN url_key TEXT;
        ALTER TABLE articles ADD COLUMN version_at INTEGER;
        DROP INDEX articles_url;
        CREATE INDEX articles_url_key ON articles (url_key) WHERE url_key IS NOT NULL;

        -- The article a file gives, and the key that its own words make: front matter may be edited.
        ALTER TABLE files ADD COLUMN article_key TEXT;
        ALTER TABLE files ADD COLUMN own_key TEXT;
        CREATE INDEX files_article ON files (source_id, article_key) WHERE article_key IS NOT NULL;
        """
    )
    for article_id, url in db.execute("SELECT id, url FROM articles WHERE url IS NOT NULL").fetchall():
        db.execute("UPDATE articles SET url_key = ? WHERE id = ?", [address_key(url), article_id])


@migrations()
def m006_more_pictures(db: Database) -> None:
    db.executescript(
        """
        -- Further addresses of pictures, best first, for where an article's thumbnail cannot be had.
        ALTER TABLE articles ADD COLUMN more_pictures TEXT NOT NULL DEFAULT '[]';
        -- What a picture looks like (bot.pictures.images): the same photo at two addresses stands once in a digest.
        ALTER TABLE pictures ADD COLUMN look TEXT;
        """
    )


@migrations()
def m007_fewer_merges(db: Database) -> None:
    # The search index merges its segments eight at a time instead of four: a third less work for every article.
    db.execute("INSERT INTO articles_text (articles_text, rank) VALUES ('automerge', 8)")


@migrations()
def m008_word_index(db: Database) -> None:
    # Words and single characters instead of trigrams: a quarter of the work and of the bytes. The index keeps no text
    # and cannot read it from the table, for what it is given is parted in another way (bot.store.search).
    db.execute("DROP TABLE articles_text")
    db.execute(
        """CREATE VIRTUAL TABLE articles_text USING fts5 (
               title, text, content='', columnsize=0, tokenize="unicode61 remove_diacritics 2 categories 'L* M* N* Co'"
           )"""
    )
    db.execute("INSERT INTO articles_text (articles_text, rank) VALUES ('automerge', 8)")
    index_all(db)


@migrations()
def m009_term_counts(db: Database) -> None:
    db.executescript(
        """
        -- In how many articles a term stands, a thousand counters a row; and how many articles there are.
        CREATE TABLE term_counts (
            block INTEGER PRIMARY KEY,
            counts BLOB NOT NULL
        ) STRICT;
        CREATE TABLE language_counts (
            language INTEGER PRIMARY KEY,
            articles INTEGER NOT NULL
        ) STRICT;
        """
    )
    counts = array(COUNTER, bytes(array(COUNTER).itemsize * COUNTERS))
    for term, articles in db.execute("SELECT term, articles FROM story_terms WHERE term >= 0"):
        counts[term] = articles
    db.conn.executemany("INSERT INTO term_counts (block, counts) VALUES (?, ?)", enumerate(blocks_of(counts.tobytes())))
    db.execute("INSERT INTO language_counts SELECT -1 - term, articles FROM story_terms WHERE term < 0")
    db.execute("DROP TABLE story_terms")


@migrations()
def m010_whole_readings(db: Database) -> None:
    db.executescript(
        """
        -- Whether a source was ever read to its end: what comes before is no news.
        ALTER TABLE sources ADD COLUMN was_read INTEGER NOT NULL DEFAULT 0;
        UPDATE sources SET was_read = 1 WHERE checked_at IS NOT NULL
            AND (failures = 0 OR id IN (SELECT source_id FROM articles));

        -- Files whose front matter was edited: their articles are known by other keys than their own.
        CREATE INDEX files_edited ON files (source_id, own_key) WHERE own_key <> article_key;
        """
    )


@migrations()
def m011_digests(db: Database) -> None:
    db.executescript(
        """
        -- One digest of one chat at one moment, across its categories. slot: its dedupe key among the chat's digests.
        -- categories: JSON, the path of each section (NULL: of none). after_id, upto_id: the articles it is made of
        -- have ids in (after_id, upto_id]. since_at: where the period that its headings name begins. due_at: the due
        -- time it serves (NULL: it was asked for, came at once, or is from before this table). taken_back_at: nothing
        -- of it was sent, and its stories are told by a later one.
        CREATE TABLE digests (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            chat_id INTEGER NOT NULL,
            thread_id INTEGER NOT NULL,
            slot TEXT NOT NULL,
            categories TEXT NOT NULL,
            after_id INTEGER NOT NULL,
            upto_id INTEGER NOT NULL,
            since_at INTEGER NOT NULL,
            due_at INTEGER,
            composed_at INTEGER NOT NULL,
            taken_back_at INTEGER
        ) STRICT;

        -- queue_order: the order of a chat's messages; the pieces that one is split into share it, in split_order.
        ALTER TABLE outbox RENAME COLUMN turn TO queue_order;
        ALTER TABLE outbox RENAME COLUMN place TO split_order;
        -- refusal: why a message waits or was given up (bot.models.messages.Refusal). section: the number of the
        -- category in its digest that it shows.
        ALTER TABLE outbox ADD COLUMN refusal TEXT;
        ALTER TABLE outbox ADD COLUMN digest_id INTEGER REFERENCES digests (id);
        ALTER TABLE outbox ADD COLUMN section INTEGER;
        -- The digest that told the story, and in which section (NULL: not known). An id is never used twice, so that
        -- it may outlive its digest.
        ALTER TABLE sent_stories ADD COLUMN digest_id INTEGER;
        ALTER TABLE sent_stories ADD COLUMN section INTEGER;
        """
    )
    number_digests(db)
    db.executescript(
        """
        CREATE INDEX outbox_digest ON outbox (digest_id) WHERE digest_id IS NOT NULL;
        CREATE INDEX digests_slot ON digests (chat_id, thread_id, slot);
        """
    )


@migrations()
def m012_paths_below_the_data_folder(db: Database) -> None:
    # The files of pictures are named relative to the data folder, which may be moved or mounted elsewhere. Whatever
    # folder a row was written in, its file is at this place below it.
    db.execute(
        """WITH kept AS (SELECT key, 'pictures/' || substr(key, 1, 2) || '/' || key || '.jpg' AS place FROM pictures)
           UPDATE pictures SET path = place FROM kept
           WHERE pictures.key = kept.key AND substr('/' || path, -length(place) - 1) = '/' || place"""
    )


@migrations()
def m013_nothing_grows_with_the_chats(db: Database) -> None:
    db.executescript(
        """
        -- In which language the chat of a subscription reads, and when its next digest is due: 0 for one that gets
        -- news at once, NULL for one that gets none. Kept by the triggers.
        ALTER TABLE subscriptions ADD COLUMN language TEXT;
        ALTER TABLE subscriptions ADD COLUMN due_at INTEGER;
        UPDATE subscriptions SET (language, due_at) = (
            SELECT summary_language, iif(active = 0, NULL, iif(mode = 'instant', 0, next_digest_at)) FROM chats
            WHERE chats.chat_id = subscriptions.chat_id AND chats.thread_id = subscriptions.thread_id
        );
        CREATE INDEX subscriptions_awaiting ON subscriptions (category_id, language, due_at) WHERE due_at IS NOT NULL;
        CREATE TRIGGER subscriptions_inserted AFTER INSERT ON subscriptions BEGIN
            UPDATE subscriptions SET (language, due_at) = (
                SELECT summary_language, iif(active = 0, NULL, iif(mode = 'instant', 0, next_digest_at)) FROM chats
                WHERE chats.chat_id = new.chat_id AND chats.thread_id = new.thread_id
            ) WHERE chat_id = new.chat_id AND thread_id = new.thread_id AND category_id = new.category_id;
        END;
        CREATE TRIGGER chats_changed AFTER UPDATE OF active, mode, summary_language, next_digest_at ON chats
        WHEN (old.active, old.mode, old.summary_language, old.next_digest_at)
            IS NOT (new.active, new.mode, new.summary_language, new.next_digest_at) BEGIN
            UPDATE subscriptions SET language = new.summary_language,
                due_at = iif(new.active = 0, NULL, iif(new.mode = 'instant', 0, new.next_digest_at))
            WHERE chat_id = new.chat_id AND thread_id = new.thread_id;
        END;

        -- Chats in the order in which they are served.
        DROP INDEX chats_due;
        CREATE INDEX chats_due ON chats (next_digest_at, chat_id, thread_id)
            WHERE active = 1 AND next_digest_at IS NOT NULL;
        CREATE INDEX chats_due_instant ON chats (next_digest_at)
            WHERE active = 1 AND next_digest_at IS NOT NULL AND mode = 'instant';
        DROP INDEX chats_instant;
        CREATE INDEX chats_instant ON chats (cursor, chat_id, thread_id) WHERE active = 1 AND mode = 'instant';
        CREATE INDEX chats_paused ON chats (paused_until) WHERE paused_until IS NOT NULL;

        -- Settled messages, to count them and to find the old ones; a chat's messages are those of its digests and
        -- those of none. Not those that wait: claims are to take them in the order of their own index.
        DROP INDEX outbox_settled;
        CREATE INDEX outbox_settled ON outbox (state, created_at) WHERE state IN ('sent', 'dead');
        CREATE INDEX outbox_of_no_digest ON outbox (chat_id) WHERE digest_id IS NULL;

        -- What a purge looks for.
        CREATE INDEX digests_composed ON digests (composed_at);
        CREATE INDEX picture_failures_until ON picture_failures (until_at);
        CREATE INDEX story_sketches_told ON story_sketches (told_at);
        """
    )


@migrations()
def m014_why_stories(db: Database) -> None:
    db.executescript(
        """
        -- Why an article joined the story of another, which may be purged before it (rule: bot.models.stories.JoinRule;
        -- shared: JSON, words); when it was taken out of the story again, and the name of that.
        CREATE TABLE story_joins (
            article_id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
            joined_to INTEGER NOT NULL,
            rule TEXT NOT NULL,
            likeness REAL NOT NULL,
            shared TEXT NOT NULL,
            parted_at INTEGER,
            parted_from TEXT
        ) STRICT;
        CREATE INDEX story_joins_parted ON story_joins (parted_from) WHERE parted_from IS NOT NULL;
        CREATE INDEX articles_story ON articles (story_id);
        """
    )
    with_names(db)


@migrations()
def m015_how_chats_read(db: Database) -> None:
    db.executescript(
        """
        ALTER TABLE chats ADD COLUMN layout TEXT NOT NULL DEFAULT 'auto'
            CHECK (layout IN ('auto', 'edition', 'categories', 'together'));
        ALTER TABLE chats ADD COLUMN look TEXT NOT NULL DEFAULT 'compact'
            CHECK (look IN ('compact', 'pictures', 'headlines'));
        ALTER TABLE chats ADD COLUMN zone_chosen INTEGER NOT NULL DEFAULT 0;
        -- Languages that the reader named, as tags with spaces between; '': any.
        ALTER TABLE chats ADD COLUMN reads TEXT NOT NULL DEFAULT '';
        ALTER TABLE chats ADD COLUMN other_languages TEXT NOT NULL DEFAULT 'last'
            CHECK (other_languages IN ('last', 'left-out', 'translated'));
        ALTER TABLE chats ADD COLUMN simple_look_offered INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE outbox ADD COLUMN silent INTEGER NOT NULL DEFAULT 0;
        -- Groups and channels keep the look they know.
        UPDATE chats SET look = 'pictures' WHERE kind <> 'private';
        """
    )


@migrations()
def m016_filters(db: Database) -> None:
    db.executescript(
        """
        -- Rules by which a chat keeps or drops stories, and the sources that it muted (bot.models.filters).
        CREATE TABLE filters (
            id INTEGER PRIMARY KEY,
            chat_id INTEGER NOT NULL,
            thread_id INTEGER NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('word', 'source', 'language', 'mute')),
            hides INTEGER NOT NULL,
            value TEXT NOT NULL,
            saved_at INTEGER NOT NULL,
            UNIQUE (chat_id, thread_id, kind, hides, value),
            FOREIGN KEY (chat_id, thread_id) REFERENCES chats (chat_id, thread_id) ON DELETE CASCADE
        ) STRICT;
        """
    )


@migrations()
def m017_last_success(db: Database) -> None:
    db.executescript(
        """
        -- When a reading of the source last succeeded; unknown where the last one before this column failed.
        ALTER TABLE sources ADD COLUMN succeeded_at INTEGER;
        UPDATE sources SET succeeded_at = checked_at WHERE failures = 0;
        """
    )


@migrations()
def m018_alerts_and_quiet_hours(db: Database) -> None:
    db.executescript(
        """
        -- quiet: JSON, the local hours without news (NULL: none). alerts_told: counts messages of alerts, so that a
        -- digest that was composed meanwhile is composed anew.
        ALTER TABLE chats ADD COLUMN quiet TEXT;
        ALTER TABLE chats ADD COLUMN alerts_told INTEGER NOT NULL DEFAULT 0;
        -- The message waits while its chat has quiet hours.
        ALTER TABLE outbox ADD COLUMN heeds_quiet INTEGER NOT NULL DEFAULT 0;
        -- The message of an alert, which moves neither cursor nor schedule.
        ALTER TABLE digests ADD COLUMN is_alert INTEGER NOT NULL DEFAULT 0;

        -- What comes at once: stories with some words (as they are typed), or all tellings of one story (words: its
        -- title). It looks at articles with ids above after_id. ended_at: removed, which can be undone for a while.
        CREATE TABLE alerts (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            chat_id INTEGER NOT NULL,
            thread_id INTEGER NOT NULL,
            words TEXT NOT NULL,
            story_id TEXT,
            after_id INTEGER NOT NULL,
            saved_at INTEGER NOT NULL,
            news_at INTEGER NOT NULL,
            ended_at INTEGER,
            FOREIGN KEY (chat_id, thread_id) REFERENCES chats (chat_id, thread_id) ON DELETE CASCADE
        ) STRICT;
        CREATE INDEX alerts_chat ON alerts (chat_id, thread_id);
        CREATE INDEX alerts_words ON alerts (words) WHERE story_id IS NULL AND ended_at IS NULL;
        CREATE INDEX alerts_story ON alerts (story_id) WHERE story_id IS NOT NULL;
        CREATE TRIGGER alerts_inserted AFTER INSERT ON alerts WHEN new.story_id IS NULL BEGIN
            INSERT INTO facts (name, value) VALUES ('alerts_version', '1')
            ON CONFLICT (name) DO UPDATE SET value = value + 1;
        END;
        CREATE TRIGGER alerts_changed AFTER UPDATE OF words, ended_at ON alerts WHEN new.story_id IS NULL BEGIN
            INSERT INTO facts (name, value) VALUES ('alerts_version', '1')
            ON CONFLICT (name) DO UPDATE SET value = value + 1;
        END;

        -- What alerts found and their chats were not told yet. was_held: it waited for quiet hours or for the hourly
        -- limit to end, and comes together with all that did.
        CREATE TABLE alert_news (
            alert_id INTEGER NOT NULL REFERENCES alerts (id) ON DELETE CASCADE,
            article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
            due_at INTEGER NOT NULL,
            was_held INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY (alert_id, article_id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX alert_news_due ON alert_news (due_at);
        CREATE INDEX alert_news_article ON alert_news (article_id);
        """
    )


@migrations()
def m019_search_as_filters_compare(db: Database) -> None:
    # Folded texts, and labels of language, source and author. What an article is indexed as belongs to the program, and
    # may change with it: bot.store.search_index fills the index when the database is opened.
    db.execute("DROP TABLE articles_text")
    db.execute(
        """CREATE VIRTUAL TABLE articles_text USING fts5 (
               title, text, labels, content='', columnsize=0,
               tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* Co'"
           )"""
    )
    db.execute("INSERT INTO articles_text (articles_text, rank) VALUES ('automerge', 8)")


@migrations()
def m020_owners_and_own_data(db: Database) -> None:
    db.executescript(
        """
        -- 1: its owner removed it in the chat though sources.toml names it; it stays away until it is added again.
        ALTER TABLE sources ADD COLUMN dismissed INTEGER NOT NULL DEFAULT 0;

        -- What an owner sends to all chats. chat_id, thread_id, message_id: the preview, which shows the progress.
        -- after_chat: the chats up to this one have it in the outbox; NULL until it is sent.
        CREATE TABLE announcements (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            chat_id INTEGER NOT NULL,
            thread_id INTEGER NOT NULL,
            html TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('draft', 'queueing', 'sending', 'done', 'cancelled')),
            message_id INTEGER,
            after_chat INTEGER,
            created_at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX announcements_chat ON announcements (chat_id);
        CREATE INDEX announcements_open ON announcements (id) WHERE state IN ('queueing', 'sending');

        -- Troubles that the owners were told of and that last.
        CREATE TABLE told_troubles (
            name TEXT PRIMARY KEY,
            told_at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        """
    )


@migrations()
def m021_places(db: Database) -> None:
    db.executescript(
        """
        -- Topics that the bot made, each for one category of the chat or topic that followed it before.
        CREATE TABLE made_topics (
            chat_id INTEGER NOT NULL,
            thread_id INTEGER NOT NULL,
            category_id INTEGER NOT NULL REFERENCES categories (id) ON DELETE CASCADE,
            made_from INTEGER NOT NULL,
            PRIMARY KEY (chat_id, thread_id),
            FOREIGN KEY (chat_id, thread_id) REFERENCES chats (chat_id, thread_id) ON DELETE CASCADE
        ) STRICT;
        CREATE INDEX made_topics_category ON made_topics (category_id);
        -- Channels and groups that a person looks after from the private chat, the latest last.
        CREATE TABLE looked_after (
            id INTEGER PRIMARY KEY,
            person_id INTEGER NOT NULL,
            chat_id INTEGER NOT NULL,
            UNIQUE (person_id, chat_id)
        ) STRICT;
        CREATE INDEX looked_after_chat ON looked_after (chat_id);
        """
    )


@migrations()
def m025_publications(db: Database) -> None:
    db.executescript(
        """
        -- The private address at which a chat publishes its digests outside Telegram (bot.publishing).
        CREATE TABLE publications (
            chat_id INTEGER NOT NULL,
            thread_id INTEGER NOT NULL,
            token TEXT NOT NULL UNIQUE,
            made_at INTEGER NOT NULL,
            PRIMARY KEY (chat_id, thread_id),
            FOREIGN KEY (chat_id, thread_id) REFERENCES chats (chat_id, thread_id) ON DELETE CASCADE
        ) STRICT;
        """
    )


@migrations()
def m022_recaps(db: Database) -> None:
    db.executescript(
        """
        -- When a chat gets the recap of a week by itself: its schedule as JSON, and its next due time.
        CREATE TABLE recaps (
            chat_id INTEGER NOT NULL,
            thread_id INTEGER NOT NULL,
            schedule TEXT NOT NULL,
            due_at INTEGER NOT NULL,
            PRIMARY KEY (chat_id, thread_id),
            FOREIGN KEY (chat_id, thread_id) REFERENCES chats (chat_id, thread_id) ON DELETE CASCADE
        ) STRICT;
        CREATE INDEX recaps_due ON recaps (due_at);
        """
    )


@migrations()
def m027_tastes(db: Database) -> None:
    db.executescript(
        """
        -- What presses of "less of this" and "more of this" weigh for a chat alone (bot.models.filters).
        -- key: the value as it is compared.
        CREATE TABLE tastes (
            id INTEGER PRIMARY KEY,
            chat_id INTEGER NOT NULL,
            thread_id INTEGER NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('category', 'source', 'word')),
            value TEXT NOT NULL,
            key TEXT NOT NULL,
            weight INTEGER NOT NULL,
            changed_at INTEGER NOT NULL,
            UNIQUE (chat_id, thread_id, kind, key),
            FOREIGN KEY (chat_id, thread_id) REFERENCES chats (chat_id, thread_id) ON DELETE CASCADE
        ) STRICT;
        """
    )


@migrations()
def m028_hourly_counts(db: Database) -> None:
    db.executescript(
        """
        -- How many articles of each category (children included) were published in each hour (since 1970): what came
        -- today is added up from these. Hours are forgotten with their articles (bot.store.purge).
        -- (Not every name will do: SQLite 3.40 keeps tables by a hash of their names, and PRAGMA quick_check looks at
        -- less of the file where the virtual table comes first. tests/store/test_files.py would fail.)
        CREATE TABLE hourly_counts (
            hour INTEGER NOT NULL,
            category_id INTEGER NOT NULL,
            articles INTEGER NOT NULL,
            PRIMARY KEY (hour, category_id)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO hourly_counts (hour, category_id, articles)
        SELECT published_at / 3600000000, category_id, count(*)
        FROM article_categories JOIN articles ON articles.id = article_id GROUP BY 1, 2;

        CREATE TRIGGER hourly_counts_bound AFTER INSERT ON article_categories BEGIN
            INSERT OR IGNORE INTO hourly_counts (hour, category_id, articles)
            SELECT published_at / 3600000000, NEW.category_id, 0 FROM articles WHERE id = NEW.article_id;
            UPDATE hourly_counts SET articles = articles + 1 WHERE category_id = NEW.category_id
            AND hour = (SELECT published_at / 3600000000 FROM articles WHERE id = NEW.article_id);
        END;
        CREATE TRIGGER hourly_counts_unbound AFTER DELETE ON article_categories BEGIN
            UPDATE hourly_counts SET articles = articles - 1 WHERE category_id = OLD.category_id
            AND hour = (SELECT published_at / 3600000000 FROM articles WHERE id = OLD.article_id);
        END;
        -- Before: its links go after it, and then say no more when it was published.
        CREATE TRIGGER hourly_counts_deleted BEFORE DELETE ON articles BEGIN
            UPDATE hourly_counts SET articles = articles - 1 WHERE hour = OLD.published_at / 3600000000
            AND category_id IN (SELECT category_id FROM article_categories WHERE article_id = OLD.id);
        END;
        CREATE TRIGGER hourly_counts_moved AFTER UPDATE OF published_at ON articles
        WHEN OLD.published_at / 3600000000 <> NEW.published_at / 3600000000 BEGIN
            UPDATE hourly_counts SET articles = articles - 1 WHERE hour = OLD.published_at / 3600000000
            AND category_id IN (SELECT category_id FROM article_categories WHERE article_id = NEW.id);
            INSERT OR IGNORE INTO hourly_counts (hour, category_id, articles)
            SELECT NEW.published_at / 3600000000, category_id, 0 FROM article_categories WHERE article_id = NEW.id;
            UPDATE hourly_counts SET articles = articles + 1 WHERE hour = NEW.published_at / 3600000000
            AND category_id IN (SELECT category_id FROM article_categories WHERE article_id = NEW.id);
        END;
        """
    )


@migrations()
def m029_one_segment_a_batch(db: Database) -> None:
    # What FTS5 gathers before it writes a segment, in bytes: a batch of two hundred posts is two million, of which its
    # own limit made three segments, to be merged soon.
    db.execute("INSERT INTO articles_text (articles_text, rank) VALUES ('hashsize', 8000000)")
