import type { Json } from '../json.ts';
import type { MaskKind } from './form-definition.ts';

/** What stands where nothing may be seen; always as many, so that no length is told. */
const hidden = '****';

/**
 * A personal value as it is shown to those who may not see it: 王**, 138****2046, 西关正街****. Anything that is not a
 * text of the expected kind is hidden whole.
 */
export function maskValue(mask: MaskKind, value: Json): string {
  if (typeof value !== 'string' || value.trim() === '') return hidden;
  const text = value.trim();
  switch (mask) {
    case 'name':
      return `${Array.from(text)[0] ?? ''}**`;
    case 'phone':
      return maskPhone(text);
    case 'address':
      return maskAddress(text);
    case 'all':
      return hidden;
  }
}

/** The first three and the last four digits, where enough are left between them. */
function maskPhone(text: string): string {
  const digits = text.replaceAll(/\D/g, '');
  return digits.length < 10 ? hidden : `${digits.slice(0, 3)}${hidden}${digits.slice(-4)}`;
}

/** The place without the door: all from the first number on is hidden, and never more than six characters are shown. */
function maskAddress(text: string): string {
  const number = text.search(/[\d０-９]|[一二三四五六七八九十百]+[号栋幢楼单室层]/u);
  return `${Array.from(number === -1 ? text : text.slice(0, number))
    .slice(0, 6)
    .join('')}${hidden}`;
}
