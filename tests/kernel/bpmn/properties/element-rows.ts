/** Events on a boundary or before an event sub-process: they interrupt, or happen beside. */
function attached(where: string): string {
  const kinds = ['message', 'timer', 'signal', 'conditional', 'escalation', 'multiple', 'parallel-multiple'];
  return kinds.map((kind) => `${where}-${kind} ${where}-${kind}-beside`).join(' ');
}

/**
 * The rows of the kernel's table of elements that random models are made of, as they stand in the ids of their elements
 * (`userTask.mi-parallel_12`). A run says how often each was met; none may be missing.
 */
export const elementRows: readonly string[] = [
  'task manualTask userTask serviceTask scriptTask sendTask receiveTask businessRuleTask',
  'call-process call-global-task subProcess ad-hoc-parallel ad-hoc-sequential transaction',
  'loop-before loop-after mi-parallel mi-sequential mi-cardinality mi-collection mi-completion',
  'mi-behavior-one mi-behavior-none mi-behavior-complex start-quantity completion-quantity',
  'exclusive-split exclusive-merge parallel-split parallel-join inclusive-split inclusive-join',
  'complex-split complex-join event-based default-flow conditional-flows implicit-split implicit-merge',
  'instantiating-event-based instantiating-event-based-parallel instantiating-receive',
  'start-none start-message start-timer start-signal start-conditional start-multiple start-parallel-multiple',
  'catch-message catch-timer catch-signal catch-conditional catch-link catch-multiple catch-parallel-multiple',
  'throw-none throw-message throw-signal throw-escalation throw-link throw-compensation throw-multiple',
  'end-none end-message end-signal end-escalation end-error end-terminate end-cancel end-compensation end-multiple',
  attached('boundary'),
  'boundary-error boundary-cancel compensation-handler',
  attached('event-start'),
  'event-start-error event-start-compensation event-sub-process',
  'io-specification message-flow-out message-flow-in',
].flatMap((rows) => rows.split(' '));
