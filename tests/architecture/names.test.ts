import { describe, expect, it } from 'vitest';
import { emptyExports, emptyPaths, oddlyWritten, wordsOf } from './names.ts';
import { codeFiles, folders } from './source-file.ts';

const paths = codeFiles.map((file) => file.path);

describe('names', () => {
  it('of files and folders say something', () => {
    expect(emptyPaths([...paths, ...folders])).toEqual([]);
  });

  it('of code files are kebab-case, and PascalCase for components', () => {
    expect(oddlyWritten(paths)).toEqual([]);
  });

  it('that are exported say something', () => {
    expect(emptyExports(codeFiles)).toEqual([]);
  });
});

describe('the check of names', () => {
  it.each([
    'server/utils/date.ts',
    'server/database/database-helper.ts',
    'server/kernel/core/step.ts',
    'studio/ui/common.css.ts',
    'server/kernel/types.ts',
    'server/application/case-service.ts',
    'tests/application/index.ts',
  ])('reports %s', (path) => {
    expect(emptyPaths([path])).toHaveLength(1);
  });

  it.each(['server/kernel/bpmn/flow-nodes/service-task.ts', 'definitions/base', 'server/database/database.ts'])(
    'lets %s be: a term of the house',
    (path) => {
      expect(emptyPaths([path])).toEqual([]);
    },
  );

  it('reports a file in another case', () => {
    expect(oddlyWritten(['server/caseList.ts', 'studio/cases/Case_List.tsx'])).toHaveLength(2);
    expect(oddlyWritten(['server/case-list.test.ts', 'studio/cases/CaseList.tsx'])).toEqual([]);
  });

  it.each([
    'class CaseManager {}',
    'const dateUtils = 1',
    'interface Task { id: string }',
    'function sharedState() {}',
  ])('reports export %s', (text) => {
    expect(emptyExports([{ path: 'server/a.ts', text: `export ${text}` }])).toHaveLength(1);
  });

  it('reads a name of several words', () => {
    expect(wordsOf('compileBPMNFile.test')).toEqual(['compile', 'bpmn', 'file', 'test']);
  });
});
