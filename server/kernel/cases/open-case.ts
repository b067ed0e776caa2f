import type { JsonObject } from '../json.ts';
import type { CaseTypeFile } from '../release/definitions.ts';
import { findCategory } from './find-category.ts';

/** What a case begins with, taken from its report: the row's fields and the routing variables of its process. */
export interface OpenedCase {
  readonly title: string;
  readonly place: string;
  readonly category: string;
  readonly channel: string;
  readonly onTheSpot: boolean;
  readonly wantsAnswer: boolean;
  /** Root variables of the process: only what routing needs, nothing that names anybody. */
  readonly variables: JsonObject;
}

/** Who reports, and how it came in. */
export interface Reporting {
  readonly id: string;
  readonly area: string;
  /** The post the reporting person acts in; whoever holds it owes the answer. */
  readonly reporterPost: string;
  readonly channel: string;
}

/**
 * Turns a validated, pruned report into the beginnings of a case.
 *
 * @param caseType the pinned case type
 * @param data the report form's data without personal values
 * @param reporting id of the new case, its area, the reporter's post, the channel
 */
export function openCase(caseType: CaseTypeFile, data: JsonObject, reporting: Reporting): OpenedCase {
  const category = textOf(data['category']);
  const onTheSpot = data['onTheSpot'] === true;
  const wantsAnswer = data['wantsAnswer'] === true;
  const title =
    titleOf(textOf(data['description'])) ||
    (findCategory(caseType.categories, category)?.category.title ?? caseType.title);
  const { id, area, reporterPost, channel } = reporting;
  return {
    title,
    place: textOf(data['place']),
    category,
    channel,
    onTheSpot,
    wantsAnswer,
    variables: { case: { id, type: caseType.id, area, category, channel, onTheSpot, wantsAnswer, reporterPost } },
  };
}

const titleLength = 24;

/** A case is called by the first clause of its description, so nobody has to invent a title on the phone. */
function titleOf(description: string): string {
  const clause =
    description
      .trim()
      .split(/[。！？!?；;\n]/)[0]
      ?.trim() ?? '';
  // By code points, so that a rare character (𠮷) is not cut in half.
  const characters = Array.from(clause);
  return characters.length <= titleLength ? clause : `${characters.slice(0, titleLength - 1).join('')}…`;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
