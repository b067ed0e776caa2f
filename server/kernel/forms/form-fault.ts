/** What is wrong in a form definition, and where; the packs room adds the file. */
export interface FormFault {
  /** Stable: `form-…`. */
  readonly code: string;
  /** JSON pointer into the form file, e.g. `/schema/properties/phone/pattern`. */
  readonly path: string;
  readonly zh: string;
  readonly en: string;
}
