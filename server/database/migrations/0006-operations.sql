-- What operators find instances by, and what they do to many of them at once.

create table instance_mark ( -- of running instances only: written and taken away by the step that makes it true or untrue
  tenant_id uuid,
  kind text, -- element | variable | incident | stuck | suspended
  value text, -- element id, `name=value` of a declared variable, code; else empty
  started_at timestamptz(3), -- of the instance: lists are in this order
  instance_id uuid,
  element int, -- element instance; 0 when the mark is the instance's own
  primary key (tenant_id, kind, value, started_at, instance_id, element)
);

insert into instance_mark (tenant_id, kind, value, started_at, instance_id, element)
  select i.tenant_id, 'element', e.alive ->> 'element', i.created_at, i.id, (e.alive ->> 'id')::int
  from process_instance i, jsonb_array_elements(i.state -> 'root' -> 'elements') as e(alive)
  where i.ended_at is null and jsonb_typeof(i.state -> 'root' -> 'elements') = 'array';
insert into instance_mark (tenant_id, kind, value, started_at, instance_id, element)
  select i.tenant_id, 'element', e.alive ->> 'element', i.created_at, i.id, (e.alive ->> 'id')::int
  from process_instance i join process_scope s on s.tenant_id = i.tenant_id and s.instance_id = i.id, jsonb_array_elements(s.state -> 'elements') as e(alive)
  where i.ended_at is null;
insert into instance_mark (tenant_id, kind, value, started_at, instance_id, element)
  select i.tenant_id, k.kind, case k.kind when 'incident' then n.code else '' end, i.created_at, i.id, n.element
  from incident n join process_instance i on i.tenant_id = n.tenant_id and i.id = n.instance_id, (values ('incident'), ('stuck')) as k(kind)
  where i.ended_at is null;

drop index process_instance_release;
create index process_instance_release on process_instance (tenant_id, manifest_hash, created_at, id) where ended_at is null;
create index process_instance_open on process_instance (tenant_id, created_at, id) where ended_at is null;
create index process_instance_process on process_instance (tenant_id, process, created_at, id) where ended_at is null;
create index process_instance_area on process_instance (tenant_id, area, created_at, id) where ended_at is null;
create index process_instance_ended on process_instance (tenant_id, status, ended_at, id) where ended_at is not null;

create table bulk_repair ( -- one repair for many instances, worked off one by one
  tenant_id uuid,
  id uuid,
  repair jsonb not null,
  reason text not null,
  area text, -- within which it was asked for; null: everywhere
  state text not null check (state in ('running', 'done', 'stopped')),
  total int not null,
  created_at timestamptz(3) not null,
  created_by uuid, -- null: at the terminal
  stopped_by uuid,
  ended_at timestamptz(3),
  primary key (tenant_id, id)
) with (fillfactor = 80);
create index bulk_repair_list on bulk_repair (tenant_id, created_at desc);

create table bulk_repair_item (
  tenant_id uuid,
  bulk_id uuid,
  instance_id uuid,
  state text not null check (state in ('waiting', 'done', 'refused', 'failed', 'stopped')),
  attempts int not null default 0, -- counted before it is tried, so that one that kills its process is not tried for ever
  leased_until timestamptz(3),
  code text, -- why it was refused, of the error catalogue
  details jsonb,
  ended_at timestamptz(3),
  primary key (tenant_id, bulk_id, instance_id)
) with (fillfactor = 80);
create index bulk_repair_item_waiting on bulk_repair_item (bulk_id) where state = 'waiting';
