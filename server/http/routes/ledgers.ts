import { carryOut } from '../../application/carry-out.ts';
import { addEntry } from '../../application/ledgers/add-entry.ts';
import { listEntries } from '../../application/ledgers/list-entries.ts';
import { listLedgers } from '../../application/ledgers/list-ledgers.ts';
import { readEntry } from '../../application/ledgers/read-entry.ts';
import { reviseEntry } from '../../application/ledgers/revise-entry.ts';
import type { JsonObject } from '../../kernel/json.ts';
import * as contract from '../contract/ledgers.ts';
import { type Door, route } from '../route.ts';

/** Ledgers and their entries. */
export function ledgerRoutes(door: Door): void {
  const { context } = door;
  route(door, contract.listLedgers, async ({ actor }) => ({ ledgers: await listLedgers(context, actor) }));
  route(door, contract.listEntries, ({ actor, params, query }) => listEntries(context, actor, params.ledger, query));
  route(door, contract.readEntry, ({ actor, params }) => readEntry(context, actor, params.ledger, params.entry));
  route(door, contract.addEntry, ({ actor, params, body, key }) =>
    carryOut(context, actor, key, (tx, asker) =>
      addEntry(context, tx, asker, params.ledger, { ...body, data: body.data as JsonObject }),
    ),
  );
  route(door, contract.reviseEntry, ({ actor, params, body, key }) => {
    const address = { ledger: params.ledger, id: params.entry };
    return carryOut(context, actor, key, (tx, asker) =>
      reviseEntry(context, tx, asker, address, { ...body, data: body.data as JsonObject }),
    );
  });
}
