-- Questionnaires that are edited in the window, and answers of several marks.

-- What stands above the first item; and the version it was made from, with which answers given to that one stay.
ALTER TABLE questionnaire ADD COLUMN lead TEXT NOT NULL DEFAULT ''
--;
ALTER TABLE questionnaire ADD COLUMN replaces INTEGER REFERENCES questionnaire(id) ON DELETE SET NULL
--;
CREATE INDEX questionnaire_by_replaces ON questionnaire(replaces)
--;
-- Made anew, for its CHECK knows no number; the ids stay, so all that refers to an item still does.
CREATE TABLE new_item (
    id             INTEGER PRIMARY KEY,
    item_set       INTEGER NOT NULL REFERENCES item_set(id) ON DELETE CASCADE,
    position       INTEGER NOT NULL,
    code           TEXT NOT NULL,
    text           TEXT NOT NULL,
    short_text     TEXT NOT NULL,
    answer_type    TEXT NOT NULL CHECK (answer_type IN ('single', 'multiple', 'text', 'number')),
    asked_before   INTEGER NOT NULL CHECK (asked_before IN (0, 1)),
    asked_after    INTEGER NOT NULL CHECK (asked_after IN (0, 1)),
    ordered        INTEGER NOT NULL CHECK (ordered IN (0, 1)),
    asked_followup INTEGER NOT NULL DEFAULT 0 CHECK (asked_followup IN (0, 1)),
    required       INTEGER NOT NULL DEFAULT 0 CHECK (required IN (0, 1)),
    -- A role; '' is everybody.
    for_role       TEXT NOT NULL DEFAULT '',
    -- The code of the item that this one asks again, looking back from after the workshop.
    looks_back     TEXT NOT NULL DEFAULT '',
    note           TEXT NOT NULL DEFAULT '',
    UNIQUE (item_set, position)
) STRICT
--;
INSERT INTO new_item(id, item_set, position, code, text, short_text, answer_type, asked_before, asked_after, ordered)
    SELECT id, item_set, position, code, text, short_text, answer_type, asked_before, asked_after, ordered FROM item
--;
DROP TABLE item
--;
ALTER TABLE new_item RENAME TO item
--;
-- Several marks to one item, by position of the option; `answer` holds -1 for them, and what was written beside them.
CREATE TABLE answer_mark (
    response INTEGER NOT NULL,
    item     INTEGER NOT NULL,
    mark     INTEGER NOT NULL CHECK (mark BETWEEN 0 AND 126),
    PRIMARY KEY (response, item, mark),
    FOREIGN KEY (response, item) REFERENCES answer(response, item) ON DELETE CASCADE
) STRICT, WITHOUT ROWID
--;
-- The role that somebody counts with who gave another one after the workshop than before, by her answer before; without a row the
-- one before.
CREATE TABLE role_decision (
    response INTEGER PRIMARY KEY REFERENCES response(id) ON DELETE CASCADE,
    role     TEXT NOT NULL
) STRICT
