import React from 'react';
import type { MouseEvent, ReactNode } from 'react';
import { EuiButtonEmpty, EuiButtonIcon, EuiLink } from '@elastic/eui';
import { useApp, type Place } from '../app_context';

/** A plain primary click stays inside the app; every other click (new tab, new window) is the browser's. */
export function usePlaceLink(place: Place): {
  readonly href: string;
  readonly onClick: (event: MouseEvent) => void;
} {
  const { href, go } = useApp();
  return {
    href: href(place),
    onClick: (event) => {
      if (
        event.defaultPrevented ||
        event.button !== 0 ||
        event.metaKey ||
        event.ctrlKey ||
        event.shiftKey ||
        event.altKey
      )
        return;
      event.preventDefault();
      go(place);
    },
  };
}

interface LinkProps {
  readonly to: Place;
  readonly children: ReactNode;
  readonly label?: string;
}

export function AppLink({ to, children, label }: LinkProps): JSX.Element {
  return (
    <EuiLink {...usePlaceLink(to)} {...(label && { 'aria-label': label })}>
      {children}
    </EuiLink>
  );
}

export function AppLinkButton({
  to,
  children,
  iconType,
}: LinkProps & { readonly iconType?: string }): JSX.Element {
  return (
    <EuiButtonEmpty size="s" {...usePlaceLink(to)} {...(iconType && { iconType })}>
      {children}
    </EuiButtonEmpty>
  );
}

export function AppLinkIcon({
  to,
  label,
  iconType,
}: {
  readonly to: Place;
  readonly label: string;
  readonly iconType: string;
}): JSX.Element {
  return (
    <EuiButtonIcon size="xs" iconType={iconType} aria-label={label} title={label} {...usePlaceLink(to)} />
  );
}
