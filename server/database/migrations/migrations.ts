import { readFileSync } from 'node:fs';
import type { MigrationObject } from '@mikro-orm/core';
import { Migration } from '@mikro-orm/migrations';

/** A migration that runs SQL files of this folder, in order, in one transaction. There is no way back. */
function sqlMigration(name: string, files: readonly string[]): MigrationObject {
  class SqlMigration extends Migration {
    override async up(): Promise<void> {
      for (const file of files) this.addSql(readFileSync(new URL(file, import.meta.url), 'utf8'));
    }
  }
  return { name, class: SqlMigration };
}

/** All migrations, oldest first: numbered, forward only, never edited after a release, the same for both databases. */
export const migrations: MigrationObject[] = [
  sqlMigration('0001', [
    './0001-accounts.sql',
    './0001-definitions.sql',
    './0001-process-instances.sql',
    './0001-cases.sql',
    './0001-meetings-and-ledgers.sql',
  ]),
  sqlMigration('0002', ['./0002-drafts.sql']),
  sqlMigration('0003', ['./0003-shipped-packs.sql']),
  sqlMigration('0004', ['./0004-plugins.sql']),
  sqlMigration('0005', ['./0005-messages.sql']),
  sqlMigration('0006', ['./0006-operations.sql']),
  sqlMigration('0008', ['./0008-operating.sql']),
  sqlMigration('0009', ['./0009-iterations.sql']),
  sqlMigration('0010', ['./0010-external-workers.sql']),
  sqlMigration('0011', ['./0011-beginnings.sql']),
  sqlMigration('0012', ['./0012-iterations-of.sql']),
  sqlMigration('0014', ['./0014-lists.sql']),
  sqlMigration('0015', ['./0015-history-steps.sql']),
  sqlMigration('0016', ['./0016-clock-requests.sql']),
  sqlMigration('0018', ['./0018-assignment.sql']),
  sqlMigration('0019', ['./0019-areas.sql']),
  sqlMigration('0020', ['./0020-covers.sql']),
  sqlMigration('0021', ['./0021-go-live.sql']),
  sqlMigration('0022', ['./0022-granted-amount.sql']),
];
