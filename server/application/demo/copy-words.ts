import { textIn } from '../../kernel/json.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import type { CopyPattern } from './copy-targets.ts';

/** What people read in a copy instead. */
export function copyWords(
  release: CompiledRelease,
  pattern: CopyPattern,
  exchanged: ReadonlyMap<string, string>,
  names: ReadonlyMap<string, string>,
  { number, place }: { readonly number: string; readonly place: string },
): ReadonlyMap<string, string> {
  const [record] = pattern.rows.case_record;
  const called = (id: string): string | undefined =>
    names.get(id) ?? release.areas.find(({ code }) => code === id)?.name;
  const words = [...exchanged].flatMap(([from, to]) => {
    const [was, is] = [called(from), called(to)];
    return was === undefined || is === undefined || was === is ? [] : [[was, is] as const];
  });
  return new Map([
    [textIn(record?.['number']), number] as const,
    [textIn(record?.['place']), place] as const,
    ...words,
  ]);
}
