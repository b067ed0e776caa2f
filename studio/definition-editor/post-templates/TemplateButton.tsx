import { type ReactElement, useState } from 'react';
import { beginDraft, readDraftRelease } from '../../../server/http/contract/drafts.ts';
import { call } from '../../api/call.ts';
import { type DraftDefinitions, draftDefinitions } from '../../api/drafts/draft-definitions.ts';
import { type ProblemRecord, problemOf } from '../../api/problem-error.ts';
import { useText } from '../../translations/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorState.tsx';
import { TemplateDialog } from './TemplateDialog.tsx';

/** The way to the ready sets of posts; what the draft has is read when somebody asks. */
export function TemplateButton({ area }: { readonly area: string }): ReactElement {
  const { text } = useText();
  const [definitions, setDefinitions] = useState<DraftDefinitions | null>(null);
  const [problem, setProblem] = useState<ProblemRecord | null>(null);
  const [busy, setBusy] = useState(false);
  const open = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      const draft = await call(beginDraft, { params: { area } });
      const { packs } = await call(readDraftRelease, { params: { draft: draft.id } });
      setDefinitions(draftDefinitions(packs));
    } catch (thrown) {
      setProblem(problemOf(thrown));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button busy={busy} onPress={() => void open()}>
        {text('template.pick')}
      </Button>
      {problem !== null && <ErrorNote problem={problem} />}
      {definitions !== null && (
        <TemplateDialog area={area} definitions={definitions} onClose={() => setDefinitions(null)} />
      )}
    </>
  );
}
