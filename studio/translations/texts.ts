import { useSyncExternalStore } from 'react';
import { fill, type Values } from './fill.ts';
import { keepLanguage, keptLanguage, type Language } from './language.ts';
import type { zh } from './zh.ts';

export type TextKey = keyof typeof zh;
type Dictionary = Readonly<Partial<Record<TextKey, string>>>;

/** The words of a door: Chinese at once, English when somebody chooses it. A test holds each door to what its pages say. */
export interface DoorWords {
  readonly zh: Dictionary;
  readonly en: () => Promise<Dictionary>;
}

/** A sentence the server sends in both languages. */
export interface BothLanguages {
  readonly zh: string;
  readonly en: string;
}

/** What a page says, in the language that is chosen now. */
export interface Texts {
  readonly language: Language;
  /** A text of the studio itself. */
  readonly text: (key: TextKey, values?: Values) => string;
  /** A text of a pack: Chinese as it is; English when the pack translates it, else the Chinese. */
  readonly pack: (chinese: string) => string;
  /** Whichever of two sentences is in the chosen language. */
  readonly either: (sentence: BothLanguages) => string;
}

type PackTexts = Readonly<Record<string, string>>;

const listeners = new Set<() => void>();
let packTexts: PackTexts = {};
let door: DoorWords = { zh: {}, en: async () => ({}) };
let dictionary: Dictionary = door.zh;
let current: Texts = speak('zh');

function speak(language: Language): Texts {
  const [words, english] = [dictionary, packTexts];
  return {
    language,
    text: (key, values) => fill(words[key] ?? key, values),
    pack: (chinese) => (language === 'en' ? inEnglish(chinese, english) : chinese),
    either: (sentence) => sentence[language],
  };
}

function tellEverybody(language: Language): void {
  current = speak(language);
  for (const tell of listeners) tell();
}

/** Between a group and the answer in it, as a submission is told: 设施维修 / 路灯. */
const WITHIN = ' / ';

function inEnglish(chinese: string, english: PackTexts): string {
  if (english[chinese] !== undefined || !chinese.includes(WITHIN)) return english[chinese] ?? chinese;
  return chinese
    .split(WITHIN)
    .map((part) => english[part] ?? part)
    .join(WITHIN);
}

/** Changes the language of every page at once and keeps the choice on this device. */
export async function chooseLanguage(language: Language): Promise<void> {
  dictionary = language === 'zh' ? door.zh : await door.en();
  keepLanguage(language);
  tellEverybody(language);
}

/**
 * Loads the language kept on this device; to be awaited before the first page is drawn.
 *
 * @param words those of the door that is opened
 */
export async function startLanguage(words: DoorWords): Promise<void> {
  door = words;
  await chooseLanguage(keptLanguage());
}

/** Gives the pack's English by the Chinese text it stands for, once the server has sent it. */
export function learnPackTexts(english: PackTexts): void {
  packTexts = english;
  tellEverybody(current.language);
}

/** The texts as they are now, for what is said outside of a component. */
function currentTexts(): Texts {
  return current;
}

/** The texts of the chosen language; the component is drawn again when it changes. */
export function useText(): Texts {
  return useSyncExternalStore(subscribe, currentTexts);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
