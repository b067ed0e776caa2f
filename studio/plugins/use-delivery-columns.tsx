import type { ReactNode } from 'react';
import { type Texts, useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import type { Column } from '../ui/Table.tsx';
import { Tag } from '../ui/Tag.tsx';
import { columnTime } from '../ui/time-words.ts';
import { useNow } from '../ui/use-now.ts';
import type { Delivery } from './DeliveriesCard.tsx';

/** The columns of what left through a plugin: when, what, how it went, and 重发. */
export function useDeliveryColumns(onAgain: (id: string) => void): readonly Column<Delivery>[] {
  const texts = useText();
  const { text, pack } = texts;
  const now = useNow();
  const title = (delivery: Delivery): string =>
    delivery.kind === 'test' ? text('delivery.test') : pack(delivery.title) || text(`delivery.${delivery.kind}`);
  return [
    {
      id: 'at',
      title: text('delivery.at'),
      width: 116,
      cell: ({ createdAt }) => <span className="quiet">{columnTime(createdAt, now)}</span>,
    },
    { id: 'what', title: text('delivery.what'), cell: title, whole: title },
    { id: 'area', title: text('delivery.area'), width: 120, cell: ({ area }) => pack(area.name) },
    {
      id: 'result',
      title: text('delivery.result'),
      width: 340,
      wraps: true,
      cell: (delivery) => <Result delivery={delivery} now={now} texts={texts} />,
    },
    {
      id: 'again',
      title: text('delivery.more'),
      width: 84,
      align: 'right',
      cell: ({ id, state }) =>
        state === 'waiting' ? null : (
          <Button kind="text" small onPress={() => onAgain(id)}>
            {text('delivery.again')}
          </Button>
        ),
    },
  ];
}

const tones = { waiting: 'warn', sent: 'ok', failed: 'late' } as const;

function Result({
  delivery,
  now,
  texts,
}: {
  readonly delivery: Delivery;
  readonly now: string;
  readonly texts: Texts;
}): ReactNode {
  const { text, either } = texts;
  const { state, attempts, result, runAt } = delivery;
  const next = state === 'waiting' && attempts > 0 ? text('delivery.next', { at: columnTime(runAt, now) }) : '';
  return (
    <>
      <Tag tone={tones[state]}>{text(`delivery.${state}`)}</Tag>{' '}
      {attempts > 1 && <span className="quiet">{text('delivery.attempts', { count: attempts })} </span>}
      {result !== null && result.zh !== '' && <span>{either(result)} </span>}
      {next !== '' && <span className="quiet">{next}</span>}
    </>
  );
}
