-- Written by npm run schema from db/migrations. Do not edit.

CREATE EXTENSION btree_gist;

CREATE SCHEMA access;

CREATE SCHEMA campaign;

CREATE SCHEMA community;

CREATE SCHEMA coverage;

CREATE SCHEMA jobs;

CREATE SCHEMA journal;

CREATE SCHEMA lab;

CREATE SCHEMA purge;

CREATE SCHEMA queue;

CREATE SCHEMA results;

CREATE SCHEMA sampling;

CREATE SCHEMA site;

CREATE SCHEMA transport;

CREATE SCHEMA vault;

CREATE TABLE access.account (
  id uuid NOT NULL,
  username text NOT NULL,
  role text NOT NULL,
  display_name text NOT NULL,
  password_hash text NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  disabled_at timestamp with time zone,
  disabled_by uuid,
  disabled_reason text,
  password_set_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT account_pkey PRIMARY KEY (id),
  CONSTRAINT account_username_key UNIQUE (username),
  CONSTRAINT account_disabled_by_fkey FOREIGN KEY (disabled_by) REFERENCES access.account(id),
  CONSTRAINT account_check CHECK ((disabled_by <> id)),
  CONSTRAINT account_role_check CHECK ((role = ANY (ARRAY['admin'::text, 'security'::text, 'auditor'::text, 'organiser'::text, 'gridworker'::text, 'sitelead'::text, 'marshal'::text, 'scanner'::text, 'collector'::text, 'packer'::text, 'courier'::text, 'lab'::text]))),
  CONSTRAINT account_username_check CHECK ((username = lower(username)))
);

CREATE TABLE access.break_glass (
  id uuid NOT NULL,
  requested_by uuid NOT NULL,
  reason text NOT NULL,
  kind text NOT NULL,
  key text NOT NULL,
  minutes smallint NOT NULL,
  requested_at timestamp with time zone NOT NULL,
  body_hash bytea NOT NULL,
  approved_by uuid,
  approved_at timestamp with time zone,
  until timestamp with time zone,
  scope_id uuid,
  ended_by uuid,
  ended_at timestamp with time zone,
  CONSTRAINT break_glass_pkey PRIMARY KEY (id),
  CONSTRAINT break_glass_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES access.account(id),
  CONSTRAINT break_glass_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES access.account(id),
  CONSTRAINT break_glass_requested_by_fkey FOREIGN KEY (requested_by) REFERENCES access.account(id),
  CONSTRAINT break_glass_scope_id_fkey FOREIGN KEY (scope_id) REFERENCES access.scope(id),
  CONSTRAINT break_glass_check CHECK ((approved_by <> requested_by)),
  CONSTRAINT break_glass_check1 CHECK ((num_nonnulls(approved_by, approved_at, until, scope_id) = ANY (ARRAY[0, 4]))),
  CONSTRAINT break_glass_check2 CHECK ((until <= (approved_at + make_interval(mins => (minutes)::integer)))),
  CONSTRAINT break_glass_check3 CHECK (((ended_by IS NULL) = (ended_at IS NULL))),
  CONSTRAINT break_glass_minutes_check CHECK (((minutes >= 1) AND (minutes <= 30))),
  CONSTRAINT break_glass_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 300)))
);
CREATE INDEX break_glass_requested ON access.break_glass USING btree (requested_at DESC, id DESC);

CREATE TABLE access.known_device (
  token_hash bytea NOT NULL,
  account_id uuid NOT NULL,
  added_at timestamp with time zone NOT NULL,
  until timestamp with time zone NOT NULL,
  forgotten_at timestamp with time zone,
  CONSTRAINT known_device_pkey PRIMARY KEY (token_hash, account_id),
  CONSTRAINT known_device_account_id_fkey FOREIGN KEY (account_id) REFERENCES access.account(id)
);
CREATE INDEX known_device_account ON access.known_device USING btree (account_id) WHERE (forgotten_at IS NULL);

CREATE TABLE access.reading (
  account_id uuid NOT NULL,
  hour timestamp with time zone NOT NULL,
  people integer NOT NULL,
  CONSTRAINT reading_pkey PRIMARY KEY (account_id, hour),
  CONSTRAINT reading_people_check CHECK ((people > 0))
) WITH (fillfactor=70);

CREATE TABLE access.recovery_code (
  account_id uuid NOT NULL,
  code_hash bytea NOT NULL,
  used_at timestamp with time zone,
  CONSTRAINT recovery_code_pkey PRIMARY KEY (account_id, code_hash),
  CONSTRAINT recovery_code_account_id_fkey FOREIGN KEY (account_id) REFERENCES access.account(id)
);

CREATE TABLE access.scope (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  account_id uuid NOT NULL,
  kind text NOT NULL,
  key text NOT NULL,
  granted_by uuid,
  granted_at timestamp with time zone NOT NULL DEFAULT now(),
  until timestamp with time zone NOT NULL DEFAULT 'infinity'::timestamp with time zone,
  withdrawn_by uuid,
  withdrawn_at timestamp with time zone,
  CONSTRAINT scope_pkey PRIMARY KEY (id),
  CONSTRAINT scope_account_id_fkey FOREIGN KEY (account_id) REFERENCES access.account(id),
  CONSTRAINT scope_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES access.account(id),
  CONSTRAINT scope_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES access.account(id),
  CONSTRAINT scope_check CHECK ((granted_by <> account_id)),
  CONSTRAINT scope_check1 CHECK (((kind <> 'all'::text) OR (key = '*'::text))),
  CONSTRAINT scope_key_check CHECK (((length(key) >= 1) AND (length(key) <= 100))),
  CONSTRAINT scope_kind_check CHECK ((kind ~ '^[a-z]+$'::text))
);
CREATE INDEX scope_account ON access.scope USING btree (account_id) WHERE (withdrawn_at IS NULL);

CREATE TABLE access.second_factor (
  account_id uuid NOT NULL,
  secret_sealed bytea,
  begun_at timestamp with time zone NOT NULL,
  begun_in bytea,
  confirmed_at timestamp with time zone,
  confirmed_step bigint,
  last_step bigint NOT NULL DEFAULT 0,
  CONSTRAINT second_factor_pkey PRIMARY KEY (account_id),
  CONSTRAINT second_factor_account_id_fkey FOREIGN KEY (account_id) REFERENCES access.account(id),
  CONSTRAINT second_factor_begun_in_fkey FOREIGN KEY (begun_in) REFERENCES access.session(token_hash),
  CONSTRAINT second_factor_check CHECK (((confirmed_at IS NULL) = (confirmed_step IS NULL))),
  CONSTRAINT second_factor_check1 CHECK (((confirmed_at IS NULL) OR (secret_sealed IS NOT NULL)))
);

CREATE TABLE access.session (
  token_hash bytea NOT NULL,
  account_id uuid,
  resident_id uuid,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  expires_at timestamp with time zone NOT NULL,
  revoked_at timestamp with time zone,
  last_seen_at timestamp with time zone NOT NULL DEFAULT now(),
  second_factor boolean NOT NULL DEFAULT false,
  CONSTRAINT session_pkey PRIMARY KEY (token_hash),
  CONSTRAINT session_account_id_fkey FOREIGN KEY (account_id) REFERENCES access.account(id),
  CONSTRAINT session_check CHECK ((num_nonnulls(account_id, resident_id) = 1))
);
CREATE INDEX session_account ON access.session USING btree (account_id) WHERE (revoked_at IS NULL);
CREATE INDEX session_resident ON access.session USING btree (resident_id) WHERE (revoked_at IS NULL);

CREATE TABLE access.sign_in_alarm (
  kind text NOT NULL,
  raised_at timestamp with time zone NOT NULL,
  CONSTRAINT sign_in_alarm_pkey PRIMARY KEY (kind),
  CONSTRAINT sign_in_alarm_kind_check CHECK ((kind = ANY (ARRAY['names'::text, 'addresses'::text])))
);

CREATE TABLE access.sign_in_gate (
  key bytea NOT NULL,
  kind text NOT NULL,
  wrong timestamp with time zone[] NOT NULL,
  last_at timestamp with time zone NOT NULL,
  CONSTRAINT sign_in_gate_pkey PRIMARY KEY (key),
  CONSTRAINT sign_in_gate_kind_check CHECK ((kind = ANY (ARRAY['name'::text, 'device'::text, 'address'::text])))
);
CREATE INDEX sign_in_gate_old ON access.sign_in_gate USING btree (last_at);
CREATE INDEX sign_in_gate_wrong ON access.sign_in_gate USING btree (kind, last_at) WHERE (wrong <> '{}'::timestamp with time zone[]);

CREATE TABLE campaign.exemption (
  id uuid NOT NULL,
  round_id uuid NOT NULL,
  resident_id uuid NOT NULL,
  reason text NOT NULL,
  note text,
  granted_by uuid NOT NULL,
  granted_at timestamp with time zone NOT NULL DEFAULT now(),
  body_hash bytea,
  revoked_at timestamp with time zone,
  revoked_by uuid,
  note_sealed bytea,
  CONSTRAINT exemption_pkey PRIMARY KEY (id),
  CONSTRAINT exemption_resident_id_fkey FOREIGN KEY (resident_id) REFERENCES community.resident(id),
  CONSTRAINT exemption_round_id_fkey FOREIGN KEY (round_id) REFERENCES campaign.round(id)
);
CREATE UNIQUE INDEX exemption_current ON campaign.exemption USING btree (round_id, resident_id) WHERE (revoked_at IS NULL);
CREATE INDEX exemption_round ON campaign.exemption USING btree (round_id, id);
ALTER TABLE campaign.exemption ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON campaign.exemption FOR INSERT WITH CHECK ((EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = exemption.resident_id))));
CREATE POLICY changing ON campaign.exemption FOR UPDATE USING ((EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = exemption.resident_id)))) WITH CHECK ((EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = exemption.resident_id))));
CREATE POLICY house ON campaign.exemption FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON campaign.exemption FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON campaign.exemption FOR SELECT USING ((EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = exemption.resident_id))));

CREATE TABLE campaign.home_visit (
  round_id uuid NOT NULL,
  resident_id uuid NOT NULL,
  visitor_id uuid,
  assigned_by uuid NOT NULL,
  assigned_at timestamp with time zone NOT NULL,
  CONSTRAINT home_visit_pkey PRIMARY KEY (round_id, resident_id),
  CONSTRAINT home_visit_resident_id_fkey FOREIGN KEY (resident_id) REFERENCES community.resident(id),
  CONSTRAINT home_visit_round_id_fkey FOREIGN KEY (round_id) REFERENCES campaign.round(id),
  CONSTRAINT home_visit_visitor_id_fkey FOREIGN KEY (visitor_id) REFERENCES access.account(id)
);
CREATE INDEX home_visit_resident ON campaign.home_visit USING btree (resident_id);
CREATE INDEX home_visit_visitor ON campaign.home_visit USING btree (visitor_id, round_id);
ALTER TABLE campaign.home_visit ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON campaign.home_visit FOR INSERT WITH CHECK ((EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = home_visit.resident_id))));
CREATE POLICY changing ON campaign.home_visit FOR UPDATE USING ((EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = home_visit.resident_id)))) WITH CHECK ((EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = home_visit.resident_id))));
CREATE POLICY house ON campaign.home_visit FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON campaign.home_visit FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON campaign.home_visit FOR SELECT USING ((EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = home_visit.resident_id))));

CREATE TABLE campaign.pool_class (
  round_id uuid NOT NULL,
  pool_class text NOT NULL,
  capacity smallint NOT NULL,
  CONSTRAINT pool_class_pkey PRIMARY KEY (round_id, pool_class),
  CONSTRAINT pool_class_round_id_fkey FOREIGN KEY (round_id) REFERENCES campaign.round(id),
  CONSTRAINT pool_class_capacity_check CHECK (((capacity >= 1) AND (capacity <= 50))),
  CONSTRAINT pool_class_check CHECK (((pool_class <> 'single'::text) OR (capacity = 1))),
  CONSTRAINT pool_class_pool_class_check CHECK ((pool_class = ANY (ARRAY['single'::text, 'household'::text, '5'::text, '10'::text, '20'::text])))
);
ALTER TABLE campaign.pool_class ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON campaign.pool_class FOR INSERT WITH CHECK (true);
CREATE POLICY changing ON campaign.pool_class FOR UPDATE USING (true) WITH CHECK (true);
CREATE POLICY house ON campaign.pool_class FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON campaign.pool_class FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON campaign.pool_class FOR SELECT USING (true);

CREATE TABLE campaign.pool_rule (
  round_id uuid NOT NULL,
  category text NOT NULL,
  pool_class text NOT NULL,
  CONSTRAINT pool_rule_pkey PRIMARY KEY (round_id, category),
  CONSTRAINT pool_rule_round_id_pool_class_fkey FOREIGN KEY (round_id, pool_class) REFERENCES campaign.pool_class(round_id, pool_class)
);
ALTER TABLE campaign.pool_rule ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON campaign.pool_rule FOR INSERT WITH CHECK (true);
CREATE POLICY changing ON campaign.pool_rule FOR UPDATE USING (true) WITH CHECK (true);
CREATE POLICY house ON campaign.pool_rule FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON campaign.pool_rule FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON campaign.pool_rule FOR SELECT USING (true);

CREATE TABLE campaign.round (
  id uuid NOT NULL,
  name text NOT NULL,
  state text NOT NULL DEFAULT 'draft'::text,
  starts_at timestamp with time zone NOT NULL,
  deadline timestamp with time zone NOT NULL,
  default_pool_class text NOT NULL,
  settings jsonb NOT NULL,
  body_hash bytea NOT NULL,
  created_by uuid NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  opened_at timestamp with time zone,
  closing_at timestamp with time zone,
  closed_at timestamp with time zone,
  CONSTRAINT round_pkey PRIMARY KEY (id),
  CONSTRAINT round_default_pool_class FOREIGN KEY (id, default_pool_class) REFERENCES campaign.pool_class(round_id, pool_class) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT round_check CHECK ((deadline > starts_at)),
  CONSTRAINT round_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'open'::text, 'closing'::text, 'closed'::text])))
);
ALTER TABLE campaign.round ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON campaign.round FOR INSERT WITH CHECK ((created_by = ( SELECT access.actor() AS actor)));
CREATE POLICY changing ON campaign.round FOR UPDATE USING ((( SELECT access.sees_all() AS sees_all) OR (EXISTS ( SELECT 1
   FROM (campaign.round_area ra
     JOIN community.area a ON ((a.code = ra.area_code)))
  WHERE ((ra.round_id = round.id) AND (a.lineage && ( SELECT community.my_areas() AS my_areas))))))) WITH CHECK ((( SELECT access.sees_all() AS sees_all) OR (EXISTS ( SELECT 1
   FROM (campaign.round_area ra
     JOIN community.area a ON ((a.code = ra.area_code)))
  WHERE ((ra.round_id = round.id) AND (a.lineage && ( SELECT community.my_areas() AS my_areas)))))));
CREATE POLICY house ON campaign.round FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON campaign.round FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON campaign.round FOR SELECT USING (((( SELECT campaign.my_rounds() AS my_rounds) IS NULL) OR (id = ANY (( SELECT campaign.my_rounds() AS my_rounds)::uuid[]))));

CREATE TABLE campaign.round_area (
  round_id uuid NOT NULL,
  area_code text NOT NULL,
  CONSTRAINT round_area_pkey PRIMARY KEY (round_id, area_code),
  CONSTRAINT round_area_area_code_fkey FOREIGN KEY (area_code) REFERENCES community.area(code),
  CONSTRAINT round_area_round_id_fkey FOREIGN KEY (round_id) REFERENCES campaign.round(id)
);
ALTER TABLE campaign.round_area ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON campaign.round_area FOR INSERT WITH CHECK ((( SELECT access.sees_all() AS sees_all) OR (EXISTS ( SELECT 1
   FROM community.area a
  WHERE ((a.code = round_area.area_code) AND (a.lineage && ( SELECT community.my_areas() AS my_areas)))))));
CREATE POLICY changing ON campaign.round_area FOR UPDATE USING ((( SELECT access.sees_all() AS sees_all) OR (EXISTS ( SELECT 1
   FROM community.area a
  WHERE ((a.code = round_area.area_code) AND (a.lineage && ( SELECT community.my_areas() AS my_areas))))))) WITH CHECK ((( SELECT access.sees_all() AS sees_all) OR (EXISTS ( SELECT 1
   FROM community.area a
  WHERE ((a.code = round_area.area_code) AND (a.lineage && ( SELECT community.my_areas() AS my_areas)))))));
CREATE POLICY house ON campaign.round_area FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON campaign.round_area FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON campaign.round_area FOR SELECT USING (true);

CREATE TABLE community.area (
  code text NOT NULL,
  parent_code text,
  level text NOT NULL,
  name text NOT NULL,
  lineage text[] NOT NULL,
  CONSTRAINT area_pkey PRIMARY KEY (code),
  CONSTRAINT area_parent_code_fkey FOREIGN KEY (parent_code) REFERENCES community.area(code),
  CONSTRAINT area_check CHECK ((lineage[cardinality(lineage)] = code)),
  CONSTRAINT area_level_check CHECK ((level = ANY (ARRAY['city'::text, 'district'::text, 'street'::text, 'community'::text, 'grid'::text, 'building'::text])))
);
CREATE INDEX area_lineage ON community.area USING gin (lineage);
CREATE INDEX area_parent ON community.area USING btree (parent_code);
ALTER TABLE community.area ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON community.area FOR INSERT WITH CHECK ((( SELECT access.sees_all() AS sees_all) OR (lineage && ( SELECT community.my_areas() AS my_areas))));
CREATE POLICY changing ON community.area FOR UPDATE USING ((( SELECT access.sees_all() AS sees_all) OR (lineage && ( SELECT community.my_areas() AS my_areas)))) WITH CHECK ((( SELECT access.sees_all() AS sees_all) OR (lineage && ( SELECT community.my_areas() AS my_areas))));
CREATE POLICY house ON community.area FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON community.area FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON community.area FOR SELECT USING (true);

CREATE TABLE community.change_epoch (
  epoch uuid NOT NULL DEFAULT gen_random_uuid()
);
ALTER TABLE community.change_epoch ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON community.change_epoch FOR INSERT WITH CHECK (false);
CREATE POLICY changing ON community.change_epoch FOR UPDATE USING (false) WITH CHECK (false);
CREATE POLICY house ON community.change_epoch FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON community.change_epoch FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON community.change_epoch FOR SELECT USING (true);

CREATE TABLE community.encounter (
  staff_id uuid NOT NULL,
  resident_id uuid NOT NULL,
  since timestamp with time zone NOT NULL DEFAULT now(),
  until timestamp with time zone NOT NULL,
  CONSTRAINT encounter_pkey PRIMARY KEY (staff_id, resident_id),
  CONSTRAINT encounter_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES access.account(id)
);
ALTER TABLE community.encounter ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON community.encounter FOR INSERT WITH CHECK ((( SELECT access.sees_all() AS sees_all) OR (staff_id = ( SELECT access.actor() AS actor))));
CREATE POLICY changing ON community.encounter FOR UPDATE USING ((( SELECT access.sees_all() AS sees_all) OR (staff_id = ( SELECT access.actor() AS actor)))) WITH CHECK ((( SELECT access.sees_all() AS sees_all) OR (staff_id = ( SELECT access.actor() AS actor))));
CREATE POLICY house ON community.encounter FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON community.encounter FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON community.encounter FOR SELECT USING ((( SELECT access.sees_all() AS sees_all) OR (staff_id = ( SELECT access.actor() AS actor))));

CREATE TABLE community.household (
  id uuid NOT NULL,
  area_code text NOT NULL,
  door text NOT NULL,
  CONSTRAINT household_pkey PRIMARY KEY (id),
  CONSTRAINT household_area_code_door_key UNIQUE (area_code, door),
  CONSTRAINT household_area_code_fkey FOREIGN KEY (area_code) REFERENCES community.area(code)
);
ALTER TABLE community.household ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON community.household FOR INSERT WITH CHECK ((( SELECT access.actor_role() AS actor_role) IS DISTINCT FROM 'resident'::text));
CREATE POLICY changing ON community.household FOR UPDATE USING ((( SELECT access.actor_role() AS actor_role) IS DISTINCT FROM 'resident'::text)) WITH CHECK ((( SELECT access.actor_role() AS actor_role) IS DISTINCT FROM 'resident'::text));
CREATE POLICY house ON community.household FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON community.household FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON community.household FOR SELECT USING (true);

CREATE TABLE community.ledger_import (
  id uuid NOT NULL,
  state text NOT NULL,
  format jsonb NOT NULL,
  sha256 bytea NOT NULL,
  bytes bigint NOT NULL,
  read integer NOT NULL DEFAULT 0,
  added integer NOT NULL DEFAULT 0,
  changed integer NOT NULL DEFAULT 0,
  unchanged integer NOT NULL DEFAULT 0,
  refused integer NOT NULL DEFAULT 0,
  duplicates integer NOT NULL DEFAULT 0,
  row_errors integer NOT NULL DEFAULT 0,
  ignored_columns text[] NOT NULL DEFAULT '{}'::text[],
  refusal jsonb,
  file_key_sealed bytea,
  last_line integer NOT NULL DEFAULT 0,
  failures integer NOT NULL DEFAULT 0,
  claimed_by uuid,
  claimed_until timestamp with time zone,
  imported_by uuid,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  finished_at timestamp with time zone,
  areas text[] NOT NULL DEFAULT '{}'::text[],
  CONSTRAINT ledger_import_pkey PRIMARY KEY (id),
  CONSTRAINT ledger_import_check CHECK ((read = ((((added + changed) + unchanged) + refused) + duplicates))),
  CONSTRAINT ledger_import_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'reading'::text, 'done'::text, 'refused'::text])))
);
CREATE INDEX ledger_import_unfinished ON community.ledger_import USING btree (created_at) WHERE (state = ANY (ARRAY['waiting'::text, 'reading'::text]));
ALTER TABLE community.ledger_import ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON community.ledger_import FOR INSERT WITH CHECK ((( SELECT access.sees_all() AS sees_all) OR (imported_by = ( SELECT access.actor() AS actor))));
CREATE POLICY changing ON community.ledger_import FOR UPDATE USING ((( SELECT access.sees_all() AS sees_all) OR (imported_by = ( SELECT access.actor() AS actor)))) WITH CHECK ((( SELECT access.sees_all() AS sees_all) OR (imported_by = ( SELECT access.actor() AS actor))));
CREATE POLICY house ON community.ledger_import FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON community.ledger_import FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON community.ledger_import FOR SELECT USING ((( SELECT access.sees_all() AS sees_all) OR (imported_by = ( SELECT access.actor() AS actor)) OR ((( SELECT access.actor_role() AS actor_role) = 'organiser'::text) AND (areas <> '{}'::text[]) AND (NOT (EXISTS ( SELECT 1
   FROM unnest(ledger_import.areas) place(code)
  WHERE (NOT (EXISTS ( SELECT 1
           FROM community.area a
          WHERE ((a.code = place.code) AND (a.lineage && ( SELECT community.my_areas() AS my_areas))))))))))));

CREATE TABLE community.ledger_import_error (
  import_id uuid NOT NULL,
  line integer NOT NULL,
  field text NOT NULL,
  code text NOT NULL,
  message jsonb NOT NULL,
  CONSTRAINT ledger_import_error_pkey PRIMARY KEY (import_id, line, field),
  CONSTRAINT ledger_import_error_import_id_fkey FOREIGN KEY (import_id) REFERENCES community.ledger_import(id)
);
ALTER TABLE community.ledger_import_error ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON community.ledger_import_error FOR INSERT WITH CHECK ((EXISTS ( SELECT 1
   FROM community.ledger_import i
  WHERE (i.id = ledger_import_error.import_id))));
CREATE POLICY changing ON community.ledger_import_error FOR UPDATE USING ((EXISTS ( SELECT 1
   FROM community.ledger_import i
  WHERE (i.id = ledger_import_error.import_id)))) WITH CHECK ((EXISTS ( SELECT 1
   FROM community.ledger_import i
  WHERE (i.id = ledger_import_error.import_id))));
CREATE POLICY house ON community.ledger_import_error FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON community.ledger_import_error FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON community.ledger_import_error FOR SELECT USING ((EXISTS ( SELECT 1
   FROM community.ledger_import i
  WHERE (i.id = ledger_import_error.import_id))));

CREATE TABLE community.merging (
  id uuid NOT NULL,
  absorbed_id uuid NOT NULL,
  survivor_id uuid NOT NULL,
  state text NOT NULL DEFAULT 'proposed'::text,
  reason text NOT NULL,
  note text,
  author_id uuid NOT NULL,
  proposed_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  approver_id uuid,
  refused_by uuid,
  refusal text,
  ended_at timestamp(3) with time zone,
  rounds uuid[] NOT NULL DEFAULT '{}'::uuid[],
  body_hash bytea NOT NULL,
  CONSTRAINT merging_pkey PRIMARY KEY (id),
  CONSTRAINT merging_absorbed_id_fkey FOREIGN KEY (absorbed_id) REFERENCES community.resident(id),
  CONSTRAINT merging_approver_id_fkey FOREIGN KEY (approver_id) REFERENCES access.account(id),
  CONSTRAINT merging_author_id_fkey FOREIGN KEY (author_id) REFERENCES access.account(id),
  CONSTRAINT merging_refused_by_fkey FOREIGN KEY (refused_by) REFERENCES access.account(id),
  CONSTRAINT merging_survivor_id_fkey FOREIGN KEY (survivor_id) REFERENCES community.resident(id),
  CONSTRAINT merging_check CHECK ((absorbed_id <> survivor_id)),
  CONSTRAINT merging_check1 CHECK (((state = 'applied'::text) = (approver_id IS NOT NULL))),
  CONSTRAINT merging_check2 CHECK (((state = 'refused'::text) = (refusal IS NOT NULL))),
  CONSTRAINT merging_check3 CHECK (((state = 'proposed'::text) = (ended_at IS NULL))),
  CONSTRAINT merging_second_person CHECK ((approver_id <> author_id)),
  CONSTRAINT merging_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'applied'::text, 'refused'::text, 'withdrawn'::text])))
);
CREATE INDEX merging_list ON community.merging USING btree (proposed_at DESC, id DESC);
CREATE UNIQUE INDEX merging_open ON community.merging USING btree (absorbed_id) WHERE (state = 'proposed'::text);
ALTER TABLE community.merging ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON community.merging FOR INSERT WITH CHECK (((EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = merging.absorbed_id))) OR (EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = merging.survivor_id)))));
CREATE POLICY changing ON community.merging FOR UPDATE USING (((EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = merging.absorbed_id))) OR (EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = merging.survivor_id))))) WITH CHECK (((EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = merging.absorbed_id))) OR (EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = merging.survivor_id)))));
CREATE POLICY house ON community.merging FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON community.merging FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON community.merging FOR SELECT USING (((EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = merging.absorbed_id))) OR (EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = merging.survivor_id)))));

CREATE TABLE community.resident (
  id uuid NOT NULL,
  area_code text NOT NULL,
  household_id uuid NOT NULL,
  masked_name text NOT NULL,
  name_sealed bytea NOT NULL,
  document_kind text NOT NULL,
  document_index bytea NOT NULL,
  document_masked text NOT NULL,
  document_sealed bytea NOT NULL,
  phone_index bytea,
  phone_masked text,
  phone_sealed bytea,
  birth_year smallint,
  sex text NOT NULL DEFAULT 'unknown'::text,
  category text NOT NULL DEFAULT 'resident'::text,
  categories text[] NOT NULL DEFAULT '{}'::text[],
  lane text NOT NULL DEFAULT 'general'::text,
  home_visit boolean NOT NULL DEFAULT false,
  single_only boolean NOT NULL DEFAULT false,
  guardian_id uuid,
  guardian_index bytea,
  presence text NOT NULL DEFAULT 'present'::text,
  row_hash bytea,
  body_hash bytea,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  changed_in xid8 NOT NULL DEFAULT pg_current_xact_id(),
  merged_into uuid,
  CONSTRAINT resident_pkey PRIMARY KEY (id),
  CONSTRAINT resident_document_index_key UNIQUE (document_index),
  CONSTRAINT resident_area_code_fkey FOREIGN KEY (area_code) REFERENCES community.area(code),
  CONSTRAINT resident_guardian_id_fkey FOREIGN KEY (guardian_id) REFERENCES community.resident(id),
  CONSTRAINT resident_household_id_fkey FOREIGN KEY (household_id) REFERENCES community.household(id),
  CONSTRAINT resident_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES community.resident(id),
  CONSTRAINT resident_check CHECK ((merged_into <> id)),
  CONSTRAINT resident_lane_check CHECK ((lane = ANY (ARRAY['general'::text, 'green'::text, 'single'::text]))),
  CONSTRAINT resident_presence_check CHECK ((presence = ANY (ARRAY['present'::text, 'away'::text, 'moved'::text]))),
  CONSTRAINT resident_sex_check CHECK ((sex = ANY (ARRAY['female'::text, 'male'::text, 'unknown'::text])))
);
CREATE INDEX resident_area ON community.resident USING btree (area_code, id);
CREATE INDEX resident_changed ON community.resident USING btree (changed_in, id);
CREATE INDEX resident_guardian_awaited ON community.resident USING btree (guardian_index) WHERE ((guardian_id IS NULL) AND (guardian_index IS NOT NULL));
CREATE INDEX resident_household ON community.resident USING btree (household_id);
CREATE INDEX resident_merged ON community.resident USING btree (merged_into) WHERE (merged_into IS NOT NULL);
CREATE INDEX resident_phone ON community.resident USING btree (phone_index) WHERE (phone_index IS NOT NULL);
ALTER TABLE community.resident ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON community.resident FOR INSERT WITH CHECK ((( SELECT access.sees_all() AS sees_all) OR (id = ( SELECT access.actor() AS actor)) OR (guardian_id = ( SELECT access.actor() AS actor)) OR (EXISTS ( SELECT 1
   FROM community.area a
  WHERE ((a.code = resident.area_code) AND (a.lineage && ( SELECT community.my_areas() AS my_areas))))) OR (EXISTS ( SELECT 1
   FROM community.encounter e
  WHERE ((e.staff_id = ( SELECT access.actor() AS actor)) AND (e.resident_id = resident.id) AND (e.until > now()))))));
CREATE POLICY changing ON community.resident FOR UPDATE USING ((( SELECT access.sees_all() AS sees_all) OR (id = ( SELECT access.actor() AS actor)) OR (guardian_id = ( SELECT access.actor() AS actor)) OR (EXISTS ( SELECT 1
   FROM community.area a
  WHERE ((a.code = resident.area_code) AND (a.lineage && ( SELECT community.my_areas() AS my_areas))))) OR (EXISTS ( SELECT 1
   FROM community.encounter e
  WHERE ((e.staff_id = ( SELECT access.actor() AS actor)) AND (e.resident_id = resident.id) AND (e.until > now())))))) WITH CHECK ((( SELECT access.sees_all() AS sees_all) OR (id = ( SELECT access.actor() AS actor)) OR (guardian_id = ( SELECT access.actor() AS actor)) OR (EXISTS ( SELECT 1
   FROM community.area a
  WHERE ((a.code = resident.area_code) AND (a.lineage && ( SELECT community.my_areas() AS my_areas))))) OR (EXISTS ( SELECT 1
   FROM community.encounter e
  WHERE ((e.staff_id = ( SELECT access.actor() AS actor)) AND (e.resident_id = resident.id) AND (e.until > now()))))));
CREATE POLICY house ON community.resident FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON community.resident FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON community.resident FOR SELECT USING ((( SELECT access.sees_all() AS sees_all) OR (id = ( SELECT access.actor() AS actor)) OR (guardian_id = ( SELECT access.actor() AS actor)) OR (EXISTS ( SELECT 1
   FROM community.area a
  WHERE ((a.code = resident.area_code) AND (a.lineage && ( SELECT community.my_areas() AS my_areas))))) OR (EXISTS ( SELECT 1
   FROM community.encounter e
  WHERE ((e.staff_id = ( SELECT access.actor() AS actor)) AND (e.resident_id = resident.id) AND (e.until > now()))))));

CREATE TABLE community.resident_code (
  ref text NOT NULL,
  resident_id uuid NOT NULL,
  issued_by uuid,
  issued_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  revoked_at timestamp with time zone,
  failed_sign_ins smallint NOT NULL DEFAULT 0,
  CONSTRAINT resident_code_pkey PRIMARY KEY (ref),
  CONSTRAINT resident_code_resident_id_fkey FOREIGN KEY (resident_id) REFERENCES community.resident(id),
  CONSTRAINT resident_code_failed_sign_ins_check CHECK ((failed_sign_ins <= 5))
);
CREATE INDEX resident_code_resident ON community.resident_code USING btree (resident_id);
ALTER TABLE community.resident_code ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON community.resident_code FOR INSERT WITH CHECK ((EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = resident_code.resident_id))));
CREATE POLICY changing ON community.resident_code FOR UPDATE USING ((EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = resident_code.resident_id)))) WITH CHECK ((EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = resident_code.resident_id))));
CREATE POLICY house ON community.resident_code FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON community.resident_code FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON community.resident_code FOR SELECT USING ((EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = resident_code.resident_id))));

CREATE TABLE community.unmasking (
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  resident_id uuid,
  reason text NOT NULL,
  note text NOT NULL,
  fields text[] NOT NULL,
  body_hash bytea NOT NULL,
  at timestamp(3) with time zone NOT NULL,
  about text,
  CONSTRAINT unmasking_pkey PRIMARY KEY (id),
  CONSTRAINT unmasking_account_id_fkey FOREIGN KEY (account_id) REFERENCES access.account(id),
  CONSTRAINT unmasking_fields_check CHECK ((cardinality(fields) > 0)),
  CONSTRAINT unmasking_of_one CHECK ((num_nonnulls(resident_id, about) = 1))
);
CREATE INDEX unmasking_account ON community.unmasking USING btree (account_id, at DESC);
CREATE INDEX unmasking_resident ON community.unmasking USING btree (resident_id, at DESC);
ALTER TABLE community.unmasking ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON community.unmasking FOR INSERT WITH CHECK ((account_id = ( SELECT access.actor() AS actor)));
CREATE POLICY changing ON community.unmasking FOR UPDATE USING ((account_id = ( SELECT access.actor() AS actor))) WITH CHECK ((account_id = ( SELECT access.actor() AS actor)));
CREATE POLICY house ON community.unmasking FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON community.unmasking FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON community.unmasking FOR SELECT USING ((( SELECT access.sees_all() AS sees_all) OR (account_id = ( SELECT access.actor() AS actor))));

CREATE TABLE community.unmasking_ration (
  account_id uuid NOT NULL,
  told_until timestamp(3) with time zone NOT NULL DEFAULT '-infinity'::timestamp with time zone,
  CONSTRAINT unmasking_ration_pkey PRIMARY KEY (account_id),
  CONSTRAINT unmasking_ration_account_id_fkey FOREIGN KEY (account_id) REFERENCES access.account(id)
);
ALTER TABLE community.unmasking_ration ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON community.unmasking_ration FOR INSERT WITH CHECK ((account_id = ( SELECT access.actor() AS actor)));
CREATE POLICY changing ON community.unmasking_ration FOR UPDATE USING ((account_id = ( SELECT access.actor() AS actor))) WITH CHECK ((account_id = ( SELECT access.actor() AS actor)));
CREATE POLICY house ON community.unmasking_ration FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON community.unmasking_ration FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON community.unmasking_ration FOR SELECT USING ((account_id = ( SELECT access.actor() AS actor)));

CREATE TABLE jobs.canary (
  runner text NOT NULL,
  sung_at timestamp with time zone NOT NULL,
  CONSTRAINT canary_pkey PRIMARY KEY (runner)
);

CREATE TABLE jobs.errand (
  entry_id uuid NOT NULL,
  job text NOT NULL,
  payload jsonb NOT NULL,
  state text NOT NULL DEFAULT 'waiting'::text,
  attempts integer NOT NULL DEFAULT 0,
  recorded_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  enqueued_at timestamp with time zone,
  done_at timestamp with time zone,
  last_error text,
  CONSTRAINT errand_pkey PRIMARY KEY (entry_id, job),
  CONSTRAINT errand_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'enqueued'::text, 'done'::text, 'dead'::text])))
);
CREATE INDEX errand_dead ON jobs.errand USING btree (recorded_at) WHERE (state = 'dead'::text);
CREATE INDEX errand_enqueued ON jobs.errand USING btree (enqueued_at) WHERE (state = 'enqueued'::text);
CREATE INDEX errand_waiting ON jobs.errand USING btree (recorded_at) WHERE (state = 'waiting'::text);

CREATE TABLE jobs.schedule (
  name text NOT NULL,
  every_seconds integer NOT NULL,
  next_at timestamp with time zone NOT NULL DEFAULT now(),
  last_run_at timestamp with time zone,
  last_error text,
  CONSTRAINT schedule_pkey PRIMARY KEY (name),
  CONSTRAINT schedule_every_seconds_check CHECK ((every_seconds > 0))
);

CREATE TABLE journal.entry (
  recorded_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  topic text NOT NULL,
  actor_id uuid,
  site_id uuid,
  subject text NOT NULL,
  payload jsonb NOT NULL,
  CONSTRAINT entry_pkey PRIMARY KEY (recorded_at, id)
) PARTITION BY RANGE (recorded_at);
CREATE INDEX entry_actor ON ONLY journal.entry USING btree (actor_id, recorded_at) WHERE (actor_id IS NOT NULL);
CREATE INDEX entry_people ON ONLY journal.entry USING gin (journal.people_in(subject, payload)) WHERE (topic <> 'sampling.swabs-recorded'::text);
CREATE INDEX entry_subject ON ONLY journal.entry USING btree (subject, recorded_at);
CREATE INDEX entry_topic ON ONLY journal.entry USING btree (topic, recorded_at) WHERE (topic <> 'sampling.swabs-recorded'::text);

CREATE TABLE journal.imprint (
  no bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY,
  recorded_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  login text NOT NULL DEFAULT SESSION_USER,
  ledger text NOT NULL,
  kind text NOT NULL DEFAULT 'written'::text,
  keys text[] NOT NULL,
  before bytea[] NOT NULL,
  after bytea[] NOT NULL,
  CONSTRAINT imprint_pkey PRIMARY KEY (no),
  CONSTRAINT imprint_check CHECK (((kind = 'announced'::text) OR ((cardinality(keys) = cardinality(before)) AND (cardinality(keys) = cardinality(after))))),
  CONSTRAINT imprint_kind_check CHECK ((kind = ANY (ARRAY['written'::text, 'baseline'::text, 'late'::text, 'announced'::text])))
);
CREATE INDEX imprint_ledger ON journal.imprint USING btree (ledger, no);
CREATE INDEX imprint_xid ON journal.imprint USING btree (xid);

CREATE TABLE journal.ledger (
  name text NOT NULL,
  keys text[] NOT NULL,
  columns text[] NOT NULL,
  derived text[] NOT NULL,
  late boolean NOT NULL,
  CONSTRAINT ledger_pkey PRIMARY KEY (name)
);

CREATE TABLE journal.link (
  chain text NOT NULL,
  seq bigint NOT NULL,
  entry_recorded_at timestamp with time zone NOT NULL,
  entry_id uuid NOT NULL,
  digest bytea NOT NULL,
  linked_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT link_pkey PRIMARY KEY (chain, seq),
  CONSTRAINT link_entry_recorded_at_entry_id_key UNIQUE (entry_recorded_at, entry_id),
  CONSTRAINT link_digest_check CHECK ((octet_length(digest) = 32)),
  CONSTRAINT link_seq_check CHECK ((seq > 0))
);

CREATE TABLE journal.redaction (
  entry_recorded_at timestamp with time zone NOT NULL,
  entry_id uuid NOT NULL,
  closure_id uuid NOT NULL,
  content text NOT NULL,
  CONSTRAINT redaction_pkey PRIMARY KEY (closure_id, entry_recorded_at, entry_id),
  CONSTRAINT redaction_closure_id_fkey FOREIGN KEY (closure_id) REFERENCES purge.closure(id)
);

CREATE TABLE journal.verification (
  id uuid NOT NULL,
  started_at timestamp with time zone NOT NULL,
  finished_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  entries bigint NOT NULL,
  anchors bigint NOT NULL,
  heads jsonb NOT NULL,
  findings jsonb NOT NULL,
  CONSTRAINT verification_pkey PRIMARY KEY (id)
);
CREATE INDEX verification_finished ON journal.verification USING btree (finished_at DESC);

CREATE TABLE lab.lab (
  code text NOT NULL,
  name text NOT NULL,
  added_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT lab_pkey PRIMARY KEY (code)
);
ALTER TABLE lab.lab ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON lab.lab FOR INSERT WITH CHECK ((( SELECT access.actor_role() AS actor_role) = 'admin'::text));
CREATE POLICY changing ON lab.lab FOR UPDATE USING ((( SELECT access.actor_role() AS actor_role) = 'admin'::text)) WITH CHECK ((( SELECT access.actor_role() AS actor_role) = 'admin'::text));
CREATE POLICY house ON lab.lab FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON lab.lab FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON lab.lab FOR SELECT USING (true);

CREATE TABLE lab.receipt (
  id uuid NOT NULL,
  lab_code text NOT NULL,
  box_code text NOT NULL,
  accepted integer NOT NULL,
  rejected integer NOT NULL,
  missing integer NOT NULL,
  surplus integer NOT NULL,
  received_by uuid NOT NULL,
  received_at timestamp with time zone NOT NULL DEFAULT now(),
  body_hash bytea NOT NULL,
  CONSTRAINT receipt_pkey PRIMARY KEY (id),
  CONSTRAINT receipt_box_code_key UNIQUE (box_code),
  CONSTRAINT receipt_box_code_fkey FOREIGN KEY (box_code) REFERENCES transport.box(code),
  CONSTRAINT receipt_lab_code_fkey FOREIGN KEY (lab_code) REFERENCES lab.lab(code),
  CONSTRAINT receipt_received_by_fkey FOREIGN KEY (received_by) REFERENCES access.account(id)
);
ALTER TABLE lab.receipt ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON lab.receipt FOR INSERT WITH CHECK ((( SELECT access.sees_all() AS sees_all) OR (lab_code = ( SELECT lab.mine() AS mine)) OR (EXISTS ( SELECT 1
   FROM transport.box b
  WHERE ((b.code = receipt.box_code) AND (b.site_id IN ( SELECT site.mine() AS mine)))))));
CREATE POLICY changing ON lab.receipt FOR UPDATE USING ((( SELECT access.sees_all() AS sees_all) OR (lab_code = ( SELECT lab.mine() AS mine)) OR (EXISTS ( SELECT 1
   FROM transport.box b
  WHERE ((b.code = receipt.box_code) AND (b.site_id IN ( SELECT site.mine() AS mine))))))) WITH CHECK ((( SELECT access.sees_all() AS sees_all) OR (lab_code = ( SELECT lab.mine() AS mine)) OR (EXISTS ( SELECT 1
   FROM transport.box b
  WHERE ((b.code = receipt.box_code) AND (b.site_id IN ( SELECT site.mine() AS mine)))))));
CREATE POLICY house ON lab.receipt FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON lab.receipt FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON lab.receipt FOR SELECT USING ((( SELECT access.sees_all() AS sees_all) OR (lab_code = ( SELECT lab.mine() AS mine)) OR (EXISTS ( SELECT 1
   FROM transport.box b
  WHERE ((b.code = receipt.box_code) AND (b.site_id IN ( SELECT site.mine() AS mine)))))));

CREATE TABLE lab.receipt_difference (
  receipt_id uuid NOT NULL,
  barcode text NOT NULL,
  kind text NOT NULL,
  cause text NOT NULL,
  taken_in boolean NOT NULL,
  CONSTRAINT receipt_difference_pkey PRIMARY KEY (receipt_id, barcode),
  CONSTRAINT receipt_difference_receipt_id_fkey FOREIGN KEY (receipt_id) REFERENCES lab.receipt(id),
  CONSTRAINT receipt_difference_cause_check CHECK ((cause = ANY (ARRAY['not-in-box'::text, 'of-another-box'::text, 'never-boxed'::text, 'unknown-tube'::text, 'not-sealed'::text, 'at-another-lab'::text, 'already-received'::text, 'declared-lost'::text]))),
  CONSTRAINT receipt_difference_kind_check CHECK ((kind = ANY (ARRAY['missing'::text, 'surplus'::text])))
);
ALTER TABLE lab.receipt_difference ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON lab.receipt_difference FOR INSERT WITH CHECK ((EXISTS ( SELECT 1
   FROM lab.receipt r
  WHERE (r.id = receipt_difference.receipt_id))));
CREATE POLICY changing ON lab.receipt_difference FOR UPDATE USING ((EXISTS ( SELECT 1
   FROM lab.receipt r
  WHERE (r.id = receipt_difference.receipt_id)))) WITH CHECK ((EXISTS ( SELECT 1
   FROM lab.receipt r
  WHERE (r.id = receipt_difference.receipt_id))));
CREATE POLICY house ON lab.receipt_difference FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON lab.receipt_difference FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON lab.receipt_difference FOR SELECT USING ((EXISTS ( SELECT 1
   FROM lab.receipt r
  WHERE (r.id = receipt_difference.receipt_id))));

CREATE TABLE lab.report (
  id uuid NOT NULL,
  lab_code text NOT NULL,
  sha256 bytea NOT NULL,
  content_type text NOT NULL,
  file_name text,
  bytes integer NOT NULL,
  state text NOT NULL,
  rows integer NOT NULL DEFAULT 0,
  current_rows integer NOT NULL DEFAULT 0,
  repeated_rows integer NOT NULL DEFAULT 0,
  held_rows integer NOT NULL DEFAULT 0,
  error_count integer NOT NULL DEFAULT 0,
  row_errors jsonb NOT NULL DEFAULT '[]'::jsonb,
  uploaded_by uuid NOT NULL,
  uploaded_at timestamp with time zone NOT NULL DEFAULT now(),
  applied_at timestamp with time zone,
  CONSTRAINT report_pkey PRIMARY KEY (id),
  CONSTRAINT report_id_lab_code_key UNIQUE (id, lab_code),
  CONSTRAINT report_lab_code_sha256_key UNIQUE (lab_code, sha256),
  CONSTRAINT report_lab_code_fkey FOREIGN KEY (lab_code) REFERENCES lab.lab(code),
  CONSTRAINT report_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES access.account(id),
  CONSTRAINT report_check CHECK (((state = 'applied'::text) = (applied_at IS NOT NULL))),
  CONSTRAINT report_check1 CHECK (((state <> 'applied'::text) OR (rows = ((current_rows + repeated_rows) + held_rows)))),
  CONSTRAINT report_state_check CHECK ((state = ANY (ARRAY['reading'::text, 'refused'::text, 'applied'::text])))
);
ALTER TABLE lab.report ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON lab.report FOR INSERT WITH CHECK ((( SELECT access.sees_all() AS sees_all) OR (lab_code = ( SELECT lab.mine() AS mine)) OR (EXISTS ( SELECT 1
   FROM lab.tube_outcome o
  WHERE (o.report_id = report.id)))));
CREATE POLICY changing ON lab.report FOR UPDATE USING ((( SELECT access.sees_all() AS sees_all) OR (lab_code = ( SELECT lab.mine() AS mine)) OR (EXISTS ( SELECT 1
   FROM lab.tube_outcome o
  WHERE (o.report_id = report.id))))) WITH CHECK ((( SELECT access.sees_all() AS sees_all) OR (lab_code = ( SELECT lab.mine() AS mine)) OR (EXISTS ( SELECT 1
   FROM lab.tube_outcome o
  WHERE (o.report_id = report.id)))));
CREATE POLICY house ON lab.report FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON lab.report FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON lab.report FOR SELECT USING ((( SELECT access.sees_all() AS sees_all) OR (lab_code = ( SELECT lab.mine() AS mine)) OR (EXISTS ( SELECT 1
   FROM lab.tube_outcome o
  WHERE (o.report_id = report.id)))));

CREATE TABLE lab.report_review (
  lab_code text NOT NULL,
  sha256 bytea NOT NULL,
  reviewed_by uuid NOT NULL,
  reviewed_at timestamp with time zone NOT NULL,
  CONSTRAINT report_review_pkey PRIMARY KEY (lab_code, sha256, reviewed_by),
  CONSTRAINT report_review_lab_code_fkey FOREIGN KEY (lab_code) REFERENCES lab.lab(code),
  CONSTRAINT report_review_reviewed_by_fkey FOREIGN KEY (reviewed_by) REFERENCES access.account(id),
  CONSTRAINT report_review_sha256_check CHECK ((octet_length(sha256) = 32))
);
ALTER TABLE lab.report_review ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON lab.report_review FOR INSERT WITH CHECK ((( SELECT access.sees_all() AS sees_all) OR (lab_code = ( SELECT lab.mine() AS mine))));
CREATE POLICY changing ON lab.report_review FOR UPDATE USING ((( SELECT access.sees_all() AS sees_all) OR (lab_code = ( SELECT lab.mine() AS mine)))) WITH CHECK ((( SELECT access.sees_all() AS sees_all) OR (lab_code = ( SELECT lab.mine() AS mine))));
CREATE POLICY house ON lab.report_review FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON lab.report_review FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON lab.report_review FOR SELECT USING ((( SELECT access.sees_all() AS sees_all) OR (lab_code = ( SELECT lab.mine() AS mine))));

CREATE TABLE lab.report_row (
  report_id uuid NOT NULL,
  line integer NOT NULL,
  barcode text NOT NULL,
  outcome text NOT NULL,
  tested_at timestamp with time zone NOT NULL,
  ct jsonb,
  note text,
  verdict text NOT NULL,
  CONSTRAINT report_row_pkey PRIMARY KEY (report_id, line),
  CONSTRAINT report_row_report_id_barcode_key UNIQUE (report_id, barcode),
  CONSTRAINT report_row_barcode_fkey FOREIGN KEY (barcode) REFERENCES lab.tube(barcode),
  CONSTRAINT report_row_report_id_fkey FOREIGN KEY (report_id) REFERENCES lab.report(id),
  CONSTRAINT report_row_line_check CHECK ((line > 0)),
  CONSTRAINT report_row_outcome_check CHECK ((outcome = ANY (ARRAY['negative'::text, 'positive'::text, 'inconclusive'::text, 'invalid'::text]))),
  CONSTRAINT report_row_verdict_check CHECK ((verdict = ANY (ARRAY['current'::text, 'repeated'::text, 'held'::text])))
);
ALTER TABLE lab.report_row ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON lab.report_row FOR INSERT WITH CHECK ((EXISTS ( SELECT 1
   FROM lab.report r
  WHERE (r.id = report_row.report_id))));
CREATE POLICY changing ON lab.report_row FOR UPDATE USING ((EXISTS ( SELECT 1
   FROM lab.report r
  WHERE (r.id = report_row.report_id)))) WITH CHECK ((EXISTS ( SELECT 1
   FROM lab.report r
  WHERE (r.id = report_row.report_id))));
CREATE POLICY house ON lab.report_row FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON lab.report_row FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON lab.report_row FOR SELECT USING ((EXISTS ( SELECT 1
   FROM lab.report r
  WHERE (r.id = report_row.report_id))));

CREATE TABLE lab.staff (
  account_id uuid NOT NULL,
  lab_code text NOT NULL,
  CONSTRAINT staff_pkey PRIMARY KEY (account_id),
  CONSTRAINT staff_account_id_fkey FOREIGN KEY (account_id) REFERENCES access.account(id),
  CONSTRAINT staff_lab_code_fkey FOREIGN KEY (lab_code) REFERENCES lab.lab(code)
);
ALTER TABLE lab.staff ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON lab.staff FOR INSERT WITH CHECK ((( SELECT access.sees_all() AS sees_all) OR (account_id = ( SELECT access.actor() AS actor)) OR (( SELECT access.actor_role() AS actor_role) = 'admin'::text)));
CREATE POLICY changing ON lab.staff FOR UPDATE USING ((( SELECT access.sees_all() AS sees_all) OR (account_id = ( SELECT access.actor() AS actor)) OR (( SELECT access.actor_role() AS actor_role) = 'admin'::text))) WITH CHECK ((( SELECT access.sees_all() AS sees_all) OR (account_id = ( SELECT access.actor() AS actor)) OR (( SELECT access.actor_role() AS actor_role) = 'admin'::text)));
CREATE POLICY house ON lab.staff FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON lab.staff FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON lab.staff FOR SELECT USING ((( SELECT access.sees_all() AS sees_all) OR (account_id = ( SELECT access.actor() AS actor)) OR (( SELECT access.actor_role() AS actor_role) = 'admin'::text)));

CREATE TABLE lab.tube (
  barcode text NOT NULL,
  lab_code text NOT NULL,
  receipt_id uuid NOT NULL,
  box_code text,
  accepted boolean NOT NULL,
  reject_reason text,
  received_at timestamp with time zone NOT NULL,
  CONSTRAINT tube_pkey PRIMARY KEY (barcode),
  CONSTRAINT tube_barcode_lab_code_accepted_key UNIQUE (barcode, lab_code, accepted),
  CONSTRAINT tube_barcode_fkey FOREIGN KEY (barcode) REFERENCES sampling.tube(barcode),
  CONSTRAINT tube_box_code_fkey FOREIGN KEY (box_code) REFERENCES transport.box(code),
  CONSTRAINT tube_lab_code_fkey FOREIGN KEY (lab_code) REFERENCES lab.lab(code),
  CONSTRAINT tube_receipt_id_fkey FOREIGN KEY (receipt_id) REFERENCES lab.receipt(id),
  CONSTRAINT tube_check CHECK ((accepted = (reject_reason IS NULL)))
);
CREATE INDEX tube_receipt ON lab.tube USING btree (receipt_id);
ALTER TABLE lab.tube ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON lab.tube FOR INSERT WITH CHECK ((( SELECT access.sees_all() AS sees_all) OR (lab_code = ( SELECT lab.mine() AS mine)) OR (EXISTS ( SELECT 1
   FROM sampling.tube t
  WHERE ((t.barcode = tube.barcode) AND (t.site_id IN ( SELECT site.mine() AS mine)))))));
CREATE POLICY changing ON lab.tube FOR UPDATE USING ((( SELECT access.sees_all() AS sees_all) OR (lab_code = ( SELECT lab.mine() AS mine)) OR (EXISTS ( SELECT 1
   FROM sampling.tube t
  WHERE ((t.barcode = tube.barcode) AND (t.site_id IN ( SELECT site.mine() AS mine))))))) WITH CHECK ((( SELECT access.sees_all() AS sees_all) OR (lab_code = ( SELECT lab.mine() AS mine)) OR (EXISTS ( SELECT 1
   FROM sampling.tube t
  WHERE ((t.barcode = tube.barcode) AND (t.site_id IN ( SELECT site.mine() AS mine)))))));
CREATE POLICY house ON lab.tube FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON lab.tube FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON lab.tube FOR SELECT USING ((( SELECT access.sees_all() AS sees_all) OR (lab_code = ( SELECT lab.mine() AS mine)) OR (EXISTS ( SELECT 1
   FROM sampling.tube t
  WHERE ((t.barcode = tube.barcode) AND (t.site_id IN ( SELECT site.mine() AS mine)))))));

CREATE TABLE lab.tube_outcome (
  barcode text NOT NULL,
  version smallint NOT NULL,
  lab_code text NOT NULL,
  accepted boolean NOT NULL DEFAULT true,
  outcome text NOT NULL,
  tested_at timestamp with time zone NOT NULL,
  report_id uuid NOT NULL,
  state text NOT NULL,
  recorded_at timestamp with time zone NOT NULL DEFAULT now(),
  decided_by uuid,
  decided_at timestamp with time zone,
  decision_reason text,
  CONSTRAINT tube_outcome_pkey PRIMARY KEY (barcode, version),
  CONSTRAINT tube_outcome_barcode_lab_code_accepted_fkey FOREIGN KEY (barcode, lab_code, accepted) REFERENCES lab.tube(barcode, lab_code, accepted),
  CONSTRAINT tube_outcome_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES access.account(id),
  CONSTRAINT tube_outcome_report_id_lab_code_fkey FOREIGN KEY (report_id, lab_code) REFERENCES lab.report(id, lab_code),
  CONSTRAINT tube_outcome_accepted_check CHECK (accepted),
  CONSTRAINT tube_outcome_check CHECK (((state <> 'dismissed'::text) OR (decided_by IS NOT NULL))),
  CONSTRAINT tube_outcome_check1 CHECK (((state <> 'held'::text) OR (decided_by IS NULL))),
  CONSTRAINT tube_outcome_outcome_check CHECK ((outcome = ANY (ARRAY['negative'::text, 'positive'::text, 'inconclusive'::text, 'invalid'::text]))),
  CONSTRAINT tube_outcome_state_check CHECK ((state = ANY (ARRAY['current'::text, 'superseded'::text, 'held'::text, 'dismissed'::text]))),
  CONSTRAINT tube_outcome_version_check CHECK ((version > 0))
);
CREATE UNIQUE INDEX tube_outcome_current ON lab.tube_outcome USING btree (barcode) WHERE (state = 'current'::text);
CREATE INDEX tube_outcome_held ON lab.tube_outcome USING btree (recorded_at, barcode, version) WHERE (state = 'held'::text);
CREATE INDEX tube_outcome_report ON lab.tube_outcome USING btree (report_id);
ALTER TABLE lab.tube_outcome ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON lab.tube_outcome FOR INSERT WITH CHECK (((lab_code = ( SELECT lab.mine() AS mine)) OR (EXISTS ( SELECT 1
   FROM lab.tube t
  WHERE (t.barcode = tube_outcome.barcode)))));
CREATE POLICY changing ON lab.tube_outcome FOR UPDATE USING (((lab_code = ( SELECT lab.mine() AS mine)) OR (EXISTS ( SELECT 1
   FROM lab.tube t
  WHERE (t.barcode = tube_outcome.barcode))))) WITH CHECK (((lab_code = ( SELECT lab.mine() AS mine)) OR (EXISTS ( SELECT 1
   FROM lab.tube t
  WHERE (t.barcode = tube_outcome.barcode)))));
CREATE POLICY house ON lab.tube_outcome FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON lab.tube_outcome FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON lab.tube_outcome FOR SELECT USING (((lab_code = ( SELECT lab.mine() AS mine)) OR (EXISTS ( SELECT 1
   FROM lab.tube t
  WHERE (t.barcode = tube_outcome.barcode)))));

CREATE TABLE purge.closure (
  id uuid NOT NULL,
  rounds uuid[] NOT NULL,
  through timestamp with time zone NOT NULL,
  k smallint NOT NULL,
  security_id uuid NOT NULL,
  auditor_id uuid NOT NULL,
  state text NOT NULL DEFAULT 'signed'::text,
  notes jsonb NOT NULL DEFAULT '{}'::jsonb,
  started_at timestamp with time zone NOT NULL DEFAULT now(),
  finished_at timestamp with time zone,
  certificate jsonb,
  CONSTRAINT closure_pkey PRIMARY KEY (id),
  CONSTRAINT closure_auditor_id_fkey FOREIGN KEY (auditor_id) REFERENCES access.account(id),
  CONSTRAINT closure_security_id_fkey FOREIGN KEY (security_id) REFERENCES access.account(id),
  CONSTRAINT closure_check CHECK (((state = 'certified'::text) = (certificate IS NOT NULL))),
  CONSTRAINT closure_k_check CHECK (((k >= 2) AND (k <= 1000))),
  CONSTRAINT closure_rounds_check CHECK ((cardinality(rounds) > 0)),
  CONSTRAINT closure_second_person CHECK ((security_id <> auditor_id)),
  CONSTRAINT closure_state_check CHECK ((state = ANY (ARRAY['signed'::text, 'counted'::text, 'redacted'::text, 'emptied'::text, 'keyed'::text, 'sealed'::text, 'destroyed'::text, 'swept'::text, 'certified'::text])))
);
CREATE UNIQUE INDEX closure_unfinished ON purge.closure USING btree ((true)) WHERE (state <> 'certified'::text);

CREATE TABLE purge.emptied (
  closure_id uuid NOT NULL,
  name text NOT NULL,
  rows bigint NOT NULL,
  CONSTRAINT emptied_pkey PRIMARY KEY (closure_id, name),
  CONSTRAINT emptied_closure_id_fkey FOREIGN KEY (closure_id) REFERENCES purge.closure(id)
);

CREATE TABLE purge.going (
  resident_id uuid NOT NULL,
  CONSTRAINT going_pkey PRIMARY KEY (resident_id)
);

CREATE TABLE purge.kept_count (
  round_id uuid NOT NULL,
  area_code text NOT NULL,
  level text NOT NULL,
  people integer NOT NULL,
  exempt integer NOT NULL,
  sampled integer NOT NULL,
  tested integer NOT NULL,
  negative integer NOT NULL,
  positive integer NOT NULL,
  under_review integer NOT NULL,
  resample integer NOT NULL,
  CONSTRAINT kept_count_pkey PRIMARY KEY (round_id, area_code),
  CONSTRAINT kept_count_area_code_fkey FOREIGN KEY (area_code) REFERENCES community.area(code),
  CONSTRAINT kept_count_round_id_fkey FOREIGN KEY (round_id) REFERENCES campaign.round(id)
);

CREATE TABLE purge.legal_hold (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  round_id uuid,
  reason text NOT NULL,
  placed_by uuid NOT NULL,
  approved_by uuid NOT NULL,
  placed_at timestamp with time zone NOT NULL DEFAULT now(),
  lifted_by uuid,
  lift_approved_by uuid,
  lifted_at timestamp with time zone,
  CONSTRAINT legal_hold_pkey PRIMARY KEY (id),
  CONSTRAINT legal_hold_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES access.account(id),
  CONSTRAINT legal_hold_lift_approved_by_fkey FOREIGN KEY (lift_approved_by) REFERENCES access.account(id),
  CONSTRAINT legal_hold_lifted_by_fkey FOREIGN KEY (lifted_by) REFERENCES access.account(id),
  CONSTRAINT legal_hold_placed_by_fkey FOREIGN KEY (placed_by) REFERENCES access.account(id),
  CONSTRAINT legal_hold_round_id_fkey FOREIGN KEY (round_id) REFERENCES campaign.round(id),
  CONSTRAINT hold_second_person CHECK ((placed_by <> approved_by)),
  CONSTRAINT legal_hold_check CHECK ((num_nulls(lifted_by, lift_approved_by, lifted_at) = ANY (ARRAY[0, 3]))),
  CONSTRAINT legal_hold_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500))),
  CONSTRAINT lift_second_person CHECK ((lifted_by <> lift_approved_by))
);

CREATE TABLE queue.announcement (
  id uuid NOT NULL,
  site_id uuid NOT NULL,
  zh text NOT NULL,
  en text,
  made_by uuid NOT NULL,
  made_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  withdrawn_at timestamp with time zone,
  body_hash bytea NOT NULL,
  CONSTRAINT announcement_pkey PRIMARY KEY (id),
  CONSTRAINT announcement_site_id_fkey FOREIGN KEY (site_id) REFERENCES site.site(id),
  CONSTRAINT announcement_expires_at_check CHECK ((expires_at < '2200-01-01 00:00:00+00'::timestamp with time zone))
);
CREATE INDEX announcement_current ON queue.announcement USING btree (site_id, expires_at) WHERE (withdrawn_at IS NULL);
ALTER TABLE queue.announcement ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON queue.announcement FOR INSERT WITH CHECK ((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine))));
CREATE POLICY changing ON queue.announcement FOR UPDATE USING ((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine)))) WITH CHECK ((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine))));
CREATE POLICY house ON queue.announcement FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON queue.announcement FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON queue.announcement FOR SELECT USING ((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine))));

CREATE TABLE queue.board_version (
  site_id uuid NOT NULL,
  version bigint NOT NULL,
  CONSTRAINT board_version_pkey PRIMARY KEY (site_id),
  CONSTRAINT board_version_site_id_fkey FOREIGN KEY (site_id) REFERENCES site.site(id)
) WITH (fillfactor=50);
ALTER TABLE queue.board_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON queue.board_version FOR INSERT WITH CHECK (true);
CREATE POLICY changing ON queue.board_version FOR UPDATE USING (true) WITH CHECK (true);
CREATE POLICY house ON queue.board_version FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON queue.board_version FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON queue.board_version FOR SELECT USING (true);

CREATE TABLE queue.call (
  id uuid NOT NULL,
  station_id uuid NOT NULL,
  site_id uuid NOT NULL,
  business_day date NOT NULL,
  lane text NOT NULL,
  asked smallint NOT NULL,
  people smallint NOT NULL DEFAULT 0,
  ticket_ids uuid[] NOT NULL DEFAULT '{}'::uuid[],
  called_by uuid NOT NULL,
  called_at timestamp with time zone NOT NULL,
  body_hash bytea NOT NULL,
  CONSTRAINT call_pkey PRIMARY KEY (id),
  CONSTRAINT call_site_id_fkey FOREIGN KEY (site_id) REFERENCES site.site(id),
  CONSTRAINT call_station_id_fkey FOREIGN KEY (station_id) REFERENCES site.station(id),
  CONSTRAINT call_asked_check CHECK ((asked > 0))
);
CREATE INDEX call_pace ON queue.call USING btree (site_id, business_day, lane, called_at) WHERE (people > 0);
CREATE INDEX call_station ON queue.call USING btree (station_id, called_at DESC) WHERE (people > 0);
ALTER TABLE queue.call ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON queue.call FOR INSERT WITH CHECK ((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine))));
CREATE POLICY changing ON queue.call FOR UPDATE USING ((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine)))) WITH CHECK ((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine))));
CREATE POLICY house ON queue.call FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON queue.call FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON queue.call FOR SELECT USING ((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine))));

CREATE TABLE queue.counter (
  site_id uuid NOT NULL,
  business_day date NOT NULL,
  lane text NOT NULL,
  issued integer NOT NULL,
  closed_at timestamp with time zone,
  CONSTRAINT counter_pkey PRIMARY KEY (site_id, business_day, lane),
  CONSTRAINT counter_site_id_lane_fkey FOREIGN KEY (site_id, lane) REFERENCES site.lane(site_id, lane),
  CONSTRAINT counter_issued_check CHECK ((issued >= 0))
) WITH (fillfactor=50);
ALTER TABLE queue.counter ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON queue.counter FOR INSERT WITH CHECK (true);
CREATE POLICY changing ON queue.counter FOR UPDATE USING (true) WITH CHECK (true);
CREATE POLICY house ON queue.counter FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON queue.counter FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON queue.counter FOR SELECT USING (true);

CREATE TABLE queue.led_singly (
  resident_id uuid NOT NULL,
  led_at timestamp with time zone NOT NULL DEFAULT now(),
  released_at timestamp with time zone,
  CONSTRAINT led_singly_pkey PRIMARY KEY (resident_id),
  CONSTRAINT led_singly_resident_id_fkey FOREIGN KEY (resident_id) REFERENCES community.resident(id)
);
ALTER TABLE queue.led_singly ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON queue.led_singly FOR INSERT WITH CHECK ((EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = led_singly.resident_id))));
CREATE POLICY changing ON queue.led_singly FOR UPDATE USING ((EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = led_singly.resident_id)))) WITH CHECK ((EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = led_singly.resident_id))));
CREATE POLICY house ON queue.led_singly FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON queue.led_singly FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON queue.led_singly FOR SELECT USING ((EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = led_singly.resident_id))));

CREATE TABLE queue.ticket (
  id uuid NOT NULL,
  site_id uuid NOT NULL,
  business_day date NOT NULL,
  lane text NOT NULL,
  number integer NOT NULL,
  label text NOT NULL,
  place double precision NOT NULL,
  party_size smallint NOT NULL,
  resident_id uuid,
  state text NOT NULL DEFAULT 'waiting'::text,
  issued_by uuid NOT NULL,
  issued_at timestamp with time zone NOT NULL,
  call_id uuid,
  station_id uuid,
  called_at timestamp with time zone,
  announced_at timestamp with time zone,
  missed_at timestamp with time zone,
  returned_at timestamp with time zone,
  served_at timestamp with time zone,
  left_at timestamp with time zone,
  body_hash bytea NOT NULL,
  CONSTRAINT ticket_pkey PRIMARY KEY (id),
  CONSTRAINT ticket_number UNIQUE (site_id, business_day, lane, number),
  CONSTRAINT ticket_call_id_fkey FOREIGN KEY (call_id) REFERENCES queue.call(id),
  CONSTRAINT ticket_resident_id_fkey FOREIGN KEY (resident_id) REFERENCES community.resident(id),
  CONSTRAINT ticket_site_id_fkey FOREIGN KEY (site_id) REFERENCES site.site(id),
  CONSTRAINT ticket_site_id_lane_fkey FOREIGN KEY (site_id, lane) REFERENCES site.lane(site_id, lane),
  CONSTRAINT ticket_station_id_fkey FOREIGN KEY (station_id) REFERENCES site.station(id),
  CONSTRAINT ticket_check CHECK (((state = ANY (ARRAY['waiting'::text, 'left'::text])) OR ((call_id IS NOT NULL) AND (station_id IS NOT NULL) AND (called_at IS NOT NULL)))),
  CONSTRAINT ticket_number_check CHECK ((number > 0)),
  CONSTRAINT ticket_party_size_check CHECK (((party_size >= 1) AND (party_size <= 50))),
  CONSTRAINT ticket_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'called'::text, 'served'::text, 'missed'::text, 'left'::text])))
) WITH (fillfactor=70);
CREATE INDEX ticket_announced ON queue.ticket USING btree (site_id, business_day, announced_at) WHERE (announced_at IS NOT NULL);
CREATE INDEX ticket_call ON queue.ticket USING btree (call_id) WHERE (state = 'called'::text);
CREATE INDEX ticket_missed ON queue.ticket USING btree (site_id, business_day, missed_at) WHERE (state = 'missed'::text);
CREATE INDEX ticket_resident ON queue.ticket USING btree (resident_id) WHERE (resident_id IS NOT NULL);
CREATE INDEX ticket_waiting ON queue.ticket USING btree (site_id, business_day, lane, place, number) WHERE (state = 'waiting'::text);
CREATE UNIQUE INDEX ticket_waiting_resident ON queue.ticket USING btree (site_id, business_day, resident_id) WHERE ((state = 'waiting'::text) AND (resident_id IS NOT NULL));
ALTER TABLE queue.ticket ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON queue.ticket FOR INSERT WITH CHECK ((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine)) OR ((resident_id IS NOT NULL) AND (EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = ticket.resident_id))))));
CREATE POLICY changing ON queue.ticket FOR UPDATE USING ((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine)) OR ((resident_id IS NOT NULL) AND (EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = ticket.resident_id)))))) WITH CHECK ((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine)) OR ((resident_id IS NOT NULL) AND (EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = ticket.resident_id))))));
CREATE POLICY house ON queue.ticket FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON queue.ticket FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON queue.ticket FOR SELECT USING ((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine)) OR ((resident_id IS NOT NULL) AND (EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = ticket.resident_id))))));

CREATE TABLE results.amendment (
  id uuid NOT NULL,
  round_id uuid NOT NULL,
  resident_id uuid NOT NULL,
  status text NOT NULL,
  reason text NOT NULL,
  version integer NOT NULL,
  author_id uuid NOT NULL,
  proposed_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  state text NOT NULL DEFAULT 'proposed'::text,
  approver_id uuid,
  refused_by uuid,
  refusal text,
  ended_at timestamp(3) with time zone,
  made_version integer,
  body_hash bytea NOT NULL,
  CONSTRAINT amendment_pkey PRIMARY KEY (id),
  CONSTRAINT amendment_approver_id_fkey FOREIGN KEY (approver_id) REFERENCES access.account(id),
  CONSTRAINT amendment_author_id_fkey FOREIGN KEY (author_id) REFERENCES access.account(id),
  CONSTRAINT amendment_refused_by_fkey FOREIGN KEY (refused_by) REFERENCES access.account(id),
  CONSTRAINT amendment_resident_id_fkey FOREIGN KEY (resident_id) REFERENCES community.resident(id),
  CONSTRAINT amendment_round_id_fkey FOREIGN KEY (round_id) REFERENCES campaign.round(id),
  CONSTRAINT amendment_check CHECK ((((state = 'applied'::text) = (approver_id IS NOT NULL)) AND ((state = 'applied'::text) = (made_version IS NOT NULL)))),
  CONSTRAINT amendment_check1 CHECK ((((state = 'refused'::text) = (refusal IS NOT NULL)) AND ((state = 'refused'::text) = (refused_by IS NOT NULL)))),
  CONSTRAINT amendment_check2 CHECK (((state = 'proposed'::text) = (ended_at IS NULL))),
  CONSTRAINT amendment_second_person CHECK ((approver_id <> author_id)),
  CONSTRAINT amendment_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'applied'::text, 'refused'::text, 'withdrawn'::text]))),
  CONSTRAINT amendment_status_check CHECK ((status = ANY (ARRAY['negative'::text, 'positive'::text, 'under-review'::text, 'resample'::text])))
);
CREATE INDEX amendment_list ON results.amendment USING btree (proposed_at DESC, id DESC);
CREATE UNIQUE INDEX amendment_open ON results.amendment USING btree (round_id, resident_id) WHERE (state = 'proposed'::text);
CREATE INDEX amendment_resident ON results.amendment USING btree (resident_id);
ALTER TABLE results.amendment ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON results.amendment FOR INSERT WITH CHECK ((EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = amendment.resident_id))));
CREATE POLICY changing ON results.amendment FOR UPDATE USING ((EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = amendment.resident_id)))) WITH CHECK ((EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = amendment.resident_id))));
CREATE POLICY house ON results.amendment FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON results.amendment FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON results.amendment FOR SELECT USING ((EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = amendment.resident_id))));

CREATE TABLE results.answer (
  round_id uuid NOT NULL,
  resident_id uuid NOT NULL,
  version integer NOT NULL,
  status text NOT NULL,
  cause text NOT NULL,
  basis text NOT NULL,
  tube_barcode text,
  swab_id uuid,
  occasion smallint,
  sampled_at timestamp with time zone,
  tested_at timestamp with time zone,
  published_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  current boolean NOT NULL DEFAULT true,
  reason text,
  author_id uuid,
  approved_by uuid,
  body_hash bytea,
  correction_id uuid,
  CONSTRAINT answer_pkey PRIMARY KEY (round_id, resident_id, version),
  CONSTRAINT answer_correction_id_fkey FOREIGN KEY (correction_id) REFERENCES sampling.correction(id),
  CONSTRAINT answer_cause CHECK ((cause = ANY (ARRAY['negative'::text, 'positive'::text, 'inconclusive'::text, 'invalid'::text, 'rejected'::text, 'lost'::text, 'amendment'::text, 'withdrawn'::text]))),
  CONSTRAINT answer_check CHECK (((cause = 'amendment'::text) = (author_id IS NOT NULL))),
  CONSTRAINT answer_check1 CHECK (((cause = 'amendment'::text) = (approved_by IS NOT NULL))),
  CONSTRAINT answer_check4 CHECK (((cause = 'amendment'::text) OR (status <> 'negative'::text) OR (cause = 'negative'::text))),
  CONSTRAINT answer_check5 CHECK (((cause = 'amendment'::text) OR (status <> 'positive'::text) OR (cause = 'positive'::text))),
  CONSTRAINT answer_reason CHECK (((cause <> 'amendment'::text) OR (reason IS NOT NULL))),
  CONSTRAINT answer_rests_on_swab CHECK (((cause = ANY (ARRAY['amendment'::text, 'withdrawn'::text])) OR ((swab_id IS NOT NULL) AND (sampled_at IS NOT NULL)))),
  CONSTRAINT answer_second_person CHECK ((approved_by <> author_id)),
  CONSTRAINT answer_status CHECK ((status = ANY (ARRAY['negative'::text, 'positive'::text, 'under-review'::text, 'resample'::text, 'withdrawn'::text]))),
  CONSTRAINT answer_version_check CHECK ((version > 0)),
  CONSTRAINT answer_withdrawn CHECK (((status = 'withdrawn'::text) = (cause = 'withdrawn'::text)))
);
CREATE UNIQUE INDEX answer_current ON results.answer USING btree (round_id, resident_id) WHERE current;
CREATE INDEX answer_current_status ON results.answer USING btree (round_id, status) WHERE current;
CREATE INDEX answer_resident ON results.answer USING btree (resident_id);
CREATE INDEX answer_tube ON results.answer USING btree (tube_barcode) WHERE current;
ALTER TABLE results.answer ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON results.answer FOR INSERT WITH CHECK ((EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = answer.resident_id))));
CREATE POLICY changing ON results.answer FOR UPDATE USING ((EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = answer.resident_id)))) WITH CHECK ((EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = answer.resident_id))));
CREATE POLICY house ON results.answer FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON results.answer FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON results.answer FOR SELECT USING ((EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = answer.resident_id))));

CREATE TABLE results.dossier (
  round_id uuid NOT NULL,
  resident_id uuid NOT NULL,
  CONSTRAINT dossier_pkey PRIMARY KEY (round_id, resident_id)
);
ALTER TABLE results.dossier ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON results.dossier FOR INSERT WITH CHECK ((EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = dossier.resident_id))));
CREATE POLICY changing ON results.dossier FOR UPDATE USING ((EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = dossier.resident_id)))) WITH CHECK ((EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = dossier.resident_id))));
CREATE POLICY house ON results.dossier FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON results.dossier FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON results.dossier FOR SELECT USING ((EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = dossier.resident_id))));

CREATE TABLE results.notice (
  round_id uuid NOT NULL,
  resident_id uuid NOT NULL,
  version integer NOT NULL,
  channel text NOT NULL,
  state text NOT NULL DEFAULT 'waiting'::text,
  created_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  claimed_at timestamp with time zone,
  settled_at timestamp with time zone,
  CONSTRAINT notice_pkey PRIMARY KEY (round_id, resident_id, version, channel),
  CONSTRAINT notice_round_id_resident_id_version_fkey FOREIGN KEY (round_id, resident_id, version) REFERENCES results.answer(round_id, resident_id, version),
  CONSTRAINT notice_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'sent'::text, 'unknown'::text])))
);
CREATE INDEX notice_sending ON results.notice USING btree (claimed_at) WHERE (state = 'sending'::text);
CREATE INDEX notice_waiting ON results.notice USING btree (created_at) WHERE (state = 'waiting'::text);
ALTER TABLE results.notice ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON results.notice FOR INSERT WITH CHECK ((EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = notice.resident_id))));
CREATE POLICY changing ON results.notice FOR UPDATE USING ((EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = notice.resident_id)))) WITH CHECK ((EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = notice.resident_id))));
CREATE POLICY house ON results.notice FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON results.notice FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON results.notice FOR SELECT USING ((EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = notice.resident_id))));

CREATE TABLE results.recall_order (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  round_id uuid NOT NULL,
  resident_id uuid NOT NULL,
  kind text NOT NULL,
  cause text NOT NULL,
  cause_barcode text NOT NULL,
  cause_version integer NOT NULL,
  cause_occasion smallint NOT NULL,
  occasion smallint,
  state text NOT NULL DEFAULT 'open'::text,
  deadline timestamp with time zone NOT NULL,
  assignee_id uuid,
  assigned_by uuid,
  assigned_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  closed_at timestamp with time zone,
  CONSTRAINT recall_order_pkey PRIMARY KEY (id),
  CONSTRAINT recall_order_once UNIQUE (round_id, resident_id, cause_barcode, kind),
  CONSTRAINT recall_order_cause_check CHECK ((cause = ANY (ARRAY['positive'::text, 'inconclusive'::text, 'invalid'::text, 'rejected'::text, 'lost'::text, 'amendment'::text]))),
  CONSTRAINT recall_order_check CHECK (((state = 'open'::text) = (closed_at IS NULL))),
  CONSTRAINT recall_order_kind_check CHECK ((kind = ANY (ARRAY['retest'::text, 'resample'::text]))),
  CONSTRAINT recall_order_state_check CHECK ((state = ANY (ARRAY['open'::text, 'cleared'::text, 'confirmed'::text, 'repeated'::text, 'cancelled'::text])))
);
CREATE INDEX recall_order_list ON results.recall_order USING btree (round_id, deadline, id);
CREATE UNIQUE INDEX recall_order_open ON results.recall_order USING btree (round_id, resident_id) WHERE (state = 'open'::text);
CREATE INDEX recall_order_resident ON results.recall_order USING btree (resident_id);
ALTER TABLE results.recall_order ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON results.recall_order FOR INSERT WITH CHECK ((EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = recall_order.resident_id))));
CREATE POLICY changing ON results.recall_order FOR UPDATE USING ((EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = recall_order.resident_id)))) WITH CHECK ((EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = recall_order.resident_id))));
CREATE POLICY house ON results.recall_order FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON results.recall_order FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON results.recall_order FOR SELECT USING ((EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = recall_order.resident_id))));

CREATE TABLE sampling.admission (
  round_id uuid NOT NULL,
  resident_id uuid NOT NULL,
  occasion smallint NOT NULL,
  purpose text NOT NULL,
  admitted_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT admission_pkey PRIMARY KEY (round_id, resident_id),
  CONSTRAINT admission_occasion_check CHECK ((occasion >= 0)),
  CONSTRAINT admission_purpose_check CHECK ((purpose = ANY (ARRAY['screening'::text, 'retest'::text, 'resample'::text])))
);
ALTER TABLE sampling.admission ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON sampling.admission FOR INSERT WITH CHECK (((EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = admission.resident_id))) OR (EXISTS ( SELECT 1
   FROM sampling.attendance a
  WHERE ((a.round_id = admission.round_id) AND (a.resident_id = admission.resident_id))))));
CREATE POLICY changing ON sampling.admission FOR UPDATE USING (((EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = admission.resident_id))) OR (EXISTS ( SELECT 1
   FROM sampling.attendance a
  WHERE ((a.round_id = admission.round_id) AND (a.resident_id = admission.resident_id)))))) WITH CHECK (((EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = admission.resident_id))) OR (EXISTS ( SELECT 1
   FROM sampling.attendance a
  WHERE ((a.round_id = admission.round_id) AND (a.resident_id = admission.resident_id))))));
CREATE POLICY house ON sampling.admission FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON sampling.admission FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON sampling.admission FOR SELECT USING (((EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = admission.resident_id))) OR (EXISTS ( SELECT 1
   FROM sampling.attendance a
  WHERE ((a.round_id = admission.round_id) AND (a.resident_id = admission.resident_id))))));

CREATE TABLE sampling.attendance (
  round_id uuid NOT NULL,
  resident_id uuid NOT NULL,
  occasion smallint NOT NULL,
  purpose text NOT NULL,
  swab_id uuid NOT NULL,
  tube_barcode text NOT NULL,
  sampled_at timestamp with time zone NOT NULL,
  voided_at timestamp with time zone,
  CONSTRAINT attendance_pkey PRIMARY KEY (resident_id, round_id, occasion)
) PARTITION BY LIST (round_id);
ALTER TABLE sampling.attendance ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON sampling.attendance FOR INSERT WITH CHECK (((EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = attendance.resident_id))) OR (EXISTS ( SELECT 1
   FROM sampling.tube t
  WHERE ((t.barcode = attendance.tube_barcode) AND (( SELECT access.sees_all() AS sees_all) OR (t.site_id IN ( SELECT site.mine() AS mine))))))));
CREATE POLICY changing ON sampling.attendance FOR UPDATE USING (((EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = attendance.resident_id))) OR (EXISTS ( SELECT 1
   FROM sampling.tube t
  WHERE ((t.barcode = attendance.tube_barcode) AND (( SELECT access.sees_all() AS sees_all) OR (t.site_id IN ( SELECT site.mine() AS mine)))))))) WITH CHECK (((EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = attendance.resident_id))) OR (EXISTS ( SELECT 1
   FROM sampling.tube t
  WHERE ((t.barcode = attendance.tube_barcode) AND (( SELECT access.sees_all() AS sees_all) OR (t.site_id IN ( SELECT site.mine() AS mine))))))));
CREATE POLICY house ON sampling.attendance FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON sampling.attendance FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON sampling.attendance FOR SELECT USING (((EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = attendance.resident_id))) OR (EXISTS ( SELECT 1
   FROM sampling.tube t
  WHERE ((t.barcode = attendance.tube_barcode) AND (( SELECT access.sees_all() AS sees_all) OR (t.site_id IN ( SELECT site.mine() AS mine))))))));

CREATE TABLE sampling.correction (
  id uuid NOT NULL,
  kind text NOT NULL,
  state text NOT NULL DEFAULT 'proposed'::text,
  round_id uuid NOT NULL,
  site_id uuid NOT NULL,
  tubes text[] NOT NULL,
  residents uuid[] NOT NULL DEFAULT '{}'::uuid[],
  act jsonb NOT NULL,
  reason text NOT NULL,
  note text,
  second_person boolean NOT NULL,
  before jsonb NOT NULL,
  after jsonb,
  author_id uuid NOT NULL,
  proposed_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  approver_id uuid,
  approved_at timestamp(3) with time zone,
  refused_by uuid,
  refusal text,
  ended_at timestamp(3) with time zone,
  body_hash bytea NOT NULL,
  case_id uuid,
  CONSTRAINT correction_pkey PRIMARY KEY (id),
  CONSTRAINT correction_approver_id_fkey FOREIGN KEY (approver_id) REFERENCES access.account(id),
  CONSTRAINT correction_author_id_fkey FOREIGN KEY (author_id) REFERENCES access.account(id),
  CONSTRAINT correction_case_id_fkey FOREIGN KEY (case_id) REFERENCES sampling.exception(id),
  CONSTRAINT correction_refused_by_fkey FOREIGN KEY (refused_by) REFERENCES access.account(id),
  CONSTRAINT correction_round_id_fkey FOREIGN KEY (round_id) REFERENCES campaign.round(id),
  CONSTRAINT correction_site_id_fkey FOREIGN KEY (site_id) REFERENCES site.site(id),
  CONSTRAINT correction_approved CHECK (((state <> ALL (ARRAY['approved'::text, 'applied'::text])) OR (NOT second_person) OR (approver_id IS NOT NULL))),
  CONSTRAINT correction_check CHECK (((approver_id IS NULL) = (approved_at IS NULL))),
  CONSTRAINT correction_check1 CHECK (((state = 'applied'::text) = (after IS NOT NULL))),
  CONSTRAINT correction_check2 CHECK (((state = 'refused'::text) = (refusal IS NOT NULL))),
  CONSTRAINT correction_check3 CHECK (((state = ANY (ARRAY['applied'::text, 'refused'::text, 'withdrawn'::text])) = (ended_at IS NOT NULL))),
  CONSTRAINT correction_kind_check CHECK ((kind = ANY (ARRAY['unbind'::text, 'bind'::text, 'void'::text, 'move-swab'::text, 'recode-tube'::text, 'swap-tubes'::text, 'reopen-tube'::text]))),
  CONSTRAINT correction_second_person CHECK ((approver_id <> author_id)),
  CONSTRAINT correction_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'approved'::text, 'applied'::text, 'refused'::text, 'withdrawn'::text]))),
  CONSTRAINT correction_tubes_check CHECK ((cardinality(tubes) > 0))
);
CREATE UNIQUE INDEX correction_case ON sampling.correction USING btree (case_id) WHERE (state = 'applied'::text);
CREATE INDEX correction_residents ON sampling.correction USING gin (residents);
CREATE INDEX correction_site ON sampling.correction USING btree (site_id, proposed_at DESC, id DESC);
CREATE INDEX correction_tubes ON sampling.correction USING gin (tubes);
ALTER TABLE sampling.correction ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON sampling.correction FOR INSERT WITH CHECK ((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine))));
CREATE POLICY changing ON sampling.correction FOR UPDATE USING ((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine)))) WITH CHECK ((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine))));
CREATE POLICY house ON sampling.correction FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON sampling.correction FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON sampling.correction FOR SELECT USING ((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine))));

CREATE TABLE sampling.device_act (
  line_id bigint NOT NULL,
  seq bigint NOT NULL,
  digest uuid NOT NULL,
  body uuid NOT NULL,
  act_id uuid,
  stored_id uuid,
  kind text,
  outcome text NOT NULL,
  rules text[] NOT NULL DEFAULT '{}'::text[],
  place smallint,
  received_at timestamp(3) with time zone NOT NULL,
  CONSTRAINT device_act_pkey PRIMARY KEY (line_id, seq, digest),
  CONSTRAINT device_act_check CHECK (((outcome = 'accepted'::text) = (rules = '{}'::text[]))),
  CONSTRAINT device_act_outcome_check CHECK ((outcome = ANY (ARRAY['accepted'::text, 'exception'::text, 'refused'::text]))),
  CONSTRAINT device_act_seq_check CHECK ((seq >= 0))
);
CREATE INDEX device_act_id ON sampling.device_act USING btree (act_id) WHERE (act_id IS NOT NULL);
ALTER TABLE sampling.device_act ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON sampling.device_act FOR INSERT WITH CHECK ((EXISTS ( SELECT 1
   FROM sampling.device_line l
  WHERE (l.id = device_act.line_id))));
CREATE POLICY changing ON sampling.device_act FOR UPDATE USING ((EXISTS ( SELECT 1
   FROM sampling.device_line l
  WHERE (l.id = device_act.line_id)))) WITH CHECK ((EXISTS ( SELECT 1
   FROM sampling.device_line l
  WHERE (l.id = device_act.line_id))));
CREATE POLICY house ON sampling.device_act FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON sampling.device_act FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON sampling.device_act FOR SELECT USING ((EXISTS ( SELECT 1
   FROM sampling.device_line l
  WHERE (l.id = device_act.line_id))));

CREATE TABLE sampling.device_batch (
  device_id uuid NOT NULL,
  counter bigint NOT NULL,
  hash text NOT NULL,
  previous text NOT NULL,
  fault text,
  acts smallint NOT NULL,
  received_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT device_batch_pkey PRIMARY KEY (device_id, counter, hash),
  CONSTRAINT device_batch_device_id_fkey FOREIGN KEY (device_id) REFERENCES site.device(id),
  CONSTRAINT device_batch_counter_check CHECK ((counter > 0)),
  CONSTRAINT device_batch_fault_check CHECK ((fault = ANY (ARRAY['counter-taken'::text, 'counter-skipped'::text, 'previous-differs'::text])))
);
ALTER TABLE sampling.device_batch ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON sampling.device_batch FOR INSERT WITH CHECK ((EXISTS ( SELECT 1
   FROM site.device d
  WHERE (d.id = device_batch.device_id))));
CREATE POLICY changing ON sampling.device_batch FOR UPDATE USING ((EXISTS ( SELECT 1
   FROM site.device d
  WHERE (d.id = device_batch.device_id)))) WITH CHECK ((EXISTS ( SELECT 1
   FROM site.device d
  WHERE (d.id = device_batch.device_id))));
CREATE POLICY house ON sampling.device_batch FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON sampling.device_batch FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON sampling.device_batch FOR SELECT USING ((EXISTS ( SELECT 1
   FROM site.device d
  WHERE (d.id = device_batch.device_id))));

CREATE TABLE sampling.device_book (
  device_id uuid NOT NULL,
  counter bigint NOT NULL DEFAULT 0,
  last_hash text NOT NULL,
  boot_id uuid,
  last_contact_at timestamp(3) with time zone,
  skew_seconds double precision,
  arrived bigint NOT NULL DEFAULT 0,
  repeated bigint NOT NULL DEFAULT 0,
  received bigint NOT NULL DEFAULT 0,
  accepted bigint NOT NULL DEFAULT 0,
  exceptions bigint NOT NULL DEFAULT 0,
  refused bigint NOT NULL DEFAULT 0,
  CONSTRAINT device_book_pkey PRIMARY KEY (device_id),
  CONSTRAINT device_book_device_id_fkey FOREIGN KEY (device_id) REFERENCES site.device(id),
  CONSTRAINT book_conserves CHECK (((received = ((accepted + exceptions) + refused)) AND (arrived = (received + repeated))))
) WITH (fillfactor=50);
ALTER TABLE sampling.device_book ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON sampling.device_book FOR INSERT WITH CHECK ((EXISTS ( SELECT 1
   FROM site.device d
  WHERE (d.id = device_book.device_id))));
CREATE POLICY changing ON sampling.device_book FOR UPDATE USING ((EXISTS ( SELECT 1
   FROM site.device d
  WHERE (d.id = device_book.device_id)))) WITH CHECK ((EXISTS ( SELECT 1
   FROM site.device d
  WHERE (d.id = device_book.device_id))));
CREATE POLICY house ON sampling.device_book FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON sampling.device_book FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON sampling.device_book FOR SELECT USING ((EXISTS ( SELECT 1
   FROM site.device d
  WHERE (d.id = device_book.device_id))));

CREATE TABLE sampling.device_line (
  id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  device_id uuid NOT NULL,
  boot_id uuid NOT NULL,
  seen int8multirange NOT NULL DEFAULT '{}'::int8multirange,
  CONSTRAINT device_line_pkey PRIMARY KEY (id),
  CONSTRAINT device_line_device_id_boot_id_key UNIQUE (device_id, boot_id),
  CONSTRAINT device_line_device_id_fkey FOREIGN KEY (device_id) REFERENCES site.device(id)
);
ALTER TABLE sampling.device_line ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON sampling.device_line FOR INSERT WITH CHECK ((EXISTS ( SELECT 1
   FROM site.device d
  WHERE (d.id = device_line.device_id))));
CREATE POLICY changing ON sampling.device_line FOR UPDATE USING ((EXISTS ( SELECT 1
   FROM site.device d
  WHERE (d.id = device_line.device_id)))) WITH CHECK ((EXISTS ( SELECT 1
   FROM site.device d
  WHERE (d.id = device_line.device_id))));
CREATE POLICY house ON sampling.device_line FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON sampling.device_line FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON sampling.device_line FOR SELECT USING ((EXISTS ( SELECT 1
   FROM site.device d
  WHERE (d.id = device_line.device_id))));

CREATE TABLE sampling.device_note (
  id uuid NOT NULL,
  device_id uuid NOT NULL,
  site_id uuid NOT NULL,
  actor_id uuid NOT NULL,
  written_at timestamp with time zone NOT NULL,
  text_sealed bytea NOT NULL,
  CONSTRAINT device_note_pkey PRIMARY KEY (id),
  CONSTRAINT device_note_device_id_fkey FOREIGN KEY (device_id) REFERENCES site.device(id),
  CONSTRAINT device_note_site_id_fkey FOREIGN KEY (site_id) REFERENCES site.site(id)
);
ALTER TABLE sampling.device_note ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON sampling.device_note FOR INSERT WITH CHECK ((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine))));
CREATE POLICY changing ON sampling.device_note FOR UPDATE USING ((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine)))) WITH CHECK ((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine))));
CREATE POLICY house ON sampling.device_note FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON sampling.device_note FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON sampling.device_note FOR SELECT USING ((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine))));

CREATE TABLE sampling.exception (
  id uuid NOT NULL,
  kind text NOT NULL,
  site_id uuid NOT NULL,
  round_id uuid,
  device_id uuid,
  act_id uuid,
  subject text NOT NULL,
  details jsonb NOT NULL DEFAULT '{}'::jsonb,
  raw_sealed bytea,
  owner_role text NOT NULL,
  owner_id uuid,
  deadline timestamp(3) with time zone NOT NULL,
  raised_by uuid,
  raised_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  state text NOT NULL DEFAULT 'open'::text,
  resolution text,
  note text,
  resolved_by uuid,
  resolved_at timestamp(3) with time zone,
  body_hash bytea NOT NULL,
  CONSTRAINT exception_pkey PRIMARY KEY (id),
  CONSTRAINT exception_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES access.account(id),
  CONSTRAINT exception_resolved_by_fkey FOREIGN KEY (resolved_by) REFERENCES access.account(id),
  CONSTRAINT exception_round_id_fkey FOREIGN KEY (round_id) REFERENCES campaign.round(id),
  CONSTRAINT exception_site_id_fkey FOREIGN KEY (site_id) REFERENCES site.site(id),
  CONSTRAINT exception_check CHECK (((state = 'resolved'::text) = (resolution IS NOT NULL))),
  CONSTRAINT exception_check1 CHECK (((state = 'resolved'::text) = (resolved_at IS NOT NULL))),
  CONSTRAINT exception_kind_check CHECK ((kind = ANY (ARRAY['person-already-sampled'::text, 'tube-over-capacity'::text, 'two-devices-one-tube'::text, 'tube-not-open'::text, 'round-not-running'::text, 'unknown-tube'::text, 'unknown-person'::text, 'unreadable-code'::text, 'single-only-in-pool'::text, 'other-household'::text, 'out-of-scope'::text, 'clock-skew'::text, 'sequence-hole'::text, 'count-differs'::text, 'act-id-clash'::text, 'act-not-understood'::text, 'act-against-rules'::text, 'device-cloned'::text, 'batch-held'::text, 'not-listed'::text, 'not-me'::text]))),
  CONSTRAINT exception_owner_role_check CHECK ((owner_role = ANY (ARRAY['sitelead'::text, 'organiser'::text, 'security'::text, 'gridworker'::text]))),
  CONSTRAINT exception_resolution_check CHECK ((resolution = ANY (ARRAY['accepted'::text, 'corrected'::text, 'withdrawn'::text, 'resampled'::text, 'unfounded'::text]))),
  CONSTRAINT exception_state_check CHECK ((state = ANY (ARRAY['open'::text, 'resolved'::text])))
);
CREATE UNIQUE INDEX exception_act ON sampling.exception USING btree (act_id, kind) WHERE (act_id IS NOT NULL);
CREATE INDEX exception_case ON sampling.exception USING btree (((details ->> 'residentId'::text)), raised_at DESC) WHERE (kind = ANY (ARRAY['not-listed'::text, 'not-me'::text]));
CREATE INDEX exception_deadline ON sampling.exception USING btree (deadline, id) WHERE (state = 'open'::text);
CREATE INDEX exception_device ON sampling.exception USING btree (device_id) WHERE (device_id IS NOT NULL);
CREATE INDEX exception_site ON sampling.exception USING btree (site_id, state, deadline, id);
CREATE UNIQUE INDEX exception_subject ON sampling.exception USING btree (subject, kind) WHERE ((act_id IS NULL) AND (state = 'open'::text));
ALTER TABLE sampling.exception ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON sampling.exception FOR INSERT WITH CHECK ((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine)) OR (owner_id = ( SELECT access.actor() AS actor))));
CREATE POLICY changing ON sampling.exception FOR UPDATE USING ((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine)) OR (owner_id = ( SELECT access.actor() AS actor)))) WITH CHECK ((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine)) OR (owner_id = ( SELECT access.actor() AS actor))));
CREATE POLICY house ON sampling.exception FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON sampling.exception FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON sampling.exception FOR SELECT USING ((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine)) OR (owner_id = ( SELECT access.actor() AS actor))));

CREATE TABLE sampling.held_batch (
  id uuid NOT NULL,
  device_id uuid NOT NULL,
  site_id uuid NOT NULL,
  boot_id uuid NOT NULL,
  counter bigint NOT NULL,
  hash text NOT NULL,
  why text NOT NULL,
  acts smallint NOT NULL,
  first_seq bigint,
  last_seq bigint,
  first_at timestamp(3) with time zone,
  last_at timestamp(3) with time zone,
  skew_seconds double precision,
  summary jsonb NOT NULL,
  acts_sealed bytea NOT NULL,
  held_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  state text NOT NULL DEFAULT 'held'::text,
  taken_through bigint,
  reason text,
  decided_by uuid,
  decided_at timestamp(3) with time zone,
  CONSTRAINT held_batch_pkey PRIMARY KEY (id),
  CONSTRAINT held_batch_device_id_counter_hash_key UNIQUE (device_id, counter, hash),
  CONSTRAINT held_batch_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES access.account(id),
  CONSTRAINT held_batch_device_id_fkey FOREIGN KEY (device_id) REFERENCES site.device(id),
  CONSTRAINT held_batch_site_id_fkey FOREIGN KEY (site_id) REFERENCES site.site(id),
  CONSTRAINT held_batch_acts_check CHECK ((acts > 0)),
  CONSTRAINT held_batch_check CHECK ((((state = 'held'::text) = (decided_by IS NULL)) AND ((state = 'held'::text) = (decided_at IS NULL)) AND ((state = 'held'::text) = (reason IS NULL)))),
  CONSTRAINT held_batch_check1 CHECK (((taken_through IS NULL) OR (state = 'taken'::text))),
  CONSTRAINT held_batch_counter_check CHECK ((counter > 0)),
  CONSTRAINT held_batch_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500))),
  CONSTRAINT held_batch_state_check CHECK ((state = ANY (ARRAY['held'::text, 'taken'::text, 'set-aside'::text]))),
  CONSTRAINT held_batch_taken_through_check CHECK ((taken_through > 0)),
  CONSTRAINT held_batch_why_check CHECK ((why = ANY (ARRAY['waiting'::text, 'expired'::text, 'revoked'::text])))
);
CREATE INDEX held_batch_undecided ON sampling.held_batch USING btree (device_id) WHERE (state = 'held'::text);
ALTER TABLE sampling.held_batch ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON sampling.held_batch FOR INSERT WITH CHECK ((EXISTS ( SELECT 1
   FROM site.device d
  WHERE (d.id = held_batch.device_id))));
CREATE POLICY changing ON sampling.held_batch FOR UPDATE USING ((EXISTS ( SELECT 1
   FROM site.device d
  WHERE (d.id = held_batch.device_id)))) WITH CHECK ((EXISTS ( SELECT 1
   FROM site.device d
  WHERE (d.id = held_batch.device_id))));
CREATE POLICY house ON sampling.held_batch FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON sampling.held_batch FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON sampling.held_batch FOR SELECT USING ((EXISTS ( SELECT 1
   FROM site.device d
  WHERE (d.id = held_batch.device_id))));

CREATE TABLE sampling.swab (
  round_id uuid NOT NULL,
  id uuid NOT NULL,
  tube_barcode text NOT NULL,
  place smallint NOT NULL,
  resident_id uuid,
  occasion smallint NOT NULL,
  purpose text NOT NULL,
  actor_id uuid NOT NULL,
  scanned_at timestamp with time zone NOT NULL,
  sampled_at timestamp with time zone NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  body_hash bytea NOT NULL,
  voided_at timestamp with time zone,
  voided_by uuid,
  void_reason text,
  moved_to uuid,
  CONSTRAINT swab_pkey PRIMARY KEY (id, round_id),
  CONSTRAINT swab_tube_barcode_place_round_id_key UNIQUE (tube_barcode, place, round_id),
  CONSTRAINT swab_check CHECK (((moved_to IS NULL) OR (voided_at IS NOT NULL))),
  CONSTRAINT swab_place_check CHECK ((place > 0)),
  CONSTRAINT swab_purpose_check CHECK ((purpose = ANY (ARRAY['screening'::text, 'retest'::text, 'resample'::text])))
) PARTITION BY LIST (round_id);
ALTER TABLE sampling.swab ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON sampling.swab FOR INSERT WITH CHECK (((EXISTS ( SELECT 1
   FROM sampling.tube t
  WHERE ((t.barcode = swab.tube_barcode) AND (( SELECT access.sees_all() AS sees_all) OR (t.site_id IN ( SELECT site.mine() AS mine)))))) OR (EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = swab.resident_id)))));
CREATE POLICY changing ON sampling.swab FOR UPDATE USING (((EXISTS ( SELECT 1
   FROM sampling.tube t
  WHERE ((t.barcode = swab.tube_barcode) AND (( SELECT access.sees_all() AS sees_all) OR (t.site_id IN ( SELECT site.mine() AS mine)))))) OR (EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = swab.resident_id))))) WITH CHECK (((EXISTS ( SELECT 1
   FROM sampling.tube t
  WHERE ((t.barcode = swab.tube_barcode) AND (( SELECT access.sees_all() AS sees_all) OR (t.site_id IN ( SELECT site.mine() AS mine)))))) OR (EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = swab.resident_id)))));
CREATE POLICY house ON sampling.swab FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON sampling.swab FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON sampling.swab FOR SELECT USING (((EXISTS ( SELECT 1
   FROM sampling.tube t
  WHERE ((t.barcode = swab.tube_barcode) AND (( SELECT access.sees_all() AS sees_all) OR (t.site_id IN ( SELECT site.mine() AS mine)))))) OR (EXISTS ( SELECT 1
   FROM community.resident r
  WHERE (r.id = swab.resident_id)))));

CREATE TABLE sampling.tube (
  barcode text NOT NULL,
  round_id uuid NOT NULL,
  site_id uuid NOT NULL,
  station_id uuid NOT NULL,
  shift_id uuid,
  pool_class text NOT NULL,
  capacity smallint NOT NULL,
  filled smallint NOT NULL DEFAULT 0,
  household_id uuid,
  state text NOT NULL DEFAULT 'open'::text,
  opened_by uuid NOT NULL,
  opened_at timestamp with time zone NOT NULL DEFAULT now(),
  first_swab_at timestamp with time zone,
  sealed_by uuid,
  sealed_at timestamp with time zone,
  counted_swabs smallint,
  seal_reason text,
  seal_note text,
  discarded_by uuid,
  discarded_at timestamp with time zone,
  discard_reason text,
  body_hash bytea NOT NULL,
  seal_hash bytea,
  surplus smallint NOT NULL DEFAULT 0,
  adopted boolean NOT NULL DEFAULT false,
  sealed_line bigint,
  sealed_seq bigint,
  CONSTRAINT tube_pkey PRIMARY KEY (barcode),
  CONSTRAINT tube_round_id_pool_class_fkey FOREIGN KEY (round_id, pool_class) REFERENCES campaign.pool_class(round_id, pool_class),
  CONSTRAINT tube_shift_id_fkey FOREIGN KEY (shift_id) REFERENCES site.shift(id),
  CONSTRAINT tube_site_id_fkey FOREIGN KEY (site_id) REFERENCES site.site(id),
  CONSTRAINT tube_station_id_fkey FOREIGN KEY (station_id) REFERENCES site.station(id),
  CONSTRAINT tube_check1 CHECK (((state = 'sealed'::text) = (sealed_at IS NOT NULL))),
  CONSTRAINT tube_check2 CHECK (((state = 'discarded'::text) = (discarded_at IS NOT NULL))),
  CONSTRAINT tube_discarded CHECK (((state <> 'discarded'::text) OR ((filled <= surplus) AND (discard_reason IS NOT NULL)))),
  CONSTRAINT tube_filled CHECK (((filled >= 0) AND (filled <= (capacity + surplus)))),
  CONSTRAINT tube_state_check CHECK ((state = ANY (ARRAY['open'::text, 'sealed'::text, 'discarded'::text]))),
  CONSTRAINT tube_surplus_check CHECK ((surplus >= 0))
) WITH (fillfactor=60);
CREATE INDEX tube_round_site ON sampling.tube USING btree (round_id, site_id);
ALTER TABLE sampling.tube ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON sampling.tube FOR INSERT WITH CHECK (((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine))) AND ((( SELECT campaign.my_rounds() AS my_rounds) IS NULL) OR (round_id = ANY (( SELECT campaign.my_rounds() AS my_rounds)::uuid[])))));
CREATE POLICY changing ON sampling.tube FOR UPDATE USING (((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine))) AND ((( SELECT campaign.my_rounds() AS my_rounds) IS NULL) OR (round_id = ANY (( SELECT campaign.my_rounds() AS my_rounds)::uuid[]))))) WITH CHECK (((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine))) AND ((( SELECT campaign.my_rounds() AS my_rounds) IS NULL) OR (round_id = ANY (( SELECT campaign.my_rounds() AS my_rounds)::uuid[])))));
CREATE POLICY house ON sampling.tube FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON sampling.tube FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON sampling.tube FOR SELECT USING (((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine)) OR (EXISTS ( SELECT 1
   FROM (transport.box_tube bt
     JOIN transport.box b ON ((b.code = bt.box_code)))
  WHERE (bt.barcode = tube.barcode))) OR ((( SELECT lab.mine() AS mine) IS NOT NULL) AND (EXISTS ( SELECT 1
   FROM lab.arrival r
  WHERE ((r.barcode = tube.barcode) AND (r.lab_code = ( SELECT lab.mine() AS mine))))))) AND ((( SELECT campaign.my_rounds() AS my_rounds) IS NULL) OR (round_id = ANY (( SELECT campaign.my_rounds() AS my_rounds)::uuid[])))));

CREATE TABLE sampling.tube_device (
  barcode text NOT NULL,
  device_id uuid NOT NULL,
  since timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT tube_device_pkey PRIMARY KEY (barcode, device_id),
  CONSTRAINT tube_device_barcode_fkey FOREIGN KEY (barcode) REFERENCES sampling.tube(barcode),
  CONSTRAINT tube_device_device_id_fkey FOREIGN KEY (device_id) REFERENCES site.device(id)
);
ALTER TABLE sampling.tube_device ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON sampling.tube_device FOR INSERT WITH CHECK ((EXISTS ( SELECT 1
   FROM site.device d
  WHERE (d.id = tube_device.device_id))));
CREATE POLICY changing ON sampling.tube_device FOR UPDATE USING ((EXISTS ( SELECT 1
   FROM site.device d
  WHERE (d.id = tube_device.device_id)))) WITH CHECK ((EXISTS ( SELECT 1
   FROM site.device d
  WHERE (d.id = tube_device.device_id))));
CREATE POLICY house ON sampling.tube_device FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON sampling.tube_device FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON sampling.tube_device FOR SELECT USING ((EXISTS ( SELECT 1
   FROM site.device d
  WHERE (d.id = tube_device.device_id))));

CREATE TABLE site.device (
  id uuid NOT NULL,
  site_id uuid NOT NULL,
  round_id uuid,
  name text NOT NULL,
  key_x text NOT NULL,
  key_y text NOT NULL,
  enrolment_id uuid NOT NULL,
  made_by uuid NOT NULL,
  enrolled_by uuid NOT NULL,
  enrolled_at timestamp(3) with time zone NOT NULL,
  approved_by uuid,
  approved_at timestamp(3) with time zone,
  not_before timestamp(3) with time zone,
  not_after timestamp(3) with time zone,
  revoked_by uuid,
  revoked_at timestamp(3) with time zone,
  revoke_reason text,
  body_hash bytea NOT NULL,
  CONSTRAINT device_pkey PRIMARY KEY (id),
  CONSTRAINT device_enrolment UNIQUE (enrolment_id),
  CONSTRAINT device_key UNIQUE (key_x, key_y),
  CONSTRAINT device_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES access.account(id),
  CONSTRAINT device_enrolled_by_fkey FOREIGN KEY (enrolled_by) REFERENCES access.account(id),
  CONSTRAINT device_enrolment_id_fkey FOREIGN KEY (enrolment_id) REFERENCES site.enrolment(id),
  CONSTRAINT device_revoked_by_fkey FOREIGN KEY (revoked_by) REFERENCES access.account(id),
  CONSTRAINT device_round_id_fkey FOREIGN KEY (round_id) REFERENCES campaign.round(id),
  CONSTRAINT device_site_id_fkey FOREIGN KEY (site_id) REFERENCES site.site(id),
  CONSTRAINT device_check CHECK ((((approved_by IS NULL) = (approved_at IS NULL)) AND ((approved_by IS NULL) = (not_after IS NULL)))),
  CONSTRAINT device_check1 CHECK (((not_after > not_before) AND (not_after <= (not_before + '14 days'::interval)))),
  CONSTRAINT device_check2 CHECK ((((revoked_at IS NULL) = (revoked_by IS NULL)) AND ((revoked_at IS NULL) = (revoke_reason IS NULL)))),
  CONSTRAINT device_key_x_check CHECK ((key_x ~ '^[A-Za-z0-9_-]{43}$'::text)),
  CONSTRAINT device_key_y_check CHECK ((key_y ~ '^[A-Za-z0-9_-]{43}$'::text)),
  CONSTRAINT device_second_person CHECK (((approved_by <> made_by) AND (approved_by <> enrolled_by)))
);
CREATE INDEX device_site ON site.device USING btree (site_id, id);
ALTER TABLE site.device ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON site.device FOR INSERT WITH CHECK ((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine))));
CREATE POLICY changing ON site.device FOR UPDATE USING ((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine)))) WITH CHECK ((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine))));
CREATE POLICY house ON site.device FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON site.device FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON site.device FOR SELECT USING ((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine))));

CREATE TABLE site.duty (
  shift_id uuid NOT NULL,
  person_id uuid NOT NULL,
  during tstzrange NOT NULL,
  CONSTRAINT duty_pkey PRIMARY KEY (shift_id, person_id),
  CONSTRAINT duty_person_free EXCLUDE USING gist (person_id WITH =, during WITH &&),
  CONSTRAINT duty_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.account(id),
  CONSTRAINT duty_shift_id_fkey FOREIGN KEY (shift_id) REFERENCES site.shift(id)
);
ALTER TABLE site.duty ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON site.duty FOR INSERT WITH CHECK (((person_id = ( SELECT access.actor() AS actor)) OR (EXISTS ( SELECT 1
   FROM site.shift s
  WHERE (s.id = duty.shift_id)))));
CREATE POLICY changing ON site.duty FOR UPDATE USING (((person_id = ( SELECT access.actor() AS actor)) OR (EXISTS ( SELECT 1
   FROM site.shift s
  WHERE (s.id = duty.shift_id))))) WITH CHECK (((person_id = ( SELECT access.actor() AS actor)) OR (EXISTS ( SELECT 1
   FROM site.shift s
  WHERE (s.id = duty.shift_id)))));
CREATE POLICY house ON site.duty FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON site.duty FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON site.duty FOR SELECT USING (((person_id = ( SELECT access.actor() AS actor)) OR (EXISTS ( SELECT 1
   FROM site.shift s
  WHERE (s.id = duty.shift_id)))));

CREATE TABLE site.enrolment (
  id uuid NOT NULL,
  site_id uuid NOT NULL,
  round_id uuid,
  code_hash bytea NOT NULL,
  made_by uuid NOT NULL,
  made_at timestamp(3) with time zone NOT NULL,
  expires_at timestamp(3) with time zone NOT NULL,
  tries smallint NOT NULL DEFAULT 0,
  tries_at_most smallint NOT NULL,
  used_at timestamp(3) with time zone,
  body_hash bytea NOT NULL,
  CONSTRAINT enrolment_pkey PRIMARY KEY (id),
  CONSTRAINT enrolment_made_by_fkey FOREIGN KEY (made_by) REFERENCES access.account(id),
  CONSTRAINT enrolment_round_id_fkey FOREIGN KEY (round_id) REFERENCES campaign.round(id),
  CONSTRAINT enrolment_site_id_fkey FOREIGN KEY (site_id) REFERENCES site.site(id),
  CONSTRAINT enrolment_check CHECK ((((tries >= 0) AND (tries <= tries_at_most)) AND (tries_at_most <= 5))),
  CONSTRAINT enrolment_check1 CHECK ((expires_at <= (made_at + '00:10:00'::interval)))
);
ALTER TABLE site.enrolment ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON site.enrolment FOR INSERT WITH CHECK ((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine))));
CREATE POLICY changing ON site.enrolment FOR UPDATE USING ((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine)))) WITH CHECK ((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine))));
CREATE POLICY house ON site.enrolment FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON site.enrolment FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON site.enrolment FOR SELECT USING ((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine))));

CREATE TABLE site.lane (
  site_id uuid NOT NULL,
  lane text NOT NULL,
  prefix text NOT NULL,
  CONSTRAINT lane_pkey PRIMARY KEY (site_id, lane),
  CONSTRAINT lane_site_id_prefix_key UNIQUE (site_id, prefix),
  CONSTRAINT lane_site_id_fkey FOREIGN KEY (site_id) REFERENCES site.site(id),
  CONSTRAINT lane_lane_check CHECK ((lane = ANY (ARRAY['general'::text, 'green'::text, 'single'::text]))),
  CONSTRAINT lane_prefix_check CHECK ((prefix ~ '^[A-Z]$'::text))
);
ALTER TABLE site.lane ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON site.lane FOR INSERT WITH CHECK ((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine))));
CREATE POLICY changing ON site.lane FOR UPDATE USING ((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine)))) WITH CHECK ((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine))));
CREATE POLICY house ON site.lane FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON site.lane FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON site.lane FOR SELECT USING (true);

CREATE TABLE site.session (
  id uuid NOT NULL,
  site_id uuid NOT NULL,
  kind text NOT NULL,
  opens_at timestamp with time zone NOT NULL,
  closes_at timestamp with time zone NOT NULL,
  last_entry_at timestamp with time zone NOT NULL,
  body_hash bytea,
  CONSTRAINT session_pkey PRIMARY KEY (id),
  CONSTRAINT session_apart EXCLUDE USING gist (site_id WITH =, tstzrange(opens_at, closes_at) WITH &&),
  CONSTRAINT session_site_id_fkey FOREIGN KEY (site_id) REFERENCES site.site(id),
  CONSTRAINT session_check CHECK (((opens_at < last_entry_at) AND (last_entry_at <= closes_at))),
  CONSTRAINT session_kind_check CHECK ((kind = ANY (ARRAY['day'::text, 'night'::text])))
);
ALTER TABLE site.session ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON site.session FOR INSERT WITH CHECK ((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine))));
CREATE POLICY changing ON site.session FOR UPDATE USING ((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine)))) WITH CHECK ((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine))));
CREATE POLICY house ON site.session FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON site.session FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON site.session FOR SELECT USING (true);

CREATE TABLE site.shift (
  id uuid NOT NULL,
  station_id uuid NOT NULL,
  scanner_id uuid NOT NULL,
  collector_id uuid NOT NULL,
  during tstzrange NOT NULL,
  body_hash bytea NOT NULL,
  CONSTRAINT shift_pkey PRIMARY KEY (id),
  CONSTRAINT shift_station_free EXCLUDE USING gist (station_id WITH =, during WITH &&),
  CONSTRAINT shift_collector_id_fkey FOREIGN KEY (collector_id) REFERENCES access.account(id),
  CONSTRAINT shift_scanner_id_fkey FOREIGN KEY (scanner_id) REFERENCES access.account(id),
  CONSTRAINT shift_station_id_fkey FOREIGN KEY (station_id) REFERENCES site.station(id),
  CONSTRAINT shift_check CHECK ((scanner_id <> collector_id)),
  CONSTRAINT shift_during_check CHECK (((NOT isempty(during)) AND (NOT lower_inf(during))))
);
ALTER TABLE site.shift ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON site.shift FOR INSERT WITH CHECK ((( SELECT access.sees_all() AS sees_all) OR ((( SELECT access.actor() AS actor) = scanner_id) OR (( SELECT access.actor() AS actor) = collector_id)) OR (EXISTS ( SELECT 1
   FROM site.station t
  WHERE ((t.id = shift.station_id) AND (t.site_id IN ( SELECT site.mine() AS mine)))))));
CREATE POLICY changing ON site.shift FOR UPDATE USING ((( SELECT access.sees_all() AS sees_all) OR ((( SELECT access.actor() AS actor) = scanner_id) OR (( SELECT access.actor() AS actor) = collector_id)) OR (EXISTS ( SELECT 1
   FROM site.station t
  WHERE ((t.id = shift.station_id) AND (t.site_id IN ( SELECT site.mine() AS mine))))))) WITH CHECK ((( SELECT access.sees_all() AS sees_all) OR ((( SELECT access.actor() AS actor) = scanner_id) OR (( SELECT access.actor() AS actor) = collector_id)) OR (EXISTS ( SELECT 1
   FROM site.station t
  WHERE ((t.id = shift.station_id) AND (t.site_id IN ( SELECT site.mine() AS mine)))))));
CREATE POLICY house ON site.shift FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON site.shift FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON site.shift FOR SELECT USING ((( SELECT access.sees_all() AS sees_all) OR ((( SELECT access.actor() AS actor) = scanner_id) OR (( SELECT access.actor() AS actor) = collector_id)) OR (EXISTS ( SELECT 1
   FROM site.station t
  WHERE ((t.id = shift.station_id) AND (t.site_id IN ( SELECT site.mine() AS mine)))))));

CREATE TABLE site.site (
  id uuid NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  area_code text NOT NULL,
  address text NOT NULL,
  kind text NOT NULL DEFAULT 'fixed'::text,
  serves text,
  state text NOT NULL DEFAULT 'open'::text,
  pause_reason text,
  time_zone text NOT NULL DEFAULT 'Asia/Shanghai'::text,
  day_starts time without time zone NOT NULL DEFAULT '04:00:00'::time without time zone,
  busy_after_minutes smallint NOT NULL DEFAULT 25,
  crowded_after_minutes smallint NOT NULL DEFAULT 50,
  settings jsonb NOT NULL DEFAULT '{}'::jsonb,
  version integer NOT NULL DEFAULT 1,
  body_hash bytea NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  latitude double precision,
  longitude double precision,
  CONSTRAINT site_pkey PRIMARY KEY (id),
  CONSTRAINT site_code_key UNIQUE (code),
  CONSTRAINT site_area_code_fkey FOREIGN KEY (area_code) REFERENCES community.area(code),
  CONSTRAINT site_check CHECK ((crowded_after_minutes > busy_after_minutes)),
  CONSTRAINT site_coordinates_whole CHECK (((latitude IS NULL) = (longitude IS NULL))),
  CONSTRAINT site_kind_check CHECK ((kind = ANY (ARRAY['fixed'::text, 'mobile'::text, 'home-visits'::text]))),
  CONSTRAINT site_latitude_check CHECK (((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision))),
  CONSTRAINT site_longitude_check CHECK (((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision))),
  CONSTRAINT site_state_check CHECK ((state = ANY (ARRAY['open'::text, 'paused'::text, 'closed'::text])))
);
ALTER TABLE site.site ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON site.site FOR INSERT WITH CHECK ((( SELECT access.sees_all() AS sees_all) OR (id IN ( SELECT site.mine() AS mine)) OR (EXISTS ( SELECT 1
   FROM community.area a
  WHERE ((a.code = site.area_code) AND (a.lineage && ( SELECT community.my_areas() AS my_areas)))))));
CREATE POLICY changing ON site.site FOR UPDATE USING ((( SELECT access.sees_all() AS sees_all) OR (id IN ( SELECT site.mine() AS mine)) OR (EXISTS ( SELECT 1
   FROM community.area a
  WHERE ((a.code = site.area_code) AND (a.lineage && ( SELECT community.my_areas() AS my_areas))))))) WITH CHECK ((( SELECT access.sees_all() AS sees_all) OR (id IN ( SELECT site.mine() AS mine)) OR (EXISTS ( SELECT 1
   FROM community.area a
  WHERE ((a.code = site.area_code) AND (a.lineage && ( SELECT community.my_areas() AS my_areas)))))));
CREATE POLICY house ON site.site FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON site.site FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON site.site FOR SELECT USING (true);

CREATE TABLE site.station (
  id uuid NOT NULL,
  site_id uuid NOT NULL,
  number smallint NOT NULL,
  lane text NOT NULL,
  body_hash bytea NOT NULL,
  closed_at timestamp with time zone,
  CONSTRAINT station_pkey PRIMARY KEY (id),
  CONSTRAINT station_number UNIQUE (site_id, number),
  CONSTRAINT station_site_id_lane_fkey FOREIGN KEY (site_id, lane) REFERENCES site.lane(site_id, lane),
  CONSTRAINT station_number_check CHECK (((number >= 1) AND (number <= 999)))
);
ALTER TABLE site.station ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON site.station FOR INSERT WITH CHECK ((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine))));
CREATE POLICY changing ON site.station FOR UPDATE USING ((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine)))) WITH CHECK ((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine))));
CREATE POLICY house ON site.station FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON site.station FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON site.station FOR SELECT USING (true);

CREATE TABLE transport.alarm (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  kind text NOT NULL,
  subject text NOT NULL,
  site_id uuid NOT NULL,
  round_id uuid NOT NULL,
  since timestamp with time zone NOT NULL,
  due_at timestamp with time zone NOT NULL,
  raised_at timestamp with time zone NOT NULL DEFAULT now(),
  cleared_at timestamp with time zone,
  CONSTRAINT alarm_pkey PRIMARY KEY (id),
  CONSTRAINT alarm_round_id_fkey FOREIGN KEY (round_id) REFERENCES campaign.round(id),
  CONSTRAINT alarm_site_id_fkey FOREIGN KEY (site_id) REFERENCES site.site(id),
  CONSTRAINT alarm_kind_check CHECK ((kind = ANY (ARRAY['open-tube'::text, 'unboxed'::text, 'undispatched'::text, 'unreceived'::text, 'hub-dwell'::text])))
);
CREATE UNIQUE INDEX alarm_current ON transport.alarm USING btree (kind, subject) WHERE (cleared_at IS NULL);
CREATE INDEX alarm_site ON transport.alarm USING btree (site_id, raised_at) WHERE (cleared_at IS NULL);
ALTER TABLE transport.alarm ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON transport.alarm FOR INSERT WITH CHECK ((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine)) OR (EXISTS ( SELECT 1
   FROM transport.box b
  WHERE (b.code = alarm.subject)))));
CREATE POLICY changing ON transport.alarm FOR UPDATE USING ((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine)) OR (EXISTS ( SELECT 1
   FROM transport.box b
  WHERE (b.code = alarm.subject))))) WITH CHECK ((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine)) OR (EXISTS ( SELECT 1
   FROM transport.box b
  WHERE (b.code = alarm.subject)))));
CREATE POLICY house ON transport.alarm FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON transport.alarm FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON transport.alarm FOR SELECT USING ((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine)) OR (EXISTS ( SELECT 1
   FROM transport.box b
  WHERE (b.code = alarm.subject)))));

CREATE TABLE transport.box (
  code text NOT NULL,
  site_id uuid NOT NULL,
  lab_code text,
  state text NOT NULL DEFAULT 'open'::text,
  opened_by uuid NOT NULL,
  opened_at timestamp with time zone NOT NULL DEFAULT now(),
  sealed_by uuid,
  sealed_at timestamp with time zone,
  counted_tubes integer,
  leg smallint NOT NULL DEFAULT 0,
  holder_id uuid,
  hub_code text,
  received_at timestamp with time zone,
  body_hash bytea NOT NULL,
  CONSTRAINT box_pkey PRIMARY KEY (code),
  CONSTRAINT box_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES access.account(id),
  CONSTRAINT box_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES access.account(id),
  CONSTRAINT box_sealed_by_fkey FOREIGN KEY (sealed_by) REFERENCES access.account(id),
  CONSTRAINT box_site_id_fkey FOREIGN KEY (site_id) REFERENCES site.site(id),
  CONSTRAINT box_check CHECK (((state = 'open'::text) = (sealed_at IS NULL))),
  CONSTRAINT box_check1 CHECK (((state = 'at-hub'::text) = (hub_code IS NOT NULL))),
  CONSTRAINT box_check2 CHECK (((state = 'received'::text) = (received_at IS NOT NULL))),
  CONSTRAINT box_check3 CHECK (((state <> 'received'::text) OR (lab_code IS NOT NULL))),
  CONSTRAINT box_state_check CHECK ((state = ANY (ARRAY['open'::text, 'sealed'::text, 'dispatched'::text, 'at-hub'::text, 'received'::text])))
);
CREATE INDEX box_site_state ON transport.box USING btree (site_id, state);
ALTER TABLE transport.box ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON transport.box FOR INSERT WITH CHECK ((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine)) OR (holder_id = ( SELECT access.actor() AS actor)) OR ((( SELECT lab.mine() AS mine) IS NOT NULL) AND ((lab_code = ( SELECT lab.mine() AS mine)) OR ((lab_code IS NULL) AND (state = ANY (ARRAY['dispatched'::text, 'at-hub'::text]))))) OR (EXISTS ( SELECT 1
   FROM transport.hand h
  WHERE ((h.box_code = box.code) AND ((( SELECT access.actor() AS actor) = h.taken_by) OR (( SELECT access.actor() AS actor) = h.given_by)))))));
CREATE POLICY changing ON transport.box FOR UPDATE USING ((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine)) OR (holder_id = ( SELECT access.actor() AS actor)) OR ((( SELECT lab.mine() AS mine) IS NOT NULL) AND ((lab_code = ( SELECT lab.mine() AS mine)) OR ((lab_code IS NULL) AND (state = ANY (ARRAY['dispatched'::text, 'at-hub'::text]))))) OR (EXISTS ( SELECT 1
   FROM transport.hand h
  WHERE ((h.box_code = box.code) AND ((( SELECT access.actor() AS actor) = h.taken_by) OR (( SELECT access.actor() AS actor) = h.given_by))))))) WITH CHECK ((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine)) OR (holder_id = ( SELECT access.actor() AS actor)) OR ((( SELECT lab.mine() AS mine) IS NOT NULL) AND ((lab_code = ( SELECT lab.mine() AS mine)) OR ((lab_code IS NULL) AND (state = ANY (ARRAY['dispatched'::text, 'at-hub'::text]))))) OR (EXISTS ( SELECT 1
   FROM transport.hand h
  WHERE ((h.box_code = box.code) AND ((( SELECT access.actor() AS actor) = h.taken_by) OR (( SELECT access.actor() AS actor) = h.given_by)))))));
CREATE POLICY house ON transport.box FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON transport.box FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON transport.box FOR SELECT USING ((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine)) OR (holder_id = ( SELECT access.actor() AS actor)) OR ((( SELECT lab.mine() AS mine) IS NOT NULL) AND ((lab_code = ( SELECT lab.mine() AS mine)) OR ((lab_code IS NULL) AND (state = ANY (ARRAY['dispatched'::text, 'at-hub'::text]))))) OR (EXISTS ( SELECT 1
   FROM transport.hand h
  WHERE ((h.box_code = box.code) AND ((( SELECT access.actor() AS actor) = h.taken_by) OR (( SELECT access.actor() AS actor) = h.given_by)))))));

CREATE TABLE transport.leg (
  box_code text NOT NULL,
  leg smallint NOT NULL,
  kind text NOT NULL,
  given_by uuid,
  taken_by uuid NOT NULL,
  hub_code text,
  plate text,
  signed_at timestamp with time zone NOT NULL DEFAULT now(),
  body_hash bytea NOT NULL,
  CONSTRAINT leg_pkey PRIMARY KEY (box_code, leg),
  CONSTRAINT leg_box_code_fkey FOREIGN KEY (box_code) REFERENCES transport.box(code),
  CONSTRAINT leg_given_by_fkey FOREIGN KEY (given_by) REFERENCES access.account(id),
  CONSTRAINT leg_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES access.account(id),
  CONSTRAINT leg_check CHECK (((kind = ANY (ARRAY['hub-arrival'::text, 'hub-departure'::text])) = (hub_code IS NOT NULL))),
  CONSTRAINT leg_check1 CHECK (((kind <> ALL (ARRAY['dispatch'::text, 'receipt'::text])) OR ((given_by IS NOT NULL) AND (given_by <> taken_by)))),
  CONSTRAINT leg_kind_check CHECK ((kind = ANY (ARRAY['dispatch'::text, 'hub-arrival'::text, 'hub-departure'::text, 'receipt'::text]))),
  CONSTRAINT leg_leg_check CHECK ((leg > 0))
);
CREATE UNIQUE INDEX leg_once ON transport.leg USING btree (box_code, kind, COALESCE(hub_code, ''::text));
ALTER TABLE transport.leg ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON transport.leg FOR INSERT WITH CHECK ((EXISTS ( SELECT 1
   FROM transport.box b
  WHERE (b.code = leg.box_code))));
CREATE POLICY changing ON transport.leg FOR UPDATE USING ((EXISTS ( SELECT 1
   FROM transport.box b
  WHERE (b.code = leg.box_code)))) WITH CHECK ((EXISTS ( SELECT 1
   FROM transport.box b
  WHERE (b.code = leg.box_code))));
CREATE POLICY house ON transport.leg FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON transport.leg FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON transport.leg FOR SELECT USING ((EXISTS ( SELECT 1
   FROM transport.box b
  WHERE (b.code = leg.box_code))));

CREATE TABLE transport.packing (
  id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  barcode text NOT NULL,
  box_code text NOT NULL,
  packed_by uuid NOT NULL,
  packed_at timestamp with time zone NOT NULL DEFAULT now(),
  removed_by uuid,
  removed_at timestamp with time zone,
  removal_reason text,
  CONSTRAINT packing_pkey PRIMARY KEY (id),
  CONSTRAINT packing_barcode_fkey FOREIGN KEY (barcode) REFERENCES sampling.tube(barcode),
  CONSTRAINT packing_box_code_fkey FOREIGN KEY (box_code) REFERENCES transport.box(code),
  CONSTRAINT packing_removed_by_fkey FOREIGN KEY (removed_by) REFERENCES access.account(id),
  CONSTRAINT packing_check CHECK ((((removed_at IS NULL) = (removed_by IS NULL)) AND ((removed_at IS NULL) = (removal_reason IS NULL))))
);
CREATE INDEX packing_box ON transport.packing USING btree (box_code);
CREATE UNIQUE INDEX packing_current ON transport.packing USING btree (barcode) WHERE (removed_at IS NULL);
ALTER TABLE transport.packing ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON transport.packing FOR INSERT WITH CHECK ((EXISTS ( SELECT 1
   FROM transport.box b
  WHERE (b.code = packing.box_code))));
CREATE POLICY changing ON transport.packing FOR UPDATE USING ((EXISTS ( SELECT 1
   FROM transport.box b
  WHERE (b.code = packing.box_code)))) WITH CHECK ((EXISTS ( SELECT 1
   FROM transport.box b
  WHERE (b.code = packing.box_code))));
CREATE POLICY house ON transport.packing FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON transport.packing FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON transport.packing FOR SELECT USING ((EXISTS ( SELECT 1
   FROM transport.box b
  WHERE (b.code = packing.box_code))));

CREATE TABLE transport.tube_end (
  barcode text NOT NULL,
  ending text NOT NULL,
  reason text,
  ended_by uuid NOT NULL,
  ended_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT tube_end_pkey PRIMARY KEY (barcode),
  CONSTRAINT tube_end_barcode_fkey FOREIGN KEY (barcode) REFERENCES sampling.tube(barcode),
  CONSTRAINT tube_end_check CHECK (((ending = 'lost'::text) = (reason IS NOT NULL))),
  CONSTRAINT tube_end_ending_check CHECK ((ending = ANY (ARRAY['delivered'::text, 'lost'::text])))
);
ALTER TABLE transport.tube_end ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON transport.tube_end FOR INSERT WITH CHECK (((EXISTS ( SELECT 1
   FROM sampling.tube t
  WHERE (t.barcode = tube_end.barcode))) OR (( SELECT lab.mine() AS mine) IS NOT NULL)));
CREATE POLICY changing ON transport.tube_end FOR UPDATE USING (((EXISTS ( SELECT 1
   FROM sampling.tube t
  WHERE (t.barcode = tube_end.barcode))) OR (( SELECT lab.mine() AS mine) IS NOT NULL))) WITH CHECK (((EXISTS ( SELECT 1
   FROM sampling.tube t
  WHERE (t.barcode = tube_end.barcode))) OR (( SELECT lab.mine() AS mine) IS NOT NULL)));
CREATE POLICY house ON transport.tube_end FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON transport.tube_end FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON transport.tube_end FOR SELECT USING (true);

CREATE TABLE vault.data_key (
  id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY,
  purpose text NOT NULL,
  wrapped bytea,
  wrapped_by text,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  usable_from timestamp with time zone NOT NULL DEFAULT now(),
  retired_at timestamp with time zone,
  destroyed_at timestamp with time zone,
  CONSTRAINT data_key_pkey PRIMARY KEY (id),
  CONSTRAINT data_key_check CHECK (((destroyed_at IS NULL) = (wrapped IS NOT NULL))),
  CONSTRAINT data_key_check1 CHECK (((wrapped IS NULL) = (wrapped_by IS NULL))),
  CONSTRAINT data_key_check2 CHECK (((destroyed_at IS NULL) OR (retired_at IS NOT NULL))),
  CONSTRAINT data_key_id_check CHECK ((id > 0)),
  CONSTRAINT data_key_purpose_check CHECK (((purpose = 'ledger'::text) OR (purpose ~ '^round:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'::text)))
);
CREATE UNIQUE INDEX data_key_current ON vault.data_key USING btree (purpose) WHERE (retired_at IS NULL);
ALTER TABLE vault.data_key ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON vault.data_key FOR INSERT WITH CHECK (true);
CREATE POLICY changing ON vault.data_key FOR UPDATE USING (true) WITH CHECK (true);
CREATE POLICY house ON vault.data_key FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON vault.data_key FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON vault.data_key FOR SELECT USING (true);

CREATE TABLE vault.index_key (
  id text NOT NULL,
  since timestamp with time zone NOT NULL DEFAULT now(),
  retired_at timestamp with time zone,
  CONSTRAINT index_key_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX index_key_current ON vault.index_key USING btree ((true)) WHERE (retired_at IS NULL);
ALTER TABLE vault.index_key ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON vault.index_key FOR INSERT WITH CHECK (true);
CREATE POLICY changing ON vault.index_key FOR UPDATE USING (true) WITH CHECK (true);
CREATE POLICY house ON vault.index_key FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON vault.index_key FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON vault.index_key FOR SELECT USING (true);

CREATE TABLE vault.pause (
  one boolean NOT NULL DEFAULT true,
  reason text NOT NULL,
  since timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT pause_pkey PRIMARY KEY (one),
  CONSTRAINT pause_one_check CHECK (one)
);
ALTER TABLE vault.pause ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON vault.pause FOR INSERT WITH CHECK (false);
CREATE POLICY changing ON vault.pause FOR UPDATE USING (false) WITH CHECK (false);
CREATE POLICY house ON vault.pause FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON vault.pause FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON vault.pause FOR SELECT USING (true);

CREATE TABLE vault.rekeying (
  place text NOT NULL,
  after text NOT NULL DEFAULT ''::text,
  sealed bigint NOT NULL DEFAULT 0,
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT rekeying_pkey PRIMARY KEY (place)
);
ALTER TABLE vault.rekeying ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON vault.rekeying FOR INSERT WITH CHECK (false);
CREATE POLICY changing ON vault.rekeying FOR UPDATE USING (false) WITH CHECK (false);
CREATE POLICY house ON vault.rekeying FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON vault.rekeying FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON vault.rekeying FOR SELECT USING (false);

CREATE VIEW campaign.roster AS
 SELECT a.round_id,
    r.id AS resident_id,
    r.area_code,
    r.household_id,
    r.category,
    r.lane,
    r.home_visit,
    r.single_only,
    e.reason AS exemption
   FROM ( SELECT DISTINCT ra.round_id,
            h.code
           FROM campaign.round_area ra
             JOIN community.area h ON h.lineage @> ARRAY[ra.area_code]) a
     JOIN community.resident r ON r.area_code = a.code AND r.presence = 'present'::text AND r.merged_into IS NULL
     LEFT JOIN campaign.exemption e ON e.round_id = a.round_id AND e.resident_id = r.id AND e.revoked_at IS NULL;

CREATE VIEW community.sampling_subject AS
 SELECT id,
    area_code,
    household_id,
    masked_name,
    document_index,
    category,
    lane,
    single_only,
    home_visit,
    presence
   FROM community.resident
  WHERE merged_into IS NULL;

CREATE VIEW coverage.home_area_v1 AS
 SELECT round_id,
    area_code,
    count(*) FILTER (WHERE NOT exempt)::integer AS should,
    count(*) FILTER (WHERE exempt)::integer AS exempt,
    count(*) FILTER (WHERE NOT exempt AND sampled)::integer AS sampled,
    count(*) FILTER (WHERE NOT exempt AND sent)::integer AS sent,
    count(*) FILTER (WHERE NOT exempt AND received)::integer AS received,
    count(*) FILTER (WHERE NOT exempt AND tested)::integer AS tested,
    count(*) FILTER (WHERE NOT exempt AND status = 'negative'::text)::integer AS negative,
    count(*) FILTER (WHERE NOT exempt AND status = 'under-review'::text)::integer AS under_review,
    count(*) FILTER (WHERE NOT exempt AND status = 'positive'::text)::integer AS positive,
    count(*) FILTER (WHERE NOT exempt AND status = 'resample'::text)::integer AS resample
   FROM coverage.person_v1
  GROUP BY round_id, area_code;

CREATE VIEW coverage.missing_v1 AS
 SELECT p.round_id,
    p.resident_id,
    r.masked_name,
    p.area_code,
    a.lineage,
    h.door,
    p.household_id,
    p.category,
    p.lane,
    p.home_visit,
    o.deadline AS order_deadline,
        CASE
            WHEN o.kind = 'retest'::text THEN 'retest-due'::text
            WHEN o.kind = 'resample'::text THEN 're-sample-due'::text
            WHEN p.withdrawn THEN 'registration-withdrawn'::text
            WHEN p.home_visit THEN 'home-visit-due'::text
            ELSE 'not-come'::text
        END AS reason,
    a.name AS area_name,
    r.document_masked,
    r.phone_masked,
    v.visitor_id,
    c.display_name AS visitor
   FROM coverage.person_v1 p
     JOIN community.resident r ON r.id = p.resident_id AND r.merged_into IS NULL
     JOIN community.household h ON h.id = p.household_id
     JOIN community.area a ON a.code = p.area_code
     LEFT JOIN results.recall o ON o.round_id = p.round_id AND o.resident_id = p.resident_id AND o.state = 'open'::text
     LEFT JOIN campaign.home_visit v ON v.round_id = p.round_id AND v.resident_id = p.resident_id
     LEFT JOIN access.account c ON c.id = v.visitor_id
  WHERE NOT p.exempt AND (NOT p.sampled OR o.id IS NOT NULL);

CREATE VIEW coverage.person_v1 AS
 SELECT r.round_id,
    r.resident_id,
    r.area_code,
    r.household_id,
    r.category,
    r.lane,
    r.home_visit,
    r.exemption IS NOT NULL AS exempt,
    COALESCE(g.sampled, false) AS sampled,
    COALESCE(g.sent, false) AS sent,
    COALESCE(g.received, false) AS received,
    COALESCE(g.tested, false) AS tested,
    g.withdrawn,
    a.status
   FROM campaign.roster r
     LEFT JOIN ( SELECT s.round_id,
            s.resident_id,
            bool_or(s.voided_at IS NULL) AS sampled,
            bool_or(s.voided_at IS NULL AND ((b.state = ANY (ARRAY['dispatched'::text, 'at-hub'::text, 'received'::text])) OR l.barcode IS NOT NULL)) AS sent,
            bool_or(s.voided_at IS NULL AND l.barcode IS NOT NULL) AS received,
            bool_or(s.voided_at IS NULL AND o.barcode IS NOT NULL) AS tested,
            bool_or(s.voided_at IS NOT NULL) AS withdrawn
           FROM sampling.attendance s
             LEFT JOIN transport.box_tube bt ON bt.barcode = s.tube_barcode
             LEFT JOIN transport.box b ON b.code = bt.box_code
             LEFT JOIN lab.tube l ON l.barcode = s.tube_barcode
             LEFT JOIN lab.tube_outcome o ON o.barcode = s.tube_barcode AND o.state = 'current'::text
          GROUP BY s.round_id, s.resident_id) g ON g.round_id = r.round_id AND g.resident_id = r.resident_id
     LEFT JOIN results.answer a ON a.round_id = r.round_id AND a.resident_id = r.resident_id AND a.current;

CREATE VIEW lab.arrival AS
 SELECT barcode,
    lab_code,
    receipt_id,
    box_code,
    accepted,
    received_at
   FROM lab.tube;

CREATE VIEW queue.board AS
 SELECT s.id AS site_id,
    s.code,
    s.name,
    s.serves,
    s.state,
    s.pause_reason,
    s.time_zone,
    queue.status_word(s.state, o.over, l.waiting, l.longest, s.busy_after_minutes::integer, s.crowded_after_minutes::integer) AS status,
    o.sessions,
    l.lanes,
    c.calls,
    m.missed,
    a.announcements,
    s.version + COALESCE(v.version, 0::bigint) AS version,
    now() AS as_of
   FROM site.site s
     JOIN queue.today d ON d.site_id = s.id
     LEFT JOIN queue.board_version v ON v.site_id = s.id
     CROSS JOIN LATERAL ( SELECT COALESCE(bool_and(session_today.closes_at <= now()), false) AS over,
            COALESCE(jsonb_agg(jsonb_build_object('kind', session_today.kind, 'opensAt', session_today.opens_at, 'closesAt', session_today.closes_at, 'lastEntryAt', session_today.last_entry_at) ORDER BY session_today.opens_at), '[]'::jsonb) AS sessions
           FROM queue.session_today
          WHERE session_today.site_id = s.id) o
     CROSS JOIN LATERAL ( SELECT COALESCE(sum(n.waiting_tickets), 0::numeric) AS waiting,
            max(n.to_minutes) AS longest,
            COALESCE(jsonb_agg(jsonb_build_object('lane', n.lane, 'waitingTickets', n.waiting_tickets, 'waitingPeople', n.waiting_people, 'wait',
                CASE
                    WHEN n.to_minutes IS NOT NULL THEN jsonb_build_object('fromMinutes', n.from_minutes, 'toMinutes', n.to_minutes)
                    ELSE NULL::jsonb
                END, 'nowCalling', g.now_calling) ORDER BY n.lane), '[]'::jsonb) AS lanes
           FROM queue.lane_now n
             CROSS JOIN LATERAL ( SELECT COALESCE(jsonb_agg(jsonb_build_object('label', t.label, 'station', st.number) ORDER BY st.number, t.place, t.number), '[]'::jsonb) AS now_calling
                   FROM site.station st
                     CROSS JOIN LATERAL ( SELECT k.id
                           FROM queue.call k
                          WHERE k.station_id = st.id AND k.people > 0 AND k.business_day = n.business_day
                          ORDER BY k.called_at DESC
                         LIMIT 1) latest
                     JOIN queue.ticket t ON t.call_id = latest.id AND t.state = 'called'::text
                  WHERE st.site_id = n.site_id AND st.lane = n.lane) g
          WHERE n.site_id = s.id AND n.lane <> 'single'::text) l
     CROSS JOIN LATERAL ( SELECT COALESCE(jsonb_agg(jsonb_build_object('lane', recent.lane, 'station', recent.station, 'labels', recent.labels, 'at', recent.announced_at) ORDER BY recent.announced_at DESC), '[]'::jsonb) AS calls
           FROM ( SELECT r.lane,
                    st.number AS station,
                    r.announced_at,
                    jsonb_agg(r.label ORDER BY r.place, r.number) AS labels
                   FROM ( SELECT t.id,
                            t.site_id,
                            t.business_day,
                            t.lane,
                            t.number,
                            t.label,
                            t.place,
                            t.party_size,
                            t.resident_id,
                            t.state,
                            t.issued_by,
                            t.issued_at,
                            t.call_id,
                            t.station_id,
                            t.called_at,
                            t.announced_at,
                            t.missed_at,
                            t.returned_at,
                            t.served_at,
                            t.left_at,
                            t.body_hash
                           FROM queue.ticket t
                          WHERE t.site_id = s.id AND t.business_day = d.business_day AND t.announced_at IS NOT NULL AND t.lane <> 'single'::text
                          ORDER BY t.announced_at DESC
                         LIMIT 250) r
                     JOIN site.station st ON st.id = r.station_id
                  WHERE r.state = ANY (ARRAY['called'::text, 'served'::text])
                  GROUP BY r.lane, st.number, r.announced_at, r.call_id
                  ORDER BY r.announced_at DESC
                 LIMIT 5) recent) c
     CROSS JOIN LATERAL ( SELECT COALESCE(jsonb_agg(strip.label ORDER BY strip.missed_at DESC), '[]'::jsonb) AS missed
           FROM ( SELECT t.label,
                    t.missed_at
                   FROM queue.ticket t
                  WHERE t.site_id = s.id AND t.business_day = d.business_day AND t.state = 'missed'::text AND t.lane <> 'single'::text
                  ORDER BY t.missed_at DESC
                 LIMIT 20) strip) m
     CROSS JOIN LATERAL ( SELECT COALESCE(jsonb_agg(jsonb_build_object('zh', shown.zh, 'en', shown.en, 'expiresAt', shown.expires_at) ORDER BY shown.made_at), '[]'::jsonb) AS announcements
           FROM ( SELECT n.id,
                    n.site_id,
                    n.zh,
                    n.en,
                    n.made_by,
                    n.made_at,
                    n.expires_at,
                    n.withdrawn_at,
                    n.body_hash
                   FROM queue.announcement n
                  WHERE n.site_id = s.id AND n.withdrawn_at IS NULL AND n.expires_at > now()
                  ORDER BY n.made_at DESC
                 LIMIT 10) shown) a;

CREATE VIEW queue.lane_now AS
 SELECT p.site_id,
    p.business_day,
    p.lane,
    p.waiting_tickets,
    p.waiting_people,
    m.from_minutes,
    m.to_minutes
   FROM queue.pace p
     CROSS JOIN LATERAL queue.wait_minutes(p.waiting_people, p.calls, p.people_per_call, p.mean_gap, p.deviation) m(from_minutes, to_minutes);

CREATE VIEW queue.line AS
 SELECT id,
    site_id,
    business_day,
    lane,
    number,
    label,
    place,
    party_size,
    state,
    issued_at,
    called_at,
    station_id,
    body_hash
   FROM queue.ticket;

CREATE VIEW queue.pace AS
 SELECT d.site_id,
    d.business_day,
    l.lane,
    w.waiting_tickets,
    w.waiting_people,
    p.calls,
    p.people_per_call,
    p.mean_gap,
    p.deviation
   FROM queue.today d
     JOIN site.lane l ON l.site_id = d.site_id
     CROSS JOIN LATERAL ( SELECT count(*) AS waiting_tickets,
            COALESCE(sum(t.party_size), 0::bigint) AS waiting_people
           FROM queue.ticket t
          WHERE t.site_id = d.site_id AND t.business_day = d.business_day AND t.lane = l.lane AND t.state = 'waiting'::text) w
     CROSS JOIN LATERAL ( SELECT count(*) AS calls,
            avg(judged.people)::double precision AS people_per_call,
            avg(judged.gap) AS mean_gap,
            COALESCE(stddev_samp(judged.gap), 0::double precision) AS deviation
           FROM ( SELECT each_gap.people,
                    each_gap.gap,
                    each_gap.is_last,
                    avg(each_gap.gap) FILTER (WHERE NOT each_gap.is_last AND each_gap.gap <= d.lull_minutes::double precision) OVER () AS usual
                   FROM ( SELECT c.people,
                            lead(c.called_at) OVER in_order IS NULL AS is_last,
                            (EXTRACT(epoch FROM COALESCE(lead(c.called_at) OVER in_order, now()) - c.called_at) / 60::numeric)::double precision AS gap
                           FROM queue.call c
                          WHERE c.site_id = d.site_id AND c.business_day = d.business_day AND c.lane = l.lane AND c.people > 0 AND c.called_at > d.pace_since
                          WINDOW in_order AS (ORDER BY c.called_at, c.id)) each_gap) judged
          WHERE
                CASE
                    WHEN judged.is_last THEN w.waiting_tickets > 0 AND judged.gap > judged.usual
                    ELSE judged.gap <= d.lull_minutes::double precision
                END) p;

CREATE VIEW queue.session_today AS
 SELECT d.site_id,
    o.kind,
    o.opens_at,
    o.closes_at,
    o.last_entry_at
   FROM queue.today d
     JOIN site.site s ON s.id = d.site_id
     JOIN site.session o ON o.site_id = s.id AND ((o.opens_at AT TIME ZONE s.time_zone) - s.day_starts::interval)::date = d.business_day;

CREATE VIEW queue.site_status AS
 SELECT s.id AS site_id,
    queue.status_word(s.state, o.over, l.tickets, l.longest, s.busy_after_minutes::integer, s.crowded_after_minutes::integer) AS status,
    l.tickets AS waiting_tickets,
    l.people AS waiting_people,
    l.from_minutes,
    l.to_minutes
   FROM site.site s
     CROSS JOIN LATERAL ( SELECT COALESCE(bool_and(session_today.closes_at <= now()), false) AS over
           FROM queue.session_today
          WHERE session_today.site_id = s.id) o
     CROSS JOIN LATERAL ( SELECT COALESCE(sum(n.waiting_tickets), 0::numeric) AS tickets,
            COALESCE(sum(n.waiting_people), 0::numeric) AS people,
            max(n.to_minutes) AS longest,
            max(n.from_minutes) FILTER (WHERE n.lane = 'general'::text) AS from_minutes,
            max(n.to_minutes) FILTER (WHERE n.lane = 'general'::text) AS to_minutes
           FROM queue.lane_now n
          WHERE n.site_id = s.id AND n.lane <> 'single'::text) l;

CREATE VIEW queue.today AS
 SELECT id AS site_id,
    ((now() AT TIME ZONE time_zone) - day_starts::interval)::date AS business_day,
    now() - make_interval(mins => COALESCE((settings ->> 'paceWindowMinutes'::text)::integer, 30)) AS pace_since,
    COALESCE((settings ->> 'lullMinutes'::text)::integer, 10) AS lull_minutes
   FROM site.site;

CREATE VIEW results.recall WITH (security_invoker=true) AS
 SELECT id,
    round_id,
    resident_id,
    kind,
    cause,
    cause_barcode,
    cause_version,
    cause_occasion,
    occasion,
        CASE
            WHEN state = 'open'::text AND (EXISTS ( SELECT 1
               FROM sampling.attendance a
              WHERE a.round_id = o.round_id AND a.resident_id = o.resident_id AND a.occasion >= o.occasion AND a.voided_at IS NULL)) THEN 'sampled'::text
            ELSE state
        END AS state,
    deadline,
    assignee_id,
    assigned_at,
    created_at,
    closed_at
   FROM results.recall_order o;

CREATE VIEW sampling.device_book_difference WITH (security_invoker=true) AS
 SELECT b.device_id,
    b.received,
    b.accepted,
    b.exceptions,
    b.refused,
    COALESCE(r.received, 0::bigint) AS counted
   FROM sampling.device_book b
     LEFT JOIN ( SELECT l.device_id,
            count(*) AS received,
            count(*) FILTER (WHERE a.outcome = 'accepted'::text) AS accepted,
            count(*) FILTER (WHERE a.outcome = 'exception'::text) AS exceptions,
            count(*) FILTER (WHERE a.outcome = 'refused'::text) AS refused
           FROM sampling.device_act a
             JOIN sampling.device_line l ON l.id = a.line_id
          GROUP BY l.device_id) r ON r.device_id = b.device_id
  WHERE b.received IS DISTINCT FROM COALESCE(r.received, 0::bigint) OR b.accepted IS DISTINCT FROM COALESCE(r.accepted, 0::bigint) OR b.exceptions IS DISTINCT FROM COALESCE(r.exceptions, 0::bigint) OR b.refused IS DISTINCT FROM COALESCE(r.refused, 0::bigint);

CREATE VIEW sampling.dispute AS
 SELECT id AS case_id,
    (details ->> 'residentId'::text)::uuid AS resident_id,
    round_id,
    raised_at
   FROM sampling.exception
  WHERE kind = 'not-me'::text AND state = 'open'::text;

CREATE VIEW sampling.member AS
 SELECT s.round_id,
    s.tube_barcode,
    s.place,
    s.resident_id,
    s.id AS swab_id,
    s.occasion,
    s.purpose,
    s.sampled_at,
    t.site_id,
    t.station_id,
    t.pool_class,
    t.state AS tube_state
   FROM sampling.swab s
     JOIN sampling.tube t ON t.barcode = s.tube_barcode
  WHERE s.voided_at IS NULL AND s.resident_id IS NOT NULL;

CREATE VIEW sampling.tube_state AS
 SELECT barcode,
    round_id,
    site_id,
    state,
    sealed_at
   FROM sampling.tube;

CREATE VIEW transport.box_tube AS
 SELECT barcode,
    box_code,
    packed_by,
    packed_at
   FROM transport.packing
  WHERE removed_at IS NULL;

CREATE VIEW transport.departure AS
 SELECT box_code,
    signed_at
   FROM transport.leg
  WHERE kind = 'dispatch'::text;

CREATE VIEW transport.hand AS
 SELECT box_code,
    given_by,
    taken_by
   FROM transport.leg;

CREATE OR REPLACE FUNCTION access.actor()
 RETURNS uuid
 LANGUAGE sql
 STABLE
AS $function$ SELECT nullif(current_setting('shihe.actor', true), '')::uuid $function$;

CREATE OR REPLACE FUNCTION access.actor_role()
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  SELECT coalesce((SELECT role FROM access.account WHERE id = access.actor() AND disabled_at IS NULL),
                  CASE WHEN current_setting('shihe.actor_kind', true) = 'resident' THEN 'resident' END)
$function$;

CREATE OR REPLACE FUNCTION access.keys(of_kind text)
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  SELECT coalesce(array_agg(s.key), '{}') FROM access.scope s JOIN access.account a ON a.id = s.account_id
   WHERE s.account_id = access.actor() AND s.kind = of_kind AND s.withdrawn_at IS NULL AND s.until > now()
     AND a.disabled_at IS NULL
$function$;

CREATE OR REPLACE FUNCTION access.protect(guarded regclass, seeing text, writing text DEFAULT NULL::text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', guarded);
  EXECUTE format('CREATE POLICY owner ON %s TO CURRENT_USER USING (true) WITH CHECK (true)', guarded);
  EXECUTE format('CREATE POLICY house ON %s TO shihe_jobs USING (true) WITH CHECK (true)', guarded);
  EXECUTE format('CREATE POLICY seeing ON %s FOR SELECT TO shihe_desk, shihe_reader USING (%s)', guarded, seeing);
  EXECUTE format('CREATE POLICY adding ON %s FOR INSERT TO shihe_desk WITH CHECK (%s)', guarded, coalesce(writing, seeing));
  EXECUTE format('CREATE POLICY changing ON %s FOR UPDATE TO shihe_desk USING (%s) WITH CHECK (%2$s)', guarded,
                 coalesce(writing, seeing));
  EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %s TO shihe_desk, shihe_jobs', guarded);
  EXECUTE format('GRANT SELECT ON %s TO shihe_reader', guarded);
END $function$;

CREATE OR REPLACE FUNCTION access.sees_all()
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$ SELECT current_user NOT IN ('shihe_desk', 'shihe_reader') OR cardinality(access.keys('all')) > 0 $function$;

CREATE OR REPLACE FUNCTION campaign.hold(round uuid)
 RETURNS TABLE(state text, settings jsonb)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ SELECT r.state, r.settings FROM campaign.round r WHERE r.id = round FOR SHARE $function$;

CREATE OR REPLACE FUNCTION campaign.my_rounds()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
AS $function$ SELECT nullif(access.keys('round'), '{}')::uuid[] $function$;

CREATE OR REPLACE FUNCTION community.areas_of(account uuid)
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  SELECT CASE WHEN EXISTS (SELECT 1 FROM access.account a WHERE a.id = account)
              THEN coalesce((SELECT array_agg(s.key) FROM access.scope s JOIN access.account a ON a.id = s.account_id
                              WHERE s.account_id = account AND s.kind IN ('all', 'area') AND s.withdrawn_at IS NULL
                                AND s.until > now() AND a.disabled_at IS NULL), '{}')
              ELSE '{*}' END
$function$;

CREATE OR REPLACE FUNCTION community.keep_mergings()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF TG_OP = 'DELETE' OR old.ended_at IS NOT NULL
     OR (new.id, new.absorbed_id, new.survivor_id, new.reason, new.author_id, new.proposed_at)
        IS DISTINCT FROM (old.id, old.absorbed_id, old.survivor_id, old.reason, old.author_id, old.proposed_at) THEN
    RAISE EXCEPTION 'a merging is history' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN new;
END $function$;

CREATE OR REPLACE FUNCTION community.my_areas()
 RETURNS text[]
 LANGUAGE sql
 STABLE
AS $function$ SELECT access.keys('area') $function$;

CREATE OR REPLACE FUNCTION community.note_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  new.changed_in := pg_current_xact_id();
  RETURN new;
END $function$;

CREATE OR REPLACE FUNCTION community.note_import_areas()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
BEGIN
  new.areas := community.areas_of(new.imported_by);
  RETURN new;
END $function$;

CREATE OR REPLACE FUNCTION journal.deny_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  RAISE EXCEPTION 'the journal is append-only' USING ERRCODE = 'insufficient_privilege';
END $function$;

CREATE OR REPLACE FUNCTION journal.ensure_days(first date, days integer)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
DECLARE
  day date;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('journal.ensure_days'));
  FOR day IN SELECT first + n FROM generate_series(0, days - 1) AS n LOOP
    -- Not to_regclass: it may remember that there was none before we waited for the lock.
    IF NOT EXISTS (SELECT 1 FROM pg_class c WHERE c.relnamespace = 'journal'::regnamespace
                      AND c.relname = 'entry_' || to_char(day, 'YYYYMMDD'))
       AND NOT EXISTS (SELECT 1 FROM journal.entry_rest
                        WHERE recorded_at >= day::timestamp AT TIME ZONE 'UTC'
                          AND recorded_at < (day + 1)::timestamp AT TIME ZONE 'UTC') THEN
      EXECUTE format('CREATE TABLE journal.entry_%s PARTITION OF journal.entry FOR VALUES FROM (%L) TO (%L)',
        to_char(day, 'YYYYMMDD'), day::timestamp AT TIME ZONE 'UTC', (day + 1)::timestamp AT TIME ZONE 'UTC');
    END IF;
  END LOOP;
END $function$;

CREATE OR REPLACE FUNCTION journal.guard(guarded regclass, leaving text[] DEFAULT '{}'::text[], derived_columns text[] DEFAULT NULL::text[], is_late boolean DEFAULT NULL::boolean, announcement text DEFAULT NULL::text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
DECLARE
  ledger_name text;
  made        text;
  known       journal.ledger;
  fresh       journal.ledger;
  key         text;
  print       text;
  print_then  text := 'NULL::bytea';
BEGIN
  SELECT n.nspname || '.' || c.relname, 'imprint_' || n.nspname || '_' || c.relname INTO ledger_name, made
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = guarded;
  SELECT * INTO known FROM journal.ledger l WHERE l.name = ledger_name;
  fresh.name := ledger_name;
  fresh.derived := coalesce(derived_columns, known.derived, '{}');
  fresh.late := coalesce(is_late, known.late, false);
  SELECT array_agg(a.attname::text ORDER BY k.nth) INTO fresh.keys
    FROM pg_index i CROSS JOIN unnest(i.indkey::int2[]) WITH ORDINALITY AS k (attnum, nth)
    JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
   WHERE i.indrelid = guarded AND i.indisprimary;
  SELECT array_agg(a.attname::text ORDER BY a.attnum) INTO fresh.columns
    FROM pg_attribute a
   WHERE a.attrelid = guarded AND a.attnum > 0 AND NOT a.attisdropped AND a.attname <> ALL (leaving || fresh.derived);
  IF known = fresh THEN
    RETURN;
  END IF;
  key := journal.key_sql(guarded, fresh.keys);
  print := journal.print_sql(guarded, fresh.columns);
  IF known.name IS NOT NULL THEN
    print_then := journal.print_sql(guarded, known.columns);
  END IF;
  DELETE FROM journal.ledger l WHERE l.name = ledger_name;
  INSERT INTO journal.ledger SELECT fresh.*;

  EXECUTE format($make$
    CREATE OR REPLACE FUNCTION journal.%1$I() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp AS $body$
    BEGIN
      IF TG_OP = 'INSERT' AND TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT %2$L, ARRAY[%3$s], ARRAY[NULL::bytea], ARRAY[%4$s] FROM (SELECT NEW.*) t;
      ELSIF TG_OP = 'INSERT' THEN
        %5$s;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT %2$L, array_agg(%3$s), array_agg(%4$s), array_agg(NULL::bytea) FROM removed t HAVING count(*) > 0;
      ELSIF TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT %2$L, array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT %3$s AS key, %4$s AS print FROM (SELECT OLD.*) t) o
          FULL JOIN (SELECT %3$s AS key, %4$s AS print FROM (SELECT NEW.*) t) n USING (key);
      ELSE
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT %2$L, array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT %3$s AS key, %4$s AS print FROM removed t) o
          FULL JOIN (SELECT %3$s AS key, %4$s AS print FROM added t) n USING (key) HAVING count(*) > 0;
      END IF;
      RETURN NULL;
    END $body$
  $make$, made, ledger_name, key, print,
    CASE WHEN announcement IS NULL
         THEN format('INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT %L, array_agg(%s), array_agg(NULL::bytea), array_agg(%s) FROM added t HAVING count(*) > 0', ledger_name, key, print)
         ELSE format('INSERT INTO journal.imprint (ledger, kind, keys, before, after)
        SELECT %L, ''announced'', %s', ledger_name, announcement) END);
  IF known.name IS NOT NULL AND fresh.late = known.late AND fresh.derived = known.derived THEN
    PERFORM journal.write_baseline(ledger_name, key, print_then, print);
    RETURN;
  END IF;

  -- In a function of the house that adds rows in great number, the user is not who is connected.
  EXECUTE format(CASE WHEN fresh.late AND announcement IS NULL
                      THEN 'CREATE OR REPLACE TRIGGER imprint_insert AFTER INSERT ON %s FOR EACH ROW
                            WHEN (current_user = session_user) EXECUTE FUNCTION journal.%I()'
                      ELSE 'CREATE OR REPLACE TRIGGER imprint_insert AFTER INSERT ON %s REFERENCING NEW TABLE AS added
                            FOR EACH STATEMENT EXECUTE FUNCTION journal.%I()' END, guarded, made);
  IF fresh.derived = '{}' THEN
    EXECUTE format('CREATE OR REPLACE TRIGGER imprint_update AFTER UPDATE ON %s
                    REFERENCING OLD TABLE AS removed NEW TABLE AS added
                    FOR EACH STATEMENT EXECUTE FUNCTION journal.%I()', guarded, made);
  ELSE
    EXECUTE format('CREATE OR REPLACE TRIGGER imprint_update AFTER UPDATE ON %s FOR EACH ROW
                    WHEN ((%s) IS DISTINCT FROM (%s)) EXECUTE FUNCTION journal.%I()', guarded,
                   (SELECT string_agg(format('OLD.%I', c), ', ') FROM unnest(fresh.columns) AS c),
                   (SELECT string_agg(format('NEW.%I', c), ', ') FROM unnest(fresh.columns) AS c), made);
  END IF;
  EXECUTE format('CREATE OR REPLACE TRIGGER imprint_delete AFTER DELETE ON %s REFERENCING OLD TABLE AS removed
                  FOR EACH STATEMENT EXECUTE FUNCTION journal.%I()', guarded, made);
  PERFORM journal.write_baseline(ledger_name, key, print_then, print);
END $function$;

CREATE OR REPLACE FUNCTION journal.imprint_access_account()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' AND TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'access.account', ARRAY[t.id::text], ARRAY[NULL::bytea], ARRAY[substr(sha256(record_send(ROW(t.id, t.username, t.role, t.display_name, t.password_hash, t.created_at, t.disabled_at, t.disabled_by, t.disabled_reason, t.password_set_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.username), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.role), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.display_name), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.password_hash), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.created_at), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.disabled_at), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.disabled_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.disabled_reason), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.password_set_at), 0) & 65535)::int8 << 32))] FROM (SELECT NEW.*) t;
      ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'access.account', array_agg(t.id::text), array_agg(NULL::bytea), array_agg(substr(sha256(record_send(ROW(t.id, t.username, t.role, t.display_name, t.password_hash, t.created_at, t.disabled_at, t.disabled_by, t.disabled_reason, t.password_set_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.username), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.role), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.display_name), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.password_hash), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.created_at), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.disabled_at), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.disabled_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.disabled_reason), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.password_set_at), 0) & 65535)::int8 << 32))) FROM added t HAVING count(*) > 0;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'access.account', array_agg(t.id::text), array_agg(substr(sha256(record_send(ROW(t.id, t.username, t.role, t.display_name, t.password_hash, t.created_at, t.disabled_at, t.disabled_by, t.disabled_reason, t.password_set_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.username), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.role), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.display_name), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.password_hash), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.created_at), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.disabled_at), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.disabled_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.disabled_reason), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.password_set_at), 0) & 65535)::int8 << 32))), array_agg(NULL::bytea) FROM removed t HAVING count(*) > 0;
      ELSIF TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'access.account', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.username, t.role, t.display_name, t.password_hash, t.created_at, t.disabled_at, t.disabled_by, t.disabled_reason, t.password_set_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.username), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.role), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.display_name), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.password_hash), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.created_at), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.disabled_at), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.disabled_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.disabled_reason), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.password_set_at), 0) & 65535)::int8 << 32)) AS print FROM (SELECT OLD.*) t) o
          FULL JOIN (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.username, t.role, t.display_name, t.password_hash, t.created_at, t.disabled_at, t.disabled_by, t.disabled_reason, t.password_set_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.username), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.role), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.display_name), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.password_hash), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.created_at), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.disabled_at), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.disabled_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.disabled_reason), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.password_set_at), 0) & 65535)::int8 << 32)) AS print FROM (SELECT NEW.*) t) n USING (key);
      ELSE
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'access.account', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.username, t.role, t.display_name, t.password_hash, t.created_at, t.disabled_at, t.disabled_by, t.disabled_reason, t.password_set_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.username), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.role), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.display_name), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.password_hash), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.created_at), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.disabled_at), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.disabled_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.disabled_reason), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.password_set_at), 0) & 65535)::int8 << 32)) AS print FROM removed t) o
          FULL JOIN (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.username, t.role, t.display_name, t.password_hash, t.created_at, t.disabled_at, t.disabled_by, t.disabled_reason, t.password_set_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.username), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.role), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.display_name), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.password_hash), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.created_at), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.disabled_at), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.disabled_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.disabled_reason), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.password_set_at), 0) & 65535)::int8 << 32)) AS print FROM added t) n USING (key) HAVING count(*) > 0;
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION journal.imprint_access_break_glass()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' AND TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'access.break_glass', ARRAY[t.id::text], ARRAY[NULL::bytea], ARRAY[substr(sha256(record_send(ROW(t.id, t.requested_by, t.reason, t.kind, t.key, t.minutes, t.requested_at, t.body_hash, t.approved_by, t.approved_at, t.until, t.scope_id, t.ended_by, t.ended_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.requested_by), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.key), 0) & 65535)::int8 << 48) | ((coalesce(hashint2(t.minutes), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.requested_at), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.approved_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.approved_at), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.until), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.scope_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.ended_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.ended_at), 0) & 65535)::int8 << 32))] FROM (SELECT NEW.*) t;
      ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'access.break_glass', array_agg(t.id::text), array_agg(NULL::bytea), array_agg(substr(sha256(record_send(ROW(t.id, t.requested_by, t.reason, t.kind, t.key, t.minutes, t.requested_at, t.body_hash, t.approved_by, t.approved_at, t.until, t.scope_id, t.ended_by, t.ended_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.requested_by), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.key), 0) & 65535)::int8 << 48) | ((coalesce(hashint2(t.minutes), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.requested_at), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.approved_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.approved_at), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.until), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.scope_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.ended_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.ended_at), 0) & 65535)::int8 << 32))) FROM added t HAVING count(*) > 0;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'access.break_glass', array_agg(t.id::text), array_agg(substr(sha256(record_send(ROW(t.id, t.requested_by, t.reason, t.kind, t.key, t.minutes, t.requested_at, t.body_hash, t.approved_by, t.approved_at, t.until, t.scope_id, t.ended_by, t.ended_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.requested_by), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.key), 0) & 65535)::int8 << 48) | ((coalesce(hashint2(t.minutes), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.requested_at), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.approved_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.approved_at), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.until), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.scope_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.ended_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.ended_at), 0) & 65535)::int8 << 32))), array_agg(NULL::bytea) FROM removed t HAVING count(*) > 0;
      ELSIF TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'access.break_glass', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.requested_by, t.reason, t.kind, t.key, t.minutes, t.requested_at, t.body_hash, t.approved_by, t.approved_at, t.until, t.scope_id, t.ended_by, t.ended_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.requested_by), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.key), 0) & 65535)::int8 << 48) | ((coalesce(hashint2(t.minutes), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.requested_at), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.approved_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.approved_at), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.until), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.scope_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.ended_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.ended_at), 0) & 65535)::int8 << 32)) AS print FROM (SELECT OLD.*) t) o
          FULL JOIN (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.requested_by, t.reason, t.kind, t.key, t.minutes, t.requested_at, t.body_hash, t.approved_by, t.approved_at, t.until, t.scope_id, t.ended_by, t.ended_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.requested_by), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.key), 0) & 65535)::int8 << 48) | ((coalesce(hashint2(t.minutes), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.requested_at), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.approved_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.approved_at), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.until), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.scope_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.ended_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.ended_at), 0) & 65535)::int8 << 32)) AS print FROM (SELECT NEW.*) t) n USING (key);
      ELSE
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'access.break_glass', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.requested_by, t.reason, t.kind, t.key, t.minutes, t.requested_at, t.body_hash, t.approved_by, t.approved_at, t.until, t.scope_id, t.ended_by, t.ended_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.requested_by), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.key), 0) & 65535)::int8 << 48) | ((coalesce(hashint2(t.minutes), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.requested_at), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.approved_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.approved_at), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.until), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.scope_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.ended_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.ended_at), 0) & 65535)::int8 << 32)) AS print FROM removed t) o
          FULL JOIN (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.requested_by, t.reason, t.kind, t.key, t.minutes, t.requested_at, t.body_hash, t.approved_by, t.approved_at, t.until, t.scope_id, t.ended_by, t.ended_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.requested_by), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.key), 0) & 65535)::int8 << 48) | ((coalesce(hashint2(t.minutes), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.requested_at), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.approved_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.approved_at), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.until), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.scope_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.ended_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.ended_at), 0) & 65535)::int8 << 32)) AS print FROM added t) n USING (key) HAVING count(*) > 0;
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION journal.imprint_access_recovery_code()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' AND TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'access.recovery_code', ARRAY[t.account_id::text || '/' || encode(t.code_hash, 'hex')], ARRAY[NULL::bytea], ARRAY[substr(sha256(record_send(ROW(t.account_id, t.code_hash, t.used_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.account_id), 0) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.code_hash), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.used_at), 0) & 65535)::int8 << 16))] FROM (SELECT NEW.*) t;
      ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'access.recovery_code', array_agg(t.account_id::text || '/' || encode(t.code_hash, 'hex')), array_agg(NULL::bytea), array_agg(substr(sha256(record_send(ROW(t.account_id, t.code_hash, t.used_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.account_id), 0) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.code_hash), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.used_at), 0) & 65535)::int8 << 16))) FROM added t HAVING count(*) > 0;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'access.recovery_code', array_agg(t.account_id::text || '/' || encode(t.code_hash, 'hex')), array_agg(substr(sha256(record_send(ROW(t.account_id, t.code_hash, t.used_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.account_id), 0) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.code_hash), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.used_at), 0) & 65535)::int8 << 16))), array_agg(NULL::bytea) FROM removed t HAVING count(*) > 0;
      ELSIF TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'access.recovery_code', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.account_id::text || '/' || encode(t.code_hash, 'hex') AS key, substr(sha256(record_send(ROW(t.account_id, t.code_hash, t.used_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.account_id), 0) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.code_hash), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.used_at), 0) & 65535)::int8 << 16)) AS print FROM (SELECT OLD.*) t) o
          FULL JOIN (SELECT t.account_id::text || '/' || encode(t.code_hash, 'hex') AS key, substr(sha256(record_send(ROW(t.account_id, t.code_hash, t.used_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.account_id), 0) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.code_hash), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.used_at), 0) & 65535)::int8 << 16)) AS print FROM (SELECT NEW.*) t) n USING (key);
      ELSE
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'access.recovery_code', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.account_id::text || '/' || encode(t.code_hash, 'hex') AS key, substr(sha256(record_send(ROW(t.account_id, t.code_hash, t.used_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.account_id), 0) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.code_hash), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.used_at), 0) & 65535)::int8 << 16)) AS print FROM removed t) o
          FULL JOIN (SELECT t.account_id::text || '/' || encode(t.code_hash, 'hex') AS key, substr(sha256(record_send(ROW(t.account_id, t.code_hash, t.used_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.account_id), 0) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.code_hash), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.used_at), 0) & 65535)::int8 << 16)) AS print FROM added t) n USING (key) HAVING count(*) > 0;
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION journal.imprint_access_scope()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' AND TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'access.scope', ARRAY[t.id::text], ARRAY[NULL::bytea], ARRAY[substr(sha256(record_send(ROW(t.id, t.account_id, t.kind, t.key, t.granted_by, t.granted_at, t.until, t.withdrawn_by, t.withdrawn_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.account_id), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.key), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.granted_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.granted_at), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.until), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.withdrawn_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.withdrawn_at), 0) & 65535)::int8 << 48))] FROM (SELECT NEW.*) t;
      ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'access.scope', array_agg(t.id::text), array_agg(NULL::bytea), array_agg(substr(sha256(record_send(ROW(t.id, t.account_id, t.kind, t.key, t.granted_by, t.granted_at, t.until, t.withdrawn_by, t.withdrawn_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.account_id), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.key), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.granted_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.granted_at), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.until), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.withdrawn_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.withdrawn_at), 0) & 65535)::int8 << 48))) FROM added t HAVING count(*) > 0;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'access.scope', array_agg(t.id::text), array_agg(substr(sha256(record_send(ROW(t.id, t.account_id, t.kind, t.key, t.granted_by, t.granted_at, t.until, t.withdrawn_by, t.withdrawn_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.account_id), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.key), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.granted_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.granted_at), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.until), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.withdrawn_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.withdrawn_at), 0) & 65535)::int8 << 48))), array_agg(NULL::bytea) FROM removed t HAVING count(*) > 0;
      ELSIF TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'access.scope', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.account_id, t.kind, t.key, t.granted_by, t.granted_at, t.until, t.withdrawn_by, t.withdrawn_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.account_id), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.key), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.granted_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.granted_at), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.until), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.withdrawn_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.withdrawn_at), 0) & 65535)::int8 << 48)) AS print FROM (SELECT OLD.*) t) o
          FULL JOIN (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.account_id, t.kind, t.key, t.granted_by, t.granted_at, t.until, t.withdrawn_by, t.withdrawn_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.account_id), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.key), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.granted_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.granted_at), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.until), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.withdrawn_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.withdrawn_at), 0) & 65535)::int8 << 48)) AS print FROM (SELECT NEW.*) t) n USING (key);
      ELSE
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'access.scope', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.account_id, t.kind, t.key, t.granted_by, t.granted_at, t.until, t.withdrawn_by, t.withdrawn_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.account_id), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.key), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.granted_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.granted_at), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.until), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.withdrawn_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.withdrawn_at), 0) & 65535)::int8 << 48)) AS print FROM removed t) o
          FULL JOIN (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.account_id, t.kind, t.key, t.granted_by, t.granted_at, t.until, t.withdrawn_by, t.withdrawn_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.account_id), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.key), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.granted_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.granted_at), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.until), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.withdrawn_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.withdrawn_at), 0) & 65535)::int8 << 48)) AS print FROM added t) n USING (key) HAVING count(*) > 0;
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION journal.imprint_access_second_factor()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' AND TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'access.second_factor', ARRAY[t.account_id::text], ARRAY[NULL::bytea], ARRAY[substr(sha256(record_send(ROW(t.account_id, t.secret_sealed, t.begun_at, t.begun_in, t.confirmed_at, t.confirmed_step, t.last_step))), 1, 16) || int8send(((coalesce(uuid_hash(t.account_id), 0) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.secret_sealed), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.begun_at), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.begun_in), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.confirmed_at), 0) & 65535)::int8 << 48) | ((coalesce(hashint8(t.confirmed_step), 0) & 65535)::int8 << 32) | ((coalesce(hashint8(t.last_step), 0) & 65535)::int8 << 16))] FROM (SELECT NEW.*) t;
      ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'access.second_factor', array_agg(t.account_id::text), array_agg(NULL::bytea), array_agg(substr(sha256(record_send(ROW(t.account_id, t.secret_sealed, t.begun_at, t.begun_in, t.confirmed_at, t.confirmed_step, t.last_step))), 1, 16) || int8send(((coalesce(uuid_hash(t.account_id), 0) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.secret_sealed), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.begun_at), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.begun_in), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.confirmed_at), 0) & 65535)::int8 << 48) | ((coalesce(hashint8(t.confirmed_step), 0) & 65535)::int8 << 32) | ((coalesce(hashint8(t.last_step), 0) & 65535)::int8 << 16))) FROM added t HAVING count(*) > 0;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'access.second_factor', array_agg(t.account_id::text), array_agg(substr(sha256(record_send(ROW(t.account_id, t.secret_sealed, t.begun_at, t.begun_in, t.confirmed_at, t.confirmed_step, t.last_step))), 1, 16) || int8send(((coalesce(uuid_hash(t.account_id), 0) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.secret_sealed), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.begun_at), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.begun_in), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.confirmed_at), 0) & 65535)::int8 << 48) | ((coalesce(hashint8(t.confirmed_step), 0) & 65535)::int8 << 32) | ((coalesce(hashint8(t.last_step), 0) & 65535)::int8 << 16))), array_agg(NULL::bytea) FROM removed t HAVING count(*) > 0;
      ELSIF TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'access.second_factor', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.account_id::text AS key, substr(sha256(record_send(ROW(t.account_id, t.secret_sealed, t.begun_at, t.begun_in, t.confirmed_at, t.confirmed_step, t.last_step))), 1, 16) || int8send(((coalesce(uuid_hash(t.account_id), 0) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.secret_sealed), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.begun_at), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.begun_in), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.confirmed_at), 0) & 65535)::int8 << 48) | ((coalesce(hashint8(t.confirmed_step), 0) & 65535)::int8 << 32) | ((coalesce(hashint8(t.last_step), 0) & 65535)::int8 << 16)) AS print FROM (SELECT OLD.*) t) o
          FULL JOIN (SELECT t.account_id::text AS key, substr(sha256(record_send(ROW(t.account_id, t.secret_sealed, t.begun_at, t.begun_in, t.confirmed_at, t.confirmed_step, t.last_step))), 1, 16) || int8send(((coalesce(uuid_hash(t.account_id), 0) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.secret_sealed), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.begun_at), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.begun_in), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.confirmed_at), 0) & 65535)::int8 << 48) | ((coalesce(hashint8(t.confirmed_step), 0) & 65535)::int8 << 32) | ((coalesce(hashint8(t.last_step), 0) & 65535)::int8 << 16)) AS print FROM (SELECT NEW.*) t) n USING (key);
      ELSE
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'access.second_factor', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.account_id::text AS key, substr(sha256(record_send(ROW(t.account_id, t.secret_sealed, t.begun_at, t.begun_in, t.confirmed_at, t.confirmed_step, t.last_step))), 1, 16) || int8send(((coalesce(uuid_hash(t.account_id), 0) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.secret_sealed), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.begun_at), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.begun_in), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.confirmed_at), 0) & 65535)::int8 << 48) | ((coalesce(hashint8(t.confirmed_step), 0) & 65535)::int8 << 32) | ((coalesce(hashint8(t.last_step), 0) & 65535)::int8 << 16)) AS print FROM removed t) o
          FULL JOIN (SELECT t.account_id::text AS key, substr(sha256(record_send(ROW(t.account_id, t.secret_sealed, t.begun_at, t.begun_in, t.confirmed_at, t.confirmed_step, t.last_step))), 1, 16) || int8send(((coalesce(uuid_hash(t.account_id), 0) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.secret_sealed), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.begun_at), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.begun_in), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.confirmed_at), 0) & 65535)::int8 << 48) | ((coalesce(hashint8(t.confirmed_step), 0) & 65535)::int8 << 32) | ((coalesce(hashint8(t.last_step), 0) & 65535)::int8 << 16)) AS print FROM added t) n USING (key) HAVING count(*) > 0;
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION journal.imprint_anew()
 RETURNS bigint
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
DECLARE
  one   journal.ledger;
  first bigint := nextval('journal.imprint_no_seq');
BEGIN
  ALTER TABLE journal.imprint DISABLE TRIGGER USER;
  TRUNCATE journal.imprint;
  ALTER TABLE journal.imprint ENABLE TRIGGER USER;
  FOR one IN SELECT * FROM journal.ledger ORDER BY name LOOP
    PERFORM journal.write_baseline(one.name, journal.key_sql(one.name::regclass, one.keys), 'NULL::bytea',
                                   journal.print_sql(one.name::regclass, one.columns));
  END LOOP;
  RETURN first;
END $function$;

CREATE OR REPLACE FUNCTION journal.imprint_announced(numbers bigint[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
DECLARE
  acts journal.ledger;
BEGIN
  SELECT * INTO acts FROM journal.ledger l WHERE l.name = 'sampling.device_act';
  EXECUTE format($q$
    INSERT INTO journal.imprint (ledger, kind, login, keys, before, after)
    SELECT 'sampling.device_act', 'late', i.login, array_agg(%s), array_agg(NULL::bytea), array_agg(%s)
      FROM journal.imprint i
      JOIN sampling.device_act t ON t.line_id = i.keys[1]::bigint AND t.seq BETWEEN i.keys[2]::bigint AND i.keys[3]::bigint
                                AND t.received_at = 'epoch'::timestamptz + i.keys[4]::bigint * interval '1 millisecond'
     WHERE i.no = ANY ($1) AND i.kind = 'announced'
     GROUP BY i.login
  $q$, journal.key_sql('sampling.device_act', acts.keys), journal.print_sql('sampling.device_act', acts.columns))
  USING numbers;
END $function$;

CREATE OR REPLACE FUNCTION journal.imprint_campaign_exemption()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' AND TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'campaign.exemption', ARRAY[t.id::text], ARRAY[NULL::bytea], ARRAY[substr(sha256(record_send(ROW(t.id, t.round_id, t.resident_id, t.reason, t.note, t.granted_by, t.granted_at, t.body_hash, t.revoked_at, t.revoked_by, t.note_sealed))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.note), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.granted_by), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.granted_at), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.revoked_at), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.revoked_by), 0) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.note_sealed), 0) & 65535)::int8 << 16))] FROM (SELECT NEW.*) t;
      ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'campaign.exemption', array_agg(t.id::text), array_agg(NULL::bytea), array_agg(substr(sha256(record_send(ROW(t.id, t.round_id, t.resident_id, t.reason, t.note, t.granted_by, t.granted_at, t.body_hash, t.revoked_at, t.revoked_by, t.note_sealed))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.note), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.granted_by), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.granted_at), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.revoked_at), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.revoked_by), 0) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.note_sealed), 0) & 65535)::int8 << 16))) FROM added t HAVING count(*) > 0;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'campaign.exemption', array_agg(t.id::text), array_agg(substr(sha256(record_send(ROW(t.id, t.round_id, t.resident_id, t.reason, t.note, t.granted_by, t.granted_at, t.body_hash, t.revoked_at, t.revoked_by, t.note_sealed))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.note), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.granted_by), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.granted_at), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.revoked_at), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.revoked_by), 0) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.note_sealed), 0) & 65535)::int8 << 16))), array_agg(NULL::bytea) FROM removed t HAVING count(*) > 0;
      ELSIF TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'campaign.exemption', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.round_id, t.resident_id, t.reason, t.note, t.granted_by, t.granted_at, t.body_hash, t.revoked_at, t.revoked_by, t.note_sealed))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.note), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.granted_by), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.granted_at), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.revoked_at), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.revoked_by), 0) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.note_sealed), 0) & 65535)::int8 << 16)) AS print FROM (SELECT OLD.*) t) o
          FULL JOIN (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.round_id, t.resident_id, t.reason, t.note, t.granted_by, t.granted_at, t.body_hash, t.revoked_at, t.revoked_by, t.note_sealed))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.note), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.granted_by), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.granted_at), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.revoked_at), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.revoked_by), 0) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.note_sealed), 0) & 65535)::int8 << 16)) AS print FROM (SELECT NEW.*) t) n USING (key);
      ELSE
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'campaign.exemption', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.round_id, t.resident_id, t.reason, t.note, t.granted_by, t.granted_at, t.body_hash, t.revoked_at, t.revoked_by, t.note_sealed))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.note), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.granted_by), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.granted_at), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.revoked_at), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.revoked_by), 0) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.note_sealed), 0) & 65535)::int8 << 16)) AS print FROM removed t) o
          FULL JOIN (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.round_id, t.resident_id, t.reason, t.note, t.granted_by, t.granted_at, t.body_hash, t.revoked_at, t.revoked_by, t.note_sealed))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.note), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.granted_by), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.granted_at), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.revoked_at), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.revoked_by), 0) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.note_sealed), 0) & 65535)::int8 << 16)) AS print FROM added t) n USING (key) HAVING count(*) > 0;
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION journal.imprint_campaign_pool_class()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' AND TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'campaign.pool_class', ARRAY[t.round_id::text || '/' || t.pool_class::text], ARRAY[NULL::bytea], ARRAY[substr(sha256(record_send(ROW(t.round_id, t.pool_class, t.capacity))), 1, 16) || int8send(((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.pool_class), 0) & 65535)::int8 << 32) | ((coalesce(hashint2(t.capacity), 0) & 65535)::int8 << 16))] FROM (SELECT NEW.*) t;
      ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'campaign.pool_class', array_agg(t.round_id::text || '/' || t.pool_class::text), array_agg(NULL::bytea), array_agg(substr(sha256(record_send(ROW(t.round_id, t.pool_class, t.capacity))), 1, 16) || int8send(((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.pool_class), 0) & 65535)::int8 << 32) | ((coalesce(hashint2(t.capacity), 0) & 65535)::int8 << 16))) FROM added t HAVING count(*) > 0;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'campaign.pool_class', array_agg(t.round_id::text || '/' || t.pool_class::text), array_agg(substr(sha256(record_send(ROW(t.round_id, t.pool_class, t.capacity))), 1, 16) || int8send(((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.pool_class), 0) & 65535)::int8 << 32) | ((coalesce(hashint2(t.capacity), 0) & 65535)::int8 << 16))), array_agg(NULL::bytea) FROM removed t HAVING count(*) > 0;
      ELSIF TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'campaign.pool_class', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.round_id::text || '/' || t.pool_class::text AS key, substr(sha256(record_send(ROW(t.round_id, t.pool_class, t.capacity))), 1, 16) || int8send(((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.pool_class), 0) & 65535)::int8 << 32) | ((coalesce(hashint2(t.capacity), 0) & 65535)::int8 << 16)) AS print FROM (SELECT OLD.*) t) o
          FULL JOIN (SELECT t.round_id::text || '/' || t.pool_class::text AS key, substr(sha256(record_send(ROW(t.round_id, t.pool_class, t.capacity))), 1, 16) || int8send(((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.pool_class), 0) & 65535)::int8 << 32) | ((coalesce(hashint2(t.capacity), 0) & 65535)::int8 << 16)) AS print FROM (SELECT NEW.*) t) n USING (key);
      ELSE
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'campaign.pool_class', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.round_id::text || '/' || t.pool_class::text AS key, substr(sha256(record_send(ROW(t.round_id, t.pool_class, t.capacity))), 1, 16) || int8send(((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.pool_class), 0) & 65535)::int8 << 32) | ((coalesce(hashint2(t.capacity), 0) & 65535)::int8 << 16)) AS print FROM removed t) o
          FULL JOIN (SELECT t.round_id::text || '/' || t.pool_class::text AS key, substr(sha256(record_send(ROW(t.round_id, t.pool_class, t.capacity))), 1, 16) || int8send(((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.pool_class), 0) & 65535)::int8 << 32) | ((coalesce(hashint2(t.capacity), 0) & 65535)::int8 << 16)) AS print FROM added t) n USING (key) HAVING count(*) > 0;
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION journal.imprint_campaign_pool_rule()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' AND TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'campaign.pool_rule', ARRAY[t.round_id::text || '/' || t.category::text], ARRAY[NULL::bytea], ARRAY[substr(sha256(record_send(ROW(t.round_id, t.category, t.pool_class))), 1, 16) || int8send(((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.category), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.pool_class), 0) & 65535)::int8 << 16))] FROM (SELECT NEW.*) t;
      ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'campaign.pool_rule', array_agg(t.round_id::text || '/' || t.category::text), array_agg(NULL::bytea), array_agg(substr(sha256(record_send(ROW(t.round_id, t.category, t.pool_class))), 1, 16) || int8send(((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.category), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.pool_class), 0) & 65535)::int8 << 16))) FROM added t HAVING count(*) > 0;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'campaign.pool_rule', array_agg(t.round_id::text || '/' || t.category::text), array_agg(substr(sha256(record_send(ROW(t.round_id, t.category, t.pool_class))), 1, 16) || int8send(((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.category), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.pool_class), 0) & 65535)::int8 << 16))), array_agg(NULL::bytea) FROM removed t HAVING count(*) > 0;
      ELSIF TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'campaign.pool_rule', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.round_id::text || '/' || t.category::text AS key, substr(sha256(record_send(ROW(t.round_id, t.category, t.pool_class))), 1, 16) || int8send(((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.category), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.pool_class), 0) & 65535)::int8 << 16)) AS print FROM (SELECT OLD.*) t) o
          FULL JOIN (SELECT t.round_id::text || '/' || t.category::text AS key, substr(sha256(record_send(ROW(t.round_id, t.category, t.pool_class))), 1, 16) || int8send(((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.category), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.pool_class), 0) & 65535)::int8 << 16)) AS print FROM (SELECT NEW.*) t) n USING (key);
      ELSE
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'campaign.pool_rule', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.round_id::text || '/' || t.category::text AS key, substr(sha256(record_send(ROW(t.round_id, t.category, t.pool_class))), 1, 16) || int8send(((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.category), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.pool_class), 0) & 65535)::int8 << 16)) AS print FROM removed t) o
          FULL JOIN (SELECT t.round_id::text || '/' || t.category::text AS key, substr(sha256(record_send(ROW(t.round_id, t.category, t.pool_class))), 1, 16) || int8send(((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.category), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.pool_class), 0) & 65535)::int8 << 16)) AS print FROM added t) n USING (key) HAVING count(*) > 0;
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION journal.imprint_campaign_round()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' AND TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'campaign.round', ARRAY[t.id::text], ARRAY[NULL::bytea], ARRAY[substr(sha256(record_send(ROW(t.id, t.name, t.state, t.starts_at, t.deadline, t.default_pool_class, t.settings, t.body_hash, t.created_by, t.created_at, t.opened_at, t.closing_at, t.closed_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.name), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.starts_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.deadline), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.default_pool_class), 0) & 65535)::int8 << 32) | ((coalesce(jsonb_hash(t.settings), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.created_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.created_at), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.opened_at), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.closing_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.closed_at), 0) & 65535)::int8 << 48))] FROM (SELECT NEW.*) t;
      ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'campaign.round', array_agg(t.id::text), array_agg(NULL::bytea), array_agg(substr(sha256(record_send(ROW(t.id, t.name, t.state, t.starts_at, t.deadline, t.default_pool_class, t.settings, t.body_hash, t.created_by, t.created_at, t.opened_at, t.closing_at, t.closed_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.name), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.starts_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.deadline), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.default_pool_class), 0) & 65535)::int8 << 32) | ((coalesce(jsonb_hash(t.settings), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.created_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.created_at), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.opened_at), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.closing_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.closed_at), 0) & 65535)::int8 << 48))) FROM added t HAVING count(*) > 0;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'campaign.round', array_agg(t.id::text), array_agg(substr(sha256(record_send(ROW(t.id, t.name, t.state, t.starts_at, t.deadline, t.default_pool_class, t.settings, t.body_hash, t.created_by, t.created_at, t.opened_at, t.closing_at, t.closed_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.name), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.starts_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.deadline), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.default_pool_class), 0) & 65535)::int8 << 32) | ((coalesce(jsonb_hash(t.settings), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.created_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.created_at), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.opened_at), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.closing_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.closed_at), 0) & 65535)::int8 << 48))), array_agg(NULL::bytea) FROM removed t HAVING count(*) > 0;
      ELSIF TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'campaign.round', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.name, t.state, t.starts_at, t.deadline, t.default_pool_class, t.settings, t.body_hash, t.created_by, t.created_at, t.opened_at, t.closing_at, t.closed_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.name), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.starts_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.deadline), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.default_pool_class), 0) & 65535)::int8 << 32) | ((coalesce(jsonb_hash(t.settings), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.created_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.created_at), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.opened_at), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.closing_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.closed_at), 0) & 65535)::int8 << 48)) AS print FROM (SELECT OLD.*) t) o
          FULL JOIN (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.name, t.state, t.starts_at, t.deadline, t.default_pool_class, t.settings, t.body_hash, t.created_by, t.created_at, t.opened_at, t.closing_at, t.closed_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.name), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.starts_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.deadline), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.default_pool_class), 0) & 65535)::int8 << 32) | ((coalesce(jsonb_hash(t.settings), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.created_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.created_at), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.opened_at), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.closing_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.closed_at), 0) & 65535)::int8 << 48)) AS print FROM (SELECT NEW.*) t) n USING (key);
      ELSE
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'campaign.round', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.name, t.state, t.starts_at, t.deadline, t.default_pool_class, t.settings, t.body_hash, t.created_by, t.created_at, t.opened_at, t.closing_at, t.closed_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.name), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.starts_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.deadline), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.default_pool_class), 0) & 65535)::int8 << 32) | ((coalesce(jsonb_hash(t.settings), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.created_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.created_at), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.opened_at), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.closing_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.closed_at), 0) & 65535)::int8 << 48)) AS print FROM removed t) o
          FULL JOIN (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.name, t.state, t.starts_at, t.deadline, t.default_pool_class, t.settings, t.body_hash, t.created_by, t.created_at, t.opened_at, t.closing_at, t.closed_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.name), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.starts_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.deadline), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.default_pool_class), 0) & 65535)::int8 << 32) | ((coalesce(jsonb_hash(t.settings), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.created_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.created_at), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.opened_at), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.closing_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.closed_at), 0) & 65535)::int8 << 48)) AS print FROM added t) n USING (key) HAVING count(*) > 0;
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION journal.imprint_campaign_round_area()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' AND TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'campaign.round_area', ARRAY[t.round_id::text || '/' || t.area_code::text], ARRAY[NULL::bytea], ARRAY[substr(sha256(record_send(ROW(t.round_id, t.area_code))), 1, 16) || int8send(((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.area_code), 0) & 65535)::int8 << 32))] FROM (SELECT NEW.*) t;
      ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'campaign.round_area', array_agg(t.round_id::text || '/' || t.area_code::text), array_agg(NULL::bytea), array_agg(substr(sha256(record_send(ROW(t.round_id, t.area_code))), 1, 16) || int8send(((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.area_code), 0) & 65535)::int8 << 32))) FROM added t HAVING count(*) > 0;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'campaign.round_area', array_agg(t.round_id::text || '/' || t.area_code::text), array_agg(substr(sha256(record_send(ROW(t.round_id, t.area_code))), 1, 16) || int8send(((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.area_code), 0) & 65535)::int8 << 32))), array_agg(NULL::bytea) FROM removed t HAVING count(*) > 0;
      ELSIF TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'campaign.round_area', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.round_id::text || '/' || t.area_code::text AS key, substr(sha256(record_send(ROW(t.round_id, t.area_code))), 1, 16) || int8send(((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.area_code), 0) & 65535)::int8 << 32)) AS print FROM (SELECT OLD.*) t) o
          FULL JOIN (SELECT t.round_id::text || '/' || t.area_code::text AS key, substr(sha256(record_send(ROW(t.round_id, t.area_code))), 1, 16) || int8send(((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.area_code), 0) & 65535)::int8 << 32)) AS print FROM (SELECT NEW.*) t) n USING (key);
      ELSE
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'campaign.round_area', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.round_id::text || '/' || t.area_code::text AS key, substr(sha256(record_send(ROW(t.round_id, t.area_code))), 1, 16) || int8send(((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.area_code), 0) & 65535)::int8 << 32)) AS print FROM removed t) o
          FULL JOIN (SELECT t.round_id::text || '/' || t.area_code::text AS key, substr(sha256(record_send(ROW(t.round_id, t.area_code))), 1, 16) || int8send(((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.area_code), 0) & 65535)::int8 << 32)) AS print FROM added t) n USING (key) HAVING count(*) > 0;
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION journal.imprint_community_area()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' AND TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'community.area', ARRAY[t.code::text], ARRAY[NULL::bytea], ARRAY[substr(sha256(record_send(ROW(t.code, t.parent_code, t.level, t.name, t.lineage))), 1, 16) || int8send(((coalesce(hashtext(t.code), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.parent_code), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.level), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.name), 0) & 65535)::int8 << 0)) || int8send(((hash_record(ROW(t.lineage)) & 65535)::int8 << 48))] FROM (SELECT NEW.*) t;
      ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'community.area', array_agg(t.code::text), array_agg(NULL::bytea), array_agg(substr(sha256(record_send(ROW(t.code, t.parent_code, t.level, t.name, t.lineage))), 1, 16) || int8send(((coalesce(hashtext(t.code), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.parent_code), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.level), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.name), 0) & 65535)::int8 << 0)) || int8send(((hash_record(ROW(t.lineage)) & 65535)::int8 << 48))) FROM added t HAVING count(*) > 0;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'community.area', array_agg(t.code::text), array_agg(substr(sha256(record_send(ROW(t.code, t.parent_code, t.level, t.name, t.lineage))), 1, 16) || int8send(((coalesce(hashtext(t.code), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.parent_code), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.level), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.name), 0) & 65535)::int8 << 0)) || int8send(((hash_record(ROW(t.lineage)) & 65535)::int8 << 48))), array_agg(NULL::bytea) FROM removed t HAVING count(*) > 0;
      ELSIF TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'community.area', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.code::text AS key, substr(sha256(record_send(ROW(t.code, t.parent_code, t.level, t.name, t.lineage))), 1, 16) || int8send(((coalesce(hashtext(t.code), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.parent_code), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.level), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.name), 0) & 65535)::int8 << 0)) || int8send(((hash_record(ROW(t.lineage)) & 65535)::int8 << 48)) AS print FROM (SELECT OLD.*) t) o
          FULL JOIN (SELECT t.code::text AS key, substr(sha256(record_send(ROW(t.code, t.parent_code, t.level, t.name, t.lineage))), 1, 16) || int8send(((coalesce(hashtext(t.code), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.parent_code), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.level), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.name), 0) & 65535)::int8 << 0)) || int8send(((hash_record(ROW(t.lineage)) & 65535)::int8 << 48)) AS print FROM (SELECT NEW.*) t) n USING (key);
      ELSE
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'community.area', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.code::text AS key, substr(sha256(record_send(ROW(t.code, t.parent_code, t.level, t.name, t.lineage))), 1, 16) || int8send(((coalesce(hashtext(t.code), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.parent_code), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.level), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.name), 0) & 65535)::int8 << 0)) || int8send(((hash_record(ROW(t.lineage)) & 65535)::int8 << 48)) AS print FROM removed t) o
          FULL JOIN (SELECT t.code::text AS key, substr(sha256(record_send(ROW(t.code, t.parent_code, t.level, t.name, t.lineage))), 1, 16) || int8send(((coalesce(hashtext(t.code), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.parent_code), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.level), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.name), 0) & 65535)::int8 << 0)) || int8send(((hash_record(ROW(t.lineage)) & 65535)::int8 << 48)) AS print FROM added t) n USING (key) HAVING count(*) > 0;
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION journal.imprint_community_household()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' AND TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'community.household', ARRAY[t.id::text], ARRAY[NULL::bytea], ARRAY[substr(sha256(record_send(ROW(t.id, t.area_code, t.door))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.area_code), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.door), 0) & 65535)::int8 << 16))] FROM (SELECT NEW.*) t;
      ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'community.household', array_agg(t.id::text), array_agg(NULL::bytea), array_agg(substr(sha256(record_send(ROW(t.id, t.area_code, t.door))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.area_code), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.door), 0) & 65535)::int8 << 16))) FROM added t HAVING count(*) > 0;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'community.household', array_agg(t.id::text), array_agg(substr(sha256(record_send(ROW(t.id, t.area_code, t.door))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.area_code), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.door), 0) & 65535)::int8 << 16))), array_agg(NULL::bytea) FROM removed t HAVING count(*) > 0;
      ELSIF TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'community.household', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.area_code, t.door))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.area_code), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.door), 0) & 65535)::int8 << 16)) AS print FROM (SELECT OLD.*) t) o
          FULL JOIN (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.area_code, t.door))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.area_code), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.door), 0) & 65535)::int8 << 16)) AS print FROM (SELECT NEW.*) t) n USING (key);
      ELSE
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'community.household', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.area_code, t.door))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.area_code), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.door), 0) & 65535)::int8 << 16)) AS print FROM removed t) o
          FULL JOIN (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.area_code, t.door))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.area_code), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.door), 0) & 65535)::int8 << 16)) AS print FROM added t) n USING (key) HAVING count(*) > 0;
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION journal.imprint_community_merging()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' AND TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'community.merging', ARRAY[t.id::text], ARRAY[NULL::bytea], ARRAY[substr(sha256(record_send(ROW(t.id, t.absorbed_id, t.survivor_id, t.state, t.reason, t.note, t.author_id, t.proposed_at, t.approver_id, t.refused_by, t.refusal, t.ended_at, t.rounds, t.body_hash))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.absorbed_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.survivor_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.note), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.author_id), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.proposed_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.approver_id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.refused_by), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.refusal), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.ended_at), 0) & 65535)::int8 << 0)) || int8send(((hash_record(ROW(t.rounds)) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 32))] FROM (SELECT NEW.*) t;
      ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'community.merging', array_agg(t.id::text), array_agg(NULL::bytea), array_agg(substr(sha256(record_send(ROW(t.id, t.absorbed_id, t.survivor_id, t.state, t.reason, t.note, t.author_id, t.proposed_at, t.approver_id, t.refused_by, t.refusal, t.ended_at, t.rounds, t.body_hash))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.absorbed_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.survivor_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.note), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.author_id), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.proposed_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.approver_id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.refused_by), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.refusal), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.ended_at), 0) & 65535)::int8 << 0)) || int8send(((hash_record(ROW(t.rounds)) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 32))) FROM added t HAVING count(*) > 0;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'community.merging', array_agg(t.id::text), array_agg(substr(sha256(record_send(ROW(t.id, t.absorbed_id, t.survivor_id, t.state, t.reason, t.note, t.author_id, t.proposed_at, t.approver_id, t.refused_by, t.refusal, t.ended_at, t.rounds, t.body_hash))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.absorbed_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.survivor_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.note), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.author_id), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.proposed_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.approver_id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.refused_by), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.refusal), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.ended_at), 0) & 65535)::int8 << 0)) || int8send(((hash_record(ROW(t.rounds)) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 32))), array_agg(NULL::bytea) FROM removed t HAVING count(*) > 0;
      ELSIF TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'community.merging', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.absorbed_id, t.survivor_id, t.state, t.reason, t.note, t.author_id, t.proposed_at, t.approver_id, t.refused_by, t.refusal, t.ended_at, t.rounds, t.body_hash))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.absorbed_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.survivor_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.note), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.author_id), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.proposed_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.approver_id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.refused_by), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.refusal), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.ended_at), 0) & 65535)::int8 << 0)) || int8send(((hash_record(ROW(t.rounds)) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 32)) AS print FROM (SELECT OLD.*) t) o
          FULL JOIN (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.absorbed_id, t.survivor_id, t.state, t.reason, t.note, t.author_id, t.proposed_at, t.approver_id, t.refused_by, t.refusal, t.ended_at, t.rounds, t.body_hash))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.absorbed_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.survivor_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.note), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.author_id), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.proposed_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.approver_id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.refused_by), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.refusal), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.ended_at), 0) & 65535)::int8 << 0)) || int8send(((hash_record(ROW(t.rounds)) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 32)) AS print FROM (SELECT NEW.*) t) n USING (key);
      ELSE
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'community.merging', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.absorbed_id, t.survivor_id, t.state, t.reason, t.note, t.author_id, t.proposed_at, t.approver_id, t.refused_by, t.refusal, t.ended_at, t.rounds, t.body_hash))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.absorbed_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.survivor_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.note), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.author_id), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.proposed_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.approver_id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.refused_by), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.refusal), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.ended_at), 0) & 65535)::int8 << 0)) || int8send(((hash_record(ROW(t.rounds)) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 32)) AS print FROM removed t) o
          FULL JOIN (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.absorbed_id, t.survivor_id, t.state, t.reason, t.note, t.author_id, t.proposed_at, t.approver_id, t.refused_by, t.refusal, t.ended_at, t.rounds, t.body_hash))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.absorbed_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.survivor_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.note), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.author_id), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.proposed_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.approver_id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.refused_by), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.refusal), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.ended_at), 0) & 65535)::int8 << 0)) || int8send(((hash_record(ROW(t.rounds)) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 32)) AS print FROM added t) n USING (key) HAVING count(*) > 0;
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION journal.imprint_community_resident()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' AND TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'community.resident', ARRAY[t.id::text], ARRAY[NULL::bytea], ARRAY[substr(sha256(record_send(ROW(t.id, t.area_code, t.household_id, t.masked_name, t.name_sealed, t.document_kind, t.document_index, t.document_masked, t.document_sealed, t.phone_index, t.phone_masked, t.phone_sealed, t.birth_year, t.sex, t.category, t.categories, t.lane, t.home_visit, t.single_only, t.guardian_id, t.guardian_index, t.presence, t.row_hash, t.body_hash, t.created_at, t.updated_at, t.changed_in, t.merged_into))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.area_code), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.household_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.masked_name), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.name_sealed), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.document_kind), 0) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.document_index), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.document_masked), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.document_sealed), 0) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.phone_index), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.phone_masked), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.phone_sealed), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint2(t.birth_year), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.sex), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.category), 0) & 65535)::int8 << 16) | ((hash_record(ROW(t.categories)) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.lane), 0) & 65535)::int8 << 48) | ((coalesce(hashbool(t.home_visit), 0) & 65535)::int8 << 32) | ((coalesce(hashbool(t.single_only), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.guardian_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.guardian_index), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.presence), 0) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.row_hash), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.created_at), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.updated_at), 0) & 65535)::int8 << 32) | ((coalesce(hashxid8(t.changed_in), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.merged_into), 0) & 65535)::int8 << 0))] FROM (SELECT NEW.*) t;
      ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'community.resident', array_agg(t.id::text), array_agg(NULL::bytea), array_agg(substr(sha256(record_send(ROW(t.id, t.area_code, t.household_id, t.masked_name, t.name_sealed, t.document_kind, t.document_index, t.document_masked, t.document_sealed, t.phone_index, t.phone_masked, t.phone_sealed, t.birth_year, t.sex, t.category, t.categories, t.lane, t.home_visit, t.single_only, t.guardian_id, t.guardian_index, t.presence, t.row_hash, t.body_hash, t.created_at, t.updated_at, t.changed_in, t.merged_into))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.area_code), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.household_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.masked_name), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.name_sealed), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.document_kind), 0) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.document_index), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.document_masked), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.document_sealed), 0) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.phone_index), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.phone_masked), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.phone_sealed), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint2(t.birth_year), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.sex), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.category), 0) & 65535)::int8 << 16) | ((hash_record(ROW(t.categories)) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.lane), 0) & 65535)::int8 << 48) | ((coalesce(hashbool(t.home_visit), 0) & 65535)::int8 << 32) | ((coalesce(hashbool(t.single_only), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.guardian_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.guardian_index), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.presence), 0) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.row_hash), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.created_at), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.updated_at), 0) & 65535)::int8 << 32) | ((coalesce(hashxid8(t.changed_in), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.merged_into), 0) & 65535)::int8 << 0))) FROM added t HAVING count(*) > 0;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'community.resident', array_agg(t.id::text), array_agg(substr(sha256(record_send(ROW(t.id, t.area_code, t.household_id, t.masked_name, t.name_sealed, t.document_kind, t.document_index, t.document_masked, t.document_sealed, t.phone_index, t.phone_masked, t.phone_sealed, t.birth_year, t.sex, t.category, t.categories, t.lane, t.home_visit, t.single_only, t.guardian_id, t.guardian_index, t.presence, t.row_hash, t.body_hash, t.created_at, t.updated_at, t.changed_in, t.merged_into))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.area_code), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.household_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.masked_name), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.name_sealed), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.document_kind), 0) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.document_index), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.document_masked), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.document_sealed), 0) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.phone_index), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.phone_masked), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.phone_sealed), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint2(t.birth_year), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.sex), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.category), 0) & 65535)::int8 << 16) | ((hash_record(ROW(t.categories)) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.lane), 0) & 65535)::int8 << 48) | ((coalesce(hashbool(t.home_visit), 0) & 65535)::int8 << 32) | ((coalesce(hashbool(t.single_only), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.guardian_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.guardian_index), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.presence), 0) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.row_hash), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.created_at), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.updated_at), 0) & 65535)::int8 << 32) | ((coalesce(hashxid8(t.changed_in), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.merged_into), 0) & 65535)::int8 << 0))), array_agg(NULL::bytea) FROM removed t HAVING count(*) > 0;
      ELSIF TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'community.resident', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.area_code, t.household_id, t.masked_name, t.name_sealed, t.document_kind, t.document_index, t.document_masked, t.document_sealed, t.phone_index, t.phone_masked, t.phone_sealed, t.birth_year, t.sex, t.category, t.categories, t.lane, t.home_visit, t.single_only, t.guardian_id, t.guardian_index, t.presence, t.row_hash, t.body_hash, t.created_at, t.updated_at, t.changed_in, t.merged_into))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.area_code), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.household_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.masked_name), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.name_sealed), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.document_kind), 0) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.document_index), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.document_masked), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.document_sealed), 0) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.phone_index), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.phone_masked), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.phone_sealed), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint2(t.birth_year), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.sex), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.category), 0) & 65535)::int8 << 16) | ((hash_record(ROW(t.categories)) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.lane), 0) & 65535)::int8 << 48) | ((coalesce(hashbool(t.home_visit), 0) & 65535)::int8 << 32) | ((coalesce(hashbool(t.single_only), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.guardian_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.guardian_index), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.presence), 0) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.row_hash), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.created_at), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.updated_at), 0) & 65535)::int8 << 32) | ((coalesce(hashxid8(t.changed_in), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.merged_into), 0) & 65535)::int8 << 0)) AS print FROM (SELECT OLD.*) t) o
          FULL JOIN (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.area_code, t.household_id, t.masked_name, t.name_sealed, t.document_kind, t.document_index, t.document_masked, t.document_sealed, t.phone_index, t.phone_masked, t.phone_sealed, t.birth_year, t.sex, t.category, t.categories, t.lane, t.home_visit, t.single_only, t.guardian_id, t.guardian_index, t.presence, t.row_hash, t.body_hash, t.created_at, t.updated_at, t.changed_in, t.merged_into))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.area_code), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.household_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.masked_name), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.name_sealed), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.document_kind), 0) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.document_index), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.document_masked), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.document_sealed), 0) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.phone_index), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.phone_masked), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.phone_sealed), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint2(t.birth_year), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.sex), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.category), 0) & 65535)::int8 << 16) | ((hash_record(ROW(t.categories)) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.lane), 0) & 65535)::int8 << 48) | ((coalesce(hashbool(t.home_visit), 0) & 65535)::int8 << 32) | ((coalesce(hashbool(t.single_only), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.guardian_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.guardian_index), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.presence), 0) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.row_hash), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.created_at), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.updated_at), 0) & 65535)::int8 << 32) | ((coalesce(hashxid8(t.changed_in), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.merged_into), 0) & 65535)::int8 << 0)) AS print FROM (SELECT NEW.*) t) n USING (key);
      ELSE
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'community.resident', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.area_code, t.household_id, t.masked_name, t.name_sealed, t.document_kind, t.document_index, t.document_masked, t.document_sealed, t.phone_index, t.phone_masked, t.phone_sealed, t.birth_year, t.sex, t.category, t.categories, t.lane, t.home_visit, t.single_only, t.guardian_id, t.guardian_index, t.presence, t.row_hash, t.body_hash, t.created_at, t.updated_at, t.changed_in, t.merged_into))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.area_code), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.household_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.masked_name), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.name_sealed), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.document_kind), 0) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.document_index), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.document_masked), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.document_sealed), 0) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.phone_index), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.phone_masked), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.phone_sealed), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint2(t.birth_year), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.sex), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.category), 0) & 65535)::int8 << 16) | ((hash_record(ROW(t.categories)) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.lane), 0) & 65535)::int8 << 48) | ((coalesce(hashbool(t.home_visit), 0) & 65535)::int8 << 32) | ((coalesce(hashbool(t.single_only), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.guardian_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.guardian_index), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.presence), 0) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.row_hash), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.created_at), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.updated_at), 0) & 65535)::int8 << 32) | ((coalesce(hashxid8(t.changed_in), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.merged_into), 0) & 65535)::int8 << 0)) AS print FROM removed t) o
          FULL JOIN (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.area_code, t.household_id, t.masked_name, t.name_sealed, t.document_kind, t.document_index, t.document_masked, t.document_sealed, t.phone_index, t.phone_masked, t.phone_sealed, t.birth_year, t.sex, t.category, t.categories, t.lane, t.home_visit, t.single_only, t.guardian_id, t.guardian_index, t.presence, t.row_hash, t.body_hash, t.created_at, t.updated_at, t.changed_in, t.merged_into))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.area_code), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.household_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.masked_name), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.name_sealed), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.document_kind), 0) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.document_index), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.document_masked), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.document_sealed), 0) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.phone_index), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.phone_masked), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.phone_sealed), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint2(t.birth_year), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.sex), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.category), 0) & 65535)::int8 << 16) | ((hash_record(ROW(t.categories)) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.lane), 0) & 65535)::int8 << 48) | ((coalesce(hashbool(t.home_visit), 0) & 65535)::int8 << 32) | ((coalesce(hashbool(t.single_only), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.guardian_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.guardian_index), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.presence), 0) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.row_hash), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.created_at), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.updated_at), 0) & 65535)::int8 << 32) | ((coalesce(hashxid8(t.changed_in), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.merged_into), 0) & 65535)::int8 << 0)) AS print FROM added t) n USING (key) HAVING count(*) > 0;
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION journal.imprint_community_resident_code()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' AND TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'community.resident_code', ARRAY[t.ref::text], ARRAY[NULL::bytea], ARRAY[substr(sha256(record_send(ROW(t.ref, t.resident_id, t.issued_by, t.issued_at, t.expires_at, t.revoked_at, t.failed_sign_ins))), 1, 16) || int8send(((coalesce(hashtext(t.ref), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.issued_by), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.issued_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.expires_at), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.revoked_at), 0) & 65535)::int8 << 32) | ((coalesce(hashint2(t.failed_sign_ins), 0) & 65535)::int8 << 16))] FROM (SELECT NEW.*) t;
      ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'community.resident_code', array_agg(t.ref::text), array_agg(NULL::bytea), array_agg(substr(sha256(record_send(ROW(t.ref, t.resident_id, t.issued_by, t.issued_at, t.expires_at, t.revoked_at, t.failed_sign_ins))), 1, 16) || int8send(((coalesce(hashtext(t.ref), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.issued_by), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.issued_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.expires_at), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.revoked_at), 0) & 65535)::int8 << 32) | ((coalesce(hashint2(t.failed_sign_ins), 0) & 65535)::int8 << 16))) FROM added t HAVING count(*) > 0;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'community.resident_code', array_agg(t.ref::text), array_agg(substr(sha256(record_send(ROW(t.ref, t.resident_id, t.issued_by, t.issued_at, t.expires_at, t.revoked_at, t.failed_sign_ins))), 1, 16) || int8send(((coalesce(hashtext(t.ref), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.issued_by), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.issued_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.expires_at), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.revoked_at), 0) & 65535)::int8 << 32) | ((coalesce(hashint2(t.failed_sign_ins), 0) & 65535)::int8 << 16))), array_agg(NULL::bytea) FROM removed t HAVING count(*) > 0;
      ELSIF TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'community.resident_code', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.ref::text AS key, substr(sha256(record_send(ROW(t.ref, t.resident_id, t.issued_by, t.issued_at, t.expires_at, t.revoked_at, t.failed_sign_ins))), 1, 16) || int8send(((coalesce(hashtext(t.ref), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.issued_by), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.issued_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.expires_at), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.revoked_at), 0) & 65535)::int8 << 32) | ((coalesce(hashint2(t.failed_sign_ins), 0) & 65535)::int8 << 16)) AS print FROM (SELECT OLD.*) t) o
          FULL JOIN (SELECT t.ref::text AS key, substr(sha256(record_send(ROW(t.ref, t.resident_id, t.issued_by, t.issued_at, t.expires_at, t.revoked_at, t.failed_sign_ins))), 1, 16) || int8send(((coalesce(hashtext(t.ref), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.issued_by), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.issued_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.expires_at), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.revoked_at), 0) & 65535)::int8 << 32) | ((coalesce(hashint2(t.failed_sign_ins), 0) & 65535)::int8 << 16)) AS print FROM (SELECT NEW.*) t) n USING (key);
      ELSE
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'community.resident_code', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.ref::text AS key, substr(sha256(record_send(ROW(t.ref, t.resident_id, t.issued_by, t.issued_at, t.expires_at, t.revoked_at, t.failed_sign_ins))), 1, 16) || int8send(((coalesce(hashtext(t.ref), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.issued_by), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.issued_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.expires_at), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.revoked_at), 0) & 65535)::int8 << 32) | ((coalesce(hashint2(t.failed_sign_ins), 0) & 65535)::int8 << 16)) AS print FROM removed t) o
          FULL JOIN (SELECT t.ref::text AS key, substr(sha256(record_send(ROW(t.ref, t.resident_id, t.issued_by, t.issued_at, t.expires_at, t.revoked_at, t.failed_sign_ins))), 1, 16) || int8send(((coalesce(hashtext(t.ref), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.issued_by), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.issued_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.expires_at), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.revoked_at), 0) & 65535)::int8 << 32) | ((coalesce(hashint2(t.failed_sign_ins), 0) & 65535)::int8 << 16)) AS print FROM added t) n USING (key) HAVING count(*) > 0;
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION journal.imprint_community_unmasking()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' AND TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'community.unmasking', ARRAY[t.id::text], ARRAY[NULL::bytea], ARRAY[substr(sha256(record_send(ROW(t.id, t.account_id, t.resident_id, t.reason, t.note, t.fields, t.body_hash, t.at, t.about))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.account_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.note), 0) & 65535)::int8 << 48) | ((hash_record(ROW(t.fields)) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.about), 0) & 65535)::int8 << 48))] FROM (SELECT NEW.*) t;
      ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'community.unmasking', array_agg(t.id::text), array_agg(NULL::bytea), array_agg(substr(sha256(record_send(ROW(t.id, t.account_id, t.resident_id, t.reason, t.note, t.fields, t.body_hash, t.at, t.about))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.account_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.note), 0) & 65535)::int8 << 48) | ((hash_record(ROW(t.fields)) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.about), 0) & 65535)::int8 << 48))) FROM added t HAVING count(*) > 0;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'community.unmasking', array_agg(t.id::text), array_agg(substr(sha256(record_send(ROW(t.id, t.account_id, t.resident_id, t.reason, t.note, t.fields, t.body_hash, t.at, t.about))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.account_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.note), 0) & 65535)::int8 << 48) | ((hash_record(ROW(t.fields)) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.about), 0) & 65535)::int8 << 48))), array_agg(NULL::bytea) FROM removed t HAVING count(*) > 0;
      ELSIF TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'community.unmasking', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.account_id, t.resident_id, t.reason, t.note, t.fields, t.body_hash, t.at, t.about))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.account_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.note), 0) & 65535)::int8 << 48) | ((hash_record(ROW(t.fields)) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.about), 0) & 65535)::int8 << 48)) AS print FROM (SELECT OLD.*) t) o
          FULL JOIN (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.account_id, t.resident_id, t.reason, t.note, t.fields, t.body_hash, t.at, t.about))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.account_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.note), 0) & 65535)::int8 << 48) | ((hash_record(ROW(t.fields)) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.about), 0) & 65535)::int8 << 48)) AS print FROM (SELECT NEW.*) t) n USING (key);
      ELSE
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'community.unmasking', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.account_id, t.resident_id, t.reason, t.note, t.fields, t.body_hash, t.at, t.about))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.account_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.note), 0) & 65535)::int8 << 48) | ((hash_record(ROW(t.fields)) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.about), 0) & 65535)::int8 << 48)) AS print FROM removed t) o
          FULL JOIN (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.account_id, t.resident_id, t.reason, t.note, t.fields, t.body_hash, t.at, t.about))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.account_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.note), 0) & 65535)::int8 << 48) | ((hash_record(ROW(t.fields)) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.about), 0) & 65535)::int8 << 48)) AS print FROM added t) n USING (key) HAVING count(*) > 0;
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION journal.imprint_entries(recorded timestamp with time zone[], ids uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
DECLARE
  swabs      journal.ledger;
  attendance journal.ledger;
  tubes      journal.ledger;
BEGIN
  SELECT * INTO swabs FROM journal.ledger l WHERE l.name = 'sampling.swab';
  SELECT * INTO tubes FROM journal.ledger l WHERE l.name = 'sampling.tube';
  SELECT * INTO attendance FROM journal.ledger l WHERE l.name = 'sampling.attendance';
  EXECUTE format($q$
    WITH named AS MATERIALIZED (
      SELECT (one ->> 0)::uuid AS id, b.round_id, b.barcode
        FROM unnest($1, $2) AS a (recorded_at, id)
        JOIN journal.entry e ON e.recorded_at = a.recorded_at AND e.id = a.id AND e.topic = 'sampling.swabs-recorded'
       CROSS JOIN jsonb_array_elements(e.payload -> 'swabs') AS one
        JOIN sampling.tube b ON b.barcode = one ->> 1
    ), swabs AS (
      INSERT INTO journal.imprint (ledger, kind, login, keys, before, after)
      SELECT 'sampling.swab', 'late', 'journal', array_agg(n.id || '/' || n.round_id), array_agg(NULL::bytea), array_agg(f.print)
        FROM named n
        LEFT JOIN LATERAL (SELECT %s AS print FROM sampling.swab t WHERE t.id = n.id AND t.round_id = n.round_id) f ON true
      HAVING count(*) > 0
    ), tubes AS (
      INSERT INTO journal.imprint (ledger, kind, login, keys, before, after)
      SELECT 'sampling.tube', 'late', 'journal', array_agg(t.barcode), array_agg(NULL::bytea), array_agg(%s)
        FROM (SELECT DISTINCT barcode FROM named) n JOIN sampling.tube t ON t.barcode = n.barcode
      HAVING count(*) > 0
    )
    INSERT INTO journal.imprint (ledger, kind, login, keys, before, after)
    SELECT 'sampling.attendance', 'late', 'journal', array_agg(f.key), array_agg(NULL::bytea), array_agg(f.print)
      FROM named n
      JOIN sampling.swab s ON s.id = n.id AND s.round_id = n.round_id
     CROSS JOIN LATERAL (SELECT %s AS key, %s AS print FROM sampling.attendance t
                          WHERE t.round_id = s.round_id AND t.resident_id = s.resident_id AND t.occasion = s.occasion
                            AND t.swab_id = s.id) f
    HAVING count(*) > 0
  $q$, journal.print_sql('sampling.swab', swabs.columns), journal.print_sql('sampling.tube', tubes.columns),
       journal.key_sql('sampling.attendance', attendance.keys), journal.print_sql('sampling.attendance', attendance.columns))
  USING recorded, ids;
END $function$;

CREATE OR REPLACE FUNCTION journal.imprint_id(no bigint)
 RETURNS uuid
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ SELECT lpad(to_hex(no), 32, '0')::uuid $function$;

CREATE OR REPLACE FUNCTION journal.imprint_lab_lab()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' AND TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'lab.lab', ARRAY[t.code::text], ARRAY[NULL::bytea], ARRAY[substr(sha256(record_send(ROW(t.code, t.name, t.added_at))), 1, 16) || int8send(((coalesce(hashtext(t.code), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.name), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.added_at), 0) & 65535)::int8 << 16))] FROM (SELECT NEW.*) t;
      ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'lab.lab', array_agg(t.code::text), array_agg(NULL::bytea), array_agg(substr(sha256(record_send(ROW(t.code, t.name, t.added_at))), 1, 16) || int8send(((coalesce(hashtext(t.code), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.name), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.added_at), 0) & 65535)::int8 << 16))) FROM added t HAVING count(*) > 0;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'lab.lab', array_agg(t.code::text), array_agg(substr(sha256(record_send(ROW(t.code, t.name, t.added_at))), 1, 16) || int8send(((coalesce(hashtext(t.code), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.name), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.added_at), 0) & 65535)::int8 << 16))), array_agg(NULL::bytea) FROM removed t HAVING count(*) > 0;
      ELSIF TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'lab.lab', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.code::text AS key, substr(sha256(record_send(ROW(t.code, t.name, t.added_at))), 1, 16) || int8send(((coalesce(hashtext(t.code), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.name), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.added_at), 0) & 65535)::int8 << 16)) AS print FROM (SELECT OLD.*) t) o
          FULL JOIN (SELECT t.code::text AS key, substr(sha256(record_send(ROW(t.code, t.name, t.added_at))), 1, 16) || int8send(((coalesce(hashtext(t.code), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.name), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.added_at), 0) & 65535)::int8 << 16)) AS print FROM (SELECT NEW.*) t) n USING (key);
      ELSE
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'lab.lab', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.code::text AS key, substr(sha256(record_send(ROW(t.code, t.name, t.added_at))), 1, 16) || int8send(((coalesce(hashtext(t.code), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.name), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.added_at), 0) & 65535)::int8 << 16)) AS print FROM removed t) o
          FULL JOIN (SELECT t.code::text AS key, substr(sha256(record_send(ROW(t.code, t.name, t.added_at))), 1, 16) || int8send(((coalesce(hashtext(t.code), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.name), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.added_at), 0) & 65535)::int8 << 16)) AS print FROM added t) n USING (key) HAVING count(*) > 0;
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION journal.imprint_lab_receipt()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' AND TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'lab.receipt', ARRAY[t.id::text], ARRAY[NULL::bytea], ARRAY[substr(sha256(record_send(ROW(t.id, t.lab_code, t.box_code, t.accepted, t.rejected, t.missing, t.surplus, t.received_by, t.received_at, t.body_hash))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.lab_code), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.box_code), 0) & 65535)::int8 << 16) | ((coalesce(hashint4(t.accepted), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint4(t.rejected), 0) & 65535)::int8 << 48) | ((coalesce(hashint4(t.missing), 0) & 65535)::int8 << 32) | ((coalesce(hashint4(t.surplus), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.received_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.received_at), 0) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 32))] FROM (SELECT NEW.*) t;
      ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'lab.receipt', array_agg(t.id::text), array_agg(NULL::bytea), array_agg(substr(sha256(record_send(ROW(t.id, t.lab_code, t.box_code, t.accepted, t.rejected, t.missing, t.surplus, t.received_by, t.received_at, t.body_hash))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.lab_code), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.box_code), 0) & 65535)::int8 << 16) | ((coalesce(hashint4(t.accepted), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint4(t.rejected), 0) & 65535)::int8 << 48) | ((coalesce(hashint4(t.missing), 0) & 65535)::int8 << 32) | ((coalesce(hashint4(t.surplus), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.received_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.received_at), 0) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 32))) FROM added t HAVING count(*) > 0;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'lab.receipt', array_agg(t.id::text), array_agg(substr(sha256(record_send(ROW(t.id, t.lab_code, t.box_code, t.accepted, t.rejected, t.missing, t.surplus, t.received_by, t.received_at, t.body_hash))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.lab_code), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.box_code), 0) & 65535)::int8 << 16) | ((coalesce(hashint4(t.accepted), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint4(t.rejected), 0) & 65535)::int8 << 48) | ((coalesce(hashint4(t.missing), 0) & 65535)::int8 << 32) | ((coalesce(hashint4(t.surplus), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.received_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.received_at), 0) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 32))), array_agg(NULL::bytea) FROM removed t HAVING count(*) > 0;
      ELSIF TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'lab.receipt', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.lab_code, t.box_code, t.accepted, t.rejected, t.missing, t.surplus, t.received_by, t.received_at, t.body_hash))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.lab_code), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.box_code), 0) & 65535)::int8 << 16) | ((coalesce(hashint4(t.accepted), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint4(t.rejected), 0) & 65535)::int8 << 48) | ((coalesce(hashint4(t.missing), 0) & 65535)::int8 << 32) | ((coalesce(hashint4(t.surplus), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.received_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.received_at), 0) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 32)) AS print FROM (SELECT OLD.*) t) o
          FULL JOIN (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.lab_code, t.box_code, t.accepted, t.rejected, t.missing, t.surplus, t.received_by, t.received_at, t.body_hash))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.lab_code), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.box_code), 0) & 65535)::int8 << 16) | ((coalesce(hashint4(t.accepted), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint4(t.rejected), 0) & 65535)::int8 << 48) | ((coalesce(hashint4(t.missing), 0) & 65535)::int8 << 32) | ((coalesce(hashint4(t.surplus), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.received_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.received_at), 0) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 32)) AS print FROM (SELECT NEW.*) t) n USING (key);
      ELSE
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'lab.receipt', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.lab_code, t.box_code, t.accepted, t.rejected, t.missing, t.surplus, t.received_by, t.received_at, t.body_hash))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.lab_code), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.box_code), 0) & 65535)::int8 << 16) | ((coalesce(hashint4(t.accepted), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint4(t.rejected), 0) & 65535)::int8 << 48) | ((coalesce(hashint4(t.missing), 0) & 65535)::int8 << 32) | ((coalesce(hashint4(t.surplus), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.received_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.received_at), 0) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 32)) AS print FROM removed t) o
          FULL JOIN (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.lab_code, t.box_code, t.accepted, t.rejected, t.missing, t.surplus, t.received_by, t.received_at, t.body_hash))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.lab_code), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.box_code), 0) & 65535)::int8 << 16) | ((coalesce(hashint4(t.accepted), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint4(t.rejected), 0) & 65535)::int8 << 48) | ((coalesce(hashint4(t.missing), 0) & 65535)::int8 << 32) | ((coalesce(hashint4(t.surplus), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.received_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.received_at), 0) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 32)) AS print FROM added t) n USING (key) HAVING count(*) > 0;
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION journal.imprint_lab_receipt_difference()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' AND TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'lab.receipt_difference', ARRAY[t.receipt_id::text || '/' || t.barcode::text], ARRAY[NULL::bytea], ARRAY[substr(sha256(record_send(ROW(t.receipt_id, t.barcode, t.kind, t.cause, t.taken_in))), 1, 16) || int8send(((coalesce(uuid_hash(t.receipt_id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.barcode), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.cause), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbool(t.taken_in), 0) & 65535)::int8 << 48))] FROM (SELECT NEW.*) t;
      ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'lab.receipt_difference', array_agg(t.receipt_id::text || '/' || t.barcode::text), array_agg(NULL::bytea), array_agg(substr(sha256(record_send(ROW(t.receipt_id, t.barcode, t.kind, t.cause, t.taken_in))), 1, 16) || int8send(((coalesce(uuid_hash(t.receipt_id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.barcode), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.cause), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbool(t.taken_in), 0) & 65535)::int8 << 48))) FROM added t HAVING count(*) > 0;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'lab.receipt_difference', array_agg(t.receipt_id::text || '/' || t.barcode::text), array_agg(substr(sha256(record_send(ROW(t.receipt_id, t.barcode, t.kind, t.cause, t.taken_in))), 1, 16) || int8send(((coalesce(uuid_hash(t.receipt_id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.barcode), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.cause), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbool(t.taken_in), 0) & 65535)::int8 << 48))), array_agg(NULL::bytea) FROM removed t HAVING count(*) > 0;
      ELSIF TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'lab.receipt_difference', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.receipt_id::text || '/' || t.barcode::text AS key, substr(sha256(record_send(ROW(t.receipt_id, t.barcode, t.kind, t.cause, t.taken_in))), 1, 16) || int8send(((coalesce(uuid_hash(t.receipt_id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.barcode), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.cause), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbool(t.taken_in), 0) & 65535)::int8 << 48)) AS print FROM (SELECT OLD.*) t) o
          FULL JOIN (SELECT t.receipt_id::text || '/' || t.barcode::text AS key, substr(sha256(record_send(ROW(t.receipt_id, t.barcode, t.kind, t.cause, t.taken_in))), 1, 16) || int8send(((coalesce(uuid_hash(t.receipt_id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.barcode), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.cause), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbool(t.taken_in), 0) & 65535)::int8 << 48)) AS print FROM (SELECT NEW.*) t) n USING (key);
      ELSE
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'lab.receipt_difference', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.receipt_id::text || '/' || t.barcode::text AS key, substr(sha256(record_send(ROW(t.receipt_id, t.barcode, t.kind, t.cause, t.taken_in))), 1, 16) || int8send(((coalesce(uuid_hash(t.receipt_id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.barcode), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.cause), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbool(t.taken_in), 0) & 65535)::int8 << 48)) AS print FROM removed t) o
          FULL JOIN (SELECT t.receipt_id::text || '/' || t.barcode::text AS key, substr(sha256(record_send(ROW(t.receipt_id, t.barcode, t.kind, t.cause, t.taken_in))), 1, 16) || int8send(((coalesce(uuid_hash(t.receipt_id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.barcode), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.cause), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbool(t.taken_in), 0) & 65535)::int8 << 48)) AS print FROM added t) n USING (key) HAVING count(*) > 0;
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION journal.imprint_lab_report()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' AND TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'lab.report', ARRAY[t.id::text], ARRAY[NULL::bytea], ARRAY[substr(sha256(record_send(ROW(t.id, t.lab_code, t.sha256, t.content_type, t.file_name, t.bytes, t.state, t.rows, t.current_rows, t.repeated_rows, t.held_rows, t.error_count, t.row_errors, t.uploaded_by, t.uploaded_at, t.applied_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.lab_code), 0) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.sha256), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.content_type), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.file_name), 0) & 65535)::int8 << 48) | ((coalesce(hashint4(t.bytes), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 16) | ((coalesce(hashint4(t.rows), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint4(t.current_rows), 0) & 65535)::int8 << 48) | ((coalesce(hashint4(t.repeated_rows), 0) & 65535)::int8 << 32) | ((coalesce(hashint4(t.held_rows), 0) & 65535)::int8 << 16) | ((coalesce(hashint4(t.error_count), 0) & 65535)::int8 << 0)) || int8send(((coalesce(jsonb_hash(t.row_errors), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.uploaded_by), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.uploaded_at), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.applied_at), 0) & 65535)::int8 << 0))] FROM (SELECT NEW.*) t;
      ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'lab.report', array_agg(t.id::text), array_agg(NULL::bytea), array_agg(substr(sha256(record_send(ROW(t.id, t.lab_code, t.sha256, t.content_type, t.file_name, t.bytes, t.state, t.rows, t.current_rows, t.repeated_rows, t.held_rows, t.error_count, t.row_errors, t.uploaded_by, t.uploaded_at, t.applied_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.lab_code), 0) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.sha256), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.content_type), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.file_name), 0) & 65535)::int8 << 48) | ((coalesce(hashint4(t.bytes), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 16) | ((coalesce(hashint4(t.rows), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint4(t.current_rows), 0) & 65535)::int8 << 48) | ((coalesce(hashint4(t.repeated_rows), 0) & 65535)::int8 << 32) | ((coalesce(hashint4(t.held_rows), 0) & 65535)::int8 << 16) | ((coalesce(hashint4(t.error_count), 0) & 65535)::int8 << 0)) || int8send(((coalesce(jsonb_hash(t.row_errors), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.uploaded_by), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.uploaded_at), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.applied_at), 0) & 65535)::int8 << 0))) FROM added t HAVING count(*) > 0;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'lab.report', array_agg(t.id::text), array_agg(substr(sha256(record_send(ROW(t.id, t.lab_code, t.sha256, t.content_type, t.file_name, t.bytes, t.state, t.rows, t.current_rows, t.repeated_rows, t.held_rows, t.error_count, t.row_errors, t.uploaded_by, t.uploaded_at, t.applied_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.lab_code), 0) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.sha256), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.content_type), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.file_name), 0) & 65535)::int8 << 48) | ((coalesce(hashint4(t.bytes), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 16) | ((coalesce(hashint4(t.rows), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint4(t.current_rows), 0) & 65535)::int8 << 48) | ((coalesce(hashint4(t.repeated_rows), 0) & 65535)::int8 << 32) | ((coalesce(hashint4(t.held_rows), 0) & 65535)::int8 << 16) | ((coalesce(hashint4(t.error_count), 0) & 65535)::int8 << 0)) || int8send(((coalesce(jsonb_hash(t.row_errors), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.uploaded_by), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.uploaded_at), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.applied_at), 0) & 65535)::int8 << 0))), array_agg(NULL::bytea) FROM removed t HAVING count(*) > 0;
      ELSIF TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'lab.report', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.lab_code, t.sha256, t.content_type, t.file_name, t.bytes, t.state, t.rows, t.current_rows, t.repeated_rows, t.held_rows, t.error_count, t.row_errors, t.uploaded_by, t.uploaded_at, t.applied_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.lab_code), 0) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.sha256), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.content_type), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.file_name), 0) & 65535)::int8 << 48) | ((coalesce(hashint4(t.bytes), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 16) | ((coalesce(hashint4(t.rows), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint4(t.current_rows), 0) & 65535)::int8 << 48) | ((coalesce(hashint4(t.repeated_rows), 0) & 65535)::int8 << 32) | ((coalesce(hashint4(t.held_rows), 0) & 65535)::int8 << 16) | ((coalesce(hashint4(t.error_count), 0) & 65535)::int8 << 0)) || int8send(((coalesce(jsonb_hash(t.row_errors), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.uploaded_by), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.uploaded_at), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.applied_at), 0) & 65535)::int8 << 0)) AS print FROM (SELECT OLD.*) t) o
          FULL JOIN (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.lab_code, t.sha256, t.content_type, t.file_name, t.bytes, t.state, t.rows, t.current_rows, t.repeated_rows, t.held_rows, t.error_count, t.row_errors, t.uploaded_by, t.uploaded_at, t.applied_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.lab_code), 0) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.sha256), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.content_type), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.file_name), 0) & 65535)::int8 << 48) | ((coalesce(hashint4(t.bytes), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 16) | ((coalesce(hashint4(t.rows), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint4(t.current_rows), 0) & 65535)::int8 << 48) | ((coalesce(hashint4(t.repeated_rows), 0) & 65535)::int8 << 32) | ((coalesce(hashint4(t.held_rows), 0) & 65535)::int8 << 16) | ((coalesce(hashint4(t.error_count), 0) & 65535)::int8 << 0)) || int8send(((coalesce(jsonb_hash(t.row_errors), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.uploaded_by), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.uploaded_at), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.applied_at), 0) & 65535)::int8 << 0)) AS print FROM (SELECT NEW.*) t) n USING (key);
      ELSE
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'lab.report', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.lab_code, t.sha256, t.content_type, t.file_name, t.bytes, t.state, t.rows, t.current_rows, t.repeated_rows, t.held_rows, t.error_count, t.row_errors, t.uploaded_by, t.uploaded_at, t.applied_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.lab_code), 0) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.sha256), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.content_type), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.file_name), 0) & 65535)::int8 << 48) | ((coalesce(hashint4(t.bytes), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 16) | ((coalesce(hashint4(t.rows), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint4(t.current_rows), 0) & 65535)::int8 << 48) | ((coalesce(hashint4(t.repeated_rows), 0) & 65535)::int8 << 32) | ((coalesce(hashint4(t.held_rows), 0) & 65535)::int8 << 16) | ((coalesce(hashint4(t.error_count), 0) & 65535)::int8 << 0)) || int8send(((coalesce(jsonb_hash(t.row_errors), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.uploaded_by), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.uploaded_at), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.applied_at), 0) & 65535)::int8 << 0)) AS print FROM removed t) o
          FULL JOIN (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.lab_code, t.sha256, t.content_type, t.file_name, t.bytes, t.state, t.rows, t.current_rows, t.repeated_rows, t.held_rows, t.error_count, t.row_errors, t.uploaded_by, t.uploaded_at, t.applied_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.lab_code), 0) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.sha256), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.content_type), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.file_name), 0) & 65535)::int8 << 48) | ((coalesce(hashint4(t.bytes), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 16) | ((coalesce(hashint4(t.rows), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint4(t.current_rows), 0) & 65535)::int8 << 48) | ((coalesce(hashint4(t.repeated_rows), 0) & 65535)::int8 << 32) | ((coalesce(hashint4(t.held_rows), 0) & 65535)::int8 << 16) | ((coalesce(hashint4(t.error_count), 0) & 65535)::int8 << 0)) || int8send(((coalesce(jsonb_hash(t.row_errors), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.uploaded_by), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.uploaded_at), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.applied_at), 0) & 65535)::int8 << 0)) AS print FROM added t) n USING (key) HAVING count(*) > 0;
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION journal.imprint_lab_report_review()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' AND TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'lab.report_review', ARRAY[t.lab_code::text || '/' || encode(t.sha256, 'hex') || '/' || t.reviewed_by::text], ARRAY[NULL::bytea], ARRAY[substr(sha256(record_send(ROW(t.lab_code, t.sha256, t.reviewed_by, t.reviewed_at))), 1, 16) || int8send(((coalesce(hashtext(t.lab_code), 0) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.sha256), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.reviewed_by), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.reviewed_at), 0) & 65535)::int8 << 0))] FROM (SELECT NEW.*) t;
      ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'lab.report_review', array_agg(t.lab_code::text || '/' || encode(t.sha256, 'hex') || '/' || t.reviewed_by::text), array_agg(NULL::bytea), array_agg(substr(sha256(record_send(ROW(t.lab_code, t.sha256, t.reviewed_by, t.reviewed_at))), 1, 16) || int8send(((coalesce(hashtext(t.lab_code), 0) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.sha256), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.reviewed_by), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.reviewed_at), 0) & 65535)::int8 << 0))) FROM added t HAVING count(*) > 0;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'lab.report_review', array_agg(t.lab_code::text || '/' || encode(t.sha256, 'hex') || '/' || t.reviewed_by::text), array_agg(substr(sha256(record_send(ROW(t.lab_code, t.sha256, t.reviewed_by, t.reviewed_at))), 1, 16) || int8send(((coalesce(hashtext(t.lab_code), 0) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.sha256), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.reviewed_by), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.reviewed_at), 0) & 65535)::int8 << 0))), array_agg(NULL::bytea) FROM removed t HAVING count(*) > 0;
      ELSIF TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'lab.report_review', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.lab_code::text || '/' || encode(t.sha256, 'hex') || '/' || t.reviewed_by::text AS key, substr(sha256(record_send(ROW(t.lab_code, t.sha256, t.reviewed_by, t.reviewed_at))), 1, 16) || int8send(((coalesce(hashtext(t.lab_code), 0) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.sha256), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.reviewed_by), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.reviewed_at), 0) & 65535)::int8 << 0)) AS print FROM (SELECT OLD.*) t) o
          FULL JOIN (SELECT t.lab_code::text || '/' || encode(t.sha256, 'hex') || '/' || t.reviewed_by::text AS key, substr(sha256(record_send(ROW(t.lab_code, t.sha256, t.reviewed_by, t.reviewed_at))), 1, 16) || int8send(((coalesce(hashtext(t.lab_code), 0) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.sha256), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.reviewed_by), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.reviewed_at), 0) & 65535)::int8 << 0)) AS print FROM (SELECT NEW.*) t) n USING (key);
      ELSE
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'lab.report_review', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.lab_code::text || '/' || encode(t.sha256, 'hex') || '/' || t.reviewed_by::text AS key, substr(sha256(record_send(ROW(t.lab_code, t.sha256, t.reviewed_by, t.reviewed_at))), 1, 16) || int8send(((coalesce(hashtext(t.lab_code), 0) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.sha256), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.reviewed_by), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.reviewed_at), 0) & 65535)::int8 << 0)) AS print FROM removed t) o
          FULL JOIN (SELECT t.lab_code::text || '/' || encode(t.sha256, 'hex') || '/' || t.reviewed_by::text AS key, substr(sha256(record_send(ROW(t.lab_code, t.sha256, t.reviewed_by, t.reviewed_at))), 1, 16) || int8send(((coalesce(hashtext(t.lab_code), 0) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.sha256), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.reviewed_by), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.reviewed_at), 0) & 65535)::int8 << 0)) AS print FROM added t) n USING (key) HAVING count(*) > 0;
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION journal.imprint_lab_report_row()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' AND TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'lab.report_row', ARRAY[t.report_id::text || '/' || t.line::text], ARRAY[NULL::bytea], ARRAY[substr(sha256(record_send(ROW(t.report_id, t.line, t.barcode, t.outcome, t.tested_at, t.ct, t.note, t.verdict))), 1, 16) || int8send(((coalesce(uuid_hash(t.report_id), 0) & 65535)::int8 << 48) | ((coalesce(hashint4(t.line), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.barcode), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.outcome), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.tested_at), 0) & 65535)::int8 << 48) | ((coalesce(jsonb_hash(t.ct), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.note), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.verdict), 0) & 65535)::int8 << 0))] FROM (SELECT NEW.*) t;
      ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'lab.report_row', array_agg(t.report_id::text || '/' || t.line::text), array_agg(NULL::bytea), array_agg(substr(sha256(record_send(ROW(t.report_id, t.line, t.barcode, t.outcome, t.tested_at, t.ct, t.note, t.verdict))), 1, 16) || int8send(((coalesce(uuid_hash(t.report_id), 0) & 65535)::int8 << 48) | ((coalesce(hashint4(t.line), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.barcode), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.outcome), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.tested_at), 0) & 65535)::int8 << 48) | ((coalesce(jsonb_hash(t.ct), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.note), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.verdict), 0) & 65535)::int8 << 0))) FROM added t HAVING count(*) > 0;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'lab.report_row', array_agg(t.report_id::text || '/' || t.line::text), array_agg(substr(sha256(record_send(ROW(t.report_id, t.line, t.barcode, t.outcome, t.tested_at, t.ct, t.note, t.verdict))), 1, 16) || int8send(((coalesce(uuid_hash(t.report_id), 0) & 65535)::int8 << 48) | ((coalesce(hashint4(t.line), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.barcode), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.outcome), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.tested_at), 0) & 65535)::int8 << 48) | ((coalesce(jsonb_hash(t.ct), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.note), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.verdict), 0) & 65535)::int8 << 0))), array_agg(NULL::bytea) FROM removed t HAVING count(*) > 0;
      ELSIF TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'lab.report_row', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.report_id::text || '/' || t.line::text AS key, substr(sha256(record_send(ROW(t.report_id, t.line, t.barcode, t.outcome, t.tested_at, t.ct, t.note, t.verdict))), 1, 16) || int8send(((coalesce(uuid_hash(t.report_id), 0) & 65535)::int8 << 48) | ((coalesce(hashint4(t.line), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.barcode), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.outcome), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.tested_at), 0) & 65535)::int8 << 48) | ((coalesce(jsonb_hash(t.ct), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.note), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.verdict), 0) & 65535)::int8 << 0)) AS print FROM (SELECT OLD.*) t) o
          FULL JOIN (SELECT t.report_id::text || '/' || t.line::text AS key, substr(sha256(record_send(ROW(t.report_id, t.line, t.barcode, t.outcome, t.tested_at, t.ct, t.note, t.verdict))), 1, 16) || int8send(((coalesce(uuid_hash(t.report_id), 0) & 65535)::int8 << 48) | ((coalesce(hashint4(t.line), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.barcode), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.outcome), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.tested_at), 0) & 65535)::int8 << 48) | ((coalesce(jsonb_hash(t.ct), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.note), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.verdict), 0) & 65535)::int8 << 0)) AS print FROM (SELECT NEW.*) t) n USING (key);
      ELSE
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'lab.report_row', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.report_id::text || '/' || t.line::text AS key, substr(sha256(record_send(ROW(t.report_id, t.line, t.barcode, t.outcome, t.tested_at, t.ct, t.note, t.verdict))), 1, 16) || int8send(((coalesce(uuid_hash(t.report_id), 0) & 65535)::int8 << 48) | ((coalesce(hashint4(t.line), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.barcode), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.outcome), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.tested_at), 0) & 65535)::int8 << 48) | ((coalesce(jsonb_hash(t.ct), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.note), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.verdict), 0) & 65535)::int8 << 0)) AS print FROM removed t) o
          FULL JOIN (SELECT t.report_id::text || '/' || t.line::text AS key, substr(sha256(record_send(ROW(t.report_id, t.line, t.barcode, t.outcome, t.tested_at, t.ct, t.note, t.verdict))), 1, 16) || int8send(((coalesce(uuid_hash(t.report_id), 0) & 65535)::int8 << 48) | ((coalesce(hashint4(t.line), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.barcode), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.outcome), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.tested_at), 0) & 65535)::int8 << 48) | ((coalesce(jsonb_hash(t.ct), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.note), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.verdict), 0) & 65535)::int8 << 0)) AS print FROM added t) n USING (key) HAVING count(*) > 0;
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION journal.imprint_lab_staff()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' AND TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'lab.staff', ARRAY[t.account_id::text], ARRAY[NULL::bytea], ARRAY[substr(sha256(record_send(ROW(t.account_id, t.lab_code))), 1, 16) || int8send(((coalesce(uuid_hash(t.account_id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.lab_code), 0) & 65535)::int8 << 32))] FROM (SELECT NEW.*) t;
      ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'lab.staff', array_agg(t.account_id::text), array_agg(NULL::bytea), array_agg(substr(sha256(record_send(ROW(t.account_id, t.lab_code))), 1, 16) || int8send(((coalesce(uuid_hash(t.account_id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.lab_code), 0) & 65535)::int8 << 32))) FROM added t HAVING count(*) > 0;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'lab.staff', array_agg(t.account_id::text), array_agg(substr(sha256(record_send(ROW(t.account_id, t.lab_code))), 1, 16) || int8send(((coalesce(uuid_hash(t.account_id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.lab_code), 0) & 65535)::int8 << 32))), array_agg(NULL::bytea) FROM removed t HAVING count(*) > 0;
      ELSIF TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'lab.staff', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.account_id::text AS key, substr(sha256(record_send(ROW(t.account_id, t.lab_code))), 1, 16) || int8send(((coalesce(uuid_hash(t.account_id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.lab_code), 0) & 65535)::int8 << 32)) AS print FROM (SELECT OLD.*) t) o
          FULL JOIN (SELECT t.account_id::text AS key, substr(sha256(record_send(ROW(t.account_id, t.lab_code))), 1, 16) || int8send(((coalesce(uuid_hash(t.account_id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.lab_code), 0) & 65535)::int8 << 32)) AS print FROM (SELECT NEW.*) t) n USING (key);
      ELSE
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'lab.staff', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.account_id::text AS key, substr(sha256(record_send(ROW(t.account_id, t.lab_code))), 1, 16) || int8send(((coalesce(uuid_hash(t.account_id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.lab_code), 0) & 65535)::int8 << 32)) AS print FROM removed t) o
          FULL JOIN (SELECT t.account_id::text AS key, substr(sha256(record_send(ROW(t.account_id, t.lab_code))), 1, 16) || int8send(((coalesce(uuid_hash(t.account_id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.lab_code), 0) & 65535)::int8 << 32)) AS print FROM added t) n USING (key) HAVING count(*) > 0;
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION journal.imprint_lab_tube()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' AND TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'lab.tube', ARRAY[t.barcode::text], ARRAY[NULL::bytea], ARRAY[substr(sha256(record_send(ROW(t.barcode, t.lab_code, t.receipt_id, t.box_code, t.accepted, t.reject_reason, t.received_at))), 1, 16) || int8send(((coalesce(hashtext(t.barcode), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.lab_code), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.receipt_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.box_code), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbool(t.accepted), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.reject_reason), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.received_at), 0) & 65535)::int8 << 16))] FROM (SELECT NEW.*) t;
      ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'lab.tube', array_agg(t.barcode::text), array_agg(NULL::bytea), array_agg(substr(sha256(record_send(ROW(t.barcode, t.lab_code, t.receipt_id, t.box_code, t.accepted, t.reject_reason, t.received_at))), 1, 16) || int8send(((coalesce(hashtext(t.barcode), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.lab_code), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.receipt_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.box_code), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbool(t.accepted), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.reject_reason), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.received_at), 0) & 65535)::int8 << 16))) FROM added t HAVING count(*) > 0;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'lab.tube', array_agg(t.barcode::text), array_agg(substr(sha256(record_send(ROW(t.barcode, t.lab_code, t.receipt_id, t.box_code, t.accepted, t.reject_reason, t.received_at))), 1, 16) || int8send(((coalesce(hashtext(t.barcode), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.lab_code), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.receipt_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.box_code), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbool(t.accepted), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.reject_reason), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.received_at), 0) & 65535)::int8 << 16))), array_agg(NULL::bytea) FROM removed t HAVING count(*) > 0;
      ELSIF TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'lab.tube', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.barcode::text AS key, substr(sha256(record_send(ROW(t.barcode, t.lab_code, t.receipt_id, t.box_code, t.accepted, t.reject_reason, t.received_at))), 1, 16) || int8send(((coalesce(hashtext(t.barcode), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.lab_code), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.receipt_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.box_code), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbool(t.accepted), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.reject_reason), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.received_at), 0) & 65535)::int8 << 16)) AS print FROM (SELECT OLD.*) t) o
          FULL JOIN (SELECT t.barcode::text AS key, substr(sha256(record_send(ROW(t.barcode, t.lab_code, t.receipt_id, t.box_code, t.accepted, t.reject_reason, t.received_at))), 1, 16) || int8send(((coalesce(hashtext(t.barcode), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.lab_code), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.receipt_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.box_code), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbool(t.accepted), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.reject_reason), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.received_at), 0) & 65535)::int8 << 16)) AS print FROM (SELECT NEW.*) t) n USING (key);
      ELSE
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'lab.tube', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.barcode::text AS key, substr(sha256(record_send(ROW(t.barcode, t.lab_code, t.receipt_id, t.box_code, t.accepted, t.reject_reason, t.received_at))), 1, 16) || int8send(((coalesce(hashtext(t.barcode), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.lab_code), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.receipt_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.box_code), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbool(t.accepted), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.reject_reason), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.received_at), 0) & 65535)::int8 << 16)) AS print FROM removed t) o
          FULL JOIN (SELECT t.barcode::text AS key, substr(sha256(record_send(ROW(t.barcode, t.lab_code, t.receipt_id, t.box_code, t.accepted, t.reject_reason, t.received_at))), 1, 16) || int8send(((coalesce(hashtext(t.barcode), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.lab_code), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.receipt_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.box_code), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbool(t.accepted), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.reject_reason), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.received_at), 0) & 65535)::int8 << 16)) AS print FROM added t) n USING (key) HAVING count(*) > 0;
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION journal.imprint_lab_tube_outcome()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' AND TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'lab.tube_outcome', ARRAY[t.barcode::text || '/' || t.version::text], ARRAY[NULL::bytea], ARRAY[substr(sha256(record_send(ROW(t.barcode, t.version, t.lab_code, t.accepted, t.outcome, t.tested_at, t.report_id, t.state, t.recorded_at, t.decided_by, t.decided_at, t.decision_reason))), 1, 16) || int8send(((coalesce(hashtext(t.barcode), 0) & 65535)::int8 << 48) | ((coalesce(hashint2(t.version), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.lab_code), 0) & 65535)::int8 << 16) | ((coalesce(hashbool(t.accepted), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.outcome), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.tested_at), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.report_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.recorded_at), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.decided_by), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.decided_at), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.decision_reason), 0) & 65535)::int8 << 0))] FROM (SELECT NEW.*) t;
      ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'lab.tube_outcome', array_agg(t.barcode::text || '/' || t.version::text), array_agg(NULL::bytea), array_agg(substr(sha256(record_send(ROW(t.barcode, t.version, t.lab_code, t.accepted, t.outcome, t.tested_at, t.report_id, t.state, t.recorded_at, t.decided_by, t.decided_at, t.decision_reason))), 1, 16) || int8send(((coalesce(hashtext(t.barcode), 0) & 65535)::int8 << 48) | ((coalesce(hashint2(t.version), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.lab_code), 0) & 65535)::int8 << 16) | ((coalesce(hashbool(t.accepted), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.outcome), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.tested_at), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.report_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.recorded_at), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.decided_by), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.decided_at), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.decision_reason), 0) & 65535)::int8 << 0))) FROM added t HAVING count(*) > 0;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'lab.tube_outcome', array_agg(t.barcode::text || '/' || t.version::text), array_agg(substr(sha256(record_send(ROW(t.barcode, t.version, t.lab_code, t.accepted, t.outcome, t.tested_at, t.report_id, t.state, t.recorded_at, t.decided_by, t.decided_at, t.decision_reason))), 1, 16) || int8send(((coalesce(hashtext(t.barcode), 0) & 65535)::int8 << 48) | ((coalesce(hashint2(t.version), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.lab_code), 0) & 65535)::int8 << 16) | ((coalesce(hashbool(t.accepted), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.outcome), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.tested_at), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.report_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.recorded_at), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.decided_by), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.decided_at), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.decision_reason), 0) & 65535)::int8 << 0))), array_agg(NULL::bytea) FROM removed t HAVING count(*) > 0;
      ELSIF TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'lab.tube_outcome', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.barcode::text || '/' || t.version::text AS key, substr(sha256(record_send(ROW(t.barcode, t.version, t.lab_code, t.accepted, t.outcome, t.tested_at, t.report_id, t.state, t.recorded_at, t.decided_by, t.decided_at, t.decision_reason))), 1, 16) || int8send(((coalesce(hashtext(t.barcode), 0) & 65535)::int8 << 48) | ((coalesce(hashint2(t.version), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.lab_code), 0) & 65535)::int8 << 16) | ((coalesce(hashbool(t.accepted), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.outcome), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.tested_at), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.report_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.recorded_at), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.decided_by), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.decided_at), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.decision_reason), 0) & 65535)::int8 << 0)) AS print FROM (SELECT OLD.*) t) o
          FULL JOIN (SELECT t.barcode::text || '/' || t.version::text AS key, substr(sha256(record_send(ROW(t.barcode, t.version, t.lab_code, t.accepted, t.outcome, t.tested_at, t.report_id, t.state, t.recorded_at, t.decided_by, t.decided_at, t.decision_reason))), 1, 16) || int8send(((coalesce(hashtext(t.barcode), 0) & 65535)::int8 << 48) | ((coalesce(hashint2(t.version), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.lab_code), 0) & 65535)::int8 << 16) | ((coalesce(hashbool(t.accepted), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.outcome), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.tested_at), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.report_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.recorded_at), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.decided_by), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.decided_at), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.decision_reason), 0) & 65535)::int8 << 0)) AS print FROM (SELECT NEW.*) t) n USING (key);
      ELSE
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'lab.tube_outcome', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.barcode::text || '/' || t.version::text AS key, substr(sha256(record_send(ROW(t.barcode, t.version, t.lab_code, t.accepted, t.outcome, t.tested_at, t.report_id, t.state, t.recorded_at, t.decided_by, t.decided_at, t.decision_reason))), 1, 16) || int8send(((coalesce(hashtext(t.barcode), 0) & 65535)::int8 << 48) | ((coalesce(hashint2(t.version), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.lab_code), 0) & 65535)::int8 << 16) | ((coalesce(hashbool(t.accepted), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.outcome), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.tested_at), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.report_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.recorded_at), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.decided_by), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.decided_at), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.decision_reason), 0) & 65535)::int8 << 0)) AS print FROM removed t) o
          FULL JOIN (SELECT t.barcode::text || '/' || t.version::text AS key, substr(sha256(record_send(ROW(t.barcode, t.version, t.lab_code, t.accepted, t.outcome, t.tested_at, t.report_id, t.state, t.recorded_at, t.decided_by, t.decided_at, t.decision_reason))), 1, 16) || int8send(((coalesce(hashtext(t.barcode), 0) & 65535)::int8 << 48) | ((coalesce(hashint2(t.version), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.lab_code), 0) & 65535)::int8 << 16) | ((coalesce(hashbool(t.accepted), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.outcome), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.tested_at), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.report_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.recorded_at), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.decided_by), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.decided_at), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.decision_reason), 0) & 65535)::int8 << 0)) AS print FROM added t) n USING (key) HAVING count(*) > 0;
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION journal.imprint_no(id uuid)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ SELECT ('x' || right(id::text, 12))::bit(48)::bigint $function$;

CREATE OR REPLACE FUNCTION journal.imprint_results_amendment()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' AND TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'results.amendment', ARRAY[t.id::text], ARRAY[NULL::bytea], ARRAY[substr(sha256(record_send(ROW(t.id, t.round_id, t.resident_id, t.status, t.reason, t.version, t.author_id, t.proposed_at, t.state, t.approver_id, t.refused_by, t.refusal, t.ended_at, t.made_version, t.body_hash))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.status), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 48) | ((coalesce(hashint4(t.version), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.author_id), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.proposed_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.state), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.approver_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.refused_by), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.refusal), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.ended_at), 0) & 65535)::int8 << 48) | ((coalesce(hashint4(t.made_version), 0) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 16))] FROM (SELECT NEW.*) t;
      ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'results.amendment', array_agg(t.id::text), array_agg(NULL::bytea), array_agg(substr(sha256(record_send(ROW(t.id, t.round_id, t.resident_id, t.status, t.reason, t.version, t.author_id, t.proposed_at, t.state, t.approver_id, t.refused_by, t.refusal, t.ended_at, t.made_version, t.body_hash))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.status), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 48) | ((coalesce(hashint4(t.version), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.author_id), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.proposed_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.state), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.approver_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.refused_by), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.refusal), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.ended_at), 0) & 65535)::int8 << 48) | ((coalesce(hashint4(t.made_version), 0) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 16))) FROM added t HAVING count(*) > 0;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'results.amendment', array_agg(t.id::text), array_agg(substr(sha256(record_send(ROW(t.id, t.round_id, t.resident_id, t.status, t.reason, t.version, t.author_id, t.proposed_at, t.state, t.approver_id, t.refused_by, t.refusal, t.ended_at, t.made_version, t.body_hash))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.status), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 48) | ((coalesce(hashint4(t.version), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.author_id), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.proposed_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.state), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.approver_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.refused_by), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.refusal), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.ended_at), 0) & 65535)::int8 << 48) | ((coalesce(hashint4(t.made_version), 0) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 16))), array_agg(NULL::bytea) FROM removed t HAVING count(*) > 0;
      ELSIF TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'results.amendment', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.round_id, t.resident_id, t.status, t.reason, t.version, t.author_id, t.proposed_at, t.state, t.approver_id, t.refused_by, t.refusal, t.ended_at, t.made_version, t.body_hash))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.status), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 48) | ((coalesce(hashint4(t.version), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.author_id), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.proposed_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.state), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.approver_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.refused_by), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.refusal), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.ended_at), 0) & 65535)::int8 << 48) | ((coalesce(hashint4(t.made_version), 0) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 16)) AS print FROM (SELECT OLD.*) t) o
          FULL JOIN (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.round_id, t.resident_id, t.status, t.reason, t.version, t.author_id, t.proposed_at, t.state, t.approver_id, t.refused_by, t.refusal, t.ended_at, t.made_version, t.body_hash))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.status), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 48) | ((coalesce(hashint4(t.version), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.author_id), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.proposed_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.state), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.approver_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.refused_by), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.refusal), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.ended_at), 0) & 65535)::int8 << 48) | ((coalesce(hashint4(t.made_version), 0) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 16)) AS print FROM (SELECT NEW.*) t) n USING (key);
      ELSE
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'results.amendment', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.round_id, t.resident_id, t.status, t.reason, t.version, t.author_id, t.proposed_at, t.state, t.approver_id, t.refused_by, t.refusal, t.ended_at, t.made_version, t.body_hash))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.status), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 48) | ((coalesce(hashint4(t.version), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.author_id), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.proposed_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.state), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.approver_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.refused_by), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.refusal), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.ended_at), 0) & 65535)::int8 << 48) | ((coalesce(hashint4(t.made_version), 0) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 16)) AS print FROM removed t) o
          FULL JOIN (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.round_id, t.resident_id, t.status, t.reason, t.version, t.author_id, t.proposed_at, t.state, t.approver_id, t.refused_by, t.refusal, t.ended_at, t.made_version, t.body_hash))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.status), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 48) | ((coalesce(hashint4(t.version), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.author_id), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.proposed_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.state), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.approver_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.refused_by), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.refusal), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.ended_at), 0) & 65535)::int8 << 48) | ((coalesce(hashint4(t.made_version), 0) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 16)) AS print FROM added t) n USING (key) HAVING count(*) > 0;
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION journal.imprint_results_answer()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' AND TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'results.answer', ARRAY[t.round_id::text || '/' || t.resident_id::text || '/' || t.version::text], ARRAY[NULL::bytea], ARRAY[substr(sha256(record_send(ROW(t.round_id, t.resident_id, t.version, t.status, t.cause, t.basis, t.tube_barcode, t.swab_id, t.occasion, t.sampled_at, t.tested_at, t.published_at, t.current, t.reason, t.author_id, t.approved_by, t.body_hash, t.correction_id))), 1, 16) || int8send(((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 32) | ((coalesce(hashint4(t.version), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.status), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.cause), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.basis), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.tube_barcode), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.swab_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint2(t.occasion), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.sampled_at), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.tested_at), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.published_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbool(t.current), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.author_id), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.approved_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.correction_id), 0) & 65535)::int8 << 32))] FROM (SELECT NEW.*) t;
      ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'results.answer', array_agg(t.round_id::text || '/' || t.resident_id::text || '/' || t.version::text), array_agg(NULL::bytea), array_agg(substr(sha256(record_send(ROW(t.round_id, t.resident_id, t.version, t.status, t.cause, t.basis, t.tube_barcode, t.swab_id, t.occasion, t.sampled_at, t.tested_at, t.published_at, t.current, t.reason, t.author_id, t.approved_by, t.body_hash, t.correction_id))), 1, 16) || int8send(((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 32) | ((coalesce(hashint4(t.version), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.status), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.cause), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.basis), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.tube_barcode), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.swab_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint2(t.occasion), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.sampled_at), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.tested_at), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.published_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbool(t.current), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.author_id), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.approved_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.correction_id), 0) & 65535)::int8 << 32))) FROM added t HAVING count(*) > 0;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'results.answer', array_agg(t.round_id::text || '/' || t.resident_id::text || '/' || t.version::text), array_agg(substr(sha256(record_send(ROW(t.round_id, t.resident_id, t.version, t.status, t.cause, t.basis, t.tube_barcode, t.swab_id, t.occasion, t.sampled_at, t.tested_at, t.published_at, t.current, t.reason, t.author_id, t.approved_by, t.body_hash, t.correction_id))), 1, 16) || int8send(((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 32) | ((coalesce(hashint4(t.version), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.status), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.cause), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.basis), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.tube_barcode), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.swab_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint2(t.occasion), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.sampled_at), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.tested_at), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.published_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbool(t.current), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.author_id), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.approved_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.correction_id), 0) & 65535)::int8 << 32))), array_agg(NULL::bytea) FROM removed t HAVING count(*) > 0;
      ELSIF TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'results.answer', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.round_id::text || '/' || t.resident_id::text || '/' || t.version::text AS key, substr(sha256(record_send(ROW(t.round_id, t.resident_id, t.version, t.status, t.cause, t.basis, t.tube_barcode, t.swab_id, t.occasion, t.sampled_at, t.tested_at, t.published_at, t.current, t.reason, t.author_id, t.approved_by, t.body_hash, t.correction_id))), 1, 16) || int8send(((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 32) | ((coalesce(hashint4(t.version), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.status), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.cause), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.basis), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.tube_barcode), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.swab_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint2(t.occasion), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.sampled_at), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.tested_at), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.published_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbool(t.current), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.author_id), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.approved_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.correction_id), 0) & 65535)::int8 << 32)) AS print FROM (SELECT OLD.*) t) o
          FULL JOIN (SELECT t.round_id::text || '/' || t.resident_id::text || '/' || t.version::text AS key, substr(sha256(record_send(ROW(t.round_id, t.resident_id, t.version, t.status, t.cause, t.basis, t.tube_barcode, t.swab_id, t.occasion, t.sampled_at, t.tested_at, t.published_at, t.current, t.reason, t.author_id, t.approved_by, t.body_hash, t.correction_id))), 1, 16) || int8send(((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 32) | ((coalesce(hashint4(t.version), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.status), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.cause), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.basis), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.tube_barcode), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.swab_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint2(t.occasion), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.sampled_at), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.tested_at), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.published_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbool(t.current), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.author_id), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.approved_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.correction_id), 0) & 65535)::int8 << 32)) AS print FROM (SELECT NEW.*) t) n USING (key);
      ELSE
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'results.answer', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.round_id::text || '/' || t.resident_id::text || '/' || t.version::text AS key, substr(sha256(record_send(ROW(t.round_id, t.resident_id, t.version, t.status, t.cause, t.basis, t.tube_barcode, t.swab_id, t.occasion, t.sampled_at, t.tested_at, t.published_at, t.current, t.reason, t.author_id, t.approved_by, t.body_hash, t.correction_id))), 1, 16) || int8send(((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 32) | ((coalesce(hashint4(t.version), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.status), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.cause), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.basis), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.tube_barcode), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.swab_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint2(t.occasion), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.sampled_at), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.tested_at), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.published_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbool(t.current), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.author_id), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.approved_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.correction_id), 0) & 65535)::int8 << 32)) AS print FROM removed t) o
          FULL JOIN (SELECT t.round_id::text || '/' || t.resident_id::text || '/' || t.version::text AS key, substr(sha256(record_send(ROW(t.round_id, t.resident_id, t.version, t.status, t.cause, t.basis, t.tube_barcode, t.swab_id, t.occasion, t.sampled_at, t.tested_at, t.published_at, t.current, t.reason, t.author_id, t.approved_by, t.body_hash, t.correction_id))), 1, 16) || int8send(((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 32) | ((coalesce(hashint4(t.version), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.status), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.cause), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.basis), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.tube_barcode), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.swab_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint2(t.occasion), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.sampled_at), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.tested_at), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.published_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbool(t.current), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.author_id), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.approved_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.correction_id), 0) & 65535)::int8 << 32)) AS print FROM added t) n USING (key) HAVING count(*) > 0;
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION journal.imprint_results_recall_order()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' AND TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'results.recall_order', ARRAY[t.id::text], ARRAY[NULL::bytea], ARRAY[substr(sha256(record_send(ROW(t.id, t.round_id, t.resident_id, t.kind, t.cause, t.cause_barcode, t.cause_version, t.cause_occasion, t.occasion, t.state, t.deadline, t.assignee_id, t.assigned_by, t.assigned_at, t.created_at, t.closed_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.cause), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.cause_barcode), 0) & 65535)::int8 << 32) | ((coalesce(hashint4(t.cause_version), 0) & 65535)::int8 << 16) | ((coalesce(hashint2(t.cause_occasion), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint2(t.occasion), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.deadline), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.assignee_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.assigned_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.assigned_at), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.created_at), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.closed_at), 0) & 65535)::int8 << 0))] FROM (SELECT NEW.*) t;
      ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'results.recall_order', array_agg(t.id::text), array_agg(NULL::bytea), array_agg(substr(sha256(record_send(ROW(t.id, t.round_id, t.resident_id, t.kind, t.cause, t.cause_barcode, t.cause_version, t.cause_occasion, t.occasion, t.state, t.deadline, t.assignee_id, t.assigned_by, t.assigned_at, t.created_at, t.closed_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.cause), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.cause_barcode), 0) & 65535)::int8 << 32) | ((coalesce(hashint4(t.cause_version), 0) & 65535)::int8 << 16) | ((coalesce(hashint2(t.cause_occasion), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint2(t.occasion), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.deadline), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.assignee_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.assigned_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.assigned_at), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.created_at), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.closed_at), 0) & 65535)::int8 << 0))) FROM added t HAVING count(*) > 0;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'results.recall_order', array_agg(t.id::text), array_agg(substr(sha256(record_send(ROW(t.id, t.round_id, t.resident_id, t.kind, t.cause, t.cause_barcode, t.cause_version, t.cause_occasion, t.occasion, t.state, t.deadline, t.assignee_id, t.assigned_by, t.assigned_at, t.created_at, t.closed_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.cause), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.cause_barcode), 0) & 65535)::int8 << 32) | ((coalesce(hashint4(t.cause_version), 0) & 65535)::int8 << 16) | ((coalesce(hashint2(t.cause_occasion), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint2(t.occasion), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.deadline), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.assignee_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.assigned_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.assigned_at), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.created_at), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.closed_at), 0) & 65535)::int8 << 0))), array_agg(NULL::bytea) FROM removed t HAVING count(*) > 0;
      ELSIF TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'results.recall_order', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.round_id, t.resident_id, t.kind, t.cause, t.cause_barcode, t.cause_version, t.cause_occasion, t.occasion, t.state, t.deadline, t.assignee_id, t.assigned_by, t.assigned_at, t.created_at, t.closed_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.cause), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.cause_barcode), 0) & 65535)::int8 << 32) | ((coalesce(hashint4(t.cause_version), 0) & 65535)::int8 << 16) | ((coalesce(hashint2(t.cause_occasion), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint2(t.occasion), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.deadline), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.assignee_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.assigned_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.assigned_at), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.created_at), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.closed_at), 0) & 65535)::int8 << 0)) AS print FROM (SELECT OLD.*) t) o
          FULL JOIN (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.round_id, t.resident_id, t.kind, t.cause, t.cause_barcode, t.cause_version, t.cause_occasion, t.occasion, t.state, t.deadline, t.assignee_id, t.assigned_by, t.assigned_at, t.created_at, t.closed_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.cause), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.cause_barcode), 0) & 65535)::int8 << 32) | ((coalesce(hashint4(t.cause_version), 0) & 65535)::int8 << 16) | ((coalesce(hashint2(t.cause_occasion), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint2(t.occasion), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.deadline), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.assignee_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.assigned_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.assigned_at), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.created_at), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.closed_at), 0) & 65535)::int8 << 0)) AS print FROM (SELECT NEW.*) t) n USING (key);
      ELSE
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'results.recall_order', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.round_id, t.resident_id, t.kind, t.cause, t.cause_barcode, t.cause_version, t.cause_occasion, t.occasion, t.state, t.deadline, t.assignee_id, t.assigned_by, t.assigned_at, t.created_at, t.closed_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.cause), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.cause_barcode), 0) & 65535)::int8 << 32) | ((coalesce(hashint4(t.cause_version), 0) & 65535)::int8 << 16) | ((coalesce(hashint2(t.cause_occasion), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint2(t.occasion), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.deadline), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.assignee_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.assigned_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.assigned_at), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.created_at), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.closed_at), 0) & 65535)::int8 << 0)) AS print FROM removed t) o
          FULL JOIN (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.round_id, t.resident_id, t.kind, t.cause, t.cause_barcode, t.cause_version, t.cause_occasion, t.occasion, t.state, t.deadline, t.assignee_id, t.assigned_by, t.assigned_at, t.created_at, t.closed_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.cause), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.cause_barcode), 0) & 65535)::int8 << 32) | ((coalesce(hashint4(t.cause_version), 0) & 65535)::int8 << 16) | ((coalesce(hashint2(t.cause_occasion), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint2(t.occasion), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.deadline), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.assignee_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.assigned_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.assigned_at), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.created_at), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.closed_at), 0) & 65535)::int8 << 0)) AS print FROM added t) n USING (key) HAVING count(*) > 0;
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION journal.imprint_sampling_admission()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' AND TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'sampling.admission', ARRAY[t.round_id::text || '/' || t.resident_id::text], ARRAY[NULL::bytea], ARRAY[substr(sha256(record_send(ROW(t.round_id, t.resident_id, t.occasion, t.purpose, t.admitted_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 32) | ((coalesce(hashint2(t.occasion), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.purpose), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.admitted_at), 0) & 65535)::int8 << 48))] FROM (SELECT NEW.*) t;
      ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'sampling.admission', array_agg(t.round_id::text || '/' || t.resident_id::text), array_agg(NULL::bytea), array_agg(substr(sha256(record_send(ROW(t.round_id, t.resident_id, t.occasion, t.purpose, t.admitted_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 32) | ((coalesce(hashint2(t.occasion), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.purpose), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.admitted_at), 0) & 65535)::int8 << 48))) FROM added t HAVING count(*) > 0;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'sampling.admission', array_agg(t.round_id::text || '/' || t.resident_id::text), array_agg(substr(sha256(record_send(ROW(t.round_id, t.resident_id, t.occasion, t.purpose, t.admitted_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 32) | ((coalesce(hashint2(t.occasion), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.purpose), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.admitted_at), 0) & 65535)::int8 << 48))), array_agg(NULL::bytea) FROM removed t HAVING count(*) > 0;
      ELSIF TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'sampling.admission', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.round_id::text || '/' || t.resident_id::text AS key, substr(sha256(record_send(ROW(t.round_id, t.resident_id, t.occasion, t.purpose, t.admitted_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 32) | ((coalesce(hashint2(t.occasion), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.purpose), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.admitted_at), 0) & 65535)::int8 << 48)) AS print FROM (SELECT OLD.*) t) o
          FULL JOIN (SELECT t.round_id::text || '/' || t.resident_id::text AS key, substr(sha256(record_send(ROW(t.round_id, t.resident_id, t.occasion, t.purpose, t.admitted_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 32) | ((coalesce(hashint2(t.occasion), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.purpose), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.admitted_at), 0) & 65535)::int8 << 48)) AS print FROM (SELECT NEW.*) t) n USING (key);
      ELSE
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'sampling.admission', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.round_id::text || '/' || t.resident_id::text AS key, substr(sha256(record_send(ROW(t.round_id, t.resident_id, t.occasion, t.purpose, t.admitted_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 32) | ((coalesce(hashint2(t.occasion), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.purpose), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.admitted_at), 0) & 65535)::int8 << 48)) AS print FROM removed t) o
          FULL JOIN (SELECT t.round_id::text || '/' || t.resident_id::text AS key, substr(sha256(record_send(ROW(t.round_id, t.resident_id, t.occasion, t.purpose, t.admitted_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 32) | ((coalesce(hashint2(t.occasion), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.purpose), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.admitted_at), 0) & 65535)::int8 << 48)) AS print FROM added t) n USING (key) HAVING count(*) > 0;
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION journal.imprint_sampling_attendance()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' AND TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'sampling.attendance', ARRAY[t.resident_id::text || '/' || t.round_id::text || '/' || t.occasion::text], ARRAY[NULL::bytea], ARRAY[substr(sha256(record_send(ROW(t.round_id, t.resident_id, t.occasion, t.purpose, t.swab_id, t.tube_barcode, t.sampled_at, t.voided_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 32) | ((coalesce(hashint2(t.occasion), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.purpose), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.swab_id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.tube_barcode), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.sampled_at), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.voided_at), 0) & 65535)::int8 << 0))] FROM (SELECT NEW.*) t;
      ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'sampling.attendance', array_agg(t.resident_id::text || '/' || t.round_id::text || '/' || t.occasion::text), array_agg(NULL::bytea), array_agg(substr(sha256(record_send(ROW(t.round_id, t.resident_id, t.occasion, t.purpose, t.swab_id, t.tube_barcode, t.sampled_at, t.voided_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 32) | ((coalesce(hashint2(t.occasion), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.purpose), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.swab_id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.tube_barcode), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.sampled_at), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.voided_at), 0) & 65535)::int8 << 0))) FROM added t HAVING count(*) > 0;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'sampling.attendance', array_agg(t.resident_id::text || '/' || t.round_id::text || '/' || t.occasion::text), array_agg(substr(sha256(record_send(ROW(t.round_id, t.resident_id, t.occasion, t.purpose, t.swab_id, t.tube_barcode, t.sampled_at, t.voided_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 32) | ((coalesce(hashint2(t.occasion), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.purpose), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.swab_id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.tube_barcode), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.sampled_at), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.voided_at), 0) & 65535)::int8 << 0))), array_agg(NULL::bytea) FROM removed t HAVING count(*) > 0;
      ELSIF TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'sampling.attendance', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.resident_id::text || '/' || t.round_id::text || '/' || t.occasion::text AS key, substr(sha256(record_send(ROW(t.round_id, t.resident_id, t.occasion, t.purpose, t.swab_id, t.tube_barcode, t.sampled_at, t.voided_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 32) | ((coalesce(hashint2(t.occasion), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.purpose), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.swab_id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.tube_barcode), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.sampled_at), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.voided_at), 0) & 65535)::int8 << 0)) AS print FROM (SELECT OLD.*) t) o
          FULL JOIN (SELECT t.resident_id::text || '/' || t.round_id::text || '/' || t.occasion::text AS key, substr(sha256(record_send(ROW(t.round_id, t.resident_id, t.occasion, t.purpose, t.swab_id, t.tube_barcode, t.sampled_at, t.voided_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 32) | ((coalesce(hashint2(t.occasion), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.purpose), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.swab_id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.tube_barcode), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.sampled_at), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.voided_at), 0) & 65535)::int8 << 0)) AS print FROM (SELECT NEW.*) t) n USING (key);
      ELSE
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'sampling.attendance', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.resident_id::text || '/' || t.round_id::text || '/' || t.occasion::text AS key, substr(sha256(record_send(ROW(t.round_id, t.resident_id, t.occasion, t.purpose, t.swab_id, t.tube_barcode, t.sampled_at, t.voided_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 32) | ((coalesce(hashint2(t.occasion), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.purpose), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.swab_id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.tube_barcode), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.sampled_at), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.voided_at), 0) & 65535)::int8 << 0)) AS print FROM removed t) o
          FULL JOIN (SELECT t.resident_id::text || '/' || t.round_id::text || '/' || t.occasion::text AS key, substr(sha256(record_send(ROW(t.round_id, t.resident_id, t.occasion, t.purpose, t.swab_id, t.tube_barcode, t.sampled_at, t.voided_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 32) | ((coalesce(hashint2(t.occasion), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.purpose), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.swab_id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.tube_barcode), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.sampled_at), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.voided_at), 0) & 65535)::int8 << 0)) AS print FROM added t) n USING (key) HAVING count(*) > 0;
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION journal.imprint_sampling_correction()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' AND TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'sampling.correction', ARRAY[t.id::text], ARRAY[NULL::bytea], ARRAY[substr(sha256(record_send(ROW(t.id, t.kind, t.state, t.round_id, t.site_id, t.tubes, t.residents, t.act, t.reason, t.note, t.second_person, t.before, t.after, t.author_id, t.proposed_at, t.approver_id, t.approved_at, t.refused_by, t.refusal, t.ended_at, t.body_hash, t.case_id))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 48) | ((hash_record(ROW(t.tubes)) & 65535)::int8 << 32) | ((hash_record(ROW(t.residents)) & 65535)::int8 << 16) | ((coalesce(jsonb_hash(t.act), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.note), 0) & 65535)::int8 << 32) | ((coalesce(hashbool(t.second_person), 0) & 65535)::int8 << 16) | ((coalesce(jsonb_hash(t.before), 0) & 65535)::int8 << 0)) || int8send(((coalesce(jsonb_hash(t.after), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.author_id), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.proposed_at), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.approver_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.approved_at), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.refused_by), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.refusal), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.ended_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.case_id), 0) & 65535)::int8 << 32))] FROM (SELECT NEW.*) t;
      ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'sampling.correction', array_agg(t.id::text), array_agg(NULL::bytea), array_agg(substr(sha256(record_send(ROW(t.id, t.kind, t.state, t.round_id, t.site_id, t.tubes, t.residents, t.act, t.reason, t.note, t.second_person, t.before, t.after, t.author_id, t.proposed_at, t.approver_id, t.approved_at, t.refused_by, t.refusal, t.ended_at, t.body_hash, t.case_id))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 48) | ((hash_record(ROW(t.tubes)) & 65535)::int8 << 32) | ((hash_record(ROW(t.residents)) & 65535)::int8 << 16) | ((coalesce(jsonb_hash(t.act), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.note), 0) & 65535)::int8 << 32) | ((coalesce(hashbool(t.second_person), 0) & 65535)::int8 << 16) | ((coalesce(jsonb_hash(t.before), 0) & 65535)::int8 << 0)) || int8send(((coalesce(jsonb_hash(t.after), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.author_id), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.proposed_at), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.approver_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.approved_at), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.refused_by), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.refusal), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.ended_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.case_id), 0) & 65535)::int8 << 32))) FROM added t HAVING count(*) > 0;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'sampling.correction', array_agg(t.id::text), array_agg(substr(sha256(record_send(ROW(t.id, t.kind, t.state, t.round_id, t.site_id, t.tubes, t.residents, t.act, t.reason, t.note, t.second_person, t.before, t.after, t.author_id, t.proposed_at, t.approver_id, t.approved_at, t.refused_by, t.refusal, t.ended_at, t.body_hash, t.case_id))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 48) | ((hash_record(ROW(t.tubes)) & 65535)::int8 << 32) | ((hash_record(ROW(t.residents)) & 65535)::int8 << 16) | ((coalesce(jsonb_hash(t.act), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.note), 0) & 65535)::int8 << 32) | ((coalesce(hashbool(t.second_person), 0) & 65535)::int8 << 16) | ((coalesce(jsonb_hash(t.before), 0) & 65535)::int8 << 0)) || int8send(((coalesce(jsonb_hash(t.after), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.author_id), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.proposed_at), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.approver_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.approved_at), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.refused_by), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.refusal), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.ended_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.case_id), 0) & 65535)::int8 << 32))), array_agg(NULL::bytea) FROM removed t HAVING count(*) > 0;
      ELSIF TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'sampling.correction', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.kind, t.state, t.round_id, t.site_id, t.tubes, t.residents, t.act, t.reason, t.note, t.second_person, t.before, t.after, t.author_id, t.proposed_at, t.approver_id, t.approved_at, t.refused_by, t.refusal, t.ended_at, t.body_hash, t.case_id))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 48) | ((hash_record(ROW(t.tubes)) & 65535)::int8 << 32) | ((hash_record(ROW(t.residents)) & 65535)::int8 << 16) | ((coalesce(jsonb_hash(t.act), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.note), 0) & 65535)::int8 << 32) | ((coalesce(hashbool(t.second_person), 0) & 65535)::int8 << 16) | ((coalesce(jsonb_hash(t.before), 0) & 65535)::int8 << 0)) || int8send(((coalesce(jsonb_hash(t.after), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.author_id), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.proposed_at), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.approver_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.approved_at), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.refused_by), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.refusal), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.ended_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.case_id), 0) & 65535)::int8 << 32)) AS print FROM (SELECT OLD.*) t) o
          FULL JOIN (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.kind, t.state, t.round_id, t.site_id, t.tubes, t.residents, t.act, t.reason, t.note, t.second_person, t.before, t.after, t.author_id, t.proposed_at, t.approver_id, t.approved_at, t.refused_by, t.refusal, t.ended_at, t.body_hash, t.case_id))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 48) | ((hash_record(ROW(t.tubes)) & 65535)::int8 << 32) | ((hash_record(ROW(t.residents)) & 65535)::int8 << 16) | ((coalesce(jsonb_hash(t.act), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.note), 0) & 65535)::int8 << 32) | ((coalesce(hashbool(t.second_person), 0) & 65535)::int8 << 16) | ((coalesce(jsonb_hash(t.before), 0) & 65535)::int8 << 0)) || int8send(((coalesce(jsonb_hash(t.after), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.author_id), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.proposed_at), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.approver_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.approved_at), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.refused_by), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.refusal), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.ended_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.case_id), 0) & 65535)::int8 << 32)) AS print FROM (SELECT NEW.*) t) n USING (key);
      ELSE
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'sampling.correction', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.kind, t.state, t.round_id, t.site_id, t.tubes, t.residents, t.act, t.reason, t.note, t.second_person, t.before, t.after, t.author_id, t.proposed_at, t.approver_id, t.approved_at, t.refused_by, t.refusal, t.ended_at, t.body_hash, t.case_id))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 48) | ((hash_record(ROW(t.tubes)) & 65535)::int8 << 32) | ((hash_record(ROW(t.residents)) & 65535)::int8 << 16) | ((coalesce(jsonb_hash(t.act), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.note), 0) & 65535)::int8 << 32) | ((coalesce(hashbool(t.second_person), 0) & 65535)::int8 << 16) | ((coalesce(jsonb_hash(t.before), 0) & 65535)::int8 << 0)) || int8send(((coalesce(jsonb_hash(t.after), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.author_id), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.proposed_at), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.approver_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.approved_at), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.refused_by), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.refusal), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.ended_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.case_id), 0) & 65535)::int8 << 32)) AS print FROM removed t) o
          FULL JOIN (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.kind, t.state, t.round_id, t.site_id, t.tubes, t.residents, t.act, t.reason, t.note, t.second_person, t.before, t.after, t.author_id, t.proposed_at, t.approver_id, t.approved_at, t.refused_by, t.refusal, t.ended_at, t.body_hash, t.case_id))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 48) | ((hash_record(ROW(t.tubes)) & 65535)::int8 << 32) | ((hash_record(ROW(t.residents)) & 65535)::int8 << 16) | ((coalesce(jsonb_hash(t.act), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.note), 0) & 65535)::int8 << 32) | ((coalesce(hashbool(t.second_person), 0) & 65535)::int8 << 16) | ((coalesce(jsonb_hash(t.before), 0) & 65535)::int8 << 0)) || int8send(((coalesce(jsonb_hash(t.after), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.author_id), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.proposed_at), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.approver_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.approved_at), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.refused_by), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.refusal), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.ended_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.case_id), 0) & 65535)::int8 << 32)) AS print FROM added t) n USING (key) HAVING count(*) > 0;
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION journal.imprint_sampling_device_act()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' AND TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'sampling.device_act', ARRAY[t.line_id::text || '/' || t.seq::text || '/' || t.digest::text], ARRAY[NULL::bytea], ARRAY[substr(sha256(record_send(ROW(t.line_id, t.seq, t.digest, t.body, t.act_id, t.stored_id, t.kind, t.outcome, t.rules, t.place, t.received_at))), 1, 16) || int8send(((coalesce(hashint8(t.line_id), 0) & 65535)::int8 << 48) | ((coalesce(hashint8(t.seq), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.digest), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.body), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.act_id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.stored_id), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.outcome), 0) & 65535)::int8 << 0)) || int8send(((hash_record(ROW(t.rules)) & 65535)::int8 << 48) | ((coalesce(hashint2(t.place), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.received_at), 0) & 65535)::int8 << 16))] FROM (SELECT NEW.*) t;
      ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO journal.imprint (ledger, kind, keys, before, after)
        SELECT 'sampling.device_act', 'announced',  ARRAY[line_id, min(seq), max(seq), (extract(epoch FROM min(received_at)) * 1000)::bigint]::text[], '{}', '{}'
              FROM added GROUP BY line_id ;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'sampling.device_act', array_agg(t.line_id::text || '/' || t.seq::text || '/' || t.digest::text), array_agg(substr(sha256(record_send(ROW(t.line_id, t.seq, t.digest, t.body, t.act_id, t.stored_id, t.kind, t.outcome, t.rules, t.place, t.received_at))), 1, 16) || int8send(((coalesce(hashint8(t.line_id), 0) & 65535)::int8 << 48) | ((coalesce(hashint8(t.seq), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.digest), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.body), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.act_id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.stored_id), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.outcome), 0) & 65535)::int8 << 0)) || int8send(((hash_record(ROW(t.rules)) & 65535)::int8 << 48) | ((coalesce(hashint2(t.place), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.received_at), 0) & 65535)::int8 << 16))), array_agg(NULL::bytea) FROM removed t HAVING count(*) > 0;
      ELSIF TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'sampling.device_act', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.line_id::text || '/' || t.seq::text || '/' || t.digest::text AS key, substr(sha256(record_send(ROW(t.line_id, t.seq, t.digest, t.body, t.act_id, t.stored_id, t.kind, t.outcome, t.rules, t.place, t.received_at))), 1, 16) || int8send(((coalesce(hashint8(t.line_id), 0) & 65535)::int8 << 48) | ((coalesce(hashint8(t.seq), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.digest), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.body), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.act_id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.stored_id), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.outcome), 0) & 65535)::int8 << 0)) || int8send(((hash_record(ROW(t.rules)) & 65535)::int8 << 48) | ((coalesce(hashint2(t.place), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.received_at), 0) & 65535)::int8 << 16)) AS print FROM (SELECT OLD.*) t) o
          FULL JOIN (SELECT t.line_id::text || '/' || t.seq::text || '/' || t.digest::text AS key, substr(sha256(record_send(ROW(t.line_id, t.seq, t.digest, t.body, t.act_id, t.stored_id, t.kind, t.outcome, t.rules, t.place, t.received_at))), 1, 16) || int8send(((coalesce(hashint8(t.line_id), 0) & 65535)::int8 << 48) | ((coalesce(hashint8(t.seq), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.digest), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.body), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.act_id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.stored_id), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.outcome), 0) & 65535)::int8 << 0)) || int8send(((hash_record(ROW(t.rules)) & 65535)::int8 << 48) | ((coalesce(hashint2(t.place), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.received_at), 0) & 65535)::int8 << 16)) AS print FROM (SELECT NEW.*) t) n USING (key);
      ELSE
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'sampling.device_act', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.line_id::text || '/' || t.seq::text || '/' || t.digest::text AS key, substr(sha256(record_send(ROW(t.line_id, t.seq, t.digest, t.body, t.act_id, t.stored_id, t.kind, t.outcome, t.rules, t.place, t.received_at))), 1, 16) || int8send(((coalesce(hashint8(t.line_id), 0) & 65535)::int8 << 48) | ((coalesce(hashint8(t.seq), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.digest), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.body), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.act_id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.stored_id), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.outcome), 0) & 65535)::int8 << 0)) || int8send(((hash_record(ROW(t.rules)) & 65535)::int8 << 48) | ((coalesce(hashint2(t.place), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.received_at), 0) & 65535)::int8 << 16)) AS print FROM removed t) o
          FULL JOIN (SELECT t.line_id::text || '/' || t.seq::text || '/' || t.digest::text AS key, substr(sha256(record_send(ROW(t.line_id, t.seq, t.digest, t.body, t.act_id, t.stored_id, t.kind, t.outcome, t.rules, t.place, t.received_at))), 1, 16) || int8send(((coalesce(hashint8(t.line_id), 0) & 65535)::int8 << 48) | ((coalesce(hashint8(t.seq), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.digest), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.body), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.act_id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.stored_id), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.outcome), 0) & 65535)::int8 << 0)) || int8send(((hash_record(ROW(t.rules)) & 65535)::int8 << 48) | ((coalesce(hashint2(t.place), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.received_at), 0) & 65535)::int8 << 16)) AS print FROM added t) n USING (key) HAVING count(*) > 0;
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION journal.imprint_sampling_device_batch()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' AND TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'sampling.device_batch', ARRAY[t.device_id::text || '/' || t.counter::text || '/' || t.hash::text], ARRAY[NULL::bytea], ARRAY[substr(sha256(record_send(ROW(t.device_id, t.counter, t.hash, t.previous, t.fault, t.acts, t.received_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.device_id), 0) & 65535)::int8 << 48) | ((coalesce(hashint8(t.counter), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.hash), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.previous), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.fault), 0) & 65535)::int8 << 48) | ((coalesce(hashint2(t.acts), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.received_at), 0) & 65535)::int8 << 16))] FROM (SELECT NEW.*) t;
      ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'sampling.device_batch', array_agg(t.device_id::text || '/' || t.counter::text || '/' || t.hash::text), array_agg(NULL::bytea), array_agg(substr(sha256(record_send(ROW(t.device_id, t.counter, t.hash, t.previous, t.fault, t.acts, t.received_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.device_id), 0) & 65535)::int8 << 48) | ((coalesce(hashint8(t.counter), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.hash), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.previous), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.fault), 0) & 65535)::int8 << 48) | ((coalesce(hashint2(t.acts), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.received_at), 0) & 65535)::int8 << 16))) FROM added t HAVING count(*) > 0;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'sampling.device_batch', array_agg(t.device_id::text || '/' || t.counter::text || '/' || t.hash::text), array_agg(substr(sha256(record_send(ROW(t.device_id, t.counter, t.hash, t.previous, t.fault, t.acts, t.received_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.device_id), 0) & 65535)::int8 << 48) | ((coalesce(hashint8(t.counter), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.hash), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.previous), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.fault), 0) & 65535)::int8 << 48) | ((coalesce(hashint2(t.acts), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.received_at), 0) & 65535)::int8 << 16))), array_agg(NULL::bytea) FROM removed t HAVING count(*) > 0;
      ELSIF TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'sampling.device_batch', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.device_id::text || '/' || t.counter::text || '/' || t.hash::text AS key, substr(sha256(record_send(ROW(t.device_id, t.counter, t.hash, t.previous, t.fault, t.acts, t.received_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.device_id), 0) & 65535)::int8 << 48) | ((coalesce(hashint8(t.counter), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.hash), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.previous), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.fault), 0) & 65535)::int8 << 48) | ((coalesce(hashint2(t.acts), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.received_at), 0) & 65535)::int8 << 16)) AS print FROM (SELECT OLD.*) t) o
          FULL JOIN (SELECT t.device_id::text || '/' || t.counter::text || '/' || t.hash::text AS key, substr(sha256(record_send(ROW(t.device_id, t.counter, t.hash, t.previous, t.fault, t.acts, t.received_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.device_id), 0) & 65535)::int8 << 48) | ((coalesce(hashint8(t.counter), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.hash), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.previous), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.fault), 0) & 65535)::int8 << 48) | ((coalesce(hashint2(t.acts), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.received_at), 0) & 65535)::int8 << 16)) AS print FROM (SELECT NEW.*) t) n USING (key);
      ELSE
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'sampling.device_batch', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.device_id::text || '/' || t.counter::text || '/' || t.hash::text AS key, substr(sha256(record_send(ROW(t.device_id, t.counter, t.hash, t.previous, t.fault, t.acts, t.received_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.device_id), 0) & 65535)::int8 << 48) | ((coalesce(hashint8(t.counter), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.hash), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.previous), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.fault), 0) & 65535)::int8 << 48) | ((coalesce(hashint2(t.acts), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.received_at), 0) & 65535)::int8 << 16)) AS print FROM removed t) o
          FULL JOIN (SELECT t.device_id::text || '/' || t.counter::text || '/' || t.hash::text AS key, substr(sha256(record_send(ROW(t.device_id, t.counter, t.hash, t.previous, t.fault, t.acts, t.received_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.device_id), 0) & 65535)::int8 << 48) | ((coalesce(hashint8(t.counter), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.hash), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.previous), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.fault), 0) & 65535)::int8 << 48) | ((coalesce(hashint2(t.acts), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.received_at), 0) & 65535)::int8 << 16)) AS print FROM added t) n USING (key) HAVING count(*) > 0;
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION journal.imprint_sampling_device_note()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' AND TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'sampling.device_note', ARRAY[t.id::text], ARRAY[NULL::bytea], ARRAY[substr(sha256(record_send(ROW(t.id, t.device_id, t.site_id, t.actor_id, t.written_at, t.text_sealed))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.device_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.actor_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.written_at), 0) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.text_sealed), 0) & 65535)::int8 << 32))] FROM (SELECT NEW.*) t;
      ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'sampling.device_note', array_agg(t.id::text), array_agg(NULL::bytea), array_agg(substr(sha256(record_send(ROW(t.id, t.device_id, t.site_id, t.actor_id, t.written_at, t.text_sealed))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.device_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.actor_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.written_at), 0) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.text_sealed), 0) & 65535)::int8 << 32))) FROM added t HAVING count(*) > 0;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'sampling.device_note', array_agg(t.id::text), array_agg(substr(sha256(record_send(ROW(t.id, t.device_id, t.site_id, t.actor_id, t.written_at, t.text_sealed))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.device_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.actor_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.written_at), 0) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.text_sealed), 0) & 65535)::int8 << 32))), array_agg(NULL::bytea) FROM removed t HAVING count(*) > 0;
      ELSIF TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'sampling.device_note', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.device_id, t.site_id, t.actor_id, t.written_at, t.text_sealed))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.device_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.actor_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.written_at), 0) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.text_sealed), 0) & 65535)::int8 << 32)) AS print FROM (SELECT OLD.*) t) o
          FULL JOIN (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.device_id, t.site_id, t.actor_id, t.written_at, t.text_sealed))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.device_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.actor_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.written_at), 0) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.text_sealed), 0) & 65535)::int8 << 32)) AS print FROM (SELECT NEW.*) t) n USING (key);
      ELSE
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'sampling.device_note', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.device_id, t.site_id, t.actor_id, t.written_at, t.text_sealed))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.device_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.actor_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.written_at), 0) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.text_sealed), 0) & 65535)::int8 << 32)) AS print FROM removed t) o
          FULL JOIN (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.device_id, t.site_id, t.actor_id, t.written_at, t.text_sealed))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.device_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.actor_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.written_at), 0) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.text_sealed), 0) & 65535)::int8 << 32)) AS print FROM added t) n USING (key) HAVING count(*) > 0;
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION journal.imprint_sampling_exception()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' AND TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'sampling.exception', ARRAY[t.id::text], ARRAY[NULL::bytea], ARRAY[substr(sha256(record_send(ROW(t.id, t.kind, t.site_id, t.round_id, t.device_id, t.act_id, t.subject, t.details, t.raw_sealed, t.owner_role, t.owner_id, t.deadline, t.raised_by, t.raised_at, t.state, t.resolution, t.note, t.resolved_by, t.resolved_at, t.body_hash))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.device_id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.act_id), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.subject), 0) & 65535)::int8 << 16) | ((coalesce(jsonb_hash(t.details), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.raw_sealed), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.owner_role), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.owner_id), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.deadline), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.raised_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.raised_at), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.resolution), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.note), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.resolved_by), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.resolved_at), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 0))] FROM (SELECT NEW.*) t;
      ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'sampling.exception', array_agg(t.id::text), array_agg(NULL::bytea), array_agg(substr(sha256(record_send(ROW(t.id, t.kind, t.site_id, t.round_id, t.device_id, t.act_id, t.subject, t.details, t.raw_sealed, t.owner_role, t.owner_id, t.deadline, t.raised_by, t.raised_at, t.state, t.resolution, t.note, t.resolved_by, t.resolved_at, t.body_hash))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.device_id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.act_id), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.subject), 0) & 65535)::int8 << 16) | ((coalesce(jsonb_hash(t.details), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.raw_sealed), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.owner_role), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.owner_id), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.deadline), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.raised_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.raised_at), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.resolution), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.note), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.resolved_by), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.resolved_at), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 0))) FROM added t HAVING count(*) > 0;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'sampling.exception', array_agg(t.id::text), array_agg(substr(sha256(record_send(ROW(t.id, t.kind, t.site_id, t.round_id, t.device_id, t.act_id, t.subject, t.details, t.raw_sealed, t.owner_role, t.owner_id, t.deadline, t.raised_by, t.raised_at, t.state, t.resolution, t.note, t.resolved_by, t.resolved_at, t.body_hash))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.device_id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.act_id), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.subject), 0) & 65535)::int8 << 16) | ((coalesce(jsonb_hash(t.details), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.raw_sealed), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.owner_role), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.owner_id), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.deadline), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.raised_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.raised_at), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.resolution), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.note), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.resolved_by), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.resolved_at), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 0))), array_agg(NULL::bytea) FROM removed t HAVING count(*) > 0;
      ELSIF TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'sampling.exception', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.kind, t.site_id, t.round_id, t.device_id, t.act_id, t.subject, t.details, t.raw_sealed, t.owner_role, t.owner_id, t.deadline, t.raised_by, t.raised_at, t.state, t.resolution, t.note, t.resolved_by, t.resolved_at, t.body_hash))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.device_id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.act_id), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.subject), 0) & 65535)::int8 << 16) | ((coalesce(jsonb_hash(t.details), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.raw_sealed), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.owner_role), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.owner_id), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.deadline), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.raised_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.raised_at), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.resolution), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.note), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.resolved_by), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.resolved_at), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 0)) AS print FROM (SELECT OLD.*) t) o
          FULL JOIN (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.kind, t.site_id, t.round_id, t.device_id, t.act_id, t.subject, t.details, t.raw_sealed, t.owner_role, t.owner_id, t.deadline, t.raised_by, t.raised_at, t.state, t.resolution, t.note, t.resolved_by, t.resolved_at, t.body_hash))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.device_id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.act_id), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.subject), 0) & 65535)::int8 << 16) | ((coalesce(jsonb_hash(t.details), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.raw_sealed), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.owner_role), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.owner_id), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.deadline), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.raised_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.raised_at), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.resolution), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.note), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.resolved_by), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.resolved_at), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 0)) AS print FROM (SELECT NEW.*) t) n USING (key);
      ELSE
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'sampling.exception', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.kind, t.site_id, t.round_id, t.device_id, t.act_id, t.subject, t.details, t.raw_sealed, t.owner_role, t.owner_id, t.deadline, t.raised_by, t.raised_at, t.state, t.resolution, t.note, t.resolved_by, t.resolved_at, t.body_hash))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.device_id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.act_id), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.subject), 0) & 65535)::int8 << 16) | ((coalesce(jsonb_hash(t.details), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.raw_sealed), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.owner_role), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.owner_id), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.deadline), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.raised_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.raised_at), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.resolution), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.note), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.resolved_by), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.resolved_at), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 0)) AS print FROM removed t) o
          FULL JOIN (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.kind, t.site_id, t.round_id, t.device_id, t.act_id, t.subject, t.details, t.raw_sealed, t.owner_role, t.owner_id, t.deadline, t.raised_by, t.raised_at, t.state, t.resolution, t.note, t.resolved_by, t.resolved_at, t.body_hash))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.device_id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.act_id), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.subject), 0) & 65535)::int8 << 16) | ((coalesce(jsonb_hash(t.details), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.raw_sealed), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.owner_role), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.owner_id), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.deadline), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.raised_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.raised_at), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.resolution), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.note), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.resolved_by), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.resolved_at), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 0)) AS print FROM added t) n USING (key) HAVING count(*) > 0;
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION journal.imprint_sampling_held_batch()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' AND TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'sampling.held_batch', ARRAY[t.id::text], ARRAY[NULL::bytea], ARRAY[substr(sha256(record_send(ROW(t.id, t.device_id, t.site_id, t.boot_id, t.counter, t.hash, t.why, t.acts, t.first_seq, t.last_seq, t.first_at, t.last_at, t.skew_seconds, t.summary, t.acts_sealed, t.held_at, t.state, t.taken_through, t.reason, t.decided_by, t.decided_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.device_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.boot_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint8(t.counter), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.hash), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.why), 0) & 65535)::int8 << 16) | ((coalesce(hashint2(t.acts), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint8(t.first_seq), 0) & 65535)::int8 << 48) | ((coalesce(hashint8(t.last_seq), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.first_at), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.last_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashfloat8(t.skew_seconds), 0) & 65535)::int8 << 48) | ((coalesce(jsonb_hash(t.summary), 0) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.acts_sealed), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.held_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.state), 0) & 65535)::int8 << 48) | ((coalesce(hashint8(t.taken_through), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.decided_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.decided_at), 0) & 65535)::int8 << 48))] FROM (SELECT NEW.*) t;
      ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'sampling.held_batch', array_agg(t.id::text), array_agg(NULL::bytea), array_agg(substr(sha256(record_send(ROW(t.id, t.device_id, t.site_id, t.boot_id, t.counter, t.hash, t.why, t.acts, t.first_seq, t.last_seq, t.first_at, t.last_at, t.skew_seconds, t.summary, t.acts_sealed, t.held_at, t.state, t.taken_through, t.reason, t.decided_by, t.decided_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.device_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.boot_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint8(t.counter), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.hash), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.why), 0) & 65535)::int8 << 16) | ((coalesce(hashint2(t.acts), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint8(t.first_seq), 0) & 65535)::int8 << 48) | ((coalesce(hashint8(t.last_seq), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.first_at), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.last_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashfloat8(t.skew_seconds), 0) & 65535)::int8 << 48) | ((coalesce(jsonb_hash(t.summary), 0) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.acts_sealed), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.held_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.state), 0) & 65535)::int8 << 48) | ((coalesce(hashint8(t.taken_through), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.decided_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.decided_at), 0) & 65535)::int8 << 48))) FROM added t HAVING count(*) > 0;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'sampling.held_batch', array_agg(t.id::text), array_agg(substr(sha256(record_send(ROW(t.id, t.device_id, t.site_id, t.boot_id, t.counter, t.hash, t.why, t.acts, t.first_seq, t.last_seq, t.first_at, t.last_at, t.skew_seconds, t.summary, t.acts_sealed, t.held_at, t.state, t.taken_through, t.reason, t.decided_by, t.decided_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.device_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.boot_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint8(t.counter), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.hash), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.why), 0) & 65535)::int8 << 16) | ((coalesce(hashint2(t.acts), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint8(t.first_seq), 0) & 65535)::int8 << 48) | ((coalesce(hashint8(t.last_seq), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.first_at), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.last_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashfloat8(t.skew_seconds), 0) & 65535)::int8 << 48) | ((coalesce(jsonb_hash(t.summary), 0) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.acts_sealed), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.held_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.state), 0) & 65535)::int8 << 48) | ((coalesce(hashint8(t.taken_through), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.decided_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.decided_at), 0) & 65535)::int8 << 48))), array_agg(NULL::bytea) FROM removed t HAVING count(*) > 0;
      ELSIF TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'sampling.held_batch', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.device_id, t.site_id, t.boot_id, t.counter, t.hash, t.why, t.acts, t.first_seq, t.last_seq, t.first_at, t.last_at, t.skew_seconds, t.summary, t.acts_sealed, t.held_at, t.state, t.taken_through, t.reason, t.decided_by, t.decided_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.device_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.boot_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint8(t.counter), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.hash), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.why), 0) & 65535)::int8 << 16) | ((coalesce(hashint2(t.acts), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint8(t.first_seq), 0) & 65535)::int8 << 48) | ((coalesce(hashint8(t.last_seq), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.first_at), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.last_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashfloat8(t.skew_seconds), 0) & 65535)::int8 << 48) | ((coalesce(jsonb_hash(t.summary), 0) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.acts_sealed), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.held_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.state), 0) & 65535)::int8 << 48) | ((coalesce(hashint8(t.taken_through), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.decided_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.decided_at), 0) & 65535)::int8 << 48)) AS print FROM (SELECT OLD.*) t) o
          FULL JOIN (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.device_id, t.site_id, t.boot_id, t.counter, t.hash, t.why, t.acts, t.first_seq, t.last_seq, t.first_at, t.last_at, t.skew_seconds, t.summary, t.acts_sealed, t.held_at, t.state, t.taken_through, t.reason, t.decided_by, t.decided_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.device_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.boot_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint8(t.counter), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.hash), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.why), 0) & 65535)::int8 << 16) | ((coalesce(hashint2(t.acts), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint8(t.first_seq), 0) & 65535)::int8 << 48) | ((coalesce(hashint8(t.last_seq), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.first_at), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.last_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashfloat8(t.skew_seconds), 0) & 65535)::int8 << 48) | ((coalesce(jsonb_hash(t.summary), 0) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.acts_sealed), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.held_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.state), 0) & 65535)::int8 << 48) | ((coalesce(hashint8(t.taken_through), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.decided_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.decided_at), 0) & 65535)::int8 << 48)) AS print FROM (SELECT NEW.*) t) n USING (key);
      ELSE
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'sampling.held_batch', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.device_id, t.site_id, t.boot_id, t.counter, t.hash, t.why, t.acts, t.first_seq, t.last_seq, t.first_at, t.last_at, t.skew_seconds, t.summary, t.acts_sealed, t.held_at, t.state, t.taken_through, t.reason, t.decided_by, t.decided_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.device_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.boot_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint8(t.counter), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.hash), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.why), 0) & 65535)::int8 << 16) | ((coalesce(hashint2(t.acts), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint8(t.first_seq), 0) & 65535)::int8 << 48) | ((coalesce(hashint8(t.last_seq), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.first_at), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.last_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashfloat8(t.skew_seconds), 0) & 65535)::int8 << 48) | ((coalesce(jsonb_hash(t.summary), 0) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.acts_sealed), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.held_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.state), 0) & 65535)::int8 << 48) | ((coalesce(hashint8(t.taken_through), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.decided_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.decided_at), 0) & 65535)::int8 << 48)) AS print FROM removed t) o
          FULL JOIN (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.device_id, t.site_id, t.boot_id, t.counter, t.hash, t.why, t.acts, t.first_seq, t.last_seq, t.first_at, t.last_at, t.skew_seconds, t.summary, t.acts_sealed, t.held_at, t.state, t.taken_through, t.reason, t.decided_by, t.decided_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.device_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.boot_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint8(t.counter), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.hash), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.why), 0) & 65535)::int8 << 16) | ((coalesce(hashint2(t.acts), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint8(t.first_seq), 0) & 65535)::int8 << 48) | ((coalesce(hashint8(t.last_seq), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.first_at), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.last_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashfloat8(t.skew_seconds), 0) & 65535)::int8 << 48) | ((coalesce(jsonb_hash(t.summary), 0) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.acts_sealed), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.held_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.state), 0) & 65535)::int8 << 48) | ((coalesce(hashint8(t.taken_through), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.decided_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.decided_at), 0) & 65535)::int8 << 48)) AS print FROM added t) n USING (key) HAVING count(*) > 0;
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION journal.imprint_sampling_swab()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' AND TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'sampling.swab', ARRAY[t.id::text || '/' || t.round_id::text], ARRAY[NULL::bytea], ARRAY[substr(sha256(record_send(ROW(t.round_id, t.id, t.tube_barcode, t.place, t.resident_id, t.occasion, t.purpose, t.actor_id, t.scanned_at, t.sampled_at, t.recorded_at, t.body_hash, t.voided_at, t.voided_by, t.void_reason, t.moved_to))), 1, 16) || int8send(((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.tube_barcode), 0) & 65535)::int8 << 16) | ((coalesce(hashint2(t.place), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 48) | ((coalesce(hashint2(t.occasion), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.purpose), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.actor_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.scanned_at), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.sampled_at), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.recorded_at), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.voided_at), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.voided_by), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.void_reason), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.moved_to), 0) & 65535)::int8 << 0))] FROM (SELECT NEW.*) t;
      ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'sampling.swab', array_agg(t.id::text || '/' || t.round_id::text), array_agg(NULL::bytea), array_agg(substr(sha256(record_send(ROW(t.round_id, t.id, t.tube_barcode, t.place, t.resident_id, t.occasion, t.purpose, t.actor_id, t.scanned_at, t.sampled_at, t.recorded_at, t.body_hash, t.voided_at, t.voided_by, t.void_reason, t.moved_to))), 1, 16) || int8send(((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.tube_barcode), 0) & 65535)::int8 << 16) | ((coalesce(hashint2(t.place), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 48) | ((coalesce(hashint2(t.occasion), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.purpose), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.actor_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.scanned_at), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.sampled_at), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.recorded_at), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.voided_at), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.voided_by), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.void_reason), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.moved_to), 0) & 65535)::int8 << 0))) FROM added t HAVING count(*) > 0;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'sampling.swab', array_agg(t.id::text || '/' || t.round_id::text), array_agg(substr(sha256(record_send(ROW(t.round_id, t.id, t.tube_barcode, t.place, t.resident_id, t.occasion, t.purpose, t.actor_id, t.scanned_at, t.sampled_at, t.recorded_at, t.body_hash, t.voided_at, t.voided_by, t.void_reason, t.moved_to))), 1, 16) || int8send(((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.tube_barcode), 0) & 65535)::int8 << 16) | ((coalesce(hashint2(t.place), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 48) | ((coalesce(hashint2(t.occasion), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.purpose), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.actor_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.scanned_at), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.sampled_at), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.recorded_at), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.voided_at), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.voided_by), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.void_reason), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.moved_to), 0) & 65535)::int8 << 0))), array_agg(NULL::bytea) FROM removed t HAVING count(*) > 0;
      ELSIF TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'sampling.swab', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.id::text || '/' || t.round_id::text AS key, substr(sha256(record_send(ROW(t.round_id, t.id, t.tube_barcode, t.place, t.resident_id, t.occasion, t.purpose, t.actor_id, t.scanned_at, t.sampled_at, t.recorded_at, t.body_hash, t.voided_at, t.voided_by, t.void_reason, t.moved_to))), 1, 16) || int8send(((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.tube_barcode), 0) & 65535)::int8 << 16) | ((coalesce(hashint2(t.place), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 48) | ((coalesce(hashint2(t.occasion), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.purpose), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.actor_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.scanned_at), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.sampled_at), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.recorded_at), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.voided_at), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.voided_by), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.void_reason), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.moved_to), 0) & 65535)::int8 << 0)) AS print FROM (SELECT OLD.*) t) o
          FULL JOIN (SELECT t.id::text || '/' || t.round_id::text AS key, substr(sha256(record_send(ROW(t.round_id, t.id, t.tube_barcode, t.place, t.resident_id, t.occasion, t.purpose, t.actor_id, t.scanned_at, t.sampled_at, t.recorded_at, t.body_hash, t.voided_at, t.voided_by, t.void_reason, t.moved_to))), 1, 16) || int8send(((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.tube_barcode), 0) & 65535)::int8 << 16) | ((coalesce(hashint2(t.place), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 48) | ((coalesce(hashint2(t.occasion), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.purpose), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.actor_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.scanned_at), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.sampled_at), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.recorded_at), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.voided_at), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.voided_by), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.void_reason), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.moved_to), 0) & 65535)::int8 << 0)) AS print FROM (SELECT NEW.*) t) n USING (key);
      ELSE
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'sampling.swab', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.id::text || '/' || t.round_id::text AS key, substr(sha256(record_send(ROW(t.round_id, t.id, t.tube_barcode, t.place, t.resident_id, t.occasion, t.purpose, t.actor_id, t.scanned_at, t.sampled_at, t.recorded_at, t.body_hash, t.voided_at, t.voided_by, t.void_reason, t.moved_to))), 1, 16) || int8send(((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.tube_barcode), 0) & 65535)::int8 << 16) | ((coalesce(hashint2(t.place), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 48) | ((coalesce(hashint2(t.occasion), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.purpose), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.actor_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.scanned_at), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.sampled_at), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.recorded_at), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.voided_at), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.voided_by), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.void_reason), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.moved_to), 0) & 65535)::int8 << 0)) AS print FROM removed t) o
          FULL JOIN (SELECT t.id::text || '/' || t.round_id::text AS key, substr(sha256(record_send(ROW(t.round_id, t.id, t.tube_barcode, t.place, t.resident_id, t.occasion, t.purpose, t.actor_id, t.scanned_at, t.sampled_at, t.recorded_at, t.body_hash, t.voided_at, t.voided_by, t.void_reason, t.moved_to))), 1, 16) || int8send(((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.tube_barcode), 0) & 65535)::int8 << 16) | ((coalesce(hashint2(t.place), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.resident_id), 0) & 65535)::int8 << 48) | ((coalesce(hashint2(t.occasion), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.purpose), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.actor_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.scanned_at), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.sampled_at), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.recorded_at), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.voided_at), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.voided_by), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.void_reason), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.moved_to), 0) & 65535)::int8 << 0)) AS print FROM added t) n USING (key) HAVING count(*) > 0;
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION journal.imprint_sampling_tube()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' AND TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'sampling.tube', ARRAY[t.barcode::text], ARRAY[NULL::bytea], ARRAY[substr(sha256(record_send(ROW(t.barcode, t.round_id, t.site_id, t.station_id, t.shift_id, t.pool_class, t.capacity, t.household_id, t.state, t.opened_by, t.opened_at, t.sealed_by, t.sealed_at, t.counted_swabs, t.seal_reason, t.seal_note, t.discarded_by, t.discarded_at, t.discard_reason, t.body_hash, t.seal_hash, t.surplus, t.adopted, t.sealed_line, t.sealed_seq))), 1, 16) || int8send(((coalesce(hashtext(t.barcode), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.station_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.shift_id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.pool_class), 0) & 65535)::int8 << 32) | ((coalesce(hashint2(t.capacity), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.household_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.state), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.opened_by), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.opened_at), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.sealed_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.sealed_at), 0) & 65535)::int8 << 48) | ((coalesce(hashint2(t.counted_swabs), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.seal_reason), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.seal_note), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.discarded_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.discarded_at), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.discard_reason), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.seal_hash), 0) & 65535)::int8 << 48) | ((coalesce(hashint2(t.surplus), 0) & 65535)::int8 << 32) | ((coalesce(hashbool(t.adopted), 0) & 65535)::int8 << 16) | ((coalesce(hashint8(t.sealed_line), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint8(t.sealed_seq), 0) & 65535)::int8 << 48))] FROM (SELECT NEW.*) t;
      ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'sampling.tube', array_agg(t.barcode::text), array_agg(NULL::bytea), array_agg(substr(sha256(record_send(ROW(t.barcode, t.round_id, t.site_id, t.station_id, t.shift_id, t.pool_class, t.capacity, t.household_id, t.state, t.opened_by, t.opened_at, t.sealed_by, t.sealed_at, t.counted_swabs, t.seal_reason, t.seal_note, t.discarded_by, t.discarded_at, t.discard_reason, t.body_hash, t.seal_hash, t.surplus, t.adopted, t.sealed_line, t.sealed_seq))), 1, 16) || int8send(((coalesce(hashtext(t.barcode), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.station_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.shift_id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.pool_class), 0) & 65535)::int8 << 32) | ((coalesce(hashint2(t.capacity), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.household_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.state), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.opened_by), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.opened_at), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.sealed_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.sealed_at), 0) & 65535)::int8 << 48) | ((coalesce(hashint2(t.counted_swabs), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.seal_reason), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.seal_note), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.discarded_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.discarded_at), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.discard_reason), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.seal_hash), 0) & 65535)::int8 << 48) | ((coalesce(hashint2(t.surplus), 0) & 65535)::int8 << 32) | ((coalesce(hashbool(t.adopted), 0) & 65535)::int8 << 16) | ((coalesce(hashint8(t.sealed_line), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint8(t.sealed_seq), 0) & 65535)::int8 << 48))) FROM added t HAVING count(*) > 0;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'sampling.tube', array_agg(t.barcode::text), array_agg(substr(sha256(record_send(ROW(t.barcode, t.round_id, t.site_id, t.station_id, t.shift_id, t.pool_class, t.capacity, t.household_id, t.state, t.opened_by, t.opened_at, t.sealed_by, t.sealed_at, t.counted_swabs, t.seal_reason, t.seal_note, t.discarded_by, t.discarded_at, t.discard_reason, t.body_hash, t.seal_hash, t.surplus, t.adopted, t.sealed_line, t.sealed_seq))), 1, 16) || int8send(((coalesce(hashtext(t.barcode), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.station_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.shift_id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.pool_class), 0) & 65535)::int8 << 32) | ((coalesce(hashint2(t.capacity), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.household_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.state), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.opened_by), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.opened_at), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.sealed_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.sealed_at), 0) & 65535)::int8 << 48) | ((coalesce(hashint2(t.counted_swabs), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.seal_reason), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.seal_note), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.discarded_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.discarded_at), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.discard_reason), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.seal_hash), 0) & 65535)::int8 << 48) | ((coalesce(hashint2(t.surplus), 0) & 65535)::int8 << 32) | ((coalesce(hashbool(t.adopted), 0) & 65535)::int8 << 16) | ((coalesce(hashint8(t.sealed_line), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint8(t.sealed_seq), 0) & 65535)::int8 << 48))), array_agg(NULL::bytea) FROM removed t HAVING count(*) > 0;
      ELSIF TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'sampling.tube', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.barcode::text AS key, substr(sha256(record_send(ROW(t.barcode, t.round_id, t.site_id, t.station_id, t.shift_id, t.pool_class, t.capacity, t.household_id, t.state, t.opened_by, t.opened_at, t.sealed_by, t.sealed_at, t.counted_swabs, t.seal_reason, t.seal_note, t.discarded_by, t.discarded_at, t.discard_reason, t.body_hash, t.seal_hash, t.surplus, t.adopted, t.sealed_line, t.sealed_seq))), 1, 16) || int8send(((coalesce(hashtext(t.barcode), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.station_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.shift_id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.pool_class), 0) & 65535)::int8 << 32) | ((coalesce(hashint2(t.capacity), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.household_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.state), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.opened_by), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.opened_at), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.sealed_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.sealed_at), 0) & 65535)::int8 << 48) | ((coalesce(hashint2(t.counted_swabs), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.seal_reason), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.seal_note), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.discarded_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.discarded_at), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.discard_reason), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.seal_hash), 0) & 65535)::int8 << 48) | ((coalesce(hashint2(t.surplus), 0) & 65535)::int8 << 32) | ((coalesce(hashbool(t.adopted), 0) & 65535)::int8 << 16) | ((coalesce(hashint8(t.sealed_line), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint8(t.sealed_seq), 0) & 65535)::int8 << 48)) AS print FROM (SELECT OLD.*) t) o
          FULL JOIN (SELECT t.barcode::text AS key, substr(sha256(record_send(ROW(t.barcode, t.round_id, t.site_id, t.station_id, t.shift_id, t.pool_class, t.capacity, t.household_id, t.state, t.opened_by, t.opened_at, t.sealed_by, t.sealed_at, t.counted_swabs, t.seal_reason, t.seal_note, t.discarded_by, t.discarded_at, t.discard_reason, t.body_hash, t.seal_hash, t.surplus, t.adopted, t.sealed_line, t.sealed_seq))), 1, 16) || int8send(((coalesce(hashtext(t.barcode), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.station_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.shift_id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.pool_class), 0) & 65535)::int8 << 32) | ((coalesce(hashint2(t.capacity), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.household_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.state), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.opened_by), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.opened_at), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.sealed_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.sealed_at), 0) & 65535)::int8 << 48) | ((coalesce(hashint2(t.counted_swabs), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.seal_reason), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.seal_note), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.discarded_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.discarded_at), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.discard_reason), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.seal_hash), 0) & 65535)::int8 << 48) | ((coalesce(hashint2(t.surplus), 0) & 65535)::int8 << 32) | ((coalesce(hashbool(t.adopted), 0) & 65535)::int8 << 16) | ((coalesce(hashint8(t.sealed_line), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint8(t.sealed_seq), 0) & 65535)::int8 << 48)) AS print FROM (SELECT NEW.*) t) n USING (key);
      ELSE
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'sampling.tube', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.barcode::text AS key, substr(sha256(record_send(ROW(t.barcode, t.round_id, t.site_id, t.station_id, t.shift_id, t.pool_class, t.capacity, t.household_id, t.state, t.opened_by, t.opened_at, t.sealed_by, t.sealed_at, t.counted_swabs, t.seal_reason, t.seal_note, t.discarded_by, t.discarded_at, t.discard_reason, t.body_hash, t.seal_hash, t.surplus, t.adopted, t.sealed_line, t.sealed_seq))), 1, 16) || int8send(((coalesce(hashtext(t.barcode), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.station_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.shift_id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.pool_class), 0) & 65535)::int8 << 32) | ((coalesce(hashint2(t.capacity), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.household_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.state), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.opened_by), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.opened_at), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.sealed_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.sealed_at), 0) & 65535)::int8 << 48) | ((coalesce(hashint2(t.counted_swabs), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.seal_reason), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.seal_note), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.discarded_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.discarded_at), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.discard_reason), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.seal_hash), 0) & 65535)::int8 << 48) | ((coalesce(hashint2(t.surplus), 0) & 65535)::int8 << 32) | ((coalesce(hashbool(t.adopted), 0) & 65535)::int8 << 16) | ((coalesce(hashint8(t.sealed_line), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint8(t.sealed_seq), 0) & 65535)::int8 << 48)) AS print FROM removed t) o
          FULL JOIN (SELECT t.barcode::text AS key, substr(sha256(record_send(ROW(t.barcode, t.round_id, t.site_id, t.station_id, t.shift_id, t.pool_class, t.capacity, t.household_id, t.state, t.opened_by, t.opened_at, t.sealed_by, t.sealed_at, t.counted_swabs, t.seal_reason, t.seal_note, t.discarded_by, t.discarded_at, t.discard_reason, t.body_hash, t.seal_hash, t.surplus, t.adopted, t.sealed_line, t.sealed_seq))), 1, 16) || int8send(((coalesce(hashtext(t.barcode), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.station_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.shift_id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.pool_class), 0) & 65535)::int8 << 32) | ((coalesce(hashint2(t.capacity), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.household_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.state), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.opened_by), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.opened_at), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.sealed_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.sealed_at), 0) & 65535)::int8 << 48) | ((coalesce(hashint2(t.counted_swabs), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.seal_reason), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.seal_note), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.discarded_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.discarded_at), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.discard_reason), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.seal_hash), 0) & 65535)::int8 << 48) | ((coalesce(hashint2(t.surplus), 0) & 65535)::int8 << 32) | ((coalesce(hashbool(t.adopted), 0) & 65535)::int8 << 16) | ((coalesce(hashint8(t.sealed_line), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint8(t.sealed_seq), 0) & 65535)::int8 << 48)) AS print FROM added t) n USING (key) HAVING count(*) > 0;
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION journal.imprint_sampling_tube_device()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' AND TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'sampling.tube_device', ARRAY[t.barcode::text || '/' || t.device_id::text], ARRAY[NULL::bytea], ARRAY[substr(sha256(record_send(ROW(t.barcode, t.device_id, t.since))), 1, 16) || int8send(((coalesce(hashtext(t.barcode), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.device_id), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.since), 0) & 65535)::int8 << 16))] FROM (SELECT NEW.*) t;
      ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'sampling.tube_device', array_agg(t.barcode::text || '/' || t.device_id::text), array_agg(NULL::bytea), array_agg(substr(sha256(record_send(ROW(t.barcode, t.device_id, t.since))), 1, 16) || int8send(((coalesce(hashtext(t.barcode), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.device_id), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.since), 0) & 65535)::int8 << 16))) FROM added t HAVING count(*) > 0;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'sampling.tube_device', array_agg(t.barcode::text || '/' || t.device_id::text), array_agg(substr(sha256(record_send(ROW(t.barcode, t.device_id, t.since))), 1, 16) || int8send(((coalesce(hashtext(t.barcode), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.device_id), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.since), 0) & 65535)::int8 << 16))), array_agg(NULL::bytea) FROM removed t HAVING count(*) > 0;
      ELSIF TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'sampling.tube_device', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.barcode::text || '/' || t.device_id::text AS key, substr(sha256(record_send(ROW(t.barcode, t.device_id, t.since))), 1, 16) || int8send(((coalesce(hashtext(t.barcode), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.device_id), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.since), 0) & 65535)::int8 << 16)) AS print FROM (SELECT OLD.*) t) o
          FULL JOIN (SELECT t.barcode::text || '/' || t.device_id::text AS key, substr(sha256(record_send(ROW(t.barcode, t.device_id, t.since))), 1, 16) || int8send(((coalesce(hashtext(t.barcode), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.device_id), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.since), 0) & 65535)::int8 << 16)) AS print FROM (SELECT NEW.*) t) n USING (key);
      ELSE
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'sampling.tube_device', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.barcode::text || '/' || t.device_id::text AS key, substr(sha256(record_send(ROW(t.barcode, t.device_id, t.since))), 1, 16) || int8send(((coalesce(hashtext(t.barcode), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.device_id), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.since), 0) & 65535)::int8 << 16)) AS print FROM removed t) o
          FULL JOIN (SELECT t.barcode::text || '/' || t.device_id::text AS key, substr(sha256(record_send(ROW(t.barcode, t.device_id, t.since))), 1, 16) || int8send(((coalesce(hashtext(t.barcode), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.device_id), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.since), 0) & 65535)::int8 << 16)) AS print FROM added t) n USING (key) HAVING count(*) > 0;
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION journal.imprint_site_device()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' AND TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'site.device', ARRAY[t.id::text], ARRAY[NULL::bytea], ARRAY[substr(sha256(record_send(ROW(t.id, t.site_id, t.round_id, t.name, t.key_x, t.key_y, t.enrolment_id, t.made_by, t.enrolled_by, t.enrolled_at, t.approved_by, t.approved_at, t.not_before, t.not_after, t.revoked_by, t.revoked_at, t.revoke_reason, t.body_hash))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.name), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.key_x), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.key_y), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.enrolment_id), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.made_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.enrolled_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.enrolled_at), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.approved_by), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.approved_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.not_before), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.not_after), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.revoked_by), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.revoked_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.revoke_reason), 0) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 32))] FROM (SELECT NEW.*) t;
      ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'site.device', array_agg(t.id::text), array_agg(NULL::bytea), array_agg(substr(sha256(record_send(ROW(t.id, t.site_id, t.round_id, t.name, t.key_x, t.key_y, t.enrolment_id, t.made_by, t.enrolled_by, t.enrolled_at, t.approved_by, t.approved_at, t.not_before, t.not_after, t.revoked_by, t.revoked_at, t.revoke_reason, t.body_hash))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.name), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.key_x), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.key_y), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.enrolment_id), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.made_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.enrolled_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.enrolled_at), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.approved_by), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.approved_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.not_before), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.not_after), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.revoked_by), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.revoked_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.revoke_reason), 0) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 32))) FROM added t HAVING count(*) > 0;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'site.device', array_agg(t.id::text), array_agg(substr(sha256(record_send(ROW(t.id, t.site_id, t.round_id, t.name, t.key_x, t.key_y, t.enrolment_id, t.made_by, t.enrolled_by, t.enrolled_at, t.approved_by, t.approved_at, t.not_before, t.not_after, t.revoked_by, t.revoked_at, t.revoke_reason, t.body_hash))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.name), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.key_x), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.key_y), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.enrolment_id), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.made_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.enrolled_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.enrolled_at), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.approved_by), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.approved_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.not_before), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.not_after), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.revoked_by), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.revoked_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.revoke_reason), 0) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 32))), array_agg(NULL::bytea) FROM removed t HAVING count(*) > 0;
      ELSIF TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'site.device', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.site_id, t.round_id, t.name, t.key_x, t.key_y, t.enrolment_id, t.made_by, t.enrolled_by, t.enrolled_at, t.approved_by, t.approved_at, t.not_before, t.not_after, t.revoked_by, t.revoked_at, t.revoke_reason, t.body_hash))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.name), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.key_x), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.key_y), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.enrolment_id), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.made_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.enrolled_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.enrolled_at), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.approved_by), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.approved_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.not_before), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.not_after), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.revoked_by), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.revoked_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.revoke_reason), 0) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 32)) AS print FROM (SELECT OLD.*) t) o
          FULL JOIN (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.site_id, t.round_id, t.name, t.key_x, t.key_y, t.enrolment_id, t.made_by, t.enrolled_by, t.enrolled_at, t.approved_by, t.approved_at, t.not_before, t.not_after, t.revoked_by, t.revoked_at, t.revoke_reason, t.body_hash))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.name), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.key_x), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.key_y), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.enrolment_id), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.made_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.enrolled_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.enrolled_at), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.approved_by), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.approved_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.not_before), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.not_after), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.revoked_by), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.revoked_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.revoke_reason), 0) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 32)) AS print FROM (SELECT NEW.*) t) n USING (key);
      ELSE
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'site.device', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.site_id, t.round_id, t.name, t.key_x, t.key_y, t.enrolment_id, t.made_by, t.enrolled_by, t.enrolled_at, t.approved_by, t.approved_at, t.not_before, t.not_after, t.revoked_by, t.revoked_at, t.revoke_reason, t.body_hash))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.name), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.key_x), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.key_y), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.enrolment_id), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.made_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.enrolled_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.enrolled_at), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.approved_by), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.approved_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.not_before), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.not_after), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.revoked_by), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.revoked_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.revoke_reason), 0) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 32)) AS print FROM removed t) o
          FULL JOIN (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.site_id, t.round_id, t.name, t.key_x, t.key_y, t.enrolment_id, t.made_by, t.enrolled_by, t.enrolled_at, t.approved_by, t.approved_at, t.not_before, t.not_after, t.revoked_by, t.revoked_at, t.revoke_reason, t.body_hash))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.name), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.key_x), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.key_y), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.enrolment_id), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.made_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.enrolled_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.enrolled_at), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.approved_by), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.approved_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.not_before), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.not_after), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.revoked_by), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.revoked_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.revoke_reason), 0) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 32)) AS print FROM added t) n USING (key) HAVING count(*) > 0;
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION journal.imprint_site_duty()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' AND TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'site.duty', ARRAY[t.shift_id::text || '/' || t.person_id::text], ARRAY[NULL::bytea], ARRAY[substr(sha256(record_send(ROW(t.shift_id, t.person_id, t.during))), 1, 16) || int8send(((coalesce(uuid_hash(t.shift_id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.person_id), 0) & 65535)::int8 << 32) | ((hash_record(ROW(t.during)) & 65535)::int8 << 16))] FROM (SELECT NEW.*) t;
      ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'site.duty', array_agg(t.shift_id::text || '/' || t.person_id::text), array_agg(NULL::bytea), array_agg(substr(sha256(record_send(ROW(t.shift_id, t.person_id, t.during))), 1, 16) || int8send(((coalesce(uuid_hash(t.shift_id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.person_id), 0) & 65535)::int8 << 32) | ((hash_record(ROW(t.during)) & 65535)::int8 << 16))) FROM added t HAVING count(*) > 0;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'site.duty', array_agg(t.shift_id::text || '/' || t.person_id::text), array_agg(substr(sha256(record_send(ROW(t.shift_id, t.person_id, t.during))), 1, 16) || int8send(((coalesce(uuid_hash(t.shift_id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.person_id), 0) & 65535)::int8 << 32) | ((hash_record(ROW(t.during)) & 65535)::int8 << 16))), array_agg(NULL::bytea) FROM removed t HAVING count(*) > 0;
      ELSIF TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'site.duty', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.shift_id::text || '/' || t.person_id::text AS key, substr(sha256(record_send(ROW(t.shift_id, t.person_id, t.during))), 1, 16) || int8send(((coalesce(uuid_hash(t.shift_id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.person_id), 0) & 65535)::int8 << 32) | ((hash_record(ROW(t.during)) & 65535)::int8 << 16)) AS print FROM (SELECT OLD.*) t) o
          FULL JOIN (SELECT t.shift_id::text || '/' || t.person_id::text AS key, substr(sha256(record_send(ROW(t.shift_id, t.person_id, t.during))), 1, 16) || int8send(((coalesce(uuid_hash(t.shift_id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.person_id), 0) & 65535)::int8 << 32) | ((hash_record(ROW(t.during)) & 65535)::int8 << 16)) AS print FROM (SELECT NEW.*) t) n USING (key);
      ELSE
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'site.duty', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.shift_id::text || '/' || t.person_id::text AS key, substr(sha256(record_send(ROW(t.shift_id, t.person_id, t.during))), 1, 16) || int8send(((coalesce(uuid_hash(t.shift_id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.person_id), 0) & 65535)::int8 << 32) | ((hash_record(ROW(t.during)) & 65535)::int8 << 16)) AS print FROM removed t) o
          FULL JOIN (SELECT t.shift_id::text || '/' || t.person_id::text AS key, substr(sha256(record_send(ROW(t.shift_id, t.person_id, t.during))), 1, 16) || int8send(((coalesce(uuid_hash(t.shift_id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.person_id), 0) & 65535)::int8 << 32) | ((hash_record(ROW(t.during)) & 65535)::int8 << 16)) AS print FROM added t) n USING (key) HAVING count(*) > 0;
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION journal.imprint_site_enrolment()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' AND TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'site.enrolment', ARRAY[t.id::text], ARRAY[NULL::bytea], ARRAY[substr(sha256(record_send(ROW(t.id, t.site_id, t.round_id, t.code_hash, t.made_by, t.made_at, t.expires_at, t.tries, t.tries_at_most, t.used_at, t.body_hash))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.code_hash), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.made_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.made_at), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.expires_at), 0) & 65535)::int8 << 16) | ((coalesce(hashint2(t.tries), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint2(t.tries_at_most), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.used_at), 0) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 16))] FROM (SELECT NEW.*) t;
      ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'site.enrolment', array_agg(t.id::text), array_agg(NULL::bytea), array_agg(substr(sha256(record_send(ROW(t.id, t.site_id, t.round_id, t.code_hash, t.made_by, t.made_at, t.expires_at, t.tries, t.tries_at_most, t.used_at, t.body_hash))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.code_hash), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.made_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.made_at), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.expires_at), 0) & 65535)::int8 << 16) | ((coalesce(hashint2(t.tries), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint2(t.tries_at_most), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.used_at), 0) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 16))) FROM added t HAVING count(*) > 0;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'site.enrolment', array_agg(t.id::text), array_agg(substr(sha256(record_send(ROW(t.id, t.site_id, t.round_id, t.code_hash, t.made_by, t.made_at, t.expires_at, t.tries, t.tries_at_most, t.used_at, t.body_hash))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.code_hash), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.made_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.made_at), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.expires_at), 0) & 65535)::int8 << 16) | ((coalesce(hashint2(t.tries), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint2(t.tries_at_most), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.used_at), 0) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 16))), array_agg(NULL::bytea) FROM removed t HAVING count(*) > 0;
      ELSIF TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'site.enrolment', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.site_id, t.round_id, t.code_hash, t.made_by, t.made_at, t.expires_at, t.tries, t.tries_at_most, t.used_at, t.body_hash))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.code_hash), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.made_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.made_at), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.expires_at), 0) & 65535)::int8 << 16) | ((coalesce(hashint2(t.tries), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint2(t.tries_at_most), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.used_at), 0) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 16)) AS print FROM (SELECT OLD.*) t) o
          FULL JOIN (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.site_id, t.round_id, t.code_hash, t.made_by, t.made_at, t.expires_at, t.tries, t.tries_at_most, t.used_at, t.body_hash))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.code_hash), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.made_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.made_at), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.expires_at), 0) & 65535)::int8 << 16) | ((coalesce(hashint2(t.tries), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint2(t.tries_at_most), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.used_at), 0) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 16)) AS print FROM (SELECT NEW.*) t) n USING (key);
      ELSE
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'site.enrolment', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.site_id, t.round_id, t.code_hash, t.made_by, t.made_at, t.expires_at, t.tries, t.tries_at_most, t.used_at, t.body_hash))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.code_hash), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.made_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.made_at), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.expires_at), 0) & 65535)::int8 << 16) | ((coalesce(hashint2(t.tries), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint2(t.tries_at_most), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.used_at), 0) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 16)) AS print FROM removed t) o
          FULL JOIN (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.site_id, t.round_id, t.code_hash, t.made_by, t.made_at, t.expires_at, t.tries, t.tries_at_most, t.used_at, t.body_hash))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.code_hash), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.made_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.made_at), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.expires_at), 0) & 65535)::int8 << 16) | ((coalesce(hashint2(t.tries), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint2(t.tries_at_most), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.used_at), 0) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 16)) AS print FROM added t) n USING (key) HAVING count(*) > 0;
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION journal.imprint_site_lane()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' AND TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'site.lane', ARRAY[t.site_id::text || '/' || t.lane::text], ARRAY[NULL::bytea], ARRAY[substr(sha256(record_send(ROW(t.site_id, t.lane, t.prefix))), 1, 16) || int8send(((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.lane), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.prefix), 0) & 65535)::int8 << 16))] FROM (SELECT NEW.*) t;
      ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'site.lane', array_agg(t.site_id::text || '/' || t.lane::text), array_agg(NULL::bytea), array_agg(substr(sha256(record_send(ROW(t.site_id, t.lane, t.prefix))), 1, 16) || int8send(((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.lane), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.prefix), 0) & 65535)::int8 << 16))) FROM added t HAVING count(*) > 0;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'site.lane', array_agg(t.site_id::text || '/' || t.lane::text), array_agg(substr(sha256(record_send(ROW(t.site_id, t.lane, t.prefix))), 1, 16) || int8send(((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.lane), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.prefix), 0) & 65535)::int8 << 16))), array_agg(NULL::bytea) FROM removed t HAVING count(*) > 0;
      ELSIF TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'site.lane', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.site_id::text || '/' || t.lane::text AS key, substr(sha256(record_send(ROW(t.site_id, t.lane, t.prefix))), 1, 16) || int8send(((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.lane), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.prefix), 0) & 65535)::int8 << 16)) AS print FROM (SELECT OLD.*) t) o
          FULL JOIN (SELECT t.site_id::text || '/' || t.lane::text AS key, substr(sha256(record_send(ROW(t.site_id, t.lane, t.prefix))), 1, 16) || int8send(((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.lane), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.prefix), 0) & 65535)::int8 << 16)) AS print FROM (SELECT NEW.*) t) n USING (key);
      ELSE
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'site.lane', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.site_id::text || '/' || t.lane::text AS key, substr(sha256(record_send(ROW(t.site_id, t.lane, t.prefix))), 1, 16) || int8send(((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.lane), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.prefix), 0) & 65535)::int8 << 16)) AS print FROM removed t) o
          FULL JOIN (SELECT t.site_id::text || '/' || t.lane::text AS key, substr(sha256(record_send(ROW(t.site_id, t.lane, t.prefix))), 1, 16) || int8send(((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.lane), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.prefix), 0) & 65535)::int8 << 16)) AS print FROM added t) n USING (key) HAVING count(*) > 0;
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION journal.imprint_site_session()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' AND TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'site.session', ARRAY[t.id::text], ARRAY[NULL::bytea], ARRAY[substr(sha256(record_send(ROW(t.id, t.site_id, t.kind, t.opens_at, t.closes_at, t.last_entry_at, t.body_hash))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.opens_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.closes_at), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.last_entry_at), 0) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 16))] FROM (SELECT NEW.*) t;
      ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'site.session', array_agg(t.id::text), array_agg(NULL::bytea), array_agg(substr(sha256(record_send(ROW(t.id, t.site_id, t.kind, t.opens_at, t.closes_at, t.last_entry_at, t.body_hash))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.opens_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.closes_at), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.last_entry_at), 0) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 16))) FROM added t HAVING count(*) > 0;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'site.session', array_agg(t.id::text), array_agg(substr(sha256(record_send(ROW(t.id, t.site_id, t.kind, t.opens_at, t.closes_at, t.last_entry_at, t.body_hash))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.opens_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.closes_at), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.last_entry_at), 0) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 16))), array_agg(NULL::bytea) FROM removed t HAVING count(*) > 0;
      ELSIF TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'site.session', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.site_id, t.kind, t.opens_at, t.closes_at, t.last_entry_at, t.body_hash))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.opens_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.closes_at), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.last_entry_at), 0) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 16)) AS print FROM (SELECT OLD.*) t) o
          FULL JOIN (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.site_id, t.kind, t.opens_at, t.closes_at, t.last_entry_at, t.body_hash))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.opens_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.closes_at), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.last_entry_at), 0) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 16)) AS print FROM (SELECT NEW.*) t) n USING (key);
      ELSE
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'site.session', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.site_id, t.kind, t.opens_at, t.closes_at, t.last_entry_at, t.body_hash))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.opens_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.closes_at), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.last_entry_at), 0) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 16)) AS print FROM removed t) o
          FULL JOIN (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.site_id, t.kind, t.opens_at, t.closes_at, t.last_entry_at, t.body_hash))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.opens_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.closes_at), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.last_entry_at), 0) & 65535)::int8 << 32) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 16)) AS print FROM added t) n USING (key) HAVING count(*) > 0;
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION journal.imprint_site_shift()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' AND TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'site.shift', ARRAY[t.id::text], ARRAY[NULL::bytea], ARRAY[substr(sha256(record_send(ROW(t.id, t.station_id, t.scanner_id, t.collector_id, t.during, t.body_hash))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.station_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.scanner_id), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.collector_id), 0) & 65535)::int8 << 0)) || int8send(((hash_record(ROW(t.during)) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 32))] FROM (SELECT NEW.*) t;
      ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'site.shift', array_agg(t.id::text), array_agg(NULL::bytea), array_agg(substr(sha256(record_send(ROW(t.id, t.station_id, t.scanner_id, t.collector_id, t.during, t.body_hash))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.station_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.scanner_id), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.collector_id), 0) & 65535)::int8 << 0)) || int8send(((hash_record(ROW(t.during)) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 32))) FROM added t HAVING count(*) > 0;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'site.shift', array_agg(t.id::text), array_agg(substr(sha256(record_send(ROW(t.id, t.station_id, t.scanner_id, t.collector_id, t.during, t.body_hash))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.station_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.scanner_id), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.collector_id), 0) & 65535)::int8 << 0)) || int8send(((hash_record(ROW(t.during)) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 32))), array_agg(NULL::bytea) FROM removed t HAVING count(*) > 0;
      ELSIF TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'site.shift', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.station_id, t.scanner_id, t.collector_id, t.during, t.body_hash))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.station_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.scanner_id), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.collector_id), 0) & 65535)::int8 << 0)) || int8send(((hash_record(ROW(t.during)) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 32)) AS print FROM (SELECT OLD.*) t) o
          FULL JOIN (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.station_id, t.scanner_id, t.collector_id, t.during, t.body_hash))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.station_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.scanner_id), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.collector_id), 0) & 65535)::int8 << 0)) || int8send(((hash_record(ROW(t.during)) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 32)) AS print FROM (SELECT NEW.*) t) n USING (key);
      ELSE
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'site.shift', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.station_id, t.scanner_id, t.collector_id, t.during, t.body_hash))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.station_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.scanner_id), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.collector_id), 0) & 65535)::int8 << 0)) || int8send(((hash_record(ROW(t.during)) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 32)) AS print FROM removed t) o
          FULL JOIN (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.station_id, t.scanner_id, t.collector_id, t.during, t.body_hash))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.station_id), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.scanner_id), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.collector_id), 0) & 65535)::int8 << 0)) || int8send(((hash_record(ROW(t.during)) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 32)) AS print FROM added t) n USING (key) HAVING count(*) > 0;
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION journal.imprint_site_site()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' AND TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'site.site', ARRAY[t.id::text], ARRAY[NULL::bytea], ARRAY[substr(sha256(record_send(ROW(t.id, t.code, t.name, t.area_code, t.address, t.kind, t.serves, t.state, t.pause_reason, t.time_zone, t.day_starts, t.busy_after_minutes, t.crowded_after_minutes, t.settings, t.version, t.body_hash, t.created_at, t.latitude, t.longitude))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.code), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.name), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.area_code), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.address), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.serves), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.pause_reason), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.time_zone), 0) & 65535)::int8 << 32) | ((coalesce(time_hash(t.day_starts), 0) & 65535)::int8 << 16) | ((coalesce(hashint2(t.busy_after_minutes), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint2(t.crowded_after_minutes), 0) & 65535)::int8 << 48) | ((coalesce(jsonb_hash(t.settings), 0) & 65535)::int8 << 32) | ((coalesce(hashint4(t.version), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.created_at), 0) & 65535)::int8 << 48) | ((coalesce(hashfloat8(t.latitude), 0) & 65535)::int8 << 32) | ((coalesce(hashfloat8(t.longitude), 0) & 65535)::int8 << 16))] FROM (SELECT NEW.*) t;
      ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'site.site', array_agg(t.id::text), array_agg(NULL::bytea), array_agg(substr(sha256(record_send(ROW(t.id, t.code, t.name, t.area_code, t.address, t.kind, t.serves, t.state, t.pause_reason, t.time_zone, t.day_starts, t.busy_after_minutes, t.crowded_after_minutes, t.settings, t.version, t.body_hash, t.created_at, t.latitude, t.longitude))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.code), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.name), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.area_code), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.address), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.serves), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.pause_reason), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.time_zone), 0) & 65535)::int8 << 32) | ((coalesce(time_hash(t.day_starts), 0) & 65535)::int8 << 16) | ((coalesce(hashint2(t.busy_after_minutes), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint2(t.crowded_after_minutes), 0) & 65535)::int8 << 48) | ((coalesce(jsonb_hash(t.settings), 0) & 65535)::int8 << 32) | ((coalesce(hashint4(t.version), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.created_at), 0) & 65535)::int8 << 48) | ((coalesce(hashfloat8(t.latitude), 0) & 65535)::int8 << 32) | ((coalesce(hashfloat8(t.longitude), 0) & 65535)::int8 << 16))) FROM added t HAVING count(*) > 0;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'site.site', array_agg(t.id::text), array_agg(substr(sha256(record_send(ROW(t.id, t.code, t.name, t.area_code, t.address, t.kind, t.serves, t.state, t.pause_reason, t.time_zone, t.day_starts, t.busy_after_minutes, t.crowded_after_minutes, t.settings, t.version, t.body_hash, t.created_at, t.latitude, t.longitude))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.code), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.name), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.area_code), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.address), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.serves), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.pause_reason), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.time_zone), 0) & 65535)::int8 << 32) | ((coalesce(time_hash(t.day_starts), 0) & 65535)::int8 << 16) | ((coalesce(hashint2(t.busy_after_minutes), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint2(t.crowded_after_minutes), 0) & 65535)::int8 << 48) | ((coalesce(jsonb_hash(t.settings), 0) & 65535)::int8 << 32) | ((coalesce(hashint4(t.version), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.created_at), 0) & 65535)::int8 << 48) | ((coalesce(hashfloat8(t.latitude), 0) & 65535)::int8 << 32) | ((coalesce(hashfloat8(t.longitude), 0) & 65535)::int8 << 16))), array_agg(NULL::bytea) FROM removed t HAVING count(*) > 0;
      ELSIF TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'site.site', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.code, t.name, t.area_code, t.address, t.kind, t.serves, t.state, t.pause_reason, t.time_zone, t.day_starts, t.busy_after_minutes, t.crowded_after_minutes, t.settings, t.version, t.body_hash, t.created_at, t.latitude, t.longitude))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.code), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.name), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.area_code), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.address), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.serves), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.pause_reason), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.time_zone), 0) & 65535)::int8 << 32) | ((coalesce(time_hash(t.day_starts), 0) & 65535)::int8 << 16) | ((coalesce(hashint2(t.busy_after_minutes), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint2(t.crowded_after_minutes), 0) & 65535)::int8 << 48) | ((coalesce(jsonb_hash(t.settings), 0) & 65535)::int8 << 32) | ((coalesce(hashint4(t.version), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.created_at), 0) & 65535)::int8 << 48) | ((coalesce(hashfloat8(t.latitude), 0) & 65535)::int8 << 32) | ((coalesce(hashfloat8(t.longitude), 0) & 65535)::int8 << 16)) AS print FROM (SELECT OLD.*) t) o
          FULL JOIN (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.code, t.name, t.area_code, t.address, t.kind, t.serves, t.state, t.pause_reason, t.time_zone, t.day_starts, t.busy_after_minutes, t.crowded_after_minutes, t.settings, t.version, t.body_hash, t.created_at, t.latitude, t.longitude))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.code), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.name), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.area_code), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.address), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.serves), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.pause_reason), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.time_zone), 0) & 65535)::int8 << 32) | ((coalesce(time_hash(t.day_starts), 0) & 65535)::int8 << 16) | ((coalesce(hashint2(t.busy_after_minutes), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint2(t.crowded_after_minutes), 0) & 65535)::int8 << 48) | ((coalesce(jsonb_hash(t.settings), 0) & 65535)::int8 << 32) | ((coalesce(hashint4(t.version), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.created_at), 0) & 65535)::int8 << 48) | ((coalesce(hashfloat8(t.latitude), 0) & 65535)::int8 << 32) | ((coalesce(hashfloat8(t.longitude), 0) & 65535)::int8 << 16)) AS print FROM (SELECT NEW.*) t) n USING (key);
      ELSE
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'site.site', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.code, t.name, t.area_code, t.address, t.kind, t.serves, t.state, t.pause_reason, t.time_zone, t.day_starts, t.busy_after_minutes, t.crowded_after_minutes, t.settings, t.version, t.body_hash, t.created_at, t.latitude, t.longitude))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.code), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.name), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.area_code), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.address), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.serves), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.pause_reason), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.time_zone), 0) & 65535)::int8 << 32) | ((coalesce(time_hash(t.day_starts), 0) & 65535)::int8 << 16) | ((coalesce(hashint2(t.busy_after_minutes), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint2(t.crowded_after_minutes), 0) & 65535)::int8 << 48) | ((coalesce(jsonb_hash(t.settings), 0) & 65535)::int8 << 32) | ((coalesce(hashint4(t.version), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.created_at), 0) & 65535)::int8 << 48) | ((coalesce(hashfloat8(t.latitude), 0) & 65535)::int8 << 32) | ((coalesce(hashfloat8(t.longitude), 0) & 65535)::int8 << 16)) AS print FROM removed t) o
          FULL JOIN (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.code, t.name, t.area_code, t.address, t.kind, t.serves, t.state, t.pause_reason, t.time_zone, t.day_starts, t.busy_after_minutes, t.crowded_after_minutes, t.settings, t.version, t.body_hash, t.created_at, t.latitude, t.longitude))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.code), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.name), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.area_code), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.address), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.serves), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashtext(t.pause_reason), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.time_zone), 0) & 65535)::int8 << 32) | ((coalesce(time_hash(t.day_starts), 0) & 65535)::int8 << 16) | ((coalesce(hashint2(t.busy_after_minutes), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint2(t.crowded_after_minutes), 0) & 65535)::int8 << 48) | ((coalesce(jsonb_hash(t.settings), 0) & 65535)::int8 << 32) | ((coalesce(hashint4(t.version), 0) & 65535)::int8 << 16) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.created_at), 0) & 65535)::int8 << 48) | ((coalesce(hashfloat8(t.latitude), 0) & 65535)::int8 << 32) | ((coalesce(hashfloat8(t.longitude), 0) & 65535)::int8 << 16)) AS print FROM added t) n USING (key) HAVING count(*) > 0;
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION journal.imprint_site_station()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' AND TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'site.station', ARRAY[t.id::text], ARRAY[NULL::bytea], ARRAY[substr(sha256(record_send(ROW(t.id, t.site_id, t.number, t.lane, t.body_hash, t.closed_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 32) | ((coalesce(hashint2(t.number), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.lane), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.closed_at), 0) & 65535)::int8 << 32))] FROM (SELECT NEW.*) t;
      ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'site.station', array_agg(t.id::text), array_agg(NULL::bytea), array_agg(substr(sha256(record_send(ROW(t.id, t.site_id, t.number, t.lane, t.body_hash, t.closed_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 32) | ((coalesce(hashint2(t.number), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.lane), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.closed_at), 0) & 65535)::int8 << 32))) FROM added t HAVING count(*) > 0;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'site.station', array_agg(t.id::text), array_agg(substr(sha256(record_send(ROW(t.id, t.site_id, t.number, t.lane, t.body_hash, t.closed_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 32) | ((coalesce(hashint2(t.number), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.lane), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.closed_at), 0) & 65535)::int8 << 32))), array_agg(NULL::bytea) FROM removed t HAVING count(*) > 0;
      ELSIF TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'site.station', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.site_id, t.number, t.lane, t.body_hash, t.closed_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 32) | ((coalesce(hashint2(t.number), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.lane), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.closed_at), 0) & 65535)::int8 << 32)) AS print FROM (SELECT OLD.*) t) o
          FULL JOIN (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.site_id, t.number, t.lane, t.body_hash, t.closed_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 32) | ((coalesce(hashint2(t.number), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.lane), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.closed_at), 0) & 65535)::int8 << 32)) AS print FROM (SELECT NEW.*) t) n USING (key);
      ELSE
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'site.station', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.site_id, t.number, t.lane, t.body_hash, t.closed_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 32) | ((coalesce(hashint2(t.number), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.lane), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.closed_at), 0) & 65535)::int8 << 32)) AS print FROM removed t) o
          FULL JOIN (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.site_id, t.number, t.lane, t.body_hash, t.closed_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 32) | ((coalesce(hashint2(t.number), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.lane), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.closed_at), 0) & 65535)::int8 << 32)) AS print FROM added t) n USING (key) HAVING count(*) > 0;
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION journal.imprint_transport_alarm()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' AND TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'transport.alarm', ARRAY[t.id::text], ARRAY[NULL::bytea], ARRAY[substr(sha256(record_send(ROW(t.id, t.kind, t.subject, t.site_id, t.round_id, t.since, t.due_at, t.raised_at, t.cleared_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.subject), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.since), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.due_at), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.raised_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.cleared_at), 0) & 65535)::int8 << 48))] FROM (SELECT NEW.*) t;
      ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'transport.alarm', array_agg(t.id::text), array_agg(NULL::bytea), array_agg(substr(sha256(record_send(ROW(t.id, t.kind, t.subject, t.site_id, t.round_id, t.since, t.due_at, t.raised_at, t.cleared_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.subject), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.since), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.due_at), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.raised_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.cleared_at), 0) & 65535)::int8 << 48))) FROM added t HAVING count(*) > 0;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'transport.alarm', array_agg(t.id::text), array_agg(substr(sha256(record_send(ROW(t.id, t.kind, t.subject, t.site_id, t.round_id, t.since, t.due_at, t.raised_at, t.cleared_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.subject), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.since), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.due_at), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.raised_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.cleared_at), 0) & 65535)::int8 << 48))), array_agg(NULL::bytea) FROM removed t HAVING count(*) > 0;
      ELSIF TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'transport.alarm', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.kind, t.subject, t.site_id, t.round_id, t.since, t.due_at, t.raised_at, t.cleared_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.subject), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.since), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.due_at), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.raised_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.cleared_at), 0) & 65535)::int8 << 48)) AS print FROM (SELECT OLD.*) t) o
          FULL JOIN (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.kind, t.subject, t.site_id, t.round_id, t.since, t.due_at, t.raised_at, t.cleared_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.subject), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.since), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.due_at), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.raised_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.cleared_at), 0) & 65535)::int8 << 48)) AS print FROM (SELECT NEW.*) t) n USING (key);
      ELSE
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'transport.alarm', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.kind, t.subject, t.site_id, t.round_id, t.since, t.due_at, t.raised_at, t.cleared_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.subject), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.since), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.due_at), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.raised_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.cleared_at), 0) & 65535)::int8 << 48)) AS print FROM removed t) o
          FULL JOIN (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.kind, t.subject, t.site_id, t.round_id, t.since, t.due_at, t.raised_at, t.cleared_at))), 1, 16) || int8send(((coalesce(uuid_hash(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.subject), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.round_id), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.since), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.due_at), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.raised_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.cleared_at), 0) & 65535)::int8 << 48)) AS print FROM added t) n USING (key) HAVING count(*) > 0;
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION journal.imprint_transport_box()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' AND TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'transport.box', ARRAY[t.code::text], ARRAY[NULL::bytea], ARRAY[substr(sha256(record_send(ROW(t.code, t.site_id, t.lab_code, t.state, t.opened_by, t.opened_at, t.sealed_by, t.sealed_at, t.counted_tubes, t.leg, t.holder_id, t.hub_code, t.received_at, t.body_hash))), 1, 16) || int8send(((coalesce(hashtext(t.code), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.lab_code), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.opened_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.opened_at), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.sealed_by), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.sealed_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint4(t.counted_tubes), 0) & 65535)::int8 << 48) | ((coalesce(hashint2(t.leg), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.holder_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.hub_code), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.received_at), 0) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 32))] FROM (SELECT NEW.*) t;
      ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'transport.box', array_agg(t.code::text), array_agg(NULL::bytea), array_agg(substr(sha256(record_send(ROW(t.code, t.site_id, t.lab_code, t.state, t.opened_by, t.opened_at, t.sealed_by, t.sealed_at, t.counted_tubes, t.leg, t.holder_id, t.hub_code, t.received_at, t.body_hash))), 1, 16) || int8send(((coalesce(hashtext(t.code), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.lab_code), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.opened_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.opened_at), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.sealed_by), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.sealed_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint4(t.counted_tubes), 0) & 65535)::int8 << 48) | ((coalesce(hashint2(t.leg), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.holder_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.hub_code), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.received_at), 0) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 32))) FROM added t HAVING count(*) > 0;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'transport.box', array_agg(t.code::text), array_agg(substr(sha256(record_send(ROW(t.code, t.site_id, t.lab_code, t.state, t.opened_by, t.opened_at, t.sealed_by, t.sealed_at, t.counted_tubes, t.leg, t.holder_id, t.hub_code, t.received_at, t.body_hash))), 1, 16) || int8send(((coalesce(hashtext(t.code), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.lab_code), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.opened_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.opened_at), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.sealed_by), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.sealed_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint4(t.counted_tubes), 0) & 65535)::int8 << 48) | ((coalesce(hashint2(t.leg), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.holder_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.hub_code), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.received_at), 0) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 32))), array_agg(NULL::bytea) FROM removed t HAVING count(*) > 0;
      ELSIF TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'transport.box', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.code::text AS key, substr(sha256(record_send(ROW(t.code, t.site_id, t.lab_code, t.state, t.opened_by, t.opened_at, t.sealed_by, t.sealed_at, t.counted_tubes, t.leg, t.holder_id, t.hub_code, t.received_at, t.body_hash))), 1, 16) || int8send(((coalesce(hashtext(t.code), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.lab_code), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.opened_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.opened_at), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.sealed_by), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.sealed_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint4(t.counted_tubes), 0) & 65535)::int8 << 48) | ((coalesce(hashint2(t.leg), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.holder_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.hub_code), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.received_at), 0) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 32)) AS print FROM (SELECT OLD.*) t) o
          FULL JOIN (SELECT t.code::text AS key, substr(sha256(record_send(ROW(t.code, t.site_id, t.lab_code, t.state, t.opened_by, t.opened_at, t.sealed_by, t.sealed_at, t.counted_tubes, t.leg, t.holder_id, t.hub_code, t.received_at, t.body_hash))), 1, 16) || int8send(((coalesce(hashtext(t.code), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.lab_code), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.opened_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.opened_at), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.sealed_by), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.sealed_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint4(t.counted_tubes), 0) & 65535)::int8 << 48) | ((coalesce(hashint2(t.leg), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.holder_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.hub_code), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.received_at), 0) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 32)) AS print FROM (SELECT NEW.*) t) n USING (key);
      ELSE
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'transport.box', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.code::text AS key, substr(sha256(record_send(ROW(t.code, t.site_id, t.lab_code, t.state, t.opened_by, t.opened_at, t.sealed_by, t.sealed_at, t.counted_tubes, t.leg, t.holder_id, t.hub_code, t.received_at, t.body_hash))), 1, 16) || int8send(((coalesce(hashtext(t.code), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.lab_code), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.opened_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.opened_at), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.sealed_by), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.sealed_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint4(t.counted_tubes), 0) & 65535)::int8 << 48) | ((coalesce(hashint2(t.leg), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.holder_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.hub_code), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.received_at), 0) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 32)) AS print FROM removed t) o
          FULL JOIN (SELECT t.code::text AS key, substr(sha256(record_send(ROW(t.code, t.site_id, t.lab_code, t.state, t.opened_by, t.opened_at, t.sealed_by, t.sealed_at, t.counted_tubes, t.leg, t.holder_id, t.hub_code, t.received_at, t.body_hash))), 1, 16) || int8send(((coalesce(hashtext(t.code), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.site_id), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.lab_code), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.state), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.opened_by), 0) & 65535)::int8 << 48) | ((coalesce(timestamptz_hash(t.opened_at), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.sealed_by), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.sealed_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashint4(t.counted_tubes), 0) & 65535)::int8 << 48) | ((coalesce(hashint2(t.leg), 0) & 65535)::int8 << 32) | ((coalesce(uuid_hash(t.holder_id), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.hub_code), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.received_at), 0) & 65535)::int8 << 48) | ((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 32)) AS print FROM added t) n USING (key) HAVING count(*) > 0;
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION journal.imprint_transport_leg()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' AND TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'transport.leg', ARRAY[t.box_code::text || '/' || t.leg::text], ARRAY[NULL::bytea], ARRAY[substr(sha256(record_send(ROW(t.box_code, t.leg, t.kind, t.given_by, t.taken_by, t.hub_code, t.plate, t.signed_at, t.body_hash))), 1, 16) || int8send(((coalesce(hashtext(t.box_code), 0) & 65535)::int8 << 48) | ((coalesce(hashint2(t.leg), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.given_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.taken_by), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.hub_code), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.plate), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.signed_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 48))] FROM (SELECT NEW.*) t;
      ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'transport.leg', array_agg(t.box_code::text || '/' || t.leg::text), array_agg(NULL::bytea), array_agg(substr(sha256(record_send(ROW(t.box_code, t.leg, t.kind, t.given_by, t.taken_by, t.hub_code, t.plate, t.signed_at, t.body_hash))), 1, 16) || int8send(((coalesce(hashtext(t.box_code), 0) & 65535)::int8 << 48) | ((coalesce(hashint2(t.leg), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.given_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.taken_by), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.hub_code), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.plate), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.signed_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 48))) FROM added t HAVING count(*) > 0;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'transport.leg', array_agg(t.box_code::text || '/' || t.leg::text), array_agg(substr(sha256(record_send(ROW(t.box_code, t.leg, t.kind, t.given_by, t.taken_by, t.hub_code, t.plate, t.signed_at, t.body_hash))), 1, 16) || int8send(((coalesce(hashtext(t.box_code), 0) & 65535)::int8 << 48) | ((coalesce(hashint2(t.leg), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.given_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.taken_by), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.hub_code), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.plate), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.signed_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 48))), array_agg(NULL::bytea) FROM removed t HAVING count(*) > 0;
      ELSIF TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'transport.leg', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.box_code::text || '/' || t.leg::text AS key, substr(sha256(record_send(ROW(t.box_code, t.leg, t.kind, t.given_by, t.taken_by, t.hub_code, t.plate, t.signed_at, t.body_hash))), 1, 16) || int8send(((coalesce(hashtext(t.box_code), 0) & 65535)::int8 << 48) | ((coalesce(hashint2(t.leg), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.given_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.taken_by), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.hub_code), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.plate), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.signed_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 48)) AS print FROM (SELECT OLD.*) t) o
          FULL JOIN (SELECT t.box_code::text || '/' || t.leg::text AS key, substr(sha256(record_send(ROW(t.box_code, t.leg, t.kind, t.given_by, t.taken_by, t.hub_code, t.plate, t.signed_at, t.body_hash))), 1, 16) || int8send(((coalesce(hashtext(t.box_code), 0) & 65535)::int8 << 48) | ((coalesce(hashint2(t.leg), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.given_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.taken_by), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.hub_code), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.plate), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.signed_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 48)) AS print FROM (SELECT NEW.*) t) n USING (key);
      ELSE
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'transport.leg', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.box_code::text || '/' || t.leg::text AS key, substr(sha256(record_send(ROW(t.box_code, t.leg, t.kind, t.given_by, t.taken_by, t.hub_code, t.plate, t.signed_at, t.body_hash))), 1, 16) || int8send(((coalesce(hashtext(t.box_code), 0) & 65535)::int8 << 48) | ((coalesce(hashint2(t.leg), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.given_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.taken_by), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.hub_code), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.plate), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.signed_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 48)) AS print FROM removed t) o
          FULL JOIN (SELECT t.box_code::text || '/' || t.leg::text AS key, substr(sha256(record_send(ROW(t.box_code, t.leg, t.kind, t.given_by, t.taken_by, t.hub_code, t.plate, t.signed_at, t.body_hash))), 1, 16) || int8send(((coalesce(hashtext(t.box_code), 0) & 65535)::int8 << 48) | ((coalesce(hashint2(t.leg), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.kind), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.given_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(uuid_hash(t.taken_by), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.hub_code), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.plate), 0) & 65535)::int8 << 16) | ((coalesce(timestamptz_hash(t.signed_at), 0) & 65535)::int8 << 0)) || int8send(((coalesce(hashbytea(t.body_hash), 0) & 65535)::int8 << 48)) AS print FROM added t) n USING (key) HAVING count(*) > 0;
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION journal.imprint_transport_packing()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' AND TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'transport.packing', ARRAY[t.id::text], ARRAY[NULL::bytea], ARRAY[substr(sha256(record_send(ROW(t.id, t.barcode, t.box_code, t.packed_by, t.packed_at, t.removed_by, t.removed_at, t.removal_reason))), 1, 16) || int8send(((coalesce(hashint8(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.barcode), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.box_code), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.packed_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.packed_at), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.removed_by), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.removed_at), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.removal_reason), 0) & 65535)::int8 << 0))] FROM (SELECT NEW.*) t;
      ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'transport.packing', array_agg(t.id::text), array_agg(NULL::bytea), array_agg(substr(sha256(record_send(ROW(t.id, t.barcode, t.box_code, t.packed_by, t.packed_at, t.removed_by, t.removed_at, t.removal_reason))), 1, 16) || int8send(((coalesce(hashint8(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.barcode), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.box_code), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.packed_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.packed_at), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.removed_by), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.removed_at), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.removal_reason), 0) & 65535)::int8 << 0))) FROM added t HAVING count(*) > 0;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'transport.packing', array_agg(t.id::text), array_agg(substr(sha256(record_send(ROW(t.id, t.barcode, t.box_code, t.packed_by, t.packed_at, t.removed_by, t.removed_at, t.removal_reason))), 1, 16) || int8send(((coalesce(hashint8(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.barcode), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.box_code), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.packed_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.packed_at), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.removed_by), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.removed_at), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.removal_reason), 0) & 65535)::int8 << 0))), array_agg(NULL::bytea) FROM removed t HAVING count(*) > 0;
      ELSIF TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'transport.packing', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.barcode, t.box_code, t.packed_by, t.packed_at, t.removed_by, t.removed_at, t.removal_reason))), 1, 16) || int8send(((coalesce(hashint8(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.barcode), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.box_code), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.packed_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.packed_at), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.removed_by), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.removed_at), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.removal_reason), 0) & 65535)::int8 << 0)) AS print FROM (SELECT OLD.*) t) o
          FULL JOIN (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.barcode, t.box_code, t.packed_by, t.packed_at, t.removed_by, t.removed_at, t.removal_reason))), 1, 16) || int8send(((coalesce(hashint8(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.barcode), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.box_code), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.packed_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.packed_at), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.removed_by), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.removed_at), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.removal_reason), 0) & 65535)::int8 << 0)) AS print FROM (SELECT NEW.*) t) n USING (key);
      ELSE
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'transport.packing', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.barcode, t.box_code, t.packed_by, t.packed_at, t.removed_by, t.removed_at, t.removal_reason))), 1, 16) || int8send(((coalesce(hashint8(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.barcode), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.box_code), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.packed_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.packed_at), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.removed_by), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.removed_at), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.removal_reason), 0) & 65535)::int8 << 0)) AS print FROM removed t) o
          FULL JOIN (SELECT t.id::text AS key, substr(sha256(record_send(ROW(t.id, t.barcode, t.box_code, t.packed_by, t.packed_at, t.removed_by, t.removed_at, t.removal_reason))), 1, 16) || int8send(((coalesce(hashint8(t.id), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.barcode), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.box_code), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.packed_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.packed_at), 0) & 65535)::int8 << 48) | ((coalesce(uuid_hash(t.removed_by), 0) & 65535)::int8 << 32) | ((coalesce(timestamptz_hash(t.removed_at), 0) & 65535)::int8 << 16) | ((coalesce(hashtext(t.removal_reason), 0) & 65535)::int8 << 0)) AS print FROM added t) n USING (key) HAVING count(*) > 0;
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION journal.imprint_transport_tube_end()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' AND TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'transport.tube_end', ARRAY[t.barcode::text], ARRAY[NULL::bytea], ARRAY[substr(sha256(record_send(ROW(t.barcode, t.ending, t.reason, t.ended_by, t.ended_at))), 1, 16) || int8send(((coalesce(hashtext(t.barcode), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.ending), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.ended_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.ended_at), 0) & 65535)::int8 << 48))] FROM (SELECT NEW.*) t;
      ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'transport.tube_end', array_agg(t.barcode::text), array_agg(NULL::bytea), array_agg(substr(sha256(record_send(ROW(t.barcode, t.ending, t.reason, t.ended_by, t.ended_at))), 1, 16) || int8send(((coalesce(hashtext(t.barcode), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.ending), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.ended_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.ended_at), 0) & 65535)::int8 << 48))) FROM added t HAVING count(*) > 0;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'transport.tube_end', array_agg(t.barcode::text), array_agg(substr(sha256(record_send(ROW(t.barcode, t.ending, t.reason, t.ended_by, t.ended_at))), 1, 16) || int8send(((coalesce(hashtext(t.barcode), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.ending), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.ended_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.ended_at), 0) & 65535)::int8 << 48))), array_agg(NULL::bytea) FROM removed t HAVING count(*) > 0;
      ELSIF TG_LEVEL = 'ROW' THEN
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'transport.tube_end', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.barcode::text AS key, substr(sha256(record_send(ROW(t.barcode, t.ending, t.reason, t.ended_by, t.ended_at))), 1, 16) || int8send(((coalesce(hashtext(t.barcode), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.ending), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.ended_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.ended_at), 0) & 65535)::int8 << 48)) AS print FROM (SELECT OLD.*) t) o
          FULL JOIN (SELECT t.barcode::text AS key, substr(sha256(record_send(ROW(t.barcode, t.ending, t.reason, t.ended_by, t.ended_at))), 1, 16) || int8send(((coalesce(hashtext(t.barcode), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.ending), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.ended_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.ended_at), 0) & 65535)::int8 << 48)) AS print FROM (SELECT NEW.*) t) n USING (key);
      ELSE
        INSERT INTO journal.imprint (ledger, keys, before, after)
        SELECT 'transport.tube_end', array_agg(key), array_agg(o.print), array_agg(n.print)
          FROM (SELECT t.barcode::text AS key, substr(sha256(record_send(ROW(t.barcode, t.ending, t.reason, t.ended_by, t.ended_at))), 1, 16) || int8send(((coalesce(hashtext(t.barcode), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.ending), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.ended_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.ended_at), 0) & 65535)::int8 << 48)) AS print FROM removed t) o
          FULL JOIN (SELECT t.barcode::text AS key, substr(sha256(record_send(ROW(t.barcode, t.ending, t.reason, t.ended_by, t.ended_at))), 1, 16) || int8send(((coalesce(hashtext(t.barcode), 0) & 65535)::int8 << 48) | ((coalesce(hashtext(t.ending), 0) & 65535)::int8 << 32) | ((coalesce(hashtext(t.reason), 0) & 65535)::int8 << 16) | ((coalesce(uuid_hash(t.ended_by), 0) & 65535)::int8 << 0)) || int8send(((coalesce(timestamptz_hash(t.ended_at), 0) & 65535)::int8 << 48)) AS print FROM added t) n USING (key) HAVING count(*) > 0;
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION journal.key_sql(of_ledger regclass, keys text[])
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  SELECT string_agg(CASE WHEN a.atttypid = 'bytea'::regtype THEN format('encode(t.%I, ''hex'')', k.name)
                         ELSE format('t.%I::text', k.name) END, $q$ || '/' || $q$ ORDER BY k.nth)
    FROM unnest(keys) WITH ORDINALITY AS k (name, nth) JOIN pg_attribute a ON a.attrelid = of_ledger AND a.attname = k.name
$function$;

CREATE OR REPLACE FUNCTION journal.of_person(resident uuid, before_at timestamp with time zone, before_id uuid, most integer)
 RETURNS TABLE(recorded_at timestamp with time zone, id uuid, topic text, what text, purpose text, actor_id uuid, role text, actor text, site_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  WITH asked AS MATERIALIZED (
    SELECT resident AS person
     WHERE session_user <> 'shihe_reader' OR access.actor() = resident
        OR EXISTS (SELECT 1 FROM community.resident r WHERE r.id = resident AND r.guardian_id = access.actor())
  ), correction AS MATERIALIZED (
    SELECT c.id, c.before, c.after FROM asked, sampling.correction c WHERE c.residents @> ARRAY[asked.person]
  ), swab AS MATERIALIZED (
    SELECT a.swab_id AS id FROM asked, sampling.attendance a WHERE a.resident_id = asked.person
    UNION
    SELECT (s ->> 'id')::uuid
      FROM asked, correction c, jsonb_array_elements(coalesce(c.before -> 'swabs', '[]') || coalesce(c.after -> 'swabs', '[]')) AS s
     WHERE s ->> 'residentId' = asked.person::text
  ), thing AS MATERIALIZED (
    SELECT 'ticket:' || t.id AS subject FROM asked JOIN queue.ticket t ON t.resident_id = asked.person
    UNION
    SELECT 'call:' || t.call_id FROM asked JOIN queue.ticket t ON t.resident_id = asked.person AND t.call_id IS NOT NULL
    UNION
    SELECT 'recall:' || o.id FROM asked JOIN results.recall_order o ON o.resident_id = asked.person
    UNION
    SELECT 'exception:' || x.id
      FROM asked JOIN sampling.exception x ON x.details ->> 'residentId' = asked.person::text
                                          AND x.kind IN ('not-listed', 'not-me')
  ), named AS MATERIALIZED (
    SELECT e.recorded_at, e.id, e.topic, e.payload, e.actor_id, e.site_id
      FROM asked, journal.entry e
     WHERE e.topic <> 'sampling.swabs-recorded' AND journal.people_in(e.subject, e.payload) @> ARRAY[asked.person]
  ), found AS (
    SELECT * FROM named
    UNION
    SELECT e.recorded_at, e.id, e.topic, e.payload, e.actor_id, e.site_id
      FROM correction c JOIN journal.entry e ON e.subject = 'correction:' || c.id
    UNION
    -- What names the person by a thing of theirs: a ticket, the call that it was in, an order to come again, a case.
    SELECT e.recorded_at, e.id, e.topic, e.payload, e.actor_id, e.site_id
      FROM thing n JOIN journal.entry e ON e.subject = n.subject AND e.topic <> 'sampling.swabs-recorded'
    UNION
    SELECT e.recorded_at, e.id, e.topic, '{}', e.actor_id, e.site_id
      FROM asked
      JOIN sampling.exception x ON x.details ->> 'residentId' = asked.person::text
                               AND x.kind IN ('not-listed', 'not-me')
      JOIN LATERAL (SELECT * FROM journal.entry e
                     WHERE e.subject = 'site:' || x.site_id AND e.topic = 'sampling.exceptions-raised'
                       AND e.recorded_at >= x.raised_at - interval '10 seconds'
                       AND e.recorded_at < x.raised_at + interval '10 seconds'
                       AND e.payload -> 'exceptions' @> jsonb_build_array(jsonb_build_object('id', x.id))) e ON true
    UNION
    -- A published answer is a row with its own history; one written by hand has its entry.
    SELECT v.published_at, md5(v.round_id::text || v.resident_id || v.version)::uuid, 'results.answer-published',
           jsonb_build_object('what', 'version ' || v.version), NULL, NULL
      FROM asked JOIN results.answer v ON v.resident_id = asked.person AND v.cause <> 'amendment'
    UNION
    SELECT e.recorded_at, e.id, e.topic, '{}', (one ->> 4)::uuid, e.site_id
      FROM asked CROSS JOIN swab w
      JOIN LATERAL (SELECT s.recorded_at, t.site_id FROM sampling.swab s JOIN sampling.tube t ON t.barcode = s.tube_barcode
                     WHERE s.id = w.id) s ON true
      JOIN LATERAL (SELECT * FROM journal.entry e
                     WHERE e.subject = 'site:' || s.site_id AND e.topic = 'sampling.swabs-recorded'
                       AND e.recorded_at >= s.recorded_at AND e.recorded_at < s.recorded_at + interval '10 seconds') e ON true
      JOIN LATERAL (SELECT one FROM jsonb_array_elements(e.payload -> 'swabs') AS one
                     WHERE one ->> 0 = w.id::text) b ON one ->> 3 = asked.person::text
  )
  SELECT f.recorded_at, f.id, f.topic, f.payload ->> 'what', f.payload ->> 'purpose', f.actor_id,
         coalesce(f.payload ->> 'role', a.role,
                  CASE WHEN f.actor_id IS NULL THEN 'house'
                       WHEN EXISTS (SELECT 1 FROM community.resident r WHERE r.id = f.actor_id) THEN 'resident' END),
         CASE WHEN session_user <> 'shihe_reader' THEN a.username END, f.site_id
    FROM found f LEFT JOIN access.account a ON a.id = f.actor_id
   WHERE before_at IS NULL OR (f.recorded_at, f.id) < (before_at, before_id)
   ORDER BY f.recorded_at DESC, f.id DESC
   LIMIT most
$function$;

CREATE OR REPLACE FUNCTION journal.people_in(subject text, payload jsonb)
 RETURNS uuid[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  SELECT coalesce(array_agg(DISTINCT named.word::uuid), '{}')
    FROM (SELECT payload ->> one.field AS word FROM (VALUES ('residentId'), ('absorbedId'), ('survivorId')) one (field)
          UNION ALL
          SELECT CASE WHEN subject LIKE 'resident:%' THEN substr(subject, 10) END
          UNION ALL
          SELECT listed.word
            FROM (VALUES (payload -> 'residentIds'), (payload -> 'residents'), (payload -> 'added'), (payload -> 'changed')) lists (list),
                 jsonb_array_elements_text(CASE jsonb_typeof(list) WHEN 'array' THEN list ELSE '[]' END) AS listed (word)) named
   WHERE named.word ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
$function$;

CREATE OR REPLACE FUNCTION journal.print_sql(of_ledger regclass, columns text[])
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  WITH hashed AS (
    SELECT c.name, c.nth,
           CASE WHEN p.proname IS NULL THEN format('hash_record(ROW(t.%I))', c.name)
                ELSE format('coalesce(%s(t.%I), 0)', p.proname, c.name) END AS hash
      FROM unnest(columns) WITH ORDINALITY AS c (name, nth)
      JOIN pg_attribute a ON a.attrelid = of_ledger AND a.attname = c.name
      LEFT JOIN (pg_opclass o JOIN pg_am m ON m.oid = o.opcmethod AND m.amname = 'hash')
        ON o.opcdefault AND o.opcintype = a.atttypid
      LEFT JOIN pg_amproc ap ON ap.amprocfamily = o.opcfamily AND ap.amproclefttype = o.opcintype AND ap.amprocnum = 1
      LEFT JOIN pg_proc p ON p.oid = ap.amproc AND p.proargtypes[0] = a.atttypid
  ), packed AS (
    SELECT (nth - 1) / 4 AS four,
           'int8send(' || string_agg(format('((%s & 65535)::int8 << %s)', hash, 48 - 16 * ((nth - 1) % 4)), ' | ' ORDER BY nth)
             || ')' AS bytes
      FROM hashed GROUP BY four
  )
  SELECT format('substr(sha256(record_send(ROW(%s))), 1, 16) || ', (SELECT string_agg(format('t.%I', name), ', ' ORDER BY nth) FROM hashed))
         || string_agg(bytes, ' || ' ORDER BY four)
    FROM packed
$function$;

CREATE OR REPLACE FUNCTION journal.prints_of(of_ledger text)
 RETURNS TABLE(key text, print bytea, born xid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
BEGIN
  RETURN QUERY EXECUTE (SELECT format('SELECT %s, %s, t.xmin FROM %s t', journal.key_sql(l.name::regclass, l.keys),
                                      journal.print_sql(l.name::regclass, l.columns), l.name)
                          FROM journal.ledger l WHERE l.name = of_ledger);
END $function$;

CREATE OR REPLACE FUNCTION journal.write_baseline(of_ledger text, key text, print_then text, print_now text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
BEGIN
  EXECUTE format($q$
    INSERT INTO journal.imprint (ledger, kind, keys, before, after)
    SELECT %L, 'baseline', array_agg(r.key), array_agg(r.print_then), array_agg(r.print_now)
      FROM (SELECT %s AS key, %s AS print_then, %s AS print_now, (row_number() OVER () - 1) / 500 AS page FROM %s t) r
     GROUP BY r.page ORDER BY r.page
  $q$, of_ledger, key, print_then, print_now, of_ledger);
END $function$;

CREATE OR REPLACE FUNCTION lab.check_report_rows()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF NEW.state = 'applied' AND NEW.rows <> (SELECT count(*) FROM lab.report_row r WHERE r.report_id = NEW.id) THEN
    RAISE EXCEPTION 'report % is not whole', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION lab.mine()
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ SELECT lab_code FROM lab.staff WHERE account_id = access.actor() $function$;

CREATE OR REPLACE FUNCTION queue.call_next(of_call uuid, to_station uuid, of_site uuid, of_day date, of_lane text, asked integer, moment timestamp with time zone)
 RETURNS uuid[]
 LANGUAGE plpgsql
AS $function$
DECLARE
  line CURSOR FOR
    SELECT id, party_size FROM queue.ticket
     WHERE site_id = of_site AND business_day = of_day AND lane = of_lane AND state = 'waiting'
     ORDER BY place, number FOR UPDATE SKIP LOCKED;
  next record;
  called uuid[] := '{}';
  in_all int := 0;
BEGIN
  OPEN line;
  LOOP
    FETCH line INTO next;
    EXIT WHEN NOT FOUND OR (in_all > 0 AND in_all + next.party_size > asked);
    called := called || next.id;
    in_all := in_all + next.party_size;
    EXIT WHEN in_all >= asked;
  END LOOP;
  CLOSE line;
  UPDATE queue.ticket SET state = 'called', call_id = of_call, station_id = to_station, called_at = moment,
                          announced_at = moment
   WHERE id = ANY (called);
  UPDATE queue.call SET people = in_all, ticket_ids = called WHERE id = of_call;
  RETURN called;
END $function$;

CREATE OR REPLACE FUNCTION queue.sampled_singly(resident uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  SELECT s.single_only OR s.lane = 'single'
         OR EXISTS (SELECT 1 FROM queue.led_singly l WHERE l.resident_id = s.id AND l.released_at IS NULL)
    FROM community.sampling_subject s WHERE s.id = resident
$function$;

CREATE OR REPLACE FUNCTION queue.status_word(state text, is_over boolean, waiting numeric, longest integer, busy_after integer, crowded_after integer)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  SELECT CASE WHEN state <> 'open' OR is_over THEN 'resting'
              WHEN waiting = 0 THEN 'clear'
              WHEN longest >= crowded_after THEN 'crowded'
              WHEN longest > busy_after THEN 'busy'
              WHEN longest IS NOT NULL THEN 'clear' END
$function$;

CREATE OR REPLACE FUNCTION queue.wait_minutes(ahead bigint, calls bigint, people_per_call double precision, mean_gap double precision, deviation double precision, OUT from_minutes integer, OUT to_minutes integer)
 RETURNS record
 LANGUAGE sql
 IMMUTABLE
AS $function$
  SELECT CASE WHEN calls >= 3 THEN least(greatest(floor(middle - spread), 0), 480)::int END,
         CASE WHEN calls >= 3 THEN least(greatest(ceil(middle + spread), 1), 480)::int END
    FROM (SELECT calls_ahead * mean_gap AS middle,
                 deviation * sqrt(calls_ahead + calls_ahead * calls_ahead / greatest(calls, 1)) AS spread
            FROM (SELECT ahead / nullif(people_per_call, 0) AS calls_ahead) a) b
$function$;

CREATE OR REPLACE FUNCTION results.keep_amendments()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF TG_OP = 'DELETE' OR old.ended_at IS NOT NULL
     OR (new.id, new.round_id, new.resident_id, new.status, new.reason, new.version, new.author_id, new.proposed_at)
        IS DISTINCT FROM
        (old.id, old.round_id, old.resident_id, old.status, old.reason, old.version, old.author_id, old.proposed_at) THEN
    RAISE EXCEPTION 'an amendment is history' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN new;
END $function$;

CREATE OR REPLACE FUNCTION results.keep_versions()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF TG_OP = 'DELETE' OR NOT old.current OR new.current
     OR to_jsonb(new) - 'current' IS DISTINCT FROM to_jsonb(old) - 'current' THEN
    RAISE EXCEPTION 'a published answer is never changed, a new version follows it' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN new;
END $function$;

CREATE OR REPLACE FUNCTION sampling.adopt_tubes(barcodes text[], rounds uuid[], stations uuid[], classes text[], actors uuid[], taken timestamp with time zone[], hashes bytea[], opened boolean, at_site uuid, in_round uuid)
 RETURNS TABLE(nth integer, found text, round_id uuid, breaches text[])
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
#variable_conflict use_column
DECLARE
  moment timestamptz := clock_timestamp();
  one uuid;
BEGIN
  FOR one IN SELECT x.id FROM campaign.round x
              WHERE x.state <> 'draft'
                AND (x.id = ANY (rounds || in_round) OR x.state IN ('open', 'closing') AND array_position(rounds, NULL) IS NOT NULL)
              ORDER BY x.id LOOP
    PERFORM sampling.ensure_round(one);
  END LOOP;
  RETURN QUERY
  WITH sent AS MATERIALIZED (
    SELECT s.nth::int AS nth, s.barcode, s.round, s.station, s.class, s.actor, s.taken_at, s.hash
      FROM unnest(barcodes, rounds, stations, classes, actors, taken, hashes)
           WITH ORDINALITY AS s (barcode, round, station, class, actor, taken_at, hash, nth)
  ), grounded AS MATERIALIZED (
    SELECT s.*, ro.id AS in_round_id, ro.state AS round_state, p.pool_class, p.capacity, st.id AS station_id, sh.id AS shift_id,
           array_remove(ARRAY[
             CASE WHEN (in_round IS NOT NULL AND ro.id <> in_round)
                    OR NOT (session_user = current_user OR site.reaches(s.actor, at_site, ro.id)) THEN 'out-of-scope' END,
             CASE WHEN ro.state NOT IN ('open', 'closing') THEN 'round-closed' END,
             CASE WHEN opened AND (ro.id IS DISTINCT FROM s.round OR st.id IS DISTINCT FROM s.station
                                   OR p.pool_class IS DISTINCT FROM s.class
                                   OR s.barcode !~ coalesce(ro.settings ->> 'barcodePattern', '^[A-Za-z0-9-]{4,32}$'))
                  THEN 'against-rules' END], NULL) AS broken
      FROM sent s
      LEFT JOIN LATERAL (
        SELECT x.* FROM campaign.round x JOIN site.site i ON i.id = at_site JOIN community.area h ON h.code = i.area_code
         WHERE x.state <> 'draft'
         ORDER BY x.id = s.round DESC NULLS LAST, x.id = in_round DESC NULLS LAST,
                  EXISTS (SELECT 1 FROM campaign.round_area a WHERE a.round_id = x.id AND a.area_code = ANY (h.lineage)) DESC,
                  x.state IN ('open', 'closing') DESC, x.starts_at DESC LIMIT 1) ro ON true
      LEFT JOIN LATERAL (
        SELECT * FROM campaign.pool_class x WHERE x.round_id = ro.id
         ORDER BY x.pool_class = s.class DESC NULLS LAST, x.pool_class = ro.default_pool_class DESC LIMIT 1) p ON true
      LEFT JOIN LATERAL (
        SELECT * FROM site.station x WHERE x.site_id = at_site
         ORDER BY x.id = s.station DESC NULLS LAST, x.number LIMIT 1) st ON true
      LEFT JOIN LATERAL (
        SELECT * FROM site.shift x WHERE x.station_id = st.id
         ORDER BY x.during @> s.taken_at DESC NULLS LAST, lower(x.during) DESC LIMIT 1) sh ON true
  ), made AS (
    INSERT INTO sampling.tube AS known (barcode, round_id, site_id, station_id, shift_id, pool_class, capacity, opened_by,
                                        opened_at, body_hash, adopted)
    SELECT g.barcode, g.in_round_id, at_site, g.station_id, g.shift_id, g.pool_class, g.capacity, g.actor,
           least(coalesce(g.taken_at, moment), moment), g.hash, NOT opened
      FROM grounded g
     WHERE g.in_round_id IS NOT NULL AND g.station_id IS NOT NULL AND g.pool_class IS NOT NULL
       AND to_regclass('sampling.attendance_' || replace(g.in_round_id::text, '-', '')) IS NOT NULL
     ORDER BY g.barcode
    ON CONFLICT (barcode) DO UPDATE
       SET adopted = false, station_id = excluded.station_id, shift_id = excluded.shift_id, opened_by = excluded.opened_by,
           opened_at = excluded.opened_at, body_hash = excluded.body_hash, pool_class = excluded.pool_class,
           capacity = excluded.capacity, surplus = greatest(known.surplus, known.filled - excluded.capacity)
     WHERE known.adopted AND opened AND known.round_id = excluded.round_id AND known.site_id = excluded.site_id
    RETURNING barcode, xmax = 0 AS fresh
  )
  SELECT g.nth, CASE WHEN m.fresh THEN 'made' WHEN m.barcode IS NOT NULL THEN 'completed'
                     WHEN t.body_hash = g.hash THEN 'same' ELSE 'other' END,
         coalesce(t.round_id, g.in_round_id),
         CASE WHEN m.barcode IS NULL THEN '{}' ELSE g.broken END
    FROM grounded g
    LEFT JOIN made m ON m.barcode = g.barcode
    LEFT JOIN sampling.tube t ON t.barcode = g.barcode
   WHERE m.barcode IS NOT NULL OR t.barcode IS NOT NULL;
END $function$;

CREATE OR REPLACE FUNCTION sampling.close_batch(device uuid, run bigint, boot uuid, batch_counter bigint, batch_hash text, previous_hash text, chain_fault text, advances boolean, skew double precision, arrived_acts integer, seqs bigint[], digests uuid[], bodies uuid[], acts uuid[], stored uuid[], kinds text[], outcomes text[], broken text[], places smallint[])
 RETURNS jsonb
 LANGUAGE plpgsql
 SET enable_seqscan TO 'off'
AS $function$
DECLARE
  left_open jsonb;
BEGIN
  INSERT INTO sampling.device_act (line_id, seq, digest, body, act_id, stored_id, kind, outcome, rules, place, received_at)
  SELECT run, a.seq, a.digest, a.body, a.act_id, a.stored_id, a.kind, a.outcome,
         CASE WHEN a.rules = '' THEN '{}' ELSE string_to_array(a.rules, ',') END, a.place, now()
    FROM unnest(seqs, digests, bodies, acts, stored, kinds, outcomes, broken, places)
         AS a (seq, digest, body, act_id, stored_id, kind, outcome, rules, place);
  INSERT INTO sampling.device_batch (device_id, counter, hash, previous, fault, acts)
  VALUES (device, batch_counter, batch_hash, previous_hash, chain_fault, arrived_acts) ON CONFLICT DO NOTHING;
  UPDATE sampling.device_book b
     SET counter = CASE WHEN advances THEN batch_counter ELSE b.counter END,
         last_hash = CASE WHEN advances THEN batch_hash ELSE b.last_hash END,
         boot_id = boot, last_contact_at = now(), skew_seconds = coalesce(skew, b.skew_seconds),
         arrived = b.arrived + arrived_acts, received = b.received + n.received,
         repeated = b.repeated + arrived_acts - n.received, accepted = b.accepted + n.accepted,
         exceptions = b.exceptions + n.exceptions, refused = b.refused + n.refused
    FROM (SELECT count(*) AS received, count(*) FILTER (WHERE o = 'accepted') AS accepted,
                 count(*) FILTER (WHERE o = 'exception') AS exceptions, count(*) FILTER (WHERE o = 'refused') AS refused
            FROM unnest(outcomes) AS o) n
   WHERE b.device_id = device;
  UPDATE sampling.device_line l
     SET seen = l.seen + coalesce((SELECT range_agg(int8range(s, s + 1)) FROM unnest(seqs) AS s WHERE s > 0), '{}')
   WHERE l.id = run RETURNING sampling.holes_of(l.seen) INTO left_open;
  RETURN left_open;
END $function$;

CREATE OR REPLACE FUNCTION sampling.ensure_round(round uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
DECLARE
  suffix text := replace(round::text, '-', '');
  name text;
BEGIN
  IF to_regclass('sampling.attendance_' || suffix) IS NOT NULL THEN
    RETURN;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtext('sampling.ensure_round'));
  -- Not to_regclass again: it may remember that there was none before we waited.
  IF EXISTS (SELECT 1 FROM pg_class c
              WHERE c.relnamespace = 'sampling'::regnamespace AND c.relname = 'attendance_' || suffix) THEN
    RETURN;
  END IF;
  -- Made apart and then attached: swabs of other rounds go on being written meanwhile.
  FOREACH name IN ARRAY ARRAY['swab', 'attendance'] LOOP
    EXECUTE format('CREATE TABLE sampling.%I (LIKE sampling.%I INCLUDING ALL)', name || '_' || suffix, name);
    EXECUTE format('ALTER TABLE sampling.%I ATTACH PARTITION sampling.%I FOR VALUES IN (%L)', name, name || '_' || suffix, round);
  END LOOP;
END $function$;

CREATE OR REPLACE FUNCTION sampling.holes_of(seen int8multirange)
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE
AS $function$
  SELECT coalesce(jsonb_agg(jsonb_build_array(lower(h), upper(h) - 1) ORDER BY h), '[]')
    FROM (SELECT h FROM unnest(CASE WHEN isempty(seen) THEN '{}'::int8multirange
                                    ELSE int8multirange(int8range(1, upper(seen))) - seen END) AS h LIMIT 100) few
$function$;

CREATE OR REPLACE FUNCTION sampling.keep_corrections()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF TG_OP = 'DELETE' OR old.ended_at IS NOT NULL
     OR (new.id, new.kind, new.round_id, new.site_id, new.act, new.reason, new.note, new.second_person, new.before,
         new.author_id, new.proposed_at, new.body_hash)
        IS DISTINCT FROM
        (old.id, old.kind, old.round_id, old.site_id, old.act, old.reason, old.note, old.second_person, old.before,
         old.author_id, old.proposed_at, old.body_hash) THEN
    RAISE EXCEPTION 'a correction is history, another one follows it' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN new;
END $function$;

CREATE OR REPLACE FUNCTION sampling.keep_swabs(ids uuid[], hashes bytea[], barcodes text[], residents uuid[], documents bytea[], scans timestamp with time zone[], actors uuid[], taken timestamp with time zone[], seqs bigint[], line bigint, at_site uuid, in_round uuid)
 RETURNS TABLE(nth integer, outcome text, place integer, capacity integer, breaches text[], resident uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
BEGIN
  RETURN QUERY SELECT w.nth, w.outcome, w.place, w.capacity, w.breaches, w.resident
    FROM sampling.write_swabs($1, $2, $3, $4, $5, $6, $7, true, $8, $9, $10, $11, $12) w;
END $function$;

CREATE OR REPLACE FUNCTION sampling.open_batch(device uuid, boot uuid, first_hash text, batch_counter bigint, batch_hash text, seqs bigint[], acts uuid[])
 RETURNS TABLE(line bigint, counter bigint, last_hash text, holes jsonb, is_known boolean, receipts jsonb)
 LANGUAGE plpgsql
 SET enable_seqscan TO 'off'
AS $function$
#variable_conflict use_column
DECLARE
  run bigint;
BEGIN
  INSERT INTO sampling.device_book (device_id, last_hash) VALUES (device, first_hash) ON CONFLICT (device_id) DO NOTHING;
  PERFORM 1 FROM sampling.device_book b WHERE b.device_id = device FOR UPDATE;
  SELECT l.id INTO run FROM sampling.device_line l WHERE l.device_id = device AND l.boot_id = boot;
  IF run IS NULL THEN
    INSERT INTO sampling.device_line AS l (device_id, boot_id) VALUES (device, boot) RETURNING l.id INTO run;
  END IF;
  RETURN QUERY
  SELECT run, b.counter, b.last_hash, sampling.holes_of(l.seen),
         EXISTS (SELECT 1 FROM sampling.device_batch x
                  WHERE x.device_id = device AND x.counter = batch_counter AND x.hash = batch_hash),
         (SELECT jsonb_agg(jsonb_build_object('lineId', r.line_id, 'seq', r.seq, 'digest', r.digest, 'body', r.body,
                                              'actId', r.act_id, 'kind', r.kind, 'outcome', r.outcome, 'rules', r.rules,
                                              'place', r.place))
            FROM (SELECT * FROM sampling.device_act a WHERE a.line_id = run AND a.seq = ANY (seqs)
                  UNION
                  SELECT * FROM sampling.device_act a WHERE a.act_id = ANY (acts)) r)
    FROM sampling.device_book b, sampling.device_line l
   WHERE b.device_id = device AND l.id = run;
END $function$;

CREATE OR REPLACE FUNCTION sampling.record_swabs(ids uuid[], hashes bytea[], barcodes text[], residents uuid[], documents bytea[], scans timestamp with time zone[], actors uuid[])
 RETURNS TABLE(nth integer, outcome text, place integer, capacity integer, masked text, earlier_tube text, earlier_at timestamp with time zone)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
BEGIN
  RETURN QUERY SELECT w.nth, w.outcome, w.place, w.capacity, w.masked, w.earlier_tube, w.earlier_at
    FROM sampling.write_swabs($1, $2, $3, $4, $5, $6, $7, false, NULL, NULL, NULL, NULL, NULL) w;
END $function$;

CREATE OR REPLACE FUNCTION sampling.swab_needs_tube()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
BEGIN
  -- Kept until the transaction ends: the tube cannot go meanwhile.
  PERFORM 1 FROM sampling.tube t WHERE t.barcode = NEW.tube_barcode FOR KEY SHARE;
  IF NOT FOUND THEN
    RAISE foreign_key_violation USING CONSTRAINT = 'swab_needs_tube',
      MESSAGE = 'a swab needs a tube that exists', SCHEMA = 'sampling', TABLE = 'swab';
  END IF;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION sampling.touch_tubes(barcodes text[], device uuid)
 RETURNS TABLE(barcode text, round_id uuid, site_id uuid, state text, filled smallint, capacity smallint, counted_swabs smallint, shared boolean)
 LANGUAGE plpgsql
 SET enable_seqscan TO 'off'
AS $function$
#variable_conflict use_column
BEGIN
  INSERT INTO sampling.tube_device (barcode, device_id)
  SELECT b, device FROM unnest(barcodes) AS b ORDER BY b ON CONFLICT DO NOTHING;
  RETURN QUERY
  SELECT t.barcode, t.round_id, t.site_id, t.state, t.filled, t.capacity, t.counted_swabs, o.barcode IS NOT NULL
    FROM unnest(barcodes) AS b
   CROSS JOIN LATERAL (SELECT * FROM sampling.tube x WHERE x.barcode = b LIMIT 1) t
    LEFT JOIN LATERAL (
      SELECT d.barcode FROM sampling.tube_device d WHERE d.barcode = t.barcode AND d.device_id <> device LIMIT 1
    ) o ON true;
END $function$;

CREATE OR REPLACE FUNCTION sampling.tube_keeps_swabs()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
BEGIN
  IF EXISTS (SELECT 1 FROM sampling.swab s WHERE s.tube_barcode = OLD.barcode) THEN
    RAISE foreign_key_violation USING CONSTRAINT = 'tube_keeps_swabs',
      MESSAGE = 'there are swabs in this tube', SCHEMA = 'sampling', TABLE = 'tube';
  END IF;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION sampling.write_swabs(ids uuid[], hashes bytea[], barcodes text[], residents uuid[], documents bytea[], scans timestamp with time zone[], actors uuid[], happened boolean, taken timestamp with time zone[], seqs bigint[], line bigint, at_site uuid, in_round uuid)
 RETURNS TABLE(nth integer, outcome text, place integer, capacity integer, masked text, earlier_tube text, earlier_at timestamp with time zone, breaches text[], resident uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET enable_memoize TO 'off'
AS $function$
#variable_conflict use_column
DECLARE
  moment timestamptz := clock_timestamp();
BEGIN
  -- Whoever closes a round waits for the batches that are under way, and no later one gets in.
  PERFORM 1 FROM campaign.round r
    WHERE r.id = ANY (ARRAY(SELECT DISTINCT t.round_id FROM sampling.tube t WHERE t.barcode = ANY (barcodes)))
    ORDER BY r.id FOR SHARE;
  PERFORM 1 FROM sampling.tube t WHERE t.barcode = ANY (barcodes) ORDER BY t.barcode FOR NO KEY UPDATE;

  RETURN QUERY
  WITH sent AS MATERIALIZED (
    SELECT s.nth::int AS nth, s.id, s.hash, s.barcode, s.resident, s.document, s.scanned_at, s.actor, s.taken_at, s.seq
      FROM unnest(ids, hashes, barcodes, residents, documents, scans, actors, taken, seqs)
           WITH ORDINALITY AS s (id, hash, barcode, resident, document, scanned_at, actor, taken_at, seq, nth)
  ), meant AS MATERIALIZED (
    SELECT w.actor, t.barcode, t.round_id, t.site_id, t.state, t.capacity, t.filled, t.pool_class, t.household_id,
           t.sealed_line, t.sealed_seq
      FROM (SELECT DISTINCT actor, barcode FROM sent) w
     CROSS JOIN LATERAL (SELECT * FROM sampling.tube x WHERE x.barcode = w.barcode LIMIT 1) t
  ), allowed AS MATERIALIZED (
    -- Many tubes stand at one table: the scope of whoever works there is asked for once.
    SELECT w.actor, w.site_id, w.round_id, ro.state AS round_state, coalesce(ro.opened_at, ro.starts_at) AS round_since,
           make_interval(secs => coalesce((ro.settings ->> 'toleratedClockSkewMinutes')::float8, 5) * 60) AS tolerated,
           (session_user = current_user OR site.reaches(w.actor, w.site_id, w.round_id))
             AND (NOT happened OR (w.site_id = at_site AND (in_round IS NULL OR w.round_id = in_round))) AS reached
      FROM (SELECT DISTINCT actor, site_id, round_id FROM meant) w
     CROSS JOIN LATERAL (SELECT * FROM campaign.round x WHERE x.id = w.round_id LIMIT 1) ro
  ), ground AS MATERIALIZED (
    SELECT m.*, a.round_state, a.round_since, a.tolerated, a.reached
      FROM meant m JOIN allowed a ON a.actor = m.actor AND a.site_id = m.site_id AND a.round_id = m.round_id
     WHERE happened OR a.reached
  ), judged AS (
    SELECT s.nth, s.id, s.hash, s.barcode, s.scanned_at, s.actor, s.taken_at,
           t.round_id, t.site_id, t.capacity, t.filled, t.round_since, t.tolerated,
           r.id AS resident_id, r.household_id, r.masked_name,
           -- A person who has been at this occasion already is in one more tube: that is an occasion of its own.
           CASE WHEN happened AND e.swab_id IS NOT NULL
                THEN (SELECT max(x.occasion) + 1 FROM sampling.attendance x
                       WHERE x.round_id = t.round_id AND x.resident_id = r.id)::smallint
                ELSE coalesce(ad.occasion, 0::smallint) END AS occasion,
           CASE WHEN happened AND e.swab_id IS NOT NULL THEN 'screening'
                ELSE coalesce(ad.purpose, 'screening') END AS purpose,
           w.place AS known_place, e.tube_barcode AS earlier_tube, e.sampled_at AS earlier_at,
           t.pool_class = 'household' AS household_tube,
           w.id IS NOT NULL AS known, w.body_hash = s.hash AS is_same,
           array_remove(ARRAY[
             CASE WHEN happened AND t.reached IS NOT TRUE THEN 'out-of-scope' END,
             CASE WHEN t.barcode IS NULL THEN 'unknown-tube' END,
             CASE WHEN t.state <> 'open' AND NOT (happened AND coalesce(t.sealed_line = line AND s.seq < t.sealed_seq, false))
               THEN 'tube-' || t.state END,
             CASE WHEN t.round_state NOT IN ('open', 'closing') THEN 'round-closed' END,
             CASE WHEN r.id IS NULL THEN 'unknown-resident' END,
             CASE WHEN e.swab_id IS NOT NULL THEN 'already-sampled' END,
             CASE WHEN t.pool_class <> 'single' AND (r.single_only OR ad.purpose = 'retest' OR pr.pool_class = 'single')
               THEN 'single-only' END,
             CASE WHEN t.pool_class = 'household' AND t.household_id <> r.household_id THEN 'other-household' END
           ], NULL) AS broken
      FROM sent s
      LEFT JOIN ground t ON t.actor = s.actor AND t.barcode = s.barcode
      LEFT JOIN LATERAL (
        SELECT * FROM sampling.swab x WHERE x.round_id = t.round_id AND x.id = s.id LIMIT 1
      ) w ON true
      LEFT JOIN LATERAL (
        SELECT * FROM community.sampling_subject x WHERE x.id = s.resident
        UNION ALL
        SELECT * FROM community.sampling_subject x WHERE s.resident IS NULL AND x.document_index = s.document
        LIMIT 1
      ) r ON true
      LEFT JOIN LATERAL (
        SELECT * FROM campaign.pool_rule x WHERE x.round_id = t.round_id AND x.category = r.category LIMIT 1
      ) pr ON true
      LEFT JOIN LATERAL (
        SELECT * FROM sampling.admission x WHERE x.round_id = t.round_id AND x.resident_id = r.id LIMIT 1
      ) ad ON true
      LEFT JOIN LATERAL (
        SELECT * FROM sampling.attendance x
         WHERE x.round_id = t.round_id AND x.resident_id = r.id AND x.occasion = coalesce(ad.occasion, 0::smallint) LIMIT 1
      ) e ON true
    -- Judged here, once, and not again wherever the outcome is looked at.
    OFFSET 0
  ), weighed AS MATERIALIZED (
    SELECT j.*, CASE WHEN j.known THEN CASE WHEN j.is_same THEN 'recorded' ELSE 'id-taken' END
                     WHEN NOT happened OR j.round_id IS NULL THEN j.broken[1] END AS verdict
      FROM judged j
  ), hosts AS MATERIALIZED (
    -- Who comes first to a household's tube says whose it is.
    SELECT DISTINCT ON (barcode) barcode, household_id FROM weighed
     WHERE household_tube AND verdict IS NULL ORDER BY barcode, nth
  ), settled AS MATERIALIZED (
    SELECT u.*, u.household_id <> h.household_id AS stranger,
           CASE WHEN u.verdict IS NULL AND NOT happened AND u.household_id <> h.household_id THEN 'other-household'
                ELSE u.verdict END AS settlement,
           CASE WHEN happened THEN
                  CASE WHEN u.taken_at BETWEEN u.round_since - u.tolerated AND moment + u.tolerated
                       THEN least(u.taken_at, moment) ELSE moment END
                WHEN u.scanned_at BETWEEN moment - u.tolerated AND moment + u.tolerated THEN u.scanned_at
                ELSE moment END AS sampled_at
      FROM weighed u LEFT JOIN hosts h ON h.barcode = u.barcode AND u.household_tube
  ), ranked AS MATERIALIZED (
    SELECT d.*, d.settlement IS NULL AND (happened OR q.turn <= d.capacity - d.filled) AS fits
      FROM settled d
      LEFT JOIN (
        SELECT o.nth, row_number() OVER (PARTITION BY o.barcode ORDER BY o.nth) AS turn
          FROM settled o WHERE o.settlement IS NULL AND NOT happened
      ) q ON q.nth = d.nth
  ), attended AS (
    INSERT INTO sampling.attendance (round_id, resident_id, occasion, purpose, swab_id, tube_barcode, sampled_at)
    SELECT k.round_id, k.resident_id, k.occasion, k.purpose, k.id, k.barcode, k.sampled_at
      FROM ranked k WHERE k.fits AND k.resident_id IS NOT NULL ORDER BY k.round_id, k.resident_id, k.nth
    ON CONFLICT DO NOTHING
    RETURNING swab_id
  ), placed AS MATERIALIZED (
    SELECT k.nth, k.id, k.hash, k.barcode, k.scanned_at, k.sampled_at, k.actor, k.round_id, k.site_id, k.resident_id,
           k.occasion, k.purpose, CASE WHEN k.household_tube THEN k.household_id END AS household_id,
           (k.filled + row_number() OVER (PARTITION BY k.barcode ORDER BY k.nth))::smallint AS place
      FROM ranked k LEFT JOIN attended a ON a.swab_id = k.id
     WHERE k.fits AND (a.swab_id IS NOT NULL OR k.resident_id IS NULL)
  ), swabbed AS (
    INSERT INTO sampling.swab (round_id, id, tube_barcode, place, resident_id, occasion, purpose, actor_id, scanned_at,
                               sampled_at, recorded_at, body_hash)
    SELECT p.round_id, p.id, p.barcode, p.place, p.resident_id, p.occasion, p.purpose, p.actor, p.scanned_at,
           p.sampled_at, moment, p.hash
      FROM placed p
  ), topped AS (
    UPDATE sampling.tube t
       SET filled = t.filled + n.added,
           surplus = greatest(t.surplus, t.filled + n.added - CASE WHEN t.state = 'discarded' THEN 0 ELSE t.capacity END),
           first_swab_at = CASE WHEN happened THEN least(t.first_swab_at, n.first_at) ELSE coalesce(t.first_swab_at, n.first_at) END,
           household_id = coalesce(t.household_id, n.household_id)
      FROM (SELECT p.barcode, count(*)::smallint AS added, min(p.sampled_at) AS first_at,
                   (array_agg(p.household_id) FILTER (WHERE p.household_id IS NOT NULL))[1] AS household_id
              FROM placed p GROUP BY p.barcode) n
     WHERE t.barcode = n.barcode AND t.barcode = ANY (barcodes)
  ), journalled AS (
    INSERT INTO journal.entry (topic, site_id, subject, payload)
    SELECT 'sampling.swabs-recorded', p.site_id, 'site:' || p.site_id,
           jsonb_build_object('swabs', jsonb_agg(jsonb_build_array(p.id, p.barcode, p.place, p.resident_id, p.actor)))
      FROM placed p GROUP BY p.site_id
  )
  SELECT k.nth,
         CASE
           WHEN k.settlement IS NOT NULL THEN k.settlement
           WHEN p.place IS NOT NULL THEN 'recorded'
           WHEN k.fits THEN 'again'
           WHEN EXISTS (SELECT 1 FROM ranked o LEFT JOIN placed q ON q.nth = o.nth
                         WHERE o.barcode = k.barcode AND o.fits AND q.nth IS NULL) THEN 'again'
           ELSE 'tube-full'
         END,
         coalesce(p.place, k.known_place)::int, k.capacity::int, k.masked_name, k.earlier_tube, k.earlier_at,
         CASE WHEN happened AND NOT k.known THEN k.broken
              || CASE WHEN k.stranger AND NOT ('other-household' = ANY (k.broken)) THEN ARRAY['other-household'] ELSE '{}' END
              || CASE WHEN p.place > k.capacity THEN ARRAY['tube-full'] ELSE '{}' END END,
         k.resident_id
    FROM ranked k LEFT JOIN placed p ON p.nth = k.nth;
END $function$;

CREATE OR REPLACE FUNCTION site.mine()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ SELECT site.of_account(access.actor()) $function$;

CREATE OR REPLACE FUNCTION site.of_account(account uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  WITH mine AS MATERIALIZED (
    SELECT s.kind, s.key FROM access.scope s JOIN access.account a ON a.id = s.account_id
     WHERE s.account_id = account AND s.withdrawn_at IS NULL AND s.until > now() AND a.disabled_at IS NULL
  ), named AS MATERIALIZED (
    SELECT array_agg(key) FILTER (WHERE kind = 'site') AS sites, array_agg(key) FILTER (WHERE kind = 'area') AS areas,
           bool_or(kind = 'all') AS everything
      FROM mine
  )
  SELECT t.id FROM named n, site.site t WHERE n.everything
  UNION
  SELECT t.id FROM named n JOIN site.site t ON t.id = ANY (n.sites::uuid[]) JOIN community.area h ON h.code = t.area_code
   WHERE n.areas IS NULL OR h.lineage && n.areas
  UNION
  SELECT t.id FROM named n JOIN community.area h ON h.lineage && n.areas JOIN site.site t ON t.area_code = h.code
   WHERE n.sites IS NULL
$function$;

CREATE OR REPLACE FUNCTION site.reaches(account uuid, place uuid, round uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  SELECT coalesce(
           (bool_or(s.kind = 'all')
             OR (bool_or(s.kind IN ('site', 'area'))
                 AND (bool_or(s.kind = 'site' AND s.key = place::text) OR NOT bool_or(s.kind = 'site'))
                 AND (bool_or(s.kind = 'area' AND s.key = ANY (h.lineage)) OR NOT bool_or(s.kind = 'area'))))
           AND (bool_or(s.kind = 'round' AND s.key = round::text) OR NOT bool_or(s.kind = 'round')), false)
    FROM access.scope s, site.site t JOIN community.area h ON h.code = t.area_code
   WHERE s.account_id = account AND s.withdrawn_at IS NULL AND s.until > now() AND t.id = place
$function$;

CREATE OR REPLACE FUNCTION transport.hold_tube()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
BEGIN
  IF EXISTS (SELECT 1 FROM transport.packing p WHERE p.barcode = old.barcode AND p.removed_at IS NULL)
     OR EXISTS (SELECT 1 FROM transport.tube_end e WHERE e.barcode = old.barcode) THEN
    RAISE EXCEPTION 'tube % is on its way', old.barcode USING ERRCODE = 'check_violation', CONSTRAINT = 'tube_on_its_way';
  END IF;
  RETURN new;
END $function$;

CREATE OR REPLACE FUNCTION transport.sealed_only()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
BEGIN
  PERFORM 1 FROM sampling.tube t WHERE t.barcode = new.barcode AND t.state = 'sealed' FOR SHARE;
  RETURN CASE WHEN FOUND THEN new END;
END $function$;

CREATE OR REPLACE FUNCTION vault.key_of(envelope bytea)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  SELECT CASE WHEN envelope IS NULL OR length(envelope) < 30 THEN NULL
              WHEN get_byte(envelope, 0) = 1 THEN 0
              WHEN get_byte(envelope, 0) = 2
                THEN (get_byte(envelope, 2) << 24) | (get_byte(envelope, 3) << 16)
                     | (get_byte(envelope, 4) << 8) | get_byte(envelope, 5) END
$function$;

CREATE TRIGGER imprint_delete AFTER DELETE ON access.account REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_access_account();

CREATE TRIGGER imprint_insert AFTER INSERT ON access.account REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_access_account();

CREATE TRIGGER imprint_update AFTER UPDATE ON access.account REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_access_account();

CREATE TRIGGER imprint_delete AFTER DELETE ON access.break_glass REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_access_break_glass();

CREATE TRIGGER imprint_insert AFTER INSERT ON access.break_glass REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_access_break_glass();

CREATE TRIGGER imprint_update AFTER UPDATE ON access.break_glass REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_access_break_glass();

CREATE TRIGGER imprint_delete AFTER DELETE ON access.recovery_code REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_access_recovery_code();

CREATE TRIGGER imprint_insert AFTER INSERT ON access.recovery_code REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_access_recovery_code();

CREATE TRIGGER imprint_update AFTER UPDATE ON access.recovery_code REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_access_recovery_code();

CREATE TRIGGER imprint_delete AFTER DELETE ON access.scope REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_access_scope();

CREATE TRIGGER imprint_insert AFTER INSERT ON access.scope REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_access_scope();

CREATE TRIGGER imprint_update AFTER UPDATE ON access.scope REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_access_scope();

CREATE TRIGGER imprint_delete AFTER DELETE ON access.second_factor REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_access_second_factor();

CREATE TRIGGER imprint_insert AFTER INSERT ON access.second_factor REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_access_second_factor();

CREATE TRIGGER imprint_update AFTER UPDATE ON access.second_factor REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_access_second_factor();

CREATE TRIGGER imprint_delete AFTER DELETE ON campaign.exemption REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_campaign_exemption();

CREATE TRIGGER imprint_insert AFTER INSERT ON campaign.exemption REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_campaign_exemption();

CREATE TRIGGER imprint_update AFTER UPDATE ON campaign.exemption REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_campaign_exemption();

CREATE TRIGGER imprint_delete AFTER DELETE ON campaign.pool_class REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_campaign_pool_class();

CREATE TRIGGER imprint_insert AFTER INSERT ON campaign.pool_class REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_campaign_pool_class();

CREATE TRIGGER imprint_update AFTER UPDATE ON campaign.pool_class REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_campaign_pool_class();

CREATE TRIGGER imprint_delete AFTER DELETE ON campaign.pool_rule REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_campaign_pool_rule();

CREATE TRIGGER imprint_insert AFTER INSERT ON campaign.pool_rule REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_campaign_pool_rule();

CREATE TRIGGER imprint_update AFTER UPDATE ON campaign.pool_rule REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_campaign_pool_rule();

CREATE TRIGGER imprint_delete AFTER DELETE ON campaign.round REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_campaign_round();

CREATE TRIGGER imprint_insert AFTER INSERT ON campaign.round REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_campaign_round();

CREATE TRIGGER imprint_update AFTER UPDATE ON campaign.round REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_campaign_round();

CREATE TRIGGER imprint_delete AFTER DELETE ON campaign.round_area REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_campaign_round_area();

CREATE TRIGGER imprint_insert AFTER INSERT ON campaign.round_area REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_campaign_round_area();

CREATE TRIGGER imprint_update AFTER UPDATE ON campaign.round_area REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_campaign_round_area();

CREATE TRIGGER imprint_delete AFTER DELETE ON community.area REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_community_area();

CREATE TRIGGER imprint_insert AFTER INSERT ON community.area REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_community_area();

CREATE TRIGGER imprint_update AFTER UPDATE ON community.area REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_community_area();

CREATE TRIGGER imprint_delete AFTER DELETE ON community.household REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_community_household();

CREATE TRIGGER imprint_insert AFTER INSERT ON community.household REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_community_household();

CREATE TRIGGER imprint_update AFTER UPDATE ON community.household REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_community_household();

CREATE TRIGGER note_areas BEFORE INSERT ON community.ledger_import FOR EACH ROW EXECUTE FUNCTION community.note_import_areas();

CREATE TRIGGER imprint_delete AFTER DELETE ON community.merging REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_community_merging();

CREATE TRIGGER imprint_insert AFTER INSERT ON community.merging REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_community_merging();

CREATE TRIGGER imprint_update AFTER UPDATE ON community.merging REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_community_merging();

CREATE TRIGGER keep_mergings BEFORE DELETE OR UPDATE ON community.merging FOR EACH ROW EXECUTE FUNCTION community.keep_mergings();

CREATE TRIGGER imprint_delete AFTER DELETE ON community.resident REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_community_resident();

CREATE TRIGGER imprint_insert AFTER INSERT ON community.resident REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_community_resident();

CREATE TRIGGER imprint_update AFTER UPDATE ON community.resident REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_community_resident();

CREATE TRIGGER note_change BEFORE UPDATE ON community.resident FOR EACH ROW WHEN ((((((((((old.area_code IS DISTINCT FROM new.area_code) OR (old.household_id IS DISTINCT FROM new.household_id)) OR (old.masked_name IS DISTINCT FROM new.masked_name)) OR (old.document_sealed IS DISTINCT FROM new.document_sealed)) OR (old.category IS DISTINCT FROM new.category)) OR (old.lane IS DISTINCT FROM new.lane)) OR (old.single_only IS DISTINCT FROM new.single_only)) OR (old.home_visit IS DISTINCT FROM new.home_visit)) OR (old.presence IS DISTINCT FROM new.presence))) EXECUTE FUNCTION community.note_change();

CREATE TRIGGER imprint_delete AFTER DELETE ON community.resident_code REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_community_resident_code();

CREATE TRIGGER imprint_insert AFTER INSERT ON community.resident_code REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_community_resident_code();

CREATE TRIGGER imprint_update AFTER UPDATE ON community.resident_code REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_community_resident_code();

CREATE TRIGGER imprint_delete AFTER DELETE ON community.unmasking REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_community_unmasking();

CREATE TRIGGER imprint_insert AFTER INSERT ON community.unmasking REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_community_unmasking();

CREATE TRIGGER imprint_update AFTER UPDATE ON community.unmasking REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_community_unmasking();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON journal.entry FOR EACH ROW EXECUTE FUNCTION journal.deny_change();

CREATE TRIGGER no_truncation BEFORE TRUNCATE ON journal.entry FOR EACH STATEMENT EXECUTE FUNCTION journal.deny_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON journal.imprint FOR EACH ROW EXECUTE FUNCTION journal.deny_change();

CREATE TRIGGER no_truncation BEFORE TRUNCATE ON journal.imprint FOR EACH STATEMENT EXECUTE FUNCTION journal.deny_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON journal.link FOR EACH ROW EXECUTE FUNCTION journal.deny_change();

CREATE TRIGGER no_truncation BEFORE TRUNCATE ON journal.link FOR EACH STATEMENT EXECUTE FUNCTION journal.deny_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON journal.verification FOR EACH ROW EXECUTE FUNCTION journal.deny_change();

CREATE TRIGGER imprint_delete AFTER DELETE ON lab.lab REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_lab_lab();

CREATE TRIGGER imprint_insert AFTER INSERT ON lab.lab REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_lab_lab();

CREATE TRIGGER imprint_update AFTER UPDATE ON lab.lab REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_lab_lab();

CREATE TRIGGER imprint_delete AFTER DELETE ON lab.receipt REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_lab_receipt();

CREATE TRIGGER imprint_insert AFTER INSERT ON lab.receipt REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_lab_receipt();

CREATE TRIGGER imprint_update AFTER UPDATE ON lab.receipt REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_lab_receipt();

CREATE TRIGGER imprint_delete AFTER DELETE ON lab.receipt_difference REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_lab_receipt_difference();

CREATE TRIGGER imprint_insert AFTER INSERT ON lab.receipt_difference REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_lab_receipt_difference();

CREATE TRIGGER imprint_update AFTER UPDATE ON lab.receipt_difference REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_lab_receipt_difference();

CREATE TRIGGER imprint_delete AFTER DELETE ON lab.report REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_lab_report();

CREATE TRIGGER imprint_insert AFTER INSERT ON lab.report REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_lab_report();

CREATE TRIGGER imprint_update AFTER UPDATE ON lab.report REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_lab_report();

CREATE CONSTRAINT TRIGGER report_whole AFTER INSERT OR UPDATE ON lab.report DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION lab.check_report_rows();

CREATE TRIGGER imprint_delete AFTER DELETE ON lab.report_review REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_lab_report_review();

CREATE TRIGGER imprint_insert AFTER INSERT ON lab.report_review REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_lab_report_review();

CREATE TRIGGER imprint_update AFTER UPDATE ON lab.report_review REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_lab_report_review();

CREATE TRIGGER imprint_delete AFTER DELETE ON lab.report_row REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_lab_report_row();

CREATE TRIGGER imprint_insert AFTER INSERT ON lab.report_row REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_lab_report_row();

CREATE TRIGGER imprint_update AFTER UPDATE ON lab.report_row REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_lab_report_row();

CREATE TRIGGER imprint_delete AFTER DELETE ON lab.staff REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_lab_staff();

CREATE TRIGGER imprint_insert AFTER INSERT ON lab.staff REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_lab_staff();

CREATE TRIGGER imprint_update AFTER UPDATE ON lab.staff REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_lab_staff();

CREATE TRIGGER imprint_delete AFTER DELETE ON lab.tube REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_lab_tube();

CREATE TRIGGER imprint_insert AFTER INSERT ON lab.tube REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_lab_tube();

CREATE TRIGGER imprint_update AFTER UPDATE ON lab.tube REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_lab_tube();

CREATE TRIGGER imprint_delete AFTER DELETE ON lab.tube_outcome REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_lab_tube_outcome();

CREATE TRIGGER imprint_insert AFTER INSERT ON lab.tube_outcome REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_lab_tube_outcome();

CREATE TRIGGER imprint_update AFTER UPDATE ON lab.tube_outcome REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_lab_tube_outcome();

CREATE TRIGGER imprint_delete AFTER DELETE ON results.amendment REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_results_amendment();

CREATE TRIGGER imprint_insert AFTER INSERT ON results.amendment REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_results_amendment();

CREATE TRIGGER imprint_update AFTER UPDATE ON results.amendment REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_results_amendment();

CREATE TRIGGER keep_amendments BEFORE DELETE OR UPDATE ON results.amendment FOR EACH ROW EXECUTE FUNCTION results.keep_amendments();

CREATE TRIGGER imprint_delete AFTER DELETE ON results.answer REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_results_answer();

CREATE TRIGGER imprint_insert AFTER INSERT ON results.answer REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_results_answer();

CREATE TRIGGER imprint_update AFTER UPDATE ON results.answer REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_results_answer();

CREATE TRIGGER keep_versions BEFORE DELETE OR UPDATE ON results.answer FOR EACH ROW EXECUTE FUNCTION results.keep_versions();

CREATE TRIGGER imprint_delete AFTER DELETE ON results.recall_order REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_results_recall_order();

CREATE TRIGGER imprint_insert AFTER INSERT ON results.recall_order REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_results_recall_order();

CREATE TRIGGER imprint_update AFTER UPDATE ON results.recall_order REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_results_recall_order();

CREATE TRIGGER imprint_delete AFTER DELETE ON sampling.admission REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_sampling_admission();

CREATE TRIGGER imprint_insert AFTER INSERT ON sampling.admission REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_sampling_admission();

CREATE TRIGGER imprint_update AFTER UPDATE ON sampling.admission REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_sampling_admission();

CREATE TRIGGER imprint_delete AFTER DELETE ON sampling.attendance REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_sampling_attendance();

CREATE TRIGGER imprint_insert AFTER INSERT ON sampling.attendance FOR EACH ROW WHEN ((CURRENT_USER = SESSION_USER)) EXECUTE FUNCTION journal.imprint_sampling_attendance();

CREATE TRIGGER imprint_update AFTER UPDATE ON sampling.attendance REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_sampling_attendance();

CREATE TRIGGER imprint_delete AFTER DELETE ON sampling.correction REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_sampling_correction();

CREATE TRIGGER imprint_insert AFTER INSERT ON sampling.correction REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_sampling_correction();

CREATE TRIGGER imprint_update AFTER UPDATE ON sampling.correction REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_sampling_correction();

CREATE TRIGGER keep_corrections BEFORE DELETE OR UPDATE ON sampling.correction FOR EACH ROW EXECUTE FUNCTION sampling.keep_corrections();

CREATE TRIGGER imprint_delete AFTER DELETE ON sampling.device_act REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_sampling_device_act();

CREATE TRIGGER imprint_insert AFTER INSERT ON sampling.device_act REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_sampling_device_act();

CREATE TRIGGER imprint_update AFTER UPDATE ON sampling.device_act REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_sampling_device_act();

CREATE TRIGGER imprint_delete AFTER DELETE ON sampling.device_batch REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_sampling_device_batch();

CREATE TRIGGER imprint_insert AFTER INSERT ON sampling.device_batch REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_sampling_device_batch();

CREATE TRIGGER imprint_update AFTER UPDATE ON sampling.device_batch REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_sampling_device_batch();

CREATE TRIGGER imprint_delete AFTER DELETE ON sampling.device_note REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_sampling_device_note();

CREATE TRIGGER imprint_insert AFTER INSERT ON sampling.device_note REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_sampling_device_note();

CREATE TRIGGER imprint_update AFTER UPDATE ON sampling.device_note REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_sampling_device_note();

CREATE TRIGGER imprint_delete AFTER DELETE ON sampling.exception REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_sampling_exception();

CREATE TRIGGER imprint_insert AFTER INSERT ON sampling.exception REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_sampling_exception();

CREATE TRIGGER imprint_update AFTER UPDATE ON sampling.exception REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_sampling_exception();

CREATE TRIGGER imprint_delete AFTER DELETE ON sampling.held_batch REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_sampling_held_batch();

CREATE TRIGGER imprint_insert AFTER INSERT ON sampling.held_batch REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_sampling_held_batch();

CREATE TRIGGER imprint_update AFTER UPDATE ON sampling.held_batch REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_sampling_held_batch();

CREATE TRIGGER imprint_delete AFTER DELETE ON sampling.swab REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_sampling_swab();

CREATE TRIGGER imprint_insert AFTER INSERT ON sampling.swab FOR EACH ROW WHEN ((CURRENT_USER = SESSION_USER)) EXECUTE FUNCTION journal.imprint_sampling_swab();

CREATE TRIGGER imprint_update AFTER UPDATE ON sampling.swab REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_sampling_swab();

CREATE TRIGGER needs_tube AFTER INSERT ON sampling.swab FOR EACH ROW WHEN ((CURRENT_USER = SESSION_USER)) EXECUTE FUNCTION sampling.swab_needs_tube();

CREATE TRIGGER still_needs_tube AFTER UPDATE OF tube_barcode ON sampling.swab FOR EACH ROW EXECUTE FUNCTION sampling.swab_needs_tube();

CREATE TRIGGER imprint_delete AFTER DELETE ON sampling.tube REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_sampling_tube();

CREATE TRIGGER imprint_insert AFTER INSERT ON sampling.tube REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_sampling_tube();

CREATE TRIGGER imprint_update AFTER UPDATE ON sampling.tube FOR EACH ROW WHEN ((((((((((((((((((((((((((old.barcode IS DISTINCT FROM new.barcode) OR (old.round_id IS DISTINCT FROM new.round_id)) OR (old.site_id IS DISTINCT FROM new.site_id)) OR (old.station_id IS DISTINCT FROM new.station_id)) OR (old.shift_id IS DISTINCT FROM new.shift_id)) OR (old.pool_class IS DISTINCT FROM new.pool_class)) OR (old.capacity IS DISTINCT FROM new.capacity)) OR (old.household_id IS DISTINCT FROM new.household_id)) OR (old.state IS DISTINCT FROM new.state)) OR (old.opened_by IS DISTINCT FROM new.opened_by)) OR (old.opened_at IS DISTINCT FROM new.opened_at)) OR (old.sealed_by IS DISTINCT FROM new.sealed_by)) OR (old.sealed_at IS DISTINCT FROM new.sealed_at)) OR (old.counted_swabs IS DISTINCT FROM new.counted_swabs)) OR (old.seal_reason IS DISTINCT FROM new.seal_reason)) OR (old.seal_note IS DISTINCT FROM new.seal_note)) OR (old.discarded_by IS DISTINCT FROM new.discarded_by)) OR (old.discarded_at IS DISTINCT FROM new.discarded_at)) OR (old.discard_reason IS DISTINCT FROM new.discard_reason)) OR (old.body_hash IS DISTINCT FROM new.body_hash)) OR (old.seal_hash IS DISTINCT FROM new.seal_hash)) OR (old.surplus IS DISTINCT FROM new.surplus)) OR (old.adopted IS DISTINCT FROM new.adopted)) OR (old.sealed_line IS DISTINCT FROM new.sealed_line)) OR (old.sealed_seq IS DISTINCT FROM new.sealed_seq))) EXECUTE FUNCTION journal.imprint_sampling_tube();

CREATE TRIGGER keeps_its_barcode AFTER UPDATE OF barcode ON sampling.tube FOR EACH ROW WHEN ((old.barcode <> new.barcode)) EXECUTE FUNCTION sampling.tube_keeps_swabs();

CREATE TRIGGER keeps_swabs AFTER DELETE ON sampling.tube FOR EACH ROW EXECUTE FUNCTION sampling.tube_keeps_swabs();

CREATE TRIGGER on_its_way BEFORE UPDATE OF state ON sampling.tube FOR EACH ROW WHEN (((old.state = 'sealed'::text) AND (new.state <> 'sealed'::text))) EXECUTE FUNCTION transport.hold_tube();

CREATE TRIGGER imprint_delete AFTER DELETE ON sampling.tube_device REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_sampling_tube_device();

CREATE TRIGGER imprint_insert AFTER INSERT ON sampling.tube_device REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_sampling_tube_device();

CREATE TRIGGER imprint_update AFTER UPDATE ON sampling.tube_device REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_sampling_tube_device();

CREATE TRIGGER imprint_delete AFTER DELETE ON site.device REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_site_device();

CREATE TRIGGER imprint_insert AFTER INSERT ON site.device REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_site_device();

CREATE TRIGGER imprint_update AFTER UPDATE ON site.device REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_site_device();

CREATE TRIGGER imprint_delete AFTER DELETE ON site.duty REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_site_duty();

CREATE TRIGGER imprint_insert AFTER INSERT ON site.duty REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_site_duty();

CREATE TRIGGER imprint_update AFTER UPDATE ON site.duty REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_site_duty();

CREATE TRIGGER imprint_delete AFTER DELETE ON site.enrolment REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_site_enrolment();

CREATE TRIGGER imprint_insert AFTER INSERT ON site.enrolment REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_site_enrolment();

CREATE TRIGGER imprint_update AFTER UPDATE ON site.enrolment REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_site_enrolment();

CREATE TRIGGER imprint_delete AFTER DELETE ON site.lane REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_site_lane();

CREATE TRIGGER imprint_insert AFTER INSERT ON site.lane REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_site_lane();

CREATE TRIGGER imprint_update AFTER UPDATE ON site.lane REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_site_lane();

CREATE TRIGGER imprint_delete AFTER DELETE ON site.session REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_site_session();

CREATE TRIGGER imprint_insert AFTER INSERT ON site.session REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_site_session();

CREATE TRIGGER imprint_update AFTER UPDATE ON site.session REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_site_session();

CREATE TRIGGER imprint_delete AFTER DELETE ON site.shift REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_site_shift();

CREATE TRIGGER imprint_insert AFTER INSERT ON site.shift REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_site_shift();

CREATE TRIGGER imprint_update AFTER UPDATE ON site.shift REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_site_shift();

CREATE TRIGGER imprint_delete AFTER DELETE ON site.site REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_site_site();

CREATE TRIGGER imprint_insert AFTER INSERT ON site.site REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_site_site();

CREATE TRIGGER imprint_update AFTER UPDATE ON site.site REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_site_site();

CREATE TRIGGER imprint_delete AFTER DELETE ON site.station REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_site_station();

CREATE TRIGGER imprint_insert AFTER INSERT ON site.station REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_site_station();

CREATE TRIGGER imprint_update AFTER UPDATE ON site.station REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_site_station();

CREATE TRIGGER imprint_delete AFTER DELETE ON transport.alarm REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_transport_alarm();

CREATE TRIGGER imprint_insert AFTER INSERT ON transport.alarm REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_transport_alarm();

CREATE TRIGGER imprint_update AFTER UPDATE ON transport.alarm REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_transport_alarm();

CREATE TRIGGER imprint_delete AFTER DELETE ON transport.box REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_transport_box();

CREATE TRIGGER imprint_insert AFTER INSERT ON transport.box REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_transport_box();

CREATE TRIGGER imprint_update AFTER UPDATE ON transport.box REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_transport_box();

CREATE TRIGGER imprint_delete AFTER DELETE ON transport.leg REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_transport_leg();

CREATE TRIGGER imprint_insert AFTER INSERT ON transport.leg REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_transport_leg();

CREATE TRIGGER imprint_update AFTER UPDATE ON transport.leg REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_transport_leg();

CREATE TRIGGER imprint_delete AFTER DELETE ON transport.packing REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_transport_packing();

CREATE TRIGGER imprint_insert AFTER INSERT ON transport.packing REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_transport_packing();

CREATE TRIGGER imprint_update AFTER UPDATE ON transport.packing REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_transport_packing();

CREATE TRIGGER sealed_only BEFORE INSERT ON transport.packing FOR EACH ROW EXECUTE FUNCTION transport.sealed_only();

CREATE TRIGGER imprint_delete AFTER DELETE ON transport.tube_end REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_transport_tube_end();

CREATE TRIGGER imprint_insert AFTER INSERT ON transport.tube_end REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_transport_tube_end();

CREATE TRIGGER imprint_update AFTER UPDATE ON transport.tube_end REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal.imprint_transport_tube_end();

CREATE TRIGGER sealed_only BEFORE INSERT ON transport.tube_end FOR EACH ROW EXECUTE FUNCTION transport.sealed_only();

GRANT EXECUTE ON FUNCTION access.actor() TO shihe_desk;

GRANT EXECUTE ON FUNCTION access.actor() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION access.actor() TO shihe_reader;

GRANT EXECUTE ON FUNCTION access.actor_role() TO shihe_desk;

GRANT EXECUTE ON FUNCTION access.actor_role() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION access.actor_role() TO shihe_reader;

GRANT EXECUTE ON FUNCTION access.keys(of_kind text) TO shihe_desk;

GRANT EXECUTE ON FUNCTION access.keys(of_kind text) TO shihe_jobs;

GRANT EXECUTE ON FUNCTION access.keys(of_kind text) TO shihe_reader;

GRANT EXECUTE ON FUNCTION access.sees_all() TO shihe_desk;

GRANT EXECUTE ON FUNCTION access.sees_all() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION access.sees_all() TO shihe_reader;

GRANT EXECUTE ON FUNCTION campaign.hold(round uuid) TO shihe_desk;

GRANT EXECUTE ON FUNCTION campaign.hold(round uuid) TO shihe_jobs;

GRANT EXECUTE ON FUNCTION campaign.my_rounds() TO shihe_desk;

GRANT EXECUTE ON FUNCTION campaign.my_rounds() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION campaign.my_rounds() TO shihe_reader;

GRANT EXECUTE ON FUNCTION community.areas_of(account uuid) TO shihe_jobs;

GRANT EXECUTE ON FUNCTION community.keep_mergings() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION community.my_areas() TO shihe_desk;

GRANT EXECUTE ON FUNCTION community.my_areas() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION community.my_areas() TO shihe_reader;

GRANT EXECUTE ON FUNCTION community.note_change() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION community.note_import_areas() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.ensure_days(first date, days integer) TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.imprint_access_account() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.imprint_access_break_glass() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.imprint_access_recovery_code() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.imprint_access_scope() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.imprint_access_second_factor() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.imprint_announced(numbers bigint[]) TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.imprint_campaign_exemption() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.imprint_campaign_pool_class() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.imprint_campaign_pool_rule() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.imprint_campaign_round() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.imprint_campaign_round_area() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.imprint_community_area() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.imprint_community_household() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.imprint_community_merging() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.imprint_community_resident() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.imprint_community_resident_code() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.imprint_community_unmasking() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.imprint_entries(recorded timestamp with time zone[], ids uuid[]) TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.imprint_id(no bigint) TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.imprint_lab_lab() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.imprint_lab_receipt() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.imprint_lab_receipt_difference() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.imprint_lab_report() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.imprint_lab_report_review() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.imprint_lab_report_row() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.imprint_lab_staff() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.imprint_lab_tube() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.imprint_lab_tube_outcome() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.imprint_no(id uuid) TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.imprint_results_amendment() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.imprint_results_answer() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.imprint_results_recall_order() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.imprint_sampling_admission() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.imprint_sampling_attendance() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.imprint_sampling_correction() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.imprint_sampling_device_act() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.imprint_sampling_device_batch() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.imprint_sampling_device_note() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.imprint_sampling_exception() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.imprint_sampling_held_batch() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.imprint_sampling_swab() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.imprint_sampling_tube() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.imprint_sampling_tube_device() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.imprint_site_device() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.imprint_site_duty() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.imprint_site_enrolment() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.imprint_site_lane() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.imprint_site_session() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.imprint_site_shift() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.imprint_site_site() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.imprint_site_station() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.imprint_transport_alarm() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.imprint_transport_box() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.imprint_transport_leg() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.imprint_transport_packing() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.imprint_transport_tube_end() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.key_sql(of_ledger regclass, keys text[]) TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.of_person(resident uuid, before_at timestamp with time zone, before_id uuid, most integer) TO shihe_auditor;

GRANT EXECUTE ON FUNCTION journal.of_person(resident uuid, before_at timestamp with time zone, before_id uuid, most integer) TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.of_person(resident uuid, before_at timestamp with time zone, before_id uuid, most integer) TO shihe_reader;

GRANT EXECUTE ON FUNCTION journal.people_in(subject text, payload jsonb) TO shihe_auditor;

GRANT EXECUTE ON FUNCTION journal.people_in(subject text, payload jsonb) TO shihe_desk;

GRANT EXECUTE ON FUNCTION journal.people_in(subject text, payload jsonb) TO shihe_door;

GRANT EXECUTE ON FUNCTION journal.people_in(subject text, payload jsonb) TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.people_in(subject text, payload jsonb) TO shihe_scan;

GRANT EXECUTE ON FUNCTION journal.print_sql(of_ledger regclass, columns text[]) TO shihe_jobs;

GRANT EXECUTE ON FUNCTION journal.prints_of(of_ledger text) TO shihe_jobs;

GRANT EXECUTE ON FUNCTION lab.mine() TO shihe_desk;

GRANT EXECUTE ON FUNCTION lab.mine() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION lab.mine() TO shihe_reader;

GRANT EXECUTE ON FUNCTION queue.call_next(of_call uuid, to_station uuid, of_site uuid, of_day date, of_lane text, asked integer, moment timestamp with time zone) TO shihe_board_reader;

GRANT EXECUTE ON FUNCTION queue.call_next(of_call uuid, to_station uuid, of_site uuid, of_day date, of_lane text, asked integer, moment timestamp with time zone) TO shihe_desk;

GRANT EXECUTE ON FUNCTION queue.call_next(of_call uuid, to_station uuid, of_site uuid, of_day date, of_lane text, asked integer, moment timestamp with time zone) TO shihe_jobs;

GRANT EXECUTE ON FUNCTION queue.call_next(of_call uuid, to_station uuid, of_site uuid, of_day date, of_lane text, asked integer, moment timestamp with time zone) TO shihe_reader;

GRANT EXECUTE ON FUNCTION queue.sampled_singly(resident uuid) TO shihe_desk;

GRANT EXECUTE ON FUNCTION queue.sampled_singly(resident uuid) TO shihe_jobs;

GRANT EXECUTE ON FUNCTION queue.sampled_singly(resident uuid) TO shihe_reader;

GRANT EXECUTE ON FUNCTION queue.status_word(state text, is_over boolean, waiting numeric, longest integer, busy_after integer, crowded_after integer) TO shihe_board_reader;

GRANT EXECUTE ON FUNCTION queue.status_word(state text, is_over boolean, waiting numeric, longest integer, busy_after integer, crowded_after integer) TO shihe_desk;

GRANT EXECUTE ON FUNCTION queue.status_word(state text, is_over boolean, waiting numeric, longest integer, busy_after integer, crowded_after integer) TO shihe_jobs;

GRANT EXECUTE ON FUNCTION queue.status_word(state text, is_over boolean, waiting numeric, longest integer, busy_after integer, crowded_after integer) TO shihe_reader;

GRANT EXECUTE ON FUNCTION queue.wait_minutes(ahead bigint, calls bigint, people_per_call double precision, mean_gap double precision, deviation double precision, OUT from_minutes integer, OUT to_minutes integer) TO shihe_board_reader;

GRANT EXECUTE ON FUNCTION queue.wait_minutes(ahead bigint, calls bigint, people_per_call double precision, mean_gap double precision, deviation double precision, OUT from_minutes integer, OUT to_minutes integer) TO shihe_desk;

GRANT EXECUTE ON FUNCTION queue.wait_minutes(ahead bigint, calls bigint, people_per_call double precision, mean_gap double precision, deviation double precision, OUT from_minutes integer, OUT to_minutes integer) TO shihe_jobs;

GRANT EXECUTE ON FUNCTION queue.wait_minutes(ahead bigint, calls bigint, people_per_call double precision, mean_gap double precision, deviation double precision, OUT from_minutes integer, OUT to_minutes integer) TO shihe_reader;

GRANT EXECUTE ON FUNCTION results.keep_amendments() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION sampling.adopt_tubes(barcodes text[], rounds uuid[], stations uuid[], classes text[], actors uuid[], taken timestamp with time zone[], hashes bytea[], opened boolean, at_site uuid, in_round uuid) TO shihe_jobs;

GRANT EXECUTE ON FUNCTION sampling.close_batch(device uuid, run bigint, boot uuid, batch_counter bigint, batch_hash text, previous_hash text, chain_fault text, advances boolean, skew double precision, arrived_acts integer, seqs bigint[], digests uuid[], bodies uuid[], acts uuid[], stored uuid[], kinds text[], outcomes text[], broken text[], places smallint[]) TO shihe_jobs;

GRANT EXECUTE ON FUNCTION sampling.ensure_round(round uuid) TO shihe_desk;

GRANT EXECUTE ON FUNCTION sampling.ensure_round(round uuid) TO shihe_jobs;

GRANT EXECUTE ON FUNCTION sampling.holes_of(seen int8multirange) TO shihe_jobs;

GRANT EXECUTE ON FUNCTION sampling.keep_corrections() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION sampling.keep_swabs(ids uuid[], hashes bytea[], barcodes text[], residents uuid[], documents bytea[], scans timestamp with time zone[], actors uuid[], taken timestamp with time zone[], seqs bigint[], line bigint, at_site uuid, in_round uuid) TO shihe_jobs;

GRANT EXECUTE ON FUNCTION sampling.open_batch(device uuid, boot uuid, first_hash text, batch_counter bigint, batch_hash text, seqs bigint[], acts uuid[]) TO shihe_jobs;

GRANT EXECUTE ON FUNCTION sampling.record_swabs(ids uuid[], hashes bytea[], barcodes text[], residents uuid[], documents bytea[], scans timestamp with time zone[], actors uuid[]) TO shihe_scan;

GRANT EXECUTE ON FUNCTION sampling.swab_needs_tube() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION sampling.touch_tubes(barcodes text[], device uuid) TO shihe_jobs;

GRANT EXECUTE ON FUNCTION sampling.tube_keeps_swabs() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION sampling.write_swabs(ids uuid[], hashes bytea[], barcodes text[], residents uuid[], documents bytea[], scans timestamp with time zone[], actors uuid[], happened boolean, taken timestamp with time zone[], seqs bigint[], line bigint, at_site uuid, in_round uuid) TO shihe_jobs;

GRANT EXECUTE ON FUNCTION site.mine() TO shihe_desk;

GRANT EXECUTE ON FUNCTION site.mine() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION site.mine() TO shihe_reader;

GRANT EXECUTE ON FUNCTION site.reaches(account uuid, place uuid, round uuid) TO shihe_jobs;

GRANT EXECUTE ON FUNCTION transport.hold_tube() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION transport.sealed_only() TO shihe_jobs;

GRANT EXECUTE ON FUNCTION vault.key_of(envelope bytea) TO shihe_jobs;

GRANT USAGE ON SCHEMA access TO shihe_auditor;

GRANT USAGE ON SCHEMA access TO shihe_desk;

GRANT USAGE ON SCHEMA access TO shihe_door;

GRANT USAGE ON SCHEMA access TO shihe_jobs;

GRANT USAGE ON SCHEMA access TO shihe_reader;

GRANT USAGE ON SCHEMA campaign TO shihe_desk;

GRANT USAGE ON SCHEMA campaign TO shihe_jobs;

GRANT USAGE ON SCHEMA campaign TO shihe_reader;

GRANT USAGE ON SCHEMA community TO shihe_desk;

GRANT USAGE ON SCHEMA community TO shihe_jobs;

GRANT USAGE ON SCHEMA community TO shihe_reader;

GRANT USAGE ON SCHEMA coverage TO shihe_desk;

GRANT USAGE ON SCHEMA coverage TO shihe_jobs;

GRANT USAGE ON SCHEMA coverage TO shihe_reader;

GRANT USAGE ON SCHEMA jobs TO shihe_desk;

GRANT USAGE ON SCHEMA jobs TO shihe_jobs;

GRANT USAGE ON SCHEMA journal TO shihe_auditor;

GRANT USAGE ON SCHEMA journal TO shihe_desk;

GRANT USAGE ON SCHEMA journal TO shihe_door;

GRANT USAGE ON SCHEMA journal TO shihe_jobs;

GRANT USAGE ON SCHEMA journal TO shihe_reader;

GRANT USAGE ON SCHEMA lab TO shihe_desk;

GRANT USAGE ON SCHEMA lab TO shihe_jobs;

GRANT USAGE ON SCHEMA lab TO shihe_reader;

GRANT USAGE ON SCHEMA purge TO shihe_auditor;

GRANT USAGE ON SCHEMA purge TO shihe_jobs;

GRANT USAGE ON SCHEMA queue TO shihe_board_reader;

GRANT USAGE ON SCHEMA queue TO shihe_desk;

GRANT USAGE ON SCHEMA queue TO shihe_jobs;

GRANT USAGE ON SCHEMA queue TO shihe_reader;

GRANT USAGE ON SCHEMA results TO shihe_desk;

GRANT USAGE ON SCHEMA results TO shihe_jobs;

GRANT USAGE ON SCHEMA results TO shihe_reader;

GRANT USAGE ON SCHEMA sampling TO shihe_desk;

GRANT USAGE ON SCHEMA sampling TO shihe_jobs;

GRANT USAGE ON SCHEMA sampling TO shihe_reader;

GRANT USAGE ON SCHEMA sampling TO shihe_scan;

GRANT USAGE ON SCHEMA site TO shihe_desk;

GRANT USAGE ON SCHEMA site TO shihe_jobs;

GRANT USAGE ON SCHEMA site TO shihe_reader;

GRANT USAGE ON SCHEMA transport TO shihe_desk;

GRANT USAGE ON SCHEMA transport TO shihe_jobs;

GRANT USAGE ON SCHEMA transport TO shihe_reader;

GRANT USAGE ON SCHEMA vault TO shihe_desk;

GRANT USAGE ON SCHEMA vault TO shihe_jobs;

GRANT USAGE ON SCHEMA vault TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON access.account TO shihe_door;

GRANT INSERT, SELECT, UPDATE ON access.break_glass TO shihe_door;

GRANT INSERT, SELECT, UPDATE ON access.known_device TO shihe_door;

GRANT SELECT ON access.reading TO shihe_auditor;

GRANT INSERT, SELECT, UPDATE ON access.reading TO shihe_desk;

GRANT SELECT ON access.reading TO shihe_jobs;

GRANT INSERT, SELECT, UPDATE ON access.recovery_code TO shihe_door;

GRANT INSERT, SELECT, UPDATE ON access.scope TO shihe_door;

GRANT INSERT, SELECT, UPDATE ON access.second_factor TO shihe_door;

GRANT SELECT, UPDATE ON access.second_factor TO shihe_jobs;

GRANT INSERT, SELECT, UPDATE ON access.session TO shihe_door;

GRANT INSERT, SELECT, UPDATE ON access.sign_in_alarm TO shihe_door;

GRANT DELETE, INSERT, SELECT, UPDATE ON access.sign_in_gate TO shihe_door;

GRANT INSERT, SELECT, UPDATE ON campaign.exemption TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON campaign.exemption TO shihe_jobs;

GRANT SELECT ON campaign.exemption TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON campaign.home_visit TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON campaign.home_visit TO shihe_jobs;

GRANT SELECT ON campaign.home_visit TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON campaign.pool_class TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON campaign.pool_class TO shihe_jobs;

GRANT SELECT ON campaign.pool_class TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON campaign.pool_rule TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON campaign.pool_rule TO shihe_jobs;

GRANT SELECT ON campaign.pool_rule TO shihe_reader;

GRANT SELECT ON campaign.roster TO shihe_jobs;

GRANT INSERT, SELECT, UPDATE ON campaign.round TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON campaign.round TO shihe_jobs;

GRANT SELECT ON campaign.round TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON campaign.round_area TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON campaign.round_area TO shihe_jobs;

GRANT SELECT ON campaign.round_area TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON community.area TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON community.area TO shihe_jobs;

GRANT SELECT ON community.area TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON community.change_epoch TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON community.change_epoch TO shihe_jobs;

GRANT SELECT ON community.change_epoch TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON community.encounter TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON community.encounter TO shihe_jobs;

GRANT SELECT ON community.encounter TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON community.household TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON community.household TO shihe_jobs;

GRANT SELECT ON community.household TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON community.ledger_import TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON community.ledger_import TO shihe_jobs;

GRANT SELECT ON community.ledger_import TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON community.ledger_import_error TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON community.ledger_import_error TO shihe_jobs;

GRANT SELECT ON community.ledger_import_error TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON community.merging TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON community.merging TO shihe_jobs;

GRANT SELECT ON community.merging TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON community.resident TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON community.resident TO shihe_jobs;

GRANT SELECT ON community.resident TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON community.resident_code TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON community.resident_code TO shihe_jobs;

GRANT SELECT ON community.resident_code TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON community.unmasking TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON community.unmasking TO shihe_jobs;

GRANT SELECT ON community.unmasking TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON community.unmasking_ration TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON community.unmasking_ration TO shihe_jobs;

GRANT SELECT ON community.unmasking_ration TO shihe_reader;

GRANT SELECT ON coverage.home_area_v1 TO shihe_desk;

GRANT SELECT ON coverage.home_area_v1 TO shihe_jobs;

GRANT SELECT ON coverage.home_area_v1 TO shihe_reader;

GRANT SELECT ON coverage.missing_v1 TO shihe_desk;

GRANT SELECT ON coverage.missing_v1 TO shihe_jobs;

GRANT SELECT ON coverage.missing_v1 TO shihe_reader;

GRANT SELECT ON coverage.person_v1 TO shihe_desk;

GRANT SELECT ON coverage.person_v1 TO shihe_jobs;

GRANT SELECT ON coverage.person_v1 TO shihe_reader;

GRANT DELETE, INSERT, SELECT, UPDATE ON jobs.canary TO shihe_jobs;

GRANT INSERT ON jobs.errand TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON jobs.errand TO shihe_jobs;

GRANT INSERT, SELECT, UPDATE ON jobs.schedule TO shihe_jobs;

GRANT SELECT ON journal.entry TO shihe_auditor;

GRANT INSERT ON journal.entry TO shihe_desk;

GRANT INSERT ON journal.entry TO shihe_door;

GRANT INSERT, SELECT ON journal.entry TO shihe_jobs;

GRANT SELECT ON journal.imprint TO shihe_jobs;

GRANT USAGE ON journal.imprint_no_seq TO shihe_desk;

GRANT USAGE ON journal.imprint_no_seq TO shihe_jobs;

GRANT SELECT ON journal.ledger TO shihe_jobs;

GRANT SELECT ON journal.link TO shihe_auditor;

GRANT INSERT, SELECT ON journal.link TO shihe_jobs;

GRANT SELECT ON journal.redaction TO shihe_auditor;

GRANT SELECT ON journal.redaction TO shihe_jobs;

GRANT SELECT ON journal.verification TO shihe_auditor;

GRANT INSERT, SELECT ON journal.verification TO shihe_jobs;

GRANT SELECT ON lab.arrival TO shihe_desk;

GRANT SELECT ON lab.arrival TO shihe_jobs;

GRANT SELECT ON lab.arrival TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON lab.lab TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON lab.lab TO shihe_jobs;

GRANT SELECT ON lab.lab TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON lab.receipt TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON lab.receipt TO shihe_jobs;

GRANT SELECT ON lab.receipt TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON lab.receipt_difference TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON lab.receipt_difference TO shihe_jobs;

GRANT SELECT ON lab.receipt_difference TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON lab.report TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON lab.report TO shihe_jobs;

GRANT SELECT ON lab.report TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON lab.report_review TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON lab.report_review TO shihe_jobs;

GRANT SELECT ON lab.report_review TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON lab.report_row TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON lab.report_row TO shihe_jobs;

GRANT SELECT ON lab.report_row TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON lab.staff TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON lab.staff TO shihe_jobs;

GRANT SELECT ON lab.staff TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON lab.tube TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON lab.tube TO shihe_jobs;

GRANT SELECT ON lab.tube TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON lab.tube_outcome TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON lab.tube_outcome TO shihe_jobs;

GRANT SELECT ON lab.tube_outcome TO shihe_reader;

GRANT SELECT ON purge.closure TO shihe_auditor;

GRANT SELECT ON purge.closure TO shihe_jobs;

GRANT INSERT, SELECT, UPDATE ON queue.announcement TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON queue.announcement TO shihe_jobs;

GRANT SELECT ON queue.announcement TO shihe_reader;

GRANT SELECT ON queue.board TO shihe_board_reader;

GRANT SELECT ON queue.board TO shihe_desk;

GRANT SELECT ON queue.board TO shihe_jobs;

GRANT SELECT ON queue.board TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON queue.board_version TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON queue.board_version TO shihe_jobs;

GRANT SELECT ON queue.board_version TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON queue.call TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON queue.call TO shihe_jobs;

GRANT SELECT ON queue.call TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON queue.counter TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON queue.counter TO shihe_jobs;

GRANT SELECT ON queue.counter TO shihe_reader;

GRANT SELECT ON queue.lane_now TO shihe_desk;

GRANT SELECT ON queue.lane_now TO shihe_jobs;

GRANT SELECT ON queue.lane_now TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON queue.led_singly TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON queue.led_singly TO shihe_jobs;

GRANT SELECT ON queue.led_singly TO shihe_reader;

GRANT SELECT ON queue.line TO shihe_desk;

GRANT SELECT ON queue.line TO shihe_jobs;

GRANT SELECT ON queue.line TO shihe_reader;

GRANT SELECT ON queue.pace TO shihe_desk;

GRANT SELECT ON queue.pace TO shihe_jobs;

GRANT SELECT ON queue.pace TO shihe_reader;

GRANT SELECT ON queue.session_today TO shihe_desk;

GRANT SELECT ON queue.session_today TO shihe_jobs;

GRANT SELECT ON queue.session_today TO shihe_reader;

GRANT SELECT ON queue.site_status TO shihe_desk;

GRANT SELECT ON queue.site_status TO shihe_jobs;

GRANT SELECT ON queue.site_status TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON queue.ticket TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON queue.ticket TO shihe_jobs;

GRANT SELECT ON queue.ticket TO shihe_reader;

GRANT SELECT ON queue.today TO shihe_desk;

GRANT SELECT ON queue.today TO shihe_jobs;

GRANT SELECT ON queue.today TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON results.amendment TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON results.amendment TO shihe_jobs;

GRANT SELECT ON results.amendment TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON results.answer TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON results.answer TO shihe_jobs;

GRANT SELECT ON results.answer TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON results.dossier TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON results.dossier TO shihe_jobs;

GRANT SELECT ON results.dossier TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON results.notice TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON results.notice TO shihe_jobs;

GRANT SELECT ON results.notice TO shihe_reader;

GRANT SELECT ON results.recall TO shihe_desk;

GRANT SELECT ON results.recall TO shihe_jobs;

GRANT SELECT ON results.recall TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON results.recall_order TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON results.recall_order TO shihe_jobs;

GRANT SELECT ON results.recall_order TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON sampling.admission TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON sampling.admission TO shihe_jobs;

GRANT SELECT ON sampling.admission TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON sampling.attendance TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON sampling.attendance TO shihe_jobs;

GRANT SELECT ON sampling.attendance TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON sampling.correction TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON sampling.correction TO shihe_jobs;

GRANT SELECT ON sampling.correction TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON sampling.device_act TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON sampling.device_act TO shihe_jobs;

GRANT SELECT ON sampling.device_act TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON sampling.device_batch TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON sampling.device_batch TO shihe_jobs;

GRANT SELECT ON sampling.device_batch TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON sampling.device_book TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON sampling.device_book TO shihe_jobs;

GRANT SELECT ON sampling.device_book TO shihe_reader;

GRANT SELECT ON sampling.device_book_difference TO shihe_desk;

GRANT SELECT ON sampling.device_book_difference TO shihe_jobs;

GRANT SELECT ON sampling.device_book_difference TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON sampling.device_line TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON sampling.device_line TO shihe_jobs;

GRANT SELECT ON sampling.device_line TO shihe_reader;

GRANT USAGE ON sampling.device_line_id_seq TO shihe_desk;

GRANT USAGE ON sampling.device_line_id_seq TO shihe_jobs;

GRANT INSERT, SELECT, UPDATE ON sampling.device_note TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON sampling.device_note TO shihe_jobs;

GRANT SELECT ON sampling.device_note TO shihe_reader;

GRANT SELECT ON sampling.dispute TO shihe_desk;

GRANT SELECT ON sampling.dispute TO shihe_jobs;

GRANT SELECT ON sampling.dispute TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON sampling.exception TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON sampling.exception TO shihe_jobs;

GRANT SELECT ON sampling.exception TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON sampling.held_batch TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON sampling.held_batch TO shihe_jobs;

GRANT SELECT ON sampling.held_batch TO shihe_reader;

GRANT SELECT ON sampling.member TO shihe_jobs;

GRANT INSERT, SELECT, UPDATE ON sampling.swab TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON sampling.swab TO shihe_jobs;

GRANT SELECT ON sampling.swab TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON sampling.tube TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON sampling.tube TO shihe_jobs;

GRANT SELECT ON sampling.tube TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON sampling.tube_device TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON sampling.tube_device TO shihe_jobs;

GRANT SELECT ON sampling.tube_device TO shihe_reader;

GRANT SELECT ON sampling.tube_state TO shihe_desk;

GRANT SELECT ON sampling.tube_state TO shihe_jobs;

GRANT SELECT ON sampling.tube_state TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON site.device TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON site.device TO shihe_jobs;

GRANT SELECT ON site.device TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON site.duty TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON site.duty TO shihe_jobs;

GRANT SELECT ON site.duty TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON site.enrolment TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON site.enrolment TO shihe_jobs;

GRANT SELECT ON site.enrolment TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON site.lane TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON site.lane TO shihe_jobs;

GRANT SELECT ON site.lane TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON site.session TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON site.session TO shihe_jobs;

GRANT SELECT ON site.session TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON site.shift TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON site.shift TO shihe_jobs;

GRANT SELECT ON site.shift TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON site.site TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON site.site TO shihe_jobs;

GRANT SELECT ON site.site TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON site.station TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON site.station TO shihe_jobs;

GRANT SELECT ON site.station TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON transport.alarm TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON transport.alarm TO shihe_jobs;

GRANT SELECT ON transport.alarm TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON transport.box TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON transport.box TO shihe_jobs;

GRANT SELECT ON transport.box TO shihe_reader;

GRANT SELECT ON transport.box_tube TO shihe_desk;

GRANT SELECT ON transport.box_tube TO shihe_jobs;

GRANT SELECT ON transport.box_tube TO shihe_reader;

GRANT SELECT ON transport.departure TO shihe_desk;

GRANT SELECT ON transport.departure TO shihe_jobs;

GRANT SELECT ON transport.departure TO shihe_reader;

GRANT SELECT ON transport.hand TO shihe_desk;

GRANT SELECT ON transport.hand TO shihe_jobs;

GRANT SELECT ON transport.hand TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON transport.leg TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON transport.leg TO shihe_jobs;

GRANT SELECT ON transport.leg TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON transport.packing TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON transport.packing TO shihe_jobs;

GRANT SELECT ON transport.packing TO shihe_reader;

GRANT USAGE ON transport.packing_id_seq TO shihe_desk;

GRANT USAGE ON transport.packing_id_seq TO shihe_jobs;

GRANT INSERT, SELECT, UPDATE ON transport.tube_end TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON transport.tube_end TO shihe_jobs;

GRANT SELECT ON transport.tube_end TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON vault.data_key TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON vault.data_key TO shihe_jobs;

GRANT SELECT ON vault.data_key TO shihe_reader;

GRANT USAGE ON vault.data_key_id_seq TO shihe_desk;

GRANT USAGE ON vault.data_key_id_seq TO shihe_jobs;

GRANT INSERT, SELECT, UPDATE ON vault.index_key TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON vault.index_key TO shihe_jobs;

GRANT SELECT ON vault.index_key TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON vault.pause TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON vault.pause TO shihe_jobs;

GRANT SELECT ON vault.pause TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON vault.rekeying TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON vault.rekeying TO shihe_jobs;

GRANT SELECT ON vault.rekeying TO shihe_reader;
