import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { findChromium } from '../../../tools/setup/find_chromium';

/** What a page said and asked for while it was open. */
export interface Visit {
  readonly page: Page;
  /** Console errors and uncaught errors, beyond the two that every page of 8.12 logs. */
  readonly errors: readonly string[];
  /** Answers with status 400 and above, and requests that failed. */
  readonly failures: readonly string[];
}

/** Kibana's self-test of its content security policy, and a development hint of Redux in a shared library. */
const OWN_ERRORS = [
  /^Executing inline script violates the following Content Security Policy/,
  /^You are currently using minified code outside of NODE_ENV/,
];

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function startBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium was found; CHROMIUM=<path> names one');
  return chromium.launch({ executablePath, args: FLAGS });
}

/** Opens an address in a fresh profile and keeps book. */
export async function visit(browser: Browser, address: string): Promise<Visit> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const errors: string[] = [];
  const failures: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !OWN_ERRORS.some((own) => own.test(message.text())))
      errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(`${error.name}: ${error.message}`));
  page.on('response', (answer) => {
    if (answer.status() >= 400) failures.push(`${answer.status()} ${answer.url()}`);
  });
  page.on('requestfailed', (request) => failures.push(`${request.failure()?.errorText} ${request.url()}`));
  await page.goto(address);
  return { page, errors, failures };
}
