import { type ReactElement, useState } from 'react';
import { plainText } from '../../server/kernel/forms/schema-node.ts';
import type { Decision } from '../../server/kernel/dmn/decision.ts';
import { isJsonArray, isJsonObject, type Json } from '../../server/kernel/json.ts';
import { useText } from '../translations/texts.ts';
import { InlineChoice } from '../ui/desktop/sentence/InlineChoice.tsx';
import { InlineText } from '../ui/desktop/sentence/InlineText.tsx';
import { Sentence, SentenceScope } from '../ui/desktop/sentence/Sentence.tsx';
import { PanelPart } from '../ui/desktop/PanelPart.tsx';
import { type TableColumn, valueWords } from './table-columns.ts';
import { variablesOf } from './table-coverage.ts';

interface TryRowProps {
  readonly decision: Decision;
  readonly columns: readonly TableColumn[];
  readonly now: string;
  /** Told which rules fire, so that the grid can show them. */
  readonly onFired: (rules: readonly string[]) => void;
}

/** A row to try: choose what is met, and see which rule fires and what it gives. Nothing is saved by it. */
export function TryRow({ decision, columns, now, onFired }: TryRowProps): ReactElement {
  const { text, either } = useText();
  const inputs = columns.filter(({ part }) => part === 'inputs');
  const outputs = columns.filter(({ part }) => part === 'outputs');
  const [values, setValues] = useState<readonly (Json | undefined)[]>([]);
  const resultFor = (tried: readonly (Json | undefined)[]): ReturnType<Decision['evaluate']> | null =>
    inputs.some((_, nth) => tried[nth] === undefined)
      ? null
      : decision.evaluate({
          variables: variablesOf(
            inputs,
            inputs.map((_, nth) => tried[nth] ?? null),
          ),
          now,
        });
  const set = (nth: number, value: Json): void => {
    const next = inputs.map((_, place) => (place === nth ? value : values[place]));
    setValues(next);
    const result = resultFor(next);
    onFired(result?.ok === true ? result.rules : []);
  };
  const result = resultFor(values);
  return (
    <PanelPart title={text('decision.try')} aside={text('decision.try.note')}>
      {/* Trying is allowed to those who may not change anything, too. */}
      <SentenceScope fixed={false}>
        {inputs.map((column, nth) => (
          <Sentence key={column.index}>
            {column.label}
            <TriedValue column={column} value={values[nth]} onChange={(value) => set(nth, value)} />
          </Sentence>
        ))}
      </SentenceScope>
      <div aria-live="polite" className="gl-try-result">
        {result === null && <p className="quiet">{text('decision.try.choose')}</p>}
        {result?.ok === false && <p className="gl-field-error">{either(result.fault)}</p>}
        {result?.ok === true && result.rules.length === 0 && (
          <p className="gl-field-error">{text('decision.try.none')}</p>
        )}
        {result?.ok === true && result.rules.length > 0 && (
          <>
            <p>{text('decision.try.fires', { rules: ruleNumbers(decision, result.rules).join(text('list.comma')) })}</p>
            <dl className="gl-fact-list">
              {outputs.map((column) => (
                <OutcomeLine key={column.index} column={column} output={result.output} />
              ))}
            </dl>
          </>
        )}
      </div>
    </PanelPart>
  );
}

function TriedValue({
  column,
  value,
  onChange,
}: {
  readonly column: TableColumn;
  readonly value: Json | undefined;
  readonly onChange: (value: Json) => void;
}): ReactElement {
  const { text } = useText();
  const choices =
    column.type === 'boolean'
      ? [
          { value: true, title: text('decision.yes') },
          { value: false, title: text('decision.no') },
        ]
      : column.choices;
  if (choices.length === 0)
    return (
      <InlineText
        label={column.label}
        value={value === undefined ? '' : plainText(value)}
        onChange={(words) => onChange(column.type === 'number' ? Number(words) : words)}
      />
    );
  return (
    <InlineChoice
      label={column.label}
      value={value === undefined ? undefined : plainText(value)}
      options={choices.map((choice) => ({
        id: plainText(choice.value),
        title: choice.title,
        ...('group' in choice && choice.group !== undefined ? { group: choice.group } : {}),
      }))}
      onChange={(id) => onChange(choices.find((choice) => plainText(choice.value) === id)?.value ?? id)}
    />
  );
}

function OutcomeLine({ column, output }: { readonly column: TableColumn; readonly output: Json }): ReactElement {
  const { text } = useText();
  const value = isJsonObject(output) ? (output[column.name] ?? null) : output;
  const words = (one: Json): string => (one === null ? text('decision.nothing') : valueWords(column, one));
  return (
    <>
      <dt>{column.label}</dt>
      <dd>
        {isJsonArray(value)
          ? value.length === 0
            ? text('decision.nobody')
            : value.map(words).join(text('list.comma'))
          : words(value)}
      </dd>
    </>
  );
}

function ruleNumbers({ table }: Decision, fired: readonly string[]): readonly number[] {
  return (table?.rules ?? []).flatMap(({ id }, nth) => (fired.includes(id) ? [nth + 1] : []));
}
