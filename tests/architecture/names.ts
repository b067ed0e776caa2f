import { parseSync } from 'oxc-parser';
import { emptyNames, emptyWords, namedByOthers } from './house.ts';
import type { SourceFile } from './source-file.ts';

/** The words of a name, whether it is written in-kebab-case, camelCase, PascalCase or with dots. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');
}

function emptyPart(name: string): string | undefined {
  const said = namedByOthers.reduce((rest, term) => rest.replace(term, ''), name);
  return wordsOf(said).find((word) => emptyWords.includes(word));
}

/** Paths with a folder or file whose name says nothing, as sentences. */
export function emptyPaths(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    const part = emptyPart(path);
    if (part !== undefined) return [`${path}: “${part}” says nothing; name it after what it does`];
    const stem = path.split('/').at(-1)?.split('.')[0] ?? '';
    const isCode = /\.(ts|tsx)$/.test(path);
    return isCode && emptyNames.includes(stem) ? [`${path}: a file is named after its one main export`] : [];
  });
}

/** Code files whose name is neither kebab-case nor, for a component, PascalCase. */
export function oddlyWritten(paths: readonly string[]): string[] {
  const kebab = /^[a-z\d]+(-[a-z\d]+)*(\.[a-z\d-]+)*\.(ts|tsx|mjs)$/;
  const component = /^([A-Z][A-Za-z\d]*)(\.test)?\.tsx$/;
  return paths.filter((path) => {
    const name = path.split('/').at(-1) ?? '';
    return /\.(ts|tsx|mjs)$/.test(name) && !kebab.test(name) && !component.test(name);
  });
}

/** Exported names that say nothing, as sentences. A name that a package gave is passed on as it is. */
export function emptyExports(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const { module } = parseSync(file.path, file.text);
    const names = module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ exportName, moduleRequest }) =>
        moduleRequest === null || moduleRequest.value.startsWith('.') ? (exportName.name ?? []) : [],
      ),
    );
    return names
      .filter((name) => emptyPart(name) !== undefined || /^tasks?$/i.test(name))
      .map((name) => `${file.path} exports ${name}: say what it is`);
  });
}
