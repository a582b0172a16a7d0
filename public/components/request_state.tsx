import React from 'react';
import { EuiButtonEmpty, EuiCallOut } from '@elastic/eui';
import { useApp } from '../app_context';
import type { Request } from '../use_request';
import { Loading } from './loading';
import { ProblemCallout } from './problem_callout';

/** Whatever a request has to say besides its answer: loading, failed, cancelled. The answer itself is the page's. */
export function RequestState<T>({ request }: { readonly request: Request<T> }): JSX.Element | null {
  const { t } = useApp();
  const { status, problem, failures, retry, cancel } = request;
  if (status === 'loading') return <Loading onCancel={cancel} />;
  if (problem) return <ProblemCallout {...{ problem, failures }} onRetry={retry} />;
  if (status !== 'cancelled') return null;
  return (
    <EuiCallOut size="s" title={t('sysmonTrail.shared.cancelled')} heading="p">
      <EuiButtonEmpty size="s" onClick={retry}>
        {t('sysmonTrail.shared.retry')}
      </EuiButtonEmpty>
    </EuiCallOut>
  );
}
