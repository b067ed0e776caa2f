import { type ReactElement, type ReactNode, useRef, useState } from 'react';
import { effectiveForm } from '../../../server/kernel/forms/effective-form.ts';
import type { JsonObject } from '../../../server/kernel/json.ts';
import { interpretValidator } from '../../form-view/interpret-validator.ts';
import { useText } from '../../translations/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { DialogFrame } from '../../ui/desktop/DialogBox.tsx';
import { InlineChoice } from '../../ui/desktop/sentence/InlineChoice.tsx';
import { SentenceScope } from '../../ui/desktop/sentence/Sentence.tsx';
import { SheetPlace } from '../../ui/phone/Sheet.tsx';
import { useEditing } from '../editing.ts';
import { rightSample, wrongSample } from '../questions/sample-answers.ts';
import { stepTitle } from '../sentences/step-rights.ts';
import type { FormStep } from '../surroundings/steps-of-process.ts';
import { FormPreview } from './FormPreview.tsx';
import { PreviewBoundary } from './PreviewBoundary.tsx';

/** What the preview was begun with; another number begins it anew. */
interface Beginning {
  readonly nth: number;
  readonly data: JsonObject;
  readonly tried: boolean;
}

/** 手机上的样子: the real form at one of its steps, to be filled in; empty, or with a sample that is right or wrong. */
export function PreviewPanel(): ReactElement {
  const { text } = useText();
  const { form, expanded, steps } = useEditing();
  const [chosen, setChosen] = useState<string | null>(null);
  const [begun, setBegun] = useState<Beginning>({ nth: 0, data: {}, tried: false });
  const [isWide, setWide] = useState(false);
  const step = steps.find(({ id }) => id === chosen) ?? steps[0];
  const stepId = step?.id ?? 'preview';
  const begin = (how: 'right' | 'wrong' | 'empty'): void => {
    const nth = begun.nth + 1;
    const sample = how === 'right' ? rightSample : how === 'wrong' ? wrongSample : () => ({});
    const validate = interpretValidator(effectiveForm(expanded, stepId).schema);
    const data = sample(expanded, stepId, { now: new Date().toISOString(), seed: nth, validate });
    setBegun({ nth, data, tried: how === 'wrong' });
  };
  const preview = (door: 'phone' | 'desktop'): ReactElement => (
    <PreviewBoundary form={form} fallback={<p className="fd-no-preview">{text('designer.preview.broken')}</p>}>
      <FormPreview
        key={`${door} ${stepId} ${begun.nth}`}
        step={stepId}
        door={door}
        initial={begun.data}
        tried={begun.tried}
      />
    </PreviewBoundary>
  );
  return (
    <section className="fd-side" aria-label={text('designer.preview')}>
      <header>
        <h2>{text('designer.preview')}</h2>
        <StepChoice steps={steps} step={step} onChange={setChosen} />
      </header>
      <div className="fd-side-tools">
        <Button small onPress={() => begin('right')}>
          {text('designer.sample.right')}
        </Button>
        <Button small onPress={() => begin('wrong')}>
          {text('designer.sample.wrong')}
        </Button>
        <Button small onPress={() => begin('empty')}>
          {text('designer.sample.empty')}
        </Button>
        <Button small onPress={() => setWide(true)}>
          {text('designer.preview.desk')}
        </Button>
      </div>
      <Phone title={form.title}>{preview('phone')}</Phone>
      {isWide && (
        <DialogFrame title={text('designer.preview.desk.title')} width={960} onClose={() => setWide(false)}>
          {preview('desktop')}
        </DialogFrame>
      )}
    </section>
  );
}

interface StepChoiceProps {
  readonly steps: readonly FormStep[];
  readonly step: FormStep | undefined;
  readonly onChange: (id: string) => void;
}

/** Whose rights the preview has: choosing it changes nothing, so it can be chosen also where nothing may be edited. */
function StepChoice({ steps, step, onChange }: StepChoiceProps): ReactElement | null {
  const { text } = useText();
  if (step === undefined) return <span className="quiet">{text('designer.preview.unused')}</span>;
  const said = (one: FormStep): string =>
    one.post === null
      ? stepTitle(one, text)
      : text('designer.preview.step', { step: stepTitle(one, text), post: one.post });
  if (steps.length === 1) return <span className="quiet">{said(step)}</span>;
  return (
    <SentenceScope fixed={false}>
      <InlineChoice
        label={text('designer.preview.at')}
        options={steps.map((one) => ({ id: one.id, title: said(one) }))}
        value={step.id}
        onChange={onChange}
      />
    </SentenceScope>
  );
}

/** The frame of a phone. Sheets come up inside it. */
function Phone({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  return (
    <div ref={place} className="fd-phone door-phone">
      <p className="fd-phone-bar cut">{title}</p>
      <SheetPlace value={() => place.current ?? document.body}>{children}</SheetPlace>
    </div>
  );
}
