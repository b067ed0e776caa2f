import { type ReactElement, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { listCases, readReportForm, reportCase } from '../../server/http/contract/cases.ts';
import type { AnswerOf } from '../../server/http/contract/operation.ts';
import { readOverview } from '../../server/http/contract/overview.ts';
import { useDraft, type DraftOfThing } from '../api/outbox/use-draft.ts';
import type { Draft } from '../api/outbox/device-store.ts';
import type { SignedInPerson } from '../api/session.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useCommand } from '../api/use-command.ts';
import { useStoredPhotos } from '../api/use-stored-photos.ts';
import { waitingFor } from '../api/waiting-for.ts';
import { useOneAtATime } from '../api/use-one-at-a-time.ts';
import type { FormViewContext } from '../form-view/form-view-context.ts';
import { FormView } from '../form-view/FormView.tsx';
import { problemHint } from '../form-view/problem-hint.ts';
import { useText } from '../translations/texts.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { ChoiceRow } from '../ui/ChoiceRow.tsx';
import { DeskHint } from '../ui/desktop/DeskHint.tsx';
import { FormPanel } from '../ui/desktop/FormPanel.tsx';
import { PickInput } from '../ui/desktop/PickInput.tsx';
import { ErrorNote } from '../ui/ErrorState.tsx';
import { Field } from '../ui/Field.tsx';
import { positionWords } from '../ui/holder-names.ts';
import { PreviewNote } from '../ui/PreviewNote.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { caseTypeOf } from './report/case-type-of.ts';
import { categoryChoices } from './report/report-choices.ts';
import { REPORT, type ReportEntry, type ReportForm, useReportEntry } from './report/use-report-entry.ts';
import { useReportPreview } from './report/use-report-preview.ts';
import './report-desk-page.css';

/** 报事件 at the desk: somebody calls or stands there, and it is entered while they speak. */
export function ReportDeskPage({ person }: { readonly person: SignedInPerson }): ReactElement {
  const { text } = useText();
  const [round, setRound] = useState(0);
  const answer = useAnswer(readReportForm, { params: { caseType: caseTypeOf(person) } });
  const drafts = useDraft(person.id, REPORT, round);
  return (
    <div className="gl-page">
      <PageHead title={text('report')} />
      {answer.data === undefined || drafts.kept === undefined ? (
        <Card>
          <Waiting {...waitingFor(answer)} lines={10} />
        </Card>
      ) : (
        <DeskReport
          key={round}
          report={answer.data}
          draft={drafts.kept}
          drafts={drafts}
          onAgain={() => setRound(round + 1)}
        />
      )}
    </div>
  );
}

interface DeskReportProps {
  readonly report: ReportForm;
  readonly draft: Draft | null;
  readonly drafts: DraftOfThing;
  readonly onAgain: () => void;
}

function DeskReport({ report, draft, drafts, onAgain }: DeskReportProps): ReactElement {
  const { text, pack } = useText();
  const [, navigate] = useLocation();
  const written = useReportEntry(report, draft, drafts);
  const command = useCommand(reportCase, [listCases, readOverview]);
  const [tried, setTried] = useState(false);
  const [channel, setChannel] = useState<string | undefined>(undefined);
  const [taken, setTaken] = useState<AnswerOf<typeof reportCase> | null>(null);
  const context = useDeskContext(report, written, tried);
  const preview = useReportPreview(report, written, channel);
  const send = useOneAtATime(async (): Promise<void> => {
    setTried(true);
    const body = written.check(channel);
    if (body === null) return;
    const answer = await command.run({ body });
    if (answer === null) return;
    written.close();
    await drafts.drop();
    setTaken(answer);
  });
  if (taken !== null) return <Taken taken={taken} onAgain={onAgain} />;
  const missing = tried ? problemHint(written.entry.open, context) : null;
  return (
    <FormPanel
      foot={
        <>
          <DeskHint missing={missing} onPress={written.entry.goToProblem} />
          <Button onPress={() => navigate('/cases')}>{text('cancel')}</Button>
          <Button kind="primary" busy={command.busy} onPress={() => void send()}>
            {text('submit')}
          </Button>
        </>
      }
    >
      <Card title={text('report.channel')}>
        <ChoiceRow
          label={text('report.channel')}
          choices={report.channels.map(({ id, title }) => ({ id, title: pack(title) }))}
          value={channel}
          onChange={setChannel}
        />
      </Card>
      <FormView {...written.entry.view} formContext={context} />
      {command.problem !== null && <ErrorNote problem={command.problem} />}
      <PreviewNote preview={preview} />
    </FormPanel>
  );
}

function Taken({
  taken,
  onAgain,
}: {
  readonly taken: AnswerOf<typeof reportCase>;
  readonly onAgain: () => void;
}): ReactElement {
  const texts = useText();
  const { text, pack } = texts;
  return (
    <Card title={text('report.taken', { number: taken.number })} className="gl-report-desk">
      <p>{taken.title}</p>
      <p className="quiet">
        {taken.next === null
          ? text('report.taken.stage', { stage: pack(taken.stage) })
          : text('report.taken.next', { stage: pack(taken.stage), to: positionWords(taken.next, texts) })}
      </p>
      <div className="gl-page-row">
        <ButtonLink to={`/cases/${taken.id}`}>{text('report.see')}</ButtonLink>
        <Button kind="primary" onPress={onAgain}>
          {text('report.again')}
        </Button>
      </div>
    </Card>
  );
}

/** What the form at the desk stands on: photos go up at once, and the grid is picked below the place. */
function useDeskContext(report: ReportForm, { area, setArea }: ReportEntry, tried: boolean): FormViewContext {
  const { language, text, pack } = useText();
  const photos = useStoredPhotos();
  return useMemo(() => {
    const grid = (
      <div className="gl-report-grid">
        <Field
          label={text('report.grid')}
          required
          error={tried && area === undefined ? text('report.grid.missing') : undefined}
        >
          {(control) => (
            <PickInput
              control={control}
              value={area}
              onChange={setArea}
              placeholder={text('report.grid.search')}
              nothing={text('people.none-found')}
              options={report.grids.map(({ code, name, community }) => ({
                value: code,
                label: pack(name),
                more: pack(community),
              }))}
            />
          )}
        </Field>
      </div>
    );
    return {
      door: 'desktop',
      language,
      t: text,
      translate: pack,
      photos,
      choices: { categories: categoryChoices(report.categories) },
      slots: { place: { after: grid } },
    };
  }, [report, area, setArea, tried, language, text, pack, photos]);
}
