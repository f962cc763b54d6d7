-- From the poster of a group to policy: what people wrote, what became of it, and the sheets it is worked on with.
-- Texts that are not given are '', numbers and dates that are not known NULL. Columns called `folded` hold the texts of the row as
-- searches compare them; they are written with the row.

-- The poster sheet of one group, or of one meeting without a workshop. Ids are never used again: they are printed on posters.
CREATE TABLE board (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    workshop     INTEGER REFERENCES workshop(id) ON DELETE CASCADE,
    -- Number of the group, and its name where it has one of its own.
    number       INTEGER CHECK (number >= 1),
    name         TEXT NOT NULL DEFAULT '',
    title        TEXT NOT NULL DEFAULT '',
    -- Of a board without a workshop.
    held_on      TEXT CHECK (held_on IS date(held_on)),
    -- Where the group is from, when all of it is.
    municipality INTEGER REFERENCES municipality(id) ON DELETE SET NULL,
    care_area    INTEGER REFERENCES care_area(id) ON DELETE SET NULL,
    note         TEXT NOT NULL DEFAULT ''
) STRICT
--;
CREATE INDEX board_by_workshop ON board(workshop, number)
--;
CREATE INDEX board_by_municipality ON board(municipality)
--;
CREATE INDEX board_by_area ON board(care_area)
--;
-- The fields of a poster: the four scenes, others, or none; the band is 市町村にうまく伝えるには.
CREATE TABLE board_scene (
    id       INTEGER PRIMARY KEY,
    board    INTEGER NOT NULL REFERENCES board(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name     TEXT NOT NULL,
    -- Which colour: 0 to 3 those of the four scenes, then others.
    tint     INTEGER NOT NULL DEFAULT 0 CHECK (tint >= 0),
    band     INTEGER NOT NULL DEFAULT 0 CHECK (band IN (0, 1))
) STRICT
--;
CREATE INDEX board_scene_by_board ON board_scene(board, position)
--;
CREATE TABLE note_cluster (
    id       INTEGER PRIMARY KEY,
    board    INTEGER NOT NULL REFERENCES board(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    scene    INTEGER REFERENCES board_scene(id) ON DELETE SET NULL,
    heading  TEXT NOT NULL DEFAULT '',
    folded   TEXT NOT NULL DEFAULT ''
) STRICT
--;
CREATE INDEX note_cluster_by_board ON note_cluster(board, position)
--;
CREATE INDEX note_cluster_by_scene ON note_cluster(scene)
--;
CREATE TABLE sticky_note (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    board    INTEGER NOT NULL REFERENCES board(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    text     TEXT NOT NULL,
    folded   TEXT NOT NULL DEFAULT '',
    -- 困りごと, 解決したいこと, 伝え方, メモ
    kind     TEXT NOT NULL DEFAULT 'trouble' CHECK (kind IN ('trouble', 'wish', 'tell', 'memo')),
    scene    INTEGER REFERENCES board_scene(id) ON DELETE SET NULL,
    cluster  INTEGER REFERENCES note_cluster(id) ON DELETE SET NULL,
    -- Where the officer put it inside its field, in thousandths of the field; NULL: laid out in order.
    x        INTEGER CHECK (x BETWEEN 0 AND 1000),
    y        INTEGER CHECK (y BETWEEN 0 AND 1000)
) STRICT
--;
CREATE INDEX sticky_note_by_board ON sticky_note(board, position)
--;
CREATE INDEX sticky_note_by_scene ON sticky_note(scene)
--;
CREATE INDEX sticky_note_by_cluster ON sticky_note(cluster)
--;
-- A photograph of the paper poster, as the camera wrote it (JPEG or PNG).
CREATE TABLE board_photo (
    id       INTEGER PRIMARY KEY,
    board    INTEGER NOT NULL REFERENCES board(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    caption  TEXT NOT NULL DEFAULT '',
    data     BLOB NOT NULL
) STRICT
--;
CREATE INDEX board_photo_by_board ON board_photo(board, position)
--;
-- 相談内容の見出し, with what is thought of all consultations below it.
CREATE TABLE consultation_topic (
    id       INTEGER PRIMARY KEY,
    heading  TEXT NOT NULL,
    -- 相談内容の考察、課題や対応
    view     TEXT NOT NULL DEFAULT '',
    folded   TEXT NOT NULL DEFAULT ''
) STRICT
--;
-- An excerpt without anything that tells who asked; the consultation itself stays with the municipality.
CREATE TABLE consultation (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    topic        INTEGER REFERENCES consultation_topic(id) ON DELETE SET NULL,
    received_on  TEXT CHECK (received_on IS date(received_on)),
    -- 本人, 家族, ケアマネ, 医療機関, 薬局
    asker        TEXT NOT NULL DEFAULT ''
                 CHECK (asker IN ('', 'person', 'family', 'care_manager', 'medical', 'pharmacy', 'other')),
    asker_note   TEXT NOT NULL DEFAULT '',
    excerpt      TEXT NOT NULL,
    -- なぜ生じたか, 相談室以外に相談できるところはどこか, 相談せずに済むようにするにはどうしたらよいか
    why          TEXT NOT NULL DEFAULT '',
    elsewhere    TEXT NOT NULL DEFAULT '',
    prevention   TEXT NOT NULL DEFAULT '',
    scenes       TEXT NOT NULL DEFAULT '',
    municipality INTEGER REFERENCES municipality(id) ON DELETE SET NULL,
    centre       INTEGER REFERENCES centre(id) ON DELETE SET NULL,
    folded       TEXT NOT NULL DEFAULT ''
) STRICT
--;
CREATE INDEX consultation_by_topic ON consultation(topic)
--;
CREATE INDEX consultation_by_municipality ON consultation(municipality)
--;
CREATE INDEX consultation_by_centre ON consultation(centre)
--;
-- 困りごと → 個別課題 → 地域課題のタネ → 真因等の仮説 → 地域課題 → 協議の場 → 施策
CREATE TABLE issue_card (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    stage        INTEGER NOT NULL CHECK (stage BETWEEN 0 AND 6),
    position     INTEGER NOT NULL,
    title        TEXT NOT NULL,
    detail       TEXT NOT NULL DEFAULT '',
    folded       TEXT NOT NULL DEFAULT '',
    noted_on     TEXT CHECK (noted_on IS date(noted_on)),
    -- Since when it stands at its stage.
    stage_on     TEXT CHECK (stage_on IS date(stage_on)),
    source       TEXT NOT NULL DEFAULT '',
    source_note  TEXT NOT NULL DEFAULT '',
    -- Who raised it: somebody of the registers, or in words.
    person       INTEGER REFERENCES person(id) ON DELETE SET NULL,
    who          TEXT NOT NULL DEFAULT '',
    municipality INTEGER REFERENCES municipality(id) ON DELETE SET NULL,
    care_area    INTEGER REFERENCES care_area(id) ON DELETE SET NULL,
    workshop     INTEGER REFERENCES workshop(id) ON DELETE SET NULL,
    -- Divided by 、; none is fine.
    scenes       TEXT NOT NULL DEFAULT '',
    -- 地域づくり型, 課題解決型, 見守り型
    cooperation  TEXT NOT NULL DEFAULT '' CHECK (cooperation IN ('', 'community', 'solving', 'watching')),
    owner        TEXT NOT NULL DEFAULT '',
    -- 未着手, 対応中, 解決, 見送り
    status       TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'doing', 'solved', 'dropped')),
    closed_on    TEXT CHECK (closed_on IS date(closed_on))
) STRICT
--;
CREATE INDEX issue_card_by_stage ON issue_card(stage, position)
--;
CREATE INDEX issue_card_by_person ON issue_card(person)
--;
CREATE INDEX issue_card_by_municipality ON issue_card(municipality)
--;
CREATE INDEX issue_card_by_area ON issue_card(care_area)
--;
CREATE INDEX issue_card_by_workshop ON issue_card(workshop)
--;
-- From what came before to what came of it.
CREATE TABLE card_link (
    id     INTEGER PRIMARY KEY,
    origin INTEGER NOT NULL REFERENCES issue_card(id) ON DELETE CASCADE,
    result INTEGER NOT NULL REFERENCES issue_card(id) ON DELETE CASCADE,
    UNIQUE (origin, result),
    CHECK (origin <> result)
) STRICT
--;
CREATE INDEX card_link_by_result ON card_link(result)
--;
CREATE TABLE card_note (
    id   INTEGER PRIMARY KEY,
    card INTEGER NOT NULL REFERENCES issue_card(id) ON DELETE CASCADE,
    note INTEGER NOT NULL REFERENCES sticky_note(id) ON DELETE CASCADE,
    UNIQUE (card, note)
) STRICT
--;
CREATE INDEX card_note_by_note ON card_note(note)
--;
CREATE TABLE card_consultation (
    id           INTEGER PRIMARY KEY,
    card         INTEGER NOT NULL REFERENCES issue_card(id) ON DELETE CASCADE,
    consultation INTEGER NOT NULL REFERENCES consultation(id) ON DELETE CASCADE,
    UNIQUE (card, consultation)
) STRICT
--;
CREATE INDEX card_consultation_by_consultation ON card_consultation(consultation)
--;
-- What a later workshop says of an issue: solved, or raised again.
CREATE TABLE issue_review (
    id          INTEGER PRIMARY KEY,
    card        INTEGER NOT NULL REFERENCES issue_card(id) ON DELETE CASCADE,
    workshop    INTEGER REFERENCES workshop(id) ON DELETE SET NULL,
    reviewed_on TEXT CHECK (reviewed_on IS date(reviewed_on)),
    outcome     TEXT NOT NULL CHECK (outcome IN ('solved', 'remains')),
    note        TEXT NOT NULL DEFAULT ''
) STRICT
--;
CREATE INDEX issue_review_by_card ON issue_review(card)
--;
CREATE INDEX issue_review_by_workshop ON issue_review(workshop)
--;
-- What comes up again and again, as the officer names it, and where it came up.
CREATE TABLE issue_theme (
    id      INTEGER PRIMARY KEY,
    heading TEXT NOT NULL,
    note    TEXT NOT NULL DEFAULT '',
    folded  TEXT NOT NULL DEFAULT ''
) STRICT
--;
CREATE TABLE theme_member (
    id      INTEGER PRIMARY KEY,
    theme   INTEGER NOT NULL REFERENCES issue_theme(id) ON DELETE CASCADE,
    card    INTEGER REFERENCES issue_card(id) ON DELETE CASCADE,
    cluster INTEGER REFERENCES note_cluster(id) ON DELETE CASCADE,
    note    INTEGER REFERENCES sticky_note(id) ON DELETE CASCADE,
    topic   INTEGER REFERENCES consultation_topic(id) ON DELETE CASCADE,
    CHECK ((card IS NOT NULL) + (cluster IS NOT NULL) + (note IS NOT NULL) + (topic IS NOT NULL) = 1),
    UNIQUE (card),
    UNIQUE (cluster),
    UNIQUE (note),
    UNIQUE (topic)
) STRICT
--;
CREATE INDEX theme_member_by_theme ON theme_member(theme)
--;
-- 協議の場: what was put forward there and what came of it.
CREATE TABLE council_record (
    id           INTEGER PRIMARY KEY,
    held_on      TEXT CHECK (held_on IS date(held_on)),
    body         TEXT NOT NULL,
    municipality INTEGER REFERENCES municipality(id) ON DELETE SET NULL,
    care_area    INTEGER REFERENCES care_area(id) ON DELETE SET NULL,
    presented    TEXT NOT NULL DEFAULT '',
    agreed       TEXT NOT NULL DEFAULT '',
    note         TEXT NOT NULL DEFAULT '',
    folded       TEXT NOT NULL DEFAULT ''
) STRICT
--;
CREATE INDEX council_record_by_municipality ON council_record(municipality)
--;
CREATE INDEX council_record_by_area ON council_record(care_area)
--;
CREATE TABLE council_card (
    id      INTEGER PRIMARY KEY,
    council INTEGER NOT NULL REFERENCES council_record(id) ON DELETE CASCADE,
    card    INTEGER NOT NULL REFERENCES issue_card(id) ON DELETE CASCADE,
    UNIQUE (council, card)
) STRICT
--;
CREATE INDEX council_card_by_card ON council_card(card)
--;
CREATE TABLE council_action (
    id       INTEGER PRIMARY KEY,
    council  INTEGER NOT NULL REFERENCES council_record(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    what     TEXT NOT NULL,
    who      TEXT NOT NULL DEFAULT '',
    due_on   TEXT CHECK (due_on IS date(due_on)),
    done     INTEGER NOT NULL DEFAULT 0 CHECK (done IN (0, 1))
) STRICT
--;
CREATE INDEX council_action_by_council ON council_action(council, position)
--;
-- Theme 2: from a cluster of troubles to a seed.
CREATE TABLE issue_chain (
    id         INTEGER PRIMARY KEY,
    board      INTEGER NOT NULL REFERENCES board(id) ON DELETE CASCADE,
    position   INTEGER NOT NULL,
    cluster    INTEGER REFERENCES note_cluster(id) ON DELETE SET NULL,
    what       TEXT NOT NULL DEFAULT '',
    why        TEXT NOT NULL DEFAULT '',
    main_cause TEXT NOT NULL DEFAULT '',
    measures   TEXT NOT NULL DEFAULT '',
    best       TEXT NOT NULL DEFAULT '',
    seed       INTEGER REFERENCES issue_card(id) ON DELETE SET NULL
) STRICT
--;
CREATE INDEX issue_chain_by_board ON issue_chain(board, position)
--;
CREATE INDEX issue_chain_by_cluster ON issue_chain(cluster)
--;
CREATE INDEX issue_chain_by_seed ON issue_chain(seed)
--;
-- Theme 3: what a municipality is told.
CREATE TABLE issue_message (
    id           INTEGER PRIMARY KEY,
    board        INTEGER REFERENCES board(id) ON DELETE SET NULL,
    card         INTEGER REFERENCES issue_card(id) ON DELETE SET NULL,
    municipality INTEGER REFERENCES municipality(id) ON DELETE SET NULL,
    recipient    TEXT NOT NULL DEFAULT '',
    sender       TEXT NOT NULL DEFAULT '',
    written_on   TEXT CHECK (written_on IS date(written_on)),
    title        TEXT NOT NULL DEFAULT '',
    facts        TEXT NOT NULL DEFAULT '',
    view         TEXT NOT NULL DEFAULT '',
    material     TEXT NOT NULL DEFAULT '',
    request      TEXT NOT NULL DEFAULT '',
    folded       TEXT NOT NULL DEFAULT ''
) STRICT
--;
CREATE INDEX issue_message_by_board ON issue_message(board)
--;
CREATE INDEX issue_message_by_card ON issue_message(card)
--;
CREATE INDEX issue_message_by_municipality ON issue_message(municipality)
--;
-- 課題解決シナリオ, 問1 to 問5.
CREATE TABLE scenario (
    id           INTEGER PRIMARY KEY,
    card         INTEGER REFERENCES issue_card(id) ON DELETE SET NULL,
    municipality INTEGER REFERENCES municipality(id) ON DELETE SET NULL,
    written_on   TEXT CHECK (written_on IS date(written_on)),
    authors      TEXT NOT NULL DEFAULT '',
    theme        TEXT NOT NULL DEFAULT '',
    vision       TEXT NOT NULL DEFAULT '',
    cause1       TEXT NOT NULL DEFAULT '',
    cause2       TEXT NOT NULL DEFAULT '',
    cause3       TEXT NOT NULL DEFAULT '',
    cause4       TEXT NOT NULL DEFAULT '',
    root_cause   TEXT NOT NULL DEFAULT '',
    measure1     TEXT NOT NULL DEFAULT '',
    measure2     TEXT NOT NULL DEFAULT '',
    measure3     TEXT NOT NULL DEFAULT '',
    for_whom1    TEXT NOT NULL DEFAULT '',
    for_whom2    TEXT NOT NULL DEFAULT '',
    for_whom3    TEXT NOT NULL DEFAULT '',
    expected1    TEXT NOT NULL DEFAULT '',
    expected2    TEXT NOT NULL DEFAULT '',
    expected3    TEXT NOT NULL DEFAULT '',
    gauge1       TEXT NOT NULL DEFAULT '',
    gauge2       TEXT NOT NULL DEFAULT '',
    gauge3       TEXT NOT NULL DEFAULT '',
    folded       TEXT NOT NULL DEFAULT ''
) STRICT
--;
CREATE INDEX scenario_by_card ON scenario(card)
--;
CREATE INDEX scenario_by_municipality ON scenario(municipality)
--;
-- 在宅医療・介護連携推進事業実施状況及び課題管理シート of a municipality and a year.
CREATE TABLE control_sheet (
    id           INTEGER PRIMARY KEY,
    municipality INTEGER NOT NULL REFERENCES municipality(id) ON DELETE CASCADE,
    year         INTEGER NOT NULL CHECK (year BETWEEN 1868 AND 9998),
    vision       TEXT NOT NULL DEFAULT '',
    filled_on    TEXT CHECK (filled_on IS date(filled_on)),
    note         TEXT NOT NULL DEFAULT '',
    UNIQUE (municipality, year)
) STRICT
--;
CREATE TABLE control_scene (
    id              INTEGER PRIMARY KEY,
    sheet           INTEGER NOT NULL REFERENCES control_sheet(id) ON DELETE CASCADE,
    position        INTEGER NOT NULL,
    name            TEXT NOT NULL,
    aim             TEXT NOT NULL DEFAULT '',
    present         TEXT NOT NULL DEFAULT '',
    issue           TEXT NOT NULL DEFAULT '',
    measures        TEXT NOT NULL DEFAULT '',
    improvement     TEXT NOT NULL DEFAULT '',
    support_given   TEXT NOT NULL DEFAULT '',
    support_wanting TEXT NOT NULL DEFAULT '',
    folded          TEXT NOT NULL DEFAULT ''
) STRICT
--;
CREATE INDEX control_scene_by_sheet ON control_scene(sheet, position)
--;
CREATE TABLE control_indicator (
    id         INTEGER PRIMARY KEY,
    scene      INTEGER NOT NULL REFERENCES control_scene(id) ON DELETE CASCADE,
    position   INTEGER NOT NULL,
    name       TEXT NOT NULL DEFAULT '',
    due        TEXT NOT NULL DEFAULT '',
    baseline   TEXT NOT NULL DEFAULT '',
    target     TEXT NOT NULL DEFAULT '',
    result     TEXT NOT NULL DEFAULT '',
    assessment TEXT NOT NULL DEFAULT ''
) STRICT
--;
CREATE INDEX control_indicator_by_scene ON control_indicator(scene, position)
--;
CREATE TABLE control_value (
    id        INTEGER PRIMARY KEY,
    indicator INTEGER NOT NULL REFERENCES control_indicator(id) ON DELETE CASCADE,
    year      INTEGER NOT NULL CHECK (year BETWEEN 1868 AND 9998),
    value     TEXT NOT NULL,
    UNIQUE (indicator, year)
) STRICT
--;
-- Indicators of the prefecture or of a municipality, by the eight viewpoints.
CREATE TABLE indicator (
    id             INTEGER PRIMARY KEY,
    viewpoint      INTEGER NOT NULL CHECK (viewpoint BETWEEN 1 AND 8),
    position       INTEGER NOT NULL,
    municipality   INTEGER REFERENCES municipality(id) ON DELETE CASCADE,
    name           TEXT NOT NULL,
    -- S 構造, P 活動, O 成果
    type           TEXT NOT NULL DEFAULT 'P' CHECK (type IN ('S', 'P', 'O')),
    qualitative    INTEGER NOT NULL DEFAULT 0 CHECK (qualitative IN (0, 1)),
    unit           TEXT NOT NULL DEFAULT '',
    source         TEXT NOT NULL DEFAULT '',
    baseline       TEXT NOT NULL DEFAULT '',
    baseline_year  INTEGER CHECK (baseline_year BETWEEN 1868 AND 9998),
    -- Since the plan was made; then the baseline stays as it is.
    baseline_fixed INTEGER NOT NULL DEFAULT 0 CHECK (baseline_fixed IN (0, 1)),
    target         TEXT NOT NULL DEFAULT '',
    target_year    INTEGER CHECK (target_year BETWEEN 1868 AND 9998),
    note           TEXT NOT NULL DEFAULT ''
) STRICT
--;
CREATE INDEX indicator_by_viewpoint ON indicator(viewpoint, position)
--;
CREATE INDEX indicator_by_municipality ON indicator(municipality)
--;
CREATE TABLE indicator_value (
    id        INTEGER PRIMARY KEY,
    indicator INTEGER NOT NULL REFERENCES indicator(id) ON DELETE CASCADE,
    year      INTEGER NOT NULL CHECK (year BETWEEN 1868 AND 9998),
    value     TEXT NOT NULL DEFAULT '',
    -- Why it changed, or why it did not.
    cause     TEXT NOT NULL DEFAULT '',
    UNIQUE (indicator, year)
) STRICT
--;
-- 施策 → 成果指標 → 中間アウトカム → 目指す姿
CREATE TABLE logic_model (
    id           INTEGER PRIMARY KEY,
    title        TEXT NOT NULL,
    municipality INTEGER REFERENCES municipality(id) ON DELETE SET NULL,
    year         INTEGER CHECK (year BETWEEN 1868 AND 9998),
    note         TEXT NOT NULL DEFAULT ''
) STRICT
--;
CREATE INDEX logic_model_by_municipality ON logic_model(municipality)
--;
CREATE TABLE logic_node (
    id       INTEGER PRIMARY KEY,
    model    INTEGER NOT NULL REFERENCES logic_model(id) ON DELETE CASCADE,
    kind     INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 3),
    position INTEGER NOT NULL,
    text     TEXT NOT NULL,
    note     TEXT NOT NULL DEFAULT ''
) STRICT
--;
CREATE INDEX logic_node_by_model ON logic_node(model, kind, position)
--;
CREATE TABLE logic_link (
    id     INTEGER PRIMARY KEY,
    origin INTEGER NOT NULL REFERENCES logic_node(id) ON DELETE CASCADE,
    result INTEGER NOT NULL REFERENCES logic_node(id) ON DELETE CASCADE,
    UNIQUE (origin, result),
    CHECK (origin <> result)
) STRICT
--;
CREATE INDEX logic_link_by_result ON logic_link(result)
