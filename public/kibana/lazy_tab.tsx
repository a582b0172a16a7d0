import React, { useEffect, useState } from 'react';
import type { ComponentType } from 'react';
import { APP_TITLE } from './app_identity';

interface State<P> {
  readonly Loaded?: ComponentType<P> | undefined;
  readonly failed?: boolean;
}

/**
 * A component that is loaded when it is first shown. Part of the entry bundle, so it knows neither EUI nor messages.
 * A failure can be tried again, which React.lazy does not do.
 */
export function lazyTab<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let known: ComponentType<P> | undefined;
  return function LazyTab(props: P): JSX.Element | null {
    const [{ Loaded, failed }, setState] = useState<State<P>>({ Loaded: known });
    const wanted = !Loaded && !failed;
    useEffect(() => {
      if (!wanted) return undefined;
      let isOpen = true;
      load().then(
        (loaded) => {
          known = loaded;
          if (isOpen) setState({ Loaded: loaded });
        },
        (error: unknown) => {
          console.error(error);
          if (isOpen) setState({ failed: true });
        },
      );
      return () => {
        isOpen = false;
      };
    }, [wanted]);
    if (Loaded) return <Loaded {...props} />;
    return failed ? <Failure onRetry={() => setState({})} /> : null;
  };
}

const Failure = ({ onRetry }: { readonly onRetry: () => void }): JSX.Element => (
  <p role="alert">
    {APP_TITLE} could not be loaded.{' '}
    <button type="button" onClick={onRetry} style={{ textDecoration: 'underline' }}>
      Retry
    </button>
  </p>
);
