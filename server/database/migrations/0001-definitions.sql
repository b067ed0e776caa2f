create table definition ( -- immutable, content-addressed
  tenant_id uuid,
  hash text,
  kind text not null,
  id text not null,
  content text not null,
  primary key (tenant_id, hash)
);

create table manifest ( -- every definition an area resolves to: [{kind, id, hash, pack, version}] and pack.json parts
  tenant_id uuid,
  hash text,
  content jsonb not null,
  primary key (tenant_id, hash)
);

create table release (
  tenant_id uuid,
  id uuid,
  area text not null,
  manifest_hash text not null,
  effective_from timestamptz(3) not null,
  created_at timestamptz(3) not null,
  created_by uuid,
  note text not null,
  primary key (tenant_id, id)
);
create index release_current on release (tenant_id, area, effective_from desc);
