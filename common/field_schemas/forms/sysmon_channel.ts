import { asked } from '../field_forms';
import type { FieldForm } from '../field_forms';

const CHANNEL = 'Microsoft-Windows-Sysmon/Operational';

/** Sysmon writes to one channel only. Forwarded events may name another, and some documents name none: it is theirs all the same. */
export const SYSMON_CHANNEL: FieldForm = {
  name: 'sysmon_channel',
  read: () => CHANNEL,
  write: () => [undefined],
  ask: ({ test }) => asked({ kind: test(CHANNEL) ? 'everything' : 'nothing' }, true),
};
