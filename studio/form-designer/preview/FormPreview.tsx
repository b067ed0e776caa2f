import { type ReactElement, type RefObject, useEffect, useMemo, useRef } from 'react';
import type { FormViewContext } from '../../form-view/form-view-context.ts';
import { FormView } from '../../form-view/FormView.tsx';
import { problemHint } from '../../form-view/problem-hint.ts';
import { useFormEntry } from '../../form-view/use-form-entry.ts';
import type { JsonObject } from '../../../server/kernel/json.ts';
import { pointerOf } from '../../../server/kernel/forms/json-pointer.ts';
import { useText } from '../../translations/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { useEditing } from '../editing.ts';
import { usePretendPhotos } from './use-pretend-photos.ts';

interface FormPreviewProps {
  readonly step: string;
  readonly door: 'phone' | 'desktop';
  /** What it begins with: nothing, or a sample. */
  readonly initial: JsonObject;
  /** A sample is tried at once, so that what is wrong with it is seen. */
  readonly tried: boolean;
}

/** The form as it will be filled in, live: what is typed stays while the form changes around it. Nothing is sent. */
export function FormPreview({ step, door, initial, tried }: FormPreviewProps): ReactElement {
  const { text, language, pack } = useText();
  const say = useToast();
  const { expanded, selected } = useEditing();
  const photos = usePretendPhotos();
  const formContext = useMemo<FormViewContext>(
    () => ({ door, language, t: text, translate: pack, photos, locate: async () => text('designer.sample.place') }),
    [door, language, text, pack, photos],
  );
  const entry = useFormEntry({ form: expanded, step, initial, translate: pack });
  const root = useRef<HTMLDivElement>(null);
  useSeen(root, selected);
  useTriedOnce(tried, entry.goToProblem);
  return (
    <div ref={root} className={`fd-preview fd-preview-${door} door-${door}`}>
      <div className="fd-preview-form">
        <FormView {...entry.view} formContext={formContext} />
      </div>
      <footer>
        <p className="quiet" aria-live="polite">
          {problemHint(entry.view.problems, formContext) ?? text('designer.preview.nothing-sent')}
        </p>
        <Button
          kind="primary"
          wide
          onPress={() => {
            if (entry.check() !== null) say(text('designer.preview.accepted'));
          }}
        >
          {text('designer.preview.try')}
        </Button>
      </footer>
    </div>
  );
}

/** Shows which question of the list is meant, as an attribute that no drawing of the form takes away. */
function useSeen(root: RefObject<HTMLDivElement | null>, selected: string | null): void {
  useEffect(() => {
    const place = root.current;
    // A field that the form has only now got is drawn a moment after the form.
    const soon = requestAnimationFrame(() => {
      for (const before of place?.querySelectorAll('[data-seen]') ?? []) before.removeAttribute('data-seen');
      const field = selected === null ? null : place?.querySelector(fieldOf(selected));
      field?.setAttribute('data-seen', '');
    });
    return () => cancelAnimationFrame(soon);
  });
  useEffect(() => {
    const field = selected === null ? null : root.current?.querySelector(fieldOf(selected));
    field?.scrollIntoView({ block: 'nearest' });
  }, [root, selected]);
}

function fieldOf(path: string): string {
  return `[data-path=${JSON.stringify(pointerOf((path.split('[]')[0] ?? '').split('.')))}]`;
}

function useTriedOnce(tried: boolean, goToProblem: () => void): void {
  const isDone = useRef(false);
  useEffect(() => {
    if (!tried || isDone.current) return;
    isDone.current = true;
    goToProblem();
  }, [tried, goToProblem]);
}
