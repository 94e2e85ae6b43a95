CREATE TABLE "save_rate" (
	"user_id" text NOT NULL,
	"minute" integer NOT NULL,
	"saves" integer NOT NULL,
	CONSTRAINT "save_rate_user_id_minute_pk" PRIMARY KEY("user_id","minute")
);
--> statement-breakpoint
CREATE TABLE "snippet" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"visibility" text NOT NULL,
	"newest" integer NOT NULL,
	"fork_of_snippet" text,
	"fork_of_version" integer,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "snippet_version" (
	"snippet_id" text NOT NULL,
	"version" integer NOT NULL,
	"title" text NOT NULL,
	"source" text NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "snippet_version_snippet_id_version_pk" PRIMARY KEY("snippet_id","version")
);
--> statement-breakpoint
ALTER TABLE "save_rate" ADD CONSTRAINT "save_rate_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snippet" ADD CONSTRAINT "snippet_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snippet_version" ADD CONSTRAINT "snippet_version_snippet_id_snippet_id_fk" FOREIGN KEY ("snippet_id") REFERENCES "public"."snippet"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "snippet_user" ON "snippet" USING btree ("user_id","created_at","id");--> statement-breakpoint
-- Grants of before named one account by integration: the one that stands for the default.
UPDATE "run" SET "accounts" = (SELECT coalesce(jsonb_object_agg("key", jsonb_build_object('default', "value")), '{}') FROM jsonb_each("run"."accounts")) WHERE "accounts" <> '{}';
