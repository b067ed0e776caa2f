import type { ArrayFieldItemTemplateProps, ArrayFieldTemplateProps } from '@rjsf/utils';
import { type ReactElement, useContext, useEffect, useState } from 'react';
import { pointerOf } from '../../../server/kernel/forms/json-pointer.ts';
import { numberOf, textOf } from '../../../server/kernel/forms/schema-node.ts';
import { isJsonObject, type JsonObject } from '../../../server/kernel/json.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { fieldHint } from '../field-hint.ts';
import { ProblemsContext, useFormContext } from '../form-view-context.ts';
import { FieldProblem } from './FieldProblem.tsx';

/** How long 删除 waits for 确定删除. */
const SURE_WITHIN = 4_000;

/** A table as cards, one under the other, with a button that adds one. */
export function Rows(props: ArrayFieldTemplateProps): ReactElement {
  const {
    fieldPathId,
    title,
    required = false,
    items,
    canAdd = true,
    onAddClick,
    schema,
    uiSchema,
    readonly = false,
  } = props;
  const context = useFormContext();
  const { t, translate } = context;
  const pointer = pointerOf(fieldPathId.path);
  const problem = useContext(ProblemsContext).get(pointer);
  const id = fieldPathId.$id;
  const ui: JsonObject = isJsonObject(uiSchema) ? uiSchema : {};
  const node: unknown = schema;
  const hint = fieldHint(context, isJsonObject(node) ? node : {}, ui, 'rows', required);
  const most = isJsonObject(node) ? numberOf(node, 'maxItems') : undefined;
  return (
    <section
      className={problem === undefined ? 'fv-block fv-rows' : 'fv-block fv-rows fv-rows-refused'}
      data-path={pointer}
      role="group"
      aria-labelledby={`${id}-label`}
    >
      <div className="fv-block-head">
        <h2 id={`${id}-label`}>{translate(textOf(ui, 'ui:title') ?? title)}</h2>
        {hint.beside !== null && <span className="quiet">{hint.beside}</span>}
        {required && (
          <span className="gl-required" role="img" aria-label={t('form.required')}>
            *
          </span>
        )}
      </div>
      {hint.below !== null && <p className="fv-hint quiet">{hint.below}</p>}
      {items.length === 0 && !readonly && <p className="quiet">{t('form.rows.none')}</p>}
      {items}
      {canAdd && !readonly && (
        <Button wide onPress={onAddClick}>
          <Icon name="plus" small />
          {t('form.rows.add')}
        </Button>
      )}
      {!canAdd && most !== undefined && <p className="quiet">{t('form.rows.most', { count: most })}</p>}
      <FieldProblem id={`${id}-problem`} problem={problem} />
    </section>
  );
}

/** One row as a card; taking it away asks once more when something is filled in. */
export function RowCard({
  children,
  index,
  buttonsProps,
  readonly = false,
}: ArrayFieldItemTemplateProps): ReactElement {
  const { t } = useFormContext();
  return (
    <div className="fv-row" role="group" aria-label={t('form.rows.nth', { nth: index + 1 })}>
      <header>
        <b>{t('form.rows.nth', { nth: index + 1 })}</b>
        {!readonly && buttonsProps.hasRemove && (
          <RemoveButton
            nth={index + 1}
            onRemove={() => {
              buttonsProps.onRemoveItem();
            }}
          />
        )}
      </header>
      {children}
    </div>
  );
}

function RemoveButton({ nth, onRemove }: { readonly nth: number; readonly onRemove: () => void }): ReactElement {
  const { t } = useFormContext();
  const [sure, setSure] = useState(false);
  useEffect(() => {
    if (!sure) return;
    const bell = setTimeout(() => {
      setSure(false);
    }, SURE_WITHIN);
    return () => {
      clearTimeout(bell);
    };
  }, [sure]);
  return (
    <Button
      kind={sure ? 'danger' : 'text'}
      small
      label={sure ? t('form.rows.remove-sure') : t('form.rows.remove-nth', { nth })}
      onPress={() => {
        if (sure) onRemove();
        else setSure(true);
      }}
    >
      {sure ? t('form.rows.remove-sure') : t('form.rows.remove')}
    </Button>
  );
}
