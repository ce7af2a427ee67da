import { ProcessChannel } from './process-channel';

describe('the channel between processes of one start', () => {
  const send = process.send;
  afterEach(() => {
    if (send === undefined) delete process.send;
    else process.send = send;
  });

  it('sends to the first process, and brings what that passes on to the listener of its topic', () => {
    const sent = (process.send = jest.fn());
    const channel = new ProcessChannel();
    const take = jest.fn();
    channel.listen('seats', { take, missed: jest.fn() });
    channel.send('seats', 'a seat');
    const [message] = sent.mock.calls[0] as [object];
    process.emit('message', message, undefined);
    process.emit('message', { ...message, topic: 'shows' }, undefined);
    process.emit('message', { kind: 'other' }, undefined);
    expect(take.mock.calls).toEqual([['a seat']]);
  });
});
