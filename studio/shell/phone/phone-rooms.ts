/** The rooms of the phone door as they are fetched: when somebody enters, or ahead of it to be there without a network. */
export const phoneRooms = {
  today: async () => import('../../user-tasks/TodayPage.tsx'),
  userTask: async () => import('../../user-tasks/UserTaskPhonePage.tsx'),
  report: async () => import('../../cases/ReportPhonePage.tsx'),
  phoneCase: async () => import('../../cases/CasePhonePage.tsx'),
  meeting: async () => import('../../meetings/MeetingPhonePage.tsx'),
  grids: async () => import('../../organization/MyGridsPage.tsx'),
  entries: async () => import('../../ledgers/EntriesPhonePage.tsx'),
  entry: async () => import('../../ledgers/EntryPhonePage.tsx'),
  help: async () => import('../../help/PhoneManual.tsx'),
} as const;

/** What must open without a network: today, and reporting. */
export async function fetchForOffline(): Promise<void> {
  await Promise.all([phoneRooms.today(), phoneRooms.report(), phoneRooms.userTask()]);
}
