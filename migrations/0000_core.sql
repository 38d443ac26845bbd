CREATE TABLE "api_keys" (
	"key_id" text PRIMARY KEY NOT NULL,
	"organisation" text NOT NULL,
	"secret_sha256" "bytea" NOT NULL,
	"scopes" text[] NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"last_used_at" timestamp with time zone,
	CONSTRAINT "api_keys_secret_is_sha256" CHECK (octet_length("api_keys"."secret_sha256") = 32),
	CONSTRAINT "api_keys_scopes_are_known" CHECK ("api_keys"."scopes" <@ array['submit', 'read_own'])
);
--> statement-breakpoint
CREATE TABLE "services" (
	"id" text PRIMARY KEY NOT NULL,
	"name" jsonb NOT NULL,
	"submitter" text NOT NULL,
	"areas" text[] NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"programme" text,
	"contact_role" text,
	"contact_address" text,
	CONSTRAINT "services_end_after_start" CHECK ("services"."valid_to" >= "services"."valid_from")
);
--> statement-breakpoint
CREATE TABLE "standing_tables" (
	"organisation" text NOT NULL,
	"collection" text NOT NULL,
	"period" text NOT NULL,
	"table_name" text NOT NULL,
	"submission_id" uuid NOT NULL,
	"rows_submission_id" uuid NOT NULL,
	CONSTRAINT "standing_tables_key" PRIMARY KEY("organisation","collection","period","table_name")
);
--> statement-breakpoint
CREATE TABLE "submission_tables" (
	"submission_id" uuid NOT NULL,
	"table_name" text NOT NULL,
	"table_digest" text NOT NULL,
	"rows" integer NOT NULL,
	"outcome" text NOT NULL,
	CONSTRAINT "submission_tables_key" PRIMARY KEY("submission_id","table_name"),
	CONSTRAINT "submission_tables_digest_is_sha256" CHECK ("submission_tables"."table_digest" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "submission_tables_outcome_is_known" CHECK ("submission_tables"."outcome" in ('created', 'revised', 'unchanged')),
	CONSTRAINT "submission_tables_rows_is_count" CHECK ("submission_tables"."rows" >= 0)
);
--> statement-breakpoint
CREATE TABLE "submissions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"sequence" bigint GENERATED ALWAYS AS IDENTITY (sequence name "submissions_sequence_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"organisation" text NOT NULL,
	"period" text,
	"collection" text,
	"schema_version" text NOT NULL,
	"state" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"key_id" text NOT NULL,
	"request_id" text NOT NULL,
	"body_sha256" "bytea" NOT NULL,
	"header" json,
	"services_included" text[] NOT NULL,
	"report" json NOT NULL,
	"service_findings" json NOT NULL,
	"confirmations" jsonb NOT NULL,
	CONSTRAINT "submissions_sequence_key" UNIQUE("sequence"),
	CONSTRAINT "submissions_state_is_known" CHECK ("submissions"."state" in ('accepted', 'needs_verification', 'rejected')),
	CONSTRAINT "submissions_accepted_has_time" CHECK (("submissions"."state" = 'accepted') = ("submissions"."accepted_at" is not null)),
	CONSTRAINT "submissions_accepted_has_header" CHECK ("submissions"."state" <> 'accepted' or ("submissions"."header" is not null and "submissions"."period" is not null and "submissions"."collection" is not null)),
	CONSTRAINT "submissions_body_is_sha256" CHECK (octet_length("submissions"."body_sha256") = 32)
);
--> statement-breakpoint
CREATE TABLE "rows_characteristics" (
	"submission_id" uuid NOT NULL,
	"population" text NOT NULL,
	"characteristic" text NOT NULL,
	"area_code" text NOT NULL,
	"age_group" text NOT NULL,
	"sex" text NOT NULL,
	"category" text NOT NULL,
	"people" integer NOT NULL,
	"people_first_in_year" integer NOT NULL,
	CONSTRAINT "rows_characteristics_key" PRIMARY KEY("submission_id","population","characteristic","area_code","age_group","sex","category")
);
--> statement-breakpoint
CREATE TABLE "rows_outcome_coverage" (
	"submission_id" uuid NOT NULL,
	"measure" text NOT NULL,
	"value_set" text NOT NULL,
	"breakdown" text NOT NULL,
	"area_code" text NOT NULL,
	"category" text NOT NULL,
	"n_eligible" integer,
	"n_baseline" integer,
	"n_follow_up" integer,
	"n_paired" integer,
	CONSTRAINT "rows_outcome_coverage_key" PRIMARY KEY("submission_id","measure","value_set","breakdown","area_code","category")
);
--> statement-breakpoint
CREATE TABLE "rows_outcomes" (
	"submission_id" uuid NOT NULL,
	"measure" text NOT NULL,
	"value_set" text NOT NULL,
	"breakdown" text NOT NULL,
	"area_code" text NOT NULL,
	"category" text NOT NULL,
	"interval" text NOT NULL,
	"completion_mode" text NOT NULL,
	"n_paired" integer NOT NULL,
	"mean_baseline" double precision,
	"sd_baseline" double precision,
	"mean_follow_up" double precision,
	"sd_follow_up" double precision,
	"mean_change" double precision,
	"sd_change" double precision,
	"n_improved" integer,
	"n_unchanged" integer,
	"n_worse" integer,
	"improvement_threshold" double precision,
	"change_method" text NOT NULL,
	CONSTRAINT "rows_outcomes_key" PRIMARY KEY("submission_id","measure","value_set","breakdown","area_code","category","interval","completion_mode")
);
--> statement-breakpoint
CREATE TABLE "rows_profiles" (
	"submission_id" uuid NOT NULL,
	"population" text NOT NULL,
	"area_code" text NOT NULL,
	"age_band" text NOT NULL,
	"sex" text NOT NULL,
	"deprivation_quintile" text NOT NULL,
	"people" integer NOT NULL,
	"people_first_in_year" integer NOT NULL,
	CONSTRAINT "rows_profiles_key" PRIMARY KEY("submission_id","population","area_code","age_band","sex","deprivation_quintile")
);
--> statement-breakpoint
ALTER TABLE "standing_tables" ADD CONSTRAINT "standing_tables_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standing_tables" ADD CONSTRAINT "standing_tables_rows_submission_id_submissions_id_fk" FOREIGN KEY ("rows_submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission_tables" ADD CONSTRAINT "submission_tables_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "api_keys_by_organisation" ON "api_keys" USING btree ("organisation");--> statement-breakpoint
CREATE INDEX "services_by_submitter" ON "services" USING btree ("submitter");--> statement-breakpoint
CREATE INDEX "standing_tables_by_period" ON "standing_tables" USING btree ("collection","period","organisation","table_name");--> statement-breakpoint
CREATE INDEX "submissions_by_organisation" ON "submissions" USING btree ("organisation","sequence");