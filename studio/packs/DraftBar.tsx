import { type ReactElement, type ReactNode, useState } from 'react';
import {
  beginDraft,
  discardDraft,
  listDefinitions,
  readDraftChanges,
  readDraftProblems,
} from '../../server/http/contract/drafts.ts';
import { readExamination } from '../../server/http/contract/releases.ts';
import type { AnswerOf } from '../../server/http/contract/operation.ts';
import { useCommand } from '../api/use-command.ts';
import { useText } from '../translations/texts.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { DialogBox } from '../ui/desktop/DialogBox.tsx';
import { ErrorNote } from '../ui/ErrorState.tsx';
import { Tag } from '../ui/Tag.tsx';
import { momentWords } from '../ui/time-words.ts';
import { useToast } from '../ui/Toast.tsx';
import { useNow } from '../ui/use-now.ts';
import './draft-bar.css';

type Definitions = AnswerOf<typeof listDefinitions>;
type Draft = NonNullable<Definitions['draft']>;

/**
 * The reading operations whose answers the beginning of a draft changes. Its end changes only the list: there is nothing
 * left to ask about a draft that is published or thrown away.
 */
export const ofDrafts = [listDefinitions, readDraftChanges, readDraftProblems, readExamination];

/** How the area's draft stands, and what to do about it: begin it, publish it, throw it away. */
export function DraftBar({
  answer,
  changed,
}: {
  readonly answer: Definitions;
  readonly changed: number;
}): ReactElement {
  const { draft, mayEdit } = answer;
  if (draft === null) return <NoDraft area={answer.area.code} mayEdit={mayEdit} />;
  return <OpenDraft draft={draft} changed={changed} mayEdit={mayEdit} />;
}

function Bar({ says, children }: { readonly says: ReactNode; readonly children?: ReactNode }): ReactElement {
  return (
    <section className="gl-draft-bar">
      <p>{says}</p>
      {children}
    </section>
  );
}

function NoDraft({ area, mayEdit }: { readonly area: string; readonly mayEdit: boolean }): ReactElement {
  const { text } = useText();
  const begin = useCommand(beginDraft, ofDrafts);
  if (!mayEdit) return <Bar says={text('draft.look-only')} />;
  return (
    <>
      <Bar says={text('draft.none')}>
        <Button busy={begin.busy} onPress={() => void begin.run({ params: { area } })}>
          {text('draft.begin')}
        </Button>
      </Bar>
      {begin.problem !== null && <ErrorNote problem={begin.problem} />}
    </>
  );
}

interface OpenDraftProps {
  readonly draft: Draft;
  readonly changed: number;
  readonly mayEdit: boolean;
}

function OpenDraft({ draft, changed, mayEdit }: OpenDraftProps): ReactElement {
  const texts = useText();
  const { text } = texts;
  const now = useNow();
  const [discarding, setDiscarding] = useState(false);
  const when = momentWords(draft.changedAt, now, texts);
  const { submitted, givenBack } = draft;
  return (
    <Bar
      says={
        <>
          <Tag tone={submitted === null ? 'accent' : 'warn'}>
            {text(submitted === null ? 'draft' : 'draft.submitted')}
          </Tag>
          {submitted === null
            ? text(changed === 0 ? 'draft.empty' : 'draft.changed', { count: changed, who: draft.changedBy.name, when })
            : text('draft.waits', { who: submitted.by.name, when: momentWords(submitted.at, now, texts) })}
          {givenBack !== null && <GivenBack by={givenBack.by.name} reason={givenBack.reason} />}
        </>
      }
    >
      {mayEdit && submitted === null && (
        <Button kind="text" onPress={() => setDiscarding(true)}>
          {text('draft.discard')}
        </Button>
      )}
      <ButtonLink to="/definitions/changes" kind={changed === 0 ? 'plain' : 'primary'}>
        {text(submitted === null ? 'draft.to-publish' : 'draft.to-approve')}
      </ButtonLink>
      {discarding && <DiscardDialog draft={draft} changed={changed} onClose={() => setDiscarding(false)} />}
    </Bar>
  );
}

function DiscardDialog({
  draft,
  changed,
  onClose,
}: {
  readonly draft: Draft;
  readonly changed: number;
  readonly onClose: () => void;
}): ReactElement {
  const { text } = useText();
  const say = useToast();
  const discard = useCommand(discardDraft, [listDefinitions]);
  const run = async (): Promise<void> => {
    if ((await discard.run({ params: { draft: draft.id } })) === null) return;
    say(text('draft.discarded'));
    onClose();
  };
  return (
    <DialogBox
      title={text('draft.discard')}
      action={text('draft.discard')}
      grave
      busy={discard.busy}
      problem={discard.problem}
      onAction={() => void run()}
      onClose={onClose}
    >
      <p>{text('draft.discard.says', { count: changed })}</p>
    </DialogBox>
  );
}

/** Why a second person did not approve. */
function GivenBack({ by, reason }: { readonly by: string; readonly reason: string }): ReactElement {
  const { text } = useText();
  return <Tag tone="warn">{text('draft.given-back', { who: by, reason })}</Tag>;
}
