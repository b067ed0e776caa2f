import type { Static } from 'typebox';
import type { Preview } from '../../server/http/contract/previews.ts';
import { groupBy } from '../../server/kernel/group-by.ts';
import type { Texts } from '../translations/texts.ts';
import { positionWords } from './holder-names.ts';
import { momentWords } from './time-words.ts';

type PreviewAnswer = Static<typeof Preview>;

/**
 * Who will get it, in one or two sentences, before it is sent: 提交后，「任务指派」交给西关社区综治专干陈晓明，今天 18:00 前办。
 *
 * @returns null while nobody can say: it depends on what is not filled in yet
 */
export function previewWords(preview: PreviewAnswer | undefined, now: string, texts: Texts): string | null {
  if (preview === undefined || preview.unclear) return null;
  const { text } = texts;
  const { next, told, others, closed } = preview;
  const comma = text('list.comma');
  const said = [
    ...groups(next).map((group) => taskWords(group, now, texts)),
    ...(next.length === 0 && !closed && others > 0 ? [text('preview.others', { count: others })] : []),
    ...(next.length === 0 && closed ? [text('preview.closed')] : []),
    ...(told.length === 0
      ? []
      : [text('preview.told', { to: told.map((one) => positionWords(one, texts)).join(comma) })]),
  ];
  return said.length === 0 ? null : said.join('');
}

type ForeseenTask = PreviewAnswer['next'][number];

/** Where several are asked for one step, they stand in one sentence. */
function groups(next: PreviewAnswer['next']): readonly (readonly ForeseenTask[])[] {
  return [...groupBy(next, ({ step, dueAt }) => `${step} ${dueAt ?? ''}`).values()];
}

function taskWords(group: readonly ForeseenTask[], now: string, texts: Texts): string {
  const { text, pack } = texts;
  const comma = text('list.comma');
  const [first] = group;
  if (first === undefined) return '';
  const to = group.map(({ position }) => positionWords(position, texts)).join(comma);
  const step = pack(first.step);
  const vacant = group.flatMap(({ insteadOf }) =>
    insteadOf.map(({ area, postTitle }) => `${pack(area.name)} ${pack(postTitle)}`),
  );
  const instead = vacant.length === 0 ? '' : text('preview.vacant', { posts: [...new Set(vacant)].join(comma) });
  return first.dueAt === null
    ? text('preview.next', { step, to, instead })
    : text('preview.next-due', { step, to, instead, due: momentWords(first.dueAt, now, texts) });
}
