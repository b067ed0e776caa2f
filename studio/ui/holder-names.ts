import type { Static } from 'typebox';
import type { PositionView } from '../../server/http/contract/values.ts';
import type { Texts } from '../translations/texts.ts';

export type Position = Static<typeof PositionView>;

/** Who holds a position, by name; 空岗 when nobody does. */
export function holderNames({ holders }: Position, { text }: Texts): string {
  return holders.length === 0 ? text('vacant') : holders.map(({ name }) => name).join(text('list.comma'));
}

/** A position in a sentence: 西关社区综治专干陈晓明, or without a holder 西关社区综治专干（空岗）. */
export function positionWords(position: Position, texts: Texts): string {
  const { text, pack } = texts;
  const place = { area: pack(position.area.name), post: pack(position.postTitle), names: holderNames(position, texts) };
  return text(position.holders.length === 0 ? 'position.vacant' : 'position', place);
}
