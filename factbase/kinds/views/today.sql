-- today: the day that statuses are told for. Another day is asked for by putting another view in its place.
--
-- * day   date   Today, in UTC.
SELECT CAST(CURRENT_DATE AS TEXT) AS day
