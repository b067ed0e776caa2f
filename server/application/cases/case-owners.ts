import type { Position } from '../../kernel/bpmn/process-instance.ts';
import { localDate } from '../../kernel/local-time.ts';
import { resolvePosition } from '../../kernel/organization/resolve-position.ts';
import type { CaseRow } from '../../database/cases.ts';
import type { NameBook, PositionView } from '../organization/position-views.ts';

/** Who owes what in a case, besides having its user task. */
interface Owners {
  /** 反馈责任; as its process says, else the post that took the report, where the person who reported wants an answer. */
  readonly feedbackDuty: PositionView | null;
  /** 第一责任人. */
  readonly responsible: PositionView | null;
  /** 督促: who must see that it goes on. */
  readonly proceduralOwner: PositionView | null;
  /** 主办: who must settle it. */
  readonly substantiveOwner: PositionView | null;
}

/** Who owes what in a case, with the people who hold those posts now. */
export function ownersOf({ names, row }: { readonly names: NameBook; readonly row: CaseRow }): Owners {
  const { feedback, responsible, procedural, substantive } = row.duties;
  const view = (position: Position | undefined): PositionView | null => (position ? names.position(position) : null);
  return {
    feedbackDuty: view(feedback ?? (row.wantsAnswer ? receivingPosition(names, row) : undefined)),
    responsible: view(responsible),
    proceduralOwner: view(procedural),
    substantiveOwner: view(substantive),
  };
}

function receivingPosition(names: NameBook, row: CaseRow): Position {
  const asked = { post: row.reporterPost, area: row.area };
  const answer = resolvePosition(names.organization, asked, localDate(row.reportedAt));
  return answer.kind === 'position' ? answer.position : asked;
}
