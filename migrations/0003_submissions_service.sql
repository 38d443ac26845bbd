CREATE TABLE "audit_log" (
	"sequence" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_log_sequence_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor" text NOT NULL,
	"organisation" text,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"request_id" text,
	"digest" "bytea",
	CONSTRAINT "audit_log_actor_kind_is_known" CHECK ("audit_log"."actor_kind" in ('key', 'client', 'command', 'service')),
	CONSTRAINT "audit_log_digest_is_sha256" CHECK (octet_length("audit_log"."digest") = 32)
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"organisation" text NOT NULL,
	"idempotency_key" text NOT NULL,
	"request_sha256" "bytea" NOT NULL,
	"status" integer NOT NULL,
	"location" text,
	"media_type" text NOT NULL,
	"response" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_key" PRIMARY KEY("organisation","idempotency_key"),
	CONSTRAINT "idempotency_keys_request_is_sha256" CHECK (octet_length("idempotency_keys"."request_sha256") = 32),
	CONSTRAINT "idempotency_keys_status_is_kept" CHECK ("idempotency_keys"."status" between 200 and 299 or "idempotency_keys"."status" = 422)
);
--> statement-breakpoint
CREATE TABLE "oauth_clients" (
	"issuer" text NOT NULL,
	"client_id" text NOT NULL,
	"organisation" text NOT NULL,
	"scopes" text[] NOT NULL,
	"sandbox" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"last_used_at" timestamp with time zone,
	CONSTRAINT "oauth_clients_key" PRIMARY KEY("issuer","client_id"),
	CONSTRAINT "oauth_clients_scopes_are_known" CHECK ("oauth_clients"."scopes" <@ array['submit', 'read_own'])
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"code" text PRIMARY KEY NOT NULL,
	"obligation" text NOT NULL,
	"tables" text[] NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"contact_role" text,
	"contact_address" text,
	CONSTRAINT "organisations_obligation_is_known" CHECK ("organisations"."obligation" in ('core', 'standard', 'full')),
	CONSTRAINT "organisations_end_after_start" CHECK ("organisations"."valid_to" >= "organisations"."valid_from")
);
--> statement-breakpoint
CREATE TABLE "periods" (
	"period" text PRIMARY KEY NOT NULL,
	"opens_on" date NOT NULL,
	"due_on" date NOT NULL,
	"closes_on" date NOT NULL,
	CONSTRAINT "periods_in_order" CHECK ("periods"."opens_on" <= "periods"."due_on" and "periods"."due_on" <= "periods"."closes_on")
);
--> statement-breakpoint
CREATE TABLE "register_history" (
	"sequence" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "register_history_sequence_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"register" text NOT NULL,
	"entry" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	CONSTRAINT "register_history_register_is_known" CHECK ("register_history"."register" in ('organisations', 'services', 'periods'))
);
--> statement-breakpoint
CREATE TABLE "submission_bodies" (
	"job_id" uuid NOT NULL,
	"part" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "submission_bodies_key" PRIMARY KEY("job_id","part")
);
--> statement-breakpoint
CREATE TABLE "submission_jobs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation" text NOT NULL,
	"state" text NOT NULL,
	"request" json NOT NULL,
	"body_bytes" bigint NOT NULL,
	"bytes_read" bigint DEFAULT 0 NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"status" integer,
	"answer" json,
	CONSTRAINT "submission_jobs_state_is_known" CHECK ("submission_jobs"."state" in ('received', 'checking', 'done', 'failed', 'cancelled')),
	CONSTRAINT "submission_jobs_ended_has_time" CHECK (("submission_jobs"."state" in ('received', 'checking')) = ("submission_jobs"."ended_at" is null))
);
--> statement-breakpoint
ALTER TABLE "submission_tables" DROP CONSTRAINT "submission_tables_outcome_is_known";--> statement-breakpoint
ALTER TABLE "submissions" DROP CONSTRAINT "submissions_state_is_known";--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "sandbox" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "submission_tables" ADD COLUMN "replaced_submission_id" uuid;--> statement-breakpoint
ALTER TABLE "submission_tables" ADD COLUMN "withdrawn_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "submission_tables" ADD COLUMN "withdrawal_reason" text;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "timeliness" text;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "sandbox" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "submission_bodies" ADD CONSTRAINT "submission_bodies_job_id_submission_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."submission_jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_log_by_subject" ON "audit_log" USING btree ("subject","sequence");--> statement-breakpoint
CREATE INDEX "audit_log_by_organisation" ON "audit_log" USING btree ("organisation","sequence");--> statement-breakpoint
CREATE INDEX "idempotency_keys_by_expiry" ON "idempotency_keys" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "register_history_by_entry" ON "register_history" USING btree ("register","entry","sequence");--> statement-breakpoint
CREATE INDEX "submission_jobs_waiting" ON "submission_jobs" USING btree ("created_at") WHERE "submission_jobs"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "submission_jobs_by_organisation" ON "submission_jobs" USING btree ("organisation","created_at");--> statement-breakpoint
ALTER TABLE "submission_tables" ADD CONSTRAINT "submission_tables_replaced_submission_id_submissions_id_fk" FOREIGN KEY ("replaced_submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "submissions_held" ON "submissions" USING btree ("organisation","period") WHERE "submissions"."state" = 'needs_verification';--> statement-breakpoint
ALTER TABLE "submission_tables" ADD CONSTRAINT "submission_tables_withdrawn_has_reason" CHECK (("submission_tables"."withdrawn_at" is null) = ("submission_tables"."withdrawal_reason" is null));--> statement-breakpoint
ALTER TABLE "submission_tables" ADD CONSTRAINT "submission_tables_outcome_is_known" CHECK ("submission_tables"."outcome" in ('created', 'revised', 'unchanged', 'held'));--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_timeliness_is_known" CHECK ("submissions"."timeliness" in ('on_time', 'late', 'after_close'));--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_state_is_known" CHECK ("submissions"."state" in ('accepted', 'needs_verification', 'rejected', 'superseded'));