-- Written by npm run schema from db/migrations. Do not edit.

CREATE EXTENSION btree_gist;

CREATE SCHEMA access;

CREATE SCHEMA campaign;

CREATE SCHEMA community;

CREATE SCHEMA coverage;

CREATE SCHEMA jobs;

CREATE SCHEMA journal;

CREATE SCHEMA lab;

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

CREATE TABLE access.session (
  token_hash bytea NOT NULL,
  account_id uuid,
  resident_id uuid,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  expires_at timestamp with time zone NOT NULL,
  revoked_at timestamp with time zone,
  last_seen_at timestamp with time zone NOT NULL DEFAULT now(),
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

CREATE TABLE campaign.pool_rule (
  round_id uuid NOT NULL,
  category text NOT NULL,
  pool_class text NOT NULL,
  CONSTRAINT pool_rule_pkey PRIMARY KEY (round_id, category),
  CONSTRAINT pool_rule_round_id_pool_class_fkey FOREIGN KEY (round_id, pool_class) REFERENCES campaign.pool_class(round_id, pool_class)
);

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

CREATE TABLE campaign.round_area (
  round_id uuid NOT NULL,
  area_code text NOT NULL,
  CONSTRAINT round_area_pkey PRIMARY KEY (round_id, area_code),
  CONSTRAINT round_area_area_code_fkey FOREIGN KEY (area_code) REFERENCES community.area(code),
  CONSTRAINT round_area_round_id_fkey FOREIGN KEY (round_id) REFERENCES campaign.round(id)
);

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

CREATE TABLE community.household (
  id uuid NOT NULL,
  area_code text NOT NULL,
  door text NOT NULL,
  CONSTRAINT household_pkey PRIMARY KEY (id),
  CONSTRAINT household_area_code_door_key UNIQUE (area_code, door),
  CONSTRAINT household_area_code_fkey FOREIGN KEY (area_code) REFERENCES community.area(code)
);

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
  CONSTRAINT ledger_import_pkey PRIMARY KEY (id),
  CONSTRAINT ledger_import_check CHECK ((read = ((((added + changed) + unchanged) + refused) + duplicates))),
  CONSTRAINT ledger_import_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'reading'::text, 'done'::text, 'refused'::text])))
);
CREATE INDEX ledger_import_unfinished ON community.ledger_import USING btree (created_at) WHERE (state = ANY (ARRAY['waiting'::text, 'reading'::text]));

CREATE TABLE community.ledger_import_error (
  import_id uuid NOT NULL,
  line integer NOT NULL,
  field text NOT NULL,
  code text NOT NULL,
  message jsonb NOT NULL,
  CONSTRAINT ledger_import_error_pkey PRIMARY KEY (import_id, line, field),
  CONSTRAINT ledger_import_error_import_id_fkey FOREIGN KEY (import_id) REFERENCES community.ledger_import(id)
);

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
CREATE INDEX resident_guardian_awaited ON community.resident USING btree (guardian_index) WHERE ((guardian_id IS NULL) AND (guardian_index IS NOT NULL));
CREATE INDEX resident_household ON community.resident USING btree (household_id);
CREATE INDEX resident_merged ON community.resident USING btree (merged_into) WHERE (merged_into IS NOT NULL);
CREATE INDEX resident_phone ON community.resident USING btree (phone_index) WHERE (phone_index IS NOT NULL);

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
CREATE INDEX entry_subject ON ONLY journal.entry USING btree (subject, recorded_at);

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

CREATE TABLE lab.lab (
  code text NOT NULL,
  name text NOT NULL,
  added_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT lab_pkey PRIMARY KEY (code)
);

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

CREATE TABLE lab.staff (
  account_id uuid NOT NULL,
  lab_code text NOT NULL,
  CONSTRAINT staff_pkey PRIMARY KEY (account_id),
  CONSTRAINT staff_account_id_fkey FOREIGN KEY (account_id) REFERENCES access.account(id),
  CONSTRAINT staff_lab_code_fkey FOREIGN KEY (lab_code) REFERENCES lab.lab(code)
);

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

CREATE TABLE queue.board_version (
  site_id uuid NOT NULL,
  version bigint NOT NULL,
  CONSTRAINT board_version_pkey PRIMARY KEY (site_id),
  CONSTRAINT board_version_site_id_fkey FOREIGN KEY (site_id) REFERENCES site.site(id)
) WITH (fillfactor=50);

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

CREATE TABLE queue.led_singly (
  resident_id uuid NOT NULL,
  led_at timestamp with time zone NOT NULL DEFAULT now(),
  released_at timestamp with time zone,
  CONSTRAINT led_singly_pkey PRIMARY KEY (resident_id),
  CONSTRAINT led_singly_resident_id_fkey FOREIGN KEY (resident_id) REFERENCES community.resident(id)
);

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
CREATE INDEX ticket_waiting ON queue.ticket USING btree (site_id, business_day, lane, place, number) WHERE (state = 'waiting'::text);
CREATE UNIQUE INDEX ticket_waiting_resident ON queue.ticket USING btree (site_id, business_day, resident_id) WHERE ((state = 'waiting'::text) AND (resident_id IS NOT NULL));

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
CREATE INDEX answer_tube ON results.answer USING btree (tube_barcode) WHERE current;

CREATE TABLE results.dossier (
  round_id uuid NOT NULL,
  resident_id uuid NOT NULL,
  CONSTRAINT dossier_pkey PRIMARY KEY (round_id, resident_id)
);

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
  CONSTRAINT correction_pkey PRIMARY KEY (id),
  CONSTRAINT correction_approver_id_fkey FOREIGN KEY (approver_id) REFERENCES access.account(id),
  CONSTRAINT correction_author_id_fkey FOREIGN KEY (author_id) REFERENCES access.account(id),
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
CREATE INDEX correction_residents ON sampling.correction USING gin (residents);
CREATE INDEX correction_site ON sampling.correction USING btree (site_id, proposed_at DESC, id DESC);
CREATE INDEX correction_tubes ON sampling.correction USING gin (tubes);
ALTER TABLE sampling.correction ENABLE ROW LEVEL SECURITY;
CREATE POLICY adding ON sampling.correction FOR INSERT WITH CHECK ((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine))));
CREATE POLICY changing ON sampling.correction FOR UPDATE USING ((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine)))) WITH CHECK ((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine))));
CREATE POLICY house ON sampling.correction FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY owner ON sampling.correction FOR ALL USING (true) WITH CHECK (true);
CREATE POLICY seeing ON sampling.correction FOR SELECT USING ((( SELECT access.sees_all() AS sees_all) OR (site_id IN ( SELECT site.mine() AS mine))));

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
  CONSTRAINT exception_kind_check CHECK ((kind = ANY (ARRAY['person-already-sampled'::text, 'tube-over-capacity'::text, 'two-devices-one-tube'::text, 'tube-not-open'::text, 'round-not-running'::text, 'unknown-tube'::text, 'unknown-person'::text, 'unreadable-code'::text, 'single-only-in-pool'::text, 'other-household'::text, 'out-of-scope'::text, 'clock-skew'::text, 'sequence-hole'::text, 'count-differs'::text, 'act-id-clash'::text, 'act-not-understood'::text, 'act-against-rules'::text, 'device-cloned'::text, 'not-listed'::text, 'not-me'::text]))),
  CONSTRAINT exception_owner_role_check CHECK ((owner_role = ANY (ARRAY['sitelead'::text, 'organiser'::text, 'security'::text, 'gridworker'::text]))),
  CONSTRAINT exception_resolution_check CHECK ((resolution = ANY (ARRAY['accepted'::text, 'corrected'::text, 'withdrawn'::text, 'resampled'::text, 'unfounded'::text]))),
  CONSTRAINT exception_state_check CHECK ((state = ANY (ARRAY['open'::text, 'resolved'::text])))
);
CREATE UNIQUE INDEX exception_act ON sampling.exception USING btree (act_id, kind) WHERE (act_id IS NOT NULL);
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
  CONSTRAINT swab_tube_barcode_fkey FOREIGN KEY (tube_barcode) REFERENCES sampling.tube(barcode),
  CONSTRAINT swab_check CHECK (((moved_to IS NULL) OR (voided_at IS NOT NULL))),
  CONSTRAINT swab_place_check CHECK ((place > 0)),
  CONSTRAINT swab_purpose_check CHECK ((purpose = ANY (ARRAY['screening'::text, 'retest'::text, 'resample'::text])))
) PARTITION BY LIST (round_id);

CREATE TABLE sampling.tube (
  barcode text NOT NULL,
  round_id uuid NOT NULL,
  site_id uuid NOT NULL,
  station_id uuid NOT NULL,
  shift_id uuid NOT NULL,
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
  CONSTRAINT tube_pkey PRIMARY KEY (barcode),
  CONSTRAINT tube_round_id_pool_class_fkey FOREIGN KEY (round_id, pool_class) REFERENCES campaign.pool_class(round_id, pool_class),
  CONSTRAINT tube_shift_id_fkey FOREIGN KEY (shift_id) REFERENCES site.shift(id),
  CONSTRAINT tube_site_id_fkey FOREIGN KEY (site_id) REFERENCES site.site(id),
  CONSTRAINT tube_station_id_fkey FOREIGN KEY (station_id) REFERENCES site.station(id),
  CONSTRAINT tube_check CHECK (((filled >= 0) AND (filled <= capacity))),
  CONSTRAINT tube_check1 CHECK (((state = 'sealed'::text) = (sealed_at IS NOT NULL))),
  CONSTRAINT tube_check2 CHECK (((state = 'discarded'::text) = (discarded_at IS NOT NULL))),
  CONSTRAINT tube_check3 CHECK (((state <> 'discarded'::text) OR ((filled = 0) AND (discard_reason IS NOT NULL)))),
  CONSTRAINT tube_state_check CHECK ((state = ANY (ARRAY['open'::text, 'sealed'::text, 'discarded'::text])))
) WITH (fillfactor=60);
CREATE INDEX tube_round_site ON sampling.tube USING btree (round_id, site_id);

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
  CONSTRAINT site_pkey PRIMARY KEY (id),
  CONSTRAINT site_code_key UNIQUE (code),
  CONSTRAINT site_area_code_fkey FOREIGN KEY (area_code) REFERENCES community.area(code),
  CONSTRAINT site_check CHECK ((crowded_after_minutes > busy_after_minutes)),
  CONSTRAINT site_kind_check CHECK ((kind = ANY (ARRAY['fixed'::text, 'mobile'::text, 'home-visits'::text]))),
  CONSTRAINT site_state_check CHECK ((state = ANY (ARRAY['open'::text, 'paused'::text, 'closed'::text])))
);

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
    s.masked_name,
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
        END AS reason
   FROM coverage.person_v1 p
     JOIN community.sampling_subject s ON s.id = p.resident_id
     JOIN community.household h ON h.id = p.household_id
     JOIN community.area a ON a.code = p.area_code
     LEFT JOIN results.recall o ON o.round_id = p.round_id AND o.resident_id = p.resident_id AND o.state = 'open'::text
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

CREATE VIEW results.recall AS
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

CREATE VIEW transport.box_tube AS
 SELECT barcode,
    box_code,
    packed_by,
    packed_at
   FROM transport.packing
  WHERE removed_at IS NULL;

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
AS $function$ SELECT cardinality(access.keys('all')) > 0 $function$;

CREATE OR REPLACE FUNCTION campaign.my_rounds()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
AS $function$ SELECT nullif(access.keys('round'), '{}')::uuid[] $function$;

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

CREATE OR REPLACE FUNCTION sampling.ensure_round(round uuid)
 RETURNS void
 LANGUAGE plpgsql
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

CREATE OR REPLACE FUNCTION sampling.record_swabs(ids uuid[], hashes bytea[], barcodes text[], residents uuid[], documents bytea[], scans timestamp with time zone[], actors uuid[])
 RETURNS TABLE(nth integer, outcome text, place integer, capacity integer, masked text, earlier_tube text, earlier_at timestamp with time zone)
 LANGUAGE plpgsql
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
  WITH sent AS (
    SELECT s.nth::int AS nth, s.id, s.hash, s.barcode, s.resident, s.document, s.scanned_at, s.actor
      FROM unnest(ids, hashes, barcodes, residents, documents, scans, actors)
           WITH ORDINALITY AS s (id, hash, barcode, resident, document, scanned_at, actor, nth)
  ), judged AS (
    SELECT s.nth, s.id, s.hash, s.barcode, s.scanned_at, s.actor,
           t.round_id, t.site_id, t.capacity, t.filled,
           r.id AS resident_id, r.household_id, r.masked_name,
           coalesce(ad.occasion, 0::smallint) AS occasion, coalesce(ad.purpose, 'screening') AS purpose,
           w.place AS known_place, e.tube_barcode AS earlier_tube, e.sampled_at AS earlier_at,
           t.pool_class = 'household' AS household_tube,
           coalesce((ro.settings ->> 'toleratedClockSkewMinutes')::numeric, 5) * 60 AS tolerated_skew,
           CASE
             WHEN w.id IS NOT NULL THEN CASE WHEN w.body_hash = s.hash THEN 'recorded' ELSE 'id-taken' END
             WHEN t.barcode IS NULL THEN 'unknown-tube'
             WHEN t.state <> 'open' THEN 'tube-' || t.state
             WHEN ro.state NOT IN ('open', 'closing') THEN 'round-closed'
             WHEN r.id IS NULL THEN 'unknown-resident'
             WHEN e.swab_id IS NOT NULL THEN 'already-sampled'
             WHEN t.pool_class <> 'single' AND (r.single_only OR ad.purpose = 'retest' OR pr.pool_class = 'single')
               THEN 'single-only'
             WHEN t.pool_class = 'household' AND t.household_id <> r.household_id THEN 'other-household'
           END AS verdict
      FROM sent s
      LEFT JOIN LATERAL (SELECT * FROM sampling.tube x WHERE x.barcode = s.barcode LIMIT 1) t ON true
      LEFT JOIN LATERAL (SELECT * FROM campaign.round x WHERE x.id = t.round_id LIMIT 1) ro ON true
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
  ), turned AS (
    SELECT j.*,
           row_number() OVER (PARTITION BY j.round_id, j.resident_id, j.verdict IS NULL ORDER BY j.nth) AS turn,
           first_value(j.household_id) OVER (PARTITION BY j.barcode, j.verdict IS NULL ORDER BY j.nth) AS first_household
      FROM judged j
  ), settled AS (
    SELECT u.*, CASE
             WHEN u.verdict IS NOT NULL THEN u.verdict
             WHEN u.turn > 1 THEN 'again'
             WHEN u.household_tube AND u.household_id <> u.first_household THEN 'other-household'
           END AS settlement
      FROM turned u
  ), ranked AS MATERIALIZED (
    SELECT d.*, d.settlement IS NULL
             AND row_number() OVER (PARTITION BY d.barcode, d.settlement IS NULL ORDER BY d.nth) <= d.capacity - d.filled
             AS fits
      FROM settled d
  ), attended AS (
    INSERT INTO sampling.attendance (round_id, resident_id, occasion, purpose, swab_id, tube_barcode, sampled_at)
    SELECT k.round_id, k.resident_id, k.occasion, k.purpose, k.id, k.barcode,
           CASE WHEN abs(extract(epoch FROM moment - k.scanned_at)) <= k.tolerated_skew THEN k.scanned_at ELSE moment END
      FROM ranked k WHERE k.fits ORDER BY k.round_id, k.resident_id
    ON CONFLICT DO NOTHING
    RETURNING swab_id, sampled_at
  ), placed AS MATERIALIZED (
    SELECT k.*, a.sampled_at, (k.filled + row_number() OVER (PARTITION BY k.barcode ORDER BY k.nth))::smallint AS place
      FROM ranked k JOIN attended a ON a.swab_id = k.id
     WHERE k.fits
  ), swabbed AS (
    INSERT INTO sampling.swab (round_id, id, tube_barcode, place, resident_id, occasion, purpose, actor_id, scanned_at,
                               sampled_at, recorded_at, body_hash)
    SELECT p.round_id, p.id, p.barcode, p.place, p.resident_id, p.occasion, p.purpose, p.actor, p.scanned_at,
           p.sampled_at, moment, p.hash
      FROM placed p
  ), topped AS (
    UPDATE sampling.tube t
       SET filled = t.filled + n.added,
           first_swab_at = coalesce(t.first_swab_at, n.first_at),
           household_id = coalesce(t.household_id, n.household_id)
      FROM (SELECT p.barcode, count(*)::smallint AS added, min(p.sampled_at) AS first_at,
                   (array_agg(p.household_id) FILTER (WHERE p.household_tube))[1] AS household_id
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
         coalesce(p.place, k.known_place)::int, k.capacity::int, k.masked_name, k.earlier_tube, k.earlier_at
    FROM ranked k LEFT JOIN placed p ON p.nth = k.nth;
END $function$;

CREATE OR REPLACE FUNCTION site.mine()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE
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

CREATE TRIGGER keep_mergings BEFORE DELETE OR UPDATE ON community.merging FOR EACH ROW EXECUTE FUNCTION community.keep_mergings();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON journal.entry FOR EACH ROW EXECUTE FUNCTION journal.deny_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON journal.link FOR EACH ROW EXECUTE FUNCTION journal.deny_change();

CREATE CONSTRAINT TRIGGER report_whole AFTER INSERT OR UPDATE ON lab.report DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION lab.check_report_rows();

CREATE TRIGGER keep_versions BEFORE DELETE OR UPDATE ON results.answer FOR EACH ROW EXECUTE FUNCTION results.keep_versions();

CREATE TRIGGER keep_corrections BEFORE DELETE OR UPDATE ON sampling.correction FOR EACH ROW EXECUTE FUNCTION sampling.keep_corrections();

CREATE TRIGGER on_its_way BEFORE UPDATE OF state ON sampling.tube FOR EACH ROW WHEN (((old.state = 'sealed'::text) AND (new.state <> 'sealed'::text))) EXECUTE FUNCTION transport.hold_tube();

CREATE TRIGGER sealed_only BEFORE INSERT ON transport.packing FOR EACH ROW EXECUTE FUNCTION transport.sealed_only();

CREATE TRIGGER sealed_only BEFORE INSERT ON transport.tube_end FOR EACH ROW EXECUTE FUNCTION transport.sealed_only();

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

GRANT USAGE ON SCHEMA lab TO shihe_desk;

GRANT USAGE ON SCHEMA lab TO shihe_jobs;

GRANT USAGE ON SCHEMA lab TO shihe_reader;

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

GRANT INSERT, SELECT, UPDATE ON access.known_device TO shihe_door;

GRANT INSERT, SELECT, UPDATE ON access.scope TO shihe_door;

GRANT INSERT, SELECT, UPDATE ON access.session TO shihe_door;

GRANT INSERT, SELECT, UPDATE ON access.sign_in_alarm TO shihe_door;

GRANT DELETE, INSERT, SELECT, UPDATE ON access.sign_in_gate TO shihe_door;

GRANT INSERT, SELECT, UPDATE ON community.merging TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON community.merging TO shihe_jobs;

GRANT SELECT ON community.merging TO shihe_reader;

GRANT INSERT ON journal.entry TO shihe_door;

GRANT SELECT ON queue.board TO shihe_board_reader;

GRANT INSERT, SELECT, UPDATE ON sampling.correction TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON sampling.correction TO shihe_jobs;

GRANT SELECT ON sampling.correction TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON sampling.exception TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON sampling.exception TO shihe_jobs;

GRANT SELECT ON sampling.exception TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON site.device TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON site.device TO shihe_jobs;

GRANT SELECT ON site.device TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON site.enrolment TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON site.enrolment TO shihe_jobs;

GRANT SELECT ON site.enrolment TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON vault.data_key TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON vault.data_key TO shihe_jobs;

GRANT SELECT ON vault.data_key TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON vault.index_key TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON vault.index_key TO shihe_jobs;

GRANT SELECT ON vault.index_key TO shihe_reader;

GRANT INSERT, SELECT, UPDATE ON vault.rekeying TO shihe_desk;

GRANT INSERT, SELECT, UPDATE ON vault.rekeying TO shihe_jobs;

GRANT SELECT ON vault.rekeying TO shihe_reader;
