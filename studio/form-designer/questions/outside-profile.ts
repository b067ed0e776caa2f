import { checkForm } from '../../../server/kernel/forms/check-form.ts';
import type { FormDefinition } from '../../../server/kernel/forms/form-definition.ts';
import type { FormFault } from '../../../server/kernel/forms/form-fault.ts';
import { ownObject, propertiesOf } from '../../../server/kernel/forms/schema-node.ts';
import type { JsonObject } from '../../../server/kernel/json.ts';
import { schemaPointer } from './holder.ts';

/** What of a form lies outside the documented profile, and so is shown and kept but not edited here. */
export interface OutsideProfile {
  /** Whether a question's own schema has something in it that this designer does not know. */
  readonly holds: (path: string) => boolean;
  /** Of the form as a whole: what stands beside its questions. */
  readonly whole: readonly FormFault[];
}

/** Finds it; a group or table is known although one of the questions in it is not. */
export function outsideProfile(form: FormDefinition): OutsideProfile {
  const { outsideProfile: faults } = checkForm(form);
  const pointers = faults.map(({ path }) => path);
  return {
    holds: (path) => {
      const own = schemaPointer(path);
      return pointers.some((pointer) => {
        if (pointer !== own && !pointer.startsWith(`${own}/`)) return false;
        return !/^(\/items)?\/properties\//.test(pointer.slice(own.length));
      });
    },
    whole: faults.filter(({ path }) => !path.startsWith('/schema/properties/')),
  };
}

/** A reference stands for something written elsewhere: editing it here would change that for others too. */
export function isReference(node: JsonObject): boolean {
  return node['$ref'] !== undefined;
}

/** Whether a question's presentation is written in a way nobody knows: then writing would lose it. */
export function hasKnownUi(ui: JsonObject, name: string): boolean {
  return ui[name] === undefined || ownObject(ui, name) !== undefined;
}

/** Names of the questions of a holder in the order in which they are written. */
export function writtenNames(schema: JsonObject): readonly string[] {
  return propertiesOf(schema).map(([name]) => name);
}
