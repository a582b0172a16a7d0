/**
 * Events of one moment carry times that differ a little: measured on 722 processes of real captures, an event of a process was up
 * to about 50 ms "before" its start. So a file counts as written before its use up to this much after it.
 */
export const CLOCK_TOLERANCE_MS = 50;
