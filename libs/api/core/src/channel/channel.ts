/** What a listener is told of the messages of one topic. */
export interface ChannelListener {
  /** A message of another process; possibly late, and possibly after one that was sent later. */
  take(message: string): void;
  /** Messages may have been lost. */
  missed(): void;
}

/** Carries short messages to the other processes of this deployment. They only save time: what matters is in the database. */
export abstract class Channel {
  private readonly listeners = new Map<string, ChannelListener>();

  /** Sends a message to the listeners of its topic in all other processes. Never fails and never waits. */
  abstract send(topic: string, message: string): void;

  /** Calls back for messages of a topic; one listener for each. */
  listen(topic: string, listener: ChannelListener): void {
    this.listeners.set(topic, listener);
  }

  protected deliver(topic: string, message: string): void {
    this.listeners.get(topic)?.take(message);
  }

  protected tellMissed(): void {
    for (const listener of this.listeners.values()) listener.missed();
  }
}

/** For a process that has no others to talk to: there is nobody. */
export class NoChannel extends Channel {
  send(): void {
    // Nobody listens.
  }
}
