ALTER TABLE "submissions" ADD COLUMN "brief" jsonb DEFAULT '{"rows":{},"disagrees_with":[],"changed_fields":[]}'::jsonb NOT NULL;--> statement-breakpoint
-- Of texts: PostgreSQL cannot look into JSON that holds a character it does not take as text. Within a text of the JSON
-- every quotation mark has a backslash before it, so that none of these can begin there. With which tables a return did
-- not agree is not in the database; one that was rejected for it before today is told the general words in lists.
UPDATE "submissions" SET "brief" = jsonb_build_object(
  'rows', coalesce((regexp_match("report"::text, '"rows":(\{[^{}]*\})'))[1], '{}')::jsonb,
  'disagrees_with', '[]'::jsonb,
  'changed_fields', (
    SELECT coalesce(jsonb_agg(DISTINCT "found"[1]), '[]'::jsonb)
    FROM regexp_matches("header_changes"::text, '"field":"([a-z_.]+)"', 'g') AS "found"
  )
);
