import type { ManualPage } from '../manual-page.ts';

/** The manual: upgrading. */
export const upgradePage: ManualPage = {
  id: 'upgrade',
  title: { zh: '升级', en: 'Upgrading' },
  about: {
    zh: '程序带来更新的配置包时，由您决定用不用。您改过的，一处也不会丢。',
    en: 'When the program brings a newer pack, you decide. Nothing you changed is lost.',
  },
  sections: [
    {
      heading: { zh: '升级一次', en: 'An upgrade' },
      steps: [
        { zh: '点「发布」，再点「升级」。', en: 'Open publishing, then upgrade.' },
        {
          zh: '「两边都改了」的每一项，看新版改了什么、本地改了什么，选一个。',
          en: 'Where both sides changed something, look at both and choose.',
        },
        { zh: '「只有新版改了」的不用选，跟着新版走。', en: 'What only the new version changed follows it.' },
        {
          zh: '按「升级到草稿」，再检查、发布。发布以前什么也不会变。',
          en: 'Upgrade into the draft, then examine and publish.',
        },
      ],
      picture: {
        file: 'upgrade',
        at: '/definitions/upgrade',
        of: { zh: '升级', en: 'Upgrading' },
        shows: ['publish.view.upgrade'],
      },
    },
  ],
};
