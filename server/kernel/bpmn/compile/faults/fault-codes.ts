const codes = `
  ad-hoc-empty ad-hoc-event announcement-area approval-and-loop approval-incomplete approval-needed
  approval-words assignment-incomplete association-sources association-target attribute-misplaced
  boundary-unattached called-process-missing called-process-unknown called-step cancel-outside-transaction
  choreography-unsupported clock-listening-wrong compensation-activity compensation-boundary compensation-flow compensation-handler
  compensation-in-flow compensation-twice condition-empty condition-ignored condition-missing
  condition-not-boolean conditional-flow-alone correlation-unsupported data-association-end data-sets dead-end
  decision-missing default-flow-conditional default-flow-foreign duties-empty element-twice element-unsupported
  event-definition-missing event-gateway-flows event-gateway-instantiates event-gateway-mixed
  event-gateway-parallel event-gateway-target event-kind-here event-sub-process-flow event-sub-process-kind
  event-sub-process-loop event-sub-process-start expression-empty expression-language
  expression-number-out-of-range expression-too-deep expression-too-long extension-mandatory extension-unknown
  extension-unsupported external-function flow-into-beginning flow-missing flow-out-of-end flow-unattached
  gateway-alone gateway-direction gateway-idle gateway-without-default id-duplicate id-missing
  instantiates-inside io-set-missing job-type-missing lane-foreign-node lane-twice limit-stage-wrong limit-twice link-twice link-without-name
  link-without-source link-without-target loop-endless loop-event-kind loop-event-missing loop-items-twice
  loop-maximum-wrong loop-not-countable loop-without-items message-flow-end message-flow-unattached
  message-flow-within-pool message-missing multiplicity-wrong must-interrupt node-unreachable process-empty
  process-missing quantity-wrong receive-instantiates reference-unresolved reference-wrong-kind retries-wrong
  script-language script-missing searchable-invalid signal-missing start-missing start-several
  sub-process-start-missing sub-process-starts syntax-error timer-empty timer-not-a-time timer-twice told-empty
  unknown-function unknown-type value-wrong xml-broken xml-doctype xml-too-large`;

/**
 * The codes of all faults that compiling a model finds, with those of the expressions in it. Whoever compiles a model
 * before the server has answered knows by them what of the server's answer is only what it has found itself.
 */
export const modelFaultCodes: ReadonlySet<string> = new Set(codes.trim().split(/\s+/));
