import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import type { PluginManifest, PluginText } from '../../kernel/release/plugin-manifest.ts';
import { settingsForm } from '../../kernel/release/plugin-settings.ts';
import { propertyOf, textOf } from '../../kernel/forms/schema-node.ts';

const subjects: { readonly [kind: string]: PluginText } = {
  case: { zh: '事件', en: 'cases' },
  meeting: { zh: '会议', en: 'meetings' },
  'action-item': { zh: '议定事项', en: 'action items' },
};

/**
 * What a plugin may read and where it may send, as an administrator would say it; and what it may not, because that is
 * what they ask first.
 */
export function rightsInWords(manifest: PluginManifest, release: CompiledRelease): readonly PluginText[] {
  const rights = manifest.rights ?? {};
  const kinds = (rights.subjects ?? []).flatMap((kind) => subjects[kind] ?? []);
  const forms = (rights.forms ?? []).map((form): PluginText => {
    const zh = release.forms.get(form)?.title ?? form;
    return said(zh, release.english[zh] ?? zh);
  });
  const variables = rights.variables ?? [];
  return [
    ...(kinds.length > 0
      ? [
          said(
            `可以读${kinds.map(({ zh }) => zh).join('、')}的编号、标题、地点、类别、区域和环节。`,
            `Reads number, title, place, category, area and stage of ${kinds.map(({ en }) => en).join(', ')}.`,
          ),
        ]
      : []),
    ...(forms.length > 0
      ? [
          said(
            `可以读填写的内容：${forms.map(({ zh }) => zh).join('、')}（不含个人信息）。`,
            `Reads what was filled in: ${forms.map(({ en }) => en).join(', ')} (without personal values).`,
          ),
        ]
      : []),
    ...(variables.length > 0
      ? [said(`可以读流程数据：${variables.join('、')}。`, `Reads process data: ${variables.join(', ')}.`)]
      : []),
    personalInWords(manifest),
    ...(rights.people === true
      ? [said('可以读收件人的姓名和账号。', 'Reads names and accounts of those who are told.')]
      : []),
    networkInWords(manifest),
  ];
}

function personalInWords(manifest: PluginManifest): PluginText {
  const setting = manifest.rights?.personal?.setting;
  if (setting === undefined) return said('读不到反映人等个人信息。', 'Cannot read personal values.');
  const title = titleOf(manifest, setting);
  return said(
    `只有打开“${title.zh}”时，才读得到反映人等个人信息。`,
    `Reads personal values only while "${title.en}" is on.`,
  );
}

function networkInWords(manifest: PluginManifest): PluginText {
  const places = (manifest.rights?.network ?? []).map((one): PluginText => {
    if ('host' in one) return said(one.host, one.host);
    const { zh, en } = titleOf(manifest, one.setting);
    return said(`“${zh}”`, `"${en}"`);
  });
  return places.length === 0
    ? said('不能向外发送。', 'Sends nothing anywhere.')
    : said(
        `只能发到${places.map(({ zh }) => zh).join('、')}，而且要运维人员允许。`,
        `Sends only to ${places.map(({ en }) => en).join(', ')}, and only where the operator permits it.`,
      );
}

function titleOf(manifest: PluginManifest, setting: string): PluginText {
  const zh = textOf(propertyOf(settingsForm(manifest).schema, setting) ?? {}, 'title') ?? setting;
  return said(zh, manifest.settings?.english?.[zh] ?? zh);
}

function said(zh: string, en: string): PluginText {
  return { zh, en };
}
