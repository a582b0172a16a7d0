import type { FindType } from '../find/detect_type';
import type { MessageId } from '../messages/english';

/** What each type of value is called on the screen. */
export const FIND_TYPE_NAMES: Readonly<Record<FindType, MessageId>> = {
  guid: 'sysmonTrail.frame.typeGuid',
  hash: 'sysmonTrail.frame.typeHash',
  ip: 'sysmonTrail.frame.typeIp',
  cidr: 'sysmonTrail.frame.typeCidr',
  registry: 'sysmonTrail.frame.typeRegistry',
  path: 'sysmonTrail.frame.typePath',
  file: 'sysmonTrail.frame.typeFile',
  name: 'sysmonTrail.frame.typeName',
  text: 'sysmonTrail.frame.typeText',
};
