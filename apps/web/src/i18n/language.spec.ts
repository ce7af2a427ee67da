import { preferredLanguage, translatedLanguages } from './language';

/** The page as the build writes it, with these files of words. */
function listed(files: string): void {
  document.head.innerHTML = `<meta name="languages" content="${files}" />`;
}

function speaks(...languages: readonly string[]): void {
  jest.spyOn(navigator, 'languages', 'get').mockReturnValue(languages);
}

describe('the language of the site', () => {
  beforeEach(() => listed('de-1a2b3c4d pt-BR-5e6f7a8b'));
  afterEach(() => jest.restoreAllMocks());

  it('is one of English and those that the page lists, each with its file', () => {
    expect([...translatedLanguages()]).toEqual([
      ['de', 'de-1a2b3c4d'],
      ['pt-BR', 'pt-BR-5e6f7a8b'],
    ]);
    document.head.innerHTML = '';
    speaks('de');
    expect(translatedLanguages().size).toBe(0);
    expect(preferredLanguage()).toBe('en');
  });

  it.each([
    [['de-AT', 'en'], 'de'],
    [['en-US', 'de'], 'en'],
    [['fr', 'pt'], 'pt-BR'],
    [['fr', 'pl'], 'en'],
    [[], 'en'],
  ])('is for a browser that speaks %j, without a choice: %s', (spoken, language) => {
    speaks(...spoken);
    expect(preferredLanguage()).toBe(language);
  });

  it('is the one that was chosen, whatever the browser speaks', () => {
    speaks('de');
    localStorage.setItem('modex.language', 'en');
    expect(preferredLanguage()).toBe('en');
    localStorage.setItem('modex.language', 'pt-BR');
    expect(preferredLanguage()).toBe('pt-BR');
  });

  it('is that of the browser when what was chosen is no language of the site', () => {
    speaks('de');
    localStorage.setItem('modex.language', '../api/auth/me');
    expect(preferredLanguage()).toBe('de');
  });

  it('is that of the browser when the browser keeps nothing', () => {
    speaks('de');
    jest.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new DOMException('Access is denied.', 'SecurityError');
    });
    expect(preferredLanguage()).toBe('de');
  });
});
