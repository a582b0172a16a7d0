import type { EuiThemeComputed } from '@elastic/eui';

/** The colours and fonts of the canvas, by what they are for. Only tokens that every EUI theme has. */
export interface GraphColors {
  readonly background: string;
  readonly card: string;
  readonly border: string;
  readonly text: string;
  readonly quiet: string;
  readonly edge: string;
  readonly path: string;
  /** Of file hops. */
  readonly hop: string;
  readonly match: string;
  readonly warning: string;
  readonly font: string;
  readonly mono: string;
}

export const graphColors = ({ colors, font }: EuiThemeComputed): GraphColors => ({
  background: colors.lightestShade,
  card: colors.emptyShade,
  border: colors.darkShade,
  text: colors.text,
  quiet: colors.darkShade,
  edge: colors.darkShade,
  path: colors.primary,
  hop: colors.accentText,
  match: colors.highlight,
  warning: colors.danger,
  font: font.family,
  mono: font.familyCode ?? 'monospace',
});
