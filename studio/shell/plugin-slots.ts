// Everything a plugin may know of the studio; what it may know of the server is in server/plugins/contract.ts.
// `plugins/<id>/studio.tsx` exports a `StudioPlugin` called `plugin`. It imports React and this file, nothing else, and
// is built into the studio; it has neither network nor storage of its own to use.
export type { FormWidget, FormWidgetProps, StudioPlugin } from '../form-view/plugin-widget.ts';
