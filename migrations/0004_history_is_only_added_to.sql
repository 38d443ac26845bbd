-- Rows of these tables are only ever added. The owner of a table can still decide otherwise, and has to say so:
-- alter table audit_log disable trigger audit_log_is_only_added_to.
CREATE FUNCTION "refuse_change_of_history"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'Rows of % are only ever added', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END
$$;
--> statement-breakpoint
CREATE TRIGGER "audit_log_is_only_added_to" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_log" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_history"();--> statement-breakpoint
CREATE TRIGGER "register_history_is_only_added_to" BEFORE UPDATE OR DELETE OR TRUNCATE ON "register_history" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_history"();
