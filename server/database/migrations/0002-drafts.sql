-- What an area changes before it publishes, how it was examined, and by whose word it was published.

alter table release add column pack text not null default ''; -- the pack it was compiled from: the area's own, or the one it inherits
alter table release add column pack_title text not null default '';
alter table release add column pack_version text not null default '';
alter table release add column kind text not null default 'published' check (kind in ('published', 'taken-back', 'followed'));
alter table release add column relates_to uuid; -- taken-back: the release whose change is undone; followed: the area's own release that it carries on
alter table release add column approved_by uuid;
alter table release add column withdrawn_at timestamptz(3); -- taken back before it came into force: it never does
alter table release add column enacted_at timestamptz(3); -- when areas and open work were brought in line with it
update release set enacted_at = created_at;
update release r set pack = m.content ->> 'pack', pack_title = d.content::jsonb ->> 'title', pack_version = d.content::jsonb ->> 'version'
  from manifest m, definition d
  where m.tenant_id = r.tenant_id and m.hash = r.manifest_hash and d.tenant_id = m.tenant_id
    and d.hash = m.content -> 'packs' -> -1 -> 'files' ->> 'pack.json';
drop index release_current;
create index release_current on release (tenant_id, area, effective_from desc, created_at desc) where withdrawn_at is null;

create index process_instance_release on process_instance (tenant_id, manifest_hash) where ended_at is null; -- how many run on it

drop index meeting_occurrence_key; -- streets may each hold a series of the same id
create unique index meeting_occurrence_key on meeting (tenant_id, series, area, occurrence_key);

create table draft (
  tenant_id uuid,
  id uuid,
  area text not null,
  pack text not null, -- id of the area's own pack, which the draft writes
  base_manifest text not null, -- what it began from; a manifest whose last pack is another one is inherited whole
  revision int not null default 0, -- counts every change: what was examined on an earlier one no longer counts
  state text not null check (state in ('open', 'submitted', 'published', 'discarded')),
  begun_at timestamptz(3) not null,
  begun_by uuid not null,
  changed_at timestamptz(3) not null,
  changed_by uuid not null,
  submitted_at timestamptz(3),
  submitted_by uuid,
  submitted_note text,
  submitted_effective_from timestamptz(3), -- null: at once
  given_back_at timestamptz(3),
  given_back_by uuid,
  given_back_reason text,
  primary key (tenant_id, id)
);
create unique index draft_open_key on draft (tenant_id, area) where state in ('open', 'submitted');

create table draft_file ( -- laid over the files of the area's own pack
  tenant_id uuid,
  draft_id uuid,
  path text,
  content text, -- null: the file is taken out
  primary key (tenant_id, draft_id, path)
);

create table draft_definition ( -- who touched which definition last; a post or a limit is one of many in a file
  tenant_id uuid,
  draft_id uuid,
  kind text,
  definition text,
  revision int not null,
  changed_at timestamptz(3) not null,
  changed_by uuid not null,
  changed_as text not null, -- the post or office in which they did it: what a reader of the pack is told, instead of a name
  primary key (tenant_id, draft_id, kind, definition)
);

create table draft_lock ( -- soft: it tells the others; whoever takes it over is told of too
  tenant_id uuid,
  draft_id uuid,
  kind text,
  definition text,
  person_id uuid not null,
  since timestamptz(3) not null,
  until timestamptz(3) not null,
  primary key (tenant_id, draft_id, kind, definition)
);

create table examination ( -- a queue of its own: whoever leases a row examines; a lease that ran out is begun anew
  tenant_id uuid,
  id uuid,
  draft_id uuid not null,
  revision int not null, -- of the draft
  manifest_hash text, -- of what would be published; null until it compiles
  state text not null check (state in ('running', 'passed', 'failed', 'stopped')),
  started_at timestamptz(3) not null,
  started_by uuid not null,
  ended_at timestamptz(3),
  at text not null default '',
  done int not null default 0,
  total int not null default 0,
  problems jsonb not null default '[]',
  failures jsonb not null default '[]',
  lease uuid,
  leased_until timestamptz(3),
  primary key (tenant_id, id)
);
create index examination_draft on examination (tenant_id, draft_id, started_at desc);
create index examination_running on examination (started_at) where state = 'running';

create table approval_rule ( -- whether publishing at an area needs a second person; asked for at it and all areas above
  tenant_id uuid,
  area text,
  required boolean not null,
  changed_at timestamptz(3) not null,
  changed_by uuid not null,
  lowering_asked_at timestamptz(3), -- lowering takes two: one asks, another confirms
  lowering_asked_by uuid,
  primary key (tenant_id, area)
);
