-- The people of a workshop from the invitation to the follow-up, and the groups they sit in.

-- Ids are never used again: they are printed in forms that come back later.
CREATE TABLE participant (
    id                INTEGER PRIMARY KEY AUTOINCREMENT,
    workshop          INTEGER NOT NULL REFERENCES workshop(id) ON DELETE CASCADE,
    -- In the order they came in.
    position          INTEGER NOT NULL,
    number            TEXT NOT NULL DEFAULT '',
    name              TEXT NOT NULL DEFAULT '',
    kana              TEXT NOT NULL DEFAULT '',
    email             TEXT NOT NULL DEFAULT '',
    phone             TEXT NOT NULL DEFAULT '',
    role              TEXT NOT NULL DEFAULT '',
    affiliation       TEXT NOT NULL DEFAULT '',
    affiliation_type  TEXT NOT NULL DEFAULT '',
    title             TEXT NOT NULL DEFAULT '',
    prefecture        TEXT NOT NULL DEFAULT '',
    municipality      TEXT NOT NULL DEFAULT '',
    area              TEXT NOT NULL DEFAULT '',
    centre            TEXT NOT NULL DEFAULT '',
    -- As written; in full months on a day where that can be told.
    experience        TEXT NOT NULL DEFAULT '',
    experience_months INTEGER CHECK (experience_months BETWEEN 0 AND 1200),
    experience_on     TEXT CHECK (experience_on IS date(experience_on)),
    qualifications    TEXT NOT NULL DEFAULT '',
    question          TEXT NOT NULL DEFAULT '',
    part              TEXT NOT NULL DEFAULT 'learner'
                      CHECK (part IN ('learner', 'lecturer', 'adviser', 'observer', 'audience')),
    online            INTEGER NOT NULL DEFAULT 0 CHECK (online IN (0, 1)),
    state             TEXT NOT NULL DEFAULT 'applied'
                      CHECK (state IN ('invited', 'applied', 'accepted', 'waiting', 'declined', 'cancelled')),
    applied_on        TEXT CHECK (applied_on IS date(applied_on)),
    attendance        TEXT NOT NULL DEFAULT '' CHECK (attendance IN ('', 'present', 'late', 'absent')),
    walk_in           INTEGER NOT NULL DEFAULT 0 CHECK (walk_in IN (0, 1)),
    person            INTEGER REFERENCES person(id) ON DELETE SET NULL,
    -- What the application form carries hidden, so that it is known again under any name.
    token             TEXT NOT NULL DEFAULT '',
    note              TEXT NOT NULL DEFAULT ''
) STRICT
--;
CREATE INDEX participant_by_workshop ON participant(workshop, position)
--;
CREATE INDEX participant_by_person ON participant(person)
--;
-- Whose answers a response is; decided: by the officer, else found by the rules of linking. She may have
-- decided that it is nobody's (NULL), which no rule takes back.
CREATE TABLE participant_response (
    response    INTEGER PRIMARY KEY REFERENCES response(id) ON DELETE CASCADE,
    participant INTEGER REFERENCES participant(id) ON DELETE CASCADE,
    decided     INTEGER NOT NULL DEFAULT 0 CHECK (decided IN (0, 1)),
    CHECK (participant IS NOT NULL OR decided = 1)
) STRICT
--;
CREATE INDEX participant_response_by_participant ON participant_response(participant)
--;
-- What an unknown head of a list of applicants means.
CREATE TABLE applicant_column (
    folded_head TEXT NOT NULL PRIMARY KEY,
    field       TEXT NOT NULL
) STRICT, WITHOUT ROWID
--;
-- A draw by lot: with the seed and the order of those who took part anybody can repeat it.
CREATE TABLE lottery (
    id       INTEGER PRIMARY KEY,
    workshop INTEGER NOT NULL REFERENCES workshop(id) ON DELETE CASCADE,
    drawn_at TEXT NOT NULL,
    seed     INTEGER NOT NULL,
    places   INTEGER NOT NULL CHECK (places >= 0),
    note     TEXT NOT NULL DEFAULT ''
) STRICT
--;
CREATE INDEX lottery_by_workshop ON lottery(workshop)
--;
CREATE TABLE lottery_entry (
    lottery     INTEGER NOT NULL REFERENCES lottery(id) ON DELETE CASCADE,
    participant INTEGER NOT NULL REFERENCES participant(id) ON DELETE CASCADE,
    -- The place in the list that was drawn from, and the place drawn; both from 1.
    entry       INTEGER NOT NULL,
    drawn       INTEGER NOT NULL,
    PRIMARY KEY (lottery, participant)
) STRICT, WITHOUT ROWID
--;
CREATE INDEX lottery_entry_by_participant ON lottery_entry(participant)
--;
-- Who was reminded of an answer that had not come.
CREATE TABLE reminder (
    id          INTEGER PRIMARY KEY,
    participant INTEGER NOT NULL REFERENCES participant(id) ON DELETE CASCADE,
    wave        TEXT NOT NULL CHECK (wave IN ('before', 'after', 'followup')),
    reminded_on TEXT NOT NULL CHECK (reminded_on IS date(reminded_on))
) STRICT
--;
CREATE INDEX reminder_by_participant ON reminder(participant)
--;
-- 事前課題, 事後課題.
CREATE TABLE homework (
    id       INTEGER PRIMARY KEY,
    workshop INTEGER NOT NULL REFERENCES workshop(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    phase    TEXT NOT NULL CHECK (phase IN ('before', 'after')),
    title    TEXT NOT NULL,
    -- A role; '' is everybody who takes part.
    for_role TEXT NOT NULL DEFAULT '',
    due_on   TEXT CHECK (due_on IS date(due_on)),
    note     TEXT NOT NULL DEFAULT ''
) STRICT
--;
CREATE INDEX homework_by_workshop ON homework(workshop, position)
--;
CREATE TABLE homework_receipt (
    id          INTEGER PRIMARY KEY,
    homework    INTEGER NOT NULL REFERENCES homework(id) ON DELETE CASCADE,
    participant INTEGER NOT NULL REFERENCES participant(id) ON DELETE CASCADE,
    received_on TEXT CHECK (received_on IS date(received_on)),
    shared      INTEGER NOT NULL DEFAULT 0 CHECK (shared IN (0, 1)),
    note        TEXT NOT NULL DEFAULT '',
    UNIQUE (homework, participant)
) STRICT
--;
CREATE INDEX homework_receipt_by_participant ON homework_receipt(participant)
--;
-- The goals participants set themselves at the workshop, and what became of them.
CREATE TABLE participant_goal (
    id          INTEGER PRIMARY KEY,
    participant INTEGER NOT NULL REFERENCES participant(id) ON DELETE CASCADE,
    term        TEXT NOT NULL CHECK (term IN ('short', 'middle', 'long')),
    position    INTEGER NOT NULL,
    text        TEXT NOT NULL,
    follow_up   TEXT NOT NULL DEFAULT ''
) STRICT
--;
CREATE INDEX participant_goal_by_participant ON participant_goal(participant, term, position)
--;
-- A vote within the meeting, before and after talking: counted by hand or by name.
CREATE TABLE vote (
    id       INTEGER PRIMARY KEY,
    workshop INTEGER NOT NULL REFERENCES workshop(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    question TEXT NOT NULL,
    by_name  INTEGER NOT NULL DEFAULT 0 CHECK (by_name IN (0, 1))
) STRICT
--;
CREATE INDEX vote_by_workshop ON vote(workshop, position)
--;
CREATE TABLE vote_option (
    id           INTEGER PRIMARY KEY,
    vote         INTEGER NOT NULL REFERENCES vote(id) ON DELETE CASCADE,
    position     INTEGER NOT NULL,
    text         TEXT NOT NULL,
    -- Hands counted; NULL: not counted yet.
    before_count INTEGER CHECK (before_count >= 0),
    after_count  INTEGER CHECK (after_count >= 0)
) STRICT
--;
CREATE INDEX vote_option_by_vote ON vote_option(vote, position)
--;
CREATE TABLE vote_mark (
    id            INTEGER PRIMARY KEY,
    vote          INTEGER NOT NULL REFERENCES vote(id) ON DELETE CASCADE,
    participant   INTEGER NOT NULL REFERENCES participant(id) ON DELETE CASCADE,
    before_option INTEGER REFERENCES vote_option(id) ON DELETE SET NULL,
    after_option  INTEGER REFERENCES vote_option(id) ON DELETE SET NULL,
    UNIQUE (vote, participant)
) STRICT
--;
CREATE INDEX vote_mark_by_participant ON vote_mark(participant)
--;
CREATE INDEX vote_mark_by_before ON vote_mark(before_option)
--;
CREATE INDEX vote_mark_by_after ON vote_mark(after_option)
--;
-- What the officer filled into a letter or leaflet of a workshop; fields as the kind of letter names them.
CREATE TABLE letter_field (
    workshop INTEGER NOT NULL REFERENCES workshop(id) ON DELETE CASCADE,
    kind     TEXT NOT NULL,
    field    TEXT NOT NULL,
    text     TEXT NOT NULL,
    PRIMARY KEY (workshop, kind, field)
) STRICT, WITHOUT ROWID
--;
-- Drafts of groups; one of them may be the one in use.
CREATE TABLE group_draft (
    id       INTEGER PRIMARY KEY,
    workshop INTEGER NOT NULL REFERENCES workshop(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    title    TEXT NOT NULL,
    -- The rules, as a rules file holds them.
    rules    TEXT NOT NULL DEFAULT '',
    seed     INTEGER NOT NULL DEFAULT 1,
    -- The workshop whose groups in use count as the last tables.
    earlier  INTEGER REFERENCES workshop(id) ON DELETE SET NULL,
    in_use   INTEGER NOT NULL DEFAULT 0 CHECK (in_use IN (0, 1))
) STRICT
--;
CREATE INDEX group_draft_by_workshop ON group_draft(workshop, position)
--;
CREATE INDEX group_draft_by_earlier ON group_draft(earlier)
--;
-- Groups are numbered from 1; a row only for those with a name of their own.
CREATE TABLE group_name (
    id     INTEGER PRIMARY KEY,
    draft  INTEGER NOT NULL REFERENCES group_draft(id) ON DELETE CASCADE,
    number INTEGER NOT NULL CHECK (number >= 1),
    name   TEXT NOT NULL,
    UNIQUE (draft, number)
) STRICT
--;
CREATE TABLE group_seat (
    id          INTEGER PRIMARY KEY,
    draft       INTEGER NOT NULL REFERENCES group_draft(id) ON DELETE CASCADE,
    participant INTEGER NOT NULL REFERENCES participant(id) ON DELETE CASCADE,
    number      INTEGER NOT NULL CHECK (number >= 1),
    pinned      INTEGER NOT NULL DEFAULT 0 CHECK (pinned IN (0, 1)),
    -- 進行, 書記; '' is whoever the rules name.
    duty        TEXT NOT NULL DEFAULT '' CHECK (duty IN ('', 'facilitator', 'scribe', 'none')),
    -- The group that stands on what was printed last; NULL: nothing printed yet.
    printed     INTEGER CHECK (printed >= 1),
    UNIQUE (draft, participant)
) STRICT
--;
CREATE INDEX group_seat_by_participant ON group_seat(participant)
