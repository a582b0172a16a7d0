import type { QuestionField } from '../sysmon/fields';

/** What is grouped for each event id; every group of a kind is one row for the builder of links. */
export const LINK_GROUPS = {
  remote_thread: {
    id: 8,
    fields: [
      'SourceProcessGuid',
      'TargetProcessGuid',
      'SourceImage',
      'TargetImage',
      'StartModule',
      'StartFunction',
    ],
  },
  process_access: {
    id: 10,
    fields: ['SourceProcessGUID', 'TargetProcessGUID', 'SourceImage', 'TargetImage', 'GrantedAccess'],
  },
  pipe_created: { id: 17, fields: ['ProcessGuid', 'Image', 'PipeName'] },
  pipe_connected: { id: 18, fields: ['ProcessGuid', 'Image', 'PipeName'] },
  tampering: { id: 25, fields: ['ProcessGuid', 'Image', 'Type'] },
} as const satisfies Readonly<Record<string, { id: number; fields: readonly QuestionField[] }>>;

export type LinkGroup = keyof typeof LINK_GROUPS;
export const LINK_GROUP_NAMES = Object.keys(LINK_GROUPS) as readonly LinkGroup[];
