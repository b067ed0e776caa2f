-- Who and where. Every primary and unique key begins with tenant_id (design law 10), so that the schema shards by tenant;
-- ids are UUIDv7 made by the application; instants have milliseconds, as the kernel's have.

create table tenant (
  tenant_id uuid primary key,
  title text not null,
  secret bytea not null, -- keys the hashes of personal values (ledger keys); never leaves the database's own rows
  created_at timestamptz(3) not null
);

create table person (
  tenant_id uuid,
  id uuid,
  name text not null,
  account text not null,
  active boolean not null default true,
  managed_in text not null, -- area whose administrators manage the account
  administers text, -- area below which this person manages people and configuration; null: no administrator
  demo boolean not null default false, -- synthetic; may sign in only while demo mode is on
  demo_note text, -- offered at sign-in, with this line on what to look at
  password_hash text, -- PHC string; null: cannot sign in with a password
  must_change_password boolean not null default false,
  failed_sign_ins int not null default 0,
  locked_until timestamptz(3),
  created_at timestamptz(3) not null,
  primary key (tenant_id, id)
);
create unique index person_account_key on person (tenant_id, lower(account));

create table session (
  tenant_id uuid,
  token_hash text, -- SHA-256 of the cookie's random token; the token itself is stored nowhere
  person_id uuid not null,
  created_at timestamptz(3) not null,
  last_seen_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  primary key (tenant_id, token_hash),
  foreign key (tenant_id, person_id) references person on delete cascade
) with (fillfactor = 80);
create index session_person on session (tenant_id, person_id);

create table setup_code ( -- the one-time code that makes the first administrator; used_at closes that door for ever
  tenant_id uuid primary key,
  code_hash text not null,
  used_at timestamptz(3)
);

create table area (
  tenant_id uuid,
  code text,
  name text not null,
  type text not null check (type in ('county', 'street', 'community', 'grid')),
  kind text check (kind in ('lane', 'courtyard', 'unit')),
  parent text,
  position int not null, -- order of areas.json
  since date not null, -- from when a post here that nobody ever held counts as vacant
  primary key (tenant_id, code)
);

create table area_ancestor ( -- every area with itself (depth 0) and all areas above it: data scope is one join
  tenant_id uuid,
  area text,
  ancestor text,
  depth int not null,
  primary key (tenant_id, area, ancestor)
);
create index area_ancestor_below on area_ancestor (tenant_id, ancestor, area);

create table post_assignment (
  tenant_id uuid,
  id uuid,
  person_id uuid not null,
  post text not null,
  area text not null,
  kind text not null check (kind in ('formal', 'cover')),
  from_date date not null,
  to_date date, -- first day no longer held
  created_at timestamptz(3) not null,
  created_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person,
  check (to_date is null or to_date >= from_date)
);
create index post_assignment_position on post_assignment (tenant_id, area, post);
create index post_assignment_person on post_assignment (tenant_id, person_id);
create unique index post_assignment_open_key on post_assignment (tenant_id, person_id, post, area) where to_date is null;

create table audit ( -- sign-ins, account changes, looks at personal data: references only, appended only
  tenant_id uuid,
  id uuid,
  at timestamptz(3) not null,
  person_id uuid,
  action text not null,
  subject_kind text,
  subject_id text,
  reason text,
  primary key (tenant_id, id)
);
create index audit_time on audit (tenant_id, at);

create table command_log ( -- a repeated command gets its first answer; the row is written in the command's transaction
  tenant_id uuid,
  person_id uuid,
  key text, -- the caller's Idempotency-Key
  body_hash text not null, -- SHA-256 of operation, parameters and body
  answer jsonb,
  at timestamptz(3) not null,
  primary key (tenant_id, person_id, key)
);
create index command_log_time on command_log (tenant_id, at);
