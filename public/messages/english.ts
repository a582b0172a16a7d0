import { FIND_MESSAGES } from './find_messages';
import { FRAME_MESSAGES } from './frame_messages';
import { GRAPH_MESSAGES } from './graph_messages';
import { SHARED_MESSAGES } from './shared_messages';
import { START_MESSAGES } from './start_messages';
import { TAB_MESSAGES } from './tab_messages';

/** ICU messages by id `sysmonTrail.<page>.<thing>`: the source text of every language. */
export const ENGLISH = {
  ...FRAME_MESSAGES,
  ...SHARED_MESSAGES,
  ...START_MESSAGES,
  ...FIND_MESSAGES,
  ...GRAPH_MESSAGES,
  ...TAB_MESSAGES,
} as const;

export type MessageId = keyof typeof ENGLISH;
