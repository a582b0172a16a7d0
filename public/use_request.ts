import { useCallback, useEffect, useRef, useState } from 'react';
import { asApiProblem, type ApiProblem } from './api_problem';

export interface Request<T> {
  readonly status: 'idle' | 'loading' | 'done' | 'failed' | 'cancelled';
  /** The answer to this key; kept while the same is asked again. */
  readonly data?: T;
  readonly problem?: ApiProblem;
  /** How often it failed in a row: automatic retries wait longer each time. */
  readonly failures: number;
  retry(): void;
  cancel(): void;
}

interface Settled<T> {
  readonly key: string;
  readonly attempt: string;
  readonly status: 'done' | 'failed' | 'cancelled';
  readonly data?: T;
  readonly problem?: ApiProblem;
  readonly failures: number;
}

interface RequestOptions {
  /** What is asked; undefined = nothing. A new key drops the old answer. */
  readonly key: string | undefined;
  /** Asks the same again when it changes, and keeps the answer meanwhile. */
  readonly round: number;
}

/** Asks when the key or round changes, gives up the former question, never lets an old answer overwrite a newer one. */
export function useRequest<T>(
  { key, round }: RequestOptions,
  ask: (signal: AbortSignal) => Promise<T>,
): Request<T> {
  const [settled, setSettled] = useState<Settled<T>>();
  const [retries, setRetries] = useState(0);
  const latest = useRef(ask);
  const running = useRef<AbortController>();
  useEffect(() => {
    latest.current = ask;
  });
  const attempt = `${key}#${round}#${retries}`;
  useEffect(() => {
    if (key === undefined) return undefined;
    const controller = new AbortController();
    running.current = controller;
    void settle(latest.current, controller).then((end) => {
      if (running.current !== controller) return;
      setSettled((before) => next({ ...end, key, attempt }, before));
    });
    return () => {
      if (running.current === controller) running.current = undefined;
      controller.abort();
    };
  }, [key, attempt]);
  const retry = useCallback(() => setRetries((count) => count + 1), []);
  const cancel = useCallback(() => running.current?.abort(), []);
  const own = settled?.key === key ? settled : undefined;
  const status = key === undefined ? 'idle' : own?.attempt === attempt ? own.status : 'loading';
  return {
    status,
    failures: own?.failures ?? 0,
    retry,
    cancel,
    ...(own?.data !== undefined && { data: own.data }),
    ...(status === 'failed' && own?.problem && { problem: own.problem }),
  };
}

type End<T> = Pick<Settled<T>, 'status' | 'data' | 'problem'>;

async function settle<T>(
  ask: (signal: AbortSignal) => Promise<T>,
  { signal }: AbortController,
): Promise<End<T>> {
  try {
    return { status: 'done', data: await ask(signal) };
  } catch (error) {
    return signal.aborted
      ? { status: 'cancelled' }
      : { status: 'failed', problem: asApiProblem(error, 'browser') };
  }
}

/** A failure or cancellation keeps what the same question had brought before. */
function next<T>(end: Omit<Settled<T>, 'failures'>, before: Settled<T> | undefined): Settled<T> {
  const same = before?.key === end.key ? before : undefined;
  const failures = end.status === 'failed' ? (same?.failures ?? 0) + 1 : 0;
  const data = end.data ?? same?.data;
  return { ...end, failures, ...(data !== undefined && { data }) };
}
