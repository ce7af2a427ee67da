import { Channel } from './channel';

/** A message between two processes of this machine, as the first process passes it on. */
export interface ProcessMessage {
  readonly kind: 'modex-channel';
  readonly topic: string;
  readonly message: string;
}

export function isProcessMessage(value: unknown): value is ProcessMessage {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'modex-channel';
}

/** The channel between the processes that one start made: the first process passes each message on to the others. */
export class ProcessChannel extends Channel {
  constructor() {
    super();
    process.on('message', (value) => {
      if (isProcessMessage(value)) this.deliver(value.topic, value.message);
    });
  }

  send(topic: string, message: string): void {
    // Fails only when the first process is gone, and then this one ends too.
    process.send?.({ kind: 'modex-channel', topic, message } satisfies ProcessMessage, () => undefined);
  }
}
