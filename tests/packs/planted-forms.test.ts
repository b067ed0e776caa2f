import { describe, expect, it } from 'vitest';
import { inFile, toldOf, type Plant } from './planted-pack.ts';

const inForm = (form: string, from: string, to: string): Plant => inFile(`forms/${form}.form.json`, from, to);

describe('a pack whose forms are wrong', () => {
  const report = 'forms/report.form.json';

  it.each<[string, Plant, string]>([
    [
      'a schema that does not compile',
      inForm('handle', '"maxItems": 6', '"maxItems": "six"'),
      'form-schema-invalid forms/handle.form.json#/schema/properties/photos/maxItems',
    ],
    [
      'a broken pattern',
      inForm('report', '^[0-9-]{7,16}$', '['),
      `form-pattern ${report}#/schema/properties/reporterPhone/pattern`,
    ],
    [
      'one name with two types',
      inForm('investigate', '"type": "array"', '"type": "string"'),
      'field-type-conflict forms/investigate.form.json#/schema/properties/photos',
    ],
    [
      'a rule about an unknown field',
      inForm('report', '"field": "onTheSpot", "equals"', '"field": "onTheMoon", "equals"'),
      `form-field-unknown ${report}#/rules/2/when/all/0/field`,
    ],
    [
      'a rule that never holds',
      inForm('handle', '"equals": "unable"', '"equals": "perhaps"'),
      'form-rule-value forms/handle.form.json#/rules/1/when/all/0/equals',
    ],
    [
      'rights for an unknown step',
      inForm('assign', '"rights": { "assign"', '"rights": { "asign"'),
      'form-right-step-unknown forms/assign.form.json#/rights/asign',
    ],
    [
      'rights for an unknown field',
      inForm('assign', '{ "suggestedPost": "read"', '{ "suggestedPots": "read"'),
      'form-field-unknown forms/assign.form.json#/rights/assign/suggestedPots',
    ],
    [
      'an unknown right',
      inForm('assign', '"suggestedPost": "read"', '"suggestedPost": "reed"'),
      'shape-value forms/assign.form.json#/rights/assign/suggestedPost',
    ],
    [
      'an unknown widget',
      inForm('handle', '"ui:widget": "photos"', '"ui:widget": "hologram"'),
      'form-widget forms/handle.form.json#/ui/photos/ui:widget',
    ],
    [
      'a control no plugin adds',
      inForm('feedback', '"satisfied": { "ui:widget": "buttons"', '"satisfied": { "ui:widget": "none:stars"'),
      'form-widget-unknown forms/feedback.form.json#/ui/satisfied/ui:widget',
    ],
    [
      'an unknown source of choices',
      inForm('report', '"x-choices": "categories"', '"x-choices": "planets"'),
      `shape-value ${report}#/schema/properties/category/x-choices`,
    ],
    [
      'choices of which there are none',
      (planting) => planting.remove('case-types/event.json'),
      `form-choices-empty ${report}#/schema/properties/category/x-choices`,
    ],
    [
      'a key about belief',
      inForm('household', '"residentSince": {', '"religion": {'),
      'form-forbidden-personal-data forms/household.form.json#/schema/properties/religion',
    ],
    [
      'a title about petitioning',
      inForm('household', '"title": "何时起住在这里"', '"title": "是否上访人员"'),
      'form-forbidden-personal-data forms/household.form.json#/schema/properties/residentSince/title',
    ],
    [
      'a personal field without purpose',
      inForm('household', '"x-purpose": "停水停电、险情等需要及时通知到户",', ''),
      'form-personal-unexplained forms/household.form.json#/schema/properties/phone',
    ],
    [
      'a report without what the program reads',
      inForm('report', '"wantsAnswer": { "type": "boolean"', '"wantsAnswer": { "type": "string"'),
      `report-field-missing ${report}#/schema/properties/wantsAnswer`,
    ],
    [
      'a form nobody fills in',
      (planting) =>
        planting.write(
          'forms/lost.form.json',
          '{"id":"lost","title":"丢了","schema":{"type":"object","properties":{}},"ui":{},"rules":[],"rights":{}}',
        ),
      'form-unused forms/lost.form.json',
    ],
    [
      'a ledger of an unknown form',
      inFile('ledgers/household.json', '"form": "household"', '"form": "nothing"'),
      'form-unknown ledgers/household.json#/form',
    ],
    [
      'a ledger with an unknown column',
      inFile('ledgers/household.json', '"columns": ["address"', '"columns": ["adress"'),
      'ledger-field-unknown ledgers/household.json#/columns/0',
    ],
    [
      'a ledger searched by an unknown field',
      inFile('ledgers/household.json', '"search": ["address"', '"search": ["adress"'),
      'ledger-field-unknown ledgers/household.json#/search/0',
    ],
    [
      'a ledger recognised by an unknown field',
      inFile('ledgers/household.json', '"key": ["address"]', '"key": ["adress"]'),
      'ledger-field-unknown ledgers/household.json#/key/0',
    ],
    [
      'a ledger recognised by what may be empty',
      inFile('ledgers/household.json', '"key": ["address"]', '"key": ["phone"]'),
      'ledger-key-optional ledgers/household.json#/key/0',
    ],
    [
      'a ledger of people by control',
      inFile('ledgers/household.json', '"title": "居民户台账"', '"title": "重点人员台账"'),
      'forbidden-personal-data ledgers/household.json#/title',
    ],
    [
      'a notice with an unknown placeholder',
      inFile('notices/overdue-first.json', '{step}', '{stair}'),
      'notice-placeholder-unknown notices/overdue-first.json#/text',
    ],
    [
      'a notice with half a placeholder',
      inFile('notices/overdue-first.json', '{step}', '{step'),
      'notice-placeholder-unknown notices/overdue-first.json#/text',
    ],
    [
      'a notice nobody sends',
      (planting) => planting.write('notices/lost.json', '{"id":"lost","title":"丢了","text":"没人发"}'),
      'notice-unused notices/lost.json',
    ],
  ])('says so: %s', async (_name, plant, expected) => {
    expect(await toldOf(plant)).toContain(expected);
  });
});
