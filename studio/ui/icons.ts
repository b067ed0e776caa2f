/** Our own drawings: outlines in a box of 20 or 24 units, stroked in the colour of the text around them. */
interface Drawing {
  readonly box: 20 | 24;
  readonly path: string;
}

const circle = (x: number, y: number, r: number): string =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;

export const icons = {
  // desktop
  home: { box: 20, path: 'M3 9l7-6 7 6v8H3zM8 17v-5h4v5' },
  work: {
    box: 20,
    path: 'M5 4h10a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2zM7 4V2.5h6V4M7 9h6M7 13h4',
  },
  meeting: {
    box: 20,
    path: 'M5 4h10a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2zM3 8h14M7 2.5V5M13 2.5V5',
  },
  ledger: { box: 20, path: 'M4 3h10a2 2 0 012 2v12H6a2 2 0 01-2-2zM8 7h5M8 11h5' },
  settings: { box: 20, path: `M3 6h8M15 6h2M3 14h2M9 14h8${circle(13, 6, 2)}${circle(7, 14, 2)}` },
  phone: {
    box: 20,
    path: 'M7 2.5h6a1.5 1.5 0 0 1 1.5 1.5v12a1.5 1.5 0 0 1-1.5 1.5H7A1.5 1.5 0 0 1 5.5 16V4A1.500 1.500 0 0 1 7 2.500zM9 15h2',
  },
  bell: { box: 20, path: 'M5 14V9a5 5 0 0110 0v5l1 1H4zM8.5 17.5h3' },
  help: { box: 20, path: `${circle(10, 10, 7)}M8 8a2 2 0 114 0c0 1.500-2 1.500-2 3M10 14h.01` },
  search: { box: 20, path: `${circle(9, 9, 5)}M13 13l4 4` },
  down: { box: 20, path: 'M6 8l4 4 4-4' },
  right: { box: 20, path: 'M8 6l4 4-4 4' },
  up: { box: 20, path: 'M6 12l4-4 4 4' },
  undo: { box: 20, path: 'M7.500 4 4 7.500 7.500 11M4 7.500h8a4 4 0 0 1 0 8H9' },
  redo: { box: 20, path: 'M12.500 4 16 7.500 12.500 11M16 7.500H8a4 4 0 0 0 0 8h3' },
  play: { box: 20, path: 'M6 4l10 6-10 6z' },
  lock: { box: 20, path: 'M5 9h10v8H5zM7 9V6.500a3 3 0 0 1 6 0V9' },
  close: { box: 20, path: 'M6 6l8 8M14 6l-8 8' },
  grip: {
    box: 20,
    path: `${circle(7.5, 5, 0.5)}${circle(12.5, 5, 0.5)}${circle(7.5, 10, 0.5)}${circle(12.5, 10, 0.5)}${circle(7.5, 15, 0.5)}${circle(12.5, 15, 0.5)}`,
  },
  more: { box: 20, path: `${circle(4.5, 10, 0.5)}${circle(10, 10, 0.5)}${circle(15.5, 10, 0.5)}` },
  plus: { box: 20, path: 'M10 4v12M4 10h12' },
  minus: { box: 20, path: 'M4 10h12' },
  fit: { box: 20, path: 'M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4' },
  refresh: { box: 20, path: 'M16 8a6.500 6.500 0 1 0 .4 3.500M16.500 4v4h-4' },
  edit: { box: 20, path: 'M4 16l.8-3.300L13 4.500l2.500 2.500-8.200 8.200zM11.500 6l2.500 2.500' },
  copy: {
    box: 20,
    path: 'M8 7h7a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1zM13 7V4a1 1 0 0 0-1-1H5a1 1 0 0 0-1 1v8a1 1 0 0 0 1 1h2',
  },
  person: { box: 20, path: `${circle(10, 7, 3)}M4 17c.5-3.300 2.700-5 6-5s5.500 1.700 6 5` },
  // phone
  today: {
    box: 24,
    path: 'M6.500 5h11A2.500 2.500 0 0 1 20 7.500v10a2.500 2.500 0 0 1-2.500 2.500h-11A2.500 2.500 0 0 1 4 17.500v-10A2.500 2.500 0 0 1 6.500 5zM4 10h16M8.500 3v4M15.500 3v4M9 15l2 2 4-4',
  },
  report: { box: 24, path: `${circle(12, 12, 8.5)}M12 8v8M8 12h8` },
  grid: {
    box: 24,
    path: 'M4 6.500 9.500 4l5 2.500L20 4v13.500L14.500 20l-5-2.500L4 20zM9.500 4v13.500M14.500 6.500V20',
  },
  me: { box: 24, path: `${circle(12, 8, 3.75)}M4.500 20c.6-4 3.600-6 7.500-6s6.900 2 7.500 6` },
  upload: {
    box: 24,
    path: 'M7 18.500a4.200 4.200 0 0 1-.5-8.400 5.800 5.800 0 0 1 11.200 1A3.700 3.700 0 0 1 17.500 18.500M12 20v-7.500M9.200 15 12 12.200 14.800 15',
  },
  next: { box: 24, path: 'm9.500 6 6 6-6 6' },
  back: { box: 24, path: 'm14.500 5.500-6.500 6.500 6.500 6.500' },
  cross: { box: 24, path: 'm6.500 6.500 11 11M17.500 6.500l-11 11' },
  place: {
    box: 24,
    path: `M12 21c4.300-4.300 6.500-7.800 6.500-10.800a6.500 6.500 0 1 0-13 0c0 3 2.200 6.500 6.500 10.800z${circle(12, 10.2, 2.3)}`,
  },
  call: {
    box: 24,
    path: 'M8.800 4.500H5.500c-.6 0-1 .5-1 1C4.800 13 11 19.200 18.500 19.500c.5 0 1-.4 1-1v-3.300l-4-1.400-1.800 1.800a11.500 11.500 0 0 1-5.300-5.300l1.800-1.800z',
  },
  check: { box: 24, path: 'm5.500 12.500 4.200 4.200 8.800-9' },
  aim: { box: 24, path: `${circle(12, 12, 5.5)}${circle(12, 12, 1)}M12 3v3.500M12 17.500V21M3 12h3.500M17.500 12H21` },
  camera: { box: 24, path: `M4 8.500h3.500L9 6h6l1.500 2.500H20v10.500H4z${circle(12, 13.3, 3.2)}` },
  people: {
    box: 24,
    path: `${circle(9, 8.5, 3.25)}M3 19.500c.5-3.500 2.700-5.250 6-5.250s5.500 1.750 6 5.250M15.500 5.700a3.250 3.250 0 0 1 0 5.700M17.500 14.700c2 .6 3.200 2.200 3.500 4.800`,
  },
  cases: {
    box: 24,
    path: 'M6 4h12a1.500 1.500 0 0 1 1.500 1.500v13A1.500 1.500 0 0 1 18 20H6a1.500 1.500 0 0 1-1.500-1.500v-13A1.500 1.500 0 0 1 6 4zM8.500 9h7M8.500 12.500h7M8.500 16h4',
  },
} as const satisfies Readonly<Record<string, Drawing>>;

export type IconName = keyof typeof icons;
