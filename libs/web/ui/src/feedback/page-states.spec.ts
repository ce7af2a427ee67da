import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { PageStates, Unread } from './page-states';

@Component({
  imports: [PageStates],
  template: `
    <mx-page-states
      loading="Fetching the show"
      noneHeading="Show not found"
      failedHeading="The show could not be loaded"
      [none]="none()"
      [problem]="problem()"
      [part]="part()"
      (retry)="tries.set(tries() + 1)"
    >
      <p whenNone>No such show</p>
      <a whenFailed href="/">All shows</a>
      <i>shape</i>
    </mx-page-states>
  `,
})
class Host {
  readonly none = signal(false);
  readonly problem = signal<Unread | undefined>(undefined);
  readonly part = signal(false);
  readonly tries = signal(0);
}

describe('PageStates', () => {
  const open = () => {
    const fixture = TestBed.createComponent(Host);
    TestBed.tick();
    const page: HTMLElement = fixture.nativeElement;
    /** The texts that stand there, in their order. */
    const words = (): readonly string[] => {
      const texts = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      while (texts.nextNode()) found.push(texts.currentNode.textContent?.trim() ?? '');
      return found.filter((text) => text !== '');
    };
    return { host: fixture.componentInstance, page, words };
  };
  const failed = { headline: 'Very many people are here', nextStep: 'Try again shortly.' };

  it('says what is on its way, and shows its shape', () => {
    const { page, words } = open();
    expect(words()).toEqual(['Fetching the show', 'shape']);
    expect(page.querySelector('[role=status]')?.textContent).toBe('Fetching the show');
  });

  it('says that there is none, under a heading of its own', () => {
    const { host, page, words } = open();
    host.none.set(true);
    TestBed.tick();
    expect(words()).toEqual(['Show not found', 'No such show']);
    expect(page.querySelector('h1')?.textContent).toBe('Show not found');
  });

  it('says why it failed, and tries again', () => {
    const { host, page, words } = open();
    host.problem.set(failed);
    TestBed.tick();
    const said = ['The show could not be loaded', failed.headline, failed.nextStep, 'Try again', 'All shows'];
    expect(words()).toEqual(said);
    page.querySelector('button')?.click();
    expect(host.tries()).toBe(1);
  });

  it('fails as a notice where only a part of the page is missing', () => {
    const { host, page } = open();
    host.part.set(true);
    host.problem.set(failed);
    TestBed.tick();
    expect(page.querySelector('[role=alert]')?.textContent).toContain('Very many people are here');
    page.querySelector('button')?.click();
    expect(host.tries()).toBe(1);
  });
});
