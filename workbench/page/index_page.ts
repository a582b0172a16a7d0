import type { PageFile } from '../http/http_host';

/** Where the app lives, as in Kibana. */
export const APP_PATH = '/app/sysmonTrail';

const HTML = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sysmon Trail</title>
<link rel="icon" href="data:,">
<link id="eui-styles" rel="stylesheet" href="/assets/eui_light.css">
<style>body { margin: 0 } #workbench-bar { display: flex; gap: 12px; align-items: center; height: 32px; padding: 0 12px; font: 12px/1 system-ui, sans-serif; background: #343741; color: #fff } #workbench-bar button { font: inherit; color: inherit; background: none; border: 1px solid #98a2b3; border-radius: 4px; padding: 4px 8px; cursor: pointer } #workbench-bar span { flex: 1 }</style>
</head>
<body>
<header id="workbench-bar"><span>Sysmon Trail workbench</span></header>
<div id="app"></div>
<noscript>Sysmon Trail needs JavaScript.</noscript>
<script type="module" src="/assets/app.js"></script>
</body>
</html>
`;

/** The same page for every address of the app: what it shows is in the address. */
export function indexPage(pathname: string): PageFile | undefined {
  if (pathname !== '/' && pathname !== APP_PATH && !pathname.startsWith(`${APP_PATH}/`)) return undefined;
  return { type: 'text/html; charset=utf-8', content: HTML };
}
