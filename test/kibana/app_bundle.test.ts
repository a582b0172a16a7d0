/** @jest-environment jsdom */
import * as ElasticEui from '@elastic/eui';
import * as EmotionReact from '@emotion/react';
import Moment from 'moment';
import React from 'react';
import ReactDom from 'react-dom';
import { act, waitFor } from '@testing-library/react';
import type { mountApp } from '../../public/kibana/mount';
import { coreStart, mountParameters } from '../../public/kibana/testing/core_start';
import { SHARED_DEPS } from '../../tools/build_zip/shared_deps';
import { pluginFiles, withBuiltZip } from './built_zip';
import { kibanaPage } from './kibana_page';

const KEY = 'plugin/sysmonTrail/app';
/** The libraries themselves, in the versions of 8.12, stand for those that Kibana's page carries. */
const SHARED = { ElasticEui, EmotionReact, Moment, React, ReactDom };

// jsdom cannot draw; EUI measures texts.
const pen = { measureText: () => ({ width: 0 }) } as unknown as CanvasRenderingContext2D;
HTMLCanvasElement.prototype.getContext = (() => pen) as unknown as HTMLCanvasElement['getContext'];

let code = '';
beforeAll(async () => {
  code = (await withBuiltZip(pluginFiles)).get('target/public/app.js') ?? '';
});

test('it defines one bundle that can mount the app and make the tab', () => {
  const page = kibanaPage(SHARED);
  page.run(code);
  expect(page.defined).toEqual([KEY]);
  expect(page.get(KEY)).toEqual({ mountApp: expect.any(Function), makeDiscoverTab: expect.any(Function) });
  expect(page.get(KEY)).toBe(page.get(KEY));
});

test('it takes React and EUI from the page, and only what every version of Kibana shares', () => {
  const page = kibanaPage(SHARED);
  page.run(code);
  page.get(KEY);
  expect([...page.asked]).toEqual(expect.arrayContaining(['React', 'ReactDom', 'ElasticEui']));
  expect([...page.asked].filter((key) => !Object.values(SHARED_DEPS).includes(key))).toEqual([]);
});

test("it does nothing that Kibana's content security policy forbids", () => {
  expect(code).not.toMatch(/\beval\(|new Function\(|\bimport\(/);
});

test('mounted in a page, it shows its frame, and says so when the server does not answer', async () => {
  const page = kibanaPage(SHARED);
  page.run(code);
  const params = mountParameters();
  document.body.append(params.element);
  const mount = (page.get(KEY) as { mountApp: typeof mountApp }).mountApp;
  let unmount: () => void = () => undefined;
  await act(async () => {
    unmount = await mount({ core: coreStart(), plugins: {}, params });
  });
  await waitFor(() => expect(params.element.querySelector('h1')).not.toBeNull());
  await waitFor(() => expect(params.element.textContent).toContain('does not answer'));
  unmount();
  expect(params.element.childNodes).toHaveLength(0);
});
