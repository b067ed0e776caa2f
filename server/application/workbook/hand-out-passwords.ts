import { peopleWithoutPassword, storeFirstPasswords } from '../../database/accounts.ts';
import { recordAudit, recordAudits } from '../audit/record-audit.ts';
import { carryOut } from '../carry-out.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { mayAct, requirePermission } from '../policy/policy.ts';
import { Refusal } from '../refusal.ts';
import { hashFirstPassword } from '../sessions/password-hash.ts';
import { newFirstPassword } from '../sessions/secret-words.ts';
import { writeWorkbookCells } from './in-cells-thread.ts';

/** Hashes are made so many at a time, so that others are served meanwhile. */
const atOnce = 50;

/**
 * Gives everybody of an area and below who has none a first password, and answers them as a sheet, this once: only hashes
 * are stored. Whoever has signed in, or was given one before, keeps what they have.
 *
 * @param again also those who were given one and never used it; the earlier sheet is void for them
 * @returns the bytes of an .xlsx file
 * @throws Refusal `not-permitted`, `area-unknown`, `passwords-none`
 */
export async function handOutPasswords(
  context: Context,
  actor: Actor,
  { area, again }: { readonly area: string; readonly again: boolean },
): Promise<Buffer> {
  const rows = await carryOut(context, actor, null, async (tx, asker) => {
    requirePermission(asker, 'people.edit', area);
    const live = await context.releases.inForce(tx);
    const found = await peopleWithoutPassword(tx, context.tenant, area, again);
    // Only an administrator changes the account of an administrator.
    const people = found.filter(
      ({ administers, managedIn }) => administers === null || mayAct(asker, 'administration', managedIn),
    );
    if (people.length === 0) throw new Refusal('passwords-none');
    const given = people.map((person) => ({ ...person, password: newFirstPassword() }));
    const hashes: { readonly id: string; readonly hash: string }[] = [];
    for (let from = 0; from < given.length; from += atOnce)
      hashes.push(
        ...(await Promise.all(
          given
            .slice(from, from + atOnce)
            .map(async ({ id, password }) => ({ id, hash: await hashFirstPassword(password) })),
        )),
      );
    await storeFirstPasswords(tx, context.tenant, hashes);
    await recordAudits(
      tx,
      context.tenant,
      asker.person,
      people.map(({ id }) => ({ action: 'first-password-given', subject: { kind: 'person', id } })),
    );
    const subject = { kind: 'area', id: area };
    await recordAudit(tx, context.tenant, { action: 'first-passwords-handed-out', person: asker.person, subject });
    return given.map(({ managedIn, name, account, password }) => [
      live.area(managedIn)?.name ?? managedIn,
      name,
      account,
      password,
    ]);
  });
  const headings = ['管理区域', '姓名', '账号', '初始密码（第一次登录后要改）'];
  return writeWorkbookCells([{ sheet: '初始密码', widths: [20, 12, 20, 30], rows: [headings, ...rows] }]);
}
