import type { CSSObject } from '@emotion/react';
import type { EuiThemeComputed } from '@elastic/eui';

/** How values of logs look wherever they stand: in the app and in Discover. */
export const valueStyles = ({ font }: EuiThemeComputed): Record<string, CSSObject> => ({
  '.sysmonTrailMono': { fontFamily: font.familyCode },
  '.sysmonTrailTime': { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  '.sysmonTrailWrap': { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  '.sysmonTrailFields': { overflowWrap: 'anywhere' },
});
