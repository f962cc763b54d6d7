-- Workshops, their questionnaires, and the answers that came back.
-- Statements are divided by lines that hold nothing but "--;". Texts that are not given are '', never NULL.

CREATE TABLE meta (
    key   TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID
--;
INSERT INTO meta VALUES ('created', strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
--;
CREATE TABLE questionnaire (
    id    INTEGER PRIMARY KEY,
    code  TEXT NOT NULL,
    title TEXT NOT NULL
) STRICT
--;
CREATE TABLE item_set (
    id            INTEGER PRIMARY KEY,
    questionnaire INTEGER NOT NULL REFERENCES questionnaire(id) ON DELETE CASCADE,
    position      INTEGER NOT NULL,
    code          TEXT NOT NULL,
    title         TEXT NOT NULL,
    kind          TEXT NOT NULL CHECK (kind IN ('practice', 'explain', 'satisfaction', 'other')),
    UNIQUE (questionnaire, position)
) STRICT
--;
CREATE TABLE item (
    id           INTEGER PRIMARY KEY,
    item_set     INTEGER NOT NULL REFERENCES item_set(id) ON DELETE CASCADE,
    position     INTEGER NOT NULL,
    code         TEXT NOT NULL,
    text         TEXT NOT NULL,
    short_text   TEXT NOT NULL,
    answer_type  TEXT NOT NULL CHECK (answer_type IN ('single', 'multiple', 'text')),
    asked_before INTEGER NOT NULL CHECK (asked_before IN (0, 1)),
    asked_after  INTEGER NOT NULL CHECK (asked_after IN (0, 1)),
    ordered      INTEGER NOT NULL CHECK (ordered IN (0, 1)),
    UNIQUE (item_set, position)
) STRICT
--;
CREATE TABLE item_alias (
    item     INTEGER NOT NULL REFERENCES item(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    text     TEXT NOT NULL,
    PRIMARY KEY (item, position)
) STRICT, WITHOUT ROWID
--;
CREATE TABLE item_option (
    item       INTEGER NOT NULL REFERENCES item(id) ON DELETE CASCADE,
    position   INTEGER NOT NULL,
    code       TEXT NOT NULL,
    text       TEXT NOT NULL,
    short_text TEXT NOT NULL,
    PRIMARY KEY (item, position)
) STRICT, WITHOUT ROWID
--;
CREATE TABLE workshop (
    id            INTEGER PRIMARY KEY,
    title         TEXT NOT NULL,
    held_on       TEXT CHECK (held_on IS date(held_on)),
    questionnaire INTEGER REFERENCES questionnaire(id),
    twice_rule    TEXT NOT NULL DEFAULT 'ask' CHECK (twice_rule IN ('ask', 'latest'))
) STRICT
--;
CREATE INDEX workshop_by_questionnaire ON workshop(questionnaire)
--;
-- The ids of imports and responses are never used again: an id kept by a page must not come to mean somebody else.
CREATE TABLE import_batch (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    workshop      INTEGER NOT NULL REFERENCES workshop(id) ON DELETE CASCADE,
    questionnaire INTEGER NOT NULL REFERENCES questionnaire(id),
    wave          TEXT NOT NULL CHECK (wave IN ('before', 'after', 'followup')),
    source        TEXT NOT NULL,
    imported_at   TEXT NOT NULL
) STRICT
--;
CREATE INDEX import_batch_by_workshop ON import_batch(workshop, wave)
--;
CREATE INDEX import_batch_by_questionnaire ON import_batch(questionnaire)
--;
CREATE TABLE import_problem (
    import_batch INTEGER NOT NULL REFERENCES import_batch(id) ON DELETE CASCADE,
    position     INTEGER NOT NULL,
    file         TEXT NOT NULL,
    sheet        TEXT NOT NULL,
    cell         TEXT NOT NULL,
    message      TEXT NOT NULL,
    content      TEXT NOT NULL,
    PRIMARY KEY (import_batch, position)
) STRICT, WITHOUT ROWID
--;
CREATE TABLE response (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
    import_batch     INTEGER NOT NULL REFERENCES import_batch(id) ON DELETE CASCADE,
    source_label     TEXT NOT NULL,
    row_number       INTEGER NOT NULL,
    number           TEXT NOT NULL DEFAULT '',
    name             TEXT NOT NULL DEFAULT '',
    kana             TEXT NOT NULL DEFAULT '',
    email            TEXT NOT NULL DEFAULT '',
    phone            TEXT NOT NULL DEFAULT '',
    role             TEXT NOT NULL DEFAULT '',
    affiliation      TEXT NOT NULL DEFAULT '',
    affiliation_type TEXT NOT NULL DEFAULT '',
    title            TEXT NOT NULL DEFAULT '',
    prefecture       TEXT NOT NULL DEFAULT '',
    municipality     TEXT NOT NULL DEFAULT '',
    area             TEXT NOT NULL DEFAULT '',
    centre           TEXT NOT NULL DEFAULT '',
    experience       TEXT NOT NULL DEFAULT '',
    qualifications   TEXT NOT NULL DEFAULT '',
    answered_at      TEXT NOT NULL DEFAULT ''
) STRICT
--;
CREATE INDEX response_by_import ON response(import_batch)
--;
-- mark: position of the option (0 = best), -1 blank (a row only when there is a text), -2 not understood.
CREATE TABLE answer (
    response  INTEGER NOT NULL REFERENCES response(id) ON DELETE CASCADE,
    item      INTEGER NOT NULL REFERENCES item(id),
    mark      INTEGER NOT NULL CHECK (mark BETWEEN -2 AND 126),
    free_text TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (response, item)
) STRICT, WITHOUT ROWID
--;
-- What the officer decided about two responses; with only one of them, which of somebody's two answers counts.
CREATE TABLE link_decision (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    workshop        INTEGER NOT NULL REFERENCES workshop(id) ON DELETE CASCADE,
    before_response INTEGER REFERENCES response(id) ON DELETE CASCADE,
    after_response  INTEGER REFERENCES response(id) ON DELETE CASCADE,
    accept          INTEGER NOT NULL CHECK (accept IN (0, 1)),
    CHECK (before_response IS NOT NULL OR after_response IS NOT NULL)
) STRICT
--;
CREATE UNIQUE INDEX link_decision_by_keys
    ON link_decision(workshop, ifnull(before_response, 0), ifnull(after_response, 0))
--;
CREATE INDEX link_decision_by_before ON link_decision(before_response)
--;
CREATE INDEX link_decision_by_after ON link_decision(after_response)
--;
-- What a column head means. A person's field holds for every questionnaire, the rest for one.
CREATE TABLE column_mapping (
    id            INTEGER PRIMARY KEY,
    questionnaire INTEGER REFERENCES questionnaire(id) ON DELETE CASCADE,
    folded_head   TEXT NOT NULL,
    kind          TEXT NOT NULL CHECK (kind IN ('ignored', 'person', 'answer', 'free_text')),
    field         TEXT NOT NULL DEFAULT '',
    item          INTEGER REFERENCES item(id) ON DELETE CASCADE,
    CHECK ((kind = 'person') = (field <> '')),
    CHECK ((kind = 'person') = (questionnaire IS NULL)),
    CHECK ((kind IN ('answer', 'free_text')) = (item IS NOT NULL))
) STRICT
--;
CREATE UNIQUE INDEX column_mapping_by_head ON column_mapping(ifnull(questionnaire, 0), folded_head)
--;
CREATE INDEX column_mapping_by_item ON column_mapping(item)
--;
-- The officer's own wording of what a result means; group_value is 'all' or the value of the group.
CREATE TABLE reading (
    workshop    INTEGER NOT NULL REFERENCES workshop(id) ON DELETE CASCADE,
    item        INTEGER NOT NULL REFERENCES item(id) ON DELETE CASCADE,
    group_value TEXT NOT NULL,
    text        TEXT NOT NULL,
    PRIMARY KEY (workshop, item, group_value)
) STRICT, WITHOUT ROWID
