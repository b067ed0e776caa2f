-- Areas of more levels and kinds, units beside the tree, and areas that end on a day and have successors.
alter table area drop constraint area_type_check;
alter table area add constraint area_type_check
  check (type in ('county', 'street', 'community', 'estate', 'grid', 'sub-grid', 'building', 'unit'));
alter table area drop constraint area_kind_check;
alter table area add constraint area_kind_check
  check (kind in ('basic', 'special', 'lane', 'courtyard', 'unit', 'department', 'station', 'enterprise', 'association'));
alter table area add column until date; -- first local day on which it was there no more

-- An area that ended is also seen from its successors and from above them. Statistics leave these rows out: a case counts
-- where it happened.
alter table area_ancestor add column succeeds boolean not null default false;

-- To which part of a split area the open work of a case goes, where somebody has chosen another than the definition.
create table case_successor (
  tenant_id uuid,
  case_id uuid,
  area text not null,
  chosen_by uuid not null,
  chosen_at timestamptz(3) not null,
  primary key (tenant_id, case_id)
);
