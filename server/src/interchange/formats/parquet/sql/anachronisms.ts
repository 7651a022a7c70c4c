/** The part of the query that holds claims against the dates of their documents, of events and of lives: section 9 of the format. */

import { code } from './covered.ts';

export const ANACHRONISMS = `-- Of a change only the end is looked at: it begins last.
dated_claims AS (
  SELECT * FROM statements
  WHERE NOT is_fact AND stance = 'asserts' AND NOT takes_time AND COALESCE(claim_end, 'to') = 'to'
),
-- When an event's record says that it was held; of several times the earliest.
held_on AS (
  SELECT subject, statement, value_first, is_possible, value_is_uncertain
  FROM (
    SELECT s.*, ROW_NUMBER() OVER (PARTITION BY subject ORDER BY value_first, path_order, number) AS nth
    FROM statements s
    WHERE is_fact AND subject_is_event AND property = 'held-on' AND kind = 'time' AND stance = 'asserts'
  ) ranked
  WHERE nth = 1
),
-- A claim of what begins after its document was published: by its own time, else by an event that it is about.
early AS (
  SELECT o.statement AS own,
      CASE
        WHEN o.at_first > o.published_last THEN 'at'
        WHEN s.value_first > o.published_last THEN 'subject'
        WHEN v.value_first > o.published_last THEN 'value'
      END AS reason,
      s.statement AS subject_held, v.statement AS value_held,
      o.is_possible, s.is_possible AS subject_possible, v.is_possible AS value_possible,
      o.published_is_uncertain, o.at_is_uncertain, s.value_is_uncertain AS subject_uncertain, v.value_is_uncertain AS value_uncertain
  FROM dated_claims o
  LEFT JOIN held_on s ON s.subject = o.subject
  LEFT JOIN held_on v ON v.subject = o.value_entity
),
too_early AS (
  SELECT ${code('anachronism')} AS code, own,
      CASE reason WHEN 'subject' THEN subject_held WHEN 'value' THEN value_held END AS other,
      CASE WHEN is_possible OR (reason = 'subject' AND subject_possible) OR (reason = 'value' AND value_possible) THEN 1 ELSE 0 END
        + CASE WHEN published_is_uncertain
            OR COALESCE(CASE reason WHEN 'at' THEN at_is_uncertain WHEN 'subject' THEN subject_uncertain ELSE value_uncertain END, FALSE)
          THEN 1 ELSE 0 END AS doubts
  FROM early
  WHERE reason IS NOT NULL
),
-- What bounds a life: what records say of it, and what documents say where these are silent.
bounds AS (
  SELECT subject, statement, is_fact, value_first, value_last, speaker, is_possible, is_uncertain,
      CASE WHEN property IN ('born-on', 'founded-on') THEN 'beginning' ELSE 'end' END AS side,
      ROW_NUMBER() OVER (
        PARTITION BY subject, is_fact, CASE WHEN property IN ('born-on', 'founded-on') THEN 'beginning' ELSE 'end' END
        ORDER BY CASE WHEN property IN ('born-on', 'died-on') THEN 0 ELSE 1 END, path_order, number
      ) AS nth
  FROM statements
  WHERE property IN ('born-on', 'founded-on', 'died-on', 'dissolved-on') AND kind = 'time' AND stance = 'asserts' AND NOT has_ended
),
bounded AS (
  SELECT subject, side, is_fact, MIN(value_first) AS earliest, MAX(value_last) AS latest
  FROM bounds
  GROUP BY subject, side, is_fact
),
recorded AS (
  SELECT subject, side FROM bounded WHERE is_fact
),
lives AS (
  SELECT b.subject, b.side, b.earliest, b.latest, f.statement, f.speaker, f.is_possible, f.is_uncertain
  FROM bounded b
  JOIN bounds f ON f.subject = b.subject AND f.side = b.side AND f.is_fact = b.is_fact AND f.nth = 1
  LEFT JOIN recorded r ON r.subject = b.subject AND r.side = b.side
  WHERE b.is_fact OR r.subject IS NULL
),
outside AS (
  SELECT o.statement AS own, o.speaker, o.is_possible, o.at_is_uncertain,
      COALESCE(o.at_last < b.earliest, FALSE) AS is_before,
      COALESCE(o.at_first > e.latest AND NOT o.outlives, FALSE) AS is_after,
      b.statement AS beginning, b.speaker AS beginning_speaker, b.is_possible AS beginning_possible, b.is_uncertain AS beginning_uncertain,
      e.statement AS ending, e.speaker AS ending_speaker, e.is_possible AS ending_possible, e.is_uncertain AS ending_uncertain
  FROM dated_claims o
  LEFT JOIN lives b ON b.subject = o.subject AND b.side = 'beginning'
  LEFT JOIN lives e ON e.subject = o.subject AND e.side = 'end'
  WHERE NOT o.is_permanent
),
out_of_life AS (
  SELECT ${code('anachronism')} AS code, own,
      CASE WHEN is_before THEN beginning ELSE ending END AS other,
      CASE WHEN speaker <> CASE WHEN is_before THEN beginning_speaker ELSE ending_speaker END THEN 1 ELSE 0 END
        + CASE WHEN is_possible OR CASE WHEN is_before THEN beginning_possible ELSE ending_possible END THEN 1 ELSE 0 END
        + CASE WHEN at_is_uncertain OR CASE WHEN is_before THEN beginning_uncertain ELSE ending_uncertain END THEN 1 ELSE 0 END AS doubts
  FROM outside
  WHERE is_before OR is_after
)`;
