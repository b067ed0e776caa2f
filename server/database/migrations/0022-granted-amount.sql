-- How much of an extension was granted: whoever decides may grant less than was asked for. Null where nothing was granted,
-- and of what was granted before this was written down.
alter table clock_request add column granted_amount double precision;
