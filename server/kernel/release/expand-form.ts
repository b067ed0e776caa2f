import type { FormDefinition, FormRule } from '../forms/form-definition.ts';
import type { Choice } from '../forms/schema-node.ts';
import { withChoices } from '../forms/with-choices.ts';
import type { Area, Post } from '../organization/organization.ts';
import type { CaseTypeFile, Category } from './definitions.ts';

/** What a form may take from the rest of its pack. */
export interface ChoiceSources {
  readonly areas: readonly Area[];
  readonly posts: readonly Post[];
  readonly caseTypes: readonly CaseTypeFile[];
}

/** Fields the report form of a case type must have, with their JSON types: the application reads them. */
export const reportFields: { readonly [field: string]: string } = {
  category: 'string',
  description: 'string',
  place: 'string',
  photos: 'array of string',
  reporterName: 'string',
  reporterPhone: 'string',
  wantsAnswer: 'boolean',
  onTheSpot: 'boolean',
  result: 'string',
  resultPhotos: 'array of string',
};

/**
 * A form as it is run: choices named by `x-choices` are filled in, and the report form of a case type asks for a photo of
 * the result where the category demands one. So a new post, area or category is written in one place only.
 *
 * @param form as the pack writes it
 * @param sources areas, posts and case types of the same release
 */
export function expandForm(form: FormDefinition, sources: ChoiceSources): FormDefinition {
  const caseType = sources.caseTypes.find((candidate) => candidate.reportForm === form.id) ?? sources.caseTypes[0];
  const expanded = withChoices(form, (source) => {
    const choices = choicesFrom(source, sources, caseType);
    return choices?.length === 0 ? undefined : choices;
  });
  const evidence = caseType?.reportForm === form.id ? evidenceRule(caseType) : null;
  return evidence ? { ...expanded, rules: [...expanded.rules, evidence] } : expanded;
}

/** The categories a case can have: those without children, each with the one above it. */
function leafCategories(categories: readonly Category[]): readonly LeafCategory[] {
  return categories.flatMap(
    (top): readonly LeafCategory[] =>
      top.children?.map((category) => ({ category, parent: top })) ?? [{ category: top, parent: null }],
  );
}

/** A category with the one above it. */
interface LeafCategory {
  readonly category: Category;
  readonly parent: Category | null;
}

function choicesFrom(
  source: string,
  sources: ChoiceSources,
  caseType: CaseTypeFile | undefined,
): readonly Choice[] | undefined {
  const [what, type] = source.split(':');
  if (what === 'posts')
    return sources.posts
      .filter((post) => type === undefined || post.areaType === type)
      .map((post) => ({ value: post.id, title: post.title }));
  if (what === 'areas') {
    const chosen = sources.areas.filter((area) =>
      type === undefined ? area.type !== 'county' && area.type !== 'unit' : area.type === type,
    );
    return chosen.map((area) => ({ value: area.code, title: area.name }));
  }
  if (what !== 'categories' || !caseType) return undefined;
  return leafCategories(caseType.categories).map(({ category, parent }) => ({
    value: category.id,
    title: category.title,
    ...(parent ? { group: parent.title } : {}),
  }));
}

function evidenceRule(caseType: CaseTypeFile): FormRule | null {
  const demanding = leafCategories(caseType.categories)
    .filter(({ category }) => category.evidencePhoto)
    .map(({ category }) => category.id);
  if (demanding.length === 0) return null;
  return {
    when: {
      all: [
        { field: 'onTheSpot', equals: true },
        { field: 'category', in: demanding },
      ],
    },
    show: ['resultPhotos'],
    require: ['resultPhotos'],
  };
}
