create table meeting (
  tenant_id uuid,
  id uuid,
  series text not null,
  occurrence_key text not null, -- scheduled date or ad-hoc id: its uniqueness decides that an occurrence starts once
  title text not null,
  area text not null,
  at timestamptz(3) not null,
  place text not null,
  ad_hoc boolean not null,
  instance_id uuid not null,
  manifest_hash text not null,
  created_at timestamptz(3) not null,
  primary key (tenant_id, id)
);
create unique index meeting_occurrence_key on meeting (tenant_id, series, occurrence_key);
create index meeting_time on meeting (tenant_id, at);

create table schedule_state (
  tenant_id uuid,
  name text,
  checked_until timestamptz(3) not null,
  primary key (tenant_id, name)
);

create table action_item (
  tenant_id uuid,
  id uuid,
  meeting_id uuid not null,
  ordinal int not null,
  title text not null,
  post text not null,
  area text not null,
  instance_id uuid not null,
  primary key (tenant_id, id)
);
create unique index action_item_ordinal_key on action_item (tenant_id, meeting_id, ordinal);

create table ledger_entry (
  tenant_id uuid,
  id uuid,
  ledger text not null,
  area text not null,
  revision int not null,
  data jsonb not null, -- without personal values
  key_hash text not null, -- keyed hash of the fields that identify an entry
  search text not null, -- searched fields that are not personal; lower case
  changed_at timestamptz(3) not null,
  changed_by uuid,
  primary key (tenant_id, id)
);
create unique index ledger_entry_key on ledger_entry (tenant_id, ledger, key_hash);
create index ledger_entry_list on ledger_entry (tenant_id, ledger, area);

create table ledger_revision ( -- immutable
  tenant_id uuid,
  entry_id uuid,
  revision int,
  data jsonb not null, -- without personal values
  personal_changed text[] not null default '{}', -- pointers of personal fields that changed; their old values are gone
  form_hash text not null,
  reason text not null,
  at timestamptz(3) not null,
  by_person uuid,
  primary key (tenant_id, entry_id, revision),
  foreign key (tenant_id, entry_id) references ledger_entry
);

create table notification ( -- to a position (its holders are joined when somebody looks) or to a person
  tenant_id uuid,
  id uuid,
  post text,
  area text,
  person_id uuid,
  notice text not null,
  title text not null,
  text text not null,
  subject_kind text,
  subject_id uuid,
  instance_id uuid,
  sent_by uuid, -- the person who urged; null when a rule told
  at timestamptz(3) not null,
  primary key (tenant_id, id)
);
create index notification_subject on notification (tenant_id, subject_kind, subject_id);
create index notification_position on notification (tenant_id, area, post, at desc);
create index notification_person on notification (tenant_id, person_id, at desc);

create table notification_read (
  tenant_id uuid,
  notification_id uuid,
  person_id uuid,
  at timestamptz(3) not null,
  primary key (tenant_id, notification_id, person_id)
);
