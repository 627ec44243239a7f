-- Ledgers that came after the imprints, and columns that were added to those that leave them.
SELECT journal.guard('sampling.held_batch'), journal.guard('results.amendment');
SELECT journal.guard(name::regclass) FROM journal.ledger ORDER BY name;
