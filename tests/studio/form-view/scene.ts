import type { FormDefinition } from '../../../server/kernel/forms/form-definition.ts';
import type { JsonObject } from '../../../server/kernel/json.ts';

/** What the test page shows; handed to it in the address, after `#`. */
export interface Scene {
  readonly form: FormDefinition;
  readonly step?: string;
  readonly door?: 'phone' | 'desktop';
  readonly language?: 'zh' | 'en';
  readonly stored?: JsonObject;
  readonly initial?: JsonObject;
  readonly readonly?: boolean;
  /** English of the pack. */
  readonly english?: Readonly<Record<string, string>>;
  /** Milliseconds a photo takes to be kept, and how many of the first tries fail. */
  readonly photos?: { readonly takes: number; readonly failing: number };
  /** A place that 定位 finds. */
  readonly place?: string;
  /** What the server refuses after a submission that the page accepted. */
  readonly refusal?: readonly { readonly path: string; readonly zh: string; readonly en: string }[];
}
