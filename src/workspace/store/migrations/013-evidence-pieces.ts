/**
 * Kept files stand in pieces: each is written in a small change of its own, and none is ever held in memory as a whole. What
 * is there already is divided as new files are (`pieceSize` in evidence.ts).
 */
export const evidencePieces = `
ALTER TABLE evidenceContent RENAME TO evidenceWhole;
CREATE TABLE evidenceContent (sha256 TEXT NOT NULL PRIMARY KEY, id TEXT NOT NULL UNIQUE, bytes INTEGER NOT NULL) STRICT;
CREATE TABLE evidencePiece (
  contentId TEXT NOT NULL, n INTEGER NOT NULL, piece BLOB NOT NULL, PRIMARY KEY (contentId, n)
) STRICT;
INSERT INTO evidenceContent (sha256, id, bytes) SELECT sha256, sha256, length(content) FROM evidenceWhole;
WITH RECURSIVE part (sha256, n, bytes) AS (
  SELECT sha256, 0, length(content) FROM evidenceWhole
  UNION ALL SELECT sha256, n + 1, bytes FROM part WHERE (n + 1) * 262144 < bytes
)
INSERT INTO evidencePiece (contentId, n, piece)
SELECT part.sha256, n, coalesce(substr(content, n * 262144 + 1, 262144), zeroblob(0)) FROM part JOIN evidenceWhole USING (sha256);
DROP TABLE evidenceWhole;
`
