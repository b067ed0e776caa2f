import type { ReactElement } from 'react';
import { useText } from '../translations/texts.ts';
import { Card } from '../ui/Card.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FactList } from '../ui/Facts.tsx';
import type { InstanceFile } from './InstancePage.tsx';

/** What the instance knows, by where it is known; personal values are masked by the server. */
export function VariablesCard({ file }: { readonly file: InstanceFile }): ReactElement {
  const { text, pack } = useText();
  const groups = file.variables.filter(({ values }) => Object.keys(values).length > 0);
  return (
    <Card title={text('instance.variables')} aside={text('instance.variables.masked')}>
      {groups.length === 0 && (
        <EmptyState title={text('instance.variables.none')} next={text('instance.variables.none.next')} />
      )}
      {groups.map(({ scope, element, title, values }) => (
        <section key={`${scope} ${element ?? ''}`} className="gl-variables">
          {groups.length > 1 && (
            <h3 className="quiet">{title === null ? text('instance.variables.process') : pack(title)}</h3>
          )}
          <FactList
            facts={Object.entries(values).map(([name, value]) => ({
              title: name,
              text: <code>{valueWords(value)}</code>,
            }))}
          />
        </section>
      ))}
    </Card>
  );
}

function valueWords(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value, null, 1) : JSON.stringify(value);
}
