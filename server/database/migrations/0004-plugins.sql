-- Plugins: how each is set per area, what goes out through them, and who a rule chose. Tenant first, as everywhere.

create table plugin_setting ( -- holds in the area and below it, until an area further down has its own
  tenant_id uuid,
  plugin text,
  area text,
  active boolean not null,
  settings jsonb not null, -- without secrets
  secrets jsonb not null default '{}', -- setting → sealed text (AES-256-GCM); never read for a page
  revision int not null,
  changed_at timestamptz(3) not null,
  changed_by uuid,
  primary key (tenant_id, plugin, area)
);

create table plugin_delivery ( -- the id is what a receiver tells doubles by: it stays over attempts and restarts
  tenant_id uuid,
  id uuid,
  plugin text not null,
  channel text not null,
  area text not null,
  cause text not null, -- what it came from (a job, a notice, a press of the button): each causes it once
  content jsonb not null, -- without personal values: those are read when it is sent
  subject_kind text,
  subject_id uuid,
  subject_title text not null default '', -- for the list; number and title, as lists of cases show them
  state text not null check (state in ('waiting', 'sent', 'failed')),
  attempts int not null default 0,
  run_at timestamptz(3) not null,
  leased_until timestamptz(3),
  lease uuid,
  result_zh text,
  result_en text,
  created_at timestamptz(3) not null,
  ended_at timestamptz(3),
  primary key (tenant_id, id)
) with (fillfactor = 80);
create unique index plugin_delivery_cause_key on plugin_delivery (tenant_id, plugin, channel, cause);
create index plugin_delivery_due on plugin_delivery (run_at) where state = 'waiting';
create index plugin_delivery_list on plugin_delivery (tenant_id, plugin, created_at desc);

create table assignment_choice ( -- which of a position's holders a plugin's rule chose for a user task
  tenant_id uuid,
  instance_id uuid,
  user_task int,
  rule text not null,
  chosen uuid, -- null: nobody yet, or the rule left it to all
  run_at timestamptz(3), -- null: it has been asked
  attempts int not null default 0,
  primary key (tenant_id, instance_id, user_task)
);
create index assignment_choice_due on assignment_choice (run_at) where run_at is not null;
