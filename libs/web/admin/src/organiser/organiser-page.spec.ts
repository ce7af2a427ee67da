import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { Visitor } from '@modex/web-ui/testing';
import { OrganiserPage } from './organiser-page';

const NOBODY = {
  name: null,
  address: null,
  email: null,
  imprintUrl: null,
  privacyUrl: null,
  termsUrl: null,
  version: 0,
};
const PUT = 'PUT /api/admin/organiser';

describe('OrganiserPage', () => {
  let fixture: ComponentFixture<OrganiserPage>;
  let visitor: Visitor;

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    visitor = new Visitor(document, TestBed.inject(HttpTestingController));
    fixture = TestBed.createComponent(OrganiserPage);
    TestBed.tick();
    await visitor.answer('GET /api/organiser', NOBODY);
    await visitor.sees('Who runs the venue stands');
  });

  afterEach(() => fixture.destroy());

  it('sends all of it with the version that was read, and nothing for what is empty', async () => {
    await visitor.fill('Name', ' Players ');
    await visitor.fill('Link to the terms optional', 'https://example.org/terms');
    await visitor.press('Save');
    const said = { ...NOBODY, name: 'Players', termsUrl: 'https://example.org/terms' };
    const { request } = await visitor.answer(PUT, { ...said, version: 1 });
    expect(request.body).toEqual({ ...said, address: '' });
    await visitor.sees('Saved');
    await visitor.fill('Name', 'Others');
    await visitor.press('Save');
    expect((await visitor.sent(PUT)).request.body).toMatchObject({ name: 'Others', version: 1 });
  });

  it('sends no link that is not https, and no nameless organiser', async () => {
    await visitor.fill('Link to the imprint optional', 'http://example.org');
    await visitor.press('Save');
    await visitor.sees('A link begins with https://.');
    await visitor.sees('Say who runs the venue.');
    TestBed.inject(HttpTestingController).verify();
  });

  it('keeps what was written when another admin was faster, shows theirs, and saves over it on demand', async () => {
    await visitor.fill('Name', 'Mine');
    await visitor.press('Save');
    await visitor.refuse(PUT, { status: 409, code: 'organiser-changed' });
    await visitor.answer('GET /api/organiser', { ...NOBODY, name: 'Theirs', version: 1 });
    await visitor.sees('Somebody else changed this meanwhile');
    await visitor.sees('Name, theirs: Theirs');
    await visitor.press('Save');
    expect((await visitor.sent(PUT)).request.body).toMatchObject({ name: 'Mine', version: 1 });
  });
});
