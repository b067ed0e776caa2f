import { listAreas } from '../../application/organization/list-areas.ts';
import { readPostBoard } from '../../application/organization/read-post-board.ts';
import * as contract from '../contract/organization.ts';
import { type Door, route } from '../route.ts';

/** Areas, posts and vacancies. */
export function organizationRoutes(door: Door): void {
  const { context } = door;
  route(door, contract.listAreas, async ({ actor }) => ({ areas: listAreas(actor) }));
  route(door, contract.readPostBoard, ({ actor, query }) => readPostBoard(context, actor, query.area, query));
}
