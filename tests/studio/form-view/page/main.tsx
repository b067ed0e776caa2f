import { type ReactElement, StrictMode, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { JsonObject } from '../../../../server/kernel/json.ts';
import type { FormViewContext } from '../../../../studio/form-view/form-view-context.ts';
import { FormView } from '../../../../studio/form-view/FormView.tsx';
import { problemHint } from '../../../../studio/form-view/problem-hint.ts';
import { useFormEntry } from '../../../../studio/form-view/use-form-entry.ts';
import { fill } from '../../../../studio/translations/fill.ts';
import { formViewEn } from '../../../../studio/translations/form-view.en.ts';
import { formViewZh } from '../../../../studio/translations/form-view.zh.ts';
import type { Scene } from '../scene.ts';
import { deskWords } from '../../../../studio/translations/desk-words.ts';
import { startLanguage } from '../../../../studio/translations/texts.ts';
import '../../../../studio/ui/tokens.css';
import '../../../../studio/ui/base.css';

await startLanguage(deskWords);

const scene = JSON.parse(decodeURIComponent(window.location.hash.slice(1))) as Scene;
const { door = 'phone', language = 'zh' } = scene;

function contextOf(): FormViewContext {
  const kept = new Map<string, string>();
  let failing = scene.photos?.failing ?? 0;
  const { place } = scene;
  return {
    door,
    language,
    t: (key, values) => fill((language === 'zh' ? formViewZh : formViewEn)[key], values),
    translate: (chinese) => (language === 'en' ? (scene.english?.[chinese] ?? chinese) : chinese),
    photos: {
      add: async (photo) => {
        await new Promise((resolve) => setTimeout(resolve, scene.photos?.takes ?? 0));
        failing -= 1;
        if (failing >= 0) throw new Error('The device is full.');
        const id = `photo-${kept.size + 1}`;
        kept.set(id, URL.createObjectURL(photo));
        return { id };
      },
      urlOf: (id) => kept.get(id),
    },
    ...(place === undefined ? {} : { locate: async () => place }),
  };
}

function Page(): ReactElement {
  const formContext = useMemo(() => contextOf(), []);
  const { translate } = formContext;
  const entry = useFormEntry({
    form: scene.form,
    step: scene.step ?? 's',
    translate,
    ...(scene.stored === undefined ? {} : { stored: scene.stored }),
    ...(scene.initial === undefined ? {} : { initial: scene.initial }),
  });
  const [sent, setSent] = useState<JsonObject | null>(null);
  const submit = (): void => {
    const submission = entry.check();
    setSent(submission);
    if (submission !== null && scene.refusal !== undefined) entry.refuse(scene.refusal);
  };
  return (
    <main>
      <FormView {...entry.view} formContext={formContext} readonly={scene.readonly ?? false} />
      <p data-testid="hint">{problemHint(entry.view.problems, formContext)}</p>
      <button type="button" data-testid="submit" onClick={submit}>
        OK
      </button>
      <output data-testid="sent">{JSON.stringify(sent)}</output>
    </main>
  );
}

document.body.className = `door-${door}`;
const place = document.getElementById('door');
if (place !== null) {
  createRoot(place).render(
    <StrictMode>
      <Page />
    </StrictMode>,
  );
}
