import { ProcessChannel } from './process-channel';

describe('the channel between processes of one start', () => {
  const { send } = process;
  afterEach(() => {
    jest.restoreAllMocks();
    if (send === undefined) delete process.send;
    else process.send = send;
  });

  it('sends to the first process, and brings what that passes on to the listener of its topic', () => {
    const sent = (process.send = jest.fn());
    // The test itself may run in a process that listens to another one.
    const listening = jest.spyOn(process, 'on').mockReturnThis();
    const channel = new ProcessChannel();
    const [event, bring] = listening.mock.calls[0] as unknown as [string, (message: object) => void];
    const take = jest.fn();
    channel.listen('seats', { take, missed: jest.fn() });
    channel.send('seats', 'a seat');
    const [message] = sent.mock.calls[0] as [object];
    bring(message);
    bring({ ...message, topic: 'shows' });
    bring({ kind: 'other' });
    expect(event).toBe('message');
    expect(take.mock.calls).toEqual([['a seat']]);
  });
});
