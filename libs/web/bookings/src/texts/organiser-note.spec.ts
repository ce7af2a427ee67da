import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { Visitor } from '@modex/web-ui/testing';
import { OrganiserNote } from './organiser-note';

const NOBODY = {
  name: null,
  address: null,
  email: null,
  imprintUrl: null,
  privacyUrl: null,
  termsUrl: null,
  version: 0,
};

describe('OrganiserNote', () => {
  let fixture: ComponentFixture<OrganiserNote>;
  let visitor: Visitor;
  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    visitor = new Visitor(document, TestBed.inject(HttpTestingController));
    fixture = TestBed.createComponent(OrganiserNote);
    TestBed.tick();
  });

  it('says who runs the venue, and leads to the pages that there are', async () => {
    const said = { name: 'Players', address: 'Theatre Street 1', imprintUrl: 'https://example.org/imprint' };
    await visitor.answer('GET /api/organiser', { ...NOBODY, ...said });
    await visitor.sees('Organiser: PlayersTheatre Street 1Imprint');
    expect([...document.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([said.imprintUrl]);
  });

  it('says nothing where nobody said anything', async () => {
    await visitor.answer('GET /api/organiser', NOBODY);
    await fixture.whenStable();
    expect(visitor.text().trim()).toBe('');
  });
});
