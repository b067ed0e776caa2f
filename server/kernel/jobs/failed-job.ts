import type { JobOutcome } from './job-handler.ts';

type Failed = Extract<JobOutcome, { ok: false }>;

/**
 * How a job has ended whose handler threw.
 *
 * @param detail what was thrown, for whoever maintains the program
 */
export function jobFailed(jobType: string, detail: string): Failed {
  return {
    ok: false,
    code: 'job-failed',
    zh: `自动步骤「${jobType}」出错了，没有办成。请看看它用到的变量是否齐全、写得对不对，改正后在“运维”里重试这一步；还不行，请把技术信息交给维护程序的人。`,
    en: `The automatic step "${jobType}" failed. Look whether the variables it reads are all there and well-formed, correct them, then retry the step under Operations; if that does not help, give the technical details to whoever maintains the program.`,
    detail,
  };
}

/** How a job has ended that neither the program nor a plugin of it does. */
export function unknownJobType(jobType: string): Failed {
  return {
    ok: false,
    code: 'job-type-unknown',
    zh: `这里没有谁会做自动步骤「${jobType}」。请装上会做它的插件，或改正流程里写的类型，再在“运维”里重试这一步。`,
    en: `Nothing here does jobs of type "${jobType}". Install the plugin that does, or correct the type in the process, then retry the step under Operations.`,
  };
}
