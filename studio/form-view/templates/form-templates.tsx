import type { TemplatesType } from '@rjsf/utils';
import type { ReactElement } from 'react';
import { useFormContext } from '../form-view-context.ts';
import { Blocks } from './Blocks.tsx';
import { FieldFrame } from './FieldFrame.tsx';
import { RowCard, Rows } from './Rows.tsx';

/**
 * RJSF's templates in our look. Errors, help and titles are drawn by the field itself, in the page's language; the page
 * owns its submit button.
 */
export const formTemplates: Partial<Omit<TemplatesType, 'ButtonTemplates'>> = {
  FieldTemplate: FieldFrame,
  ObjectFieldTemplate: Blocks,
  ArrayFieldTemplate: Rows,
  ArrayFieldItemTemplate: RowCard,
  DescriptionFieldTemplate: Nothing,
  ErrorListTemplate: Nothing,
  FieldErrorTemplate: Nothing,
  FieldHelpTemplate: Nothing,
  TitleFieldTemplate: Nothing,
  ArrayFieldTitleTemplate: Nothing,
  ArrayFieldDescriptionTemplate: Nothing,
  UnsupportedFieldTemplate: Unsupported,
};

function Nothing(): null {
  return null;
}

function Unsupported(): ReactElement {
  const { t } = useFormContext();
  return <p className="quiet">{t('form.unsupported')}</p>;
}
