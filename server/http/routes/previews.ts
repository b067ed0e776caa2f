import { previewCompletion } from '../../application/previews/preview-completion.ts';
import { previewReport } from '../../application/previews/preview-report.ts';
import type { JsonObject } from '../../kernel/json.ts';
import * as contract from '../contract/previews.ts';
import { type Door, route } from '../route.ts';
import { userTaskAddress } from '../user-task-address.ts';

/** What would come of something before it is sent; nothing is stored. */
export function previewRoutes(door: Door): void {
  const { context } = door;
  const { database } = context;
  route(door, contract.previewReport, ({ actor, body }) =>
    database.read((tx) => previewReport(context, tx, actor, { ...body, data: body.data as JsonObject })),
  );
  route(door, contract.previewCompletion, ({ actor, params, body }) =>
    database.read((tx) =>
      previewCompletion(context, tx, actor, userTaskAddress(params.userTask), body.data as JsonObject),
    ),
  );
}
