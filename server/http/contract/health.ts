import { Type } from 'typebox';
import { operation } from './operation.ts';

export const readReadiness = operation({
  id: 'readReadiness',
  method: 'GET',
  path: '/readyz',
  group: 'operating',
  access: 'anybody',
  summary: 'Whether this node may be sent requests: the database answers, its schema is right, the workers look',
  refuses: ['database-silent', 'hands-resting', 'schema-behind'],
  answer: Type.Object({ status: Type.Literal('ready'), version: Type.String() }),
});

export const readMetrics = operation({
  id: 'readMetrics',
  method: 'GET',
  path: '/metrics',
  group: 'operating',
  access: 'anybody',
  summary: 'Figures in the text form of Prometheus; from this machine, or with the token of METRICS_TOKEN',
  refuses: ['metrics-closed'],
  answer: Type.String(),
  transport: 'text',
});
