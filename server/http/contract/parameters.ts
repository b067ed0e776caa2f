import { Type } from 'typebox';
import { AreaCode, DefinitionId, described, FreeObject, Uuid } from './values.ts';

// What many requests name, each with what it means: said once here, documented wherever it is asked for.

/** The thing an address is about. */
export const AreaOfAddress = described(AreaCode, 'Code of the area that is meant, as `listAreas` answers it.');
export const AssignmentId = described(Uuid, 'Id of the assignment of a person to a post, as `listPeople` answers it.');
export const BulkRepairId = described(Uuid, 'Id of the repair of many instances, as it was answered when it began.');
export const CaseId = described(Uuid, 'Id of the case, as `listCases` and `reportCase` answer it.');
export const CaseTypeId = described(DefinitionId, 'Id of the type of case, as `readSession` answers it, e.g. `event`.');
export const ClockRequestId = described(Uuid, 'Id of the request (延期, 挂起), as `readUserTask` answers it.');
export const DraftId = described(Uuid, 'Id of the draft, as `beginDraft` and `listDefinitions` answer it.');
export const EntryId = described(Uuid, 'Id of the entry, as `listEntries` answers it.');
export const ExaminationId = described(Uuid, 'Id of the examination, as `examineDraft` answers it.');
export const InstanceId = described(Uuid, 'Id of the process instance, as `listInstances` answers it.');
export const LedgerId = described(DefinitionId, 'Id of the ledger, as `listLedgers` answers it, e.g. `household`.');
export const MeetingId = described(Uuid, 'Id of the meeting, as `listMeetings` answers it.');
export const PersonId = described(Uuid, 'Id of the person, as `listPeople` answers it.');
export const PluginDeliveryId = described(Uuid, 'Id of what left, as `listPluginDeliveries` answers it.');
export const PluginId = described(DefinitionId, 'Id of the plugin, as `listPlugins` answers it, e.g. `webhook`.');
export const ReleaseId = described(Uuid, 'Id of the release, as `listReleases` answers it.');
export const SeriesId = described(DefinitionId, 'Id of the series of meetings, as `listMeetings` answers it.');
export const WorkerId = described(Uuid, 'Id of the system, as `listExternalWorkers` answers it.');

/** Lists only what lies in one area. */
export const WithinArea = Type.Optional(
  described(AreaCode, 'Only what belongs to this area and those below it; absent: all areas of the caller.'),
);

/** The search box of a list. */
export function SearchText(over: string) {
  return Type.Optional(
    Type.String({ maxLength: 80, description: `Only lines with this text in ${over}, at most 80 characters.` }),
  );
}

/** Why something is done, in the caller's words. */
export function ReasonText(least: number, most: number) {
  return Type.String({
    minLength: least,
    maxLength: most,
    description: `Why it is done, ${least} to ${most} characters; it is kept with who did it and when.`,
    examples: ['与居民核实后更正'],
  });
}

/** What a form was filled with. */
export const FormData = described(
  FreeObject,
  'Values by the name of the field, as the form’s schema asks for them; a photo by the id that `addPhoto` answered.',
);

/** Of something that two may write at once. */
export const RevisionRead = described(
  Type.Integer({ minimum: 0 }),
  'The revision that was read before; refused when there is a newer one, so that nobody writes over another.',
);
