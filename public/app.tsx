import React from 'react';
import { AppContextProvider, useApp } from './app_context';
import { AppLink } from './components/app_link';
import { ErrorBoundary } from './components/error_boundary';
import { PageTitle } from './components/page_title';
import { Frame } from './frame/frame';
import type { HostServices } from './host_services';
import { PAGES } from './pages/page_table';
import { useAppValue } from './use_app_value';

/** The whole user interface. READ THIS FIRST: the pages are in pages/page_table.ts; the host (Kibana or workbench) gives theme and services. */
export function App({ services }: { readonly services: HostServices }): JSX.Element {
  const value = useAppValue(services);
  const page = PAGES.find(({ path }) => path === value.path);
  const Page = page?.component ?? UnknownPage;
  return (
    <AppContextProvider value={value}>
      <Frame>
        <ErrorBoundary key={page?.path}>
          <Page />
        </ErrorBoundary>
      </Frame>
    </AppContextProvider>
  );
}

function UnknownPage(): JSX.Element {
  const { t } = useApp();
  return (
    <>
      <PageTitle title={t('sysmonTrail.frame.unknownPage')} />
      <p>{t('sysmonTrail.frame.unknownPageBody')}</p>
      <p>
        <AppLink to={{ path: '/' }}>{t('sysmonTrail.frame.toHosts')}</AppLink>
      </p>
    </>
  );
}
