import type { SysmonEvent } from '../sysmon/sysmon_event';
import { compilePredicate } from './compile_predicate';
import type { Predicate } from './predicate';

/** Whether an event satisfies a predicate. For many events compile the predicate once. */
export const matches = (predicate: Predicate, event: SysmonEvent): boolean =>
  compilePredicate(predicate)(event);
