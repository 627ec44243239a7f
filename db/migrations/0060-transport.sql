-- Tubes into boxes, boxes from hand to hand, clocks that run.
CREATE SCHEMA transport;

-- A sealed set of tubes with its own code. `leg` is the number of the last handover; `holder_id` has the box now.
CREATE TABLE transport.box (
  code         text PRIMARY KEY,
  site_id      uuid NOT NULL REFERENCES site.site,
  lab_code     text,
  state        text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'sealed', 'dispatched', 'at-hub', 'received')),
  opened_by    uuid NOT NULL REFERENCES access.account,
  opened_at    timestamptz NOT NULL DEFAULT now(),
  sealed_by    uuid REFERENCES access.account,
  sealed_at    timestamptz,
  counted_tubes int,
  leg          smallint NOT NULL DEFAULT 0,
  holder_id    uuid REFERENCES access.account,
  hub_code     text,
  received_at  timestamptz,
  body_hash    bytea NOT NULL,
  CHECK ((state = 'open') = (sealed_at IS NULL)),
  CHECK ((state = 'at-hub') = (hub_code IS NOT NULL)),
  CHECK ((state = 'received') = (received_at IS NOT NULL)),
  CHECK (state <> 'received' OR lab_code IS NOT NULL)
);
CREATE INDEX box_site_state ON transport.box (site_id, state);

-- What was put into which box, and what was taken out again before the box was sealed. A tube is in one box at most.
CREATE TABLE transport.packing (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  barcode        text NOT NULL REFERENCES sampling.tube,
  box_code       text NOT NULL REFERENCES transport.box,
  packed_by      uuid NOT NULL,
  packed_at      timestamptz NOT NULL DEFAULT now(),
  removed_by     uuid REFERENCES access.account,
  removed_at     timestamptz,
  removal_reason text,
  CHECK ((removed_at IS NULL) = (removed_by IS NULL) AND (removed_at IS NULL) = (removal_reason IS NULL))
);
CREATE UNIQUE INDEX packing_current ON transport.packing (barcode) WHERE removed_at IS NULL;
CREATE INDEX packing_box ON transport.packing (box_code);

-- What is in a box now: the one reader of that question.
CREATE VIEW transport.box_tube AS
  SELECT barcode, box_code, packed_by, packed_at FROM transport.packing WHERE removed_at IS NULL;

-- From hand to hand, in order and without a gap. A box calls at each hub once.
CREATE TABLE transport.leg (
  box_code text NOT NULL REFERENCES transport.box,
  leg      smallint NOT NULL CHECK (leg > 0),
  kind     text NOT NULL CHECK (kind IN ('dispatch', 'hub-arrival', 'hub-departure', 'receipt')),
  given_by uuid REFERENCES access.account,
  taken_by uuid NOT NULL REFERENCES access.account,
  hub_code text,
  plate    text,
  signed_at timestamptz NOT NULL DEFAULT now(),
  body_hash bytea NOT NULL,
  PRIMARY KEY (box_code, leg),
  CHECK ((kind IN ('hub-arrival', 'hub-departure')) = (hub_code IS NOT NULL)),
  CHECK (kind NOT IN ('dispatch', 'receipt') OR (given_by IS NOT NULL AND given_by <> taken_by))
);
CREATE UNIQUE INDEX leg_once ON transport.leg (box_code, kind, coalesce(hub_code, ''));

-- How the way of a tube ended: a laboratory has it, or it is lost. One end, ever; the key decides when both come at once.
CREATE TABLE transport.tube_end (
  barcode   text PRIMARY KEY REFERENCES sampling.tube,
  ending    text NOT NULL CHECK (ending IN ('delivered', 'lost')),
  reason    text,
  ended_by  uuid NOT NULL,
  ended_at  timestamptz NOT NULL DEFAULT now(),
  CHECK ((ending = 'lost') = (reason IS NOT NULL))
);

-- A clock that has run out. `subject` is the barcode of a tube or the code of a box.
CREATE TABLE transport.alarm (
  id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  kind       text NOT NULL CHECK (kind IN ('open-tube', 'unboxed', 'undispatched', 'unreceived', 'hub-dwell')),
  subject    text NOT NULL,
  site_id    uuid NOT NULL REFERENCES site.site,
  round_id   uuid NOT NULL REFERENCES campaign.round,
  since      timestamptz NOT NULL,
  due_at     timestamptz NOT NULL,
  raised_at  timestamptz NOT NULL DEFAULT now(),
  cleared_at timestamptz
);
CREATE UNIQUE INDEX alarm_current ON transport.alarm (kind, subject) WHERE cleared_at IS NULL;
CREATE INDEX alarm_site ON transport.alarm (site_id, raised_at) WHERE cleared_at IS NULL;
