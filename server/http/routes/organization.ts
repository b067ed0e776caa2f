import { carryOut } from '../../application/carry-out.ts';
import { chooseSuccessor, listSuccessorChoices } from '../../application/organization/choose-successor.ts';
import { listAreaChanges } from '../../application/organization/list-area-changes.ts';
import { listAreas } from '../../application/organization/list-areas.ts';
import { readHolders } from '../../application/organization/read-holders.ts';
import { readPostBoard } from '../../application/organization/read-post-board.ts';
import { readStanding } from '../../application/organization/read-standing.ts';
import * as changes from '../contract/area-changes.ts';
import * as contract from '../contract/organization.ts';
import { type Door, route } from '../route.ts';

/** Areas, posts and vacancies. */
export function organizationRoutes(door: Door): void {
  const { context } = door;
  route(door, contract.listAreas, async ({ actor }) => ({ areas: listAreas(actor) }));
  route(door, contract.readPostBoard, ({ actor, query }) => readPostBoard(context, actor, query.area, query));
  route(door, contract.readHolders, ({ actor, query: { area, below, posts } }) =>
    readHolders(context, actor, { area, below: below !== 'no', posts: posts?.split(',') ?? null }),
  );
  route(door, changes.readStanding, ({ actor, params, query }) =>
    readStanding(context, actor, [params.area, ...(query.with?.split(',') ?? [])]),
  );
  route(door, changes.listAreaChanges, ({ actor }) => listAreaChanges(context, actor));
  route(door, changes.listSuccessorChoices, ({ actor, params }) => listSuccessorChoices(context, actor, params.area));
  route(door, changes.chooseSuccessor, ({ actor, params, body, key }) =>
    carryOut(context, actor, key, (tx, asker) => chooseSuccessor(context, tx, asker, params.case, body.area)),
  );
}
