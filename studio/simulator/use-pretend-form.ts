import { useMemo, useRef, useState } from 'react';
import { effectiveForm } from '../../server/kernel/forms/effective-form.ts';
import type { FormDefinition } from '../../server/kernel/forms/form-definition.ts';
import { generateSubmission } from '../../server/kernel/forms/generate-submission.ts';
import { sameJson } from '../../server/kernel/forms/shown-fields.ts';
import { standInPhoto } from '../../server/kernel/forms/stand-in-photo.ts';
import type { JsonObject } from '../../server/kernel/json.ts';
import type { FormViewContext } from '../form-view/form-view-context.ts';
import { type FormEntry, useFormEntry } from '../form-view/use-form-entry.ts';
import { useText } from '../translations/texts.ts';
import { validatorFor } from './validator-for.ts';

interface PretendForm {
  readonly entry: FormEntry;
  readonly context: FormViewContext;
  /** Fills in what nobody has answered; pressed again it answers the same questions differently. */
  readonly generate: () => void;
}

/** A form that is filled in for the run: nothing of it is kept, and photos stay where they were taken. */
export function usePretendForm(form: FormDefinition, step: string, stored: JsonObject, now: string): PretendForm {
  const { language, text, pack } = useText();
  const entry = useFormEntry({ form, step, stored, translate: pack });
  const [seed, setSeed] = useState(0);
  const made = useRef<JsonObject>({});
  const shown = useRef(new Map<string, string>());
  const context = useMemo(
    (): FormViewContext => ({
      door: 'desktop',
      language,
      t: text,
      translate: pack,
      photos: {
        add: async (photo) => {
          const id = standInPhoto(shown.current.size);
          shown.current.set(id, URL.createObjectURL(photo));
          return { id };
        },
        urlOf: (id) => shown.current.get(id),
      },
    }),
    [language, text, pack],
  );
  return {
    entry,
    context,
    generate: () => {
      const effective = effectiveForm(form, step);
      const chosen = withoutMade(entry.data, made.current, stored);
      const answers = generateSubmission(effective, chosen, { now, seed, validate: validatorFor(effective) });
      made.current = withoutMade(answers, chosen, stored);
      setSeed(seed + 1);
      entry.view.onChange({ ...entry.data, ...answers });
    },
  };
}

/** What somebody answered: everything that is not as it was made up. */
function withoutMade(data: JsonObject, made: JsonObject, stored: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(data).filter(([name, value]) => {
      const before = made[name];
      return stored[name] !== undefined || before === undefined || !sameJson(before, value);
    }),
  );
}
