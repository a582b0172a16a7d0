import { useEffect, useMemo, useRef } from 'react';
import type { MutableRefObject } from 'react';
import { useApp, type AppContextValue } from '../app_context';
import type { Camera } from './camera/camera';
import type { Scene } from './drawing/scene';

interface CameraInUrl {
  read(): Camera | undefined;
  /** Written when the hand rests for 300 ms, without a new entry in the history. */
  write(camera: Camera): void;
}

const REST_MS = 300;
const textOf = (camera: Camera | undefined): string => JSON.stringify(camera ?? null);

/** Keeps the position of the canvas in the URL key `z`; Back moves the canvas back. */
export function useCameraInUrl(scene: MutableRefObject<Scene | undefined>): CameraInUrl {
  const app = useApp();
  const latest = useRef<AppContextValue>(app);
  const written = useRef(textOf(app.url.z));
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => {
    latest.current = app;
  });
  const { z } = app.url;
  useEffect(() => {
    if (textOf(z) === written.current) return;
    written.current = textOf(z);
    if (z) scene.current?.moveTo(z);
  }, [z, scene]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useMemo(
    () => ({
      read: () => latest.current.url.z,
      write: ({ x, y, scale }) => {
        clearTimeout(timer.current);
        timer.current = setTimeout(() => {
          const rounded = { x: Math.round(x), y: Math.round(y), scale: Number(scale.toFixed(4)) };
          written.current = textOf(rounded);
          latest.current.change({ z: rounded }, 'replace');
        }, REST_MS);
      },
    }),
    [],
  );
}
