-- What somebody asks of the clock of a user task, and what was decided: 延期 (an extension) or 挂起 (a pause).

create table clock_request (
  tenant_id uuid,
  id uuid,
  instance_id uuid not null,
  user_task int not null,
  kind text not null check (kind in ('extension', 'pause')),
  stage text not null, -- of the clock that is meant
  nth int, -- of an extension: which one it would be, from 1
  amount double precision, -- of an extension, in `unit`
  unit text,
  review_on date, -- of a pause: 复核日, from when on whoever decided it is reminded
  reason text not null,
  post text not null, -- the position that decides
  area text not null,
  asked_by uuid not null,
  asked_at timestamptz(3) not null,
  state text not null check (state in ('open', 'granted', 'refused', 'withdrawn')),
  decided_by uuid,
  decided_at timestamptz(3),
  answer text, -- why it was refused
  ended_at timestamptz(3), -- of a granted pause: when the clock went on
  reminded_on date, -- of a granted pause: when whoever decided it was told that the review date has come
  check ((kind = 'extension') = (nth is not null and amount is not null and unit is not null)),
  check ((kind = 'pause') = (review_on is not null)),
  check ((state = 'open') = (decided_at is null))
);
-- One question at a time about each clock.
create unique index clock_request_once on clock_request (tenant_id, instance_id, user_task, stage, kind) where state = 'open';
create index clock_request_decides on clock_request (tenant_id, area, post, asked_at) where state = 'open';
create index clock_request_review on clock_request (tenant_id, review_on) where kind = 'pause' and state = 'granted' and ended_at is null;
create index clock_request_task on clock_request (tenant_id, instance_id, user_task);
-- The newest index is taken while a table has no statistics: see 0014.
alter table clock_request add primary key (tenant_id, id);

-- Every clock of an open user task, as lists show it: stage, limit, instants, budget. The index order stays that of due_at.
alter table user_task add column clocks jsonb;
