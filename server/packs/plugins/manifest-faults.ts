import { checkForm } from '../../kernel/forms/check-form.ts';
import type { FormDefinition } from '../../kernel/forms/form-definition.ts';
import { propertyOf, typeOf } from '../../kernel/forms/schema-node.ts';
import type { PluginManifest } from '../../kernel/release/plugin-manifest.ts';
import { settingsForm } from '../../kernel/release/plugin-settings.ts';
import type { FaultText } from '../../kernel/compilation/pack-fault.ts';

/** The contract this program keeps; `server/plugins/contract.ts` says the same, and a test compares the two. */
const keptContract = 1;

/** What a schema cannot say of a manifest: what it names is there, and its settings are a form of our profile. */
export function manifestFaults(
  manifest: PluginManifest,
  folder: string,
  { hasServer, hasStudio }: { readonly hasServer: boolean; readonly hasStudio: boolean },
): readonly FaultText[] {
  const { adds, contract, id } = manifest;
  const runs = [...(adds.jobs ?? []), ...(adds.channels ?? []), ...(adds.rules ?? [])];
  return [
    ...(id === folder ? [] : [otherFolder(id, folder)]),
    ...(contract === keptContract ? [] : [otherContract(contract)]),
    ...(runs.length > 0 && !hasServer ? [missingFile('server.ts')] : []),
    ...((adds.widgets ?? []).length > 0 && !hasStudio ? [missingFile('studio.tsx')] : []),
    ...[adds.jobs, adds.channels, adds.widgets, adds.rules].flatMap((added) =>
      twice(added?.map(({ name }) => name) ?? []),
    ),
    ...settingsFaults(manifest),
  ];
}

function settingsFaults(manifest: PluginManifest): readonly FaultText[] {
  const form: FormDefinition = settingsForm(manifest);
  const { faults, outsideProfile } = checkForm(form);
  const personal = manifest.rights?.personal?.setting;
  const addresses = (manifest.rights?.network ?? []).flatMap((one) => ('setting' in one ? [one.setting] : []));
  const typeOfSetting = (name: string): string | undefined => typeOf(propertyOf(form.schema, name) ?? {});
  return [
    ...[...faults, ...outsideProfile].map(({ path, zh, en }) => ({
      zh: `settings${path}：${zh}`,
      en: `settings${path}: ${en}`,
    })),
    ...(personal === undefined || typeOfSetting(personal) === 'boolean' ? [] : [wrongSetting(personal, 'boolean')]),
    ...addresses.filter((name) => typeOfSetting(name) !== 'string').map((name) => wrongSetting(name, 'string')),
  ];
}

function twice(names: readonly string[]): readonly FaultText[] {
  const again = names.filter((name, index) => names.indexOf(name) !== index);
  return again.map((name) => ({ zh: `「${name}」写了两次。`, en: `"${name}" is written twice.` }));
}

function otherFolder(id: string, folder: string): FaultText {
  return {
    zh: `编号「${id}」和文件夹「${folder}」不同名。请改成一样的。`,
    en: `The id "${id}" is not the name of its folder, "${folder}". Make them the same.`,
  };
}

function otherContract(contract: number): FaultText {
  return {
    zh: `它照约定第 ${contract} 版写成，本程序用第 ${keptContract} 版。请换用合适的版本。`,
    en: `It was written against contract ${contract}, and this program keeps ${keptContract}. Use a version that fits.`,
  };
}

function missingFile(file: string): FaultText {
  return {
    zh: `plugin.json 增加的内容要有 ${file}，但没有这个文件。`,
    en: `What plugin.json adds needs ${file}, and there is none.`,
  };
}

function wrongSetting(name: string, type: string): FaultText {
  return {
    zh: `rights 用到的设置「${name}」要有，并且是 ${type}。`,
    en: `The setting "${name}" named under rights must be there and be a ${type}.`,
  };
}
