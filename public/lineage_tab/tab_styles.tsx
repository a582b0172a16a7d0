import React from 'react';
import { Global } from '@emotion/react';
import { useEuiTheme } from '@elastic/eui';
import { valueStyles } from '../components/value_styles';

/** Few rules, all below one class: around the tab is a page of the host. */
export function TabStyles(): JSX.Element {
  const { euiTheme } = useEuiTheme();
  const { colors, font, size } = euiTheme;
  return (
    <Global
      styles={{
        ...valueStyles(euiTheme),
        '.sysmonTrailTab': { padding: `${size.s} 0`, minWidth: 0 },
        '.sysmonTrailTabTree, .sysmonTrailTabTree ul': { listStyle: 'none', margin: 0, padding: 0 },
        '.sysmonTrailTabTree ul': { paddingLeft: size.s, borderLeft: `1px solid ${colors.lightShade}` },
        '.sysmonTrailTabItem': { padding: `${size.xs} 0` },
        // No shade behind it: small grey text would be too faint on one in the dark theme.
        '.sysmonTrailTabItem[aria-current]': {
          borderLeft: `3px solid ${colors.primary}`,
          paddingLeft: size.xs,
        },
        '.sysmonTrailTabHead': {
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'baseline',
          gap: `0 ${size.s}`,
          overflowWrap: 'anywhere',
        },
        '.sysmonTrailTabOrigin': { fontWeight: font.weight.bold },
      }}
    />
  );
}
