import { StartError } from '../start/start-error';
import { withArguments } from './arguments';

describe('the command line', () => {
  it('may be empty', () => {
    expect(withArguments([], { PROCESSES: '3' })).toEqual({ PROCESSES: '3' });
  });

  it.each([[['--processes', '2']], [['--processes=2']]])('goes before the environment: %j', (args) => {
    expect(withArguments(args, { PROCESSES: '3', PORT: '80' })).toEqual({ PROCESSES: '2', PORT: '80' });
  });

  it.each([[['--port', '80']], [['two']], [['--processes']]])('with anything else stops the start: %j', (args) => {
    expect(() => withArguments(args, {})).toThrow(StartError);
  });
});
