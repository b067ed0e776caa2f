import { readAssumptions } from '../../application/overview/read-assumptions.ts';
import { readOverview } from '../../application/overview/read-overview.ts';
import * as contract from '../contract/overview.ts';
import { type ListeningAt, phoneDoor } from '../phone-door.ts';
import { type Door, openRoute, route } from '../route.ts';

/** The first page, the phone's address, what the packs assume, and whether the program is well. */
export function overviewRoutes(door: Door, listening: ListeningAt, version: string): void {
  const { context } = door;
  route(door, contract.readOverview, ({ actor }) => readOverview(context, actor));
  route(door, contract.readAssumptions, async ({ actor }) => ({ packs: await readAssumptions(context, actor) }));
  route(door, contract.readPhoneDoor, async () => {
    const { url, reachable, qr } = phoneDoor(listening);
    return { url, reachable, qr };
  });
  openRoute(door, contract.readHealth, async () => {
    await context.database.read(async (tx) => tx.now);
    return { status: 'ok' as const, version };
  });
}
