import { describe, expect, it } from 'vitest';
import { serverValidatorFor } from '../../../server/application/forms/accept-form.ts';
import type { CompiledRelease } from '../../../server/kernel/release/compiled-release.ts';
import { completeInRun, reportInRun, waitInRun } from '../../../server/kernel/simulation/do-in-run.ts';
import { openWork, waitingOutside } from '../../../server/kernel/simulation/run-work.ts';
import { beginSimulation, type Simulation } from '../../../server/kernel/simulation/simulation.ts';
import { demoPeople, did, release } from './real-pack.ts';

/** The release with the outcome of a case told by a system outside. */
function withHotline(): CompiledRelease {
  const handling = release.processes.get('case-handling');
  const node = handling?.executable.nodes.get('send-outcome');
  if (!handling || node?.type !== 'serviceTask') throw new Error('The pack sends no outcome.');
  const nodes = new Map([...handling.executable.nodes, [node.id, { ...node, jobType: 'hotline.report' }] as const]);
  const executable = { ...handling.executable, nodes };
  return { ...release, processes: new Map([...release.processes, ['case-handling', { ...handling, executable }]]) };
}

/** A case that is settled on the spot and whose reporter has been answered. */
function answered(given: CompiledRelease): Simulation {
  const people = 'demo';
  const begun = {
    release: given,
    demoPeople,
    people,
    at: '2026-09-07 09:00',
    validatorFor: serverValidatorFor,
  } as const;
  const report = {
    category: 'dispute-neighbour',
    description: '楼上漏水，两家说不到一起。',
    place: '忠义巷口',
    onTheSpot: true,
    result: '已经说和。',
    reporterName: '赵先生',
    reporterPhone: '13800000001',
    wantsAnswer: true,
  };
  const reported = did(reportInRun(did(beginSimulation(begun)), 'maxiaolan', '620502005001001', report));
  const [work] = openWork(reported.world);
  if (!work) throw new Error('Nobody has to answer.');
  const answer = { how: 'phone', answered: 'reporter', answeredAt: '2026-09-07T01:00:00.000Z', answer: '已经说和。' };
  return did(completeInRun(reported, work.holders[0]?.account ?? '', work.entry, answer));
}

describe('a step that a system outside does', () => {
  it('waits in a run however much time passes, and the run can say so', () => {
    const later = did(waitInRun(answered(withHotline()), '5 个工作日'));
    expect(waitingOutside(later.world)).toEqual(['外发办理结果']);
    expect([...later.world.cases.values()].map(({ progress }) => progress.status)).toEqual(['open']);
  });

  it('is no step that a plugin or the program does', () => {
    const done = answered(release);
    expect(waitingOutside(done.world)).toEqual([]);
    expect([...done.world.cases.values()].map(({ progress }) => progress.status)).toEqual(['closed']);
  });
});
