/** What is wrong in a scenario or a demo case, and where: `place` is a JSON pointer into its file. */
export interface ScenarioFault {
  readonly code: string;
  readonly place: string;
  readonly zh: string;
  readonly en: string;
}
