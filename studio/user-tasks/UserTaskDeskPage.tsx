import { type ReactElement, useMemo, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { listCases, readCase } from '../../server/http/contract/cases.ts';
import { listMeetings } from '../../server/http/contract/meetings.ts';
import { completeUserTask, listMyUserTasks, readUserTask } from '../../server/http/contract/user-tasks.ts';
import type { Draft } from '../api/outbox/device-store.ts';
import { type DraftOfThing, useDraft } from '../api/outbox/use-draft.ts';
import type { SignedInPerson } from '../api/session.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useCommand } from '../api/use-command.ts';
import { useStoredPhotos } from '../api/use-stored-photos.ts';
import { waitingFor } from '../api/waiting-for.ts';
import type { FormViewContext } from '../form-view/form-view-context.ts';
import { FormView } from '../form-view/FormView.tsx';
import { problemHint } from '../form-view/problem-hint.ts';
import { useText } from '../translations/texts.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { DeskHint } from '../ui/desktop/DeskHint.tsx';
import { FormPanel } from '../ui/desktop/FormPanel.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorNote } from '../ui/ErrorState.tsx';
import { PreviewNote } from '../ui/PreviewNote.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { useToast } from '../ui/Toast.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { DeskKnown } from './DeskKnown.tsx';
import { SendUpButton } from './SendUpButton.tsx';
import { nextWords } from './UserTaskOutcome.tsx';
import { type UserTaskFile, userTaskThing, useUserTaskEntry } from './use-user-task-entry.ts';
import { useCompletionPreview } from './use-completion-preview.ts';
import './user-task-desk-page.css';

/** A user task at the desk: the form on the left, what is known on the right. */
export function UserTaskDeskPage({
  id,
  person,
}: {
  readonly id: string;
  readonly person: SignedInPerson;
}): ReactElement {
  const { text, pack } = useText();
  const answer = useAnswer(readUserTask, { params: { userTask: id } });
  const drafts = useDraft(person.id, userTaskThing(id));
  const { data } = answer;
  const title = data === undefined ? text('nav.user-tasks') : `${pack(data.title)} · ${pack(data.subject.title)}`;
  return (
    <div className="gl-page">
      <PageHead title={title} beside={<span className="quiet">{data?.subject.number}</span>}>
        {data?.subject.kind === 'case' && person.permissions.includes('case.view') && (
          <Link href={`/cases/${data.subject.id}`}>{text('notifications.to-case')}</Link>
        )}
      </PageHead>
      {data === undefined || drafts.kept === undefined ? (
        <Card>
          <Waiting {...waitingFor(answer)} lines={10} />
        </Card>
      ) : (
        <div className="gl-user-task-desk">
          {data.state === 'open' && data.may.complete ? (
            <DeskForm file={data} draft={drafts.kept} drafts={drafts} />
          ) : (
            <Over file={data} />
          )}
          <DeskKnown file={data} />
        </div>
      )}
    </div>
  );
}

function Over({ file }: { readonly file: UserTaskFile }): ReactElement {
  const { text } = useText();
  return (
    <Card>
      <EmptyState
        title={text(file.state === 'open' ? 'user-task.not-yours' : 'user-task.over')}
        next={text('user-task.over.next')}
      >
        <ButtonLink to="/user-tasks" kind="primary">
          {text('nav.user-tasks')}
        </ButtonLink>
      </EmptyState>
    </Card>
  );
}

function DeskForm({
  file,
  draft,
  drafts,
}: {
  readonly file: UserTaskFile;
  readonly draft: Draft | null;
  readonly drafts: DraftOfThing;
}): ReactElement {
  const texts = useText();
  const { text, pack } = texts;
  const [, navigate] = useLocation();
  const { entry, close } = useUserTaskEntry(file, draft, drafts);
  const [tried, setTried] = useState(false);
  const command = useCommand(completeUserTask, [listMyUserTasks, readUserTask, readCase, listCases, listMeetings]);
  const context = useDeskContext();
  const preview = useCompletionPreview(file, entry, tried);
  const say = useToast();
  const send = async (): Promise<void> => {
    setTried(true);
    const data = entry.check();
    if (data === null) return;
    const answer = await command.run({ params: { userTask: file.id }, body: { data } });
    if (answer === null) return;
    close();
    await drafts.drop();
    say(`${text('user-task.done')} ${nextWords(answer, texts)}`);
    navigate('/user-tasks');
  };
  const missing = tried ? problemHint(entry.open, context) : null;
  return (
    <FormPanel
      ask={pack(file.instruction)}
      foot={
        <>
          <DeskHint missing={missing} onPress={entry.goToProblem} />
          <Button onPress={() => navigate('/user-tasks')}>{text('later')}</Button>
          <SendUpButton file={file} />
          <Button kind="primary" busy={command.busy} onPress={() => void send()}>
            {text('user-task.submit', { title: pack(file.form?.title ?? file.title) })}
          </Button>
        </>
      }
    >
      <FormView {...entry.view} formContext={context} />
      {command.problem !== null && <ErrorNote problem={command.problem} />}
      <PreviewNote preview={preview} />
    </FormPanel>
  );
}

function useDeskContext(): FormViewContext {
  const { language, text, pack } = useText();
  const photos = useStoredPhotos();
  return useMemo(
    () => ({ door: 'desktop', language, t: text, translate: pack, photos }),
    [language, text, pack, photos],
  );
}
