import { type ReactElement, type ReactNode, useContext, useId, useState } from 'react';
import { isJsonObject } from '../../../server/kernel/json.ts';
import { isEmptyAnswer } from '../../../server/kernel/forms/shown-fields.ts';
import { Icon } from '../../ui/Icon.tsx';
import { ProblemsContext, useFormContext } from '../form-view-context.ts';
import type { FormBlock } from './arrange-blocks.ts';

interface SectionBlockProps {
  readonly block: FormBlock;
  /** JSON pointer of the object the fields lie in. */
  readonly prefix: string;
  readonly data: unknown;
  readonly children: ReactNode;
}

/** A white block with its title; a folded one is a line that says whether anything is filled in, and opens in its place. */
export function SectionBlock({ block, prefix, data, children }: SectionBlockProps): ReactElement {
  const { translate } = useFormContext();
  if (block.folded)
    return (
      <FoldedBlock block={block} prefix={prefix} data={data}>
        {children}
      </FoldedBlock>
    );
  return (
    <section className="fv-block">
      {block.title !== null && (
        <div className="fv-block-head">
          <h2>{translate(block.title)}</h2>
          {block.note !== null && <span className="quiet">{translate(block.note)}</span>}
        </div>
      )}
      {children}
    </section>
  );
}

function FoldedBlock({ block, prefix, data, children }: SectionBlockProps): ReactElement {
  const { t, translate } = useFormContext();
  const problems = useContext(ProblemsContext);
  const [chosen, setChosen] = useState(false);
  const body = useId();
  const refused = block.fields.some((name) =>
    [...problems.keys()].some((pointer) => `${pointer}/`.startsWith(`${prefix}/${name}/`)),
  );
  const open = chosen || refused;
  const filled = block.fields.filter(
    (name) => isJsonObject(data) && data[name] !== false && !isEmptyAnswer(data[name]),
  ).length;
  return (
    <section className="fv-block fv-folded">
      <h2>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={body}
          disabled={refused}
          onClick={() => {
            setChosen(!chosen);
          }}
        >
          <b>{translate(block.title ?? '')}</b>
          {block.note !== null && <span className="quiet">{translate(block.note)}</span>}
          <span className="quiet push">
            {filled === 0 ? t('form.not-filled') : t('form.filled', { count: filled })}
          </span>
          <Icon name="next" small />
        </button>
      </h2>
      <div id={body} hidden={!open}>
        {children}
      </div>
    </section>
  );
}
