ALTER TABLE "idempotency_keys" ADD COLUMN "sandbox" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "submission_jobs" ADD COLUMN "sandbox" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "idempotency_keys" DROP CONSTRAINT "idempotency_keys_key";
--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_key" PRIMARY KEY("organisation","sandbox","idempotency_key");--> statement-breakpoint
UPDATE "submission_jobs" SET "sandbox" = true WHERE "request" ->> 'sandbox' = 'true';
--> statement-breakpoint
UPDATE "idempotency_keys" SET "sandbox" = true
  WHERE "response" LIKE '%"sandbox":true%'
    OR "location" IN (SELECT '/v1/submission-jobs/' || "id" FROM "submission_jobs" WHERE "sandbox");
