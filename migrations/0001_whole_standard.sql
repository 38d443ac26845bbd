CREATE TABLE "rows_assets" (
	"submission_id" uuid NOT NULL,
	"area_code" text NOT NULL,
	"activity_type" text NOT NULL,
	"provider_sector" text NOT NULL,
	"providers" integer NOT NULL,
	"offers" integer NOT NULL,
	"offers_in_welsh" integer,
	"offers_free" integer,
	"offers_quality_marked" integer,
	"offers_online" integer,
	"offers_reachable_by_public_transport" integer,
	"offers_step_free" integer,
	"offers_co_designed" integer,
	"offers_funded_beyond_12_months" integer,
	"offers_open_to_self_referral" integer,
	"offers_with_waiting_list" integer,
	"offers_ended_in_period" integer,
	"activity_volunteers" integer,
	CONSTRAINT "rows_assets_key" PRIMARY KEY("submission_id","area_code","activity_type","provider_sector")
);
--> statement-breakpoint
CREATE TABLE "rows_closures" (
	"submission_id" uuid NOT NULL,
	"area_code" text NOT NULL,
	"referral_source" text NOT NULL,
	"closure_reason" text NOT NULL,
	"duration_band" text NOT NULL,
	"contacts_band" text NOT NULL,
	"episodes" integer NOT NULL,
	CONSTRAINT "rows_closures_key" PRIMARY KEY("submission_id","area_code","referral_source","closure_reason","duration_band","contacts_band")
);
--> statement-breakpoint
CREATE TABLE "rows_connections" (
	"submission_id" uuid NOT NULL,
	"area_code" text NOT NULL,
	"deprivation_quintile" text NOT NULL,
	"activity_type" text NOT NULL,
	"connection_kind" text NOT NULL,
	"delivery_mode" text NOT NULL,
	"uptake" text NOT NULL,
	"barrier" text NOT NULL,
	"quality_mark" text NOT NULL,
	"connections" integer NOT NULL,
	CONSTRAINT "rows_connections_key" PRIMARY KEY("submission_id","area_code","deprivation_quintile","activity_type","connection_kind","delivery_mode","uptake","barrier","quality_mark")
);
--> statement-breakpoint
CREATE TABLE "rows_equity" (
	"submission_id" uuid NOT NULL,
	"population" text NOT NULL,
	"area_code" text NOT NULL,
	"ethnic_group" text NOT NULL,
	"deprivation_quintile" text NOT NULL,
	"referral_sector" text NOT NULL,
	"people_first_in_year" integer NOT NULL,
	CONSTRAINT "rows_equity_key" PRIMARY KEY("submission_id","population","area_code","ethnic_group","deprivation_quintile","referral_sector")
);
--> statement-breakpoint
CREATE TABLE "rows_needs" (
	"submission_id" uuid NOT NULL,
	"breakdown" text NOT NULL,
	"area_code" text NOT NULL,
	"age_group" text NOT NULL,
	"sex" text NOT NULL,
	"deprivation_quintile" text NOT NULL,
	"need" text NOT NULL,
	"people" integer NOT NULL,
	"people_primary" integer NOT NULL,
	"people_primary_first_in_year" integer NOT NULL,
	CONSTRAINT "rows_needs_key" PRIMARY KEY("submission_id","breakdown","area_code","age_group","sex","deprivation_quintile","need")
);
--> statement-breakpoint
CREATE TABLE "rows_pathway" (
	"submission_id" uuid NOT NULL,
	"basis" text NOT NULL,
	"area_code" text NOT NULL,
	"referral_source" text NOT NULL,
	"deprivation_quintile" text NOT NULL,
	"support_tier" text NOT NULL,
	"stage" text NOT NULL,
	"wait_band" text NOT NULL,
	"episodes" integer NOT NULL,
	CONSTRAINT "rows_pathway_key" PRIMARY KEY("submission_id","basis","area_code","referral_source","deprivation_quintile","support_tier","stage","wait_band")
);
--> statement-breakpoint
CREATE TABLE "rows_workforce" (
	"submission_id" uuid NOT NULL,
	"area_code" text NOT NULL,
	"role" text NOT NULL,
	"employer_sector" text NOT NULL,
	"headcount" integer NOT NULL,
	"fte" double precision,
	"supervised" integer,
	"trained_in_period" integer,
	"trained_across_professions" integer,
	"volunteer_hours" integer,
	CONSTRAINT "rows_workforce_key" PRIMARY KEY("submission_id","area_code","role","employer_sector")
);
