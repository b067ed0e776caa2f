import type { LadderFile, Rung } from '../../kernel/release/definitions.ts';
import { ladderProcess } from '../../kernel/release/process-contract.ts';
import type { CompiledDefinitions } from '../../kernel/compilation/compile-definitions.ts';
import { errorAt, type Located, type PackFault } from '../../kernel/compilation/pack-fault.ts';
import type { EffectiveDefinitions } from '../../kernel/compilation/effective-definitions.ts';
import type { Written } from '../../kernel/compilation/pack-definitions.ts';
import { rankOf } from '../../kernel/organization/area-types.ts';
import { unknownLimit, unknownNotice, unknownPost, unknownProcess } from './unknown-reference.ts';

/** Ladders: there is a process that climbs them, every rung names posts, a notice and a limit that exist, does something, and never leads down. */
export function checkLadders(compiled: CompiledDefinitions): readonly PackFault[] {
  const { definitions } = compiled;
  return definitions.ladders.flatMap((ladder) => [
    ...(compiled.processes.has(ladderProcess) ? [] : [unknownProcess(ladder, ladderProcess)]),
    ...ladder.value.rungs.flatMap((rung, index) =>
      checkRung(definitions, { ...ladder, place: `/rungs/${index}` }, rung),
    ),
    ...checkDirection(definitions, ladder),
  ]);
}

function checkRung(definitions: EffectiveDefinitions, at: Located, rung: Rung): readonly PackFault[] {
  const hasPost = (id: string): boolean => definitions.posts.some((post) => post.value.id === id);
  return [
    ...(rung.to === undefined || hasPost(rung.to) ? [] : [unknownPost(at, rung.to, '/to')]),
    ...rung.told.flatMap((post, index) => (hasPost(post) ? [] : [unknownPost(at, post, `/told/${index}`)])),
    ...(definitions.notices.some((notice) => notice.value.id === rung.notice)
      ? []
      : [unknownNotice(at, rung.notice, '/notice')]),
    ...(rung.after === undefined || definitions.limits.some((limit) => limit.value.id === rung.after)
      ? []
      : [unknownLimit(at, rung.after, '/after')]),
    ...(rung.to === undefined && rung.told.length === 0 ? [idleRung(at, rung)] : []),
  ];
}

function idleRung(at: Located, rung: Rung): PackFault {
  return errorAt(at, 'ladder-rung-idle', {
    zh: `「${rung.title}」既不交给谁，也不抄送谁。请至少写一个岗位。`,
    en: `The rung "${rung.title}" neither hands up nor tells anybody. Name at least one post.`,
  });
}

function checkDirection(definitions: EffectiveDefinitions, ladder: Written<LadderFile>): readonly PackFault[] {
  const level = (post: string | undefined): number => {
    const found = definitions.posts.find((candidate) => candidate.value.id === post);
    return found ? rankOf(found.value.areaType) : -1;
  };
  return ladder.value.rungs.flatMap((rung, index) => {
    const before = ladder.value.rungs.slice(0, index).findLast((earlier) => earlier.to !== undefined);
    if (level(rung.to) < 0 || level(before?.to) < 0 || level(rung.to) <= level(before?.to)) return [];
    return [
      errorAt(
        ladder,
        'ladder-leads-down',
        {
          zh: `「${rung.title}」交给的岗位比上一级还低。逐级上报只能往上。`,
          en: `The rung "${rung.title}" hands to a lower level than the rung before. A ladder leads up only.`,
        },
        `/rungs/${index}/to`,
      ),
    ];
  });
}
