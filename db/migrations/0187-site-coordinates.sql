-- Where a site lies, as a phone measures it (WGS 84), so that people find the nearest; many sites are known by address only.
ALTER TABLE site.site
  ADD COLUMN latitude  double precision CHECK (latitude BETWEEN -90 AND 90),
  ADD COLUMN longitude double precision CHECK (longitude BETWEEN -180 AND 180),
  ADD CONSTRAINT site_coordinates_whole CHECK ((latitude IS NULL) = (longitude IS NULL));

SELECT journal.guard('site.site');
