import { type ReactElement, type ReactNode, useMemo, useState } from 'react';
import { deviceStore, type Draft } from '../../api/outbox/device-store.ts';
import { submit } from '../../api/outbox/drafts.ts';
import { sendOutbox } from '../../api/outbox/sender.ts';
import { useDevicePhotos } from '../../api/outbox/use-device-photos.ts';
import type { DraftOfThing } from '../../api/outbox/use-draft.ts';
import type { SignedInPerson } from '../../api/session.ts';
import { uuidv7 } from '../../api/uuid.ts';
import { useOneAtATime } from '../../api/use-one-at-a-time.ts';
import type { JsonObject } from '../../../server/kernel/json.ts';
import type { FormViewContext } from '../../form-view/form-view-context.ts';
import { FormView } from '../../form-view/FormView.tsx';
import { problemHint } from '../../form-view/problem-hint.ts';
import { useText } from '../../translations/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { InnerPage } from '../../ui/phone/PhonePage.tsx';
import { SendHint } from '../../ui/phone/SendHint.tsx';
import { previewWords } from '../../ui/preview-words.ts';
import { useNow } from '../../ui/use-now.ts';
import { GridLine } from './GridLine.tsx';
import { categoryChoices, reportTitle } from './report-choices.ts';
import { useReportPreview } from './use-report-preview.ts';
import { REPORT, type ReportEntry, type ReportForm, useReportEntry } from './use-report-entry.ts';

interface ReportSheetProps {
  readonly report: ReportForm;
  readonly person: SignedInPerson;
  readonly draft: Draft | null;
  readonly drafts: DraftOfThing;
  readonly aside: ReactNode;
  readonly onLeave: () => void;
  readonly onSubmitted: (item: string) => void;
}

/** The report while it is written on the phone. Submitting puts it into the outbox first, then sends it. */
export function ReportSheet({
  report,
  person,
  draft,
  drafts,
  aside,
  onLeave,
  onSubmitted,
}: ReportSheetProps): ReactElement {
  const texts = useText();
  const { text } = texts;
  const now = useNow();
  const written = useReportEntry(report, draft, drafts);
  const preview = useReportPreview(report, written);
  const [tried, setTried] = useState(false);
  const context = useReportContext(report, written, person.id, tried);
  const send = useOneAtATime(async (): Promise<void> => {
    setTried(true);
    const id = await putIntoOutbox(written, person.id);
    if (id === null) return;
    onSubmitted(id);
    void sendOutbox(person.id);
  });
  const missing = tried ? missingWords(written, context, text('report.grid')) : null;
  return (
    <InnerPage
      title={text('report')}
      closes
      onBack={onLeave}
      aside={aside}
      foot={
        <>
          <SendHint
            missing={missing}
            onPress={written.entry.goToProblem}
            says={previewWords(preview, now, texts)}
            otherwise={text('report.kept')}
          />
          <Button kind="primary" onPress={() => void send()}>
            {text('submit')}
          </Button>
        </>
      }
    >
      <FormView {...written.entry.view} formContext={context} />
    </InnerPage>
  );
}

/** Puts a report that is complete into the outbox and tells its id there; null while something is missing. */
async function putIntoOutbox(written: ReportEntry, person: string): Promise<string | null> {
  const body = written.check();
  if (body === null) return null;
  written.close();
  const id = uuidv7();
  await submit(deviceStore, id, {
    person,
    thing: REPORT,
    operation: 'reportCase',
    params: {},
    body: body as unknown as JsonObject,
    title: reportTitle(body.form.data),
    data: written.entry.data,
    beside: { area: body.area },
  });
  return id;
}

/** What the form on the phone stands on: the device's photos, the categories, and the grid below the place. */
function useReportContext(
  report: ReportForm,
  { area, setArea }: ReportEntry,
  person: string,
  tried: boolean,
): FormViewContext {
  const { language, text, pack } = useText();
  const photos = useDevicePhotos(person);
  return useMemo(
    () => ({
      door: 'phone',
      language,
      t: text,
      translate: pack,
      photos,
      choices: { categories: categoryChoices(report.categories) },
      slots: {
        place: {
          after: <GridLine grids={report.grids} area={area} onChange={setArea} missing={tried && area === undefined} />,
        },
      },
    }),
    [report, area, setArea, tried, language, text, pack, photos],
  );
}

function missingWords({ entry, area }: ReportEntry, context: FormViewContext, grid: string): string | null {
  const path = '/area';
  const withoutGrid =
    area === undefined ? [{ path, field: grid, missing: true, zh: '', en: '', here: { zh: '', en: '' } }] : [];
  return problemHint([...entry.open, ...withoutGrid], context);
}
