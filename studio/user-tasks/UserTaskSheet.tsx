import { type ReactElement, type ReactNode, useMemo, useState } from 'react';
import { deviceStore, type Draft } from '../api/outbox/device-store.ts';
import { submit } from '../api/outbox/drafts.ts';
import { sendOutbox } from '../api/outbox/sender.ts';
import { useDevicePhotos } from '../api/outbox/use-device-photos.ts';
import type { DraftOfThing } from '../api/outbox/use-draft.ts';
import type { JsonObject } from '../../server/kernel/json.ts';
import type { SignedInPerson } from '../api/session.ts';
import { uuidv7 } from '../api/uuid.ts';
import { useOneAtATime } from '../api/use-one-at-a-time.ts';
import type { FormViewContext } from '../form-view/form-view-context.ts';
import { FormView } from '../form-view/FormView.tsx';
import { problemHint } from '../form-view/problem-hint.ts';
import { useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import { SendHint } from '../ui/phone/SendHint.tsx';
import { previewWords } from '../ui/preview-words.ts';
import { useNow } from '../ui/use-now.ts';
import { Block, InnerPage } from '../ui/phone/PhonePage.tsx';
import { TaskAsk } from '../ui/phone/TaskAsk.tsx';
import { ClockBlock, SignForBlock } from './ClockBlock.tsx';
import { JointVoters } from './JointVoters.tsx';
import { OtherWays } from './OtherWays.tsx';
import { TaskHead } from './TaskHead.tsx';
import { TaskKnown } from './TaskKnown.tsx';
import { type UserTaskFile, userTaskThing, useUserTaskEntry } from './use-user-task-entry.ts';
import { useCompletionPreview } from './use-completion-preview.ts';

interface UserTaskSheetProps {
  readonly file: UserTaskFile;
  readonly person: SignedInPerson;
  readonly draft: Draft | null;
  readonly drafts: DraftOfThing;
  readonly aside: ReactNode;
  readonly onLeave: () => void;
  readonly onSubmitted: (item: string) => void;
}

/** A user task while it is done on the phone. Submitting puts it into the outbox first, then sends it. */
export function UserTaskSheet({
  file,
  person,
  draft,
  drafts,
  aside,
  onLeave,
  onSubmitted,
}: UserTaskSheetProps): ReactElement {
  const texts = useText();
  const { text, pack } = texts;
  const now = useNow();
  const { entry, close } = useUserTaskEntry(file, draft, drafts);
  const [tried, setTried] = useState(false);
  const [ways, setWays] = useState(false);
  const context = usePhoneContext(person.id);
  const preview = useCompletionPreview(file, entry, tried);
  const send = useOneAtATime(async (): Promise<void> => {
    setTried(true);
    const data = entry.check();
    if (data === null) return;
    close();
    const title = [pack(file.title), pack(file.subject.title)].join(' · ');
    onSubmitted(await putIntoOutbox(file.id, { person: person.id, title, data, shown: entry.data }));
    void sendOutbox(person.id);
  });
  const missing = tried ? problemHint(entry.open, context) : null;
  return (
    <InnerPage
      title={pack(file.title)}
      onBack={onLeave}
      aside={aside}
      foot={
        <>
          <SendHint missing={missing} onPress={entry.goToProblem} says={previewWords(preview, now, texts)} />
          {file.may.sendUp !== null && <Button onPress={() => setWays(true)}>{text('other-ways')}</Button>}
          <Button kind="primary" onPress={() => void send()}>
            {text('user-task.submit', { title: pack(file.form?.title ?? file.title) })}
          </Button>
        </>
      }
    >
      <TaskHead file={file} />
      <SignForBlock file={file} />
      {file.instruction !== '' && <TaskAsk>{pack(file.instruction)}</TaskAsk>}
      <FormView {...entry.view} formContext={context} />
      {file.joint !== null && (
        <Block>
          <h2>{text('joint')}</h2>
          <JointVoters joint={file.joint} />
        </Block>
      )}
      <ClockBlock file={file} />
      <TaskKnown file={file} />
      <OtherWays file={file} open={ways} onClose={() => setWays(false)} onDone={onLeave} />
    </InnerPage>
  );
}

interface Filled {
  readonly person: string;
  readonly title: string;
  /** What is sent. */
  readonly data: JsonObject;
  /** What the form held, for whoever opens it again. */
  readonly shown: JsonObject;
}

/** Puts what was filled in into the outbox, and tells its id there. */
async function putIntoOutbox(userTask: string, { person, title, data, shown }: Filled): Promise<string> {
  const id = uuidv7();
  await submit(deviceStore, id, {
    person,
    thing: userTaskThing(userTask),
    operation: 'completeUserTask',
    params: { userTask },
    body: { data },
    title,
    data: shown,
    beside: {},
  });
  return id;
}

function usePhoneContext(person: string): FormViewContext {
  const { language, text, pack } = useText();
  const photos = useDevicePhotos(person);
  return useMemo(() => ({ door: 'phone', language, t: text, translate: pack, photos }), [language, text, pack, photos]);
}
