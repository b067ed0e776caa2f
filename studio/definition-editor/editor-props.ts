import type { DraftDefinitions } from '../api/drafts/draft-definitions.ts';
import type { ProblemView } from '../api/drafts/use-draft-definition.ts';
import type { JsonObject } from '../../server/kernel/json.ts';

/** What the editor of a kind is given. It draws `json` and says every change; keeping, undoing and saving is the page's. */
export interface EditorProps {
  readonly json: JsonObject;
  readonly onChange: (json: JsonObject) => void;
  readonly definitions: DraftDefinitions;
  readonly problems: readonly ProblemView[];
  /** Nothing can be changed: somebody else is at it, or it is submitted. */
  readonly fixed: boolean;
  /** ISO-8601. */
  readonly now: string;
}
