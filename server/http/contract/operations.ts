import * as areaChanges from './area-changes.ts';
import * as beginnings from './beginnings.ts';
import * as bulkRepairs from './bulk-repairs.ts';
import * as calendars from './calendars.ts';
import * as cases from './cases.ts';
import * as clocks from './clocks.ts';
import * as drafts from './drafts.ts';
import * as health from './health.ts';
import * as instances from './instances.ts';
import * as externalJobs from './external-jobs.ts';
import * as externalWorkers from './external-workers.ts';
import * as ledgers from './ledgers.ts';
import * as meetings from './meetings.ts';
import * as messages from './messages.ts';
import * as offeredWork from './offered-work.ts';
import * as notifications from './notifications.ts';
import type { AnyOperation } from './operation.ts';
import * as organization from './organization.ts';
import * as overview from './overview.ts';
import * as people from './people.ts';
import * as photos from './photos.ts';
import * as plugins from './plugins.ts';
import * as previews from './previews.ts';
import * as readiness from './readiness.ts';
import * as releases from './releases.ts';
import * as repairs from './repairs.ts';
import * as session from './session.ts';
import * as translations from './translations.ts';
import * as unheldWork from './unheld-work.ts';
import * as userTasks from './user-tasks.ts';
import * as workbook from './workbook.ts';

/** Every operation of the API. A route that is not in here does not exist; one in here without a route fails a test. */
export const operations: readonly AnyOperation[] = [
  session,
  people,
  organization,
  areaChanges,
  unheldWork,
  workbook,
  readiness,
  cases,
  userTasks,
  clocks,
  previews,
  photos,
  plugins,
  ledgers,
  meetings,
  messages,
  notifications,
  offeredWork,
  overview,
  health,
  translations,
  drafts,
  releases,
  instances,
  repairs,
  bulkRepairs,
  beginnings,
  calendars,
  externalWorkers,
  externalJobs,
]
  .flatMap((group) => Object.values(group))
  .filter(
    (value): value is AnyOperation =>
      typeof value === 'object' && value !== null && 'method' in value && 'path' in value,
  );
