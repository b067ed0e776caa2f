import { done, type JobHandler } from './job-handler.ts';

/** `grid:archive` (归档管理): the case is closed and its record stands as it is; nobody has to do anything. */
export const archiveCase: JobHandler = () => done({}, [{ do: 'archive-case' }]);
