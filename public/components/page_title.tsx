import React, { useEffect, useLayoutEffect, useRef } from 'react';
import type { ReactNode, RefObject } from 'react';
import { EuiTitle } from '@elastic/eui';
import { useApp } from '../app_context';

export const PAGE_TITLE_ID = 'sysmonTrailTitle';
export const CONTENT_ID = 'sysmonTrailContent';

/** The h1 of a page: gets the focus when the page changes, and names the window. */
export function PageTitle({
  title,
  children,
}: {
  readonly title: string;
  readonly children?: ReactNode;
}): JSX.Element {
  const { services } = useApp();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => services.setTitle([title]), [services, title]);
  useHandOverFocus(heading);
  return (
    <EuiTitle size="xs">
      <h1 ref={heading} id={PAGE_TITLE_ID} tabIndex={-1}>
        {children ?? title}
      </h1>
    </EuiTitle>
  );
}

/** A page that loads has a title of its own for that time; the focus goes from it to the title that takes its place. */
function useHandOverFocus(heading: RefObject<HTMLElement>): void {
  useLayoutEffect(() => {
    const own = heading.current;
    const content = document.getElementById(CONTENT_ID);
    if (content?.dataset.titleFocus) {
      delete content.dataset.titleFocus;
      own?.focus();
    }
    return () => {
      if (content && own && document.activeElement === own) content.dataset.titleFocus = 'true';
    };
  }, [heading]);
}
