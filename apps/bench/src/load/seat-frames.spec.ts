import { cutFrames, seatsIn } from './seat-frames';

describe('events about seats', () => {
  it('are cut off whole, however they arrive', () => {
    expect(cutFrames('event: a\ndata: 1\n\nevent: b\ndata: 2\n\nevent: c\nda')).toEqual({
      frames: ['event: a\ndata: 1\n\n', 'event: b\ndata: 2\n\n'],
      rest: 'event: c\nda',
    });
  });

  it('name the seats that changed', () => {
    expect(seatsIn('event: changes\nid: x-2\ndata: {"version":"x-2","changes":[[7,2],[9,0]]}\n\n')).toEqual([7, 9]);
  });

  it('name all seats that are not free where the whole status is sent', () => {
    const status = Buffer.from([0b00_01_10_00, 0, 0b11_00_00_00]).toString('base64');
    expect(seatsIn(`event: status\nid: x-1\ndata: {"status":"${status}"}\n\n`)).toEqual([1, 2, 11]);
  });

  it.each(['event: show\ndata: {"status":"ON_SALE"}\n\n', 'event: alive\ndata: \n\n', 'retry: 2000\n\n'])(
    'are none of %j',
    (frame) => expect(seatsIn(frame)).toEqual([]),
  );
});
