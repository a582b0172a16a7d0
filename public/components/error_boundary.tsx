import React from 'react';
import type { ReactNode } from 'react';
import { asApiProblem } from '../api_problem';
import { ProblemCallout } from './problem_callout';

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly error?: unknown;
}

/** A bug in one part leaves the rest of the page working, and says so. React knows error boundaries as classes only. */
export class ErrorBoundary extends React.Component<Props, State> {
  override state: State = {};

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === undefined) return this.props.children;
    return (
      <ProblemCallout
        problem={asApiProblem(this.state.error, 'browser')}
        failures={1}
        onRetry={() => this.setState({ error: undefined })}
      />
    );
  }
}
