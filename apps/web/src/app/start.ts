import { ApplicationRef } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app';
import { appConfig } from './app.config';

/** Starts the site, in the language whose words were loaded before this module was. */
export function start(): Promise<ApplicationRef> {
  return bootstrapApplication(App, appConfig);
}
