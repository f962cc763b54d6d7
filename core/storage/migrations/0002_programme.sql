-- The programme: one cycle of situation review, goals, plan, execution and evaluation.
-- Lists that the officer orders have a parent and a position, counted from 0 without gaps inside the parent
-- (and inside kind, term or field where the table has one).

CREATE TABLE programme (
    id           INTEGER PRIMARY KEY,
    title        TEXT NOT NULL,
    first_year   INTEGER CHECK (first_year BETWEEN 1868 AND 9998),
    last_year    INTEGER CHECK (last_year >= first_year),
    owner        TEXT NOT NULL DEFAULT '',
    note         TEXT NOT NULL DEFAULT '',
    archived     INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
    -- The cycle this one follows; its evaluation became the draft of our short-term goals.
    previous     INTEGER REFERENCES programme(id) ON DELETE SET NULL,
    long_label   TEXT NOT NULL DEFAULT '長期（将来像）',
    middle_label TEXT NOT NULL DEFAULT '中期（３年程度）',
    short_label  TEXT NOT NULL DEFAULT '短期（今年度）'
) STRICT
--;
CREATE INDEX programme_by_previous ON programme(previous)
--;
-- What the officer says of a step; without a row the step's state follows from what was entered.
CREATE TABLE programme_step (
    programme INTEGER NOT NULL REFERENCES programme(id) ON DELETE CASCADE,
    step      INTEGER NOT NULL CHECK (step BETWEEN 1 AND 5),
    state     TEXT NOT NULL CHECK (state IN ('done', 'stopped')),
    PRIMARY KEY (programme, step)
) STRICT, WITHOUT ROWID
--;
CREATE TABLE target_group (
    id             INTEGER PRIMARY KEY,
    programme      INTEGER NOT NULL REFERENCES programme(id) ON DELETE CASCADE,
    position       INTEGER NOT NULL,
    name           TEXT NOT NULL,
    is_environment INTEGER NOT NULL DEFAULT 0 CHECK (is_environment IN (0, 1)),
    is_observer    INTEGER NOT NULL DEFAULT 0 CHECK (is_observer IN (0, 1))
) STRICT
--;
CREATE INDEX target_group_by_programme ON target_group(programme, position)
--;
-- Step 1. The ten viewpoints of the guided sheet are copied into every programme (code 1-1 to 3-2); own ones have no code.
CREATE TABLE viewpoint (
    id        INTEGER PRIMARY KEY,
    programme INTEGER NOT NULL REFERENCES programme(id) ON DELETE CASCADE,
    position  INTEGER NOT NULL,
    code      TEXT NOT NULL DEFAULT '',
    block     TEXT NOT NULL,
    text      TEXT NOT NULL
) STRICT
--;
CREATE INDEX viewpoint_by_programme ON viewpoint(programme, position)
--;
CREATE TABLE finding (
    id          INTEGER PRIMARY KEY,
    viewpoint   INTEGER NOT NULL REFERENCES viewpoint(id) ON DELETE CASCADE,
    position    INTEGER NOT NULL,
    text        TEXT NOT NULL,
    kind        TEXT NOT NULL DEFAULT '' CHECK (kind IN ('', 'quantitative', 'qualitative')),
    source      TEXT NOT NULL DEFAULT '',
    found_on    TEXT CHECK (found_on IS date(found_on)),
    table_title TEXT NOT NULL DEFAULT '',
    -- The attached table: rows divided by line feeds, cells by tabs; '' for none.
    table_cells TEXT NOT NULL DEFAULT ''
) STRICT
--;
CREATE INDEX finding_by_viewpoint ON finding(viewpoint, position)
--;
-- 抽出された課題: what has to be solved for a target group.
CREATE TABLE review_issue (
    id           INTEGER PRIMARY KEY,
    target_group INTEGER NOT NULL REFERENCES target_group(id) ON DELETE CASCADE,
    position     INTEGER NOT NULL,
    text         TEXT NOT NULL
) STRICT
--;
CREATE INDEX review_issue_by_group ON review_issue(target_group, position)
--;
CREATE TABLE review_issue_finding (
    review_issue INTEGER NOT NULL REFERENCES review_issue(id) ON DELETE CASCADE,
    finding      INTEGER NOT NULL REFERENCES finding(id) ON DELETE CASCADE,
    PRIMARY KEY (review_issue, finding)
) STRICT, WITHOUT ROWID
--;
CREATE INDEX review_issue_finding_by_finding ON review_issue_finding(finding)
--;
-- Step 5. できたこと, できなかったこと, 結果の解釈, 次の短期目標への反映, 共有する協議の場.
CREATE TABLE evaluation_line (
    id           INTEGER PRIMARY KEY,
    programme    INTEGER NOT NULL REFERENCES programme(id) ON DELETE CASCADE,
    kind         TEXT NOT NULL CHECK (kind IN ('achieved', 'not_achieved', 'reading', 'next_goal', 'council')),
    position     INTEGER NOT NULL,
    text         TEXT NOT NULL,
    target_group INTEGER REFERENCES target_group(id) ON DELETE SET NULL
) STRICT
--;
CREATE INDEX evaluation_line_by_programme ON evaluation_line(programme, kind, position)
--;
CREATE INDEX evaluation_line_by_group ON evaluation_line(target_group)
--;
-- Step 2.
CREATE TABLE goal (
    id              INTEGER PRIMARY KEY,
    target_group    INTEGER NOT NULL REFERENCES target_group(id) ON DELETE CASCADE,
    term            TEXT NOT NULL CHECK (term IN ('long', 'middle', 'short')),
    position        INTEGER NOT NULL,
    text            TEXT NOT NULL,
    -- The line of the previous cycle's evaluation this goal was drafted from.
    evaluation_line INTEGER REFERENCES evaluation_line(id) ON DELETE SET NULL
) STRICT
--;
CREATE INDEX goal_by_group ON goal(target_group, term, position)
--;
CREATE INDEX goal_by_evaluation_line ON goal(evaluation_line)
--;
-- Step 3. The purposes of the programme: the first is 主, the others 副.
CREATE TABLE purpose (
    id        INTEGER PRIMARY KEY,
    programme INTEGER NOT NULL REFERENCES programme(id) ON DELETE CASCADE,
    position  INTEGER NOT NULL,
    text      TEXT NOT NULL
) STRICT
--;
CREATE INDEX purpose_by_programme ON purpose(programme, position)
--;
-- 入口で対象となる人物像, 研修終了時に想定する能力・効果等, 行動目標（研修後）.
CREATE TABLE plan_line (
    id           INTEGER PRIMARY KEY,
    target_group INTEGER NOT NULL REFERENCES target_group(id) ON DELETE CASCADE,
    field        TEXT NOT NULL CHECK (field IN ('entry', 'outcome', 'action')),
    position     INTEGER NOT NULL,
    text         TEXT NOT NULL
) STRICT
--;
CREATE INDEX plan_line_by_group ON plan_line(target_group, field, position)
--;
-- The levels that stand beside a cell of the plan, in half steps of the ladder: 0 = step 0, 2 = 1-1, 4 = 1-2, 6 = 2-1, 8 = 2-2;
-- odd numbers lie between two steps. NULL is open.
CREATE TABLE plan_level (
    target_group INTEGER NOT NULL REFERENCES target_group(id) ON DELETE CASCADE,
    field        TEXT NOT NULL CHECK (field IN ('entry', 'outcome', 'action')),
    lowest       INTEGER CHECK (lowest BETWEEN 0 AND 8),
    highest      INTEGER CHECK (highest BETWEEN 0 AND 8),
    text         TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (target_group, field),
    CHECK (lowest <= highest)
) STRICT, WITHOUT ROWID
--;
-- The workshop's design.
ALTER TABLE workshop ADD COLUMN programme INTEGER REFERENCES programme(id) ON DELETE CASCADE
--;
ALTER TABLE workshop ADD COLUMN date_note TEXT NOT NULL DEFAULT ''
--;
ALTER TABLE workshop ADD COLUMN method TEXT NOT NULL DEFAULT '' CHECK (method IN ('', 'in_person', 'online', 'hybrid'))
--;
ALTER TABLE workshop ADD COLUMN place TEXT NOT NULL DEFAULT ''
--;
ALTER TABLE workshop ADD COLUMN participants TEXT NOT NULL DEFAULT ''
--;
ALTER TABLE workshop ADD COLUMN capacity INTEGER CHECK (capacity BETWEEN 1 AND 100000)
--;
ALTER TABLE workshop ADD COLUMN capacity_note TEXT NOT NULL DEFAULT ''
--;
ALTER TABLE workshop ADD COLUMN recruit_from TEXT CHECK (recruit_from IS date(recruit_from))
--;
ALTER TABLE workshop ADD COLUMN recruit_until TEXT CHECK (recruit_until IS date(recruit_until))
--;
ALTER TABLE workshop ADD COLUMN recruit_note TEXT NOT NULL DEFAULT ''
--;
ALTER TABLE workshop ADD COLUMN publicity TEXT NOT NULL DEFAULT ''
--;
ALTER TABLE workshop ADD COLUMN before_event TEXT NOT NULL DEFAULT ''
--;
ALTER TABLE workshop ADD COLUMN at_event TEXT NOT NULL DEFAULT ''
--;
ALTER TABLE workshop ADD COLUMN after_event TEXT NOT NULL DEFAULT ''
--;
ALTER TABLE workshop ADD COLUMN assessment TEXT NOT NULL DEFAULT ''
--;
ALTER TABLE workshop ADD COLUMN other TEXT NOT NULL DEFAULT ''
--;
-- "09:30"; NULL while there is no timetable.
ALTER TABLE workshop ADD COLUMN starts_at TEXT CHECK (starts_at IS strftime('%H:%M', starts_at))
--;
CREATE INDEX workshop_by_programme ON workshop(programme)
--;
-- A file of the first version has workshops without a programme: each becomes a programme of its own.
INSERT INTO programme(id, title, first_year, last_year)
    SELECT id, title, y, y FROM (SELECT id, title, CAST(strftime('%Y', held_on, '-3 months') AS INTEGER) AS y FROM workshop)
--;
UPDATE workshop SET programme = id
--;
-- What every new programme begins with.
INSERT INTO target_group(programme, position, name)
    SELECT p.id, g.column1, g.column2 FROM programme AS p, (VALUES (0, 'コーディネーター'), (1, '市町村担当者')) AS g
--;
INSERT INTO viewpoint(programme, position, code, block, text)
    SELECT p.id, v.column1, v.column2, v.column3, v.column4 FROM programme AS p, (VALUES
    (0, '1-1', '管内市町村の状況', '在宅医療・介護連携推進事業の相談窓口の運用状況はどうか'),
    (1, '1-2', '管内市町村の状況', '地域の困りごととして持ち込まれた個別相談が地域課題として反映される仕組みがあるか'),
    (2, '1-3', '管内市町村の状況', '市町村担当者とコーディネーターとの連携状況、特に業務委託の場合において状況等の共有をするような機会・関係性がつくられているか'),
    (3, '1-4', '管内市町村の状況', '在宅医療・介護連携推進事業の推進状況'),
    (4, '2-1', 'コーディネーターについて', '各市町村における配置状況（共同配置の確認含む）、配置人員、配置先'),
    (5, '2-2', 'コーディネーターについて', 'コーディネーター間のネットワークや連携体制の有無'),
    (6, '2-3', 'コーディネーターについて', '現状の業務の中での課題認識、困っていること'),
    (7, '2-4', 'コーディネーターについて', '研修を実施している場合の実施効果（評価、更に学びたいこと等の意向）'),
    (8, '3-1', '都道府県の状況', '都道府県としてコーディネーター支援の実績はあるか・ある場合はその内容と評価はどうか'),
    (9, '3-2', '都道府県の状況', '都道府県の地域医療構想、医療計画等と市町村の在宅医療・介護連携推進事業の関係、今後の方向性等')) AS v
--;
-- Times chain: a row starts where the one above ends.
CREATE TABLE timetable_row (
    id         INTEGER PRIMARY KEY,
    workshop   INTEGER NOT NULL REFERENCES workshop(id) ON DELETE CASCADE,
    position   INTEGER NOT NULL,
    minutes    INTEGER NOT NULL CHECK (minutes BETWEEN 0 AND 1440),
    block      TEXT NOT NULL CHECK (block IN ('lecture', 'cases', 'group_work', 'other')),
    is_theme   INTEGER NOT NULL DEFAULT 0 CHECK (is_theme IN (0, 1)),
    title      TEXT NOT NULL,
    content    TEXT NOT NULL DEFAULT '',
    lecturer   TEXT NOT NULL DEFAULT '',
    aim        TEXT NOT NULL DEFAULT '',
    staff_note TEXT NOT NULL DEFAULT ''
) STRICT
--;
CREATE INDEX timetable_row_by_workshop ON timetable_row(workshop, position)
--;
-- Step 4. A task's day is counted from the day of the workshop unless due_on is given.
CREATE TABLE task (
    id            INTEGER PRIMARY KEY,
    workshop      INTEGER NOT NULL REFERENCES workshop(id) ON DELETE CASCADE,
    position      INTEGER NOT NULL,
    code          TEXT NOT NULL DEFAULT '',
    title         TEXT NOT NULL,
    offset_months INTEGER NOT NULL DEFAULT 0 CHECK (offset_months BETWEEN -60 AND 60),
    offset_days   INTEGER NOT NULL DEFAULT 0 CHECK (offset_days BETWEEN -2000 AND 2000),
    due_on        TEXT CHECK (due_on IS date(due_on)),
    owner         TEXT NOT NULL DEFAULT '',
    note          TEXT NOT NULL DEFAULT '',
    done_on       TEXT CHECK (done_on IS date(done_on))
) STRICT
--;
CREATE INDEX task_by_workshop ON task(workshop, position)
--;
-- The seven review questions are answered for each initiative.
CREATE TABLE initiative (
    id        INTEGER PRIMARY KEY,
    programme INTEGER NOT NULL REFERENCES programme(id) ON DELETE CASCADE,
    position  INTEGER NOT NULL,
    name      TEXT NOT NULL,
    answer1   TEXT NOT NULL DEFAULT '',
    answer2   TEXT NOT NULL DEFAULT '',
    answer3   TEXT NOT NULL DEFAULT '',
    answer4   TEXT NOT NULL DEFAULT '',
    answer5   TEXT NOT NULL DEFAULT '',
    answer6   TEXT NOT NULL DEFAULT '',
    answer7   TEXT NOT NULL DEFAULT ''
) STRICT
--;
CREATE INDEX initiative_by_programme ON initiative(programme, position)
--;
CREATE TABLE reflection_meeting (
    id        INTEGER PRIMARY KEY,
    programme INTEGER NOT NULL REFERENCES programme(id) ON DELETE CASCADE,
    position  INTEGER NOT NULL,
    held_on   TEXT CHECK (held_on IS date(held_on)),
    form      TEXT NOT NULL DEFAULT '',
    attendees TEXT NOT NULL DEFAULT '',
    contents  TEXT NOT NULL DEFAULT ''
) STRICT
--;
CREATE INDEX reflection_meeting_by_programme ON reflection_meeting(programme, position)
--;
-- The thread of evidence: what serves a goal. Exactly one of the ends is given.
CREATE TABLE goal_link (
    id              INTEGER PRIMARY KEY,
    goal            INTEGER NOT NULL REFERENCES goal(id) ON DELETE CASCADE,
    plan_line       INTEGER REFERENCES plan_line(id) ON DELETE CASCADE,
    timetable_row   INTEGER REFERENCES timetable_row(id) ON DELETE CASCADE,
    item            INTEGER REFERENCES item(id) ON DELETE CASCADE,
    evaluation_line INTEGER REFERENCES evaluation_line(id) ON DELETE CASCADE,
    task            INTEGER REFERENCES task(id) ON DELETE CASCADE,
    CHECK ((plan_line IS NOT NULL) + (timetable_row IS NOT NULL) + (item IS NOT NULL)
           + (evaluation_line IS NOT NULL) + (task IS NOT NULL) = 1)
) STRICT
--;
CREATE UNIQUE INDEX goal_link_by_ends ON goal_link(goal, ifnull(plan_line, 0), ifnull(timetable_row, 0), ifnull(item, 0),
    ifnull(evaluation_line, 0), ifnull(task, 0))
--;
CREATE INDEX goal_link_by_plan_line ON goal_link(plan_line)
--;
CREATE INDEX goal_link_by_timetable_row ON goal_link(timetable_row)
--;
CREATE INDEX goal_link_by_item ON goal_link(item)
--;
CREATE INDEX goal_link_by_evaluation_line ON goal_link(evaluation_line)
--;
CREATE INDEX goal_link_by_task ON goal_link(task)
