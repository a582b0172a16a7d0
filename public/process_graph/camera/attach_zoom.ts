import { select } from 'd3-selection';
import { zoom, zoomIdentity, zoomTransform, type D3ZoomEvent } from 'd3-zoom';
import { MAX_SCALE, MIN_SCALE, type Camera } from './camera';

export interface ZoomHandle {
  /** Moves the camera from outside (keys, buttons, URL). */
  set(camera: Camera): void;
  detach(): void;
}

interface ZoomOptions {
  /** `byHand`: the person moved it with mouse, pen or fingers. */
  readonly onMove: (camera: Camera, byHand: boolean) => void;
}

/** The one place where d3 meets the DOM: drag pans, Ctrl+wheel and pinch zoom, the wheel alone pans, double click is left to the graph. */
export function attachZoom(element: HTMLElement, { onMove }: ZoomOptions): ZoomHandle {
  let wheeling = false;
  const behaviour = zoom<HTMLElement, unknown>()
    .scaleExtent([MIN_SCALE, MAX_SCALE])
    .clickDistance(4)
    .filter((event: MouseEvent) =>
      event.type === 'wheel' ? event.ctrlKey || event.metaKey : !event.shiftKey && event.button === 0,
    )
    .on('zoom', ({ transform, sourceEvent }: D3ZoomEvent<HTMLElement, unknown>) =>
      onMove({ x: transform.x, y: transform.y, scale: transform.k }, wheeling || Boolean(sourceEvent)),
    );
  const target = select(element);
  target.call(behaviour).on('dblclick.zoom', null);
  const onWheel = (event: WheelEvent): void => {
    if (event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const { x, y } = wheelPixels(event);
    const { k } = zoomTransform(element);
    wheeling = true;
    behaviour.translateBy(target, -x / k, -y / k);
    wheeling = false;
  };
  element.addEventListener('wheel', onWheel, { passive: false });
  return {
    set: ({ x, y, scale }) => behaviour.transform(target, zoomIdentity.translate(x, y).scale(scale)),
    detach: () => {
      element.removeEventListener('wheel', onWheel);
      target.on('.zoom', null);
    },
  };
}

const LINE = 16;

/** Shift+wheel pans sideways where the system does not do so itself. */
function wheelPixels({ deltaX, deltaY, deltaMode, shiftKey }: WheelEvent): { x: number; y: number } {
  const unit = deltaMode === 1 ? LINE : deltaMode === 2 ? 20 * LINE : 1;
  return shiftKey && deltaX === 0 ? { x: deltaY * unit, y: 0 } : { x: deltaX * unit, y: deltaY * unit };
}
