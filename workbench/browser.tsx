import React, { useEffect, useState } from 'react';
import ReactDOM from 'react-dom';
import { EuiProvider } from '@elastic/eui';
import { App } from '../public/app';
import type { HostServices } from '../public/host_services';
import { browserHistory } from './page/browser_history';
import { colorModeButton, keptColorMode, type ColorMode } from './page/color_mode';
import { fetchPort } from './page/fetch_port';

const services: HostServices = {
  http: fetchPort(),
  history: browserHistory('/app/sysmonTrail'),
  locale: new URLSearchParams(location.search).get('lang') === 'ja' ? 'ja' : 'en',
  dateFormatTz: 'Browser',
  setTitle: (parts) => {
    document.title = [...parts, 'Sysmon Trail'].join(' - ');
  },
  rights: { read: true, write: true },
  defaultRange: { from: 'now-48h', to: 'now' }, // the sample estate covers two days
};

/** What Kibana does around the app: the theme. */
function Workbench() {
  const [mode, setMode] = useState<ColorMode>(keptColorMode);
  useEffect(() => colorModeButton(mode, setMode), [mode]);
  return (
    <EuiProvider colorMode={mode}>
      <App services={services} />
    </EuiProvider>
  );
}

ReactDOM.render(<Workbench />, document.getElementById('app'));
