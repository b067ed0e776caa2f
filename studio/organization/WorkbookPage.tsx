import { type ReactElement, useState } from 'react';
import { exportWorkbook, readEmptyWorkbook } from '../../server/http/contract/workbook.ts';
import { useDefinitionArea } from '../api/drafts/use-definition-area.ts';
import type { SignedInPerson } from '../api/session.ts';
import { useFileAnswer } from '../api/use-file-answer.ts';
import { useWorkbook } from '../api/use-workbook.ts';
import { useText } from '../translations/texts.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorNote } from '../ui/ErrorState.tsx';
import { FileInput } from '../ui/FileInput.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { SkeletonLines } from '../ui/Skeleton.tsx';
import { AreaPick } from './AreaPick.tsx';
import { PasswordsDialog } from './workbook/PasswordsDialog.tsx';
import { PlanCard } from './workbook/PlanCard.tsx';
import './workbook/workbook.css';

/** 导入与导出: areas, people and posts as one Excel, in and out. */
export function WorkbookPage({ person }: { readonly person: SignedInPerson }): ReactElement {
  const { text } = useText();
  const { area } = useDefinitionArea(person);
  return (
    <div className="gl-page">
      <PageHead title={text('workbook')} beside={<AreaPick person={person} />}>
        <ButtonLink to="/readiness">{text('readiness')}</ButtonLink>
      </PageHead>
      {area === null ? (
        <EmptyState title={text('nowhere')} next={text('nowhere.next')} />
      ) : (
        <Workbook key={area.code} area={area.code} />
      )}
    </div>
  );
}

function Workbook({ area }: { readonly area: string }): ReactElement {
  const { text } = useText();
  const session = useWorkbook(area);
  const [handing, setHanding] = useState(false);
  const { plan, done, busy, problem, file } = session;
  return (
    <>
      <Files area={area} />
      <Card title={text('workbook.upload')}>
        <FileInput
          label={text(plan === null ? 'workbook.choose' : 'workbook.choose-other')}
          hint={file === null ? text('workbook.choose.hint') : file.name}
          accept=".xlsx"
          busy={busy !== null}
          onChoose={(chosen) => {
            session.again();
            void session.choose(chosen);
          }}
        />
        {problem !== null && <ErrorNote problem={problem} />}
      </Card>
      {busy === 'previewing' && (
        <Card title={text('workbook.looking')}>
          <SkeletonLines count={6} />
        </Card>
      )}
      {plan !== null && busy !== 'previewing' && <PlanCard session={session} plan={done ?? plan} />}
      <Card title={text('workbook.passwords')}>
        <p>{text('workbook.passwords.says')}</p>
        <div className="gl-workbook-buttons">
          <Button onPress={() => setHanding(true)}>{text('workbook.passwords.give')}</Button>
        </div>
      </Card>
      {handing && <PasswordsDialog area={area} onClose={() => setHanding(false)} />}
    </>
  );
}

function Files({ area }: { readonly area: string }): ReactElement {
  const { text } = useText();
  const empty = useFileAnswer(readEmptyWorkbook);
  const full = useFileAnswer(exportWorkbook);
  const problem = empty.problem ?? full.problem;
  return (
    <Card title={text('workbook.download')}>
      <p>{text('workbook.about')}</p>
      <div className="gl-workbook-buttons">
        <Button onPress={() => void empty.fetch({})} busy={empty.busy}>
          {text('workbook.template')}
        </Button>
        <Button onPress={() => void full.fetch({ query: { area } })} busy={full.busy}>
          {text('workbook.export')}
        </Button>
      </div>
      {problem !== null && <ErrorNote problem={problem} />}
    </Card>
  );
}
