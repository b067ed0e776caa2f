import { beginRebase } from '../../application/calendars/begin-rebase.ts';
import { calendarReminders } from '../../application/calendars/calendar-reminders.ts';
import { previewRebase } from '../../application/calendars/preview-rebase.ts';
import { carryOut } from '../../application/carry-out.ts';
import * as contract from '../contract/calendars.ts';
import { type Door, route } from '../route.ts';

/** What a changed calendar means for what is under way. */
export function calendarRoutes(door: Door): void {
  const { context } = door;
  route(door, contract.previewRebase, ({ actor, params }) =>
    context.database.read((tx) => previewRebase(context, tx, actor, params.area)),
  );
  route(door, contract.listCalendarReminders, ({ actor }) =>
    context.database.read((tx) => calendarReminders(context, tx, actor)),
  );
  route(door, contract.beginRebase, ({ actor, params, body, key }) =>
    carryOut(context, actor, key, (tx, asker) => beginRebase(context, tx, asker, params.area, body)),
  );
}
