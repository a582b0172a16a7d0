import React from 'react';
import { ProblemCallout } from '../components/problem_callout';
import { RequestState } from '../components/request_state';
import type { Request } from '../use_request';

/** Loading, failed or given up. The range of a lineage follows from its process, so there is none to narrow. */
export function TabState<T>({ request }: { readonly request: Request<T> }): JSX.Element | null {
  const { problem, failures, retry } = request;
  return problem ? (
    <ProblemCallout {...{ problem, failures }} onRetry={retry} canNarrow={false} />
  ) : (
    <RequestState request={request} />
  );
}
