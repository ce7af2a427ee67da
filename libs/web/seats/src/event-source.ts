import { InjectionToken } from '@angular/core';

/** Opens a stream of server-sent events, as the browser does; tests put their own in its place. */
export type OpenEventSource = (address: string) => EventSource;

export const OPEN_EVENT_SOURCE = new InjectionToken<OpenEventSource>('OpenEventSource', {
  providedIn: 'root',
  factory: () => (address) => new EventSource(address),
});
