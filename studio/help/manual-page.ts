import type { BothLanguages, TextKey } from '../translations/texts.ts';

/** A picture of a screen, taken by the test suite (`npm run manual`), which also holds that the screen still says this. */
export interface ManualPicture {
  /** Its name in `studio/public/manual`, without the ending. */
  readonly file: string;
  /** The address of the screen. */
  readonly at: string;
  /** What it shows, for those who do not see it. */
  readonly of: BothLanguages;
  /** What stands on the screen when the picture is taken: its headings and the words that the text points at. */
  readonly shows: readonly TextKey[];
  /** A button that is pressed before, by the beginning of its name. */
  readonly presses?: TextKey;
}

/** Something a person wants to do, step by step. */
interface ManualSection {
  readonly heading: BothLanguages;
  /** One short sentence each, in the order in which they are done. */
  readonly steps: readonly BothLanguages[];
  readonly picture?: ManualPicture;
}

/** A page of the manual: one editor, or one part of publishing. */
export interface ManualPage {
  /** The last part of its address, `/manual/<id>`. */
  readonly id: string;
  readonly title: BothLanguages;
  /** What the page is about, in one or two sentences. */
  readonly about: BothLanguages;
  readonly sections: readonly ManualSection[];
}
