-- What is made of the results: codes of free answers, reports, and what the next officer must know.

-- What free answers are about, as the officer sorts them; one list for the file, so that years can be compared.
CREATE TABLE text_code (
    id       INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    name     TEXT NOT NULL,
    note     TEXT NOT NULL DEFAULT '',
    -- Code of the only item it is offered for; '' is all of them.
    question TEXT NOT NULL DEFAULT ''
) STRICT
--;
CREATE TABLE text_coding (
    id       INTEGER PRIMARY KEY,
    code     INTEGER NOT NULL REFERENCES text_code(id) ON DELETE CASCADE,
    response INTEGER NOT NULL REFERENCES response(id) ON DELETE CASCADE,
    item     INTEGER NOT NULL REFERENCES item(id) ON DELETE CASCADE,
    UNIQUE (response, item, code)
) STRICT
--;
CREATE INDEX text_coding_by_code ON text_coding(code)
--;
CREATE INDEX text_coding_by_item ON text_coding(item)
--;
-- A free answer chosen for the report, in the words it is quoted with.
CREATE TABLE text_excerpt (
    id       INTEGER PRIMARY KEY,
    workshop INTEGER NOT NULL REFERENCES workshop(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    response INTEGER NOT NULL REFERENCES response(id) ON DELETE CASCADE,
    item     INTEGER NOT NULL REFERENCES item(id) ON DELETE CASCADE,
    text     TEXT NOT NULL,
    UNIQUE (response, item)
) STRICT
--;
CREATE INDEX text_excerpt_by_workshop ON text_excerpt(workshop, position)
--;
CREATE INDEX text_excerpt_by_item ON text_excerpt(item)
--;
CREATE TABLE report (
    id        INTEGER PRIMARY KEY,
    programme INTEGER NOT NULL REFERENCES programme(id) ON DELETE CASCADE,
    position  INTEGER NOT NULL,
    title     TEXT NOT NULL,
    subtitle  TEXT NOT NULL DEFAULT '',
    author    TEXT NOT NULL DEFAULT '',
    dated_on  TEXT CHECK (dated_on IS date(dated_on)),
    -- Goes outside: small cells and names are masked.
    external  INTEGER NOT NULL DEFAULT 0 CHECK (external IN (0, 1))
) STRICT
--;
CREATE INDEX report_by_programme ON report(programme, position)
--;
-- A section in its place. What is computed is not stored; `lead` and `closing` are what the officer typed above and below it, with
-- {fields} for the numbers that are put in when the report is made.
CREATE TABLE report_section (
    id       INTEGER PRIMARY KEY,
    report   INTEGER NOT NULL REFERENCES report(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind     TEXT NOT NULL,
    -- '' is the title of the kind.
    title    TEXT NOT NULL DEFAULT '',
    shown    INTEGER NOT NULL DEFAULT 1 CHECK (shown IN (0, 1)),
    -- Which workshop; NULL: all of the programme, or none is needed.
    workshop INTEGER REFERENCES workshop(id) ON DELETE CASCADE,
    -- Which set of the questionnaire; '' is all.
    item_set TEXT NOT NULL DEFAULT '',
    lead     TEXT NOT NULL DEFAULT '',
    closing  TEXT NOT NULL DEFAULT ''
) STRICT
--;
CREATE INDEX report_section_by_report ON report_section(report, position)
--;
CREATE INDEX report_section_by_workshop ON report_section(workshop)
--;
-- What the next officer must know and no other page says: why it was done, what worked, what is open, whom to talk to.
CREATE TABLE handover_note (
    id        INTEGER PRIMARY KEY,
    programme INTEGER NOT NULL REFERENCES programme(id) ON DELETE CASCADE,
    kind      TEXT NOT NULL CHECK (kind IN ('done', 'worked', 'open', 'contact')),
    position  INTEGER NOT NULL,
    text      TEXT NOT NULL,
    -- Of a contact: who; else who knows more.
    who       TEXT NOT NULL DEFAULT '',
    -- Until when it is to be settled.
    due_on    TEXT CHECK (due_on IS date(due_on))
) STRICT
--;
CREATE INDEX handover_note_by_programme ON handover_note(programme, kind, position)
