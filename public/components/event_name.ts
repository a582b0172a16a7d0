import { eventKind } from '../../common/sysmon/event_kinds';
import type { Translate } from '../messages/translate';

/** `3 Network connection`. */
export function eventName(id: number, t: Translate): string {
  const kind = eventKind(id);
  return kind
    ? t('sysmonTrail.shared.eventName', { id, name: kind.name })
    : t('sysmonTrail.shared.unknownEvent', { id });
}
