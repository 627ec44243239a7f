-- Whether another device had a tube in hand is looked up by the tube's own key. As an EXISTS among the columns it was
-- answered from a hash of every tube that any device ever had in hand, made anew for each batch.

CREATE OR REPLACE FUNCTION sampling.touch_tubes(barcodes text[], device uuid)
RETURNS TABLE (barcode text, round_id uuid, site_id uuid, state text, filled smallint, capacity smallint,
               counted_swabs smallint, shared boolean)
LANGUAGE plpgsql SET enable_seqscan = off AS $$
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
END $$;
