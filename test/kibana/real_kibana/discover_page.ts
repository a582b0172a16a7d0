import type { Browser, Locator, Page } from 'playwright-core';
import { visit } from './browser';
import type { Visit } from './browser';

export const DATA_VIEW = 'sysmon';

/** Makes the data view that the addresses below name. */
export async function makeDataView(kibana: string): Promise<void> {
  const data_view = { id: DATA_VIEW, title: 'winlogbeat-*', timeFieldName: '@timestamp' };
  const answer = await fetch(`${kibana}/api/data_views/data_view`, {
    method: 'POST',
    body: JSON.stringify({ data_view }),
    headers: { 'content-type': 'application/json', 'kbn-xsrf': 'true' },
  });
  if (!answer.ok) throw new Error(`No data view was made: ${await answer.text()}`);
}

/** Discover with these documents alone, newest first. */
export async function visitDocuments(
  browser: Browser,
  { kibana, ids }: { readonly kibana: string; readonly ids: readonly string[] },
): Promise<Visit> {
  const query = `_id : (${ids.map((id) => JSON.stringify(id)).join(' or ')})`;
  const app = `(index:${DATA_VIEW},query:(language:kuery,query:'${query}'))`;
  const time = `(time:(from:'2024-01-01T00:00:00Z',to:'2025-01-01T00:00:00Z'))`;
  return visit(browser, `${kibana}/app/discover#/?_g=${time}&_a=${encodeURIComponent(app)}`);
}

/** Discover's page of one document. */
export const visitDocument = (
  browser: Browser,
  { kibana, index, id }: { readonly kibana: string; readonly index: string; readonly id: string },
): Promise<Visit> => visit(browser, `${kibana}/app/discover#/doc/${DATA_VIEW}/${index}?id=${id}`);

/** Kibana's own mark on an element. */
export const subject = (page: Page, name: string): Locator => page.locator(`[data-test-subj="${name}"]`);

/** Opens the first document beside the table, with our tab. */
export async function openFirst(page: Page): Promise<void> {
  await subject(page, 'docTableExpandToggleColumn').first().click();
  await openTab(page);
}

export const openTab = (page: Page): Promise<void> => page.getByRole('tab', { name: 'Sysmon Trail' }).click();

export const nextDocument = (page: Page): Promise<void> =>
  subject(page, 'pagination-button-next').last().click();

export const previousDocument = (page: Page): Promise<void> =>
  subject(page, 'pagination-button-previous').last().click();
