import React, { useEffect } from 'react';
import type { ReactNode } from 'react';
import { EuiTitle } from '@elastic/eui';
import { useApp } from '../app_context';

export const PAGE_TITLE_ID = 'sysmonTrailTitle';

/** The h1 of a page: gets the focus when the page changes, and names the window. */
export function PageTitle({
  title,
  children,
}: {
  readonly title: string;
  readonly children?: ReactNode;
}): JSX.Element {
  const { services } = useApp();
  useEffect(() => services.setTitle([title]), [services, title]);
  return (
    <EuiTitle size="xs">
      <h1 id={PAGE_TITLE_ID} tabIndex={-1}>
        {children ?? title}
      </h1>
    </EuiTitle>
  );
}
