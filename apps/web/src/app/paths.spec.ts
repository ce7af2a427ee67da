import { Route, Routes } from '@angular/router';
import SERVED from '../../public/paths.json';
import { routes } from './app.routes';

async function pathsOf(routes: Routes, base = ''): Promise<readonly string[]> {
  const paths = routes.filter(({ path }) => path !== '**').map(async (route) => pathsOfOne(route, base));
  return (await Promise.all(paths)).flat();
}

async function pathsOfOne(route: Route, base: string): Promise<readonly string[]> {
  const path = route.path ? `${base}/${route.path}` : base;
  const children = route.children ?? ((await route.loadChildren?.()) as Routes | undefined);
  return children === undefined ? [path || '/'] : pathsOf(children, path);
}

describe('the paths of the site', () => {
  it('are the same for the router and for the server: a page missing in public/paths.json would be 404', async () => {
    expect([...(await pathsOf(routes))].sort()).toEqual([...SERVED].sort());
  });
});
