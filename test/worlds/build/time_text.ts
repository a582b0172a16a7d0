/** Milliseconds since 1970 -> Sysmon's own form, `2019-01-08 02:21:52.282`, always UTC. */
export const sysmonTime = (ms: number): string =>
  new Date(ms).toISOString().replace('T', ' ').replace('Z', '');

/** `2019-01-08 02:21:52.282` or ISO -> milliseconds since 1970. */
export const utc = (text: string): number => Date.parse(`${text.replace(' ', 'T').replace('Z', '')}Z`);

/** Tells a story of one time at another: turns its own times into times moved by the distance of the two anchors. */
export const storyClock =
  (own_anchor: string, at: number | undefined) =>
  (text: string): number =>
    utc(text) + (at === undefined ? 0 : at - utc(own_anchor));
