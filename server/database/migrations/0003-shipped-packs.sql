-- Versions of packs as they were shipped: what areas have taken over, and what was brought from a folder to be offered.

create table shipped_pack (
  tenant_id uuid,
  pack text,
  version text,
  files jsonb not null, -- hash of each file by its path; the contents are definitions
  stored_at timestamptz(3) not null,
  primary key (tenant_id, pack, version)
);
