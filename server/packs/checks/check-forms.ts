import { checkForm } from '../../kernel/forms/check-form.ts';
import { isPluginWidget, widgetWord } from '../../kernel/forms/form-control.ts';
import { ownObject, propertiesOf, typeOf } from '../../kernel/forms/schema-node.ts';
import { personalDataFaults } from '../../kernel/forms/personal-data-faults.ts';
import { reportFields } from '../../kernel/release/expand-form.ts';
import type { CompiledDefinitions, CompiledForm } from '../../kernel/compilation/compile-definitions.ts';
import { errorAt, warningAt, type PackFault } from '../../kernel/compilation/pack-fault.ts';

/** Forms: each by its own room's rules, what they share with others, and what the program reads of a report. */
export function checkForms(compiled: CompiledDefinitions): readonly PackFault[] {
  const forms = [...compiled.forms.values()];
  return [
    ...forms.flatMap((form) => [
      ...checkForm(form.expanded).faults.map((fault) => errorAt(form, fault.code, fault, fault.path)),
      ...personalDataFaults(form.written).map((fault) => errorAt(form, fault.code, fault, fault.path)),
      ...checkSteps(compiled, form),
      ...checkMarks(form),
      ...checkChoices(form),
      ...checkWidgets(compiled, form),
    ]),
    ...checkTypes(forms),
    ...checkReports(compiled),
    ...unusedForms(compiled),
  ];
}

/** Rights are given per step; a step that does not fill in this form is a slip. */
function checkSteps(compiled: CompiledDefinitions, form: CompiledForm): readonly PackFault[] {
  const steps = stepsWith(compiled, form.written.id);
  return Object.keys(form.written.rights)
    .filter((step) => step !== '*' && !steps.includes(step))
    .map((step) =>
      errorAt(
        form,
        'form-right-step-unknown',
        {
          zh: `没有步骤「${step}」填这张表单。填它的是：${steps.join('、') || '（没有）'}。`,
          en: `No step "${step}" fills in this form. These do: ${steps.join(', ') || '(none)'}.`,
        },
        `/rights/${step}`,
      ),
    );
}

function stepsWith(compiled: CompiledDefinitions, form: string): readonly string[] {
  return [...compiled.processes.values()].flatMap((process) =>
    [...process.executable.nodes.values()].flatMap((node) =>
      node.type === 'userTask' && node.form === form ? [node.id] : [],
    ),
  );
}

/** A personal field says what for and until when. */
function checkMarks(form: CompiledForm): readonly PackFault[] {
  return form.fields.flatMap((field) => {
    if (!field.personal) return [];
    const missing = [
      ...(field.personal.purpose === null ? ['x-purpose'] : []),
      ...(field.personal.retention === null ? ['x-retention'] : []),
      ...(field.personal.lawfulBasis === null ? ['x-lawful-basis'] : []),
    ];
    return missing.map((mark) =>
      errorAt(
        form,
        'form-personal-unexplained',
        {
          zh: `「${field.title}」是个人信息，要写明${{ 'x-purpose': '用途', 'x-retention': '保存多久', 'x-lawful-basis': '依据' }[mark] ?? mark}（${mark}）。`,
          en: `"${field.title}" is personal: state ${mark}.`,
        },
        `/schema${field.pointer}`,
      ),
    );
  });
}

/** Choices that come from the pack must be there: posts of that level, areas, categories. */
function checkChoices(form: CompiledForm): readonly PackFault[] {
  return form.fields
    .filter((field) => field.source !== null && field.choices.length === 0)
    .map((field) =>
      errorAt(
        form,
        'form-choices-empty',
        {
          zh: `「${field.title}」的选项取自「${field.source ?? ''}」，但配置包里一个也没有。请改 x-choices，或加上这些定义。`,
          en: `The choices of "${field.title}" come from "${field.source ?? ''}", of which the pack has none. Change x-choices, or add them.`,
        },
        `/schema${field.pointer}/x-choices`,
      ),
    );
}

/** A control named after a plugin is one that a plugin adds, and fits the field. */
function checkWidgets({ plugins }: CompiledDefinitions, form: CompiledForm): readonly PackFault[] {
  return propertiesOf(form.expanded.schema).flatMap(([name, node]) => {
    const word = widgetWord(ownObject(form.expanded.ui, name));
    if (word === undefined || !isPluginWidget(word, node)) return [];
    const types: readonly string[] = plugins.widget(word)?.types ?? [];
    if (types.includes(typeOf(node) ?? '')) return [];
    return [
      errorAt(
        form,
        'form-widget-unknown',
        {
          zh: `没有插件给「${name}」提供控件「${word}」，或者它填不了这种类型。请装上插件，或换一个控件。`,
          en: `No plugin adds the control "${word}" for "${name}", or it does not fit its type. Install the plugin, or choose another control.`,
        },
        `/ui/${name}/ui:widget`,
      ),
    ];
  });
}

/** One name means one thing in a pack: a field of the same path has the same type everywhere. */
function checkTypes(forms: readonly CompiledForm[]): readonly PackFault[] {
  const seen = new Map<string, { readonly type: string; readonly form: CompiledForm }>();
  return forms.flatMap((form) =>
    form.fields.flatMap((field) => {
      const first = seen.get(field.path);
      if (!first) seen.set(field.path, { type: field.type, form });
      if (!first || first.type === field.type) return [];
      return [
        errorAt(
          form,
          'field-type-conflict',
          {
            zh: `数据项「${field.path}」在这里是 ${field.type}，在 ${first.form.file} 里是 ${first.type}。同名的要同一类型，请改名或改类型。`,
            en: `The field "${field.path}" is ${field.type} here and ${first.type} in ${first.form.file}. One name has one type: rename it or change the type.`,
          },
          `/schema${field.pointer}`,
        ),
      ];
    }),
  );
}

function checkReports(compiled: CompiledDefinitions): readonly PackFault[] {
  return compiled.definitions.caseTypes.flatMap((caseType) => {
    const form = compiled.forms.get(caseType.value.reportForm);
    if (!form) return [];
    return Object.entries(reportFields).flatMap(([name, type]) => {
      const field = form.fields.find((candidate) => candidate.path === name);
      if (field?.type === type) return [];
      return [
        errorAt(
          form,
          'report-field-missing',
          {
            zh: `报事件的表单要有「${name}」（${type}），程序要用它。请补上。`,
            en: `A report form needs the field "${name}" (${type}), which the program reads. Add it.`,
          },
          field ? `/schema${field.pointer}` : '/schema/properties',
        ),
      ];
    });
  });
}

/** A form of the pack itself that nobody fills in; what a pack without a ground offers is there for those who extend it. */
function unusedForms(compiled: CompiledDefinitions): readonly PackFault[] {
  const { caseTypes, ledgers, top } = compiled.definitions;
  return [...compiled.forms.values()].flatMap((form) => {
    const { id, title } = form.written;
    const used =
      form.pack !== top.id ||
      top.manifest.value.extends === null ||
      stepsWith(compiled, id).length > 0 ||
      caseTypes.some((caseType) => caseType.value.reportForm === id) ||
      ledgers.some((ledger) => ledger.value.form === id);
    return used
      ? []
      : [
          warningAt(form, 'form-unused', {
            zh: `表单「${title}」没有用在任何地方。`,
            en: `The form "${title}" is used nowhere.`,
          }),
        ];
  });
}
