import type { Total } from '../../common/remark';
import type { Translate } from '../messages/translate';

/** `8,412`, or `≥ 10,000` for a lower bound: never one for the other. */
export const totalText = ({ value, exact }: Total, t: Translate): string =>
  t(exact ? 'sysmonTrail.shared.exactly' : 'sysmonTrail.shared.atLeast', { count: value });
