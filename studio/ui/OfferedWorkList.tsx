import type { ReactElement } from 'react';
import type { listOfferedWork } from '../../server/http/contract/offered-work.ts';
import type { AnswerOf } from '../../server/http/contract/operation.ts';
import { useText } from '../translations/texts.ts';
import { Button } from './Button.tsx';
import { ErrorNote } from './ErrorState.tsx';
import { positionWords } from './holder-names.ts';
import type { ShownProblem } from './shown-problem.ts';
import { Tag } from './Tag.tsx';
import './offered-work-list.css';

type Work = AnswerOf<typeof listOfferedWork>['work'][number];

interface OfferedWorkListProps {
  readonly work: readonly Work[];
  readonly onBegin: (work: Work) => void;
  readonly busy: boolean;
  readonly problem: ShownProblem | null;
}

/** 可办事项: one line each, with who would get it and a button for whoever may begin it. */
export function OfferedWorkList({ work, onBegin, busy, problem }: OfferedWorkListProps): ReactElement {
  const texts = useText();
  const { text, pack } = texts;
  return (
    <>
      <ul className="gl-offers">
        {work.map((one) => (
          <li key={`${one.instance}.${one.scope}.${one.element}`}>
            <span className="gl-offer-said">
              {pack(one.title)}
              <span className="quiet">
                {one.position === null ? text('offers.nobody') : positionWords(one.position, texts)}
              </span>
            </span>
            {one.going > 0 && <Tag tone="accent">{text('offers.going', { count: one.going })}</Tag>}
            {one.going === 0 && one.done && <Tag>{text('offers.done')}</Tag>}
            {one.may && (
              <Button busy={busy} onPress={() => onBegin(one)}>
                {text('offers.begin')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {problem !== null && <ErrorNote problem={problem} />}
    </>
  );
}
