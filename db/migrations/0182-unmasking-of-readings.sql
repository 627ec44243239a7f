-- What a device really read is seen in clear in the same way as a person: with a reason, written down, out of one ration.
ALTER TABLE community.unmasking
  ALTER COLUMN resident_id DROP NOT NULL,
  -- What was looked at where it is nobody in the ledger, as `exception:<id>`.
  ADD COLUMN about text,
  ADD CONSTRAINT unmasking_of_one CHECK (num_nonnulls(resident_id, about) = 1);
