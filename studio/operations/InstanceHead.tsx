import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { type Texts, useText } from '../translations/texts.ts';
import type { Fact } from '../ui/Facts.tsx';
import { RecordHead } from '../ui/RecordPage.tsx';
import { momentWords } from '../ui/time-words.ts';
import { ageWords } from './age-words.ts';
import { InstanceActions } from './InstanceActions.tsx';
import type { InstanceFile } from './InstancePage.tsx';
import { StateTag, subjectWords } from './use-instance-columns.tsx';

/** What the instance is about, how it stands, and what may be done to it. */
export function InstanceHead({ file }: { readonly file: InstanceFile }): ReactElement {
  const texts = useText();
  const { text, pack } = texts;
  return (
    <RecordHead
      way={
        <>
          <Link href="/operations">{text('nav.operations')}</Link>
          <span className="quiet">/</span>
          <span className="quiet">{file.subject?.number ?? pack(file.process.title)}</span>
          {file.subject?.kind === 'case' && <Link href={`/cases/${file.subject.id}`}>{text('instance.to-case')}</Link>}
        </>
      }
      title={subjectWords(file, texts)}
      state={<StateTag state={stateOf(file)} />}
      facts={factsOf(file, texts)}
    >
      <InstanceActions file={file} />
    </RecordHead>
  );
}

/** How an instance stands, as lists say it. */
function stateOf({ status, suspendedAt, incidents }: InstanceFile) {
  if (status !== 'running') return status;
  if (suspendedAt !== null) return 'suspended' as const;
  return incidents.length > 0 ? ('stuck' as const) : ('running' as const);
}

function factsOf(file: InstanceFile, texts: Texts): readonly Fact[] {
  const { text, pack } = texts;
  const { process, version, area, startedAt, endedAt, asOf, tokens } = file;
  const here = [...new Set(tokens.map(({ title }) => pack(title)))];
  return [
    {
      title: text('instances.process'),
      text: pack(process.title),
      more: text('version', { version: version.version }),
    },
    ...(here.length === 0 ? [] : [{ title: text('instances.element'), text: here.join(text('list.comma')) }]),
    { title: text('column.area'), text: area === null ? '—' : pack(area.name) },
    {
      title: text('instances.started'),
      text: momentWords(startedAt, asOf, texts),
      more: endedAt === null ? text('instance.age', { age: ageWords(startedAt, asOf, texts) }) : undefined,
    },
    ...(endedAt === null ? [] : [{ title: text('instance.ended-at'), text: momentWords(endedAt, asOf, texts) }]),
  ];
}
