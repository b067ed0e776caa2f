import { isJsonArray, isJsonObject } from '../json.ts';
import { done, textIn, type JobHandler, type Request } from './job-handler.ts';

/** `grid:start-action-items`: each thing agreed in a meeting becomes a process of its own, with its own limit. */
export const startActionItems: JobHandler = (job) => {
  const process = textIn(job.headers, 'process');
  const items = job.variables['items'];
  const requests = (isJsonArray(items) ? items : []).flatMap((item, ordinal): Request[] => {
    if (!isJsonObject(item)) return [];
    const { title, post, area, limit } = item;
    if (typeof title !== 'string' || typeof post !== 'string' || typeof area !== 'string' || typeof limit !== 'string')
      return [];
    return [{ do: 'start-action-item', process, ordinal, title, post, area, limit }];
  });
  return done({}, requests);
};
