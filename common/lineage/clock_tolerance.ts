/**
 * Events of one moment carry times that differ a little: measured on 722 processes of real captures, an event of a process was up
 * to about 50 ms "before" its start. So what must have come first counts as first up to this much later.
 */
export const CLOCK_TOLERANCE_MS = 50;
