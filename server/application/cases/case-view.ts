import { findCategory } from '../../kernel/cases/find-category.ts';
import type { Instant } from '../../kernel/json.ts';
import type { Category } from '../../kernel/release/definitions.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import type { CaseRow } from '../../database/cases.ts';
import { lightView } from '../lights/light-view.ts';
import type { NameBook } from '../organization/position-views.ts';

/** A case as a line of a list and as the head of its page. */
export function caseLine(release: CompiledRelease, names: NameBook, row: CaseRow, now: Instant) {
  const caseType = release.caseTypes.get(row.caseType);
  const found = caseType && findCategory(caseType.categories, row.category);
  const stage = caseType?.stages.find((candidate) => candidate.id === row.stage);
  const open = row.status === 'open';
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    place: row.place,
    area: names.area(row.area),
    status: row.status,
    category: { id: row.category, title: found?.category.title ?? row.category, parent: found?.parent?.title ?? null },
    stage: { id: row.stage, title: stage?.title ?? row.stage },
    level: row.level === 'grid' || row.level === 'community' || row.level === 'street' ? row.level : null,
    holder:
      open && row.holderPost !== null && row.holderArea !== null
        ? names.position({ post: row.holderPost, area: row.holderArea })
        : null,
    light: open ? lightView(release, row, now) : null,
    everOverdue: row.everOverdue,
    incident: row.incident,
    reportedAt: row.reportedAt,
    closedAt: row.closedAt,
  } as const;
}

/** Categories as screens offer them, both levels. */
export function categoryViews(categories: readonly Category[]) {
  return categories.map((category) => ({
    id: category.id,
    title: category.title,
    evidencePhoto: category.evidencePhoto ?? false,
    children: (category.children ?? []).map((child) => ({
      id: child.id,
      title: child.title,
      evidencePhoto: child.evidencePhoto ?? category.evidencePhoto ?? false,
    })),
  }));
}
