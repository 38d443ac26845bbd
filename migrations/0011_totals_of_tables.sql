ALTER TABLE "submission_tables" ADD COLUMN "totals" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
DO $$
DECLARE
  counted record;
BEGIN
  FOR counted IN
    SELECT * FROM (VALUES
      ('profiles', '"population"', 'people'),
      ('pathway', '"basis", "stage"', 'episodes'),
      ('connections', '', 'connections'),
      ('closures', '', 'episodes'),
      ('workforce', '', 'headcount'),
      ('assets', '', 'offers')
    ) AS "tables" ("name", "codes", "count")
  LOOP
    EXECUTE format(
      $update$
        UPDATE "submission_tables" SET "totals" = "sums"."totals"
        FROM (
          SELECT "submission_id", jsonb_agg(jsonb_build_object('codes', "codes", 'count', "count")) AS "totals"
          FROM (
            SELECT "submission_id", jsonb_build_array(%s) AS "codes", coalesce(sum(%I), 0) AS "count"
            FROM %I GROUP BY 1, 2
          ) AS "counted"
          GROUP BY "submission_id"
        ) AS "sums"
        WHERE "table_name" = %L AND "sums"."submission_id" = coalesce((
          SELECT "rows_submission_id" FROM "standing_tables"
          WHERE "standing_tables"."submission_id" = "submission_tables"."submission_id"
            AND "standing_tables"."table_name" = "submission_tables"."table_name"
        ), "submission_tables"."submission_id")
      $update$,
      counted."codes", counted."count", 'rows_' || counted."name", counted."name"
    );
  END LOOP;
END $$;
