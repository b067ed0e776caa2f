/** The rooms of the phone door as they are fetched: when somebody enters, or ahead of it to be there without a network. */
export const phoneRooms = {
  today: async () => await import('../../user-tasks/TodayPage.tsx'),
  userTask: async () => await import('../../user-tasks/UserTaskPhonePage.tsx'),
  report: async () => await import('../../cases/ReportPhonePage.tsx'),
  phoneCase: async () => await import('../../cases/CasePhonePage.tsx'),
  meeting: async () => await import('../../meetings/MeetingPhonePage.tsx'),
  grids: async () => await import('../../organization/MyGridsPage.tsx'),
  entries: async () => await import('../../ledgers/EntriesPhonePage.tsx'),
  entry: async () => await import('../../ledgers/EntryPhonePage.tsx'),
} as const;

/** What must open without a network: today, and reporting. */
export async function fetchForOffline(): Promise<void> {
  await Promise.all([phoneRooms.today(), phoneRooms.report(), phoneRooms.userTask()]);
}
