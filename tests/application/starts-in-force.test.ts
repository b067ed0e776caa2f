import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AreaRelease, InForce } from '../../server/application/releases/release-store.ts';
import { startsInForce } from '../../server/application/start-timers/starts-in-force.ts';
import { compileBpmn } from '../../server/kernel/bpmn/compile/compile-bpmn.ts';
import { drawn, openDrawnStreet, type DrawnStreet } from './drawn-street.ts';
import { xiguan } from './street.ts';

const rounds = (cycle: string): string =>
  drawn(`<bpmn:process id="rounds" isExecutable="true">
    <bpmn:startEvent id="s"><bpmn:timerEventDefinition id="td"><bpmn:timeCycle>${cycle}</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:startEvent>
    <bpmn:sequenceFlow id="f" sourceRef="s" targetRef="e" /><bpmn:endEvent id="e" /></bpmn:process>`);

let street: DrawnStreet;
let live: InForce;
beforeAll(async () => {
  street = await openDrawnStreet(rounds('R/P1D'));
  live = await street.context.database.read((tx) => street.context.releases.inForce(tx));
});
afterAll(() => street.close());

/** The county's release, with one of the street's own below it. */
function withStreet(own: AreaRelease): InForce {
  return { ...live, all: [live.root, own], at: (area) => (area.startsWith(own.area) ? own : live.root) };
}

const said = (inForce: InForce): readonly string[] =>
  startsInForce(inForce).map(({ area, process, definition }) => `${area} ${process} ${definition}`);

describe('a process that begins by a time', () => {
  test('begins once for the area whose process it is, not for each that inherits it', () => {
    const own = { id: 'own', area: xiguan.street, release: live.root.release };
    expect(said(withStreet(own))).toEqual([`${live.root.area} rounds cycle "R/P1D"`]);
  });

  test('that an area below has written anew begins for that one besides, by its own time', async () => {
    const xml = rounds('R/P7D');
    const [executable] = (await compileBpmn(xml)).processes;
    if (!executable) throw new Error('the file has no process');
    const processes = new Map([...live.root.release.processes, ['rounds', { executable, xml }] as const]);
    const own = { id: 'own', area: xiguan.street, release: { ...live.root.release, processes } };
    expect(said(withStreet(own))).toEqual([
      `${live.root.area} rounds cycle "R/P1D"`,
      `${xiguan.street} rounds cycle "R/P7D"`,
    ]);
  });
});
