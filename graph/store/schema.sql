-- The graph file, version 1 (later versions: migrate.cpp): documents with their text, and what was found in each, as it was found.
-- Positions count Unicode code points of the document's title or text; `start` is the first, `stop` the one
-- after the last. `place` is the order in which things stood in the document's Extraction. `unknown` keeps, as
-- JSON, the fields of an Extraction that this program does not know.

-- The vocabulary. Numbers are never changed, only added.

CREATE TABLE relations (number INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE);
INSERT INTO relations VALUES (0, 'proposed'), (1, 'accepted'), (2, 'rejected'), (3, 'supported'),
                             (4, 'opposed'), (5, 'amended'), (6, 'withdrew'), (7, 'received'),
                             (8, 'discussed');

CREATE TABLE modalities (number INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE);
INSERT INTO modalities VALUES (0, 'actual'), (1, 'denied'), (2, 'planned'), (3, 'possible'), (4, 'urged');

CREATE TABLE extents (number INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE);
INSERT INTO extents VALUES (0, 'full'), (1, 'partial');

CREATE TABLE actor_kinds (number INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE);
INSERT INTO actor_kinds VALUES (0, 'unknown'), (1, 'person'), (2, 'state'), (3, 'organisation'),
                               (4, 'group'), (5, 'place');

CREATE TABLE link_kinds (number INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE);
INSERT INTO link_kinds VALUES (0, 'leads'), (1, 'speaks_for'), (2, 'member_of'), (3, 'part_of'),
                              (4, 'seat_of'), (5, 'counters'), (6, 'revises');

-- What was read, and found. Deleting a row of documents deletes all that it gave.

CREATE TABLE documents (
  number    INTEGER PRIMARY KEY,                     -- inside this file only
  id        TEXT NOT NULL UNIQUE CHECK (id <> ''),
  title     TEXT NOT NULL,
  date      TEXT,                                    -- YYYY-MM-DD, YYYY-MM or YYYY
  source    TEXT,                                    -- the publisher
  url       TEXT,
  path      TEXT CHECK (path <> ''),                 -- the file it was last read from, or file#line
  sha256    TEXT NOT NULL,                           -- of title, date, source and text
  extractor TEXT NOT NULL,                           -- who found this, with version
  unknown   TEXT,
  text      TEXT                                     -- null where only the findings are known
);
CREATE INDEX documents_by_path ON documents (path);

CREATE TABLE actors (
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  id       TEXT NOT NULL CHECK (id <> ''),           -- "a1": inside its document only
  place    INTEGER NOT NULL,
  name     TEXT NOT NULL,
  kind     INTEGER NOT NULL REFERENCES actor_kinds,
  unknown  TEXT,
  PRIMARY KEY (document, id)
) WITHOUT ROWID;

CREATE TABLE proposals (
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  id       TEXT NOT NULL CHECK (id <> ''),           -- "p1": inside its document only
  place    INTEGER NOT NULL,
  name     TEXT NOT NULL,
  kind     TEXT NOT NULL,                            -- "plan", "bill", "ceasefire"
  points   INTEGER CHECK (points >= 0),              -- 28 for "the 28-point plan"
  unknown  TEXT,
  PRIMARY KEY (document, id)
) WITHOUT ROWID;

-- The words by which a document names an actor or a proposal: one of the two.
CREATE TABLE mentions (
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  place    INTEGER NOT NULL,
  actor    TEXT,
  proposal TEXT,
  field    TEXT NOT NULL CHECK (field IN ('title', 'text')),
  start    INTEGER NOT NULL CHECK (start >= 0),
  stop     INTEGER NOT NULL CHECK (stop > start),
  text     TEXT NOT NULL,
  PRIMARY KEY (document, place),
  FOREIGN KEY (document, actor) REFERENCES actors,
  FOREIGN KEY (document, proposal) REFERENCES proposals,
  CHECK ((actor IS NULL) <> (proposal IS NULL))
) WITHOUT ROWID;

-- An actor takes an act towards a proposal. `quote` is the sentence that says so, `trigger_text` the words in
-- it that name the act.
CREATE TABLE assertions (
  document      INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  place         INTEGER NOT NULL,
  actor         TEXT NOT NULL,
  relation      INTEGER NOT NULL REFERENCES relations,
  proposal      TEXT NOT NULL,
  modality      INTEGER NOT NULL REFERENCES modalities,
  extent        INTEGER NOT NULL REFERENCES extents,
  speaker       TEXT,                                -- the actor who says so, where it is another
  date          TEXT,                                -- of the act, where the document states it
  field         TEXT NOT NULL CHECK (field IN ('title', 'text')),
  start         INTEGER NOT NULL CHECK (start >= 0),
  stop          INTEGER NOT NULL CHECK (stop > start),
  quote         TEXT NOT NULL,
  trigger_field TEXT CHECK (trigger_field IN ('title', 'text')),
  trigger_start INTEGER CHECK (trigger_start >= 0),
  trigger_stop  INTEGER CHECK (trigger_stop > trigger_start),
  trigger_text  TEXT,
  rule          TEXT NOT NULL,                       -- what found it; empty where a person did
  confidence    REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  unknown       TEXT,
  PRIMARY KEY (document, place),
  FOREIGN KEY (document, actor) REFERENCES actors,
  FOREIGN KEY (document, proposal) REFERENCES proposals,
  FOREIGN KEY (document, speaker) REFERENCES actors
) WITHOUT ROWID;

-- Other sentences that say the same as an assertion.
CREATE TABLE also (
  document  INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  assertion INTEGER NOT NULL,                        -- its place
  place     INTEGER NOT NULL,
  field     TEXT NOT NULL CHECK (field IN ('title', 'text')),
  start     INTEGER NOT NULL CHECK (start >= 0),
  stop      INTEGER NOT NULL CHECK (stop > start),
  text      TEXT NOT NULL,
  PRIMARY KEY (document, assertion, place),
  FOREIGN KEY (document, assertion) REFERENCES assertions
) WITHOUT ROWID;

-- Actor to actor or proposal to proposal, read from … relation … to: one of the two pairs.
CREATE TABLE links (
  document      INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  place         INTEGER NOT NULL,
  relation      INTEGER NOT NULL REFERENCES link_kinds,
  from_actor    TEXT,
  to_actor      TEXT,
  from_proposal TEXT,
  to_proposal   TEXT,
  field         TEXT CHECK (field IN ('title', 'text')),
  start         INTEGER CHECK (start >= 0),
  stop          INTEGER CHECK (stop > start),
  quote         TEXT,
  unknown       TEXT,
  PRIMARY KEY (document, place),
  FOREIGN KEY (document, from_actor) REFERENCES actors,
  FOREIGN KEY (document, to_actor) REFERENCES actors,
  FOREIGN KEY (document, from_proposal) REFERENCES proposals,
  FOREIGN KEY (document, to_proposal) REFERENCES proposals,
  CHECK ((from_actor IS NULL) = (to_actor IS NULL)),
  CHECK ((from_proposal IS NULL) = (to_proposal IS NULL)),
  CHECK ((from_actor IS NULL) <> (from_proposal IS NULL))
) WITHOUT ROWID;

-- What an analyst corrected, apart from what was found. `anchors` are JSON: document ids and quoted mentions.

CREATE TABLE corrections (
  n       INTEGER PRIMARY KEY,
  at      TEXT NOT NULL,
  author  TEXT NOT NULL,
  kind    TEXT NOT NULL,
  anchors TEXT NOT NULL,
  undone  INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
);

-- The actors and proposals of the whole graph, derived from all documents, and what belongs to which.

CREATE TABLE nodes (
  kind TEXT NOT NULL CHECK (kind IN ('actor', 'proposal')),
  id   TEXT PRIMARY KEY,
  name TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE belongs (
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  local    TEXT NOT NULL,                            -- the id of one of the document's actors or proposals
  node     TEXT NOT NULL REFERENCES nodes,
  PRIMARY KEY (document, local)
) WITHOUT ROWID;
CREATE INDEX belongs_by_node ON belongs (node);

-- One row. `generation` grows with every change of what is known.

CREATE TABLE meta (generation INTEGER NOT NULL);
INSERT INTO meta VALUES (0);

-- Full-text search over titles and texts. It keeps no copy of them; the triggers keep it in step.

CREATE VIRTUAL TABLE search USING fts5 (title, text, content = 'documents', content_rowid = 'number',
                                        tokenize = 'porter unicode61 remove_diacritics 2');

CREATE TRIGGER document_added AFTER INSERT ON documents BEGIN
  INSERT INTO search (rowid, title, text) VALUES (new.number, new.title, new.text);
END;

CREATE TRIGGER document_deleted AFTER DELETE ON documents BEGIN
  INSERT INTO search (search, rowid, title, text) VALUES ('delete', old.number, old.title, old.text);
END;

CREATE TRIGGER document_changed AFTER UPDATE OF number, title, text ON documents BEGIN
  INSERT INTO search (search, rowid, title, text) VALUES ('delete', old.number, old.title, old.text);
  INSERT INTO search (rowid, title, text) VALUES (new.number, new.title, new.text);
END;

-- To read with sqlite3: every assertion, and every link, in words.

CREATE VIEW findings AS
SELECT actors.name AS actor, relations.word AS relation, proposals.name AS proposal,
       modalities.word AS modality, extents.word AS extent, assertions.date AS date, speakers.name AS speaker,
       assertions.quote AS quote, documents.id AS document, documents.title AS title,
       documents.date AS published, documents.source AS source, assertions.rule AS rule,
       assertions.confidence AS confidence
FROM assertions
JOIN documents ON documents.number = assertions.document
JOIN actors ON actors.document = assertions.document AND actors.id = assertions.actor
JOIN proposals ON proposals.document = assertions.document AND proposals.id = assertions.proposal
JOIN relations ON relations.number = assertions.relation
JOIN modalities ON modalities.number = assertions.modality
JOIN extents ON extents.number = assertions.extent
LEFT JOIN actors AS speakers
       ON speakers.document = assertions.document AND speakers.id = assertions.speaker;

CREATE VIEW connections AS
SELECT coalesce(from_actors.name, from_proposals.name) AS subject, link_kinds.word AS relation,
       coalesce(to_actors.name, to_proposals.name) AS object, links.quote AS quote, documents.id AS document,
       documents.date AS published, documents.source AS source
FROM links
JOIN documents ON documents.number = links.document
JOIN link_kinds ON link_kinds.number = links.relation
LEFT JOIN actors AS from_actors
       ON from_actors.document = links.document AND from_actors.id = links.from_actor
LEFT JOIN actors AS to_actors
       ON to_actors.document = links.document AND to_actors.id = links.to_actor
LEFT JOIN proposals AS from_proposals
       ON from_proposals.document = links.document AND from_proposals.id = links.from_proposal
LEFT JOIN proposals AS to_proposals
       ON to_proposals.document = links.document AND to_proposals.id = links.to_proposal;
