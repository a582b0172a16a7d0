import type { Privilege } from '../http/route';

/** What a route asks for and what the feature grants, under one name each. */
export const API_PRIVILEGES: Readonly<Record<Privilege, string>> = {
  read: 'sysmonTrail_read',
  all: 'sysmonTrail_all',
};
