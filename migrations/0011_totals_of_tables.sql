ALTER TABLE "submission_tables" ADD COLUMN "totals" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
UPDATE "submission_tables" SET "totals" = "sums"."totals"
  FROM (
    SELECT "submission_id", jsonb_agg(jsonb_build_object('codes', jsonb_build_array("population"), 'count', "count")) AS "totals"
    FROM (
      SELECT "submission_id", "population", coalesce(sum("people"), 0) AS "count"
      FROM "rows_profiles" GROUP BY "submission_id", "population"
    ) AS "counted"
    GROUP BY "submission_id"
  ) AS "sums"
  WHERE "submission_tables"."table_name" = 'profiles' AND "sums"."submission_id" = coalesce((
    SELECT "rows_submission_id" FROM "standing_tables"
    WHERE "standing_tables"."submission_id" = "submission_tables"."submission_id"
      AND "standing_tables"."table_name" = "submission_tables"."table_name"
  ), "submission_tables"."submission_id");--> statement-breakpoint
UPDATE "submission_tables" SET "totals" = "sums"."totals"
  FROM (
    SELECT "submission_id", jsonb_agg(jsonb_build_object('codes', jsonb_build_array("basis", "stage"), 'count', "count")) AS "totals"
    FROM (
      SELECT "submission_id", "basis", "stage", coalesce(sum("episodes"), 0) AS "count"
      FROM "rows_pathway" GROUP BY "submission_id", "basis", "stage"
    ) AS "counted"
    GROUP BY "submission_id"
  ) AS "sums"
  WHERE "submission_tables"."table_name" = 'pathway' AND "sums"."submission_id" = coalesce((
    SELECT "rows_submission_id" FROM "standing_tables"
    WHERE "standing_tables"."submission_id" = "submission_tables"."submission_id"
      AND "standing_tables"."table_name" = "submission_tables"."table_name"
  ), "submission_tables"."submission_id");--> statement-breakpoint
UPDATE "submission_tables" SET "totals" = "sums"."totals"
  FROM (
    SELECT "submission_id", jsonb_agg(jsonb_build_object('codes', jsonb_build_array(), 'count', "count")) AS "totals"
    FROM (
      SELECT "submission_id", coalesce(sum("connections"), 0) AS "count"
      FROM "rows_connections" GROUP BY "submission_id"
    ) AS "counted"
    GROUP BY "submission_id"
  ) AS "sums"
  WHERE "submission_tables"."table_name" = 'connections' AND "sums"."submission_id" = coalesce((
    SELECT "rows_submission_id" FROM "standing_tables"
    WHERE "standing_tables"."submission_id" = "submission_tables"."submission_id"
      AND "standing_tables"."table_name" = "submission_tables"."table_name"
  ), "submission_tables"."submission_id");--> statement-breakpoint
UPDATE "submission_tables" SET "totals" = "sums"."totals"
  FROM (
    SELECT "submission_id", jsonb_agg(jsonb_build_object('codes', jsonb_build_array(), 'count', "count")) AS "totals"
    FROM (
      SELECT "submission_id", coalesce(sum("episodes"), 0) AS "count"
      FROM "rows_closures" GROUP BY "submission_id"
    ) AS "counted"
    GROUP BY "submission_id"
  ) AS "sums"
  WHERE "submission_tables"."table_name" = 'closures' AND "sums"."submission_id" = coalesce((
    SELECT "rows_submission_id" FROM "standing_tables"
    WHERE "standing_tables"."submission_id" = "submission_tables"."submission_id"
      AND "standing_tables"."table_name" = "submission_tables"."table_name"
  ), "submission_tables"."submission_id");--> statement-breakpoint
UPDATE "submission_tables" SET "totals" = "sums"."totals"
  FROM (
    SELECT "submission_id", jsonb_agg(jsonb_build_object('codes', jsonb_build_array(), 'count', "count")) AS "totals"
    FROM (
      SELECT "submission_id", coalesce(sum("headcount"), 0) AS "count"
      FROM "rows_workforce" GROUP BY "submission_id"
    ) AS "counted"
    GROUP BY "submission_id"
  ) AS "sums"
  WHERE "submission_tables"."table_name" = 'workforce' AND "sums"."submission_id" = coalesce((
    SELECT "rows_submission_id" FROM "standing_tables"
    WHERE "standing_tables"."submission_id" = "submission_tables"."submission_id"
      AND "standing_tables"."table_name" = "submission_tables"."table_name"
  ), "submission_tables"."submission_id");--> statement-breakpoint
UPDATE "submission_tables" SET "totals" = "sums"."totals"
  FROM (
    SELECT "submission_id", jsonb_agg(jsonb_build_object('codes', jsonb_build_array(), 'count', "count")) AS "totals"
    FROM (
      SELECT "submission_id", coalesce(sum("offers"), 0) AS "count"
      FROM "rows_assets" GROUP BY "submission_id"
    ) AS "counted"
    GROUP BY "submission_id"
  ) AS "sums"
  WHERE "submission_tables"."table_name" = 'assets' AND "sums"."submission_id" = coalesce((
    SELECT "rows_submission_id" FROM "standing_tables"
    WHERE "standing_tables"."submission_id" = "submission_tables"."submission_id"
      AND "standing_tables"."table_name" = "submission_tables"."table_name"
  ), "submission_tables"."submission_id");
