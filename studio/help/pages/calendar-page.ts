import type { ManualPage } from '../manual-page.ts';

/** The manual: working days, next year, and which cases move. */
export const calendarPage: ManualPage = {
  id: 'calendar',
  title: { zh: '改工作日历', en: 'Working calendars' },
  about: {
    zh: '工作日历写几点上班、哪天放假、哪天调休上班。办理时限按它算。',
    en: 'A calendar says when offices are open, which days are off and which are worked in exchange. Limits follow it.',
  },
  sections: [
    {
      heading: { zh: '写放假和调休', en: 'Days off and make-up days' },
      steps: [
        { zh: '点左边「办理时限与工作日」，打开日历。', en: 'Open limits and working days, then the calendar.' },
        {
          zh: '选「标放假」「标调休上班」或「标半天班」，再点那一天。',
          en: 'Choose day off, make-up day or half a day, and press the day.',
        },
        {
          zh: '名单出来了，按「导入放假安排」，把通知原文贴进来，看读懂了多少再用。',
          en: 'When the list is out, import it: paste the notice, see what was understood, take it.',
        },
      ],
      picture: {
        file: 'calendar',
        at: '/definitions/calendar/china',
        of: {
          zh: '工作日历：每周几点上班，全年哪天放假、哪天上班',
          en: 'A calendar: hours of the week, and the year with its days off',
        },
        shows: ['definition.calendar.week', 'day-brush.half'],
      },
    },
    {
      heading: { zh: '准备来年', en: 'The coming year' },
      steps: [
        {
          zh: '来年没有写，或还是暂定的，首页、发布记录和上线准备会提醒。',
          en: 'While next year is missing or provisional, you are reminded.',
        },
        {
          zh: '可以先按法定节假日算出来，标着暂定。',
          en: 'It can be computed from the law first, marked provisional.',
        },
        {
          zh: '名单公布以后再导入，勾「这是已经公布的安排」。',
          en: 'Import the list when it is out, and say that it is.',
        },
      ],
    },
    {
      heading: { zh: '日历改了，在办的事怎么办', en: 'When cases are under way' },
      steps: [
        {
          zh: '发布以后，在办的事还按旧日历算，不会自己变。',
          en: 'After publishing, cases under way keep the old calendar.',
        },
        { zh: '点「发布」，再点「日历改期」。', en: 'Open publishing, then the moved dates.' },
        {
          zh: '看哪些期限会动，提前还是推后，灯变不变。',
          en: 'See which dates move, which way, and which lights turn.',
        },
        { zh: '全部改，改选中的，或者不改。要写为什么。', en: 'Move all, some, or none, with a reason.' },
        {
          zh: '已经用掉的时间不重算，只重算剩下的。',
          en: 'Time already used stays; only what is left is reckoned anew.',
        },
      ],
    },
    {
      heading: { zh: '假如这时候报', en: 'What if' },
      steps: [
        {
          zh: '选一个时限，写什么时候收到，就写出几点临期、几点到期。',
          en: 'Choose a limit and a time; it says when it would be near and due.',
        },
        { zh: '「怎么算出来的」一天一天写给您看。', en: '“How it comes about” tells it day by day.' },
      ],
    },
  ],
};
