CREATE TABLE day_sums (
    day INTEGER NOT NULL,
    topic_id INTEGER NOT NULL,
    answers INTEGER NOT NULL,
    knew INTEGER NOT NULL,
    first_looks INTEGER NOT NULL,
    first_knew INTEGER NOT NULL,
    took INTEGER NOT NULL,
    took_missed INTEGER NOT NULL,
    PRIMARY KEY (day, topic_id)
) WITHOUT ROWID;
CREATE TABLE deck_notes (
    note_guid TEXT NOT NULL,
    deck_guid TEXT NOT NULL,
    fingerprint TEXT NOT NULL, fact TEXT, topic_guid TEXT, tags TEXT,
    PRIMARY KEY (note_guid)
);
CREATE INDEX ix_deck_notes_deck_guid ON deck_notes (deck_guid);
CREATE TABLE decks (
    guid TEXT NOT NULL,
    name TEXT NOT NULL,
    edition TEXT NOT NULL,
    PRIMARY KEY (guid)
);
CREATE TABLE imports (
    id INTEGER NOT NULL,
    at INTEGER NOT NULL,
    name TEXT NOT NULL,
    format TEXT NOT NULL,
    report TEXT NOT NULL,
    reverted_at INTEGER,
    PRIMARY KEY (id)
);
CREATE TABLE kinds (
    id INTEGER NOT NULL,
    guid TEXT NOT NULL,
    name TEXT NOT NULL,
    family TEXT NOT NULL,
    fields TEXT NOT NULL,
    templates TEXT NOT NULL,
    css TEXT NOT NULL,
    by_hole BOOLEAN NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (guid)
);
CREATE TABLE media (
    name TEXT NOT NULL,
    digest TEXT NOT NULL,
    size INTEGER NOT NULL,
    PRIMARY KEY (name)
);
CREATE INDEX ix_media_digest ON media (digest);
CREATE TABLE notes (
    id INTEGER NOT NULL,
    guid TEXT NOT NULL,
    kind_id INTEGER NOT NULL,
    fields TEXT NOT NULL,
    tags TEXT NOT NULL,
    created INTEGER NOT NULL,
    modified INTEGER NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (guid)
);
CREATE TABLE plans (
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    started_on INTEGER NOT NULL,
    exam_on INTEGER,
    topics TEXT NOT NULL,
    PRIMARY KEY (id)
);
CREATE TABLE reviews (
    id INTEGER NOT NULL,
    card_id INTEGER NOT NULL,
    topic_id INTEGER NOT NULL,
    at INTEGER NOT NULL,
    day INTEGER NOT NULL,
    kind TEXT NOT NULL,
    rating INTEGER,
    box_before INTEGER NOT NULL,
    rest_before INTEGER NOT NULL,
    due_before INTEGER,
    lapses_before INTEGER NOT NULL,
    streak_before INTEGER NOT NULL,
    box_after INTEGER NOT NULL,
    rest_after INTEGER NOT NULL,
    due_after INTEGER,
    lapses_after INTEGER NOT NULL,
    streak_after INTEGER NOT NULL,
    took INTEGER NOT NULL,
    undone BOOLEAN NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX reviews_by_day ON reviews (day, at);
CREATE INDEX reviews_of_card ON reviews (card_id, at);
CREATE TABLE settings (
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (name)
);
CREATE TABLE tombstones (
    kept_in TEXT NOT NULL,
    id INTEGER NOT NULL,
    guid TEXT NOT NULL,
    deleted_at INTEGER NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (kept_in, id)
);
CREATE TABLE topics (
    id INTEGER NOT NULL,
    guid TEXT NOT NULL,
    parent_id INTEGER,
    name TEXT NOT NULL,
    position INTEGER NOT NULL,
    description TEXT NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (guid),
    FOREIGN KEY(parent_id) REFERENCES topics (id)
);
CREATE INDEX children_of_topic ON topics (parent_id);
CREATE TABLE cards (
    id INTEGER NOT NULL,
    note_id INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    topic_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    box INTEGER NOT NULL,
    rest INTEGER NOT NULL,
    due INTEGER,
    lapses INTEGER NOT NULL,
    streak INTEGER NOT NULL,
    flag INTEGER NOT NULL,
    suspended BOOLEAN NOT NULL,
    skipped_until INTEGER,
    aside BOOLEAN NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT box_in_range CHECK (box BETWEEN 0 AND 5),
    CONSTRAINT seen_is_due CHECK ((box = 0) = (due IS NULL)),
    FOREIGN KEY(note_id) REFERENCES notes (id),
    FOREIGN KEY(topic_id) REFERENCES topics (id)
);
CREATE INDEX cards_by_due ON cards (due, box, id, topic_id, note_id, skipped_until, suspended, aside);
CREATE INDEX cards_by_topic ON cards (topic_id, box, due, skipped_until, suspended, aside);
CREATE UNIQUE INDEX cards_of_note ON cards (note_id, ordinal);
CREATE INDEX new_cards ON cards (topic_id, position, id) WHERE box = 0;
CREATE TABLE import_traces (
    import_id INTEGER NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (import_id)
);
CREATE TABLE provenance (
    note_id INTEGER NOT NULL,
    sources TEXT NOT NULL,
    checked_on TEXT,
    exam TEXT NOT NULL,
    domain TEXT NOT NULL,
    volatility TEXT,
    statements TEXT NOT NULL,
    said TEXT,
    now TEXT,
    changed TEXT,
    see_also TEXT NOT NULL,
    confusable TEXT NOT NULL, silenced TEXT NOT NULL DEFAULT '{}',
    PRIMARY KEY (note_id),
    FOREIGN KEY(note_id) REFERENCES notes (id)
);
CREATE INDEX ix_provenance_domain ON provenance (domain);
CREATE VIRTUAL TABLE search USING fts5(
    content, tags, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
);
CREATE INDEX kept_back ON cards (note_id) WHERE suspended = 1 OR aside = 1;
CREATE INDEX facts_by_check ON provenance (volatility, checked_on);
CREATE TABLE deck_topics (
        topic_guid TEXT NOT NULL,
        deck_guid TEXT NOT NULL,
        parent_guid TEXT,
        name TEXT NOT NULL,
        position INTEGER NOT NULL,
        description TEXT NOT NULL,
        PRIMARY KEY (topic_guid)
    );
CREATE INDEX ix_deck_topics_deck_guid ON deck_topics (deck_guid);
CREATE TABLE fact_changes (
        note_id INTEGER NOT NULL,
        at INTEGER NOT NULL,
        before TEXT NOT NULL,
        after TEXT NOT NULL,
        is_clash BOOLEAN NOT NULL,
        seen_at INTEGER,
        PRIMARY KEY (note_id)
    );
CREATE INDEX unseen_changes ON fact_changes (note_id) WHERE seen_at IS NULL;
INSERT INTO day_sums VALUES (20000, 2, 1, 1, 1, 1, 4200, 0);
INSERT INTO deck_notes VALUES ('aB3dE5gH7j', 'deck', 'abc', 'def', 'sts', 'sts saml');
INSERT INTO decks VALUES ('deck', 'AWS', '2026.11.0');
INSERT INTO media VALUES ('saml.svg', '00ff', 1234);
INSERT INTO notes VALUES (101, 'aB3dE5gH7j', 1, '[["Question","Which call needs <b>no</b> credentials?"],["Answer","AssumeRoleWithSAML"],["Explanation",""]]', 'sts saml', 1790000000000, 1790000000000);
INSERT INTO notes VALUES (102, 'KpXq81mZ2a', 3, '[["Text","A key is {{c1::regional}} by {{c2::default}}."],["Explanation",""]]', '', 1790000000000, 1790000000000);
INSERT INTO plans VALUES (401, 'Security Specialty', 20000, 20040, '[1]');
INSERT INTO reviews VALUES (301, 201, 2, 1790000000000, 20000, 'answer', 2, 0, 0, NULL, 0, 0, 2, 3, 20003, 0, 1, 4200, 0);
INSERT INTO settings VALUES ('minutes_a_day', '15');
INSERT INTO settings VALUES ('new_a_day', '10');
INSERT INTO settings VALUES ('rests', '[1, 3, 7, 14, 30]');
INSERT INTO settings VALUES ('fall', '"gentle"');
INSERT INTO settings VALUES ('day_begins_at', '4');
INSERT INTO settings VALUES ('catch_up_minutes', 'null');
INSERT INTO settings VALUES ('shelf_lives', '{"name": 365, "limit": 180, "price": 90, "behaviour": 540, "principle": 1095}');
INSERT INTO tombstones VALUES ('topics', 4, 'gone', 1790000000000, '{"id":4,"guid":"gone","parent_id":null,"name":"Gone","position":0,"description":""}');
INSERT INTO topics VALUES (1, 'aws', NULL, 'AWS', 0, 'All of it');
INSERT INTO topics VALUES (2, 'sts', 1, 'STS', 1, '');
INSERT INTO topics VALUES (3, 'kms', 1, 'KMS', 2, '');
INSERT INTO cards VALUES (201, 101, 0, 2, 1, 2, 3, 20003, 0, 1, 1, 0, NULL, 0);
INSERT INTO cards VALUES (202, 102, 1, 3, 1, 0, 0, NULL, 0, 0, 0, 0, NULL, 0);
INSERT INTO cards VALUES (203, 102, 2, 3, 2, 0, 0, NULL, 0, 0, 0, 1, 20001, 0);
INSERT INTO provenance VALUES (101, '[["STS API reference", "https://docs.aws.amazon.com/STS/latest/APIReference/Welcome.html", "2026-11-17"]]', '2026-11-24', 'SCS-C03', 'D4', 'behaviour', '["S83"]', 'one hour', '15 min to 12 h', '28 March 2018', '["KpXq81mZ2a"]', 'sts calls', '{"two facts": "they are learned together"}');
INSERT INTO deck_topics VALUES ('sts', 'deck', 'aws', 'STS', 1, '');
INSERT INTO fact_changes VALUES (101, 1790000000000, '{"kind":"basic","fields":[["Question","Which call needs <b>no</b> credentials?"],["Answer","GetSessionToken"],["Explanation",""]],"provenance":null}', '{"kind":"basic","fields":[["Question","Which call needs <b>no</b> credentials?"],["Answer","AssumeRoleWithSAML"],["Explanation",""]],"provenance":null}', 0, NULL);
INSERT INTO search(rowid, content, tags) VALUES (101, 'Which call needs no credentials? AssumeRoleWithSAML', 'sts saml');
INSERT INTO search(rowid, content, tags) VALUES (102, 'A key is {{c1::regional}} by {{c2::default}}.', '');
PRAGMA application_id = 1096238675;
PRAGMA user_version = 2;
