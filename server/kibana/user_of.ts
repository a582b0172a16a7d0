import type { AuthenticatedUser, CoreSetup, KibanaRequest } from './kibana_types';

/**
 * Tells the person behind a request apart from others, across realms. Undefined where security is off.
 * Kibana 8.12 keeps the user beside the request; from 8.15 on there is a service for it.
 */
export async function userOf(
  { getStartServices }: Pick<CoreSetup, 'getStartServices'>,
  request: KibanaRequest,
): Promise<string | undefined> {
  const [{ security, http }] = await getStartServices();
  const user: unknown = security ? security.authc.getCurrentUser(request) : http.auth?.get(request).state;
  return isUser(user) ? JSON.stringify([user.authentication_realm?.name, user.username]) : undefined;
}

function isUser(value: unknown): value is AuthenticatedUser {
  return typeof value === 'object' && value !== null && 'username' in value;
}
