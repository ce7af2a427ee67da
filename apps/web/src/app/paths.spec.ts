import { Route, Routes } from '@angular/router';
import SERVED from '../../public/paths.json';
import { routes } from './app.routes';

type Page = readonly [path: string, script: string | null];

function pagesOf(routes: Routes, base = ''): readonly Page[] {
  return routes.filter(({ path }) => path !== '**').flatMap((route) => pagesOfOne(route, base));
}

function pagesOfOne(route: Route, base: string): readonly Page[] {
  const path = route.path ? `${base}/${route.path}` : base;
  return route.children === undefined ? [[path || '/', scriptOf(route)]] : pagesOf(route.children, path);
}

/** The build names a script after the module that is imported: `./book/show-page`. */
function scriptOf({ loadComponent }: Route): string | null {
  return /(?:require|import)\(["'].*?([\w-]+)["']\)/.exec(String(loadComponent))?.[1] ?? null;
}

describe('the paths of the site', () => {
  it('are the same for the router and for the server: a page missing in public/paths.json would be 404', () => {
    expect(Object.fromEntries(pagesOf(routes))).toEqual(SERVED);
  });
});
