create table case_record (
  tenant_id uuid,
  id uuid,
  number text not null,
  case_type text not null,
  title text not null,
  place text not null,
  category text not null,
  channel text not null,
  area text not null,
  status text not null check (status in ('open', 'closed', 'cancelled')),
  stage text not null,
  visited_stages text[] not null default '{}',
  passed_stages text[] not null default '{}',
  level text,
  instance_id uuid not null,
  on_the_spot boolean not null,
  wants_answer boolean not null,
  answered_at timestamptz(3),
  answered_how text,
  first_receiver uuid not null,
  reporter_post text not null, -- whoever holds it owes the answer
  holder_post text,
  holder_area text,
  light text,
  yellow_at timestamptz(3),
  due_at timestamptz(3),
  time_limit text,
  ever_overdue boolean not null default false,
  incident boolean not null default false,
  facts jsonb not null default '{}', -- 绩效考核: on time, answered, times handed up (the matter and units, never a person)
  search text not null, -- number, title, place, category words; lower case; no personal value
  reported_at timestamptz(3) not null,
  received_at timestamptz(3) not null,
  closed_at timestamptz(3),
  primary key (tenant_id, id)
) with (fillfactor = 80);
create unique index case_record_number_key on case_record (tenant_id, number);
create index case_record_list on case_record (tenant_id, area, status, due_at);

create table case_counter (
  tenant_id uuid,
  key text,
  value int not null,
  primary key (tenant_id, key)
);

create table submission ( -- immutable; a correction is a new revision
  tenant_id uuid,
  id uuid,
  subject_kind text not null,
  subject_id uuid not null,
  instance_id uuid,
  user_task int,
  form text not null,
  form_hash text not null,
  revision int not null default 1,
  data jsonb not null, -- without personal values
  reason text,
  by_person uuid,
  at timestamptz(3) not null,
  primary key (tenant_id, id)
);
create index submission_subject on submission (tenant_id, subject_kind, subject_id);

create table personal_value ( -- what a person can ask us to erase lives here and nowhere else
  tenant_id uuid,
  id uuid,
  subject_kind text not null,
  subject_id uuid not null,
  pointer text not null, -- JSON pointer of the field
  class text not null,
  mask text not null, -- what is shown without the right to see the value
  value jsonb,
  purpose text not null default '',
  retain_until timestamptz(3),
  erased_at timestamptz(3),
  primary key (tenant_id, id)
);
create index personal_value_subject on personal_value (tenant_id, subject_kind, subject_id);

create table photo ( -- bytes are on disk: DATA_DIR/photos/ab/<hash>.jpg
  tenant_id uuid,
  hash text,
  width int not null,
  height int not null,
  bytes int not null,
  created_at timestamptz(3) not null,
  primary key (tenant_id, hash)
);

create table photo_use ( -- who may see a photo: whoever may see a subject that uses it; kind 'upload': its uploader
  tenant_id uuid,
  hash text,
  subject_kind text,
  subject_id uuid,
  uploaded_by uuid,
  at timestamptz(3) not null,
  primary key (tenant_id, hash, subject_kind, subject_id)
);
create index photo_use_subject on photo_use (tenant_id, subject_kind, subject_id);
