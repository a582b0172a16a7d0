import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const PLACES = [
  process.env.CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** Where the browser lies; with CI=true its absence is a failure, else the tests say loudly that they were left out. */
export const browserPath = PLACES.find((place) => place !== '' && existsSync(place));

export async function openBrowser(): Promise<Browser> {
  if (!browserPath)
    throw new Error('No Chromium found. Install it (apt-get install chromium) or name it in CHROMIUM.');
  return chromium.launch({
    executablePath: browserPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of scripts and of the console; requests that a test makes fail on purpose are logged by the browser, not by the app. */
  readonly errors: string[];
}

export interface VisitOptions {
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  readonly reducedMotion?: 'reduce';
}

/** A fresh visitor: own storage, own window. */
export async function visit(
  browser: Browser,
  { theme = 'light', width = 1280, height = 800 }: VisitOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    reducedMotion: 'reduce',
  });
  await context.addInitScript(
    (mode) => localStorage.setItem('sysmon_trail_workbench_color_mode', mode),
    theme,
  );
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      errors.push(message.text());
  });
  return { page, context, errors };
}
