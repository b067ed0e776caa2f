/** Where a form keeps its photos (the `photos` of a FormViewContext). */
export interface PhotoKeeper {
  readonly add: (photo: File) => Promise<{ readonly id: string }>;
  readonly urlOf: (id: string) => string | undefined;
}
