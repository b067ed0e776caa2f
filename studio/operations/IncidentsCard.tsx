import { type ReactElement, useState } from 'react';
import { useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Folded } from '../ui/Folded.tsx';
import { momentWords } from '../ui/time-words.ts';
import { ageWords } from './age-words.ts';
import type { InstanceFile } from './InstancePage.tsx';
import { RepairDialog } from './RepairDialog.tsx';

type OneIncident = InstanceFile['incidents'][number];

/** What the instance is stuck by, each with what can be done about it. */
export function IncidentsCard({ file }: { readonly file: InstanceFile }): ReactElement {
  const texts = useText();
  const { text, pack, either } = texts;
  const [open, setOpen] = useState<{ readonly incident: OneIncident; readonly repair: 'retry' | 'skip' } | null>(null);
  const several = file.incidents.length > 1;
  return (
    <Card title={text('instance.incidents')} count={text('count.entries', { count: file.incidents.length })}>
      <ul className="gl-incidents">
        {file.incidents.map((incident) => (
          <li key={incident.id}>
            <div className="gl-incident-head">
              <b>{pack(incident.title)}</b>
              <span className="quiet">
                {momentWords(incident.at, file.asOf, texts)} ·{' '}
                {text('instance.stuck-for', { age: ageWords(incident.at, file.asOf, texts) })}
              </span>
              {several && file.may.repair && (
                <span className="push">
                  <Button kind="text" small onPress={() => setOpen({ incident, repair: 'retry' })}>
                    {text('repair.retry')}
                  </Button>
                  <Button kind="text" small onPress={() => setOpen({ incident, repair: 'skip' })}>
                    {text('repair.skip')}
                  </Button>
                </span>
              )}
            </div>
            <p>{either(incident)}</p>
            {incident.detail !== null && <Folded title={text('instance.technical')} lines={[incident.detail]} />}
            <p className="quiet">{text('problem.code', { code: incident.code })}</p>
          </li>
        ))}
      </ul>
      {open !== null && (
        <RepairDialog
          file={file}
          repair={open.repair}
          incident={{ element: open.incident.id, scope: open.incident.scope }}
          onClose={() => setOpen(null)}
        />
      )}
    </Card>
  );
}
