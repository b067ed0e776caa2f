-- The hot path: locked and written by every command.

create table process_instance (
  tenant_id uuid,
  id uuid,
  process text not null,
  manifest_hash text not null,
  status text not null,
  format smallint not null,
  state jsonb not null, -- ProcessInstance without its non-root scopes
  history_seq int not null, -- number of the last history event
  subject_kind text, -- case | meeting | action-item
  subject_id uuid,
  host_instance uuid, -- companion (ladder) of that user task
  host_task int,
  host_scope int,
  bucket text not null, -- of its history
  area text,
  created_at timestamptz(3) not null,
  ended_at timestamptz(3),
  primary key (tenant_id, id)
) with (fillfactor = 70);
create index process_instance_subject on process_instance (tenant_id, subject_kind, subject_id);
create index process_instance_companions on process_instance (tenant_id, host_instance)
  where host_instance is not null and ended_at is null;

create table process_scope (
  tenant_id uuid,
  instance_id uuid,
  scope int,
  state jsonb not null,
  primary key (tenant_id, instance_id, scope)
) with (fillfactor = 70);

create table history ( -- bucket = retention class × month of the instance's start, e.g. case-2026-11; dropped as a whole
  tenant_id uuid not null,
  bucket text not null,
  instance_id uuid not null,
  seq int not null,
  at timestamptz(3) not null,
  event jsonb not null,
  primary key (tenant_id, bucket, instance_id, seq)
) partition by list (bucket);
create table history_rest partition of history default;

create table timer (
  tenant_id uuid,
  instance_id uuid,
  element int,
  key text,
  scope int not null,
  generation int not null,
  due_at timestamptz(3) not null,
  attempts int not null default 0,
  primary key (tenant_id, instance_id, element, key)
);
create index timer_due on timer (due_at);

create table job (
  tenant_id uuid,
  instance_id uuid,
  element int,
  scope int not null,
  job int not null,
  job_type text not null,
  headers jsonb not null,
  retries int not null,
  attempts int not null default 0,
  run_at timestamptz(3) not null,
  leased_until timestamptz(3),
  lease uuid,
  last_error text,
  primary key (tenant_id, instance_id, element)
);
create index job_due on job (run_at);

create table inbox ( -- commands for other instances, in order per target; one that creates an instance names the new id
  tenant_id uuid,
  instance_id uuid,
  id uuid,
  command jsonb not null,
  created_at timestamptz(3) not null,
  attempts int not null default 0,
  last_error text,
  primary key (tenant_id, instance_id, id)
);
create index inbox_oldest on inbox (created_at);

create table incident (
  tenant_id uuid,
  instance_id uuid,
  element int,
  scope int not null,
  code text not null,
  zh text not null,
  en text not null,
  at timestamptz(3) not null,
  primary key (tenant_id, instance_id, element)
);

create table user_task (
  tenant_id uuid,
  instance_id uuid,
  id int, -- element instance id
  scope int not null,
  element text not null,
  name text not null,
  form text,
  subject_kind text,
  subject_id uuid,
  post text not null, -- the position that has it, after fallback
  area text not null,
  asked_post text not null, -- the position the model asked for
  asked_area text not null,
  state text not null check (state in ('open', 'completed', 'cancelled')),
  light text,
  yellow_at timestamptz(3),
  due_at timestamptz(3),
  time_limit text, -- id of the limit that runs: its unit and calendar say what is left
  created_at timestamptz(3) not null,
  ended_at timestamptz(3),
  completed_by uuid,
  primary key (tenant_id, instance_id, id)
) with (fillfactor = 80);
create index user_task_open on user_task (tenant_id, area, post) where state = 'open';
create index user_task_subject on user_task (tenant_id, subject_kind, subject_id);
