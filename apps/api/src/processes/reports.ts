import type { StopSignal } from '../start/stop';

/** From a process to the one that made it: it listens. */
export interface OpenReport {
  readonly kind: 'modex-open';
  readonly port: number;
  readonly address: string;
}

/** To a process from the one that made it: finish. */
export interface StopRequest {
  readonly kind: 'modex-stop';
  readonly signal: StopSignal;
}

export function isOpenReport(value: unknown): value is OpenReport {
  return kindOf(value) === 'modex-open';
}

export function isStopRequest(value: unknown): value is StopRequest {
  return kindOf(value) === 'modex-stop';
}

function kindOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
}
