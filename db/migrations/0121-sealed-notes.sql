-- What somebody wrote about a person when they were exempted is about their health as a rule: sealed with the round's own
-- key, gone with it. `note` is what was written down before; the job-runner seals it and empties the column.
ALTER TABLE campaign.exemption ADD COLUMN note_sealed bytea;
