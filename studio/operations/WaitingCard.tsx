import type { ReactElement } from 'react';
import { type Texts, useText } from '../translations/texts.ts';
import { Card } from '../ui/Card.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { momentWords } from '../ui/time-words.ts';
import type { InstanceFile } from './InstancePage.tsx';

interface WaitingLine {
  readonly key: string;
  readonly kind: string;
  readonly what: string;
  readonly more: string;
}

/** What the instance waits for: jobs, timers, messages and conditions. */
export function WaitingCard({ file }: { readonly file: InstanceFile }): ReactElement {
  const texts = useText();
  const { text } = texts;
  const lines = [...jobLines(file, texts), ...timerLines(file, texts), ...subscriptionLines(file, texts)];
  return (
    <Card title={text('instance.waits')} count={text('count.entries', { count: lines.length })} bare={lines.length > 0}>
      {lines.length === 0 ? (
        <EmptyState title={text('instance.waits.none')} next={text('instance.waits.none.next')} />
      ) : (
        <ul className="gl-waits">
          {lines.map(({ key, kind, what, more }) => (
            <li key={key}>
              <span className="quiet">{kind}</span>
              <span className="cut" title={what}>
                {what}
              </span>
              <span className="quiet">{more}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function jobLines({ jobs, asOf }: InstanceFile, texts: Texts): readonly WaitingLine[] {
  const { text, pack } = texts;
  return jobs.map(({ element, title, jobType, attempts, retries, runAt, leasedUntil, lastError }, place) => ({
    key: `job ${element} ${place}`,
    kind: text('instance.job'),
    what: [`${pack(title)} · ${jobType}`, lastError].filter((part) => part !== null).join(' · '),
    more:
      leasedUntil !== null && leasedUntil > asOf
        ? text('instance.job.running', { attempts, retries })
        : text('instance.job.waits', { attempts, retries, at: momentWords(runAt, asOf, texts) }),
  }));
}

function timerLines({ timers, asOf }: InstanceFile, texts: Texts): readonly WaitingLine[] {
  const { text, pack } = texts;
  return timers.map(({ title, key, due, cycle }, place) => ({
    key: `timer ${key} ${place}`,
    kind: text('instance.timer'),
    what: key.startsWith('light:')
      ? text(key === 'light:red' ? 'instance.timer.red' : 'instance.timer.yellow', { title: pack(title) })
      : pack(title),
    more: [momentWords(due, asOf, texts), cycle].filter((part) => part !== null).join(' · '),
  }));
}

function subscriptionLines({ subscriptions }: InstanceFile, { text, pack }: Texts): readonly WaitingLine[] {
  return subscriptions.map(({ title, key, kind, name, correlation }, place) => ({
    key: `subscription ${key} ${place}`,
    kind: text(kind === 'message' ? 'instance.message' : kind === 'signal' ? 'instance.signal' : 'instance.condition'),
    what: [pack(title), name].filter((part) => part !== '').join(' · '),
    more: correlation ?? '',
  }));
}
