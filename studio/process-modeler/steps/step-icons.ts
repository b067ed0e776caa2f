import type { StepKind } from './step-kind.ts';

/** Drawings of the palette, outlines in a box of 24 units. */
export const stepIcons: Readonly<Record<StepKind, string>> = {
  'user-task':
    'M4 6h16a1.500 1.500 0 0 1 1.500 1.500v9A1.500 1.500 0 0 1 20 18H4a1.500 1.500 0 0 1-1.500-1.500v-9A1.500 1.500 0 0 1 4 6z',
  together: 'M4 8h13v8H4zM7 8V5h13v8h-3M2 11h2M2 13h2',
  choice: 'M12 3l9 9-9 9-9-9z',
  parallel: 'M12 3l9 9-9 9-9-9zM12 8v8M8 12h8',
  wait: 'M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M12 7v5h4',
  notice: 'M3 6h18v12H3zM3 6l9 7 9-7',
  rule: 'M3 5h18v14H3zM3 10h18M9 10v9',
  job: 'M12 8.500a3.500 3.500 0 1 0 0 7a3.500 3.500 0 1 0 0-7M12 3v3M12 18v3M3 12h3M18 12h3M5.600 5.600l2.200 2.200M16.200 16.200l2.200 2.200M18.400 5.600l-2.200 2.200M7.800 16.200l-2.200 2.200',
  end: 'M4 12a8 8 0 1 0 16 0a8 8 0 1 0-16 0M5.500 12a6.500 6.500 0 1 0 13 0a6.500 6.500 0 1 0-13 0',
  start: 'M4 12a8 8 0 1 0 16 0a8 8 0 1 0-16 0',
};
