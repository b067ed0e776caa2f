import { listDefinitions } from '../../../server/http/contract/drafts.ts';
import type { AnswerOf } from '../../../server/http/contract/operation.ts';
import { useAnswer } from '../use-answer.ts';
import type { DefinitionKind } from './content.ts';

export type DefinitionLine = AnswerOf<typeof listDefinitions>['definitions'][number];

/** The definitions of a kind that an area runs on, with its draft laid over them; undefined while they are on their way. */
export function useDefinitionList(area: string, kind: DefinitionKind): readonly DefinitionLine[] | undefined {
  const { data } = useAnswer(listDefinitions, { params: { area } }, { keepBefore: true });
  return data?.definitions.filter((line) => line.kind === kind);
}
