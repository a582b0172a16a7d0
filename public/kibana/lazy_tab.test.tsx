import React from 'react';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { lazyTab } from './lazy_tab';

interface Props {
  readonly id: string;
}
const Loaded = ({ id }: Props) => <p>document {id}</p>;

test('it loads when it is first shown, once for all of its uses, and passes on what changes', async () => {
  const load = jest.fn(async () => Loaded);
  const Tab = lazyTab<Props>(load);
  expect(load).not.toHaveBeenCalled();
  const first = render(<Tab id="1" />);
  await screen.findByText('document 1');
  first.rerender(<Tab id="2" />);
  expect(screen.getByText('document 2')).toBeTruthy();
  first.unmount();
  render(<Tab id="3" />);
  expect(screen.getByText('document 3')).toBeTruthy();
  expect(load).toHaveBeenCalledTimes(1);
});

test('a failure is said and can be tried again', async () => {
  const logged = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const load = jest.fn<Promise<typeof Loaded>, []>().mockRejectedValueOnce(new Error('offline'));
  load.mockResolvedValue(Loaded);
  const Tab = lazyTab<Props>(load);
  render(<Tab id="1" />);
  expect((await screen.findByRole('alert')).textContent).toContain('Sysmon Trail could not be loaded.');
  fireEvent.click(screen.getByText('Retry'));
  expect(await screen.findByText('document 1')).toBeTruthy();
  expect(logged).toHaveBeenCalled();
  logged.mockRestore();
});

test('closed before it has loaded, it stays closed', async () => {
  let done: (tab: typeof Loaded) => void = () => undefined;
  const Tab = lazyTab<Props>(() => new Promise<typeof Loaded>((resolve) => (done = resolve)));
  const logged = jest.spyOn(console, 'error');
  const { unmount, container } = render(<Tab id="1" />);
  unmount();
  await act(async () => done(Loaded));
  expect(container.textContent).toBe('');
  expect(logged).not.toHaveBeenCalled();
  logged.mockRestore();
});
