import type { packsZh } from './packs.zh.ts';

/** Assumed values and sources. */
export const packsEn: Readonly<Record<keyof typeof packsZh, string>> = {
  'assumptions.about': 'No source prints these values; they are assumed until somebody settles them in the pack.',
  'assumptions.total': '{count} values',
  'assumptions.packs': '{count} packs',
  'assumptions.count': '{count} assumed',
  'assumptions.what': 'Value',
  'assumptions.reason': 'Why',
  'assumptions.where': 'Where',
  'assumptions.none': 'No assumed values',
  'assumptions.none.next': 'Every value has a source.',
  sources: 'Sources',
  'sources.passage': 'Passage',
  'sources.document': 'Document',
};
