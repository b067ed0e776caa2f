-- What one step did is one row: a step tells of a dozen events and more, each of which had a row of 150 bytes around it.
alter table history rename to history_step;
alter table history_step rename column event to events;
alter table history_step alter column events type jsonb using jsonb_build_array(events);
comment on column history_step.seq is 'number of the last of its events; the first is 1, and no number is left out';

create view history as
  select s.tenant_id, s.bucket, s.instance_id, (s.seq - jsonb_array_length(s.events) + e.number)::int as seq, s.at, e.event
  from history_step s cross join lateral jsonb_array_elements(s.events) with ordinality as e (event, number);
