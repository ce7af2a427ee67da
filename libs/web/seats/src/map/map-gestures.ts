import { MapZoom, WindowPoint } from './map-zoom';

/** A wheel that has not been turned for so long (milliseconds) stands still. */
const WHEEL_REST_MS = 120;

interface Pinch {
  readonly spread: number;
  readonly middle: WindowPoint;
}

/**
 * Listens for pinch (two fingers) and Ctrl + wheel (which a trackpad's pinch also is) on the window of the map.
 * One finger stays with the browser, so that scrolling keeps its own smoothness. Returns what stops listening.
 */
export function listenForZoom(pane: HTMLElement, zoom: MapZoom): () => void {
  let begun: Pinch | undefined;
  let now: Pinch | undefined;
  const wheel = listenForWheel(pane, zoom);
  const stop = new AbortController();
  const active = { signal: stop.signal, passive: false };
  // Under two fingers the page stands still.
  let box = pane.getBoundingClientRect();

  const begin = (event: TouchEvent): void => {
    wheel.end();
    box = pane.getBoundingClientRect();
    const touch = twoFingers(box, event);
    if (!touch) return finish();
    event.preventDefault();
    begun = now = touch;
    zoom.hold(touch.middle);
  };
  const follow = (event: TouchEvent): void => {
    if (!begun) return;
    const touch = twoFingers(box, event);
    if (!touch) return;
    event.preventDefault();
    now = touch;
    zoom.preview(touch.spread / begun.spread, touch.middle);
  };
  const finish = (): void => {
    if (begun && now) zoom.settle(now.spread / begun.spread, now.middle);
    begun = now = undefined;
  };
  pane.addEventListener('touchstart', begin, active);
  pane.addEventListener('touchmove', follow, active);
  pane.addEventListener('touchend', finish, active);
  pane.addEventListener('touchcancel', finish, active);
  return () => {
    stop.abort();
    wheel.stop();
  };
}

/** Ctrl + wheel shows a size at once, and makes it real when the wheel stands still or fingers take over (`end`). */
function listenForWheel(pane: HTMLElement, zoom: MapZoom): { readonly end: () => void; readonly stop: () => void } {
  let turned: { readonly ratio: number; readonly at: WindowPoint; readonly rest: number } | undefined;
  const end = (): void => {
    if (turned) zoom.settle(turned.ratio, turned.at);
    turned = undefined;
  };
  const turn = (event: WheelEvent): void => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const at = turned?.at ?? windowPoint(pane, event);
    if (turned) clearTimeout(turned.rest);
    else zoom.hold(at);
    const ratio = (turned?.ratio ?? 1) * Math.exp(-event.deltaY / 220);
    turned = { ratio, at, rest: window.setTimeout(end, WHEEL_REST_MS) };
    zoom.preview(ratio, at);
  };

  pane.addEventListener('wheel', turn, { passive: false });
  return {
    end,
    stop: () => {
      if (turned) clearTimeout(turned.rest);
      pane.removeEventListener('wheel', turn);
    },
  };
}

/** What a map does when somebody presses it, or points at it; undefined: the pointer has left. */
export interface PointerActs {
  readonly press: (event: MouseEvent) => void;
  readonly point: (event: PointerEvent | undefined) => void;
}

/** Listens for presses and for what a mouse points at, without a rendering for each of its moves. Returns what stops it. */
export function listenForPointer(pane: HTMLElement, { press, point }: PointerActs): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  pane.addEventListener('click', press, { signal });
  pane.addEventListener('pointermove', (event) => event.pointerType !== 'touch' && point(event), { signal });
  pane.addEventListener('pointerleave', () => point(undefined), { signal });
  return () => stop.abort();
}

/** Where a pointer is, relative to the window of the map. */
export function windowPoint(
  pane: HTMLElement,
  at: { readonly clientX: number; readonly clientY: number },
): WindowPoint {
  return pointIn(pane.getBoundingClientRect(), at);
}

function pointIn(box: DOMRectReadOnly, at: { readonly clientX: number; readonly clientY: number }): WindowPoint {
  return { x: at.clientX - box.x, y: at.clientY - box.y };
}

/** Calls back in the frame after the element's size changed, since the answer may change it again; does nothing where the platform cannot tell. */
export function whenResized(element: HTMLElement, resized: () => void): () => void {
  if (typeof ResizeObserver === 'undefined') return () => undefined;
  let frame = 0;
  const observer = new ResizeObserver(() => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(resized);
  });
  observer.observe(element);
  return () => {
    cancelAnimationFrame(frame);
    observer.disconnect();
  };
}

function twoFingers(box: DOMRectReadOnly, event: TouchEvent): Pinch | undefined {
  const [one, two] = [event.touches[0], event.touches[1]];
  if (!one || !two || event.touches.length !== 2) return undefined;
  const middle = { clientX: (one.clientX + two.clientX) / 2, clientY: (one.clientY + two.clientY) / 2 };
  const spread = Math.hypot(one.clientX - two.clientX, one.clientY - two.clientY);
  return { spread, middle: pointIn(box, middle) };
}
