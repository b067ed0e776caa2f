import { errorAt, type Located, type PackFault } from './pack-fault.ts';

/** The fault of a JSON file that a run goes without; what exactly is wrong with it is the business of the checks. */
export function unreadableFile(at: Located): PackFault {
  return errorAt(at, 'shape-value', {
    zh: `「${at.file}」的内容读不出来，没有用它。`,
    en: `"${at.file}" cannot be read, so it is not used.`,
  });
}
