-- What begins processes from outside: events of which several must come, times, messages of other systems.

create table gathered_beginning ( -- a start that needs several events, of which some have come
  tenant_id uuid,
  area text, -- whose release it would begin under
  process text,
  place text, -- the event at which it begins
  heard text[] not null, -- parts of it that have come
  variables jsonb not null, -- what came with them
  since timestamptz(3) not null,
  primary key (tenant_id, area, process, place)
);

create table start_timer ( -- a time at which a process begins by itself; kept when it comes no more, so that it is not armed anew
  tenant_id uuid,
  area text, -- whose process it is
  process text,
  place text, -- the event at which it begins
  part int, -- of an event with several parts
  definition text not null, -- what it was armed by: a release that says something else arms it anew
  due_at timestamptz(3), -- null: it comes no more
  run_at timestamptz(3), -- not before; later than it is due after a failure
  generation int not null,
  cycle text,
  attempts int not null default 0,
  last_error text,
  primary key (tenant_id, area, process, place, part)
);
create index start_timer_due on start_timer (tenant_id, run_at) where run_at is not null;

alter table external_worker add column messages text[] not null default '{}'; -- names of what it may send to processes
