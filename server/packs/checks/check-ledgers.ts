import type { LedgerFile } from '../../kernel/release/definitions.ts';
import type { CompiledDefinitions, CompiledForm } from '../../kernel/compilation/compile-definitions.ts';
import { errorAt, type PackFault } from '../../kernel/compilation/pack-fault.ts';
import type { Written } from '../../kernel/compilation/pack-definitions.ts';
import { unknownForm } from './unknown-reference.ts';

/** Ledgers: the form exists and has the fields that are listed, searched and recognised by. */
export function checkLedgers(compiled: CompiledDefinitions): readonly PackFault[] {
  return compiled.definitions.ledgers.flatMap((ledger) => {
    const form = compiled.forms.get(ledger.value.form);
    return form
      ? [...checkFields(ledger, form), ...checkKey(ledger, form)]
      : [unknownForm(ledger, ledger.value.form, '/form')];
  });
}

function checkFields(ledger: Written<LedgerFile>, form: CompiledForm): readonly PackFault[] {
  const known = form.fields.filter((field) => !field.path.includes('[]')).map((field) => field.path);
  return (['columns', 'search', 'key'] as const).flatMap((list) =>
    ledger.value[list].flatMap((field, index) =>
      known.includes(field)
        ? []
        : [
            errorAt(
              ledger,
              'ledger-field-unknown',
              {
                zh: `表单「${form.written.title}」里没有「${field}」。有的是：${known.join('、')}。`,
                en: `The form "${form.written.id}" has no field "${field}". It has: ${known.join(', ')}.`,
              },
              `/${list}/${index}`,
            ),
          ],
    ),
  );
}

function checkKey(ledger: Written<LedgerFile>, form: CompiledForm): readonly PackFault[] {
  return ledger.value.key.flatMap((name, index) => {
    const field = form.fields.find((candidate) => candidate.path === name);
    if (!field || field.required) return [];
    return [
      errorAt(
        ledger,
        'ledger-key-optional',
        {
          zh: `凭「${field.title}」认出同一条，但它可以不填。请改成必填，或换一项。`,
          en: `Entries are recognised by "${field.title}", which may be left empty. Make it required, or use another field.`,
        },
        `/key/${index}`,
      ),
    ];
  });
}
