import type { DoorWords } from './texts.ts';
import { zh } from './zh.ts';

/** What the desk's pages say: every text of the studio. */
export const deskWords: DoorWords = { zh, en: async () => (await import('./en.ts')).en };
