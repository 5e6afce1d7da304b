-- journal: one line an entry: every change of the base, in its order.
--
-- * number    integer!  The entry's number; history goes by it, not by the clock.
-- * at        date!     When, in UTC.
-- * author    text      Who.
-- * command   text      By which command.
-- * why       text      Why, where the author says.
-- * changed   integer   Rows that it amended or removed.
SELECT
  entry.number,
  entry.at,
  entry.author,
  entry.command,
  entry.why,
  (SELECT count(*) FROM revision WHERE revision.entry = entry.number)
    + (SELECT count(*) FROM figure_revision WHERE figure_revision.entry = entry.number)
    + (SELECT count(*) FROM series_key_revision WHERE series_key_revision.entry = entry.number) AS changed
FROM entry
