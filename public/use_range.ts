import { useMemo } from 'react';
import type { TimeRange } from '../common/remark';
import { useApp } from './app_context';
import { resolveTime } from './time/resolve_time';

/** The range of the URL, else the host's default, in UTC ms. An end before its start gives an empty range at the start. */
export function useRange(): TimeRange & {
  /** As it was asked for: the same while time goes on. */ readonly text: string;
} {
  const { url, services, now, zone } = useApp();
  const from = url.from ?? services.defaultRange.from;
  const to = url.to ?? services.defaultRange.to;
  return useMemo(() => {
    const start = resolveTime(from, { now, zone }) ?? now;
    const end = resolveTime(to, { now, zone, roundUp: true }) ?? now;
    // Rounding ("/d") depends on the zone; nothing else does.
    const text = [from, to, from.includes('/') || to.includes('/') ? zone : ''].join(' ');
    return { from: start, to: Math.max(start, end), text };
  }, [from, to, now, zone]);
}
