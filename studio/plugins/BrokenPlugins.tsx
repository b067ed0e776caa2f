import type { ReactElement } from 'react';
import type { listPlugins } from '../../server/http/contract/plugins.ts';
import type { AnswerOf } from '../../server/http/contract/operation.ts';
import { useText } from '../translations/texts.ts';
import { Card } from '../ui/Card.tsx';

/** Folders that are no plugin this program can run: what an operator has to mend. */
export function BrokenPlugins({ broken }: { readonly broken: AnswerOf<typeof listPlugins>['broken'] }): ReactElement {
  const { text, either } = useText();
  return (
    <Card title={text('plugins.broken')} count={text('plugins.count', { count: broken.length })}>
      <p className="quiet">{text('plugins.broken.says')}</p>
      <ul className="gl-plugin-lines">
        {broken.map(({ folder, faults }) => (
          <li key={folder}>
            <b>{folder}</b>
            {faults.map((fault) => (
              <p key={fault.zh} className="gl-late">
                {either(fault)}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </Card>
  );
}
