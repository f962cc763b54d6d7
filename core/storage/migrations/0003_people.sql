-- Registers of a prefecture, its people, where they stand on the skill ladder, and what support they got.
-- Texts that are not given are '', numbers and dates that are not known NULL.

CREATE TABLE prefecture (
    id              INTEGER PRIMARY KEY,
    code            TEXT NOT NULL DEFAULT '',
    name            TEXT NOT NULL,
    -- 担当部局: the programme and the medical plan may be two departments'.
    department      TEXT NOT NULL DEFAULT '',
    second_department TEXT NOT NULL DEFAULT '',
    medical_areas   INTEGER CHECK (medical_areas >= 0),
    health_centres  INTEGER CHECK (health_centres >= 0),
    note            TEXT NOT NULL DEFAULT ''
) STRICT
--;
CREATE TABLE care_area (
    id         INTEGER PRIMARY KEY,
    prefecture INTEGER NOT NULL REFERENCES prefecture(id) ON DELETE CASCADE,
    position   INTEGER NOT NULL,
    name       TEXT NOT NULL,
    note       TEXT NOT NULL DEFAULT ''
) STRICT
--;
CREATE INDEX care_area_by_prefecture ON care_area(prefecture, position)
--;
CREATE TABLE municipality (
    id         INTEGER PRIMARY KEY,
    prefecture INTEGER NOT NULL REFERENCES prefecture(id) ON DELETE CASCADE,
    care_area  INTEGER REFERENCES care_area(id) ON DELETE SET NULL,
    -- 全国地方公共団体コード, six digits; '' for one that has none.
    code       TEXT NOT NULL DEFAULT '',
    name       TEXT NOT NULL,
    kana       TEXT NOT NULL DEFAULT '',
    population INTEGER CHECK (population >= 0),
    -- 高齢化率 and 要介護認定率 in tenths of a percent.
    aged_rate      INTEGER CHECK (aged_rate BETWEEN 0 AND 1000),
    certified_rate INTEGER CHECK (certified_rate BETWEEN 0 AND 1000),
    operation  TEXT NOT NULL DEFAULT '' CHECK (operation IN ('', 'direct', 'commissioned', 'both', 'none')),
    department TEXT NOT NULL DEFAULT '',
    -- 在宅医療に必要な連携を担う拠点
    hub        TEXT NOT NULL DEFAULT '' CHECK (hub IN ('', 'yes', 'no')),
    -- 1 整備期 2 拡充期 3 洗練期 4 成熟期
    stage      INTEGER CHECK (stage BETWEEN 1 AND 4),
    note       TEXT NOT NULL DEFAULT ''
) STRICT
--;
CREATE INDEX municipality_by_prefecture ON municipality(prefecture, code)
--;
CREATE INDEX municipality_by_area ON municipality(care_area)
--;
CREATE TABLE centre (
    id         INTEGER PRIMARY KEY,
    prefecture INTEGER NOT NULL REFERENCES prefecture(id) ON DELETE CASCADE,
    name       TEXT NOT NULL,
    kana       TEXT NOT NULL DEFAULT '',
    rank       TEXT NOT NULL DEFAULT '' CHECK (rank IN ('', 'core', 'field')),
    hub        TEXT NOT NULL DEFAULT '' CHECK (hub IN ('', 'yes', 'no')),
    -- 委託先: 郡市医師会, 病院, 地域包括支援センター, 大学, 直営 …
    operator   TEXT NOT NULL DEFAULT '',
    coordinators INTEGER CHECK (coordinators >= 0),
    phone      TEXT NOT NULL DEFAULT '',
    email      TEXT NOT NULL DEFAULT '',
    closed_on  TEXT CHECK (closed_on IS date(closed_on)),
    note       TEXT NOT NULL DEFAULT ''
) STRICT
--;
CREATE INDEX centre_by_prefecture ON centre(prefecture)
--;
-- Which municipalities a centre serves; many to many, with a note such as 旧新町・吉井町.
CREATE TABLE centre_municipality (
    id           INTEGER PRIMARY KEY,
    centre       INTEGER NOT NULL REFERENCES centre(id) ON DELETE CASCADE,
    municipality INTEGER NOT NULL REFERENCES municipality(id) ON DELETE CASCADE,
    note         TEXT NOT NULL DEFAULT '',
    UNIQUE (centre, municipality)
) STRICT
--;
CREATE INDEX centre_municipality_by_municipality ON centre_municipality(municipality)
--;
-- Never used again: an id kept by a page or an answer must not come to mean somebody else.
CREATE TABLE person (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    name       TEXT NOT NULL,
    kana       TEXT NOT NULL DEFAULT '',
    email      TEXT NOT NULL DEFAULT '',
    phone      TEXT NOT NULL DEFAULT '',
    employment TEXT NOT NULL DEFAULT '' CHECK (employment IN ('', 'full', 'part')),
    duty       TEXT NOT NULL DEFAULT '' CHECK (duty IN ('', 'exclusive', 'concurrent')),
    -- Since when with the programme's work; the years of experience are counted from it.
    since      TEXT CHECK (since IS date(since)),
    consent    TEXT NOT NULL DEFAULT '',
    keep_until TEXT CHECK (keep_until IS date(keep_until)),
    left_on    TEXT CHECK (left_on IS date(left_on)),
    anonymous  INTEGER NOT NULL DEFAULT 0 CHECK (anonymous IN (0, 1)),
    note       TEXT NOT NULL DEFAULT ''
) STRICT
--;
CREATE TABLE person_role (
    id       INTEGER PRIMARY KEY,
    person   INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name     TEXT NOT NULL
) STRICT
--;
CREATE INDEX person_role_by_person ON person_role(person, position)
--;
CREATE TABLE person_qualification (
    id       INTEGER PRIMARY KEY,
    person   INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name     TEXT NOT NULL
) STRICT
--;
CREATE INDEX person_qualification_by_person ON person_qualification(person, position)
--;
-- Where somebody works and worked; without an end: now. The first of those that run is the main one.
CREATE TABLE affiliation (
    id           INTEGER PRIMARY KEY,
    person       INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
    position     INTEGER NOT NULL,
    centre       INTEGER REFERENCES centre(id) ON DELETE SET NULL,
    municipality INTEGER REFERENCES municipality(id) ON DELETE SET NULL,
    organisation TEXT NOT NULL DEFAULT '',
    kind         TEXT NOT NULL DEFAULT '',
    title        TEXT NOT NULL DEFAULT '',
    from_on      TEXT CHECK (from_on IS date(from_on)),
    until_on     TEXT CHECK (until_on IS date(until_on)),
    note         TEXT NOT NULL DEFAULT ''
) STRICT
--;
CREATE INDEX affiliation_by_person ON affiliation(person, position)
--;
CREATE INDEX affiliation_by_centre ON affiliation(centre)
--;
CREATE INDEX affiliation_by_municipality ON affiliation(municipality)
--;
-- Lists the officer edits: roles, kinds of organisation, qualifications, operators. Without a row of a list the built-in one holds.
CREATE TABLE vocabulary_word (
    id       INTEGER PRIMARY KEY,
    list     TEXT NOT NULL CHECK (list IN ('role', 'organisation', 'qualification', 'operator')),
    position INTEGER NOT NULL,
    text     TEXT NOT NULL
) STRICT
--;
CREATE INDEX vocabulary_word_by_list ON vocabulary_word(list, position)
--;
-- The ladder, lowest step first; without a row the built-in one holds. Levels count in half steps: 2 × position is the step itself,
-- odd numbers lie between two.
CREATE TABLE ladder_step (
    id       INTEGER PRIMARY KEY,
    ladder   INTEGER NOT NULL DEFAULT 1 CHECK (ladder = 1),
    position INTEGER NOT NULL,
    name     TEXT NOT NULL,
    title    TEXT NOT NULL DEFAULT '',
    state    TEXT NOT NULL DEFAULT ''
) STRICT
--;
CREATE INDEX ladder_step_by_ladder ON ladder_step(ladder, position)
--;
CREATE TABLE assessment (
    id            INTEGER PRIMARY KEY,
    person        INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
    assessed_on   TEXT NOT NULL CHECK (assessed_on IS date(assessed_on)),
    level         INTEGER NOT NULL CHECK (level >= 0),
    assessor      TEXT NOT NULL CHECK (assessor IN ('self', 'municipality', 'prefecture', 'other')),
    assessor_name TEXT NOT NULL DEFAULT '',
    evidence      TEXT NOT NULL DEFAULT '',
    next_action   TEXT NOT NULL DEFAULT '',
    -- Codes of the behaviours that were seen, divided by commas.
    observed      TEXT NOT NULL DEFAULT ''
) STRICT
--;
CREATE INDEX assessment_by_person ON assessment(person, assessed_on)
--;
-- Ⅰ input (knowledge), Ⅱ network, Ⅲ accompanied support.
CREATE TABLE support (
    id            INTEGER PRIMARY KEY,
    kind          TEXT NOT NULL CHECK (kind IN ('input', 'network', 'accompany')),
    title         TEXT NOT NULL,
    method        TEXT NOT NULL DEFAULT '',
    held_on       TEXT CHECK (held_on IS date(held_on)),
    until_on      TEXT CHECK (until_on IS date(until_on)),
    municipality  INTEGER REFERENCES municipality(id) ON DELETE SET NULL,
    workshop      INTEGER REFERENCES workshop(id) ON DELETE SET NULL,
    outcome       TEXT NOT NULL DEFAULT '',
    -- 支援前の課題, 支援前後の変化（支援の効果）, 今後について（予定、方向性等）: accompanied support only.
    issues_before TEXT NOT NULL DEFAULT '',
    change        TEXT NOT NULL DEFAULT '',
    future        TEXT NOT NULL DEFAULT ''
) STRICT
--;
CREATE INDEX support_by_municipality ON support(municipality)
--;
CREATE INDEX support_by_workshop ON support(workshop)
--;
CREATE TABLE support_person (
    id      INTEGER PRIMARY KEY,
    support INTEGER NOT NULL REFERENCES support(id) ON DELETE CASCADE,
    person  INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
    UNIQUE (support, person)
) STRICT
--;
CREATE INDEX support_person_by_person ON support_person(person)
--;
-- The five stages of accompanied support: 打合せ①② , 中間報告①② , 最終報告.
CREATE TABLE support_stage (
    id        INTEGER PRIMARY KEY,
    support   INTEGER NOT NULL REFERENCES support(id) ON DELETE CASCADE,
    stage     INTEGER NOT NULL CHECK (stage BETWEEN 1 AND 5),
    held_on   TEXT CHECK (held_on IS date(held_on)),
    situation TEXT NOT NULL DEFAULT '',
    advice    TEXT NOT NULL DEFAULT '',
    UNIQUE (support, stage)
) STRICT
--;
-- Whose answer a response is.
CREATE TABLE response_person (
    response INTEGER PRIMARY KEY REFERENCES response(id) ON DELETE CASCADE,
    person   INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE
) STRICT
--;
CREATE INDEX response_person_by_person ON response_person(person)
