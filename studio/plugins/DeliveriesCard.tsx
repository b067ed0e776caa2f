import type { ReactElement } from 'react';
import type { AnswerOf } from '../../server/http/contract/operation.ts';
import { listPluginDeliveries, resendPluginDelivery, testPlugin } from '../../server/http/contract/plugins.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useCommand } from '../api/use-command.ts';
import { waitingFor } from '../api/waiting-for.ts';
import { useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorNote } from '../ui/ErrorState.tsx';
import { Table } from '../ui/Table.tsx';
import { clockWords } from '../ui/time-words.ts';
import { Waiting } from '../ui/Waiting.tsx';
import type { Plugin } from './PluginsPage.tsx';
import { useDeliveryColumns } from './use-delivery-columns.tsx';

export type Delivery = AnswerOf<typeof listPluginDeliveries>['deliveries'][number];

/** While something is under way, its result is looked for so often; else now and then. */
const SOON = 2;
const LATER = 30;

/** What left through a plugin of late, how it went, and the way to send it again. */
export function DeliveriesCard({ plugin, area }: { readonly plugin: Plugin; readonly area: string }): ReactElement {
  const { text } = useText();
  const args = { params: { plugin: plugin.id }, query: { area } };
  const answer = useAnswer(listPluginDeliveries, args);
  const { data } = answer;
  const isUnderWay = data?.deliveries.some(({ state, runAt }) => state === 'waiting' && runAt <= data.asOf) ?? false;
  useAnswer(listPluginDeliveries, args, { every: isUnderWay ? SOON : LATER });
  const test = useCommand(testPlugin, [listPluginDeliveries]);
  const again = useCommand(resendPluginDelivery, [listPluginDeliveries]);
  const columns = useDeliveryColumns((delivery) => {
    void again.run({ params: { plugin: plugin.id, delivery } });
  });
  const problem = test.problem ?? again.problem;
  return (
    <Card
      title={text('deliveries')}
      count={
        data !== undefined &&
        text('deliveries.count', { count: data.total, shown: data.deliveries.length, time: clockWords(data.asOf) })
      }
      aside={
        <>
          {!plugin.active && <span>{text('deliveries.test.off')}</span>}
          <Button
            small
            busy={test.busy}
            disabled={!plugin.active}
            onPress={() => void test.run({ params: { plugin: plugin.id }, body: { area } })}
          >
            {text('deliveries.test')}
          </Button>
        </>
      }
      bare
    >
      {problem !== null && <ErrorNote problem={problem} />}
      {data === undefined ? (
        <Waiting {...waitingFor(answer)} lines={4} />
      ) : (
        <Table
          label={text('deliveries')}
          columns={columns}
          rows={data.deliveries}
          rowKey={({ id }) => id}
          placeholder={<EmptyState title={text('deliveries.none')} next={text('deliveries.none.next')} />}
        />
      )}
    </Card>
  );
}
