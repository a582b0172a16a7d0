import React from 'react';
import { EuiProvider } from '@elastic/eui';
import { render } from '@testing-library/react';
import type { RenderResult } from '@testing-library/react';
import { App } from '../app';
import type { HistoryPort, HostServices, HttpPort } from '../host_services';

export type HttpRequest = Parameters<HttpPort['request']>[0];
export type Answer = { readonly status: number; readonly body: unknown };
/** What the server says to a request; a promise that never ends is a slow server. */
export type Server = (request: HttpRequest) => Answer | Promise<Answer>;

export const ok = (body: unknown): Answer => ({ status: 200, body });

/** A history in memory that counts entries. */
export function memoryHistory(
  start: string,
): HistoryPort & { readonly entries: string[]; back(): void; path(): string } {
  const entries = [start];
  const listeners = new Set<() => void>();
  const tell = (): void => listeners.forEach((listener) => listener());
  const split = (): [string, string] => {
    const [pathname = '', search] = (entries.at(-1) ?? '').split('?');
    return [pathname, search ? `?${search}` : ''];
  };
  return {
    entries,
    path: () => entries.at(-1) ?? '',
    back: () => {
      entries.pop();
      tell();
    },
    get location() {
      const [pathname, search] = split();
      return { pathname, search };
    },
    push: (path) => {
      entries.push(path);
      tell();
    },
    replace: (path) => {
      entries[entries.length - 1] = path;
      tell();
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    createHref: ({ pathname, search = '' }) => `/app/sysmonTrail${pathname}${search}`,
  };
}

interface Rendered extends RenderResult {
  readonly history: ReturnType<typeof memoryHistory>;
  readonly requests: HttpRequest[];
  readonly titles: string[];
}

/** The whole app over a server made of a function. */
export function renderApp(path: string, server: Server): Rendered {
  const history = memoryHistory(path);
  const requests: HttpRequest[] = [];
  const titles: string[] = [];
  const services: HostServices = {
    http: {
      request: async (request) => {
        requests.push(request);
        return server(request);
      },
    },
    history,
    locale: 'en',
    dateFormatTz: 'Asia/Tokyo',
    setTitle: (parts) => titles.push(parts.join(' | ')),
    rights: { read: true, write: true },
    defaultRange: { from: '2019-01-08T00:00:00.000Z', to: '2019-01-09T00:00:00.000Z' },
  };
  const result = render(
    <EuiProvider>
      <App services={services} />
    </EuiProvider>,
  );
  return { ...result, history, requests, titles };
}

/** What jsdom lacks: sizes, observers of sizes, canvases, media queries of a wide screen. */
export function prepareDom(): void {
  class NoResizeObserver implements ResizeObserver {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  }
  window.ResizeObserver ??= NoResizeObserver;
  HTMLCanvasElement.prototype.getContext = () => null;
  const { error } = console;
  // React 17 wants every update inside act, also those of answers that come later; testing-library waits for them.
  console.error = (...texts: unknown[]) =>
    void (String(texts[0]).includes('not wrapped in act') || error(...texts));
  Object.defineProperty(window, 'innerWidth', { value: 1280, writable: true });
}
