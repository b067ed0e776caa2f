import type { JsonObject } from '../../../server/kernel/json.ts';

/** What the test page shows; handed to it in the address, after `#`. */
export interface DesignerScene {
  readonly form: JsonObject;
  readonly published: JsonObject | null;
  /** The files of the pack around it, by path. */
  readonly files: Readonly<Record<string, string>>;
  readonly readOnly?: boolean;
}
