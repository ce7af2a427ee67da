import * as library from '@mdi/js';
import * as frame from './frame-icons';

it('the icons of the frame are those of the library', () => {
  const asInLibrary = Object.keys(frame).map((name) => [name, Reflect.get(library, name.replace('frame', 'mdi'))]);
  expect(Object.entries(frame)).toEqual(asInLibrary);
});
