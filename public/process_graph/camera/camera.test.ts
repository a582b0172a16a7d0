import fc from 'fast-check';
import {
  bringIntoView,
  fit,
  firstCamera,
  keepInPlace,
  MAX_SCALE,
  MIN_SCALE,
  toScreen,
  toWorld,
  viewOf,
  zoomAt,
  type Camera,
} from './camera';
import { zoomLevel } from './zoom_level';

const number = fc.double({ min: -1e5, max: 1e5, noNaN: true });
const anyCamera: fc.Arbitrary<Camera> = fc.record({
  x: number,
  y: number,
  scale: fc.double({ min: MIN_SCALE, max: MAX_SCALE, noNaN: true }),
});
const point = fc.record({ x: number, y: number });
const screen = { width: 1000, height: 600 };

describe('camera', () => {
  it('goes to the screen and back', () => {
    fc.assert(
      fc.property(anyCamera, point, (camera, world) => {
        const back = toWorld(camera, toScreen(camera, world));
        expect(back.x).toBeCloseTo(world.x, 3);
        expect(back.y).toBeCloseTo(world.y, 3);
      }),
    );
  });

  it('zooms around the point under the mouse and within its limits', () => {
    fc.assert(
      fc.property(anyCamera, point, fc.double({ min: 0.01, max: 100, noNaN: true }), (camera, at, factor) => {
        const zoomed = zoomAt(camera, { at, factor });
        const under = toScreen(zoomed, toWorld(camera, at));
        expect(zoomed.scale).toBeGreaterThanOrEqual(MIN_SCALE);
        expect(zoomed.scale).toBeLessThanOrEqual(MAX_SCALE);
        expect(under.x).toBeCloseTo(at.x, 2);
      }),
    );
  });

  it('fits a box into the middle, and does not enlarge a small one', () => {
    const box = { x: -100, y: 50, width: 4000, height: 300 };
    const view = viewOf(fit(box, screen), screen);
    expect(view.x).toBeLessThanOrEqual(box.x);
    expect(view.x + view.width).toBeGreaterThanOrEqual(box.x + box.width);
    expect(view.x + view.width / 2).toBeCloseTo(box.x + box.width / 2);
    expect(fit({ x: 0, y: 0, width: 10, height: 10 }, screen).scale).toBe(1);
  });

  it('starts with everything when cards stay readable, else around the origin', () => {
    expect(firstCamera({ bounds: { x: 0, y: 0, width: 900, height: 500 }, screen }).scale).toBe(1);
    const focus = { x: 3000, y: 0, width: 232, height: 64 };
    const camera = firstCamera({ bounds: { x: 0, y: -2000, width: 6000, height: 4000 }, focus, screen });
    const corner = toScreen(camera, focus);
    expect(camera.scale).toBeGreaterThanOrEqual(0.75);
    expect(corner.x).toBeGreaterThan(0);
    expect(corner.x).toBeLessThan(800);
    expect(corner.y).toBeGreaterThan(0);
    expect(corner.y).toBeLessThan(600);
  });

  it('brings a box into view and leaves the camera alone when it is there', () => {
    const camera = { x: 0, y: 0, scale: 1 };
    expect(bringIntoView(camera, { box: { x: 100, y: 100, width: 50, height: 50 }, screen })).toEqual(camera);
    const moved = bringIntoView(camera, { box: { x: 2000, y: -500, width: 50, height: 50 }, screen });
    expect(toScreen(moved, { x: 2050, y: -500 })).toEqual({ x: 976, y: 24 });
  });

  it('keeps a node in its place over a new layout', () => {
    const camera = { x: 5, y: 7, scale: 0.5 };
    const moved = keepInPlace(camera, { before: { x: 100, y: 100 }, after: { x: 100, y: 900 } });
    expect(toScreen(moved, { x: 100, y: 900 })).toEqual(toScreen(camera, { x: 100, y: 100 }));
  });
});

describe('zoomLevel', () => {
  it.each([
    [1, 'full'],
    [0.75, 'full'],
    [0.74, 'compact'],
    [0.35, 'compact'],
    [0.34, 'dot'],
  ] as const)('%d is %s', (scale, level) => expect(zoomLevel(scale)).toBe(level));

  it('does not flicker at its limits', () => {
    expect(zoomLevel(0.72, 'full')).toBe('full');
    expect(zoomLevel(0.69, 'full')).toBe('compact');
    expect(zoomLevel(0.78, 'compact')).toBe('compact');
    expect(zoomLevel(0.81, 'compact')).toBe('full');
    expect(zoomLevel(0.32, 'compact')).toBe('compact');
    expect(zoomLevel(0.1, 'full')).toBe('dot');
  });
});
