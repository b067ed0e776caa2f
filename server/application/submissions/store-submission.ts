import type { FormDefinition } from '../../kernel/forms/form-definition.ts';
import { splitPersonal } from '../../kernel/forms/personal-values.ts';
import type { JsonObject } from '../../kernel/json.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import { insertPersonalValues } from '../../database/personal-values.ts';
import type { SubjectKind } from '../../database/process-instances.ts';
import { insertSubmission } from '../../database/submissions.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import { photosIn } from '../forms/accept-form.ts';
import { claimPhotos } from '../photos/claim-photos.ts';
import { uuidv7 } from '../uuid.ts';

/** A filled form to be stored. */
export interface FilledForm {
  readonly subjectKind: SubjectKind;
  readonly subjectId: string;
  readonly instance: string | null;
  readonly userTask: number | null;
  readonly form: FormDefinition;
  readonly release: CompiledRelease;
  readonly data: JsonObject;
  readonly person: string;
}

/**
 * Stores a filled form for ever: its plain part as it is, its personal values in rows that can be erased, and its photos
 * as used by the subject, so that whoever may see the subject may see them.
 *
 * @throws Refusal `photo-unknown` for a photo that this person did not upload
 */
export async function storeSubmission(context: Context, tx: Transaction, filled: FilledForm): Promise<void> {
  const { subjectKind, subjectId, instance, userTask, form, release, data, person } = filled;
  const { plain, personal } = splitPersonal(form, data);
  const id = uuidv7();
  const formHash =
    release.manifest.definitions.find((entry) => entry.kind === 'form' && entry.id === form.id)?.sha256 ?? '';
  insertSubmission(tx, context.tenant, {
    id,
    subjectKind,
    subjectId,
    instance,
    userTask,
    form: form.id,
    formHash,
    data: plain,
    person,
  });
  await insertPersonalValues(
    tx,
    context.tenant,
    { subjectKind, subjectId },
    personal.map((value) => ({ ...value, id: uuidv7() })),
  );
  await claimPhotos(context, tx, { subjectKind, subjectId, person }, photosIn(data));
}
