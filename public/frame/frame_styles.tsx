import React from 'react';
import { Global } from '@emotion/react';
import type { CSSObject } from '@emotion/react';
import { useEuiTheme } from '@elastic/eui';
import type { EuiThemeComputed } from '@elastic/eui';
import { valueStyles } from '../components/value_styles';

/** The few rules that EUI has no component for. All colours are tokens, so that both themes follow. */
export function FrameStyles(): JSX.Element {
  const { euiTheme } = useEuiTheme();
  const { colors, size } = euiTheme;
  const line = `1px solid ${colors.lightShade}`;
  return (
    <Global
      styles={{
        '.sysmonTrail': {
          display: 'flex',
          flexDirection: 'column',
          width: '100%',
          minWidth: 0,
          background: colors.emptyShade,
          color: colors.text,
        },
        '.sysmonTrailRow': {
          display: 'flex',
          alignItems: 'center',
          gap: size.s,
          minHeight: 40,
          padding: `0 ${size.s}`,
          borderBottom: line,
          flex: 'none',
        },
        '.sysmonTrailGrow': { flex: 1 },
        '.sysmonTrailFind': { flex: '3 1 220px', minWidth: 160 },
        '.sysmonTrailHosts': { flex: '1 1 150px', minWidth: 130, maxWidth: 320 },
        '.sysmonTrailMain': {
          flex: 1,
          minHeight: 0,
          overflow: 'auto',
          display: 'flex',
          flexDirection: 'column',
          padding: size.s,
          gap: size.s,
        },
        '.sysmonTrailList': {
          listStyle: 'none',
          margin: 0,
          padding: size.xs,
          li: { padding: size.s, minHeight: 24, cursor: 'pointer', overflowWrap: 'anywhere' },
        },
        '.sysmonTrailKeys': {
          display: 'grid',
          gridTemplateColumns: 'max-content 1fr',
          gap: `${size.xs} ${size.base}`,
          margin: `${size.s} 0 ${size.base}`,
        },
        '.sysmonTrailNoGrow': { flex: 'none' },
        '.sysmonTrailCell': { display: 'flex', alignItems: 'center', height: 16 },
        '.sysmonTrailGrid': { flex: '1 1 300px', minHeight: 220 },
        '.sysmonTrailLoading': { padding: size.base },
        ...valueStyles(euiTheme),
        '#sysmonTrailTitle:focus': { outlineOffset: 2 },
        ...graphStyles(euiTheme),
        '@media (max-width: 1000px)': {
          '.sysmonTrailRow': { flexWrap: 'wrap', padding: size.xs },
          '.sysmonTrailRow > *': { maxWidth: '100%' },
          '.sysmonTrail': { overflow: 'auto' },
          '.sysmonTrailMain': { flex: '1 0 auto', overflow: 'visible' },
        },
      }}
    />
  );
}

/** Canvas and tree, panel over or beside them. */
function graphStyles({ colors, size, font }: EuiThemeComputed): Record<string, CSSObject> {
  const line = `1px solid ${colors.lightShade}`;
  const ring = { outlineStyle: 'dashed', outlineWidth: 2, outlineOffset: 1 } as const;
  const cells = {
    padding: `2px ${size.xs}`,
    textAlign: 'left',
    verticalAlign: 'top',
    borderBottom: line,
  } as const;
  return {
    '.sysmonTrailTools': {
      display: 'flex',
      alignItems: 'center',
      gap: size.s,
      flexWrap: 'wrap',
      flex: 'none',
    },
    '.sysmonTrailStats': { color: colors.darkShade },
    '.sysmonTrailFindInGraph': { width: 190 },
    '.sysmonTrailNotes': {
      display: 'flex',
      flexWrap: 'wrap',
      gap: `0 ${size.base}`,
      alignItems: 'baseline',
      flex: 'none',
    },
    '.sysmonTrailNoteList': { listStyle: 'disc', paddingLeft: size.l },
    '.sysmonTrailGraph': {
      flex: '1 1 320px',
      minHeight: 320,
      display: 'flex',
      position: 'relative',
      border: line,
    },
    '.sysmonTrailViews': { flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' },
    '.sysmonTrailCanvas': {
      flex: '3 1 0',
      minHeight: 160,
      position: 'relative',
      overflow: 'hidden',
      touchAction: 'none',
      cursor: 'grab',
      canvas: { position: 'absolute', inset: 0, width: '100%', height: '100%' },
    },
    // The mouse goes through to the canvas; the button is for the keyboard and for screen readers.
    '.sysmonTrailFocus': {
      position: 'absolute',
      left: 0,
      top: 0,
      pointerEvents: 'none',
      background: 'transparent',
      '&:focus': { ...ring, outlineOffset: -5 },
    },
    '.sysmonTrailTree': {
      flex: '2 1 0',
      minHeight: 160,
      overflow: 'auto',
      borderTop: line,
      '[role="treegrid"]': { minWidth: 1190 },
    },
    '.sysmonTrailTreeRow': {
      fontSize: 13,
      display: 'flex',
      height: 28,
      alignItems: 'center',
      borderBottom: line,
      cursor: 'pointer',
      '&:focus': { ...ring, outlineOffset: -2 },
      '> span': { overflow: 'hidden', textOverflow: 'clip', whiteSpace: 'nowrap', padding: `0 ${size.xs}` },
    },
    '.sysmonTrailTreeHead': {
      position: 'sticky',
      top: 0,
      zIndex: 1,
      background: colors.emptyShade,
      fontWeight: font.weight.semiBold,
      cursor: 'default',
    },
    '.sysmonTrailTreeToggle': { display: 'inline-block', width: 24, textAlign: 'center' },
    '.sysmonTrailPanel': {
      width: 420,
      flex: 'none',
      borderLeft: line,
      display: 'flex',
      flexDirection: 'column',
      minHeight: 0,
      background: colors.emptyShade,
      position: 'relative',
    },
    '.sysmonTrailPanelClose': { position: 'absolute', right: 4, top: 4 },
    '.sysmonTrailPanelHead': { padding: `${size.s} ${size.s} 0`, h2: { paddingRight: size.l } },
    '.sysmonTrailPanelBody': { flex: 1, minHeight: 0, overflow: 'auto', padding: size.s },
    '.sysmonTrailCommand': {
      background: colors.lightestShade,
      padding: size.s,
      maxHeight: 180,
      overflow: 'auto',
    },
    '.sysmonTrailCounts, .sysmonTrailEvents': {
      width: '100%',
      fontSize: 13,
      caption: { textAlign: 'left', fontWeight: font.weight.semiBold, captionSide: 'top' },
      'th, td': cells,
    },
    '.sysmonTrailCounts td, .sysmonTrailCounts th:not(:first-of-type)': { textAlign: 'right' },
    '.sysmonTrailCounts button': { minWidth: 24, minHeight: 24, textAlign: 'right' },
    '.sysmonTrailChip': { height: 24, fontSize: 12 },
    '.sysmonTrailConservation': { flex: 'none', color: colors.darkShade },
    '@media (max-width: 1199px)': {
      '.sysmonTrailPanel': {
        position: 'absolute',
        right: 0,
        top: 0,
        bottom: 0,
        width: 'min(420px, 100%)',
        borderLeft: line,
      },
    },
  };
}
