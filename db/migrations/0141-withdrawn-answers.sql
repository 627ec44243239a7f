-- An answer whose swab turns out not to have been the person's: nothing is known about them, and a version says so.
ALTER TABLE results.answer ADD COLUMN correction_id uuid REFERENCES sampling.correction;

DO $$
DECLARE
  named text;
BEGIN
  FOR named IN
    SELECT conname FROM pg_constraint
     WHERE conrelid = 'results.answer'::regclass AND contype = 'c'
       AND (conname IN ('answer_status_check', 'answer_cause_check')
            OR pg_get_constraintdef(oid) ~ 'reason IS NOT NULL' OR pg_get_constraintdef(oid) ~ 'swab_id IS NOT NULL')
  LOOP
    EXECUTE format('ALTER TABLE results.answer DROP CONSTRAINT %I', named);
  END LOOP;
END $$;

ALTER TABLE results.answer
  ADD CONSTRAINT answer_status CHECK (status IN ('negative', 'positive', 'under-review', 'resample', 'withdrawn')),
  ADD CONSTRAINT answer_cause CHECK (cause IN ('negative', 'positive', 'inconclusive', 'invalid', 'rejected', 'lost',
                                               'amendment', 'withdrawn')),
  ADD CONSTRAINT answer_withdrawn CHECK ((status = 'withdrawn') = (cause = 'withdrawn')),
  ADD CONSTRAINT answer_reason CHECK (cause <> 'amendment' OR reason IS NOT NULL),
  ADD CONSTRAINT answer_rests_on_swab
    CHECK (cause IN ('amendment', 'withdrawn') OR (swab_id IS NOT NULL AND sampled_at IS NOT NULL));

-- Leave to come again that is no longer needed is taken back to the last occasion that was used, the screening included.
ALTER TABLE sampling.admission DROP CONSTRAINT admission_occasion_check;
ALTER TABLE sampling.admission ADD CONSTRAINT admission_occasion_check CHECK (occasion >= 0);
