import { type CatalogueEntry, said } from './said.ts';

/** Errors about plugins; a part of THE catalogue (`errors.ts`). */
export const pluginErrors = {
  'plugin-unknown': said(
    404,
    '没有安装这个插件。请刷新页面，或联系运维人员。',
    'This plugin is not installed. Reload the page, or ask the operator.',
  ),
  'plugin-changed': said(
    409,
    '别人刚才改过这个插件的设置，你的没有保存。请刷新看了再改。',
    'Somebody else changed the settings of this plugin a moment ago, so yours were not saved. Reload and change them again.',
  ),
  'plugin-off': said(
    409,
    '这个插件还没有启用，不能试发。请先保存设置并启用。',
    'The plugin is off, so nothing can be sent. Save its settings and switch it on first.',
  ),
  'delivery-unknown': said(
    404,
    '没有这条发送记录，或者它不在你的管辖范围里。请从列表里选。',
    'There is no such delivery within your areas. Choose one from the list.',
  ),
  'delivery-under-way': said(
    409,
    '这条正在发，不用重发。请稍后看结果。',
    'This delivery is under way already. Look at its result in a moment.',
  ),
} satisfies Readonly<Record<string, CatalogueEntry>>;
