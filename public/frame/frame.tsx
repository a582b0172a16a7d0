import React, { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { EuiButtonEmpty, EuiButtonIcon, EuiCallOut, EuiSkipLink, EuiTab, EuiTabs } from '@elastic/eui';
import { useApp } from '../app_context';
import { usePlaceLink } from '../components/app_link';
import { CONTENT_ID, PAGE_TITLE_ID } from '../components/page_title';
import { PAGES, type Page } from '../pages/page_table';
import { CopyLink } from './copy_link';
import { FIND_BOX_ID, FindBox } from './find_box';
import { FrameStyles } from './frame_styles';
import { HostChooser } from './host_chooser';
import { RangePicker } from './range_picker';
import { ShortcutsHelp } from './shortcuts_help';
import { useKeptState } from './use_kept_state';
import { useKnownHosts } from './use_known_hosts';
import { useShortcuts } from './use_shortcuts';
import { ZoneSwitch } from './zone_switch';

/** Two rows of 40 px on every page: pages, then find, hosts, range, zone, refresh. */
export function Frame({ children }: { readonly children: ReactNode }): JSX.Element {
  const { t, go, unreadable } = useApp();
  const [help, setHelp] = useState(false);
  const kept = useKeptState();
  const { root, top } = useTop();
  useFocusOnTitle();
  useShortcuts({
    '/': () => document.getElementById(FIND_BOX_ID)?.focus(),
    '?': () => setHelp(true),
    'g o': () => go({ path: '/', state: kept }),
    'g p': () => go({ path: '/graph', state: kept }),
  });
  return (
    <div ref={root} className="sysmonTrail" style={{ height: `calc(100vh - ${top}px)` }}>
      <FrameStyles />
      <EuiSkipLink destinationId={CONTENT_ID} overrideLinkBehavior position="fixed">
        {t('sysmonTrail.frame.skipToContent')}
      </EuiSkipLink>
      <PageRow onHelp={() => setHelp(true)} />
      <ControlRow />
      <main id={CONTENT_ID} className="sysmonTrailMain">
        {unreadable.length > 0 && (
          <EuiCallOut
            size="s"
            color="warning"
            heading="p"
            title={t('sysmonTrail.shared.unreadableKeys', { keys: unreadable.join(', ') })}
          />
        )}
        {children}
      </main>
      {help && <ShortcutsHelp onClose={() => setHelp(false)} />}
    </div>
  );
}

function PageRow({ onHelp }: { readonly onHelp: () => void }): JSX.Element {
  const { t } = useApp();
  return (
    <div className="sysmonTrailRow">
      <nav aria-label={t('sysmonTrail.frame.pages')}>
        <EuiTabs size="s" bottomBorder={false}>
          {PAGES.filter(({ tab }) => tab).map((page) => (
            <PageTab key={page.path} page={page} />
          ))}
        </EuiTabs>
      </nav>
      <span className="sysmonTrailGrow" />
      <CopyLink />
      <EuiButtonEmpty size="s" iconType="keyboard" onClick={onHelp}>
        {t('sysmonTrail.frame.shortcuts')}
      </EuiButtonEmpty>
    </div>
  );
}

function PageTab({ page }: { readonly page: Page }): JSX.Element {
  const { t, path } = useApp();
  const kept = useKeptState();
  const link = usePlaceLink({ path: page.path, state: kept });
  return (
    <EuiTab {...link} isSelected={path === page.path}>
      {t(page.title)}
    </EuiTab>
  );
}

function ControlRow(): JSX.Element {
  const { t, refresh } = useApp();
  const { hosts, want } = useKnownHosts();
  return (
    <div className="sysmonTrailRow sysmonTrailControls" role="search">
      <div className="sysmonTrailFind">
        <FindBox hosts={hosts} onFocus={want} />
      </div>
      <div className="sysmonTrailHosts">
        <HostChooser hosts={hosts} onFocus={want} />
      </div>
      <RangePicker />
      <ZoneSwitch />
      <EuiButtonIcon
        display="base"
        size="s"
        iconType="refresh"
        aria-label={t('sysmonTrail.frame.refresh')}
        title={t('sysmonTrail.frame.refresh')}
        onClick={refresh}
      />
    </div>
  );
}

/** How far down the app begins: hosts put their own bars above it, and the app takes the rest of the window. */
function useTop(): { readonly root: React.RefObject<HTMLDivElement>; readonly top: number } {
  const root = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const measure = (): void =>
      setTop(Math.max(0, Math.round((root.current?.getBoundingClientRect().top ?? 0) + window.scrollY)));
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  return { root, top };
}

/** A new page begins at its title, for screen readers as for eyes; the first page begins where the browser begins. */
function useFocusOnTitle(): void {
  const { path } = useApp();
  const last = useRef(path);
  useEffect(() => {
    if (last.current === path) return;
    last.current = path;
    document.getElementById(PAGE_TITLE_ID)?.focus();
  }, [path]);
}
