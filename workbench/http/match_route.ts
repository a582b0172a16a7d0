import type { AnyRoute } from '../../server/http/route';

export type RouteMatch =
  | { readonly kind: 'found'; readonly route: AnyRoute; readonly params: Readonly<Record<string, string>> }
  | { readonly kind: 'wrong_method'; readonly allowed: readonly string[] }
  | { readonly kind: 'not_found' }
  | { readonly kind: 'broken_path' };

/** The route of a request; `pathname` still percent-encoded. */
export function matchRoute(
  routes: readonly AnyRoute[],
  { method, pathname }: { readonly method: string; readonly pathname: string },
): RouteMatch {
  const on_path = routes.flatMap((route) => {
    const params = paramsOf(route.path, pathname);
    return params ? [{ route, params }] : [];
  });
  const match = on_path.find(({ route }) => route.method === method);
  if (match) {
    const params = decoded(match.params);
    return params ? { kind: 'found', route: match.route, params } : { kind: 'broken_path' };
  }
  if (on_path.length === 0) return { kind: 'not_found' };
  return { kind: 'wrong_method', allowed: on_path.map(({ route }) => route.method) };
}

/** `/hosts/{host}/forest` and `/hosts/PC%201/forest` -> {host: 'PC%201'}; undefined where they differ. */
function paramsOf(path: string, pathname: string): Record<string, string> | undefined {
  const wanted = path.split('/');
  const given = pathname.split('/');
  if (wanted.length !== given.length) return undefined;
  const params: [string, string][] = [];
  for (const [i, part] of wanted.entries()) {
    const value = given[i] ?? '';
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name !== undefined && value !== '') params.push([name, value]);
    else if (part !== value) return undefined;
  }
  return Object.fromEntries(params);
}

/** Undefined where a value is no valid percent-encoding. */
function decoded(params: Record<string, string>): Record<string, string> | undefined {
  try {
    return Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, decodeURIComponent(value)]),
    );
  } catch {
    return undefined;
  }
}
