import { listCases, readCase } from '../../server/http/contract/cases.ts';
import { listNotifications } from '../../server/http/contract/notifications.ts';
import { listMyUserTasks, readUserTask } from '../../server/http/contract/user-tasks.ts';

/** What is read anew once a clock, or a question about one, has changed. */
export const clockReads = [listMyUserTasks, readUserTask, readCase, listCases, listNotifications] as const;
